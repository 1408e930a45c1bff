"""Tell where a text speaks of a word itself: spelled "gulle", 大陸稱「軟件」."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING, NamedTuple

from tongsa import packaged

if TYPE_CHECKING:
    from tongsa.model import Span

_QUOTES = {"「": "」", "『": "』", "“": "”", "‘": "’", '"': '"', "'": "'", "〈": "〉"}
_MARKS = frozenset("。，,.、")
"""What may stand behind a word within its quotation marks."""
_NEAR = 8
"""Letters around quotation marks that are looked at."""


class _Signs(NamedTuple):
    """What tells of a language that a quoted word is meant itself."""

    behind: re.Pattern[str]
    before: re.Pattern[str] | None
    other: re.Pattern[str] | None
    """Who says so, without whom what stands before it proves nothing."""


def is_cited(source: str, words: str) -> bool:
    """Whether an English text speaks of some of its words as words."""
    leads, speaks = _english()
    here = re.escape(words)
    if re.search(rf"[\"“‘']{here}[,.]?[\"”’']", source) and speaks.search(source):
        return True
    near = re.compile(rf"[^.;:!?]{{0,40}}?\b{here}\b")
    return any(near.match(source, it.end()) for it in leads.finditer(source))


def is_topic(source: str, target: str, span: Span, language: str) -> bool:
    """Whether a translation speaks of the word at a place: it is quoted alone, and named so."""
    start, end = span
    signs = _signs(language)
    if signs is None or not start:
        return False
    close = _QUOTES.get(target[start - 1])
    end += target[end : end + 1] in _MARKS
    if close is None or target[end : end + 1] != close:
        return False
    if signs.behind.match(target, end + 1):
        return True
    if signs.other is None or signs.before is None:
        return False
    lead = target[max(0, start - 1 - _NEAR) : start - 1]
    if signs.before.search(lead) and signs.other.search(target):
        return True
    return _english()[1].search(source) is not None and signs.before.search(lead) is not None


@cache
def _english() -> tuple[re.Pattern[str], re.Pattern[str]]:
    table = _tables()["en"]
    leads, speaks = (rf"\b{table[key]}\b" for key in ("leads", "speaks"))
    return re.compile(leads, re.IGNORECASE), re.compile(speaks, re.IGNORECASE)


@cache
def _signs(language: str) -> _Signs | None:
    table = _tables().get(language)
    if table is None or language == "en":
        return None
    before, other = (re.compile(table[key]) if table[key] else None for key in ("before", "other"))
    return _Signs(re.compile(table["behind"]), before, other)


@cache
def _tables() -> dict[str, dict[str, str]]:
    return packaged.table("check/counterparts/topics.toml")
