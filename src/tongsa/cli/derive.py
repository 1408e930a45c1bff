"""The command that derives one Chinese edition from the other, with its options."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from tongsa.cli.options import Folder

_MANY = "A glossary in place of the desk's: TOML, TBX, CSV, XLSX, OmegaT text; repeatable."


def add_to(app: typer.Typer) -> None:
    """Give an application this command."""
    app.command()(derive)


def derive(  # noqa: PLR0913, PLR0917 (each is an option of the command line)
    origin: Annotated[
        str | None,
        typer.Argument(metavar="FROM", help="The edition to derive from.", show_default=False),
    ] = None,
    target: Annotated[
        str | None,
        typer.Argument(metavar="TO", help="The edition to fill.", show_default=False),
    ] = None,
    articles: Annotated[
        list[Path] | None,
        typer.Argument(
            metavar="ARTICLE",
            help="Articles, wherever they lie; without any, all of the desk's own.",
            show_default=False,
        ),
    ] = None,
    from_file: Annotated[
        Path | None,
        typer.Option("--from", help="A PO file from anywhere to derive from.", show_default=False),
    ] = None,
    to_file: Annotated[
        Path | None,
        typer.Option("--to", help="A PO file from anywhere to fill.", show_default=False),
    ] = None,
    glossary: Annotated[
        list[Path] | None, typer.Option("--glossary", "-g", help=_MANY, show_default=False)
    ] = None,
    source: Annotated[
        str | None, typer.Option("--source", help="The articles' language; else the desk's, or en.")
    ] = None,
    dry_run: Annotated[
        bool, typer.Option("--dry-run", help="Show the changes, and write nothing.")
    ] = False,
    desk: Folder = None,
) -> None:
    """Propose one Chinese edition from the other, all of it fuzzy.

    Each untranslated unit whose sentence the other edition has finished gets that as a proposal:
    its characters, the words that surely differ, the glossary's terms, figures in 兆 and the
    quotation marks exchanged. A hint at each tells what changed. What anybody typed stays, and a
    person confirms every proposal.

    \b
    Example:
      tongsa derive zh_TW zh_CN                     all articles of the desk
      tongsa derive zh_CN zh_TW interview --dry-run
      tongsa derive --from zh_TW.po --to zh_CN.po   PO files from anywhere
    """
    from tongsa.cli.deriving import Choice, run

    choice = Choice(
        languages=(origin, target),
        articles=articles or (),
        files=(from_file, to_file),
        glossaries=glossary or (),
        source=source,
        dry=dry_run,
    )
    run(choice, desk)
