"""Say which catalogs are to be checked, and how."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from tongsa.errors import SettingsError
from tongsa.language.load import normalise

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from pathlib import Path


@dataclass(frozen=True, slots=True, kw_only=True)
class Wanted:
    """What a run of checks is to be."""

    select: Sequence[str] = ()
    """Codes, begins of codes or names of the checks to run; none: every one."""
    skip: Sequence[str] = ()
    glossaries: Sequence[Path] = ()
    """Files in place of the desk's own glossary, in any format."""
    source: str | None = None
    """The articles' language; None: as the desk says, or English."""
    language: str | None = None
    """The catalogs' language, whatever their headers say."""
    baseline: Path | None = None
    """A file of accepted findings in place of the desk's own."""
    accepted: bool = False
    """Whether accepted findings are told as well, so that all can be accepted anew."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Target:
    """A catalog to check."""

    path: Path
    file: str
    """As messages show it."""
    article: str
    """The name of its article."""
    language: str = ""
    """Its edition's, where it lies on a desk; else empty."""


def hinted(path: Path, source: str) -> Iterator[str]:
    """Yield the languages that a path names: ``zh_TW/LC_MESSAGES/harbour.po``, ``ko.po``."""
    for word in (path.stem, path.stem.rpartition(".")[2], *path.absolute().parts[-2::-1]):
        try:
            code = normalise(word)
        except SettingsError:
            continue
        if code != source:
            yield code
