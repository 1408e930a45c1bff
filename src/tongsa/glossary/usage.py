"""Tell which concepts the units of an article name, and by which terms their translations do."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from functools import cached_property
from itertools import groupby
from typing import TYPE_CHECKING

from tongsa.language.load import facts
from tongsa.model import TermType

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from tongsa.glossary.find import Hit
    from tongsa.glossary.glossary import Glossary, Lexicon
    from tongsa.glossary.standing import Standing, Variety
    from tongsa.model import Scope, Term

_ADDRESS = re.compile(
    r"(?:https?://|www\.)[!-(*-;=?-Z^-~]+"
    r"|(?<![A-Za-z0-9_.+-])[A-Za-z0-9_.+-]++@[A-Za-z0-9-]+\.[A-Za-z0-9.-]+"
    r"|<[A-Za-z/!][^<>]*>"
)
"""``https://example.org/taiwan``, ``desk@example.org``, ``<a href="taiwan.html">``"""
_WORDS = re.compile(r"\w+")


@dataclass(frozen=True, slots=True, kw_only=True)
class Mention:
    """A concept named in a text by one of its terms; half-open, in code points."""

    start: int
    end: int
    concept: int
    """Index into the glossary's concepts."""
    term: Term
    standing: Standing | None = None
    """How the term stands in the edition; None in a source."""

    def within(self, other: Mention) -> bool:
        """Whether it lies inside a longer mention."""
        longer = other.end - other.start > self.end - self.start
        return longer and other.start <= self.start and self.end <= other.end


@dataclass(frozen=True)  # no slots: what is found once is kept
class Sources:
    """The concepts that the sources of an article's units name."""

    glossary: Glossary
    texts: Sequence[str]
    """The units' sources, in the article's order."""
    language: str
    _found: dict[int, tuple[Mention, ...]] = field(default_factory=dict)

    def named(self, unit: int) -> tuple[Mention, ...]:
        """Return what a unit names: in scope, and not within something longer."""
        if unit not in self._found:
            all_of = self._all[unit]
            held = [mention for mention in all_of if self._in_scope(mention, unit)]
            self._found[unit] = tuple(_outermost(held))
        return self._found[unit]

    def doubtful(self, unit: int) -> frozenset[int]:
        """Return the concepts whose terms a unit holds, too, where they are out of scope."""
        held = {(mention.start, mention.concept) for mention in self.named(unit)}
        return frozenset(
            mention.concept
            for mention in self._all[unit]
            if (mention.start, mention.concept) not in held
        )

    def in_article(self, concept: int) -> bool:
        """Whether the article names a concept at all."""
        return concept in self._first

    @cached_property
    def _all(self) -> Sequence[tuple[Mention, ...]]:
        texts = [visible(text) for text in self.texts]
        lexicon = self.glossary.lexicon(self.language)
        return [
            tuple(_closest(_mentions(self.glossary, lexicon, hits), text))
            for hits, text in zip(lexicon.finder.find_all(texts), self.texts, strict=True)
        ]

    @cached_property
    def _plain(self) -> Sequence[frozenset[int]]:
        """The concepts that each unit names by terms that hold everywhere."""
        concepts = self.glossary.concepts
        return [
            frozenset(
                mention.concept
                for mention in _outermost(mentions)
                if not mention.term.after_full
                and not (mention.term.scope or concepts[mention.concept].scope)
            )
            for mentions in self._all
        ]

    @cached_property
    def _first(self) -> Mapping[int, int]:
        """The first unit that names each concept by a term that holds everywhere."""
        first: dict[int, int] = {}
        for unit, concepts in enumerate(self._plain):
            for concept in concepts:
                first.setdefault(concept, unit)
        return first

    def holds(self, scope: Scope | None, unit: int, mention: Mention | None = None) -> bool:
        """Whether a scope is met in a unit, for a mention there or for the unit as a whole."""
        if scope is None:
            return True
        ids = self.glossary.by_id
        if any(ids.get(name) in self._first for name in scope.article):
            return True
        if any(ids.get(name) in self._plain[unit] for name in scope.sentence):
            return True
        near = {ids.get(name) for name in scope.beside} & self._plain[unit]
        if not near or mention is None:
            return bool(near)
        others = (other for other in self._all[unit] if other.concept in near)
        return any(self._beside(mention, other, self.texts[unit]) for other in others)

    def _in_scope(self, mention: Mention, unit: int) -> bool:
        if mention.term.after_full and self._first.get(mention.concept, unit + 1) > unit:
            return False
        scope = mention.term.scope or self.glossary.concepts[mention.concept].scope
        return self.holds(scope, unit, mention)

    def _beside(self, one: Mention, other: Mention, text: str) -> bool:
        """Whether nothing but small words and signs stands between two mentions."""
        first, last = sorted((one, other), key=lambda mention: mention.start)
        if last.start < first.end:
            return first.concept != last.concept
        words = _WORDS.findall(text[first.end : last.start].lower())
        return self._small.issuperset(words)

    @cached_property
    def _small(self) -> frozenset[str]:
        return frozenset(facts(self.language).tables["terms"].get("beside", ()))


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
            self._rendered[unit] = tuple(_closest(self._read(unit), self.targets[unit]))
        return self._rendered[unit]

    def outermost(self, unit: int) -> tuple[Mention, ...]:
        """Return the terms in a unit's translation that do not lie within a longer one."""
        return tuple(_outermost(self.rendered(unit)))

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
            and _usable(mention)
            and not any(mention.within(other) for other in others)
        )

    def _other_names(self, unit: int, concept: int) -> list[Mention]:
        """Return the names in a translation of things of a concept's kind that its source lacks."""
        if not self.glossary.is_name(concept):
            return []
        known = {mention.concept for mention in self.demanded(unit)} | {concept}
        concepts = self.glossary.concepts
        return [
            mention
            for mention in self.rendered(unit)
            if mention.concept not in known
            and _usable(mention)
            and concepts[mention.concept].kind is concepts[concept].kind
        ]

    def followed(self, unit: int, concept: int) -> bool:
        """Whether a unit's translation names a concept as it should, be it in a compound."""
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
        return any(
            place and not any(it.start <= place[0] and place[1] <= it.end for it in others)
            for place in places
        )

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
                if _usable(mention) and not short:
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


def visible(text: str) -> str:
    """Return a text with spaces in the place of addresses and tags, which hold no terms."""
    if "/" not in text and "@" not in text and "www." not in text and "<" not in text:
        return text
    return _ADDRESS.sub(lambda found: " " * len(found[0]), text)


def _usable(mention: Mention) -> bool:
    return mention.standing is not None and mention.standing.usable


def _mentions(glossary: Glossary, lexicon: Lexicon, hits: Iterable[Hit]) -> Iterator[Mention]:
    for hit in hits:
        concept, number = lexicon.owners[hit.term]
        term = glossary.concepts[concept].terms[number]
        yield Mention(start=hit.start, end=hit.end, concept=concept, term=term)


def _outermost(mentions: Sequence[Mention]) -> Iterator[Mention]:
    """Yield the mentions that do not lie within a longer one, ordered by start."""
    reach = -1
    ordered = sorted(mentions, key=lambda mention: (mention.start, -mention.end))
    for (_, end), same in groupby(ordered, key=lambda mention: (mention.start, mention.end)):
        if end > reach:
            yield from same
            reach = end


def _closest(mentions: Iterable[Mention], text: str) -> Iterator[Mention]:
    """Yield the mentions, of a concept at one place the one whose term is written most alike."""
    best: dict[tuple[int, int, int], Mention] = {}
    for mention in mentions:
        key = (mention.start, mention.end, mention.concept)
        if key not in best or mention.term.text == text[mention.start : mention.end]:
            best[key] = mention
    yield from best.values()
