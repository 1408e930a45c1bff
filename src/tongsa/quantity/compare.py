"""Compare the figures of a source with those of its translation, by value."""

from __future__ import annotations

from bisect import bisect_left
from operator import attrgetter
from typing import TYPE_CHECKING, NamedTuple

from tongsa.model import Bound, QuantityKind
from tongsa.quantity.contradiction import contradiction
from tongsa.quantity.distance import alike, converted, other_unit, power
from tongsa.quantity.leftover import extra, left_over, missing
from tongsa.quantity.pairing import pair, same_money
from tongsa.quantity.parts import CALENDAR, SPOKEN, parts
from tongsa.quantity.verdict import Verdict

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterator, Sequence

    from tongsa.model import Quantity
    from tongsa.quantity.parts import Part


class Comparison(NamedTuple):  # every figure of a desk makes one
    """A figure of the source with its counterpart in the translation; one of them may be None."""

    verdict: Verdict
    source: Quantity | None = None
    target: Quantity | None = None
    power: int = 0
    """Of ten, by which the target is off."""
    end: bool = False
    """Whether the upper end of a range is meant."""


_LOW = frozenset({Bound.UNDER, Bound.AT_MOST, Bound.NEARLY})
_HIGH = frozenset({Bound.OVER, Bound.AT_LEAST})
_SHARES = frozenset({"percent", "points"})
_RATIOS = frozenset({"fraction", "multiple", "identifier"})
"""What may be a percentage in other words."""
_COUNTED = frozenset(
    {"number", "money", "percent", "points", "fraction", "multiple", "measure", "ordinal"}
)
"""What a word for a few may be, and hardly that for another kind of figure."""
_MEASURED = frozenset({"measure", "money"})
"""What may be in a unit: a pound is either."""
_TELLING = SPOKEN | {"identifier", "time"}
"""Parts that contradict one another though they are no figures."""
_SAME = Verdict.SAME
_FEW = 8
"""Figures among which an equal one is looked for."""
_LISTED = 2
"""Letters between two figures that share a unit: 40, 50%."""


def compare(
    source: Sequence[Quantity], target: Sequence[Quantity], *, today: dt.date | None = None
) -> tuple[Comparison, ...]:
    """Return how a translation's figures stand to its source's, in the order of the source.

    ``today`` is the article's date, by which relative dates are told.
    """
    if (equal := _equal(source, target)) is not None:
        return equal
    ours, theirs = parts(source), parts(target)
    pair(ours, theirs, today)
    found = [*_disputed(ours, target)]
    left, right = left_over(ours, theirs, theirs), left_over(theirs, ours)
    if left or right:
        misdated = [*_misdated(left)]
        misdated += ((verdict, one, other) for verdict, other, one in _misdated(right))
        wrong = [*misdated, *_wrong(left, right)]
        told = {id(part) for _, *both in wrong for part in both}
        found += dict.fromkeys(_comparison(*each) for each in wrong)
        found += (
            Comparison(verdict=Verdict.MISSING, source=it) for it in missing(left, told, ours)
        )
        found += (
            Comparison(verdict=Verdict.EXTRA, target=it) for it in extra(right, told, ours, theirs)
        )
    if not found:
        return tuple(_same(ours, ()))
    found += _same(ours, found)
    order = {id(quantity): at for at, quantity in enumerate(source)}
    found.sort(key=lambda it: order.get(id(it.source), len(order)))
    return tuple(found)


def _equal(source: Sequence[Quantity], target: Sequence[Quantity]) -> tuple[Comparison, ...] | None:
    """Return the pairs of figures that are equal in all, if nothing else is worth comparing.

    Words for small numbers on one side alone are never told; None where there is more.
    """
    left = list(target)
    found, alone = [], []
    for ours in source:
        for at, theirs in enumerate(left[:_FEW]):
            if ours.values == theirs.values and _are_equal(ours, theirs):
                found.append(Comparison(_SAME, ours, left.pop(at)))
                break
        else:
            alone.append(ours)
    if (alone and left) or not all(map(_is_small_word, (*alone, *left))):
        return None
    return tuple(found)


def _are_equal(one: Quantity, other: Quantity) -> bool:
    """Whether two figures of the same values are equal in all; the likeliest to differ first."""
    return (
        one.kind is other.kind
        and one.date == other.date
        and one.unit == other.unit
        and one.bound is other.bound
        and one.denied is other.denied
        and one.high == other.high
        and one.label == other.label
    )


def _is_small_word(quantity: Quantity) -> bool:
    plain = quantity.kind is QuantityKind.NUMBER and not quantity.high
    return plain and not quantity.hard and quantity.bound is not Bound.SEVERAL


def _disputed(ours: Sequence[Part], target: Sequence[Quantity]) -> Iterator[Comparison]:
    """Yield the pairs of one value that differ in something else."""
    for part in ours:
        other = part.pair
        if other is None or (part.end and other.of.high):
            continue
        if verdict := _dispute(part, other, target):
            yield _comparison(verdict, part, other)
        if _are_opposed(part.of, other.of) and _may_turn(part, other):
            yield Comparison(verdict=Verdict.BOUND, source=part.of, target=other.of)


def _are_opposed(one: Quantity, other: Quantity) -> bool:
    """Whether one of two figures is the least, the other the most; or both are denied to be so."""
    first, second = one.bound, other.bound
    if first is second is Bound.EXACT:
        first, second = one.denied, other.denied
    if first is second:
        return False
    bounds = {first, second}
    return bool(bounds & _LOW and bounds & _HIGH)


def _may_turn(part: Part, other: Part) -> bool:
    """Whether the bounds of a pair are worth comparing: not those of *two*, in words."""
    return part.hard or other.hard or part.family in {"fraction", "multiple", "money"}


def _dispute(part: Part, other: Part, target: Sequence[Quantity]) -> Verdict | None:
    """Return in what a pair differs; None where it does not."""
    if part.family == other.family and part.of.unit == other.of.unit:
        return None
    families = {part.family, other.family}
    if not set(part.values) & set(other.values):
        return None  # 20 % for one fifth
    if families == {"money"}:
        return None if same_money(part.of, other.of) else Verdict.CURRENCY
    sure = part.hard or other.hard
    if families <= _MEASURED and sure and other_unit(part, other):
        return Verdict.SCALE if power(part, other) else Verdict.VALUE
    if families == {"decade", "year"} and part.hard and other.hard:
        return Verdict.DATE
    return _share_lost(part, other, target)


def _share_lost(part: Part, other: Part, target: Sequence[Quantity]) -> Verdict | None:
    """Return that one of a pair is a percentage, the other none; or one is of points."""
    families = {part.family, other.family}
    if families == _SHARES and (part.hard or other.hard):
        return Verdict.PERCENT
    sure = part.hard and other.hard
    if (part.family, other.family) == ("number", "points"):
        return None  # down 3.1 points
    if len(families & _SHARES) == 1 and len(families) > 1 and sure and not families & _RATIOS:
        return None if _shared(other.of, target) else Verdict.PERCENT
    return None


def _shared(quantity: Quantity, target: Sequence[Quantity]) -> bool:
    """Whether the figure behind one gives it its unit: the 40 of 40, 50%."""
    at = bisect_left(target, quantity.end, key=attrgetter("start"))
    if at == len(target) or target[at].start - quantity.end > _LISTED:
        return False
    return target[at].kind.value in _SHARES


def _misdated(left: Sequence[Part]) -> Iterator[tuple[Verdict, Part, Part]]:
    """Yield parts of dates whose other parts are paired with a date that has another one."""
    for part in left:
        if part.family not in CALENDAR:
            continue
        others = (it.pair for it in part.mates if it.pair is not None)
        for mate in (mate for other in others for mate in other.mates):
            if mate.family == part.family and mate.values != part.values:
                yield Verdict.DATE, part, mate
                break


def _wrong(left: Sequence[Part], right: Sequence[Part]) -> Iterator[tuple[Verdict, Part, Part]]:
    """Yield parts of which one contradicts the other, the most alike first."""
    ranked = [
        (_distance(one, other, at, to), at, to, verdict)
        for at, one in enumerate(left)
        for to, other in enumerate(right)
        if _may_tell(one, other)
        and (verdict := Verdict.CONVERTED if converted(one, other) else contradiction(one, other))
    ]
    taken: set[int] = set()
    for _, at, to, verdict in sorted(ranked):
        one, other = left[at], right[to]
        if id(one) not in taken and id(other) not in taken:
            taken |= {id(one), id(other)}
            yield verdict, one, other


def _may_tell(one: Part, other: Part) -> bool:
    """Whether two parts are more than words for a few: one a figure, or both unmistakable."""
    vague = one.of.bound is Bound.SEVERAL is other.of.bound
    families = {one.family, other.family}
    if one.hard is not other.hard and families <= _COUNTED:
        near = len(families) == 1 and (other.hard or power(one, other) or alike(one, other))
        return bool(near)
    return one.hard or other.hard or one.family in _TELLING or vague


def _distance(one: Part, other: Part, at: int, to: int) -> int:
    """Return how unlike two parts are that contradict each other."""
    distance = 0 if one.family == other.family else 4
    distance += 0 if one.of.unit == other.of.unit else 2
    distance += 0 if one.hard and other.hard else 3
    distance += 0 if one.end == other.end else 1
    distance += 0 if one.of.aside == other.of.aside else 5
    if one.family not in _TELLING:
        distance -= 3 if power(one, other) or alike(one, other) else 0
    return 10 * distance + min(9, abs(at - to))


def _comparison(verdict: Verdict, one: Part, other: Part) -> Comparison:
    off = power(one, other) if verdict in {Verdict.SCALE, Verdict.VALUE} else 0
    end = one.end and other.end
    return Comparison(verdict=verdict, source=one.of, target=other.of, power=off, end=end)


def _same(ours: Sequence[Part], found: Sequence[Comparison]) -> Iterator[Comparison]:
    """Yield the pairs of which nothing is to be said."""
    told = {id(it.source) for it in found}
    for part in ours:
        if part.pair is not None and id(part.of) not in told:
            told.add(id(part.of))
            yield Comparison(_SAME, part.of, part.pair.of)
