"""Find characters that may stand twice by mistake."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tongsa.check.check import Hit, Sifted
from tongsa.check.rules.form.doubled import doubles, repeats

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tongsa.check.check import Context
    from tongsa.model import TranslationUnit


def _look(unit: TranslationUnit, context: Context) -> Iterator[Hit]:
    """Yield each character that is seldom said twice there."""
    for double in doubles(unit, context):
        if not double.sure:
            span = (double.start, double.end)
            yield Hit(
                target_spans=(span,),
                blanks={"found": unit.target[slice(*span)]},
            )


look = Sifted(repeats, _look)
