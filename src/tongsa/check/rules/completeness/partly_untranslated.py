"""Find clauses of a source that stand in a translation as they are."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tongsa.check.check import Hit
from tongsa.check.rules.completeness.english import binding, content, functional, remnants, span

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from tongsa.check.check import Context
    from tongsa.model import TranslationUnit

_RUN = 4
"""Words that make a clause, with one that says something and one that holds it together."""
_LONG = 6
"""Words that make one whatever they are."""


def is_clause(words: Sequence[str]) -> bool:
    """Whether words that stand together are a clause, and no name."""
    small = len(content(words))
    if len(words) >= _LONG and small > 1:
        return True
    return len(words) >= _RUN and (binding(words) > 0 or (small > 0 and functional(words) > 0))


def look(unit: TranslationUnit, context: Context) -> Iterator[Hit]:
    """Yield each clause of the source that still stands in the target."""
    for found in remnants(unit, context):
        if is_clause(found.words):
            start, end = span(found)
            yield Hit(target_spans=((start, end),), blanks={"found": unit.target[start:end]})
