"""Setuju dan kembalikan: the superior looks through what the team has sent."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import date, datetime, time, timedelta
from decimal import Decimal
from typing import Any

import pytest
from sqlalchemy import select, update

from bot.app import jobs_of
from models.evaluations import Appraisal
from models.letters import File, Letter, Text
from models.quarter import Quarter
from models.store import Store
from models.store.chat import addresses
from models.store.letters.letters import tell
from models.store.office import services
from models.store.oversight.audit import audited
from models.store.people import people, posts
from models.store.schema import entries as rows
from models.store.schema import letters
from models.store.work import entries, evaluations, targets
from models.work import Entry
from tests.actors import Actor, World
from tests.office import SINCE, Staff
from tests.store.test_audit import opened_up

FRIDAY, MONDAY = date(2026, 11, 20), date(2026, 11, 23)


async def logged(
    world: World,
    person_id: int,
    activity: str,
    *,
    day: date = MONDAY,
    sent_at: datetime | None = None,
    **rest: Any,
) -> Entry:
    """An entry as the log would write it."""
    entry = Entry(
        id=0,
        receipt="",
        person_id=person_id,
        day=day,
        entered_on=MONDAY,
        activity=activity,
        sent_at=sent_at or world.clock(),
        **rest,
    )
    return await world.run(lambda store: entries.add(store, entry))


async def corrected(world: World, entry: Entry, **changes: Any) -> None:
    better = replace(entry, sent_at=world.clock(), state="sent", **changes)
    await world.run(lambda store: entries.amend(store, better))


async def state(world: World, entry: Entry) -> str:
    found = await world.run(lambda store: entries.entry(store, entry.id))
    assert found is not None
    return found.state


async def a_superior_elsewhere(world: World, number: int = 4001) -> Actor:
    """Somebody with a team of their own, who has nothing to do with this office's staff."""

    def hired(store: Store) -> str:
        boss, member = people.add(store, "Bambang"), people.add(store, "Rini")
        for person, title in ((boss, "Camat"), (member, "Staf")):
            posts.place(store, person, world.office.unit_id, title, since=SINCE)
        posts.report_to(store, member, boss, since=SINCE)
        return people.invite(store, boss, now=world.clock()).code

    code = await world.run(hired)
    actor = world.actor(number, "Bambang")
    await actor.joins(code)
    return actor


async def test_what_waits_is_shown_by_person_and_approved_in_one_tap(
    superior: Actor, world: World, staff: Staff
) -> None:
    one = await logged(world, staff.employee_id, "Melayani KTP-el")
    two = await logged(world, staff.colleague_id, "Menata arsip")
    await superior.says("setuju")
    assert superior.reads("Menunggu persetujuan: 2 catatan dari 2 orang")
    assert "Dewi Lestari (1)" in superior.buttons
    await superior.taps("✓ Setujui semua (2)")
    assert superior.reads("✓ 2 catatan disetujui.")
    assert superior.reads("Tidak ada catatan yang menunggu")
    assert [await state(world, one), await state(world, two)] == ["approved", "approved"]


async def test_who_approves_all_approves_what_they_saw_and_nothing_newer(
    superior: Actor, world: World, staff: Staff
) -> None:
    seen = await logged(world, staff.employee_id, "Melayani KTP-el")
    wrong = await logged(world, staff.employee_id, "Menata arsip")
    await superior.says("setuju")
    world.clock.now += timedelta(microseconds=1)
    newer = await logged(world, staff.colleague_id, "Membuat laporan")
    await corrected(world, wrong, activity="Menata arsip lama")
    await superior.taps("✓ Setujui semua (2)")
    assert superior.reads("✓ 1 catatan disetujui.")
    assert superior.reads("2 catatan masuk atau diperbaiki setelah daftar tadi tampil")
    assert await state(world, seen) == "approved"
    assert await state(world, newer) == await state(world, wrong) == "sent"


async def test_a_clock_that_is_behind_lets_nothing_slip_in_unseen(
    superior: Actor, world: World, staff: Staff
) -> None:
    seen = await logged(world, staff.employee_id, "Melayani KTP-el")
    await superior.says("setuju")
    earlier = world.clock() - timedelta(seconds=2)
    unseen = await logged(world, staff.colleague_id, "Membuat laporan", sent_at=earlier)
    await superior.taps("✓ Setujui semua (1)")
    assert superior.reads("belum ada yang disetujui")
    assert await state(world, seen) == await state(world, unseen) == "sent"
    await superior.taps("✓ Setujui semua (2)")
    assert await state(world, unseen) == "approved"


async def test_one_entry_is_read_in_full_and_the_next_follows(
    superior: Actor, world: World, staff: Staff
) -> None:
    target = (
        await world.run(
            lambda store: targets.of_person(store, staff.employee_id, Quarter.of(MONDAY))
        )
    )[0]
    first = await logged(
        world,
        staff.employee_id,
        "Melayani KTP-el",
        target_id=target.id,
        quantity=Decimal(7),
        measure="berkas",
        evidence=(File("photo", "x1"), File("link", "https://contoh.go.id/a")),
    )
    second = await logged(world, staff.employee_id, "Menata arsip")
    await superior.opens("setuju", "Dewi Lestari (2)")
    assert superior.reads("Layanan selesai tepat waktu · jumlah: 7 berkas · bukti: 2")
    assert superior.reads("Tugas langsung atasan")
    await superior.taps("1. Melayani")
    assert superior.reads("Catatan Dewi Lestari")
    assert superior.reads(first.receipt)
    assert {"Bukti 1: foto", "Bukti 2: tautan"} <= set(superior.buttons)
    await superior.taps("✓ Setujui")
    assert superior.reads("✓ Disetujui: Melayani KTP-el")
    assert superior.reads("Menata arsip")
    await superior.taps("✓ Setujui")
    assert superior.reads("Tidak ada catatan yang menunggu")
    assert await state(world, second) == "approved"


async def test_after_the_last_of_one_person_comes_the_next_person(
    superior: Actor, world: World, staff: Staff
) -> None:
    await logged(world, staff.colleague_id, "Membuat laporan", day=FRIDAY)
    await logged(world, staff.employee_id, "Melayani KTP-el")
    await superior.opens("setuju", "Dewi Lestari (1)", "1. Melayani", "✓ Setujui")
    assert superior.reads("Catatan Joko Santoso")
    assert superior.reads("Membuat laporan")


async def test_evidence_is_a_tap_away(superior: Actor, world: World, staff: Staff) -> None:
    link = File("link", "https://contoh.go.id/a")
    await logged(world, staff.employee_id, "Melayani", evidence=(link,))
    await superior.opens("setuju", "Dewi", "1. Melayani", "Bukti 1: tautan")
    assert superior.reads("https://contoh.go.id/a")


async def test_a_late_entry_and_an_overlap_are_marked(
    superior: Actor, world: World, staff: Staff
) -> None:
    await logged(world, staff.employee_id, "Rapat", day=date(2026, 11, 18))
    hours: dict[str, Any] = {"starts": time(8), "ends": time(10)}
    await logged(world, staff.employee_id, "Menata arsip", **hours)
    await logged(world, staff.employee_id, "Melayani", **hours)
    await superior.opens("setuju", "Dewi Lestari (3)")
    assert superior.reads("erlambat: pekerjaan 18 November 2026, dicatat 23 November 2026")
    assert superior.reads("bertumpang tindih dengan “Menata arsip”")


async def test_many_entries_come_in_pages_and_all_of_a_person_go_at_once(
    superior: Actor, world: World, staff: Staff
) -> None:
    for number in range(7):
        await logged(world, staff.employee_id, f"Berkas {number}")
    other = await logged(world, staff.colleague_id, "Membuat laporan")
    await superior.opens("setuju", "Dewi Lestari (7)")
    assert superior.reads("Berkas 4")
    assert not superior.reads("Berkas 5")
    await superior.taps("Berikutnya ›")
    assert superior.reads("7. Berkas 6")
    await superior.taps("‹ Sebelumnya", "✓ Setujui semua (7)")
    assert superior.reads("✓ 7 catatan disetujui.")
    assert superior.reads("Menunggu persetujuan: 1 catatan dari 1 orang")
    assert await state(world, other) == "sent"


async def test_one_entry_after_the_other_can_be_leafed_through(
    superior: Actor, world: World, staff: Staff
) -> None:
    await logged(world, staff.employee_id, "Berkas satu")
    await logged(world, staff.employee_id, "Berkas dua")
    await superior.opens("setuju", "Dewi", "1. Berkas", "Berikutnya ›")
    assert superior.reads("Berkas dua")
    assert "Berikutnya ›" not in superior.buttons
    await superior.taps("‹ Dewi Lestari")
    assert superior.reads("2 catatan menunggu persetujuan")


async def test_a_big_team_is_turned_page_by_page(
    superior: Actor, world: World, staff: Staff
) -> None:
    def more(store: Store) -> list[int]:
        made = []
        for number in range(9):
            person = people.add(store, f"Pegawai {number}")
            posts.place(store, person, world.office.unit_id, "Staf", since=SINCE)
            posts.report_to(store, person, staff.superior_id, since=SINCE)
            made.append(person)
        return made

    for number in await world.run(more):
        await logged(world, number, "Membuat laporan")
    await superior.says("setuju")
    assert superior.reads("9 catatan dari 9 orang")
    assert "Pegawai 8 (1)" not in superior.buttons
    await superior.taps("Berikutnya ›")
    assert "Pegawai 8 (1)" in superior.buttons
    await superior.taps("‹ Sebelumnya")
    assert "Pegawai 0 (1)" in superior.buttons


async def test_doubled_taps_change_nothing(superior: Actor, world: World, staff: Staff) -> None:
    await logged(world, staff.employee_id, "Berkas satu")
    two = await logged(world, staff.employee_id, "Berkas dua")
    await superior.opens("setuju", "Dewi")
    message, everything = superior.button("✓ Setujui semua")
    await superior.taps("1. Berkas")
    _, once = superior.button("✓ Setujui")
    await superior.presses(message, once)
    await superior.presses(message, once)
    assert superior.reads("✓ Disetujui: Berkas satu")
    assert superior.reads("Berkas dua")
    assert await state(world, two) == "sent"
    await superior.presses(message, everything)
    await superior.presses(message, everything)
    assert superior.reads("Tidak ada catatan yang menunggu.")
    assert not superior.reads("0 catatan disetujui")


async def test_an_entry_decided_elsewhere_is_shown_as_gone_and_the_rest_stays(
    superior: Actor, world: World, staff: Staff
) -> None:
    await logged(world, staff.employee_id, "Berkas satu")
    await logged(world, staff.employee_id, "Berkas dua")
    await superior.opens("setuju", "Dewi")
    message, first = superior.button("1. Berkas")
    await superior.taps("1. Berkas", "✓ Setujui")
    await superior.presses(message, first)
    assert superior.reads("tidak ada di antara yang menunggu")
    assert superior.reads("Menunggu persetujuan: 1 catatan")


async def test_an_entry_corrected_meanwhile_is_shown_anew_and_not_approved(
    superior: Actor, world: World, staff: Staff
) -> None:
    entry = await logged(world, staff.employee_id, "Berkas satu")
    await superior.opens("setuju", "Dewi", "1. Berkas")
    world.clock.forward(seconds=1)
    await corrected(world, entry, activity="Berkas pertama", returned_before=True)
    await superior.taps("✓ Setujui")
    assert superior.reads("diperbaiki sejak Anda melihatnya")
    assert superior.reads("Berkas pertama")
    assert superior.reads("Pernah dikembalikan dan sudah diperbaiki.")
    assert await state(world, entry) == "sent"


async def test_a_returned_entry_reaches_its_writer_at_once_with_the_reason(
    superior: Actor, employee: Actor, world: World, staff: Staff
) -> None:
    entry = await logged(world, staff.employee_id, "Melayani KTP-el")
    await superior.opens("setuju", "Dewi", "1. Melayani", "Kembalikan")
    assert superior.reads("Apa yang perlu dilengkapi Dewi Lestari")
    await superior.says("Mohon sebutkan jumlah <b>berkasnya</b> & harinya")
    await superior.taps("✓ Kirim")
    assert superior.reads("Dikembalikan. Dewi Lestari sudah diberi tahu")
    await world.waits(seconds=1)
    assert employee.reads("Ratna Dewi meminta Anda melengkapi satu catatan")
    assert employee.reads("Pesannya: “Mohon sebutkan jumlah <b>berkasnya</b> & harinya”")
    assert employee.reads(entry.receipt)
    assert await state(world, entry) == "returned"
    await employee.taps("Perbaiki")
    assert employee.reads("Melayani KTP-el")


async def test_after_a_return_the_next_is_a_tap_away(
    superior: Actor, world: World, staff: Staff
) -> None:
    await logged(world, staff.employee_id, "Berkas satu", day=FRIDAY)
    await logged(world, staff.employee_id, "Berkas dua")
    await superior.opens("setuju", "Dewi", "1. Berkas", "Kembalikan", "Jumlah belum sesuai")
    assert superior.buttons == ["Berikutnya ›", "Yang menunggu"]
    await superior.taps("Berikutnya ›")
    assert superior.reads("Berkas dua")
    await superior.taps("Kembalikan", "Buktinya belum ada")
    assert superior.buttons == ["Yang menunggu"]


@pytest.mark.parametrize("typed", ["setuju", "Setujui semua", "yang menunggu", "/setuju"])
async def test_what_a_button_says_may_be_typed(
    superior: Actor, world: World, staff: Staff, typed: str
) -> None:
    entry = await logged(world, staff.employee_id, "Berkas satu")
    await superior.says(typed)
    assert superior.reads("Menunggu persetujuan: 1 catatan")
    assert await state(world, entry) == "sent", "what waits is seen before it is approved"


async def test_giving_back_without_an_entry_shows_what_waits(
    superior: Actor, world: World, staff: Staff
) -> None:
    await logged(world, staff.employee_id, "Berkas satu")
    await superior.says("kembalikan")
    assert superior.reads("Menunggu persetujuan: 1 catatan")


async def test_evidence_that_is_not_there_is_not_said_to_be_unreadable(
    superior: Actor, world: World, staff: Staff
) -> None:
    await logged(world, staff.employee_id, "Berkas satu")
    await superior.opens("setuju", "Dewi")
    assert superior.reads("tanpa bukti")
    await superior.taps("1. Berkas", "Kembalikan")
    assert superior.buttons[0] == "Buktinya belum ada"
    assert "Buktinya belum dapat dibuka" not in superior.buttons


@pytest.mark.parametrize("said", ["Buktinya belum", "1", "buktinya belum dapat dibuka"])
async def test_a_usual_reason_is_a_tap_its_number_or_its_words(
    superior: Actor, employee: Actor, world: World, staff: Staff, said: str
) -> None:
    photo = (File("photo", "foto"),)
    entry = await logged(world, staff.employee_id, "Melayani KTP-el", evidence=photo)
    await superior.opens("setuju", "Dewi", "1. Melayani", "Kembalikan")
    await (superior.taps(said) if said == "Buktinya belum" else superior.says(said))
    await world.waits(seconds=1)
    assert employee.reads("Pesannya: “Buktinya belum dapat dibuka”")
    found = await world.run(lambda store: entries.entry(store, entry.id))
    assert found is not None
    assert found.reason == "Buktinya belum dapat dibuka"


async def test_a_reason_is_needed_and_stays_short(
    superior: Actor, employee: Actor, world: World, staff: Staff
) -> None:
    entry = await logged(world, staff.employee_id, "Melayani KTP-el")
    await superior.opens("setuju", "Dewi", "1. Melayani", "Kembalikan")
    await superior.sends("photo")
    assert superior.reads("Mohon tuliskan jawaban Anda dengan kata-kata.")
    await superior.says("a" * 1001)
    assert superior.reads("paling banyak 1.000")
    assert await state(world, entry) == "sent"
    assert not employee.has_read("melengkapi")


async def test_nothing_is_given_back_that_changed_meanwhile(
    superior: Actor, employee: Actor, world: World, staff: Staff
) -> None:
    entry = await logged(world, staff.employee_id, "Melayani KTP-el")
    await superior.opens("setuju", "Dewi", "1. Melayani", "Kembalikan")
    world.clock.forward(seconds=1)
    await corrected(world, entry, activity="Melayani 7 KTP-el")
    await superior.taps("Jumlah belum sesuai")
    assert superior.reads("tidak dikembalikan")
    await world.waits(seconds=1)
    assert not employee.has_read("melengkapi")
    await superior.taps("Lihat catatannya")
    assert superior.has_read("Melayani 7 KTP-el")
    assert await state(world, entry) == "sent"


async def test_an_approved_entry_can_be_given_back_until_its_quarter_is_appraised(
    superior: Actor, employee: Actor, world: World, staff: Staff
) -> None:
    entry = await logged(world, staff.employee_id, "Melayani KTP-el", state="approved")
    await superior.opens("tim", "Dewi Lestari", "Catatan terbaru")
    message, again = superior.button("Kembalikan: ")
    await superior.presses(message, again)
    await superior.taps("Uraian kurang jelas")
    await world.waits(seconds=1)
    assert employee.reads("Uraian kurang jelas")
    assert await state(world, entry) == "returned"
    await superior.presses(message, again)
    assert superior.has_read("tidak ada di antara yang dapat dikembalikan")

    def appraised(store: Store) -> None:
        entries.amend(store, replace(entry, state="approved"))
        quarter = Quarter.of(MONDAY)
        evaluations.rate(
            store,
            Appraisal(
                person_id=staff.employee_id,
                quarter=quarter,
                superior_id=staff.superior_id,
                result="sesuai",
                conduct="sesuai",
                reason="Baik",
                predikat="baik",
                rated_on=MONDAY,
            ),
        )

    await world.run(appraised)
    await superior.presses(message, again)
    assert superior.has_read("sudah dinilai")
    assert await state(world, entry) == "approved"


@pytest.mark.parametrize(("hours", "hushed"), [(0, False), (12, True), (22, True)])
async def test_at_night_the_employee_is_told_without_a_sound(
    employee: Actor, world: World, staff: Staff, hours: int, hushed: bool
) -> None:
    now = world.clock() + timedelta(hours=hours)

    def letter(store: Store) -> bool:
        letter = Letter((Text("nudged-resting", {"names": "Dewi"}),))
        assert tell(store, staff.employee_id, letter, now=now)
        sheet = select(letters.c.sheet).order_by(letters.c.id.desc()).limit(1)
        return "h" in json.loads(store.execute(sheet).scalar_one())

    assert await world.run(letter) is hushed


async def test_who_has_not_joined_is_to_be_told_in_person(
    superior: Actor, world: World, staff: Staff
) -> None:
    entry = await logged(world, staff.employee_id, "Melayani KTP-el")
    await superior.opens("setuju", "Dewi", "1. Melayani", "Kembalikan", "Jumlah belum sesuai")
    assert superior.reads("belum terhubung dengan Tilik")
    assert await state(world, entry) == "returned"


def every_opening(staff: Staff, entry: Entry) -> list[str]:
    mark = "9" * 16
    return [
        "setuju.",
        f"setuju.p{staff.employee_id}",
        f"setuju.p{staff.employee_id}.h0",
        f"setuju.e{entry.id}",
        f"setuju.y{entry.id}.{mark}",
        f"setuju.semua.{mark}.99",
        f"setuju.p{staff.employee_id}.semua.{mark}.99",
        f"kembalikan.{entry.id}",
        f"tim.p{staff.employee_id}",
        f"tim.c{staff.employee_id}",
        f"tim.ingatkan.2026-11-20.{staff.employee_id}",
        f"apresiasi.{staff.employee_id}",
    ]


@pytest.mark.parametrize("who", ["citizen", "colleague", "former", "elsewhere"])
async def test_nobody_else_sees_or_decides_anything(
    who: str,
    citizen: Actor,
    colleague: Actor,
    employee: Actor,
    superior: Actor,
    world: World,
    staff: Staff,
) -> None:
    entry = await logged(world, staff.employee_id, "Melayani KTP-el")
    actor = {"citizen": citizen, "colleague": colleague, "former": superior}.get(who)
    if who == "elsewhere":
        actor = await a_superior_elsewhere(world)
    assert actor is not None
    if who == "former":
        await world.run(
            lambda store: [
                posts.report_to(store, one, None, since=MONDAY)
                for one in (staff.employee_id, staff.colleague_id)
            ]
        )
    await actor.starts()
    before = actor.phone.messages[-1].id
    for opening in every_opening(staff, entry):
        await actor.presses(before, f"o.{opening}")
    await world.waits(seconds=1)
    assert not actor.has_read("Melayani KTP-el")
    assert await state(world, entry) == "sent"
    assert not employee.has_read("melengkapi")
    assert not employee.has_read("terima kasih atas kerja")
    assert not employee.has_read("Salam dari")


@pytest.mark.parametrize(
    "shape", ["setuju.e{}", "setuju.y{}." + "9" * 16, "kembalikan.{}", "setuju.p{}", "tim.p{}"]
)
async def test_what_is_foreign_and_what_is_absent_are_answered_alike(
    superior: Actor, world: World, staff: Staff, shape: str
) -> None:
    entry = await logged(world, staff.employee_id, "Melayani KTP-el")
    number = entry.id if "e{}" in shape or "y{}" in shape or "kem" in shape else staff.employee_id
    boss = await a_superior_elsewhere(world)
    await boss.says("tim")
    message = boss.phone.messages[-1].id
    answers = []
    for one in (number, 99999):
        await boss.presses(message, f"o.{shape.format(one)}")
        answers.append((boss.screen, boss.buttons))
    assert answers[0] == answers[1]


@pytest.mark.parametrize("opening", ["setuju.x", "kembalikan.x", "setuju.e1.2"])
async def test_a_made_up_button_shows_what_waits_at_most(
    superior: Actor, world: World, staff: Staff, opening: str
) -> None:
    await superior.says("tim")
    await superior.presses(superior.phone.messages[-1].id, f"o.{opening}")
    assert superior.has_read("tidak ada di antara yang")


async def test_one_person_with_nothing_waiting_is_named(
    superior: Actor, world: World, staff: Staff
) -> None:
    await superior.says("tim")
    message = superior.phone.messages[-1].id
    await superior.presses(message, f"o.setuju.p{staff.employee_id}")
    assert superior.reads("Tidak ada catatan Dewi Lestari yang menunggu.")


async def test_it_is_all_there_in_english(superior: Actor, world: World, staff: Staff) -> None:
    await logged(world, staff.employee_id, "Melayani KTP-el")
    await superior.opens("bahasa", "English")
    await superior.says("approve")
    assert superior.reads("Waiting for approval: 1 entry from 1 person")
    await superior.taps("✓ Approve all (1)")
    assert superior.reads("✓ 1 entry approved.")


async def test_what_was_approved_and_given_back_is_told_by_its_digest(
    superior: Actor, world: World, staff: Staff
) -> None:
    for activity in ("Melayani KTP-el", "Menata arsip", "Membuat laporan"):
        await logged(world, staff.employee_id, activity)
    await superior.opens("setuju", "Dewi", "1. Melayani", "✓ Setujui")
    await world.tilik.tidy()  # from here on the trail tells of all that is approved
    await superior.opens("setuju", "Dewi", "1. Menata", "Kembalikan", "Jumlah belum sesuai")
    await superior.opens("setuju", "✓ Setujui semua (1)")
    audit = await world.run(lambda store: audited(store, world.tilik.keys))
    assert audit.count == 0
    await world.run(opened_up)
    await world.run(lambda store: store.execute(update(rows).values(quantity="99")))
    audit = await world.run(lambda store: audited(store, world.tilik.keys))
    assert [one.id for one in audit.findings] == ["verify-entries-differ"]


async def test_the_job_that_lets_work_go_one_level_up(
    world: World, employee: Actor, superior: Actor, staff: Staff
) -> None:
    """As the timetable does it: what has waited five working days is read one level above."""

    def above(store: Store) -> None:
        bupati = people.add(store, "Bupati Contoh")
        unit = services.all_counters(store)[0].unit.id
        posts.place(store, bupati, unit, "Bupati", since=SINCE)
        posts.report_to(store, staff.superior_id, bupati, since=SINCE)
        met = addresses.meet(store, world.channel, "99001")
        addresses.change(store, met.address.id, person_id=bupati)

    await world.run(above)
    entry = await logged(world, staff.employee_id, "Menata arsip")
    _, job = jobs_of(world.tilik)["raise"]
    for _ in range(8):
        world.clock.forward(days=1)
        await job()
    await world.waits(seconds=1)
    assert superior.has_read("mulai hari ini Bupati Contoh juga dapat menyetujuinya")
    assert employee.has_read("Bupati Contoh juga dapat menyetujuinya, selain Ratna Dewi")
    query = select(rows.c.raised_on).where(rows.c.id == entry.id)
    assert await world.run(lambda store: store.execute(query).scalar()) is not None
