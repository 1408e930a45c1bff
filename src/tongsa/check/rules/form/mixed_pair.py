"""Find quotation marks and brackets of two sorts around one stretch."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tongsa.check.check import Hit, Sifted
from tongsa.check.rules.form.pairs import balance, made_one, unsound

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tongsa.check.check import Context
    from tongsa.model import TranslationUnit

_MOST = 20
"""Pairs of one unit that are told; each comes with a target of its own as the fix."""


def _look(unit: TranslationUnit, _context: Context) -> Iterator[Hit]:
    """Yield each pair whose halves do not belong together."""
    target = unit.target
    if unit.merged or target == unit.source:
        return
    for first, last in balance(target).mixed[:_MOST]:
        fix = None
        if pair := made_one(first, last):
            fix = f"{target[: first.at]}{pair[0]}{target[first.at + 1 : last.at]}{pair[1]}"
            fix += target[last.at + 1 :]
        spans = ((first.at, first.at + 1), (last.at, last.at + 1))
        yield Hit(target_spans=spans, blanks={"marks": f"{first.text}…{last.text}"}, fix=fix)


look = Sifted(unsound, _look)
