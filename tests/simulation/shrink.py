"""Cuts a plan that fails down to the few events that it needs for that."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import fields, replace
from itertools import islice
from typing import TypeVar

from tests.simulation.plan import Plan, Weather

T = TypeVar("T")

PATIENCE = 200
"""Plans that are tried at most."""
SALTS = 3


def shrunk(plan: Plan, fails: Callable[[Plan], bool]) -> Plan:
    """The smallest plan on the way down from this one which still fails."""
    left = PATIENCE
    while left > 0:
        for tried, candidate in enumerate(islice(_salted(plan), left), 1):
            if fails(candidate):
                plan, left = candidate, left - tried
                break
        else:
            break
    return plan


def _salted(plan: Plan) -> Iterator[Plan]:
    """Whatever is left out shifts all chances after it: each is tried with a few others too."""
    for smaller in _smaller(plan):
        for salt in range(SALTS):
            yield replace(smaller, salt=salt)


def _smaller(plan: Plan) -> Iterator[Plan]:
    """Plans in which less happens, those with much less first."""
    for some in _fewer(plan.guests):
        if some:
            yield replace(plan, guests=some)
    for some in _fewer(plan.blows):
        yield replace(plan, blows=some)
    for field in fields(Weather):
        if field.name != "latency" and getattr(plan.weather, field.name):
            yield replace(plan, weather=replace(plan.weather, **{field.name: 0.0}))
    if plan.processes > 1:
        yield replace(plan, processes=1)
    if plan.polling:
        yield replace(plan, polling=False)
    if plan.engine == "pool" and plan.processes == 1:
        yield replace(plan, engine="writer")


def _fewer(items: tuple[T, ...]) -> Iterator[tuple[T, ...]]:
    half = len(items) // 2
    if half > 1:
        yield items[:half]
        yield items[half:]
    for place in range(len(items)):
        yield items[:place] + items[place + 1 :]
