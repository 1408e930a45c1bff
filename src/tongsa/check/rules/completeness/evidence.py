"""Gather what of a source its translation shows: words, figures, terms and names."""

from __future__ import annotations

import re
from functools import cache
from itertools import islice
from math import log
from typing import TYPE_CHECKING, NamedTuple

from tongsa.check.counterparts.sounds import heard, outline, readings
from tongsa.check.counterparts.words import is_told, words
from tongsa.check.rules.completeness.english import function_words
from tongsa.check.rules.completeness.weights import weights
from tongsa.check.rules.figures.comparisons import comparisons
from tongsa.glossary.mention import visible
from tongsa.patterns import late
from tongsa.quantity import Verdict

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping, Sequence

    from tongsa.check.check import Context
    from tongsa.check.counterparts.words import Word
    from tongsa.glossary.mention import Mention
    from tongsa.model import TranslationUnit

_CAPITAL = late(r"(?<![A-Za-z'’.-])[A-Z][A-Za-zÀ-ɏ]*[A-Za-zÀ-ɏ]")  # finds "Brine", "HBM"
_CONVERTED = frozenset(
    {Verdict.SAME, Verdict.CONVERTED, Verdict.BOUND, Verdict.CURRENCY, Verdict.PERCENT}
)
"""How a figure stands to one that is surely its counterpart."""
_MARKS = (
    ("question", re.compile(r"\?"), re.compile(r"[?？]")),
    ("quotation", re.compile(r'["“”]'), re.compile(r'["“”「」『』‘’《》〈〉]')),
)
"""Marks of a source, and those that answer to them."""
_FINAL = frozenset(".?!:…—–")
"""Behind what a word is written large, name or not."""
_MOST = 40
"""Figures, terms and names of a source that are looked at."""
_LONGEST = 24
"""Letters of a name."""
_MONTHS = frozenset(
    {
        *("january", "february", "march", "april", "may", "june"),
        *("july", "august", "september", "october", "november", "december"),
    }
)
"""Told as figures."""


class Anchor(NamedTuple):
    """Something in a source that a translation of it should show."""

    key: str
    """The same in every source that has it; as a message names it, unless in brackets."""
    shown: Callable[[str], bool]
    """Whether a target shows it."""
    told: bool
    """Whether the unit's own target does."""
    missed: float
    """How often a translation that is right does not."""
    chance: float
    """How often a translation of something else does."""
    start: int = -1
    """Where in the source it stands first; below 0 where that is not asked, as of words."""

    def foreign(self, chance: float) -> float:
        """Return how much likelier this is in a translation of something else, as a logarithm."""
        if self.told:
            return log(chance / (1 - self.missed))
        return log((1 - chance) / self.missed)


def by_words(unit: TranslationUnit, context: Context) -> float:
    """Return how much likelier words and marks make it that a target is another source's."""
    target = unit.target
    score = 0.0
    for word in _named(unit, context).values():
        score += word.said if is_told(word, target) else word.unsaid
    return score + sum(it.foreign(it.chance) for it in _marks(unit))


def of_words(unit: TranslationUnit, context: Context) -> Sequence[Anchor]:
    """Return the words of the table that a source holds, and its marks."""
    kept: dict[int, list[Anchor]] = context.once("completeness-words", dict)
    if unit.index not in kept:
        kept[unit.index] = [
            Anchor(word.key, _teller(word), is_told(word, unit.target), word.missed, word.chance)
            for word in _named(unit, context).values()
        ]
        kept[unit.index] += _marks(unit)
    return kept[unit.index]


def _named(unit: TranslationUnit, context: Context) -> Mapping[str, Word]:
    kept: dict[int, Mapping[str, Word]] = context.once("completeness-named", dict)
    found = kept.get(unit.index)
    if found is None:
        found = kept[unit.index] = words(context.language).named(visible(unit.source))
    return found


def _marks(unit: TranslationUnit) -> Sequence[Anchor]:
    """Return whether something is asked, and whether somebody is quoted."""
    source, target = unit.source, unit.target
    return [
        _mark(name, ours.search(source) is not None, theirs.search(target) is not None)
        for name, ours, theirs in _MARKS
    ]


@cache
def _mark(name: str, ours: bool, theirs: bool) -> Anchor:  # noqa: FBT001 (both are told of signs)
    """Return the anchor of a mark, by whether a source and a target have it."""
    signs = next(it.search for key, _, it in _MARKS if key == name)
    missed, chance = weights()[name]["with" if ours else "without"]
    return Anchor(
        f"({name}: {ours})",
        lambda target: (signs(target) is not None) is ours,
        told=ours is theirs,
        missed=missed,
        chance=chance,
    )


def _teller(word: Word) -> Callable[[str], bool]:
    return lambda target: is_told(word, target)


def of_others(unit: TranslationUnit, context: Context) -> Sequence[Anchor]:
    """Return the other anchors of a source: its figures, its terms, its names."""
    kept: dict[int, Sequence[Anchor]] = context.once("completeness-anchors", dict)
    if unit.index not in kept:
        finders = (_figures, _terms, _names)
        kept[unit.index] = [it for find in finders for it in islice(find(unit, context), _MOST)]
    return kept[unit.index]


def placed(unit: TranslationUnit, context: Context) -> Iterator[tuple[int, Anchor]]:
    """Yield the anchors of a source with where they stand, but for marks.

    Of what stands in it more than once nobody knows which of them a target tells.
    """
    source = unit.source
    places = words(context.language).places(visible(source))
    for word in of_words(unit, context):
        starts = places.get(word.key, ())
        if starts and not (word.told and len(starts) > 1):
            yield starts[0], word
    for other in of_others(unit, context):
        if other.start >= 0 and not (other.told and source.count(other.key) > 1):
            yield other.start, other


def _figures(unit: TranslationUnit, context: Context) -> Iterator[Anchor]:
    rates = weights()["figure"]
    for found in comparisons(unit, context):
        if found.source is not None and found.source.hard:
            digits = unit.source[found.source.start : found.source.end]
            known = found.verdict in _CONVERTED
            chance = rates["short" if len(digits) < rates["letters"] else "long"]
            start = found.source.start
            yield Anchor(digits, _holding(digits), known, rates["missed"], chance, start)


def _terms(unit: TranslationUnit, context: Context) -> Iterator[Anchor]:
    usage = context.usage
    rates = weights()["term"]
    named: dict[int, Mention] = {}
    for mention in usage.demanded(unit.index):
        named.setdefault(mention.concept, mention)
    for concept, first in named.items():
        forms = [form.text for form in usage.glossary.usable(concept, usage.variety)]
        told = usage.followed(unit.index, concept)
        if forms or told:
            text, start = first.term.text, first.start
            yield Anchor(text, _any(forms), told, rates["missed"], rates["chance"], start)


def _names(unit: TranslationUnit, context: Context) -> Iterator[Anchor]:
    """Yield the names of a source, by how they sound; those in Latin letters by themselves.

    A word at the head of a source is one only if the target has it.
    """
    language = context.language
    rates = weights()["name"][language.partition("_")[0]]
    missed = rates["missed"]
    sounds = outline(unit.target, language)
    for name, start in _capitals(unit.source, language):
        if name in unit.target:
            yield Anchor(name, _holding(name), True, missed, rates["latin"], start)  # noqa: FBT003
        elif forms := readings(name, language):
            told = heard(name, sounds, language)
            size = min(*map(len, forms), len(rates["chance"]) - 1)
            if told or not (start <= 1 or _opens(unit.source, start)):
                chance = rates["chance"][size]
                yield Anchor(name, _hearing(name, language), told, missed, chance, start)


def _capitals(source: str, language: str) -> Iterator[tuple[str, int]]:
    """Yield the words of a source that may be names, each once, with where they stand."""
    table, ordinary = words(language), function_words()
    found = {name[0]: name.start() for name in reversed(list(_CAPITAL.finditer(source)))}
    for name, start in found.items():
        small = name.lower()
        if (
            len(small) <= _LONGEST
            and not table.holds(small)
            and small not in ordinary
            and small not in _MONTHS
        ):
            yield name, start


def _opens(source: str, start: int) -> bool:
    """Whether a word begins a sentence within a source, where every word is written large."""
    return source[max(0, start - 3) : start].rstrip(" \"'“‘(")[-1:] in _FINAL


def _any(forms: Sequence[str]) -> Callable[[str], bool]:
    return lambda target: any(form in target for form in forms)


def _holding(text: str) -> Callable[[str], bool]:
    return lambda target: text in target


def _hearing(name: str, language: str) -> Callable[[str], bool]:
    return lambda target: name in target or heard(name, outline(target, language), language)
