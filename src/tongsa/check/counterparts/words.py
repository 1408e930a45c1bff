"""Tell which of the words that news is made of a source holds, and whether a target says them."""

from __future__ import annotations

from functools import cache, cached_property, lru_cache
from math import log
from string import ascii_lowercase
from typing import TYPE_CHECKING, NamedTuple

from tongsa import packaged
from tongsa.patterns import late

if TYPE_CHECKING:
    import re
    from collections.abc import Iterator, Mapping, Sequence
    from collections.abc import Set as AbstractSet

    from ahocorasick_rs import AhoCorasick

_STATES = late(r"U\.(?:S\.A|S|K|N)\b\.?")  # finds "U.S." in "the U.S. Senate"
_SMALL = bytes(it if it in ascii_lowercase.encode() else 32 for it in bytes(range(256)).lower())
"""What is left of each byte of an English text: a small letter or a space."""
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
    said: float
    """How much likelier it is that a target which does translates something else: a logarithm."""
    unsaid: float
    """How much likelier it is of one that does not."""


class Words:
    """The table, as one edition needs it."""

    def __init__(self, language: str) -> None:
        """Read it for an edition, by tongsa's code."""
        self._of: dict[bytes, Word] = {}
        self._second: set[bytes] = set()
        """The first words of those that are two."""
        inflected: dict[bytes, Word] = {}
        for english, word in _rows(language):
            for form in map(str.encode, english):
                self._of[form] = word
                first, space, _ = form.partition(b" ")
                if space:
                    self._second.add(first)
                else:
                    inflected.update(dict.fromkeys(inflections(form), word))
        self._of = inflected | self._of
        self._known = frozenset(self._of) | self._second

    def named(self, source: str) -> Mapping[str, Word]:
        """Return the words of the table in an English text, by their first form."""
        words = tokens(source)
        found = self._known.intersection(words)
        if not found.isdisjoint(self._second):
            return {word.key: word for word in self._in_order(words, found)}
        return {word.key: word for word in map(self._of.__getitem__, sorted(found))}

    def _in_order(self, words: Sequence[bytes], found: AbstractSet[bytes]) -> Iterator[Word]:
        """Yield words of the table where some of them may be two."""
        of, second = self._of, self._second
        behind = -1
        for at, text in enumerate(words):
            if text not in found or at == behind:
                continue
            both = of.get(b" ".join(words[at : at + 2])) if text in second else None
            behind = at + 1 if both else -1
            if word := both or of.get(text):
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
        return word.encode() in self._of


@lru_cache(maxsize=1_000)
def tokens(source: str) -> Sequence[bytes]:
    """Return the words of an English text in small letters; apostrophes and hyphens part them."""
    if "U." in source:
        source = _STATES.sub(_joined, source)
    return source.encode("utf-8", "replace").translate(_SMALL).split()


@cache
def words(language: str) -> Words:
    """Return the table for an edition."""
    return Words(language if language in _COLUMNS else _fallback(language))


def _fallback(language: str) -> str:
    family = language.partition("_")[0]
    return next((code for code in _COLUMNS if code.startswith(family)), _COLUMNS[0])


def is_told(word: Word, target: str) -> bool:
    """Whether a target holds a form of a word."""
    for form in word.forms:  # noqa: SIM110 (a loop, as this is asked of every unit's every word)
        if form in target:
            return True
    return False


def _rows(language: str) -> Iterator[tuple[list[str], Word]]:
    column = _COLUMNS.index(language) + 1
    at = _RATES[language]
    text = packaged.text("check/counterparts/words.txt")
    for line in text.splitlines():
        if line.startswith("#"):
            continue
        cells = line.split(" | ")
        english = cells[0].split(", ")
        rates = cells[-1].split()
        missed, chance = int(rates[at]) / 100, int(rates[at + 1]) / 100
        said, unsaid = log(chance / (1 - missed)), log((1 - chance) / missed)
        forms = tuple(cells[column].split(", "))
        yield english, Word(english[0], forms, missed, chance, said, unsaid)


def _joined(found: re.Match[str]) -> str:
    """Return a dotted abbreviation as the table has it: ``usa``, ``uk``, ``un``."""
    letters = found[0].replace(".", "").lower()
    return f" {'usa' if letters == 'us' else letters} "


def inflections(form: bytes) -> Iterator[bytes]:
    """Yield how an English word may be inflected; what is no word costs nothing."""
    yield from (form + b"s", form + b"es", form + b"ed", form + b"ing")
    if form.endswith(b"e"):
        yield from (form + b"d", form[:-1] + b"ing")
    if form.endswith(b"y"):
        yield from (form[:-1] + b"ies", form[:-1] + b"ied")
