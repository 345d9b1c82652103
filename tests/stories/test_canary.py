"""The canary: no log has the token, a NIP, a phone number, a name or what anybody wrote."""

from __future__ import annotations

import asyncio
import logging
import threading
from datetime import timedelta

import pytest
from sqlalchemy import select, update

from bot import logs
from bot.sandbox.calm import AT_LAST
from bot.turn.turn import Turn
from models.store import Store, schema
from models.store.chat.addresses import NOBODY
from models.store.engine.database import StoreAway
from models.store.people import people, posts
from scheduler.due import tidy
from tests.actors import Actor, World
from tests.office import SINCE, Staff
from tests.pictures import bomb, drawing, photo, shown_to
from tests.stage import META, TOKEN

pytestmark = pytest.mark.far("what a log has of sockets and of the database's driver")

NIP, NAME, PHONE = "198501012010011777", "Kanarini Rahasiawati", "081299887766"
WORDS = f"Burung kenari di loket, hubungi {PHONE}"
SENDER = 770011223344
SECRETS = (TOKEN, META["token"], META["app_secret"], META["verify_token"])


@pytest.fixture
def log(caplog: pytest.LogCaptureFixture) -> pytest.LogCaptureFixture:
    """Everything that is logged: ours from DEBUG on, of libraries what `tilik run` lets through."""
    caplog.set_level(logging.INFO)
    caplog.set_level(logging.DEBUG, logger="tilik")
    for name, level in logs.LEVELS.items():
        caplog.set_level(level, logger=name)
    caplog.handler.setLevel(logging.DEBUG)
    return caplog


def said(log: pytest.LogCaptureFixture) -> str:
    """Every record as `tilik run` writes it, with what was raised."""
    written = logs.OneLine()
    return "\n".join(written.format(record) for record in log.records)


async def kenari(world: World) -> Actor:
    """An employee whose name, NIP and number are nowhere else."""

    def hired(store: Store) -> str:
        number = people.add(store, NAME, nip=NIP)
        posts.place(store, number, world.office.unit_id, "Petugas", since=SINCE)
        return people.invite(store, number, now=world.clock()).code

    actor = world.actor(SENDER, "Kanarini")
    await actor.joins(await world.run(hired))
    return actor


def breaks(turn: Turn) -> None:
    raise ValueError(f"{WORDS} {NIP} {NAME}")


async def test_no_log_tells_whose_or_what_it_was_whatever_happens(
    world: World,
    staff: Staff,
    log: pytest.LogCaptureFixture,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    one = await kenari(world)
    await one.says("catat")
    await one.says(WORDS)
    await one.says("batal")
    await one.opens("koreksi", "NIP")
    await one.says(NIP)
    await one.says("dataku")
    await one.says(f"daftar {PHONE}")
    await one.scans("KTP-el, loket 1")
    _malformed(world)
    await _unreadable(world)
    await world.settles()
    _refused(world)
    await one.says(WORDS)
    await world.waits(seconds=20)
    with monkeypatch.context() as bug:
        bug.setattr(Turn, "take", breaks)
        await _fails(world, one)
    await world.settles()
    assert one.has_read("Kode gangguan")
    await _store_away(world, one, monkeypatch)
    told = said(log)
    assert "ValueError" in told, "the log tells that it failed"
    number = getattr(one.phone, "number", None)
    found = [NIP, NAME, "Kanarini", PHONE, PHONE[1:], "kenari", "Burung", str(SENDER), *SECRETS]
    found += [number] if number else []
    assert [one for one in found if one in told] == []


def _malformed(world: World) -> None:
    """What nobody can read, from the platform."""
    body = f'{{"message_id":"?","chat":"{WORDS}","from":{SENDER}}}'.encode()
    world.telegram.delivery.push("message", ("chat", SENDER), body)
    value = {"messages": [{"id": 7, "from": str(SENDER), "text": WORDS}]}
    world.whatsapp.delivery.push_change("messages", value)


async def _unreadable(world: World) -> None:
    """Requests that no server can read, of somebody who knows no secret, and of one who does."""
    knows = f"POST /whatsapp?hub.verify_token={META['verify_token']} HTTP/1.1\r\nHost: x\r\n"
    for rest in (
        f"Transfer-Encoding: chunked\r\n\r\nZZ{PHONE}{WORDS}\r\n",
        f"{WORDS} {META['app_secret']}\r\n\r\n",
        f"Content-Encoding: gzip\r\nContent-Length: {len(WORDS)}\r\n\r\n{WORDS}",
        f"A: {WORDS}\0{NIP}\r\n\r\n",
    ):
        port = world.tilik.listens_on
        if port is not None:
            reader, writer = await asyncio.open_connection("127.0.0.1", port)
            writer.write(f"{knows}{rest}".encode())
            assert (await reader.readline())[9:10] == b"4"
            writer.close()


def _refused(world: World) -> None:
    """What the platform says no to, with the words in its answer."""
    words = f'Bad Request: can\'t parse entities: "{WORDS}" of {SENDER}'
    world.telegram.faults.fail("sendMessage", 400, description=words)
    world.whatsapp.faults.fail(131009, details=f"{WORDS} {NIP}")


async def _fails(world: World, one: Actor) -> None:
    """Say it while no turn succeeds, until Tilik gives up."""
    one.phone.say(WORDS)
    for _ in range(4):
        await world.telegram.quiet()
        await world.whatsapp.quiet()
        world.clock.forward(seconds=10)
        await world.tilik.tick()


async def _store_away(world: World, one: Actor, monkeypatch: pytest.MonkeyPatch) -> None:
    """The database goes away with a person's words in the statement that failed."""

    def away(turn: Turn) -> None:
        turn.form.store.execute(update(schema.people).values(nope=f"{NAME} {WORDS}"))

    with monkeypatch.context() as broken:
        broken.setattr(Turn, "take", away)
        await _fails(world, one)

    tried = threading.Event()

    def gone(turn: Turn) -> None:
        tried.set()
        raise StoreAway(WORDS)

    with monkeypatch.context() as broken:
        broken.setattr(Turn, "take", gone)
        one.phone.say(WORDS)
        await asyncio.to_thread(tried.wait, AT_LAST)
    await world.settles()


BRIBE = f"Calo kenariwan minta uang pelicin, hubungi {PHONE}"
VOICE = b"OggS suara kenari"
NOTHING = ("Calo", "kenariwan", "pelicin", PHONE, PHONE[1:], "pelipur")
NOTHING_SENT = ("suara kenari", "Rahasiawati", "7.80119", "110.36")


async def test_nothing_leads_from_a_weighty_matter_to_who_told_it_or_to_a_word_of_it(
    world: World, log: pytest.LogCaptureFixture
) -> None:
    """Neither a log nor, once all is delivered and the day is over, any row of the database."""
    overseer = await pengawas(world)
    one = world.actor(SENDER + 1, "Kanarini")
    await one.says("lapor")
    await one.says(BRIBE)
    await one.locates(-7.801194, 110.364917)
    await one.sends("photo", photo(NAME), "Rahasiawati.jpg")
    await one.sends("document", drawing(NAME), "Rahasiawati.png")
    await one.sends("document", b"\0\0\0\x18ftypheic" + NAME.encode(), "Rahasiawati.heic")
    await world.waits(minutes=3)
    assert one.has_read("dokumen yang Anda kirim tidak dapat kami baca")
    await one.sends("document", bomb(), "Rahasiawati2.png")
    await one.sends("voice", VOICE, "kenari.ogg")
    await world.waits(seconds=15)
    assert one.has_read("dokumen yang Anda kirim terlalu besar")
    await one.taps("Kirim")
    await one.says("status")
    await one.taps(one.buttons[0])
    sender = await world.run(sender_of_citizen)
    await world.waits(seconds=1)
    assert not overseer.reads("kenariwan")
    await overseer.says("pengaduan")
    await overseer.taps(overseer.buttons[0])
    assert overseer.reads(PHONE)
    await overseer.taps("Lihat kiriman (4)")
    seen = [shown_to(overseer)]
    for _ in range(2):
        await overseer.taps("Kiriman berikut")
        seen.append(shown_to(overseer))
    await overseer.taps("Kiriman berikut")
    assert overseer.reads("mlat=-7.80119")
    assert seen[2] == VOICE
    assert not any(NAME.encode() in content for content in seen)
    assert all(content.startswith(b"\xff\xd8\xff") for content in seen[:2])
    await overseer.taps("Pengaduan ini", "Saya tangani", "Sudah dibenahi")
    await overseer.says("Calo kenariwan sudah ditindak, jadi pelipur.")
    await overseer.taps("Lewati")
    await world.waits(seconds=1)
    assert one.reads("pelipur")
    await one.taps("Belum")
    await one.says("status")
    await world.settles()
    tomorrow = world.clock() + timedelta(days=1)
    await world.run(lambda store: tidy(store, tomorrow))
    kept = await world.run(everything)
    assert "ADU-" in kept, "that there is a complaint is known"
    assert [secret for secret in (*NOTHING, *NOTHING_SENT, sender) if secret in kept] == []
    assert [secret for secret in (*NOTHING, *NOTHING_SENT, sender) if secret in said(log)] == []


async def pengawas(world: World) -> Actor:
    """Somebody of the oversight team."""

    def hired(store: Store) -> str:
        number = people.add(store, "Bagus Prakoso", nip=NIP)
        unit = world.office.unit_id
        people.give_duty(store, number, unit_id=unit, duty="oversight", valid_from=SINCE)
        return people.invite(store, number, now=world.clock()).code

    actor = world.actor(SENDER + 2, "Bagus")
    await actor.joins(await world.run(hired))
    return actor


def sender_of_citizen(store: Store) -> str:
    """The id by which the channel knows who complains."""
    nobodys = schema.addresses.c.sender.like(f"{NOBODY}%")
    here = schema.addresses.c.person_id.is_(None) & ~nobodys
    return str(store.execute(select(schema.addresses.c.sender).where(here)).scalar_one())


def everything(store: Store) -> str:
    """Every row of every table."""
    tables = schema.metadata.sorted_tables
    return "".join(str(row) for table in tables for row in store.execute(select(table)))
