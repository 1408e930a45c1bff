"""Ask the peers, who live in a process of their own, and sum up how scores tell pairs apart."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import groupby
from operator import itemgetter
from typing import TYPE_CHECKING

from peer import asked

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

TOOLS = (
    "rapidfuzz ratio",
    "token_set_ratio",
    "Jaro–Winkler",
    "Unidecode + ratio",
    "logic-v2",
    "name-based",
    "ofac",
)
"""The peers."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Point:
    """How a tool does when all pairs from a threshold on count as one person's."""

    threshold: float
    precision: float
    recall: float

    @property
    def f1(self) -> float:
        """The harmonic mean of precision and recall."""
        both = self.precision + self.recall
        return 2 * self.precision * self.recall / both if both else 0.0


NOWHERE = Point(threshold=float("inf"), precision=1.0, recall=0.0)
"""Where nothing counts."""


def scores(
    pairs: Sequence[tuple[str, str]], tools: Sequence[str], peers: str
) -> dict[str, list[float]]:
    """Return each tool's scores of the pairs; equal pairs are asked for once."""
    if not tools:
        return {}
    numbers = {
        name: at for at, name in enumerate(dict.fromkeys(it for pair in pairs for it in pair))
    }
    places = {pair: at for at, pair in enumerate(dict.fromkeys(pairs))}
    task = {
        "names": list(numbers),
        "pairs": [(numbers[left], numbers[right]) for left, right in places],
        "tools": tools,
    }
    found = asked(peers, "peers.py", task)
    return {tool: [found[tool][places[pair]] for pair in pairs] for tool in tools}


def points(scored: Iterable[tuple[float, bool]], positives: int) -> list[Point]:
    """Return what comes out at every threshold, the highest first; True is one person's pair."""
    found: list[Point] = []
    right = taken = 0
    ordered = sorted(scored, key=itemgetter(0), reverse=True)
    for threshold, group in groupby(ordered, key=itemgetter(0)):
        truths = [truth for _, truth in group]
        right += sum(truths)
        taken += len(truths)
        found.append(
            Point(threshold=threshold, precision=right / taken, recall=right / (positives or 1))
        )
    return found


def best(found: Iterable[Point]) -> Point:
    """Return the point with the highest F1."""
    return max(found, key=lambda it: it.f1, default=NOWHERE)


def reaching(found: Iterable[Point], precision: float) -> Point:
    """Return the point with the most recall at this precision or better."""
    fine = (it for it in found if it.precision >= precision and it.recall)
    return max(fine, key=lambda it: it.recall, default=NOWHERE)
