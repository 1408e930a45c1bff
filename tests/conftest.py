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
