"""Find the translations that a change of one concept makes stale."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from tongsa.check.units import places
from tongsa.glossary.sources import Sources
from tongsa.glossary.standing import Variety
from tongsa.glossary.usage import Usage
from tongsa.model import State

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tongsa.desk.checking import Checker
    from tongsa.desk.targets import Target


@dataclass(frozen=True, slots=True, kw_only=True)
class Stale:
    """A translation whose source names the concept."""

    file: str
    line: int
    """1-based, of the concept's first mention in the source."""
    column: int
    language: str
    source: str
    target: str
    terms: tuple[str, ...]
    """What the source calls the concept."""
    forms: tuple[str, ...]
    """What the translation calls it now; none where it does without a term of the glossary."""


def impact(checker: Checker, target: Target, concept: int) -> Iterator[Stale]:
    """Yield each finished translation of a catalog whose source names a concept."""
    catalog = checker.read(target)
    language = checker.language(catalog, target)
    found = places(catalog)
    usage = Usage(
        Sources(checker.glossary, tuple(place.unit.source for place in found), checker.source),
        tuple(place.unit.target if place.unit.state is State.TRANSLATED else "" for place in found),
        Variety(language=language, styles=checker.examiner.styles),
    )
    for place in found:
        unit = place.unit
        named = [it for it in usage.demanded(unit.index) if it.concept == concept]
        if not named or unit.state is not State.TRANSLATED:
            continue
        line, column = place.line_and_column(source=named[0].start)
        terms = dict.fromkeys(unit.source[it.start : it.end] for it in named)
        held = (it for it in usage.outermost(unit.index) if it.concept == concept)
        forms = dict.fromkeys(unit.target[it.start : it.end] for it in held)
        yield Stale(
            file=target.file,
            line=line,
            column=column,
            language=language,
            source=unit.source,
            target=place.target,
            terms=tuple(terms),
            forms=tuple(forms),
        )
