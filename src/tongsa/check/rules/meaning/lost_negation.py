"""Find negations that a translation has lost."""

from __future__ import annotations

from functools import partial

from tongsa.check.check import Sifted
from tongsa.check.rules.meaning.lost import lost, may_be

look = Sifted(may_be, partial(lost, sure=True))
