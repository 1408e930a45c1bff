"""Tell what a number counts, by the words beside it: money, a percentage, the clause of a law."""

from __future__ import annotations

from fractions import Fraction
from types import MappingProxyType
from typing import TYPE_CHECKING, TypeAlias

from tongsa.model import Bound, QuantityKind
from tongsa.quantity.fresh import fresh
from tongsa.quantity.lexicon import CLAUSES
from tongsa.quantity.numeral import whole
from tongsa.quantity.units import UNITS

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from tongsa.model import CalendarDate, Quantity, Value
    from tongsa.quantity.lexicon import Lexicon, Sense
    from tongsa.quantity.token import Token

Values: TypeAlias = "tuple[Value, ...]"
Reader: TypeAlias = "Callable[[Token, Values, str, Lexicon], Quantity]"

_CENTURY = 100
_TEN = 10
_YEARS = range(1000, 3000)
_NEAR = 20
"""Letters before a number that are looked at for what they make of it."""
_BY = frozenset("x×")
"""What stands between a number and the one that it goes with: ``1920x1080``"""
_NUMBER = QuantityKind.NUMBER
_UNBOUNDED = frozenset({QuantityKind.CLAUSE, QuantityKind.IDENTIFIER})
_OF_AGE = "year-of-age"


def made(  # noqa: PLR0913 (a figure has that many sides)
    token: Token,
    kind: QuantityKind,
    values: Values = (),
    *,
    unit: str = "",
    others: tuple[str, ...] = (),
    label: str = "",
    hard: bool | None = None,
    date: CalendarDate | None = None,
) -> Quantity:
    """Return a figure of a kind where a token stands."""
    numeral = token.numeral
    number = kind is _NUMBER or token.role == "count"
    return fresh(
        kind,
        tuple([-value for value in values]) if token.minus else values,
        token.begin,
        token.end if number else token.stop,
        (token.start, token.end),
        hard if hard is not None else numeral is None or numeral.hard,
        Bound.EXACT if kind in _UNBOUNDED else token.bound,
        token.bounded,
        token.denied,
        unit,
        others,
        label,
        date,
    )


def counted(token: Token, low: str, words: Lexicon) -> Quantity:
    """Return what a number counts; a bare number counts nothing that is named."""
    numeral = token.numeral
    assert numeral is not None  # noqa: S101 (the caller saw it)
    values, role, lead = numeral.values, token.role, token.lead
    unit = token.sense.unit if token.sense else ""
    if numeral.plain is not None and "money" not in {role, lead and lead.role}:
        values = (*values, numeral.plain)
    if token.half:
        values = tuple(whole(Fraction(value) + Fraction(1, 2)) for value in values)
    if lead and (kind := _LEADS.get(lead.role)) and (found := kind(token, values)):
        return found
    if role == "money":
        return _money(token, values)
    if numeral.role and not unit:
        return made(token, QuantityKind(numeral.role), values)
    if role in _ROLES:
        return _ROLES[role](token, values, low, words)
    if unit and token.sense:
        return in_unit(token, values, token.sense)
    return _bare(token, numeral.raw, values)


def _bare(token: Token, raw: str, values: Values) -> Quantity:
    """Return a number that counts nothing which is named, or a name: Flight 007."""
    if raw[:1] == "0" and len(raw) > 1 and raw.isdecimal():
        return made(token, QuantityKind.IDENTIFIER, label=raw)
    return made(token, _NUMBER, values)


def in_unit(token: Token, values: Values, sense: Sense) -> Quantity:
    """Return a measure or an amount of money in a unit."""
    if sense.role == "money":
        values = _scaled(values, Fraction(1, sense.number))
        return made(token, QuantityKind.MONEY, values, unit=sense.unit, others=sense.others)
    return made(token, QuantityKind.MEASURE, values, unit=sense.unit, others=sense.others)


def _scaled(values: Values, factor: Fraction) -> Values:
    return tuple(whole(value * factor) for value in values)


def _ranked(token: Token, values: Values) -> Quantity:
    """Return the number of a clause, or a rank: 제22조, 第35."""
    if token.role in CLAUSES:
        return made(token, QuantityKind.CLAUSE, values, label=token.role)
    return made(token, QuantityKind.ORDINAL, values)


def _clause(token: Token, values: Values) -> Quantity:
    return made(token, QuantityKind.CLAUSE, values, label=token.lead.role if token.lead else "")


def _led_measure(token: Token, values: Values) -> Quantity:
    return made(token, QuantityKind.MEASURE, values, unit=token.lead.role if token.lead else "")


def _numbered(token: Token, values: Values) -> Quantity | None:
    """Return a rank; *No. 1* is a figure of speech."""
    if token.sense is not None or (token.numeral and token.numeral.role):
        return None
    return made(token, QuantityKind.ORDINAL, values, hard=values != (1,))


def _percent(token: Token, values: Values) -> Quantity:
    return made(token, QuantityKind.PERCENT, values)


def _thousandths(token: Token, values: Values) -> Quantity:
    return made(token, QuantityKind.PERCENT, _scaled(values, Fraction(1, 10)))


def _money(token: Token, values: Values) -> Quantity:
    """Return an amount of money; where both sides name one, what is sure of them holds."""
    senses = [it for it in (token.lead, token.sense) if it is not None and it.role == "money"]
    first, last = senses[0], senses[-1]
    exact = next((it for it in senses if not it.others), first)
    # £15 元 are pounds, 대만달러 500달러 those of Taiwan; £15 美元 are the money of no country.
    generic = "" in last.others or (last.others and not first.others)
    if not generic and not _kin(first) & _kin(last):
        return made(token, QuantityKind.MONEY, values, unit=f"{first.unit}/{last.unit}")
    if exact.number != 1:
        values = _scaled(values, Fraction(1, exact.number))
    return made(token, QuantityKind.MONEY, values, unit=exact.unit, others=exact.others)


def _kin(sense: Sense) -> set[str]:
    return {sense.unit, *sense.others}


def _speed(token: Token, values: Values) -> Quantity | None:
    """Return a speed whose time is told before it: 시속 145㎞, 時速145公里."""
    lead, sense = token.lead, token.sense
    unit = f"{sense.unit}-{lead.role}" if lead and sense else ""
    return made(token, QuantityKind.MEASURE, values, unit=unit) if unit in UNITS else None


_LEADS: Mapping[str, Callable[[Token, Values], Quantity | None]] = MappingProxyType(
    {
        **dict.fromkeys(UNITS, _led_measure),
        **dict.fromkeys(CLAUSES, _clause),
        "ordinal": _ranked,
        "money": _money,
        "percent": _percent,
        "thousandth": _thousandths,
        "number": _numbered,
        **dict.fromkeys(("per-hour", "per-second"), _speed),
    }
)
"""What the word before a number makes of it."""


def _plain(kind: QuantityKind, factor: Fraction = Fraction(1)) -> Reader:
    def reader(token: Token, values: Values, _low: str, _words: Lexicon) -> Quantity:
        return made(token, kind, values if factor == 1 else _scaled(values, factor))

    return reader


def _discount(token: Token, values: Values, _low: str, _words: Lexicon) -> Quantity:
    """Return what is paid, or what is taken off: 八折, 85折."""
    tenths = values if values[0] >= _TEN else _scaled(values, Fraction(10))
    return made(token, QuantityKind.PERCENT, (*tenths, *(100 - value for value in tenths)))


def _multiple(token: Token, values: Values, low: str, words: Lexicon) -> Quantity:
    """Return a multiple; in 4x100 and 1920×1080 a number goes with the next."""
    if low[token.stop - 1] in _BY and low[token.stop : token.stop + 1].isdecimal():
        return made(token, _NUMBER, values)
    if words.times_more.search(low, max(0, token.begin - _NEAR), token.begin):
        values = (*values, *(value + 1 for value in values))
    if words.times_less.match(low, token.stop):
        values = (*values, *[whole(Fraction(1) / value) for value in values if value])
    return made(token, QuantityKind.MULTIPLE, values)


def _decade(token: Token, values: Values, low: str, words: Lexicon) -> Quantity:
    """Return a decade, or somebody's age; the 1900s are too vague to be missed."""
    value = values[0]
    if value % _TEN or not (_TEN <= value < _CENTURY or value in _YEARS):
        return made(token, QuantityKind.NUMBER, values)
    if words.age_lead.search(low, max(0, token.begin - _NEAR), token.begin):
        return made(token, QuantityKind.DECADE, values, unit=_OF_AGE)
    hard = bool(value % _CENTURY) and token.numeral is not None and token.numeral.hard
    both = (value, value + 1900) if value < _CENTURY else (value,)
    return made(token, QuantityKind.DECADE, both, hard=hard)


def _age(token: Token, values: Values, _low: str, _words: Lexicon) -> Quantity:
    """Return an age in tens, 80대, or a count: 2대."""
    if values[0] in range(_TEN, _CENTURY, _TEN):
        return made(token, QuantityKind.DECADE, values, unit=_OF_AGE)
    return made(token, QuantityKind.NUMBER, values)


def _tens_of_age(token: Token, values: Values, _low: str, _words: Lexicon) -> Quantity:
    """Return an age in tens: 七旬."""
    return made(token, QuantityKind.DECADE, _scaled(values, Fraction(_TEN)), unit=_OF_AGE)


_ROLES: Mapping[str, Reader] = MappingProxyType(
    {
        "percent": _plain(QuantityKind.PERCENT),
        "points": _plain(QuantityKind.POINTS),
        "basis": _plain(QuantityKind.POINTS, Fraction(1, 100)),
        "permille": _plain(QuantityKind.PERCENT, Fraction(1, 10)),
        "tenth": _plain(QuantityKind.PERCENT, Fraction(10)),
        "ordinal": _plain(QuantityKind.ORDINAL),
        "century": _plain(QuantityKind.CENTURY),
        "discount": _discount,
        "multiple": _multiple,
        "decade": _decade,
        "ages": _age,
        "tens_of_age": _tens_of_age,
    }
)
"""What the word behind a number makes of it."""
