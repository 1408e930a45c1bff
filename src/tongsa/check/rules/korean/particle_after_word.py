"""Find particles that cannot stand behind the Korean word before them."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from tongsa.check.check import Sifted
from tongsa.check.rules.korean.particles import behind_term, hit
from tongsa.language.agreement import PLAIN, attests, impossible, suspicions

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tongsa.check.check import Context, Hit
    from tongsa.model import TranslationUnit

_READ = 200_000
"""Characters of an article in which a word is looked for."""
_ASKED = 1000
"""Words that are looked for in an article; what is left of a huge one is not known as nouns."""


def _may_be(unit: TranslationUnit, _context: Context) -> bool:
    return PLAIN in suspicions(unit.target)


def _look(unit: TranslationUnit, context: Context) -> Iterator[Hit]:
    """Yield each particle that is wrong behind its word for sure."""
    if unit.merged:
        return
    for wrong in impossible(unit.target, partial(_attested, context=context)):
        if not behind_term(wrong, unit, context):
            yield hit(wrong, unit)


def _attested(word: str, context: Context) -> bool:
    """Whether the article uses a word as a noun."""
    known = context.once("attested nouns", dict[str, bool])
    if word not in known:
        text = context.once("text", lambda: _text(context))
        known[word] = len(known) < _ASKED and attests(text, word)
    return known[word]


def _text(context: Context) -> str:
    return "\n".join(unit.target for unit in context.units if not unit.merged)[:_READ]


look = Sifted(_may_be, _look)
