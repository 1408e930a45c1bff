"""Look where the published spelling and the Hangul stand among the forms that are offered."""

from __future__ import annotations

from dataclasses import dataclass
from statistics import median
from typing import TYPE_CHECKING

import ours
from lists import KOREA, TAIWAN, letters

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from lists import Lists, Person

FIRST = (1, 10, 50, 200)
"""How many of the forms one might look through."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Ranks:
    """Where what is sought stands, for each name of a list."""

    what: str
    ranks: tuple[int | None, ...]
    """From 1; None where it is not offered."""
    counts: tuple[int, ...]
    """How many forms are offered."""
    missed: tuple[str, ...]
    """What is not offered, with its characters, as it was published."""

    def within(self, first: int) -> int:
        """Return how many are among the first so many forms."""
        return sum(rank is not None and rank <= first for rank in self.ranks)

    @property
    def found(self) -> int:
        """How many are offered at all."""
        return sum(rank is not None for rank in self.ranks)

    @property
    def size(self) -> float:
        """Forms that are offered for a name, the median."""
        return median(self.counts)


def measure(lists: Lists) -> list[Ranks]:
    """Return the ranks of Hangul forms of hanja, then of the published spellings."""
    korea, taiwan = (lists.people[name] for name in (KOREA, TAIWAN))
    packages = lists.packages
    return [
        _ranks("Hangul of the hanja", korea, lambda it: ours.hangul(it.characters), _is_hangul),
        _ranks("the same, hanja package", korea, lambda it: [packages[it.characters]], _is_hangul),
        _ranks("Latin of the hanja", korea, lambda it: _latin(it.characters), _is_published),
        _ranks("Latin of the Hangul", korea, lambda it: _latin(it.hangul), _is_published),
        _ranks("Latin of the hanzi", taiwan, lambda it: _latin(it.characters), _is_published),
        _ranks("pinyin alone (pypinyin)", taiwan, lambda it: [letters(it.pinyin)], _is_published),
        _ranks(
            "Revised Romanization alone", korea, lambda it: [letters(it.romanised)], _is_published
        ),
    ]


def _ranks(
    what: str,
    people: Sequence[Person],
    offer: Callable[[Person], Sequence[str]],
    fits: Callable[[Person, str], bool],
) -> Ranks:
    ranks: list[int | None] = []
    counts: list[int] = []
    missed: list[str] = []
    for person in people:
        forms = offer(person)
        rank = next((at for at, form in enumerate(forms, 1) if fits(person, form)), None)
        ranks.append(rank)
        counts.append(len(forms))
        if rank is None:
            missed.append(f"{person.characters} {person.hangul} {person.published}")
    return Ranks(what=what, ranks=tuple(ranks), counts=tuple(counts), missed=tuple(missed))


def _latin(name: str) -> list[str]:
    """Return the letters of all Latin spellings; what differs in hyphens alone is one."""
    return list(dict.fromkeys(map(letters, ours.variants(name))))


def _is_hangul(person: Person, form: str) -> bool:
    return form == person.hangul


def _is_published(person: Person, form: str) -> bool:
    """Tell whether a form is the published spelling, whose family name may stand last."""
    given, _, family = person.published.rpartition(" ")
    return form in {letters(person.published), letters(family + given)}
