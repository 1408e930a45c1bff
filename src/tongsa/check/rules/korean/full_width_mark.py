"""Find full-width marks and letters, which Korean does not use."""

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

_WIDE = late("[\u3000-\u3002\uff01-\uff5d\uff61\uff64]+")
_NARROW = {
    **{code: chr(code - 0xFEE0) for code in range(0xFF01, 0xFF5E)},
    0x3000: " ", 0x3001: ",", 0x3002: ".", 0xFF61: ".", 0xFF64: ",",
}  # fmt: skip
# The Unicode Standard, Halfwidth and Fullwidth Forms: U+FF01 is U+0021 and 0xFEE0.
_STOPS = frozenset(",.!?:;")
_LETTER = late(r"[^\W_]|[“‘(]")


def _look(unit: TranslationUnit, _context: Context) -> Iterator[Hit]:
    """Yield each run of full-width signs that the source has not."""
    if unit.merged:
        return
    for found in _WIDE.finditer(unit.target):
        if found[0] in unit.source:
            continue
        yield Hit(
            target_spans=(found.span(),),
            blanks={"found": found[0], "right": found[0].translate(_NARROW)},
            fix=_narrowed(unit.target, *found.span()),
        )


def _narrowed(text: str, start: int, end: int) -> str | None:
    """Return a text with half-width signs in a place, and a space where one parts words."""
    narrow = text[start:end].translate(_NARROW)
    follows = _LETTER.match(text, end)
    counting = text[start - 1 : start].isdecimal() and text[end : end + 1].isdecimal()
    space = " " if narrow[-1] in _STOPS and follows and not counting else ""
    return mended_at(text, start, end, narrow + space)


look = Sifted(may_hold, _look)
