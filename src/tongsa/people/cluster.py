"""Tell which names of an article are one person's."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING, NamedTuple

from tongsa.reading import Circle, Verdict, compare

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Sequence

    from tongsa.reading import Comparison

    Groups = list[list[int]]

_PLAIN = 20.0
"""The score of names that are one by their words: Donald Trump, Donald J. Trump."""
_MARGIN = 0.5
"""Nats by which the best match of a name must beat that with somebody else."""


class Question(NamedTuple):
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
    holding = list(groups)
    for _, one, other in matches.ranked():
        ours, theirs = holding[one], holding[other]
        if ours is not theirs and matches.agree(ours, theirs) and matches.best(ours, theirs):
            ours += theirs
            for at in theirs:
                holding[at] = ours
    groups = [group for at, group in enumerate(holding) if group[0] == at]
    return sorted(map(sorted, _with_families(groups, names)))


def questions(names: Sequence[str], groups: Groups) -> Iterator[Question]:
    """Yield the pairs that may be one person's, of each two groups the first."""
    holding = {at: number for number, group in enumerate(groups) for at in group}
    found: defaultdict[tuple[int, int], list[Question]] = defaultdict(list)
    for one, other in _acquainted(names):
        ours, theirs = holding[one], holding[other]
        if ours != theirs:
            first, last = (one, other) if ours < theirs else (other, one)
            comparison = compare(names[first], names[last])
            if comparison.verdict is not Verdict.DIFFERENT:
                pair = (min(ours, theirs), max(ours, theirs))
                found[pair].append(Question(one=first, other=last, found=comparison))
    for _, questions in sorted(found.items()):
        yield min(questions, key=lambda it: (-it.found.score, it.one, it.other))


def _acquainted(names: Sequence[str]) -> Iterator[tuple[int, int]]:
    """Yield the pairs of names that a glance does not tell to be two people's."""
    places: defaultdict[str, list[int]] = defaultdict(list)
    for at, name in enumerate(names):
        places[name].append(at)
    circle = Circle(names)
    for at, name in enumerate(names):
        for known in circle.acquainted(name):
            yield from ((at, other) for other in places[known] if other > at)


class _Matches:
    """How each two names compare."""

    def __init__(self, names: Sequence[str], apart: Collection[frozenset[str]]) -> None:
        self._scores: dict[int, dict[int, float]] = defaultdict(dict)
        self._open: set[tuple[int, int]] = set()
        for one, other in _acquainted(names):
            if frozenset((names[one], names[other])) in apart:
                continue
            found = compare(names[one], names[other])
            if found.verdict is not Verdict.DIFFERENT:
                self._open.add((one, other))
            if found.verdict is Verdict.SAME:
                score = found.score if found.score > 0 else _PLAIN
                self._scores[one][other] = self._scores[other][one] = score

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
        return all(
            (min(one, other), max(one, other)) in self._open for one in ours for other in theirs
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


def _with_families(groups: Groups, names: Sequence[str]) -> Groups:
    """Return the groups with family names alone put to the only person who has them."""
    persons, alone = [], []
    owners: defaultdict[str, list[list[int]]] = defaultdict(list)
    for group in groups:
        if all(" " not in names[at].strip() for at in group):
            alone.append(group)
            continue
        persons.append(group)
        for word in {word for at in group for word in _words(names[at])}:
            owners[word].append(group)
    for group in alone:
        held = owners[names[group[0]].strip().casefold()]
        if len(held) == 1:
            held[0] += group
        else:
            persons.append(group)
    return persons


def _words(name: str) -> Sequence[str]:
    return name.casefold().replace(",", " ").split()
