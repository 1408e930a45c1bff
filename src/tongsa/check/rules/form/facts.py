"""What a language's form shows, from the tables under ``language/form``."""

from __future__ import annotations

from functools import cache
from types import MappingProxyType
from typing import TYPE_CHECKING, Any

from tongsa import packaged

if TYPE_CHECKING:
    from collections.abc import Mapping


@cache
def facts(language: str, table: str) -> Mapping[str, Any]:  # Any: each check reads its own table
    """Return a table of facts; an empty one where nothing is known of the language."""
    tables = packaged.table(f"language/form/{language.partition('_')[0]}.toml")
    return MappingProxyType(tables.get(table, {}))
