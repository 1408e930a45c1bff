"""Measure telling whether two spellings are one name, beside other tools: see README.md."""

from __future__ import annotations

import argparse
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import documents
import ours
import pairs
import speed
import spellings
import tools
from lists import KOREA, TAIWAN, load
from pairs import HOMOPHONE, RANDOM, SIBLING, SURNAME, Pair
from rich.console import Console
from rich.table import Table

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from pairs import PairSet

_CONSOLE = Console(width=140, highlight=False)
_WORDS = {"set", "about", "tool", "at", "what", "pairs of", "documents"}
_APART = 1_000  # milliseconds in a second

Verdicts = dict[str, list[tuple[Pair, str, float]]]
"""What tongsa says of the pairs of each kind; that of positives is empty."""


def _pairs(options: argparse.Namespace) -> None:
    lists = load(options.folder, options.peers_python)
    _remark(lists.remarks)
    said = _table("set", "pairs", "same", "same %", "same, possible", "%", "letters alike")
    wrong = _table("set", "verdict", *(RANDOM, SURNAME, SIBLING, HOMOPHONE))
    told = _table(
        "set", "tool", "F1", "at", "F1, siblings", "P 99.9", "P 95", "P 99.9, sib.", "P 95, sib."
    )
    lines: list[str] = []
    for each in pairs.make(lists, options.seed):
        verdicts = _judge(each)
        said.add_row(each.kind.name, *_recall(each, verdicts))
        for verdict in (ours.SAME, ours.POSSIBLE):
            wrong.add_row(each.kind.name, verdict, *_rates(verdicts, verdict))
        for row in _curves(each, verdicts, () if options.alone else tools.TOOLS, options):
            told.add_row(each.kind.name, *row)
        told.add_section()
        lines += [f"\n{each.kind.name}: {each.kind.about}", *_lists(verdicts)]
    for title, table in {
        "tongsa: pairs that are one person's": said,
        "tongsa: pairs that are not, and the verdict on them": wrong,
        "F1 at its highest, and recall in % at a precision in %": told,
    }.items():
        table.title = title
        _CONSOLE.print(table)
    if options.show:
        print(*lines, sep="\n")


def _judge(each: PairSet) -> Verdicts:
    found: Verdicts = {"": [], RANDOM: [], SURNAME: [], SIBLING: [], HOMOPHONE: []}
    for kind, pair in each.each():
        found[kind].append((pair, *ours.compare(pair.left, pair.right)))
    return found


def _recall(each: PairSet, verdicts: Verdicts) -> Iterator[str]:
    said = [verdict for _, verdict, _ in verdicts[""]]
    same, possible = said.count(ours.SAME), said.count(ours.POSSIBLE)
    yield str(len(said))
    for count in (same, same + possible):
        yield str(count)
        yield f"{100 * count / (len(said) or 1):.1f}"
    yield str(each.alike)


def _rates(verdicts: Verdicts, verdict: str) -> Iterator[str]:
    for kind in (RANDOM, SURNAME, SIBLING, HOMOPHONE):
        said = [it for _, it, _ in verdicts[kind]]
        count = said.count(verdict)
        yield f"{count}/{len(said):,} ({100 * count / (len(said) or 1):.2f} %)"


def _curves(
    each: PairSet, verdicts: Verdicts, peers: Sequence[str], options: argparse.Namespace
) -> Iterator[tuple[str, ...]]:
    """Yield a row for each tool; homophones stand outside."""
    kinds = [kind for kind, _ in each.each() if kind != HOMOPHONE]
    asked = [(pair.left, pair.right) for kind, pair in each.each() if kind != HOMOPHONE]
    ours_first = {
        "tongsa": [it for kind in verdicts if kind != HOMOPHONE for *_, it in verdicts[kind]]
    }
    found = ours_first | tools.scores(asked, peers, options.peers_python)
    for tool, scores in found.items():
        all_pairs = [(score, not kind, kind) for score, kind in zip(scores, kinds, strict=True)]
        natural, siblings = (
            tools.points(
                [(score, truth) for score, truth, kind in all_pairs if kind != left_out],
                len(each.positives),
            )
            for left_out in (SIBLING, None)
        )
        best = tools.best(natural)
        recalls = (
            f"{100 * tools.reaching(curve, precision).recall:.1f}"
            for curve in (natural, siblings)
            for precision in (0.999, 0.95)
        )
        yield (
            tool,
            f"{best.f1:.3f}",
            f"{best.threshold:.3g}",
            f"{tools.best(siblings).f1:.3f}",
            *recalls,
        )


def _lists(verdicts: Verdicts) -> Iterator[str]:
    """Yield the missed positives, and the negatives that are told to be the same."""
    for pair, verdict, score in sorted(verdicts[""], key=lambda it: it[2]):
        if verdict != ours.SAME:
            yield f"missed  {verdict:9} {score:6.1f}  {pair.left} | {pair.right}  {pair.who[0]}"
    for kind in (RANDOM, SURNAME, SIBLING):
        for pair, verdict, score in verdicts[kind]:
            if verdict == ours.SAME:
                who = " ≠ ".join(pair.who)
                yield f"false same  {kind:12} {score:6.1f}  {pair.left} | {pair.right}  {who}"


def _documents(options: argparse.Namespace) -> None:
    lists = load(options.folder, options.peers_python)
    _remark(lists.remarks)
    table = _table("documents", "tool", "at", "P %", "R %", "F1")
    lines: list[str] = []
    for about, sibling in (("as they are", False), ("with a sibling", True)):
        made = documents.make(lists, options.documents, options.seed, sibling=sibling)
        for result in documents.measure(made, options.tools, options.peers_python):
            point = result.point
            shares = (
                f"{100 * point.precision:.2f}",
                f"{100 * point.recall:.1f}",
                f"{point.f1:.3f}",
            )
            table.add_row(f"{len(made):,}, {about}", result.tool, result.about, *shares)
            lines += [
                f"{about}: {one[1]} | {other[1]}  {one[0]} ≠ {other[0]}"
                for one, other in result.wrong
            ]
        table.add_section()
    _CONSOLE.print(table)
    if options.show:
        print("put together wrongly", *lines, sep="\n")


def _variants(options: argparse.Namespace) -> None:
    lists = load(options.folder, options.peers_python)
    _remark(lists.remarks)
    table = _table("what", "names", *(f"in {first}" for first in spellings.FIRST), "any", "forms")
    missed: list[str] = []
    for ranks in spellings.measure(lists):
        counts = (*map(ranks.within, spellings.FIRST), ranks.found)
        names = len(ranks.ranks)
        shares = (f"{count} ({100 * count / names:.1f} %)" for count in counts)
        table.add_row(ranks.what, str(names), *shares, f"{ranks.size:g}")
        missed += [f"\nnot among them: {ranks.what}", *ranks.missed]
    _CONSOLE.print(table)
    if options.show:
        print(*missed, sep="\n")


def _speed(options: argparse.Namespace) -> None:
    lists = load(options.folder, options.peers_python)
    made = pairs.make(lists, options.seed)
    negatives = [(pair.left, pair.right) for each in made for kind, pair in each.each() if kind]
    asked = {
        "the negatives": negatives,
        "names never seen": speed.fresh(lists, options.pairs, options.seed),
    }
    table = _table("tool", "pairs of", "pairs", "cold, a second", "warm, a second", "load ms")
    for result in speed.compare(asked, speed.TOOLS, options.rounds):
        rates = (f"{result.rate(part):,.0f}" for part in ("cold", "warm"))
        load_ms = f"{_APART * result.middle('load'):.0f}"
        table.add_row(result.tool, result.about, f"{result.pairs:,}", *rates, load_ms)
    _CONSOLE.print(table)
    names = {name: [(it.characters, "") for it in lists.people[name]] for name in (KOREA, TAIWAN)}
    writing = _table("what", "names", "cold, ms a name", "warm, ms a name", "load ms")
    for result in speed.compare(names, (speed.VARIANTS,), options.rounds):
        each = (f"{_APART * result.middle(part) / result.pairs:.2f}" for part in ("cold", "warm"))
        load_ms = f"{_APART * result.middle('load'):.0f}"
        writing.add_row(f"variants, {result.about}", str(result.pairs), *each, load_ms)
    _CONSOLE.print(writing)


def _remark(remarks: Sequence[str]) -> None:
    print(*remarks, sep="\n")


def _table(*headings: str) -> Table:
    table = Table()
    for heading in headings:
        table.add_column(heading, justify="left" if heading in _WORDS else "right")
    return table


def main() -> None:
    """Read the command line and run one benchmark."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--peers-python", default=sys.executable, help="one that has the peers")
    commands = parser.add_subparsers(required=True)
    paired = commands.add_parser("pairs", help="spellings of one person told from those of two")
    paired.add_argument("--alone", action="store_true", help="tongsa without its peers")
    paired.set_defaults(run=_pairs)
    whole = commands.add_parser("documents", help="names put together in simulated documents")
    whole.add_argument("--documents", type=int, default=2_000)
    whole.add_argument("--tools", nargs="*", default=list(tools.TOOLS), choices=tools.TOOLS)
    whole.set_defaults(run=_documents)
    written = commands.add_parser("variants", help="where the published spelling stands")
    written.set_defaults(run=_variants)
    fast = commands.add_parser("speed", help="comparisons a second, and loading")
    fast.add_argument("--pairs", type=int, default=20_000, help="of names never seen")
    fast.add_argument("--rounds", type=int, default=3)
    fast.set_defaults(run=_speed)
    for command in (paired, whole, written, fast):
        command.add_argument("folder", type=Path, help="with the two lists of names")
    for command in (paired, whole, written):
        command.add_argument("--show", action="store_true", help="list what is missed and wrong")
    options = parser.parse_args()
    try:
        options.run(options)
    except subprocess.CalledProcessError as error:
        sys.exit(
            f"{error.cmd[0]} failed at {Path(error.cmd[1]).name}; has it the peers of README.md?"
        )


if __name__ == "__main__":
    main()
