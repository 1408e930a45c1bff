"""Tell which characters a syllable of a name may be, by how it is read."""

from __future__ import annotations

from functools import cache
from types import MappingProxyType
from typing import TYPE_CHECKING

from tongsa import packaged
from tongsa.reading.population import Seat, population
from tongsa.reading.spelled import sections, table

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    Both = tuple[float, float]
    """One number for Chinese speakers, one for Koreans."""

_NOBODY: Mapping[int, float] = MappingProxyType({})


@cache
def bearers(reading: str, layer: str, seat: Seat) -> Mapping[int, float]:
    """Return the characters that are read so in a language, and how often each is."""
    line = _by_reading(layer, seat).get(reading)
    if line is None:
        return _NOBODY
    first = population().first
    words = iter(line.split(" "))
    compound = "+" in reading
    found: dict[int, float] = {}
    for share, characters in zip(words, words, strict=True):
        places = map(first.__getitem__, (characters,) if compound else characters)
        found.update(dict.fromkeys(places, float(share)))
    return found


@cache
def often_borne(reading: str, layer: str, seat: Seat) -> Both:
    """Return how many in a million have a character there that they read so."""
    zh, ko = population().shares[seat]
    in_zh = in_ko = 0.0
    for at, often in bearers(reading, layer, seat).items():
        in_zh += zh[at] * often
        in_ko += ko[at] * often
    return in_zh, in_ko


@cache
def key_of(reading: str) -> str:
    """Return what readings have in common that are one but for 두음 법칙: 량 and 양."""
    return _heads().get(reading, reading)


def alike(key: str) -> Sequence[str]:
    """Return the readings that have a key: 양 and 량 have 양."""
    return (key, *part("heads").get(key, ""))


def part(name: str) -> Mapping[str, str]:
    """Return a part of the asset of syllables, line by line."""
    return _part(name)


def section(layer: str, seat: Seat) -> str:
    """Return the name of the part of the asset that tells the characters of a language."""
    if layer == "korean":
        return f"{layer} {seat.name.lower()}"
    return f"{layer} {'family' if seat is Seat.FAMILY else 'given'}"


def _by_reading(layer: str, seat: Seat) -> Mapping[str, str]:
    return _part(section(layer, seat))


@cache
def _part(name: str) -> Mapping[str, str]:
    return table(_parts().get(name, ""))


@cache
def _parts() -> Mapping[str, str]:
    return sections(packaged.text("reading/data/syllables.txt"))


@cache
def _heads() -> Mapping[str, str]:
    return {root: head for head, roots in _part("heads").items() for root in roots}
