"""The ways through a form: back, correct, cancel, park, expire, stale and doubled taps."""

from __future__ import annotations

import pytest

from models.ratings import DAILY
from tests.actors import Actor, World
from tests.stories.test_rating import counted, rating_rows


async def test_back_asks_the_question_before_and_takes_its_answer_back(
    citizen: Actor, world: World
) -> None:
    await citizen.scans("KTP-el, loket 1")
    await citizen.taps("😞 Tidak baik", "‹ Kembali")
    assert citizen.reads("Bagaimana layanan")
    assert await counted(world, DAILY) == {}
    await citizen.taps("😊 Sangat baik")
    assert await counted(world, DAILY) == {("overall", 4): 1}


async def test_back_by_word_works_too(citizen: Actor) -> None:
    await citizen.scans("KTP-el, loket 1")
    await citizen.taps("🙂 Baik")
    await citizen.says("kembali")
    assert citizen.reads("Bagaimana layanan")


async def test_one_answer_can_be_corrected(citizen: Actor, world: World) -> None:
    await citizen.scans("KTP-el, loket 1")
    await citizen.taps("😞 Tidak baik", "Sesuai")
    await citizen.says("koreksi")
    assert citizen.buttons[0] == "Ubah: 😞 Tidak baik"
    await citizen.taps("Ubah: 😞", "🙂 Baik")
    assert await counted(world, DAILY) == {("overall", 3): 1}


async def test_correcting_nothing_leads_back_to_the_open_question(citizen: Actor) -> None:
    await citizen.scans("KTP-el, loket 1")
    await citizen.says("koreksi")
    assert citizen.reads("Bagaimana layanan")
    await citizen.taps("🙂 Baik")
    await citizen.opens("koreksi", "Lanjutkan mengisi")
    assert citizen.reads("persyaratannya sesuai")


async def test_cancel_takes_the_rating_back(citizen: Actor, world: World) -> None:
    await citizen.scans("KTP-el, loket 1")
    await citizen.taps("😞 Tidak baik")
    await citizen.says("batal")
    assert citizen.reads("Penilaian Anda untuk KTP-el kami hapus")
    assert await counted(world, DAILY) == {}
    assert await world.run(rating_rows) == []
    await citizen.scans("KTP-el, loket 1")
    assert citizen.reads("Bagaimana layanan")


async def test_cancel_without_a_form_says_so(citizen: Actor) -> None:
    await citizen.says("batal")
    assert citizen.reads("Tidak ada yang sedang diisi")


async def test_a_doubled_tap_changes_nothing(citizen: Actor, world: World) -> None:
    await citizen.scans("KTP-el, loket 1")
    message, data = citizen.button("🙂 Baik")
    await citizen.presses(message, data)
    shown = citizen.screen
    await citizen.presses(message, data)
    assert citizen.screen.endswith(shown)
    if world.on_whatsapp:
        assert citizen.bubbles == 3
        assert citizen.reads("Tombol ini sudah tidak berlaku")
    else:
        assert citizen.bubbles == 1
        assert citizen.phone.toasts[-1] == "Tombol ini sudah tidak berlaku"
    assert await counted(world, DAILY) == {("overall", 3): 1}


async def test_a_stale_tap_shows_the_open_question_again(citizen: Actor) -> None:
    await citizen.scans("KTP-el, loket 1")
    old = citizen.button("🙂 Baik")
    await citizen.says("baik")
    await citizen.presses(*old)
    assert citizen.reads("persyaratannya sesuai")
    assert citizen.bubbles == 3


async def test_a_button_of_a_closed_form_offers_a_new_start(citizen: Actor) -> None:
    await citizen.scans("KTP-el, loket 1")
    old = citizen.button("🙂 Baik")
    await citizen.says("batal")
    await citizen.presses(*old)
    assert citizen.has_read("sudah ditutup")


async def test_a_made_up_button_is_a_stale_one(citizen: Actor, world: World) -> None:
    await citizen.scans("KTP-el, loket 1")
    message, _ = citizen.button("🙂 Baik")
    for data in ("", "x", "a.1", "a.999.0.4", "a.x.y.z", "o.tidakada.1", "v.1.2.page-99999", "💥"):
        await citizen.presses(message, data)
        assert citizen.reads("Bagaimana layanan")
    assert (await world.verified()).ratings == 0


async def test_nonsense_gets_a_hint_then_an_example_and_a_way_out(citizen: Actor) -> None:
    await citizen.scans("KTP-el, loket 1")
    await citizen.says("entahlah bagaimana ya")
    assert citizen.reads("ketik nomornya")
    assert citizen.reads("Bagaimana layanan")
    await citizen.says("entahlah bagaimana ya")
    assert citizen.reads("Contoh: ketik “4”")
    assert citizen.reads("batal")


async def test_an_ambiguous_beginning_narrows_the_choices(citizen: Actor) -> None:
    await citizen.says("nilai")
    await citizen.says("loket")
    assert citizen.reads("Ada 3 yang cocok")
    await citizen.says("kartu")
    assert citizen.reads("Kartu Keluarga")


async def test_another_form_parks_the_first_and_offers_it_again(citizen: Actor) -> None:
    await citizen.scans("KTP-el, loket 1")
    await citizen.taps("🙂 Baik")
    await citizen.says("bahasa")
    assert citizen.reads("Bahasa apa yang ingin Anda pakai")
    await citizen.taps("Bahasa Indonesia")
    assert citizen.reads("Kita lanjutkan penilaian KTP-el yang tadi")
    assert citizen.reads("persyaratannya sesuai")
    await citizen.taps("Sesuai")
    assert citizen.reads("Ada pesan?")


async def test_help_in_mid_form_comes_back_to_the_question(citizen: Actor) -> None:
    await citizen.scans("KTP-el, loket 1")
    await citizen.taps("🙂 Baik")
    await citizen.says("bantuan")
    assert citizen.has_read("Yang dapat Anda ketik")
    if "Lanjutkan mengisi" in citizen.buttons:  # where each message costs money, the way back alone
        await citizen.taps("Lanjutkan mengisi")
    assert citizen.reads("persyaratannya sesuai")


async def test_a_command_where_words_are_asked_for_is_no_answer(citizen: Actor) -> None:
    await citizen.scans("KTP-el, loket 1")
    await citizen.taps("🙂 Baik", "Sesuai")
    await citizen.says("Bantuan")
    assert citizen.has_read("Yang dapat Anda ketik")
    assert citizen.reads("Ada pesan?")
    assert not [label for label in citizen.buttons if label.startswith("Pakai")]


async def test_cancelling_a_change_leaves_the_first_rating_as_it_was(
    citizen: Actor, world: World
) -> None:
    await citizen.scans("KTP-el, loket 1")
    await citizen.taps("🙂 Baik", "Sesuai")
    await citizen.says("Petugasnya ramah sekali")
    before = await world.run(rating_rows)
    for taps in ((), ("😞 Tidak baik",), ("😞 Tidak baik", "Tidak sesuai")):
        await citizen.scans("KTP-el, loket 1")
        for tap in taps:
            await citizen.taps(tap)
        await citizen.says("batal")
        assert citizen.reads("Penilaian Anda yang tadi tetap berlaku")
        assert await world.run(rating_rows) == before
        assert (await world.verified()).differences == ()


async def test_changing_ones_mind_loses_no_words(citizen: Actor, world: World) -> None:
    await citizen.scans("KTP-el, loket 1")
    await citizen.taps("🙂 Baik", "Sesuai")
    await citizen.opens("Petugasnya ramah sekali", "Ubah penilaian", "😊 Sangat baik")
    assert citizen.reads("persyaratannya sesuai")
    (rating,) = await world.run(rating_rows)
    assert rating["answers"] == {"overall": 4, "persyaratan": 3}
    assert rating["reason"] == "Petugasnya ramah sekali"
    await citizen.taps("Sangat sesuai", "Pakai: “Petugasnya")
    (rating,) = await world.run(rating_rows)
    assert rating["reason"] == "Petugasnya ramah sekali"


async def test_back_to_the_first_question_of_a_change_restores_the_first_rating(
    citizen: Actor, world: World
) -> None:
    await citizen.scans("KTP-el, loket 1")
    await citizen.taps("🙂 Baik", "Sesuai", "Lewati")
    before = await world.run(rating_rows)
    await citizen.taps("Ubah penilaian", "😞 Tidak baik", "‹ Kembali")
    assert await world.run(rating_rows) == before


async def test_a_newer_rating_is_not_overwritten_by_a_parked_one(
    citizen: Actor, world: World
) -> None:
    await citizen.scans("KTP-el, loket 1")
    await citizen.taps("🙂 Baik")
    await citizen.opens("nilai", "KTP-el · Loket 1", "😞 Tidak baik", "Lewati", "Lewati", "Lewati")
    assert citizen.reads("Terima kasih")
    assert await counted(world, DAILY) == {("overall", 1): 1}


async def test_a_form_left_untouched_over_midnight_counts_for_the_day_of_its_first_tap(
    citizen: Actor, world: World
) -> None:
    await citizen.scans("KTP-el, loket 1")
    await world.waits(hours=16)
    await citizen.taps("🙂 Baik")
    (rating,) = await world.run(rating_rows)
    assert str(rating["day"]) == "2026-11-24"


async def test_thanks_are_answered_kindly(citizen: Actor) -> None:
    await citizen.says("Terima kasih")
    assert citizen.reads("Sama-sama")


async def test_a_word_of_five_letters_is_no_code(citizen: Actor) -> None:
    await citizen.scans("KTP-el, loket 1")
    await citizen.says("empat")
    assert citizen.reads("ketik nomornya")
    await citizen.says("batal")
    await citizen.says("empat")
    assert citizen.reads("belum memahami")


async def test_the_language_changes_at_once_also_for_what_is_taken_up_again(
    citizen: Actor,
) -> None:
    await citizen.scans("KTP-el, loket 1")
    await citizen.taps("🙂 Baik")
    await citizen.opens("bahasa", "English")
    assert citizen.reads("Let us go on with the rating of KTP-el")
    assert citizen.reads("Do the requirements fit")


async def test_a_form_that_nobody_began_goes_without_a_word(citizen: Actor, world: World) -> None:
    await citizen.scans("KTP-el, loket 1")
    await world.waits(days=2)
    assert citizen.bubbles == 1
    await citizen.taps("🙂 Baik")
    assert citizen.reads("sudah ditutup")


async def test_a_photo_where_words_are_asked_for_gets_a_hint(citizen: Actor) -> None:
    await citizen.scans("KTP-el, loket 1")
    await citizen.sends("photo")
    assert citizen.reads("ketuk salah satu tombol")
    await citizen.locates(-7.8, 110.4)
    assert citizen.reads("Contoh")


async def test_all_that_is_written_before_and_between_the_taps_is_the_comment_at_once(
    citizen: Actor, world: World
) -> None:
    await citizen.scans("KTP-el, loket 1")
    await citizen.says("Antreannya lama")
    assert citizen.reads("Pesan Anda sudah kami simpan")
    await citizen.says("AC mati")
    await citizen.taps("🙁 Kurang baik")
    await citizen.says("dan parkirnya sempit")
    (rating,) = await world.run(rating_rows)
    assert rating["reason"] == "Antreannya lama\nAC mati\ndan parkirnya sempit"
    await citizen.taps("Lewati", "Lewati")
    assert citizen.reads("sudah tercatat")
    await citizen.scans("KTP-el, loket 1")
    await citizen.opens("Petugasnya ramah", "🙂 Baik", "Lewati")
    (rating,) = await world.run(rating_rows)
    assert rating["reason"].endswith("dan parkirnya sempit\nPetugasnya ramah")


async def test_words_before_a_counter_is_chosen_are_the_comment_too(
    citizen: Actor, world: World
) -> None:
    await citizen.says("nilai")
    await citizen.says("Kursinya hanya dua buah")
    assert citizen.reads("Pesan Anda sudah kami simpan")
    await citizen.taps("KTP-el · Loket 1", "🙂 Baik")
    (rating,) = await world.run(rating_rows)
    assert rating["reason"] == "Kursinya hanya dua buah"


async def test_words_before_the_taps_are_what_they_say_after_an_edit(
    citizen: Actor, world: World
) -> None:
    await citizen.scans("KTP-el, loket 1")
    await citizen.opens("Kursinya hanya dua", "🙂 Baik")
    mine = next(one.id for one in citizen.phone.messages if one.mine and "Kursinya" in one.text)
    citizen.phone.edits(mine, "Kursinya hanya tiga")
    await world.settles()
    assert citizen.reads("Sudah kami ganti dengan suntingan Anda.")
    await citizen.taps("Sesuai")
    (rating,) = await world.run(rating_rows)
    assert rating["reason"] == "Kursinya hanya tiga"
    citizen.phone.edits(mine, "Kursinya hanya empat")
    await world.settles()
    assert citizen.reads("yang sudah tercatat tetap seperti semula")


async def test_a_language_that_is_chosen_first_loses_no_counter(citizen: Actor) -> None:
    await citizen.scans("KTP-el, loket 1")
    await citizen.opens("bahasa", "English")
    assert citizen.reads("Let us go on with the rating of KTP-el")
    await citizen.taps("🙂 Good")


@pytest.mark.telegram("WhatsApp takes no button away")
async def test_a_typed_answer_takes_the_old_buttons_away(citizen: Actor) -> None:
    await citizen.scans("KTP-el, loket 1")
    await citizen.taps("🙂 Baik")
    await citizen.says("sesuai")
    shown = [bubble for bubble in citizen.phone.messages if not bubble.mine]
    assert shown[0].buttons == []


async def test_who_blocks_tilik_is_left_alone_and_may_come_back(
    citizen: Actor, world: World
) -> None:
    await citizen.scans("KTP-el, loket 1")
    citizen.phone.blocks()
    await world.settles()
    citizen.phone.unblocks()
    await citizen.taps("🙂 Baik")
    assert (await world.verified()).ratings == 1


async def test_a_parked_form_ends_in_its_own_time(citizen: Actor, world: World) -> None:
    await citizen.scans("KTP-el, loket 1")
    await citizen.taps("🙂 Baik")
    await citizen.says("bahasa")
    await world.waits(minutes=20)
    await citizen.taps("English")
    assert citizen.reads("All right")
    assert await counted(world, DAILY) == {("overall", 3): 1}
