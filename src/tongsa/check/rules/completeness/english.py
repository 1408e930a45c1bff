"""What the checks of untranslated English have in common: which words of a source still stand."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, NamedTuple

from tongsa.glossary.mention import visible
from tongsa.language.fold import EAST_ASIAN
from tongsa.language.load import facts
from tongsa.model import Role
from tongsa.patterns import late

if TYPE_CHECKING:
    import re
    from collections.abc import Iterator, Mapping, Sequence

    from tongsa.check.check import Context
    from tongsa.model import Span, TranslationUnit

EAST = late(f"[{EAST_ASIAN}]")  # finds "항" in "Port of 항구"
_LATIN = rf"[^\W\d_{EAST_ASIAN}]"
_WORD = late(rf"{_LATIN}+(?:['’-]{_LATIN}+)*")  # finds "didn't", "well-known", "Zárate"
_SMALL = late(r"(?<![A-Za-z'’.-])[a-z]{2}")  # finds "th" in "the 항구", nothing in "Gannet호"
_QUOTES = '“”‘’「」『』"`'
_ASIDE = late(
    r"\([^()]*\)|（[^（）]*）|\[[^\[\]]*\]|《[^《》]*》|〈[^〈〉]*〉|\{[^{}]*\}"
    rf"|[{_QUOTES}][^{_QUOTES}{EAST_ASIAN}]*[{_QUOTES}]"
    r"|(?<![A-Za-z0-9])(?:[/\\#$&%]|[A-Za-z0-9]{2,}[._/]|[A-Za-z]+-?[0-9])[A-Za-z0-9./_-]+"
)
"""``(tide table)``, ``「tide」``, ``#tides``, ``tides.example``, ``GPL-3.0-or-later``"""
_MOST_PLACES = 8
"""Places of a word in a source that are looked at; hostile texts say one a million times."""
_LEAST_LETTERS = 4
"""Shorter small words are units, or names' particles: ``km``, ``van``."""
_OF_NAMES = frozenset({"of", "the", "and", "for", "by"})
"""Small words that stand in many names."""
_CLAUSE = 3
"""Words from which on a text is more than a name or a label."""
_QUOTATION = 7
"""Spaces from which on words in quotation marks are no title or slogan."""
_HEADLINE = 5
"""Words from which on a text in capitals may be a headline."""

NAMES = frozenset({Role.BYLINE, Role.CREDIT, Role.DATELINE, Role.COPYRIGHT})
"""Roles whose blocks may stay as they are."""


class Remnant(NamedTuple):
    """Words of a source that stand in its translation, one behind the other as there."""

    start: int
    end: int
    words: tuple[str, ...]


def is_small(word: str) -> bool:
    """Whether a word is written without capitals."""
    return word == word.lower()


@cache
def function_words() -> frozenset[str]:
    """Return the English words that are no part of what a text is about: the, of, was."""
    return frozenset(facts("en").tables["words"]["function"])


@cache
def people() -> frozenset[str]:
    """Return plurals of people whom news speaks of at the head of a sentence, and no name is."""
    return frozenset(facts("en").tables["words"]["people"])


@cache
def _brands() -> frozenset[str]:
    """Return the names that are written with a small letter."""
    names = facts("en").tables["segment"]["small"]
    return frozenset(word for name in names for word in name.split())


def spared(unit: TranslationUnit, context: Context) -> str:
    """Return a source with spaces for addresses, tags, and terms that stay as they are."""
    source = visible(unit.source)
    concepts = context.usage.glossary.concepts
    for mention in context.usage.demanded(unit.index):
        if not concepts[mention.concept].translate:
            gap = " " * (mention.end - mention.start)
            source = source[: mention.start] + gap + source[mention.end :]
    return source


def remnants(unit: TranslationUnit, context: Context) -> Sequence[Remnant]:
    """Return what of a unit's source still stands in its target, brackets and quotes set aside."""
    small = _SMALL.search(unit.target) or opening(unit.source) in unit.target
    if not small or unit.merged or unit.role in NAMES:
        return ()
    if not EAST.search(unit.target):
        return ()
    kept: dict[int, Sequence[Remnant]] = context.once("completeness-remnants", dict)
    if unit.index not in kept:
        kept[unit.index] = tuple(_remnants(unit, context))
    return kept[unit.index]


def opening(source: str) -> str:
    """Return the word with a capital that a source begins with; a line break if there is none."""
    word = source.lstrip('“"').partition(" ")[0]
    return word if len(word) > 1 and word.istitle() else "\n"


def _remnants(unit: TranslationUnit, context: Context) -> Iterator[Remnant]:
    words = [found[0] for found in _WORD.finditer(spared(unit, context))]
    places: dict[str, list[int]] = {}
    for at, word in enumerate(words):
        held = places.setdefault(word, [])
        if len(held) < _MOST_PLACES:
            held.append(at)
    target = _ASIDE.sub(_gap, visible(unit.target))
    for stretch in _stretches(target):
        yield from _runs(stretch, words, places)


def _gap(aside: re.Match[str]) -> str:
    """Return what stands for an aside: a gap, or a quotation that is too long for a title."""
    quoted = aside[0][0] in _QUOTES and aside[0].count(" ") >= _QUOTATION
    return aside[0] if quoted else "\n" * len(aside[0])


def _stretches(target: str) -> Iterator[list[re.Match[str]]]:
    """Yield the words that stand side by side, nothing of the edition's own between them."""
    stretch: list[re.Match[str]] = []
    for found in _WORD.finditer(target):
        if stretch and not _is_gap(target[stretch[-1].end() : found.start()]):
            yield stretch
            stretch = []
        stretch.append(found)
    if stretch:
        yield stretch


def _is_gap(between: str) -> bool:
    return "\n" not in between and not EAST.search(between)


def _runs(
    stretch: Sequence[re.Match[str]], words: Sequence[str], places: Mapping[str, Sequence[int]]
) -> Iterator[Remnant]:
    """Yield the longest runs of a stretch's words that stand so in the source."""
    at = 0
    while at < len(stretch):
        ends = [place + 1 for place in places.get(stretch[at][0], ())]
        size = 1 if ends else 0
        while ends and at + size < len(stretch):
            word = stretch[at + size][0]
            ends = [end + 1 for end in ends if end < len(words) and words[end] == word]
            size += bool(ends)
        if size:
            run = stretch[at : at + size]
            yield Remnant(run[0].start(), run[-1].end(), tuple(found[0] for found in run))
        at += size or 1


def content(words: Sequence[str]) -> list[str]:
    """Return the small words of a text that say something, which no name is made of."""
    function, brands = function_words(), _brands()
    return [
        word
        for word in words
        if is_small(word)
        and word.isascii()
        and len(word) >= _LEAST_LETTERS
        and word not in function
        and word not in brands
    ]


def binding(words: Sequence[str]) -> int:
    """Return how many words of a text bind it as names are not bound: in, with, but not of."""
    return functional(words) - sum(word in _OF_NAMES for word in words)


def functional(words: Sequence[str]) -> int:
    """Return how many words of a text are small ones that hold its sentences together."""
    function = function_words()
    return sum(word in function for word in words)


def span(remnant: Remnant) -> Span:
    """Return where a remnant stands in its target."""
    return remnant.start, remnant.end


def is_running(text: str) -> bool:
    """Whether a text is running English, and no name, product or credit."""
    words = _WORD.findall(text)
    small = content(words)
    if len(words) >= _CLAUSE and small and (functional(words) or len(small) >= _CLAUSE):
        return True
    return len(words) >= _HEADLINE and any(word.lower() in _verbal() for word in words)


@cache
def _verbal() -> frozenset[str]:
    """Return words that a clause has and a name has not, for headlines in capitals."""
    return frozenset(facts("en").tables["words"]["clausal"])
