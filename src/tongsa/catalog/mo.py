"""Compile messages into a GNU MO file, which gettext reads at run time.

The layout is that of the GNU gettext manual, "The Format of GNU MO Files": little-endian, and
without a hash table, which readers may do without.
"""

from __future__ import annotations

import re
import struct
from dataclasses import dataclass
from itertools import accumulate
from typing import TYPE_CHECKING

from tongsa.errors import CatalogError
from tongsa.patterns import late

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from tongsa.catalog.entry import Entry

_MAGIC = 0x950412DE
_HEAD = struct.Struct("<7I")  # magic, revision, count, three offsets with the size of the hashes
_LARGEST = 0xFFFFFFFF
# msgfmt leaves this out too: the same messages shall give the same file.
_CREATED = late(r"^POT-Creation-Date:.*\n", re.MULTILINE)
_CHARSET = late(r"charset=(?!utf-?8\b)[^\s;]+", re.IGNORECASE)
_BARE_HEADER = "Content-Type: text/plain; charset=UTF-8\n"


@dataclass(frozen=True, slots=True, kw_only=True)
class Plural:
    """The targets of a message that has a plural."""

    source: str
    """``msgid_plural``."""
    targets: tuple[str, ...]
    """One for each plural form."""


def finished(entries: Iterable[Entry]) -> dict[tuple[str | None, str], str | Plural]:
    """Return what is ready for use, by context and source: neither fuzzy, obsolete nor empty."""
    ready: dict[tuple[str | None, str], str | Plural] = {}
    for entry in entries:
        if entry.obsolete or entry.is_header or entry.fuzzy:
            continue
        plural = entry.plural_source
        if target := entry.target:
            ready[entry.identity] = (
                target if plural is None else Plural(source=plural, targets=entry.targets)
            )
    return ready


def compile_mo(
    targets: Mapping[tuple[str | None, str], str | Plural], header: Entry | None
) -> bytes:
    """Return the MO file, in UTF-8, of targets by context and source, and of the header.

    Raise CatalogError where it would be larger than the format can tell.
    """
    text = header.target if header else _BARE_HEADER
    pairs = [("", _CREATED.sub("", _CHARSET.sub("charset=UTF-8", text)))]
    for (context, source), target in targets.items():
        key = source if context is None else f"{context}\4{source}"
        if isinstance(target, Plural):
            pairs.append((f"{key}\0{target.source}", "\0".join(target.targets)))
        else:
            pairs.append((key, target))
    coded = sorted((key.encode(), target.encode()) for key, target in pairs)
    return _file([key for key, _ in coded], [target for _, target in coded])


def _file(originals: Sequence[bytes], translations: Sequence[bytes]) -> bytes:
    table = 8 * len(originals)
    start = _HEAD.size + 2 * table
    strings = [*originals, *translations]
    lengths = [len(string) for string in strings]
    *offsets, size = accumulate((length + 1 for length in lengths), initial=start)
    if size > _LARGEST:
        raise CatalogError("these messages take more than an MO file can hold", mend="part them")
    head = _HEAD.pack(_MAGIC, 0, len(originals), _HEAD.size, _HEAD.size + table, 0, start)
    places = [number for pair in zip(lengths, offsets, strict=True) for number in pair]
    return b"".join([head, struct.pack(f"<{len(places)}I", *places), b"\0".join(strings), b"\0"])
