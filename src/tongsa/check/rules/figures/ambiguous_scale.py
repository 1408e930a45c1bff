"""Find scale words that readers take for two powers of ten."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tongsa.check.check import Hit
from tongsa.check.rules.figures.comparisons import comparisons
from tongsa.language.particles import replace
from tongsa.quantity import Verdict, ambiguous, write_number
from tongsa.quantity.units import UNITS

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tongsa.check.check import Context
    from tongsa.model import Quantity, TranslationUnit


_WRONG = frozenset({Verdict.SCALE, Verdict.VALUE})
"""Verdicts whose own check gives the right number."""
_DATA = frozenset({"data", "data-rate"})
"""What is counted in 兆 without a unit, which is a million for sure: 100 Mbps, 100兆."""


def look(unit: TranslationUnit, context: Context) -> Iterator[Hit]:
    """Yield each number with such a word, to be written with another; what is wrong is told so."""
    if unit.merged or not (found := list(ambiguous(unit.target, context.language))):
        return
    settled = {
        it.target.start
        for it in comparisons(unit, context)
        if it.target and (it.verdict in _WRONG or _is_mega(it.source))
    }
    for quantity in found:
        if quantity.start in settled:
            continue
        right = write_number(quantity.values[0], context.language)
        yield Hit(
            target_spans=((quantity.start, quantity.end),),
            blanks={"target": unit.target[quantity.start : quantity.end], "right": right},
            fix=replace(unit.target, quantity.numeral, right, context.language),
        )


def _is_mega(source: Quantity | None) -> bool:
    """Whether a source counts what 兆 alone stands for."""
    return source is not None and source.unit in UNITS and UNITS[source.unit].dimension in _DATA
