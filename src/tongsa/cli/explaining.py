"""Print what checks are for."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tongsa.check import explain as explaining
from tongsa.check.registry import builtin, chosen
from tongsa.cli import show
from tongsa.cli.desks import desk_or_none
from tongsa.desk.checking import Checker
from tongsa.shown import shown

if TYPE_CHECKING:
    from pathlib import Path


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
