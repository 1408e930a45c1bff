import gc
import os
import time

import pytest
from hypothesis import HealthCheck, settings

# A busy machine is no defect; a fresh example on a build server would be nobody's to mend.
settings.register_profile(
    "tongsa",
    deadline=None,
    derandomize="CI" in os.environ,
    suppress_health_check=[HealthCheck.too_slow],
)
settings.load_profile("tongsa")


_TIMED = ("linear_time", "the_time_grows", "takes_no_longer")
"""Parts of the names of tests that measure time."""


def pytest_runtest_setup(item: pytest.Item) -> None:
    """Keep what earlier tests left in memory out of the measured one's collections of garbage."""
    if any(part in item.name for part in _TIMED):
        gc.collect()
        gc.freeze()


_ATTEMPTS = 5
_NOTICEABLE = 0.05
"""Seconds below which nothing but the machine is measured."""


@pytest.fixture(scope="session")
def growth():
    """Return what tells how many times longer the second of two acts takes than the first.

    Both are measured side by side, a few times if need be, and the least holds: a machine that
    slows down between two measures, as a shared one does, tells nothing of what was measured. An
    act is given the number of the attempt, for what keeps its results.
    """

    def seconds(act, attempt: int) -> float:
        begin = time.process_time()
        act(attempt)
        return time.process_time() - begin

    def measure(once, twice, limit: float) -> float:
        least = float("inf")
        for attempt in range(_ATTEMPTS):
            first = max(seconds(once, attempt), _NOTICEABLE)
            least = min(least, seconds(twice, attempt) / first)
            if least < limit:
                break
        return least

    return measure
