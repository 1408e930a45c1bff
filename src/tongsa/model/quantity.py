"""Figures: what a text counts, measures, dates and numbers, by value."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum
from fractions import Fraction
from typing import TYPE_CHECKING, TypeAlias

if TYPE_CHECKING:
    from tongsa.model.finding import Span

Value: TypeAlias = int | Fraction
"""An exact number; whole ones are int."""


class QuantityKind(StrEnum):
    """What a figure tells."""

    NUMBER = "number"
    """A count, a score, a bare number."""
    MONEY = "money"
    PERCENT = "percent"
    POINTS = "points"
    """Percentage points: the difference of two percentages."""
    FRACTION = "fraction"
    """A part of a whole: half, 3분의 2, 五分之一."""
    MULTIPLE = "multiple"
    """Times as much: doubled, 2배."""
    MEASURE = "measure"
    """With a unit: lengths, weights, durations, ages."""
    ORDINAL = "ordinal"
    DATE = "date"
    """A day, month or year, absolute or from the article's date."""
    DECADE = "decade"
    """Its first year: 1980; also of age or temperature: in his 80s."""
    CENTURY = "century"
    TIME = "time"
    """Seconds after midnight."""
    CLAUSE = "clause"
    """The number of an article, clause or chapter of a text."""
    IDENTIFIER = "identifier"
    """A name with figures in it, which count nothing: HBM4, a phone number."""


class Bound(StrEnum):
    """How a quantity stands to the figure that is written."""

    EXACT = "exact"
    ABOUT = "about"
    NEARLY = "nearly"
    OVER = "over"
    AT_LEAST = "at least"
    UNDER = "under"
    AT_MOST = "at most"
    SEVERAL = "several"
    """A few times the figure: millions, 수백만, 數百萬."""


@dataclass(frozen=True, slots=True, kw_only=True)
class CalendarDate:
    """What a text says of a date; None: it says nothing of that."""

    year: int | None = None
    month: int | None = None
    """1 to 12."""
    day: int | None = None
    """1 to 31."""
    weekday: int | None = None
    """1 for Monday to 7 for Sunday (ISO 8601)."""
    years: int | None = None
    """Years from the article's own: -1 for last year, 0 for this year."""
    months: int | None = None
    """Months from the article's own: -1 for last month."""
    weeks: int | None = None
    days: int | None = None
    """Days from the article's own: -1 for yesterday."""

    @property
    def relative(self) -> bool:
        """Whether only the article's date tells which it is."""
        return not (self.years is self.months is self.weeks is self.days is None)


@dataclass(frozen=True, slots=True, kw_only=True)
class Quantity:
    """One figure of a text. Two are equal if they mean the same, wherever they stand."""

    kind: QuantityKind
    values: tuple[Value, ...] = ()
    """Every value that may be meant, the likeliest first; none for dates and identifiers."""
    high: tuple[Value, ...] = ()
    """The upper end of a range; empty where it is none."""
    unit: str = ""
    """ISO 4217 code of money, the name of a measure's unit such as ``kilometre``; else empty."""
    bound: Bound = Bound.EXACT
    date: CalendarDate | None = None
    label: str = ""
    """An identifier as it is written; of a clause what it numbers, such as ``article``."""
    start: int = field(default=0, compare=False)
    """Half-open, in code points; with its unit or currency, without its bound."""
    end: int = field(default=0, compare=False)
    numeral: Span = field(default=(0, 0), compare=False)
    """Where the number alone stands, with its scale words."""
    hard: bool = field(default=True, compare=False)
    """Whether it is surely a figure: digits, or words for more than twelve."""
    others: tuple[str, ...] = field(default=(), compare=False)
    """Units that may be meant as well: the dollars of another country; ``""`` for none at all."""
    loose: bool = field(default=False, compare=False)
    """Whether it may be another kind of figure as well, such as a count that looks like a year."""
    told: tuple[Value, ...] = field(default=(), compare=False)
    """The figures that it is told with, where they are several: 1 and 5 of one in five."""
    bounded: Span = field(default=(0, 0), compare=False)
    """Where the words of its bound stand; empty where it has none."""
    denied: Bound = field(default=Bound.EXACT, compare=False)
    """A bound that a negation turns round, as in *none is over 14*; so it bounds nothing itself."""
    aside: bool = field(default=False, compare=False)
    """Whether it stands in brackets, as what an editor adds does."""
