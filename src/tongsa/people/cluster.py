"""Tell which names of an article are one person's."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from itertools import combinations
from typing import TYPE_CHECKING

from tongsa.reading import Verdict, compare

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Sequence

    from tongsa.reading import Comparison

    Groups = list[list[int]]

_PLAIN = 20.0
"""The score of names that are one by their words: Donald Trump, Donald J. Trump."""
_MARGIN = 0.5
"""Nats by which the best match of a name must beat that with somebody else."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Question:
    """Two names of which nothing tells whether they are one person's."""

    one: int
    """The place of a name."""
    other: int
    found: Comparison


def cluster(names: Sequence[str], apart: Collection[frozenset[str]] = ()) -> Groups:
    """Return which names are one person's, by their places, in the order of the names.

    Names are put together only where each is the other's best match, and where no third person
    would match nearly as well. A family name alone goes with the only person who has it. Pairs of
    names that are ``apart`` are two people's.
    """
    matches = _Matches(names, apart)
    groups = [[at] for at in range(len(names))]
    for _, one, other in matches.ranked():
        ours, theirs = _holding(groups, one), _holding(groups, other)
        if ours is not theirs and matches.agree(ours, theirs) and matches.best(ours, theirs):
            groups.remove(theirs)
            ours += theirs
    _add_families(groups, names)
    return sorted(sorted(group) for group in groups)


def questions(names: Sequence[str], groups: Groups) -> Iterator[Question]:
    """Yield the pairs that may be one person's, of each two groups the first."""
    for ours, theirs in combinations(groups, 2):
        pairs = (
            (one, other, compare(names[one], names[other])) for one in ours for other in theirs
        )
        found = [it for it in pairs if it[2].verdict is not Verdict.DIFFERENT]
        if found:
            one, other, comparison = max(found, key=lambda it: it[2].score)
            yield Question(one=one, other=other, found=comparison)


class _Matches:
    """How each two names compare."""

    def __init__(self, names: Sequence[str], apart: Collection[frozenset[str]]) -> None:
        self._scores: dict[int, dict[int, float]] = defaultdict(dict)
        self._apart: set[tuple[int, int]] = set()
        for one, other in combinations(range(len(names)), 2):
            found = compare(names[one], names[other])
            if frozenset((names[one], names[other])) in apart:
                self._apart.add((one, other))
            elif found.verdict is Verdict.SAME:
                score = found.score if found.score > 0 else _PLAIN
                self._scores[one][other] = self._scores[other][one] = score
            elif found.verdict is Verdict.DIFFERENT:
                self._apart.add((one, other))

    def ranked(self) -> list[tuple[float, int, int]]:
        """Return the matches, the best first."""
        found = (
            (-score, one, other)
            for one, others in self._scores.items()
            for other, score in others.items()
            if one < other
        )
        return sorted(found)

    def agree(self, ours: Sequence[int], theirs: Sequence[int]) -> bool:
        """Tell whether no name of one group is surely none of the other's."""
        return not any(
            (min(one, other), max(one, other)) in self._apart for one in ours for other in theirs
        )

    def best(self, ours: Sequence[int], theirs: Sequence[int]) -> bool:
        """Tell whether two groups match each other better than anybody else."""
        return all(self._prefers(*pair) for pair in ((ours, theirs), (theirs, ours)))

    def _prefers(self, ours: Sequence[int], theirs: Sequence[int]) -> bool:
        within = max(self._scores[one].get(other, 0) for one in ours for other in theirs)
        rivals = (
            score
            for one in ours
            for other, score in self._scores[one].items()
            if other not in ours and other not in theirs and not self.agree([other], theirs)
        )
        return max(rivals, default=0) <= within - _MARGIN


def _holding(groups: Groups, name: int) -> list[int]:
    return next(group for group in groups if name in group)


def _add_families(groups: Groups, names: Sequence[str]) -> None:
    """Put family names alone to the only person who has them."""
    alone = [group for group in groups if all(" " not in names[at].strip() for at in group)]
    persons = [group for group in groups if group not in alone]
    for group in alone:
        word = names[group[0]].strip().casefold()
        owners = [it for it in persons if any(word in _words(names[at]) for at in it)]
        if len(owners) == 1:
            groups.remove(group)
            owners[0] += group


def _words(name: str) -> Sequence[str]:
    return name.casefold().replace(",", " ").split()
