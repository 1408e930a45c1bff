"""Time the loading of a large glossary, in a process of its own: a folder of TOML files."""

from __future__ import annotations

import json
import sys
import time
from pathlib import Path
from typing import TYPE_CHECKING

import invent
import ours
from measure import memory

if TYPE_CHECKING:
    from collections.abc import Iterator
    from random import Random

_FILE = 2_000  # concepts in a file
_HANGUL = (0xAC00, 0xD7A3)
_HAN = (0x4E00, 0x9FA5)
_KINDS = ("person", "organisation", "place", "product", "technology", "common")


def write(folder: Path, count: int, random: Random) -> None:
    """Write so many concepts in English, Korean and both Chinese editions."""
    names = invent.names(count, random)
    for at in range(0, count, _FILE):
        numbers = range(at, min(at + _FILE, count))
        text = "\n".join(line for number in numbers for line in _concept(number, names, random))
        (folder / f"domain-{at // _FILE:03}.toml").write_text(text, "utf-8")


def _concept(number: int, names: list[str], random: Random) -> Iterator[str]:
    yield f"[concept-{number}]"
    yield f'kind = "{random.choice(_KINDS)}"'
    yield 'source = "unverified"'
    yield f'en = ["{names[number]}"]'
    yield f'ko = ["{_letters(_HANGUL, random)}"]'
    yield f'zh_TW = ["{_letters(_HAN, random)}"]'
    yield f'zh_CN = ["{_letters(_HAN, random)}"]'
    yield ""


def _letters(script: tuple[int, int], random: Random) -> str:
    return "".join(chr(random.randint(*script)) for _ in range(random.randint(2, 5)))


def main() -> None:
    """Print what it took as JSON."""
    began, wall = time.process_time(), time.perf_counter()
    glossary = ours.load_kept(sorted(Path(sys.argv[1]).glob("*.toml")))
    cpu, wall = time.process_time() - began, time.perf_counter() - wall
    result = {"cpu": cpu, "wall": wall, "concepts": len(glossary.concepts), "memory": memory()}
    json.dump(result, sys.stdout)


if __name__ == "__main__":
    main()
