"""Regular expressions that are compiled when they are first used: a text needs few of them."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable


class Lazy:
    """A regular expression; one of no text matches nothing."""

    match: Callable[..., re.Match[str] | None]
    fullmatch: Callable[..., re.Match[str] | None]
    search: Callable[..., re.Match[str] | None]

    def __init__(self, source: str) -> None:
        """Keep what it is written as."""
        self._source = source

    def __getattr__(self, name: str) -> Callable[..., re.Match[str] | None]:
        """Return one of its methods, which stands at once from now on."""
        found: Callable[..., re.Match[str] | None]
        found = getattr(re.compile(self._source or "(?!)"), name)
        setattr(self, name, found)
        return found
