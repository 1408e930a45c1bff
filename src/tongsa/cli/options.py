"""The arguments and options that commands share."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated, Literal

import typer

Articles = Annotated[
    list[Path] | None,
    typer.Argument(
        metavar="ARTICLE",
        help="Articles, wherever they lie; without any, all of the desk's own.",
        show_default=False,
    ),
]
Languages = Annotated[
    list[str] | None,
    typer.Option("--language", "-l", help="Only this target; repeatable.", show_default=False),
]
Output = Annotated[
    Literal["text", "json"], typer.Option("--format", "-f", help="How the result is printed.")
]
Folder = Annotated[
    Path | None,
    typer.Option(
        "--desk",
        "-C",
        help="The desk's folder; else the desk around the current folder.",
        show_default=False,
    ),
]
Draft = Annotated[
    bool,
    typer.Option("--draft", help="Write unfinished editions too, as drafts with marked gaps."),
]
