"""What holds for all tests."""

from hypothesis import HealthCheck, settings

# The same examples in every run, so that a red test stays red; no deadline, since small machines stumble.
settings.register_profile("study", derandomize=True, deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("study")
