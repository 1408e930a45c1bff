"""Find the words of a list right behind a place in a text, or right before it."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING, Generic, NamedTuple, TypeVar

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

Meaning = TypeVar("Meaning")


class Word(NamedTuple, Generic[Meaning]):
    """A word of a list where it stands in a text; half-open, in code points."""

    start: int
    end: int
    meaning: Meaning


_HOLE = "\0"
_HOLES = 60
"""Letters of markup that may stand before a word."""
_KEY = 2
"""Letters by which words are looked up."""


class Words(Generic[Meaning]):
    """Words with what they mean; the longest that fits a place is found. Latin ones stand whole."""

    def __init__(self, meanings: Mapping[str, Meaning], *, edge: str = "") -> None:
        """Keep words; ``edge`` holds the signs of which one may stand before a word behind a place.

        Markup may stand there, too, as the holes that ``normal`` leaves.
        """
        self._meanings = meanings
        self._edge = frozenset(edge)
        self._opening = _lengths((word[:_KEY], word) for word in meanings)
        self._ending = _lengths((word[-_KEY:], word) for word in meanings)
        self._first = frozenset((*(word[0] for word in meanings), *edge, *(_HOLE if edge else "")))
        self._last = frozenset(word[-1] for word in meanings)

    def behind(self, text: str, at: int) -> Word[Meaning] | None:
        """Return the word that begins at a place, or one sign behind it."""
        letter = text[at : at + 1]
        if letter not in self._first:
            return None
        if letter == _HOLE:
            at = _past_holes(text, at)
            letter = text[at : at + 1]
        if letter in self._edge and (word := self._begun(text, at + 1)):
            return word
        return self._begun(text, at)

    def _begun(self, text: str, at: int) -> Word[Meaning] | None:
        """Return the word that begins right at a place."""
        opening = self._opening
        for length in opening.get(text[at : at + _KEY]) or opening.get(text[at : at + 1], ()):
            word = text[at : at + length]
            if word in self._meanings:
                end = at + len(word)  # the text may end before
                if not (_is_latin(word[-1]) and _is_latin(text[end : end + 1])):
                    return Word(at, end, self._meanings[word])
        return None

    def before(self, text: str, at: int, least: int = 0) -> Word[Meaning] | None:
        """Return the word that ends at a place, and begins not before ``least``."""
        last = text[at - 1 : at]
        if last not in self._last:
            return None
        meanings = self._meanings
        for length in self._ending.get(text[max(0, at - _KEY) : at]) or self._ending.get(last, ()):
            start = at - length
            if start < least:
                continue
            word = text[start:at]
            if word in meanings and not (
                start and _is_latin(text[start - 1]) and _is_latin(word[0])
            ):
                return Word(start, at, meanings[word])
        return None


def _lengths(words: Iterable[tuple[str, str]]) -> dict[str, tuple[int, ...]]:
    """Return the lengths of the words by each key, the longest first.

    A word of one letter may stand for each that begins, or ends, with it.
    """
    found: defaultdict[str, set[int]] = defaultdict(set)
    for key, word in words:
        found[key].add(len(word))
    for key in found:
        if {key[0], key[-1]} & found.keys():
            found[key].add(1)
    return {key: tuple(sorted(lengths, reverse=True)) for key, lengths in found.items()}


def _past_holes(text: str, at: int) -> int:
    """Return where the holes at a place end, as far as they are looked at."""
    end = at
    while end < at + _HOLES and text.startswith(_HOLE, end):
        end += 1
    return end


def _is_latin(letter: str) -> bool:
    return "a" <= letter <= "z" or "A" <= letter <= "Z"
