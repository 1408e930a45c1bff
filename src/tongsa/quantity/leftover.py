"""What has no counterpart: figures that a translation leaves out, and figures that it adds."""

from __future__ import annotations

from itertools import islice
from typing import TYPE_CHECKING

from tongsa.quantity.distance import converted
from tongsa.quantity.likeness import ratios
from tongsa.quantity.numeral import size
from tongsa.quantity.pairing import MANY
from tongsa.quantity.parts import CALENDAR, SPOKEN

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from tongsa.model import Quantity
    from tongsa.quantity.parts import Part

_SMALL = 12
"""Figures up to this come and go with the wording."""


def left_over(
    mine: Sequence[Part], others: Sequence[Part], wholes: Sequence[Part] = ()
) -> list[Part]:
    """Return parts without a counterpart, but for those that say again what was paired.

    Nor need those be told that stand in ``wholes``: four in 4개 중 2개.
    """
    alone = [part for part in mine if part.pair is None]
    if not alone:
        return alone
    told = [part for part in others if part.pair and part.family not in SPOKEN]
    said = {(part.family, value) for part in told for value in part.values}
    values = {value for _, value in said}
    values |= {value for part in told for value in (*ratios(part), *part.of.told)}
    values |= {value for part in wholes for value in part.of.told}
    apart = {part.family for part in others if part.pair is None} & CALENDAR

    def again(part: Part) -> bool:
        if part.family in CALENDAR:  # 3월 twice for March and April says nothing again
            return part.family not in apart and any(
                (part.family, value) in said for value in part.values
            )
        return part.family not in SPOKEN and any(
            it in values for it in (*part.values, *ratios(part))
        )

    return list(islice((part for part in alone if not again(part)), MANY))


def missing(left: Sequence[Part], told: set[int], ours: Sequence[Part]) -> Iterator[Quantity]:
    """Yield the figures of the source that the translation lacks."""
    seen: set[int] = set()
    for part in left:
        named = part.family in {"identifier", "month"} or _is_again(part, ours)
        if id(part) not in told and part.hard and not named and id(part.of) not in seen:
            seen.add(id(part.of))
            yield part.of


def extra(
    right: Sequence[Part], told: set[int], ours: Sequence[Part], theirs: Sequence[Part]
) -> Iterator[Quantity]:
    """Yield the figures of the translation that the source lacks."""
    seen: set[int] = set()
    for part in right:
        alone = id(part) not in told and part.hard and id(part.of) not in seen
        if alone and not _added(part, ours, theirs):
            seen.add(id(part.of))
            yield part.of


def _added(part: Part, ours: Sequence[Part], theirs: Sequence[Part]) -> bool:
    """Whether an editor may have added a part: in brackets, a date made full, a small count."""
    if part.family in CALENDAR:
        return part.family != "year" or any(it.pair for it in theirs if it.of is part.of)
    if part.family in {"money", "measure", "number"} and _is_aside(part, theirs):
        return True
    if part.values == (1,):
        return True  # won to the dollar
    if part.family in {"money", "percent"} or any(size(value) > _SMALL for value in part.values):
        return False
    return not any(_is_doubtful(it) for it in ours)


def _is_again(part: Part, ours: Sequence[Part]) -> bool:
    """Whether a figure that was paired tells the same in another unit: 36°C (97°F), one of both."""
    if part.of.aside:
        other = next((it for it in reversed(ours) if it.of.start < part.of.start), None)
    else:
        other = next((it for it in ours if it.of.start > part.of.start), None)
    if other is None or other.pair is None or not (part.of.aside or other.of.aside):
        return False
    return other.family == part.family and converted(other, part)


def _is_aside(part: Part, theirs: Sequence[Part]) -> bool:
    """Whether a figure stands in brackets, or before the source's own: 30m (100 feet)."""
    if part.of.aside:
        return True
    behind = next((it for it in theirs if it.of.start > part.of.start), None)
    if behind is None or behind.pair is None:
        return False
    return behind.of.aside and behind.family == part.family


def _is_doubtful(part: Part) -> bool:
    """Whether a figure of the source has its counterpart in a word alone, or shares it."""
    if not part.hard or part.family not in {"number", "measure"}:
        return False
    return part.pair is None or not part.pair.hard
