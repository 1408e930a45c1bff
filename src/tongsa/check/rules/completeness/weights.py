"""Read how much each kind of evidence weighs."""

from __future__ import annotations

import tomllib
from functools import cache
from importlib import resources
from typing import Any


@cache
def weights() -> dict[str, Any]:  # Any: as TOML gives it
    """Return the weights by kind of evidence."""
    file = resources.files("tongsa.check.counterparts").joinpath("weights.toml")
    return tomllib.loads(file.read_text("utf-8"))
