"""Open the desk that a command works on."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from tongsa.desk.desk import discover, load
from tongsa.errors import DeskError

if TYPE_CHECKING:
    from tongsa.desk.desk import Desk


def open_desk(folder: Path | None) -> Desk:
    """Return the desk in a folder, or the one around the current folder."""
    if folder is None:
        return discover(Path.cwd())
    desk = load(folder.absolute())
    if desk is None:
        raise DeskError("no desk stands there", file=str(folder), mend="run `tongsa init` there")
    return desk


def desk_or_none(folder: Path | None) -> Desk | None:
    """Return the desk in a folder; without one that around the current folder, if there is any."""
    if folder:
        return open_desk(folder)
    try:
        return discover(Path.cwd())
    except DeskError:
        return None


def repository(folder: Path) -> Path:
    """Return the folder of the repository that a folder lies in; without one that very folder."""
    return next((each for each in (folder, *folder.parents) if (each / ".git").exists()), folder)
