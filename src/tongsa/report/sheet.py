"""A catalog as a report shows it: its units in the article's order, and what is known of them."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from tongsa.check.units import places
from tongsa.glossary.sources import Sources
from tongsa.glossary.standing import Variety
from tongsa.glossary.usage import Usage
from tongsa.model import State

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from tongsa.catalog.po import Catalog
    from tongsa.check.units import Place
    from tongsa.glossary.glossary import Glossary
    from tongsa.model import Finding

Key = tuple[str | None, str]
"""Context and source, by which editions of an article share a unit."""


@dataclass(frozen=True, kw_only=True)  # no slots: what is worked out once is kept
class Sheet:
    """A catalog that was checked."""

    catalog: Catalog
    article: str
    language: str
    """The edition's, tongsa's code."""
    source: str
    """The article's language."""
    glossary: Glossary
    styles: frozenset[str] = frozenset()
    """House styles that are switched on."""

    @property
    def file(self) -> str:
        """The catalog as messages show it."""
        return self.catalog.path

    @cached_property
    def places(self) -> Sequence[Place]:
        """Its units in order, each with its place in the file."""
        return places(self.catalog)

    @cached_property
    def usage(self) -> Usage:
        """The glossary's terms in its units."""
        units = [place.unit for place in self.places]
        return Usage(
            Sources(self.glossary, tuple(unit.source for unit in units), self.source),
            tuple(unit.target if unit.state is State.TRANSLATED else "" for unit in units),
            Variety(language=self.language, styles=self.styles),
        )

    def place(self, finding: Finding) -> Place | None:
        """Return where the unit of a finding stands; None where none is as the finding tells it."""
        among = self._by_key.get((finding.context, finding.source), ())
        return next((place for place in among if place.target == finding.target), None)

    @cached_property
    def _by_key(self) -> Mapping[Key, Sequence[Place]]:
        found: dict[Key, list[Place]] = {}
        for place in self.places:
            found.setdefault((place.unit.context, place.unit.source), []).append(place)
        return found
