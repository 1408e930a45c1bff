"""Load the systems that names are spelled by: a file each, with its source and its examples."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from functools import cache
from importlib import resources
from types import MappingProxyType
from typing import TYPE_CHECKING, Any

from tongsa.reading import korean, mandarin
from tongsa.reading.characters import surnames

if TYPE_CHECKING:
    from collections.abc import Container, Mapping

    from tongsa.reading.slots import Slots

SYSTEMS: Mapping[str, str] = MappingProxyType(
    {
        "Hanyu Pinyin": "hanyu-pinyin",
        "Wade–Giles": "wade-giles",
        "Tongyong Pinyin": "tongyong-pinyin",
        "Mandarin in Hangul": "mandarin-in-hangul",
        "Sino-Korean": "sino-korean",
        "Revised Romanization": "revised-romanization",
        "McCune–Reischauer": "mccune-reischauer",
    }
)
"""The known systems: the stem of its file under ``systems/`` by its name."""


@dataclass(frozen=True, slots=True, kw_only=True)
class System:
    """One way to spell what characters sound like."""

    slots: Slots
    marks: str
    """The combining marks that tell one of its letters from another."""
    compounds: Container[str]
    """Family names of two characters."""


def find(name: str) -> System | None:
    """Return a system by its name in any capitals and with any dashes; None if it is not known."""
    stem = "-".join(name.casefold().replace("–", "-").split())
    return _load(stem) if stem in SYSTEMS.values() else None


@cache
def _load(stem: str) -> System:
    table = read_table(stem)
    return System(
        slots=_SLOTS[table["language"]](table),
        marks=table["marks"],
        compounds=surnames(table["language"]).compounds,
    )


def read_table(stem: str) -> Mapping[str, Any]:  # Any: as TOML gives it
    """Return what the file of a system says."""
    file = resources.files("tongsa.reading").joinpath(f"systems/{stem}.toml")
    return tomllib.loads(file.read_text("utf-8"))


def _korean(table: Mapping[str, Any]) -> Slots:  # Any: as in read_table
    other = find(table.get("families_as", ""))
    return korean.slots(table, other.slots if other else None)


_SLOTS = MappingProxyType({"zh": mandarin.slots, "ko": _korean})
