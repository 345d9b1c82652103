"""The timetable wakes jobs, and ends only when they have."""

from __future__ import annotations

import asyncio
from datetime import UTC, datetime, timedelta, tzinfo

import pytest
from apscheduler.schedulers import base
from apscheduler.triggers import date, interval

from scheduler import timetable as tables
from scheduler.timetable import Watch, timetable

SOON = 0.01


class Told:
    """What the timetable tells, and the clock that it compares with the loop's own."""

    def __init__(self) -> None:
        self.offset = timedelta()
        self.by: asyncio.Queue[float] = asyncio.Queue()
        self.late: asyncio.Queue[frozenset[str]] = asyncio.Queue()
        self.watch = Watch(self.now, self.by.put, self.late.put_nowait)

    def now(self) -> datetime:
        return datetime.now(UTC) + self.offset  # noqa: TID251  (APScheduler reads it too)


@pytest.fixture
def told(monkeypatch: pytest.MonkeyPatch) -> Told:
    """A clock that can be set, for APScheduler and the timetable alike; looked at often."""
    found = Told()

    class Settable(datetime):
        @classmethod
        def now(cls, tz: tzinfo | None = None) -> datetime:  # type: ignore[override]
            return found.now().astimezone(tz)

    for module in (base, interval, date):
        monkeypatch.setattr(module, "datetime", Settable)
    monkeypatch.setattr(tables, "LOOK", SOON)
    return found


@pytest.mark.parametrize("hours", [-1, 1])
async def test_a_clock_that_is_set_stops_no_job(told: Told, hours: int) -> None:
    """Also one that is woken seldom, and again when the clock is put right."""
    woken = asyncio.Event()

    async def job() -> None:
        woken.set()

    async with timetable({"job": (5 * SOON, job)}, told.watch):
        for offset, by in ((hours, hours), (0, -hours)):
            await woken.wait()
            told.offset = timedelta(hours=offset)
            assert round(await told.by.get() / 3600) == by
            woken.clear()
        await woken.wait()


async def test_a_job_that_does_not_end_is_told_of_until_it_has(
    told: Told, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(tables, "LATE", SOON)
    may_end = asyncio.Event()

    async def job() -> None:
        await may_end.wait()

    async with timetable({"job": (SOON, job)}, told.watch):
        while (late := await told.late.get()) != {"job"}:
            assert not late
        may_end.set()
        while await told.late.get():
            continue


async def test_a_job_that_runs_when_the_timetable_is_left_is_waited_for(
    caplog: pytest.LogCaptureFixture,
) -> None:
    begun, may_end, ended = asyncio.Event(), asyncio.Event(), []

    async def job() -> None:
        begun.set()
        await may_end.wait()
        ended.append(True)

    async def lived() -> None:
        async with timetable({"job": (SOON, job)}, Told().watch):
            await begun.wait()

    life = asyncio.create_task(lived())
    await begun.wait()
    asyncio.get_running_loop().call_later(5 * SOON, may_end.set)
    await life
    assert ended == [True]
    assert caplog.messages == []


async def test_a_job_that_does_not_end_is_given_up_without_a_word(
    caplog: pytest.LogCaptureFixture, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(tables, "LAST_JOB", SOON)
    begun = asyncio.Event()

    async def job() -> None:
        begun.set()
        await asyncio.Event().wait()

    async with timetable({"job": (SOON, job)}, Told().watch):
        await begun.wait()
    assert caplog.messages == []


async def test_a_job_that_fails_is_told_of_and_woken_again(
    caplog: pytest.LogCaptureFixture,
) -> None:
    woken, twice = [], asyncio.Event()

    async def job() -> None:
        woken.append(True)
        if len(woken) == 2:
            twice.set()
        raise ZeroDivisionError

    async with timetable({"job": (SOON, job)}, Told().watch):
        await twice.wait()
    assert "raised an exception" in caplog.text
