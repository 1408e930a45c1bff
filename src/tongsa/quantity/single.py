"""Tell which figure a number or a word is by itself, where it is no part of a date."""

from __future__ import annotations

import datetime as dt
import re
from fractions import Fraction
from typing import TYPE_CHECKING

from tongsa.model import CalendarDate, Quantity, QuantityKind
from tongsa.quantity.count import counted, in_unit, made
from tongsa.quantity.numeral import HARD_FROM, whole

if TYPE_CHECKING:
    from tongsa.quantity.lexicon import Lexicon
    from tongsa.quantity.token import Token

_FIGURES = re.compile(r"\d+")
_QUARTER = re.compile(r"Q([1-4])")
"""Of a year: ``Q3``"""
_DENOMINATORS = frozenset({2, 3, 4, 5, 6, 8, 10, 16, 100})
"""The parts that a stroke tells: 2/3; 9/11 is a day."""
_SHORT_YEARS = 100
_MOST_DAYS, _MOST_MONTHS = 31, 12
_APART = frozenset({"month", "weekday", "relative", "apart"})
"""Words that are no figure by themselves."""


def single(token: Token, text: str, low: str, words: Lexicon) -> Quantity | None:
    """Return the figure that a token is by itself; None where it is none."""
    if token.shape == "name" and (quarter := _QUARTER.fullmatch(text, token.start, token.end)):
        return made(token, QuantityKind.ORDINAL, (int(quarter[1]),))
    if token.shape in {"name", "label", "clock"}:
        return made(token, QuantityKind.IDENTIFIER, label=text[token.start : token.end])
    if token.shape == "date":
        return _slashed(token, low)
    if token.shape == "parts":
        return _parts(token, low)
    if token.phrase is not None:
        return _fixed(token)
    return counted(token, low, words) if token.numeral is not None else None


def _fixed(token: Token) -> Quantity | None:
    """Return a figure that a word is by itself: half, doubled, noon, first."""
    phrase = token.phrase
    if phrase is None or phrase.role in _APART:
        return None
    if phrase.role == "ordinal":
        kind = QuantityKind.CENTURY if token.sense else QuantityKind.ORDINAL
        hard = phrase.value >= HARD_FROM
    else:
        kind, hard = QuantityKind(phrase.role), False
    if kind is QuantityKind.FRACTION and token.sense is not None:
        return in_unit(token, (phrase.value,), token.sense)
    value = phrase.value + (Fraction(1, 2) if token.half else 0)
    values = (whole(value),) if phrase.other is None else (value, phrase.other)
    return made(token, kind, values, hard=hard, unit=phrase.part)


def _slashed(token: Token, low: str) -> Quantity:
    """Return a date in digits: 2030-03-17, 3/17/2030, 17/3/2030."""
    first, second, third = map(int, _FIGURES.findall(low, token.start, token.end))
    year, month, day = first, second, third
    if first <= _MOST_DAYS:
        year, month, day = third + (2000 if third < _SHORT_YEARS else 0), first, second
        if month > _MOST_MONTHS:
            month, day = day, month
    try:
        dt.date(year, month, day)
    except ValueError:
        return made(token, QuantityKind.IDENTIFIER, label=low[token.start : token.end])
    return made(token, QuantityKind.DATE, date=CalendarDate(year=year, month=month, day=day))


def _parts(token: Token, low: str) -> Quantity:
    """Return a fraction, or a name: 2/3, 9/11."""
    upper, lower = map(int, low[token.start : token.end].split("/"))
    if lower in _DENOMINATORS and 0 < upper < lower:
        return made(token, QuantityKind.FRACTION, (whole(Fraction(upper, lower)),))
    return made(token, QuantityKind.IDENTIFIER, label=low[token.start : token.end])
