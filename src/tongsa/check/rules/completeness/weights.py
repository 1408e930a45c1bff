"""Read how much each kind of evidence weighs."""

from __future__ import annotations

from functools import cache
from typing import Any

from tongsa import packaged


@cache
def weights() -> dict[str, Any]:  # Any: as TOML gives it
    """Return the weights by kind of evidence."""
    return packaged.table("check/counterparts/weights.toml")
