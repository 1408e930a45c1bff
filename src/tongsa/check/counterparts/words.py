"""Tell which of the words that news is made of a source holds, and whether a target says them."""

from __future__ import annotations

import re
from functools import cache, cached_property
from importlib import resources
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from ahocorasick_rs import AhoCorasick

_WORD = re.compile(r"[a-z]+(?:\.[a-z])*")  # finds "u.s", "minister"
_COLUMNS = ("ko", "zh_TW", "zh_CN")
"""The editions, in the table's order."""
_RATES = {"ko": 0, "zh_TW": 2, "zh_CN": 2}
"""Where an edition's two rates stand among a word's."""


class Word(NamedTuple):
    """A word of the table, and how an edition says it."""

    key: str
    """Its first English form."""
    forms: tuple[str, ...]
    """None of them inflects, or what stands here is what the inflected ones have in common."""
    missed: float
    """In how many of translations that are right another word stands."""
    chance: float
    """In how many of other sentences' translations one of the forms stands."""


class Words:
    """The table, as one edition needs it."""

    def __init__(self, language: str) -> None:
        """Read it for an edition, by tongsa's code."""
        self._of: dict[str, Word] = {}
        self._second: set[str] = set()
        """The first words of those that are two."""
        inflected: dict[str, Word] = {}
        for english, word in _rows(language):
            for form in english:
                self._of[form] = word
                first, space, _ = form.partition(" ")
                if space:
                    self._second.add(first)
                else:
                    inflected.update(dict.fromkeys(_inflections(form), word))
        self._of = inflected | self._of
        self._known = frozenset(self._of) | self._second

    def named(self, source: str) -> Mapping[str, Word]:
        """Return the words of the table in an English text, by their first form."""
        words = _WORD.findall(source.lower())
        if self._known.isdisjoint(words):
            return {}
        return {word.key: word for word in self._found(words)}

    def _found(self, words: Sequence[str]) -> Iterator[Word]:
        known, of = self._known, self._of
        skip = False
        for at, text in enumerate(words):
            if skip or text not in known:
                skip = False
                continue
            if text in self._second and at + 1 < len(words):
                both = of.get(f"{text} {words[at + 1]}")
                if both:
                    skip = True
                    yield both
                    continue
            if word := of.get(text):
                yield word

    def told(self, target: str) -> Mapping[str, Word]:
        """Return the words of the table that a target may say, by their first form."""
        rows, automaton = self._said
        return {rows[at].key: rows[at] for at, _, _ in automaton.find_matches_as_indexes(target)}

    @cached_property
    def _said(self) -> tuple[Sequence[Word], AhoCorasick]:
        from ahocorasick_rs import AhoCorasick, MatchKind  # noqa: PLC0415 (few texts need it)

        rows = dict.fromkeys(self._of.values())
        forms = {form: row for row in rows for form in row.forms if len(form) > 1}
        return list(forms.values()), AhoCorasick(forms, matchkind=MatchKind.LeftmostLongest)

    def holds(self, word: str) -> bool:
        """Whether a word in small letters is one of the table, and so no name that it lacks."""
        return word in self._of


@cache
def words(language: str) -> Words:
    """Return the table for an edition."""
    return Words(language if language in _COLUMNS else _fallback(language))


def _fallback(language: str) -> str:
    family = language.partition("_")[0]
    return next((code for code in _COLUMNS if code.startswith(family)), _COLUMNS[0])


def is_told(word: Word, target: str) -> bool:
    """Whether a target holds a form of a word."""
    return any(form in target for form in word.forms)


def _rows(language: str) -> Iterator[tuple[list[str], Word]]:
    column = _COLUMNS.index(language) + 1
    at = _RATES[language]
    text = resources.files("tongsa.check.counterparts").joinpath("words.txt").read_text("utf-8")
    for line in text.splitlines():
        if line.startswith("#"):
            continue
        cells = line.split(" | ")
        english = cells[0].split(", ")
        rates = cells[-1].split()
        missed, chance = int(rates[at]) / 100, int(rates[at + 1]) / 100
        yield english, Word(english[0], tuple(cells[column].split(", ")), missed, chance)


def _inflections(form: str) -> Iterator[str]:
    """Yield how an English word may be inflected; what is no word costs nothing."""
    yield from (f"{form}s", f"{form}es", f"{form}ed", f"{form}ing")
    if form.endswith("e"):
        yield from (f"{form}d", f"{form[:-1]}ing")
    if form.endswith("y"):
        yield from (f"{form[:-1]}ies", f"{form[:-1]}ied")
