"""Lay out an edition: every block's lines with their translations, merged and ordered as marked."""

from __future__ import annotations

import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from tongsa.catalog import marks
from tongsa.model import Edition, Fault, Line, State

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from tongsa.catalog.marks import Marked
    from tongsa.edition.extract import Cuts
    from tongsa.model import Unit


@dataclass(frozen=True, slots=True, kw_only=True)
class Translation:
    """What a catalog holds for a unit."""

    target: str
    fuzzy: bool = False

    @property
    def state(self) -> State:
        """How far it is; white space alone is no translation."""
        if not self.target.strip():
            return State.UNTRANSLATED
        return State.FUZZY if self.fuzzy else State.TRANSLATED


Translations = Mapping[tuple[str | None, str], Translation]
"""What a catalog holds, by context and source."""


def translation(unit: Unit, translations: Translations) -> Translation:
    """Return a unit's translation: what the catalog holds, or for a bare figure the figure itself.

    A figure without letter or currency sign reads alike in every edition, so it need not be
    translated, though it may (1,240 is 1240 in Chinese papers).
    """
    held = translations.get((unit.context, unit.source), Translation(target=""))
    if held.state is State.UNTRANSLATED and not any(map(_speaks, unit.source)):
        return Translation(target=unit.source)
    return held


def _speaks(sign: str) -> bool:
    return sign.isalpha() or unicodedata.category(sign) == "Sc"


def arrange(
    cuts: Cuts,
    units: Sequence[Unit],
    translations: Translations,
    language: str,
) -> Edition:
    """Return the edition; marks that cannot be followed become its faults."""
    by_place = {(place.block, place.ordinal): unit for unit in units for place in unit.places}
    faults: dict[Fault, None] = {}  # an ordered set: a unit may stand in several blocks
    blocks = []
    for index, segments in enumerate(cuts):
        here = [by_place[index, ordinal] for ordinal in range(len(segments))]
        found = [translation(unit, translations) for unit in here]
        marked = [_marked(unit, each) for unit, each in zip(here, found, strict=True)]
        faults.update((Fault(unit=here[at], message=text), None) for at, text in _faults(marked))
        lines = [
            Line(
                ordinal=at,
                source=unit.source,
                target=mark.text,
                state=each.state,
                merged=mark.merged,
            )
            for at, (unit, each, mark) in enumerate(zip(here, found, marked, strict=True))
        ]
        blocks.append(
            tuple(sorted(lines, key=lambda line: _rank(line.ordinal, marked[line.ordinal])))
        )
    return Edition(language=language, blocks=tuple(blocks), faults=tuple(faults))


def _marked(unit: Unit, found: Translation) -> Marked:
    """Read the marks of a translation; one that is not finished has none."""
    if found.state is not State.TRANSLATED:
        return marks.Marked(text=found.target)
    return marks.read(found.target, unit.source)


def _rank(ordinal: int, marked: Marked) -> float:
    """Return the place in printing order: moved lines stand past the one they move over."""
    if not marked.shift or marked.merged:
        return ordinal
    return ordinal + marked.shift + (0.5 if marked.shift > 0 else -0.5)


def _faults(marked: Sequence[Marked]) -> Iterator[tuple[int, str]]:
    """Yield the ordinal and what is wrong of each mark that leads nowhere."""
    for ordinal, mark in enumerate(marked):
        if not mark.shift:
            continue
        side = "before" if mark.shift < 0 else "after"
        if marks.read(mark.text).shift:
            yield ordinal, "two marks stand at its start; type one mark, such as {<2}"
        elif not 0 <= ordinal + mark.shift < len(marked):
            yield ordinal, f"its mark leads out of the paragraph: no such sentence stands {side} it"
        elif mark.merged and _teller(ordinal, marked) is None:
            yield ordinal, "its mark leads to a sentence that is not told itself"


def _teller(ordinal: int, marked: Sequence[Marked]) -> int | None:
    """Follow merge marks to the line that tells the sentence; None if they lead nowhere."""
    for _ in marked:
        if not 0 <= ordinal < len(marked):
            return None
        if not marked[ordinal].merged:
            return ordinal
        ordinal += marked[ordinal].shift
    return None
