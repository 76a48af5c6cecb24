"""Imported where workers fork from: a sheet is read, so that they find built what reading builds when it is first needed.

Patterns, lexicons and vocabularies take longer to build than fifty sheets to read, and every worker would build its own.
"""

from __future__ import annotations

from typing import Final

from pipeline.records import Source
from pipeline.sheet.reading import read_one

SHEET: Final = """Japan-Kenya Relations (Basic Data)
Diplomatic Relations
Prime Minister Taro SATO visited Kenya in May 2010 and met President A. MWANGI in Nairobi. Grants were signed in Japanin May 2011.
Trade with Japan (2008)
  • Exports: 3 billion yen
From Japan to Kenya
Year  Name
2010  Minister for Foreign Affairs Taro SATO
"""
"""Some of everything that sheets hold; the word without a space behind it asks for the English vocabulary."""

read_one(Source("warm.txt", SHEET.encode()))
