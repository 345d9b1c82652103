"""A moment as people read it: the day, the time and whose clock."""

from __future__ import annotations

from datetime import datetime

from models.calendar import local
from models.letters import Fact


def moment_words(at: datetime, zone: str) -> dict[str, Fact]:
    """The facts `day`, `time` and `zone` of an aware moment, by the clock of an IANA zone."""
    there = local(at, zone)
    return {"day": there.date(), "time": f"{there:%H.%M}", "zone": f"{there:%Z}"}
