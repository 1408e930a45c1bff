#!/usr/bin/env python3
"""Compile how syllables are spelled in names into the asset that tongsa looks them up in.

    python3 tools/compile_spellings.py > src/tongsa/reading/data/spellings.txt

It holds, way by way, what a spelling may stand for, each reading with how often it is written so
(in ten-thousandths), from the tables under systems/ and usage/ and the readings of data/names.txt.
"""

from __future__ import annotations

import re
import sys
from collections import defaultdict
from itertools import product

from tongsa.reading.customary import readings_of
from tongsa.reading.habits import spellings
from tongsa.reading.population import Seat, population
from tongsa.reading.shapes import bare
from tongsa.reading.spelled import LAYERS, PARTS, Way, section
from tongsa.reading.systems import read_table

DIGIT = re.compile(r"\d")  # finds 1 in zung1
HEAD = "# What a spelling in a name may stand for, compiled by tools/compile_spellings.py.\n"
COMMON = 0.5
"""How many in a million must have a character there before its spellings are told."""
SELDOM = 1
"""Ten-thousandths of a reading's spellings below which one is left out."""


def readings(way: Way, seats: list[Seat]) -> set[str]:
    """Return all readings that a way writes in some seats."""
    people, layer = population(), LAYERS[way]
    return {
        reading
        for seat in seats
        for place in range(len(people.characters))
        if max(shares[place] for shares in people.shares[seat]) >= COMMON
        for reading in readings_of(place, layer, seat)
    }


def lines(way: Way, seats: list[Seat]) -> list[str]:
    """Return the lines of one part of the asset, sorted."""
    found: dict[str, list[str]] = defaultdict(list)
    for reading in sorted(readings(way, seats)):
        for text, share in spellings(reading, way, seats[0]).items():
            if round(share * PARTS) >= SELDOM and not DIGIT.search(text):
                found[text].append(f"{reading} {share * PARTS:.0f}")
    return sorted(f"{text}\t{' '.join(those)}\n" for text, those in found.items())


def by_character(way: Way, name: str) -> list[str]:
    """Return the lines of a table that lists characters: spellings with what they stand for."""
    found: dict[str, list[str]] = defaultdict(list)
    for forms, spellings_of in read_table(way)[name].items():
        texts = {bare(text) for text in spellings_of.split()}
        for text in texts:
            found[text].append(f"{forms[0]} {PARTS // len(texts)}")
    return sorted(f"{text}\t{' '.join(those)}\n" for text, those in found.items())


def main() -> None:
    """Write the asset to standard output."""
    sys.stdout.write(HEAD)
    for way, name in (
        (Way.HOKKIEN, "families"),
        (Way.HOKKIEN, "given"),
        (Way.HONG_KONG, "families"),
    ):
        sys.stdout.write(f"[{way} {name}]\n")
        sys.stdout.writelines(by_character(way, name))
    parts: dict[str, tuple[Way, list[Seat]]] = {}
    for way, seat in product(LAYERS, Seat):
        parts.setdefault(section(way, seat), (way, []))[1].append(seat)
    for name, (way, seats) in sorted(parts.items()):
        sys.stdout.write(f"[{name}]\n")
        sys.stdout.writelines(lines(way, seats))


if __name__ == "__main__":
    main()
