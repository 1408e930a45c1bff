"""Load what a language's file says of figures, ready to be looked up."""

from __future__ import annotations

import re
from dataclasses import dataclass
from fractions import Fraction
from functools import cache
from typing import TYPE_CHECKING, Any, NamedTuple

from tongsa.language.load import facts, figures
from tongsa.model import Bound, QuantityKind
from tongsa.patterns import NOTHING, late
from tongsa.quantity.units import UNITS, currencies
from tongsa.quantity.words import Before, Behind

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from tongsa.model import Value

Table = "Mapping[str, Any]"  # Any: as TOML gives it


class Sense(NamedTuple):  # thousands are made in a moment, faster than a dataclass is
    """What a word beside a number makes of it."""

    role: str
    """A key of ``[figures.after]`` or ``[figures.before]``; ``money`` or ``measure`` for units."""
    unit: str = ""
    """ISO 4217 code, or the unit's name."""
    others: tuple[str, ...] = ()
    """What else the word may mean; empty: no unit at all."""
    number: int = 1
    """How many make one of the unit: 100 for cents; of an era the year before its first."""


class Phrase(NamedTuple):
    """A word or two that are a figure, or a part of one, by themselves."""

    role: str
    """``month``, ``weekday``, ``relative``, ``apart``, ``ordinal``, or a kind of quantity."""
    value: Value = 0
    part: str = ""
    """Of a relative date which part, ``years``; of a measure its unit."""
    other: Value | None = None
    """What it may be worth as well."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Lexicon:
    """A language's words for figures."""

    language: str
    system: str
    words: Mapping[str, Any]  # Any: each system of numerals reads its own
    """The table of numerals."""
    phrases: Mapping[str, Phrase]
    telling: frozenset[str]
    """Words that may contradict another without a figure beside them: noon, doubled, dollars."""
    after: Behind[Sense]
    before: Before[Sense]
    rank_ends: frozenset[str]
    """The letters that end the words which make a rank of the number behind them: 제22조."""
    bounds_before: Before[Bound]
    bounds_after: Behind[Bound]
    adverb: re.Pattern[str]
    """What may stand between a number and the words of its bound: 40%를 약간 밑도는."""
    lacking: tuple[str, ...]
    """What the words of a bound lack behind such an adverb: the particle of 를 밑도는."""
    half: Behind[str]
    """What adds a half to a unit before it: 1년 반."""
    word_start: str
    """What a word for a number has to begin at, as a regular expression."""
    tail: re.Pattern[str]
    """What may follow a unit of one syllable within its word."""
    doubtful_myriads: Mapping[str, int]
    """Words for powers of ten that are another power to some, and by how much: 兆."""
    doubtful_powers: tuple[str, ...]
    """What may be no power of ten where no unit follows: 22조에 따라."""
    short_year: int
    """What is added to a year of two or three digits before a month; 0: its century."""
    doubtful_months: frozenset[str]
    date_glue: re.Pattern[str]
    range_signs: re.Pattern[str]
    list_signs: re.Pattern[str]
    year_lead: re.Pattern[str]
    month_lead: re.Pattern[str]
    day_lead: re.Pattern[str]
    day_follow: re.Pattern[str]
    age_lead: re.Pattern[str]
    times_more: re.Pattern[str]
    times_less: re.Pattern[str]
    """What makes a part of so many times: 1,000 times smaller."""
    denied_before: re.Pattern[str]
    """What turns a bound behind it round, so that it tells nothing: none will spend more than."""
    denied_after: re.Pattern[str]
    no_range: re.Pattern[str]
    """What stands before a rise or a fall and its end: rose 11 cents to $1.94."""
    in_all: re.Pattern[str]
    """Between a part and its whole, or the other way round: one in five, 5명 중 1명."""


CLAUSES = frozenset({"article", "section", "paragraph", "chapter", "item"})
"""Roles of words that number the parts of a text."""
_EDGE = " \u00a0\u202f-"
"""What may stand between a number and its unit."""


@cache
def lexicon(language: str) -> Lexicon:
    """Return a language's words for figures; raise SettingsError where nothing is known of it."""
    table = figures(language)
    words = table["words"]
    bounds = table["bounds"]
    money = dict(_money(table, language))
    return Lexicon(
        language=language,
        system=table["system"],
        words=words,
        phrases=dict(_phrases(table)),
        telling=frozenset(_telling(table)),
        after=Behind(_after(table, money), edge=_EDGE),
        before=Before(_before(table, money)),
        rank_ends=frozenset(word[-1] for word in table["before"].get("ordinal", ())),
        bounds_before=Before(_bounds(bounds, "before")),
        bounds_after=Behind(_bounds(bounds, "after"), edge=" "),
        adverb=late(table.get("adverb") or NOTHING),
        lacking=tuple(table.get("lacking", ())),
        half=Behind({word: word for word in words.get("half", ())}, edge=" "),
        word_start=table.get("word_start", ""),
        tail=_tail(language, table.get("unit_tails", ())),
        doubtful_myriads=words.get("doubtful_myriads", {}),
        doubtful_powers=tuple(words.get("doubtful_powers", ())),
        short_year=table.get("short_year", 0),
        doubtful_months=frozenset(words.get("doubtful_months", ())),
        **{name: late(table[name] or NOTHING) for name in _PATTERNS},
    )


_PATTERNS = (
    "date_glue",
    "range_signs",
    "list_signs",
    "year_lead",
    "month_lead",
    "day_lead",
    "day_follow",
    "in_all",
    "denied_before",
    "denied_after",
    "no_range",
    "age_lead",
    "times_more",
    "times_less",
)


def _tail(language: str, more: Sequence[str]) -> re.Pattern[str]:
    """Return what may follow a unit, by the language's table of terms, and some more."""
    terms = facts(language).tables.get("terms", {})
    names = ("cases", "auxiliaries", "copulas")
    endings = [*more, *(ending for name in names for ending in terms.get(name, ()))]
    return late("|".join(map(re.escape, sorted(endings, key=len, reverse=True))) or NOTHING)


def _after(table: Mapping[str, Any], money: Mapping[str, Sense]) -> dict[str, Sense]:
    """Return the words behind a number; a clause's may be a unit as well, 20節 and 第20節."""
    found = {word: Sense("count") for word in table["after"]["count"]}
    for unit, forms in table["units"].items():
        for word in forms:
            found.update(_spellings(word, Sense("measure", unit, _others(table, word, unit))))
    found.update(money)
    for role, forms in table["after"].items():
        for word in forms if role != "count" else ():
            unit = role if role in UNITS else ""
            others: tuple[str, ...] = ()
            if role in CLAUSES and word in found:
                unit, others = found[word].unit, found[word].others
            found[word] = Sense(role, unit, others)
    return found


def _before(table: Mapping[str, Any], money: Mapping[str, Sense]) -> dict[str, Sense]:
    """Return the words before a number, with those for money that may stand there."""
    leading = re.compile(table["money_lead"]).search
    found = {word: sense for word, sense in money.items() if leading(word)}
    for role, forms in table["before"].items():
        found.update(dict.fromkeys(map(str.lower, forms), Sense(role)))
    for word, year in table.get("eras", {}).items():
        found[word] = Sense("era", number=year)
    return found


def _money(table: Mapping[str, Any], language: str) -> Iterator[tuple[str, Sense]]:
    loose, ambiguous = table["loose"], table["ambiguous"]
    for word, code, per in currencies(language):
        others: tuple[str, ...] = ()
        if word in loose or word in ambiguous:
            told = (*loose.get(word, ()), *_others(table, word, code))
            others = tuple(dict.fromkeys(it for it in told if it != code))
        if word not in ambiguous or ambiguous[word][0] == code:
            yield from _spellings(word, Sense("money", code, others, per))


def _others(table: Mapping[str, Any], word: str, unit: str) -> tuple[str, ...]:
    """Return what else a word may mean, by the table of ambiguous words."""
    return tuple(it for it in table["ambiguous"].get(word, ()) if it != unit)


SHORT = 3
"""Letters up to which capitals count: Mb and MB."""


def _spellings(word: str, sense: Sense) -> Iterator[tuple[str, Sense]]:
    yield word, sense
    if len(word) > SHORT:
        yield word.lower(), sense


def _bounds(bounds: Mapping[str, Any], side: str) -> dict[str, Bound]:
    return {word: Bound(bound) for bound, sides in bounds.items() for word in sides.get(side, ())}


def _telling(table: Mapping[str, Any]) -> Iterator[str]:
    yield from (word for _, _, word in _listed(table["fixed"]))
    for words in table["currencies"].values():
        yield from (word.lower() for word in words)
    yield from table["loose"]


def _phrases(table: Mapping[str, Any]) -> Iterator[tuple[str, Phrase]]:
    """Yield the words that are a figure, or a part of one, by themselves; the last prevails."""
    yield from _dates(table)
    for word, number in table["words"].get("ordinals", {}).items():
        yield word, Phrase("ordinal", number)
    for kind, value, word in _listed(table["fixed"]):
        yield word, Phrase(QuantityKind(kind), _value(value))
    for unit, value, word in _listed(table.get("measures", {})):
        yield word, Phrase("measure", int(value), unit)
    for word, age in table.get("aged", {}).items():
        yield word, Phrase("decade", age, "year-of-age")
    for word, part in table.get("parted", {}).items():
        yield word, Phrase("ordinal", part, other=Fraction(1, part))
    for word in table["apart"]["words"]:
        yield word, Phrase("apart")


def _dates(table: Mapping[str, Any]) -> Iterator[tuple[str, Phrase]]:
    words = table["words"]
    for part, offsets in table["relative"].items():
        for word, offset in offsets.items():
            yield word, Phrase("relative", offset, part)
    for role in ("month", "weekday"):
        for word, number in words.get(f"{role}s", {}).items():
            yield word, Phrase(role, number)
    for week in table["relative"]["weeks"]:
        for word, number in words.get("weekdays", {}).items():
            if week.endswith(word[:-1]):  # 下週一
                yield week + word[-1], Phrase("weekday", number)
    for word, value in words.get("decades", {}).items():
        yield word, Phrase("decade", value, other=value + 1900)


def _listed(table: Mapping[str, Any]) -> Iterator[tuple[str, str, str]]:
    """Yield each word of lists by value by name: of ``minute = { 15 = ["quarter-hour"] }``."""
    for name, values in table.items():
        for value, forms in values.items():
            for word in forms:
                yield name, value, word


def _value(text: str) -> Value:
    """Read ``2``, ``1/2`` or a time, ``12:00``."""
    if ":" in text:
        hours, minutes = map(int, text.split(":"))
        return hours * 3600 + minutes * 60
    value = Fraction(text)
    return value.numerator if value.denominator == 1 else value
