"""Put others in the place of stretches of a text."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

    from tongsa.model import Span


def mended(text: str, changes: Iterable[tuple[Span, str]]) -> str:
    """Return a text with stretches exchanged; they stand in order and do not overlap."""
    parts, at = [], 0
    for (start, end), instead in changes:
        parts += [text[at:start], instead]
        at = end
    return "".join([*parts, text[at:]])
