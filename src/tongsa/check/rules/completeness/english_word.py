"""Find single words of a source that stand in a translation as they are."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tongsa.check.check import Hit
from tongsa.check.counterparts.topics import is_cited
from tongsa.check.rules.completeness.english import (
    binding,
    content,
    function_words,
    functional,
    is_small,
    opening,
    people,
    remnants,
    span,
)
from tongsa.check.rules.completeness.partly_untranslated import is_clause

if TYPE_CHECKING:
    from collections import Counter
    from collections.abc import Iterator

    from tongsa.check.check import Context
    from tongsa.check.rules.completeness.english import Remnant
    from tongsa.model import TranslationUnit


def look(unit: TranslationUnit, context: Context) -> Iterator[Hit]:
    """Yield each common word that the translation leaves in English, once and not on purpose."""
    for found in remnants(unit, context):
        if is_clause(found.words) or not (_is_left(found) or _opens(found, unit)):
            continue
        if _stays(found, unit, context) or _used(context)[found.words] > 1:
            continue
        if is_cited(unit.source, " ".join(found.words)):
            continue
        start, end = span(found)
        yield Hit(target_spans=((start, end),), blanks={"found": unit.target[start:end]})


def _is_left(found: Remnant) -> bool:
    """Whether words are English ones, and no name or part of one."""
    left = found.words
    if content(left):
        return is_small(left[0]) or is_small(left[-1])
    if len(left) > 1 and (left[0] in function_words() or binding(left[1:-1])):
        return True
    return functional(left) == len(left) and all(is_small(word) and len(word) > 1 for word in left)


def _opens(found: Remnant, unit: TranslationUnit) -> bool:
    """Whether a word has its capital from the beginning of its sentence alone: The, Doctors."""
    word, low = found.words[0], found.words[0].lower()
    if len(found.words) > 1 or not word.istitle() or word != opening(unit.source):
        return False
    if low in function_words():
        return len(word) > 1
    return low in people()


def _stays(found: Remnant, unit: TranslationUnit, context: Context) -> bool:
    """Whether the words belong to a longer name in Latin letters, or are a term of the edition."""
    around = (
        unit.target[max(found.start - 2, 0) : found.start],
        unit.target[found.end : found.end + 2],
    )
    if any(sign.isascii() and sign.isalnum() for sign in around[0][-2:] + around[1][:2]):
        return True
    return any(
        it.start < found.end and found.start < it.end for it in context.usage.rendered(unit.index)
    )


def _used(context: Context) -> Counter[tuple[str, ...]]:
    """Return how many units leave the same words: what several do is done on purpose."""
    return context.once("completeness-remnants-used", lambda: _count(context))


def _count(context: Context) -> Counter[tuple[str, ...]]:
    from collections import Counter  # noqa: PLC0415

    return Counter(
        words
        for unit in context.units
        for words in {found.words for found in remnants(unit, context)}
    )
