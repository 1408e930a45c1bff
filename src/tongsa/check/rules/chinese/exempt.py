"""Tell what of a Chinese translation the checks of script and region leave alone."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tongsa.check.rules.terms.mentions import avoided
from tongsa.patterns import late

if TYPE_CHECKING:
    from collections.abc import Iterable

    from tongsa.check.check import Context
    from tongsa.model import Span, TranslationUnit

_RUN = late(r"[㐀-鿿々〆ぁ-ゖァ-ヺー]+")
_KANA = late(r"[ぁ-ゖァ-ヺ]")
"""Han characters in a run with kana are Japanese: ``国立がんセンター``"""
_TITLE = late(r"《[^《》]*+》")
"""``《软件之歌》``: a work is called as its makers called it"""


def japanese(text: str) -> Iterable[Span]:
    """Return the stretches of a text that are Japanese."""
    if not _KANA.search(text):
        return ()
    return [found.span() for found in _RUN.finditer(text) if _KANA.search(found[0])]


def titles(text: str) -> Iterable[Span]:
    """Return the names of works in a text, with their brackets."""
    return [found.span() for found in _TITLE.finditer(text)]


def usable(unit: TranslationUnit, context: Context) -> Iterable[Span]:
    """Return the places of the glossary's terms in a target that this edition may use."""
    return [(it.start, it.end) for it in context.usage.rendered(unit.index) if it.usable]


def told(unit: TranslationUnit, context: Context) -> Iterable[Span]:
    """Return the places in a target of which the checks of terms speak."""
    return [(it.start, it.end) for it in avoided(unit, context)]


def covered(text: str, spans: Iterable[Span]) -> bytearray:
    """Return for each character of a text whether a span covers it: 1 or 0."""
    mask = bytearray(len(text))
    for start, end in spans:
        mask[start:end] = b"\1" * (end - start)
    return mask
