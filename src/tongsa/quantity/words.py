"""Find the words of a list right behind a place in a text, or right before it."""

from __future__ import annotations

import re
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


_DEPTH = 2
"""Letters of a word that a pattern looks at one by one."""
_ENDING = 2
"""Letters by which the words before a place are looked up."""


class Words(Generic[Meaning]):
    """Words with what they mean; the longest that fits a place is found. Latin ones stand whole."""

    def __init__(self, meanings: Mapping[str, Meaning], *, edge: str = "") -> None:
        """Keep words; ``edge`` holds the signs of which one may stand before a word behind a place.

        Markup may stand there, too, as the holes that ``normal`` leaves.
        """
        self._meanings = meanings
        words = grouped(meanings, whole=True) or "(?!)"
        self._behind = re.compile(f"\\0{{,60}}[{edge}]?({words})" if edge else f"({words})")
        self._edge = frozenset(edge)
        self._first = frozenset((*(word[0] for word in meanings), *("\0" if edge else "")))
        last: defaultdict[str, list[str]] = defaultdict(list)
        for word in sorted(meanings, key=len, reverse=True):
            last[word[-_ENDING:]].append(word)
        self._last = dict(last)

    def behind(self, text: str, at: int) -> Word[Meaning] | None:
        """Return the word that begins at a place, or one sign behind it."""
        letter = text[at : at + 1]
        if letter not in self._first and (
            letter not in self._edge or text[at + 1 : at + 2] not in self._first
        ):
            return None
        found = self._behind.match(text, at)
        return Word(*found.span(1), self._meanings[found[1]]) if found else None

    def before(self, text: str, at: int, least: int = 0) -> Word[Meaning] | None:
        """Return the word that ends at a place, and begins not before ``least``."""
        ending = text[max(0, at - _ENDING) : at]
        long, short = self._last.get(ending, ()), self._last.get(ending[1:], ())
        for word in (*long, *short) if long or short else ():
            start = at - len(word)
            if start >= least and text.startswith(word, start):
                if _is_latin(word[0]) and start > 0 and _is_latin(text[start - 1]):
                    continue
                return Word(start, at, self._meanings[word])
        return None


def grouped(words: Iterable[str], *, whole: bool = False) -> str:
    """Return a pattern of words, the longest first, that looks at each first letter once.

    Where they are to stand ``whole``, no Latin letter may follow one that ends in such a letter.
    """
    forms = [
        (word, "(?![A-Za-z])" if whole and _is_latin(word[-1]) else "")
        for word in sorted(set(words), key=len, reverse=True)
    ]
    return _branched(forms, _DEPTH)


def _branched(forms: Iterable[tuple[str, str]], depth: int) -> str:
    """Return a pattern of words, each with what stands behind it, parted by their first letters."""
    if not depth:
        return "|".join(re.escape(word) + edge for word, edge in forms)
    first: defaultdict[str, list[tuple[str, str]]] = defaultdict(list)
    for word, edge in forms:
        first[word[:1]].append((word[1:], edge))
    ends = [edge for _, edge in first.pop("", ())]  # the shortest is tried last
    heads = [f"{re.escape(head)}(?:{_branched(rest, depth - 1)})" for head, rest in first.items()]
    return "|".join(heads + ends)


def _is_latin(letter: str) -> bool:
    return letter.isascii() and letter.isalpha()
