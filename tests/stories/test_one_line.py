"""A line of work needs no command: whoever works here writes it, and it is on its way."""

from __future__ import annotations

import pytest

from models.store import Store
from models.store.work import entries as work
from models.work import Entry
from tests.actors import Actor, World
from tests.office import Staff


async def entries(world: World, staff: Staff) -> list[Entry]:
    def read(store: Store) -> list[Entry]:
        return list(work.newest(store, staff.employee_id, most=50))

    return await world.run(read)


async def test_the_answer_to_the_evening_question_is_simply_written(
    employee: Actor, superior: Actor, world: World, staff: Staff
) -> None:
    await world.waits(hours=7, minutes=5)
    assert employee.reads("Apa yang Anda kerjakan hari ini")
    await employee.says("Melayani perekaman KTP-el")
    assert employee.reads("Kami catat: “Melayani perekaman KTP-el”.")
    assert employee.reads("Untuk sasaran yang mana?")
    await employee.taps("Tugas langsung atasan", "Lewati", "✓ Simpan")
    assert [kept.activity for kept in await entries(world, staff)] == ["Melayani perekaman KTP-el"]


async def test_what_answers_the_evening_question_answers_no_form_that_had_asked_before(
    employee: Actor, superior: Actor, world: World, staff: Staff
) -> None:
    await employee.opens("catat rapat", "Tugas langsung atasan")
    await world.waits(hours=7, minutes=5)
    assert employee.reads("Apa yang Anda kerjakan hari ini")
    await employee.says("ya")
    assert employee.reads("Apa yang Anda kerjakan?")
    await employee.says("Melayani 12 akta")
    await employee.taps("Tugas langsung atasan", "Lewati", "✓ Simpan")
    assert employee.reads("Kita lanjutkan catatan kerja yang tadi.")
    assert employee.reads("Berapa banyak")
    await employee.opens("3 laporan", "✓ Simpan")
    kept = [one.activity for one in await entries(world, staff)]
    assert kept == ["rapat", "Melayani 12 akta"]


async def test_what_was_begun_rests_until_it_is_opened_again(
    employee: Actor, world: World, staff: Staff
) -> None:
    await employee.opens("catat rapat", "Tugas langsung atasan")
    old = employee.button("Lewati")
    await employee.says("bahasa")
    await employee.says("batal")
    assert employee.reads("Tetap tersimpan sampai Anda buka lagi: catatan kerja.")
    await employee.says("batal")
    assert employee.reads("Tidak ada yang sedang diisi")
    await employee.presses(*old)
    assert employee.reads("Kita lanjutkan catatan kerja yang tadi.")
    await employee.taps("Lewati", "✓ Simpan")
    assert [one.activity for one in await entries(world, staff)] == ["rapat"]


@pytest.mark.parametrize("words", ["catat rapat", "Catat  rapat", "catat: rapat"])
async def test_the_work_may_follow_the_word_at_once(
    employee: Actor, world: World, staff: Staff, words: str
) -> None:
    await employee.says(words)
    assert employee.reads("Untuk sasaran yang mana?")
    assert not employee.reads("Kami catat")
    await employee.taps("Tugas langsung atasan", "Lewati", "✓ Simpan")
    assert [kept.activity for kept in await entries(world, staff)] == ["rapat"]


async def test_a_photo_with_words_under_it_is_work_too(
    employee: Actor, world: World, staff: Staff
) -> None:
    employee.phone.sends("photo", b"x", name="foto.jpg", caption="Membersihkan arsip")
    await world.settles()
    assert employee.reads("Untuk sasaran yang mana?")
    await employee.taps("Tugas langsung atasan", "Lewati", "✓ Simpan")
    (kept,) = await entries(world, staff)
    assert (kept.activity, len(kept.evidence)) == ("Membersihkan arsip", 1)


async def test_a_photo_without_words_is_kept_and_asked_for_them(
    employee: Actor, world: World, staff: Staff
) -> None:
    await employee.sends("photo")
    assert employee.reads("Sudah kami simpan sebagai bukti. Apa yang Anda kerjakan?")
    await employee.opens("Membersihkan arsip", "Tugas langsung atasan", "Lewati", "✓ Simpan")
    (kept,) = await entries(world, staff)
    assert (kept.activity, len(kept.evidence)) == ("Membersihkan arsip", 1)


async def test_what_was_no_work_is_taken_back_with_a_word(
    employee: Actor, world: World, staff: Staff
) -> None:
    await employee.says("Wah hari ini panas sekali")
    assert employee.reads("Bukan pekerjaan? Ketik batal.")
    await employee.says("batal")
    assert employee.reads("Baik, dibatalkan.")
    assert await entries(world, staff) == []


@pytest.mark.parametrize("words", ["Rapat", "Bagaimana cara cuti?", "nilai Dewi", "/entah apa"])
async def test_what_is_hardly_work_is_met_with_a_way_to_log(employee: Actor, words: str) -> None:
    await employee.says(words)
    assert employee.reads("belum memahami")
    assert employee.reads("tulis saja dalam satu baris")


async def test_a_place_is_no_work(employee: Actor) -> None:
    await employee.locates(-6.2, 106.8)
    assert employee.reads("belum memahami")


async def test_who_does_not_work_here_logs_nothing(citizen: Actor) -> None:
    await citizen.sends("photo")
    assert citizen.reads("ketik kode yang tertulis di loket")
    await citizen.says("catat rapat")
    assert citizen.reads("Ini untuk pegawai yang sudah terdaftar.")
    await citizen.says("Melayani perekaman KTP-el")
    assert citizen.reads("Bila maksud Anda lain, ketik bantuan.")


async def test_a_receipt_stays_to_be_read_whatever_is_tapped_under_it(employee: Actor) -> None:
    await employee.opens("catat rapat", "Tugas langsung atasan", "Lewati", "✓ Simpan")
    for label in ("Nilai saya", "Riwayat", "Catat lagi"):
        await employee.taps(label)
        assert employee.has_read("Nomor catatan: TLK-")
    assert employee.reads("Apa yang Anda kerjakan?")


async def test_words_of_before_and_words_too_early_are_both_offered(
    employee: Actor, world: World, staff: Staff
) -> None:
    await employee.opens("catat rapat", "Tugas langsung atasan")
    await employee.says("banyak sekali")
    assert employee.reads("Mohon tuliskan jumlahnya dengan angka")
    await employee.taps("Lewati", "Ubah uraian")
    assert employee.buttons[:2] == ["Pakai: “banyak sekali”", "Pakai: “rapat”"]
    await employee.taps("Pakai: “rapat”")
    assert employee.reads("Sudah sesuai?")
    await employee.taps("Ubah uraian")
    assert employee.buttons[:1] == ["Pakai: “rapat”"]


async def test_a_number_is_no_choice_where_a_number_is_asked_for(employee: Actor) -> None:
    for _ in range(2):
        await employee.opens("catat rapat", "Tugas langsung atasan")
        await employee.opens("3 laporan", "✓ Simpan")
    await employee.opens("catat rapat", "Tugas langsung atasan")
    await employee.says("entah")
    await employee.says("entah lagi")
    assert employee.reads("Contoh: “3” atau “1.200”.")
    assert not employee.reads("pilihan terakhir")


@pytest.mark.parametrize("words", ["Ya.", "sudah", "kirim"])
async def test_yes_saves_what_the_card_shows(
    employee: Actor, world: World, staff: Staff, words: str
) -> None:
    await employee.opens("catat rapat", "Tugas langsung atasan", "Lewati")
    await employee.says(words)
    assert employee.reads("✓ Tercatat: rapat.")
    assert len(await entries(world, staff)) == 1


async def test_who_corrects_a_returned_entry_reads_why_it_came_back(
    employee: Actor, world: World, staff: Staff
) -> None:
    await employee.opens("catat rapat", "Tugas langsung atasan", "Lewati")
    await employee.opens("ya", "Riwayat", "1", "Perbaiki")
    assert not employee.reads("Alasan dikembalikan")
    await employee.says("batal")

    def give_back(store: Store) -> None:
        (entry,) = work.newest(store, staff.employee_id, most=1)
        work.decide(
            store,
            entry.id,
            by=staff.superior_id,
            seen_at=world.clock(),
            reason="Mohon lampirkan notulen.",
        )

    await world.run(give_back)
    await employee.opens("riwayat", "1", "Perbaiki")
    assert employee.reads("Alasan dikembalikan: Mohon lampirkan notulen.")
    assert employee.reads("Sudah sesuai?")


async def test_looking_around_by_taps_does_not_repeat_the_open_question(employee: Actor) -> None:
    await employee.opens("catat rapat", "Tugas langsung atasan")
    await employee.says("saya")
    assert employee.reads("Berapa banyak")
    asked = sum("Berapa banyak" in bubble.text for bubble in employee.phone.messages)
    await employee.taps("Kuantitas", "‹ Semua bagian")
    assert sum("Berapa banyak" in one.text for one in employee.phone.messages) == asked
    await employee.says("3 laporan")
    assert employee.reads("Jumlah: 3 laporan")
