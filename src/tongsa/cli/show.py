"""Print what came of a command, for people and for scripts."""

from __future__ import annotations

import json
import sys
from contextlib import ExitStack
from dataclasses import asdict, dataclass
from time import monotonic
from typing import TYPE_CHECKING, Literal, TypeVar

from tongsa.article.read import shown

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterator, Sequence
    from pathlib import Path

    from rich.progress import Progress

    from tongsa.desk.work import Outcome
    from tongsa.edition.extract import Cuts
    from tongsa.errors import TongsaError
    from tongsa.model import Article

Work = TypeVar("Work")

_WIDE = 200
_LONG = 1.0  # seconds from which on progress is shown


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


def progress(work: Sequence[Work], title: str) -> Iterator[Work]:
    """Yield the work; what takes long shows a bar on a terminal's standard error meanwhile."""
    start = monotonic()
    with ExitStack() as stack:
        bar: Progress | None = None
        for done, each in enumerate(work):
            if bar:
                bar.update(bar.task_ids[0], completed=done)
            elif done and monotonic() - start > _LONG and sys.stderr.isatty():
                bar = stack.enter_context(_bar(title, done, len(work)))
            yield each


def _bar(title: str, done: int, length: int) -> Progress:
    from rich.console import Console
    from rich.progress import Progress

    bar = Progress(console=Console(stderr=True), transient=True)
    bar.add_task(title, total=length, completed=done)
    return bar


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
    """Print a row for each edition, or for each template if that is all there is."""
    from rich import box
    from rich.console import Console
    from rich.table import Table
    from rich.text import Text

    rows = [outcome for outcome in outcomes if outcome.language] or outcomes
    columns = [column for column in _COLUMNS if column.fits(rows, steps)]
    table = Table(box=box.SIMPLE_HEAD, pad_edge=False, padding=(0, 1, 0, 0))
    for column in columns:
        table.add_column(column.title, justify=column.justify, overflow="fold")
    for row in rows:
        cells = [Text(shown(column.cell(row))) for column in columns]
        if "compile" in steps:
            cells[-1].stylize("green" if row.published else "yellow")
        table.add_row(*cells)
    # A pipe has no width of its own; what is folded there is hard to search.
    Console(width=None if sys.stdout.isatty() else _WIDE).print(table)
    for row in rows:
        for text in (*row.notes, *row.faults):
            print(f"{shown(row.article)} {row.language}: {shown(text)}")
    if "compile" in steps:
        print(f"{sum(row.published for row in rows)} of {len(rows)} editions published")


@dataclass(frozen=True, slots=True)
class _Column:
    """A column of the table of outcomes."""

    title: str
    cell: Callable[[Outcome], str]
    fits: Callable[[Sequence[Outcome], Collection[str]], bool] = lambda _rows, _steps: True
    justify: Literal["left", "right"] = "left"


def _editions(rows: Sequence[Outcome], _steps: Collection[str]) -> bool:
    return any(row.language for row in rows)


_COLUMNS = (
    _Column("article", lambda row: row.article),
    _Column("edition", lambda row: row.language, _editions),
    _Column("units", lambda row: str(row.units), justify="right"),
    _Column("translated", lambda row: str(row.translated), _editions, "right"),
    _Column("fuzzy", lambda row: str(row.fuzzy), _editions, "right"),
    _Column("untranslated", lambda row: str(row.untranslated), _editions, "right"),
    _Column(
        "written",
        lambda row: " ".join(map(_kind, row.written)) or "–",
        lambda _rows, steps: bool(steps),
    ),
    _Column(
        "published",
        lambda row: "yes" if row.published else "kept back",
        lambda _rows, steps: "compile" in steps,
    ),
)


def _kind(path: str) -> str:
    """Return ``po``, ``mo``, ``txt``, ``draft``: what kind of file was written."""
    name = path.rpartition("/")[2]
    return "draft" if ".draft." in name else name.rpartition(".")[2]


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
