"""Which flags of sound news turned out to be real mistakes, as one reader judges them."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

_TABLE = Path(__file__).with_name("judged.tsv")
REAL = "real"


@dataclass(frozen=True, slots=True, kw_only=True)
class Verdict:
    """What a reader says of a flag."""

    real: bool
    why: str


Key = tuple[str, int, str, str]
"""Document, line of the table, language, code."""


def verdicts() -> dict[Key, Verdict]:
    """Return the verdicts that there are."""
    _, *rows = _TABLE.read_text("utf-8").splitlines()
    found: dict[Key, Verdict] = {}
    for row in rows:
        document, line, language, code, verdict, why = row.split("\t")
        found[document, int(line), language, code] = Verdict(real=verdict == REAL, why=why)
    return found
