"""Tell what a run of checks came to in the format that was asked for."""

from __future__ import annotations

from importlib import import_module
from types import MappingProxyType
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

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


_LONG = frozenset({"json", "sarif", "github"})
"""Given part by part, since they tell all that is found, however much."""


def parts(run: Run, form: str) -> Iterable[str]:
    """Return the report of a run in parts, with a line end behind its last line."""
    module = import_module(f"tongsa.report.{_MODULES[form]}")
    if form in _LONG:
        yielding: Callable[[Run], Iterable[str]] = module.parts
        return yielding(run)
    write: Callable[[Run], str] = module.written
    return [write(run)]
