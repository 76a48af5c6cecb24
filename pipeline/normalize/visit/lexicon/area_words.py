"""The names of areas as offices name them (`President of the Republic of Korea`), from the tables of areas."""

from __future__ import annotations

from functools import cache

from pipeline.normalize.data import rows
from pipeline.normalize.visit.text.words import fold

_KINDS = ("common", "demonym", "historic", "formal", "name", "code")


@cache
def area_words() -> tuple[frozenset[str], frozenset[str]]:
    """The names of areas with the words for their people, as folded phrases, and those words alone."""
    phrases, demonyms = {"japan", "u s", "u k", "u a e", "u s a", "viet nam"}, {"japanese", "lao", "u s"}
    for row in rows("areas.csv"):
        phrases.update(_spelt(row["name"]), _spelt(row["formal"]))
    for row in rows("area_names.csv"):
        if row["code"] and row["kind"] in _KINDS:
            (demonyms if row["kind"] == "demonym" else phrases).update(_spelt(row["name"]))
    return frozenset(phrases | demonyms), frozenset(demonyms)


def _spelt(name: str) -> list[str]:
    """An area's name in the words that a cell has: `Côte d'Ivoire` is `cote d'ivoire`, `Timor-Leste` both ways.

    None of a name with signs of its own (`Congo (Brazzaville)`): signs are no words.
    """
    folded = " ".join(fold(name).replace(".", " ").replace(",", " ").split()).removeprefix("the ").strip("- ")
    spellings = [folded, " ".join(folded.replace("-", " ").split())]
    return [words for words in spellings if words and all(word[0].isalpha() for word in words.split())]
