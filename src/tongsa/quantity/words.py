"""Find the words of a list right behind a place in a text, or right before it."""

from __future__ import annotations

import re
from string import ascii_letters
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
"""Letters by which words are looked up that begin with no Latin letter."""
_LATIN = frozenset(ascii_letters)
_RUN = re.compile("[A-Za-z]{1,40}")
"""Latin letters together, by which words are looked up that begin so: ``km`` of ``km/h``"""
_word = tuple.__new__
"""Makes a word in a moment: ``Word`` itself passes its parts on, one by one."""


class Behind(Generic[Meaning]):
    """Finds words right behind a place: the longest that fits. Latin ones stand whole."""

    def __init__(self, meanings: Mapping[str, Meaning], *, edge: str = "") -> None:
        """Keep words; ``edge`` holds the signs of which one may stand before a word.

        Markup may stand there, too, as the holes that ``normal`` leaves.
        """
        self._meanings = meanings
        self._edge = frozenset(edge)
        self._outer = self._edge | {_HOLE} if edge else self._edge
        self._heads = frozenset([word[0] for word in meanings])
        self._first = self._heads | self._outer
        latin = [word for word in meanings if word[0] in _LATIN]
        self._runs = _by_key([(_run(word), word) for word in latin])
        self._opening = _by_ends([(it[:_KEY], it) for it in meanings if it[0] not in _LATIN])

    def behind(self, text: str, at: int) -> Word[Meaning] | None:
        """Return the word that begins at a place, or one sign behind it."""
        letter = text[at : at + 1]
        if letter not in self._first:
            return None
        if letter not in self._outer:
            return self._begun(text, at)
        if letter == _HOLE:
            at = _past_holes(text, at)
            letter = text[at : at + 1]
        if letter in self._edge and (word := self._begun(text, at + 1)):
            return word
        return self._begun(text, at) if letter in self._heads else None

    def _begun(self, text: str, at: int) -> Word[Meaning] | None:
        """Return the word that begins right at a place."""
        two = text[at : at + _KEY]
        if two[:1] in _LATIN:
            run = _RUN.match(text, at)
            lengths = self._runs.get(run[0]) if run else None
        else:
            lengths = self._opening.get(two) or self._opening.get(two[:1])
        if lengths is None:
            return None
        meanings = self._meanings
        for length in lengths:
            word = text[at : at + length]
            if word in meanings:
                end = at + len(word)  # the text may end before
                if text[end : end + 1] not in _LATIN or word[-1] not in _LATIN:
                    return _word(Word, (at, end, meanings[word]))
        return None


class Before(Generic[Meaning]):
    """Finds words right before a place: the longest that fits. Latin ones stand whole."""

    def __init__(self, meanings: Mapping[str, Meaning]) -> None:
        """Keep words."""
        self._meanings = meanings
        self._ending = _by_ends([(word[-_KEY:], word) for word in meanings])
        self.ends = frozenset(self._ending)
        """The last one or two letters of each word."""

    def before(self, text: str, at: int, least: int = 0) -> Word[Meaning] | None:
        """Return the word that ends at a place, and begins not before ``least``."""
        two = text[max(0, at - _KEY) : at]
        lengths = self._ending.get(two) or self._ending.get(two[-1:])
        if lengths is None:
            return None
        meanings = self._meanings
        for length in lengths:
            start = at - length
            if start < least:
                continue
            word = text[start:at]
            if word in meanings and not (start and text[start - 1] in _LATIN and word[0] in _LATIN):
                return _word(Word, (start, at, meanings[word]))
        return None


def _run(word: str) -> str:
    """Return the Latin letters that a word begins with."""
    found = _RUN.match(word)
    return found[0] if found else ""


def _by_key(words: Iterable[tuple[str, str]]) -> dict[str, tuple[int, ...]]:
    """Return the lengths of the words by each key, the longest first."""
    found: dict[str, tuple[int, ...]] = {}
    for key, word in words:
        length, lengths = len(word), found.get(key, ())
        if length not in lengths:
            found[key] = tuple(sorted((*lengths, length), reverse=True)) if lengths else (length,)
    return found


def _by_ends(words: Iterable[tuple[str, str]]) -> dict[str, tuple[int, ...]]:
    """Return the lengths of the words by their ends, one or two letters.

    A word of one letter may stand for each that begins, or ends, with it.
    """
    found = _by_key(words)
    for key, lengths in found.items():
        if len(key) > 1 and (key[0] in found or key[-1] in found):
            found[key] = tuple(dict.fromkeys((*lengths, 1)))
    return found


def _past_holes(text: str, at: int) -> int:
    """Return where the holes at a place end, as far as they are looked at."""
    end = at
    while end < at + _HOLES and text.startswith(_HOLE, end):
        end += 1
    return end
