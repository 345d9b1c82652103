"""The timetable wakes jobs, and ends only when they have."""

from __future__ import annotations

import asyncio

import pytest

from scheduler import timetable as tables
from scheduler.timetable import timetable

SOON = 0.01


async def test_a_job_that_runs_when_the_timetable_is_left_is_waited_for(
    caplog: pytest.LogCaptureFixture,
) -> None:
    begun, may_end, ended = asyncio.Event(), asyncio.Event(), []

    async def job() -> None:
        begun.set()
        await may_end.wait()
        ended.append(True)

    async def lived() -> None:
        async with timetable({"job": (SOON, job)}):
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

    async with timetable({"job": (SOON, job)}):
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

    async with timetable({"job": (SOON, job)}):
        await twice.wait()
    assert "raised an exception" in caplog.text
