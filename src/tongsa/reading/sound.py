"""Weigh whether two written syllables are one Han character."""

from __future__ import annotations

from functools import cache, lru_cache
from types import MappingProxyType
from typing import TYPE_CHECKING

from tongsa.reading.bearers import alike, bearers, key_of, often_borne
from tongsa.reading.near import near
from tongsa.reading.population import Seat, population
from tongsa.reading.spelled import LAYERS, Way, stood_for

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from tongsa.reading.bearers import Both

    ByReading = Mapping[str, Mapping[int, float]]
    """By reading, how likely each character is read and written so."""

MILLION = 1_000_000
CUSTOMS = MappingProxyType({Way.TAIWAN: Way.HOKKIEN, Way.CANTONESE: Way.HONG_KONG})
"""The ways that are known by character, of which another one has some."""
_OFTEN = MappingProxyType({Way.TAIWAN: 0.03, Way.CANTONESE: 0.5})
"""How often a name is spelled by such a custom, where there is one."""
_SIMPLIFIED = 0.1
"""How often a character stands for another that it simplifies, where it is one itself."""
_NONE: Mapping[int, float] = MappingProxyType({})


class Sound:
    """What a syllable of a name, written one way in one seat, may be."""

    __slots__ = (
        *("_by_reading", "_characters", "_ratios"),
        *("often", "readings", "seat", "text", "way", "written"),
    )

    def __init__(
        self,
        text: str,
        way: Way,
        seat: Seat,
        readings: Sequence[tuple[str, float]],
        written: Mapping[int, float],
    ) -> None:
        """Take how often each reading, and each character by itself, is written so."""
        self.text = text
        self.way = way
        self.seat = seat
        self.readings = readings
        self.written = written
        """How likely each character is written so, whatever it is read as."""
        in_zh = in_ko = 0.0
        for reading, share in readings:
            borne = often_borne(reading, LAYERS[way], seat)
            in_zh += share * borne[0]
            in_ko += share * borne[1]
        if written:
            zh, ko = population().shares[seat]
            in_zh += sum(zh[place] * share for place, share in written.items())
            in_ko += sum(ko[place] * share for place, share in written.items())
        self.often: Both = in_zh / MILLION, in_ko / MILLION
        """How often a name has this in this seat."""
        self._by_reading: ByReading | None = None
        self._characters: Mapping[int, float] | None = None
        self._ratios: dict[Sound, Both] = {}

    @property
    def by_reading(self) -> ByReading:
        """How likely each character is written so, by how it is read then."""
        if self._by_reading is None:
            found: dict[str, dict[int, float]] = {}
            for reading, share in self.readings:
                held = found.setdefault(key_of(reading), {})
                for place, often in bearers(reading, LAYERS[self.way], self.seat).items():
                    held[place] = held.get(place, 0) + share * often
            self._by_reading = {key: held for key, held in found.items() if held}
        return self._by_reading

    @property
    def characters(self) -> Mapping[int, float]:
        """How likely each character is written so."""
        if self._characters is None:
            found: dict[int, float] = {}
            for shares in (*self.by_reading.values(), self.written):
                for place, share in shares.items():
                    found[place] = found.get(place, 0) + share
            self._characters = found
        return self._characters

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
            for place, both in _common(shares, other.by_reading.get(key, _NONE)):
                yield place, both / (_often(place, layer, self.seat, key) or 1)
        yield from _common(self.written, other.written)
        for one, another in ((self, other), (other, self)):
            yield from _common(one.written, another.characters)


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
    return sum(bearers(reading, layer, seat).get(place, 0) for reading in alike(key))


@lru_cache(maxsize=100_000)
def sound(text: str, way: Way, seat: Seat, *, nearly: bool = False) -> Sound | None:
    """Return what a syllable may be; None where it is none that this way writes.

    ``nearly``: by what is spelled nearly so, where nothing is spelled so.
    """
    if way is Way.HAN:
        written = _han(text)
        return Sound(text, way, seat, (), written) if written else None
    readings = stood_for(text, way, seat) or (near(text, way, seat) if nearly else ())
    written = _by_custom(text, way, seat) if way in CUSTOMS else _NONE
    known = bool(written) or any(bearers(it, LAYERS[way], seat) for it, _ in readings)
    return Sound(text, way, seat, readings, written) if known else None


def _han(text: str) -> Mapping[int, float]:
    """Return what a character may be: itself before what it is written for in simplified script."""
    people = population()
    return {
        at: 1.0 if people.characters[at][0] == text[0] else _SIMPLIFIED
        for at in people.written(text)
    }


def _by_custom(text: str, way: Way, seat: Seat) -> Mapping[int, float]:
    """Return the characters that a syllable spells by custom, whatever they are read as.

    In Taiwan that is as they sound in Hokkien, in Hong Kong some family names: 羅 Law.
    """
    people = population()
    found: dict[int, float] = {}
    for form, share in stood_for(text, CUSTOMS[way], seat):
        for place in people.written(form):
            found[place] = found.get(place, 0) + _OFTEN[way] * share
    return found
