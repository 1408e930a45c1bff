"""Change one thing about an entry, and keep every other byte of it."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from tongsa.catalog.comments import comment_lines, flag_lines, put, reference_lines
from tongsa.catalog.entry import Entry, flags_in, read
from tongsa.catalog.write import Message, answer_lines, previous_lines
from tongsa.patterns import late

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tongsa.catalog.layout import Layout

_WORKFLOW = (",", "!")
# The begin of a line, unless a backslash within a string joins it to the line before.
_LINE = late(r"(?<!\\\n)^(?=[^\n])", re.MULTILINE)
_MARKED_LINE = late(r"(?<!\\\n)^[ \t\r\f\v]*#~ ?", re.MULTILINE)
_PREVIOUS_MARK = late(r"^([ \t\r\f\v]*)#\|", re.MULTILINE)
_OBSOLETE_PREVIOUS_MARK = late(r"^([ \t\r\f\v]*)#~\|", re.MULTILINE)


def with_text(entry: Entry, text: str) -> Entry:
    """Return the entry with another text, in its old place; CatalogError if that is no entry."""
    return replace(read(text), line=entry.line, gap=entry.gap)


def with_hints(
    entry: Entry, extracted: Sequence[str], references: Sequence[str], layout: Layout
) -> Entry:
    """Return the entry with these ``#.`` and ``#:`` lines; itself where they say the same."""
    comments = entry.text[: entry.body]
    if tuple(extracted) != entry.extracted:
        comments = put(comments, (".",), comment_lines(".", extracted), layout.newline)
    if tuple(references) != entry.references:
        comments = put(comments, (":",), reference_lines(references), layout.newline)
    return _with_comments(entry, comments)


def with_targets(entry: Entry, targets: Sequence[str], layout: Layout) -> Entry:
    """Return the entry with these targets, one for each plural form; itself if it has them."""
    if tuple(targets) == entry.targets:
        return entry
    new = Message(
        source=entry.source,
        plural_source=entry.plural_source,
        targets=tuple(targets),
        flags=entry.flags,
        obsolete=entry.obsolete,
    )
    lines = "".join(line + layout.newline for line in answer_lines(new, layout))
    mark = "#~ " if entry.obsolete else ""
    return with_text(entry, entry.text[: entry.answer] + lines.removeprefix(mark))


def as_fuzzy(
    entry: Entry,
    layout: Layout,
    *,
    previous_source: str | None = None,
    previous_context: str | None = None,
    previous_plural_source: str | None = None,
) -> Entry:
    """Return the entry marked fuzzy, with the source its target was written for, if given."""
    flags = [flag for flag in flags_in(entry.notes, ",!") if flag != "fuzzy"]
    comments = put(
        entry.text[: entry.body], _WORKFLOW, flag_lines(["fuzzy", *flags]), layout.newline
    )
    if previous_source is not None:
        previous = Message(
            source="",
            previous_source=previous_source,
            previous_context=previous_context,
            previous_plural_source=previous_plural_source,
            flags=entry.flags,
            obsolete=entry.obsolete,
        )
        comments = put(comments, ("|",), previous_lines(previous, layout), layout.newline)
    return _with_comments(entry, comments)


def as_obsolete(entry: Entry, layout: Layout) -> Entry:
    """Return the entry out of use: without hints and references, its fields behind ``#~``."""
    if entry.obsolete:
        return entry
    comments = put(entry.text[: entry.body], (".", ":"), (), layout.newline)
    comments = _PREVIOUS_MARK.sub(r"\1#~|", comments)
    return with_text(entry, comments + _LINE.sub("#~ ", entry.text[entry.body :]))


def revived(entry: Entry, layout: Layout) -> Entry:  # noqa: ARG001 (called as the others are)
    """Return an obsolete entry in use again, its fields as they stood before."""
    if not entry.obsolete:
        return entry
    comments = _OBSOLETE_PREVIOUS_MARK.sub(r"\1#|", entry.text[: entry.body])
    return with_text(entry, comments + _MARKED_LINE.sub("", entry.text[entry.body :]))


def _with_comments(entry: Entry, comments: str) -> Entry:
    """Return the entry with these comments; itself if it has them."""
    if comments == entry.text[: entry.body]:
        return entry
    return with_text(entry, comments + entry.text[entry.body :])
