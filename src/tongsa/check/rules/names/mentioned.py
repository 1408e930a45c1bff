"""Tell which units of an article name persons."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from tongsa.check.check import Context
    from tongsa.model import TranslationUnit


def someone(unit: TranslationUnit, context: Context) -> bool:
    """Whether a unit's source names a person, whom the glossary may know or not."""
    return unit.index in context.once("units-with-persons", lambda: _units(context))


def _units(context: Context) -> frozenset[int]:
    persons = context.usage.sources.persons
    return frozenset(mention.text for known in persons for mention in known.person.mentions)
