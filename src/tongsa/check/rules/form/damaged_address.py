"""Find addresses and accounts that a translation damages, loses or adds."""

from __future__ import annotations

from dataclasses import replace
from itertools import zip_longest
from typing import TYPE_CHECKING

from tongsa.check.check import Hit, Sifted
from tongsa.check.rules.form.addresses import addresses
from tongsa.check.rules.form.sources import source_of
from tongsa.check.rules.form.technical import difference, technical

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tongsa.check.check import Context
    from tongsa.check.rules.form.technical import Part
    from tongsa.model import TranslationUnit


def _look(unit: TranslationUnit, context: Context) -> Iterator[Hit]:
    """Yield each address of the source that is not in the target, or is only there."""
    target = unit.target
    if unit.merged or target == unit.source:
        return
    source = source_of(unit, context)
    found = difference(addresses(source), addresses(target))
    only = len(found.missing) == len(found.extra) == 1
    for wanted, given in zip_longest(found.missing, found.extra):
        if not given:
            yield _hit(unit, f'"{wanted.text}" is missing', wanted, None)
        elif not wanted:
            yield _hit(unit, f'"{given.text}" is not in the source', None, given)
        else:
            what = f'"{given.text}" is "{wanted.text}" in the source'
            hit = _hit(unit, what, wanted, given)
            fix = f"{target[: given.start]}{wanted.text}{target[given.end :]}" if only else None
            yield replace(hit, fix=fix)


def _hit(unit: TranslationUnit, what: str, source: Part | None, target: Part | None) -> Hit:
    inside = source and source.end <= len(unit.source)
    return Hit(
        source_spans=(source.span,) if source and inside else (),
        target_spans=(target.span,) if target else (),
        blanks={"what": what},
    )


look = Sifted(technical, _look)
