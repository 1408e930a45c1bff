"""Keep what a command writes off what people wrote: catalogs, articles, terms, settings."""

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING

from tongsa.desk.desk import settles
from tongsa.desk.store import behind
from tongsa.errors import DeskError

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Mapping
    from pathlib import Path

    from tongsa.desk.desk import Desk

_TAKEN: Mapping[str, str] = MappingProxyType(
    {
        ".po": "a catalog",
        ".pot": "a catalog",
        ".mo": "a catalog",
        ".toml": "settings, terms or checks",
    }
)
"""What files are by their suffixes, wherever they lie."""


def spare(
    file: Path,
    what: str,
    desk: Desk | None,
    read: Iterable[Path] = (),
    *,
    own: Collection[str] = (),
) -> None:
    """Raise DeskError where a file would take the place of what the desk or this command reads.

    A file is told by its name and place alone, so what was written there before may be written
    anew. ``own`` are suffixes that what is written bears itself.
    """
    suffix = file.suffix.lower()
    whose = _TAKEN.get(suffix, "") if suffix not in own else ""
    whose = whose or _read(behind(file), desk, read)
    if whose:
        raise DeskError(
            f"the {what} would take the place of {whose}",
            file=str(file),
            mend="name another file",
        )


def _read(file: Path, desk: Desk | None, read: Iterable[Path]) -> str:
    """Return what a file is read as; nothing where none reads it."""
    if settles(file):
        return "a desk's settings"
    if any(behind(path) == file for path in read):
        return "a file that is read here"
    if desk is None:
        return ""
    srx = desk.settings.srx
    return "the desk's own rules" if srx and behind(desk.root / srx) == file else desk.taken(file)
