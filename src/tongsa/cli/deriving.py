"""Derive one Chinese edition from the other: show what is proposed, and count it."""

from __future__ import annotations

import sys
from dataclasses import dataclass
from datetime import UTC, datetime
from difflib import unified_diff
from typing import TYPE_CHECKING, NoReturn

from tongsa.cli import show
from tongsa.cli.commands import jobs_of, sources_of
from tongsa.cli.desks import desk_or_none, open_desk
from tongsa.desk.checking import Checker
from tongsa.desk.deriving import Deriving, between
from tongsa.desk.targets import Target, Wanted
from tongsa.desk.work import Workshop
from tongsa.errors import DeskError, SettingsError, TongsaError
from tongsa.shown import shown

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from pathlib import Path

    from tongsa.desk.deriving import Proposal


@dataclass(frozen=True, slots=True, kw_only=True)
class Choice:
    """What is to be derived, and how."""

    languages: tuple[str | None, str | None]
    articles: Sequence[Path] = ()
    files: tuple[Path | None, Path | None] = (None, None)
    glossaries: Sequence[Path] = ()
    source: str | None = None
    dry: bool = False


def run(choice: Choice, folder: Path | None) -> NoReturn:
    """Make the proposals, show and count them, and leave with 0, or 2 for bad input."""
    proposals: list[Proposal] = []
    errors: list[TongsaError] = []
    for proposal in _of_files(choice, folder) if any(choice.files) else _of_desk(choice, folder):
        if isinstance(proposal, TongsaError):
            errors.append(proposal)
            continue
        proposals.append(proposal)
        if choice.dry:
            print("\n".join(_diff(proposal)))
        print(f"{shown(proposal.file)}: {_counts([proposal])}")
    for error in errors:
        show.error(error)
    if len(proposals) > 1:
        print(_counts(proposals))
    if choice.dry:
        print("nothing was written")
    elif any(proposal.derived.proposed for proposal in proposals):
        print("all are fuzzy: nothing of them is published until somebody confirms it")
    sys.exit(2 if errors else 0)


def _of_desk(choice: Choice, folder: Path | None) -> Iterator[Proposal | TongsaError]:
    """Yield what is proposed for each article, or why nothing can be."""
    origin, target = _codes(choice)
    desk = open_desk(folder)
    for code in (origin, target):
        if code not in desk.settings.targets:
            mend = f"use one of {', '.join(desk.settings.targets)}"
            raise SettingsError(f'"{code}" is no target of this desk', mend=mend)
    workshop = Workshop(
        desk=desk, now=datetime.now(UTC).astimezone(), waiting=show.waiting, slow=show.note
    )
    jobs, errors = jobs_of(workshop, sources_of(desk, choice.articles))
    yield from errors
    if errors:
        return
    checker = workshop.checker
    if choice.glossaries:
        checker = Checker(desk=desk, slow=show.note, wanted=Wanted(glossaries=choice.glossaries))
    deriving = Deriving(
        checker=checker, origin=origin, target=target, dry=choice.dry, waiting=show.waiting
    )
    for job in jobs:
        try:
            yield deriving.of_article(workshop, job)
        except TongsaError as error:
            yield error


def _of_files(choice: Choice, folder: Path | None) -> Iterator[Proposal]:
    """Yield what is proposed for a catalog from anywhere."""
    first, second = choice.files
    if first is None or second is None:
        raise DeskError("one catalog is missing", mend="name both: --from a.po --to b.po")
    wanted = Wanted(glossaries=choice.glossaries, source=choice.source)
    checker = Checker(desk=desk_or_none(folder), slow=show.note, wanted=wanted)
    targets = [Target(path=it, file=str(it), article=it.stem) for it in (first, second)]
    told = [
        code or checker.language(checker.read(target), target)
        for code, target in zip(choice.languages, targets, strict=True)
    ]
    origin, target = between(*told)
    deriving = Deriving(
        checker=checker, origin=origin, target=target, dry=choice.dry, waiting=show.waiting
    )
    yield deriving.of_files(*targets)


def _codes(choice: Choice) -> tuple[str, str]:
    origin, target = choice.languages
    if origin is None or target is None:
        mend = "name both: tongsa derive zh_TW zh_CN"
        raise DeskError("it takes two editions, one to derive from and one to fill", mend=mend)
    return between(origin, target)


def _counts(proposals: Sequence[Proposal]) -> str:
    """Return how many units were proposed, and what became of the others."""
    made = [proposal.derived for proposal in proposals]
    proposed = sum(it.proposed for it in made)
    kept = sum(it.kept for it in made)
    left = sum(it.left for it in made)
    return (
        f"{show.counted(proposed, 'unit')} proposed, {kept:,} kept as they are, "
        f"{left:,} left untranslated"
    )


def _diff(proposal: Proposal) -> Iterator[str]:
    """Yield what would change in a catalog."""
    for line in unified_diff(
        proposal.old.splitlines(),
        proposal.derived.catalog.text.splitlines(),
        f"{proposal.file} as it is",
        f"{proposal.file} derived",
        lineterm="",
    ):
        yield shown(line)
