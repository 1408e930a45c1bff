"""Find words of another region's edition."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tongsa.check.check import Sifted
from tongsa.check.rules.terms.mentions import avoided, avoids, instead
from tongsa.glossary.standing import Standing

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tongsa.check.check import Context, Hit
    from tongsa.model import TranslationUnit


def _look(unit: TranslationUnit, context: Context) -> Iterator[Hit]:
    """Yield each word in the target that another edition uses, and this one does not."""
    for mention in avoided(unit, context):
        if mention.standing is Standing.FOREIGN:
            yield instead(mention, unit, context)


look = Sifted(avoids, _look)
