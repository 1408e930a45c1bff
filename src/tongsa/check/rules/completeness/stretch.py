"""Find the stretch of a source that a translation is likeliest to leave out."""

from __future__ import annotations

from bisect import bisect_right
from itertools import accumulate, islice
from typing import TYPE_CHECKING, NamedTuple

from tongsa.check.counterparts.length import unread
from tongsa.patterns import late

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

    from tongsa.model import Span

_JOINT = late(
    r"[,;:—–()]|(?<=[.!?])[\"”’']?\s|\s-\s|(?<![\w-])(?:and|but|or|nor|yet|so|who|whom|whose|which|"
    r"that|while|when|where|after|before|because|as|if|since|until|unless|although|though|including|"
    r"than|to|for|from|with|without|in|on|by|at|into|about|over|under|during|against|amid|despite)"
    r"(?![\w-])"
)
"""Where a clause or a phrase of an English sentence may begin or end; in ``back-to-back``, none."""
_MOST_JOINTS = 60
"""That are looked at: what follows is one stretch."""
_LEAST, _MOST = 0.12, 0.9
"""The shares of a source that may be left out: less is style, more another translation."""
_SHORTEST = 15
"""Letters of a stretch: a word or two are no clause."""
_AROUND = " \t\n,;:.!?—–-()\"“”‘’'"
"""What a stretch is shown without at its ends."""


class Stretch(NamedTuple):
    """A part of a source, in code points, and how likely it was left out."""

    score: float
    """How much likelier than not, as a logarithm."""
    span: Span


def likeliest(
    source: str, weights: Iterable[tuple[int, float]], length: Callable[[float], float]
) -> Stretch | None:
    """Return the stretch between two joints that was likeliest left out; None in a short source.

    ``weights`` tell, place by place, how much likelier what the target has of it makes it that what
    stands there was left out; ``length`` tells that of the target's length, by the stretch's share.
    """
    skipped = unread(source)
    joints = _joints(source, skipped)
    sums = [0.0] * len(joints)
    for start, weight in weights:
        sums[min(bisect_right(joints, start), len(joints) - 1)] += weight
    sums = list(accumulate(sums))
    before = [at - _within(skipped, at) for at in joints]
    found = max(_stretches(before, sums, length), default=None)
    if found is None:
        return None
    score, first, last = found
    start, end = joints[first], joints[last]
    shown = source[start:end]
    end -= len(shown) - len(shown.rstrip(_AROUND))
    start += len(shown) - len(shown.lstrip(_AROUND))
    return Stretch(score, (min(start, end), end))


def _joints(source: str, skipped: Sequence[Span]) -> list[int]:
    """Return where stretches may begin and end: not within what nobody reads."""
    ends = [0, *(end for _, end in skipped)]
    starts = [*(start for start, _ in skipped), len(source)]
    read = zip(ends, starts, strict=True)
    inner = (it.start() for start, end in read for it in _JOINT.finditer(source, start, end))
    return sorted({0, *islice(inner, _MOST_JOINTS), len(source)})


def _within(skipped: Sequence[Span], at: int) -> int:
    """Return how much of what nobody reads stands before a place."""
    return sum(min(at, end) - start for start, end in skipped if start < at)


def _stretches(
    before: Sequence[int], sums: Sequence[float], length: Callable[[float], float]
) -> Iterator[tuple[float, int, int]]:
    """Yield how likely each stretch was left out, with its joints, by what is read before each."""
    whole = before[-1] or 1
    for first, start in enumerate(before):
        for last in range(first + 1, len(before)):
            size = before[last] - start
            share = size / whole
            if size >= _SHORTEST and _LEAST <= share <= _MOST:
                yield length(share) + sums[last] - sums[first], first, last
