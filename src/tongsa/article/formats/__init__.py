"""The formats that articles come in: one module each, by the name of its format."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cache
from importlib import import_module
from types import MappingProxyType
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from tongsa.model import Block

    Encoder = Callable[[str, bool], str]

SUFFIXES: Mapping[str, tuple[str, ...]] = MappingProxyType(
    {
        "html": (".html", ".htm", ".xhtml"),
        "markdown": (".md", ".markdown"),
        "text": (".txt", ".text"),
    }
)
"""The suffixes of each format, lower case, with the dot: known without what reads it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """What a format's reader found in a text."""

    blocks: tuple[Block, ...]
    """Ordered by start, not overlapping, none with an empty text."""
    language_spans: tuple[tuple[int, int], ...] = ()
    charset_spans: tuple[tuple[int, int], ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Format:
    """One article format: each module here offers its own as ``FORMAT``."""

    name: str
    read: Callable[[str], Reading]
    """Cut a decoded article into blocks; raises nothing on any text."""
    encode: Mapping[str, Encoder] = field(default_factory=dict)
    """By ``Block.codec``: write one line's translation so that it reads back as typed.

    Takes the translation, free of line breaks, and whether it opens its block; total. A codec that
    is not here writes the translation as it is.
    """

    @property
    def suffixes(self) -> tuple[str, ...]:
        """Those of its files, lower case, with the dot."""
        return SUFFIXES[self.name]


@cache
def formats() -> Mapping[str, Format]:
    """Return every format by its name."""
    return {name: import_module(f"{__name__}.{name}").FORMAT for name in SUFFIXES}
