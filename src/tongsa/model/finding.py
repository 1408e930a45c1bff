"""What checks look at, and what they find."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from tongsa.model.article import State

Span = tuple[int, int]
"""Half-open, in code points."""


class Severity(StrEnum):
    """What a finding means for publishing."""

    ERROR = "error"
    """Wrong to a reader; keeps an edition back."""
    WARNING = "warning"
    """An editor should look."""
    NOTE = "note"
    """Good to know."""


@dataclass(frozen=True, slots=True, kw_only=True)
class TranslationUnit:
    """A source with its translation, as checks see it."""

    source: str
    target: str
    """As a reader reads it: without marks for merging; of a merged unit the words that tell it."""
    context: str | None = None
    role: str = ""
    """What its block is in the article, such as ``headline``; empty where unknown."""
    merged: bool = False
    """Whether ``target`` is a neighbour's, which tells this unit too."""
    index: int = 0
    """Position among its article's units."""
    state: State = State.TRANSLATED
    """Most checks see translated units alone; a fuzzy one's target is a proposal."""
    previous: str = ""
    """The source that a fuzzy target was made for, where the catalog tells it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """Something that a check found in a unit."""

    code: str
    """Permanent, such as ``T102``."""
    name: str
    """The check's name, such as ``forbidden-term``."""
    severity: Severity
    message: str
    file: str
    """The PO file, or the settings file, as messages show it."""
    line: int
    """1-based."""
    column: int
    """1-based, in code points."""
    language: str
    context: str | None = None
    source: str = ""
    target: str = ""
    """``msgstr`` whole, as it stands in the catalog."""
    source_spans: tuple[Span, ...] = ()
    target_spans: tuple[Span, ...] = ()
    fix: str | None = None
    """The whole new ``msgstr``, where one is safe."""
