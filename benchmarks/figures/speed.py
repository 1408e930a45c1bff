"""Time checks over aligned news; as a program one tool in a process of its own."""

from __future__ import annotations

import json
import subprocess
import sys
import time
from collections.abc import Callable
from dataclasses import dataclass, replace
from itertools import groupby
from pathlib import Path
from statistics import median
from typing import TYPE_CHECKING, Any

import ours
import pofilter
from articles import LANGUAGES, news

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from tongsa.model import TranslationUnit

Articles = list[tuple[str, list["TranslationUnit"]]]
"""Each with its language."""
Check = Callable[[str, list["TranslationUnit"]], object]
"""Checks an article of a language."""

_ALPHABET = "abcdefghijklmnop"


def _tongsa() -> Check:
    flags = {language: ours.checker(language) for language in LANGUAGES}
    return lambda language, units: flags[language](units)


def _toolkit(*tests: str) -> Check:
    flags = {language: pofilter.checker(language, *tests) for language in LANGUAGES}
    return lambda language, units: [flags[language](unit.source, unit.target) for unit in units]


TOOLS: dict[str, Callable[[], Check]] = {
    "tongsa": _tongsa,
    "pofilter": _toolkit,
    "pofilter numbers": lambda: _toolkit(pofilter.NUMBERS),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Speed:
    """How fast a tool was over all rounds."""

    tool: str
    rates: tuple[float, ...]
    """Unit pairs a CPU second, of each round."""
    first: float
    """CPU seconds of the first pass over the news, with all that is loaded for it; the median."""
    pairs: int
    """In one pass."""

    @property
    def rate(self) -> float:
        """The median."""
        return median(self.rates)


def compare(path: Path, *, rounds: int, seconds: float) -> Iterator[Speed]:
    """Yield each tool's speed; they take turns."""
    runs: dict[str, list[dict[str, Any]]] = {tool: [] for tool in TOOLS}  # Any: JSON
    for _ in range(rounds):
        for tool in TOOLS:
            command = [sys.executable, __file__, tool, str(path), str(seconds)]
            done = subprocess.run(command, stdout=subprocess.PIPE, text=True, check=True)
            runs[tool].append(json.loads(done.stdout))
    for tool, results in runs.items():
        yield Speed(
            tool=tool,
            rates=tuple(it["pairs"] * it["passes"] / it["seconds"] for it in results),
            first=median(it["first"] for it in results),
            pairs=results[0]["pairs"],
        )


def _read(path: Path) -> Articles:
    return [
        (language, [text.unit for text in group])
        for language in LANGUAGES
        for _, group in groupby(news(path, language), key=lambda text: text.article)
    ]


def _afresh(articles: Articles, number: int) -> Articles:
    """Return the articles with a word before each text, so that no pass reads what another did."""
    word = "".join(_ALPHABET[int(digit, 16)] for digit in f"{number:x}")
    return [
        (language, [_begun(unit, f"({word}) ") for unit in units]) for language, units in articles
    ]


def _begun(unit: TranslationUnit, begin: str) -> TranslationUnit:
    return replace(unit, source=begin + unit.source, target=begin + unit.target)


def _pass(check: Check, articles: Sequence[tuple[str, list[TranslationUnit]]]) -> None:
    for language, units in articles:
        check(language, units)


def main() -> None:
    """Time TOOL over NEWS for SECONDS at the least, and print what it took as JSON."""
    tool, path, seconds = sys.argv[1:]
    articles = _read(Path(path))
    began = time.process_time()
    check = TOOLS[tool]()
    _pass(check, articles)
    first = time.process_time() - began
    taken, passes = 0.0, 0
    while taken < float(seconds):
        passes += 1
        texts = _afresh(articles, passes)
        began = time.process_time()
        _pass(check, texts)
        taken += time.process_time() - began
    pairs = sum(len(units) for _, units in articles)
    json.dump({"pairs": pairs, "passes": passes, "seconds": taken, "first": first}, sys.stdout)


if __name__ == "__main__":
    main()
