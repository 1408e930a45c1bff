"""Set markup aside, so that a paragraph's words show what it is."""

from __future__ import annotations

import re
from typing import NamedTuple

_MARK = re.compile(r"(\*{1,3}|_{1,3})(?=[^\s*_])")  # matches the ** in "**Q.** Who pays?"

_LINK = re.compile(r"\[([^\[\]]*)\]\([^\s()]*\)")  # matches [Jane Roe](/people/roe)
_SIGNS = re.compile(r"[*_]{1,3}(?=\W|$)|(?<!\w)[*_]{1,3}")  # matches both marks of **Jane Roe**


class Bare(NamedTuple):
    """A paragraph's text without the emphasis that opens it."""

    text: str
    mark: int = 0
    """How many signs each of the two marks has."""
    close: int = 0
    """Where in the paragraph the second mark stands."""

    def begins(self, at: int) -> int:
        """Return where in the paragraph what begins at a place of the bare text begins."""
        at += self.mark
        return at + self.mark if at >= self.close else at

    def ends(self, at: int) -> int:
        """Return where in the paragraph what ends at a place of the bare text ends."""
        at += self.mark
        return at + self.mark if at > self.close else at


def bare(text: str) -> Bare:
    """Return a paragraph's text without the emphasis that opens it, if any does."""
    opening = _MARK.match(text)
    close = text.find(opening[1], opening.end()) if opening else -1
    if not opening or close < 0:
        return Bare(text)
    mark = opening.end()
    return Bare(text[mark:close] + text[close + mark :], mark, close)


def words(text: str) -> str:
    """Return a text as a reader sees it: no emphasis, links without targets, ``&copy;`` as ©."""
    return _SIGNS.sub("", _LINK.sub(r"\1", text)).replace("&copy;", "©")
