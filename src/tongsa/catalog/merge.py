"""Bring a catalog up to an article's units, keeping every translation that a person typed."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from tongsa.catalog import align, edit, header, marks, risk, write
from tongsa.catalog.po import Catalog
from tongsa.model import Hint

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from tongsa.catalog.align import Match
    from tongsa.catalog.entry import Entry
    from tongsa.model import Unit


@dataclass(frozen=True, slots=True, kw_only=True)
class Order:
    """What a catalog is to hold."""

    units: Sequence[Unit]
    article: str
    """The path that references name."""
    header: Mapping[str, str]
    """The fields of a new catalog's header; of an old one's those that are missing there."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Joiners:
    """What stands between two sentences of one paragraph."""

    source: str
    target: str


def template(old: Catalog | None, order: Order) -> Catalog:
    """Return the POT of the units; the old one itself where nothing changed."""
    catalog = old or Catalog(path="")
    held = {entry.identity: entry for entry in catalog.entries if not entry.obsolete}
    entries = []
    for unit in order.units:
        entry = held.get((unit.context, unit.source))
        entries.append(
            _noted(entry, unit, order, catalog) if entry else _fresh(unit, order, catalog)
        )
    return _finished(catalog, entries, order)


def merge(old: Catalog | None, order: Order, joiners: Joiners) -> Catalog:
    """Return the catalog of the units; the old one itself where nothing changed.

    What fits a unit exactly is kept byte for byte but for its hints and references. What fits
    nearly becomes a fuzzy suggestion. What fits nothing any more becomes obsolete, and comes back
    when its source does.
    """
    catalog = old or Catalog(path="")
    olds = [entry for entry in catalog.entries if not entry.is_header]
    messages = [_message(entry) for entry in olds]
    wanted = [(unit.source, unit.context) for unit in order.units]
    matches = align.align(messages, wanted, joiner=joiners.source)
    entries = []
    kept = set()
    for at, (unit, match) in enumerate(zip(order.units, matches, strict=True)):
        if match is None:
            entries.append(_fresh(unit, order, catalog))
        elif match.exact:
            index = match.old[0]
            kept.add(index)
            stale = _stale(at, messages, matches)
            entries.append(_kept(olds[index], unit, order, catalog, stale=stale))
        else:
            sources = [olds[index] for index in match.old]
            entries.append(_suggested(sources, unit, order, catalog, joiners))
    entries += _left([entry for index, entry in enumerate(olds) if index not in kept], catalog)
    return _finished(catalog, entries, order)


def _message(entry: Entry) -> align.Message:
    return align.Message(
        source=entry.source,
        context=entry.context,
        target=entry.target,
        obsolete=entry.obsolete,
        fuzzy=entry.fuzzy,
    )


def _stale(at: int, messages: Sequence[align.Message], matches: Sequence[Match | None]) -> bool:
    """Tell whether a mark of a kept message leads over sentences that are no longer the same."""
    match = matches[at]
    if match is None:
        return False
    index = match.old[0]
    shift = marks.read(messages[index].target).shift
    for step in range(1, abs(shift) + 1):
        here, there = (at + step, index + step) if shift > 0 else (at - step, index - step)
        neighbour = matches[here] if 0 <= here < len(matches) else None
        if neighbour is None or not neighbour.exact or neighbour.old[0] != there:
            return True
    return False


def _kept(entry: Entry, unit: Unit, order: Order, catalog: Catalog, *, stale: bool) -> Entry:
    if entry.obsolete:
        entry = edit.revived(entry, catalog.layout)
    if stale and not entry.fuzzy:
        entry = edit.as_fuzzy(entry, catalog.layout)
    return _noted(entry, unit, order, catalog)


def _suggested(
    sources: Sequence[Entry], unit: Unit, order: Order, catalog: Catalog, joiners: Joiners
) -> Entry:
    """Return a fuzzy entry with what was the translation of a source like the unit's."""
    targets = [entry.target for entry in sources]
    if len(sources) > 1:
        targets = [marks.read(target).text for target in targets]
    target = joiners.target.join(target for target in targets if target)
    if not target:  # nothing but marks, which say nothing here
        return _fresh(unit, order, catalog)
    previous = [entry.previous_source or entry.source for entry in sources]
    message = write.Message(
        source=unit.source,
        context=unit.context,
        targets=(target,),
        comments=tuple(dict.fromkeys(line for entry in sources for line in entry.comments)),
        flags=("fuzzy", *(flag for flag in sources[0].flags if flag != "fuzzy")),
        previous_source=joiners.source.join(previous),
        previous_context=sources[0].context,
    )
    return _noted(write.render(message, catalog.layout), unit, order, catalog)


def _fresh(unit: Unit, order: Order, catalog: Catalog) -> Entry:
    message = write.Message(source=unit.source, context=unit.context)
    return _noted(write.render(message, catalog.layout), unit, order, catalog)


def _noted(entry: Entry, unit: Unit, order: Order, catalog: Catalog) -> Entry:
    """Return the entry with the unit's hints and references, all else as it stands."""
    hints = [str(hint) for hint in (*unit.hints, *_warnings(entry))]
    lines = dict.fromkeys(place.line for place in unit.places)
    references = [f"{order.article}:{line}" for line in lines]
    return edit.with_hints(entry, hints, references, catalog.layout)


def _warnings(entry: Entry) -> Iterator[Hint]:
    """Yield why a fuzzy entry needs a look, as far as the entry itself tells."""
    if not entry.fuzzy:
        return
    if entry.previous_source is not None:
        same = entry.previous_source == entry.source
        changes = ("context",) if same else risk.changes(entry.previous_source, entry.source)
        yield Hint(kind="changed", text=", ".join(changes))
    elif marks.read(entry.target).shift:
        yield Hint(kind="changed", text="a sentence that its mark leads over")


def _left(entries: Sequence[Entry], catalog: Catalog) -> Iterator[Entry]:
    """Yield, as obsolete, each entry left over that holds anything a person typed."""
    seen = set()
    for entry in sorted(entries, key=lambda entry: not entry.obsolete):
        typed = (entry.identity, entry.targets, entry.comments)
        if typed not in seen and (any(map(str.strip, entry.targets)) or entry.comments):
            seen.add(typed)
            yield entry if entry.obsolete else edit.as_obsolete(entry, catalog.layout)


def _finished(catalog: Catalog, entries: Sequence[Entry], order: Order) -> Catalog:
    """Return the catalog with these entries; with no date changed where all is as it was."""
    head = catalog.header
    if head is None:
        fresh = header.render(order.header, catalog.layout)
        return catalog.with_entries([fresh, *entries])
    told = catalog.headers
    changes = {name: value for name, value in order.header.items() if name not in told}
    changes |= {
        name: order.header[name]
        for name in (header.SEGMENTER,)
        if order.header[name] != told.get(name)
    }
    new = catalog.with_entries([head, *entries])
    if new.text == catalog.text and not changes:
        return catalog
    return new.with_header(changes | {header.CREATED: order.header[header.CREATED]})
