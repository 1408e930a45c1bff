"""Read the figures of a text, or compare those of a text and its translation."""

from __future__ import annotations

import re
import sys
from dataclasses import dataclass
from itertools import accumulate
from pathlib import Path
from typing import TYPE_CHECKING, NoReturn

from tongsa.article.formats import formats
from tongsa.article.read import MAX_BYTES
from tongsa.article.read import read as read_article
from tongsa.cli import show
from tongsa.cli.desks import desk_or_none
from tongsa.desk import store
from tongsa.desk.desk import Source
from tongsa.desk.settings import ArticleSettings
from tongsa.errors import ArticleError, SettingsError
from tongsa.language.load import figures as facts
from tongsa.language.load import known, normalise
from tongsa.quantity import compare, read
from tongsa.report import figures as report
from tongsa.report.figures import GOOD, Passage

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Sequence

    from tongsa.desk.desk import Desk

_STDIN = "-"
_APART = "\n\n"  # between two blocks
_SUFFIX = re.compile(r"\S*[^\s.]\.[A-Za-z][A-Za-z0-9]{1,4}")  # "notes.txt", not "$3.5bn", "U.S."
_SPACE = re.compile(r"\s")
_CATALOGS = frozenset({".po", ".pot", ".mo"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """What the command was asked to read, and how."""

    text: str
    """A file's path, ``-``, or the text itself; ``to`` as well."""
    to: str | None = None
    language: str | None = None
    source: str | None = None
    write: Sequence[str] = ()
    date: dt.date | None = None


def run(asked: Asked, folder: Path | None, output: str) -> NoReturn:
    """Read or compare, show it, and leave: 1 where figures differ."""
    desk = desk_or_none(folder)
    home = desk.settings.source if desk else "en"
    if asked.to is None:
        _show(asked, desk, _known(asked.language or home), output)
        sys.exit(0)
    sys.exit(_compare(asked, asked.to, desk, _known(asked.source or home), output))


def _show(asked: Asked, desk: Desk | None, language: str, output: str) -> None:
    """Print what is read in a text."""
    if asked.source:
        raise ArticleError("--source is for comparing", mend="use --lang, or add --to")
    editions = [_edition(code) for code in asked.write]
    passage = _passage(asked.text, language, desk)
    today = asked.date or _settings(asked.text, desk).date
    if output == "json":
        show.data(report.reading(passage, write_in=editions, today=today))
        return
    columns = show.columns_of_screen()
    for line in report.reading_lines(passage, columns=columns, write_in=editions, today=today):
        print(line)


def _compare(asked: Asked, to: str, desk: Desk | None, language: str, output: str) -> int:
    """Print how a translation's figures stand to its source's; return 1 where any is wrong."""
    if not asked.language:
        raise ArticleError("the translation's language is not known", mend="name it with --lang")
    if asked.write:
        raise ArticleError("--write is for one text", mend="--to writes right forms by itself")
    if asked.text == to == _STDIN:
        raise ArticleError("standard input can hold one text only", mend="name a file for one")
    edition = _edition(asked.language)
    source, target = _passage(asked.text, language, desk), _passage(to, edition, desk)
    today = asked.date or _settings(asked.text, desk).date
    found = compare(source.figures, target.figures, today=today)
    if output == "json":
        show.data(report.comparing(source, target, found, today=today))
    else:
        columns = show.columns_of_screen()
        for line in report.comparing_lines(source, target, found, columns=columns, today=today):
            print(line)
    return int(any(each.verdict not in GOOD for each in found))


def _known(code: str) -> str:
    """Return tongsa's code of a language; raise SettingsError where its figures are not known."""
    facts(code)
    return normalise(code)


def _edition(code: str) -> str:
    """Return tongsa's code of a language to write in; raise SettingsError where none can."""
    if "write" not in facts(code):
        mend = f"use one of {', '.join(it for it in known() if 'write' in facts(it))}"
        raise SettingsError(f'figures are not written in "{code}"', mend=mend)
    return normalise(code)


def _passage(text: str, language: str, desk: Desk | None) -> Passage:
    """Return a text with its figures, from wherever it comes; raise TongsaError where it can't."""
    if text == _STDIN:
        return _article(sys.stdin.buffer.read(MAX_BYTES + 1), "standard input", "utf-8", language)
    if not _is_file(text):
        return _plain(text, language)
    path = Path(text)
    if path.is_dir():
        raise ArticleError("this is a folder", file=text, mend="name one file in it")
    if path.suffix.lower() in _CATALOGS:
        mend = "`tongsa check` compares its figures, sentence by sentence"
        raise ArticleError("this is a catalog", file=text, mend=mend)
    encoding = _settings(text, desk).encoding or (desk.settings.encoding if desk else "utf-8")
    return _article(store.read(path, limit=MAX_BYTES + 1), text, encoding, language)


def _is_file(text: str) -> bool:
    """Whether a text names a file; raise ArticleError where it seems to, but none is there."""
    path = Path(text)
    try:
        if not text or path.exists():
            return bool(text)
        inside = "/" in text and path.parent.is_dir() and not _SPACE.search(text)
    except (OSError, ValueError):  # too long for a name, or with a sign that no name may hold
        return False
    if inside or _SUFFIX.fullmatch(text) or path.suffix.lower() in _suffixes():
        mend = 'check its name; if it is the text itself, give it through standard input, with "-"'
        raise ArticleError("there is no such file", file=text, mend=mend)
    return False


def _suffixes() -> frozenset[str]:
    """Return the suffixes of the articles that tongsa reads."""
    return frozenset(suffix for form in formats().values() for suffix in form.suffixes)


def _settings(text: str, desk: Desk | None) -> ArticleSettings:
    """Return what the desk says of a text that is one of its own articles."""
    if desk is None or not _is_file(text):
        return ArticleSettings()
    path = desk.shown(Path(text))
    name = next((name for name, own in desk.own.items() if own == path), path)
    return desk.article_settings(Source(name=name, file=Path(text), path=path))


def _article(data: bytes, file: str, encoding: str, language: str) -> Passage:
    """Return the text of a file: an article's block by block, any other whole."""
    if not data.strip():
        return _plain("", language)
    suffix = Path(file).suffix.lower()
    is_article = suffix in _suffixes()
    article = read_article(
        data, name=file, path=file, suffix=suffix if is_article else ".txt", encoding=encoding
    )
    if not is_article:
        return _plain(article.text, language)
    starts = accumulate((len(block.text) + len(_APART) for block in article.blocks), initial=0)
    text = _APART.join(block.text for block in article.blocks)
    return Passage(
        language=language,
        text=text,
        figures=read(text, language),
        given=article.text,
        blocks=tuple(zip(starts, article.blocks, strict=False)),  # one start more than blocks
    )


def _plain(text: str, language: str) -> Passage:
    return Passage(language=language, text=text, figures=read(text, language), given=text)
