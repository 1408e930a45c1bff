"""The commands and their options; what they do is imported when they run, so help is instant."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated, Literal, NoReturn

import typer

from tongsa import __version__
from tongsa.cli import check, derive, figures, glossary, name
from tongsa.cli.options import Articles, Draft, Folder, Languages, Output

app = typer.Typer(
    name="tongsa",
    no_args_is_help=True,
    rich_markup_mode=None,  # plain help is on the screen before rich is imported
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"]},
    help=(
        "Turn English news articles into checked Korean and Chinese editions.\n\n"
        "\b\n"
        "Example:\n"
        "  tongsa init desk && cd desk   set up a desk with a sample article\n"
        "  tongsa build                  make catalogs, and editions of what is translated\n"
        "  tongsa check                  find what an editor would send back\n"
    ),
)


check.add_to(app)
derive.add_to(app)
figures.add_to(app)
app.add_typer(glossary.app)
app.add_typer(name.app)


def _version(*, value: bool) -> None:
    if value:
        print(f"tongsa {__version__}")
        raise typer.Exit


@app.callback()
def _tongsa(
    *,
    version: Annotated[
        bool, typer.Option("--version", callback=_version, is_eager=True, help="Show the version.")
    ] = False,
) -> None:
    pass


@app.command()
def init(
    folder: Annotated[Path, typer.Argument(help="Where; made if it isn't there.")] = Path(),
    source: Annotated[str, typer.Option(help="The articles' language.")] = "en",
    target: Annotated[
        list[str], typer.Option("--target", "-t", help="A language to publish in; repeatable.")
    ] = ["ko", "zh_TW", "zh_CN"],  # noqa: B006 (typer copies it)
) -> None:
    """Set up a desk that works, with a sample article.

    \b
    Example:
      tongsa init desk --target ko --target zh_TW
    """
    from tongsa.cli.commands import init as run

    run(folder, source, target)


@app.command()
def build(
    articles: Articles = None,
    language: Languages = None,
    draft: Draft = False,
    output: Output = "text",
    desk: Folder = None,
) -> None:
    """Extract, update and compile: from articles to editions in one go.

    Leaves with 0 when every edition was published, 1 when something kept one back, 2 on bad input.

    \b
    Example:
      tongsa build                     everything on the desk
      tongsa build ~/in/*.txt -l ko    these articles, the Korean edition alone
    """
    _run(["extract", "update", "compile"], desk, articles, language, output, draft=draft)


@app.command()
def extract(articles: Articles = None, output: Output = "text", desk: Folder = None) -> None:
    """Write each article's template (POT), with hints for translators.

    \b
    Example:
      tongsa extract seeds/interview.txt
    """
    _run(["extract"], desk, articles, None, output)


@app.command()
def update(
    articles: Articles = None,
    language: Languages = None,
    output: Output = "text",
    desk: Folder = None,
) -> None:
    """Bring catalogs (PO) up to their articles; nothing typed is lost.

    \b
    Example:
      tongsa update -l zh_TW
    """
    _run(["update"], desk, articles, language, output)


@app.command(name="compile")
def compile_(
    articles: Articles = None,
    language: Languages = None,
    draft: Draft = False,
    output: Output = "text",
    desk: Folder = None,
) -> None:
    """Write editions and MO files from the catalogs as they stand.

    An edition is written only when every unit is translated and none is fuzzy. Leaves with 0 when
    every edition was published, 1 when something kept one back, 2 on bad input.

    \b
    Example:
      tongsa compile --draft
    """
    _run(["compile"], desk, articles, language, output, draft=draft)


@app.command()
def status(
    articles: Articles = None,
    language: Languages = None,
    output: Output = "text",
    desk: Folder = None,
) -> None:
    """Show how far every edition is; writes nothing.

    \b
    Example:
      tongsa status --format json
    """
    _run([], desk, articles, language, output)


@app.command()
def segment(  # noqa: PLR0913, PLR0917 (each is an option of the command line)
    file: Annotated[Path, typer.Argument(help="Any article; it needs no desk.")],
    language: Annotated[
        str | None,
        typer.Option("--language", "-l", help="Its language; else the desk's source, or en."),
    ] = None,
    quotes: Annotated[
        Literal["keep", "split"] | None,
        typer.Option(help="Keep quotations whole or cut them; else as the desk does, or keep."),
    ] = None,
    unit: Annotated[
        Literal["sentence", "paragraph"] | None,
        typer.Option(help="What makes a unit; else as the desk says, or sentence."),
    ] = None,
    srx: Annotated[Path | None, typer.Option(help="SRX 2.0 rules in place of ours.")] = None,
    output: Output = "text",
    desk: Folder = None,
) -> None:
    """Show how an article is read and cut.

    \b
    Example:
      tongsa segment interview.txt --format json
    """
    from tongsa.cli.commands import Cutting
    from tongsa.cli.commands import segment as run

    run(file, Cutting(language=language, quotes=quotes, unit=unit, srx=srx), desk, output)


@app.command()
def preview(
    article: Annotated[Path, typer.Argument(help="The article.")],
    language: Languages = None,
    page: Annotated[
        Path | None,
        typer.Option("--output", "-o", help="Where the page goes; else into the editions' folder."),
    ] = None,
    show: Annotated[bool, typer.Option("--open", help="Open it in the browser.")] = False,
    desk: Folder = None,
) -> None:
    """Write an HTML page of the source and all editions side by side.

    \b
    Example:
      tongsa preview seeds/interview.txt --open
    """
    from tongsa.cli.commands import preview as run

    path = run(article, language or [], page, desk)
    if show:
        typer.launch(path.as_uri())


def _run(  # noqa: PLR0913 (passes on what the command line gave)
    steps: list[str],
    folder: Path | None,
    articles: list[Path] | None,
    languages: list[str] | None,
    output: str,
    *,
    draft: bool = False,
) -> NoReturn:
    from tongsa.cli.commands import Request, run

    run(
        Request(
            steps=frozenset(steps),
            folder=folder,
            files=articles or (),
            languages=languages or (),
            draft=draft,
            output=output,
        )
    )
