"""Run the command line: at once what is plainly asked, and else as typer reads it."""

from __future__ import annotations

import os
import sys
from contextlib import suppress
from io import TextIOWrapper
from pathlib import Path
from typing import NoReturn, TextIO

from tongsa.cli import plain
from tongsa.errors import TongsaError


def main() -> NoReturn:
    """Run the command line; bad input or usage ends in one line on standard error and code 2."""
    _stand_in()
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper):  # a terminal or pipe may know fewer letters
            stream.reconfigure(errors="backslashreplace")
    try:
        _told(sys.argv[1:])
    except KeyboardInterrupt:
        sys.exit(130)  # as a shell reports what SIGINT ended
    except BrokenPipeError:  # whoever reads the output has seen enough of it
        _let_go(sys.stdout)
        sys.exit(141)  # as a shell reports what SIGPIPE ended
    except TongsaError as error:
        _leave(error)
    except OSError as error:  # a name too long, a folder closed to this person, a full disk
        _let_go(sys.stdout)
        reason = (error.strerror or str(error)).lower()
        _leave(TongsaError(f"the system refuses this: {reason}", file=error.filename))
    sys.exit(0)


def _stand_in() -> None:
    """Let what was closed before the start (``>&-``) lead nowhere, as git does.

    Else what is meant for standard error, or a file that is opened, would take its place.
    """
    for name, mode in (("stdin", "r"), ("stdout", "w"), ("stderr", "w")):
        if getattr(sys, name) is None:
            nowhere = Path(os.devnull).open(mode, encoding="utf-8")  # noqa: SIM115 (open to the end)
            setattr(sys, name, nowhere)


def _told(words: list[str]) -> None:
    """Run the command, and write what it printed while there is still someone to tell of faults."""
    try:
        _run(words)
    except SystemExit as left:
        if isinstance(left.__context__, BrokenPipeError):  # typer leaves with 1 then
            raise left.__context__ from None
        sys.stdout.flush()
        raise
    sys.stdout.flush()


def _let_go(stream: TextIO) -> None:
    """Let what a stream could not write lead nowhere, so that it is not tried again at the end."""
    with suppress(OSError):  # a stand-in has no number
        os.dup2(os.open(os.devnull, os.O_WRONLY), stream.fileno())


def _leave(error: TongsaError) -> NoReturn:
    from tongsa.cli.show import error as show

    try:
        show(error)
    except OSError:  # standard error is full or gone as well
        _let_go(sys.stderr)
    sys.exit(2)


def _run(words: list[str]) -> None:
    """Run the command that was asked for."""
    if order := plain.read(words):
        from tongsa.cli.checking import run

        run(order)
    from tongsa.cli.face import app

    app()
