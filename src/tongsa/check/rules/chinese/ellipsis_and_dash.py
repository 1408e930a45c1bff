"""Find ellipses and dashes that Chinese writes longer."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tongsa.check.check import Sifted
from tongsa.check.rules.chinese.signs import CLOSING, HAN, OPENING, hit
from tongsa.glossary.mention import visible
from tongsa.patterns import late

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tongsa.check.check import Context, Hit
    from tongsa.model import TranslationUnit

_ELLIPSIS = late(
    rf"(?<=[{HAN}{CLOSING}，。？！])(?:\.{{3,}}|(?<!…)…(?!…)|。{{3,}}|⋯+)"
    rf"|(?<![.…。])(?:\.{{3,}}|…|⋯+)(?=[{HAN}{OPENING}])"
)
"""``船呢...``, ``船呢…``, ``船呢。。。``"""
_DASH = late(
    rf"(?<=[{HAN}{CLOSING}])(?:\s*-{{2,3}}\s*|\s[-–—]\s|\s——\s)(?=[{HAN}{OPENING}])"
    rf"|(?<=[{HAN}{CLOSING}])--+(?=\s*\Z)"
)
"""``船長--老王``, ``船長 - 老王``"""


def _sieve(unit: TranslationUnit, _context: Context) -> bool:
    """Whether a unit holds signs that may be ellipses or dashes."""
    target = unit.target
    return (
        "..." in target
        or "…" in target
        or "--" in target
        or "。。。" in target
        or "⋯" in target
        or "- " in target
        or "– " in target
        or "— " in target
    )


def _look(unit: TranslationUnit, _context: Context) -> Iterator[Hit]:
    """Yield the ellipses and dashes that are too short, all as one hit."""
    if unit.merged or unit.target == unit.source:
        return
    text = visible(unit.target)
    swaps = [(*found.span(), "……") for found in _ELLIPSIS.finditer(text)]
    swaps += [(*found.span(), "——") for found in _DASH.finditer(text)]
    if swaps:
        yield hit(unit.target, swaps)


look = Sifted(_sieve, _look)
