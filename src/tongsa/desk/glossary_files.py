"""Find and read the files of concepts that a run goes by."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from tongsa.desk import store
from tongsa.errors import GlossaryError

if TYPE_CHECKING:
    from pathlib import Path

    from tongsa.desk.desk import Desk


@dataclass(frozen=True, slots=True, kw_only=True)
class GlossaryFile:
    """A file of concepts as it stands on disk."""

    path: Path
    file: str
    """As messages show it."""
    content: bytes

    @property
    def text(self) -> str:
        """Its text; raise GlossaryError where it is not UTF-8."""
        try:
            return self.content.decode("utf-8-sig")
        except UnicodeDecodeError as error:
            line = self.content.count(b"\n", 0, error.start) + 1
            message = f"byte 0x{self.content[error.start]:02X} is not UTF-8"
            mend = "save it as UTF-8"
            raise GlossaryError(message, file=self.file, line=line, mend=mend) from error


def own_files(desk: Desk) -> tuple[GlossaryFile, ...]:
    """Return the TOML files in a desk's glossary folder, sorted."""
    folder = desk.root / desk.settings.folders.glossary
    paths = sorted(folder.rglob("*.toml")) if folder.is_dir() else []
    return tuple(read_file(store.inside(desk.root, path), desk.shown(path)) for path in paths)


def own_rules(desk: Desk) -> tuple[GlossaryFile, ...]:
    """Return the TOML files of a desk's own checks, sorted."""
    folder = desk.root / desk.settings.folders.checks
    paths = sorted(folder.glob("*.toml")) if folder.is_dir() else []
    return tuple(read_file(store.inside(desk.root, path), desk.shown(path)) for path in paths)


def read_file(path: Path, file: str) -> GlossaryFile:
    """Read a glossary's file; raise DeskError where it cannot be read."""
    if path.is_dir():
        raise GlossaryError("is a folder", file=file, mend="name its files")
    return GlossaryFile(path=path, file=file, content=store.read(path))
