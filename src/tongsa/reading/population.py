"""Tell how often Han characters stand in names, and how each is read there."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from enum import IntEnum
from functools import cache
from importlib import resources
from types import MappingProxyType
from typing import TYPE_CHECKING

from tongsa.reading.characters import surnames
from tongsa.reading.korean import at_head

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping, Sequence

    Readings = Iterator[tuple[str, float]]

_HEADER, _CELLS = 2, 8
"""Lines before the asset's rows, and the cells of a row."""
_CUSTOMARY = 0.9
"""How often a character with several readings is read the customary way."""


class Seat(IntEnum):
    """Where in a name a character stands."""

    FAMILY = 0
    FIRST = 1
    """First of the given name, or all of it."""
    LATER = 2


# How often Koreans follow 두음 법칙 there: 량 is 양. The North, and the press for names of Chinese,
# do not; within a name few do.
_HEADED = {Seat.FAMILY: 0.8, Seat.FIRST: 0.7, Seat.LATER: 0.25}


@dataclass(frozen=True, slots=True, kw_only=True)
class Population:
    """The characters of names, and family names of two characters, each known by its place."""

    forms: Sequence[str]
    """As written in either script, the traditional form first; a compound's forms parted by /."""
    shares: Sequence[tuple[Sequence[float], Sequence[float]]]
    """By seat: how many in a million have it there, of Chinese speakers and of Koreans."""
    mandarin: Sequence[str]
    """In pinyin without tones, the customary reading first; a compound's syllables joined by +."""
    korean: Sequence[str]
    cantonese: Sequence[str]
    first: Mapping[str, int]
    """The character of which a form is the first."""
    others: Mapping[str, Sequence[int]]
    """The characters of which it is another form."""

    def written(self, form: str) -> Sequence[int]:
        """Return the characters that a form may be: a simplified one may stand for several."""
        first = self.first.get(form)
        others = self.others.get(form, ())
        return others if first is None else (first, *others)

    def readings(self, place: int, layer: str, seat: Seat) -> Readings:
        """Yield how a character is read in a language, and how often so: syllables joined by +."""
        written = getattr(self, layer)[place]
        if written != "-":
            yield from _LAYERS[layer](self.forms[place], written, seat)


@cache
def population() -> Population:
    """Return the characters of names."""
    text = resources.files("tongsa.reading").joinpath("data/names.txt").read_text("utf-8")
    cells = text.split("\n", _HEADER)[_HEADER].split()
    forms, *numbers, mandarin, korean, cantonese = (cells[at::_CELLS] for at in range(_CELLS))
    first: dict[str, int] = {}
    others: dict[str, list[int]] = defaultdict(list)
    for place, written in enumerate(forms):
        if len(written) == 1:
            first[written] = place
        else:
            main, *rest = written.split("/") if "+" in mandarin[place] else list(written)
            first[main] = place
            for form in rest:
                others[form].append(place)
    values = {number: float(number) for column in numbers for number in set(column)}
    family_zh, family_ko, given_zh, given_ko = (
        list(map(values.__getitem__, column)) for column in numbers
    )
    given = (given_zh, given_ko)
    return Population(
        forms=forms,
        shares=((family_zh, family_ko), given, given),
        mandarin=mandarin,
        korean=korean,
        cantonese=cantonese,
        first=first,
        others=others,
    )


@cache
def places(layer: str) -> Mapping[str, Sequence[int]]:
    """Return the characters, and compounds, that may be read so in a language, by reading."""
    people = population()
    alike: dict[str, list[int]] = defaultdict(list)
    for place, written in enumerate(getattr(people, layer)):
        alike[written].append(place)
    found: dict[str, list[int]] = defaultdict(list)
    for written, those in alike.items():
        for reading, _ in _LAYERS[layer]("", written, Seat.FIRST) if written != "-" else ():
            found[reading] += those
    for form in special_families(layer):
        for place in people.written(form):
            for reading, _ in people.readings(place, layer, Seat.FAMILY):
                if place not in found[reading]:
                    found[reading].append(place)
    return found


def special_families(layer: str) -> Iterator[str]:
    """Yield the family names that are not read as their characters are elsewhere."""
    if layer in _TABLES:
        own = surnames(_TABLES[layer])
        yield from (*own.readings, *own.compounds)


def _in_mandarin(form: str, written: str, seat: Seat) -> Readings:
    own = surnames("zh") if seat is Seat.FAMILY else None
    if "+" in written:
        name = form.partition("/")[0]
        known = own.compounds.get(name) if own else None
        yield "+".join(map(min, known)) if known else written, 1.0
        return
    special = own.readings.get(form[:1]) if own else None
    yield from _share(special or written.split(","))


def _in_korean(form: str, written: str, seat: Seat) -> Readings:
    """Yield the readings with 두음 법칙 and without."""
    if "+" in written:
        yield written, 1.0
        return
    special = surnames("ko").readings.get(form[:1]) if seat is Seat.FAMILY else None
    listed = special or written.split(",")
    headed = {at_head(syllable) for syllable in listed if at_head(syllable) != syllable}
    for syllable, share in _share([it for it in listed if it not in headed]):
        head = at_head(syllable)
        if head == syllable:
            yield syllable, share
        else:
            yield head, share * _HEADED[seat]
            yield syllable, share * (1 - _HEADED[seat])


def _in_cantonese(form: str, written: str, seat: Seat) -> Readings:
    special = surnames("yue").readings.get(form[:1]) if seat is Seat.FAMILY else None
    yield from _share(special or written.split(","))


def _share(readings: Sequence[str]) -> Readings:
    """Yield each reading with its part: the customary one has the most."""
    others = len(readings) - 1
    yield readings[0], _CUSTOMARY if others else 1.0
    for reading in readings[1:]:
        yield reading, (1 - _CUSTOMARY) / others


_TABLES = {"mandarin": "zh", "korean": "ko", "cantonese": "yue"}
_LAYERS: Mapping[str, Callable[[str, str, Seat], Readings]] = MappingProxyType(
    {"mandarin": _in_mandarin, "korean": _in_korean, "cantonese": _in_cantonese}
)
