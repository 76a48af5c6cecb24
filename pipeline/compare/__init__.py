"""Two versions of a sheet → what changed, fact by fact. One door: `changes_between`.

- `matching` pairs the rows of two versions that are about the same fact, in steps from sure to likely;
- `kinds` says for each table what those steps are, and which columns tell a value and which a print;
- `versions` puts the sheets of a series in order;
- `drift` tells when a version reads so unlike the one before that the page, not the world, has changed.
"""

from pipeline.compare.changes import changes_between
from pipeline.compare.drift import drift
from pipeline.compare.versions import in_order

__all__ = ["changes_between", "drift", "in_order"]
