"""What people send as evidence on WhatsApp is kept by Tilik, and shown wherever one may see it."""

from __future__ import annotations

import hashlib
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from dataclasses import replace

import pytest
from aiohttp import web

from bot.channel import Spoken
from bot.outbound.file_source import Fetched
from bot.outbound.files import RETRY_AFTER, SHOWN_AFTER, Files
from bot.sandbox.whatsapp.phones import outgoing
from models.letters import File
from models.store import Store
from models.store.chat import addresses, files
from models.store.chat.files import SentFile, found
from models.store.engine.database import StoreAway
from models.store.rules import settings
from models.store.rules.settings import Version
from models.store.work import entries
from models.work import Entry
from tests.actors import Actor, World
from tests.chapters import chapter
from tests.office import Staff

JPEG = b"\xff\xd8\xff\xc0\x00\x11\x08\x00\x09\x00\x09" + bytes(9)
PDF = b"%PDF-1.7 isi"


@chapter
async def dewi(world: World, staff: Staff) -> Actor:
    """Dewi Lestari, who has joined on WhatsApp."""
    actor = world.actor_on("whatsapp", 3001, "Dewi")
    await actor.joins(staff.employee_code)
    return actor


@pytest.fixture
def ratna(staff: Staff, head: Actor) -> Actor:
    """Her superior, on Telegram or on WhatsApp."""
    return head


async def begins(who: Actor) -> None:
    await who.says("catat")
    await who.opens("Melayani KTP-el", "Layanan selesai")
    await who.says("3")


async def logs(who: Actor, kind: str, content: bytes, name: str) -> Entry:
    """Log an entry with this evidence."""
    await begins(who)
    await who.sends(kind, content, name)
    await who.taps("✓ Simpan")
    return await entry(who.world)


async def entry(world: World) -> Entry:
    def read(store: Store) -> Entry:
        return next(iter(entries.waiting(store, range(1, 99))))

    return await world.run(read)


async def looks(who: Actor, at: Entry, piece: int = 1) -> None:
    """Open a piece of the entry's evidence."""
    await who.says("halo")
    message, _ = who.button("")
    await who.presses(message, f"o.bukti.{at.id}.{piece}")


def contents(who: Actor) -> tuple[str, str, bytes] | None:
    """What kind of file the newest message shows, what it is called, and its bytes."""
    bubble = who.phone.messages[-1]
    box = who.world.whatsapp if who.phone in who.world.whatsapp.phones.values() else None
    for kind in ("photo", "document", "voice"):
        number = getattr(bubble, kind)
        if number:
            file = (box or who.world.telegram).shelf.files[number]
            return kind, file.name, file.content
    return None


async def kept(world: World, at: Entry) -> SentFile | None:
    """The row of the entry's first evidence."""
    number = at.evidence[0].file.partition(":")[2]
    return await world.run(lambda store: found(store, "whatsapp", number))


async def test_a_photo_from_whatsapp_is_seen_by_a_superior_on_either_channel(
    dewi: Actor, ratna: Actor
) -> None:
    at = await logs(dewi, "photo", JPEG, "foto.jpg")
    await looks(ratna, at)
    assert contents(ratna) == ("photo", "tilik-photo.jpg", JPEG)
    assert ratna.reads(f"Bukti untuk {at.receipt}")


async def test_a_document_from_whatsapp_keeps_its_name(dewi: Actor, ratna: Actor) -> None:
    at = await logs(dewi, "document", PDF, "rekap.pdf")
    await looks(ratna, at)
    assert contents(ratna) == ("document", "rekap.pdf", PDF)


async def test_a_voice_from_whatsapp_is_heard_on_either_channel(dewi: Actor, ratna: Actor) -> None:
    at = await logs(dewi, "voice", b"OggS", "suara.ogg")
    await looks(ratna, at)
    assert contents(ratna) == ("voice", "tilik-voice.ogg", b"OggS")


async def test_who_sent_it_sees_it_when_whatsapp_has_long_forgotten_it(
    dewi: Actor, world: World
) -> None:
    at = await logs(dewi, "photo", JPEG, "foto.jpg")
    world.whatsapp.shelf.files.clear()
    await world.waits(days=10)
    await looks(dewi, at)
    assert contents(dewi) == ("photo", "tilik-photo.jpg", JPEG)


async def test_a_photo_from_telegram_is_seen_on_either_channel(
    world: World, ratna: Actor, staff: Staff
) -> None:
    joko = world.actor_on("telegram", 3002, "Joko")
    await joko.joins(staff.colleague_code)
    at = await logs(joko, "photo", JPEG, "foto.jpg")
    await looks(ratna, at)
    shown = contents(ratna)
    assert shown is not None
    assert (shown[0], shown[2]) == ("photo", JPEG)


@pytest.mark.parametrize("gone", ["dropped", "too large"])
async def test_a_file_that_telegram_gives_no_more_is_answered_in_words(
    world: World, staff: Staff, gone: str
) -> None:
    joko = world.actor_on("telegram", 3002, "Joko")
    await joko.joins(staff.colleague_code)
    at = await logs(joko, "document", PDF if gone == "dropped" else bytes(20_000_001), "a.pdf")
    if gone == "dropped":
        world.telegram.shelf.files.clear()
    ratna = world.actor_on("whatsapp", 2001, "Ratna")
    await ratna.joins(world.office.head_code)
    await looks(ratna, at)
    assert ratna.reads("Berkasnya tidak dapat dibuka lagi")


async def test_a_file_that_telegram_refuses_by_its_id_is_answered_in_words(
    world: World, staff: Staff
) -> None:
    joko = world.actor_on("telegram", 3002, "Joko")
    await joko.joins(staff.colleague_code)
    at = await logs(joko, "document", PDF, "a.pdf")
    world.telegram.shelf.files.clear()
    await looks(joko, at)
    assert joko.reads("tidak dapat ditampilkan di sini")


async def test_while_telegram_is_away_its_file_is_tried_for_a_while_and_then_said_in_words(
    world: World, staff: Staff
) -> None:
    joko = world.actor_on("telegram", 3002, "Joko")
    await joko.joins(staff.colleague_code)
    at = await logs(joko, "photo", JPEG, "a.jpg")
    ratna = world.actor_on("whatsapp", 2001, "Ratna")
    await ratna.joins(world.office.head_code)
    await ratna.says("halo")
    message, _ = ratna.button("")
    world.telegram.faults.down = True
    ratna.phone.press(message, f"o.bukti.{at.id}.1")
    for _ in range(SHOWN_AFTER):
        assert not ratna.reads("Bukti untuk")
        await world.whatsapp.quiet()
        await world.tilik.post.quiet()
        world.clock.forward(seconds=20)
        await world.tilik.post.sweep()
        await world.tilik.post.quiet()
    assert ratna.reads("Berkasnya tidak dapat dibuka lagi")
    world.telegram.faults.down = False


@pytest.mark.parametrize(
    ("kind", "content", "name"),
    [("photo", b"no picture", "foto.jpg"), ("voice", b"", "suara.ogg"), ("document", b"", "a.zip")],
)
async def test_what_no_channel_takes_is_answered_in_words(
    dewi: Actor, ratna: Actor, world: World, kind: str, content: bytes, name: str
) -> None:
    at = await logs(dewi, kind, content, name)
    await looks(ratna, at)
    if kind == "photo" and not world.on_whatsapp:
        assert contents(ratna) == ("document", "tilik-photo.jpg", content)
    else:
        assert ratna.reads("tidak dapat ditampilkan di")


async def test_a_picture_that_telegram_cannot_draw_comes_as_a_document(
    dewi: Actor, ratna: Actor
) -> None:
    flat = b"\xff\xd8\xff\xc0\x00\x11\x08\x00\x01\x03\xe8" + bytes(9)
    at = await logs(dewi, "photo", flat, "foto.jpg")
    await looks(ratna, at)
    kind = "photo" if ratna.world.on_whatsapp else "document"
    assert contents(ratna) == (kind, "tilik-photo.jpg", flat)


async def test_what_is_too_large_is_not_fetched_and_the_sender_is_told(
    dewi: Actor, ratna: Actor, world: World
) -> None:
    at = await logs(dewi, "document", bytes(20_000_001), "../rekap\x07.pdf")
    await world.waits(seconds=1)
    assert dewi.has_read("berkas “rekap.pdf” terlalu besar untuk kami simpan")
    assert dewi.has_read("lebih kecil dari 20 MB")
    sent = await kept(world, at)
    assert sent is not None
    assert (sent.state, sent.content) == ("lost", None)
    await looks(ratna, at)
    assert ratna.reads("Berkasnya tidak dapat dibuka lagi")


async def test_what_whatsapp_has_dropped_is_lost_and_the_sender_is_told(
    dewi: Actor, world: World
) -> None:
    await begins(dewi)
    for kind in ("photo", "voice"):
        del world.whatsapp.shelf.files[dewi.phone.sends(kind, JPEG)]
    nameless = {"id": "gone", "mime_type": "application/pdf", "sha256": "0" * 64}
    dewi.phone.tells("document", nameless)
    await world.settles()
    await world.waits(seconds=1)
    for called in ("foto", "pesan suara", "dokumen"):
        lost = f"{called} yang Anda kirim tidak berhasil kami simpan. Mohon kirim sekali lagi"
        assert dewi.has_read(lost)
    assert not dewi.has_read("riwayat</b> untuk membuka")


async def test_beyond_the_days_files_one_is_not_kept_and_the_form_goes_on(
    dewi: Actor, world: World
) -> None:
    now = world.clock()
    fewer = Version("files-a-day", 1, now.date(), now)
    await world.run(lambda store: settings.put(store, fewer, day=now.date()))
    await begins(dewi)
    await dewi.sends("photo", JPEG, "satu.jpg")
    await dewi.sends("photo", JPEG, "dua.jpg")
    assert dewi.reads("Hari ini sudah 1 berkas Anda kami simpan")
    assert "✓ Simpan" in dewi.buttons
    await dewi.taps("✓ Simpan")
    at = await entry(world)
    assert len(at.evidence) == 1
    await world.waits(days=1)
    await begins(dewi)
    await dewi.sends("photo", JPEG, "tiga.jpg")
    assert not dewi.reads("Hari ini sudah")


async def cut_off(dewi: Actor) -> Entry:
    """An entry whose evidence never arrives whole."""
    box = dewi.world.whatsapp
    await begins(dewi)
    number = dewi.phone.sends("photo", JPEG, name="foto.jpg")
    box.shelf.files[number] = replace(box.shelf.files[number], sha256="0" * 64)
    await dewi.world.settles()
    await dewi.taps("✓ Simpan")
    return await entry(dewi.world)


async def test_what_comes_cut_off_is_fetched_again(dewi: Actor, ratna: Actor, world: World) -> None:
    at = await cut_off(dewi)
    await looks(ratna, at)
    assert ratna.reads("Berkasnya belum selesai kami ambil")
    number, media = next(reversed(world.whatsapp.shelf.files.items()))
    whole = hashlib.sha256(media.content).hexdigest()
    world.whatsapp.shelf.files[number] = replace(media, sha256=whole)
    await world.waits(seconds=RETRY_AFTER[0])
    await looks(ratna, at)
    assert contents(ratna) == ("photo", "tilik-photo.jpg", JPEG)


async def test_after_an_hour_of_tries_the_sender_is_told_that_the_entry_lacks_it(
    dewi: Actor, world: World
) -> None:
    at = await cut_off(dewi)
    for wait in RETRY_AFTER:
        sent = await kept(world, at)
        assert sent is not None
        assert sent.state == "wanted"
        await world.waits(seconds=wait)
    await world.waits(seconds=1)
    sent = await kept(world, at)
    assert sent is not None
    assert (sent.state, sent.attempts) == ("lost", len(RETRY_AFTER) + 1)
    assert dewi.has_read("foto yang Anda kirim tidak berhasil kami simpan")
    assert dewi.has_read("tetapi bukti ini belum ada di dalamnya")


async def test_a_foreign_host_is_never_asked(dewi: Actor, world: World) -> None:
    asked: list[str] = []

    async def noted(request: web.BaseRequest) -> web.Response:
        asked.append(request.path)
        return web.Response(body=JPEG)

    async with listening(noted) as url:
        world.whatsapp.faults.foreign_media = url
        at = await logs(dewi, "photo", JPEG, "foto.jpg")
        await world.waits(seconds=1)
    assert asked == []
    sent = await kept(world, at)
    assert sent is not None
    assert sent.state == "lost"
    assert dewi.has_read("tidak berhasil kami simpan")


async def test_what_an_earlier_life_wanted_is_fetched_by_the_sweep(
    dewi: Actor, world: World
) -> None:
    media = outgoing.stored(world.whatsapp, "photo", JPEG, name="foto.jpg")
    now = world.clock()

    def want(store: Store) -> bool:
        address = addresses.meet(store, "whatsapp", dewi.phone.id).address
        file = File("photo", f"whatsapp:{media.id}")
        return files.want(store, file, address_id=address.id, now=now)

    assert await world.run(want)
    await world.tilik.sweep()
    await world.settles()
    sent = await world.run(lambda store: files.found(store, "whatsapp", media.id))
    assert sent is not None
    assert (sent.state, sent.content, sent.mime) == ("here", JPEG, "image/jpeg")


async def test_what_strangers_send_is_not_kept(world: World) -> None:
    sari = world.actor_on("whatsapp", 1001, "Sari")
    await sari.sends("photo", JPEG)
    number = next(reversed(world.whatsapp.shelf.files))
    assert await world.run(lambda store: files.found(store, "whatsapp", number)) is None


async def test_evidence_that_is_taken_off_an_entry_is_forgotten(dewi: Actor, world: World) -> None:
    at = await logs(dewi, "photo", JPEG, "foto.jpg")
    await world.waits(days=9)
    assert await kept(world, at) is not None
    await world.run(lambda store: entries.amend(store, replace(at, evidence=())))
    await world.waits(hours=1)
    assert await kept(world, at) is None


async def test_a_link_is_evidence_without_a_file(dewi: Actor, ratna: Actor) -> None:
    await begins(dewi)
    await dewi.opens("https://contoh.go.id/rekap", "✓ Simpan")
    at = await entry(dewi.world)
    await looks(ratna, at)
    assert ratna.reads("https://contoh.go.id/rekap")


async def test_while_the_database_is_away_what_is_wanted_waits(dewi: Actor, world: World) -> None:
    class Away:
        async def run(self, job: object) -> None:
            raise StoreAway

    away = Files(Away(), {}, world.tilik.texts, clock=world.clock)  # type: ignore[arg-type]
    away.fetch()
    away.fetch()
    await away.quiet()
    await away.close()


async def test_a_bug_in_fetching_one_file_is_tried_again_and_stops_nothing(
    dewi: Actor, world: World
) -> None:
    class Broken:
        async def fetch(self, file: str) -> Fetched:
            if file == "1":
                raise KeyError(file)
            return Fetched(PDF)

    now = world.clock()

    def want(store: Store) -> None:
        address = addresses.meet(store, "whatsapp", dewi.phone.id).address  # type: ignore[arg-type]
        for number in "12":
            file = File("document", f"kiosk:{number}", "a.pdf")
            files.want(store, file, address_id=address.id, now=now)

    await world.run(want)
    kiosk = Files(world.tilik.database, {"kiosk": Broken()}, world.tilik.texts, clock=world.clock)
    kiosk.fetch()
    await kiosk.quiet()
    states = [
        sent.state
        for number in "12"
        if (sent := await world.run(lambda store, n=number: files.found(store, "kiosk", n)))
    ]
    assert states == ["wanted", "here"]


async def test_where_telegram_is_not_set_up_its_files_are_said_in_words(world: World) -> None:
    alone = Files(world.tilik.database, {}, world.tilik.texts, clock=world.clock)
    letter = Spoken("Bukti", file=File("photo", "AgACAgUAAx"))
    shown = await alone.shown(letter, "whatsapp", attempts=0)
    assert (shown.file, shown.content) == (None, None)
    assert "Berkasnya tidak dapat dibuka lagi" in shown.text


@asynccontextmanager
async def listening(
    answer: Callable[[web.BaseRequest], Awaitable[web.Response]],
) -> AsyncIterator[str]:
    runner = web.ServerRunner(web.Server(answer), shutdown_timeout=0.5)
    await runner.setup()
    await web.TCPSite(runner, "127.0.0.1", 0).start()
    host, port = runner.addresses[0]
    try:
        yield f"http://{host}:{port}"
    finally:
        await runner.cleanup()
