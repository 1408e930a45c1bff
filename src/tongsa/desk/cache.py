"""Keep files in the user's cache: never in a desk, which may be a stranger's."""

from __future__ import annotations

import os
import sys
from pathlib import Path


def place(name: str) -> Path:
    """Return where something of this name is kept in the user's cache."""
    return _folder() / name


def _folder() -> Path:
    if sys.platform == "linux":  # as the XDG Base Directory Specification has it
        named = os.environ.get("XDG_CACHE_HOME", "").strip()
        home = Path(os.path.expanduser("~"))  # noqa: PTH111 (never raises, not even without a home)
        return (Path(named) if named else home / ".cache") / "tongsa"
    from platformdirs import user_cache_path  # noqa: PLC0415 (takes long to load)

    return user_cache_path("tongsa", appauthor=False)


def read(place: Path) -> bytes | None:
    """Return what is kept at a place; None where nothing is."""
    try:
        return place.read_bytes()
    except OSError:
        return None


def write(place: Path, content: bytes) -> None:
    """Keep something at a place; where that cannot be written, the next run works it out."""
    try:
        place.parent.mkdir(parents=True, exist_ok=True)
        staged = place.with_name(f"{place.name}.{os.getpid()}.part")
        staged.write_bytes(content)
        staged.replace(place)
    except OSError:
        return
