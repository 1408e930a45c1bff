"""Measure aligning old messages with new units, beside msgmerge: see README.md."""

from __future__ import annotations

import argparse
import subprocess
import tempfile
from pathlib import Path
from random import Random

import articles
import invent
import large
import tools

_NEWS = Path(__file__).parents[3] / "shared/data/ntrex-dev/news.tsv"


def _articles(options: argparse.Namespace) -> None:
    if not options.news.exists():
        print(f"skipped: no {options.news}")
        return
    with tempfile.TemporaryDirectory() as folder:
        counts = articles.measure(
            options.news,
            Path(folder),
            rounds=options.rounds,
            seed=options.seed,
            show=options.show,
        )
    for name, count in counts.items():
        total = count.total()
        figures = "  ".join(f"{it} {100 * count[it] / total:.2f}" for it in articles.OUTCOMES)
        print(f"{name:10} {figures}  (% of {total} words)")


def _large(options: argparse.Namespace) -> None:
    random = Random(options.seed)
    wanted = options.units + options.units // 50
    texts = list(
        large.collect(options.corpus) if options.corpus else invent.sentences(wanted, random)
    )
    task = large.prepare(list(texts), options.units, random)
    letters = sum(len(message.source) for message in task.old) / len(task.old)
    print(f"{options.units} units of {letters:.0f} letters, {len(task.origins)} edited")
    commands = {"tongsa": tools.ours_command, "msgmerge": tools.msgmerge_command}
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        large.write(task, folder)
        for tool in options.tools:
            try:
                cost = tools.run(commands[tool](folder), options.timeout)
            except subprocess.TimeoutExpired:
                print(f"{tool:10} not done in {options.timeout:.0f} s")
                continue
            counts = large.judge(task, tools.read_suggestions(folder / f"{tool}.po"))
            figures = "  ".join(f"{kind} {count}" for kind, count in counts.items())
            print(f"{tool:10} {cost.cpu:.2f} s CPU  {cost.memory >> 20} MiB  {figures}", flush=True)


def main() -> None:
    """Read the command line and run one benchmark."""
    parser = argparse.ArgumentParser(description=__doc__)
    commands = parser.add_subparsers(required=True)
    news = commands.add_parser("articles", help="articles through rounds of edits")
    news.add_argument("--news", type=Path, default=_NEWS)
    news.add_argument("--rounds", type=int, default=5)
    news.add_argument("--seed", type=int, default=1)
    news.add_argument("--show", action="store_true", help="print what went wrong")
    news.set_defaults(run=_articles)
    big = commands.add_parser("large", help="one large catalog, 5 %% of it edited")
    big.add_argument("--corpus", type=Path, help="folder of PO files, or of TXT files of lines")
    big.add_argument("--units", type=int, default=5000)
    big.add_argument("--seed", type=int, default=1)
    big.add_argument("--timeout", type=float, default=1500.0, help="seconds for each tool")
    big.add_argument("--tools", nargs="+", default=["tongsa", "msgmerge"])
    big.set_defaults(run=_large)
    options = parser.parse_args()
    options.run(options)


if __name__ == "__main__":
    main()
