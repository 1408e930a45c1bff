"""Find figures of the source that the translation lacks."""

from __future__ import annotations

from tongsa.check.rules.figures.comparisons import looker
from tongsa.quantity import Verdict

look = looker(Verdict.MISSING)
