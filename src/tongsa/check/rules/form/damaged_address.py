"""Find addresses and accounts that a translation damages, loses or adds."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tongsa.check.check import Hit, Sifted
from tongsa.check.rules.form.addresses import addresses
from tongsa.check.rules.form.sources import source_of
from tongsa.check.rules.form.technical import difference, technical

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tongsa.check.check import Context
    from tongsa.model import Span, TranslationUnit


def _look(unit: TranslationUnit, context: Context) -> Iterator[Hit]:
    """Yield each address of the source that is not in the target, or is only there."""
    target = unit.target
    if unit.merged or target == unit.source:
        return
    source = source_of(unit, context)
    found = difference(addresses(source), addresses(target))
    missing, extra = list(found.missing), list(found.extra)
    only = len(missing) == len(extra) == 1
    while missing and extra:
        wanted, given = missing.pop(0), extra.pop(0)
        fix = f"{target[: given.start]}{wanted.text}{target[given.end :]}" if only else None
        yield _hit(
            unit, f'"{given.text}" is "{wanted.text}" in the source', wanted.span, given.span, fix
        )
    for part in missing:
        yield _hit(unit, f'"{part.text}" is missing', part.span, None, None)
    for part in extra:
        yield _hit(unit, f'"{part.text}" is not in the source', None, part.span, None)


def _hit(
    unit: TranslationUnit, what: str, source: Span | None, target: Span | None, fix: str | None
) -> Hit:
    inside = source and source[1] <= len(unit.source)
    return Hit(
        source_spans=(source,) if source and inside else (),
        target_spans=(target,) if target else (),
        blanks={"what": what},
        fix=fix,
    )


look = Sifted(technical, _look)
