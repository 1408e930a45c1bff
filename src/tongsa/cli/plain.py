"""Read a plain ``tongsa check`` at once, and leave to typer whatever is not plain.

Before typer has built its commands and has brought in what converts their options, a check of
catalogs that have not changed is done. What is read here is what typer would read; the tests hold
the two together.
"""

from __future__ import annotations

from pathlib import Path
from types import MappingProxyType
from typing import TYPE_CHECKING, Any, NamedTuple

from tongsa.cli.order import Choice, Order, Telling

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence


class Option(NamedTuple):
    """An option that takes a word."""

    name: str
    """That of its parameter in ``cli.check.check``."""
    read: Callable[[str], Any] = str  # Any: each option's own
    """Raises ValueError for what typer has to explain."""
    repeated: bool = False


def _one_of(*words: str) -> Callable[[str], str]:
    def read(word: str) -> str:
        return words[words.index(word)]

    return read


def _count(word: str) -> int:
    if not word.isdecimal() or not word.isascii() or not int(word):
        raise ValueError(word)
    return int(word)


SEVERITIES = ("error", "warning", "note")
FORMS = ("text", "json", "sarif", "junit", "github", "html")
OPTIONS: Mapping[str, Option] = MappingProxyType(
    {
        "--lang": Option("lang"),
        "-l": Option("lang"),
        "--source": Option("source"),
        "--glossary": Option("glossary", Path, repeated=True),
        "-g": Option("glossary", Path, repeated=True),
        "--select": Option("select", repeated=True),
        "--ignore": Option("ignore", repeated=True),
        "--severity": Option("severity", _one_of(*SEVERITIES)),
        "--baseline": Option("baseline", Path),
        "--write-baseline": Option("write_baseline", Path),
        "--format": Option("form", _one_of(*FORMS)),
        "-f": Option("form", _one_of(*FORMS)),
        "--output": Option("output", Path),
        "-o": Option("output", Path),
        "--jobs": Option("jobs", _count),
        "-j": Option("jobs", _count),
        "--desk": Option("desk", Path),
        "-C": Option("desk", Path),
    }
)
"""The options that take a word."""
FLAGS: Mapping[str, str] = MappingProxyType({"--no-cache": "no_cache"})
"""The options that take none."""


def read(words: Sequence[str]) -> Order | None:
    """Return what is asked for; None where it is another command, or not plainly this one."""
    if words[:1] != ["check"]:
        return None
    try:
        asked = values(words[1:])
    except ValueError:
        return None
    return order(**asked)


def values(words: Sequence[str]) -> dict[str, Any]:  # Any: each option's own
    """Return what is given to the command's parameters; raise ValueError where it is not plain."""
    asked: dict[str, Any] = {}
    rest = iter(words)
    for word in rest:
        if word in FLAGS:
            asked[FLAGS[word]] = True
        elif word in OPTIONS:
            option = OPTIONS[word]
            value = option.read(_plain(next(rest, "")))
            if option.repeated:
                asked.setdefault(option.name, []).append(value)
            else:
                asked[option.name] = value
        else:
            asked.setdefault("catalogs", []).append(Path(_plain(word)))
    return asked


def _plain(word: str) -> str:
    if not word or (word.startswith("-") and word != "-"):
        raise ValueError(word)
    return word


def order(  # noqa: PLR0913 (each is an option of the command line)
    *,
    catalogs: Sequence[Path] | None = None,
    lang: str | None = None,
    source: str | None = None,
    glossary: Sequence[Path] | None = None,
    select: Sequence[str] | None = None,
    ignore: Sequence[str] | None = None,
    severity: str = "note",
    baseline: Path | None = None,
    write_baseline: Path | None = None,
    form: str = "text",
    output: Path | None = None,
    jobs: int | None = None,
    no_cache: bool = False,
    desk: Path | None = None,
) -> Order:
    """Return what the command's parameters ask for."""
    choice = Choice(
        paths=catalogs or (),
        language=lang,
        source=source,
        glossaries=glossary or (),
        select=select or (),
        ignore=ignore or (),
        severity=severity,
        baseline=baseline,
        jobs=jobs,
        kept=not no_cache,
    )
    telling = Telling(form=form, path=output)
    return Order(choice=choice, telling=telling, desk=desk, accept=write_baseline)
