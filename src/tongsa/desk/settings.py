"""Read a desk's settings, and say where in the file what is wrong."""

from __future__ import annotations

import json
import re
from dataclasses import dataclass, field
from datetime import date
from itertools import permutations
from types import MappingProxyType
from typing import TYPE_CHECKING, Any, Literal, get_args

from tongsa import tables
from tongsa.check.ignore import DeskIgnore
from tongsa.errors import SettingsError
from tongsa.language.load import normalise
from tongsa.patterns import late
from tongsa.tables import Spot

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

Unit = Literal["sentence", "paragraph"]
"""What a translator translates at once."""
Quotes = Literal["keep", "split"]
"""Whether a quotation stays whole, or its sentences are cut."""

_LARGEST = 2**17
_SURROGATE = late("[\ud800-\udfff]")


@dataclass(frozen=True, slots=True, kw_only=True)
class Folders:
    """Where a desk keeps what; each a relative path inside the desk."""

    seeds: str = "seeds"
    glossary: str = "glossary"
    locale: str = "locale"
    editions: str = "editions"
    checks: str = "checks"
    """Rules of the desk's own."""


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
class CheckSettings:
    """What the settings say of checking."""

    skip: tuple[str, ...] = ()
    """Codes, begins of codes or names of checks that are not run."""
    baseline: str = ""
    """A file of accepted findings in the desk; empty for none."""
    ignore: tuple[DeskIgnore, ...] = ()


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
    styles: frozenset[str] = frozenset()
    """House styles of the glossary that are switched on."""
    checks: CheckSettings = field(default_factory=CheckSettings)
    folders: Folders = field(default_factory=Folders)
    articles: Mapping[str, ArticleSettings] = field(default_factory=lambda: MappingProxyType({}))


def parse_toml(text: str, *, file: str, path: tuple[str, ...] = ()) -> Settings | None:
    """Read the table at ``path`` of a TOML text; None where there is no such table."""
    _refuse_bulk(text, file)
    table: Any = tables.parse(text, file=file)  # Any: as TOML gives it
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
    values = tables.read(table, spot, _TOP)
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


def _language(value: object, key: str, spot: Spot) -> str:
    try:
        return normalise(tables.text(value, key, spot))
    except SettingsError as error:
        raise spot.error(key, error.message, error.mend) from error


def _languages(value: object, key: str, spot: Spot) -> tuple[str, ...]:
    codes = tuple(_language(code, key, spot) for code in tables.texts(value, key, spot))
    if not codes:
        raise spot.error(key, f'"{key}" names no language', 'write targets = ["ko", "zh_TW"]')
    twice = next((code for code in codes if codes.count(code) > 1), None)
    if twice:
        raise spot.error(key, f'"{key}" names "{twice}" twice')
    return codes


def _folder(value: object, key: str, spot: Spot) -> str:
    path = tables.text(value, key, spot).replace("\\", "/")
    parts = path.split("/")
    if not path.strip() or path.startswith("/") or ".." in parts or ":" in parts[0]:
        raise spot.error(key, f'"{key}" leaves the desk: {path!r}', "name a folder inside the desk")
    return "/".join(part for part in parts if part not in ("", ".")) or "."


def _encoding(value: object, key: str, spot: Spot) -> str:
    name = tables.text(value, key, spot)
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
    readers = dict.fromkeys(("seeds", "glossary", "locale", "editions", "checks"), _folder)
    folders = Folders(**tables.read(tables.table(value, key, spot), spot.below(key), readers))
    places = (folders.seeds, folders.locale, folders.editions)
    for one, other in permutations(places, 2):
        if other in (one, ".") or one.startswith(f"{other}/"):
            raise spot.error(key, f'"{one}" lies in "{other}"', "give each a folder of its own")
    return folders


def _styles(value: object, key: str, spot: Spot) -> frozenset[str]:
    return frozenset(tables.texts(value, key, spot))


def _checks(value: object, key: str, spot: Spot) -> CheckSettings:
    table = tables.table(value, key, spot)
    return CheckSettings(**tables.read(table, spot.below(key), _CHECKS))


def _ignores(value: object, key: str, spot: Spot) -> tuple[DeskIgnore, ...]:
    if not isinstance(value, list):
        raise spot.error(key, f'"{key}" must be tables', "write [[checks.ignore]]")
    return tuple(_ignore(table, key, spot.nth(key, number)) for number, table in enumerate(value))


def _ignore(table: object, key: str, spot: Spot) -> DeskIgnore:
    values = tables.read(tables.table(table, key, spot), spot.below(key), _IGNORE)
    for name, example in (("check", '"T109"'), ("reason", '"…"')):
        if not values.get(name):
            raise spot.error(key, f'an ignore lacks "{name}"', f"add {name} = {example}")
    error = spot.error_at(key, values["reason"], "")
    return DeskIgnore(line=error.line or 1, **values)


def _articles(value: object, key: str, spot: Spot) -> Mapping[str, ArticleSettings]:
    articles = {}
    for name, table in tables.table(value, key, spot).items():
        at = spot.below(key)
        read = tables.read(tables.table(table, name, at), at.below(name), _ARTICLE)
        articles[name] = ArticleSettings(**read)
    return MappingProxyType(articles)


_TOP: Mapping[str, Callable[[Any, str, Spot], Any]] = MappingProxyType(  # Any: as in tables.read
    {
        "source": _language,
        "targets": _languages,
        "name": tables.text,
        "unit": tables.one_of(*get_args(Unit)),
        "quotes": tables.one_of(*get_args(Quotes)),
        "srx": _folder,
        "encoding": _encoding,
        "translator": tables.text,
        "team": tables.text,
        "report": tables.text,
        "styles": _styles,
        "checks": _checks,
        "folders": _folders,
        "articles": _articles,
    }
)
_ARTICLE: Mapping[str, Callable[[Any, str, Spot], Any]] = (
    MappingProxyType(  # Any: as in tables.read
        {"date": _date, "url": tables.text, "encoding": _encoding, "distinct": tables.texts}
    )
)
_CHECKS: Mapping[str, Callable[[Any, str, Spot], Any]] = MappingProxyType(  # Any: as in tables.read
    {"skip": tables.texts, "baseline": _folder, "ignore": _ignores}
)
_IGNORE: Mapping[str, Callable[[Any, str, Spot], Any]] = MappingProxyType(  # Any: as in tables.read
    {
        "check": tables.text,
        "reason": tables.text,
        "article": tables.text,
        "language": _language,
        "text": tables.text,
    }
)
