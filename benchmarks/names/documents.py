"""Simulate documents with people who are spelled twice, and see which names are put together."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import combinations
from random import Random
from typing import TYPE_CHECKING

import ours
from pairs import KINDS, siblings, sound_alike
from tools import Point, best, points, reaching, scores

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from lists import Lists, Person

PEOPLE, DOUBLES = 16, 3
_BOTH = ("korean", "mandarin")

Name = tuple[str, str]
"""Whose name it is, and its spelling."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Document:
    """The names of one document, in any order."""

    names: tuple[Name, ...]

    @property
    def truth(self) -> set[tuple[int, int]]:
        """The numbers of names that are one person's."""
        every = combinations(range(len(self.names)), 2)
        return {(one, other) for one, other in every if self.names[one][0] == self.names[other][0]}


@dataclass(frozen=True, slots=True, kw_only=True)
class Result:
    """How a tool puts names together, over all documents."""

    tool: str
    about: str
    """The threshold, and how it was chosen."""
    point: Point
    wrong: tuple[tuple[Name, Name], ...] = ()


def make(lists: Lists, count: int, seed: int, *, sibling: bool) -> list[Document]:
    """Return documents; with ``sibling`` each has one name more, otherwise they are the same."""
    return [_make(lists, Random(f"{seed} {number}"), sibling=sibling) for number in range(count)]


def measure(documents: Sequence[Document], tools: Sequence[str], peers: str) -> list[Result]:
    """Return tongsa's result, and two of each peer: at its best F1, and at 99.9 % precision."""
    results = [_ours(documents)]
    pairs = [
        (one[1], other[1])
        for document in documents
        for one, other in combinations(document.names, 2)
    ]
    for tool, found in scores(pairs, tools, peers).items():
        curve = points(_mutual(documents, found), DOUBLES * len(documents))
        for about, point in (("best F1", best(curve)), ("P ≥ 99.9", reaching(curve, 0.999))):
            results.append(Result(tool=tool, about=f"{about}, {point.threshold:.3g}", point=point))
    return results


def _make(lists: Lists, random: Random, *, sibling: bool) -> Document:
    """Draw as many from each list, and spell the first few a second time in one of two ways."""
    drawn: list[Person] = []
    for people in lists.people.values():
        wanted = len(drawn) + PEOPLE // len(lists.people)
        for person in random.sample(people, len(people)):
            if len(drawn) < wanted and not _sounds_known(person, drawn):
                drawn.append(person)
    random.shuffle(drawn)
    doubles = [
        (person, random.choice([kind for kind in KINDS if kind.source == person.source]))
        for person in drawn[:DOUBLES]
    ]
    names = [(person.characters, person.published) for person in drawn]
    names += [(person.characters, kind.spell(person)) for person, kind in doubles]
    random.shuffle(names)
    if sibling:  # drawn last, so that all else stays the same
        person, kind = random.choice(doubles)
        for other, _ in siblings(person, lists.people[person.source], random, _BOTH):
            if not _sounds_known(other, drawn):
                names.insert(random.randrange(len(names)), (other.characters, kind.spell(other)))
                break
    return Document(names=tuple(names))


def _sounds_known(person: Person, others: Sequence[Person]) -> bool:
    return any(sound_alike(person, other, _BOTH) for other in others)


def _ours(documents: Sequence[Document]) -> Result:
    """Count the pairs in tongsa's groups."""
    taken = right = 0
    wrong: list[tuple[Name, Name]] = []
    for document in documents:
        groups = ours.cluster([spelling for _, spelling in document.names])
        merged = {pair for group in groups for pair in combinations(group, 2)}
        truth = document.truth
        taken += len(merged)
        right += len(merged & truth)
        wrong += [
            (document.names[one], document.names[other]) for one, other in sorted(merged - truth)
        ]
    point = Point(
        threshold=0.0,
        precision=right / taken if taken else 1.0,
        recall=right / (DOUBLES * len(documents)),
    )
    return Result(tool="tongsa", about="cluster", point=point, wrong=tuple(wrong))


def _mutual(documents: Sequence[Document], found: Sequence[float]) -> Iterator[tuple[float, bool]]:
    """Yield the score of each pair of which either is the other's best, and no third as good."""
    at = 0
    for document in documents:
        size = len(document.names)
        every = list(combinations(range(size), 2))
        scored = dict(zip(every, found[at : at + len(every)], strict=True))
        at += len(every)
        ranks: list[list[float]] = [[] for _ in range(size)]
        for pair, score in scored.items():
            for one in pair:
                ranks[one].append(score)
        tops = [sorted(rank, reverse=True)[:2] for rank in ranks]
        truth = document.truth
        for pair, score in scored.items():
            if all(score == tops[one][0] and score > tops[one][1] for one in pair):
                yield score, pair in truth
