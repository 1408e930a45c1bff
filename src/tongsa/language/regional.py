"""Find words of the other side of the Taiwan Strait, and tell what this edition writes instead."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache, cached_property
from types import MappingProxyType
from typing import TYPE_CHECKING, NamedTuple

from tongsa import packaged
from tongsa.language.scripts import even, simplified

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from ahocorasick_rs import AhoCorasick

_SIDES = MappingProxyType({"zh_TW": "tw", "zh_CN": "cn"})
_CERTAIN, _AT_HOME = "x", "-"
_MUCH = 10_000
"""Letters from which on an automaton is worth its building."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """What an edition should know of a word of the other side."""

    right: Sequence[str]
    """What it writes instead, the preferred first; at least one."""
    certain: bool
    """Whether the word has no other reading in the edition."""
    open: bool
    """Whether which of the words is right depends on what is meant."""
    proof: tuple[str, ...]
    """English words of which the source has to hold one; none: whatever it is."""

    def holds(self, source: str) -> bool:
        """Whether an English source speaks of what the word stands for."""
        return not self.proof or bool(_english(self.proof).search(source))


class Place(NamedTuple):
    """A word of the other side in a text; half-open, in code points."""

    start: int
    end: int
    rows: Sequence[Row]
    """What may be said of it; at least one."""

    def said(self, source: str) -> Sequence[Row]:
        """Return what is to be said of it beside an English source; nothing if that proves nothing.

        What the source proves goes before what holds whatever the source is, and of that the first.
        """
        proven = [row for row in self.rows if row.proof and row.holds(source)]
        return proven or [row for row in self.rows if not row.proof][:1]


def find(text: str, language: str) -> list[Place]:
    """Return the words of the other side in a text of an edition, ordered; they do not overlap."""
    if language not in _SIDES:
        return []
    side = _side(language)
    return [
        Place(start, end, side.rows(word)) for start, end, word in side.find(even(text)) if word
    ]


class _Side:
    """The words of the other side that an edition should not have, and its own around them."""

    def __init__(self, language: str) -> None:
        """Read the list for an edition."""
        self._own = _SIDES[language]
        self._lines: dict[str, list[str]] = {}
        """The rows that tell each word; none where the word is right."""
        text = packaged.text("language/regional.txt")
        for line in (text if self._own == "tw" else simplified(text)).splitlines():
            if line and line[0] not in "#=":
                self._take(line)
        self._seen = 0  # letters of all texts so far
        self._strings: list[str] = []
        self._finder: AhoCorasick | None = None

    def rows(self, word: str) -> Sequence[Row]:
        """Return what the list says of a word."""
        return [self._row(line) for line in self._lines[word]]

    def find(self, text: str) -> Iterator[tuple[int, int, str]]:
        """Yield the words in a text, the longest at each place; empty for those that are right."""
        self._seen += len(text)
        places = self._looked_up(text) if self._seen < _MUCH else self._matched(text)
        for start, end, word in places:
            yield start, end, word if self._lines[word] else ""

    def _take(self, line: str) -> None:
        theirs, ours, mark, more = self._cut(line)
        right = _parted(ours)
        for word in _parted(theirs) if mark != _AT_HOME else ():
            if word not in right:
                self._lines.setdefault(word, []).append(line)
        for word in (*right, *_parted(_given(more, self._own))):
            self._lines.setdefault(word, [])

    def _cut(self, line: str) -> tuple[str, str, str, Sequence[str]]:
        """Return a row's words of the other side, the edition's, its mark, what else is given."""
        mainland, taiwan, in_taiwan, in_mainland, *more = line.split(" ")
        if self._own == "tw":
            return mainland, taiwan, in_taiwan, more
        return taiwan, mainland, in_mainland, more

    def _row(self, line: str) -> Row:
        _, ours, mark, more = self._cut(line)
        proof = f"{_given(more, 'en')},{_given(more, f'en-{self._own}')}".replace("_", " ")
        return Row(
            right=_parted(ours),
            certain=mark == _CERTAIN,
            open="/" in ours,
            proof=tuple(filter(None, proof.split(","))),
        )

    @cached_property
    def _lengths(self) -> Mapping[str, Sequence[int]]:
        """How long the words are that begin with a character, the longest first."""
        found: dict[str, set[int]] = {}
        for word in self._lines:
            found.setdefault(word[0], set()).add(len(word))
        return {head: sorted(lengths, reverse=True) for head, lengths in found.items()}

    def _looked_up(self, text: str) -> Iterator[tuple[int, int, str]]:
        lines, lengths = self._lines, self._lengths
        end = 0
        for start, head in enumerate(text):
            if head not in lengths or start < end:
                continue
            for length in lengths[head]:
                word = text[start : start + length]
                if word in lines:
                    end = start + len(word)
                    yield start, end, word
                    break

    def _matched(self, text: str) -> Iterator[tuple[int, int, str]]:
        if self._finder is None:
            from ahocorasick_rs import AhoCorasick, MatchKind  # noqa: PLC0415 (for much text alone)

            self._strings = list(self._lines)
            self._finder = AhoCorasick(self._strings, matchkind=MatchKind.LeftmostLongest)
        for word, start, end in self._finder.find_matches_as_indexes(text):
            yield start, end, self._strings[word]


_side = cache(_Side)


def _given(more: Sequence[str], key: str) -> str:
    """Return what a row gives under a key: ``短信心,簡短信`` of ``tw:短信心,簡短信``."""
    for part in more:
        if part.startswith(key) and part[len(key)] == ":":
            return part[len(key) + 1 :]
    return ""


def _parted(words: str) -> Sequence[str]:
    return words.replace("/", ",").split(",") if words else ()


@cache
def _english(words: tuple[str, ...]) -> re.Pattern[str]:
    spelled = "|".join(map(re.escape, words))
    return re.compile(rf"(?<![A-Za-z0-9])(?:{spelled})(?![A-Za-z0-9])", re.IGNORECASE)
