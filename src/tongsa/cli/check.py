"""The commands that check translations, with their options."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated, Literal

import typer

from tongsa.cli.options import Folder

Catalogs = Annotated[
    list[Path] | None,
    typer.Argument(
        metavar="PO | ARTICLE | FOLDER",
        help="PO files from anywhere, articles of the desk, folders of either; else the desk's.",
        show_default=False,
    ),
]
Lang = Annotated[
    str | None,
    typer.Option("--lang", "-l", help="The catalogs' language, whatever their headers say."),
]
SourceLanguage = Annotated[
    str | None, typer.Option("--source", help="The articles' language; else the desk's, or en.")
]
Glossaries = Annotated[
    list[Path] | None,
    typer.Option(
        "--glossary",
        "-g",
        help="A glossary in place of the desk's: TOML, TBX, CSV, XLSX, OmegaT text; repeatable.",
        show_default=False,
    ),
]
Select = Annotated[
    list[str] | None,
    typer.Option("--select", help="Only these checks: codes, their begins, names; repeatable."),
]
Form = Annotated[
    Literal["text", "json", "sarif", "junit", "github", "html"],
    typer.Option("--format", "-f", help="How the report is written."),
]
Report = Annotated[
    Path | None,
    typer.Option(
        "--output",
        "-o",
        help="Write the report there; else, or with -, print it.",
        show_default=False,
    ),
]
Ignore = Annotated[list[str] | None, typer.Option("--ignore", help="Not these checks; repeatable.")]


def add_to(app: typer.Typer) -> None:
    """Give an application these commands."""
    for command in (check, fix, explain):
        app.command()(command)


def check(  # noqa: PLR0913, PLR0917 (each is an option of the command line)
    catalogs: Catalogs = None,
    lang: Lang = None,
    source: SourceLanguage = None,
    glossary: Glossaries = None,
    select: Select = None,
    ignore: Ignore = None,
    severity: Annotated[
        Literal["error", "warning", "note"],
        typer.Option(help="Show findings from this severity on."),
    ] = "note",
    baseline: Annotated[
        Path | None, typer.Option(help="A list of accepted findings, in place of the desk's.")
    ] = None,
    write_baseline: Annotated[
        Path | None,
        typer.Option(help="Accept what is found: write the list there; with -, print it."),
    ] = None,
    form: Form = "text",
    output: Report = None,
    jobs: Annotated[
        int | None,
        typer.Option("--jobs", "-j", min=1, help="How many cores to use; else all there are."),
    ] = None,
    no_cache: Annotated[
        bool, typer.Option("--no-cache", help="Check anew what was checked before.")
    ] = False,
    desk: Folder = None,
) -> None:
    """Find what an editor would send back, and say why.

    Works on a desk, and without one on any PO file. Leaves with 0 when no errors were found, 1 when
    some were, 2 on bad input.

    \b
    Example:
      tongsa check                                      all catalogs of the desk
      tongsa check seeds/interview.txt --severity error
      tongsa check ~/in/ko.po --glossary terms.tbx      a PO file from anywhere
      tongsa check --format html --output report.html   a page for the editor
    """
    from tongsa.cli.checking import run
    from tongsa.cli.plain import order

    run(
        order(
            catalogs=catalogs,
            lang=lang,
            source=source,
            glossary=glossary,
            select=select,
            ignore=ignore,
            severity=severity,
            baseline=baseline,
            write_baseline=write_baseline,
            form=form,
            output=output,
            jobs=jobs,
            no_cache=no_cache,
            desk=desk,
        )
    )


def fix(  # noqa: PLR0913, PLR0917 (each is an option of the command line)
    catalogs: Catalogs = None,
    lang: Lang = None,
    source: SourceLanguage = None,
    glossary: Glossaries = None,
    select: Select = None,
    ignore: Ignore = None,
    yes: Annotated[bool, typer.Option("--yes", "-y", help="Do not ask.")] = False,
    desk: Folder = None,
) -> None:
    """Apply the safe fixes of what is found, after showing them.

    Nothing but the fixed translations changes, and none turns fuzzy.

    \b
    Example:
      tongsa fix locale/ko/LC_MESSAGES/interview.po
    """
    from tongsa.cli.fixing import run
    from tongsa.cli.order import Choice

    choice = Choice(
        paths=catalogs or (),
        language=lang,
        source=source,
        glossaries=glossary or (),
        select=select or (),
        ignore=ignore or (),
    )
    run(choice, desk, ask=not yes)


def explain(
    check: Annotated[
        str | None, typer.Argument(metavar="[CODE]", help="A check's code or name; else all.")
    ] = None,
    markdown: Annotated[
        bool, typer.Option("--markdown", help="Print the reference page of all checks.")
    ] = False,
    desk: Folder = None,
) -> None:
    """Say what a check is for, with examples.

    \b
    Example:
      tongsa explain T102
    """
    from tongsa.cli.explaining import explain as run

    run(check, desk, markdown=markdown)
