"""What a language's form shows, from the tables under ``language/form``."""

from __future__ import annotations

import tomllib
from functools import cache
from importlib import resources
from types import MappingProxyType
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Mapping


@cache
def facts(language: str, table: str) -> Mapping[str, Any]:  # Any: each check reads its own table
    """Return a table of facts; an empty one where nothing is known of the language."""
    file = resources.files("tongsa.language.form").joinpath(f"{language.partition('_')[0]}.toml")
    tables = tomllib.loads(file.read_text("utf-8")) if file.is_file() else {}
    return MappingProxyType(tables.get(table, {}))
