"""What a command was asked to check, and how its report is written."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

PRINTED = "-"
"""In the place of a file: standard output."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Choice:
    """What a command was asked to check."""

    paths: Sequence[Path] = ()
    language: str | None = None
    source: str | None = None
    glossaries: Sequence[Path] = ()
    select: Sequence[str] = ()
    ignore: Sequence[str] = ()
    severity: str = "note"
    baseline: Path | None = None
    jobs: int | None = 1
    """How many cores to use; None: all."""
    kept: bool = False
    """Whether results are kept for the next time, and those of earlier times are taken."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Telling:
    """How a report is written, and where it goes."""

    form: str = "text"
    path: Path | None = None
    """None, or ``-``: to standard output."""

    @property
    def file(self) -> Path | None:
        """The file that is to be written, if any."""
        return None if self.path is None or str(self.path) == PRINTED else self.path


@dataclass(frozen=True, slots=True, kw_only=True)
class Order:
    """A command that checks: what, and how it is told."""

    choice: Choice
    telling: Telling = field(default_factory=Telling)
    desk: Path | None = None
    """The desk's folder; None: the desk around the current folder."""
    accept: Path | None = None
    """Where a list of what is found is written, which is accepted with that; ``-``: printed."""
