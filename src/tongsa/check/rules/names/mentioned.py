"""Tell which units of an article name persons."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from tongsa.check.check import Context
    from tongsa.model import TranslationUnit


def someone(unit: TranslationUnit, context: Context) -> bool:
    """Whether a unit's source names a person, whom the glossary may know or not."""
    return bool(context.usage.sources.persons_in(unit.index))
