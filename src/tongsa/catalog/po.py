"""Read a PO file into entries, and write them back: what nothing changed stays byte for byte."""

from __future__ import annotations

import codecs
from dataclasses import dataclass, replace
from functools import cached_property
from typing import TYPE_CHECKING

from tongsa.catalog import charset as charsets
from tongsa.catalog import header
from tongsa.catalog.entry import Entry, cut
from tongsa.catalog.faults import fault
from tongsa.catalog.grammar import TAIL
from tongsa.catalog.layout import Layout

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping


@dataclass(frozen=True, kw_only=True)  # no slots: what is found of its layout is kept
class Catalog:
    """A PO file: its entries in order, and what stands behind the last."""

    path: str
    """Where it was read, as written into errors; POSIX separators."""
    entries: tuple[Entry, ...] = ()
    tail: str = ""
    """Comments and blank lines behind the last entry."""
    charset: str = "utf-8"
    mark: bytes = b""
    """The byte order mark it began with, if any."""

    @property
    def text(self) -> str:
        """The file decoded."""
        newline = self.layout.newline if any(entry.gap is None for entry in self.entries) else "\n"
        parts: list[str] = []
        for entry in self.entries:
            if parts and not parts[-1].endswith("\n"):
                parts.append(newline)
            blank = newline if parts else ""
            parts.append(blank if entry.gap is None else entry.gap)
            parts.append(entry.text)
        return "".join([*parts, self.tail])

    @property
    def data(self) -> bytes:
        """The file as it is written; CatalogError where its character set lacks a letter."""
        return self.mark + charsets.encode(self.text, self.charset, self.path)

    @cached_property
    def layout(self) -> Layout:
        """How its lines are written, read off the entries it has."""
        return Layout()

    @property
    def header(self) -> Entry | None:
        """The entry whose target is the header."""
        return next((e for e in self.entries if e.is_header and not e.obsolete), None)

    @property
    def headers(self) -> dict[str, str]:
        """The header's fields in order; of a name that stands twice the first."""
        return header.read(self.header.target) if self.header else {}

    def with_entries(self, entries: Iterable[Entry]) -> Catalog:
        """Return the catalog with these entries instead, in this order.

        Entries of its own keep their bytes and the blank lines before them; others are parted
        by one blank line.
        """
        new = tuple(entries)
        if new and self.entries and new[0] is not self.entries[0]:
            new = (replace(new[0], gap=None), *new[1:])
        return replace(self, entries=new)

    def with_header(self, changes: Mapping[str, str]) -> Catalog:
        """Return the catalog with these header fields changed in place, unknown ones appended."""
        old = self.header
        if old is None:
            return self.with_entries([header.render(changes, self.layout), *self.entries])
        new = header.changed(old, changes, self.layout)
        if new is old:
            return self
        return replace(self, entries=tuple(new if e is old else e for e in self.entries))


def parse(data: bytes, *, path: str) -> Catalog:
    """Read a PO file; raise CatalogError, with file, line and mend, where gettext could not."""
    mark = codecs.BOM_UTF8 if data.startswith(codecs.BOM_UTF8) else b""
    charset = charsets.named(data)
    text = charsets.decode(data[len(mark) :], charset, path)
    entries: list[Entry] = []
    at, line = 0, 1
    while found := cut(text, at, line):
        entry, end = found
        entries.append(entry)
        line += text.count("\n", at, end)
        at = end
    if not TAIL.match(text, at):
        raise fault(text, at, path)
    return Catalog(path=path, entries=tuple(entries), tail=text[at:], charset=charset, mark=mark)
