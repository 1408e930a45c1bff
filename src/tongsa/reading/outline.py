"""Tell at a glance that two names are not one person's, without reading their given names."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

from tongsa.reading.families import Families, families_in
from tongsa.reading.shapes import fold, words_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

_MOST = 40
"""Letters of a name that a glance takes in."""
_LONGEST = 14
"""Letters that no family name exceeds, however it is spelled."""


class Outline(NamedTuple):
    """What is seen of a name at once."""

    words: frozenset[str]
    families: Families
    """What the first or the last of its words, or two of them, may be as a family name."""


def are_strangers(a: str, b: str) -> bool:
    """Tell whether two names have no word in common and no family name that could be one.

    False where that takes a closer look: names in other letters, long ones.
    """
    one, other = _outline(a), _outline(b)
    if one is None or other is None or not one.words.isdisjoint(other.words):
        return False
    return not one.families.meet(other.families)


class Circle:
    """Names, found by those that a glance does not tell to be strangers'."""

    def __init__(self, names: Iterable[str]) -> None:
        """Take the names, each once."""
        self._names = tuple(dict.fromkeys(names))
        self._outlines = tuple(map(_outline, self._names))
        self._unseen = frozenset(at for at, it in enumerate(self._outlines) if it is None)
        self._by_word: dict[str, set[int]] = {}
        for at, outline in enumerate(self._outlines):
            for word in outline.words if outline else ():
                self._by_word.setdefault(word, set()).add(at)
        self._by_families: dict[Families, frozenset[int]] = {}

    def acquainted(self, name: str) -> Iterator[str]:
        """Yield the names that ``are_strangers`` does not part from one, in their order."""
        outline = _outline(name)
        if outline is None:
            yield from self._names
            return
        families = outline.families
        if families not in self._by_families:
            self._by_families[families] = self._unseen | {
                at for at, it in enumerate(self._outlines) if it and families.meet(it.families)
            }
        words = (self._by_word.get(word, ()) for word in outline.words)
        for at in sorted(self._by_families[families].union(*words)):
            yield self._names[at]


@lru_cache(maxsize=50_000)
def _outline(text: str) -> Outline | None:
    if not text.isascii() or len(text) > _MOST:
        return None
    words = [fold(word).rstrip(".") for word in words_of(text)]
    families = frozenset(word for word in _candidates(words) if len(word) <= _LONGEST)
    return Outline(frozenset(words), families_in(families))


def _candidates(words: Sequence[str]) -> Sequence[str]:
    """Return what may be the family name: the first or the last words, one or two."""
    plain = [word.replace("-", "").replace("'", "") for word in words]
    return ["".join(part) for part in (plain[:1], plain[:2], plain[-1:], plain[-2:], plain[1:2])]
