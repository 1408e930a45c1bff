"""Read a desk's settings, and say where in the file what is wrong."""

from __future__ import annotations

import difflib
import json
import re
import tomllib
from dataclasses import dataclass, field
from datetime import date
from itertools import permutations
from types import MappingProxyType
from typing import TYPE_CHECKING, Any, Literal, get_args

from tongsa.desk.spot import Spot
from tongsa.errors import SettingsError
from tongsa.language.load import normalise

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

Unit = Literal["sentence", "paragraph"]
"""What a translator translates at once."""
Quotes = Literal["keep", "split"]
"""Whether a quotation stays whole, or its sentences are cut."""

_LARGEST = 2**17
_AT_LINE = re.compile(r"\(at line (\d+), column (\d+)\)")
"""``(at line 3, column 9)`` at the end of tomllib's messages"""
_SURROGATE = re.compile("[\ud800-\udfff]")


@dataclass(frozen=True, slots=True, kw_only=True)
class Folders:
    """Where a desk keeps what; each a relative path inside the desk."""

    seeds: str = "seeds"
    glossary: str = "glossary"
    locale: str = "locale"
    editions: str = "editions"


@dataclass(frozen=True, slots=True, kw_only=True)
class ArticleSettings:
    """What the settings say of one article."""

    date: date | None = None
    url: str = ""
    encoding: str = ""
    """The article's encoding; empty where the desk's own holds."""
    distinct: tuple[str, ...] = ()
    """Sentences that need a translation of their own behind each sentence that they follow."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Settings:
    """What a desk's file says."""

    source: str
    targets: tuple[str, ...]
    """At least one, none twice, the source not among them."""
    name: str = ""
    """Of the project, for the catalogs' headers; the folder's name where empty."""
    unit: Unit = "sentence"
    quotes: Quotes = "keep"
    srx: str = ""
    """A file of SRX 2.0 rules in the desk that replaces our own; empty for ours."""
    encoding: str = "utf-8"
    translator: str = ""
    """``Name <address>`` for ``Last-Translator`` of new catalogs."""
    team: str = ""
    report: str = ""
    """Address or page for ``Report-Msgid-Bugs-To``."""
    folders: Folders = field(default_factory=Folders)
    articles: Mapping[str, ArticleSettings] = field(default_factory=lambda: MappingProxyType({}))


def parse_toml(text: str, *, file: str, path: tuple[str, ...] = ()) -> Settings | None:
    """Read the table at ``path`` of a TOML text; None where there is no such table."""
    _refuse_bulk(text, file)
    try:
        table: Any = tomllib.loads(text)  # Any: as TOML gives it
    except tomllib.TOMLDecodeError as error:
        place = _AT_LINE.search(str(error))
        raise SettingsError(
            f"this is no valid TOML: {_AT_LINE.sub('', str(error)).strip().lower()}",
            file=file,
            line=int(place[1]) if place else None,
            column=int(place[2]) if place else None,
        ) from error
    except (ValueError, RecursionError) as error:  # a figure of 5,000 digits, 10,000 brackets
        raise SettingsError(
            "this TOML is nested too deep or too large to read", file=file
        ) from error
    for key in path:
        table = table.get(key) if isinstance(table, dict) else None
    return None if table is None else _settings(table, Spot(file, text, path))


def parse_json(text: str, *, file: str) -> Settings:
    """Read settings written as one JSON object; raise SettingsError for lone surrogates too."""
    _refuse_bulk(text, file)
    try:
        table = json.loads(text)
    except json.JSONDecodeError as error:
        raise SettingsError(
            f"this is no valid JSON: {error.msg.lower()}",
            file=file,
            line=error.lineno,
            column=error.colno,
        ) from error
    except (ValueError, RecursionError) as error:
        raise SettingsError(
            "this JSON is nested too deep or too large to read", file=file
        ) from error
    if _SURROGATE.search(json.dumps(table, ensure_ascii=False)):
        found = re.search(r"\\[uU][dD][89a-fA-F]", text)
        line = text.count("\n", 0, found.start()) + 1 if found else None
        raise SettingsError(
            "half of a surrogate pair stands alone, which is no character",
            file=file,
            line=line,
            mend="write the character itself, or both halves",
        )
    return _settings(table, Spot(file, text, ()))


def _refuse_bulk(text: str, file: str) -> None:
    if len(text) > _LARGEST:
        raise SettingsError(f"settings are never longer than {_LARGEST:,} characters", file=file)


def _settings(table: object, spot: Spot) -> Settings:
    if not isinstance(table, dict):
        raise SettingsError("the settings must be a table of keys", file=spot.file)
    values = _read(table, spot, _TOP)
    for key, example in (("source", '"en"'), ("targets", '["ko", "zh_TW"]')):
        if key not in values:
            raise SettingsError(
                f'the settings lack "{key}"', file=spot.file, mend=f"add {key} = {example}"
            )
    if values["source"] in values["targets"]:
        raise spot.error(
            "targets", f'the source language "{values["source"]}" is among the targets'
        )
    return Settings(**values)


def _read(
    table: Mapping[str, Any],
    spot: Spot,
    readers: Mapping[str, Callable[[Any, str, Spot], Any]],  # Any: each reader has its own type
) -> dict[str, Any]:
    values = {}
    for key, value in table.items():
        if key not in readers:
            near = difflib.get_close_matches(key, readers, n=1, cutoff=0.0)
            raise spot.error(key, f'unknown key "{key}"', f'the nearest known key is "{near[0]}"')
        values[key] = readers[key](value, key, spot)
    return values


def _text(value: object, key: str, spot: Spot) -> str:
    if not isinstance(value, str) or any(ord(sign) < ord(" ") for sign in value):
        raise spot.error(key, f'"{key}" must be a text on one line')
    return value


def _texts(value: object, key: str, spot: Spot) -> tuple[str, ...]:
    if not isinstance(value, list) or not all(isinstance(text, str) for text in value):
        raise spot.error(key, f'"{key}" must be a list of texts', f'write {key} = ["…", "…"]')
    return tuple(value)


def _one_of(*choices: str) -> Callable[[object, str, Spot], str]:
    def read(value: object, key: str, spot: Spot) -> str:
        if value not in choices:
            raise spot.error(key, f'"{key}" is {value!r}', f"use {' or '.join(choices)}")
        return str(value)

    return read


def _language(value: object, key: str, spot: Spot) -> str:
    try:
        return normalise(_text(value, key, spot))
    except SettingsError as error:
        raise spot.error(key, error.message, error.mend) from error


def _languages(value: object, key: str, spot: Spot) -> tuple[str, ...]:
    codes = tuple(_language(code, key, spot) for code in _texts(value, key, spot))
    if not codes:
        raise spot.error(key, f'"{key}" names no language', 'write targets = ["ko", "zh_TW"]')
    twice = next((code for code in codes if codes.count(code) > 1), None)
    if twice:
        raise spot.error(key, f'"{key}" names "{twice}" twice')
    return codes


def _folder(value: object, key: str, spot: Spot) -> str:
    path = _text(value, key, spot).replace("\\", "/")
    parts = path.split("/")
    if not path.strip() or path.startswith("/") or ".." in parts or ":" in parts[0]:
        raise spot.error(key, f'"{key}" leaves the desk: {path!r}', "name a folder inside the desk")
    return "/".join(part for part in parts if part not in ("", ".")) or "."


def _encoding(value: object, key: str, spot: Spot) -> str:
    name = _text(value, key, spot)
    try:
        "".encode(name)
    except (LookupError, UnicodeError) as error:
        raise spot.error(
            key, f'"{name}" is no known text encoding', "utf-8 is the usual one"
        ) from error
    return name


def _date(value: object, key: str, spot: Spot) -> date:
    try:
        return date.fromisoformat(str(value)[:10])
    except ValueError as error:
        raise spot.error(
            key, f'"{key}" is no date: {value!r}', f"write {key} = 2030-05-10"
        ) from error


def _folders(value: object, key: str, spot: Spot) -> Folders:
    readers = dict.fromkeys(("seeds", "glossary", "locale", "editions"), _folder)
    folders = Folders(**_read(_table(value, key, spot), spot.below(key), readers))
    places = (folders.seeds, folders.locale, folders.editions)
    for one, other in permutations(places, 2):
        if other in (one, ".") or one.startswith(f"{other}/"):
            raise spot.error(key, f'"{one}" lies in "{other}"', "give each a folder of its own")
    return folders


def _articles(value: object, key: str, spot: Spot) -> Mapping[str, ArticleSettings]:
    articles = {}
    for name, table in _table(value, key, spot).items():
        at = spot.below(key)
        read = _read(_table(table, name, at), at.below(name), _ARTICLE)
        articles[name] = ArticleSettings(**read)
    return MappingProxyType(articles)


def _table(value: object, key: str, spot: Spot) -> Mapping[str, Any]:
    if not isinstance(value, dict):
        raise spot.error(key, f'"{key}" must be a table', f"write [{'.'.join((*spot.path, key))}]")
    return value


_TOP: Mapping[str, Callable[[Any, str, Spot], Any]] = MappingProxyType(  # Any: as in _read
    {
        "source": _language,
        "targets": _languages,
        "name": _text,
        "unit": _one_of(*get_args(Unit)),
        "quotes": _one_of(*get_args(Quotes)),
        "srx": _folder,
        "encoding": _encoding,
        "translator": _text,
        "team": _text,
        "report": _text,
        "folders": _folders,
        "articles": _articles,
    }
)
_ARTICLE: Mapping[str, Callable[[Any, str, Spot], Any]] = MappingProxyType(  # Any: as in _read
    {"date": _date, "url": _text, "encoding": _encoding, "distinct": _texts}
)
