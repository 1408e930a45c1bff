"""Find spaces behind full-width marks."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tongsa.check.check import Hit, Sifted
from tongsa.check.mending import mended
from tongsa.check.rules.form.spaces import behind_wide, untidy

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tongsa.check.check import Context
    from tongsa.model import TranslationUnit


def _look(unit: TranslationUnit, _context: Context) -> Iterator[Hit]:
    """Yield one hit with every such space, and the target without them."""
    spans = [] if unit.merged else behind_wide(unit.target)
    if spans:
        fix = mended(unit.target, ((span, "") for span in spans))
        yield Hit(target_spans=tuple(spans), fix=fix)


look = Sifted(untidy, _look)
