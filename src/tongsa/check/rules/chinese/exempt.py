"""Tell what of a Chinese translation the checks of script and region leave alone."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from tongsa.check.rules.terms.mentions import avoided

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tongsa.check.check import Context
    from tongsa.model import Span, TranslationUnit

_JAPANESE = re.compile(r"[㐀-鿿々〆ぁ-ゖァ-ヺー]*[ぁ-ゖァ-ヺ][㐀-鿿々〆ぁ-ゖァ-ヺー]*")
"""``国立がんセンター``: Han characters beside kana are Japanese"""
_TITLE = re.compile(r"《[^《》]*》")
"""``《软件之歌》``: a work is called as its makers called it"""


def japanese(text: str) -> Sequence[Span]:
    """Return the stretches of a text that are Japanese."""
    return [found.span() for found in _JAPANESE.finditer(text)]


def titles(text: str) -> Sequence[Span]:
    """Return the names of works in a text, with their brackets."""
    return [found.span() for found in _TITLE.finditer(text)] if "《" in text else ()


def usable(unit: TranslationUnit, context: Context) -> Sequence[Span]:
    """Return the places of the glossary's terms in a target that this edition may use."""
    return [(it.start, it.end) for it in context.usage.rendered(unit.index) if it.usable]


def told(unit: TranslationUnit, context: Context) -> Sequence[Span]:
    """Return the places in a target of which the checks of terms speak."""
    return [(it.start, it.end) for it in avoided(unit, context)]


def within(place: Span, spans: Sequence[Span]) -> bool:
    """Whether a place lies within one of some spans."""
    return any(start <= place[0] and place[1] <= end for start, end in spans)


def touches(place: Span, spans: Sequence[Span]) -> bool:
    """Whether a place shares a character with one of some spans."""
    return any(start < place[1] and place[0] < end for start, end in spans)
