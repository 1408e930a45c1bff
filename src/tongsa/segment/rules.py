"""Compile what a language's file says of sentences into rules, once."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from types import MappingProxyType
from typing import TYPE_CHECKING, Any

from tongsa.errors import SegmentationError
from tongsa.language.load import facts

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

# 🎉 and ❤️ behind a stop belong to the sentence before them.
_EMOJI = "\U0001f000-\U0001faff\ufe0f\u200d❤✨"
# Signs before the first letter of a sentence: "△We", "$5 was", "- Next", "*Then*".
_SIGNS = "¿¡$€£₩￦¥￥#@&©®*_`~•·‣▪■□●○◆◇▲△▶▷►▸※★☆✓→―-"
# </em>, the target in [left.](https://example.org), the footnotes [3] and [^note].
_TAILS = r"</[A-Za-z][\w:.-]*+\s?>|\]\([^()\s]*+\)|\[(?:\^[\w-]{1,32}+|[0-9]{1,3})\]"
_NUMBERING = r"[A-Za-z]?[0-9]{1,3}|[A-Za-z]|[IVX]{1,4}"  # 1. 2. / a. b. / Q1. A. / I. II.
_FOLLOWING = ("starters", "names", "subjects", "offices", "clocks")


@dataclass(frozen=True, slots=True, kw_only=True)
class Mark:
    """What a quotation mark or bracket does."""

    sort: str
    """``quotes``, ``brackets`` or ``titles``."""
    kind: int
    """Marks of one kind open and close one another."""
    opens: bool
    closes: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Rules:
    """Where sentences of one language end, ready to use; the language's file explains each."""

    tokens: re.Pattern[str]
    """Finds all that matters: marks, blank lines, and stops with what trails them and white space.

    Groups 1 and 2 are empty and stand where the stops end and where what trails them ends.
    """
    stops: str
    marks: Mapping[str, Mark]
    kin: tuple[re.Pattern[str], ...]
    """By kind: finds any mark of it."""
    apostrophes: str
    elision: re.Pattern[str]
    cased: bool
    small: re.Pattern[str]
    """Names that begin with a small letter even where a sentence does."""
    lead: re.Pattern[str]
    """Signs and opening marks before a sentence's first letter or digit, and that."""
    unspaced: re.Pattern[str]
    wide: str
    """The stops that alone are ``unspaced``."""
    full: str
    """Those of them that end a sentence wherever a letter follows."""
    hesitation: re.Pattern[str]
    numbering: re.Pattern[str]
    continues: re.Pattern[str]
    embedded: re.Pattern[str]
    attribution: re.Pattern[str]
    attributed: str
    """Stops within a quotation that an attribution may follow."""
    abbreviations: Mapping[str, str]
    """By word without its last stop: its kind."""
    following: Mapping[str, frozenset[str]]
    """What the word after an abbreviation tells, by kind of word."""


@cache
def rules(language: str) -> Rules:
    """Return a language's rules; raise SegmentationError where its file has none or bad ones."""
    known = facts(language)
    mend = "see the [segment] table in another language's file"
    if "segment" not in known.tables:
        raise SegmentationError(f"there are no rules to segment {known.name}", mend=mend)
    try:
        return _compile(known.tables["segment"])
    except (re.error, KeyError, TypeError, ValueError) as error:
        message = f"the [segment] table cannot be used: {error!r}"
        raise SegmentationError(message, file=f"{known.code}.toml", mend=mend) from error


def _compile(table: Mapping[str, Any]) -> Rules:  # Any: as TOML gives it
    marks = _marks(table)
    wide = "".join(filter(_pattern(table["unspaced"]).fullmatch, table["stops"]))
    return Rules(
        tokens=_tokens(table["stops"], marks),
        stops=table["stops"],
        marks=MappingProxyType(marks),
        kin=_kin(marks),
        apostrophes=table["apostrophes"],
        elision=_pattern(table["elisions"]),
        cased=table["cased"],
        small=_pattern("|".join((r"[a-z]{1,3}[A-Z]", *map(re.escape, table["small"])))),
        lead=_lead(marks, table["apostrophes"]),
        unspaced=_pattern(table["unspaced"]),
        wide=wide,
        full="".join(sign for sign in wide if sign not in "…⋯!！"),
        hesitation=_pattern(table["hesitation"]),
        numbering=_pattern("|".join(filter(None, (_NUMBERING, table["numbering"])))),
        continues=_pattern(table["continues"]),
        embedded=_pattern(table["embedded"]),
        attribution=_attribution(table["attribution"]),
        attributed=table["attribution"]["stops"],
        abbreviations=MappingProxyType(
            {word: kind for kind, words in table["abbreviations"].items() for word in words}
        ),
        following=MappingProxyType(
            {kind: frozenset(table["next"].get(kind, ())) for kind in _FOLLOWING}
        ),
    )


def _pattern(source: str) -> re.Pattern[str]:
    """Compile a pattern; none matches nothing."""
    return re.compile(source or r"(?!)")


def _attribution(table: Mapping[str, Any]) -> re.Pattern[str]:  # Any: as TOML gives it
    """Compile the pattern of who said it, with ``WORD`` and ``VERBS`` filled in."""
    pattern = table["pattern"].replace("WORD", f"(?:{table['word']})")
    return re.compile(pattern.replace("VERBS", _either(table["verbs"])), re.VERBOSE)


def _either(words: Iterable[str]) -> str:
    """Return a pattern of any of the words, the longest first."""
    return "|".join(re.escape(word) for word in sorted(words, key=len, reverse=True))


def _marks(table: Mapping[str, Any]) -> dict[str, Mark]:  # Any: as TOML gives it
    marks = {}
    pairs = [(sort, pair) for sort in ("quotes", "brackets", "titles") for pair in table[sort]]
    for kind, (sort, pair) in enumerate(pairs):
        opener, closer, *straight = pair
        marks[opener] = Mark(sort=sort, kind=kind, opens=True, closes=False)
        marks[closer] = Mark(sort=sort, kind=kind, opens=False, closes=True)
        for sign in straight:
            marks[sign] = Mark(sort=sort, kind=kind, opens=True, closes=True)
    return marks


def _lead(marks: Mapping[str, Mark], apostrophes: str) -> re.Pattern[str]:
    """Return the pattern of what stands before a sentence's first letter, and that letter.

    A closing mark may stand there too, typed for an opening one: ”We sail,” she said.
    """
    openers = re.escape("".join(sign for sign, mark in marks.items() if mark.opens) + _SIGNS)
    closers = "".join(sign for sign, mark in marks.items() if mark.sort == "quotes")
    closers = re.escape("".join(set(closers) - set(apostrophes)))
    return re.compile(
        rf"(?>(?:<[A-Za-z][^<>]{{0,400}}+>|[{openers}]\s?|[{closers}](?=[^\W_])){{0,12}})[^\W_]"
    )


def _kin(marks: Mapping[str, Mark]) -> tuple[re.Pattern[str], ...]:
    kinds: dict[int, str] = {}
    for sign, mark in marks.items():
        kinds[mark.kind] = kinds.get(mark.kind, "") + sign
    return tuple(re.compile(f"[{re.escape(kinds[kind])}]") for kind in sorted(kinds))


def _tokens(stops: str, marks: Mapping[str, Mark]) -> re.Pattern[str]:
    """Return the pattern of all tokens; it begins with one set of signs, so it is found fast.

    Every repetition is possessive and takes a whole run, so no text makes it go back; by the
    thousand where (?>…) would remember every round until its end.
    """
    closers = "".join(sign for sign, mark in marks.items() if mark.closes)
    stop, mark, trail = (
        f"[{re.escape(signs)}]" for signs in (stops, "".join(marks), stops + closers + "*_`")
    )
    return re.compile(
        rf"""[{re.escape(stops + "".join(marks))}<`\n]
        (?!(?<=[0-9A-Za-z][.?!'’])[0-9A-Za-z])      # not inside 1.5, Korea's, a URL
        (?:(?<={stop}){stop}*+()
           (?>(?>(?:{_TAILS}|{trail}|[ ]?[{_EMOJI}]++){{1,999}})*)()
           \s*+
          |(?<={mark})
          |(?<=\n)[^\S\n]*+\n\s*+
          |(?<=<)[A-Za-z/][^<>]*+>                  # a tag, whose quotation marks are no text
          |(?<=`)[^`\n]{{1,200}}+`)                 # code
        """,
        re.VERBOSE,
    )
