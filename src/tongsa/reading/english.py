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
_BEHIND = 3e-6
"""The same behind what may be a family name: Jaegwon."""


@lru_cache(maxsize=20_000)
def is_english(word: str) -> bool:
    """Tell whether a folded word is an English given name, and hardly a Chinese or Korean one."""
    if not _is_given(word):
        return False
    if _is_eastern(word, _FAMILY):
        return False
    whole = sum(_often(word, way, Seat.FIRST) for way in _LATIN) / 4
    return whole / 10 + _parted(word) < _GIVEN


def is_western(words: Sequence[str]) -> bool:
    """Tell whether folded words are a Western name: Tim Cook, though Cook may be read, too.

    The first is an English given name, and neither it nor the last is a family name of any number
    of Chinese or Koreans. Of less common ones a given name behind them tells: Sim Jaegwon.
    """
    if len(words) < 2 or not _is_given(words[0]) or any("-" in word for word in words):  # noqa: PLR2004 (a given and a family name)
        return False
    if any(_is_eastern(word, _COMMON) for word in (words[0], words[-1])):
        return False
    return not (_is_eastern(words[0], _FAMILY) and _are_given(words[1:]))


def _is_eastern(word: str, least: float) -> bool:
    """Tell whether a word is a family name of so many Chinese or Koreans."""
    families = [found for way in _LATIN if (found := sound(word, way, Seat.FAMILY))]
    return any(max(it.often) > least or _is_compound(it) for it in families)


def _are_given(words: Sequence[str]) -> bool:
    """Tell whether words are a Chinese or Korean given name, and no English family name."""
    names, last = english_names(), words[-1]
    if last in names["family"] or last in names["family-word"]:
        return False
    return _parted("".join(words)) > _BEHIND


def _parted(word: str) -> float:
    """Return how often a given name of two syllables is spelled so."""
    return sum(
        _often(word[:end], way, Seat.FIRST) * _often(word[end:], way, Seat.LATER)
        for way in _LATIN
        for end in range(1, len(word))
    )


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
