"""Show the name of a file, or any text from outside, so that no terminal obeys it."""

from __future__ import annotations


def shown(name: str) -> str:
    """Return a file's name as it may be printed: what is invisible or no character, escaped."""
    return "".join(
        char if char.isprintable() else char.encode("unicode_escape").decode("ascii")
        for char in name
    )
