"""Tell where a translation speaks of a woman as of a man, or of a man as of a woman."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING, Any, NamedTuple

from tongsa import packaged
from tongsa.patterns import late

if TYPE_CHECKING:
    from collections.abc import Mapping
    from collections.abc import Set as AbstractSet

_WORD = late(r"[A-Za-z]+")
_NAME = late(r"(?<!\b[Ii]n )(?<!\b[Aa]t )(?<!\b[Oo]n )(?<!\b[Nn]ear )(?<=[a-z,] )[A-Z][a-z]+")
"""A capital within a sentence, but of places and days: ``he replaces singer Brine``"""
_SEXES = (("she", "he"), ("he", "she"))


class Changed(NamedTuple):
    """A pronoun of the other sex in a target."""

    word: str
    """The source's, as written."""
    start: int
    """Where the source has it."""
    found: str
    at: int
    """Where the target has the other."""


def changed(source: str, target: str, language: str) -> Changed | None:
    """Return the target's pronoun of the other sex, if the source speaks of one sex alone.

    Where a name stands behind the source's pronoun, the target's may be that person's.
    """
    table = _tables()
    forms = table[language.partition("_")[0]]
    for sex, other in _SEXES:
        wrong, right = forms[other], forms[sex]
        if not wrong or wrong not in target or (right and right in target):
            continue
        said = _pronoun(sex).search(source)
        if not said or _NAME.search(source, said.end()):
            continue
        plain = _idle(language).sub(lambda it: " " * len(it[0]), target)
        if wrong in plain and _told(other).isdisjoint(map(str.lower, _WORD.findall(source))):
            return Changed(said[0], said.start(), wrong, plain.index(wrong))
    return None


@cache
def _tables() -> Mapping[str, Mapping[str, Any]]:  # Any: as TOML gives it
    return packaged.table("check/counterparts/gender.toml")


@cache
def _told(sex: str) -> AbstractSet[str]:
    """Return all words that tell of a sex."""
    return frozenset([*_tables()[sex]["pronouns"], *_tables()[sex]["words"]])


@cache
def _pronoun(sex: str) -> re.Pattern[str]:
    words = _tables()[sex]["pronouns"]
    return re.compile(rf"\b(?:{'|'.join([*words, *map(str.capitalize, words)])})\b")


@cache
def _idle(language: str) -> re.Pattern[str]:
    return re.compile("|".join(_tables()[language.partition("_")[0]]["idle"]))
