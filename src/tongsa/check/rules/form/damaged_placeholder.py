"""Find placeholders that a translation damages, loses or adds."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tongsa.check.check import Hit, Sifted
from tongsa.check.mending import mended
from tongsa.check.rules.form.addresses import addresses
from tongsa.check.rules.form.sources import source_of
from tongsa.check.rules.form.technical import difference, matches, technical
from tongsa.patterns import late

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tongsa.check.check import Context
    from tongsa.check.rules.form.technical import Part
    from tongsa.model import TranslationUnit

_PLACEHOLDER = late(
    r"\{\{[^{}\n]{1,60}\}\}|[$%]?\{(?:\d{1,2}|[A-Za-z_][\w.\[\]]{0,60}(?:![rsa])?(?::[^{}\s]{0,20})?)?\}"
    r"|(?<![0-9%])%(?:\(\w{1,60}\)|\d{1,2}\$)?(?:\.\d)?(?:ll?)?[sdfiu@](?![A-Za-z0-9])"
)
"""``{name}``, ``{0}``, ``{{ x }}``, ``${x}``, ``%s``, ``%(x)d``, ``%1$s``; no ``50% discount``"""


def _look(unit: TranslationUnit, context: Context) -> Iterator[Hit]:
    """Yield each placeholder that stands on one side alone."""
    if unit.merged or unit.target == unit.source:
        return
    source = source_of(unit, context)
    if "%" not in source + unit.target and "{" not in source + unit.target:
        return
    found = difference(_placeholders(source), _placeholders(unit.target))
    for part in found.missing:
        spans = (part.span,) if part.end <= len(unit.source) else ()
        yield Hit(source_spans=spans, blanks={"what": f'"{part.text}" is missing'})
    for part in found.extra:
        yield Hit(target_spans=(part.span,), blanks={"what": f'"{part.text}" is not in the source'})


def _placeholders(text: str) -> Iterator[Part]:
    """Return the placeholders outside of addresses."""
    outside = mended(text, ((part.span, " " * len(part.text)) for part in addresses(text)))
    return matches(_PLACEHOLDER, outside)


look = Sifted(technical, _look)
