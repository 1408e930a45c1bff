#!/usr/bin/env python3
"""Count how often translations say the words of the table that tells what was left out.

    python3 tools/count_words.py NEWS.tsv [FOLDER] > words.txt

Reads src/tongsa/check/counterparts/words.txt and writes it anew with the figures of each row; a row
without figures gets its first ones, and one that tells nothing in any language is left out.
NEWS.tsv has the columns en, ko, zh_TW, zh_CN; a folder has en.txt, ko.txt, zh.txt, line by line, of
which zh is in traditional characters. Nothing of them but figures goes into the table.
"""

from __future__ import annotations

import csv
import sys
from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from tongsa.check.counterparts.words import Words, is_told

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

TABLE = Path(__file__).parents[1] / "src/tongsa/check/counterparts/words.txt"
EDITIONS = {"ko": ("ko",), "zh": ("zh_TW", "zh_CN")}
"""By each of a row's two pairs of figures the editions that are counted for it."""
USUAL, WEIGHT = 20, 10
"""To how many in a hundred missed a word's figure is drawn, and by as many sentences."""
CELLS = 5
"""Of a row with figures."""
USELESS = 35, 15
"""In how many in a hundred a word is missed, or said by chance, that tells too little."""


class Pair(NamedTuple):
    """A source and its translation."""

    source: str
    target: str


class Rates(NamedTuple):
    """Figures of a word, in a hundred."""

    missed: int
    chance: int

    @property
    def useless(self) -> bool:
        """Whether they tell too little for a row to stand in the table."""
        return self.missed > USELESS[0] or self.chance > USELESS[1]


def pairs(paths: Sequence[Path], edition: str) -> Iterator[Pair]:
    """Yield the sentences of an edition."""
    for path in paths:
        if path.is_file():
            with path.open(encoding="utf-8", newline="") as file:
                rows = csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE)
                yield from (Pair(row["en"], row[edition]) for row in rows)
        elif edition != "zh_CN":
            sides = (path / "en.txt", path / f"{edition.partition('_')[0]}.txt")
            lines = (side.read_text("utf-8").splitlines() for side in sides)
            yield from (Pair(*pair) for pair in zip(*lines, strict=True) if all(pair))


def rates(text: str, paths: Sequence[Path], editions: Sequence[str]) -> dict[str, Rates]:
    """Return the figures of every row by its first English form."""
    seen, missed, others, chance = Counter[str](), Counter[str](), Counter[str](), Counter[str]()
    known: set[str] = set()
    for edition in editions:
        table = Words(text, edition)
        every = {word.key: word for word in table.rows}
        known.update(every)
        for pair in pairs(paths, edition):
            named = table.named(pair.source)
            for key, word in every.items():
                told = is_told(word, pair.target)
                if key in named:
                    seen[key] += 1
                    missed[key] += not told
                else:
                    others[key] += 1
                    chance[key] += told
    return {
        key: Rates(
            round((missed[key] * 100 + USUAL * WEIGHT) / (seen[key] + WEIGHT)),
            max(round(100 * chance[key] / max(others[key], 1)), 1),
        )
        for key in known
    }


def counted(text: str, paths: Sequence[Path]) -> Iterator[str]:
    """Yield the table's lines with their figures."""
    lines = text.splitlines()
    full = [
        line if line.startswith("#") or line.count("|") == CELLS - 1 else f"{line} | 20 1 20 1"
        for line in lines
    ]
    found = [rates("\n".join(full), paths, editions) for editions in EDITIONS.values()]
    for line, given in zip(full, lines, strict=True):
        if line.startswith("#"):
            yield line
            continue
        *cells, _ = line.split(" | ")
        told = [each[cells[0].partition(", ")[0]] for each in found]
        if given == line or not all(each.useless for each in told):
            yield " | ".join((*cells, " ".join(f"{it.missed} {it.chance}" for it in told)))


def main() -> None:
    """Write the table to standard output."""
    paths = [Path(word) for word in sys.argv[1:]]
    if not paths:
        sys.exit(__doc__)
    sys.stdout.write("\n".join(counted(TABLE.read_text("utf-8"), paths)) + "\n")


if __name__ == "__main__":
    main()
