"""Moments of a breach: as they are typed, and as they are written in a letter."""

from __future__ import annotations

import re
from datetime import datetime, time, timedelta
from zoneinfo import ZoneInfo

from bot.imports.reading.tables import UnusableError
from models.letters import Text

DUE = timedelta(hours=72)
"""From when it became known (UU 27/2022 art. 46 (1): at most 3 x 24 hours)."""
_DAY = re.compile(r"[\dW-]+")
"""A day alone, in each of the ways of ISO 8601."""


def moment_of(typed: str, zone: str, *, ends: bool = False) -> datetime:
    """An instant typed as 2026-11-23 or 2026-11-23 08:00, there; a day that ends ends at midnight.

    Raises UnusableError for anything else.
    """
    words = typed.strip().replace(".", ":")
    try:
        found = datetime.fromisoformat(words)
    except ValueError:
        raise UnusableError("incident-moment-wrong", value=typed) from None
    if ends and _DAY.fullmatch(words):
        found = datetime.combine(found.date(), time()) + timedelta(days=1, microseconds=-1)
    return found if found.tzinfo else found.replace(tzinfo=ZoneInfo(zone))


def written(at: datetime, zone: str) -> Text:
    """The day, the hour and the zone there, in words."""
    there = at.astimezone(ZoneInfo(zone))
    hour, name = f"{there:%H.%M}", f"{there:%Z}"
    return Text("incident-at", {"day": there.date(), "hour": hour, "zone": name})
