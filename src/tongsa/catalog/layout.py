"""Find how a PO file lays out its lines: its line ends, and the width at which it folds them."""

from __future__ import annotations

from dataclasses import dataclass

WIDTH = 79
"""Columns of a line as ``msgcat`` writes it, quotes and keyword counted."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Layout:
    """How the lines of a catalog are written."""

    newline: str = "\n"
    width: int | None = WIDTH
    """Columns that a line may take, a Han or Hangul character taking two; None: never folded."""
