"""Tell which concepts the sources of an article's units name."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import defaultdict
from dataclasses import dataclass, field
from functools import cached_property
from typing import TYPE_CHECKING

from tongsa.glossary.mention import Mention, closest, outermost, visible
from tongsa.language.load import facts
from tongsa.model import Kind
from tongsa.patterns import late

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from tongsa.glossary.find import Hit
    from tongsa.glossary.glossary import Glossary, Lexicon
    from tongsa.glossary.persons import Acquaintance
    from tongsa.model import Scope

_WORDS = late(r"\w+")
_CAPITAL_BEFORE = late(r"\b[A-Z][a-z]+ \Z")
_CAPITAL_AFTER = late(r" ([A-Z][a-z]+)\b")
_FAR = 200  # letters around a mention within which others are beside it or over it
_ARTICLE = 400  # units that one article seldom exceeds
_NEAR = 30  # letters before a name in which the word before it is looked for


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
            self._found[unit] = tuple(outermost(held))
        return self._found[unit]

    def doubtful(self, unit: int) -> frozenset[int]:
        """Return the concepts whose terms a unit holds, too, where they are out of scope."""
        held: defaultdict[int, list[tuple[int, int]]] = defaultdict(list)
        for mention in self.named(unit):
            held[mention.concept].append((mention.start, mention.end))
        return frozenset(
            mention.concept
            for mention in self._all[unit]
            if not _covered(mention.start, mention.end, held[mention.concept])
        )

    def in_article(self, concept: int) -> bool:
        """Whether the article names a concept at all."""
        return concept in self._first

    @cached_property
    def persons(self) -> Sequence[Acquaintance]:
        """The persons that the article names, each with its concept in the glossary."""
        from tongsa.glossary.persons import acquaintances  # noqa: PLC0415 (loads readings)

        return acquaintances(self)

    def persons_in(self, unit: int) -> Sequence[Acquaintance]:
        """Return the persons that a unit names."""
        return self._persons_in.get(unit, ())

    def persons_near(self, unit: int) -> Sequence[Acquaintance]:
        """Return the persons that the units around one name, as far as an article goes."""
        units = range(max(0, unit - _ARTICLE), unit + _ARTICLE)
        found = {id(known): known for at in units for known in self.persons_in(at)}
        return list(found.values())

    @cached_property
    def _persons_in(self) -> Mapping[int, Sequence[Acquaintance]]:
        found: defaultdict[int, list[Acquaintance]] = defaultdict(list)
        for known in self.persons:
            for unit in dict.fromkeys(mention.text for mention in known.person.mentions):
                found[unit].append(known)
        return found

    @cached_property
    def _all(self) -> Sequence[tuple[Mention, ...]]:
        texts = [visible(text) for text in self.texts]
        lexicon = self.glossary.lexicon(self.language)
        return [
            tuple(sorted(closest(_mentions(self.glossary, lexicon, hits), text), key=_place))
            for hits, text in zip(lexicon.finder.find_all(texts), self.texts, strict=True)
        ]

    def _around(self, unit: int, start: int, end: int) -> Iterator[Mention]:
        """Yield the mentions of a unit not far from a place."""
        mentions = self._all[unit]
        at = bisect_left(mentions, start - _FAR, key=lambda mention: mention.start)
        while at < len(mentions) and mentions[at].start < end + _FAR:
            yield mentions[at]
            at += 1

    @cached_property
    def _plain(self) -> Sequence[frozenset[int]]:
        """The concepts that each unit names by terms that hold everywhere."""
        concepts = self.glossary.concepts
        return [
            frozenset(
                mention.concept
                for mention in outermost(mentions)
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
        return any(
            other.concept in near and self._beside(mention, other, self.texts[unit])
            for other in self._around(unit, mention.start, mention.end)
        )

    def _within_name(self, mention: Mention, unit: int) -> bool:
        """Whether capitals make a name a part of another: South China Morning Post, Jordan Reed.

        A word with a capital before and behind does; behind a place's name of one word one alone
        does, unless it is a title: China President Xi. Where most words have capitals, as in
        headlines, they tell nothing.
        """
        text = self.texts[unit]
        if not self.glossary.is_name(mention.concept) or not text[mention.start].isupper():
            return False
        left = _CAPITAL_BEFORE.search(text[max(mention.start - _NEAR, 0) : mention.start])
        right = _CAPITAL_AFTER.match(text, mention.end)
        if not right or not (left or self._given_name(mention, right[1])):
            return False
        reach = (mention.start - len(left[0]) if left else mention.start, right.end())
        return unit not in self._titled and not any(
            other.concept != mention.concept and other.start < reach[1] and reach[0] < other.end
            for other in self._around(unit, *reach)
        )

    def _given_name(self, mention: Mention, follows: str) -> bool:
        """Whether a place's name may be a person's, before a word that is no title."""
        name = mention.term.text
        place = self.glossary.concepts[mention.concept].kind is Kind.PLACE
        alone = name.isalpha() and not name.isupper()  # nobody is called US
        return place and alone and follows.lower() not in self._titles

    @cached_property
    def _titles(self) -> frozenset[str]:
        return frozenset(facts(self.language).tables["terms"].get("titles", ()))

    @cached_property
    def _titled(self) -> frozenset[int]:
        """The units most words of which have capitals."""
        words = [[word for word in _WORDS.findall(it) if word[0].isalpha()] for it in self.texts]
        return frozenset(
            unit
            for unit, all_of in enumerate(words)
            if len([word for word in all_of if word[0].isupper()]) * 2 > len(all_of)
        )

    def _in_scope(self, mention: Mention, unit: int) -> bool:
        if self._within_name(mention, unit):
            return False
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


def _place(mention: Mention) -> tuple[int, int]:
    return mention.start, mention.end


def _covered(start: int, end: int, spans: Sequence[tuple[int, int]]) -> bool:
    """Whether one of some spans, apart and in order, covers a place."""
    at = bisect_right(spans, start, key=lambda span: span[0]) - 1
    return at >= 0 and spans[at][1] >= end


def _mentions(glossary: Glossary, lexicon: Lexicon, hits: Iterable[Hit]) -> Iterator[Mention]:
    for hit in hits:
        concept, number = lexicon.owners[hit.term]
        term = glossary.concepts[concept].terms[number]
        yield Mention(start=hit.start, end=hit.end, concept=concept, term=term)
