"""Read the figures of a text by value."""

from __future__ import annotations

import re
from dataclasses import replace
from functools import lru_cache
from typing import TYPE_CHECKING

from tongsa.language.load import normalise
from tongsa.quantity.dates import Dates
from tongsa.quantity.join import joined, share
from tongsa.quantity.lexicon import lexicon
from tongsa.quantity.normal import lowered, normal
from tongsa.quantity.scan import scanner
from tongsa.quantity.single import single

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from tongsa.model import Quantity, Span
    from tongsa.quantity.spoken import Spoken


_DIGIT = re.compile("[0-9０-９¼½¾⅐-⅞]")
_KEPT = 4096
"""Texts of which is kept what they tell: each edition of an article has the same sources."""


def read(text: str, language: str) -> tuple[Quantity, ...]:
    """Return the figures of a text in order; their spans never overlap.

    Raise SettingsError for a language of which nothing is known.
    """
    return _read(text, normalise(language))


def comparable(source: str, source_language: str, target: str, language: str) -> bool:
    """Whether a source and its translation may hold what contradicts; a question that costs little.

    Words for small numbers are never told alone, so a figure has to stand on one side, or in the
    source a date in words that the translation has not.
    """
    if _DIGIT.search(target):
        return True
    spoken = _spoken(source, source_language)
    if spoken is None:
        return True
    if not spoken.dates:
        return False
    told = scanner(normalise(language)).spoken(target)
    return told is None or not spoken.alone or told.dates != spoken.dates


@lru_cache(maxsize=_KEPT)
def _spoken(text: str, language: str) -> Spoken | None:
    """Return the dates that a text tells; None where it tells a figure."""
    return None if _DIGIT.search(text) else scanner(normalise(language)).spoken(text)


def ambiguous(text: str, language: str) -> tuple[Quantity, ...]:
    """Return the figures whose scale word means two powers of ten to readers, such as 兆."""
    signs = lexicon(normalise(language)).doubtful_myriads
    if not signs or not any(sign in text for sign in signs):
        return ()
    return tuple(
        quantity
        for quantity in read(text, language)
        if quantity.values and any(sign in text[slice(*quantity.numeral)] for sign in signs)
    )


def is_counted(text: str, at: int, language: str) -> bool:
    """Whether a word stands at a place that says what the number before it counts: 명, 個."""
    word = lexicon(normalise(language)).after.behind(text, at)
    return word is not None and word.meaning.role == "count"


def numerals(text: str, language: str) -> tuple[Span, ...]:
    """Return where the numbers of a text stand, each by itself."""
    letters = normal(text)
    tokens = scanner(normalise(language)).tokens(letters, lowered(letters))
    return tuple((it.start, it.end) for it in tokens if it.numeral is not None)


@lru_cache(maxsize=_KEPT)
def _read(text: str, language: str) -> tuple[Quantity, ...]:
    letters = normal(text)
    low = lowered(letters)
    tokens = scanner(language).tokens(letters, low)
    if not tokens:
        return ()
    words = lexicon(language)
    if len(tokens) > 1:
        share(tokens, low, words)
    dates = Dates(words, letters, low, tokens)
    found: list[tuple[Quantity, int]] = []
    at = 0
    while at < len(tokens):
        if dated := dates.at(at):
            quantity, at = dated
        else:
            alone = single(tokens[at], letters, low, words)
            at += 1
            if alone is None:
                continue
            quantity = alone
        found.append((quantity, tokens[at - 1].stop))
    done = joined(found, low, words)
    if done and ("(" in letters or "（" in letters) and not _is_past(letters, done[0].start):
        return tuple(_bracketed(done, letters))
    return done


def _is_past(text: str, at: int) -> bool:
    """Whether a text's brackets are all closed before a place."""
    opened = max(text.rfind("("), text.rfind("（"))
    return opened < max(text.rfind(")", 0, at), text.rfind("）", 0, at))


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
