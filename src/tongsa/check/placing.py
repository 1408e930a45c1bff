"""Place in the file what a check finds in a unit."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from tongsa.model import Finding

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tongsa.check.check import Check, Hit
    from tongsa.check.units import Place
    from tongsa.model import Span


def finding_at(place: Place, check: Check, hit: Hit, *, file: str, language: str) -> Finding:
    """Return a hit as a finding, its spans and its fix in terms of the whole ``msgstr``.

    Raise ValueError for a span that lies outside its text.
    """
    skipped = place.skipped
    _within(hit.source_spans, place.unit.source)
    _within(hit.target_spans, place.unit.target)
    line, column = place.line_and_column(
        source=hit.source_spans[0][0] if hit.source_spans else None,
        target=hit.target_spans[0][0] if hit.target_spans else None,
    )
    fix = None
    if hit.fix is not None and not place.unit.merged:  # the words of another unit are its own
        fix = place.target[:skipped] + hit.fix
    return Finding(
        code=check.code,
        name=check.name,
        severity=check.severity,
        message=check.say(hit.blanks),
        file=file,
        line=line,
        column=column,
        language=language,
        context=place.unit.context,
        source=place.unit.source,
        target=place.target,
        source_spans=hit.source_spans,
        target_spans=tuple((start + skipped, end + skipped) for start, end in hit.target_spans),
        fix=fix,
    )


def of_unit(finding: Finding, place: Place) -> Finding:
    """Return what the checking reports with the unit that it is about."""
    unit = place.unit
    return replace(finding, context=unit.context, source=unit.source, target=place.target)


def _within(spans: Sequence[Span], text: str) -> None:
    for start, end in spans:
        if not 0 <= start <= end <= len(text):
            raise ValueError(f"the span {start}–{end} lies outside the text")
