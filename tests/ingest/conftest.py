"""Found examples count, not how fast a busy machine finds them."""

from hypothesis import HealthCheck, settings

settings.register_profile(
    "readers", deadline=None, suppress_health_check=[HealthCheck.too_slow], max_examples=60
)
settings.load_profile("readers")
