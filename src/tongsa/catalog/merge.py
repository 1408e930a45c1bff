"""Bring a catalog up to an article's units, keeping every translation that a person typed."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import zip_longest
from typing import TYPE_CHECKING

from tongsa.catalog import align, edit, header, marks, risk, write
from tongsa.catalog.po import Catalog
from tongsa.catalog.stale import stale
from tongsa.model import Hint
from tongsa.patterns import late

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from tongsa.catalog.entry import Entry
    from tongsa.model import Unit


_LINE = late(r":(\d+)$")
"""``seeds/harbour.txt:12``"""
DERIVED = "derived"
"""The kind of the hint that says from which edition a proposal was made; it stays with it."""
_POSITION = "sentence: "
_ORDINAL = late(r"(\d+) of \d+")
"""``sentence: 2 of 4, 1 of 1 in its paragraph``, as ``edition/annotate.py`` writes it"""


@dataclass(frozen=True, slots=True, kw_only=True)
class Order:
    """What a catalog is to hold."""

    units: Sequence[Unit]
    article: str
    """The path that references name."""
    header: Mapping[str, str]
    """The fields of a new catalog's header; an old one's keeps what it has but for our own."""


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
        entry = held.get(unit.identity)
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
    olds, before = _in_article_order(catalog)
    messages = [_message(entry) for entry in olds]
    wanted = [(unit.source, unit.context) for unit in order.units]
    matches = align.align(messages, wanted, joiner=joiners.source)
    leaning = stale(messages, matches, before, _reading_order(order.units))
    entries = []
    kept = set()
    for unit, match in zip(order.units, matches, strict=True):
        if match is None:
            entries.append(_fresh(unit, order, catalog))
        elif match.exact:
            index = match.old[0]
            kept.add(index)
            entry = olds[index]
            if index in leaning:
                told = joiners.source.join(olds[each].source for each in leaning[index])
                entry = _doubted(entry, told, catalog)
            entries.append(_kept(entry, unit, order, catalog))
        else:
            sources = [olds[index] for index in match.old]
            entries.append(_suggested(sources, unit, order, catalog, joiners))
    left = {entry.line: entry for index, entry in enumerate(olds) if index not in kept}
    entries += _left([left[line] for line in sorted(left)], catalog)
    return _finished(catalog, entries, order)


def _in_article_order(catalog: Catalog) -> tuple[list[Entry], list[int]]:
    """Return the entries in the article's order, even where a tool sorted the file; obsolete last.

    The second list is the article as indices of the first: an entry for every place it stands at.
    """
    entries = [entry for entry in catalog.entries if not entry.is_header]
    live = [entry for entry in entries if not entry.obsolete]
    obsolete = [entry for entry in entries if entry.obsolete]
    places = [_places(entry) for entry in live]
    if all(places):
        ranked = sorted(range(len(live)), key=lambda index: places[index][0])
        live, places = [live[index] for index in ranked], [places[index] for index in ranked]
        read = sorted((place, index) for index, found in enumerate(places) for place in found)
        article = [index for _, index in read]
    else:  # references are gone: the file's own order must do
        article = list(range(len(live)))
    return [*live, *obsolete], [*article, *range(len(live), len(entries))]


def _places(entry: Entry) -> list[tuple[int, int]]:
    """Return where an entry's own notes say it stood: its line, and its ordinal there."""
    lines = [int(found[1]) for text in entry.references if (found := _LINE.search(text))]
    hint = next((text for text in entry.extracted if text.startswith(_POSITION)), "")
    ordinals = [int(found[1]) for found in _ORDINAL.finditer(hint)]
    return list(zip_longest(lines, ordinals[: len(lines)], fillvalue=0))


def _reading_order(units: Sequence[Unit]) -> list[int]:
    """Return the article as indices of its units: one for every place where a unit stands."""
    places = (
        (place.block, place.ordinal, at) for at, unit in enumerate(units) for place in unit.places
    )
    return [at for _, _, at in sorted(places)]


def _message(entry: Entry) -> align.Message:
    return align.Message(
        source=entry.source,
        context=entry.context,
        target=entry.target,
        obsolete=entry.obsolete,
        fuzzy=entry.fuzzy,
    )


def _doubted(entry: Entry, told: str, catalog: Catalog) -> Entry:
    """Return a kept entry as fuzzy: ``told`` is all that it was written for, if not its source."""
    if entry.fuzzy:
        return entry
    return edit.as_fuzzy(entry, catalog.layout, previous_source=told or None)


def _kept(entry: Entry, unit: Unit, order: Order, catalog: Catalog) -> Entry:
    if entry.obsolete:
        entry = edit.revived(entry, catalog.layout)
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
    references = [f"{order.article}:{place.line}" for place in unit.places]
    return edit.with_hints(entry, hints, references, catalog.layout)


def _warnings(entry: Entry) -> Iterator[Hint]:
    """Yield why a fuzzy entry needs a look, as far as the entry itself tells."""
    if not entry.fuzzy:
        return
    if derived := [line for line in entry.extracted if line.startswith(f"{DERIVED}: ")]:
        yield Hint(kind=DERIVED, text=derived[0].removeprefix(f"{DERIVED}: "))
    elif entry.previous_source is not None:
        same = entry.previous_source == entry.source
        changes = ("context",) if same else risk.changes(entry.previous_source, entry.source)
        yield Hint(kind="changed", text=", ".join(changes))
    elif marks.read(entry.target).shift:
        yield Hint(kind="changed", text="the sentences that its mark refers to")


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
    changes = {
        name: value
        for name, value in order.header.items()
        if name not in told or (name.startswith(header.OURS) and told[name] != value)
    }
    new = catalog.with_entries([head, *entries])
    if new.text == catalog.text and not changes:
        return catalog
    return new.with_header(changes | {header.CREATED: order.header[header.CREATED]})
