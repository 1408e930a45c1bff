"""Tell how a character of a name is read in each language, and how often so."""

from __future__ import annotations

from functools import cache
from types import MappingProxyType
from typing import TYPE_CHECKING

from tongsa.reading.characters import surnames
from tongsa.reading.korean import at_head
from tongsa.reading.population import Seat, population

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping, Sequence

    Readings = Iterator[tuple[str, float]]

_CUSTOMARY = 0.9
"""How often a character with several readings is read the customary way."""
# How often Koreans follow 두음 법칙 there: 량 is 양. The North, and the press for names of Chinese,
# do not; within a name few do.
_HEADED = {Seat.FAMILY: 0.8, Seat.FIRST: 0.7, Seat.LATER: 0.25}
TABLES = MappingProxyType({"mandarin": "zh", "korean": "ko", "cantonese": "yue"})
"""The tables of how family names are read, by language."""


@cache
def readings_of(place: int, layer: str, seat: Seat) -> Mapping[str, float]:
    """Return how a character is read in a language, and how often so: syllables joined by +."""
    found: dict[str, float] = {}
    for reading, share in readings(place, layer, seat):  # 寧 is 녕 and 령, and 영 for both
        found[reading] = found.get(reading, 0) + share
    return found


def readings(place: int, layer: str, seat: Seat) -> Readings:
    """Yield how a character is read in a language, and how often so, the likeliest first."""
    yield from readings_in(population().characters[place], _written(layer)[place], layer, seat)


def readings_in(character: str, written: str, layer: str, seat: Seat) -> Readings:
    """Yield how a character is read of which this is told; its family's own readings first."""
    if written != "-":
        yield from _LAYERS[layer](character, written, seat)


@cache
def _written(layer: str) -> Sequence[str]:
    return population().readings(layer)


def _in_mandarin(character: str, written: str, seat: Seat) -> Readings:
    own = surnames("zh") if seat is Seat.FAMILY else None
    if "+" in written:
        known = own.compounds.get(character) if own else None
        yield "+".join(map(min, known)) if known else written, 1.0
        return
    special = own.readings.get(character) if own else None
    yield from _share(special or written.split(","))


def _in_korean(character: str, written: str, seat: Seat) -> Readings:
    """Yield the readings with 두음 법칙 and without."""
    if "+" in written:
        yield written, 1.0
        return
    special = surnames("ko").readings.get(character) if seat is Seat.FAMILY else None
    listed = special or written.split(",")
    headed = {at_head(syllable) for syllable in listed if at_head(syllable) != syllable}
    for syllable, share in _share([it for it in listed if it not in headed]):
        head = at_head(syllable)
        if head == syllable:
            yield syllable, share
        else:
            yield head, share * _HEADED[seat]
            yield syllable, share * (1 - _HEADED[seat])


def _in_cantonese(character: str, written: str, seat: Seat) -> Readings:
    special = surnames("yue").readings.get(character[:1]) if seat is Seat.FAMILY else None
    yield from _share(special or written.split(","))


def _share(readings: Sequence[str]) -> Readings:
    """Yield each reading with its part: the customary one has the most."""
    others = len(readings) - 1
    yield readings[0], _CUSTOMARY if others else 1.0
    for reading in readings[1:]:
        yield reading, (1 - _CUSTOMARY) / others


_LAYERS: Mapping[str, Callable[[str, str, Seat], Readings]] = MappingProxyType(
    {"mandarin": _in_mandarin, "korean": _in_korean, "cantonese": _in_cantonese}
)
