"""Personal data: what people are told, and what they may ask for and have at once."""

from __future__ import annotations

import json
from io import BytesIO
from typing import Any

import pytest
from pypdf import PdfReader
from sqlalchemy import func, select

from models.store import Store, schema
from tests.actors import Actor, World
from tests.office import JOINED, Staff
from tests.stories.test_superior_doubted import officer_of


def rows(store: Store, table: Any) -> list[Any]:
    return list(store.execute(select(table)))


async def siti_of(world: World) -> Actor:
    """Siti, who keeps the office's people and has joined."""
    return await officer_of(world, 3003, "Siti Aminah", unit_id=world.office.unit_id)


# Before the first stored datum


async def test_nothing_of_an_employee_is_stored_before_the_notice_is_understood(
    world: World, staff: Staff
) -> None:
    dewi = world.actor(3001, "Dewi")
    await dewi.says(f"daftar {staff.employee_code}")
    assert dewi.reads("Data Anda di Tilik")
    assert dewi.reads("Dasar: ")
    assert dewi.reads("menyapa Anda lebih dulu")
    assert dewi.buttons == ["Saya mengerti"]
    assert dewi.bubbles == 1
    found = await world.run(lambda store: rows(store, schema.addresses))
    assert [row.person_id for row in found] == [None]
    assert await world.run(lambda store: rows(store, schema.consents)) == []
    await dewi.taps("Saya mengerti")
    assert dewi.reads("Selamat datang, Dewi Lestari")
    kept = await world.run(lambda store: rows(store, schema.consents))
    said = {(row.purpose, row.agreed, row.channel, len(row.digest)) for row in kept}
    channel = world.channel
    assert said == {("notice", True, channel, 64), ("speak-first", True, channel, 64)}
    assert {row.given_at for row in kept} == {world.clock()}


async def test_the_notice_may_be_answered_in_words_and_a_doubled_tap_joins_once(
    world: World, staff: Staff
) -> None:
    """A mark that once stood for the tap does not pass for it."""
    dewi = world.actor(3001, "Dewi")
    await dewi.says(f"daftar !{staff.employee_code}")
    message, tap = dewi.button("Saya mengerti")
    await dewi.says("entahlah")
    assert dewi.buttons[0] == "Saya mengerti"
    await dewi.says("saya mengerti")
    assert dewi.reads("Selamat datang, Dewi Lestari")
    await dewi.presses(message, tap)
    assert len(await world.run(lambda store: rows(store, schema.consents))) == 2


async def test_a_new_notice_is_offered_at_the_next_greeting_until_it_was_shown(
    world: World, employee: Actor, superior: Actor
) -> None:
    await employee.says("halo")
    assert "Baca pemberitahuan" not in employee.buttons

    def older(store: Store) -> None:
        store.execute(schema.consents.update().values(version="2020-01"))

    await world.run(older)
    await employee.says("halo")
    assert employee.reads("sudah diperbarui")
    await superior.says("ringkasan")
    assert "Baca pemberitahuan" in superior.buttons
    await employee.taps("Baca pemberitahuan")
    assert employee.reads("Data Anda di Tilik")
    await employee.says("halo")
    assert not employee.reads("sudah diperbarui")


async def test_consent_to_be_spoken_to_is_taken_back_and_given_anew_with_proof(
    world: World, employee: Actor
) -> None:
    await employee.says("berhenti")
    await employee.says("lanjut")
    kept = await world.run(lambda store: rows(store, schema.consents))
    assert [row.agreed for row in kept if row.purpose == "speak-first"] == [True, False, True]


async def test_a_citizen_is_told_in_the_first_bubble_and_by_one_word(citizen: Actor) -> None:
    await citizen.scans("KTP-el, loket 1")
    assert citizen.bubbles == 1
    assert citizen.reads("ketik privasi")
    await citizen.says("privasi")
    assert citizen.has_read("survei dan pengaduan pelayanan publik")
    assert citizen.has_read("paling lama sampai esok harinya")


# A copy of everything


async def test_an_employee_has_a_copy_of_everything_at_once(
    world: World, employee: Actor, superior: Actor
) -> None:
    await employee.says("catat")
    await employee.says("Membela rekan yang sakit")
    await employee.says("dataku")
    name, content = documents(employee)[-1]
    assert name == "data-saya.pdf"
    held = attached(content)
    known = {"name": "Dewi Lestari", "nip": "199001012015032001"}
    assert held["person"] == [{**known, "joined_at": JOINED.isoformat()}]
    assert "Membela rekan yang sakit" in held["forms"][0]["answers"]
    assert [one["superior"] for one in held["superiors"]] == ["Ratna Dewi"]
    assert {one["purpose"] for one in held["consents"]} == {"notice", "speak-first"}


async def test_a_citizen_is_told_that_there_is_next_to_nothing(citizen: Actor) -> None:
    await citizen.scans("KTP-el, loket 1")
    await citizen.taps("🙂 Baik")
    await citizen.says("dataku")
    assert citizen.has_read("Kami tidak tahu siapa Anda")
    assert citizen.has_read("Formulir yang sedang Anda isi")


@pytest.mark.telegram("a link of WhatsApp's is only text that one sends oneself")
async def test_no_link_has_the_copy_sent(employee: Actor) -> None:
    await employee.starts("dataku")
    assert documents(employee) == []


# What is wrong is put right


async def test_a_correction_reaches_the_office_and_its_answer_the_employee(
    world: World, employee: Actor
) -> None:
    siti = await siti_of(world)
    await employee.opens("koreksi", "Jabatan")
    await employee.says("Analis Kependudukan sejak 1 Oktober, hubungi 081234567890")
    await world.waits(seconds=1)
    assert employee.reads("paling lambat 26 November 2026")
    assert siti.reads("Dewi Lestari meminta koreksi data")
    assert siti.reads("Analis Kependudukan sejak 1 Oktober, hubungi ••••••••••••")
    await siti.taps("Sudah diperbaiki")
    assert siti.reads("sudah kami beri tahu")
    await world.waits(seconds=1)
    assert employee.reads("Data Anda sudah dikoreksi (Jabatan)")
    await siti.says("permintaan")
    assert siti.reads("Tidak ada permintaan yang menunggu")


async def test_a_refusal_has_a_reason_and_what_is_late_stands_out(
    world: World, employee: Actor
) -> None:
    siti = await siti_of(world)
    await employee.opens("koreksi", "NIP")
    await employee.says("199001012015032002")
    await world.waits(hours=73)
    await siti.says("permintaan")
    assert siti.reads("1 di antaranya lewat batas")
    await siti.taps("⚠ Dewi Lestari")
    assert siti.reads("199001012015032002")
    assert siti.reads("3 x 24 jam sudah lewat")
    await siti.taps("Tolak dengan alasan")
    await siti.says("Belum ada surat keputusannya.")
    await world.waits(seconds=1)
    assert employee.reads("Belum ada surat keputusannya.")
    assert employee.reads("tidak dapat dipenuhi")


# What can go goes


async def test_an_employee_erases_what_may_go_and_reads_before_what_stays(
    world: World, employee: Actor, staff: Staff
) -> None:
    await employee.says("catat")
    await employee.says("Membela rekan yang sakit")
    await employee.says("hapus")
    assert employee.has_read("Yang tetap disimpan, dan mengapa")
    await employee.taps("Hapus sekarang")
    assert employee.has_read("tidak lagi terhubung dengan Anda")
    await world.waits(minutes=1)
    assert await world.run(lambda store: rows(store, schema.dialogues)) == []
    left = await world.run(lambda store: rows(store, schema.addresses))
    assert [row for row in left if row.person_id is not None] == []
    kept = await world.run(lambda store: rows(store, schema.consents))
    last = [row.agreed for row in kept if row.purpose == "speak-first"]
    assert last == [True, False]
    names = await world.run(lambda store: rows(store, schema.people))
    assert "Dewi Lestari" in [row.name for row in names]
    await employee.says("siapa")
    assert not employee.reads("Dewi")


async def test_more_may_be_asked_of_the_office(world: World, employee: Actor) -> None:
    siti = await siti_of(world)
    await employee.opens("hapus", "Minta hapus lainnya")
    await employee.says("Foto bukti bulan lalu, karena memuat wajah warga.")
    await world.waits(seconds=1)
    assert siti.reads("meminta penghapusan data")
    await siti.taps("Sudah dihapus")
    await world.waits(seconds=1)
    assert employee.reads("sudah dilakukan")


async def test_a_citizen_erases_all_and_the_rating_stays_without_a_tie(
    world: World, citizen: Actor
) -> None:
    await citizen.scans("KTP-el, loket 1")
    await citizen.taps("🙂 Baik")
    await citizen.says("hapus")
    assert citizen.has_read("Penilaian yang sudah diberikan tetap dihitung")
    await citizen.taps("Hapus sekarang")
    await world.waits(minutes=2)
    assert await world.run(lambda store: rows(store, schema.addresses)) == []
    assert await world.run(lambda store: rows(store, schema.dialogues)) == []
    tied = await world.run(lambda store: rows(store, schema.raters))
    assert [row.rating_id for row in tied] == [None]
    count = select(func.count()).select_from(schema.ratings)
    assert await world.run(lambda store: store.execute(count).scalar_one()) == 1
    await citizen.scans("KTP-el, loket 1")
    assert citizen.reads("sudah menilai")


def documents(who: Actor) -> list[tuple[str, bytes]]:
    """Every document on the phone: its name and what is in it."""
    box = who.world.whatsapp if who.world.on_whatsapp else who.world.telegram
    shown = (bubble.document for bubble in who.phone.messages if not bubble.mine)
    return [(box.shelf.files[one].name, box.shelf.files[one].content) for one in shown if one]


def attached(content: bytes) -> dict[str, Any]:
    """The JSON inside a PDF."""
    ((inside,),) = PdfReader(BytesIO(content)).attachments.values()
    read: dict[str, Any] = json.loads(inside)
    return read
