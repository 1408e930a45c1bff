"""What an examination finds: a finding, and what is to be known of it beside."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from tongsa.check.traces import Traces
    from tongsa.check.units import Place
    from tongsa.model import Finding


UNUSED, UNREASONED, FAILED = "X101", "X102", "X103"
"""Codes of what the checking itself reports."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """A finding, and the unit that it stands in."""

    finding: Finding
    place: Place | None
    """None where it is not known any more, as in what is kept of an earlier run."""
    ignored: bool = False
    """Whether a comment on the unit sets it aside, with a reason."""
    once: bool = False
    """Whether it speaks of the article's source, as every edition's does."""
    waits: bool = False
    """Whether it holds only where a comparison of articles finds nothing in the unit."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Examined:
    """What an examination of a catalog gives."""

    found: tuple[Found, ...]
    """In the catalog's order."""
    traces: Traces | None = None
    """What other catalogs are compared with, where any check compares them."""
