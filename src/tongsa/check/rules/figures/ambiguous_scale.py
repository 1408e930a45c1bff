"""Find scale words that readers take for two powers of ten."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tongsa.check.check import Hit
from tongsa.language.particles import replace
from tongsa.quantity import ambiguous, write_number

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tongsa.check.check import Context
    from tongsa.model import TranslationUnit


def look(unit: TranslationUnit, context: Context) -> Iterator[Hit]:
    """Yield each number with such a word, to be written with another."""
    if unit.merged:
        return
    for quantity in ambiguous(unit.target, context.language):
        right = write_number(quantity.values[0], context.language)
        yield Hit(
            target_spans=((quantity.start, quantity.end),),
            blanks={"target": unit.target[quantity.start : quantity.end], "right": right},
            fix=replace(unit.target, quantity.numeral, right, context.language),
        )
