"""Read times of day: 3:30 p.m., 오후 3시 30분, 下午三點半, 6.30."""

from __future__ import annotations

import re
from dataclasses import replace
from fractions import Fraction
from typing import TYPE_CHECKING

from tongsa.model import QuantityKind
from tongsa.quantity.fresh import fresh
from tongsa.quantity.numeral import whole

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tongsa.model import Quantity, Value
    from tongsa.quantity.token import Token

_HOUR, _HALF_DAY, _DAY = 3600, 43_200, 86_400
"""Seconds."""
_HOURS = range(25)
_NOON = 12
_MINUTES = 60
_MILITARY = 4
"""Digits of a time without a sign: 0450 GMT."""
_MORNING = 5
"""Until then night is the next day's: 밤 2시."""
_HALVES = frozenset({"am", "pm"})
_TELLING = frozenset({"hour", "oclock"}) | _HALVES
"""What may stand behind an hour."""
_DOTTED = re.compile(r"\d{1,2}\.(\d\d)")
"""``6.30``"""
_PART, _SHORT = re.compile(r"\.\d{1,3}(?!\d)"), 2
"""Parts of a second behind a clock, and how many numbers one without hours holds."""
_FINER = ("minute", "second")
_SECONDS = {"minute": 60, "second": 1}


def time_at(tokens: Sequence[Token], first: int, low: str) -> tuple[Quantity, int] | None:
    """Return the time of day that begins with a token, and the token behind it."""
    token = tokens[first]
    if token.shape == "clock":
        return _clock(token, first, low)
    if token.numeral is None or token.lead or not _may_tell(token):
        return None
    hours = _hours(token)
    if hours is None or hours // _HOUR not in _HOURS:
        return None
    seconds, last = hours + (1800 if token.half else 0), first
    if token.role == "hour":
        for unit in _FINER:
            if not _goes_on(tokens, last + 1, unit, low):
                break
            last += 1
            seconds += _SECONDS[unit] * _count(tokens[last])
    return _told(tokens, first, last, seconds), last + 1


def _clock(token: Token, first: int, low: str) -> tuple[Quantity, int] | None:
    """Return a time in digits; its figures may be those of a score or a run as well."""
    told = tuple(map(int, low[token.start : token.end].split(":")))
    if told[0] not in _HOURS:
        return None
    seconds: Value = sum(count * size for count, size in zip(told, (_HOUR, 60, 1), strict=False))
    if (part := _PART.match(low, token.end)) and len(told) > 1:  # a run: 3:47.90, 2:04:17.5
        seconds = whole(seconds + Fraction(part[0]) * (60 if len(told) == _SHORT else 1))
    return replace(_told((token,), 0, 0, seconds), told=told), first + 1


def _may_tell(token: Token) -> bool:
    """Whether what stands beside a number makes it an hour."""
    numeral = token.numeral
    if numeral is None or (numeral.raw == "" and numeral.hard):
        return False
    if numeral.role == "clock":
        return True
    if token.role == "zone":
        return numeral.raw.isdecimal() and len(numeral.raw) == _MILITARY
    return token.role in _TELLING or bool(token.clock and not token.role and "." in numeral.raw)


def _hours(token: Token) -> int | None:
    """Return the seconds that a number of hours tells; None where it cannot be one."""
    numeral = token.numeral
    if numeral is None:
        return None
    value = numeral.values[0]
    if token.role == "zone":  # 0450 GMT
        hours, minutes = int(numeral.raw[:2]), int(numeral.raw[2:])
        return hours * _HOUR + minutes * 60 if minutes < _MINUTES else None
    if isinstance(value, int):
        return value * _HOUR
    if numeral.role == "clock":  # half past three
        return int(value * _HOUR)
    dotted = _DOTTED.fullmatch(numeral.raw)
    if dotted is None or token.role == "hour":
        return None
    return int(value) * _HOUR + int(dotted[1]) * 60


def _goes_on(tokens: Sequence[Token], at: int, unit: str, low: str) -> bool:
    """Whether a token adds minutes or seconds to the time before it."""
    if at >= len(tokens):
        return False
    token = tokens[at]
    fits = token.sense is not None and token.sense.unit == unit and token.numeral is not None
    return fits and low[tokens[at - 1].stop : token.begin] in {"", " "}


def _count(token: Token) -> int:
    return int(token.numeral.values[0]) if token.numeral else 0


def _told(tokens: Sequence[Token], first: int, last: int, seconds: Value) -> Quantity:
    token = tokens[first]
    clock = token.clock or (token.role if token.role in _HALVES else "")
    zone = token.role == "zone"
    return fresh(
        QuantityKind.TIME,
        (seconds % _DAY,) if zone else _of_day(seconds, clock),
        token.begin,
        token.end if zone else tokens[last].stop,
        (token.start, tokens[last].end),
        token.numeral is None or token.numeral.hard,
        token.bound,
        token.bounded,
    )


def _of_day(seconds: Value, clock: str) -> tuple[Value, ...]:
    """Return the seconds after midnight that a time may mean, by the part of the day."""
    hour = seconds // _HOUR
    if hour > _NOON or hour == 0:
        return (seconds % _DAY,)
    early = seconds - _HALF_DAY if hour == _NOON else seconds
    late = early + _HALF_DAY
    if not clock:
        return (seconds % _DAY, (seconds + _HALF_DAY) % _DAY)
    by_day = {
        "am": early,
        "pm": late,
        "midday": late if hour == _NOON or hour < _MORNING else early,
        "night": early if hour == _NOON or hour < _MORNING else late,
    }
    return (by_day[clock],)
