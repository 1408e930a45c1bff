"""All that these benchmarks ask of tongsa."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tongsa import reading

if TYPE_CHECKING:
    from collections.abc import Sequence

SAME, POSSIBLE, DIFFERENT = "same", "possible", "different"
"""The verdicts."""


def compare(left: str, right: str) -> tuple[str, float]:
    """Return the verdict on two spellings, and the log-odds that they are one name, in nats."""
    found = reading.compare(left, right)
    return str(found.verdict), found.score


def cluster(names: Sequence[str]) -> list[list[int]]:
    """Return which of an article's names are one person's, by their numbers."""
    from tongsa.people.cluster import cluster as group  # noqa: PLC0415 (comparing alone shall not pay for it)

    return [sorted(one) for one in group(names)]


def variants(name: str) -> list[str]:
    """Return the Latin spellings of a name in Han characters or Hangul, best first."""
    return [variant.text for variant in reading.variants(name)]


def hangul(hanja: str) -> list[str]:
    """Return the Hangul forms of a name in Han characters, best first."""
    return list(reading.hangul_forms(hanja))
