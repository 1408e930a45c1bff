"""Apply safe fixes to catalogs on disk, after showing them."""

from __future__ import annotations

import sys
from difflib import unified_diff
from typing import TYPE_CHECKING, NoReturn

import typer

from tongsa.article.read import shown
from tongsa.catalog import po
from tongsa.cli import show
from tongsa.cli.checking import checker_for, targets_of
from tongsa.desk import store
from tongsa.errors import TongsaError

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from tongsa.cli.checking import Choice
    from tongsa.desk.checking import Checker, Target


def run(choice: Choice, folder: Path | None, *, ask: bool) -> NoReturn:
    """Show the fixes of each catalog, and write those that are wanted."""
    checker = checker_for(choice, folder)
    fixed = 0
    errors = False
    for target in list(targets_of(checker, choice.paths)):
        try:
            fixed += _fix(checker, target, ask=ask)
        except TongsaError as error:
            show.error(error)
            errors = True
    print(f"{fixed} translations fixed")
    sys.exit(2 if errors else 0)


def _fix(checker: Checker, target: Target, *, ask: bool) -> int:
    """Fix one catalog; return how many translations changed."""
    old = checker.read(target)
    fixed = checker.fixed(old, target)
    if not fixed.changes:
        return 0
    print("\n".join(_diff(target.file, old.text, fixed.catalog.text)))
    for change in fixed.changes:
        codes = ", ".join(dict.fromkeys(f"{it.code} {it.name}" for it in change.findings))
        print(f"  {codes}: {shown(change.new)}")
    if ask and not typer.confirm(f"Write {target.file}?"):
        return 0

    def edit(data: bytes | None) -> bytes | None:
        """Fix what stands there now, which another program may have saved meanwhile."""
        if data is None:
            return None
        return checker.fixed(po.parse(data, path=target.file), target).catalog.data

    root = checker.desk.root if checker.desk and _inside(target, checker) else target.path.parent
    store.change(target.path, edit, root=root, waiting=show.waiting)
    return len(fixed.changes)


def _inside(target: Target, checker: Checker) -> bool:
    return checker.desk is not None and checker.desk.root.resolve() in target.path.resolve().parents


def _diff(file: str, old: str, new: str) -> Iterator[str]:
    lines = unified_diff(
        old.splitlines(), new.splitlines(), file, file, "now", "fixed", lineterm=""
    )
    for line in lines:
        colour = {"+": "green", "-": "red"}.get(line[:1])
        yield typer.style(shown(line), fg=colour) if colour and sys.stdout.isatty() else shown(line)
