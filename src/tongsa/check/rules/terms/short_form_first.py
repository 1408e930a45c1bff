"""Find short forms that stand before the full one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tongsa.check.check import Hit, Sifted
from tongsa.check.rules.terms.mentions import named, quoted

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tongsa.check.check import Context
    from tongsa.model import TranslationUnit

_TERSE = frozenset({"headline", "deck", "subheading", "caption", "image", "credit"})
"""Roles where a short form is at home, and readers look for no full one."""


def _look(unit: TranslationUnit, context: Context) -> Iterator[Hit]:
    """Yield each short form for which no full form stands before it in the article."""
    if unit.merged or unit.role in _TERSE:
        return
    usage = context.usage
    for concept in dict.fromkeys(mention.concept for mention in usage.demanded(unit.index)):
        for mention in usage.renderings(unit.index, concept):
            if mention.term.after_full and not usage.full_before(unit.index, mention):
                forms = usage.glossary.usable(concept, usage.variety)
                full = [form for form in forms if not form.after_full]
                span = (mention.start, mention.end)
                blanks = {"found": unit.target[slice(*span)], "right": quoted(full)}
                yield Hit(target_spans=(span,), blanks=blanks)
                break


look = Sifted(named, _look)
