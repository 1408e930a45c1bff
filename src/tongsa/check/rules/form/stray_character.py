"""Find characters that no reader should meet."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tongsa.check.check import Hit, Sifted
from tongsa.check.mending import mended
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
    given: dict[str, bool] = {}
    found = []
    for stray in strays(target):
        text = target[stray.start : stray.end]
        if text not in given:
            given[text] = text in source
        if not given[text]:
            found.append(stray)
    if not found:
        return
    fix = None
    if all(it.instead is not None for it in found):
        fix = mended(target, (((it.start, it.end), it.instead or "") for it in found))
    yield Hit(
        target_spans=tuple((it.start, it.end) for it in found),
        blanks={"what": found[0].said(target)},
        fix=fix if fix and fix.strip() else None,
    )


look = Sifted(_suspicious, _look)
