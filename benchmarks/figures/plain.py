"""Find the figures in digits of a text by plain patterns, apart from how tongsa reads."""

from __future__ import annotations

import re
import tomllib
from collections import Counter
from dataclasses import dataclass
from fractions import Fraction
from functools import cache
from pathlib import Path
from typing import Any

WORDS: dict[str, Any] = tomllib.loads(
    Path(__file__).with_name("words.toml").read_text("utf-8")
)  # Any: each language's table has its own shape

# 1,234.5, but no part of HBM4, F-16, 12:30, 9/11 or 2.5.1
_BEGIN = r"(?<![0-9A-Za-z:/#@_])(?<![0-9][.,])(?<![A-Za-z]-)"
_NUMBER = r"(?:[0-9]{1,3}(?:,[0-9]{3})+|[0-9]+)(?:\.[0-9]+)?"
_END = r"(?![0-9:/½¼¾]|[.,][0-9]|-?[A-Za-z])"

_POWERS = {"hundred": 2, "thousand": 3, "million": 6, "billion": 9, "trillion": 12}
_SHORT = {"k": 3, "m": 6, "bn": 9, "tn": 12}
_SMALL = "one two three four five six seven eight nine ten eleven twelve".split()  # noqa: SIM905
_ENGLISH = re.compile(
    rf"""{_BEGIN}(?:
        (?P<number>{_NUMBER}) (?:
            [\ -]? (?P<power>{"|".join(_POWERS)})s? (?![A-Za-z])
          | (?P<short>{"|".join(_SHORT)}) (?![A-Za-z])
          | (?:st|nd|rd|th|s|am|pm) (?![A-Za-z])
          | (?![0-9:/½¼¾]|[.,][0-9]|[A-Za-z])
        )
      | (?P<small>{"|".join(_SMALL)}) [\ -] (?P<times>{"|".join(_POWERS)}) (?![A-Za-z])
    )""",
    re.VERBOSE | re.IGNORECASE,
)
"""$64.5 billion, 64bn, 35th, 1980s, 34-minute, three million."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Pair:
    """A source and its translation."""

    source: str
    target: str
    language: str

    @property
    def words(self) -> dict[str, Any]:  # Any: as WORDS
        """What the table has for the language."""
        words: dict[str, Any] = WORDS[self.language]
        return words


@dataclass(frozen=True, slots=True, kw_only=True)
class Figure:
    """A number that a text writes in digits, with the scale words that belong to it."""

    start: int
    end: int
    """Half-open, with scale words."""
    number: str
    """Its first digits."""
    value: Fraction
    scale: str = ""
    """The scale word, where there is but one and nothing behind it."""
    mixed: bool = False
    """Whether more digits follow a scale word: 1만2000."""

    @property
    def digits(self) -> int:
        """Where its first digits end."""
        return self.start + len(self.number)


def english(text: str) -> list[Figure]:
    """Return the figures of a source."""
    return [_english(found) for found in _ENGLISH.finditer(text)]


def _english(found: re.Match[str]) -> Figure:
    if found["small"]:
        number, power = str(_SMALL.index(found["small"].lower()) + 1), found["times"]
    else:
        number, power = found["number"], found["power"] or found["short"] or ""
    exponent = (_POWERS | _SHORT).get(power.lower(), 0)
    return Figure(
        start=found.start(),
        end=found.end(),
        number=number,
        value=_value(number) * 10**exponent,
        scale=power,
    )


def figures(text: str, language: str) -> list[Figure]:
    """Return the figures of a translation."""
    return [_figure(found, language) for found in _patterns(language)[0].finditer(text)]


def _figure(found: re.Match[str], language: str) -> Figure:
    scales = WORDS[language]["scales"]
    parts = list(_patterns(language)[1].finditer(found[0]))
    value = sum((_value(part[1]) * 10 ** scales.get(part[2], 0) for part in parts), Fraction())
    return Figure(
        start=found.start(),
        end=found.end(),
        number=parts[0][1],
        value=value,
        scale=parts[0][2] or "" if len(parts) == 1 else "",
        mixed=len(parts) > 1,
    )


@cache
def _patterns(language: str) -> tuple[re.Pattern[str], re.Pattern[str]]:
    """Return what finds a whole figure, 6억 4,900만 or 550多萬, and what finds its parts."""
    scale = "|".join(sorted(WORDS[language]["scales"], key=len, reverse=True))
    scaled = rf"{_NUMBER}\s?[多余餘]?\s?(?:{scale})"
    whole = rf"{_BEGIN}(?:{scaled}(?:\s?{scaled})*(?:\s?{_NUMBER}{_END})?|{_NUMBER}{_END})"
    return re.compile(whole), re.compile(rf"({_NUMBER})(?:\s?[多余餘]?\s?({scale}))?")


def vouched(pair: Pair) -> list[Figure]:
    """Return the translation's figures whose value stands as often in the source, in digits."""
    there = Counter(figure.value for figure in english(pair.source))
    found = figures(pair.target, pair.language)
    here = Counter(figure.value for figure in found)
    return [figure for figure in found if here[figure.value] == there[figure.value]]


def told(text: str) -> set[Fraction]:
    """Return every value that a source writes in digits."""
    return {figure.value for figure in english(text)}


def _value(number: str) -> Fraction:
    return Fraction(number.replace(",", ""))
