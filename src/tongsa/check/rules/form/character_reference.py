"""Find references to characters that a reader would see as they are written: &amp;, &#39;."""

from __future__ import annotations

from html import unescape
from typing import TYPE_CHECKING

from tongsa.check.check import Hit, Sifted
from tongsa.check.mending import mended
from tongsa.check.rules.form.sources import source_of
from tongsa.glossary.mention import visible
from tongsa.patterns import late

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tongsa.check.check import Context
    from tongsa.model import TranslationUnit

_REFERENCE = late(r"&(?:amp;)?(?:[A-Za-z]{2,8}[0-9]{0,2}|#[0-9]{2,6}|#[xX][0-9A-Fa-f]{2,5});")
"""``&amp;``, ``&#8217;``, and ``&amp;quot;``, which was written so twice"""


def _may_be(unit: TranslationUnit, _context: Context) -> bool:
    return "&" in unit.target and ";" in unit.target


def _look(unit: TranslationUnit, context: Context) -> Iterator[Hit]:
    """Yield all of a target's references as one hit, where its source has none of the kind."""
    if unit.merged or _REFERENCE.search(source_of(unit, context)):
        return
    found = [
        (it.span(), _said(it[0]))
        for it in _REFERENCE.finditer(visible(unit.target))
        if _said(it[0]) != it[0]
    ]
    if found:
        spans = tuple(span for span, _ in found)
        yield Hit(
            target_spans=spans,
            blanks={"found": unit.target[slice(*spans[0])]},
            fix=mended(unit.target, found),
        )


def _said(reference: str) -> str:
    """Return the character that a reference stands for; a space for one that cannot be seen."""
    said = unescape(unescape(reference))
    return " " if said.isspace() else said if said.isprintable() else reference


look = Sifted(_may_be, _look)
