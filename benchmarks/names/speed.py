"""Time comparing names and writing variants, each tool in a process of its own, by turns."""

from __future__ import annotations

import json
import subprocess
import sys
import tempfile
from dataclasses import dataclass
from pathlib import Path
from random import Random
from statistics import median
from typing import TYPE_CHECKING

from hangul import romanise

if TYPE_CHECKING:
    from collections.abc import Sequence

    from lists import Lists, Person

_TIMING = Path(__file__).with_name("timing.py")

TOOLS = ("tongsa", "rapidfuzz ratio")
"""What is timed at comparing."""

VARIANTS = "variants"
"""Stands for a tool: tongsa at writing variants, of the left names."""

_TRIES = 20  # at a name that was not seen, for each that is wanted

Pairs = list[tuple[str, str]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Speed:
    """What a tool took in each round, in CPU seconds."""

    tool: str
    about: str
    """The pairs."""
    pairs: int
    """Those of a pass; the first pair of all belongs to loading."""
    runs: tuple[dict[str, float], ...]

    def rate(self, part: str) -> float:
        """Return comparisons a CPU second, the median of the rounds."""
        return self.pairs / self.middle(part)

    def middle(self, part: str) -> float:
        """Return CPU seconds for a part: ``load``, ``cold`` or ``warm``."""
        return median(run[part] for run in self.runs)


def fresh(lists: Lists, count: int, seed: int) -> Pairs:
    """Return pairs of invented names, no name twice: Revised Romanization, and pinyin.

    Short lists do not give as many as are wanted.
    """
    random = Random(seed)
    people = [person for each in lists.people.values() for person in each]
    seen = {it for person in people for it in (person.pinyin, person.romanised, person.published)}
    pairs: Pairs = []
    for _ in range(_TRIES * count):
        if len(pairs) == count:
            break
        one, other = (_invent(people, random) for _ in range(2))
        names = (romanise(one.korean_family, one.korean_given), other.pinyin)
        if not seen & set(names):
            seen.update(names)
            pairs.append(names if random.random() < 1 / 2 else names[::-1])  # in either order
    return pairs


def compare(asked: dict[str, Pairs], tools: Sequence[str], rounds: int) -> list[Speed]:
    """Return what each tool takes for each list of pairs; they take turns."""
    found: dict[tuple[str, str], list[dict[str, float]]] = {}
    with tempfile.TemporaryDirectory() as folder:
        for _ in range(rounds):
            for at, (about, pairs) in enumerate(asked.items()):
                file = Path(folder, str(at))
                file.write_text(json.dumps(pairs), "utf-8")
                for tool in tools:
                    run = _run([sys.executable, str(_TIMING), tool, str(file)])
                    found.setdefault((tool, about), []).append(run)
    return [
        Speed(tool=tool, about=about, pairs=len(asked[about]) - 1, runs=tuple(runs))
        for (tool, about), runs in found.items()
    ]


def _invent(people: Sequence[Person], random: Random) -> Person:
    """Return a person's family name with given characters of other people."""
    one = random.choice(people)
    for at in range(len(one.given)):
        other = random.choice(people)
        one = one.sibling(at, other, random.randrange(len(other.given)))
    return one


def _run(command: Sequence[str]) -> dict[str, float]:
    done = subprocess.run(command, stdout=subprocess.PIPE, text=True, check=True)
    found: dict[str, float] = json.loads(done.stdout)
    return found
