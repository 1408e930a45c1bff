"""What a run of checks came to, as every format tells it."""

from __future__ import annotations

import os.path
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

from tongsa.model import Severity

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterable, Sequence

    from tongsa.check.check import Check
    from tongsa.errors import TongsaError
    from tongsa.model import Finding
    from tongsa.report.sheet import Sheet


@dataclass(frozen=True, slots=True, kw_only=True)
class Summary:
    """What a run of checks comes to."""

    files: int
    """Catalogs that were checked."""
    units: int
    """Finished translations in them."""
    errors: int
    warnings: int
    notes: int
    ignored: int
    """Findings set aside by comments, settings or a baseline."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Run:
    """A run of checks: what was checked by what, and what came of it."""

    findings: Sequence[Finding]
    """Those that are severe enough to be told."""
    errors: Sequence[TongsaError]
    """What could not be read."""
    summary: Summary
    checks: Sequence[Check]
    """All that there are, whether they ran or not."""
    files: Sequence[str]
    """The catalogs that were read, in order, as messages show them."""
    languages: Sequence[str]
    """The editions that were checked, as far as they are known."""
    root: Path
    """The folder that reports tell places from: the repository's, else the current one."""
    locate: Callable[[str], Path]
    """Returns where a file lies that messages show."""
    sheets: Callable[[Collection[str]], Iterable[Sheet]]
    """Reads catalogs by their names, with their units; those that cannot be read are left out."""

    _paths: dict[str, Path] = field(default_factory=dict)

    @property
    def code(self) -> int:
        """The code that the command leaves with."""
        return 2 if self.errors else int(self.summary.errors > 0)

    def path(self, file: str) -> Path:
        """Return a file's path from the root; an absolute one where it lies outside."""
        if file not in self._paths:
            # Links are not followed: a repository shows a file where it has it.
            path = Path(os.path.normpath(self.locate(file).absolute()))
            inside = path.is_relative_to(self.root)
            self._paths[file] = path.relative_to(self.root) if inside else path
        return self._paths[file]


def count(findings: Iterable[Finding]) -> dict[Severity, int]:
    """Return how many findings there are of each severity, the gravest first."""
    counts = dict.fromkeys(Severity, 0)
    for finding in findings:
        counts[finding.severity] += 1
    return counts
