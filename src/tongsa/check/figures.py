"""What the checks of figures have in common: how a translation's figures stand to its source's."""

from __future__ import annotations

import re
from dataclasses import replace
from types import MappingProxyType
from typing import TYPE_CHECKING

from tongsa.check.check import Hit
from tongsa.language.particles import replace as put
from tongsa.model import Bound, CalendarDate, QuantityKind
from tongsa.quantity import (
    Verdict,
    comparable,
    compare,
    describe,
    is_counted,
    is_prose,
    numerals,
    read,
    write,
    write_number,
)

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from tongsa.check.check import Context, Look
    from tongsa.model import Quantity, Span, TranslationUnit
    from tongsa.quantity import Comparison

_KINDS = MappingProxyType(
    {
        QuantityKind.PERCENT: "a percentage",
        QuantityKind.POINTS: "percentage points",
        QuantityKind.MONEY: "money",
    }
)
"""What kinds are called where one stands against another."""


_ENDS = 2
"""Of a range."""
_ENTIRE = frozenset({QuantityKind.IDENTIFIER, QuantityKind.TIME})
"""Kinds that are replaced whole."""
_RANGE = re.compile(r"[~∼～–—-]")
_SEAM = "\u2029"
"""Between the sources that one translation tells: a paragraph ends, and no figure goes on."""


def looker(verdict: Verdict) -> Look:
    """Return a check's function: it yields the comparisons with one verdict."""

    def look(unit: TranslationUnit, context: Context) -> Sequence[Hit]:
        found = context.once("figures", _none_yet).get(unit.index)
        if found is None:
            found = comparisons(unit, context)
        if not found:
            return ()
        return [_hit(it, unit, context) for it in found if it.verdict is verdict]

    return look


def _none_yet() -> dict[int, Sequence[Comparison]]:
    """Return room for the comparisons of an article's units, by their places in it."""
    return {}


def comparisons(unit: TranslationUnit, context: Context) -> Sequence[Comparison]:
    """Return how a unit's figures compare, worked out once; a merged unit's are its teller's."""
    kept = context.once("figures", _none_yet)
    if unit.index not in kept:
        kept[unit.index] = () if unit.merged else _compared(unit, context)
    return kept[unit.index]


def _compared(unit: TranslationUnit, context: Context) -> Sequence[Comparison]:
    source = _SEAM.join((unit.source, *_told_here(unit, context)))
    language = context.usage.sources.language
    if unit.target == unit.source or not comparable(
        source, language, unit.target, context.language
    ):
        return ()
    return compare(
        read(source, language),
        read(unit.target, context.language),
        today=context.date,
    )


def _told_here(unit: TranslationUnit, context: Context) -> Iterator[str]:
    """Yield the sources of the units around one that its words tell, too."""
    for step in (-1, 1):
        at = unit.index + step
        while 0 <= at < len(context.units):
            other = context.units[at]
            if not other.merged or other.target != unit.target:
                break
            yield other.source
            at += step


def _hit(found: Comparison, unit: TranslationUnit, context: Context) -> Hit:
    source, target = found.source, found.target
    bound = found.verdict is Verdict.BOUND
    blanks: dict[str, str] = {}
    source_spans: tuple[Span, ...] = ()
    target_spans: tuple[Span, ...] = ()
    if source:
        span = source.bounded if bound else (source.start, source.end)
        text = _SEAM.join((unit.source, *_told_here(unit, context)))
        blanks |= {"source": text[slice(*span)], "right": write(source, context.language)}
        source_spans = (span,) if span[1] <= len(unit.source) else ()
    if target:
        span = target.bounded if bound else (target.start, target.end)
        blanks["target"] = unit.target[slice(*span)]
        target_spans = (span,)
    blanks |= _values(found)
    return Hit(
        source_spans=source_spans,
        target_spans=target_spans,
        blanks=MappingProxyType(blanks),
        fix=_fixed(found, unit, context),
    )


def _values(found: Comparison) -> dict[str, str]:
    """Return both sides in one common form, and by how much they are off."""
    pairs = {"source_value": found.source, "target_value": found.target}
    say: Callable[[Quantity], str] = describe
    if found.verdict is Verdict.CURRENCY:
        say = _currency
    elif found.verdict is Verdict.PERCENT:
        say = _kind
    elif found.source and found.target and _measured_otherwise(found.source, found.target):
        say = _measured
    values = {name: say(quantity) for name, quantity in pairs.items() if quantity}
    return {**values, "times": f"{10 ** abs(found.power):,}×"}


def _measured_otherwise(source: Quantity, target: Quantity) -> bool:
    return _kinds(source, target) == {QuantityKind.MEASURE} and source.unit != target.unit


def _measured(quantity: Quantity) -> str:
    return f"{describe(quantity)} {quantity.unit}"


def _currency(quantity: Quantity) -> str:
    return quantity.unit


def _kind(quantity: Quantity) -> str:
    return _KINDS.get(quantity.kind, "a plain number")


def _fixed(found: Comparison, unit: TranslationUnit, context: Context) -> str | None:
    """Return the target with the right figure in its place; None where that is not sure."""
    source, target = found.source, found.target
    text, language = unit.target, context.language
    if source is None or target is None or found.verdict not in _FIXES:
        return None
    made = _FIXES[found.verdict](source, target, text, language)
    if made is None:
        return None
    span, word = made
    if not word or not is_prose(text[slice(*span)]):
        return None
    fixed = put(text, span, word, language)
    before = comparisons(unit, context)
    after = _compared(replace(unit, target=fixed), context)
    agreed = all(it.verdict is Verdict.SAME for it in after if it.source is source)
    return fixed if agreed and _wrong(after) < _wrong(before) else None


def _wrong(found: Sequence[Comparison]) -> int:
    return sum(it.verdict is not Verdict.SAME for it in found)


def _number(
    source: Quantity, target: Quantity, text: str, language: str
) -> tuple[Span, str] | None:
    """Put the source's number into the place of the target's; what it counts stays."""
    if source.kind is target.kind and source.kind in _ENTIRE:
        return _whole(source, target, text, language)
    told = source.told or target.told or len(target.values) > 1 or _more(target)  # 七折
    plain = not (source.high or target.high or told)
    if not source.values or not plain or QuantityKind.FRACTION in _kinds(source, target):
        return None
    if Bound.SEVERAL in {source.bound, target.bound}:
        same = source.bound is target.bound
        return ((target.start, target.end), write(source, language)) if same else None
    if source.kind is QuantityKind.MEASURE is target.kind and source.unit != target.unit:
        return None
    if source.kind is QuantityKind.MONEY is target.kind and source.unit != target.unit:
        return _whole(source, target, text, language)
    value = source.values[0]
    both = value < 0 and target.values[0] < 0  # the sign stands already: 零下6度
    return target.numeral, write_number(-value if both else value, language)


def _more(target: Quantity) -> bool:
    """Whether a number itself says that it is a little more: 四十多, 6億多."""
    return target.bound is Bound.OVER and target.bounded[0] in {0, target.numeral[1]}


def _kinds(*quantities: Quantity) -> set[QuantityKind]:
    return {quantity.kind for quantity in quantities}


def _whole(source: Quantity, target: Quantity, text: str, language: str) -> tuple[Span, str] | None:
    """Put the source's figure, as the language writes it, into the place of the target's."""
    counted = target.kind is QuantityKind.NUMBER and is_counted(text, target.end, language)
    if source.high or target.high or counted or source.kind is QuantityKind.NUMBER:
        return None  # what is counted has a word of its own: 30명
    if ":" in text[target.start : target.end]:
        return (target.start, target.end), _digital(source)
    return (target.start, target.end), write(replace(source, bound=Bound.EXACT), language)


def _digital(source: Quantity) -> str:
    """Return a time in digits, as its source tells it: 13:10."""
    minutes = int(source.values[0]) // 60
    told = source.told or (minutes // 60, minutes % 60)
    return ":".join(f"{it:02d}" if at else str(it) for at, it in enumerate(told))


def _ranked(
    source: Quantity, target: Quantity, text: str, language: str
) -> tuple[Span, str] | None:
    """Put the source's number into an ordinal in digits."""
    if source.kind is not target.kind or not target.hard:
        return None
    return _number(source, target, text, language)


def _dated(source: Quantity, target: Quantity, text: str, language: str) -> tuple[Span, str] | None:
    """Put the source's date into the place of the target's, as far as the target tells one."""
    if source.date is None or target.date is None:
        return _of_ages(source, target, language)
    told = {name: getattr(target.date, name) for name in CalendarDate.__slots__}
    wanted = {name: getattr(source.date, name) for name, value in told.items() if value is not None}
    if None in wanted.values():
        return None
    if _RANGE.match(text, target.end):
        return None
    date = replace(source, date=CalendarDate(**wanted), bound=Bound.EXACT)
    return (target.start, target.end), write(date, language)


_AGES = frozenset({QuantityKind.DECADE, QuantityKind.CENTURY})


def _of_ages(source: Quantity, target: Quantity, language: str) -> tuple[Span, str] | None:
    """Put the source's decade or century into the place of the target's."""
    if not _kinds(source, target) <= _AGES:
        return None
    if target.kind is QuantityKind.DECADE and len(target.values) > 1:  # 上世纪70年代
        return target.numeral, str(int(source.values[0]) % 100)
    if target.kind is QuantityKind.CENTURY and source.kind is QuantityKind.DECADE:
        century = int(source.values[0]) // 100 + 1
        source = replace(source, kind=QuantityKind.CENTURY, values=(century,))
    return (target.start, target.end), write(replace(source, bound=Bound.EXACT), language)


def _ranged(
    source: Quantity, target: Quantity, text: str, language: str
) -> tuple[Span, str] | None:
    """Put both ends of the source's range into the target's, whose sign and units stay."""
    ends = numerals(text[slice(*target.numeral)], language)
    if source.kind is not target.kind or source.unit != target.unit or len(ends) != _ENDS:
        return None
    at = target.numeral[0]
    (start, end), (other, stop) = ends
    low, high = (write_number(it[0], language) for it in (source.values, source.high))
    return (at + start, at + stop), low + text[at + end : at + other] + high


_FIXES = MappingProxyType(
    {
        Verdict.SCALE: _number,
        Verdict.VALUE: _number,
        Verdict.CURRENCY: _whole,
        Verdict.PERCENT: _whole,
        Verdict.DATE: _dated,
        Verdict.RELATIVE: _dated,
        Verdict.MERIDIEM: _whole,
        Verdict.ORDINAL: _ranked,
        Verdict.CLAUSE: _ranked,
        Verdict.RANGE: _ranged,
    }
)
