"""Write the header of a catalog, and change its fields in place."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tongsa import __version__
from tongsa.catalog import write
from tongsa.catalog.edit import with_targets, with_text
from tongsa.catalog.grammar import STRING, decode
from tongsa.catalog.wrap import pieces

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import datetime

    from tongsa.catalog.entry import Entry
    from tongsa.catalog.layout import Layout

CREATED = "POT-Creation-Date"
REVISED = "PO-Revision-Date"
OURS = "X-Tongsa-"
"""Begins the names of the fields that are written anew whenever they change."""
SEGMENTER = f"{OURS}Segmenter"
ARTICLE_DATE = f"{OURS}Article-Date"
"""ISO 8601."""

# What msginit writes where it is told nobody's name, and what an untouched template says.
_NOBODY = "Automatically generated"
_NO_TEAM = "none"
_NO_DATE = "YEAR-MO-DA HO:MI+ZONE"
_NO_TRANSLATOR = "FULL NAME <EMAIL@ADDRESS>"
_NO_LIST = "LANGUAGE <LL@li.org>"


def new_header(  # noqa: PLR0913 (a header has that many fields of its own)
    language: str | None,
    *,
    project: str,
    segmenter: str,
    created: datetime,
    translator: str = "",
    team: str = "",
    report: str = "",
) -> dict[str, str]:
    """Return the fields of a new catalog's header, in order; of a template's without a language.

    ``created`` carries its time zone. Where nobody is named, ``Last-Translator`` and
    ``Language-Team`` say so in msginit's words, which ``msgfmt -c`` takes without a warning.
    """
    date = _date(created)
    fields = {
        "Project-Id-Version": project,
        "Report-Msgid-Bugs-To": report,
        CREATED: date,
        REVISED: date if language else _NO_DATE,
        "Last-Translator": (translator or _NOBODY) if language else _NO_TRANSLATOR,
        "Language-Team": (team or _NO_TEAM) if language else _NO_LIST,
        "Language": language or "",
        "MIME-Version": "1.0",
        "Content-Type": "text/plain; charset=UTF-8",
        "Content-Transfer-Encoding": "8bit",
    }
    if language:
        fields["Plural-Forms"] = plural_forms(language)
    return fields | {"X-Generator": f"tongsa {__version__}", SEGMENTER: segmenter}


def render(fields: Mapping[str, str], layout: Layout) -> Entry:
    """Return a header entry with these fields."""
    return write.render(write.Message(source="", targets=(_text(fields),)), layout)


def read(header: str) -> dict[str, str]:
    """Return the fields of a header's text in order; of one that stands twice the first."""
    fields: dict[str, str] = {}
    for line in header.split("\n"):
        name, colon, value = line.partition(":")
        if colon:
            fields.setdefault(name.strip(), value.strip())
    return fields


def changed(entry: Entry, changes: Mapping[str, str], layout: Layout) -> Entry:
    """Return the header entry with these fields changed in place, and unknown ones at its end.

    All else stays byte for byte; only a header that has not a line for each field is laid out anew.
    """
    known = read(entry.target)
    wanted = read(_text(changes))
    changes = {name: value for name, value in wanted.items() if known.get(name) != value}
    if not changes:
        return entry
    spans = _spans(entry)
    if spans is None:
        return with_targets(entry, (_text(known | changes),), layout)
    text, end = entry.text, max(end for _, end in spans.values())
    added = {name: value for name, value in changes.items() if name not in spans}
    lines = "".join(layout.newline + _strings(name, added[name], layout) for name in added)
    text = text[:end] + lines + text[end:]
    for name, (start, end) in reversed(spans.items()):
        if name in changes:
            text = text[:start] + _strings(name, changes[name], layout) + text[end:]
    return with_text(entry, text)


def _spans(entry: Entry) -> dict[str, tuple[int, int]] | None:
    """Return where in the entry's text the strings of each field stand.

    None unless each field has lines of its own below ``msgstr ""``.
    """
    spans: dict[str, tuple[int, int]] = {}
    start, line = -1, ""
    first, *strings = STRING.finditer(entry.text, entry.answer)
    for string in strings:
        start = string.start() if not line else start
        line += decode(string[0])
        if line.endswith("\n"):
            name, colon, _ = line.partition(":")
            if line.count("\n") > 1 or not colon or name.strip() in spans:
                return None
            spans[name.strip()] = (start, string.end())
            line = ""
    return spans if first[0] == '""' and spans and not line else None


def plural_forms(language: str) -> str:
    """Return ``nplurals=1; plural=0;`` or what CLDR says of the language."""
    from babel.messages.plurals import get_plural  # noqa: PLC0415 (slow to load, seldom needed)

    plural = get_plural(language)
    return f"nplurals={plural.num_plurals}; plural={plural.plural_expr};"


def _date(moment: datetime) -> str:
    return moment.strftime("%Y-%m-%d %H:%M%z")


def _strings(name: str, value: str, layout: Layout) -> str:
    """Return a field as strings of the file, each on a line of its own."""
    room = None if layout.width is None else layout.width - len('""')
    escaped = write.escape(_text({name: value}))
    return layout.newline.join(f'"{piece}"' for piece in pieces(escaped, room))


def _text(fields: Mapping[str, str]) -> str:
    return "".join(f"{name}: {' '.join(value.split())}\n" for name, value in fields.items())
