"""Write catalogs for the tools that are measured, run these, and read what they suggest."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path
from threading import Timer
from typing import TYPE_CHECKING

import polib

from tongsa.catalog.align import Message, align

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

UnitKey = tuple[str, str | None]
_HEADERS = {"Content-Type": "text/plain; charset=UTF-8", "Content-Transfer-Encoding": "8bit"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Suggestion:
    """What a tool gives a unit."""

    sources: frozenset[str]
    """Sources of the old messages that it comes from."""
    kept: bool
    """Whether the old message stays as it was."""


Suggestions = dict[UnitKey, Suggestion]


@dataclass(frozen=True, slots=True, kw_only=True)
class Cost:
    """What a run of a program took."""

    cpu: float
    """Seconds of all its threads."""
    memory: int
    """At its peak, in bytes."""


def write_catalog(path: Path, messages: Iterable[Message]) -> None:
    """Write messages as a PO file; a POT file's have no target."""
    catalog = polib.POFile(wrapwidth=0)
    catalog.metadata = dict(_HEADERS)
    for message in messages:
        entry = polib.POEntry(msgid=message.source, msgctxt=message.context, msgstr=message.target)
        entry.obsolete = message.obsolete
        catalog.append(entry)
    catalog.save(str(path))


def suggest_ours(old: Sequence[Message], new: Sequence[UnitKey]) -> Suggestions:
    """Return what ``align`` suggests."""
    return {
        unit: Suggestion(
            sources=frozenset(old[number].source for number in match.old), kept=match.exact
        )
        for unit, match in zip(new, align(old, new), strict=True)
        if match
    }


def read_suggestions(path: Path) -> Suggestions:
    """Return what a merged PO file suggests: its previous sources where a message is fuzzy."""
    return {
        (entry.msgid, entry.msgctxt): Suggestion(
            sources=frozenset(((entry.previous_msgid or "") if entry.fuzzy else entry.msgid,)),
            kept=not entry.fuzzy,
        )
        for entry in polib.pofile(str(path))
        if entry.msgstr and not entry.obsolete
    }


def msgmerge_command(folder: Path) -> list[str]:
    """Return the command that merges a folder's ``old.po`` and ``new.pot``."""
    files = [str(folder / name) for name in ("old.po", "new.pot")]
    return ["msgmerge", "--quiet", "--previous", "-o", str(folder / "msgmerge.po"), *files]


def ours_command(folder: Path) -> list[str]:
    """Return the command that does the same with ``align``."""
    names = ("old.po", "new.pot", "tongsa.po")
    files = [str(folder / name) for name in names]
    return [sys.executable, str(Path(__file__).with_name("merge.py")), *files]


def run(command: Sequence[str], timeout: float) -> Cost:
    """Run a program to its end; raise TimeoutExpired where it takes longer."""
    process = subprocess.Popen(command)
    timer = Timer(timeout, process.kill)
    timer.start()
    _, status, usage = os.wait4(process.pid, 0)
    timer.cancel()
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode == -signal.SIGKILL:
        raise subprocess.TimeoutExpired(command, timeout)
    if process.returncode:
        raise subprocess.CalledProcessError(process.returncode, command)
    return Cost(cpu=usage.ru_utime + usage.ru_stime, memory=usage.ru_maxrss * 1024)


def suggest_msgmerge(
    old: Sequence[Message], new: Sequence[UnitKey], folder: Path
) -> Mapping[UnitKey, Suggestion]:
    """Return what msgmerge suggests."""
    write_catalog(folder / "old.po", old)
    units = [Message(source=source, context=context, target="") for source, context in new]
    write_catalog(folder / "new.pot", units)
    run(msgmerge_command(folder), timeout=60)
    return read_suggestions(folder / "msgmerge.po")
