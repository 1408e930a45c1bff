"""Find punctuation marks that stand twice, or one against another."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tongsa.check.check import Hit, Sifted
from tongsa.check.mending import mended
from tongsa.check.rules.form.spaces import untidy
from tongsa.patterns import late

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tongsa.check.check import Context
    from tongsa.model import TranslationUnit

_TWICE = late(
    r"(?<![.,、，;；:：。])(?:([,，、;；:：。])\1|\.\.|[，、；：][。，、；：.]|。[，、；：.,]"
    r"|[,;:][。，、；：]|(?<![A-Za-z])\.[。，、；：])(?![.,、，;；:：。/])"
)
"""``,,``, ``，。``; no ``...``, no ``://``, no ``Co.，``"""


def _look(unit: TranslationUnit, _context: Context) -> Iterator[Hit]:
    """Yield one hit with all such marks; where each is the same twice, the target with one."""
    if unit.merged:
        return
    source = unit.source
    found = [it for it in _TWICE.finditer(unit.target) if it[0] not in source]
    if not found:
        return
    fix = None
    if all(it[0][0] == it[0][1] for it in found):
        fix = mended(unit.target, ((it.span(), it[0][0]) for it in found))
    spans = tuple(it.span() for it in found)
    yield Hit(target_spans=spans, blanks={"found": found[0][0]}, fix=fix)


look = Sifted(untidy, _look)
