"""Say where the user's cache is: never in a desk, which may be a stranger's."""

from __future__ import annotations

from typing import TYPE_CHECKING

from platformdirs import user_cache_path

if TYPE_CHECKING:
    from pathlib import Path


def place(name: str) -> Path:
    """Return where something of this name is kept in the user's cache."""
    return user_cache_path("tongsa", appauthor=False) / name
