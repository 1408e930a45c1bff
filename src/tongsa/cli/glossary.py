"""The commands of the glossary, with their options."""

from __future__ import annotations

import typer

app = typer.Typer(
    name="glossary",
    no_args_is_help=True,
    help="Keep the glossary: concepts, and their terms in every language.",
)
