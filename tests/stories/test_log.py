"""Catat, riwayat, bukti, cuti: what a civil servant did, in their own words, with few taps."""

from __future__ import annotations

from datetime import date, timedelta
from decimal import Decimal

import pytest

from handlers.engine import conversation
from handlers.engine.question import NotUnderstood
from handlers.engine.said import GivenFile, Located, Typed
from handlers.staff.log.questions import Tell
from models.store import Store
from models.store.people import leaves
from models.store.work import entries as work
from models.store.work import targets
from models.work import Entry
from tests.actors import Actor, World
from tests.office import Staff

MONDAY = date(2026, 11, 23)


async def entries(world: World, staff: Staff) -> list[Entry]:
    def read(store: Store) -> list[Entry]:
        return list(work.newest(store, staff.employee_id, most=50))

    return await world.run(read)


async def logs(who: Actor, activity: str = "Melayani KTP-el", amount: str = "12") -> None:
    """The shortest way: words, target, number, save."""
    await who.says("catat")
    await who.opens(activity, "Layanan selesai")
    await who.opens(amount, "✓ Simpan")


async def test_a_day_is_logged_with_four_steps_and_has_a_receipt(
    employee: Actor, superior: Actor, world: World, staff: Staff
) -> None:
    await employee.says("catat")
    assert employee.reads("Apa yang Anda kerjakan?")
    await employee.says("Melayani permohonan KTP-el")
    assert employee.reads("Untuk sasaran yang mana?")
    await employee.taps("Layanan selesai tepat waktu")
    assert employee.reads("Berapa banyak (berkas)?")
    await employee.says("12")
    assert employee.reads("Jumlah: 12 berkas")
    assert employee.reads("Hari: Hari ini (Senin, 23 Nov 2026)")
    await employee.taps("✓ Simpan")
    assert employee.reads("✓ Tercatat: Melayani permohonan KTP-el. Nomor catatan: TLK-")
    assert employee.reads("Menunggu persetujuan Ratna Dewi.")
    kept = (await entries(world, staff))[0]
    assert (kept.quantity, kept.measure, kept.day) == (Decimal(12), "berkas", MONDAY)
    assert kept.state == "sent"


async def test_another_can_be_logged_from_the_receipt(
    employee: Actor, world: World, staff: Staff
) -> None:
    await logs(employee)
    await employee.taps("Catat lagi")
    await employee.opens("Rapat koordinasi", "Tugas langsung atasan")
    await employee.says("1 laporan")
    assert employee.reads("Sasaran: Tugas langsung atasan")
    assert employee.reads("Jumlah: 1 laporan")
    await employee.taps("✓ Simpan")
    assert len(await entries(world, staff)) == 2


async def test_everything_on_the_card_can_be_changed_before_it_is_saved(
    employee: Actor, world: World, staff: Staff
) -> None:
    await employee.says("catat")
    await employee.opens("Melayani", "Layanan selesai", "Lewati")
    assert employee.reads("Jumlah: –")
    await employee.taps("Ubah uraian")
    await employee.opens("Melayani akta", "Ubah sasaran", "Aduan warga", "Ubah jumlah")
    await employee.says("2,5")
    assert employee.reads("Jumlah: 2,5 aduan")
    await employee.taps("Ubah hari", "Kemarin", "Isi jam")
    await employee.says("pagi")
    assert employee.reads("Mohon tuliskan jam mulai dan selesai")
    await employee.says("8 sampai 10.30")
    assert employee.reads("Jam: 08.00–10.30")
    await employee.taps("Tambah bukti")
    await employee.says("https://contoh.go.id/laporan.pdf")
    assert employee.reads("Bukti: 1 berkas")
    await employee.taps("Hapus bukti")
    assert employee.reads("Bukti: –")
    await employee.taps("✓ Simpan")
    assert employee.reads("Pekerjaan 22 November 2026, dicatat 23 November 2026")
    kept = (await entries(world, staff))[0]
    assert kept.activity == "Melayani akta"
    assert kept.span is not None
    assert kept.span[1] - kept.span[0] == timedelta(minutes=150)


async def test_a_photo_with_words_under_it_is_an_entry_with_evidence(
    employee: Actor, world: World, staff: Staff
) -> None:
    await employee.says("catat")
    employee.phone.sends("photo", b"x", name="foto.jpg", caption="Membersihkan arsip")
    await world.settles()
    await employee.taps("Tugas langsung atasan", "Lewati")
    assert employee.reads("Membersihkan arsip")
    assert employee.reads("Bukti: 1 berkas")


async def test_a_file_that_comes_before_the_words_is_kept_as_evidence(
    employee: Actor, world: World, staff: Staff
) -> None:
    await employee.says("catat")
    await employee.sends("photo")
    assert employee.reads("Sudah kami simpan sebagai bukti. Apa yang Anda kerjakan?")
    await employee.sends("document", b"isi", "rekap.pdf")
    await employee.says("Membersihkan arsip")
    await employee.says("koreksi")
    assert [label for label in employee.buttons if label.startswith("Ubah:")] == [
        "Ubah: Membersihkan arsip"
    ]
    await employee.taps("Lanjutkan mengisi", "Tugas langsung atasan", "Lewati")
    assert employee.reads("Bukti: 2 berkas")
    await employee.taps("✓ Simpan")
    (kept,) = await entries(world, staff)
    assert [file.kind for file in kept.evidence] == ["photo", "document"]


async def test_a_photo_that_explains_anew_is_evidence_too(
    employee: Actor, world: World, staff: Staff
) -> None:
    await employee.says("catat")
    await employee.opens("Membersihkan", "Tugas langsung atasan", "Lewati", "Ubah uraian")
    employee.phone.sends("photo", b"x", name="foto.jpg", caption="Membersihkan arsip")
    await world.settles()
    assert employee.reads("Membersihkan arsip")
    assert employee.reads("Bukti: 1 berkas")


async def test_a_file_sent_to_the_card_is_evidence(
    employee: Actor, superior: Actor, world: World, staff: Staff
) -> None:
    await employee.says("catat")
    await employee.opens("Melayani", "Layanan selesai")
    await employee.says("3")
    await employee.sends("document", b"isi", "rekap.pdf")
    await employee.says("https://contoh.go.id/rekap")
    await employee.says("tidak jelas")
    assert employee.reads("Mohon ketuk salah satu tombol")
    await employee.locates(-6.2, 106.8)
    assert employee.reads("Mohon ketuk salah satu tombol")
    await employee.taps("✓ Simpan")
    kept = (await entries(world, staff))[0]
    assert [file.kind for file in kept.evidence] == ["document", "link"]
    await employee.taps("Riwayat", "1", "Bukti 1: dokumen")
    assert employee.phone.messages[-1].document
    await employee.taps("Bukti 2: tautan")
    assert employee.reads("https://contoh.go.id/rekap")
    await superior.says("halo")
    message, _ = superior.button("Bantuan")
    await superior.presses(message, f"o.bukti.{kept.id}.1")
    assert superior.phone.messages[-1].document


@pytest.mark.parametrize("opening", ["1.0", "1.9", "99.1", "x"])
async def test_evidence_that_is_not_there_or_not_ones_own_is_refused_alike(
    employee: Actor, colleague: Actor, opening: str
) -> None:
    await logs(employee)
    message, _ = employee.button("Catat lagi")
    await employee.presses(message, f"o.bukti.{opening}")
    assert employee.has_read("Catatan itu tidak ada")
    await logs(colleague)
    message, _ = colleague.button("Catat lagi")
    await colleague.presses(message, "o.bukti.1.1")
    assert colleague.has_read("Catatan itu tidak ada")


async def test_a_number_in_another_measure_is_said_not_to_count(employee: Actor) -> None:
    await employee.says("catat")
    await employee.opens("Melayani", "Layanan selesai")
    await employee.says("3 jam")
    assert employee.reads("sasaran dihitung dalam berkas")


async def test_a_day_to_come_and_a_closed_one_are_refused_with_the_reason(
    employee: Actor,
) -> None:
    await employee.says("catat")
    await employee.opens("Melayani", "Layanan selesai")
    await employee.opens("3", "Ubah hari")
    await employee.says("24/11/2026")
    assert employee.reads("24 November 2026 belum tiba")
    await employee.says("1 juni 2026")
    assert employee.reads("1 Juni 2026 sudah ditutup")
    await employee.says("entah")
    assert employee.reads("Mohon pilih atau ketik tanggalnya")
    await employee.says("kemarin")
    assert employee.reads("Hari: Kemarin (Minggu, 22 Nov 2026)")


async def test_moving_an_entry_to_another_quarter_asks_for_that_quarters_target(
    employee: Actor, world: World, staff: Staff
) -> None:
    world.clock.forward(days=42)  # Monday, 4 January 2027: the window of the last quarter is open
    await employee.says("catat")
    await employee.says("Melayani")
    await employee.says("3")
    assert employee.reads("Sasaran: Tugas langsung atasan")
    await employee.taps("Ubah hari")
    await employee.says("31 Desember")
    assert employee.reads("Untuk sasaran yang mana?")
    await employee.taps("Layanan selesai", "✓ Simpan")
    kept = (await entries(world, staff))[0]
    assert (kept.day, kept.entered_on) == (date(2026, 12, 31), date(2027, 1, 4))


async def test_a_late_entry_is_accepted_and_shows_both_days(employee: Actor) -> None:
    await employee.says("catat")
    await employee.opens("Melayani", "Layanan selesai")
    await employee.opens("3", "Ubah hari")
    await employee.opens("16 November", "✓ Simpan")
    assert employee.reads("Terlambat: pekerjaan 16 November 2026, dicatat 23 November 2026")


async def test_hours_that_overlap_are_a_warning(employee: Actor) -> None:
    for activity in ("Melayani", "Rapat"):
        await employee.says("catat")
        await employee.opens(activity, "Tugas langsung", "Lewati", "Isi jam")
        await employee.opens("08.00-10.00", "✓ Simpan")
    assert employee.reads("bertumpang tindih dengan “Melayani”")


async def test_a_line_that_was_begun_waits_for_days_and_keeps_its_day(
    employee: Actor, world: World, staff: Staff
) -> None:
    await employee.says("catat")
    await employee.opens("Melayani", "Layanan selesai")
    await employee.says("3")
    await world.waits(days=2)
    await employee.says("riwayat")
    assert employee.has_read("Belum ada catatan")
    assert employee.reads("Sudah sesuai?")
    await employee.taps("✓ Simpan")
    kept = (await entries(world, staff))[0]
    assert (kept.day, kept.entered_on) == (MONDAY, date(2026, 11, 25))


async def test_going_back_and_giving_up_lose_nothing_that_was_saved(
    employee: Actor, world: World, staff: Staff
) -> None:
    await logs(employee)
    await employee.says("catat")
    await employee.opens("Salah", "‹ Kembali")
    assert employee.reads("Apa yang Anda kerjakan?")
    await employee.says("batal")
    assert employee.reads("dibatalkan")
    assert len(await entries(world, staff)) == 1


async def test_an_entry_can_be_opened_corrected_withdrawn_and_taken_back(
    employee: Actor, world: World, staff: Staff
) -> None:
    await logs(employee)
    receipt = (await entries(world, staff))[0].receipt
    await employee.says("riwayat")
    assert employee.reads("1. 23 Nov 2026 · Melayani KTP-el · 12 berkas · menunggu persetujuan")
    await employee.taps("1")
    assert employee.reads(receipt)
    await employee.taps("Perbaiki")
    assert employee.reads("Jumlah: 12 berkas")
    await employee.taps("Ubah jumlah")
    await employee.opens("14", "✓ Simpan")
    assert employee.reads(f"Nomor catatan tetap {receipt}")
    await employee.taps("Riwayat", "1", "Tarik")
    assert employee.reads("ditarik")
    message, _ = employee.button("Pulihkan")
    await employee.presses(message, f"o.catat.b{(await entries(world, staff))[0].id}")
    assert employee.has_read("Catatan ini sudah ditarik")
    await employee.opens(receipt, "Pulihkan")
    assert employee.reads("menunggu persetujuan")
    kept = (await entries(world, staff))[0]
    assert (kept.quantity, kept.state) == (Decimal(14), "sent")


async def test_moving_a_corrected_entry_to_another_day_is_entered_anew(
    employee: Actor, world: World, staff: Staff
) -> None:
    await logs(employee)
    world.clock.forward(days=1)
    number = (await entries(world, staff))[0].id
    message, _ = employee.button("Catat lagi")
    await employee.presses(message, f"o.catat.b{number}")
    await employee.taps("Ubah hari", "Hari ini", "✓ Simpan")
    kept = (await entries(world, staff))[0]
    assert kept.day == kept.entered_on == date(2026, 11, 24)


async def test_what_is_approved_is_neither_corrected_nor_withdrawn(
    employee: Actor, world: World, staff: Staff
) -> None:
    await logs(employee)
    entry = (await entries(world, staff))[0]
    await world.run(lambda s: work.decide(s, entry.id, by=staff.superior_id, seen_at=world.clock()))
    message, _ = employee.button("Catat lagi")
    await employee.presses(message, f"o.catat.b{entry.id}")
    assert employee.has_read("sudah disetujui")
    await employee.presses(message, f"o.riwayat.x{entry.id}")
    await employee.presses(message, f"o.riwayat.e{entry.id}")
    assert "Perbaiki" not in employee.buttons
    assert (await entries(world, staff))[0].state == "approved"


async def test_a_returned_entry_shows_why_and_goes_back_to_the_same_place(
    employee: Actor, world: World, staff: Staff
) -> None:
    await logs(employee)
    entry = (await entries(world, staff))[0]
    await world.run(
        lambda s: work.decide(
            s, entry.id, by=staff.superior_id, seen_at=world.clock(), reason="Belum ada bukti"
        )
    )
    await employee.opens("riwayat", "1")
    assert employee.reads("Alasan dikembalikan: Belum ada bukti")
    await employee.taps("Tarik", "Pulihkan")
    assert employee.reads("dikembalikan")
    await employee.taps("Perbaiki", "✓ Simpan")
    kept = (await entries(world, staff))[0]
    assert (kept.state, kept.returned_before, kept.reason) == ("sent", True, None)


async def test_a_draft_from_the_last_day_is_two_taps(
    employee: Actor, world: World, staff: Staff
) -> None:
    await logs(employee)
    number = (await entries(world, staff))[0].id
    world.clock.forward(days=1)
    message, _ = employee.button("Catat lagi")
    await employee.presses(message, f"o.catat.d{number}")
    assert employee.reads("Hari: Hari ini (Selasa, 24 Nov 2026)")
    await employee.taps("✓ Simpan")
    first, second = await entries(world, staff)
    assert (first.day, second.day) == (date(2026, 11, 24), MONDAY)
    assert first.quantity == second.quantity


async def test_a_target_can_be_logged_for_directly(
    employee: Actor, world: World, staff: Staff
) -> None:
    from models.quarter import Quarter

    await logs(employee)
    here = await world.run(lambda s: targets.of_person(s, staff.employee_id, Quarter.of(MONDAY)))
    message, _ = employee.button("Catat lagi")
    await employee.presses(message, f"o.catat.t{here[0].id}")
    await employee.taps("Pakai: “Melayani KTP-el”", "12 berkas")
    assert employee.reads("Sasaran: Layanan selesai tepat waktu")
    await employee.says("batal")
    await employee.presses(message, f"o.catat.t{here[1].id}")
    assert employee.button("Pakai: “Aduan warga ditanggapi”")
    await employee.presses(message, "o.catat.t9999")
    assert employee.has_read("Apa yang Anda kerjakan?")


@pytest.mark.parametrize(
    "opening",
    [
        "riwayat.e1",
        "riwayat.x1",
        "riwayat.y1",
        "catat.b1",
        "catat.d1",
        "riwayat.TLK-AAAAAA",
        "riwayat.zzz",
    ],
)
async def test_nobody_elses_entry_is_there(employee: Actor, colleague: Actor, opening: str) -> None:
    await logs(employee)
    await colleague.says("halo")
    message, _ = colleague.button("Bantuan")
    await colleague.presses(message, f"o.{opening}")
    assert colleague.has_read("Catatan itu tidak ada")
    assert not colleague.has_read("12 berkas")


@pytest.mark.parametrize("words", ["catat", "riwayat", "cuti"])
async def test_a_citizen_logs_nothing(citizen: Actor, words: str) -> None:
    await citizen.says(words)
    assert citizen.reads("Ini untuk pegawai yang sudah terdaftar")


async def test_a_long_history_has_pages(employee: Actor, world: World, staff: Staff) -> None:
    def many(store: Store) -> None:
        for number in range(8):
            entry = Entry(0, "", staff.employee_id, MONDAY, MONDAY, f"Kerja {number}")
            work.add(store, Entry(**{**entry.__dict__, "sent_at": world.clock()}))

    await world.run(many)
    await employee.says("riwayat")
    assert employee.reads("Kerja 7")
    await employee.taps("Berikutnya ›")
    assert employee.reads("Kerja 0")
    await employee.taps("‹ Sebelumnya")
    assert employee.reads("Kerja 7")


async def test_leave_today_is_two_taps_and_can_be_undone(
    employee: Actor, world: World, staff: Staff
) -> None:
    await employee.opens("cuti", "Hari ini")
    assert employee.reads("✓ Cuti dicatat untuk 23 November 2026.")
    assert await world.run(lambda s: leaves.away(s, staff.employee_id)) == {MONDAY}
    await employee.taps("Batalkan cuti ini")
    assert employee.reads("✓ Cuti 23 November 2026 dibatalkan.")
    assert not await world.run(lambda s: leaves.away(s, staff.employee_id))


async def test_a_longer_leave_has_a_first_and_a_last_day(
    employee: Actor, world: World, staff: Staff
) -> None:
    await employee.opens("cuti", "Tanggal lain")
    await employee.says("30 november")
    await employee.says("29 november")
    assert employee.reads("terlalu awal")
    await employee.says("1 desember 2028")
    assert employee.reads("terlalu jauh")
    await employee.says("rabu")
    assert employee.reads("dari 30 November 2026 sampai 2 Desember 2026")
    assert len(await world.run(lambda s: leaves.away(s, staff.employee_id))) == 3
    await employee.opens("cuti", "Batalkan cuti 30 Nov")
    assert employee.reads("✓ Cuti 30 November 2026 sampai 2 Desember 2026 dibatalkan.")


async def test_leaves_that_meet_are_one_leave(employee: Actor, world: World, staff: Staff) -> None:
    for first, last in (("besok", "25/11"), ("25/11", "27/11"), ("30/11", "30/11")):
        await employee.opens("cuti", "Tanggal lain")
        await employee.says(first)
        await employee.says(last)
    await employee.says("cuti")
    assert employee.buttons[3:] == [
        "Batalkan cuti 24 Nov 2026 – 27 Nov 2026",
        "Batalkan cuti 30 Nov 2026",
    ]
    await employee.taps("Batalkan cuti 24 Nov")
    assert await world.run(lambda s: leaves.away(s, staff.employee_id)) == {date(2026, 11, 30)}


async def test_a_day_of_leave_that_is_not_understood_is_shown_how_to_write(
    employee: Actor,
) -> None:
    await employee.opens("cuti", "Tanggal lain")
    await employee.says("kapan-kapan")
    assert employee.reads("atau “besok”")


async def test_tomorrow_is_offered_too(employee: Actor) -> None:
    await employee.opens("cuti", "Besok")
    assert employee.reads("24 November 2026")


async def test_nobody_cancels_somebody_elses_leave(
    employee: Actor, colleague: Actor, world: World, staff: Staff
) -> None:
    await employee.opens("cuti", "Hari ini")
    await colleague.says("cuti")
    message, _ = colleague.button("Hari ini")
    await colleague.presses(message, "o.cuti.x1")
    assert colleague.has_read("Cuti itu tidak ada")
    await colleague.presses(message, "o.cuti.x99")
    assert await world.run(lambda s: leaves.away(s, staff.employee_id)) == {MONDAY}


async def test_the_log_speaks_english_to_who_wants_it(employee: Actor) -> None:
    await employee.opens("bahasa", "English")
    await employee.says("log")
    await employee.opens("Served citizens", "Layanan selesai")
    await employee.says("3")
    assert employee.reads("Is this right?")
    await employee.taps("✓ Save")
    assert employee.reads("Receipt number TLK-")


async def test_a_correction_on_the_card_leads_back_to_what_was_said(employee: Actor) -> None:
    await employee.says("catat")
    await employee.opens("Melayani", "Layanan selesai")
    await employee.says("3")
    await employee.sends("photo")
    await employee.says("koreksi")
    assert employee.reads("Jawaban mana yang ingin Anda ubah?")
    await employee.taps("Ubah: Melayani")
    assert employee.reads("Apa yang Anda kerjakan?")


async def test_an_overlap_of_two_others_is_no_matter_of_this_entry(employee: Actor) -> None:
    for activity, hours in (("A", "08.00-10.00"), ("B", "09.00-11.00"), ("C", "13.00-14.00")):
        await employee.says("catat")
        await employee.opens(activity, "Tugas langsung", "Lewati", "Isi jam")
        await employee.opens(hours, "✓ Simpan")
    assert employee.reads("Tercatat: C")
    assert not employee.reads("bertumpang tindih")


def test_files_that_follow_the_words_are_theirs_and_stay_theirs_after_an_edit() -> None:
    tell, photo = Tell("log-activity"), [GivenFile("photo", f"f{n}") for n in range(9)]
    first = tell.read(GivenFile("photo", "f0", caption="12 akta"), str)
    both = tell.extended(first, photo[1], str)
    assert tell.fits(tell.kept(both)) == both
    now = tell.edited(both, GivenFile("photo", "f0", caption="21 akta"), str)
    assert (now.words, [one.file for one in now.files]) == ("21 akta", ["f0", "f1"])
    assert tell.edited(both, Typed("21 akta"), str).files == both.files
    for more in photo[:8]:
        both = tell.extended(both, more, str)
    with pytest.raises(NotUnderstood, match="evidence-full"):
        tell.extended(both, photo[8], str)
    assert [one.file for one in both.files] == ["f0", "f1", *(f"f{n}" for n in range(8))]
    for odd in (Typed("a"), Located(1, 2), GivenFile("video", "v")):  # type: ignore[arg-type]
        with pytest.raises(NotUnderstood):
            tell.extended(first, odd, str)


def test_what_was_told_in_another_shape_is_asked_again() -> None:
    with pytest.raises(NotUnderstood):
        Tell("log-activity").fits("only words")


async def test_a_form_that_is_full_says_so_and_can_still_be_saved(
    employee: Actor, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(conversation, "LONGEST_FORM", 12)
    await employee.says("catat")
    await employee.opens("Melayani akta", "Layanan selesai")
    await employee.says("3")
    for number in range(9):
        if not employee.reads("sudah memuat"):
            await employee.taps("Ubah jumlah")
        if not employee.reads("sudah memuat"):
            await employee.says(str(number))
    assert employee.reads("sudah memuat 300 jawaban")
    await employee.taps("✓ Simpan")
    assert employee.has_read("✓ Tercatat")
