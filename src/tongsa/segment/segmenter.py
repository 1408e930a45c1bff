"""What a segmenter is to those who call one, whoever's rules it follows."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal, TypeAlias

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from tongsa.model import Segment

Quotes: TypeAlias = Literal["keep", "split"]
"""Whether a balanced quotation stays whole or its sentences are cut."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Segmenter:
    """Cuts blocks of one language into sentences."""

    split: Callable[[str], Iterator[Segment]]
    """Yields slices of a text in order; between them stands white space alone."""
    signature: str
    """Names the rules, for a catalog's header: another one may cut the same text otherwise."""
    warnings: tuple[str, ...] = ()
    """What an editor should know of these rules in this language."""
