"""Say what a figure is worth in one common form, whatever the language it stands in."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from typing import TYPE_CHECKING

from tongsa.model import Bound, QuantityKind
from tongsa.quantity.write import digits, write

if TYPE_CHECKING:
    from tongsa.model import CalendarDate, Quantity, Value

_PARTS = ("years", "months", "weeks", "days")
_NAMED = {-1: "last", 0: "this", 1: "next"}


def describe(quantity: Quantity) -> str:
    """Return what a figure is worth: ``64,500,000,000``, ``2030-03-17``, ``15:30``."""
    kind = quantity.kind
    if kind is QuantityKind.DATE and quantity.date is not None:
        return describe_date(quantity.date)
    if kind is QuantityKind.TIME:
        return " or ".join(map(_clock, quantity.values))
    if kind is QuantityKind.IDENTIFIER:
        return quantity.label
    if kind in {QuantityKind.CLAUSE, QuantityKind.CENTURY, QuantityKind.ORDINAL}:
        return write(replace(quantity, bound=Bound.EXACT), "en")
    ends = [" or ".join(digits(it, grouped=True) for it in end) for end in _ends(quantity)]
    sign = {QuantityKind.PERCENT: "%", QuantityKind.POINTS: " points", QuantityKind.DECADE: "s"}
    number = "–".join(ends)
    if kind is QuantityKind.DECADE:
        number = str(quantity.values[0])
    return number + sign.get(kind, "×" if kind is QuantityKind.MULTIPLE else "")


def _clock(seconds: Value) -> str:
    hours, rest = divmod(int(seconds), 3600)
    minutes, rest = divmod(rest, 60)
    return f"{hours:02d}:{minutes:02d}" + (f":{rest:02d}" if rest else "")


def _ends(quantity: Quantity) -> tuple[tuple[Value, ...], ...]:
    return (quantity.values, quantity.high) if quantity.high else (quantity.values,)


def describe_date(date: CalendarDate) -> str:
    """Return a date as far as it is told: ``2030-03-17``, ``last year, month 9``."""
    relative = [
        f"{_NAMED.get(value, f'{value:+d}')} {part[:-1]}"
        for part in _PARTS
        if (value := getattr(date, part)) is not None
    ]
    if date.weekday:
        relative.append(_WEEKDAYS[date.weekday - 1])
    if date.year is date.month is date.day is None:
        return ", ".join(relative)
    year = "" if date.year is None else f"{date.year}"
    if year and date.month is None and date.day is None:
        return ", ".join([*relative, year])
    month = "" if date.month is None else f"{date.month:02d}"
    parts = [year or "…", month or "…", *([f"{date.day:02d}"] if date.day else [])]
    if relative and not year:
        return f"{', '.join(relative)}, {'-'.join(parts[1:])}"
    return ", ".join([*relative, "-".join(parts)])


_WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")


def _apart(today: dt.date, days: int) -> str:
    try:
        return (today + dt.timedelta(days=days)).isoformat()
    except OverflowError:  # before the year 1
        return ""


def resolved(date: CalendarDate, today: dt.date) -> str:
    """Return what a relative date comes to by the article's, ``2024-09``; empty where vague."""
    if date.days is not None:
        return _apart(today, date.days)
    year, month, day = date.year, date.month, date.day
    if date.years is not None:
        year = today.year + date.years
    if date.months is not None:
        months = today.year * 12 + today.month - 1 + date.months
        year, month = divmod(months, 12)
        month += 1
    if year is None:
        return ""
    try:
        dt.date(year, month or 1, day or 1)
    except ValueError:  # the 31st of last month
        return ""
    return "-".join([f"{year}", *(f"{it:02d}" for it in (month, day) if it is not None)])
