"""Put the parts of dates together: March 17, 2030 · 지난해 9월 · 民國114年3月17日."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from tongsa.model import QuantityKind
from tongsa.quantity.fresh import calendar_date, fresh
from tongsa.quantity.times import time_at

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tongsa.model import CalendarDate, Quantity
    from tongsa.quantity.lexicon import Lexicon
    from tongsa.quantity.token import Token

_YEARS = range(1000, 3000)
_RECENT = range(1900, 2100)
"""Years that need no word before them."""
_YEAR_DIGITS, _SHORT_DIGITS = 4, 2
_MONTHS, _DAYS = range(1, 13), range(1, 32)
_GAP = 10
"""Letters that may stand between two parts of a date."""
_LEAD = 14
"""Letters before a number that may make it a day or a year."""
_TURN = 50
"""From where on a year of two digits is the last century's: 98년 9월."""
_CALENDAR = frozenset({"year", "month", "day", "fiscal"})
_SURE = _CALENDAR | {"hour", "am", "pm", "oclock", "zone"}
"""What stands behind a number that is likely a part of a date or time."""
_BARE = frozenset({"", "ordinal"})
_WORDS = frozenset({"month", "weekday", "relative"})
"""What a word has to be that a date begins with."""


@dataclass(slots=True)
class Dates:
    """Reads the dates and times among the tokens of one text."""

    lexicon: Lexicon
    text: str
    low: str
    tokens: Sequence[Token]
    _last: tuple[int, CalendarDate] | None = field(default=None)
    """Which token ended the last date, for what shares its month or its century."""

    def at(self, first: int) -> tuple[Quantity, int] | None:
        """Return the date or time that begins with a token, and the token behind it."""
        token = self.tokens[first]
        if token.phrase is not None:
            return self._date(first) if token.phrase.role in _WORDS else None
        if not self._may_begin(first, token):
            return None
        return self._date(first) or time_at(self.tokens, first, self.low)

    def _may_begin(self, first: int, token: Token) -> bool:
        """Whether a date or time may begin with a number; a question that costs little."""
        role = token.role
        if token.numeral is None:
            return token.shape == "clock"
        if role in _SURE or token.clock or (self._last is not None and self._last[0] == first):
            return True
        if self.lexicon.system == "thousands":
            return role in _BARE
        return role == "" and len(token.numeral.raw) == _YEAR_DIGITS

    def _date(self, first: int) -> tuple[Quantity, int] | None:
        tokens = self.tokens
        parts: dict[str, int] = {}
        at = first
        while part := self._part(at, parts, begins=at == first):
            name, number = part
            if name in parts:
                break
            parts[name] = number
            at += 1
            if at == len(tokens) or not self._joined(at):
                break
        if at == first:
            return None
        date = calendar_date(**parts)
        self._last = (at, date)
        begin, end = tokens[first], tokens[at - 1]
        quantity = fresh(
            QuantityKind.DATE,
            (),
            begin.begin,
            end.shown,
            (begin.start, end.end),
            any(it.numeral is not None and it.numeral.hard for it in tokens[first:at]),
            begin.bound,
            begin.bounded,
            date=date,
            loose=begin is end and not _is_certain(begin, date),
        )
        return quantity, at

    def _joined(self, at: int) -> bool:
        """Whether a token goes on with the date that the one before it is a part of."""
        if at >= len(self.tokens):
            return False
        start, end = self.tokens[at - 1].stop, self.tokens[at].begin
        return end - start <= _GAP and bool(self.lexicon.date_glue.fullmatch(self.low[start:end]))

    def _ranged(self, at: int) -> bool:
        """Whether a token is the other end of a range that the one before it begins."""
        start, end = self.tokens[at - 1].stop, self.tokens[at].begin
        near = end - start <= _GAP
        return near and bool(self.lexicon.range_signs.fullmatch(self.low[start:end]))

    def _part(self, at: int, parts: dict[str, int], *, begins: bool) -> tuple[str, int] | None:
        """Return which part of a date a token is, and its number."""
        token = self.tokens[at]
        if token.phrase is not None:
            return self._word(at, parts)
        numeral = token.numeral
        if numeral is None or token.clock or token.minus or token.half:
            return None
        value = numeral.values[0]
        if not isinstance(value, int) or (numeral.raw == "" and numeral.hard):
            return None
        if token.role in _CALENDAR:
            return self._numbered(at, token.role, value)
        if token.lead or not (numeral.raw or numeral.role == "ordinal"):
            return None
        return self._bare(at, value, parts, begins=begins)

    def _word(self, at: int, parts: dict[str, int]) -> tuple[str, int] | None:
        """Return the part of a date that a word tells: *March*, *last year*, 목요일."""
        phrase = self.tokens[at].phrase
        if phrase is None or not isinstance(phrase.value, int):
            return None
        if phrase.role == "month":
            return ("month", phrase.value) if self._is_month(at, sure=bool(parts)) else None
        name = phrase.part if phrase.role == "relative" else phrase.role
        return (name, phrase.value) if phrase.role in {"relative", "weekday"} else None

    def _is_month(self, at: int, *, sure: bool) -> bool:
        """Whether a word is a month: *May* beside a day, not *may*."""
        token = self.tokens[at]
        if not self.text[token.start].isupper():
            return False
        if sure or self.low[token.start : token.end] not in self.lexicon.doubtful_months:
            return True
        lead = self.lexicon.month_lead.search(self.low, max(0, token.start - _GAP), token.start)
        if lead or not self._joined(at + 1):
            return bool(lead)
        following = self.tokens[at + 1]
        if following.phrase is not None:
            return following.phrase.role == "relative"
        return following.sense is None and following.numeral is not None

    def _numbered(self, at: int, role: str, value: int) -> tuple[str, int] | None:
        """Return a part that its own word names: 2030년, 3월, 17일."""
        lead = self.tokens[at].lead
        if lead is not None:
            return (role, value + lead.number) if (lead.role, role) == ("era", "year") else None
        if role in {"year", "fiscal"}:
            if (second := self._second_year(at, value)) is not None:
                return ("year", second)
            year = self._year(at, value, alone=role == "fiscal")
            return None if year is None else ("year", year)
        return (role, value) if value in (_MONTHS if role == "month" else _DAYS) else None

    def _year(self, at: int, value: int, *, alone: bool) -> int | None:
        """Return the year that a number before 년 is; None where it counts years."""
        numeral = self.tokens[at].numeral
        digits = len(numeral.raw) if numeral else 0
        if digits == _YEAR_DIGITS:
            return value if value in _YEARS else None
        ours = self.lexicon.short_year
        monthly = self._joined(at + 1) and self.tokens[at + 1].role == "month"
        if not (alone or monthly) or digits < _SHORT_DIGITS:
            return None
        if ours:
            return value + ours if digits < _YEAR_DIGITS else None
        return value + (1900 if value > _TURN else 2000) if digits == _SHORT_DIGITS else None

    def _bare(
        self, at: int, value: int, parts: dict[str, int], *, begins: bool
    ) -> tuple[str, int] | None:
        """Return a part that only its place tells: the 17 and the 2030 of March 17, 2030."""
        token = self.tokens[at]
        year = self._second_year(at, value) if begins else None
        if year is not None:
            return ("year", year)
        if token.role not in {"", "ordinal"}:
            return None
        if value in _DAYS and (self._begins_day(at) if begins else _wants_day(parts)):
            return ("day", value)
        return ("year", value) if self._is_year(at, value, parts, begins=begins) else None

    def _is_year(self, at: int, value: int, parts: dict[str, int], *, begins: bool) -> bool:
        token = self.tokens[at]
        digits = len(token.numeral.raw) if token.numeral else 0
        if token.role or digits != _YEAR_DIGITS or value not in _YEARS:
            return False
        if not begins:
            return "month" in parts and "year" not in parts
        if value in _RECENT:
            return True
        lead = self.lexicon.year_lead.search(self.low, max(0, token.begin - _LEAD), token.begin)
        return bool(lead) and not self._is_whole(at)

    def _is_whole(self, at: int) -> bool:
        """Whether a number is what the one before it is a part of: 1 in 1000."""
        before = self.tokens[at - 1] if at else None
        if before is None or before.numeral is None or before.sense is not None:
            return False
        return bool(self.lexicon.in_all.fullmatch(self.low, before.stop, self.tokens[at].begin))

    def _second_year(self, at: int, value: int) -> int | None:
        """Return the year that two digits mean behind another one: 2013-14."""
        numeral = self.tokens[at].numeral
        if numeral is None or len(numeral.raw) != _SHORT_DIGITS or not self._goes_on(at):
            return None
        first = self._last[1].year if self._last else None
        later = first is not None and value > first % 100
        return first - first % 100 + value if first is not None and later else None

    def _goes_on(self, at: int) -> bool:
        """Whether a token is the other end of a range of dates."""
        return self._last is not None and self._last[0] == at and self._ranged(at)

    def _begins_day(self, at: int) -> bool:
        """Whether a bare number is a day: 17 March, 17–19 March, on the 9th."""
        token = self.tokens[at]
        following = self.tokens[at + 1].phrase if at + 1 < len(self.tokens) else None
        if following and following.role == "month" and self._joined(at + 1):
            return self._is_month(at + 1, sure=True)
        if self._goes_on(at) and self._last and self._last[1].day:
            return True
        if token.sense is None and not (token.numeral and token.numeral.role == "ordinal"):
            return False
        lead = self.lexicon.day_lead.search(self.low, max(0, token.start - _LEAD), token.start)
        return bool(lead) and not self.lexicon.day_follow.match(self.low, token.stop)


def _wants_day(parts: dict[str, int]) -> bool:
    return "month" in parts and "day" not in parts and "year" not in parts


def _is_certain(token: Token, date: CalendarDate) -> bool:
    """Whether a number alone is surely a date."""
    if token.sense is None:
        return token.phrase is not None
    return not (date.day and date.month is None)
