"""Measure checking figures, beside pofilter and Weblate: see README.md."""

from __future__ import annotations

import argparse
import subprocess
import sys
from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING

import articles
import speed
from articles import LANGUAGES
from mutate import MUTATORS
from recall import make, measure
from rich.console import Console
from rich.table import Table

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from articles import Text
    from mutate import Mutant
    from recall import Score

_ROOT = Path(__file__).parents[2]
_CONSOLE = Console(width=140, highlight=False)
_RECALLING = ("tongsa", "tongsa, errors", "pofilter", "pofilter numbers", "Weblate")
_OURS = "tongsa"


def _recall(options: argparse.Namespace) -> None:
    _report({it: articles.news(options.news, it) for it in options.languages}, options)


def _desk(options: argparse.Namespace) -> None:
    _report({it: articles.desk(options.root, it) for it in options.languages}, options)


def _report(texts: dict[str, list[Text]], options: argparse.Namespace) -> None:
    """Print what is found of mutants, what is flagged as it is, and the texts if asked for."""
    found = _table("language", "mutator", "mutants", *(f"{it} %" for it in _RECALLING))
    clean = _table("language", "tool", "units", "flagged", "flagged %", "findings")
    lists: list[str] = []
    for language, each in texts.items():
        changed = make(each, language, limit=options.limit, seed=options.seed)
        scores = list(measure(each, changed, language, options.peers_python))
        for row in _found(scores, changed):
            found.add_row(language, *row)
        found.add_section()
        for score in scores:
            share = f"{100 * score.flagged / (len(each) or 1):.2f}"
            counts = (str(len(each)), str(score.flagged), share, str(len(score.clean)))
            clean.add_row(language, score.view, *counts)
            if options.show and (options.all or score.view.startswith(_OURS)):
                lists += _lists(score, language)
        clean.add_section()
    _CONSOLE.print(found)
    _CONSOLE.print(clean)
    print(*lists, sep="\n")


def _found(scores: Sequence[Score], changed: Sequence[Mutant]) -> Iterator[tuple[str, ...]]:
    """Yield a row for each mutator, and the mean of them all."""
    made = Counter(mutant.mutator for mutant in changed)
    by_view = {score.view: score for score in scores}
    shares = {
        view: {
            name: 100 * by_view[view].found[name] / made[name] for name in MUTATORS if made[name]
        }
        for view in _RECALLING
    }
    for name in MUTATORS:
        cells = (f"{shares[view][name]:.1f}" if made[name] else "–" for view in _RECALLING)
        yield (name, str(made[name]), *cells)
    means = (sum(it.values()) / (len(it) or 1) for it in shares.values())
    yield ("mean of the mutators", str(made.total()), *(f"{mean:.1f}" for mean in means))


def _lists(score: Score, language: str) -> Iterator[str]:
    """Yield what was flagged as it is, and which mutants were missed."""
    yield f"\n{score.view}, {language}: flagged as they are"
    for text, finding in score.clean:
        yield f"{text.id}  {finding}\n  {text.unit.source}\n  {text.unit.target}"
    if score.view not in _RECALLING:
        return
    yield f"\n{score.view}, {language}: mutants missed"
    for text, mutant in score.missed:
        start, end, now = mutant.edit
        edit = f"{text.unit.target[start:end] or '–'} → {now or '–'}"
        yield f"{text.id}  {mutant.mutator}: {edit}\n  {text.unit.source}\n  {mutant.target}"


def _speed(options: argparse.Namespace) -> None:
    table = _table("tool", "pairs a CPU second", "slowest", "fastest", "first pass, s", "pairs")
    for result in speed.compare(options.news, rounds=options.rounds, seconds=options.seconds):
        rates = (result.rate, min(result.rates), max(result.rates))
        cells = (*(f"{rate:,.0f}" for rate in rates), f"{result.first:.2f}", f"{result.pairs:,}")
        table.add_row(result.tool, *cells)
    _CONSOLE.print(table)


def _table(*headings: str) -> Table:
    table = Table()
    for heading in headings:
        words = heading in {"language", "mutator", "tool"}
        table.add_column(heading, justify="left" if words else "right")
    return table


def main() -> None:
    """Read the command line and run one benchmark."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--peers-python", default=sys.executable, help="one that has Weblate")
    commands = parser.add_subparsers(required=True)
    recall = commands.add_parser("recall", help="wrong figures that are found, sound ones flagged")
    recall.add_argument("news", type=Path, help="table with the columns document, en, ko, …")
    recall.set_defaults(run=_recall)
    own = commands.add_parser("desk", help="the same with a desk's own catalogs")
    own.add_argument("root", type=Path, nargs="?", default=_ROOT)
    own.set_defaults(run=_desk)
    for command in (recall, own):
        command.add_argument("--languages", nargs="+", default=list(LANGUAGES), choices=LANGUAGES)
        command.add_argument("--limit", type=int, default=300, help="mutants of each kind")
        command.add_argument("--show", action="store_true", help="list what is flagged and missed")
        command.add_argument("--all", action="store_true", help="list that of the peers, too")
    fast = commands.add_parser("speed", help="unit pairs a second")
    fast.add_argument("news", type=Path, help="as for recall")
    fast.add_argument("--rounds", type=int, default=3)
    fast.add_argument("--seconds", type=float, default=3.0, help="of each round, at the least")
    fast.set_defaults(run=_speed)
    options = parser.parse_args()
    try:
        options.run(options)
    except subprocess.CalledProcessError as error:
        sys.exit(
            f"{error.cmd[0]} failed at {Path(error.cmd[1]).name}; has it the peers of README.md?"
        )


if __name__ == "__main__":
    main()
