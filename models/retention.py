"""How long what concerns people is kept, and why. Pure.

Each period is a setting of the office too (`keep.NAME`, in whole days); what stands here holds
where the office has set nothing. `scheduler.due.tidy` enforces them.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Literal, TypeAlias

Kept: TypeAlias = Literal["words", "evidence", "requests", "codes"]


@dataclass(frozen=True)
class Period:
    """How many days, the fewest and most that an office may set, and the reason."""

    days: int
    least: int
    most: int
    why: str


PERIODS: Mapping[Kept, Period] = {
    "words": Period(365, 30, 1825, "what citizens wrote is read and acted on within a year"),
    "evidence": Period(1095, 365, 3650, "a quarter is looked into as long as its appraisal is"),
    "requests": Period(730, 365, 1825, "that requests were answered in time can be shown"),
    "codes": Period(30, 3, 365, "a used or expired code explains a joining that went wrong"),
}


def days_kept(values: Mapping[str, Any], name: Kept) -> int:
    """How many days, with the settings of the day by name."""
    period = PERIODS[name]
    chosen = values.get(f"keep.{name}")
    if not isinstance(chosen, int):
        return period.days
    return min(max(chosen, period.least), period.most)
