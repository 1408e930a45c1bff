"""Score tongsa's segmenter and its peers on the same texts in the same run.

Run with the "bench" extra installed: python benchmarks/segmentation/run.py [--data FOLDER].
"""

from __future__ import annotations

import argparse
import json
import sys
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from importlib import import_module, metadata
from pathlib import Path
from typing import Any

from rich.console import Console
from rich.table import Table

from tongsa.language.load import facts
from tongsa.segment import Quotes, segmenter

DATA = Path(__file__).resolve().parents[3] / "shared" / "data"
SIZES = (1_000_000, 5_000_000)
ROUNDS = 3

Split = Callable[[str], list[str]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Tool:
    """A segmenter to score."""

    name: str
    make: Callable[[str], Split]
    """Return its splitter for a language of LANGUAGES."""
    languages: tuple[str, ...] = ("en", "ko", "zh")
    long_texts: bool = True
    """Whether it ends on a long text in reasonable time."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Score:
    """How a tool did in one language."""

    precision: float
    recall: float
    cases: str
    speeds: tuple[float | None, ...]
    """Code points a CPU second: paragraph by paragraph, then in one string of each of SIZES."""

    @property
    def f1(self) -> float:
        """Harmonic mean of precision and recall."""
        return 2 * self.precision * self.recall / (self.precision + self.recall or 1)


def tongsa(quotes: Quotes) -> Callable[[str], Split]:
    """Return the maker of our own splitter."""

    def make(language: str) -> Split:
        split = segmenter({"zh": "zh_TW"}.get(language, language), quotes=quotes).split
        return lambda text: [segment.text for segment in split(text)]

    return make


def sentencex(language: str) -> Split:
    """Return sentencex's splitter (MIT, Rust)."""
    segment = import_module("sentencex").segment
    return lambda text: list(segment(language, text))


def pysbd(language: str) -> Split:
    """Return pysbd's splitter (MIT)."""
    split = import_module("pysbd").Segmenter(language=language, clean=False).segment
    return lambda text: list(split(text))


def icu(language: str) -> Split:
    """Return the splitter of ICU's sentence break iterator (Unicode licence)."""
    breaker = import_module("icu4py.breakers").SentenceBreaker
    return lambda text: [text[begin:end] for begin, end in breaker(text, language).segments()]


TOOLS = (
    Tool(name="tongsa, quotes=keep", make=tongsa("keep")),
    Tool(name="tongsa, quotes=split", make=tongsa("split")),
    Tool(name="sentencex", make=sentencex),
    Tool(name="pysbd", make=pysbd, languages=("en", "zh"), long_texts=False),
    Tool(name="icu4py", make=icu),
)


def paragraphs(data: Path, language: str) -> list[list[str]]:
    """Return PUD's paragraphs as lists of sentences."""
    text = (data / "pud" / f"{language}.txt").read_text("utf-8")
    return [paragraph.split("\n") for paragraph in text.strip().split("\n\n")]


def boundaries(sentences: list[str]) -> set[int]:
    """Return the boundaries within a paragraph, in code points without white space."""
    found, position = set(), 0
    for sentence in sentences:
        position += len("".join(sentence.split()))
        found.add(position)
    return found - {position}


def speed(split: Split, texts: list[str]) -> float:
    """Return code points a CPU second, the best of some rounds."""
    best = float("inf")
    for _ in range(ROUNDS):
        began = time.process_time()
        for text in texts:
            split(text)
        best = min(best, time.process_time() - began)
    return sum(map(len, texts)) / best


def passed(split: Split, cases: list[dict[str, Any]]) -> Iterator[bool]:
    """Yield for each case whether it is cut as expected."""
    for case in cases:
        found = [part.strip() for part in split(case["input"]) if part.strip()]
        yield found in [case["expected"], *case.get("also_accept", [])]


def score(tool: Tool, language: str, data: Path) -> Score:
    """Run a tool on all texts of a language."""
    split = tool.make(language)
    joiner = facts(language).joiner
    gold = paragraphs(data, language)
    texts = [joiner.join(sentences) for sentences in gold]
    right = wrong = missed = 0
    for sentences, text in zip(gold, texts, strict=True):
        want, found = boundaries(sentences), boundaries(split(text))
        right += len(want & found)
        wrong += len(found - want)
        missed += len(want - found)
    cases = json.loads((data / "segment-cases-dev.json").read_text("utf-8"))
    results = list(passed(split, [case for case in cases if case["lang"] == language]))
    whole = joiner.join(texts)
    long_texts = [(whole * (size // len(whole) + 1))[:size] for size in SIZES]
    return Score(
        precision=100 * right / (right + wrong or 1),
        recall=100 * right / (right + missed),
        cases=f"{sum(results)}/{len(results)}",
        speeds=(
            speed(split, texts),
            *(speed(split, [text]) if tool.long_texts else None for text in long_texts),
        ),
    )


def main() -> None:
    """Print one table a language."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, default=DATA, help="folder with pud/ and the cases")
    data = parser.parse_args().data
    if not (data / "pud").is_dir():
        sys.exit(f"{data}: no pud folder there; name the folder with --data")
    console = Console(width=96)
    for language in ("en", "ko", "zh"):
        table = Table(title=f"{facts(language).name}: PUD and cases, million code points a second")
        for heading in ("tool", "P", "R", "F1", "cases", "paragraphs", "1 MB", "5 MB"):
            table.add_column(heading, justify="left" if heading == "tool" else "right")
        for tool in TOOLS:
            if language not in tool.languages:
                continue
            try:
                got = score(tool, language, data)
            except ModuleNotFoundError as error:
                table.add_row(f"{tool.name}: {error}")
                continue
            name = tool.name if tool.name.startswith("tongsa") else _versioned(tool.name)
            speeds = ["–" if one is None else f"{one / 1e6:.2f}" for one in got.speeds]
            figures = [f"{one:.2f}" for one in (got.precision, got.recall, got.f1)]
            table.add_row(name, *figures, got.cases, *speeds)
        console.print(table)


def _versioned(package: str) -> str:
    return f"{package} {metadata.version(package)}"


if __name__ == "__main__":
    main()
