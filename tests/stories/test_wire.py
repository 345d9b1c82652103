"""The wire as it is: what platforms deliver and refuse beside words and taps."""

from __future__ import annotations

from datetime import date

import pytest

from bot.sandbox.telegram.phone import Phone
from bot.sandbox.whatsapp import WaPhone
from models.store.letters.on_hold import letters_held
from tests.actors import Actor, World
from tests.office import Staff
from tests.stories.quarters import come
from tests.whatsapp import PNG


def whatsapp_of(who: Actor) -> WaPhone:
    assert isinstance(who.phone, WaPhone)
    return who.phone


def telegram_of(who: Actor) -> Phone:
    assert isinstance(who.phone, Phone)
    return who.phone


def films(who: Actor, caption: str = "") -> None:
    """Send a video."""
    words = {"caption": caption} if caption else {}
    if isinstance(who.phone, Phone):
        film = {"file_id": "1", "file_unique_id": "1", "width": 1, "height": 1, "duration": 1}
        who.phone.tells(video=film, **words)
    else:
        who.phone.tells("video", {"id": "1", "mime_type": "video/mp4", **words})


def replies(who: Actor, message: int, text: str) -> None:
    """Say this in reply to a message of Tilik's."""
    phone = who.phone
    if isinstance(phone, Phone):
        phone.tells(text=text, reply_to_message=dict(phone.stored[message]))
    else:
        said = {"type": "text", "text": {"body": text}}
        phone._sends(said, {"text": text}, about=phone.stored[message]["wamid"])


def own(who: Actor, words: str) -> int:
    """The number of one's own message that says this."""
    return next(one.id for one in who.phone.messages if one.mine and words in one.text)


# -- what is edited, and what comes together ------------------------------------------------------


async def test_the_line_that_began_an_entry_is_what_it_says_after_an_edit(
    employee: Actor, world: World, staff: Staff
) -> None:
    await employee.says("catat melayani 12 akta")
    await employee.taps("Layanan selesai")
    await employee.says("5 berkas")
    assert employee.reads("melayani 12 akta")
    line, amount = own(employee, "12 akta"), own(employee, "5 berkas")
    employee.phone.edits(line, "catat melayani 21 akta")
    await world.settles()
    assert employee.reads("Sudah kami ganti")
    assert employee.reads("melayani 21 akta")
    assert employee.reads("Jumlah: 5 berkas")
    employee.phone.edits(amount, "banyak")
    await world.settles()
    assert employee.reads("Jumlah: 5 berkas"), "what cannot be read changes nothing"
    employee.phone.edits(amount, "6")
    await world.settles()
    await employee.taps("✓ Simpan")
    assert employee.has_read("Tercatat: melayani 21 akta")
    employee.phone.edits(line, "catat melayani 22 akta")
    await world.settles()
    assert employee.reads("yang sudah tercatat tetap seperti semula")


@pytest.mark.parametrize("captioned", [0, 2])
async def test_pictures_that_are_sent_together_are_evidence_of_one_entry(
    employee: Actor, world: World, captioned: int
) -> None:
    before = employee.bubbles
    for number in range(3):
        caption = "Melayani perekaman" if number == captioned else None
        employee.phone.sends("photo", PNG, name=f"{number}.jpg", caption=caption)
    await world.settles()
    assert employee.reads("Untuk sasaran yang mana?")
    assert employee.bubbles - before <= 2
    await employee.taps("Layanan selesai", "Lewati")
    assert employee.reads("Melayani perekaman")
    assert employee.reads("Bukti: 3 berkas")
    for number in range(2):
        employee.phone.sends("photo", PNG, name=f"{number}.jpg")
    await world.settles()
    assert employee.reads("Bukti: 5 berkas")


async def test_files_are_evidence_whatever_the_form_asks_up_to_what_an_album_holds(
    employee: Actor, world: World, staff: Staff
) -> None:
    """Also where the entry was begun by a draft, and in the midst of another question."""
    await employee.opens("catat rapat", "Tugas langsung atasan", "Lewati", "✓ Simpan")
    await employee.opens("riwayat", "1", "Perbaiki", "Ubah hari")
    employee.phone.sends("photo", PNG, name="0.jpg", caption="Foto rapat")
    for number in range(1, 3):
        employee.phone.sends("photo", PNG, name=f"{number}.jpg")
    await world.settles()
    await employee.taps("Hari ini")
    assert employee.reads("Bukti: 3 berkas")
    for number in range(8):
        employee.phone.sends("document", PNG, name=f"{number}.pdf")
    await world.settles()
    assert employee.reads("paling banyak 10 bukti")
    assert employee.reads("Bukti: 10 berkas")


async def test_a_video_is_told_not_to_be_kept_and_its_words_are_read(
    employee: Actor, world: World
) -> None:
    films(employee, "Melayani perekaman KTP-el")
    await world.settles()
    assert employee.has_read("Video tidak kami simpan.")
    assert employee.reads("Untuk sasaran yang mana?")
    await world.waits(minutes=1)
    films(employee)
    await world.settles()
    assert employee.reads("Video tidak kami simpan.")
    assert employee.reads("Untuk sasaran yang mana?")
    await employee.says("batal")
    films(employee)
    await world.settles()
    assert employee.reads("Video tidak kami simpan.")


async def test_a_file_that_comes_later_is_told_to_be_kept(employee: Actor, world: World) -> None:
    await employee.says("catat melayani akta")
    await world.waits(minutes=1)
    await employee.sends("photo", PNG)
    assert employee.reads("Berkas itu kami simpan bersama jawaban sebelumnya.")
    await employee.taps("Layanan selesai", "Lewati")
    assert employee.reads("Bukti: 1 berkas")


async def test_a_number_is_the_row_it_is_read_at_also_in_reply_to_an_older_list(
    employee: Actor, world: World
) -> None:
    for work in ("rapat pertama", "rapat kedua"):
        await employee.opens(f"catat {work}", "Tugas langsung atasan", "Lewati", "✓ Simpan")
    await employee.says("riwayat")
    older = max(one.id for one in employee.phone.messages)
    await employee.opens("catat rapat ketiga", "Tugas langsung atasan", "Lewati", "✓ Simpan")
    await employee.says("riwayat")
    await employee.says("2")
    assert employee.reads("rapat kedua")
    replies(employee, older, "2")
    await world.settles()
    assert employee.reads("rapat pertama")
    await employee.says("2")
    assert employee.reads("ketuk salah satu tombol"), "no list with numbers was shown last"


# -- Telegram -------------------------------------------------------------------------------------


@pytest.mark.telegram("WhatsApp changes nothing in place")
async def test_a_refused_change_swallows_no_question(citizen: Actor, world: World) -> None:
    await citizen.scans("KTP-el, loket 1")
    before, words = citizen.bubbles, "Bad Request: message can't be edited"
    world.telegram.faults.fail("editMessageText", 400, description=words)
    await citizen.taps("🙂 Baik")
    assert citizen.bubbles == before + 1
    assert citizen.reads("Apakah persyaratannya")


@pytest.mark.telegram("it is Telegram's own")
async def test_what_only_tells_of_the_chat_gets_no_answer(citizen: Actor, world: World) -> None:
    await citizen.scans("KTP-el, loket 1")
    phone, before = telegram_of(citizen), citizen.bubbles
    phone.tells(pinned_message=dict(phone.stored[phone.last_id]))
    phone.tells(message_auto_delete_timer_changed={"message_auto_delete_time": 86400})
    phone.tells(chat_background_set={"type": {"type": "of_tomorrow"}})
    await world.settles()
    assert citizen.bubbles == before


@pytest.mark.telegram("a keyboard of Telegram's is refused")
async def test_a_question_that_is_refused_as_it_is_comes_in_words(
    citizen: Actor, world: World
) -> None:
    world.telegram.faults.fail("sendMessage", 400, description="Bad Request: BUTTON_DATA_INVALID")
    await citizen.scans("KTP-el, loket 1")
    assert citizen.reads("Ketik jawabannya: ")
    assert citizen.buttons == []
    await citizen.says("baik")
    assert (await world.verified()).ratings == 1


# -- WhatsApp -------------------------------------------------------------------------------------


@pytest.mark.whatsapp("its ids change")
async def test_whoever_has_another_number_or_id_stays_who_they_are(
    employee: Actor, superior: Actor, world: World
) -> None:
    await employee.says("catat")
    phone = whatsapp_of(employee)
    world.whatsapp.moves(phone, user_id=f"ID.{'6' * 128}")
    world.whatsapp.moves(phone, user_id=f"ID.{'7' * 128}", number="628119999999")
    await world.settles()
    await employee.says("Melayani akta")
    assert employee.reads("Untuk sasaran yang mana?")
    await come(world, date(2026, 11, 24), 16)
    assert employee.reads("Apa yang Anda kerjakan"), "prompts reach the new id"


@pytest.mark.whatsapp("it has several numbers and groups")
async def test_what_is_said_to_others_is_not_answered(citizen: Actor, world: World) -> None:
    code = world.office.counter("KTP-el, loket 1").code
    phone = whatsapp_of(citizen)
    phone.says_in_group(code)
    phone.says_elsewhere(code, "1001")
    phone.tells("interactive", {"type": "call_permission_reply", "call_permission_reply": {}})
    phone.tells("unsupported", {"type": "edit"})
    await world.settles()
    await citizen.says("halo")
    phone.revokes(own(citizen, "halo"))
    before = citizen.bubbles
    await world.settles()
    assert (before, citizen.bubbles) == (1, 1)


@pytest.mark.whatsapp("it asks for a welcome")
async def test_who_opens_the_chat_is_welcomed(citizen: Actor, world: World) -> None:
    phone = whatsapp_of(citizen)
    phone.last_heard = world.clock()
    phone.tells("request_welcome", {})
    await world.settles()
    assert citizen.reads("Halo, ini Tilik")


@pytest.mark.whatsapp("it closes a window")
async def test_what_the_platform_held_at_once_goes_when_the_person_writes(
    citizen: Actor, world: World
) -> None:
    world.whatsapp.faults.fail(131047)
    await citizen.says("halo")
    assert len(await world.run(lambda store: letters_held(store, "whatsapp"))) == 1
    await world.waits(minutes=2)
    await citizen.says("bahasa")
    await world.tilik.post.sweep()
    await world.settles()
    assert citizen.has_read("Halo, ini Tilik")
    assert await world.run(lambda store: letters_held(store, "whatsapp")) == []


@pytest.mark.whatsapp("its codes come with a status of their own")
async def test_a_refusal_with_any_status_eats_no_prompt(
    employee: Actor, superior: Actor, world: World
) -> None:
    world.whatsapp.faults.fail(131045)
    await come(world, date(2026, 11, 23), 16)
    await world.waits(minutes=2)
    assert employee.reads("Apa yang Anda kerjakan")
