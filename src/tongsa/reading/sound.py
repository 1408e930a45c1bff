"""Weigh whether two written syllables are one Han character."""

from __future__ import annotations

from functools import cache, lru_cache
from typing import TYPE_CHECKING

from tongsa.reading.near import near
from tongsa.reading.population import Seat, places, population
from tongsa.reading.spelled import LAYERS, Way, stood_for

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    Both = tuple[float, float]
    """One number for Chinese speakers, one for Koreans."""

MILLION = 1_000_000
_HOKKIEN = 0.03
"""How often a name in Taiwan is spelled as it sounds in Hokkien, where that is known."""


class Sound:
    """What a syllable of a name, written one way in one seat, may be."""

    __slots__ = ("_ratios", "characters", "often", "seat", "text", "way")

    def __init__(self, text: str, way: Way, seat: Seat, characters: Mapping[int, float]) -> None:
        """Take how likely each character is written so."""
        self.text = text
        self.way = way
        self.seat = seat
        self.characters = characters
        zh, ko = population().shares[seat]
        self.often: Both = (
            sum(zh[place] * share for place, share in characters.items()) / MILLION,
            sum(ko[place] * share for place, share in characters.items()) / MILLION,
        )
        """How often a name has this in this seat."""
        self._ratios: dict[Sound, Both] = {}

    def ratio(self, other: Sound) -> Both:
        """Return how much likelier both are where they are one character than where chance met."""
        found = self._ratios.get(other)
        if found is None:
            found = self._ratios[other] = other._ratios[self] = self._weigh(other)
        return found

    def _weigh(self, other: Sound) -> Both:
        few, many = sorted((self.characters, other.characters), key=len)
        zh, ko = population().shares[self.seat]
        in_zh = in_ko = 0.0
        for place, share in few.items():
            if place in many:
                both = share * many[place]
                in_zh += zh[place] * both
                in_ko += ko[place] * both
        if not in_zh:
            return (0.0, 0.0)
        one, two = self.often, other.often
        return (in_zh / (one[0] * two[0] * MILLION), in_ko / (one[1] * two[1] * MILLION))


@lru_cache(maxsize=100_000)
def sound(text: str, way: Way, seat: Seat, *, nearly: bool = False) -> Sound | None:
    """Return what a syllable may be; None where it is none that this way writes.

    ``nearly``: by what is spelled nearly so, where nothing is spelled so.
    """
    if way is Way.HAN:
        characters = _han(text)
    else:
        readings = stood_for(text, way, seat) or (near(text, way, seat) if nearly else ())
        characters = _read(readings, LAYERS[way], seat)
        if way is Way.TAIWAN:
            _add_hokkien(characters, text, seat)
    return Sound(text, way, seat, characters) if characters else None


def _han(text: str) -> dict[int, float]:
    return dict.fromkeys(population().written(text), 1.0)


def _read(readings: Sequence[tuple[str, float]], layer: str, seat: Seat) -> dict[int, float]:
    found: dict[int, float] = {}
    for reading, share in readings:
        for place in places(layer).get(reading, ()):
            often = readings_of(place, layer, seat).get(reading)
            if often:
                found[place] = found.get(place, 0) + share * often
    return found


def _add_hokkien(characters: dict[int, float], text: str, seat: Seat) -> None:
    """Add the characters that a syllable spells in Hokkien, as some names in Taiwan have it."""
    people = population()
    for form, share in stood_for(text, Way.HOKKIEN, seat):
        for place in people.written(form):
            characters[place] = characters.get(place, 0) + _HOKKIEN * share


@cache
def readings_of(place: int, layer: str, seat: Seat) -> Mapping[str, float]:
    """Return how a character is read in a language, and how often so."""
    return dict(population().readings(place, layer, seat))
