"""Spot where an article names persons."""

from __future__ import annotations

from itertools import chain
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Sequence


class Mention(NamedTuple):
    """One place where an article names a person."""

    name: str
    """As written, without a title: "Liang Guangzhong", "Kim"."""
    title: str
    """What says who it is: a title or a role before it, or a phrase behind it; else empty."""
    text: int
    """The index of its sentence."""
    start: int
    """Where the name begins in the sentence, in code points."""
    end: int
    """Where it ends; half-open."""
    full: bool
    """It has a family and a given name."""


def spot(texts: Sequence[str]) -> tuple[Mention, ...]:
    """Return the persons that an article names, in the order of its sentences.

    ``texts`` are the sentences of one article, headlines and captions among them. A family name
    alone counts where the article proves it by a full name or a title. What is not sure is left
    out; no text raises.
    """
    from tongsa.people.article import find  # noqa: PLC0415 - the import of the room stays instant

    return tuple(chain.from_iterable(find(texts)))
