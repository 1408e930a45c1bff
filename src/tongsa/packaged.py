"""Read the tables of facts that come with tongsa, and other texts."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Callable

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
    return parsed(written) if ready is None else ready


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


def parsed(content: bytes) -> dict[str, Any]:  # Any: as TOML gives it
    """Return the table that a TOML text of ours holds."""
    return _PARSERS[-1](content)


def parse(content: bytes) -> dict[str, Any]:  # Any: as TOML gives it
    """Read a TOML text of ours."""
    import tomllib  # noqa: PLC0415 (not needed where tables are kept ready-made)

    return tomllib.loads(content.decode().replace("\r\n", "\n"))


_PARSERS: list[Callable[[bytes], dict[str, Any]]] = [parse]


def parse_by(parser: Callable[[bytes], dict[str, Any]]) -> None:
    """Have tables read by what may have them ready-made, and else asks ``parse``."""
    _PARSERS[:] = [parser]


def text(path: str) -> str:
    """Return a file's text by its path in tongsa; its lines end as they do in the repository."""
    return FOLDER.joinpath(path).read_bytes().decode()
