"""Tell what a run of checks came to in the format that was asked for."""

from __future__ import annotations

from importlib import import_module
from types import MappingProxyType
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

    from tongsa.report.run import Run

# A format's module is imported when it is asked for: most runs show text alone.
_MODULES = MappingProxyType(
    {
        "json": "machine",
        "sarif": "sarif",
        "junit": "junit",
        "github": "github",
        "html": "page",
    }
)


def written(run: Run, form: str) -> str:
    """Return the report of a run, with a line end behind its last line."""
    write: Callable[[Run], str] = import_module(f"tongsa.report.{_MODULES[form]}").written
    return write(run)
