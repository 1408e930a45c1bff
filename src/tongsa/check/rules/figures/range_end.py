"""Find ranges with another end."""

from __future__ import annotations

from tongsa.check.rules.figures.comparisons import looker
from tongsa.quantity import Verdict

look = looker(Verdict.RANGE)
