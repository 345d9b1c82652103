"""Moments of a breach: as they are typed, and as they are written in a letter."""

from __future__ import annotations

import re
from contextlib import suppress
from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from bot.imports.reading.tables import UnusableError
from models.dates import day_of
from models.letters import Text

DUE = timedelta(hours=72)
"""From when it became known (UU 27/2022 art. 46 (1): at most 3 x 24 hours)."""
_HOUR = re.compile(r"(?P<day>.*?)(?:[ T,]+(?P<hour>\d{1,2}[.:]\d{2}))?", re.DOTALL)
"""A day as people write it, and perhaps an hour after it."""


def moment_of(typed: str, zone: str, *, ends: bool = False) -> datetime:
    """An instant typed as 23/11/2026 or 2026-11-23 08.00, there; a day that ends ends at midnight.

    An instant of ISO 8601 with its own offset is taken as it is. Raises UnusableError for anything
    else.
    """
    words = typed.strip()
    found = _local(words) or _exact(words)
    if found is None:
        raise UnusableError("incident-moment-wrong", value=typed)
    if ends and _is_day(words):
        found += timedelta(days=1, microseconds=-1)
    return found if found.tzinfo else found.replace(tzinfo=ZoneInfo(zone))


def _local(words: str) -> datetime | None:
    written = _HOUR.fullmatch(words)
    day = day_of(written["day"]) if written else None
    if written is None or day is None:
        return None
    hour = (written["hour"] or "00.00").replace(".", ":")
    try:
        return datetime.combine(day, time.fromisoformat(hour.zfill(5)))
    except ValueError:
        return None


def _is_day(words: str) -> bool:
    with suppress(ValueError):
        return bool(day_of(words) or date.fromisoformat(words))
    return False


def _exact(words: str) -> datetime | None:
    try:
        return datetime.fromisoformat(words)
    except ValueError:
        return None


def written(at: datetime, zone: str) -> Text:
    """The day, the hour and the zone there, in words."""
    there = at.astimezone(ZoneInfo(zone))
    hour, name = f"{there:%H.%M}", f"{there:%Z}"
    return Text("incident-at", {"day": there.date(), "hour": hour, "zone": name})
