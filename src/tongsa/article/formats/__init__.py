"""The formats that articles come in: one module each, found by being here."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cache
from importlib import import_module
from pkgutil import iter_modules
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from tongsa.model import Block

    Encoder = Callable[[str, bool], str]


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
    suffixes: tuple[str, ...]
    """Lower case, with the dot."""
    read: Callable[[str], Reading]
    """Cut a decoded article into blocks; raises nothing on any text."""
    encode: Mapping[str, Encoder] = field(default_factory=dict)
    """By ``Block.codec``: write one line's translation so that it reads back as typed.

    Takes the translation, free of line breaks, and whether it opens its block; total. A codec that
    is not here writes the translation as it is.
    """


@cache
def formats() -> Mapping[str, Format]:
    """Return every format by its name."""
    modules = (import_module(f"{__name__}.{module.name}") for module in iter_modules(__path__))
    return {module.FORMAT.name: module.FORMAT for module in modules}
