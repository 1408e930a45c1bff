"""Tell whether an English name may be heard in a text in Hangul or Han, by its consonants."""

from __future__ import annotations

from functools import cache, lru_cache
from itertools import islice, product
from typing import TYPE_CHECKING, Any

from tongsa import packaged
from tongsa.patterns import late

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

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


@lru_cache(maxsize=10_000)
def readings(name: str, language: str) -> Sequence[str]:
    """Return the consonants that a name may have; none where it has hardly any."""
    signs, widest = _signs(language.partition("_")[0])
    word = _TWICE.sub(r"\1", name.lower())
    parts: list[Sequence[str]] = []
    at = 0
    while at < len(word):
        size = next((it for it in range(widest, 0, -1) if word[at : at + it] in signs), 0)
        if size:
            sign = signs[word[at : at + size]]
            before_vowel = word[at + size : at + size + 1] in _VOWELS
            parts.append(tuple(_heard(sign, before_vowel=before_vowel)))
        at += size or 1
    found = dict.fromkeys(map("".join, islice(product(*parts), _MOST_READINGS)))
    return tuple(reading for reading in found if len(reading) > 1)


def _heard(sign: str, *, before_vowel: bool) -> Iterator[str]:
    for one in sign.split("|"):
        if one.startswith("/"):
            yield one[1:] if before_vowel else ""
        else:
            yield one


@cache
def _table() -> dict[str, Any]:  # Any: as TOML gives it
    return packaged.table("check/counterparts/sounds.toml")


@cache
def _signs(family: str) -> tuple[dict[str, str], int]:
    """Return how letters are heard, and of how many letters the longest sign is."""
    english = _table()["en"]
    signs: dict[str, str] = dict([*english["signs"], *english.get(family, [])])
    return signs, max(map(len, signs))


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
