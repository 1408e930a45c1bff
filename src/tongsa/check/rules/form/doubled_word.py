"""Find words and characters that stand twice by mistake."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tongsa.check.check import Hit, Sifted
from tongsa.check.mending import mended
from tongsa.check.rules.form.doubled import doubles, may_repeat

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tongsa.check.check import Context
    from tongsa.model import TranslationUnit


def _look(unit: TranslationUnit, context: Context) -> Iterator[Hit]:
    """Yield one hit with each stretch that is surely wrong, and the target with each once."""
    sure = [double for double in doubles(unit, context) if double.sure]
    if sure:
        target = unit.target
        same = all(
            target[it.start : it.middle].strip() == target[it.middle : it.end].strip()
            for it in sure
        )
        yield Hit(
            target_spans=tuple(double.span for double in sure),
            blanks={"found": target[slice(*sure[0].span)]},
            fix=mended(target, (((it.middle, it.end), "") for it in sure)) if same else None,
        )


look = Sifted(may_repeat, _look)
