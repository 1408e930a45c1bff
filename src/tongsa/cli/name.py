"""The commands of persons' names, with their options."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from tongsa.cli.options import Folder, Output

app = typer.Typer(
    name="name",
    no_args_is_help=True,
    rich_markup_mode=None,
    help=(
        "Read, spell and compare the names of persons.\n\n"
        "\b\n"
        "Example:\n"
        '  tongsa name compare "Liang Guangzhong" "Ryang Kwangjung"\n'
        "  tongsa name read 梁光中\n"
    ),
)

Name = Annotated[
    str, typer.Argument(metavar="NAME", help="In Latin letters, Hangul or Han characters.")
]


@app.command()
def compare(
    a: Annotated[
        str | None, typer.Argument(metavar="A", help="A name.", show_default=False)
    ] = None,
    b: Annotated[
        str | None, typer.Argument(metavar="B", help="Another.", show_default=False)
    ] = None,
    batch: Annotated[
        str | None,
        typer.Option(
            metavar="FILE",
            help="Compare the pairs of this file instead, two names a line with a tab between "
            "them; - for standard input. Prints a JSON object a line.",
            show_default=False,
        ),
    ] = None,
    output: Output = "text",
) -> None:
    """Tell whether two names are one person's: same, possible or different.

    Two people may have names that are spelled alike: "same" says that nothing tells them apart and
    that chance seldom brings two such names together. "possible" is a question to an editor.

    Leaves with 0 if they are the same, 1 if not; with --batch with 0; with 2 on bad input.

    \b
    Example:
      tongsa name compare "Liang Guangzhong" "Ryang Kwangjung"
      tongsa name compare --batch pairs.tsv > verdicts.jsonl
    """
    from tongsa.cli.naming import compare as run

    run(a, b, batch, output)


@app.command()
def variants(
    name: Name,
    most: Annotated[
        int, typer.Option("--most", "-n", min=1, max=1000, help="Tell so many at the most.")
    ] = 50,
    output: Output = "text",
) -> None:
    """List how a name may be spelled in Latin letters, the likeliest spelling first.

    \b
    Example:
      tongsa name variants 梁光中
      tongsa name variants 김영수 --most 10
    """
    from tongsa.cli.naming import variants as run

    run(name, most, output)


@app.command()
def read(name: Name, output: Output = "text") -> None:
    """Show how a name is read, system by system, and how the press writes it.

    Of a name in Latin letters or Hangul the characters are a guess.

    \b
    Example:
      tongsa name read 梁光中
      tongsa name read "Lai Ching-te"
    """
    from tongsa.cli.naming import read as run

    run(name, output)


@app.command()
def cluster(
    files: Annotated[
        list[Path], typer.Argument(metavar="FILE…", help="English articles.", show_default=False)
    ],
    output: Output = "text",
    desk: Folder = None,
) -> None:
    """List the persons that articles name, each with all its spellings.

    Names are put together where each is the other's best match; pairs that may be one person's are
    told as questions.

    \b
    Example:
      tongsa name cluster seeds/interview.txt
    """
    from tongsa.cli.naming import cluster as run

    run(files, desk, output)
