"""Find terms where words run together, as in Chinese: whatever stands around, a place counts."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from tongsa.glossary.find.edges import edged, uncut
from tongsa.glossary.find.hit import Caps, Hit
from tongsa.glossary.find.squeezed import IGNORED, Squeezed
from tongsa.glossary.find.trie import Trie

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence


class HanFinder:
    """Finds terms in Chinese; spaces and the signs that part names are ignored."""

    def __init__(
        self,
        facts: Mapping[str, Any],  # Any: as the language's file gives it
        texts: Sequence[str],
        caps: Callable[[int], Caps],
        index: Mapping[str, list[int]] | None,
    ) -> None:
        """Take a language's facts, the terms, and the index that an equal finder had."""
        self._texts = texts
        self._caps = caps
        self._written: dict[int, tuple[str, frozenset[int]]] = {}
        self._ignored = re.compile(f"[{IGNORED}{facts['ignored']}]+")
        self._trie = Trie(self._keys() if index is None else index)

    @property
    def index(self) -> Mapping[str, list[int]]:
        """The terms' numbers by what is looked for."""
        return self._trie.terms

    def find(self, text: str) -> list[Hit]:
        """Return every place of every term, also within longer ones, ordered by start."""
        squeezed = Squeezed(text, self._ignored)
        hits = []
        for start, end, terms in self._trie.find(squeezed.key):
            span = squeezed.span(start, end)
            if squeezed.whole(start, end) and edged(text, *span):
                found = squeezed.cased[start:end]
                gaps = squeezed.gaps(start, end) if span[1] - span[0] != end - start else ()
                hits += [Hit(*span, term) for term in terms if self._allowed(term, found, gaps)]
        return hits

    def find_all(self, texts: Sequence[str]) -> list[list[Hit]]:
        """Return for each text what ``find`` returns for it."""
        return [self.find(text) for text in texts]

    def compounded(self, text: str, term: int, *, short: bool) -> tuple[int, int] | None:  # noqa: ARG002 (as others)
        """Return where a term stands in a text; Chinese has no edges that it could lack."""
        places = ((hit.start, hit.end) for hit in self.find(text) if hit.term == term)
        return next(places, None)

    def _keys(self) -> dict[str, list[int]]:
        keys: dict[str, list[int]] = {}
        for term, text in enumerate(self._texts):
            keys.setdefault(Squeezed(text, self._ignored).key, []).append(term)
        return keys

    def _allowed(self, term: int, found: str, gaps: Sequence[int]) -> bool:
        """Whether capitals stand as they have to, and no space cuts a Latin word."""
        if term not in self._written:
            own = Squeezed(self._texts[term], self._ignored)
            self._written[term] = own.cased, frozenset(own.gaps(0, len(own.key)))
        written, known = self._written[term]
        if gaps and not uncut(found, set(gaps) - known):
            return False
        return found == written or self._caps(term).allow(written, found)
