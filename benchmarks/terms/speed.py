"""Run the tools by turns, each time in a process of its own, and sum up what they took."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import tempfile
from dataclasses import dataclass
from pathlib import Path
from statistics import median
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Sequence

_MEASURE = Path(__file__).with_name("measure.py")
_LOAD = Path(__file__).with_name("load.py")


@dataclass(frozen=True, slots=True, kw_only=True)
class Speed:
    """How a tool did over all rounds."""

    tool: str
    rates: tuple[float, ...]
    """Megabytes of UTF-8 a CPU second, of each round."""
    build: float
    """CPU seconds before the first segment, the median."""
    hits: float
    """Terms found in a segment."""
    memory: int
    """The most that a process held in any round, in bytes."""

    @property
    def rate(self) -> float:
        """The median."""
        return median(self.rates)


def compare(
    terms: Sequence[str], segments: Sequence[str], tools: Sequence[str], *, rounds: int, peers: str
) -> list[Speed]:
    """Return each tool's speed at finding these terms in these segments."""
    size = sum(len(text.encode()) for text in segments)
    results: dict[str, list[dict[str, Any]]] = {tool: [] for tool in tools}
    with tempfile.TemporaryDirectory() as name:
        files = [Path(name, "terms"), Path(name, "segments")]
        for file, lines in zip(files, (terms, segments), strict=True):
            file.write_text("\n".join(lines), "utf-8")
        for _ in range(rounds):
            for tool in tools:
                python = sys.executable if tool == "tongsa" else peers
                results[tool].append(_run([python, str(_MEASURE), tool, *map(str, files)]))
    return [
        Speed(
            tool=tool,
            rates=tuple(size / 1e6 / run["find"] for run in runs),
            build=median(run["build"] for run in runs),
            hits=runs[0]["hits"] / len(segments),
            memory=max(run["memory"] for run in runs),
        )
        for tool, runs in results.items()
    ]


def load(folder: Path, *, rounds: int) -> tuple[list[dict[str, Any]], list[dict[str, Any]]]:
    """Return what loading a folder of TOML files took, the first times and the second times."""
    first, second = [], []
    for _ in range(rounds):
        with tempfile.TemporaryDirectory() as cache:
            for results in (first, second):
                results.append(_run([sys.executable, str(_LOAD), str(folder)], cache))
    return first, second


def _run(command: Sequence[str], cache: str | None = None) -> dict[str, Any]:
    environment = os.environ | ({"XDG_CACHE_HOME": cache} if cache else {})
    done = subprocess.run(command, stdout=subprocess.PIPE, text=True, check=True, env=environment)
    result: dict[str, Any] = json.loads(done.stdout)
    return result
