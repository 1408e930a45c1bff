"""Hold a glossary's concepts, and find their terms in texts of any language."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cached_property
from typing import TYPE_CHECKING, Any

from tongsa.glossary.find import Caps, finder, masked
from tongsa.glossary.scripts import other_script
from tongsa.glossary.standing import base, standings
from tongsa.model import Kind

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from tongsa.glossary.find import Finder, Hit
    from tongsa.glossary.standing import Standing, Variety
    from tongsa.model import Concept, Term

_UNIQUE = frozenset({Kind.PERSON, Kind.ORGANISATION, Kind.PLACE, Kind.EVENT, Kind.WORK})
"""Kinds of which each is one of a kind, so that a longer name is another's."""
_NAMES = frozenset(
    {Kind.PERSON, Kind.ORGANISATION, Kind.PLACE, Kind.PRODUCT, Kind.EVENT, Kind.WORK}
)
"""Kinds whose terms begin with a capital wherever they stand, if they are written with one."""


@dataclass(frozen=True)  # no slots: finders are made once, when first asked for
class Lexicon:
    """The terms of one language, and what finds them."""

    texts: Sequence[str]
    """What is looked for, by number."""
    owners: Sequence[tuple[int, int]]
    """The concept and its term that each text belongs to, as indices."""
    finder: Finder

    def of_concept(self, concept: int) -> Sequence[int]:
        """Return the numbers of a concept's texts."""
        return self._by_concept.get(concept, ())

    @cached_property
    def _by_concept(self) -> Mapping[int, Sequence[int]]:
        found: dict[int, list[int]] = {}
        for number, (concept, _) in enumerate(self.owners):
            found.setdefault(concept, []).append(number)
        return found


@dataclass(frozen=True, eq=False)  # no slots: what is worked out once is kept
class Glossary:
    """Concepts in order, from one file or many."""

    concepts: Sequence[Concept] = ()
    restore: Callable[[str], Mapping[str, Any] | None] | None = None  # Any: as ``store`` gave it
    """Gives what ``store`` gave for a language, if it was kept."""
    ids: Sequence[str] | None = None
    """The concepts' ids, where they are known without the concepts."""
    _lexicons: dict[str, Lexicon] = field(default_factory=dict)
    _standings: dict[tuple[int, Variety], Mapping[int, Standing]] = field(default_factory=dict)

    def __bool__(self) -> bool:
        """Whether there is any concept."""
        return len(self.concepts) > 0

    @cached_property
    def by_id(self) -> Mapping[str, int]:
        """The index of each concept by its id; of two with one id the first."""
        found: dict[str, int] = {}
        ids = [concept.id for concept in self.concepts] if self.ids is None else self.ids
        for index, name in enumerate(ids):
            found.setdefault(name, index)
        return found

    def concept(self, name: str) -> Concept | None:
        """Return the concept with an id; None if there is none."""
        index = self.by_id.get(name)
        return None if index is None else self.concepts[index]

    def is_name(self, concept: int) -> bool:
        """Whether a concept is one of a kind, with a name of its own."""
        return self.concepts[concept].kind in _NAMES

    def is_unique(self, concept: int) -> bool:
        """Whether there is but one of what a concept's name stands for."""
        return self.concepts[concept].kind in _UNIQUE

    def standing(self, concept: int, variety: Variety) -> Mapping[int, Standing]:
        """Return how a concept's terms stand in an edition, by their index."""
        key = (concept, variety)
        found = self._standings.get(key)
        if found is None:
            found = self._standings[key] = standings(self.concepts[concept], variety)
        return found

    def usable(self, concept: int, variety: Variety) -> list[Term]:
        """Return the terms that an edition may use, the preferred first."""
        terms = self.concepts[concept].terms
        held = [(at, how) for at, how in self.standing(concept, variety).items() if how.usable]
        return [
            terms[at]
            for at, how in sorted(held, key=lambda pair: (pair[1] != "preferred", pair[0]))
        ]

    def lexicon(self, language: str) -> Lexicon:
        """Return the terms that a text of the language may hold, also other editions'."""
        if language not in self._lexicons:
            stored = self.restore(language) if self.restore else None
            self._lexicons[language] = (
                self._restored(language, stored) if stored else self._built(language)
            )
        return self._lexicons[language]

    def find(self, text: str, language: str) -> list[tuple[Hit, int, Term]]:
        """Return the concepts that a text names, where and by which term; none within a longer."""
        lexicon = self.lexicon(language)
        found: dict[tuple[int, int, int], tuple[Hit, int, Term]] = {}
        for hit in masked(lexicon.finder.find(text)):
            concept, at = lexicon.owners[hit.term]
            term = self.concepts[concept].terms[at]
            key = (hit.start, hit.end, concept)
            known = found.get(key)
            if (
                known is None
                or term.text == text[hit.start : hit.end]
                or (term.language == language != known[2].language)
            ):
                found[key] = (hit, concept, term)
        return list(found.values())

    def store(self, language: str) -> dict[str, Any]:  # Any: texts, numbers, tuples and tables
        """Return what was worked out of a language, for making the glossary again without that."""
        lexicon = self.lexicon(language)
        return {
            "texts": tuple(lexicon.texts),
            "owners": tuple(lexicon.owners),
            "index": lexicon.finder.index,
        }

    def _built(self, language: str) -> Lexicon:
        family = base(language)
        texts: list[str] = []
        owners: list[tuple[int, int]] = []
        for at, concept in enumerate(self.concepts):
            for number, term in enumerate(concept.terms):
                if base(term.language) == family:
                    texts.append(term.text)
                    owners.append((at, number))
        others = [
            (text, owner)
            for text, owner in zip(texts, owners, strict=True)
            if self.concepts[owner[0]].terms[owner[1]].language not in {language, family}
        ]
        for (text, owner), written in zip(
            others, other_script([text for text, _ in others], language), strict=True
        ):
            if written != text:
                texts.append(written)
                owners.append(owner)
        return self._lexicon(language, texts, owners, None)

    def _restored(self, language: str, stored: Mapping[str, Any]) -> Lexicon:  # Any: as in store
        return self._lexicon(language, stored["texts"], stored["owners"], stored["index"])

    def _lexicon(
        self,
        language: str,
        texts: Sequence[str],
        owners: Sequence[tuple[int, int]],
        index: Mapping[str, Any] | None,  # Any: as in store
    ) -> Lexicon:
        def caps(number: int) -> Caps:
            concept, term = owners[number]
            case = self.concepts[concept].terms[term].case
            if case is not None:
                return Caps.EXACT if case else Caps.ANY
            return Caps.NAME if self.concepts[concept].kind in _NAMES else Caps.SUGGESTED

        return Lexicon(texts=texts, owners=owners, finder=finder(language, texts, caps, index))
