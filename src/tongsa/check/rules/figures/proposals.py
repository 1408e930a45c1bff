"""Propose the right figure in the place of a wrong one, as the translation writes its own."""

from __future__ import annotations

import re
from dataclasses import replace
from types import MappingProxyType
from typing import TYPE_CHECKING

from tongsa.model import Bound, CalendarDate, QuantityKind
from tongsa.quantity import Verdict, is_counted, is_prose, numerals, write, write_number

if TYPE_CHECKING:
    from tongsa.model import Quantity, Span, Value
    from tongsa.quantity import Comparison

_ENTIRE = frozenset({QuantityKind.IDENTIFIER, QuantityKind.TIME})
"""Kinds that are replaced whole."""
_RANGE = re.compile(r"[~∼～–—-]")
_DIGITS = re.compile(r"[\d,]+")
_PLAIN_DIGITS = 10_000_000
"""Numbers up to this stay in digits where a translation writes its own so."""
_MYRIAD = 10_000
_ENDS = 2
"""Of a range."""
_SHORT_YEAR = 2
"""Digits."""


def proposal(found: Comparison, text: str, language: str) -> tuple[Span, str] | None:
    """Return a stretch of a translation and what is to stand there; None where that is not sure."""
    source, target = found.source, found.target
    if source is None or target is None or found.verdict not in _FIXES:
        return None
    made = _FIXES[found.verdict](source, target, text, language)
    if made is None or not made[1] or not is_prose(text[slice(*made[0])]):
        return None
    return made


def kinds(*quantities: Quantity) -> set[QuantityKind]:
    """Return the kinds of quantities."""
    return {quantity.kind for quantity in quantities}


def _number(
    source: Quantity, target: Quantity, text: str, language: str
) -> tuple[Span, str] | None:
    """Put the source's number into the place of the target's; what it counts stays."""
    other_unit = source.kind is target.kind and source.unit != target.unit
    if source.kind is target.kind and source.kind in _ENTIRE:
        return _whole(source, target, text, language)
    if source.kind is target.kind is QuantityKind.MONEY and other_unit:
        return _whole(source, target, text, language)
    if other_unit or not _is_plain(source, target):
        return None
    if Bound.SEVERAL in {source.bound, target.bound}:
        same = source.bound is target.bound
        return ((target.start, target.end), write(source, language)) if same else None
    value = source.values[0]
    both = value < 0 and target.values[0] < 0  # the sign stands already: 零下6度
    return target.numeral, _styled(
        -value if both else value, text[slice(*target.numeral)], language
    )


def _is_plain(source: Quantity, target: Quantity) -> bool:
    """Whether both are single numbers; not 2시간 30분, 七折, 四十多; money may be in 兆."""
    more = target.bound is Bound.OVER and target.bounded[0] in {0, target.numeral[1]}
    compound = source.told or target.told or source.high or target.high
    fraction = QuantityKind.FRACTION in kinds(source, target)
    single = len(target.values) == 1 or target.kind is QuantityKind.MONEY
    return bool(source.values) and single and not (more or compound or fraction)


def _styled(value: Value, wrong: str, language: str) -> str:
    """Return a number with scale words, or in digits where the wrong one stands so."""
    if _DIGITS.fullmatch(wrong) and isinstance(value, int):
        large = int(wrong.replace(",", "") or 0) >= _MYRIAD
        if value < _MYRIAD or (large and value < _PLAIN_DIGITS):
            return f"{value:,}" if "," in wrong else str(value)
    return write_number(value, language)


def _whole(source: Quantity, target: Quantity, text: str, language: str) -> tuple[Span, str] | None:
    """Put the source's figure, as the language writes it, into the place of the target's."""
    counted = target.kind is QuantityKind.NUMBER and is_counted(text, target.end, language)
    if source.high or target.high or counted or source.kind is QuantityKind.NUMBER:
        return None  # what is counted has a word of its own: 30명
    if ":" in text[slice(*target.numeral)]:
        return target.numeral, _digital(source)
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
    if len(wanted) == 1 and text[slice(*target.numeral)].isdecimal():
        return target.numeral, _year_or_day(
            next(iter(wanted.values())), text[slice(*target.numeral)]
        )
    date = replace(source, date=CalendarDate(**wanted), bound=Bound.EXACT)
    return (target.start, target.end), write(date, language)


def _year_or_day(value: int, wrong: str) -> str:
    """Return a part of a date in digits; a year in two where the wrong one has two: 1950-53."""
    return str(value)[-_SHORT_YEAR:] if len(wrong) == _SHORT_YEAR else str(value)


_AGES = frozenset({QuantityKind.DECADE, QuantityKind.CENTURY})


def _of_ages(source: Quantity, target: Quantity, language: str) -> tuple[Span, str] | None:
    """Put the source's decade or century into the place of the target's."""
    if not kinds(source, target) <= _AGES:
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
