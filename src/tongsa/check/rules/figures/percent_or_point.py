"""Find percentages that are none, and points that are percentages."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tongsa.check.check import Sifted
from tongsa.check.rules.figures.comparisons import looker
from tongsa.patterns import late
from tongsa.quantity import Verdict

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tongsa.check.check import Context, Hit
    from tongsa.model import TranslationUnit

_POLL = late(r"(?i)\b(?:polls?|polled|surveys?|surveyed|approval|ratings?)\b")
"""What gives shares without saying so: ``Exit poll: Reyes 52, Moss 46``"""
_SHARE = late(r"(?i)%|per\s?cent|points?\b")
_every = looker(Verdict.PERCENT)


def _look(unit: TranslationUnit, context: Context) -> Iterator[Hit]:
    """Yield each, but for the shares of a poll that its source leaves unsaid."""
    unsaid = _POLL.search(unit.source) and not _SHARE.search(unit.source)
    if not unsaid:
        yield from _every.look(unit, context)


look = Sifted(_every.sieve, _look)
