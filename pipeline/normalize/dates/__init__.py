"""Dates and periods as sheets print them → EDTF, with their first and last possible day.

`parse_date` reads a text that is one date and nothing else (a cell, a bracket, a line); `find_dates` finds the dates of
running text. Months without a year take it from `year`, the year that headings or rows above give. What cannot be told
for sure (`03/04/2012`, `2004-05`), is but a part of a year (`Q1 2013`) or does not exist (`31 February 2012`) is refused,
not turned into something near it.

- `tokens` cuts text into words, numbers and signs, one letter of kind each; `figures` reads the numbers, `japanese` those
  of Japanese dates;
- `grammar` says in patterns of kinds what a date is, `points` what is printed of it, `reading` what it means, `values` how
  it is written with the words around it, which `roles` knows;
- `edges` tells what is torn out of something else, `context` where a bare year or month is a date, `persons` where people
  are counted or named instead;
- `whole` and `running` are the two doors, `hints` tells texts without dates by a look, `respelled` knows what only a whole
  text may print (`H25.10.1`), `lone` is for a text that holds one date among a few other words;
- `calendar` knows days, eras and how EDTF writes them. The words are data: `words.toml`.
"""

from pipeline.normalize.dates.calendar import DateValue
from pipeline.normalize.dates.running import FoundDate, find_dates
from pipeline.normalize.dates.whole import parse_date

__all__ = ["DateValue", "FoundDate", "find_dates", "parse_date"]
