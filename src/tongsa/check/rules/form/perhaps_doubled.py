"""Find characters that may stand twice by mistake."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tongsa.check.check import Hit, Sifted
from tongsa.check.rules.form.doubled import doubles, may_repeat

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tongsa.check.check import Context
    from tongsa.model import TranslationUnit


def _look(unit: TranslationUnit, context: Context) -> Iterator[Hit]:
    """Yield one hit with what is seldom said twice there."""
    spans = tuple(double.span for double in doubles(unit, context) if not double.sure)
    if spans:
        yield Hit(target_spans=spans, blanks={"found": unit.target[slice(*spans[0])]})


look = Sifted(may_repeat, _look)
