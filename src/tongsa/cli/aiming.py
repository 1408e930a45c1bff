"""Find what a command is to check, and what checks it as the command asks."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from tongsa.cli import show
from tongsa.cli.desks import desk_or_none
from tongsa.desk import cache
from tongsa.desk.checking import Checker
from tongsa.desk.cores import available
from tongsa.desk.kept import Kept
from tongsa.desk.targets import Target, Wanted
from tongsa.errors import DeskError, TongsaError
from tongsa.language.load import normalise

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence
    from pathlib import Path

    from tongsa.cli.order import Choice
    from tongsa.desk.desk import Desk


def aimed(
    choice: Choice, folder: Path | None, *, accepted: bool = False
) -> tuple[Checker, Sequence[Target]]:
    """Return what checks as the command was asked to, and what it is to check."""
    checker = checker_for(choice, folder, accepted=accepted)
    targets = list(targets_of(checker, choice.paths))
    if all(path.suffix.lower() == ".toml" for path in choice.glossaries):
        return checker, targets
    languages = dict.fromkeys(_languages(checker, targets))  # formats that name none need it
    return replace(checker, languages=tuple(languages)), targets


def _languages(checker: Checker, targets: Iterable[Target]) -> Iterator[str]:
    """Yield the languages of catalogs."""
    for target in targets:
        try:
            yield checker.language(checker.read(target), target)
        except TongsaError:  # told where the catalog is checked
            continue


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
