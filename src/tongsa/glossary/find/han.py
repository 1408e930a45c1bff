"""Find terms where words run together, as in Chinese: every place counts, whatever stands around."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from tongsa.glossary.find.hit import Caps, Hit
from tongsa.glossary.find.squeezed import Squeezed
from tongsa.glossary.find.trie import Trie

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

_LATIN = re.compile(r"[A-Za-z0-9]")


class HanFinder:
    """Finds terms in Chinese; spaces and the signs that part names are ignored."""

    def __init__(
        self,
        facts: Mapping[str, Any],  # Any: as the language's file gives it
        texts: Sequence[str],
        caps: Callable[[int], Caps],
        index: dict[str, list[int]] | None,
    ) -> None:
        """Take a language's facts, the terms, and the index that an equal finder had."""
        self._texts = texts
        self._caps = caps
        self._ignored = re.compile(rf"[\s\u00ad\u200b-\u200d\u2060\ufeff{facts['ignored']}]+")
        self._trie = Trie(self._keys() if index is None else index)

    @property
    def index(self) -> dict[str, list[int]]:
        """The terms' numbers by what is looked for."""
        return self._trie.terms

    def find(self, text: str) -> list[Hit]:
        """Return every place of every term, also within longer ones, ordered by start."""
        squeezed = Squeezed(text, self._ignored)
        hits = []
        for start, end, terms in self._trie.find(squeezed.key):
            span = squeezed.span(start, end)
            if _apart(text, span):
                found = squeezed.cased[start:end]
                hits += [Hit(*span, term) for term in terms if self._allowed(term, found)]
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

    def _allowed(self, term: int, found: str) -> bool:
        if not found.isascii() and found == self._texts[term]:
            return True
        written = Squeezed(self._texts[term], self._ignored).cased
        return self._caps(term).allow(written, found)


def _apart(text: str, span: tuple[int, int]) -> bool:
    """Whether the Latin letters at a hit's edges begin and end a word: not TSMC in TSMCX."""
    start, end = span
    if start and _LATIN.match(text, start) and _LATIN.match(text, start - 1):
        return False
    return not (_LATIN.match(text, end) and _LATIN.match(text, end - 1))
