"""Do many pieces of work on all cores, in order, where the system can share what is loaded."""

from __future__ import annotations

import gc
import os
from typing import TYPE_CHECKING, Any, TypeVar

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

Work = TypeVar("Work")
Done = TypeVar("Done")

_ACT: list[Callable[[Any], Any]] = []
"""What a process of ours does, given as it begins; Any: each run has its own work."""


def available() -> int:
    """Return how many cores this process may use."""
    try:
        return len(os.sched_getaffinity(0))
    except AttributeError:  # not on every system
        return os.cpu_count() or 1


def spread(act: Callable[[Work], Done], work: Sequence[Work], cores: int) -> Iterator[Done]:
    """Return what an act gives for each piece of work, in order; it must be fit to be pickled.

    The processes begin at once, as copies of this one with all that it has loaded; where a system
    cannot copy them, or there is but one core, this process does the work.
    """
    if min(cores, len(work)) <= 1:
        return map(act, work)
    import multiprocessing  # noqa: PLC0415 (most runs have little work)

    if "fork" not in multiprocessing.get_all_start_methods():
        return map(act, work)
    gc.freeze()  # what is there stays, and a collection in a copy would touch all of its pages
    pool = multiprocessing.get_context("fork").Pool(min(cores, len(work)), _begin, (act,))
    done: Callable[[Work], Done] = _done
    return _gathered(pool.imap(done, work), pool.terminate)


def _gathered(results: Iterator[Done], end: Callable[[], None]) -> Iterator[Done]:
    try:
        yield from results
    finally:
        end()
        gc.unfreeze()


def _begin(act: Callable[[Any], Any]) -> None:  # Any: as in _ACT
    import signal  # noqa: PLC0415 (as in spread)

    signal.signal(signal.SIGINT, signal.SIG_IGN)  # the first process ends the others
    _ACT[:] = [act]


def _done(work: Any) -> Any:  # noqa: ANN401 (each run has its own)
    return _ACT[0](work)
