"""Find quotation marks and brackets without their other half."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tongsa.check.check import Hit, Sifted
from tongsa.check.rules.form.pairs import balance, half_quoted, unsound
from tongsa.check.rules.form.runs import runs

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tongsa.check.check import Context
    from tongsa.check.rules.form.pairs import Sign
    from tongsa.model import TranslationUnit


def _look(unit: TranslationUnit, context: Context) -> Iterator[Hit]:
    """Yield at most one hit, with every mark of the target that stands alone."""
    if unit.merged or unit.target == unit.source:
        return
    found = balance(unit.target)
    alone = [*_brackets(found.alone, unit), *_crossed(found.crossed, unit)]
    if any(sign.quotes for sign in found.alone):
        alone += runs(context).unpaired(unit)
    if alone:
        alone.sort(key=lambda sign: sign.at)
        spans = tuple((sign.at, sign.at + 1) for sign in alone)
        yield Hit(target_spans=spans, blanks={"marks": " ".join(sign.text for sign in alone)})
    elif not found.alone and half_quoted(unit.source):
        yield from _missing(unit, context)


def _brackets(alone: list[Sign], unit: TranslationUnit) -> list[Sign]:
    """Return the brackets that stand alone, if not in the source as well."""
    brackets = [sign for sign in alone if not sign.quotes]
    if not brackets:
        return []
    given = {sign.form for sign in balance(unit.source).alone}
    return [sign for sign in brackets if sign.form not in given]


def _crossed(crossed: list[tuple[Sign, Sign]], unit: TranslationUnit) -> list[Sign]:
    if not crossed or balance(unit.source).crossed:
        return []
    return [sign for pair in crossed for sign in pair]


def _missing(unit: TranslationUnit, context: Context) -> Iterator[Hit]:
    for sign in runs(context).missing(unit)[:1]:
        yield Hit(source_spans=((sign.at, sign.at + 1),), blanks={"marks": sign.text})


look = Sifted(unsound, _look)
