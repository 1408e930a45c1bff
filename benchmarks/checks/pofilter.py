"""Run the Translate Toolkit's tests, as pofilter does: StandardChecker with the target language."""

from __future__ import annotations

from typing import TYPE_CHECKING

from translate.filters.checks import CheckerConfig, StandardChecker
from translate.storage.pypo import pounit

if TYPE_CHECKING:
    from collections.abc import Callable


def checker(language: str) -> Callable[[str, str], list[str]]:
    """Return what gives a translation's failures in all tests, ``test: message``."""
    suite = StandardChecker(checkerconfig=CheckerConfig(targetlanguage=language))

    def flags(source: str, target: str) -> list[str]:
        unit = pounit(source)
        unit.target = target
        return [f"{test}: {message}" for test, message in suite.run_filters(unit).items()]

    return flags
