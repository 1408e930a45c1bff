"""The commands of the glossary, with their options."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from tongsa.cli.check import Glossaries
from tongsa.cli.options import Folder, Output

app = typer.Typer(
    name="glossary",
    no_args_is_help=True,
    rich_markup_mode=None,
    help=(
        "Keep the glossary: concepts, and their terms in every language.\n\n"
        "\b\n"
        "Example:\n"
        '  tongsa glossary add taiwan-strait --kind place -t "en=Taiwan Strait" -t ko=대만해협\n'
        "  tongsa glossary check\n"
    ),
)

Kinds = Annotated[
    str | None,
    typer.Option(
        help="person, organisation, title, place, product, technology, law, event, work, idiom, "
        "common."
    ),
]
Terms = Annotated[
    list[str] | None,
    typer.Option("--term", "-t", help='A term to add: "ko=대만해협"; repeatable, the best first.'),
]
Forbidden = Annotated[
    list[str] | None,
    typer.Option(
        "--forbid", help='A form to forbid, and why: "ko=타이완해협: not press style"; repeatable.'
    ),
]
Definition = Annotated[
    str | None, typer.Option(help="What it is, in one sentence.", show_default=False)
]
Note = Annotated[
    str | None, typer.Option(help="What translators should know of it.", show_default=False)
]
Drafts = Annotated[
    bool,
    typer.Option(
        "--drafts/--no-drafts",
        help="Draft a person's terms that follow from the characters: other editions, spellings.",
    ),
]
Origin = Annotated[
    str | None, typer.Option("--source", help="Where its forms were seen.", show_default=False)
]


@app.command(name="list")
def list_(
    kind: Kinds = None,
    domain: Annotated[str | None, typer.Option(help="Only this domain.")] = None,
    output: Output = "text",
    glossary: Glossaries = None,
    desk: Folder = None,
) -> None:
    """List concepts with their preferred terms.

    \b
    Example:
      tongsa glossary list --kind person
    """
    from tongsa.cli.concepts import list_ as run

    run(glossary, desk, kind, domain, output)


@app.command()
def show(
    concept: Annotated[str, typer.Argument(help="A concept's id, or one of its terms.")],
    output: Output = "text",
    glossary: Glossaries = None,
    desk: Folder = None,
) -> None:
    """Show all that is known of a concept.

    \b
    Example:
      tongsa glossary show liang-guangzhong
      tongsa glossary show 량광중
    """
    from tongsa.cli.concepts import show as run

    run(glossary, desk, concept, output)


@app.command()
def find(
    text: Annotated[str, typer.Argument(help="A text; - reads standard input.")],
    language: Annotated[str, typer.Option("--lang", "-l", help="Its language.")] = "en",
    output: Output = "text",
    glossary: Glossaries = None,
    desk: Folder = None,
) -> None:
    """Find the glossary's terms in a text.

    \b
    Example:
      tongsa glossary find "TSMC leads the 3D Fabric Alliance."
      tongsa glossary find --lang ko < article.txt -
    """
    from tongsa.cli.concepts import find as run

    run(glossary, desk, text, language, output)


@app.command()
def check(output: Output = "text", glossary: Glossaries = None, desk: Folder = None) -> None:
    """Find what is wrong in the glossary itself.

    Leaves with 0 when nothing is, 1 when something is, 2 on bad input.

    \b
    Example:
      tongsa glossary check
    """
    from tongsa.cli.concepts import check as run

    run(glossary, desk, output)


@app.command()
def impact(
    concept: Annotated[str, typer.Argument(help="A concept's id, or one of its terms.")],
    output: Output = "text",
    desk: Folder = None,
) -> None:
    """Show the translations of all editions that a change of a concept makes stale.

    \b
    Example:
      tongsa glossary impact taiwan-strait
    """
    from tongsa.cli.concepts import impact as run

    run(desk, concept, output)


@app.command()
def add(  # noqa: PLR0913, PLR0917 (each is an option of the command line)
    concept: Annotated[str, typer.Argument(help="Its id: small letters, digits, hyphens.")],
    kind: Kinds = None,
    term: Terms = None,
    forbid: Forbidden = None,
    definition: Definition = None,
    note: Note = None,
    source: Origin = None,
    drafts: Drafts = True,
    file: Annotated[
        str | None,
        typer.Option(help="The file in the glossary's folder; else concepts.toml."),
    ] = None,
    desk: Folder = None,
) -> None:
    """Add a concept.

    \b
    Example:
      tongsa glossary add taiwan-strait --kind place --file places.toml \\
        -t "en=Taiwan Strait" -t ko=대만해협 -t zh_TW=台灣海峽 -t zh_CN=台湾海峡
      tongsa glossary add cho-jung-tai --kind person -t zh_TW=卓榮泰
    """
    from tongsa.cli.editing import Fields
    from tongsa.cli.editing import add as run

    fields = Fields(
        kind=kind,
        terms=term or (),
        forbidden=forbid or (),
        definition=definition,
        note=note,
        source=source,
        drafts=drafts,
    )
    run(desk, concept, fields, file)


@app.command()
def edit(  # noqa: PLR0913, PLR0917 (each is an option of the command line)
    concept: Annotated[str, typer.Argument(help="Its id.")],
    kind: Kinds = None,
    term: Terms = None,
    forbid: Forbidden = None,
    drop: Annotated[
        list[str] | None, typer.Option(help='A term to take out: "ko=대만해협"; repeatable.')
    ] = None,
    definition: Definition = None,
    note: Note = None,
    source: Origin = None,
    drafts: Drafts = True,
    desk: Folder = None,
) -> None:
    """Change a concept in its file; comments, order and all else stay.

    \b
    Example:
      tongsa glossary edit chip --forbid "zh_TW=芯片: the mainland's word" --note "Both count."
    """
    from tongsa.cli.editing import Fields
    from tongsa.cli.editing import edit as run

    fields = Fields(
        kind=kind,
        terms=term or (),
        forbidden=forbid or (),
        dropped=drop or (),
        definition=definition,
        note=note,
        source=source,
        drafts=drafts,
    )
    run(desk, concept, fields)


@app.command(name="import")
def import_(  # noqa: PLR0913, PLR0917 (each is an option of the command line)
    file: Annotated[Path, typer.Argument(help="TBX, CSV, XLSX, OmegaT text, Weblate PO, TOML.")],
    into: Annotated[
        str | None,
        typer.Option(help="The file for new concepts; else one named as what is read."),
    ] = None,
    form: Annotated[
        str | None, typer.Option("--as", help="Its format; else as its name and content say.")
    ] = None,
    target: Annotated[
        str | None, typer.Option("--lang", "-l", help="The target, where the file names none.")
    ] = None,
    dry: Annotated[bool, typer.Option("--dry-run", help="Say what would come, write nothing.")] = (
        False
    ),
    desk: Folder = None,
) -> None:
    """Take concepts from a file; what the glossary holds already is never overwritten.

    \b
    Example:
      tongsa glossary import ~/in/terms.tbx --into press.toml
    """
    from tongsa.cli.exchanging import import_ as run

    run(desk, file, into, form, target, dry=dry)


@app.command()
def export(
    file: Annotated[
        Path, typer.Argument(help="Where to: .tbx, .csv, .xlsx, .txt (OmegaT), .po; -: print.")
    ],
    form: Annotated[
        str | None,
        typer.Option("--as", help="tbx, tbx3, tbx3-dct, csv, xlsx, omegat, po; else by the name."),
    ] = None,
    language: Annotated[
        list[str] | None,
        typer.Option("--lang", "-l", help="The editions to export; repeatable; else all."),
    ] = None,
    glossary: Glossaries = None,
    desk: Folder = None,
) -> None:
    """Write the glossary in another format, and say what that cannot hold.

    OmegaT takes one edition a file, since it does not part zh_TW from zh_CN.

    \b
    Example:
      tongsa glossary export ko.tbx --lang ko
    """
    from tongsa.cli.exchanging import export as run

    run(glossary, desk, file, form, language or [])


@app.command()
def suggest(
    articles: Annotated[list[Path], typer.Argument(help="Articles, wherever they lie.")],
    add: Annotated[
        bool, typer.Option("--add", help="Write them as drafts into drafts.toml.")
    ] = False,
    most: Annotated[int, typer.Option("--most", "-n", help="How many at most.", min=1)] = 40,
    output: Output = "text",
    desk: Folder = None,
) -> None:
    """Find names, acronyms and phrases that the glossary does not know yet.

    \b
    Example:
      tongsa glossary suggest seeds/interview.txt
    """
    from tongsa.cli.exchanging import suggest as run

    run(desk, articles, most, output, add=add)
