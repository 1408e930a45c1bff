"""Keep the tables that come with tongsa as they were read, for reading TOML takes long.

Each goes by a digest of its text, so none is ever wrong, only unused.
"""

from __future__ import annotations

import marshal
import sys
from hashlib import blake2b
from typing import TYPE_CHECKING, Any

from tongsa import packaged
from tongsa.desk import cache
from tongsa.sealed import opened, sealed

if TYPE_CHECKING:
    from pathlib import Path

_MOST = 2**23
"""Bytes from which on what a run does not use is dropped."""


def place() -> Path:
    """Return where tables are kept for this version of Python."""
    return cache.place(f"tables-{sys.implementation.cache_tag}")


class Prepared:
    """The tables that were read, of this run and of earlier ones."""

    def __init__(self, place: Path) -> None:
        """Take the file at a place; one that is broken holds nothing."""
        self._place = place
        body = opened(cache.read(place))
        # The user's own cache, and whole.
        self._held: dict[bytes, bytes] = marshal.loads(body) if body else {}  # noqa: S302
        self._used: set[bytes] = set()
        self._new = False

    def parsed(self, content: bytes) -> dict[str, Any]:  # Any: as TOML gives it
        """Return the table that a TOML text of ours holds."""
        name = blake2b(content, digest_size=16).digest()
        self._used.add(name)
        if name in self._held:
            held: dict[str, Any] = marshal.loads(self._held[name])  # noqa: S302 (as above)
            return held
        table = packaged.parse(content)
        self._held[name] = marshal.dumps(table)
        self._new = True
        return table

    def keep(self) -> None:
        """Keep what was read, where any of it is new."""
        if not self._new:
            return
        if sum(map(len, self._held.values())) > _MOST:
            self._held = {name: self._held[name] for name in self._used}
        cache.write(self._place, sealed(marshal.dumps(self._held)))
        self._new = False
