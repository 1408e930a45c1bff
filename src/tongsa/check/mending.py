"""Put what is right in the place of what is wrong."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

    from tongsa.model import Span

_LONGEST = 5000
"""Characters of a text that a fix repeats where each finding brings the whole of it."""


def mended(text: str, changes: Iterable[tuple[Span, str]]) -> str:
    """Return a text with stretches exchanged; they stand in order and do not overlap."""
    parts, at = [], 0
    for (start, end), instead in changes:
        parts += [text[at:start], instead]
        at = end
    return "".join([*parts, text[at:]])


def mended_at(text: str, start: int, end: int, right: str) -> str | None:
    """Return a text with something else in a place; None where the text is no sentence."""
    return mended(text, [((start, end), right)]) if len(text) <= _LONGEST else None
