"""Tell how people write a syllable of a name, and how often so."""

from __future__ import annotations

from collections import defaultdict
from functools import cache
from itertools import product
from types import MappingProxyType
from typing import TYPE_CHECKING, Any

from tongsa import packaged
from tongsa.reading import cantonese, korean, mandarin
from tongsa.reading.hangul import take_apart
from tongsa.reading.korean import coda_sound
from tongsa.reading.population import Seat, population
from tongsa.reading.spelled import LAYERS, Way
from tongsa.reading.systems import read_table

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

    Shares = Mapping[str, float]
    Table = Mapping[str, Any]  # Any: as TOML gives it
    Letters = tuple[Mapping[str, Shares], Mapping[str, Shares], Mapping[str, Shares]]

_MERGED = 0.0005
"""How often a name in Taiwan is spelled as another sound that many say alike: for a question."""
_ALIKE = (
    *(("ing", "in"), ("in", "ing"), ("eng", "en"), ("en", "eng")),
    *(("zh", "z"), ("ch", "c"), ("sh", "s"), ("z", "zh"), ("c", "ch"), ("s", "sh")),
)
_FORMAL = 0.03
"""How often a Korean name stands in McCune and Reischauer's spelling with all marks."""
_OWN = 0.75
"""Of a syllable that has shares of its own, how much these tell; its letters tell the rest."""
_KEPT = 0.97
"""How often a family name is spelled in a way that is told for it."""


@cache
def usage(name: str) -> Table:
    """Return a table of how often names are spelled one way or another."""
    return packaged.table(f"reading/usage/{name}.toml")


def scaled(shares: Shares) -> dict[str, float]:
    """Return shares as parts of one."""
    whole = sum(shares.values())
    return {spelling: share / whole for spelling, share in shares.items()}


@cache
def spellings(reading: str, way: Way, seat: Seat) -> Shares:
    """Return how a reading, one of Population.readings, is written, in parts of one."""
    spell = _SPELLINGS[LAYERS[way]]
    if way is Way.HANGUL:
        return {reading.replace("+", ""): 1.0}
    return spell(reading, way, seat)


def _by_systems(reading: str, way: Way, _seat: Seat) -> Shares:
    """Return how a reading is written in a way, and in Taiwan what is said like it, too."""
    found = dict(by_systems(reading, way))
    for other in _merged(reading) if way is Way.TAIWAN else ():
        for text, share in by_systems(other, way).items():
            found[text] = found.get(text, 0) + _MERGED * share
    return found


@cache
def by_systems(reading: str, way: Way) -> Shares:
    """Return how a reading is written by the systems of a way, each of which has its share."""
    found: dict[str, float] = defaultdict(float)
    for stem, share in scaled(usage("chinese")[way]).items():
        for text, part in by_system(reading, stem).items():
            found[text] += share * part
    return dict(found)


def _merged(reading: str) -> Iterator[str]:
    """Yield what many in Taiwan say alike: in and ing, en and eng, z and zh, c and ch, s and sh."""
    known = {written for each in population().readings("mandarin") for written in each.split(",")}
    for one, other in _ALIKE:
        if reading.endswith(one):
            changed = reading.removesuffix(one) + other
        elif reading.startswith(one) and not reading.startswith(f"{one}h"):
            changed = other + reading.removeprefix(one)
        else:
            continue
        if changed in known:
            yield changed


@cache
def by_system(reading: str, stem: str) -> Shares:
    """Return how a reading of Chinese is written by a system, known by the stem of its file."""
    table = _table(stem)
    if table["language"] == "yue":
        return _in_hong_kong(table, reading)
    parts = [sorted(mandarin.spell(table, syllable)) for syllable in reading.split("+")]
    written = dict.fromkeys("".join(each) for each in product(*parts))
    return dict.fromkeys(written, 1 / len(written))


def _in_hong_kong(table: Table, reading: str) -> Shares:
    """Return how a reading is written where no rule is: each spelling half as often as before."""
    parts = [
        [(text, 0.5**place) for place, text in enumerate(cantonese.in_full(table, syllable))]
        for syllable in reading.split("+")
    ]
    found: dict[str, float] = defaultdict(float)
    for each in product(*parts):
        share = 1.0
        for _, part in each:
            share *= part
        found["".join(text for text, _ in each)] += share
    return scaled(found)


@cache
def _table(stem: str) -> Table:
    return read_table(stem)


def _in_korean(reading: str, way: Way, seat: Seat) -> Shares:
    """Return how a Korean reading is written: as people do, or by a system with its marks."""
    return _mixed(1 - _FORMAL, _as_people_do(reading, way, seat), _by_mccune(reading))


@cache
def _by_mccune(reading: str) -> Shares:
    """Return how McCune and Reischauer write a reading, whatever stands beside it."""
    table = _table("mccune-reischauer")
    parts = [
        sorted(
            spelling
            for before in (None, "", "ㄴ")
            for behind in (None, "ㅇ", "ㄱ")
            for spelling in korean.spell(table, syllable, before, behind)
            if not spelling.isascii()
        )
        or [""]
        for syllable in reading.split("+")
    ]
    written = dict.fromkeys("".join(each) for each in product(*parts))
    return {text: 1 / len(written) for text in written if text}


def _as_people_do(reading: str, way: Way, seat: Seat) -> Shares:
    table = usage("korean")
    if seat is Seat.FAMILY and reading.replace("+", "") in table["families"]:
        families = scaled(table["families"][reading.replace("+", "")])
        return _mixed(_KEPT, families, _as_people_do(reading, way, Seat.FIRST))
    if "+" in reading:
        one, other = reading.split("+")
        parts = _as_people_do(one, way, Seat.FIRST), _as_people_do(other, way, Seat.LATER)
        both: dict[str, float] = defaultdict(float)
        for (left, share), (right, part) in product(parts[0].items(), parts[1].items()):
            both[left + right] += share * part
        return both
    letters = _by_letters(reading, seat)
    if reading not in table["syllables"]:
        return letters
    return _mixed(_OWN, scaled(table["syllables"][reading]), letters)


def _mixed(share: float, some: Shares, rest: Shares) -> Shares:
    texts = dict.fromkeys((*some, *rest))
    return {it: share * some.get(it, 0) + (1 - share) * rest.get(it, 0) for it in texts}


def _by_letters(syllable: str, seat: Seat) -> Shares:
    letters = take_apart(syllable)
    onsets, vowels, codas = _letters(seat)
    found: dict[str, float] = defaultdict(float)
    for (head, one), (vowel, two), (tail, three) in product(
        onsets[letters.onset].items(),
        vowels[letters.vowel].items(),
        codas[coda_sound(letters.coda)].items(),
    ):
        found[head + vowel + tail] += one * two * three
    return found


@cache
def _letters(seat: Seat) -> Letters:
    """Return how onsets, vowels and codas are written."""
    table = usage("korean")
    onsets = table["onsets"]["first"] | (table["onsets"]["later"] if seat is Seat.LATER else {})
    first, second, third = (
        {letter: scaled(shares) for letter, shares in each.items()}
        for each in (onsets, table["vowels"], table["codas"])
    )
    return first, second, third


_SPELLINGS: Mapping[str, Callable[[str, Way, Seat], Shares]] = MappingProxyType(
    {"mandarin": _by_systems, "cantonese": _by_systems, "korean": _in_korean}
)
