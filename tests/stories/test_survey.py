"""Survei: the official questionnaire, for who wants to answer all of it."""

from __future__ import annotations

import pytest

from models.instruments import instrument
from models.store import Store
from models.store.office import services
from tests.actors import Actor, World
from tests.chapters import chapter
from tests.stories.test_rating import counted

SKM = "skm-2017"


@chapter
async def thanked(citizen: Actor) -> Actor:
    """A citizen who has just rated and reads the thank-you."""
    await citizen.scans("KTP-el, loket 1")
    await citizen.taps("🙂 Baik", "Sesuai", "Lewati")
    return citizen


async def test_nine_taps_in_one_message_feed_the_official_survey(
    thanked: Actor, world: World
) -> None:
    await thanked.taps("Jawab lengkap")
    assert thanked.reads("●○○○○○○○○ 1/9")
    for number in range(1, 10):
        assert thanked.reads(f"{number}/9")
        await thanked.says("3") if number == 4 else await thanked.taps(thanked.buttons[2])
    assert thanked.reads("Sembilan jawaban")
    answers = await counted(world, SKM)
    assert answers == {(element, 3): 1 for element in instrument().elements}
    assert (await world.verified()).differences == ()


async def test_what_is_written_between_the_taps_is_the_comment_of_the_sheet(
    thanked: Actor, world: World
) -> None:
    await thanked.taps("Jawab lengkap")
    await thanked.says("Kursinya hanya dua")
    assert thanked.reads("Pesan Anda sudah kami simpan")
    for _ in range(9):
        await thanked.taps(thanked.buttons[2])
    kept = await world.run(lambda store: store.exec_driver_sql("SELECT reason FROM ratings").all())
    assert {row[0] for row in kept} == {None, "Kursinya hanya dua"}


async def test_half_a_sheet_is_not_counted_and_that_is_said(thanked: Actor, world: World) -> None:
    await thanked.taps("Jawab lengkap")
    for _ in range(4):
        await thanked.taps(thanked.buttons[3])
    await world.waits(hours=2)
    assert thanked.reads("belum lengkap")
    assert await counted(world, SKM) == {}


async def test_going_back_in_the_survey_changes_that_answer_only(
    thanked: Actor, world: World
) -> None:
    await thanked.taps("Jawab lengkap")
    await thanked.taps(thanked.buttons[0], "‹ Kembali")
    assert thanked.reads("1/9")
    for _ in range(9):
        await thanked.taps(thanked.buttons[3])
    assert await counted(world, SKM) == {(element, 4): 1 for element in instrument().elements}


async def test_a_second_sheet_of_the_day_takes_the_place_of_the_first(
    thanked: Actor, world: World
) -> None:
    await thanked.taps("Jawab lengkap")
    for _ in range(9):
        await thanked.taps(thanked.buttons[3])
    await thanked.taps("Ubah penilaian")
    for _ in range(9):
        await thanked.taps(thanked.buttons[0])
    assert await counted(world, SKM) == {(element, 1): 1 for element in instrument().elements}
    await world.waits(minutes=20)
    await thanked.taps("Ubah penilaian")
    assert thanked.reads("sudah mengisi survei")


async def test_the_survey_of_a_made_up_counter_is_refused(citizen: Actor) -> None:
    await citizen.starts("survei-XXXXX-1")
    assert citizen.reads("tidak kami kenal")


@pytest.mark.parametrize("with_code", [False, True])
async def test_who_asks_for_the_survey_picks_the_service(
    citizen: Actor, world: World, with_code: bool
) -> None:
    code = world.office.counter("KTP-el, loket 1").code
    await citizen.says(f"survei {code}" if with_code else "survei")
    assert with_code or citizen.reads("Layanan di loket mana")
    if not with_code:
        await citizen.taps("KTP-el")
    assert citizen.reads("●○○○○○○○○ 1/9")
    for _ in range(9):
        await citizen.taps(citizen.buttons[3])
    assert citizen.reads("Sembilan jawaban")
    assert (await world.verified()).differences == ()


async def test_at_a_counter_of_several_services_the_survey_is_about_one(
    citizen: Actor, world: World
) -> None:
    def more(store: Store) -> None:
        service = services.add_service(store, world.office.unit_id, "Kartu Identitas Anak")
        services.offer(store, stand.id, service)

    stand = world.office.counter("KTP-el, loket 1")
    await world.run(more)
    await citizen.says(f"survei {stand.code}")
    assert citizen.reads("Layanan mana")
    await citizen.taps("Kartu Identitas Anak")
    assert citizen.reads("1/9")
