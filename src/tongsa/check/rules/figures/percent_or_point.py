"""Find percentages that are none, and points that are percentages."""

from __future__ import annotations

from tongsa.check.rules.figures.comparisons import looker
from tongsa.quantity import Verdict

look = looker(Verdict.PERCENT)
