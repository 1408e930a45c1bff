"""How sure a share is: Wilson's interval, and a bootstrap for the mean of many shares."""

from __future__ import annotations

from math import comb, sqrt
from random import Random
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

Interval = tuple[float, float]
"""Per cent, from and to."""

_Z = 1.959964  # of the normal distribution, for 95 %
_ROUNDS = 4_000
_TAIL = 0.025


def wilson(hits: int, total: int) -> Interval:
    """Return the 95 % interval of a share (Wilson 1927)."""
    if not total:
        return 0.0, 100.0
    share, square = hits / total, _Z * _Z
    middle = share + square / (2 * total)
    spread = _Z * sqrt(share * (1 - share) / total + square / (4 * total * total))
    scale = 100 / (1 + square / total)
    return max(0.0, (middle - spread) * scale), min(100.0, (middle + spread) * scale)


def mean(counts: Sequence[tuple[int, int]]) -> float:
    """Return the mean of shares, each counting alike, in per cent."""
    return 100 * sum(hits / total for hits, total in counts) / (len(counts) or 1)


def bootstrap(counts: Sequence[tuple[int, int]], *, types: bool, seed: int = 1) -> Interval:
    """Return the 95 % interval of the mean of shares, by drawing units anew.

    With ``types`` those are drawn anew as well: what the mean would be with other types of errors.
    """
    random = Random(seed)
    drawn = [_drawn(hits, total, random) for hits, total in counts]
    means = []
    for turn in range(_ROUNDS):
        chosen = random.choices(drawn, k=len(drawn)) if types else drawn
        means.append(100 * sum(shares[turn] for shares in chosen) / (len(chosen) or 1))
    means.sort()
    return means[int(_ROUNDS * _TAIL)], means[int(_ROUNDS * (1 - _TAIL)) - 1]


def _drawn(hits: int, total: int, random: Random) -> list[float]:
    """Return the share in each round, units drawn with replacement: binomial."""
    share = hits / total
    weights = [comb(total, k) * share**k * (1 - share) ** (total - k) for k in range(total + 1)]
    return [k / total for k in random.choices(range(total + 1), weights=weights, k=_ROUNDS)]
