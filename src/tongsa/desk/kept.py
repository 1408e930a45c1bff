"""Keep what was worked out in the user's cache, and find it there again.

What is kept goes by a digest of all that it follows from, so nothing in it is ever wrong, only
unused. It may be deleted at any time; when it grows too large, what was not used for longest goes.
"""

from __future__ import annotations

import sqlite3
import time
from contextlib import closing
from typing import TYPE_CHECKING

from tongsa.sealed import opened, sealed

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping
    from pathlib import Path

MOST = 2**28
"""Bytes that are kept at most."""

_VERSION = 1
_DAY = 86_400
"""Seconds."""
_PATIENCE = 2.0
"""Seconds to wait for another run that writes."""
_TABLE = """
CREATE TABLE IF NOT EXISTS kept (
    name BLOB PRIMARY KEY, day INTEGER NOT NULL, size INTEGER NOT NULL, content BLOB NOT NULL
)
"""


class Kept:
    """A file of what was worked out, by name; one that is broken or locked holds nothing."""

    def __init__(self, path: Path, *, most: int = MOST) -> None:
        """Take the file at a path, whether it is there or not."""
        self._path = path
        self._most = most

    def get(self, names: Iterable[bytes]) -> Mapping[bytes, bytes]:
        """Return what is kept of names."""
        found: dict[bytes, bytes] = {}
        today = _today()

        def read(base: sqlite3.Connection) -> None:
            for name in names:
                asked = base.execute("SELECT day, content FROM kept WHERE name = ?", (name,))
                day, content = asked.fetchone() or (today, None)
                body = opened(content if isinstance(content, bytes) else None)
                if body is not None:
                    found[name] = bytes(body)
                if day != today:
                    base.execute("UPDATE kept SET day = ? WHERE name = ?", (today, name))

        if self._path.exists():
            self._use(read)
        return found

    def put(self, contents: Mapping[bytes, bytes]) -> None:
        """Keep contents by their names; what was not used for longest goes when room is short."""
        rows = [(name, _today(), len(body), sealed(body)) for name, body in contents.items()]

        def write(base: sqlite3.Connection) -> None:
            base.executemany("INSERT OR REPLACE INTO kept VALUES (?, ?, ?, ?)", rows)
            (size,) = base.execute("SELECT total(size) FROM kept").fetchone()
            if size > self._most:
                _shrink(base, size - self._most / 2)

        if rows:
            self._use(write)

    def _use(self, act: Callable[[sqlite3.Connection], None]) -> None:
        """Do something with the file; where that fails, all is worked out anew the next time."""
        try:
            self._path.parent.mkdir(parents=True, exist_ok=True)
            with closing(sqlite3.connect(self._path, timeout=_PATIENCE)) as base:
                base.execute("PRAGMA synchronous = OFF")
                if base.execute("PRAGMA user_version").fetchone() != (_VERSION,):
                    base.execute("DROP TABLE IF EXISTS kept")
                    base.execute("PRAGMA auto_vacuum = FULL")
                    base.execute(f"PRAGMA user_version = {_VERSION}")
                base.execute(_TABLE)
                with base:
                    act(base)
        except sqlite3.OperationalError:  # locked, or its disk is full
            return
        except sqlite3.DatabaseError:  # torn, or no such file
            self._path.unlink(missing_ok=True)
        except OSError:
            return


def _shrink(base: sqlite3.Connection, surplus: float) -> None:
    """Take out what was not used for longest until so many bytes are free."""
    gone = []
    for name, size in base.execute("SELECT name, size FROM kept ORDER BY day, rowid"):
        if surplus <= 0:
            break
        gone.append((name,))
        surplus -= size
    base.executemany("DELETE FROM kept WHERE name = ?", gone)


def _today() -> int:
    return int(time.time() // _DAY)
