"""Tell English given names, which say nothing of how a name is written in characters."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from tongsa.language.english_names import english_names
from tongsa.reading.population import Seat, population
from tongsa.reading.sound import sound
from tongsa.reading.spelled import Way

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tongsa.reading.sound import Sound

_LATIN = (Way.PINYIN, Way.TAIWAN, Way.KOREAN, Way.CANTONESE)
_FAMILY = 3e-5
"""How often a family name must be spelled so to be taken for one: Kim, Lee."""
_COMMON = 2e-3
"""How often a family name must be spelled so to tell that a name is not of the West: Park."""
_GIVEN = 2.5e-5
"""How often a Chinese or Korean given name must be spelled so to be taken for one: Min, Young."""


@lru_cache(maxsize=20_000)
def is_english(word: str) -> bool:
    """Tell whether a folded word is an English given name, and hardly a Chinese or Korean one."""
    if not _is_given(word):
        return False
    families = [found for way in _LATIN if (found := sound(word, way, Seat.FAMILY))]
    if any(max(it.often) > _FAMILY or _is_compound(it) for it in families):
        return False
    whole = sum(_often(word, way, Seat.FIRST) for way in _LATIN) / 4
    parted = sum(
        _often(word[:end], way, Seat.FIRST) * _often(word[end:], way, Seat.LATER)
        for way in _LATIN
        for end in range(1, len(word))
    )
    return whole / 10 + parted < _GIVEN


def is_western(words: Sequence[str]) -> bool:
    """Tell whether folded words are a Western name: Tim Cook, though Cook may be read, too.

    The first is an English given name, and neither it nor the last is a family name of any number
    of Chinese or Koreans.
    """
    if len(words) < 2 or not _is_given(words[0]) or any("-" in word for word in words):  # noqa: PLR2004 (a given and a family name)
        return False
    return not any(_is_eastern(word) for word in (words[0], words[-1]))


def _is_eastern(word: str) -> bool:
    families = [found for way in _LATIN if (found := sound(word, way, Seat.FAMILY))]
    return any(max(it.often) > _COMMON or _is_compound(it) for it in families)


def _is_compound(found: Sound) -> bool:
    """Tell whether a family name may be one of two characters: Sima."""
    characters = population().characters
    return any("+" in reading for reading, _ in found.readings) or any(
        len(characters[place]) > 1 for place in found.written
    )


def _often(text: str, way: Way, seat: Seat) -> float:
    found = sound(text, way, seat)
    return max(found.often) if found else 0.0


def _is_given(word: str) -> bool:
    names = english_names()
    return word in names["given"] or word in names["given-word"]
