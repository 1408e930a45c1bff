"""Tell what a syllable of a name may stand for as people write it, and how often that is so."""

from __future__ import annotations

from enum import StrEnum
from functools import cache
from types import MappingProxyType
from typing import TYPE_CHECKING

from tongsa import packaged
from tongsa.reading.population import Seat

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

PARTS = 10_000
"""In how many parts the asset tells shares."""


class Way(StrEnum):
    """How a name came to be written: what was heard, and in which letters it was put down."""

    PINYIN = "pinyin"
    TAIWAN = "taiwan"
    KOREAN = "korean"
    CANTONESE = "cantonese"
    HANGUL = "hangul"
    """Characters read in Korean, in Hangul."""
    TRANSCRIBED = "transcribed"
    """Mandarin in Hangul."""
    HAN = "han"
    HOKKIEN = "hokkien"
    """Known by character, not by reading."""
    HONG_KONG = "hong-kong"
    """Family names that Hong Kong spells by custom, by character."""


LAYERS: Mapping[Way, str] = MappingProxyType(
    {
        Way.PINYIN: "mandarin",
        Way.TAIWAN: "mandarin",
        Way.KOREAN: "korean",
        Way.CANTONESE: "cantonese",
        Way.HANGUL: "korean",
        Way.TRANSCRIBED: "mandarin",
    }
)
"""The readings that each way writes."""


def stood_for(text: str, way: Way, seat: Seat) -> Sequence[tuple[str, float]]:
    """Return what a text may stand for, and how often each reading is written so.

    The text is folded and holds one syllable, or a compound family name.
    """
    line = known(way, seat).get(text)
    if line is None:
        return ()
    words = line.split(" ")
    return [(word, int(share) / PARTS) for word, share in zip(words[::2], words[1::2], strict=True)]


@cache
def known(way: Way, seat: Seat) -> Mapping[str, str]:
    """Return all that stands for something there, with the line of the asset that tells what."""
    return _section(section(way, seat))


def section(way: Way, seat: Seat) -> str:
    """Return the name of the part of the asset that holds a way and a seat."""
    if way in {Way.HOKKIEN, Way.HONG_KONG}:
        return f"{way} families" if seat is Seat.FAMILY else f"{way} given"
    return f"{way} {seat.name.lower()}" if way is Way.KOREAN else way


@cache
def _section(name: str) -> Mapping[str, str]:
    return table(_sections().get(name, ""))


@cache
def _sections() -> Mapping[str, str]:
    """Return the parts of the asset."""
    return sections(packaged.text("reading/data/spellings.txt"))


def sections(text: str) -> Mapping[str, str]:
    """Return the parts of an asset by what stands in brackets before them."""
    parts = (part.partition("]\n") for part in text.split("\n[")[1:])
    return {name: lines for name, _, lines in parts}


def table(lines: str) -> Mapping[str, str]:
    """Return lines of two cells as a table: the second by the first."""
    cells = lines.replace("\n", "\t").split("\t")
    return dict(zip(cells[::2], cells[1::2], strict=False))
