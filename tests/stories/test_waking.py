"""Tilik after something has happened to its machine: it goes on, and says what was wrong."""

from __future__ import annotations

import asyncio
import sqlite3
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, closing
from dataclasses import replace
from pathlib import Path
from shutil import copyfile

import pytest
from sqlalchemy import select, update

from bot.app import running
from bot.cli.operations.resume import resume
from bot.render.draw import Draughtsman
from models.store import schema
from tests.actors import Actor, Clock, World
from tests.conftest import by_hand
from tests.office import Staff
from tests.stage import Stage, boxes

SEALS = select(schema.identities.c.fingerprint)


async def test_nothing_waits_for_the_time_that_a_clock_showed_which_was_ahead(
    citizen: Actor, world: World
) -> None:
    world.telegram.faults.fail("sendMessage", 503)
    world.whatsapp.faults.fail(130429)
    await citizen.says("/siapa")
    assert citizen.bubbles == 0
    world.clock.forward(days=-400)
    await world.tilik.moved(-400 * 86_400)
    assert [alarm.name for alarm in world.tilik.alarms.on] == ["clock-back"]
    await world.tilik.sweep()
    await world.settles()
    assert citizen.has_read("Kami hanya menyimpan")
    await world.waits(hours=2)
    assert not world.tilik.alarms.on


async def test_where_one_platform_refuses_its_token_people_are_answered_on_the_other(
    citizen: Actor, world: World
) -> None:
    telegram, whatsapp = world.telegram, world.whatsapp
    token, business = telegram.token, whatsapp.business
    if world.on_whatsapp:
        telegram.token = "1:baru"
    else:
        whatsapp.business = replace(business, token="baru")
    (refused,) = await world.tilik.check()
    assert refused == f"TILIK_{'TELEGRAM' if world.on_whatsapp else 'WHATSAPP'}_TOKEN"
    assert [(alarm.name, alarm.of) for alarm in world.tilik.alarms.on] == [
        ("token-refused", refused)
    ]
    await citizen.says("/siapa")
    assert citizen.has_read("Kami hanya menyimpan")
    telegram.token, whatsapp.business = token, business
    assert not await world.tilik.check()
    assert not world.tilik.alarms.on


async def test_seals_that_another_secret_made_are_told_until_they_open_again(
    citizen: Actor, world: World, caplog: pytest.LogCaptureFixture
) -> None:
    await citizen.says("lapor")
    await citizen.says("Antrean KTP kacau, nomor dipanggil tidak urut")
    await citizen.taps("Kirim")
    await world.tilik.tidy()
    assert not world.tilik.alarms.on
    sealed = update(schema.identities)
    (was,) = await world.run(lambda store: {*store.execute(SEALS).scalars()})
    await world.run(lambda store: store.execute(sealed.values(fingerprint="0123456789abcdef")))
    await world.tilik.tidy()
    (alarm,) = world.tilik.alarms.on
    assert (alarm.name, alarm.facts) == ("seals-shut", {"count": 1})
    assert "seals-shut" in caplog.text
    await world.run(lambda store: store.execute(sealed.values(fingerprint=was)))
    await world.tilik.tidy()
    assert not world.tilik.alarms.on


def prompts_to(world: World, actor: Actor) -> int:
    """How often somebody was asked for the log of a day."""
    sent = [one for one in world.telegram.ledger if one.chat_id == actor.phone.id]
    return sum("Satu baris sudah cukup" in str(one.payload.get("text")) for one in sent)


@pytest.mark.telegram("the backup is of a file; on PostgreSQL the store's own tests do the same")
async def test_a_restored_backup_sends_nothing_a_second_time(
    stage: Stage,
    staff: Staff,
    tmp_path: Path,
    draughtsman: Draughtsman,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    """... and nothing at all before it is told to; then what is new goes out, and new days too."""
    monkeypatch.setenv("TILIK_DATABASE_URL", stage.url)
    monkeypatch.setenv("TILIK_HOME", str(tmp_path))
    clock, file = Clock(), tmp_path / "tilik.db"
    async with boxes(clock) as there:

        @asynccontextmanager
        async def life() -> AsyncIterator[World]:
            chosen, draw = there.settings(stage.url, tmp_path), draughtsman.draw
            async with running(chosen, clock=clock, draw=draw, wakes=by_hand) as tilik:
                where = (stage.channel, stage.office, clock, stage.url)
                yield World(tilik, there.telegram, there.whatsapp, *where)

        async with life() as world:
            await world.actor(2001, "Ratna").joins(stage.office.head_code)
            employee = world.actor(3001, "Dewi")
            await employee.joins(staff.employee_code)
            await world.waits(hours=6, minutes=59)
            with (
                closing(sqlite3.connect(file)) as now_is,
                closing(sqlite3.connect(tmp_path / "c")) as copy,
            ):
                now_is.backup(copy)
            await world.waits(minutes=2)
            assert prompts_to(world, employee) == 1
        for ending in ("-wal", "-shm"):
            file.with_name(f"tilik.db{ending}").unlink(missing_ok=True)
        copyfile(tmp_path / "c", file)
        async with life() as world:
            employee.world = world
            await world.waits(minutes=30)
            await employee.says("/siapa")
            assert [alarm.name for alarm in world.tilik.alarms.on] == ["restored"]
            seen = employee.bubbles
            assert prompts_to(world, employee) == 1
            assert not employee.has_read("Anda terdaftar sebagai")
            assert await asyncio.to_thread(resume, now=clock()) == 0
            assert "2 pengingat" in capsys.readouterr().out
            await world.waits(seconds=11)
            assert not world.tilik.alarms.on
            assert employee.bubbles == seen + 1
            assert employee.has_read("Anda terdaftar sebagai")
            await world.waits(hours=2)
            assert prompts_to(world, employee) == 1
            await world.waits(hours=22)
            assert prompts_to(world, employee) == 2
            assert await asyncio.to_thread(resume, now=clock()) == 0
            assert "Tidak ada yang tertahan" in capsys.readouterr().out
