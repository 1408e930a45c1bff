"""What the checks of Chinese signs have in common: what they read, and what they give."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tongsa.check.check import Hit

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tongsa.model import Span

HAN = "㐀-鿿〇々"
"""Han characters, as a class of a pattern holds them."""
OPENING, CLOSING = "“‘「『《〈（【", "”’」』》〉）】"
"""What stands before and behind a stretch of Chinese."""

Swap = tuple[int, int, str]
"""A stretch of a text, half-open, and what is to stand there."""


def hit(text: str, swaps: Sequence[Swap], *, safe: bool = True) -> Hit:
    """Return what is wrong in a text as one hit, with the fix of all of it if that is safe."""
    spans: list[Span] = []
    fixed: list[str] = []
    reach = 0
    for start, end, instead in sorted(swaps):
        bare = text[start:end].strip()
        at = text.index(bare, start)
        spans.append((at, at + len(bare)))
        fixed += [text[reach:start], instead]
        reach = end
    wrong = dict.fromkeys(text[slice(*span)] for span in spans)
    right = dict.fromkeys(instead for _, _, instead in sorted(swaps) if instead)
    return Hit(
        target_spans=tuple(spans),
        blanks={"found": " ".join(wrong), "right": " ".join(right)},
        fix="".join([*fixed, text[reach:]]) if safe else None,
    )
