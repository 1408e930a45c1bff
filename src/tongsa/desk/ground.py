"""Name what the checks say by all that it follows from: program, rules, glossary, catalogs."""

from __future__ import annotations

import os
import sys
from dataclasses import replace
from hashlib import blake2b
from pathlib import Path
from typing import TYPE_CHECKING

import tongsa
from tongsa.desk import store

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from tongsa.desk.checking import Checker
    from tongsa.desk.targets import Target

_SIZE = 16
"""Bytes of a name."""


class Ground:
    """What all results of a run follow from."""

    def __init__(self, checker: Checker) -> None:
        """Take the checker of a run."""
        self._checker = checker
        settings = checker.desk.settings if checker.desk else None
        asked = (
            (sys.version, tongsa.__version__, *_program()),
            (tuple(checker.wanted.select), tuple(checker.wanted.skip), checker.source),
            (settings.checks.skip, sorted(settings.styles)) if settings else (),
            checker.glossary_languages,
        )
        self._digest = blake2b(repr(asked).encode(), digest_size=_SIZE)
        for file in (*checker.glossary_files, *checker.rules):
            self._digest.update(repr((file.file, len(file.content))).encode())
            self._digest.update(file.content)

    def name(self, target: Target, content: bytes) -> bytes:
        """Return the name of what is said of a catalog with this content."""
        asked = self._checker.wanted.language or target.language or str(target.path.absolute())
        digest = self._digest.copy()
        digest.update(repr((asked, target.language, len(content))).encode())
        digest.update(content)
        return digest.digest()

    def answer(self, targets: Iterable[Target], asked: object) -> bytes:
        """Return the name of all that a run says of catalogs, told in the way that is asked for.

        Raise DeskError where one of them cannot be read.
        """
        checker = self._checker
        digest = self._digest.copy()
        digest.update(repr((asked, str(Path.cwd()), checker.wanted, checker.whole)).encode())
        if desk := checker.desk:
            settings = replace(desk.settings, styles=frozenset())  # a set has no order of its own
            digest.update(repr((str(desk.file), settings)).encode())
        if path := checker.baseline_path:
            digest.update(blake2b(store.read(path)).digest())
        for target in targets:
            content = store.read(target.path)
            digest.update(repr((target, len(content))).encode("utf-8", "backslashreplace"))
            digest.update(content)
        return digest.digest()


def has_others() -> bool:
    """Whether checks of other packages take part: these may change unseen."""
    from tongsa.check.registry import others  # noqa: PLC0415 (loads every check)

    return bool(others())


def _program() -> Iterator[object]:
    """Yield what tells this program's files and its libraries from changed ones."""
    for folder in sys.path:
        try:
            yield folder, Path(folder).stat().st_mtime_ns
        except OSError:
            continue
    folders = [str(Path(tongsa.__file__).parent)]
    while folders:
        with os.scandir(folders.pop()) as inside:
            for entry in sorted(inside, key=lambda it: it.name):
                if entry.is_dir(follow_symlinks=False):
                    folders.append(entry.path)
                elif not entry.name.endswith(".pyc"):
                    stat = entry.stat()
                    yield entry.path, stat.st_size, stat.st_mtime_ns
