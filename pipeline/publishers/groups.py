"""The groups of topics that code asks for together. What a topic's group is, a publisher's `topics.toml` says."""

from __future__ import annotations

from typing import Final

AID: Final = frozenset({"oda", "culture"})
"""What one country gives or lends to another: cultural grants are aid."""
BETWEEN_TWO: Final = AID | {"trade", "investment", "residents", "visitors", "companies"}
"""What is counted between two countries."""
NUMERIC: Final = BETWEEN_TWO | {"donors", "profile"}
"""Below the headings of which figures are expected on any line."""
