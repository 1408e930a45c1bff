"""Find statements that end as questions."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tongsa.check.check import Hit, Sifted
from tongsa.check.rules.form.endings import QUESTION, asked, asks, end, final
from tongsa.check.rules.form.sources import source_of
from tongsa.patterns import late

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tongsa.check.check import Context
    from tongsa.model import TranslationUnit

_WONDERS = late(r"(?i)\b(?:wonder(?:s|ed|ing)?|tell me|(?:the|my) question is|guess wh\w+)\b")
"""What asks without a question mark: ``I wonder why.``, ``You tell me.``"""


def _look(unit: TranslationUnit, context: Context) -> Iterator[Hit]:
    """Yield the question mark at the end of a translation whose source does not ask."""
    source = source_of(unit, context)
    if unit.merged or final(unit.target) != QUESTION or asks(source) or _WONDERS.search(source):
        return
    at = end(unit.target)
    yield Hit(target_spans=((at - 1, at),))


look = Sifted(asked, _look)
