"""Pair spellings of one person, and of two: published ones, and those of the other language."""

from __future__ import annotations

from dataclasses import dataclass, field
from random import Random
from typing import TYPE_CHECKING

from lists import KOREA, TAIWAN, letters

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping, Sequence

    from lists import Lists, Person

RANDOM, SURNAME, SIBLING, HOMOPHONE = "random", "same surname", "sibling", "homophone"
"""Kinds of negatives; homophones are no string's to tell apart, and stand outside all figures."""

_MOST = {RANDOM: 17_200, SURNAME: 1_400}
_SIBLINGS = 4  # for each row
_TRIES = 200  # at a sibling that is no homophone
_DRAWS = 400_000  # pairs of people that are looked at, if there are so many


@dataclass(frozen=True, slots=True, kw_only=True)
class Kind:
    """One question: a list, and the spelling that stands against the published one."""

    name: str
    about: str
    source: str
    """The list."""
    spell: Callable[[Person], str]
    family: Callable[[Person], str]
    """What has to be equal for two to have the same surname."""
    heard: tuple[str, ...]
    """Languages in which neither spelling may be that of both people."""


KINDS = (
    Kind(
        name="R1",
        about="Korean published, pinyin of the hanja",
        source=KOREA,
        spell=lambda it: it.pinyin,
        family=lambda it: it.family,
        heard=("korean", "mandarin"),
    ),
    Kind(
        name="R1b",
        about="Korean published, Revised Romanization of the Hangul",
        source=KOREA,
        spell=lambda it: it.romanised,
        family=lambda it: it.korean_family,
        heard=("korean",),
    ),
    Kind(
        name="R3",
        about="Taiwanese published, pinyin",
        source=TAIWAN,
        spell=lambda it: it.pinyin,
        family=lambda it: it.family,
        heard=("mandarin",),
    ),
    Kind(
        name="R3k",
        about="Taiwanese published, Revised Romanization of the Korean reading",
        source=TAIWAN,
        spell=lambda it: it.romanised,
        family=lambda it: it.family,
        heard=("korean", "mandarin"),
    ),
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Pair:
    """Two spellings, and the characters of either."""

    left: str
    """As published."""
    right: str
    who: tuple[str, str]


@dataclass(frozen=True, slots=True, kw_only=True)
class PairSet:
    """The pairs of one question."""

    kind: Kind
    positives: list[Pair]
    negatives: Mapping[str, list[Pair]] = field(default_factory=dict)
    """By kind, homophones among them; no pair twice in a kind."""

    @property
    def alike(self) -> int:
        """Positives that are the same letters."""
        return sum(letters(pair.left) == letters(pair.right) for pair in self.positives)

    def each(self) -> Iterator[tuple[str, Pair]]:
        """Yield every pair with its kind; that of positives is empty."""
        yield from (("", pair) for pair in self.positives)
        yield from ((name, pair) for name, pairs in self.negatives.items() for pair in pairs)


def make(lists: Lists, seed: int) -> list[PairSet]:
    """Return the pairs of all questions."""
    return [_make(kind, lists.people[kind.source], Random(f"{seed} {kind.name}")) for kind in KINDS]


def siblings(
    person: Person, others: Sequence[Person], random: Random, heard: Sequence[str]
) -> Iterator[tuple[Person, bool]]:
    """Yield names with one given character replaced by one from the list; True if they sound alike.

    Ends after some tries, and may yield a name twice.
    """
    for _ in range(_TRIES):
        other = random.choice(others)
        at, of = random.randrange(len(person.given)), random.randrange(len(other.given))
        if other.given[of] != person.given[at]:
            new = person.sibling(at, other, of)
            yield new, sound_alike(person, new, heard)


def sound_alike(one: Person, other: Person, languages: Sequence[str]) -> bool:
    """Tell whether two names are read the same in any of these languages."""
    mine, yours = one.sounds, other.sounds
    return any(mine[language] == yours[language] for language in languages)


def _make(kind: Kind, people: Sequence[Person], random: Random) -> PairSet:
    """Return the pairs of one question."""
    negatives: dict[str, dict[Pair, None]] = {
        name: {} for name in (RANDOM, SURNAME, SIBLING, HOMOPHONE)
    }
    size = len(people)
    for number in random.sample(range(size * size), min(size * size, _DRAWS)):
        one, other = people[number // size], people[number % size]
        same = kind.family(one) == kind.family(other)
        name = SURNAME if same else RANDOM
        if one.characters == other.characters or len(negatives[name]) >= _MOST[name]:
            continue
        alike = sound_alike(one, other, kind.heard)
        negatives[HOMOPHONE if alike else name][_pair(kind, one, other)] = None
    for one in people:
        wanted = len(negatives[SIBLING]) + _SIBLINGS
        for other, alike in siblings(one, people, random, kind.heard):
            negatives[HOMOPHONE if alike else SIBLING][_pair(kind, one, other)] = None
            if len(negatives[SIBLING]) == wanted:
                break
    return PairSet(
        kind=kind,
        positives=list(dict.fromkeys(_pair(kind, one, one) for one in people)),
        negatives={name: list(found) for name, found in negatives.items()},
    )


def _pair(kind: Kind, one: Person, other: Person) -> Pair:
    return Pair(left=one.published, right=kind.spell(other), who=(one.characters, other.characters))
