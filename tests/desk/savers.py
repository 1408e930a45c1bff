"""Programs that save and are killed, to test the store; forks need a process of one thread.

``python savers.py kills|append|rival FILE [COUNT] [plain]`` prints one JSON object. With ``plain``
files are written as careless programs do, to show that the tests would notice.
"""

from __future__ import annotations

import json
import os
import random
import signal
import sys
import time
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from tongsa.desk.store import change

if TYPE_CHECKING:
    from collections.abc import Callable

OLD = 'msgid "The ferry sails."\nmsgstr "배가 떠난다."\n'.encode()
NEW = 'msgid "The ferry sails."\nmsgstr "배가 출항한다."\n'.encode()
ENTRIES = 2000


def catalog(version: int) -> bytes:
    """Return a catalog in which each entry bears the version."""
    entry = f'msgid "The ferry sails."\nmsgstr "배가 떠난다. {version}"\n\n'
    return entry.encode() * ENTRIES


def is_whole(content: bytes) -> bool:
    version = content.partition(b"\n\n")[0].rpartition(b" ")[2].rstrip(b'"')
    return version.isdigit() and content == catalog(int(version))


def careless(path: Path, edit: Callable[[bytes | None], bytes | None]) -> None:
    path.write_bytes(edit(path.read_bytes()) or b"")


def careful(path: Path, edit: Callable[[bytes | None], bytes | None]) -> None:
    change(path, edit, root=path.parent)


def fork(work: Callable[[], None]) -> int:
    """Start a process that does ``work``; return its id."""
    child = os.fork()
    if child:
        return child
    status = 1
    try:
        work()
        status = 0
    finally:
        os._exit(status)


def kills(path: Path, save: Callable[..., None], count: int) -> dict[str, int]:
    """Kill a process that rewrites the file, again and again; count the torn files left."""
    chance = random.Random(7)  # noqa: S311 # chance for delays, no secret
    save(path, lambda _: catalog(0))  # here, too, so that no child begins with loading
    torn = halfway = 0
    versions = set()
    for round_ in range(count):
        # However busy the machine is, none is killed before it has saved once.
        saved, saving = os.pipe()

        def rewrite(first: int = round_ * 1000, saving: int = saving) -> None:
            for version in range(first, first + 1000):
                save(path, lambda _, version=version: catalog(version))
                if version == first:
                    os.write(saving, b".")

        child = fork(rewrite)
        os.close(saving)
        os.read(saved, 1)
        os.close(saved)
        time.sleep(chance.uniform(0.002, 0.03))
        os.kill(child, signal.SIGKILL)
        os.waitpid(child, 0)
        content = path.read_bytes()
        torn += not is_whole(content)
        halfway += any(path.parent.glob(".tongsa-*.part"))
        versions.add(content[:80])
    save(path, lambda _: catalog(1))
    left = len(list(path.parent.glob(".tongsa-*.part")))
    return {"torn": torn, "halfway": halfway, "versions": len(versions), "left": left}


def append(path: Path, save: Callable[..., None], count: int) -> dict[str, int]:
    """Let two processes append ``count`` entries each; count the entries that arrived."""

    def author(name: str) -> None:
        for number in range(count):
            line = f"{name} {number}\n".encode()
            save(path, lambda old, line=line: (old or b"") + line)

    path.write_bytes(b"")
    children = [fork(partial(author, name)) for name in ("Ara", "Ming")]
    failed = sum(os.waitpid(child, 0)[1] != 0 for child in children)
    return {"failed": failed, "arrived": len(set(path.read_bytes().splitlines()))}


def rival(path: Path, save: Callable[..., None], count: int) -> dict[str, int]:
    """Save by rename, without any lock, while a process changes the file; count the saves lost.

    The first line is the rival's, the second belongs to the process.
    """
    path.write_bytes(b"0\n0\n")

    def rewrite() -> None:
        for number in range(10**9):
            save(path, lambda old, n=number: b"%s\n%d\n" % ((old or b"").split(b"\n")[0], n))

    child = fork(rewrite)
    lost = 0
    changed = False
    for number in range(1, count + 1):
        other = path.with_suffix(".rival")
        other.write_bytes(b"%d\n0\n" % number)
        other.replace(path)
        time.sleep(0.004)
        deadline = time.monotonic() + 1
        while not (kept := (content := path.read_bytes()).startswith(b"%d\n" % number)):
            if time.monotonic() > deadline:
                break
        lost += not kept
        changed |= not content.endswith(b"\n0\n")
    os.kill(child, signal.SIGKILL)
    os.waitpid(child, 0)
    return {"lost": lost, "changed": changed}


def main(scene: str, file: str, count: str, manner: str = "") -> None:
    save = careless if manner == "plain" else careful
    play = {"kills": kills, "append": append, "rival": rival}[scene]
    sys.stdout.write(json.dumps(play(Path(file), save, int(count))))


if __name__ == "__main__":
    main(*sys.argv[1:])
