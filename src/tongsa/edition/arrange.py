"""Lay out an edition: every block's lines with their translations, merged and ordered as marked."""

from __future__ import annotations

import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from tongsa.article.read import FORBIDDEN
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
        """How far it is; white space and signs of no width are no translation."""
        if all(sign.isspace() or unicodedata.category(sign) == "Cf" for sign in self.target):
            return State.UNTRANSLATED
        return State.FUZZY if self.fuzzy else State.TRANSLATED


Identity = tuple[str | None, str]
Translations = Mapping[Identity, Translation]
"""What a catalog holds, by context and source."""


def translation(unit: Unit, translations: Translations) -> Translation:
    """Return a unit's translation: what the catalog holds, or for a bare figure the figure itself.

    A figure without letter or currency sign reads alike in every edition, so it need not be
    translated, though it may (1,240 is 1240 in Chinese papers).
    """
    held = translations.get(unit.identity, Translation(target=""))
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
    held = {unit.identity: translation(unit, translations) for unit in units}
    faults = {  # a dict, so that each stands once, in order
        Fault(unit=unit, message=text): None
        for unit in units
        if (text := _fault(unit, held[unit.identity]))
    }
    tellers: dict[Identity, Identity] = {}
    blocks = []
    for index, segments in enumerate(cuts):
        here = [by_place[index, ordinal] for ordinal in range(len(segments))]
        marked = [_marked(unit, held[unit.identity]) for unit in here]
        for at, text in _faults(here, marked, tellers):
            faults[Fault(unit=here[at], message=text)] = None
        lines = [
            Line(
                ordinal=at,
                source=unit.source,
                target=mark.text,
                state=held[unit.identity].state,
                merged=mark.merged,
            )
            for at, (unit, mark) in enumerate(zip(here, marked, strict=True))
        ]
        blocks.append(
            tuple(sorted(lines, key=lambda line: _rank(line.ordinal, marked[line.ordinal])))
        )
    return Edition(language=language, blocks=tuple(blocks), faults=tuple(faults))


def _fault(unit: Unit, found: Translation) -> str:
    """Return what keeps a finished translation out of print, wherever it stands; else nothing."""
    if found.state is not State.TRANSLATED:
        return ""
    if sign := FORBIDDEN.search(found.target):
        return f"it holds U+{ord(sign[0]):04X}, which no edition may; take it out"
    return marks.fault(found.target, unit.source)


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


def _faults(
    here: Sequence[Unit], marked: Sequence[Marked], tellers: dict[Identity, Identity]
) -> Iterator[tuple[int, str]]:
    """Yield the ordinal and what is wrong of each mark of a block that cannot be followed.

    ``tellers`` gathers, over all blocks, whose words tell each merged unit.
    """
    words = _words(marked)
    for ordinal, mark in enumerate(marked):
        if not mark.shift:
            continue
        side = "before" if mark.shift < 0 else "after"
        if not 0 <= ordinal + mark.shift < len(marked):
            yield ordinal, f"its mark leads out of the paragraph: no such sentence stands {side} it"
        elif mark.merged and ordinal not in words:
            yield ordinal, "its mark leads to a sentence that is not told itself"
        elif mark.merged:
            teller = here[words[ordinal]].identity
            if tellers.setdefault(here[ordinal].identity, teller) != teller:
                yield ordinal, "it stands in several paragraphs, each time beside another sentence"


def _words(marked: Sequence[Marked]) -> dict[int, int]:
    """Return the line whose words tell each merged line, as far as marks lead to one."""
    words: dict[int, int] = {}
    for start in range(len(marked)):
        path: dict[int, None] = {}  # an ordered set
        at = start
        while 0 <= at < len(marked) and marked[at].merged and at not in words and at not in path:
            path[at] = None
            at += marked[at].shift
        at = words.get(at, at)
        if 0 <= at < len(marked) and at not in path:
            words.update(dict.fromkeys(path, at))
    return words
