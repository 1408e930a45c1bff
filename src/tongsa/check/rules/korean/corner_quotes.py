"""Find speech in corner brackets, which Korean keeps for titles."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tongsa.check.check import Hit, Sifted
from tongsa.check.mending import mended_at
from tongsa.check.rules.korean.signs import may_hold
from tongsa.patterns import late

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tongsa.check.check import Context
    from tongsa.model import TranslationUnit

_CORNERS = late(
    r"[「『｢](?P<said>[^「」『』｢｣]{1,400})[」』｣](?P<behind>이?라[고며는]|[고며](?= ))?"
)
_SAID = late(r"[.?!…]$|(?:다|까|요|죠|자|라)$")
"""How speech ends; a title seldom does."""


def _look(unit: TranslationUnit, _context: Context) -> Iterator[Hit]:
    """Yield each stretch of speech between corner brackets."""
    if unit.merged:
        return
    for found in _CORNERS.finditer(unit.target):
        if not (found["behind"] or _SAID.search(found["said"])) or found[0] in unit.source:
            continue
        start, end = found.start(), found.end("said") + 1
        yield Hit(
            target_spans=((start, end),),
            blanks={"found": found[0][0] + "…" + unit.target[end - 1]},
            fix=mended_at(unit.target, start, end, f"“{found['said']}”"),
        )


look = Sifted(may_hold, _look)
