"""Put the parts of dates and times together: March 17, 2030 · 지난해 9월 · 下午3時30分."""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from tongsa.model import CalendarDate, Quantity, QuantityKind

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tongsa.model import Value
    from tongsa.quantity.lexicon import Lexicon
    from tongsa.quantity.token import Token

HOUR, HALF_DAY, DAY = 3600, 43_200, 86_400
"""Seconds."""
_YEARS = range(1000, 3000)
_RECENT = range(1900, 2100)
"""Years that need no word before them."""
_YEAR_DIGITS = 4
_MONTHS, _DAYS, _HOURS = range(1, 13), range(1, 32), range(25)
_GAP = 10
"""Letters that may stand between two parts of a date."""
_NOON = 12
_MORNING = 6
"""Until then night is the next day's: 밤 2시."""


_DATING = frozenset({"", "ordinal", "count", "year", "month", "day", "hour", "am", "pm", "oclock"})
"""What may stand behind the number that a date or time begins with."""


@dataclass(slots=True)
class Dates:
    """Reads the dates and times among the tokens of one text."""

    lexicon: Lexicon
    text: str
    low: str
    tokens: Sequence[Token]
    _last: tuple[int, CalendarDate] | None = field(default=None)
    """Which token ended the last date, for what shares its month."""

    def at(self, first: int) -> tuple[Quantity, int] | None:
        """Return the date or time that begins with a token, and the token behind it."""
        token = self.tokens[first]
        if token.phrase is None and token.role not in _DATING and token.shape != "clock":
            return None
        return self._date(first) or self._time(first)

    def _date(self, first: int) -> tuple[Quantity, int] | None:
        parts: dict[str, int] = {}
        at = first
        while at < len(self.tokens):
            if at > first and not self._joined(at):
                break
            part = self._part(at, parts, begins=at == first)
            if part is None or part[0] in parts:
                break
            parts[part[0]] = part[1]
            at += 1
        if at == first:
            return None
        date = CalendarDate(**parts)
        self._last = (at, date)
        start, stop = self.tokens[first].begin, self.tokens[at - 1].shown
        soft = all(
            token.numeral is None or not token.numeral.hard for token in self.tokens[first:at]
        )
        loose = at - first == 1 and not self._certain(first, date)
        quantity = Quantity(
            kind=QuantityKind.DATE,
            date=date,
            bound=self.tokens[first].bound,
            bounded=self.tokens[first].bounded,
            start=start,
            end=stop,
            numeral=(self.tokens[first].start, self.tokens[at - 1].end),
            hard=not soft,
            loose=loose,
        )
        return quantity, at

    def _certain(self, at: int, date: CalendarDate) -> bool:
        """Whether a number alone is surely a date."""
        sense = self.tokens[at].sense
        if sense is None:
            return self.tokens[at].phrase is not None
        return not (date.day and date.month is None)

    def _joined(self, at: int) -> bool:
        """Whether a token goes on with the date that the one before it is a part of."""
        gap = self.low[self.tokens[at - 1].stop : self.tokens[at].begin]
        return len(gap) <= _GAP and bool(self.lexicon.date_glue.fullmatch(gap))

    def _part(self, at: int, parts: dict[str, int], *, begins: bool) -> tuple[str, int] | None:
        """Return which part of a date a token is, and its number."""
        token = self.tokens[at]
        phrase = token.phrase
        if phrase is not None:
            return self._word(at, parts)
        numeral = token.numeral
        if numeral is None or token.clock or token.minus or token.half:
            return None
        value = numeral.values[0]
        if not isinstance(value, int) or (numeral.raw == "" and numeral.hard):
            return None
        role = token.sense.role if token.sense else ""
        if role in {"year", "month", "day"}:
            return self._numbered(at, role, value, parts)
        lead = token.lead.role if token.lead else ""
        if lead or (numeral.raw == "" and numeral.role != "ordinal"):
            return None
        if role not in {"", "ordinal"}:
            year = role == "count" and begins and self._second_year(at, value)
            return ("year", year) if year else None
        return self._bare(at, value, parts, begins=begins)

    def _word(self, at: int, parts: dict[str, int]) -> tuple[str, int] | None:
        token = self.tokens[at]
        phrase = token.phrase
        if phrase is None or not isinstance(phrase.value, int):
            return None
        if phrase.role == "month":
            return ("month", phrase.value) if self._is_month(at, parts) else None
        if phrase.role == "weekday":
            return ("weekday", phrase.value)
        if phrase.role == "relative":
            return (phrase.part, phrase.value)
        return None

    def _is_month(self, at: int, parts: dict[str, int]) -> bool:
        """Whether a word is a month: *May* beside a day, not *may*."""
        token = self.tokens[at]
        word = self.low[token.start : token.end]
        if not self.text[token.start].isupper():
            return False
        if word not in self.lexicon.doubtful_months or parts:
            return True
        if self.lexicon.month_lead.search(self.low, max(0, token.start - _GAP), token.start):
            return True
        if at + 1 == len(self.tokens) or not self._joined(at + 1):
            return False
        following = self.tokens[at + 1]
        return (following.sense is None and following.numeral is not None) or (
            following.phrase is not None and following.phrase.role == "relative"
        )

    def _numbered(
        self, at: int, role: str, value: int, parts: dict[str, int]
    ) -> tuple[str, int] | None:
        """Return a part that its own word names: 2030년, 3월, 17일."""
        token = self.tokens[at]
        if token.lead and token.lead.role == "era":
            return (role, value + token.lead.number) if role == "year" else None
        if token.lead:
            return None
        if role == "year":
            raw = token.numeral.raw if token.numeral else ""
            if value in _YEARS and len(raw) == _YEAR_DIGITS:
                return role, value
            short = len(raw) in {2, 3} and self._follows(at, "month")
            if not short or (len(raw) > 2 and not self.lexicon.short_year):
                return None
            return role, value + (self.lexicon.short_year or (1900 if value > 50 else 2000))
        if role == "month":
            return (role, value) if value in _MONTHS else None
        if value not in _DAYS:
            return None
        return role, value

    def _follows(self, at: int, role: str) -> bool:
        """Whether the next token goes on with a part of a date."""
        if at + 1 == len(self.tokens) or not self._joined(at + 1):
            return False
        sense = self.tokens[at + 1].sense
        return sense is not None and sense.role == role

    def _bare(
        self, at: int, value: int, parts: dict[str, int], *, begins: bool
    ) -> tuple[str, int] | None:
        """Return a part that only its place tells: the 17 and the 2030 of March 17, 2030."""
        token = self.tokens[at]
        numeral = token.numeral
        assert numeral is not None  # noqa: S101 (the caller saw it)
        ordinal = token.sense is not None or numeral.role == "ordinal"
        if begins and (year := self._second_year(at, value)):
            return ("year", year)
        if value in _DAYS and "month" in parts and "day" not in parts and "year" not in parts:
            return ("day", value)
        if value in _DAYS and begins and self._begins_day(at, ordinal=ordinal):
            return ("day", value)
        if ordinal or len(numeral.raw) != _YEAR_DIGITS or value not in _YEARS:
            return None
        if not begins:
            return ("year", value) if "month" in parts and "year" not in parts else None
        if value in _RECENT:
            return ("year", value)
        lead = self.lexicon.year_lead.search(self.low, max(0, token.begin - 12), token.begin)
        return ("year", value) if lead and not self._is_whole(at) else None

    def _is_whole(self, at: int) -> bool:
        """Whether a number is what the one before it is a part of: 1 in 1000."""
        before = self.tokens[at - 1] if at else None
        if before is None or before.numeral is None or before.sense is not None:
            return False
        return bool(self.lexicon.in_all.fullmatch(self.low, before.stop, self.tokens[at].begin))

    def _second_year(self, at: int, value: int) -> int | None:
        """Return the year that two digits mean behind another one: 2013-14."""
        numeral = self.tokens[at].numeral
        if numeral is None or len(numeral.raw) != 2 or not self._last or self._last[0] != at:
            return None
        first = self._last[1].year
        if first is None or value <= first % 100 or not self._ranged(at):
            return None
        return first - first % 100 + value

    def _begins_day(self, at: int, *, ordinal: bool) -> bool:
        token = self.tokens[at]
        if at + 1 < len(self.tokens) and self._joined(at + 1):
            following = self.tokens[at + 1].phrase
            if following and following.role == "month" and self._is_month(at + 1, {"day": 1}):
                return True
        if self._last and self._last[0] == at and self._last[1].day and self._ranged(at):
            return True
        if not ordinal or not self.lexicon.day_lead.search(
            self.low, max(0, token.start - 14), token.start
        ):
            return False
        return not self.lexicon.day_follow.match(self.low, token.stop)

    def _ranged(self, at: int) -> bool:
        gap = self.low[self.tokens[at - 1].stop : self.tokens[at].begin]
        return len(gap) <= _GAP and bool(self.lexicon.range_signs.fullmatch(gap))

    def _time(self, first: int) -> tuple[Quantity, int] | None:
        """Return a time of day that begins with a token."""
        token = self.tokens[first]
        if token.shape == "clock":
            hours, minutes, *more = map(int, self.low[token.start : token.end].split(":"))
            seconds = hours * HOUR + minutes * 60 + (more[0] if more else 0)
            if hours not in _HOURS:
                return None
            told, following = self._told(first, first, seconds)
            return replace(told, told=(hours, minutes, *more)), following
        numeral = token.numeral
        role = token.sense.role if token.sense else ""
        if numeral is None or token.lead:
            return None
        dotted = bool(token.clock) and role == "" and "." in numeral.raw
        if role not in {"hour", "am", "pm", "oclock"} and not dotted:
            return None
        if numeral.raw == "" and numeral.hard:
            return None
        value = numeral.values[0]
        whole_hours, seconds = int(value), int(value) * HOUR
        if value != whole_hours:
            minutes = re.fullmatch(r"\d{1,2}\.(\d\d)", numeral.raw)
            if role == "hour" or minutes is None:
                return None
            seconds += int(minutes[1]) * 60
        if whole_hours not in _HOURS:
            return None
        seconds += 1800 if token.half else 0
        last = first
        if role == "hour" and first + 1 < len(self.tokens) and self._goes_on(first + 1, "minute"):
            following = self.tokens[first + 1].numeral
            last = first + 1
            seconds += 60 * int(following.values[0]) if following else 0
            if last + 1 < len(self.tokens) and self._goes_on(last + 1, "second"):
                following = self.tokens[last + 1].numeral
                last += 1
                seconds += int(following.values[0]) if following else 0
        return self._told(first, last, seconds)

    def _goes_on(self, at: int, unit: str) -> bool:
        """Whether a token adds minutes or seconds to the time before it."""
        token = self.tokens[at]
        gap = self.low[self.tokens[at - 1].stop : token.begin]
        fits = token.sense is not None and token.sense.unit == unit
        return fits and gap in {"", " "} and token.numeral is not None

    def _told(self, first: int, last: int, seconds: int) -> tuple[Quantity, int]:
        token = self.tokens[first]
        role = token.sense.role if token.sense else ""
        numeral = token.numeral
        quantity = Quantity(
            kind=QuantityKind.TIME,
            values=_of_day(seconds, token.clock or (role if role in {"am", "pm"} else "")),
            bound=token.bound,
            bounded=token.bounded,
            start=token.begin,
            end=self.tokens[last].stop,
            numeral=(token.start, self.tokens[last].end),
            hard=numeral is None or numeral.hard,
        )
        return quantity, last + 1


def _of_day(seconds: int, clock: str) -> tuple[Value, ...]:
    """Return the seconds after midnight that a time may mean, by the part of the day."""
    hour = seconds // HOUR
    if hour > _NOON or hour == 0:
        return (seconds % DAY,)
    early = seconds - HALF_DAY if hour == _NOON else seconds
    late = early + HALF_DAY
    if clock == "am":
        return (early,)
    if clock in {"pm", "midday"}:
        return (late,) if hour == _NOON or clock == "pm" or hour < _MORNING else (early,)
    if clock == "night":
        return (early,) if hour < _MORNING or hour == _NOON else (late,)
    return (seconds % DAY, (seconds + HALF_DAY) % DAY)
