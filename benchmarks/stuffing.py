"""Five hundred false ratings at one counter: what they move, and how many honest ones are held."""

from __future__ import annotations

from argparse import Namespace
from collections import Counter
from random import Random
from statistics import mean

from benchmarks.tables import table
from models.stuffing import WHYS, Why
from tests.stuffed import DESKS, FAKED, FAKES, SPREAD, honest, moved

HONEST, A_DAY = (40, 400), (8, 60)
DAYS = 60


def run(options: Namespace) -> None:
    """Play both, with so many seeds; the worst of them decides."""
    seeds = 4 if options.small else 40
    _show_honest(seeds)
    for n in HONEST:
        for a_day in A_DAY:
            _show_moved(seeds, n, a_day)


def _show_honest(seeds: int) -> None:
    found = [honest(Random(seed), DAYS) for seed in range(seeds)]
    n, waits = sum(one.n for one in found), Counter[Why]()
    for one in found:
        waits += one.held
    rows = [(why, f"{waits[why]:,}", f"{waits[why] / n:.2%}") for why in WHYS]
    rows.append(("in all", f"{waits.total():,}", f"{waits.total() / n:.2%}"))
    title = f"Of {n:,} honest ratings at {len(DESKS)} counters, {DAYS} working days, {seeds} seeds"
    table(f"{title}, so many are held (aim: at most 1 %)", ("", "held", "share"), rows)


def _show_moved(seeds: int, n: int, a_day: float) -> None:
    rows = [(over, *(_cell(seeds, n, says, over, a_day) for says in FAKED)) for over in SPREAD]
    title = f"From {n} honest answers of mean 2.0, at a counter with {a_day} a day, {FAKES} move"
    said = "the released mean by (mean of the seeds; the farthest; of the fakes held)"
    table(f"{title} {said}", ("over", *FAKED), rows)


def _cell(seeds: int, n: int, says: str, over: str, a_day: float) -> str:
    found = [
        moved(Random(seed), honest=n, says=says, over=over, a_day=a_day) for seed in range(seeds)
    ]
    far = max((one.by for one in found), key=abs)
    held = mean(one.held for one in found) / FAKES
    return f"{mean(one.by for one in found):+.2f}; {far:+.2f}; {held:.0%}"
