"""What real tools make of the sheets of the fixtures, read beside the pages themselves: rows that are the same, lost, or new.

    python -m tests.conversions [TOOL ...] [--rows]

Nobody has to write a truth for it: the page is one. Not every difference is a fault. A tool prints what the page hides, drops
what it cannot set, and may lose the place of a figure; but a row that the page does not have is worth a look. A tool that is
not on the machine is passed over; all are Debian's (poppler-utils, chromium, w3m, lynx, links, elinks, pandoc, html2text).
"""

from __future__ import annotations

import argparse
import shutil
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping
from concurrent.futures import ThreadPoolExecutor
from functools import partial
from pathlib import Path
from subprocess import DEVNULL, TimeoutExpired, run
from tempfile import TemporaryDirectory
from typing import Final

from pipeline.run import run as run_over
from tests.helpers import FIXTURES

TOOLS: Final[Mapping[str, tuple[str, ...]]] = {
    "pdftotext": ("pdftotext", "-enc", "UTF-8", "{pdf}", "-"),
    "pdftotext-layout": ("pdftotext", "-layout", "-enc", "UTF-8", "{pdf}", "-"),
    "w3m": ("w3m", "-dump", "-cols", "100", "-O", "UTF-8", "{page}"),
    "lynx": ("lynx", "-dump", "-width=100", "-display_charset=utf-8", "{page}"),
    "links": ("links", "-dump", "-width", "100", "-codepage", "utf-8", "{page}"),
    "elinks": ("elinks", "-dump", "-dump-width", "100", "-dump-charset", "utf-8", "{page}"),
    "pandoc": ("pandoc", "--from", "html", "--to", "plain", "{page}"),
    "html2text": ("html2text", "-utf8", "{page}"),
}
PRINTER: Final = ("chromium", "--headless", "--no-sandbox", "--no-pdf-header-footer")
KEYS: Final = {
    "visits": ("from_area", "to_area", "date", "main_name"),
    "observations": ("indicator", "from_area", "to_area", "period", "value"),
    "events": ("kind", "date"),
}
SECONDS: Final = 60
Rows = Mapping[str, Counter[tuple[str, ...]]]


def pages() -> dict[str, Path]:
    """The pages of the fixtures that have a truth, by a name that is theirs alone."""
    found = sorted(FIXTURES.glob("**/*.html"))
    return {
        f"{page.parent.name}-{page.stem}": page for page in found if page.with_suffix(".html.expected.json").exists()
    }


def convert(tool: str, page: Path, to: Path) -> None:
    """Put what the tool makes of a page at `to`; a page on which it fails or makes nothing has no text."""
    with TemporaryDirectory() as scratch:
        pdf = Path(scratch) / "page.pdf"
        words = [word.format(page=page, pdf=pdf) for word in TOOLS[tool]]
        try:
            if str(pdf) in words:
                printer = [*PRINTER, f"--user-data-dir={scratch}/user", f"--print-to-pdf={pdf}", str(page)]
                run(printer, stdout=DEVNULL, stderr=DEVNULL, timeout=SECONDS, check=False)
            made = run(words, capture_output=True, timeout=SECONDS, check=False)
        except TimeoutExpired:
            return
    if made.returncode == 0 and made.stdout.strip():
        to.write_bytes(made.stdout)


def rows_of(folder: Path) -> dict[str, Rows]:
    """The keys of all rows of a folder's sheets, by the sheet's name and table."""
    tables = run_over([folder]).tables
    names = {row["document_id"]: Path(row["source_path"]).stem for row in tables["documents"].to_dict("records")}
    rows: dict[str, dict[str, Counter[tuple[str, ...]]]] = defaultdict(lambda: {table: Counter() for table in KEYS})
    for table, columns in KEYS.items():
        for row in tables[table].astype(object).to_dict("records"):
            key = tuple("" if row[one] is None or row[one] != row[one] else str(row[one]).casefold() for one in columns)
            rows[names[row["document_id"]]][table][key] += 1
    return dict(rows)


def differences(page: Rows, text: Rows) -> Iterator[tuple[str, str, tuple[str, ...]]]:
    """Each row as its table, what became of it (`same`, `lost`, `new`), and its key."""
    for table in KEYS:
        for told, rows in (
            ("same", page[table] & text[table]),
            ("lost", page[table] - text[table]),
            ("new", text[table] - page[table]),
        ):
            yield from ((table, told, key) for key in rows.elements())


def compare(tool: str, sheets: Mapping[str, Path], *, with_rows: bool) -> str:
    """A tool's line of the table, behind the rows that differ where they are wanted."""
    with TemporaryDirectory() as scratch:
        originals, texts = Path(scratch) / "pages", Path(scratch) / "texts"
        originals.mkdir(), texts.mkdir()
        with ThreadPoolExecutor() as pool:
            list(pool.map(partial(convert, tool), sheets.values(), (texts / f"{name}.txt" for name in sheets)))
        for name in (text.stem for text in texts.iterdir()):
            shutil.copy(sheets[name], originals / f"{name}.html")
        wanted, got = rows_of(originals), rows_of(texts)
    counts: Counter[tuple[str, str]] = Counter()
    nothing: Rows = {table: Counter() for table in KEYS}
    for name, rows in wanted.items():
        for table, told, key in differences(rows, got.get(name, nothing)):
            counts[table, told] += 1
            if with_rows and told != "same":
                print(f"{tool}\t{name}\t{table}\t{told}\t{' | '.join(key)}")
    cells = (f"{counts[table, told]:>8,}" for table in KEYS for told in ("same", "lost", "new"))
    return f"{tool:<18}{len(wanted):>7}{''.join(cells)}"


def main() -> None:
    """Print the table of all tools, or of those named."""
    parser = argparse.ArgumentParser(prog="tests.conversions", description=__doc__.splitlines()[0])
    parser.add_argument("tools", nargs="*", metavar="TOOL", help=f"of {', '.join(TOOLS)}; all by default")
    parser.add_argument("--rows", action="store_true", help="print each row that differs, too")
    asked = parser.parse_args()
    heads = "".join(f"{table:>14}" + f"{'':>10}" for table in KEYS)
    print(f"{'':<18}{'sheets':>7}{heads}\n{'':<25}" + f"{'same':>8}{'lost':>8}{'new':>8}" * len(KEYS))
    for tool in asked.tools or TOOLS:
        if tool not in TOOLS:
            parser.error(f"{tool}: no such tool; there are {', '.join(TOOLS)}")
        if all(map(shutil.which, {TOOLS[tool][0], *(PRINTER[:1] if "{pdf}" in TOOLS[tool] else ())})):
            print(compare(tool, pages(), with_rows=asked.rows), flush=True)
        else:
            print(f"{tool:<18} is not here")


if __name__ == "__main__":
    main()
