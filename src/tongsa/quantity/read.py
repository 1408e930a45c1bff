"""Read the figures of a text by value."""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction
from functools import lru_cache
from typing import TYPE_CHECKING

from tongsa.language.load import normalise
from tongsa.model import Bound, CalendarDate, Quantity, QuantityKind
from tongsa.quantity.dates import Dates
from tongsa.quantity.join import between, joined
from tongsa.quantity.lexicon import CLAUSES, lexicon
from tongsa.quantity.normal import lowered, normal
from tongsa.quantity.numeral import HARD_FROM, whole
from tongsa.quantity.scan import scanner
from tongsa.quantity.units import UNITS

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from tongsa.model import Span, Value
    from tongsa.quantity.lexicon import Lexicon, Sense
    from tongsa.quantity.numeral import Numeral
    from tongsa.quantity.token import Token

_CENTURY = 100
_UNBOUNDED = frozenset({QuantityKind.CLAUSE, QuantityKind.IDENTIFIER})
_NEAR = 20
"""Letters before a number that are looked at for what they make of it."""
_DENOMINATORS = frozenset({2, 3, 4, 5, 6, 8, 10, 16, 100})


def read(text: str, language: str) -> tuple[Quantity, ...]:
    """Return the figures of a text in order; their spans never overlap.

    Raise SettingsError for a language of which nothing is known.
    """
    return _read(text, normalise(language))


def comparable(source: str, source_language: str, target: str, language: str) -> bool:
    """Whether a source and its translation may hold what can contradict; a question that costs little.

    Words for small numbers are never told alone, so a figure has to stand on one side, or on both
    a date in words.
    """
    ours, theirs = scanner(normalise(source_language)), scanner(normalise(language))
    return (
        ours.holds_figures(source)
        or theirs.holds_figures(target)
        or (ours.holds_dates(source) and theirs.holds_dates(target))
    )


def ambiguous(text: str, language: str) -> tuple[Quantity, ...]:
    """Return the figures whose scale word means two powers of ten to readers, such as 兆."""
    signs = lexicon(normalise(language)).words.get("doubtful_myriads", {})
    if not any(sign in text for sign in signs):
        return ()
    return tuple(
        quantity
        for quantity in read(text, language)
        if quantity.values and any(sign in text[slice(*quantity.numeral)] for sign in signs)
    )


def numerals(text: str, language: str) -> tuple[Span, ...]:
    """Return where the numbers of a text stand, each by itself."""
    tokens = scanner(normalise(language)).tokens(normal(text))
    return tuple((it.start, it.end) for it in tokens if it.numeral is not None)


@lru_cache(maxsize=1024)
def _read(text: str, language: str) -> tuple[Quantity, ...]:
    letters = normal(text)
    words = lexicon(language)
    tokens = list(scanner(language).tokens(letters))
    if not tokens:
        return ()
    low = lowered(letters)
    _share(tokens, low, words)
    dates = Dates(words, letters, low, tokens)
    found: list[tuple[Quantity, int]] = []
    at = 0
    while at < len(tokens):
        if dated := dates.at(at):
            quantity, at = dated
        else:
            single = _single(tokens[at], letters, low, words)
            at += 1
            if single is None:
                continue
            quantity = single
        found.append((quantity, tokens[at - 1].stop))
    done = joined(found, low, words)
    return tuple(_bracketed(done, letters)) if "(" in letters or "（" in letters else done


def _bracketed(found: Sequence[Quantity], text: str) -> Iterator[Quantity]:
    """Yield figures, marked where they stand in brackets."""
    at, inside = 0, False
    for quantity in found:
        between = text[at : quantity.start]
        opened = max(between.rfind("("), between.rfind("（"))
        closed = max(between.rfind(")"), between.rfind("）"))
        inside = opened > closed or (inside and closed < 0)
        at = quantity.start
        yield replace(quantity, aside=True) if inside else quantity


def _share(tokens: Sequence[Token], low: str, words: Lexicon) -> None:
    """Give the ends of ranges the unit and the scale that stand at one of them: 3–5 million."""
    for one, other in zip(tokens, tokens[1:], strict=False):
        if one.numeral is None or other.numeral is None or one.sense is not None:
            continue
        gap = low[one.stop : other.begin]
        if len(gap) > 5 or not words.range_signs.fullmatch(gap):
            continue
        if one.numeral.raw and len(one.numeral.raw) == 4 and other.numeral.values[0] < 100:
            continue  # 2013-14
        if gap == " and " and not between(low, one.begin):
            continue
        if one.lead and other.lead is None and (not other.sense or other.sense.role != "money"):
            other.lead = one.lead
        if other.sense is not None:
            one.sense = other.sense
        if other.numeral.factor != 1 and one.numeral.factor == 1 and one.numeral.raw:
            value = one.numeral.values[0]
            scaled = whole(Fraction(value * other.numeral.factor))
            if scaled < other.numeral.values[0]:
                both = (scaled, value) if gap.strip().isalpha() else (scaled,)
                one.numeral = replace(one.numeral, values=both, raw="")
        if one.clock and not other.clock:
            other.clock = one.clock


def _single(token: Token, text: str, low: str, words: Lexicon) -> Quantity | None:
    """Return the figure that a token is by itself; None where it is none."""
    if token.shape in {"name", "label", "clock"}:
        return _of(token, QuantityKind.IDENTIFIER, label=text[token.start : token.end])
    if token.shape == "date":
        return _slashed(token, low)
    if token.shape == "parts":
        return _parts(token, low)
    if token.phrase is not None:
        return _fixed(token)
    if token.numeral is None:
        return None
    return _counted(token, low, words)


def _of(
    token: Token,
    kind: QuantityKind,
    values: tuple[Value, ...] = (),
    *,
    unit: str = "",
    label: str = "",
    hard: bool | None = None,
    others: tuple[str, ...] = (),
    date: CalendarDate | None = None,
) -> Quantity:
    numeral = token.numeral
    return Quantity(
        kind=kind,
        values=tuple(-value for value in values) if token.minus else values,
        unit=unit,
        bound=token.bound if kind not in _UNBOUNDED else Bound.EXACT,
        label=label,
        date=date,
        start=token.begin,
        end=token.end if kind is QuantityKind.NUMBER else token.shown,
        numeral=(token.start, token.end),
        bounded=token.bounded,
        hard=hard if hard is not None else numeral is None or numeral.hard,
        others=others,
    )


def _fixed(token: Token) -> Quantity | None:
    """Return a figure that a word is by itself: half, doubled, noon, first."""
    phrase = token.phrase
    if phrase is None or phrase.role in {"month", "weekday", "relative", "apart"}:
        return None
    if phrase.role == "ordinal" and token.sense is not None:
        return _of(token, QuantityKind.CENTURY, (phrase.value,), hard=phrase.value >= HARD_FROM)
    kind = QuantityKind(phrase.role)
    hard = kind is QuantityKind.ORDINAL and phrase.value >= HARD_FROM
    values = (phrase.value,) if phrase.other is None else (phrase.value, phrase.other)
    return _of(token, kind, values, hard=hard, unit=phrase.part)


def _slashed(token: Token, low: str) -> Quantity | None:
    """Return a date in digits: 2030-03-17, 3/17/2030."""
    import re

    first, second, third = map(int, re.findall(r"\d+", low[token.start : token.end]))
    if first > 31:
        year, month, day = first, second, third
    else:
        year, month, day = third + (0 if third > 99 else 2000), first, second
        if month > 12:
            month, day = day, month
    if not (1 <= month <= 12 and 1 <= day <= 31):
        return _of(token, QuantityKind.IDENTIFIER, label=low[token.start : token.end])
    return _of(token, QuantityKind.DATE, date=CalendarDate(year=year, month=month, day=day))


def _parts(token: Token, low: str) -> Quantity:
    upper, lower = map(int, low[token.start : token.end].split("/"))
    if lower in _DENOMINATORS and 0 < upper < lower:
        return _of(token, QuantityKind.FRACTION, (whole(Fraction(upper, lower)),))
    return _of(token, QuantityKind.IDENTIFIER, label=low[token.start : token.end])


def _counted(token: Token, low: str, words: Lexicon) -> Quantity:
    """Return what a number counts, by the words beside it."""
    numeral, sense, lead = token.numeral, token.sense, token.lead
    assert numeral is not None  # noqa: S101 (the caller saw it)
    values = numeral.values
    role = sense.role if sense else ""
    before = lead.role if lead else ""
    if token.half:
        values = tuple(whole(Fraction(value) + Fraction(1, 2)) for value in values)
    if before in UNITS:
        return _of(token, QuantityKind.MEASURE, values, unit=before)
    if before in CLAUSES:
        return _of(token, QuantityKind.CLAUSE, values, label=before)
    if before == "ordinal":
        if role in CLAUSES:
            return _of(token, QuantityKind.CLAUSE, values, label=role)
        return _of(token, QuantityKind.ORDINAL, values)
    if role == "money" or before == "money":
        return _money(token, values)
    if before == "percent":
        return _of(token, QuantityKind.PERCENT, values)
    if before == "thousandth":
        return _of(token, QuantityKind.PERCENT, _scaled(values, Fraction(1, 10)))
    if numeral.role:
        return _of(token, QuantityKind(numeral.role), values)
    if before == "number":
        return _of(token, QuantityKind.ORDINAL, values, hard=values != (1,))
    if role == "ages":
        if values[0] in range(10, 100, 10):
            return _of(token, QuantityKind.DECADE, values, unit="year-of-age")
        return _of(token, QuantityKind.NUMBER, values)
    if role in _PLAIN:
        return _of(token, _PLAIN[role], values)
    if role in _SCALED:
        kind, factor = _SCALED[role]
        return _of(token, kind, _scaled(values, factor))
    return _special(token, role, values, low, words)


_PLAIN = {
    "percent": QuantityKind.PERCENT,
    "points": QuantityKind.POINTS,
    "ordinal": QuantityKind.ORDINAL,
    "century": QuantityKind.CENTURY,
}
_SCALED = {
    "basis": (QuantityKind.POINTS, Fraction(1, 100)),
    "tenth": (QuantityKind.PERCENT, Fraction(10)),
}


def _special(
    token: Token, role: str, values: tuple[Value, ...], low: str, words: Lexicon
) -> Quantity:
    sense, numeral = token.sense, token.numeral
    if role == "discount":
        tenths = _scaled(values, Fraction(10))
        return _of(token, QuantityKind.PERCENT, (*tenths, *(100 - value for value in tenths)))
    if role == "multiple":
        if words.times_more.search(low, max(0, token.begin - _NEAR), token.begin):
            values = (*values, *(value + 1 for value in values))
        return _of(token, QuantityKind.MULTIPLE, values)
    if role == "decade" and numeral is not None and _is_decade(numeral):
        value = int(values[0])
        if words.age_lead.search(low, max(0, token.begin - _NEAR), token.begin):
            return _of(token, QuantityKind.DECADE, values, unit="year-of-age")
        both = (value, value + 1900) if value < _CENTURY else (value,)
        return _of(token, QuantityKind.DECADE, both, hard=bool(value % _CENTURY) and numeral.hard)
    if sense is not None and sense.unit:
        return _of(token, QuantityKind.MEASURE, values, unit=sense.unit, others=sense.others)
    return _of(token, QuantityKind.NUMBER, values)


def _is_decade(numeral: Numeral) -> bool:
    """Whether a number is that of ten years; the 1900s are too vague to be missed."""
    value = numeral.values[0]
    return value % 10 == 0 and (10 <= value < _CENTURY or value in range(1000, 3000))


def _scaled(values: tuple[Value, ...], factor: Fraction) -> tuple[Value, ...]:
    return tuple(whole(value * factor) for value in values)


def _kin(sense: Sense) -> set[str]:
    return {sense.unit, *sense.others}


def _money(token: Token, values: tuple[Value, ...]) -> Quantity:
    """Return an amount of money; where both sides name one, the sign before the number holds."""
    senses = [it for it in (token.lead, token.sense) if it is not None and it.role == "money"]
    exact = next((it for it in senses if not it.others), senses[0])
    generic = "" in senses[-1].others or (senses[-1].others and not senses[0].others)
    # £15 元 are pounds, 대만달러 500달러 those of Taiwan
    if len(senses) > 1 and not generic and not _kin(senses[0]) & _kin(senses[1]):
        both = f"{senses[0].unit}/{senses[1].unit}"  # £15 美元 is the money of no country
        return _of(token, QuantityKind.MONEY, values, unit=both)
    if exact.number != 1:
        values = _scaled(values, Fraction(1, exact.number))
    return _of(token, QuantityKind.MONEY, values, unit=exact.unit, others=exact.others)
