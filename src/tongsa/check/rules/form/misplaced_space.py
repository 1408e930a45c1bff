"""Find spaces that are wrong within a translation."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tongsa.check.check import Hit, Sifted
from tongsa.check.rules.form.spaces import right, said, untidy, wrong

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tongsa.check.check import Context
    from tongsa.model import TranslationUnit


def _look(unit: TranslationUnit, context: Context) -> Iterator[Hit]:
    """Yield one hit with every space that is wrong, and the target with all put right."""
    if unit.merged or unit.target == unit.source:
        return
    found = wrong(unit.target, unit.source, context.language, unit.role)
    if found:
        yield Hit(
            target_spans=tuple(span for _, span in found),
            blanks={"what": said(found[0][0])},
            fix=right(unit.target, found),
        )


look = Sifted(untidy, _look)
