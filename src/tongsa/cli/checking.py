"""Check catalogs: find them, show what is found in them, and leave with its code."""

from __future__ import annotations

import shutil
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, NoReturn

from tongsa.check import baseline as baselines
from tongsa.check import explain as explaining
from tongsa.check.registry import builtin, chosen
from tongsa.cli import show
from tongsa.cli.commands import desk_or_none
from tongsa.desk import store
from tongsa.desk.checking import Checker, Target, Wanted, count
from tongsa.errors import DeskError, TongsaError
from tongsa.language.load import known
from tongsa.model import Severity
from tongsa.report import machine, terminal

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from tongsa.desk.desk import Desk
    from tongsa.model import Finding

_RANK = {Severity.ERROR: 0, Severity.WARNING: 1, Severity.NOTE: 2}
_WIDEST = 120  # columns; longer lines are hard to read


@dataclass(frozen=True, slots=True, kw_only=True)
class Choice:
    """What a command was asked to check, and how."""

    paths: Sequence[Path] = ()
    language: str | None = None
    source: str | None = None
    glossaries: Sequence[Path] = ()
    select: Sequence[str] = ()
    ignore: Sequence[str] = ()
    severity: str = "note"
    baseline: Path | None = None


def run(choice: Choice, folder: Path | None, output: str, accept: Path | None) -> NoReturn:
    """Check, show what was found, and leave: 1 for errors in translations, 2 for bad input."""
    checker = checker_for(choice, folder)
    targets = list(targets_of(checker, choice.paths))
    findings: list[Finding] = []
    errors: list[TongsaError] = []
    for target in show.progress(targets, "catalogs"):
        try:
            findings += checker.check(target)
        except TongsaError as error:
            errors.append(error)
    findings += checker.rest()
    if not checker.glossary:
        show.warn("there is no glossary, so no term was checked; name one with --glossary")
    findings = [
        each for each in findings if _RANK[each.severity] <= _RANK[Severity(choice.severity)]
    ]
    if accept:
        store.write_elsewhere(accept, baselines.write(findings).encode())
        print(f"accepted {len(findings)} findings in {accept}")
        sys.exit(2 if errors else 0)
    _show(findings, errors, checker, output)
    sys.exit(2 if errors else int(count(findings)[Severity.ERROR] > 0))


def checker_for(choice: Choice, folder: Path | None) -> Checker:
    """Return what checks as the command was asked to."""
    return Checker(
        desk=desk_or_none(folder),
        whole=not choice.paths and not choice.language,
        wanted=Wanted(
            select=choice.select,
            skip=choice.ignore,
            glossaries=choice.glossaries,
            source=choice.source,
            language=choice.language,
            baseline=choice.baseline,
        ),
    )


def targets_of(checker: Checker, paths: Sequence[Path]) -> Iterator[Target]:
    """Yield the catalogs that paths name, or all of the desk; each once."""
    desk = checker.desk
    if not paths:
        if desk is None:
            mend = "name a PO file, or run `tongsa init` to set up a desk"
            raise DeskError("no desk stands here, and no file is named", mend=mend)
        yield from _of_articles(desk, checker, desk.own)
        return
    seen: set[Path] = set()
    for path in paths:
        found = list(_named(path, checker))
        if not found:
            mend = "name a PO file, an article of the desk or a folder with either"
            raise DeskError("no catalog stands there", file=str(path), mend=mend)
        for target in found:
            if target.path.resolve() not in seen:
                seen.add(target.path.resolve())
                yield target


def _named(path: Path, checker: Checker) -> Iterator[Target]:
    desk = checker.desk
    if path.is_dir():
        for file in sorted(path.rglob("*.po")):
            yield _target(file, desk)
        if desk is not None:
            own = {name: desk.root / file for name, file in desk.own.items()}
            inside = [
                name for name, file in own.items() if path.resolve() in file.resolve().parents
            ]
            yield from _of_articles(desk, checker, inside)
    elif path.suffix.lower() in {".po", ".pot"} or desk is None:
        yield _target(path, desk)
    else:
        yield from _of_articles(desk, checker, (source.name for source in desk.named([path])))


def _of_articles(desk: Desk, checker: Checker, names: Iterable[str]) -> Iterator[Target]:
    """Yield the catalogs of articles that are there."""
    wanted = checker.wanted.language
    for name in names:
        for language in desk.settings.targets:
            path = desk.po(language, name)
            if path.exists() and wanted in {None, language}:
                yield Target(path=path, file=desk.shown(path), article=name)


def _target(path: Path, desk: Desk | None) -> Target:
    """Return a catalog by its path, which may lie on the desk."""
    if desk is None:
        return Target(path=path, file=str(path), article=path.stem)
    for language in desk.settings.targets:
        for name, file in desk.catalogs(language):
            if file.resolve() == path.resolve():
                return Target(path=file, file=desk.shown(file), article=name)
    return Target(path=path, file=str(path), article=path.stem)


def _show(
    findings: Sequence[Finding], errors: Sequence[TongsaError], checker: Checker, output: str
) -> None:
    for each in errors:
        show.error(each)
    counts = count(findings)
    if output == "json":
        tally = checker.tally
        summary = machine.Summary(
            files=tally.files,
            units=tally.units,
            errors=counts[Severity.ERROR],
            warnings=counts[Severity.WARNING],
            notes=counts[Severity.NOTE],
            ignored=tally.ignored,
        )
        show.data(machine.report(findings, summary))
        return
    why = {check.code: check.why.partition(". ")[0].rstrip(".") for check in checker.every}
    columns = min(shutil.get_terminal_size().columns, _WIDEST)
    for finding in findings:
        reason = why.pop(finding.code, "")  # the first time only
        print("\n".join(terminal.lines(finding, columns=columns, why=reason)), end="\n\n")
    print(_summed(counts, checker))


def _summed(counts: dict[Severity, int], checker: Checker) -> str:
    """Return the last line: how many findings in how many units."""
    tally = checker.tally
    told = [
        f"{counts[severity]} {severity}{'s' if counts[severity] != 1 else ''}"
        for severity in Severity
        if counts[severity]
    ]
    aside = f", {tally.ignored} set aside" if tally.ignored else ""
    where = f"{tally.units:,} translations in {tally.files:,} catalogs"
    hint = "; `tongsa explain CODE` tells more" if told else ""
    return f"{', '.join(told) or 'nothing found'} in {where}{aside}{hint}"


def explain(word: str | None, folder: Path | None, *, markdown: bool) -> None:
    """Print what one check or all are for."""
    if markdown:
        print(explaining.markdown(builtin()), end="")
        return
    checks = Checker(desk=desk_or_none(folder)).every
    if word:
        print("\n\n".join(map(explaining.text, chosen(checks, [word]))))
        return
    for check in checks:
        print(f"{check.code:<6} {check.severity:<8} {check.name:<24} {' '.join(check.languages)}")
    print(f"`tongsa explain CODE` tells more; languages are those of {', '.join(known())}")
