"""Units of measure and of money: what they measure, and how they turn into one another."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction
from types import MappingProxyType
from typing import TYPE_CHECKING

from tongsa import packaged
from tongsa.language.load import figures

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from tongsa.model import Value


@dataclass(frozen=True, slots=True, kw_only=True)
class Unit:
    """A unit of measure."""

    dimension: str
    """What it measures, such as ``length``."""
    factor: Fraction
    """How many of the dimension's first unit it is: 1000 metres."""
    system: str = "metric"
    offset: Fraction = Fraction(0)
    """What is added once it is multiplied: of temperatures."""


def _read() -> Iterator[tuple[str, Unit]]:
    for name, table in packaged.table("quantity/units.toml").items():
        numbers = {key: Fraction(table[key]) for key in ("factor", "offset") if key in table}
        yield (
            name,
            Unit(dimension=table["dimension"], system=table.get("system", "metric"), **numbers),
        )


UNITS: Mapping[str, Unit] = MappingProxyType(dict(_read()))
"""Every unit by its name."""


def base(value: Value, unit: str) -> Value:
    """Return a measure in the first unit of its dimension."""
    known = UNITS[unit]
    return value * known.factor + known.offset


def currencies(language: str) -> Iterator[tuple[str, str, int]]:
    """Yield each word for money: its ISO 4217 code, and how many make one of it."""
    table = figures(language)
    for word, codes in table["loose"].items():
        yield word, codes[0], 1
    for sign, code in table["signs"].items():
        yield sign, code, 1
    for code, words in table["currencies"].items():
        yield code, code, 1
        for word in words:
            yield word, code, 1
    for word, (code, per) in table["subunits"].items():
        yield word, code, per
