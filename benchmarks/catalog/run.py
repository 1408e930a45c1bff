"""Measure reading and writing PO and MO files against polib, Babel and gettext, in CPU time.

    python benchmarks/catalog/run.py [--units 50000] [--rounds 5] [FILE.po ...]

Each job runs in a process of its own, by turns; the least CPU time of the rounds is told, in
seconds, with the process's peak of memory. Without files the catalog of corpus.py is made.
"""

from __future__ import annotations

import argparse
import json
import resource
import shutil
import subprocess
import sys
import tempfile
import time
from datetime import UTC, datetime
from itertools import product
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable


def read_and_write(file: Path) -> list[float]:
    """Read a file with tongsa, decode every field, write it unchanged."""
    from tongsa.catalog import po, write  # noqa: PLC0415 (each job loads its own)

    start = time.process_time()
    catalog = po.parse(file.read_bytes(), path=file.name)
    messages = [write.message(entry) for entry in catalog.entries]
    middle = time.process_time()
    file.with_suffix(".out").write_bytes(catalog.data)
    return [len(messages), middle - start, time.process_time() - middle]


def read_texts(file: Path) -> list[float]:
    """Read a file with tongsa, decode context, source, target and state, write it unchanged."""
    from tongsa.catalog import po  # noqa: PLC0415 (each job loads its own)

    start = time.process_time()
    catalog = po.parse(file.read_bytes(), path=file.name)
    texts = [(entry.identity, entry.target, entry.fuzzy) for entry in catalog.entries]
    middle = time.process_time()
    file.with_suffix(".out").write_bytes(catalog.data)
    return [len(texts), middle - start, time.process_time() - middle]


def change_hints(file: Path) -> list[float]:
    """Read a file with tongsa, give every entry another hint and reference, write it."""
    from tongsa.catalog import edit, po  # noqa: PLC0415 (each job loads its own)

    start = time.process_time()
    catalog = po.parse(file.read_bytes(), path=file.name)
    middle = time.process_time()
    head, *entries = catalog.entries
    changed = [edit.with_hints(entry, ["a"], ["b:1"], catalog.layout) for entry in entries]
    file.with_suffix(".out").write_bytes(catalog.with_entries([head, *changed]).data)
    return [len(entries), middle - start, time.process_time() - middle]


def write_anew(file: Path) -> list[float]:
    """Read a file with tongsa, and write every entry anew, folded as gettext does."""
    from tongsa.catalog import po, write  # noqa: PLC0415 (each job loads its own)

    start = time.process_time()
    catalog = po.parse(file.read_bytes(), path=file.name)
    messages = [write.message(entry) for entry in catalog.entries]
    middle = time.process_time()
    entries = [write.render(message, catalog.layout) for message in messages]
    file.with_suffix(".out").write_bytes(catalog.with_entries(entries).data)
    return [len(entries), middle - start, time.process_time() - middle]


def compile_mo(file: Path) -> list[float]:
    """Read a file with tongsa, write the MO file."""
    from tongsa.catalog import mo, po  # noqa: PLC0415 (each job loads its own)

    start = time.process_time()
    catalog = po.parse(file.read_bytes(), path=file.name)
    finished = mo.finished(catalog.entries)
    middle = time.process_time()
    file.with_suffix(".mo").write_bytes(mo.compile_mo(finished, catalog.header))
    return [len(finished), middle - start, time.process_time() - middle]


def _polib(file: Path, width: int) -> list[float]:
    import polib  # noqa: PLC0415 (each job loads its own)

    start = time.process_time()
    catalog = polib.pofile(str(file), wrapwidth=width)
    middle = time.process_time()
    catalog.save(str(file.with_suffix(".out")))
    return [len(catalog), middle - start, time.process_time() - middle]


def polib_unfolded(file: Path) -> list[float]:
    """Read and write a file with polib, which folds nothing."""
    return _polib(file, 0)


def polib_folded(file: Path) -> list[float]:
    """Read and write a file with polib as it does by default."""
    return _polib(file, 78)


def babel(file: Path) -> list[float]:
    """Read and write a file with Babel."""
    from babel.messages.pofile import read_po, write_po  # noqa: PLC0415 (each job loads its own)

    start = time.process_time()
    with file.open("rb") as stream:
        catalog = read_po(stream)
    middle = time.process_time()
    with file.with_suffix(".out").open("wb") as stream:
        write_po(stream, catalog)
    return [len(catalog), middle - start, time.process_time() - middle]


def msgcat(file: Path) -> list[float]:
    """Read and write a file with gettext, the whole process."""
    return _whole("msgcat", "-o", file.with_suffix(".out"), file)


def msgfmt(file: Path) -> list[float]:
    """Read a file and write the MO file with gettext, the whole process."""
    return _whole("msgfmt", "-o", file.with_suffix(".mo"), file)


def _whole(*command: str | Path) -> list[float]:
    subprocess.run(command, check=True)
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return [0, used.ru_utime + used.ru_stime, 0]


JOBS: dict[str, Callable[[Path], list[float]]] = {
    "tongsa: all fields, write unchanged": read_and_write,
    "tongsa: texts and state, write unchanged": read_texts,
    "tongsa: new hints everywhere, write": change_hints,
    "tongsa: every entry written anew": write_anew,
    "polib, wrapwidth=0": polib_unfolded,
    "polib": polib_folded,
    "Babel": babel,
    "msgcat": msgcat,
    "tongsa: MO": compile_mo,
    "msgfmt: MO": msgfmt,
}
OURS = ("tongsa: all fields, write unchanged", "tongsa: texts and state, write unchanged")
PEERS = ("polib, wrapwidth=0", "polib")


def measure(name: str, file: Path) -> dict[str, float]:
    """Run one job in a process of its own."""
    command = [sys.executable, __file__, "--job", name, str(file)]
    done = subprocess.run(command, check=True, capture_output=True, text=True)
    figures: dict[str, float] = json.loads(done.stdout)
    return figures


def tell(name: str, file: Path) -> None:
    """Do one job and print its figures as JSON."""
    units, reading, writing = JOBS[name](file)
    who = resource.RUSAGE_SELF if units else resource.RUSAGE_CHILDREN
    peak = resource.getrusage(who).ru_maxrss / 1024
    print(json.dumps({"units": units, "reading": reading, "writing": writing, "peak": peak}))


def report(file: Path, rounds: int) -> None:
    """Print a table of all jobs on a file."""
    names = [
        name for name in JOBS if not name.startswith("msg") or shutil.which(name.split(":")[0])
    ]
    runs = [{name: measure(name, file) for name in names} for _ in range(rounds)]
    best = {
        name: min((run[name] for run in runs), key=lambda run: run["reading"] + run["writing"])
        for name in names
    }
    print(
        f"\n{file.name}: {best[OURS[0]]['units']:.0f} entries, {file.stat().st_size / 1e6:.1f} MB"
    )
    print("\n| job | read s | write s | both s | peak MB |\n|---|---|---|---|---|")
    for name, run in best.items():
        both = run["reading"] + run["writing"]
        print(
            f"| {name} | {run['reading']:.2f} | {run['writing']:.2f} | {both:.2f} "
            f"| {run['peak']:.0f} |"
        )
    print()
    for ours, theirs in product(OURS, PEERS):
        used, peer = (best[name]["reading"] + best[name]["writing"] for name in (ours, theirs))
        print(f'"{ours}" takes {used / peer:.2f} of the time of "{theirs}"')


def main() -> None:
    """Measure every job on the files given, or on the catalog of invented news."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n", maxsplit=1)[0])
    parser.add_argument("files", nargs="*", type=Path)
    parser.add_argument("--units", type=int, default=50_000)
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--job", help=argparse.SUPPRESS)
    asked = parser.parse_args()
    if asked.job:
        tell(asked.job, asked.files[0])
        return
    with tempfile.TemporaryDirectory() as folder:
        files = [Path(shutil.copy(file, folder)) for file in asked.files]
        if not files:
            from corpus import catalog  # noqa: PLC0415 (not needed where files are given)

            files = [Path(folder) / "news.po"]
            files[0].write_bytes(catalog(asked.units, datetime(2030, 4, 2, tzinfo=UTC)).data)
        for file in files:
            report(file, asked.rounds)


if __name__ == "__main__":
    main()
