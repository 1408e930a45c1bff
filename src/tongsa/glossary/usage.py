"""Tell by which terms the translations of an article's units name what their sources name."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cached_property
from typing import TYPE_CHECKING

from tongsa.glossary.mention import Mention, closest, outermost, visible
from tongsa.glossary.offices import by_office
from tongsa.model import TermType

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from tongsa.glossary.find import Hit
    from tongsa.glossary.glossary import Glossary
    from tongsa.glossary.sources import Sources
    from tongsa.glossary.standing import Variety


@dataclass(frozen=True)  # no slots: what is found once is kept
class Usage:
    """How an article's translation uses the terms of the concepts that its source names."""

    sources: Sources
    targets: Sequence[str]
    """The units' translations, parallel to the sources."""
    variety: Variety
    _rendered: dict[int, tuple[Mention, ...]] = field(default_factory=dict)

    @property
    def glossary(self) -> Glossary:
        """The glossary that is followed."""
        return self.sources.glossary

    def demanded(self, unit: int) -> tuple[Mention, ...]:
        """Return what a unit's source names."""
        return self.sources.named(unit)

    def rendered(self, unit: int) -> tuple[Mention, ...]:
        """Return every term in a unit's translation that says something in this edition."""
        if unit not in self._rendered:
            self._rendered[unit] = tuple(closest(self._read(unit), self.targets[unit]))
        return self._rendered[unit]

    def outermost(self, unit: int) -> tuple[Mention, ...]:
        """Return the terms in a unit's translation that do not lie within a longer one."""
        return tuple(outermost(self.rendered(unit)))

    def renderings(self, unit: int, concept: int) -> tuple[Mention, ...]:
        """Return the usable terms by which a unit's translation names a concept.

        One that lies within the name of another of its kind counts only if the source names that,
        too: 赤道幾內亞 is not 幾內亞.
        """
        others = self._other_names(unit, concept)
        return tuple(
            mention
            for mention in self.rendered(unit)
            if mention.concept == concept
            and mention.usable
            and not any(mention.within(other) for other in others)
        )

    def _other_names(self, unit: int, concept: int) -> list[Mention]:
        """Return the names in a translation of things of a concept's kind that its source lacks."""
        if not self.glossary.is_unique(concept):
            return []
        known = {mention.concept for mention in self.demanded(unit)} | {concept}
        concepts = self.glossary.concepts
        return [
            mention
            for mention in self.rendered(unit)
            if mention.concept not in known
            and mention.usable
            and concepts[mention.concept].kind is concepts[concept].kind
        ]

    def followed(self, unit: int, concept: int) -> bool:
        """Whether a unit's translation names a concept as it should, be it in a compound.

        A country is named by its short form before one of its offices as well.
        """
        if self.renderings(unit, concept):
            return True
        lexicon = self.glossary.lexicon(self.variety.language)
        target = self.targets[unit]
        names = self.glossary.is_name(concept)
        places = (
            lexicon.finder.compounded(target, number, short=names)
            for number in lexicon.of_concept(concept)
            if self._may_use(unit, concept, lexicon.owners[number][1])
        )
        others = self._other_names(unit, concept)
        if any(
            place and not any(it.start <= place[0] and place[1] <= it.end for it in others)
            for place in places
        ):
            return True
        forms = (term.text for term in self.glossary.usable(concept, self.variety))
        return by_office(target, forms, self.variety.language)

    def full_before(self, unit: int, mention: Mention) -> bool:
        """Whether a full form of a concept stands before a mention in the article's translation."""
        first = self._first_full.get(mention.concept)
        return first is not None and first < (unit, mention.start)

    @cached_property
    def _first_full(self) -> Mapping[int, tuple[int, int]]:
        first: dict[int, tuple[int, int]] = {}
        for unit in range(len(self.targets)):
            for mention in self.rendered(unit):
                short = mention.term.after_full or mention.term.type is TermType.SHORT
                if mention.usable and not short:
                    place = (unit, mention.start)
                    first[mention.concept] = min(first.get(mention.concept, place), place)
        return first

    def _may_use(self, unit: int, concept: int, term: int) -> bool:
        standing = self.glossary.standing(concept, self.variety).get(term)
        scope = self.glossary.concepts[concept].terms[term].scope
        return standing is not None and standing.usable and self.sources.holds(scope, unit)

    def _read(self, unit: int) -> Iterator[Mention]:
        lexicon = self.glossary.lexicon(self.variety.language)
        for hit in self._hits[unit]:
            concept, number = lexicon.owners[hit.term]
            standing = self.glossary.standing(concept, self.variety).get(number)
            term = self.glossary.concepts[concept].terms[number]
            if standing is not None and self.sources.holds(term.scope, unit):
                yield Mention(
                    start=hit.start, end=hit.end, concept=concept, term=term, standing=standing
                )

    @cached_property
    def _hits(self) -> Sequence[Sequence[Hit]]:
        finder = self.glossary.lexicon(self.variety.language).finder
        return finder.find_all([visible(text) for text in self.targets])
