"""Measure all checks, beside pofilter and Weblate: see README.md."""

from __future__ import annotations

import argparse
import subprocess
import sys
from pathlib import Path

import setting
import show
import speed
import tables
from articles import LANGUAGES
from recall import answers

_ROOT = Path(__file__).parents[2]


def _recall(options: argparse.Namespace) -> None:
    concepts = setting.glossary(options.root)
    runs = []
    for language in options.languages:
        world = setting.world(options.news, options.root, concepts, language)
        made = setting.mutants(world, limit=options.limit, seed=options.seed)
        found = answers(world, made, concepts, options.peers_python)
        runs.append(tables.Run(world=world, mutants=made, found=found))
    for part in (tables.recall(runs), tables.means(runs), tables.clean(runs)):
        print(*part, sep="\n\n", end="\n\n")
    if options.full:
        for run in runs:
            print(*tables.in_full(run), sep="\n\n", end="\n\n")
    if options.samples:
        show.samples(runs, options.samples, each=options.each)
    if options.missed:
        show.samples(runs, options.missed, each=options.each, missed=True)
    if options.flags:
        show.flags(runs, options.flags)


def _speed(options: argparse.Namespace) -> None:
    concepts = setting.glossary(options.root)
    rows = speed.speed(
        options.news,
        options.root,
        concepts,
        options.peers_python,
        units=options.units,
        rounds=options.rounds,
    )
    print(*rows)


def _cold(options: argparse.Namespace) -> None:
    print(*speed.cold(options.root, article=options.article, rounds=options.rounds))


def _again(options: argparse.Namespace) -> None:
    concepts = setting.glossary(options.root)
    rows = speed.again(
        options.news, options.root, concepts, units=options.units, rounds=options.rounds
    )
    print(*rows)


def _million(options: argparse.Namespace) -> None:
    concepts = setting.glossary(options.root)
    rows = speed.million(
        options.news, options.root, concepts, units=options.units, kept=options.kept
    )
    print(*rows)


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument(
        "--peers-python", default=None, help="one that has Weblate; else without it"
    )
    parser.add_argument(
        "--root", type=Path, default=_ROOT, help="a desk, with glossary and catalogs"
    )
    commands = parser.add_subparsers(required=True)
    recall = commands.add_parser("recall", help="errors that are found, sound ones flagged")
    recall.add_argument("news", type=Path, help="table with the columns document, en, ko, …")
    recall.add_argument("--seed", type=int, default=1)
    recall.add_argument("--limit", type=int, default=300, help="mutants of each type and language")
    recall.add_argument("--languages", nargs="+", default=list(LANGUAGES), choices=LANGUAGES)
    recall.add_argument("--full", action="store_true", help="an interval to every share")
    recall.add_argument("--samples", type=Path, help="write mutants of every type there")
    recall.add_argument("--missed", type=Path, help="write mutants there that tongsa misses")
    recall.add_argument("--each", type=int, default=10, help="so many of each type and language")
    recall.add_argument("--flags", type=Path, help="write there what is flagged as it is")
    recall.set_defaults(run=_recall)
    fast = commands.add_parser("speed", help="units a second, beside the peers")
    fast.set_defaults(run=_speed)
    start = commands.add_parser("cold", help="one article of the desk from a cold start")
    start.add_argument("article", nargs="?", default="seeds/semicon-digest.txt")
    start.set_defaults(run=_cold)
    second = commands.add_parser("again", help="a second run over unchanged catalogs")
    second.set_defaults(run=_again)
    many = commands.add_parser("million", help="memory for a million units")
    many.add_argument("--kept", action="store_true", help="keep results for the next run")
    many.set_defaults(run=_million)
    for command, units in ((fast, 10_000), (second, 10_000), (many, 1_000_000)):
        command.add_argument("news", type=Path, help="as for recall")
        command.add_argument("--units", type=int, default=units, help="at the least")
    for command, rounds in ((fast, 3), (start, 15), (second, 3)):
        command.add_argument("--rounds", type=int, default=rounds)
    return parser


def main() -> None:
    """Read the command line and run one benchmark."""
    options = _parser().parse_args()
    try:
        options.run(options)
    except subprocess.CalledProcessError as error:
        print(error.stderr or "", file=sys.stderr)
        sys.exit(f"{' '.join(map(str, error.cmd))} failed; has it what README.md asks for?")


if __name__ == "__main__":
    main()
