"""Tell what a run of checks found: on the screen, or as a report in a file."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

from tongsa.cli import show
from tongsa.cli.desks import repository
from tongsa.desk import store
from tongsa.errors import TongsaError
from tongsa.model import Severity
from tongsa.report import formats, summing, terminal
from tongsa.report.run import Run, Summary, count
from tongsa.shown import shown

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator, Sequence

    from tongsa.cli.order import Telling
    from tongsa.desk.checking import Checker
    from tongsa.desk.targets import Target
    from tongsa.model import Finding
    from tongsa.report.sheet import Sheet
    from tongsa.report.terminal import Paint

_COLOURS = {Severity.ERROR: "red", Severity.WARNING: "yellow", Severity.NOTE: "cyan"}
_WIDTH_OF_FILES = 100  # columns of a report in text that goes into a file
_LONGEST = 2**24  # letters of a report that is kept


def tell(
    checker: Checker,
    targets: Sequence[Target],
    findings: Sequence[Finding],
    errors: Sequence[TongsaError],
    telling: Telling,
) -> str | None:
    """Say on standard error what could not be read, and write the report.

    Return it, but for one that goes into a file or is too long to be kept.
    """
    for each in errors:
        show.error(each)
    run = _run(checker, targets, findings, errors)
    file, paint = telling.file, _paint()
    columns = _WIDTH_OF_FILES if file else show.columns_of_screen()
    if telling.form != "text":
        parts = formats.parts(run, telling.form)
    else:
        parts = _text(run, columns, terminal.plainly if file else paint)
    if file is None:
        return _printed(parts)
    content = b"".join(part.encode("utf-8", "backslashreplace") for part in parts)
    store.write_elsewhere(file, content)
    print("\n".join(summing.lines(run, columns=show.columns_of_screen(), paint=paint)))
    print(f"wrote {shown(str(file))}")
    return None


def _printed(parts: Iterable[str]) -> str | None:
    """Print a report as its parts come, and return it; None for one that is too long."""
    said: list[str] = []
    length = 0
    for part in parts:
        sys.stdout.write(part)
        length += len(part)
        if length <= _LONGEST:
            said.append(part)
        else:
            said.clear()
    return "".join(said) if length <= _LONGEST else None


def _run(
    checker: Checker,
    targets: Sequence[Target],
    findings: Sequence[Finding],
    errors: Sequence[TongsaError],
) -> Run:
    tally, counts = checker.tally, count(findings)
    broken = {error.file for error in errors}
    languages = (target.language for target in targets)
    return Run(
        findings=findings,
        errors=errors,
        summary=Summary(
            files=tally.files,
            units=tally.units,
            errors=counts[Severity.ERROR],
            warnings=counts[Severity.WARNING],
            notes=counts[Severity.NOTE],
            ignored=tally.ignored,
        ),
        checks=checker.every,
        files=[target.file for target in targets if target.file not in broken],
        languages=[language for language in dict.fromkeys(languages) if language],
        root=repository(Path.cwd()),
        locate=lambda file: _located(file, checker, targets),
        sheets=lambda files: _sheets(checker, targets, files),
    )


def _located(file: str, checker: Checker, targets: Sequence[Target]) -> Path:
    """Return where a file lies that messages show: a catalog, settings or a list of the desk."""
    for target in targets:
        if target.file == file:
            return target.path
    of_desk = checker.desk.root / file if checker.desk else Path(file)
    return of_desk if of_desk.exists() else Path(file)


def _sheets(checker: Checker, targets: Sequence[Target], files: Collection[str]) -> Iterator[Sheet]:
    """Yield the catalogs of these names with their units."""
    from tongsa.report.sheet import Sheet

    for target in targets:
        if target.file not in files:
            continue
        try:
            catalog = checker.read(target)
            language = checker.language(catalog, target)
        except TongsaError:  # told where it was checked
            continue
        yield Sheet(
            catalog=catalog,
            article=target.article,
            language=language,
            source=checker.source,
            glossary=checker.glossary,
            styles=checker.desk.settings.styles if checker.desk else frozenset(),
        )


def _text(run: Run, columns: int, paint: Paint) -> Iterator[str]:
    """Yield the lines of the report for people, each reason once."""
    why = {check.code: f"{check.why.partition('. ')[0].rstrip('.')}." for check in run.checks}
    for finding in run.findings:
        reason = why.pop(finding.code, "")  # the first time only
        for line in terminal.lines(finding, columns=columns, why=reason, paint=paint):
            yield f"{line}\n"
        yield "\n"
    for line in summing.lines(run, columns=columns, paint=paint):
        yield f"{line}\n"


def _paint() -> Paint:
    """Return what gives text a colour, where a person looks at a screen that has some."""
    return _painted if show.in_colour() else terminal.plainly


def _painted(text: str, severity: Severity | None) -> str:
    import typer

    if severity is None:
        return typer.style(text, dim=True)
    return typer.style(text, fg=_COLOURS[severity], bold=severity is Severity.ERROR)
