"""Put what is right in the place of what is wrong."""

from __future__ import annotations

_LONGEST = 5000
"""Characters of a text that a fix repeats: each finding brings the whole of it."""


def mended(text: str, start: int, end: int, right: str) -> str | None:
    """Return a text with something else in a place; None where the text is no sentence."""
    return text[:start] + right + text[end:] if len(text) <= _LONGEST else None
