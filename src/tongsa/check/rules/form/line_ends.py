"""Find line ends at the edges of a translation that its source lacks, and the other way."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tongsa.check.check import Hit, Sifted

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tongsa.check.check import Context
    from tongsa.model import Span, TranslationUnit


def edged(unit: TranslationUnit, _context: Context) -> bool:
    """Whether white space stands at an edge of a source or its target, or they have lines."""
    source, target = unit.source, unit.target
    return (
        len(target.strip()) != len(target)
        or len(source.strip()) != len(source)
        or "\n" in source
        or "\n" in target
    )


def _look(unit: TranslationUnit, _context: Context) -> Iterator[Hit]:
    """Yield one hit, with the target begun and ended as its source as the fix."""
    source, target = unit.source, unit.target
    if unit.merged or not target.strip():
        return
    (first, last), (begin, end) = _edges(target), _edges(source)
    lacks_first, lacks_last = bool(begin and not first), bool(end and not last)
    more_first, more_last = bool(first and not begin), bool(last and not end)
    if lacks_first or lacks_last or more_first or more_last:
        yield Hit(
            source_spans=_spans(source, before=lacks_first, behind=lacks_last),
            target_spans=_spans(target, before=more_first, behind=more_last),
            fix=(first or "\n") * bool(begin) + target.strip("\n") + (last or "\n") * bool(end),
        )


def _edges(text: str) -> tuple[str, str]:
    """Return the line ends before a text's first word and behind its last."""
    left = text.lstrip("\n")
    return text[: len(text) - len(left)], left[len(left.rstrip("\n")) :]


def _spans(text: str, *, before: bool, behind: bool) -> tuple[Span, ...]:
    first, last = _edges(text)
    spans = ((0, len(first)), (len(text) - len(last), len(text)))
    return tuple(span for span, told in zip(spans, (before, behind), strict=True) if told)


look = Sifted(edged, _look)
