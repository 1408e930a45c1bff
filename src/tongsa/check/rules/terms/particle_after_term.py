"""Find particles that do not agree with the term before them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tongsa.check.check import Hit, Sifted
from tongsa.check.rules.terms.mentions import rendered
from tongsa.language.particles import disagreement

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tongsa.check.check import Context
    from tongsa.model import TranslationUnit


def _look(unit: TranslationUnit, context: Context) -> Iterator[Hit]:
    """Yield each particle behind a term of the glossary that has the wrong form."""
    if unit.merged:
        return
    ends: set[int] = set()
    for mention in context.usage.outermost(unit.index):
        wrong = disagreement(unit.target, mention.start, mention.end, context.language)
        usable = mention.standing is not None and mention.standing.usable
        if wrong is None or not usable or mention.end in ends:
            continue
        ends.add(mention.end)
        yield Hit(
            target_spans=((wrong.start, wrong.end),),
            blanks={
                "term": unit.target[mention.start : mention.end],
                "found": wrong.found,
                "right": wrong.right,
            },
            fix=unit.target[: wrong.start] + wrong.right + unit.target[wrong.end :],
        )


look = Sifted(rendered, _look)
