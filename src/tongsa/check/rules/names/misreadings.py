"""Find a person's name that a translation read otherwise than the edition writes it."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from functools import lru_cache
from types import MappingProxyType
from typing import TYPE_CHECKING

from tongsa.check.rules.terms.mentions import avoided
from tongsa.glossary.standing import base
from tongsa.model import Kind, TermType
from tongsa.patterns import late
from tongsa.reading import Verdict, compare, homophones

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping, Sequence

    from tongsa.check.check import Context
    from tongsa.glossary.mention import Mention
    from tongsa.glossary.usage import Usage
    from tongsa.model import Span, TranslationUnit

_HANGUL = late(r"(?<![/=_#&%가-힣])[가-힣]{2,}")  # finds 량쾅중은, not what ends an address
_HAN = late(r"[\u3400-\u9fff]{3,4}")  # matches 梁光中; 李強 may be a part of 能力強
_ADDRESS = frozenset("/=_#&%")
"""Signs behind which an address goes on."""
_PRONOUN = late(r"\b(?:he|him|his|she|her|hers|who|whom|whose)\b", re.IGNORECASE)  # finds him
_STANDS_FOR = late(r"(?<![가-힣])그(?:녀)?(?:는|가|를|의|에게|도|와|과)|[他她]")  # finds 그를
_ALIKE = 0.8
"""The part of its letters that a name in Hangul shares with the right form."""
_CUT = (
    *(("ᅵ아", "ᅣ"), ("ᅵ어", "ᅧ"), ("ᅵ오", "ᅭ"), ("ᅵ우", "ᅲ")),
    *(("ᅮ아", "ᅪ"), ("ᅩ아", "ᅪ"), ("ᅮ어", "ᅯ"), ("ᅮ이", "ᅱ"), ("ᅰ이", "ᅱ")),
)
"""What one syllable is that the Latin letters make two of: 리앙 for 량."""
_SHORTEST = 3
"""Syllables from which on likeness tells more than chance."""
_LEAST, _LONGER = 2, 2
"""Syllables of a wrong form at the least, and beyond those of the right one: 리앙광중, 량광중."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Misreading:
    """A wrong form of a name that the source names."""

    concept: int
    span: Span
    """In the target."""
    right: str
    alike: float
    """From 0 to 1: how much the wrong form is like a form of the name."""


def misreadings(unit: TranslationUnit, context: Context) -> Sequence[Misreading]:
    """Return the persons whom a unit's source names and whose names its target misreads."""
    return context.once(("misreadings", unit.index), lambda: [*_misread(unit, context)])


def missing(unit: TranslationUnit, context: Context) -> Sequence[int]:
    """Return the persons whom a unit's source names, and its target by no form that is known."""
    usage = context.usage
    told = {mention.concept for mention in avoided(unit, context)}
    concepts = dict.fromkeys(mention.concept for mention in usage.demanded(unit.index))
    return [
        concept
        for concept in concepts
        if usage.glossary.concepts[concept].kind is Kind.PERSON
        and usage.glossary.concepts[concept].translate
        and concept not in told
        and usage.glossary.usable(concept, usage.variety)
        and not usage.followed(unit.index, concept)
    ]


def others(unit: TranslationUnit, context: Context) -> Sequence[tuple[int, Mention]]:
    """Return the persons who are missing in a unit's target, each with another who stands there.

    That is somebody of the glossary whom the source does not name.
    """
    return context.once(("other-persons", unit.index), lambda: _others(unit, context))


def _others(unit: TranslationUnit, context: Context) -> list[tuple[int, Mention]]:
    usage = context.usage
    misread = {it.concept for it in misreadings(unit, context)}
    absent = [concept for concept in missing(unit, context) if concept not in misread]
    if not absent or unit.merged:
        return []
    if _PRONOUN.search(unit.source) or _STANDS_FOR.search(unit.target):
        return []  # a pronoun may have become a name, and a name a pronoun
    named = {mention.concept for mention in usage.demanded(unit.index)}
    strange = [
        mention
        for mention in usage.outermost(unit.index)
        if mention.usable
        and mention.concept not in named
        and mention.term.type is TermType.FULL
        and usage.glossary.concepts[mention.concept].kind is Kind.PERSON
    ]
    return list(zip(absent, strange, strict=False))


def told(unit: TranslationUnit, context: Context) -> set[int]:
    """Return the persons of whom something is told that says that they are missing."""
    misread = {it.concept for it in misreadings(unit, context)}
    return misread | {concept for concept, _ in others(unit, context)}


def _misread(unit: TranslationUnit, context: Context) -> Iterator[Misreading]:
    usage = context.usage
    find = _FINDERS.get(base(context.language))
    if find is None:
        return
    taken = [(it.start, it.end) for it in usage.rendered(unit.index)]
    for concept in missing(unit, context):
        found = [
            it
            for right in _full(concept, usage)
            for it in find(unit.target, right, concept, usage)
            if not any(it.span[0] < end and start < it.span[1] for start, end in taken)
            and not _is_somebody_else(unit, it.span, concept, usage)
        ]
        if found:
            best = max(found, key=lambda it: it.alike)
            taken.append(best.span)
            yield best


def _is_somebody_else(unit: TranslationUnit, span: Span, concept: int, usage: Usage) -> bool:
    """Tell whether a form is that of another person whom the article names: his brother."""
    text = unit.target[slice(*span)]
    return any(
        compare(text, name).verdict is not Verdict.DIFFERENT
        for known in usage.sources.persons_near(unit.index)
        if known.concept != concept
        for name in known.person.spellings
    )


def _full(concept: int, usage: Usage) -> list[str]:
    """Return the forms of a name that an edition may write, short ones set aside."""
    forms = usage.glossary.usable(concept, usage.variety)
    plain = [it for it in forms if it.type is TermType.FULL and not (it.after_full or it.scope)]
    return [term.text for term in plain]


# Chinese: a character that sounds alike


def _in_han(target: str, right: str, concept: int, _usage: Usage) -> Iterator[Misreading]:
    """Yield what stands in the place of a name: one character is another, most sound alike."""
    if not _HAN.fullmatch(right):
        return
    size = len(right)
    for start in range(len(target) - size + 1):
        found = target[start : start + size]
        same = [one == other for one, other in zip(found, right, strict=True)]
        address = start and target[start - 1] in _ADDRESS
        if sum(same) < size - 1 or all(same) or not _HAN.fullmatch(found) or address:
            continue
        odd = same.index(False)
        if homophones(found[odd], right[odd]) or (size >= _SHORTEST and odd):
            alike = 1.0 if homophones(found[odd], right[odd]) else 0.5
            span = (start, start + size)
            yield Misreading(concept=concept, span=span, right=right, alike=alike)


# Korean: another reading of the name, or nearly the right one


def _in_hangul(target: str, right: str, concept: int, usage: Usage) -> Iterator[Misreading]:
    if not _HANGUL.fullmatch(right):
        return
    names = _spellings(concept, usage)
    for run in _HANGUL.finditer(target):
        for size in range(_LEAST, min(len(right) + _LONGER, len(run[0])) + 1):
            text = run[0][:size]
            if text == right:
                continue
            alike = _likeness(text, right, names)
            if alike >= _ALIKE:
                span = (run.start(), run.start() + size)
                yield Misreading(concept=concept, span=span, right=right, alike=alike)


def _spellings(concept: int, usage: Usage) -> tuple[str, ...]:
    """Return a person's names in Latin letters and in characters."""
    return tuple(
        term.text
        for term in usage.glossary.concepts[concept].terms
        if term.status.usable
        and term.type in {TermType.FULL, TermType.VARIANT}
        and base(term.language) in {usage.sources.language, "zh"}
    )


@lru_cache(maxsize=10_000)
def _likeness(text: str, right: str, names: tuple[str, ...]) -> float:
    """Return how much a text is a form of a name: 1 where it is read from one of its spellings."""
    if len(text) >= _SHORTEST and any(
        compare(text, name).verdict is Verdict.SAME for name in names
    ):
        return 1.0
    if min(len(text), len(right)) < _SHORTEST:
        return 0.0
    from rapidfuzz.distance import Levenshtein  # noqa: PLC0415 (few names are so alike)

    return float(Levenshtein.normalized_similarity(_letters(text), _letters(right)))


def _letters(text: str) -> str:
    """Return the letters of a text; what is read in two syllables for one counts as that."""
    letters = unicodedata.normalize("NFD", text)
    for two, one in _CUT:
        letters = letters.replace(unicodedata.normalize("NFD", two), one)
    return letters


_FINDERS: Mapping[str, Callable[[str, str, int, Usage], Iterator[Misreading]]] = MappingProxyType(
    {"ko": _in_hangul, "zh": _in_han}
)
