"""Hypothesis on a busy machine: examples may come slowly, and none has to be quick."""

from hypothesis import HealthCheck, settings

patient = settings(deadline=None, suppress_health_check=[HealthCheck.too_slow])
