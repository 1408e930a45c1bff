import gc
import os

from hypothesis import HealthCheck, settings

# A busy machine is no defect; a fresh example on a build server would be nobody's to mend.
settings.register_profile(
    "tongsa",
    deadline=None,
    derandomize="CI" in os.environ,
    suppress_health_check=[HealthCheck.too_slow],
)
settings.load_profile("tongsa")


def pytest_collection_finish() -> None:
    """Keep the thousands of collected tests out of every collection of garbage, which they slow."""
    gc.collect()
    gc.freeze()
