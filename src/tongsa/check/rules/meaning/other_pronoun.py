"""Find pronouns of the other sex: she told as 他, he as 그녀."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tongsa.check.check import Hit, Sifted
from tongsa.check.counterparts.gender import changed
from tongsa.check.rules.form.sources import source_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tongsa.check.check import Context
    from tongsa.model import TranslationUnit


def _may_be(unit: TranslationUnit, _context: Context) -> bool:
    target = unit.target
    return "他" in target or "她" in target or "그녀" in target


def _look(unit: TranslationUnit, context: Context) -> Iterator[Hit]:
    """Yield the pronoun of the other sex, if the source speaks of one sex alone."""
    if unit.merged:
        return
    source = source_of(unit, context)
    if it := changed(source, unit.target, context.language):
        here = source == unit.source
        yield Hit(
            source_spans=((it.start, it.start + len(it.word)),) if here else (),
            target_spans=((it.at, it.at + len(it.found)),),
            blanks={"word": it.word, "found": it.found},
        )


look = Sifted(_may_be, _look)
