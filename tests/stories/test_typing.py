"""Words from the keyboard: what they mean depends on what is asked."""

from __future__ import annotations

import pytest

from models.store import Store
from models.store.office import services
from tests.actors import Actor, World


async def more_counters(world: World, *names: str) -> None:
    def make(store: Store) -> None:
        for name in names:
            stand = services.add_counter(store, world.office.unit_id, name)
            service = services.add_service(store, world.office.unit_id, f"Layanan {name}")
            services.offer(store, stand, service)

    await world.run(make)


async def test_a_label_that_looks_like_a_code_is_still_a_label(
    citizen: Actor, world: World
) -> None:
    await more_counters(world, "Meja 2", "Meja 3")
    await citizen.says("nilai")
    await citizen.says("meja 2")
    assert citizen.reads("Layanan Meja 2")


async def test_a_code_is_a_code_where_the_open_question_does_not_know_it(
    citizen: Actor, world: World
) -> None:
    await citizen.says("nilai")
    await citizen.says(world.office.counter("KTP-el, loket 1").code.lower())
    assert citizen.reads("KTP-el")
    await citizen.taps("🙂 Baik")
    assert (await world.verified()).ratings == 1


@pytest.mark.parametrize("words", ["Daftar antrean panjang sekali", "Cepat", "Join the queue"])
async def test_what_is_written_freely_is_an_answer_whatever_it_begins_with(
    citizen: Actor, world: World, words: str
) -> None:
    await citizen.scans("KTP-el, loket 1")
    await citizen.taps("🙂 Baik", "Sangat sesuai")
    await citizen.says(words)
    assert citizen.reads("sudah tercatat")
    kept = await world.run(lambda store: store.exec_driver_sql("SELECT reason FROM ratings").all())
    assert [row[0] for row in kept] == [words]


async def test_joining_works_from_the_middle_of_a_form_with_a_slash(
    citizen: Actor, world: World
) -> None:
    await citizen.scans("KTP-el, loket 1")
    await citizen.says(f"/daftar {world.office.head_code}")
    await citizen.understands()
    assert citizen.has_read("Ratna Dewi")


async def test_a_code_that_is_asked_for_may_come_with_the_word_before_it(
    citizen: Actor, world: World
) -> None:
    await citizen.says("daftar")
    await citizen.joins(world.office.head_code)
    assert citizen.reads("Ratna Dewi")


@pytest.mark.parametrize("nonsense", ["???", "🤷", "...", "-"])
async def test_signs_alone_get_the_hint_and_then_an_example(citizen: Actor, nonsense: str) -> None:
    await citizen.scans("KTP-el, loket 1")
    await citizen.says(nonsense)
    assert citizen.reads("ketuk salah satu tombol")
    assert not citizen.reads("yang cocok")
    await citizen.says(nonsense)
    assert citizen.reads("batal")


async def test_a_face_alone_is_an_answer(citizen: Actor, world: World) -> None:
    await citizen.scans("KTP-el, loket 1")
    await citizen.says("😊")
    assert (await world.verified()).ratings == 1


async def test_a_sign_that_no_database_takes_harms_nobody(citizen: Actor, world: World) -> None:
    await citizen.says("nil\0ai")
    await citizen.scans("KTP-el, loket 1")
    await citizen.taps("🙂 Baik", "Sangat sesuai")
    await citizen.says("ra\0mah")
    assert citizen.reads("sudah tercatat")


async def test_scanning_the_same_code_twice_goes_on_with_the_open_form(
    citizen: Actor, world: World
) -> None:
    """Two forms of one rating would answer against each other."""
    await citizen.scans("KTP-el, loket 1")
    await citizen.taps("🙁 Kurang baik")
    await citizen.scans("KTP-el, loket 1")
    assert citizen.reads("persyaratan")
    await citizen.taps("Sesuai", "Lama waktu", "Lewati")
    assert citizen.reads("sudah tercatat")
    found = await world.verified()
    assert (found.ratings, found.differences) == (1, ())


async def test_a_code_typed_in_capitals_or_not_is_one_form(citizen: Actor, world: World) -> None:
    code = world.office.counter("KTP-el, loket 1").code
    await citizen.starts(code)
    await citizen.opens(code.lower(), "🙂 Baik")
    await citizen.starts(code)
    assert citizen.reads("persyaratan")


async def test_a_poster_that_is_scanned_while_words_are_asked_for_is_no_words(
    citizen: Actor, world: World
) -> None:
    """On WhatsApp a poster's link is typed words: they must not become somebody's comment."""
    await citizen.scans("KTP-el, loket 1")
    await citizen.taps("🙂 Baik", "Sangat sesuai")
    await citizen.says(f"Nilai {world.office.counter('Kartu Keluarga, loket 3').code}")
    assert citizen.reads("Kartu Keluarga")
    await citizen.taps("😊 Sangat baik")
    assert (await world.verified()).ratings == 2
    assert await _reasons(world) == [None, None]


async def test_words_that_name_no_counter_stay_words(citizen: Actor, world: World) -> None:
    await citizen.scans("KTP-el, loket 1")
    await citizen.taps("🙂 Baik", "Sangat sesuai")
    await citizen.says("Nilai AAAAA")
    assert await _reasons(world) == ["Nilai AAAAA"]


async def test_a_code_for_joining_never_becomes_a_comment(citizen: Actor, world: World) -> None:
    await citizen.scans("KTP-el, loket 1")
    await citizen.taps("🙂 Baik", "Sangat sesuai")
    await citizen.says("daftar 2BCDEFGHJK")
    assert await _reasons(world) == [None]


async def _reasons(world: World) -> list[str | None]:
    kept = await world.run(lambda store: store.exec_driver_sql("SELECT reason FROM ratings").all())
    return [row[0] for row in kept]
