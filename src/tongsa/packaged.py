"""Read the tables of facts that come with tongsa, and other texts."""

from __future__ import annotations

from pathlib import Path
from typing import Any

FOLDER = Path(__file__).parent
"""Where tongsa's modules lie, and the files beside them."""


def table(path: str) -> dict[str, Any]:  # Any: as TOML gives it
    """Return a TOML file's table by its path in tongsa; an empty one where there is none."""
    import tomllib  # noqa: PLC0415 (not needed where nothing is read)

    try:
        return tomllib.loads(FOLDER.joinpath(path).read_text("utf-8"))
    except FileNotFoundError:
        return {}


def text(path: str) -> str:
    """Return a file's text by its path in tongsa; its lines end as they do in the repository."""
    return FOLDER.joinpath(path).read_bytes().decode()
