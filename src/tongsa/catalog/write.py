"""Write a message of a catalog as an entry of a PO file."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from tongsa.catalog.comments import comment_lines, flag_lines, reference_lines
from tongsa.catalog.entry import Entry, flags_in, read, references_in
from tongsa.catalog.grammar import STRING
from tongsa.catalog.wrap import fold
from tongsa.patterns import late

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from tongsa.catalog.layout import Layout

# A field as polib writes it unfolded: 'msgid "rain"', '#| msgid ""' and '#| "one\\n"'.
_FIELD = late(
    r'^((?:#[~|]+ )?)(msg[a-z_]+(?:\[\d+\])?) ("[^\n]*"(?:\n(?:#[~|]+ )?"[^\n]*")*)$',
    re.MULTILINE,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Message:
    """What an entry says, apart from how it is laid out."""

    source: str
    context: str | None = None
    plural_source: str | None = None
    targets: tuple[str, ...] = ("",)
    """One for each plural form if there is a plural source, else one."""
    comments: tuple[str, ...] = ()
    extracted: tuple[str, ...] = ()
    references: tuple[str, ...] = ()
    flags: tuple[str, ...] = ()
    previous_context: str | None = None
    previous_source: str | None = None
    previous_plural_source: str | None = None
    obsolete: bool = False


def message(entry: Entry) -> Message:
    """Return what an entry says."""
    notes, previous = entry.notes, entry.previous
    return Message(
        source=entry.source,
        context=entry.context,
        plural_source=entry.plural_source,
        targets=entry.targets,
        comments=tuple(notes.get("", ())),
        extracted=tuple(notes.get(".", ())),
        references=references_in(notes),
        flags=flags_in(notes),
        previous_context=previous.get("msgctxt"),
        previous_source=previous.get("msgid"),
        previous_plural_source=previous.get("msgid_plural"),
        obsolete=entry.obsolete,
    )


def render(message: Message, layout: Layout) -> Entry:
    """Return a new entry that says this, laid out as gettext does in a file of this layout."""
    lines = [*comment_lines("", message.comments)]
    if not message.obsolete:
        lines += comment_lines(".", message.extracted)
        lines += reference_lines(message.references)
    lines += flag_lines(message.flags)
    lines += _folded(message, _fields(message), layout)
    return read("".join([line + layout.newline for line in lines]))


def answer_lines(message: Message, layout: Layout) -> Iterator[str]:
    """Yield the lines of the fields behind the source: what the entry answers to it."""
    answers = ("msgid_plural", "msgstr")
    fields = (field for field in _fields(message) if "|" not in field[0])
    return _folded(message, (field for field in fields if field[1].startswith(answers)), layout)


def previous_lines(message: Message, layout: Layout) -> Iterator[str]:
    """Yield the ``#|`` lines of a message."""
    return _folded(message, (field for field in _fields(message) if "|" in field[0]), layout)


def escape(text: str) -> str:
    """Return the text as it stands between quotes."""
    import polib  # noqa: PLC0415 (it takes as long to load as a whole catalog to read)

    return polib.escape(text)


def _folded(
    message: Message, fields: Iterable[tuple[str, str, str]], layout: Layout
) -> Iterator[str]:
    width = None if "no-wrap" in message.flags else layout.width
    for mark, keyword, escaped in fields:
        yield from fold(keyword, escaped, mark=mark, width=width)


def _fields(message: Message) -> Iterator[tuple[str, str, str]]:
    """Yield mark, keyword and escaped text of each field, as polib writes them."""
    import polib  # noqa: PLC0415 (it takes as long to load as a whole catalog to read)

    plural = message.plural_source is not None
    entry = polib.POEntry(
        msgctxt=message.context,
        msgid=message.source,
        msgid_plural=message.plural_source or "",
        msgstr="" if plural else message.targets[0],
        msgstr_plural=dict(enumerate(message.targets)) if plural else {},
        previous_msgctxt=message.previous_context,
        previous_msgid=message.previous_source,
        previous_msgid_plural=message.previous_plural_source,
        obsolete=message.obsolete,
    )
    for mark, keyword, strings in _FIELD.findall(entry.__unicode__(wrapwidth=0)):
        yield mark, keyword, "".join([string[1:-1] for string in STRING.findall(strings)])
