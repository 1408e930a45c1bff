"""Run the command line: at once what is plainly asked, and else as typer reads it."""

from __future__ import annotations

import os
import sys
from io import TextIOWrapper
from typing import NoReturn

from tongsa.cli import plain
from tongsa.errors import TongsaError


def main() -> NoReturn:
    """Run the command line; bad input or usage ends in one line on standard error and code 2."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper):  # a terminal or pipe may know fewer letters
            stream.reconfigure(errors="backslashreplace")
    try:
        _run(sys.argv[1:])
    except KeyboardInterrupt:
        sys.exit(130)  # as a shell reports what SIGINT ended
    except BrokenPipeError:  # whoever reads the output has seen enough of it
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        sys.exit(141)  # as a shell reports what SIGPIPE ended
    except TongsaError as error:
        _leave(error)
    except OSError as error:  # a name too long, a folder closed to this person, a full disk
        reason = (error.strerror or str(error)).lower()
        _leave(TongsaError(f"the system refuses this: {reason}", file=error.filename))
    sys.exit(0)


def _leave(error: TongsaError) -> NoReturn:
    from tongsa.cli.show import error as show

    show(error)
    sys.exit(2)


def _run(words: list[str]) -> None:
    """Run the command that was asked for."""
    if order := plain.read(words):
        from tongsa.cli.checking import run

        run(order)
    from tongsa.cli.face import app

    app()
