"""Check catalogs: find them, show what is found in them, and leave with its code."""

from __future__ import annotations

import sys
from dataclasses import dataclass
from typing import TYPE_CHECKING, NoReturn

from tongsa.article.read import shown
from tongsa.check import baseline as baselines
from tongsa.check import explain as explaining
from tongsa.check.registry import builtin, chosen
from tongsa.cli import reporting, show
from tongsa.cli.commands import desk_or_none
from tongsa.desk import cache, store
from tongsa.desk.checking import Checker, count
from tongsa.desk.cores import available
from tongsa.desk.kept import Kept
from tongsa.desk.targets import Target, Wanted
from tongsa.errors import DeskError, TongsaError
from tongsa.language.load import normalise
from tongsa.model import Severity

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence
    from pathlib import Path

    from tongsa.cli.reporting import Telling
    from tongsa.desk.desk import Desk
    from tongsa.model import Finding

_RANK = {Severity.ERROR: 0, Severity.WARNING: 1, Severity.NOTE: 2}


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
    jobs: int | None = 1
    """How many cores to use; None: all."""
    kept: bool = False
    """Whether results are kept for the next time, and those of earlier times are taken."""


def run(choice: Choice, folder: Path | None, telling: Telling, accept: Path | None) -> NoReturn:
    """Check, show what was found, and leave: 1 for errors in translations, 2 for bad input."""
    checker, targets = aimed(choice, folder, accepted=accept is not None)
    telling.allowed(targets)
    if not targets:
        show.warn("no catalog stands on this desk yet; `tongsa build` makes them")
    warn_of_glossary(checker)
    of_target: dict[Target, list[Finding]] = {}
    errors: list[TongsaError] = []
    results = checker.check_all(targets)
    for target, found in show.progress(results, "catalogs", length=len(targets)):
        if isinstance(found, TongsaError):
            errors.append(found)
        else:
            of_target[target] = found
    for target, found in checker.across():
        of_target[target] = sorted([*of_target[target], *found], key=lambda it: it.line)
    findings = [finding for found in of_target.values() for finding in found]
    if accept and not errors:
        _accept(findings, accept, choice)
        sys.exit(0)
    findings += () if errors else checker.rest()
    findings = _severe(findings, choice)
    reporting.tell(checker, targets, findings, errors, telling)
    sys.exit(2 if errors else int(count(findings)[Severity.ERROR] > 0))


def _severe(findings: Iterable[Finding], choice: Choice) -> list[Finding]:
    """Return the findings that are severe enough to be shown."""
    least = _RANK[Severity(choice.severity)]
    return [finding for finding in findings if _RANK[finding.severity] <= least]


def _accept(findings: Sequence[Finding], path: Path, choice: Choice) -> None:
    """Write the list of accepted findings."""
    accepted = _severe(findings, choice)
    store.write_elsewhere(path, baselines.write(accepted).encode())
    print(f"accepted {show.counted(len(accepted), 'finding')} in {shown(str(path))}")


def aimed(
    choice: Choice, folder: Path | None, *, accepted: bool = False
) -> tuple[Checker, Sequence[Target]]:
    """Return what checks as the command was asked to, and what it is to check."""
    checker = checker_for(choice, folder, accepted=accepted)
    targets = list(targets_of(checker, choice.paths))
    return checker.aimed(targets), targets


def warn_of_glossary(checker: Checker) -> None:
    """Say where there is no glossary, or it lacks a house style that the settings name."""
    if not any(file.content.strip() for file in checker.glossary_files):
        show.warn(
            "there is no glossary, so no term is checked; name one with --glossary, or add "
            "concepts to the desk's with `tongsa glossary add`"
        )
    for warning in checker.warnings():
        show.warn(warning)


def checker_for(choice: Choice, folder: Path | None, *, accepted: bool = False) -> Checker:
    """Return what checks as the command was asked to."""
    return Checker(
        desk=desk_or_none(folder),
        slow=show.note,
        cores=choice.jobs or available(),
        kept=Kept(cache.place("results.db")) if choice.kept else None,
        whole=not choice.paths and not choice.language,
        wanted=Wanted(
            select=choice.select,
            skip=choice.ignore,
            glossaries=choice.glossaries,
            source=choice.source,
            language=choice.language,
            baseline=choice.baseline,
            accepted=accepted,
        ),
    )


def targets_of(checker: Checker, paths: Sequence[Path]) -> Iterator[Target]:
    """Yield the catalogs that paths name, or all of the desk; each once."""
    desk = checker.desk
    if not paths:
        if desk is None:
            mend = "name a PO file, or run `tongsa init` to set up a desk"
            raise DeskError("no desk stands here, and no file is named", mend=mend)
        asked = checker.wanted.language
        if asked and normalise(asked) not in desk.settings.targets:
            mend = f"use one of {', '.join(desk.settings.targets)}, or name a PO file"
            raise DeskError(f'"{asked}" is no target of this desk', mend=mend)
        yield from _of_articles(desk, checker, desk.own)
        return
    seen: set[Path] = set()
    own = _own(desk) if desk else {}
    for path in paths:
        found = list(_named(path, checker, own))
        if not found:
            mend = "name a PO file, an article of the desk or a folder with either"
            raise DeskError("no catalog stands there", file=str(path), mend=mend)
        for target in found:
            if target.path.resolve() not in seen:
                seen.add(target.path.resolve())
                yield target


def _named(path: Path, checker: Checker, catalogs: Mapping[Path, Target]) -> Iterator[Target]:
    desk = checker.desk
    if path.is_dir():
        found = (_target(file, catalogs) for file in sorted(path.rglob("*.po")))
        yield from (target for target in found if _meant(target.language, checker))
        if desk is not None:
            own = {name: desk.root / file for name, file in desk.own.items()}
            folder = path.resolve()
            inside = [name for name, file in own.items() if folder in file.resolve().parents]
            yield from _of_articles(desk, checker, inside)
    elif path.suffix.lower() in {".po", ".pot"} or desk is None:
        yield _target(path, catalogs)
    else:
        yield from _of_articles(desk, checker, (source.name for source in desk.named([path])))


def _of_articles(desk: Desk, checker: Checker, names: Iterable[str]) -> Iterator[Target]:
    """Yield the catalogs of articles that are there."""
    for name in names:
        for language in desk.settings.targets:
            path = desk.po(language, name)
            if path.exists() and _meant(language, checker):
                yield _on_desk(desk, language, name, path)


def _meant(language: str, checker: Checker) -> bool:
    """Whether a catalog's edition is among those asked for; one of no desk always is."""
    asked = checker.wanted.language
    return not asked or not language or normalise(asked) == language


def _own(desk: Desk) -> Mapping[Path, Target]:
    """Return a desk's catalogs by their real paths."""
    return {
        path.resolve(): _on_desk(desk, language, name, path)
        for language in desk.settings.targets
        for name, path in desk.catalogs(language)
    }


def _on_desk(desk: Desk, language: str, name: str, path: Path) -> Target:
    return Target(path=path, file=desk.shown(path), article=name, language=language)


def _target(path: Path, own: Mapping[Path, Target]) -> Target:
    """Return a catalog by its path, which may lie on the desk."""
    return own.get(path.resolve()) or Target(path=path, file=str(path), article=path.stem)


def explain(word: str | None, folder: Path | None, *, markdown: bool) -> None:
    """Print what one check or all are for."""
    if markdown:
        print(explaining.markdown(builtin()), end="")
        return
    checks = Checker(desk=desk_or_none(folder)).every
    if word:
        pages = "\n\n".join(map(explaining.text, chosen(checks, [word])))
        show.page(pages.split("\n"), hang=0)
        return
    rows = [(it.code, it.severity, shown(it.name), " ".join(it.languages)) for it in checks]
    widths = [max(map(len, column)) for column in zip(*rows, strict=True)]
    for row in rows:
        cells = (f"{cell:<{width}}" for cell, width in zip(row, widths, strict=True))
        print("  ".join(cells).rstrip())
    print("`tongsa explain CODE` tells more")
