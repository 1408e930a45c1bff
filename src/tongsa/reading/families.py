"""Tell whether two family names may be one, however they are written."""

from __future__ import annotations

from collections import defaultdict
from functools import cache, lru_cache, reduce
from operator import or_
from typing import TYPE_CHECKING, NamedTuple

from tongsa.reading.bearers import bearers, key_of
from tongsa.reading.near import LOOSE, near
from tongsa.reading.population import Seat, population
from tongsa.reading.sound import CUSTOMS
from tongsa.reading.spelled import LAYERS, Way, stood_for

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from tongsa.reading.sound import Sound

    Found = tuple[str | None, str, int]
    """A language, what is read in it, and the characters that are."""

_LATIN = (Way.PINYIN, Way.TAIWAN, Way.KOREAN, Way.CANTONESE)
_CUSTOM = "custom"
"""The key of what is known by character, not by reading."""


class Layer(NamedTuple):
    """What a family name may be in one language, each set of characters as bits of a number."""

    name: str | None
    """Of the readings; None for characters, which are read in every language."""
    characters: int
    keyed: Mapping[str, int]
    """The characters by what they are read as."""
    custom: int
    """The characters that are spelled so whatever they are read as."""

    def meets(self, other: Layer) -> bool:
        """Tell whether a character may be both; in one language it has to be read alike."""
        if not self.characters & other.characters:
            return False
        if self.name is None or self.name != other.name:
            return True
        if self.custom & other.characters or other.custom & self.characters:
            return True
        return any(those & other.keyed.get(key, 0) for key, those in self.keyed.items())


class Heard(NamedTuple):
    """What a word stands for."""

    layer: str
    reading: str
    """Or the character itself, if it is spelled so by custom."""
    custom: bool


class Families:
    """All that the family name of a name may be."""

    __slots__ = ("layers",)

    def __init__(self, layers: Sequence[Layer]) -> None:
        """Take what it may be in each language."""
        self.layers = layers

    @lru_cache(maxsize=200_000)  # noqa: B019 (a few thousand of them are kept, by what they hold)
    def meet(self, other: Families) -> bool:
        """Tell whether both may be one family name."""
        return any(one.meets(two) for one in self.layers for two in other.layers)


@lru_cache(maxsize=20_000)
def families_of(sounds: frozenset[Sound]) -> Families:
    """Return what a family name of these sounds may be: the same for the same sounds."""
    return _families(found for sound in sounds for found in _sounded(sound))


def _sounded(sound: Sound) -> Iterator[Found]:
    """Yield the characters of a sound with what they are read as."""
    layer = LAYERS.get(sound.way)
    for reading, _ in sound.readings:
        yield layer, key_of(reading), _read_so(reading, LAYERS[sound.way])
    if sound.written:
        yield layer, _CUSTOM, _as_bits(sound.written)


@lru_cache(maxsize=20_000)
def families_in(words: frozenset[str]) -> Families:
    """Return what one of some words in Latin letters, folded, may be as a family name."""
    return _families_heard(frozenset(heard for word in words for heard in _heard(word)))


@lru_cache(maxsize=20_000)
def _families_heard(heard: frozenset[Heard]) -> Families:
    return _families(map(_written, heard))


def _families(found: Iterable[Found]) -> Families:
    by_layer: defaultdict[str | None, dict[str, int]] = defaultdict(dict)
    for layer, key, those in found:
        keyed = by_layer[layer]
        keyed[key] = keyed.get(key, 0) | those
    return Families(
        [
            Layer(layer, reduce(or_, keyed.values()), keyed, keyed.get(_CUSTOM, 0))
            for layer, keyed in by_layer.items()
        ]
    )


@lru_cache(maxsize=50_000)
def _heard(word: str) -> Sequence[Heard]:
    """Return what a word stands for as a family name, in each way to write it."""
    found: list[Heard] = []
    for way in _LATIN:
        readings = stood_for(word, way, Seat.FAMILY)
        if not readings and way in LOOSE:
            readings = near(word, way, Seat.FAMILY)
        customs = stood_for(word, CUSTOMS[way], Seat.FAMILY) if way in CUSTOMS else ()
        found += (Heard(LAYERS[way], reading, custom=False) for reading, _ in readings)
        found += (Heard(LAYERS[way], form, custom=True) for form, _ in customs)
    return found


@lru_cache(maxsize=10_000)
def _written(heard: Heard) -> Found:
    """Return the characters that are read so, or spelled so by custom."""
    layer, reading, custom = heard
    if custom:
        return layer, _CUSTOM, _as_bits(population().written(reading))
    return layer, key_of(reading), _read_so(reading, layer)


@cache
def _read_so(reading: str, layer: str) -> int:
    return _as_bits(bearers(reading, layer, Seat.FAMILY))


def _as_bits(places: Iterable[int]) -> int:
    found = 0
    for place in places:
        found |= 1 << place
    return found
