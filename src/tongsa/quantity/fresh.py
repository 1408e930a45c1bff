"""Make figures in a moment: a frozen dataclass sets each of its fields by a call."""

from __future__ import annotations

from dataclasses import field, fields, make_dataclass
from functools import lru_cache
from typing import Any

from tongsa.model import CalendarDate, Quantity

_Draft: Any = make_dataclass(  # Any: it becomes a figure
    "_Draft",
    [(it.name, it.type, field(default=it.default)) for it in fields(Quantity)],
    slots=True,
    kw_only=True,
    eq=False,
    repr=False,
)

calendar_date = lru_cache(maxsize=4096)(CalendarDate)
"""Makes a date, or returns the same one again."""


def fresh(**sides: Any) -> Quantity:  # noqa: ANN401 (each field has its own type)
    """Return a figure with these fields; the like of ``Quantity``, four times as fast."""
    made: Quantity = _Draft(**sides)
    object.__setattr__(made, "__class__", Quantity)  # both have the same slots
    return made
