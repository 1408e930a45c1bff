"""Apply safe fixes to catalogs on disk, after showing them."""

from __future__ import annotations

import sys
from difflib import unified_diff
from typing import TYPE_CHECKING, NoReturn

import typer

from tongsa.catalog import po
from tongsa.check.fix import applied
from tongsa.cli import show
from tongsa.cli.aiming import aimed
from tongsa.desk import store
from tongsa.errors import TongsaError
from tongsa.shown import shown

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from tongsa.cli.order import Choice
    from tongsa.desk.checking import Checker
from tongsa.desk.targets import Target


def run(choice: Choice, folder: Path | None, *, ask: bool) -> NoReturn:
    """Show the fixes of each catalog, and write those that are wanted."""
    checker, targets = aimed(choice, folder)
    fixed = 0
    errors = False
    for target in targets:
        try:
            fixed += _fix(checker, target, ask=ask)
        except TongsaError as error:
            show.error(error)
            errors = True
    print(f"{show.counted(fixed, 'translation')} fixed")
    sys.exit(2 if errors else 0)


def _fix(checker: Checker, target: Target, *, ask: bool) -> int:
    """Fix one catalog; return how many translations changed."""
    old = checker.read(target)
    fixed = checker.fixed(old, target)
    if not fixed.changes:
        return 0
    print("\n".join(_diff(shown(target.file), old.text, fixed.catalog.text)))
    for change in fixed.changes:
        codes = ", ".join(dict.fromkeys(f"{it.code} {it.name}" for it in change.findings))
        print(f"  {codes}: {shown(change.new)}")
    if ask and not typer.confirm(f"Write {shown(target.file)}?"):
        return 0

    def edit(data: bytes | None) -> bytes | None:
        """Do what was shown to what stands there now, which may have been saved meanwhile."""
        if data is None:
            return None
        return applied(po.parse(data, path=target.file), fixed.changes).data

    inside = checker.desk and checker.desk.root.resolve() in target.path.resolve().parents
    root = checker.desk.root if checker.desk and inside else target.path.resolve().parent
    written = store.change(target.path, edit, root=root, waiting=show.waiting)
    return len(fixed.changes) if written else 0


def _diff(file: str, old: str, new: str) -> Iterator[str]:
    lines = unified_diff(
        old.splitlines(), new.splitlines(), f"{file} as it is", f"{file} fixed", lineterm=""
    )
    for line in lines:
        colour = {"+": "green", "-": "red"}.get(line[:1])
        yield typer.style(shown(line), fg=colour) if colour and sys.stdout.isatty() else shown(line)
