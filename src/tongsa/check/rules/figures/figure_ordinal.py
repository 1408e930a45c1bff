"""Find ranks that differ."""

from __future__ import annotations

from tongsa.check.rules.figures.comparisons import looker
from tongsa.check.rules.figures.spelled import ORDINAL, beside
from tongsa.quantity import Verdict

look = beside(looker(Verdict.ORDINAL), ORDINAL)
