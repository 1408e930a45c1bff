"""Find figures of another value."""

from __future__ import annotations

from tongsa.check.rules.figures.comparisons import looker
from tongsa.check.rules.figures.spelled import FRACTION, beside
from tongsa.quantity import Verdict

look = beside(looker(Verdict.VALUE), FRACTION)
