"""`python -m tests.simulation --seed 7 --hours 1 [--faults no] [--plant order]`."""

from __future__ import annotations

import argparse
from collections.abc import Callable
from contextlib import nullcontext
from itertools import count
from time import monotonic

from tests.simulation.plan import Plan, planned
from tests.simulation.plants import PLANTS
from tests.simulation.run import Outcome, lived
from tests.simulation.shrink import shrunk

HOUR = 3600.0
OFTEN = 100


def main() -> int:
    """Print what fails, cut down, and a line of figures at the end; 1 where something has."""
    parser = argparse.ArgumentParser(prog="python -m tests.simulation", description=__doc__)
    parser.add_argument("--seed", type=int, default=0, help="the first seed")
    parser.add_argument("--hours", type=float, default=0.0, help="go on for so long; 0: one seed")
    parser.add_argument("--crashes", type=int, default=0, help="go on for so many at least")
    parser.add_argument("--blows", type=int, default=3, help="at most so many in one seed")
    parser.add_argument("--faults", choices=("yes", "no"), default="yes")
    parser.add_argument("--plant", choices=sorted(PLANTS), help="find this bug, and stop")
    given = parser.parse_args()
    until = monotonic() + given.hours * HOUR
    seeds = crashes = failed = repeated = 0
    with PLANTS[given.plant]() if given.plant else nullcontext():
        for seed in count(given.seed):
            outcome = lived(planned(seed, faults=given.faults == "yes", blows=given.blows))
            seeds += 1
            crashes += outcome.crashes
            repeated += outcome.repeated
            if outcome.wrong:
                failed += 1
                print(told(outcome), flush=True)
            if seeds % OFTEN == 0:
                print(f"{seeds} seeds, {crashes} crashes, {failed} failed", flush=True)
            if (given.plant and failed) or (monotonic() > until and crashes >= given.crashes):
                break
    print(f"{seeds} seeds, {crashes} crashes, {repeated} replies said again, {failed} failed")
    return 1 if failed else 0


def told(outcome: Outcome) -> str:
    """The failing seed, and the smallest plan that fails in the same way."""
    small = lived(shrunk(outcome.plan, fails_as(outcome)))
    lines = [f"seed {outcome.plan.seed} ({outcome.plan.events} events):", *outcome.wrong]
    lines += [f"cut down to {small.plan.events} events: {small.plan}", *small.wrong]
    return "\n".join([*lines, *small.screens])


def fails_as(outcome: Outcome) -> Callable[[Plan], bool]:
    """Whether a plan fails in one of the ways in which this one has."""
    kinds = _kinds(outcome)
    return lambda plan: bool(_kinds(lived(plan)) & kinds)


def _kinds(outcome: Outcome) -> set[str]:
    return {wrong.partition(":")[0] for wrong in outcome.wrong}


if __name__ == "__main__":
    raise SystemExit(main())
