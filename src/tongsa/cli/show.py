"""Print what came of a command, for people and for scripts."""

from __future__ import annotations

import json
import sys
from dataclasses import asdict
from typing import TYPE_CHECKING, TypeVar

from tongsa.article.read import shown

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Sequence
    from pathlib import Path

    from tongsa.desk.work import Outcome
    from tongsa.edition.extract import Cuts
    from tongsa.errors import TongsaError
    from tongsa.model import Article

Work = TypeVar("Work")

_WIDE = 200
_KINDS = {"pot": "template", "po": "catalog", "mo": "MO"}
_LONG = 30  # pieces of work from which on progress is shown


def error(error: TongsaError) -> None:
    """Say on standard error what is wrong, where, and how to mend it."""
    print(f"tongsa: {shown(str(error))}", file=sys.stderr)


def warn(text: str) -> None:
    """Say on standard error what may surprise."""
    print(f"tongsa: warning: {shown(text)}", file=sys.stderr)


def waiting(path: Path) -> None:
    """Say that another run holds a file."""
    print(f"tongsa: waiting for another run, which holds {shown(str(path))}", file=sys.stderr)


def data(value: object) -> None:
    """Print a value as JSON."""
    json.dump(value, sys.stdout, ensure_ascii=False, indent=2)
    print()


def progress(work: Sequence[Work], title: str) -> Iterable[Work]:
    """Return the work; where it is long, a terminal's standard error shows a bar meanwhile."""
    if len(work) < _LONG or not sys.stderr.isatty():
        return work
    from rich.console import Console
    from rich.progress import track

    return track(work, title, console=Console(stderr=True), transient=True)


def outcomes(
    outcomes: Sequence[Outcome],
    errors: Sequence[TongsaError],
    output: str,
    steps: Collection[str],
) -> None:
    """Print what the steps did, and what went wrong."""
    for each in errors:
        error(each)
    if output == "json":
        data(
            {
                "editions": [asdict(outcome) for outcome in outcomes if outcome.language],
                "templates": [asdict(outcome) for outcome in outcomes if not outcome.language],
                "errors": [_error(each) for each in errors],
            }
        )
        return
    _table(outcomes, steps)


def _error(error: TongsaError) -> dict[str, object]:
    return {
        "file": error.file,
        "line": error.line,
        "column": error.column,
        "message": error.message,
        "mend": error.mend,
    }


def _table(outcomes: Sequence[Outcome], steps: Collection[str]) -> None:
    from rich import box
    from rich.console import Console
    from rich.table import Table
    from rich.text import Text

    table = Table(box=box.SIMPLE_HEAD, pad_edge=False)
    for title in ("article", "edition"):
        table.add_column(title, no_wrap=True)
    for title in ("units", "translated", "fuzzy", "untranslated"):
        table.add_column(title, justify="right")
    if steps:
        table.add_column("written")
    compiled = "compile" in steps
    if compiled:
        table.add_column("published")
    for outcome in outcomes:
        counts = (outcome.translated, outcome.fuzzy, outcome.untranslated)
        cells = [
            shown(outcome.article),
            outcome.language or "template",
            str(outcome.units),
            *(str(count) if outcome.language else "" for count in counts),
        ]
        if steps:
            cells.append(", ".join(_kind(path) for path in outcome.written) or "nothing new")
        if compiled:
            cells.append(_verdict(outcome))
        style = "yellow" if compiled and outcome.language and not outcome.published else ""
        table.add_row(*(Text(cell) for cell in cells), style=style)
    # A pipe has no width of its own; what is cut off there helps nobody.
    Console(width=None if sys.stdout.isatty() else _WIDE).print(table)
    if compiled:
        editions = [outcome for outcome in outcomes if outcome.language]
        published = sum(outcome.published for outcome in editions)
        print(f"{published} of {len(editions)} editions published")


def _verdict(outcome: Outcome) -> str:
    if not outcome.language:
        return ""
    return "yes" if outcome.published else f"no: {shown('; '.join(outcome.problems))}"


def _kind(path: str) -> str:
    if ".draft." in path.rpartition("/")[2]:
        return "draft"
    return _KINDS.get(path.rpartition(".")[2], "edition")


def blocks(article: Article, cuts: Cuts, output: str) -> None:
    """Print how an article is read and cut."""
    rows = [
        {
            "role": str(block.role),
            "prefix": block.prefix,
            "line": block.line,
            "speaker": block.speaker,
            "segments": [segment.text for segment in segments],
        }
        for block, segments in zip(article.blocks, cuts, strict=True)
    ]
    if output == "json":
        data(rows)
        return
    for block, segments in zip(article.blocks, cuts, strict=True):
        speaker = f" ({block.speaker})" if block.speaker else ""
        print(f"{block.line:>5}  {shown(f'{block.role}{speaker} {block.prefix}'.rstrip())}")
        for segment in segments:
            print(f"       | {shown(segment.text)}")
