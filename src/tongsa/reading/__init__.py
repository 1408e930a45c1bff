"""Readings of Han characters and Hangul: whether a spelling is one, and whose name it is."""

from __future__ import annotations

from importlib import import_module
from types import MappingProxyType
from typing import TYPE_CHECKING

from tongsa.reading.compare import Comparison, Verdict, compare
from tongsa.reading.outline import Circle

if TYPE_CHECKING:
    from tongsa.reading.fit import fits
    from tongsa.reading.press import (
        Reading,
        Readings,
        hangul_forms,
        homophones,
        in_hangul,
        readings,
    )
    from tongsa.reading.systems import SYSTEMS
    from tongsa.reading.variation import Variant, variants

__all__ = [
    "SYSTEMS",
    "Circle",
    "Comparison",
    "Reading",
    "Readings",
    "Variant",
    "Verdict",
    "compare",
    "fits",
    "hangul_forms",
    "homophones",
    "in_hangul",
    "readings",
    "variants",
]

_LATER = MappingProxyType(
    {
        "SYSTEMS": "systems",
        "Variant": "variation",
        "fits": "fit",
        "variants": "variation",
        **dict.fromkeys(("Reading", "Readings", "hangul_forms", "homophones"), "press"),
        **dict.fromkeys(("in_hangul", "readings"), "press"),
    }
)
"""What comparing names can do without, which begins at once so."""


def __getattr__(name: str) -> object:
    """Return what is loaded when it is asked for."""
    if name not in _LATER:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return getattr(import_module(f"{__name__}.{_LATER[name]}"), name)
