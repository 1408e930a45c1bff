"""List how a name may be spelled in Latin letters, the likeliest spelling first."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from functools import cache, lru_cache, partial
from heapq import nlargest
from itertools import product
from types import MappingProxyType
from typing import TYPE_CHECKING

from tongsa.reading.customary import readings_of
from tongsa.reading.habits import by_system, by_systems, scaled, spellings, usage
from tongsa.reading.parse import KO, WAYS, ZH, parse
from tongsa.reading.population import population
from tongsa.reading.shapes import bare
from tongsa.reading.spelled import LAYERS, Way
from tongsa.reading.systems import SYSTEMS

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from tongsa.reading.parse import Hypothesis
    from tongsa.reading.population import Seat
    from tongsa.reading.sound import Sound

MOST = 50
"""Variants that are told, if no other number is asked for."""
_WIDTH = 12
"""Spellings of a syllable that are tried."""
_MIXED = 0.3
"""How often a name in Taiwan is spelled by more than one system: Gao Jyh-peng."""
_READINGS = 4
"""Readings of a syllable that are tried."""

Shares = dict[str, float]


@dataclass(frozen=True, slots=True, kw_only=True)
class Variant:
    """One way to spell a name."""

    text: str
    """As this system writes names: Liang Guangzhong, Liang Kuang-chung."""
    system: str
    """One of SYSTEMS; "Sino-Korean" is as Koreans spell their names, by no one system."""
    share: float
    """How often it would be spelled so, of all ways."""


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class _Route:
    """A way to spell, by one system where it has several."""

    way: Way
    system: str
    shares: tuple[float, float]
    """How often Chinese speakers' and Koreans' names are spelled so."""
    spell: Callable[[str, Seat], Mapping[str, float]]


def variants(name: str, most: int = MOST) -> Sequence[Variant]:
    """Return how a name in Han characters, Hangul or Latin letters may be spelled, best first.

    Spellings that differ in hyphens, spaces, capitals or marks alone are told once. Nothing is
    returned for what is no Chinese or Korean name with a given name.
    """
    found: dict[str, Variant] = {}
    known = parse(name)
    for people, hypotheses in enumerate(known.likely if known.syllables > 1 else ()):
        for each, route in product(hypotheses[:_READINGS], _routes()):
            for share, syllables in _spelled(each, people, route, most):
                text = SHAPES[route.way](syllables)
                key = "".join(syllables)
                if key not in found or found[key].share < share:
                    found[key] = Variant(text=text, system=route.system, share=share)
    return nlargest(most, found.values(), key=lambda it: it.share)


@cache
def _routes() -> Sequence[_Route]:
    names = {stem: name for name, stem in SYSTEMS.items()}
    found = [
        _Route(
            way=way,
            system=names[stem],
            shares=(WAYS[way][ZH] * share, WAYS[way][KO] * share),
            spell=partial(_by_system, stem),
        )
        for way in (Way.PINYIN, Way.TAIWAN, Way.CANTONESE)
        for stem, share in scaled(usage("chinese")[way]).items()
    ]
    taiwan = WAYS[Way.TAIWAN]
    mixed = (taiwan[ZH] * _MIXED, taiwan[KO] * _MIXED)
    return [
        *found,
        _Route(
            way=Way.TAIWAN,
            system="Taiwan usage",
            shares=mixed,
            spell=_in_taiwan,
        ),
        _Route(
            way=Way.KOREAN,
            system="Sino-Korean",
            shares=WAYS[Way.KOREAN],
            spell=_in_korean,
        ),
    ]


def _by_system(stem: str, reading: str, _seat: Seat) -> Mapping[str, float]:
    return by_system(reading, stem)


def _in_taiwan(reading: str, _seat: Seat) -> Mapping[str, float]:
    return by_systems(reading, Way.TAIWAN)


def _in_korean(reading: str, seat: Seat) -> Mapping[str, float]:
    return spellings(reading, Way.KOREAN, seat)


def _spelled(
    each: Hypothesis, people: int, route: _Route, most: int
) -> Sequence[tuple[float, tuple[str, ...]]]:
    """Return the likeliest spellings of a name that is read by one hypothesis."""
    best: list[tuple[float, tuple[str, ...]]] = [(each.share * route.shares[people], ())]
    for sound in each.sounds:
        longer = (
            (share * portion, (*before, text))
            for (share, before), (portion, text) in product(best, _slot(sound, people, route))
        )
        best = nlargest(most, longer)
    return best


@lru_cache(maxsize=20_000)
def _slot(sound: Sound, people: int, route: _Route) -> Sequence[tuple[float, str]]:
    """Return the likeliest spellings of a syllable, whatever characters it is."""
    shares = population().shares[sound.seat][people]
    readings: Shares = defaultdict(float)
    whole = 0.0
    for place, part in sound.characters.items():
        weight = shares[place] * part
        whole += weight
        for reading, often in readings_of(place, LAYERS[route.way], sound.seat).items():
            readings[reading] += weight * often
    found: Shares = defaultdict(float)
    for reading, weight in nlargest(_READINGS, readings.items(), key=lambda it: it[1]):
        for text, portion in route.spell(reading, sound.seat).items():
            found[bare(text)] += weight / whole * portion
    return nlargest(_WIDTH, ((share, text) for text, share in found.items() if text.isalpha()))


def _closed(syllables: Sequence[str]) -> str:
    """Write a name as pinyin does; an apostrophe parts what would be read together: Xi'an."""
    family, *given = syllables
    text = "".join(f"'{it}" if at and it[0] in "aeo" else it for at, it in enumerate(given))
    return f"{family.capitalize()} {text.capitalize()}".strip()


def _hyphenated(syllables: Sequence[str]) -> str:
    family, *given = syllables
    return f"{family.capitalize()} {'-'.join(given).capitalize()}".strip()


def _apart(syllables: Sequence[str]) -> str:
    return " ".join(text.capitalize() for text in syllables)


SHAPES = MappingProxyType(
    {Way.PINYIN: _closed, Way.TAIWAN: _hyphenated, Way.KOREAN: _hyphenated, Way.CANTONESE: _apart}
)
