"""What the machine tells: its room, its backups, its clock beside a platform's, kept alarms."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from email.utils import parsedate_to_datetime

import aiohttp

from bot import alarms
from bot.backup import archive, recovery_key
from bot.config import Settings
from bot.doctor.finding import Finding, Level
from models.letters import Fact, Text

FEW, LITTLE = 500_000_000, 2_000_000_000
"""Bytes: with fewer free the database may stop any day; with so few somebody should make room."""
APART = timedelta(minutes=2)
"""By so much a clock may differ: prompts and deadlines go by minutes."""
PATIENCE = aiohttp.ClientTimeout(total=5)
_MEGABYTE = 1_000_000


def findings(chosen: Settings, now: datetime) -> Iterator[Finding]:
    """What can be seen without the database and without asking anybody."""
    yield _disk(chosen)
    yield _backup(chosen, now)
    for one in alarms.read(alarms.file_of(chosen)):
        yield Finding("alarm", "ill", one.text, of=one.name)


async def clock(api: str, now: datetime) -> Finding | None:
    """This machine's clock beside that of the server at a URL; None where it does not tell."""
    there = await _time_at(api)
    if there is None:
        return None
    apart = abs(there - now)
    facts: dict[str, Fact] = {"seconds": apart // timedelta(seconds=1)}
    if apart > APART:
        return Finding("clock", "ill", Text("doctor-clock-off", facts), Text("doctor-clock-do"))
    return Finding("clock", "well", Text("doctor-clock-well", facts))


async def _time_at(api: str) -> datetime | None:
    try:
        async with (
            aiohttp.ClientSession(timeout=PATIENCE) as session,
            session.head(api, allow_redirects=False) as answer,
        ):
            return parsedate_to_datetime(answer.headers["Date"]).astimezone(UTC)
    except (aiohttp.ClientError, TimeoutError, OSError, KeyError, ValueError):
        return None


def _disk(chosen: Settings) -> Finding:
    home = chosen.home.absolute()
    there = next((one for one in (home, *home.parents) if one.exists()), home)
    free = shutil.disk_usage(there).free
    facts: dict[str, Fact] = {"free": free // _MEGABYTE, "home": str(there)}
    level: Level = "ill" if free < FEW else "look" if free < LITTLE else "well"
    do = None if level == "well" else Text("doctor-disk-do")
    return Finding("disk", level, Text("doctor-disk-free", facts), do)


def _backup(chosen: Settings, now: datetime) -> Finding:
    if not recovery_key.file_of(chosen).exists():
        return Finding("backup", "look", Text("doctor-backup-no-key"), Text("doctor-backup-new"))
    try:
        made = datetime.fromtimestamp(archive.stamp_of(chosen).stat().st_mtime, UTC)
    except OSError:
        return Finding("backup", "ill", Text("doctor-backup-none"), Text("doctor-backup-do"))
    old = now - made > timedelta(hours=chosen.backup_hours)
    found = Text("doctor-backup-hours", {"hours": max(0, (now - made) // timedelta(hours=1))})
    return Finding(
        "backup", "ill" if old else "well", found, Text("doctor-backup-do") if old else None
    )
