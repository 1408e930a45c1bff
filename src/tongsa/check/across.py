"""Compare the articles of one language: what their units leave, and what is amiss in them."""

from __future__ import annotations

from hashlib import blake2b
from typing import TYPE_CHECKING, NamedTuple

from tongsa.catalog.entry import cut
from tongsa.catalog.po import Catalog
from tongsa.check.check import Hit, Told
from tongsa.check.found import Found
from tongsa.check.ignore import on_unit
from tongsa.check.placing import finding_at
from tongsa.check.rules.consistency.one_source_two_translations import rivals_in, tells, use
from tongsa.check.rules.consistency.one_translation_two_sources import doubles_in
from tongsa.check.rules.consistency.rivals import key
from tongsa.check.traces import Spot, Trace, Traces, of_rows
from tongsa.check.units import places
from tongsa.model import UNCUT, Role

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from tongsa.check.check import Check, Context
    from tongsa.check.units import Place
    from tongsa.model import TranslationUnit

_STANDING = UNCUT | {Role.SUBHEADING}
"""Roles of what comes again from article to article in the same words, and is told alike."""
_STANDING_WORDS = 2
_WORDS = 6
"""Words of a sentence from which on it comes again by no chance: *He did not answer* does."""


class Amiss(NamedTuple):
    """A unit in which a check finds something beside one of another catalog."""

    check: Check
    spot: Spot
    usual: Spot
    """The other one."""


class Beside(NamedTuple):
    """The unit of another catalog that a finding names."""

    told: Told
    file: str
    line: int


Judged = tuple[Found, tuple[int, ...]]
"""A finding, and the lines of the comments that set it aside."""


def traces(catalog: Catalog, found: Sequence[Place], context: Context) -> Traces:
    """Return what a catalog leaves; a unit that its own article contradicts leaves nothing."""
    starts = _starts(catalog)
    amiss = rivals_in(context).keys() | doubles_in(context).keys()
    seen: set[int] = set()
    rows: list[Trace] = []
    for place in found:
        unit = place.unit
        if not _comes_again(unit) or not tells(unit) or unit.index in amiss:
            continue
        source = _of_source(unit)
        if source not in seen:
            seen.add(source)
            start, line = starts[id(place.entry)], place.entry.line
            rows.append(Trace(source, _of_target(unit), start, line, place.form))
    return of_rows(rows)


def read(text: str, trace: Trace, file: str) -> Place | None:
    """Return the unit that left a trace in a catalog's text; None where it has changed since."""
    found = cut(text, trace.start, trace.line)
    forms = places(Catalog(path=file, entries=(found[0],))) if found else ()
    place = forms[trace.form] if trace.form < len(forms) else None
    same = place and (_of_source(place.unit), _of_target(place.unit)) == trace[:2]
    return place if same else None


def told(place: Place, spot: Spot) -> Told:
    """Return what a unit tells, as comparing checks see it."""
    return Told(place.unit.source, place.unit.target, spot, use(place.unit))


def amiss(check: Check, texts: Sequence[Told]) -> list[Amiss]:
    """Return what a check finds amiss in a catalog beside another one."""
    pairs = check.look_across(texts) if check.look_across else ()
    places = ((each.place, usual.place) for each, usual in pairs)
    return [
        Amiss(check, one, other)
        for one, other in places
        if isinstance(one, Spot) and isinstance(other, Spot) and one.catalog != other.catalog
    ]


def found(check: Check, place: Place, beside: Beside, *, file: str, language: str) -> Judged:
    """Return a unit's finding, and the lines of the comments on it that set it aside."""
    blanks = {
        "file": beside.file,
        "line": str(beside.line),
        "source": beside.told.source,
        "target": beside.told.target,
    }
    hit = Hit(target_spans=((0, len(place.unit.target)),), blanks=blanks)
    finding = finding_at(place, check, hit, file=file, language=language)
    lines = tuple(it.line for it in on_unit(place.entry) if it.covers(finding))
    return Found(finding=finding, place=None, ignored=bool(lines)), lines


def _comes_again(unit: TranslationUnit) -> bool:
    """Whether a source comes again in other articles by no chance."""
    least = _STANDING_WORDS if unit.role in _STANDING else _WORDS
    return unit.source.count(" ") >= least - 1


def _starts(catalog: Catalog) -> Mapping[int, int]:
    """Return where each entry begins in the catalog's text, by the entry's identity."""
    starts: dict[int, int] = {}
    at = 0
    for entry in catalog.entries:
        at += len(entry.gap or "")
        starts[id(entry)] = at
        at += len(entry.text)
    return starts


def _of_source(unit: TranslationUnit) -> int:
    return _digest("\0".join((key(unit.source), *use(unit))))


def _of_target(unit: TranslationUnit) -> int:
    return _digest(unit.target.strip())


def _digest(text: str) -> int:
    digest = blake2b(text.encode("utf-8", "surrogatepass"), digest_size=8).digest()
    return int.from_bytes(digest, "big")
