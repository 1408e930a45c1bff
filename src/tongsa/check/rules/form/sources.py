"""What a translation tells: its own source, and those of the units merged into it."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tongsa.check.check import Context
    from tongsa.model import TranslationUnit


def source_of(unit: TranslationUnit, context: Context) -> str:
    """Return all that a unit's target tells, in the article's order, a line each."""
    units, at = context.units, unit.index
    first, last = at, at + 1
    while first > 0 and _told_by(unit, units[first - 1]):
        first -= 1
    while last < len(units) and _told_by(unit, units[last]):
        last += 1
    return unit.source if last - first == 1 else _joined(units[first:last])


def _told_by(unit: TranslationUnit, other: TranslationUnit) -> bool:
    return other.merged and other.target == unit.target


def _joined(units: Sequence[TranslationUnit]) -> str:
    return "\n".join(unit.source for unit in units)
