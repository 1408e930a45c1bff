import gc
import os

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


_TIMED = ("in_seconds", "linear_time", "the_time_grows", "takes_no_longer")
"""Parts of the names of tests that measure time."""


def pytest_runtest_setup(item: pytest.Item) -> None:
    """Keep what earlier tests left in memory out of the measured one's collections of garbage."""
    if any(part in item.name for part in _TIMED):
        gc.collect()
        gc.freeze()
