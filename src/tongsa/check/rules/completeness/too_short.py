"""Find translations that leave out a part of their source."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tongsa.check.check import Hit, Sifted
from tongsa.check.rules.completeness.evidence import placed
from tongsa.check.rules.completeness.omission import is_told, lengths, omitted, usual
from tongsa.patterns import late

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tongsa.check.check import Context
    from tongsa.check.rules.completeness.evidence import Anchor
    from tongsa.model import TranslationUnit

_MOST_TOLD = 3
_LONGEST = 60
"""Characters of a source that a message shows."""
_WORD = late(r"[\w'’-]+")


def _may_be(unit: TranslationUnit, context: Context) -> bool:
    return unit.index in lengths(context).short


def _look(unit: TranslationUnit, context: Context) -> Iterator[Hit]:
    """Yield the whole target where its length and what it lacks tell that a part is missing."""
    if not is_told(unit, context) or not _may_be(unit, context):
        return
    found = omitted(unit, context)
    if found is None or found.score <= 0:
        return
    length, expected = usual(unit, context)
    start, end = found.span
    lacking = dict.fromkeys(
        _as_told(unit.source, at, it)
        for at, it in placed(unit, context)
        if start <= at < end and not it.told
    )
    listed = ", ".join(f'"{text}"' for text in [*lacking][:_MOST_TOLD])
    yield Hit(
        source_spans=(found.span,),
        target_spans=((0, len(unit.target)),),
        blanks={
            "part": _shortened(unit.source[start:end]),
            "length": str(length),
            "usual": str(expected),
            "lacking": f"; nothing stands for {listed}" if listed else "",
        },
    )


def _shortened(text: str) -> str:
    return text if len(text) <= _LONGEST else f"{text[:_LONGEST].rstrip()}…"


def _as_told(source: str, at: int, anchor: Anchor) -> str:
    """Return an anchor as the source has it: a word of the table may be another form."""
    end = at + len(anchor.key)
    if source.startswith(anchor.key, at) and not source[end : end + 1].isalpha():
        return anchor.key
    found = _WORD.match(source, at)
    return found[0] if found else anchor.key


look = Sifted(_may_be, _look)
