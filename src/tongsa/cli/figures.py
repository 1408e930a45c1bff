"""The command that reads and compares figures, with its options."""

from __future__ import annotations

from datetime import datetime
from typing import Annotated

import typer

from tongsa.cli.options import Folder, Output


def add_to(app: typer.Typer) -> None:
    """Give an application this command."""
    app.command()(figures)


def figures(  # noqa: PLR0913, PLR0917 (each is an option of the command line)
    text: Annotated[
        str,
        typer.Argument(metavar="TEXT", help="A file, - for standard input, or the text itself."),
    ],
    to: Annotated[
        str | None,
        typer.Option(
            metavar="TEXT", help="Its translation, given likewise: compare.", show_default=False
        ),
    ] = None,
    lang: Annotated[
        str | None,
        typer.Option(
            "--lang",
            "-l",
            help="The language of TEXT, else the desk's source, or en; with --to that of the "
            "translation.",
            show_default=False,
        ),
    ] = None,
    source: Annotated[
        str | None,
        typer.Option(
            help="With --to: the language of TEXT; else the desk's source, or en.",
            show_default=False,
        ),
    ] = None,
    write: Annotated[
        list[str] | None,
        typer.Option(
            "--write",
            "-w",
            help="Without --to: a language to write each figure in; repeatable.",
            show_default=False,
        ),
    ] = None,
    date: Annotated[
        datetime | None,
        typer.Option(
            formats=["%Y-%m-%d"],
            metavar="YYYY-MM-DD",
            help="The article's date, which tells when last year was; else as the desk says.",
            show_default=False,
        ),
    ] = None,
    output: Output = "text",
    desk: Folder = None,
) -> None:
    """Show the figures of a text by value, or of two as they compare.

    TEXT is read from a file where one of that name exists, as articles are where its suffix is an
    article's. Otherwise it is the text itself, unless it looks like a file that is missing: it ends
    in a suffix such as .txt, or in a name behind a folder that exists.

    With --to the two are compared as wholes; `tongsa check` does so sentence by sentence. Leaves
    then with 0 when all figures are the same or converted, 1 when any is not; always with 2 on bad
    input.

    \b
    Example:
      tongsa figures 'Sales rose 12.5% to $64.5 billion.' --write ko --write zh_TW
      tongsa figures seeds/interview.txt --to editions/ko/interview.txt --lang ko
      tongsa figures - --lang zh_TW --format json < article.txt
    """
    from tongsa.cli.figuring import Asked, run

    asked = Asked(
        text=text,
        to=to,
        language=lang,
        source=source,
        write=write or (),
        date=date.date() if date else None,
    )
    run(asked, desk, output)
