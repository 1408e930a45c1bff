"""Read a PO file into entries, and write them back: what nothing changed stays byte for byte."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import cached_property
from typing import TYPE_CHECKING

from tongsa.catalog import charset as charsets
from tongsa.catalog import faults, header
from tongsa.catalog.entry import Entry, cut
from tongsa.catalog.grammar import TAIL
from tongsa.catalog.layout import Layout, detect

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
    exact: bytes | None = None
    """The file's bytes, where its character set would write the same text otherwise."""
    found: Layout | None = None
    """The layout that it had before its entries were changed."""

    @property
    def text(self) -> str:
        """The file decoded."""
        parts: list[str] = []
        for entry in self.entries:
            if entry.gap is not None:
                parts.append(entry.gap)
            elif parts:
                parts.append(self.layout.newline)
            parts.append(entry.text)
        return "".join([*parts, self.tail])

    @property
    def data(self) -> bytes:
        """The file as it is written; CatalogError where its character set lacks a letter."""
        if self.exact is not None:
            return self.exact
        return self.mark + charsets.encode(self.text, self.charset, self.path)

    @cached_property
    def layout(self) -> Layout:
        """How its lines are written, read off its entries as they were at first."""
        return self.found or detect(self.entries)

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
        new = list(entries)
        if new and self.entries and new[0] is not self.entries[0]:
            new[0] = replace(new[0], gap=None)
        for index, entry in enumerate(new[:-1]):
            if not entry.text.endswith("\n"):
                new[index] = replace(entry, text=entry.text + self.layout.newline)
        return self._changed(tuple(new))

    def with_header(self, changes: Mapping[str, str]) -> Catalog:
        """Return the catalog with these header fields changed in place, unknown ones appended."""
        old = self.header
        if old is None:
            return self.with_entries([header.render(changes, self.layout), *self.entries])
        new = header.changed(old, changes, self.layout)
        if new is old:
            return self
        return self._changed(tuple(new if entry is old else entry for entry in self.entries))

    def _changed(self, entries: tuple[Entry, ...]) -> Catalog:
        return replace(self, entries=entries, exact=None, found=self.layout)


def parse(data: bytes, *, path: str) -> Catalog:
    """Read a PO file; raise CatalogError, with file, line and mend, where gettext could not."""
    charset, mark, text = charsets.read(data, path)
    entries: list[Entry] = []
    at, line = 0, 1
    while found := cut(text, at, line):
        entry, at = found
        entries.append(entry)
        line = entry.line + entry.text.count("\n")
    if not TAIL.match(text, at):
        raise faults.fault(text, at, path)
    _check(entries, path)
    catalog = Catalog(path=path, entries=tuple(entries), tail=text[at:], charset=charset, mark=mark)
    # Some old character sets have two codes for one letter: the bytes are kept as they are.
    plain = charset == charsets.DEFAULT or catalog.data == data
    return catalog if plain else replace(catalog, exact=data)


def _check(entries: Iterable[Entry], path: str) -> None:
    """Raise CatalogError where entries are wrong in a way that their form doesn't show."""
    seen: dict[tuple[str | None, str], Entry] = {}
    for entry in entries:
        if entry.text.startswith("msgid_plural", entry.answer):
            wrong = faults.wrong_plural(entry, path)
            if wrong:
                raise wrong
        if not entry.obsolete:
            first = seen.setdefault(entry.identity, entry)
            if first is not entry:
                raise faults.twins(first, entry, path)
