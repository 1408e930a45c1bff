"""Load the systems that names are spelled by: a file each, with its source and its examples."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from types import MappingProxyType
from typing import TYPE_CHECKING, Any

from tongsa import packaged
from tongsa.reading import cantonese, korean, mandarin
from tongsa.reading.characters import NONE, by_character, surnames

if TYPE_CHECKING:
    from collections.abc import Container, Mapping

    from tongsa.reading.slots import Slots

SYSTEMS: Mapping[str, str] = MappingProxyType(
    {
        "Hanyu Pinyin": "hanyu-pinyin",
        "Wade–Giles": "wade-giles",
        "Tongyong Pinyin": "tongyong-pinyin",
        "MPS II": "mps-ii",
        "Gwoyeu Romatzyh": "gwoyeu-romatzyh",
        "Taiwan usage": "taiwan-usage",
        "Mandarin in Hangul": "mandarin-in-hangul",
        "Jyutping": "jyutping",
        "Hong Kong": "hong-kong",
        "Hokkien": "hokkien",
        "Sino-Korean": "sino-korean",
        "Revised Romanization": "revised-romanization",
        "McCune–Reischauer": "mccune-reischauer",
        "Yale": "yale",
        "North Korean": "north-korean",
    }
)
"""The known systems: the stem of its file under ``systems/`` by its name."""


@dataclass(frozen=True, slots=True, kw_only=True)
class System:
    """One way to spell what characters sound like."""

    family: str
    """What it spells: mandarin, korean, cantonese or hokkien."""
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
        family=table["family"],
        slots=_SLOTS[table["language"]](table),
        marks=table["marks"],
        compounds=surnames(table["language"]).compounds,
    )


def read_table(stem: str) -> Mapping[str, Any]:  # Any: as TOML gives it
    """Return what the file of a system says."""
    return packaged.table(f"reading/systems/{stem}.toml")


def _mandarin(table: Mapping[str, Any]) -> Slots:  # Any: as in read_table
    return mandarin.slots(table, [_load(stem).slots for stem in table.get("any_of", ())])


def _korean(table: Mapping[str, Any]) -> Slots:  # Any: as in read_table
    other = find(table.get("families_as", ""))
    return korean.slots(table, other.slots if other else None)


def _hokkien(table: Mapping[str, Any]) -> Slots:  # Any: as in read_table
    """Return the function that looks characters up in a table that lists them one by one."""
    families, given = dict(by_character(table["families"])), dict(by_character(table["given"]))
    known = {True: given | families, False: families | given}

    def fill(characters: str, *, family: bool) -> list[frozenset[str]]:
        return [known[family].get(character, NONE) for character in characters]

    return fill


_SLOTS = MappingProxyType(
    {"zh": _mandarin, "yue": cantonese.slots, "nan": _hokkien, "ko": _korean},
)
