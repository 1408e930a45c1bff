"""Write Chinese in the script of an edition, letter by letter (OpenCC's tables)."""

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

_TABLES = MappingProxyType({"zh_TW": "s2tw", "zh_CN": "t2s"})
"""OpenCC's conversion into the script of each edition; words are left as they are."""


def other_script(texts: Sequence[str], language: str) -> list[str]:
    """Return the texts in the language's script; as they are where it has but one."""
    table = _TABLES.get(language)
    if table is None or not texts:
        return list(texts)
    from opencc import OpenCC  # noqa: PLC0415 (slow to load, and Chinese alone needs it)

    return str(OpenCC(table).convert("\n".join(texts))).split("\n")
