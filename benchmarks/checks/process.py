"""Run a command, and tell what it took."""

from __future__ import annotations

import os
import resource
import subprocess
import time
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

_CHECKED = (0, 1)  # what a check leaves with: nothing found, or something
_PAUSE = 0.05  # seconds between two looks at the memory


@dataclass(frozen=True, slots=True, kw_only=True)
class Took:
    """What a command took, with the processes that it started."""

    cpu: float
    """Seconds."""
    wall: float
    peak: int = 0
    """The most memory of all its processes together, in MB; 0 where it was not looked at."""


def run(command: Sequence[str], *, cache: Path | None = None, folder: Path | None = None) -> Took:
    """Run a command; its output is thrown away. Caches go to the folder named."""
    before, began = _children(), time.perf_counter()
    done = subprocess.run(
        command, cwd=folder, env=_environment(cache), capture_output=True, text=True, check=False
    )
    wall = time.perf_counter() - began
    if done.returncode not in _CHECKED:
        raise subprocess.CalledProcessError(done.returncode, command, done.stdout, done.stderr)
    return Took(cpu=_children() - before, wall=wall)


def watched(command: Sequence[str], *, cache: Path) -> Took:
    """Run a command and look at its memory all the while."""
    before, began = _children(), time.perf_counter()
    peak = 0
    with subprocess.Popen(
        command, env=_environment(cache), stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
    ) as process:
        while process.poll() is None:
            peak = max(peak, _memory(process.pid))
            time.sleep(_PAUSE)
    wall = time.perf_counter() - began
    if process.returncode not in _CHECKED:
        raise subprocess.CalledProcessError(process.returncode, command)
    return Took(cpu=_children() - before, wall=wall, peak=peak)


def _environment(cache: Path | None) -> dict[str, str]:
    return os.environ | ({"XDG_CACHE_HOME": str(cache)} if cache else {})


def _children() -> float:
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


def _memory(process: int) -> int:
    """Return the memory of a process and all under it in MB, shared pages counted once."""
    place = Path("/proc") / str(process)
    try:
        lines = (place / "smaps_rollup").read_text("ascii").splitlines()
        tasks = list((place / "task").iterdir())
        under = [child for task in tasks for child in (task / "children").read_text().split()]
    except OSError:  # it has ended meanwhile
        return 0
    own = next((int(line.split()[1]) for line in lines if line.startswith("Pss:")), 0)
    return own // 1024 + sum(_memory(int(child)) for child in under)
