"""Find translations with more or fewer lines than their source."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tongsa.check.check import Hit, Sifted
from tongsa.check.rules.form.line_ends import edged

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tongsa.check.check import Context
    from tongsa.model import TranslationUnit


def _look(unit: TranslationUnit, _context: Context) -> Iterator[Hit]:
    """Yield one hit where the number of lines differs."""
    source, target = (text.strip("\n").count("\n") + 1 for text in (unit.source, unit.target))
    if source != target and not unit.merged:
        yield Hit(blanks={"target": str(target), "source": str(source)})


look = Sifted(edged, _look)
