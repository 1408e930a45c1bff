"""Find quotation marks and brackets of two sorts around one stretch."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tongsa.check.check import Hit, Sifted
from tongsa.check.rules.form.pairs import TURNED, balance, made_one, turned, unsound
from tongsa.check.rules.form.runs import runs

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tongsa.check.check import Context
    from tongsa.model import TranslationUnit

_MOST = 20
"""Pairs of one unit that are told; each comes with a target of its own as the fix."""


def _look(unit: TranslationUnit, context: Context) -> Iterator[Hit]:
    """Yield each pair whose halves do not belong together, and halves turned the wrong way."""
    target = unit.target
    if unit.merged or target == unit.source:
        return
    found = balance(target)
    if any(sign.form in TURNED for sign in found.alone):
        yield from _turned(unit, context)
    for first, last in found.mixed[:_MOST]:
        fix = None
        if pair := made_one(first, last):
            fix = f"{target[: first.at]}{pair[0]}{target[first.at + 1 : last.at]}{pair[1]}"
            fix += target[last.at + 1 :]
        spans = ((first.at, first.at + 1), (last.at, last.at + 1))
        yield Hit(target_spans=spans, blanks={"marks": f"{first.text}…{last.text}"}, fix=fix)


def _turned(unit: TranslationUnit, context: Context) -> Iterator[Hit]:
    """Yield the marks that lead the wrong way, while their other half stands in another unit."""
    target = unit.target
    for edge in runs(context).target[unit.index][:_MOST]:
        if edge.other and turned(edge.sign, target):
            at, mark = edge.sign.at, edge.sign.text
            fix = f"{target[:at]}{TURNED[mark]}{target[at + 1 :]}"
            yield Hit(target_spans=((at, at + 1),), blanks={"marks": f"{mark}…{mark}"}, fix=fix)


look = Sifted(unsound, _look)
