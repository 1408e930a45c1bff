"""Gather the checks: tongsa's own, those of installed packages, and a desk's own rules."""

from __future__ import annotations

import sys
from dataclasses import dataclass
from functools import cache
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING

from tongsa import packaged
from tongsa.check.declare import declare
from tongsa.check.kinds import KINDS
from tongsa.errors import CheckError
from tongsa.tables import either

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence
    from importlib.metadata import EntryPoint
    from importlib.resources.abc import Traversable

    from tongsa.check.check import Check

GROUP = "tongsa.checks"
"""Entry points of this group name packages of declarations, with or without code beside them."""

_RULES = "tongsa.check.rules"


@dataclass(frozen=True, slots=True, kw_only=True)
class Declaration:
    """A desk's own rule: a file that declares a check of a shared kind."""

    name: str
    """The file's name without its suffix."""
    file: str
    """As errors write it."""
    text: str


@cache
def builtin() -> tuple[Check, ...]:
    """Return the checks that come with tongsa, by code."""
    return tuple(sorted(_package(_RULES, proven=True), key=lambda check: check.code))


def others() -> Sequence[EntryPoint]:
    """Return what installed packages name as theirs, without loading it."""
    if not any(map(_names_any, sys.path)):
        return ()
    from importlib import metadata  # noqa: PLC0415 (takes longer than to look for the name)

    return tuple(metadata.entry_points(group=GROUP))


def _names_any(folder: str) -> bool:
    """Whether a package in a folder of the path may name checks."""
    if Path(folder).is_file():
        return True  # an archive
    places = (it for kind in ("dist", "egg") for it in Path(folder).glob(f"*.{kind}-info"))
    return any(GROUP.encode() in _content(place / "entry_points.txt") for place in places)


def _content(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except OSError:
        return b""


def installed() -> tuple[Check, ...]:
    """Return the checks of installed packages; raise CheckError where one cannot be loaded."""
    found: list[Check] = []
    for entry in others():
        try:
            found += map(_looking, _package(entry.value))
        except CheckError:
            raise
        except Exception as error:
            raise CheckError(
                f'the checks of "{entry.name}" cannot be loaded: {type(error).__name__}: {error}',
                mend="mend or uninstall the package that brings them",
            ) from error
    return tuple(found)


def gather(rules: Iterable[Declaration] = (), *, packages: bool = True) -> tuple[Check, ...]:
    """Return every check there is, by code; raise CheckError where two share a code or a name."""
    own = (declare(rule.text, file=rule.file, name=_name(rule.name)) for rule in rules)
    checks = [*builtin(), *(installed() if packages else ()), *map(_looking, own)]
    seen: dict[str, Check] = {}
    for check in checks:
        for key in (check.code, check.name):
            other = seen.setdefault(key, check)
            if other is not check:
                raise CheckError(
                    f'"{key}" is the check of {other.file} already',
                    file=check.file,
                    mend="give it another code and its file another name",
                )
    return tuple(sorted(checks, key=lambda check: check.code))


def chosen(
    checks: Sequence[Check], select: Sequence[str] = (), ignore: Sequence[str] = ()
) -> tuple[Check, ...]:
    """Return the checks that are wanted, by code, begin of codes or name; none selected: all.

    Raise CheckError for a word that fits no check.
    """
    select = [part.strip() for word in select for part in word.split(",")]
    ignore = [part.strip() for word in ignore for part in word.split(",")]
    for word in (*select, *ignore):
        if not any(_fits(check, word) for check in checks):
            raise CheckError(f'"{word}" fits no check', mend=_instead(checks, word))
    return tuple(
        check
        for check in checks
        if (not select or any(_fits(check, word) for word in select))
        and not any(_fits(check, word) for word in ignore)
    )


def _looking(check: Check) -> Check:
    """Return a check; raise CheckError for one that looks at nothing."""
    if check.look is None and check.look_across is None:
        mend = f"add kind = {either(tuple(KINDS))}"
        raise CheckError('the check lacks "kind"', file=check.file, mend=mend)
    return check


def _fits(check: Check, word: str) -> bool:
    return bool(word) and (check.code.startswith(word.upper()) or check.name == word)


def _instead(checks: Sequence[Check], word: str) -> str:
    """Return what may have been meant by a word that fits no check."""
    from difflib import get_close_matches  # noqa: PLC0415 (for mistakes alone)

    known = {key.lower(): key for check in checks for key in (check.code, check.name)}
    near = [known[key] for key in get_close_matches(word.lower(), known, n=3)]
    return f"{f'use {either(tuple(near))}; ' if near else ''}`tongsa explain` lists all"


def _name(stem: str) -> str:
    return stem.replace("_", "-")


def _own(package: str) -> Traversable:
    return packaged.FOLDER.joinpath(*package.split(".")[1:])


def _folder(package: str) -> Traversable:
    from importlib import resources  # noqa: PLC0415 (takes longer than to read all of ours)

    return resources.files(package)


def _package(package: str, *, proven: bool = False) -> Iterator[Check]:
    """Yield the checks of a package and of those in it.

    Each is a TOML file, with the module of its name if any. Tests prove ours.
    """
    folder = _own(package) if proven else _folder(package)
    inside = {file.name: file for file in folder.iterdir()}
    for name in sorted(inside):
        stem, dot, suffix = name.rpartition(".")
        if inside[name].is_dir() and inside[name].joinpath("__init__.py").is_file():
            yield from _package(f"{package}.{name}", proven=proven)
        if suffix != "toml" or not dot:
            continue
        text = inside[name].read_text("utf-8")
        beside = import_module(f"{package}.{stem}") if f"{stem}.py" in inside else None
        across = getattr(beside, "look_across", None)
        yield declare(
            text,
            file=f"{package.replace('.', '/')}/{name}",
            name=_name(stem),
            look=beside.look if beside and not across else None,
            look_across=across,
            proven=proven,
        )
