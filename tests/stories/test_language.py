"""Anyone: language, help, who am I, a friendly way in."""

from __future__ import annotations

import pytest

from tests.actors import Actor, World


async def test_a_stranger_is_greeted_and_shown_the_way(citizen: Actor) -> None:
    await citizen.starts()
    assert citizen.reads("ini Tilik")
    await citizen.taps("Nilai layanan")
    assert citizen.reads("loket mana")


async def test_words_that_nobody_expects_get_a_kind_answer(citizen: Actor) -> None:
    await citizen.says("selamat?")
    assert citizen.reads("belum memahami")
    await citizen.sends("photo")
    assert citizen.reads("belum dapat membaca")


@pytest.mark.telegram("WhatsApp does not tell a phone's language")
async def test_the_phones_language_is_spoken_first(world: World) -> None:
    james = world.actor(1003, "James", language="en-GB")
    await james.scans("KTP-el, loket 1")
    assert james.reads("No name, no number.")
    await james.taps("🙂 Good")
    assert james.reads("How well") or james.reads("requirements fit")


@pytest.mark.telegram("WhatsApp does not tell a phone's language")
async def test_a_language_that_tilik_does_not_speak_becomes_english(world: World) -> None:
    yuki = world.actor(1004, "Yuki", language="ja")
    await yuki.starts()
    assert yuki.reads("this is Tilik")


async def test_the_language_can_be_chosen_and_stays(citizen: Actor) -> None:
    await citizen.opens("bahasa", "English")
    assert citizen.reads("All right, we speak English")
    await citizen.says("help")
    assert citizen.reads("What you can type")


async def test_the_words_of_both_languages_steer(citizen: Actor) -> None:
    await citizen.scans("KTP-el, loket 1")
    await citizen.says("cancel")
    assert citizen.reads("dibatalkan")


async def test_who_am_i_tells_a_citizen_how_little_is_kept(citizen: Actor) -> None:
    await citizen.says("siapa saya")
    assert citizen.reads("Nama Anda tidak disimpan")


async def test_who_am_i_tells_the_head_their_unit(head: Actor) -> None:
    await head.says("/siapa")
    assert head.reads("Ratna Dewi")
    assert head.reads("Kepala Disdukcapil Kabupaten Contoh")


async def test_help_for_the_head_begins_with_the_summary(head: Actor, citizen: Actor) -> None:
    await head.says("bantuan")
    assert head.reads("ringkasan")
    await citizen.says("bantuan")
    assert not citizen.reads("ringkasan")


async def test_start_in_mid_form_shows_the_open_question(citizen: Actor) -> None:
    await citizen.scans("KTP-el, loket 1")
    await citizen.starts()
    assert citizen.reads("Bagaimana layanan")


async def test_a_code_works_once(head: Actor, citizen: Actor, world: World) -> None:
    assert head.reads("Selamat datang, Ratna Dewi")
    await citizen.joins(world.office.head_code)
    assert citizen.reads("sudah dipakai")


async def test_five_wrong_codes_lock_for_an_hour(citizen: Actor, world: World) -> None:
    for _ in range(5):
        await citizen.says("daftar XXXXXXXXXX")
    assert citizen.reads("satu jam lagi")
    await citizen.joins(world.office.head_code)
    assert citizen.reads("satu jam lagi")
    await world.waits(minutes=61)
    await citizen.starts(f"daftar-{world.office.head_code}")
    await citizen.understands()
    assert citizen.reads("Selamat datang")


async def test_a_code_may_be_asked_for(citizen: Actor, world: World) -> None:
    await citizen.says("daftar")
    assert citizen.reads("ketik kode")
    await citizen.says(world.office.head_code.lower())
    await citizen.understands()
    assert citizen.reads("Selamat datang")
