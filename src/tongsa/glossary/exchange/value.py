"""What goes into a reader or writer of other people's formats, and what comes out."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from tongsa.model import Concept


@dataclass(frozen=True, slots=True, kw_only=True)
class Given:
    """A file to read, with what it may not say itself."""

    data: bytes
    file: str
    """As losses and errors write it."""
    source: str = "en"
    target: str | None = None
    """Language of the translations, where the format does not name it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Exchanged:
    """What came of reading a file."""

    concepts: tuple[Concept, ...]
    """In the file's order, each with at least one term."""
    losses: tuple[str, ...] = ()
    """What the file said that no concept can hold: one line a kind, with its first place."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Options:
    """How a glossary is written."""

    source: str = "en"
    targets: tuple[str, ...] = ()
    """Languages to write beside the source; empty for all. One makes the file an edition's own."""
    title: str = "Glossary"


@dataclass(frozen=True, slots=True, kw_only=True)
class Written:
    """What came of writing a glossary."""

    data: bytes
    losses: tuple[str, ...] = ()
    """What the concepts say that the file does not: one line a kind, with the first ids."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Format:
    """A format in which glossaries are exchanged."""

    name: str
    title: str
    suffixes: tuple[str, ...]
    """Of file names, the first for new files."""
    read: Callable[[Given], Exchanged]
    write: Callable[[Sequence[Concept], Options], Written]
