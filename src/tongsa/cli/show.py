"""Print what came of a command, for people and for scripts."""

from __future__ import annotations

import os
import sys
from contextlib import ExitStack
from dataclasses import asdict
from shutil import get_terminal_size
from time import monotonic
from typing import TYPE_CHECKING, TypeVar

from tongsa.shown import shown

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
    from pathlib import Path

    from rich.progress import Progress

    from tongsa.desk.work import Outcome
    from tongsa.edition.extract import Cuts
    from tongsa.errors import TongsaError
    from tongsa.model import Article, Finding

Work = TypeVar("Work")

_INDENT = 9  # columns before what is said of an edition
_WIDEST = 120  # columns of a line that is broken
_NARROWEST = 8  # columns of a cell of words: "po txt mo"
_LONG = 1.0  # seconds from which on progress is shown


def error(error: TongsaError) -> None:
    """Say on standard error what is wrong, where, and how to mend it."""
    print(f"tongsa: {shown(str(error))}", file=sys.stderr)


def warn(text: str) -> None:
    """Say on standard error what may surprise."""
    print(f"tongsa: warning: {shown(text)}", file=sys.stderr)


def note(text: str) -> None:
    """Say on standard error what takes a while."""
    print(f"tongsa: {shown(text)}", file=sys.stderr)


def waiting(path: Path) -> None:
    """Say that another run holds a file."""
    print(f"tongsa: waiting for another run, which holds {shown(str(path))}", file=sys.stderr)


def counted(number: int, noun: str) -> str:
    """Return a number with its noun: ``1 term``, ``2 terms``."""
    return f"{number:,} {noun}{'s' if number != 1 else ''}"


def page(lines: Iterable[str], *, hang: int = 2) -> None:
    """Print lines broken at spaces to fit the screen, what follows indented by ``hang`` more."""
    from tongsa.report.terminal import broken

    columns = columns_of_screen()
    for line in lines:
        indent = len(line) - len(line.lstrip(" "))
        print("\n".join(broken(shown(line), columns, hang=indent + hang)))


def columns_of_screen() -> int:
    """Return how many columns a line may take: longer ones are hard to read."""
    return min(get_terminal_size().columns, _WIDEST)


def in_colour() -> bool:
    """Whether a person looks at a screen that has colours."""
    plain = "NO_COLOR" in os.environ or os.environ.get("TERM") == "dumb"
    return not plain and sys.stdout.isatty()


def data(value: object) -> None:
    """Print a value as JSON."""
    from tongsa.report.machine import dumped

    print(dumped(value, indent=2))


def line(value: object) -> None:
    """Print a value as JSON on one line."""
    from tongsa.report.machine import dumped

    print(dumped(value))


def progress(work: Iterable[Work], title: str, *, length: int | None = None) -> Iterator[Work]:
    """Yield the work; what takes long shows a bar on a terminal's standard error meanwhile.

    Of work that comes one after another the length must be told.
    """
    if length is None:
        work = list(work)
        length = len(work)
    start = monotonic()
    with ExitStack() as stack:
        bar: Progress | None = None
        for done, each in enumerate(work):
            if bar:
                bar.update(bar.task_ids[0], completed=done)
            elif done and monotonic() - start > _LONG and sys.stderr.isatty():
                bar = stack.enter_context(_bar(title, done, length))
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
        from tongsa.report.machine import error_as_table

        data(
            {
                "editions": [asdict(outcome) for outcome in outcomes if outcome.language],
                "templates": [asdict(outcome) for outcome in outcomes if not outcome.language],
                "errors": [error_as_table(each) for each in errors],
            }
        )
        return
    _table(outcomes, steps)


def _table(outcomes: Sequence[Outcome], steps: Collection[str]) -> None:
    """Print each article with a line for every edition, or for its template if that is all.

    An article's name has a line of its own, so that the figures fit into 80 columns whatever it is.
    """
    import typer

    rows = [outcome for outcome in outcomes if outcome.language] or outcomes
    titles = [title for title, fits in _COLUMNS if fits(rows, steps)]
    if rows:
        _line(titles, titles)
    article = ""
    for row in rows:
        if row.article != article:
            article = row.article
            typer.secho(shown(article), bold=True)
        _line(titles, [_cell(row, title) for title in titles], published=row.published)
        for text in (*map(_finding, row.findings), *row.faults, *row.notes):
            page([f"{'':{_INDENT}}{text}"])
    if rows and "compile" in steps:
        print(f"{sum(row.published for row in rows)} of {len(rows)} editions published")


def _finding(finding: Finding) -> str:
    place = f"{finding.file}:{finding.line}:{finding.column}"
    return f"{place}: {finding.code} {finding.message}"


def _line(titles: Sequence[str], cells: Sequence[str], *, published: bool | None = None) -> None:
    """Print cells under their titles, figures to the right; colour says whether published."""
    import typer

    padded = [
        cell.rjust(len(title)) if title in _FIGURES else cell.ljust(max(len(title), _NARROWEST))
        for title, cell in zip(titles, cells, strict=True)
    ]
    if titles[-1] == "published" and published is not None:
        padded[-1] = typer.style(cells[-1], fg="green" if published else "yellow")
    typer.echo("  ".join(["", *padded]).rstrip())


def _cell(row: Outcome, title: str) -> str:
    if title == "edition":
        return row.language
    if title == "written":
        return " ".join(map(_kind, row.written)) or "–"
    if title == "published":
        return "error" if row.failed else "yes" if row.published else "kept back"
    return str(getattr(row, title))


def _editions(rows: Sequence[Outcome], _steps: Collection[str]) -> bool:
    return any(row.language for row in rows)


_FIGURES = ("units", "translated", "fuzzy", "untranslated")
_COLUMNS: Sequence[tuple[str, Callable[[Sequence[Outcome], Collection[str]], bool]]] = (
    ("edition", _editions),
    ("units", lambda _rows, _steps: True),
    ("translated", _editions),
    ("fuzzy", _editions),
    ("untranslated", _editions),
    ("written", lambda _rows, steps: bool(steps)),
    ("published", lambda _rows, steps: "compile" in steps),
)
"""The titles in order, and when each is shown."""


def _kind(path: str) -> str:
    """Return what kind of file was written: ``po``, ``mo``, ``txt``."""
    return path.rpartition(".")[2]


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
