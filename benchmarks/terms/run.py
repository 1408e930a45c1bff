"""Measure finding terms and checking them, beside Weblate and others: see README.md."""

from __future__ import annotations

import argparse
import subprocess
import sys
import tempfile
from pathlib import Path
from random import Random
from statistics import median
from typing import TYPE_CHECKING, Any

import catalogs
import invent
import speed
from countries import countries
from load import write
from measure import TOOLS
from news import read
from recall import measure
from rich.console import Console
from rich.table import Table

if TYPE_CHECKING:
    from collections.abc import Iterator

    from recall import Score

_ROOT = Path(__file__).parents[2]
_LANGUAGES = ("ko", "zh_TW", "zh_CN")
_CONSOLE = Console(width=120, highlight=False)


def _recall(options: argparse.Namespace) -> None:
    concepts, left_out = countries(short=options.short, territories=options.territories)
    units = read(options.news)
    reasons: dict[str, list[str]] = {}
    for code, reason in left_out.items():
        reasons.setdefault(reason, []).append(code)
    print(f"{len(concepts)} countries; left out:")
    print(*(f"  {reason}: {' '.join(codes)}" for reason, codes in reasons.items()), sep="\n")
    table = _table("language", "tool", "mutants", "recall %", "units", "flagged %", "by errors %")
    lists: list[str] = []
    for language in options.languages:
        for score in measure(
            units,
            concepts,
            language,
            limit=options.limit,
            seed=options.seed,
            peers=options.peers_python,
        ):
            shares = (score.flagged / score.units, score.faulted / score.units)
            recall = f"{100 * score.found / (score.mutants or 1):.1f}"
            counts = (str(score.mutants), recall, str(score.units))
            table.add_row(language, score.tool, *counts, *(f"{100 * it:.2f}" for it in shares))
            if score.tool == "tongsa" or options.all:
                lists += _lists(score, language, show=options.show)
    _CONSOLE.print(table)
    print(*lists, sep="\n")


def _lists(score: Score, language: str, *, show: bool) -> Iterator[str]:
    """Yield what was flagged as it is, and which mutants were missed; texts only if asked for."""
    yield f"\n{score.tool}, {language}: flagged as they are"
    for unit, finding in score.clean:
        yield f"{unit.id}  {finding}"
        if show:
            yield f"  {unit.source}\n  {unit.targets[language]}"
    yield f"\n{score.tool}, {language}: mutants missed"
    for unit, mutant in score.missed:
        yield f"{unit.id}  {mutant.concept}, now {mutant.instead}"
        if show:
            yield f"  {unit.source}\n  {mutant.target}"


def _desk(options: argparse.Namespace) -> None:
    table = _table("catalog", "tool", "units", "flagged")
    lists = []
    for checked in catalogs.check(options.root, options.peers_python):
        counts = (str(checked.units), str(len(checked.flagged)))
        table.add_row(checked.catalog, checked.tool, *counts)
        if checked.tool == "tongsa" or options.all:
            lists += (f"{checked.tool}, {checked.catalog}:{at}  {it}" for at, it in checked.flagged)
    _CONSOLE.print(table)
    print(*lists, sep="\n")


def _speed(options: argparse.Namespace) -> None:
    random = Random(options.seed)
    lines = options.text.read_text("utf-8").splitlines() if options.text else None
    texts = [text for text in lines if text.strip()] if lines else None
    segments = texts or list(invent.segments(options.segments, random))
    size = sum(len(text.encode()) for text in segments)
    print(f"{len(segments)} segments, {size / 1e6:.1f} MB")
    for count in options.terms:
        terms = invent.terms(segments, count, Random(options.seed))
        table = _table(f"{len(terms)} terms", "MB/s", "least", "most", "hits", "build s", "peak MB")
        for result in speed.compare(
            terms, segments, options.tools, rounds=options.rounds, peers=options.peers_python
        ):
            rates = (result.rate, min(result.rates), max(result.rates))
            hits = f"{result.hits:.2f}" if result.hits else "–"
            table.add_row(
                result.tool,
                *(f"{rate:.1f}" for rate in rates),
                hits,
                f"{result.build:.2f}",
                f"{result.memory / 1e6:.0f}",
            )
        _CONSOLE.print(table)


def _load(options: argparse.Namespace) -> None:
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        write(folder, options.concepts, Random(options.seed))
        size = sum(file.stat().st_size for file in folder.iterdir())
        first, second = speed.load(folder, rounds=options.rounds)
    table = _table(f"{first[0]['concepts']} concepts, {size / 1e6:.1f} MB", "s", "CPU s", "peak MB")
    for name, runs in {"first time": first, "second time": second}.items():
        table.add_row(name, *_spread(runs, "wall"), *_spread(runs, "cpu"), _most(runs))
    _CONSOLE.print(table)


def _spread(runs: list[dict[str, Any]], key: str) -> list[str]:
    taken = [run[key] for run in runs]
    return [f"{median(taken):.2f} ({min(taken):.2f}–{max(taken):.2f})"]


def _most(runs: list[dict[str, Any]]) -> str:
    return f"{max(run['memory'] for run in runs) / 1e6:.0f}"


def _table(*headings: str) -> Table:
    table = Table()
    for at, heading in enumerate(headings):
        table.add_column(heading, justify="right" if at else "left")
    return table


def main() -> None:
    """Read the command line and run one benchmark."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--peers-python", default=sys.executable, help="one that has the peers")
    commands = parser.add_subparsers(required=True)
    recall = commands.add_parser("recall", help="replaced names that are found, sound ones flagged")
    recall.add_argument("news", type=Path, help="table with the columns document, en, ko, …")
    recall.add_argument("--languages", nargs="+", default=list(_LANGUAGES), choices=_LANGUAGES)
    recall.add_argument("--limit", type=int, default=300, help="mutants for each language")
    recall.add_argument("--short", action="store_true", help="with US, UK, 美, 英 and their like")
    recall.add_argument("--territories", action="store_true", help="with Guam and its like")
    recall.add_argument(
        "--all", action="store_true", help="list what Weblate flags and misses, too"
    )
    recall.add_argument("--show", action="store_true", help="list them with their texts")
    recall.set_defaults(run=_recall)
    own = commands.add_parser("desk", help="a desk's own catalogs, with its own glossary")
    own.add_argument("root", type=Path, nargs="?", default=_ROOT)
    own.add_argument("--all", action="store_true", help="list what Weblate flags, too")
    own.set_defaults(run=_desk)
    fast = commands.add_parser("speed", help="megabytes a second, and memory")
    fast.add_argument("--terms", type=int, nargs="+", default=[10_000, 100_000])
    fast.add_argument("--segments", type=int, default=50_000)
    fast.add_argument("--text", type=Path, help="a real text, one segment a line")
    fast.add_argument("--rounds", type=int, default=3)
    fast.add_argument("--tools", nargs="+", default=list(TOOLS), choices=TOOLS)
    fast.set_defaults(run=_speed)
    loading = commands.add_parser("load", help="seconds until a large glossary is loaded")
    loading.add_argument("--concepts", type=int, default=100_000)
    loading.add_argument("--rounds", type=int, default=3)
    loading.set_defaults(run=_load)
    options = parser.parse_args()
    try:
        options.run(options)
    except subprocess.CalledProcessError as error:
        sys.exit(
            f"{error.cmd[0]} failed at {Path(error.cmd[1]).name}; has it the peers of README.md?"
        )


if __name__ == "__main__":
    main()
