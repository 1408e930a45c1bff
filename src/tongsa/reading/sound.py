"""Weigh whether two written syllables are one Han character."""

from __future__ import annotations

from functools import cache, lru_cache
from types import MappingProxyType
from typing import TYPE_CHECKING

from tongsa.reading.hangul import is_hangul
from tongsa.reading.korean import at_head
from tongsa.reading.near import near
from tongsa.reading.population import Seat, places, population
from tongsa.reading.spelled import LAYERS, Way, stood_for

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    Both = tuple[float, float]
    """One number for Chinese speakers, one for Koreans."""
    ByReading = Mapping[str, Mapping[int, float]]
    """By reading, how likely each character is read and written so."""

MILLION = 1_000_000
CUSTOM = "custom"
"""The key of what is known by character, not by reading."""
CUSTOMS = MappingProxyType({Way.TAIWAN: Way.HOKKIEN, Way.CANTONESE: Way.HONG_KONG})
"""The ways that are known by character, of which another one has some."""
_OFTEN = MappingProxyType({Way.TAIWAN: 0.03, Way.CANTONESE: 0.5})
"""How often a name is spelled by such a custom, where there is one."""
_SIMPLIFIED = 0.1
"""How often a character stands for another that it simplifies, where it is one itself."""


class Sound:
    """What a syllable of a name, written one way in one seat, may be."""

    __slots__ = ("_ratios", "by_reading", "characters", "often", "seat", "text", "way")

    def __init__(self, text: str, way: Way, seat: Seat, by_reading: ByReading) -> None:
        """Take how likely each character is written so, by how it is read then."""
        self.text = text
        self.way = way
        self.seat = seat
        self.by_reading = by_reading
        self.characters: dict[int, float] = {}
        for shares in by_reading.values():
            for place, share in shares.items():
                self.characters[place] = self.characters.get(place, 0) + share
        zh, ko = population().shares[seat]
        self.often: Both = (
            sum(zh[place] * share for place, share in self.characters.items()) / MILLION,
            sum(ko[place] * share for place, share in self.characters.items()) / MILLION,
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
        zh, ko = population().shares[self.seat]
        in_zh = in_ko = 0.0
        for place, both in self._both(other):
            in_zh += zh[place] * both
            in_ko += ko[place] * both
        one, two = self.often, other.often
        return (_part(in_zh, one[0] * two[0]), _part(in_ko, one[1] * two[1]))

    def _both(self, other: Sound) -> Iterator[tuple[int, float]]:
        """Yield the characters that may be written both ways, and how often one bearer's is.

        Where one language is heard in both, a bearer's character has one reading: 丁 is Ding, or
        seldom Zheng, but not both.
        """
        layer = LAYERS.get(self.way)
        if layer is None or layer != LAYERS.get(other.way):
            yield from _common(self.characters, other.characters)
            return
        for key, shares in self.by_reading.items():
            for place, both in _common(shares, other.by_reading.get(key, {})):
                yield place, both / (_often(place, layer, self.seat, key) or 1)
        for one, another in ((self, other), (other, self)):
            yield from _common(one.by_reading.get(CUSTOM, {}), another.characters)


def _part(both: float, apart: float) -> float:
    return both / (apart * MILLION) if both else 0.0


def _common(one: Mapping[int, float], other: Mapping[int, float]) -> Iterator[tuple[int, float]]:
    few, many = sorted((one, other), key=len)
    for place, share in few.items():
        if place in many:
            yield place, share * many[place]


@cache
def _often(place: int, layer: str, seat: Seat, key: str) -> float:
    """Return how often a character is read so, 두음 법칙 set aside."""
    return sum(
        part for reading, part in readings_of(place, layer, seat).items() if key_of(reading) == key
    )


@cache
def key_of(reading: str) -> str:
    """Return what readings have in common that are one but for 두음 법칙: 량 and 양."""
    return at_head(reading) if is_hangul(reading[0]) and "+" not in reading else reading


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
        if custom := _by_custom(text, way, seat):
            characters[CUSTOM] = custom
    return Sound(text, way, seat, characters) if characters else None


def _han(text: str) -> dict[str, dict[int, float]]:
    """Return what a character may be: itself before what it is written for in simplified script."""
    places = population().written(text)
    shares = {at: 1.0 if population().forms[at][0] == text[0] else _SIMPLIFIED for at in places}
    return {"": shares} if shares else {}


def _read(
    readings: Sequence[tuple[str, float]], layer: str, seat: Seat
) -> dict[str, dict[int, float]]:
    found: dict[str, dict[int, float]] = {}
    for reading, share in readings:
        held = found.setdefault(key_of(reading), {})
        for place in places(layer).get(reading, ()):
            often = readings_of(place, layer, seat).get(reading)
            if often:
                held[place] = held.get(place, 0) + share * often
    return {key: held for key, held in found.items() if held}


def _by_custom(text: str, way: Way, seat: Seat) -> dict[int, float]:
    """Return the characters that a syllable spells by custom, whatever they are read as.

    In Taiwan that is as they sound in Hokkien, in Hong Kong some family names: 羅 Law.
    """
    people = population()
    found: dict[int, float] = {}
    for form, share in stood_for(text, CUSTOMS[way], seat) if way in CUSTOMS else ():
        for place in people.written(form):
            found[place] = found.get(place, 0) + _OFTEN[way] * share
    return found


@cache
def readings_of(place: int, layer: str, seat: Seat) -> Mapping[str, float]:
    """Return how a character is read in a language, and how often so."""
    return dict(population().readings(place, layer, seat))
