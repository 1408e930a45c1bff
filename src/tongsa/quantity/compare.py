"""Compare the figures of a source with those of its translation, by value."""

from __future__ import annotations

from collections import defaultdict, deque
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from tongsa.model import Bound, QuantityKind
from tongsa.quantity.likeness import alike, contradiction, converted, equal, power, ratios
from tongsa.quantity.parts import CALENDAR, RELATIVE, SPOKEN, Part, parts

if TYPE_CHECKING:
    import datetime
    from collections.abc import Iterator, Sequence

    from tongsa.model import Quantity, Value


class Verdict(StrEnum):
    """How a figure of a translation stands to its source."""

    SAME = "same"
    SCALE = "scale"
    """Off by a power of ten."""
    VALUE = "value"
    MISSING = "missing"
    EXTRA = "extra"
    CURRENCY = "currency"
    PERCENT = "percent"
    """One is a percentage, the other is not, or is one of points."""
    BOUND = "bound"
    DATE = "date"
    RELATIVE = "relative"
    MERIDIEM = "meridiem"
    """Half a day apart."""
    ORDINAL = "ordinal"
    CLAUSE = "clause"
    RANGE = "range"
    CONVERTED = "converted"
    """In another unit, or another currency."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Comparison:
    """A figure of the source with its counterpart in the translation."""

    verdict: Verdict
    source: Quantity | None = None
    target: Quantity | None = None
    power: int = 0
    """Of ten, by which the target is off."""
    end: bool = False
    """Whether the upper end of a range is meant."""

    @property
    def sure(self) -> bool:
        """Whether a figure that is surely one is contradicted."""
        return self.source is not None and self.target is not None


_NEAR = 8
"""Figures of one value that are looked at for the best counterpart."""
_LEFT = 40
"""Figures without a counterpart that are compared with one another."""
_SMALL = 12
"""Figures up to this come and go with the wording."""
_LOW = frozenset({Bound.UNDER, Bound.AT_MOST, Bound.NEARLY})
_HIGH = frozenset({Bound.OVER, Bound.AT_LEAST})
_SHARES = frozenset({"percent", "points"})
_TELLING = SPOKEN | {"identifier"}
"""Parts that contradict one another though they are no figures."""
_COUNTS = frozenset({"number", "measure", "ordinal", "decade", "identifier"})
"""What a part of a date may stand as: the year 2030 without a word for it."""
_LISTED = 5
"""Letters between two figures that share a unit: 40, 50%."""


def compare(
    source: Sequence[Quantity], target: Sequence[Quantity], *, today: datetime.date | None = None
) -> tuple[Comparison, ...]:
    """Return how a translation's figures stand to its source's, in the order of the source.

    ``today`` is the article's date, by which relative dates are told.
    """
    ours, theirs = parts(source), parts(target)
    _pair_equal(ours, theirs)
    if any(part.pair is None for part in (*ours, *theirs)):
        _pair_alike(ours, theirs, today)
        _pair_wholes(ours, theirs)
        _pair_wholes(theirs, ours)
    found = [*_disputed(ours, target)]
    left, right = _left(ours, theirs), _left(theirs, ours)
    if left or right:
        wrong = list(_wrong(left, right))
        told = {id(part) for pair in wrong for part in pair[1:]}
        found += dict.fromkeys(_comparison(*pair) for pair in wrong)
        found += _missing(left, told)
        found += _extra(right, told, ours, theirs)
    found += _same(ours, found)
    order = {id(quantity): at for at, quantity in enumerate(source)}
    found.sort(key=lambda it: order.get(id(it.source), len(order)))
    return tuple(found)


def _pair_equal(ours: Sequence[Part], theirs: Sequence[Part]) -> None:
    """Pair parts of the same value: first those of one kind and unit, then of one kind, then any."""
    places: defaultdict[Value | str, deque[Part]] = defaultdict(deque)
    for part in theirs:
        for key in _keys(part):
            places[key].append(part)
    for rank in range(3):
        for part in ours:
            if part.pair is None and (other := _counterpart(part, places, rank)):
                part.pair, other.pair = other, part


def _keys(part: Part) -> Iterator[Value | str]:
    yield from part.values
    if part.family == "identifier":
        yield _label(part)


def _counterpart(
    part: Part, places: defaultdict[Value | str, deque[Part]], rank: int
) -> Part | None:
    for key in _keys(part):
        queue = places.get(key)
        while queue and queue[0].pair is not None:
            queue.popleft()
        for other in list(queue)[:_NEAR] if queue else ():
            if other.pair is None and _rank(part, other) <= rank:
                return other
    return None


def _rank(one: Part, other: Part) -> int:
    """Return how well two parts of one value fit; 9 where they may not be one."""
    if one.family == other.family:
        if one.family == "identifier":
            return 0 if _label(one) == _label(other) else 9
        return 0 if one.of.unit == other.of.unit or same_money(one.of, other.of) else 1
    if one.family in SPOKEN or other.family in SPOKEN:
        return 9
    if one.family in CALENDAR or other.family in CALENDAR:
        part, figure = (one, other) if one.family in CALENDAR else (other, one)
        named = figure.family == "identifier" or figure.of.unit == part.family
        fits = figure.family in _COUNTS and (figure.hard or named)
        return 2 if fits and part.family not in CALENDAR & {figure.family} else 9
    return 9 if "time" in {one.family, other.family} else 2


def _label(part: Part) -> str:
    return part.of.label.casefold().replace("-", "")


def same_money(one: Quantity, other: Quantity) -> bool:
    """Whether two amounts may be in one currency."""
    return one.unit in {other.unit, *other.others} or other.unit in one.others


def _pair_alike(ours: Sequence[Part], theirs: Sequence[Part], today: datetime.date | None) -> None:
    """Pair parts that mean the same in other figures: 20 % and one fifth, last year and 2029."""
    left = [part for part in theirs if part.pair is None][:_LEFT]
    for part in [part for part in ours if part.pair is None][:_LEFT]:
        other = next((it for it in left if it.pair is None and equal(part, it, today)), None)
        if other is not None:
            part.pair, other.pair = other, part


def _pair_wholes(mine: Sequence[Part], others: Sequence[Part]) -> None:
    """Pair what holds two figures, one in five or 27:37, where both stand somewhere."""
    for part in mine:
        if part.pair is None and part.of.told:
            found = [
                next((it for it in others if value in it.values), None) for value in part.of.told
            ]
            if all(found):
                part.pair = found[0]
                for other in found:
                    if other is not None and other.pair is None:
                        other.pair = part


def _disputed(ours: Sequence[Part], target: Sequence[Quantity]) -> Iterator[Comparison]:
    """Yield the pairs of one value that differ in something else."""
    place = {id(quantity): at for at, quantity in enumerate(target)}
    for part in ours:
        other = part.pair
        if other is None or part.end:
            continue
        verdict = _dispute(part, other, target, place)
        if verdict:
            yield Comparison(verdict=verdict, source=part.of, target=other.of)
        if {part.of.bound in _LOW, other.of.bound in _LOW} == {True, False} and {
            part.of.bound in _HIGH,
            other.of.bound in _HIGH,
        } == {True, False}:
            yield Comparison(verdict=Verdict.BOUND, source=part.of, target=other.of)


def _dispute(
    part: Part, other: Part, target: Sequence[Quantity], place: dict[int, int]
) -> Verdict | None:
    families = {part.family, other.family}
    if not set(part.values) & set(other.values):
        return None  # 20 % for one fifth
    if families == {"money"} and not same_money(part.of, other.of):
        return Verdict.CURRENCY
    if families == {"decade", "year"} and part.hard and other.hard:
        return Verdict.DATE
    if families == _SHARES:
        return Verdict.PERCENT
    if families & _SHARES and len(families) > 1 and part.hard and other.hard:
        if families & {"fraction", "multiple", "identifier"}:
            return None
        return None if _shared(other.of, target, place) else Verdict.PERCENT
    return None


def _shared(quantity: Quantity, target: Sequence[Quantity], place: dict[int, int]) -> bool:
    """Whether the figure behind one gives it its unit: the 40 of 40, 50%."""
    at = place[id(quantity)] + 1
    if at == len(target) or target[at].start - quantity.end > _LISTED:
        return False
    return target[at].kind.value in _SHARES


def _wrong(left: Sequence[Part], right: Sequence[Part]) -> Iterator[tuple[Verdict, Part, Part]]:
    """Yield parts of which one contradicts the other, the most alike first."""
    ranked = [
        (_distance(one, other, at, to), at, to, verdict)
        for at, one in enumerate(left)
        for to, other in enumerate(right)
        if (one.hard or other.hard or one.family in _TELLING)
        and (verdict := "converted" if converted(one, other) else contradiction(one, other))
    ]
    taken: set[int] = set()
    for _, at, to, verdict in sorted(ranked):
        one, other = left[at], right[to]
        if id(one) in taken or id(other) in taken:
            continue
        taken |= {id(one), id(other)}
        yield Verdict(verdict), one, other


def _left(mine: Sequence[Part], others: Sequence[Part]) -> list[Part]:
    """Return parts without a counterpart, but for those that say again what was paired."""
    alone = [part for part in mine if part.pair is None]
    if not alone:
        return alone
    told = [part for part in others if part.pair and part.family not in SPOKEN]
    said = {(part.family, value) for part in told for value in part.values}
    values = {value for _, value in said}
    values |= {it for part in others if part.pair for it in ratios(part)}
    return [
        part
        for part in alone
        if (
            part.family in SPOKEN
            or not any(value in values for value in (*part.values, *ratios(part)))
            or (
                part.family in CALENDAR and not any((part.family, it) in said for it in part.values)
            )
        )
    ][:_LEFT]


def _distance(one: Part, other: Part, at: int, to: int) -> int:
    """Return how unlike two parts are that contradict each other."""
    distance = 0 if one.family == other.family else 4
    distance += 0 if one.of.unit == other.of.unit else 2
    distance += 0 if one.hard and other.hard else 3
    distance += 0 if one.end == other.end else 1
    if one.family not in SPOKEN | {"identifier"}:
        distance -= 3 if power(one, other) or alike(one, other) else 0
    return 10 * distance + min(9, abs(at - to))


def _comparison(verdict: Verdict, one: Part, other: Part) -> Comparison:
    off = power(one, other) if verdict in {Verdict.SCALE, Verdict.VALUE} else 0
    return Comparison(
        verdict=verdict, source=one.of, target=other.of, power=off, end=one.end and other.end
    )


def _missing(left: Sequence[Part], told: set[int]) -> Iterator[Comparison]:
    """Yield the figures of the source that the translation lacks."""
    seen: set[int] = set()
    for part in left:
        if id(part) in told or not part.hard or part.family in {"identifier", "month"}:
            continue
        if id(part.of) not in seen:
            seen.add(id(part.of))
            yield Comparison(verdict=Verdict.MISSING, source=part.of)


def _extra(
    right: Sequence[Part], told: set[int], ours: Sequence[Part], theirs: Sequence[Part]
) -> Iterator[Comparison]:
    """Yield the figures of the translation that the source lacks."""
    seen: set[int] = set()
    for part in right:
        if id(part) in told or not part.hard or _added(part, ours, theirs):
            continue
        if id(part.of) not in seen:
            seen.add(id(part.of))
            yield Comparison(verdict=Verdict.EXTRA, target=part.of)


def _added(part: Part, ours: Sequence[Part], theirs: Sequence[Part]) -> bool:
    """Whether an editor may have added a part: in brackets, a date made full, a small count."""
    if part.family in {"money", "measure", "number"}:
        if part.of.aside:
            return True
        behind = next((it for it in theirs if it.of.start > part.of.start), None)
        if behind and behind.of.aside and behind.pair and behind.family == part.family:
            return True
    if part.family in CALENDAR:
        return any(it.pair for it in theirs if it.of is part.of) or part.family != "year"
    if part.values == (1,):
        return True  # won to the dollar
    if part.family in {"money", "percent"} or any(abs(it) > _SMALL for it in part.values):
        return False
    return not any(_is_doubtful(it) for it in ours)


def _is_doubtful(part: Part) -> bool:
    """Whether a figure of the source has its counterpart in a word alone, or in one that it shares."""
    if not part.hard or part.family not in {"number", "measure"}:
        return False
    return part.pair is None or not part.pair.hard


def _same(ours: Sequence[Part], found: Sequence[Comparison]) -> Iterator[Comparison]:
    """Yield the pairs of which nothing is to be said."""
    told = {id(it.source) for it in found}
    for part in ours:
        if part.pair is not None and id(part.of) not in told:
            told.add(id(part.of))
            yield Comparison(verdict=Verdict.SAME, source=part.of, target=part.pair.of)
