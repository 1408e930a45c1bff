"""Find forms that the glossary forbids for a concept that the source names."""

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
    """Yield each forbidden form in the target, with the form to write instead."""
    for mention in avoided(unit, context):
        if mention.standing is Standing.FORBIDDEN:
            yield instead(mention, unit, context)


look = Sifted(avoids, _look)
