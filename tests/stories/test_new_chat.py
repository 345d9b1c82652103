"""A code for who has joined already: their older chat is asked, and until somebody has said whose
the new one is, it logs the day and nothing else."""

from __future__ import annotations

from datetime import date

import pytest

from handlers.new_chats import code_made
from models.store import Store
from models.store.chat import new_chats
from models.store.people import people, posts
from tests.actors import Actor, World
from tests.chapters import chapter
from tests.office import SINCE, Staff
from tests.stories.test_menu import menu
from tests.stories.test_two_channels import NAMES

THIEF = "Catatan dari ponsel baru"


async def presses(actor: Actor, tap: str) -> None:
    """A button that this chat was never given."""
    newest = next(one for one in reversed(actor.phone.messages) if not one.mine)
    await actor.presses(newest.id, tap)


class Officer:
    """Somebody of the personnel office, and their phone."""

    def __init__(self, number: int, phone: Actor) -> None:
        self.number, self.phone = number, phone


async def officer(world: World, name: str, phone: int) -> Officer:
    """HR of the office, joined."""

    def job(store: Store) -> tuple[int, str]:
        number = people.add(store, name)
        unit = world.office.unit_id
        posts.place(store, number, unit, "Analis Kepegawaian", since=SINCE)
        people.give_duty(store, number, unit_id=unit, duty="hr", valid_from=date(2020, 1, 1))
        return number, people.invite(store, number, now=world.clock()).code

    number, code = await world.run(job)
    actor = world.actor(phone, name)
    await actor.joins(code)
    return Officer(number, actor)


@chapter
async def hani(world: World, employee: Actor) -> Officer:
    return await officer(world, "Hani Wijaya", 3021)


@chapter
async def umar(world: World, hani: Officer) -> Officer:
    return await officer(world, "Umar Said", 3022)


async def code_of(world: World, hani: Officer, person_id: int) -> str:
    """The code that HR makes for somebody."""

    def job(store: Store) -> str:
        code_made(store, person_id, by=hani.number, now=world.clock())
        return people.invite(store, person_id, now=world.clock()).code

    code = await world.run(job)
    await world.waits(seconds=1)
    return code


@chapter
async def new(world: World, hani: Officer, staff: Staff) -> Actor:
    """Another phone, on which the code for Dewi was typed."""
    code = await code_of(world, hani, staff.employee_id)
    phone = world.actor(3009, "Baru")
    await phone.joins(code)
    await world.waits(seconds=1)
    return phone


async def state(world: World, staff: Staff) -> list[str]:
    """How the new chats of Dewi stand, those that are settled too."""

    def job(store: Store) -> list[str]:
        found = (new_chats.new_chat(store, number) for number in range(1, 9))
        return [one.state for one in found if one is not None]

    return await world.run(job)


# -- who is told, and what the new chat may do


async def test_the_older_chat_is_told_of_the_code_and_of_its_use(
    employee: Actor, new: Actor, world: World, staff: Staff
) -> None:
    assert employee.has_read("baru saja membuat kode")
    assert employee.reads(f"baru dipakai di {NAMES[world.channel]}")
    assert employee.buttons == ["Ya, itu saya", "Bukan saya"]
    await employee.says("Bukan saya")
    assert employee.reads("Semua obrolan akun ini sekarang dibekukan")
    assert new.has_read("kami pastikan dulu bahwa obrolan ini juga milik Anda")
    assert not new.has_read("Anda tercatat sebagai")


async def test_the_new_chat_opens_nothing_that_was_before(employee: Actor, new: Actor) -> None:
    for words in ("riwayat", "/saya", "menu", "terima kasih", "R-1"):
        await new.says(words)
        assert new.reads("Obrolan ini belum dipastikan milik Anda")
    await new.says("akun")
    assert new.reads("kami pastikan dulu bahwa obrolan ini juga milik Anda")


async def test_the_new_chat_rates_nothing(employee: Actor, new: Actor) -> None:
    await new.scans("KTP-el, loket 1")
    assert new.reads("Obrolan ini belum dipastikan milik Anda")


async def test_the_new_chat_logs_the_day_and_reads_no_target(
    employee: Actor, new: Actor, world: World
) -> None:
    await employee.says("catat")
    await employee.says("Rahasia lama")
    await employee.taps("Layanan selesai tepat waktu")
    await employee.taps("Lewati")
    await employee.taps("✓ Simpan")
    await new.taps("Catat pekerjaan")
    await new.says(THIEF)
    await new.taps("Lewati")
    await new.taps("Ubah hari")
    assert [one for one in new.buttons if "kemarin" in one.casefold()] == []
    await new.says("kemarin")
    await new.says("hari ini")
    await new.taps("✓ Simpan")
    assert new.reads("di sini Anda dapat mencatat pekerjaan hari ini")
    assert not new.has_read("Rahasia lama")
    assert not new.has_read("Layanan selesai tepat waktu")
    await employee.says("riwayat")
    assert employee.has_read(THIEF)


async def test_prompts_and_letters_stay_with_the_older_chat(
    employee: Actor, superior: Actor, new: Actor, world: World
) -> None:
    seen = new.bubbles
    await world.waits(hours=8)
    assert employee.has_read("Apa yang Anda kerjakan hari ini")
    assert new.bubbles == seen


# -- the older chat agrees


async def test_the_older_chat_agrees_and_is_let_go(
    employee: Actor, new: Actor, world: World, staff: Staff
) -> None:
    await employee.taps("Ya, itu saya")
    await world.waits(seconds=1)
    assert employee.has_read("Obrolan baru Anda")
    assert employee.has_read("tidak lagi terhubung")
    assert new.reads("sekarang terhubung sepenuhnya dengan Anda")
    await new.says("riwayat")
    assert new.reads("Belum ada catatan")
    await employee.says("riwayat")
    assert employee.reads("Ini untuk pegawai yang sudah terdaftar")
    assert await state(world, staff) == ["agreed"]


async def test_the_new_chat_cannot_vouch_for_itself(
    employee: Actor, new: Actor, world: World, staff: Staff
) -> None:
    for tap in ("o.akun.y1", "o.akun.x1", "o.verifikasi.1.y", "o.verifikasi.1"):
        await presses(new, tap)
        assert new.reads("Obrolan ini belum dipastikan milik Anda")
    assert await state(world, staff) == ["waiting"]


async def test_somebody_else_can_neither_agree_nor_freeze(
    employee: Actor, colleague: Actor, citizen: Actor, new: Actor, world: World, staff: Staff
) -> None:
    await citizen.says("halo")
    for tap in ("o.akun.y1", "o.akun.x1", "o.akun.h1"):
        await presses(colleague, tap)
        assert colleague.reads("Tidak ada yang menunggu di sini, atau bukan untuk Anda")
        await presses(citizen, tap)
        assert citizen.reads("Pilihan ini untuk pegawai yang sudah terdaftar")
    assert await state(world, staff) == ["waiting"]


# -- Bukan saya


async def test_not_me_freezes_both_and_does_not_undo_itself(
    employee: Actor, new: Actor, hani: Officer, umar: Officer, world: World, staff: Staff
) -> None:
    await employee.taps("Bukan saya")
    await world.waits(seconds=1)
    assert employee.reads("Semua obrolan akun ini sekarang dibekukan, termasuk yang ini")
    assert new.has_read("Akun ini sedang dibekukan")
    assert umar.phone.has_read("Akun Dewi Lestari dibekukan")
    assert not hani.phone.has_read("Akun Dewi Lestari dibekukan")
    for phone in (employee, new):
        for words in ("riwayat", "catat", "Melayani warga di loket", "/start", "akun", "siapa"):
            await phone.says(words)
            assert phone.reads("Akun ini sedang dibekukan")
        await phone.scans("KTP-el, loket 1")
        assert phone.reads("Akun ini sedang dibekukan")
    await presses(employee, "o.akun.y1")
    assert employee.reads("Akun ini sedang dibekukan")
    seen = employee.bubbles, new.bubbles
    await world.waits(hours=8)
    assert (employee.bubbles, new.bubbles) == seen
    assert await state(world, staff) == ["frozen"]


async def test_a_second_officer_finds_that_the_older_chat_is_theirs(
    employee: Actor, new: Actor, umar: Officer, world: World, staff: Staff
) -> None:
    await employee.taps("Bukan saya")
    await world.waits(seconds=1)
    await umar.phone.taps("Yang lama benar")
    assert umar.phone.reads("obrolan lama Dewi Lestari terhubung kembali")
    await world.waits(seconds=1)
    assert employee.reads("sekarang terhubung sepenuhnya dengan Anda")
    assert employee.reads("Mohon periksa riwayat")
    assert new.reads("obrolan ini bukan milik pegawai yang bersangkutan")
    await employee.says("riwayat")
    assert employee.reads("Belum ada catatan")
    await new.says("riwayat")
    assert new.reads("Ini untuk pegawai yang sudah terdaftar")
    await presses(umar.phone, "o.verifikasi.1.l")
    assert umar.phone.reads("Itu sudah diperiksa")


async def test_a_thief_who_holds_the_old_phone_is_cut_off(
    employee: Actor, new: Actor, umar: Officer, world: World
) -> None:
    await employee.taps("Bukan saya")
    await world.waits(seconds=1)
    await umar.phone.taps("Yang baru benar")
    await world.waits(seconds=1)
    assert new.reads("sekarang terhubung sepenuhnya dengan Anda")
    assert employee.reads("obrolan ini bukan milik pegawai yang bersangkutan")
    await employee.says("riwayat")
    assert employee.reads("Ini untuk pegawai yang sudah terdaftar")


async def test_not_me_to_the_code_alone_takes_it_back(
    employee: Actor, hani: Officer, umar: Officer, world: World, staff: Staff
) -> None:
    code = await code_of(world, hani, staff.employee_id)
    assert employee.reads("baru saja membuat kode")
    await employee.taps("Bukan saya")
    await world.waits(seconds=1)
    thief = world.actor(3009, "Baru")
    await thief.says(f"daftar {code}")
    assert thief.reads("sudah diganti atau dibatalkan")
    await presses(hani.phone, f"o.pegawai.k{staff.employee_id}")
    assert hani.phone.reads("sedang dibekukan")
    assert umar.phone.buttons[:2] == ["Yang lama benar", "Tidak satu pun"]
    await umar.phone.taps("Tidak satu pun")
    assert umar.phone.reads("semua obrolan Dewi Lestari dilepas")
    await world.waits(seconds=1)
    assert employee.reads("obrolan ini bukan milik pegawai yang bersangkutan")
    fresh = world.actor(3010, "Dewi")
    await fresh.joins(await code_of(world, hani, staff.employee_id))
    assert fresh.reads("Selamat datang, Dewi Lestari")


# -- a second officer confirms


async def test_the_old_phone_is_lost_and_a_second_officer_makes_sure(
    employee: Actor, new: Actor, hani: Officer, umar: Officer, world: World, staff: Staff
) -> None:
    await new.taps("Ponsel lama hilang")
    assert new.reads("Bagian kepegawaian sudah kami minta memastikannya dengan Anda")
    await world.waits(seconds=1)
    assert umar.phone.reads("menyampaikan bahwa ponsel lamanya tidak ada lagi")
    await presses(hani.phone, "o.verifikasi.1.y")
    assert hani.phone.reads("Tidak ada yang menunggu di sini")
    await hani.phone.says("verifikasi")
    assert hani.phone.reads("Tidak ada akun yang menunggu kepastian Anda")
    await umar.phone.says("verifikasi")
    await umar.phone.taps("Dewi Lestari")
    await umar.phone.taps("Yang baru benar")
    assert umar.phone.reads("sekarang terhubung sepenuhnya")
    await world.waits(seconds=1)
    assert new.reads("sekarang terhubung sepenuhnya dengan Anda")
    assert employee.has_read("tidak lagi terhubung")
    await new.says("riwayat")
    assert new.reads("Belum ada catatan")


@pytest.mark.telegram("WhatsApp has no menu")
async def test_the_menu_of_each_chat_is_anothers_as_soon_as_it_is_told(
    employee: Actor, new: Actor, umar: Officer, world: World
) -> None:
    await new.taps("Ponsel lama hilang")
    assert ("riwayat" in menu(world, employee), "riwayat" in menu(world, new)) == (True, False)
    await world.waits(seconds=1)
    await umar.phone.taps("Yang baru benar")
    await world.waits(seconds=1)
    assert ("riwayat" in menu(world, employee), "riwayat" in menu(world, new)) == (False, True)


async def test_where_nobody_can_make_sure_it_says_who_must_join(
    employee: Actor, new: Actor, world: World, staff: Staff
) -> None:
    await new.taps("Ponsel lama hilang")
    assert new.reads("lalu mengetik verifikasi: Ratna Dewi")
    assert await state(world, staff) == ["waiting"]


async def test_the_head_of_the_top_unit_is_the_second_where_hr_is_alone(
    employee: Actor, superior: Actor, new: Actor, world: World
) -> None:
    await new.taps("Ponsel lama hilang")
    await world.waits(seconds=1)
    await superior.taps("Yang baru benar")
    assert superior.reads("sekarang terhubung sepenuhnya")
    await world.waits(seconds=1)
    assert new.reads("sekarang terhubung sepenuhnya dengan Anda")


async def test_both_phones_at_once_come_to_one_end(
    employee: Actor, new: Actor, umar: Officer, world: World, staff: Staff
) -> None:
    await new.taps("Ponsel lama hilang")
    await world.waits(seconds=1)
    await umar.phone.taps("Yang baru benar")
    await employee.taps("Bukan saya")
    await world.waits(seconds=1)
    assert employee.has_read("Pilihan ini untuk pegawai yang sudah terdaftar")
    await presses(umar.phone, "o.verifikasi.1.x")
    assert umar.phone.reads("Itu sudah dipastikan oleh bagian kepegawaian")
    assert await state(world, staff) == ["confirmed"]


# -- silence


async def test_two_working_days_of_silence_are_enough_for_who_holds_nothing(
    employee: Actor, new: Actor, world: World, staff: Staff
) -> None:
    await world.waits(days=2)
    assert await state(world, staff) == ["waiting"]
    await world.waits(days=1)
    assert await state(world, staff) == ["silent"]
    assert new.has_read("sekarang terhubung sepenuhnya dengan Anda")
    assert employee.has_read("tidak lagi terhubung")
