"""Compile a regular expression when it is first used: of all that there are, a run needs few."""

from __future__ import annotations

import re
from functools import cached_property
from typing import Any, AnyStr, Generic, cast

NOTHING = "(?!)"
"""A pattern that matches nothing."""


class _Late(Generic[AnyStr]):
    """Stands for a pattern, and takes its methods over one by one as they are asked for."""

    def __init__(self, pattern: AnyStr, flags: int) -> None:
        self._given: tuple[AnyStr, int] = (pattern, flags)

    @cached_property
    def _pattern(self) -> re.Pattern[AnyStr]:
        return re.compile(*self._given)

    def __getattr__(self, name: str) -> Any:  # noqa: ANN401 (a pattern's methods, each its own)
        if name.startswith("_"):
            raise AttributeError(name)
        found = getattr(self._pattern, name)
        setattr(self, name, found)
        return found


def late(pattern: AnyStr, flags: int = 0) -> re.Pattern[AnyStr]:
    """Return a pattern that is compiled when it is first used; a mistake in it shows then."""
    return cast("re.Pattern[AnyStr]", _Late(pattern, flags))
