"""Find names of the article in the place of others: Paul Dent told as 헬렌 마시."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

from tongsa.check.check import Hit, Sifted
from tongsa.check.counterparts.sounds import heard, outline, readings
from tongsa.check.counterparts.words import words
from tongsa.check.rules.completeness.english import function_words
from tongsa.model import State
from tongsa.patterns import late

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from tongsa.check.check import Context
    from tongsa.model import Span, TranslationUnit

_NAME = late(r"([A-Z][a-z]{2,15}) ([A-Z][a-z]{2,15})\b(?![’'-]?[A-Z]|-| [A-Z])")
"""Two words with capitals, and no third: ``Paul Dent``"""
_BOUND = frozenset("'’.&-")
"""Before a capital that begins no word."""
_DOTTED = late(r"[㐀-鿿]{2}[·‧•．・][㐀-鿿]")
"""What is enough of a name to tell it: ``海倫·馬``"""
_FEW = 8
"""Names of one target that are looked for elsewhere."""
_LEAST = 4
"""Consonants that a name has at the least, so that chance does not make it."""
_MOST = 60
"""Names of an article that are looked for."""


class _Name(NamedTuple):
    """A first and a family name, as a source writes them."""

    first: str
    last: str

    def __str__(self) -> str:
        """Write it as a source does."""
        return f"{self.first} {self.last}"


def _names(context: Context) -> Mapping[int, Sequence[tuple[_Name, Span]]]:
    return context.once("names of two words", lambda: _found(context))


def _found(context: Context) -> Mapping[int, Sequence[tuple[_Name, Span]]]:
    """Return what may be names in each source, where there are several in the article."""
    found = {unit.index: named for unit in context.units if (named := _named(unit.source))}
    several = len({name for named in found.values() for name, _ in named}) > 1
    return found if several else {}


@lru_cache(maxsize=4096)
def _named(source: str) -> Sequence[tuple[_Name, Span]]:
    """Return what may be names in a source; the editions of an article have the same ones."""
    found = []
    for match in _NAME.finditer(source):
        before = source[match.start() - 1 : match.start()]
        if not before.isalnum() and before not in _BOUND:
            found.append((_Name(match[1], match[2]), match.span()))
    return found


def _may_be_heard(name: _Name, language: str) -> bool:
    """Whether the first word is no common one, and one has consonants enough to be missed."""
    first = name.first.lower()
    if first in function_words() or words(language).holds(first):
        return False
    return name.last.lower() not in function_words() and any(readings(it, language) for it in name)


def _is_heard_well(name: _Name, language: str) -> bool:
    """Whether both words have consonants enough, so that no other words have them by chance."""
    first, last = (readings(it, language) for it in name)
    return bool(first and last) and len(min(first, key=len) + min(last, key=len)) >= _LEAST


def _may_be(unit: TranslationUnit, context: Context) -> bool:
    return unit.index in _names(context)


def _look(unit: TranslationUnit, context: Context) -> Iterator[Hit]:
    """Yield a name that cannot be heard in the target where another of the article can."""
    if unit.merged or unit.state is not State.TRANSLATED or unit.target == unit.source:
        return
    sounds = outline(unit.target, context.language)
    for name, span in _names(context).get(unit.index, ()):
        if any(it in unit.target or heard(it, sounds, context.language) for it in reversed(name)):
            continue
        if not _may_be_heard(name, context.language) or _is_term(span, unit, context):
            continue
        if other := _other(name, unit, sounds, context):
            yield Hit(
                source_spans=(span,),
                target_spans=((0, len(unit.target)),),
                blanks={"name": str(name), "found": str(other)},
            )
            return


def _is_term(span: Span, unit: TranslationUnit, context: Context) -> bool:
    """Whether a name is one of the glossary, of which other checks speak."""
    return any(it.start < span[1] and span[0] < it.end for it in context.usage.demanded(unit.index))


def _other(name: _Name, unit: TranslationUnit, sounds: str, context: Context) -> _Name | None:
    """Return a name of the article that a source lacks and its target can be heard to have."""
    every = context.once("all names of two words", lambda: _every(context))
    for other in every[:_MOST]:
        if other == name or any(it in unit.source for it in other):
            continue
        if _is_heard(other, sounds, context.language):
            return other
    return _written(name, unit, context)


def _is_heard(name: _Name, sounds: str, language: str) -> bool:
    """Whether both words of a name are heard side by side."""
    lasts = [it for it in readings(name.last, language) if it in sounds]
    return bool(lasts) and any(
        f"{one}{gap}{two}" in sounds
        for one in readings(name.first, language)
        for two in lasts
        for gap in ("", " ")
    )


def _written(name: _Name, unit: TranslationUnit, context: Context) -> _Name | None:
    """Return whose name a target has, as the article's other units write it: 海倫·馬許."""
    for found in _DOTTED.findall(unit.target)[:_FEW]:
        there = [it for it in context.units if found in it.target and it.index != unit.index]
        named = [{one for one, _ in _names(context).get(it.index, ())} for it in there]
        both = set.intersection(*named) if named else set()
        if len(both) == 1 and name not in both:
            other = both.pop()
            first = heard(other.first, outline(found, context.language), context.language)
            sure = first or len(there) > 1  # one unit alone may be the one that is wrong
            if sure and not any(it in unit.source for it in other):
                return other
    return None


def _every(context: Context) -> Sequence[_Name]:
    every = dict.fromkeys(name for found in _names(context).values() for name, _ in found)
    language = context.language
    return [it for it in every if _may_be_heard(it, language) and _is_heard_well(it, language)]


look = Sifted(_may_be, _look)
