"""Find characters that no reader should meet."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tongsa.check.check import Hit, Sifted
from tongsa.check.rules.form.characters import strays, suspicious
from tongsa.check.rules.form.sources import source_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tongsa.check.check import Context
    from tongsa.model import TranslationUnit


def _suspicious(unit: TranslationUnit, _context: Context) -> bool:
    return suspicious(unit.target)


def _look(unit: TranslationUnit, context: Context) -> Iterator[Hit]:
    """Yield one hit with every such character that the source lacks; a fix where all are mended."""
    target = unit.target
    if unit.merged:
        return
    source = source_of(unit, context)
    found = [it for it in strays(target) if target[it.start : it.end] not in source]
    if not found:
        return
    fix: str | None = target
    for stray in reversed(found):
        if fix is None or stray.instead is None:
            fix = None
        else:
            fix = f"{fix[: stray.start]}{stray.instead}{fix[stray.end :]}"
    yield Hit(
        target_spans=tuple((it.start, it.end) for it in found),
        blanks={"what": found[0].said(target)},
        fix=fix if fix and fix.strip() else None,
    )


look = Sifted(_suspicious, _look)
