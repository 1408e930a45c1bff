"""Find translations that stand for two sources in two articles."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tongsa.check.rules.consistency.rivals import doubles

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from tongsa.check.check import Told

_LEAST = 16
"""Letters and figures: in many articles, what is shorter is translated alike by chance."""


def look_across(told: Iterable[Told]) -> Iterator[tuple[Told, Told]]:
    """Yield a translation that another article has for another source."""
    return doubles(told, least=_LEAST)
