"""Keep the persons that an article names, and find them again by a part of the name."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, NamedTuple

from tongsa.people import eastern
from tongsa.people.lexicon import is_given, lexicon

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from tongsa.people.pieces import Piece
    from tongsa.people.words import Word

Keys = tuple[str, ...]
MOST_WORDS = 6
"""No name has more."""


class Name(NamedTuple):
    """A name that was found, and the piece that holds it."""

    piece: Piece
    words: tuple[Word, ...]
    start: int
    """Where it begins in its sentence."""
    end: int


def name(piece: Piece, first: int, last: int) -> Name:
    """Return the words of a piece from ``first`` to before ``last`` as a name."""
    words = piece.words[first:last]
    end = piece.starts[last - 1] + len(words[-1].text)
    return Name(piece=piece, words=words, start=piece.starts[first], end=end)


@dataclass(slots=True, kw_only=True)
class Known:
    """The names that are proven, as folded words."""

    full: set[Keys] = field(default_factory=set)
    """Of a family and a given name."""
    short: set[Keys] = field(default_factory=set)
    """What may stand for them, and family names that a title proves."""

    def add(self, words: Sequence[Word]) -> None:
        """Take in a name."""
        keys = tuple(word.key for word in words)
        if len(keys) == 1 or lexicon().suffixes.issuperset(keys[1:]):  # Kim, Elizabeth II
            self.short.add(keys)
            return
        self.full.add(keys)
        self.short.update(_shorten(words))
        if is_given(keys[0]) and is_eastern(words[1:]):  # William Lai Ching-te
            self.add(words[1:])

    def longest(self, keys: Sequence[str]) -> int:
        """Return how many of the words, from the first on, are a known name; 0 if none."""
        for size in range(min(MOST_WORDS, len(keys)), 0, -1):
            head = tuple(keys[:size])
            if head in self.full or head in self.short:
                return size
        return 0


def _shorten(words: Sequence[Word]) -> Iterator[Keys]:
    """Yield the family name, with and without its particles, and other ends of the name."""
    known = lexicon()
    keys = tuple(word.key for word in words)
    if is_eastern(words):
        yield keys[:1]
        return
    shape = eastern.shape(words)
    if shape and shape.family_first and shape.size == len(words) and shape.weight:
        yield keys[:1]
    while keys[-1] in known.suffixes and len(keys) > 2:  # noqa: PLR2004 - a name and its suffix
        yield keys[-2:]
        keys = keys[:-1]
    for at in range(1, len(keys)):
        if not words[at].initial:
            yield keys[at:]


def is_eastern(words: Sequence[Word]) -> bool:
    """Tell whether words are most likely an East Asian name, its family name first."""
    shape, keys = eastern.shape(words), [word.key for word in words]
    western = is_given(keys[0]) and keys[-1] in lexicon().families
    return bool(
        shape
        and shape.family_first
        and shape.size == len(words)
        and shape.weight >= eastern.LIKELY
        and not western
    )
