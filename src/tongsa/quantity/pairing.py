"""Pair the figures of a source with those of its translation that say the same."""

from __future__ import annotations

from collections import defaultdict, deque
from itertools import islice
from typing import TYPE_CHECKING

from tongsa.quantity.likeness import equal
from tongsa.quantity.parts import CALENDAR, SPOKEN

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterator, Sequence

    from tongsa.model import Quantity, Value
    from tongsa.quantity.parts import Part

Places = defaultdict["Value | str", deque["Part"]]
"""The parts of a translation by their values, in order."""

MANY = 40
"""Figures without a counterpart that are compared with one another."""
_NEAR = 8
"""Figures of one value that are looked at for the best counterpart."""
_RANKS = 3
_NEVER = _RANKS
"""How well parts fit that may not be one."""
_COUNTS = frozenset({"number", "measure", "ordinal", "decade", "identifier"})
"""What a part of a date may stand as: the year 2030 without a word for it."""
_AGE = "year-of-age"
"""What may stand as years without such a word: a 2,000-year-old temple is 2000년 된 절."""


def pair(ours: Sequence[Part], theirs: Sequence[Part], today: dt.date | None) -> None:
    """Note in each part its counterpart, where it has one."""
    _pair_equal(ours, theirs)
    left, right = _alone(ours), _alone(theirs)
    if left and right:
        _pair_alike(left, right, today)
        left = _alone(ours)
    if left:
        _pair_wholes(left, theirs)
    if right:
        _pair_wholes(_alone(theirs), ours)


def same_money(one: Quantity, other: Quantity) -> bool:
    """Whether two amounts may be in one currency."""
    return one.unit in {other.unit, *other.others} or other.unit in one.others


def _pair_equal(ours: Sequence[Part], theirs: Sequence[Part]) -> None:
    """Pair parts of one value: first those of one kind and unit, then of one kind, then any."""
    places: Places = defaultdict(deque)
    for part in theirs:
        for key in part.values:
            places[key].append(part)
        if part.family == "identifier":
            places[_label(part)].append(part)
    for hard in (True, False):  # figures before words, which may do for any of them
        left = [part for part in ours if part.pair is None and (part.hard or not hard)]
        for rank in range(_RANKS if left else 0):
            for part in left:
                if part.pair is None:
                    other = _counterpart(part, places, rank, hard=hard)
                    if other is not None:
                        part.pair, other.pair = other, part


def _keys(part: Part) -> Iterator[Value | str]:
    yield from part.values
    if part.family == "identifier":
        yield _label(part)


def _counterpart(part: Part, places: Places, rank: int, *, hard: bool) -> Part | None:
    for key in _keys(part):
        queue = places.get(key)
        if queue is None:
            continue
        while queue and queue[0].pair is not None:
            queue.popleft()
        for other in islice(queue, _NEAR):
            if other.pair is None and (other.hard or not hard) and _rank(part, other) <= rank:
                return other
    return None


def _rank(one: Part, other: Part) -> int:
    """Return how well two parts of one value fit."""
    if one.family == other.family:
        if one.family == "identifier":
            return 0 if _label(one) == _label(other) else _NEVER
        return 0 if one.of.unit == other.of.unit or same_money(one.of, other.of) else 1
    families = {one.family, other.family}
    if families & SPOKEN or "time" in families or families <= CALENDAR:
        return _NEVER
    if families & CALENDAR:
        part, figure = (one, other) if one.family in CALENDAR else (other, one)
        aged = part.family == "year" and figure.of.unit == _AGE
        named = aged or figure.family == "identifier" or figure.of.unit == part.family
        plain = figure.hard and figure.family != "measure"
        return 2 if (named or plain) and figure.family in _COUNTS else _NEVER
    return 2


def _label(part: Part) -> str:
    return part.of.label.casefold().replace("-", "")


def _pair_alike(ours: Sequence[Part], theirs: Sequence[Part], today: dt.date | None) -> None:
    """Pair parts that mean the same in other figures: 20 % and one fifth, last year and 2029."""
    for part in ours:
        other = next((it for it in theirs if it.pair is None and equal(part, it, today)), None)
        if other is not None:
            part.pair, other.pair = other, part


def _holder(value: Value, others: Sequence[Part]) -> Part | None:
    """Return what tells a value: a figure, or a word that tells no other one."""
    return next((it for it in others if value in it.values and (it.hard or it.pair is None)), None)


def _told_alike(part: Part, other: Part) -> bool:
    """Whether two parts are told in the same figures, and are not both times of day."""
    times = part.family == other.family == "time"
    return other.pair is None and other.of.told == part.of.told and not times


def _alone(parts: Sequence[Part]) -> list[Part]:
    return list(islice((part for part in parts if part.pair is None), MANY))


def _pair_wholes(mine: Sequence[Part], others: Sequence[Part]) -> None:
    """Pair what holds two figures, one in five or 27:37, where both stand somewhere."""
    for part in mine:
        if not part.of.told:
            continue
        same = next((it for it in others if _told_alike(part, it)), None)
        if same is not None:
            part.pair, same.pair = same, part
            continue
        found = [_holder(value, others) for value in part.of.told]
        if None in found:
            continue
        part.pair = found[0]
        for other in found:
            if other is not None and other.pair is None:
                other.pair = part
