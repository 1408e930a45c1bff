"""Tell whether an English name may be heard in a text in Hangul or Han, by its consonants."""

from __future__ import annotations

import re
from functools import cache, lru_cache
from itertools import islice, product
from typing import TYPE_CHECKING, Any, NamedTuple

from tongsa import packaged
from tongsa.patterns import late

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

_SYLLABLES = 0xAC00
_LEAD, _TAIL = 588, 28
_COUNT = 11_172
_VOWELS = frozenset("aeiouy")
_TWICE = late(r"([a-z])\1")  # finds "tt" in "scott"
_MOST_READINGS = 8
_EXACT = 100.0
_LIKE = 80.0
_LONG = 5
"""Consonants from which on one of them may be another."""


def heard(name: str, outline: str, language: str) -> bool:
    """Whether one of a name's readings stands in a text of which there is an outline."""
    for reading in readings(name, language):
        if len(reading) >= _LONG:
            if len(outline) >= len(reading) and _share(reading, outline) >= _LIKE:
                return True
        elif reading in outline:
            return True
    return False


def _share(reading: str, outline: str) -> float:
    """Return how much of a reading the likest part of an outline has, in per cent."""
    from rapidfuzz import fuzz  # noqa: PLC0415 (few articles have such long names)

    return fuzz.partial_ratio(reading, outline)


@lru_cache(maxsize=512)
def outline(text: str, language: str) -> str:
    """Return the consonants of a text, with spaces where no name goes on."""
    if language == "ko":
        return text.translate(_HANGUL).replace("LL", "L")  # 필리파 has but one l
    return text.translate(_HAN)


def readings(name: str, language: str) -> Sequence[str]:
    """Return the consonants that a name may have; none where it has hardly any."""
    return _readings(name, language[:2])


@lru_cache(maxsize=10_000)
def _readings(name: str, family: str) -> Sequence[str]:
    signs = _signs(family)
    word = _TWICE.sub(r"\1", name.lower())
    parts = [
        signs.heard[found[0]][word[found.end() : found.end() + 1] in _VOWELS]
        for found in signs.any.finditer(word)
    ]
    every = dict.fromkeys(map("".join, islice(product(*parts), _MOST_READINGS)))
    return tuple(reading for reading in every if len(reading) > 1)


def _heard(sounds: str, *, before_vowel: bool) -> Iterator[str]:
    for one in sounds.split("|"):
        if one.startswith("/"):
            yield one[1:] if before_vowel else ""
        else:
            yield one


@cache
def _table() -> dict[str, Any]:  # Any: as TOML gives it
    return packaged.table("check/counterparts/sounds.toml")


class _Signs(NamedTuple):
    """How English letters are heard in a language."""

    any: re.Pattern[str]
    """The longest of them at a place."""
    heard: Mapping[str, tuple[Sequence[str], Sequence[str]]]
    """By letters: as they are heard elsewhere, and before a vowel."""


@cache
def _signs(family: str) -> _Signs:
    english = _table()["en"]
    signs: dict[str, str] = dict([*english["signs"], *english.get(family, [])])
    heard = {
        sign: (tuple(_heard(it, before_vowel=False)), tuple(_heard(it, before_vowel=True)))
        for sign, it in signs.items()
    }
    longest = sorted(map(re.escape, signs), key=len, reverse=True)
    return _Signs(re.compile("|".join(longest)), heard)


class _Hangul(dict[int, str]):
    """The consonants of a syllable, worked out when first met."""

    def __missing__(self, code: int) -> str:
        at = code - _SYLLABLES
        found = " " if chr(code).isspace() else ""
        if 0 <= at < _COUNT:
            table = _table()["hangul"]
            found = table["leads"][at // _LEAD] + table["tails"][at % _TAIL]
        self[code] = found
        return found


class _Han(dict[int, str]):
    """The consonants of a character that foreign names are written with."""

    def __missing__(self, code: int) -> str:
        if not self:
            for sounds, characters in _table()["han"].items():
                self.update((ord(character), sounds) for character in characters)
        return self.setdefault(code, " ")


_HANGUL, _HAN = _Hangul(), _Han()
