"""Load what is known of a language: its facts, over those of the language it falls back to."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from types import MappingProxyType
from typing import TYPE_CHECKING, Any

from tongsa import packaged
from tongsa.errors import SettingsError

if TYPE_CHECKING:
    from collections.abc import Mapping

Table = dict[str, Any]  # Any: as TOML gives it

_ALIASES = MappingProxyType(
    {"zh_hant": "zh_TW", "zh_hans": "zh_CN", "zh_hk": "zh_TW", "zh_sg": "zh_CN"}
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Facts:
    """What the files under ``language/`` say of one language."""

    code: str
    """tongsa's code and gettext's: ``ko``, ``zh_TW``."""
    name: str
    autonym: str
    tag: str
    """BCP 47 tag, never empty."""
    joiner: str
    """What stands between two sentences of one paragraph."""
    direction: str
    region: str
    """ISO 3166 code of the country whose usage holds; empty where no one country's does."""
    fonts: tuple[str, ...]
    """CSS font families, the preferred first."""
    tables: Mapping[str, Mapping[str, Any]]  # Any: each room reads and checks its own table
    """The file's tables by name, such as ``segment``."""


@cache
def known() -> tuple[str, ...]:
    """Return the codes of all languages that tongsa has facts of, sorted."""
    return tuple(sorted(file.stem for file in packaged.FOLDER.glob("language/*.toml")))


def editions() -> tuple[str, ...]:
    """Return the codes of those that no other language falls back to: ``zh_TW``, not ``zh``."""
    under = {code.partition("_")[0] for code in known() if "_" in code}
    return tuple(code for code in known() if code not in under)


@cache
def normalise(code: str) -> str:
    """Return tongsa's code for a spelling of it: ``zh-tw`` and ``zh-Hant`` are ``zh_TW``."""
    parts = code.replace("-", "_").lower().split("_")
    spellings = ["_".join(parts), "_".join(parts[:2]), f"{parts[0]}_{parts[-1]}", parts[0]]
    codes = {name.lower(): name for name in known()}
    for spelling in spellings:
        if spelling in _ALIASES:
            return _ALIASES[spelling]
        if spelling in codes:
            return codes[spelling]
    raise SettingsError(
        f'no facts are known of the language "{code}"', mend=f"use one of {', '.join(known())}"
    )


@cache
def figures(code: str) -> Mapping[str, Any]:  # Any: ``quantity`` reads and checks it
    """Return how a language writes figures; raise SettingsError where that is not known."""
    code = normalise(code)
    merged = _figures(code.split("_")[0])
    if not merged:
        raise SettingsError(f'nothing is known of how figures are written in "{code}"')
    region = code if "_" in code else merged.get("fallback")
    return MappingProxyType(_over(merged, _figures(region)) if region else merged)


def _figures(layer: str) -> Table:
    return packaged.table(f"language/figures/{layer}.toml")


@cache
def facts(code: str) -> Facts:
    """Return the facts of a language; raise SettingsError where there are none."""
    code = normalise(code)
    merged: Table = {}
    for layer in dict.fromkeys((code.split("_")[0], code)):
        merged = _over(merged, packaged.table(f"language/{layer}.toml"))
    tables = {key: value for key, value in merged.items() if isinstance(value, dict)}
    plain = {key: value for key, value in merged.items() if key not in tables}
    plain["fonts"] = tuple(plain["fonts"])
    return Facts(code=code, tables=MappingProxyType(tables), **plain)


def _over(under: Table, upper: Table) -> Table:
    """Return a table with another laid over it, table by table; other values are replaced."""
    merged = dict(under)
    for key, value in upper.items():
        below = merged.get(key)
        if isinstance(below, dict) and isinstance(value, dict):
            merged[key] = _over(below, value)
        else:
            merged[key] = value
    return merged
