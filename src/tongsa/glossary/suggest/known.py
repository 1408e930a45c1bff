"""Tell what of a text the glossary's own terms cover."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tongsa.glossary.find.hit import Hit
from tongsa.language.fold import fold
from tongsa.model import Kind

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tongsa.glossary.glossary import Glossary

_KNOWN = -1
"""The number of a hit that is a term of the glossary's."""


class Known:
    """The glossary's terms in an article."""

    def __init__(self, glossary: Glossary, language: str, texts: Sequence[str]) -> None:
        """Find the terms in each sentence, in any scope: whoever suggests need not know it."""
        self._hits: list[list[Hit]] = [[] for _ in texts]
        self.bearers: set[str] = set()
        """The words of names of known people, in small letters."""
        if not glossary:
            return
        lexicon = glossary.lexicon(language)
        found: set[tuple[int, int]] = set()
        for at, text in enumerate(texts):
            hits = lexicon.finder.find(text)
            self._hits[at] = [Hit(hit.start, hit.end, _KNOWN) for hit in hits]
            found.update(lexicon.owners[hit.term] for hit in hits)
        for concept, number in found:
            held = glossary.concepts[concept]
            if held.kind is Kind.PERSON:
                self.bearers.update(fold(held.terms[number].text).split())

    def hits(self, sentence: int) -> list[Hit]:
        """Return where terms stand in a sentence; each hit's term is -1."""
        return self._hits[sentence]

    def names(self, sentence: int, hit: Hit) -> bool:
        """Whether a place in a sentence is a known term, neither more nor less."""
        return Hit(hit.start, hit.end, _KNOWN) in self._hits[sentence]

    def cover(self, sentence: int, text: str, hit: Hit) -> bool:
        """Whether all letters of a place in a sentence are those of known terms."""
        at = hit.start
        for start, end, _ in sorted(self._hits[sentence]):
            if start > at and any(map(str.isalnum, text[at : min(start, hit.end)])):
                return False
            at = max(at, end)
            if at >= hit.end:
                return True
        return not any(map(str.isalnum, text[at : hit.end]))
