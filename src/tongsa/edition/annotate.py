"""Write down what a translator should know of a unit: one hint a fact."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from tongsa.model import Hint

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from tongsa.model import Article, Unit


def _role(unit: Unit, article: Article) -> Iterator[Hint]:
    roles = dict.fromkeys(article.blocks[place.block].role for place in unit.places)
    yield Hint(kind="role", text=", ".join(roles))


def _speaker(unit: Unit, article: Article) -> Iterator[Hint]:
    speakers = dict.fromkeys(article.blocks[place.block].speaker for place in unit.places)
    if named := ", ".join(speaker for speaker in speakers if speaker):
        yield Hint(kind="speaker", text=named)


def _position(unit: Unit, _article: Article) -> Iterator[Hint]:
    if any(place.of > 1 for place in unit.places):
        ordinals = ", ".join(f"{place.ordinal + 1} of {place.of}" for place in unit.places)
        yield Hint(kind="sentence", text=f"{ordinals} in its paragraph")


HINTERS: tuple[Callable[[Unit, Article], Iterable[Hint]], ...] = (_role, _speaker, _position)
"""In the order their hints are written."""


def annotate(units: Iterable[Unit], article: Article) -> tuple[Unit, ...]:
    """Return the units with every hint there is for them."""
    return tuple(
        replace(unit, hints=tuple(hint for hints in HINTERS for hint in hints(unit, article)))
        for unit in units
    )
