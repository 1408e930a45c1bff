#!/usr/bin/env python3
"""Compile the lists of words that tell persons from others into the asset that tongsa ships.

    python3 tools/compile_words.py > src/tongsa/people/words.txt

People edit words.toml and eastern.toml; a line of the asset is the name of one of their lists and
its words, folded and with tabs between, which is read in no time.
"""

from __future__ import annotations

import sys
import tomllib
from pathlib import Path
from typing import TYPE_CHECKING, Any

from tongsa.people.lexicon import fold

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

PEOPLE = Path(__file__).parents[1] / "src/tongsa/people"
HEAD = "# Lists of words.toml and eastern.toml, compiled by tools/compile_words.py.\n"


def lists(table: Mapping[str, Any], name: str = "") -> Iterator[tuple[str, list[str]]]:
    """Yield the lists of a table by their dotted names."""
    for key, value in table.items():
        if isinstance(value, dict):
            yield from lists(value, f"{name}{key}.")
        else:
            words = value.split() if isinstance(value, str) else value
            yield f"{name}{key}", list(dict.fromkeys(map(fold, words)))


def main() -> None:
    """Write the asset to standard output."""
    sys.stdout.write(HEAD)
    for file in ("words.toml", "eastern.toml"):
        for name, words in lists(tomllib.loads((PEOPLE / file).read_text("utf-8"))):
            sys.stdout.write("\t".join((name, *words)) + "\n")


if __name__ == "__main__":
    main()
