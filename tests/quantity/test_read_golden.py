"""The golden cases: what an editor reads in a text; ``read_golden.toml`` says how it is told."""

import tomllib
from fractions import Fraction
from pathlib import Path

import pytest

from tongsa.model import Quantity, QuantityKind
from tongsa.quantity import read

GOLDEN = Path(__file__).with_name("read_golden.toml")
COLUMNS = 5
COUNTED_FROM_TODAY = ("years", "months", "weeks", "days")


def cases() -> list[object]:
    table = tomllib.loads(GOLDEN.read_text("utf-8"))
    return [
        pytest.param(case["language"], case["text"], case["figures"], id=case["text"])
        for case in table["case"]
    ]


def columns(line: str) -> list[str]:
    found = [column.strip() for column in line.split("|")]
    return found + [""] * (COLUMNS - len(found))


def date(quantity: Quantity) -> str:
    told = quantity.date
    assert told is not None
    if told.relative or told.weekday:
        parts = (*COUNTED_FROM_TODAY, "year", "month", "day", "weekday")
        named = ((part, getattr(told, part)) for part in parts)
        return " ".join(f"{part}={value}" for part, value in named if value is not None)
    month, day = (f"{part:02d}" if part else "?" for part in (told.month, told.day))
    return f"{told.year or '?'}-{month}-{day}"


def is_worth(quantity: Quantity, value: str) -> bool:
    """Whether a figure may have one of the values of a column."""
    if quantity.kind is QuantityKind.DATE:
        return date(quantity) == value
    if quantity.kind is QuantityKind.IDENTIFIER:
        return value == quantity.label
    told = set(value.split(" or "))
    if quantity.kind is QuantityKind.TIME:
        return told == {f"{int(it) // 3600:02d}:{int(it) // 60 % 60:02d}" for it in quantity.values}
    low, _, high = value.partition("..")
    ends = {Fraction(high)} if high else set()
    return {Fraction(it) for it in low.split(" or ")} <= set(quantity.values) and ends == set(
        quantity.high
    )


@pytest.mark.parametrize(("language", "text", "expected"), cases())
def test_a_text_holds_the_figures_that_an_editor_reads(language, text, expected):
    found = read(text, language)
    assert len(found) == len(expected), found
    for quantity, line in zip(found, expected, strict=True):
        figure, kind, value, unit, bound = columns(line)
        assert text[quantity.start : quantity.end] == figure
        assert quantity.kind in kind.split("/")
        assert is_worth(quantity, value), quantity
        assert unit in {"", quantity.unit, quantity.label}
        assert (bound or "exact") == quantity.bound
