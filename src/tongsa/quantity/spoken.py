"""Find the dates that a text tells in words, by questions that cost little."""

from __future__ import annotations

import re
from functools import cached_property
from typing import TYPE_CHECKING, NamedTuple

from tongsa.patterns import late
from tongsa.quantity.places import Apart

if TYPE_CHECKING:
    from collections.abc import Iterable

    from tongsa.model import Span
    from tongsa.quantity.lexicon import Lexicon, Phrase
    from tongsa.quantity.places import Joined

SPOKEN = frozenset({"weekday", "relative"})
"""Roles of words that tell a date without a figure."""
_LETTERS = re.compile(r"[a-z]+")


class Spoken(NamedTuple):
    """The dates that a text tells in words."""

    dates: tuple[Phrase, ...] = ()
    """Sorted; each as often as it stands there."""
    alone: bool = True
    """Whether there is nothing else in it that may be a figure."""


_NOTHING = Spoken()


class Speech:
    """What finds the dates of one language in texts without digits."""

    def __init__(self, words: Lexicon, sure: Iterable[str], places: Apart | Joined) -> None:
        """Keep a language's words, those that surely tell figures, and what finds either."""
        self._phrases = words.phrases
        self._sure = frozenset((*sure, *words.telling))
        self._places = places
        latin = words.system == "thousands"
        self._edge = late("(?<![a-z])" if latin else words.word_start or "(?:)")

    @cached_property
    def _telling(self) -> Apart:
        """Finds what tells figures, or dates."""
        dates = [it for it, phrase in self._phrases.items() if phrase.role in SPOKEN]
        return Apart((*filter(_LETTERS.fullmatch, self._sure), *dates))

    def dates(self, text: str) -> Spoken | None:
        """Return the dates that a text without digits tells; None where words tell a figure."""
        low = text.lower()
        found = self._telling.spans(low)
        if not found:
            return _NOTHING
        if not self._sure.isdisjoint(_LETTERS.findall(low)):
            return None
        told = self._told(low, found)
        if not told:
            return _NOTHING
        letters = {at for start, end, _ in told for at in range(start, end)}
        dates = sorted([phrase for _, _, phrase in told])
        return Spoken(tuple(dates), alone=letters.issuperset(self._places.starts(low)))

    def _told(self, low: str, found: Iterable[Span]) -> list[tuple[int, int, Phrase]]:
        """Return the dates among some words, the longest of those that begin at one place."""
        told: list[tuple[int, int, Phrase]] = []
        at = 0
        for start, end in sorted(found, key=_longest_first):
            phrase = self._phrases.get(low[start:end])
            if start < at or phrase is None or phrase.role not in SPOKEN:
                continue
            goes_on = "a" <= low[end - 1] <= "z" and "a" <= low[end : end + 1] <= "z"
            if not goes_on and self._edge.match(low, start):
                told.append((start, end, phrase))
                at = end
        return told


def _longest_first(span: Span) -> Span:
    return span[0], -span[1]
