"""Read the tables of facts that come with tongsa, and other texts."""

from __future__ import annotations

from pathlib import Path
from typing import Any

FOLDER = Path(__file__).parent
"""Where tongsa's modules lie, and the files beside them."""


def table(path: str) -> dict[str, Any]:  # Any: as TOML gives it
    """Return a TOML file's table by its path in tongsa; an empty one where there is none."""
    file = FOLDER / path
    try:
        written = file.read_bytes()
    except FileNotFoundError:
        return {}
    ready = ready_made(file.with_suffix(".json"), written)
    if ready is not None:
        return ready
    import tomllib  # noqa: PLC0415 (not needed where nothing is read)

    return tomllib.loads(written.decode().replace("\r\n", "\n"))


def ready_made(file: Path, written: bytes) -> dict[str, Any] | None:  # Any: likewise
    """Return a table as tools/compile_tables.py left it; None where its TOML is another now."""
    if not file.exists():
        return None
    import json  # noqa: PLC0415 (few tables need it)
    from zlib import crc32  # noqa: PLC0415 (likewise)

    sum_, _, table = file.read_text("utf-8").partition("\n")
    if sum_ != str(crc32(written)):
        return None
    found: dict[str, Any] = json.loads(table)
    return found


def text(path: str) -> str:
    """Return a file's text by its path in tongsa; its lines end as they do in the repository."""
    return FOLDER.joinpath(path).read_bytes().decode()
