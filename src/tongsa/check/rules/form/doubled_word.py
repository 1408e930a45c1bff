"""Find words and characters that stand twice by mistake."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tongsa.check.check import Hit, Sifted
from tongsa.check.rules.form.doubled import doubles, repeats

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tongsa.check.check import Context
    from tongsa.model import TranslationUnit


def _look(unit: TranslationUnit, context: Context) -> Iterator[Hit]:
    """Yield each stretch that is surely wrong, with its text once as the fix."""
    for double in doubles(unit, context):
        if double.sure:
            span = (double.start, double.end)
            yield Hit(
                target_spans=(span,),
                blanks={"found": unit.target[slice(*span)]},
                fix=double.mended(unit.target),
            )


look = Sifted(repeats, _look)
