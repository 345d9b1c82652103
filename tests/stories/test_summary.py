"""Ringkasan: one screen for the head of the office."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from datetime import date

import pytest

from models.instruments import instrument
from models.ratings import DAILY, Rating
from models.store import Store
from models.store.office import services
from models.store.ratings import ratings
from tests.actors import Actor, World

NOW = date(2026, 11, 2)
BEFORE = date(2026, 8, 3)


def sheets(world: World, day: date, values: Iterable[int], counter: int = 0) -> list[Rating]:
    """Whole answer sheets, each with one value for all nine."""
    where = world.office.counters[counter]
    return [
        Rating(
            counter_id=where.id,
            service_id=where.services[0].id,
            day=day,
            instrument=instrument().key,
            answers=dict.fromkeys(instrument().elements, value),
        )
        for value in values
    ]


def taps(
    world: World, day: date, count: int, *, element: str, value: int, counter: int = 0
) -> list[Rating]:
    where = world.office.counters[counter]
    return [
        Rating(
            counter_id=where.id,
            service_id=where.services[0].id,
            day=day,
            instrument=DAILY,
            answers={"overall": 3, element: value},
            cause=f"{element}.antrean" if value <= 2 else None,
            reason="Antrean <panjang> & lama" if number < 5 else None,
        )
        for number in range(count)
    ]


async def given(world: World, rows: list[Rating]) -> None:
    """As by citizens, one after another: no night has passed."""

    def add(store: Store) -> None:
        for row in rows:
            ratings.add(store, row)

    await world.run(add)


async def test_a_tap_is_in_no_figure_until_a_night_releases_it_with_four_others(
    head: Actor, citizen: Actor, world: World
) -> None:
    """Looking before and after a visit tells nothing of it, today or on another day."""
    yesterday, today = date(2026, 11, 22), date(2026, 11, 23)
    await world.rated(taps(world, yesterday, 37, element="waktu", value=3))
    await given(world, taps(world, today, 3, element="waktu", value=3))
    await head.says("ringkasan")
    before = head.screen
    assert "75,00 (37 penilaian)" in before
    assert "Per 22 Nov 2026" in before
    await citizen.scans("KTP-el, loket 1")
    await citizen.taps("😞 Tidak baik")
    await head.says("ringkasan")
    assert head.screen == before
    await world.closes()
    await head.says("ringkasan")
    assert head.reads("75,00 (37 penilaian)")
    assert head.reads("Per 23 Nov 2026")
    assert head.reads("Menunggu dirilis: 4 penilaian")
    await given(world, taps(world, date(2026, 11, 24), 1, element="waktu", value=3))
    await world.closes()
    await head.says("ringkasan")
    assert head.reads("73,81 (42 penilaian)")
    assert (await world.verified()).differences == ()


async def test_seven_answers_are_not_a_score(head: Actor, world: World) -> None:
    await world.rated(sheets(world, NOW, [4] * 7))
    await head.says("ringkasan")
    assert head.reads("IKM: belum cukup jawaban (7 dari 30)")
    assert not head.reads("100")


async def test_enough_answers_are_a_figure_with_band_n_and_target(
    head: Actor, world: World
) -> None:
    await world.rated(sheets(world, NOW, [3] * 40))
    await head.says("ringkasan")
    assert head.reads("IKM sementara: 75,00, mutu C (Kurang baik), dari 40 responden")
    assert head.reads("target 380")
    assert head.sees_a_picture


async def test_the_official_figure_and_the_daily_index_are_never_mixed(
    head: Actor, world: World
) -> None:
    await world.rated(taps(world, NOW, 40, element="waktu", value=1))
    await head.says("ringkasan")
    assert head.reads("IKM: belum cukup jawaban (0 dari 30)")
    assert head.reads("Indeks harian (indikatif, bukan IKM): 75,00 (40 penilaian)")


async def test_the_lowest_elements_come_with_their_causes(head: Actor, world: World) -> None:
    await world.rated(taps(world, NOW, 40, element="waktu", value=1))
    await head.says("ringkasan")
    assert head.reads("Waktu penyelesaian: 25,00 (40 jawaban)")
    assert head.reads("terutama: Antrean panjang (40 dari 40)")


async def test_a_cause_that_few_have_named_is_not_held_up(head: Actor, world: World) -> None:
    few = taps(world, NOW, 4, element="waktu", value=1)
    many = taps(world, NOW, 36, element="waktu", value=3)
    await world.rated(few + many)
    await head.says("ringkasan")
    assert head.reads("Waktu penyelesaian")
    assert not head.reads("Antrean")


async def test_the_quarter_is_compared_with_the_last_one(head: Actor, world: World) -> None:
    await world.rated(sheets(world, BEFORE, [3] * 40) + sheets(world, NOW, [4] * 40))
    await head.says("ringkasan")
    assert head.reads("Naik 25,00 dari Triwulan III 2026")
    await world.rated(sheets(world, NOW, [1] * 40))
    await head.says("ringkasan")
    assert head.reads("Turun 12,50 dari Triwulan III 2026")


async def test_without_enough_answers_the_last_quarter_is_shown_and_named(
    head: Actor, world: World
) -> None:
    await world.rated(sheets(world, BEFORE, [3] * 40))
    await head.says("ringkasan")
    assert head.reads("IKM: belum cukup jawaban (0 dari 30)")
    assert head.reads("Triwulan III 2026: IKM sementara 75,00")


async def test_buttons_drill_down_to_services_and_counters(head: Actor, world: World) -> None:
    await world.rated(
        sheets(world, NOW, [4] * 40, counter=0) + sheets(world, NOW, [2] * 35, counter=1)
    )
    await head.opens("ringkasan", "Per layanan")
    assert head.reads("KTP-el: IKM 100,00 (A), 40 jawaban")
    assert head.reads("Akta Kelahiran: IKM 50,00 (D), 35 jawaban")
    assert head.reads("Kartu Keluarga: belum cukup (0 dari 30)")
    await head.taps("Akta Kelahiran")
    assert head.reads("IKM sementara: 50,00")
    await head.taps("‹ Disdukcapil", "Per loket")
    assert head.reads("Loket 2: IKM 50,00 (D), 35 jawaban")
    await head.taps("Loket 2")
    assert head.reads("IKM sementara: 50,00")


async def test_what_one_counter_has_is_not_the_unit_less_the_other(
    head: Actor, world: World
) -> None:
    """Unit 44, Loket 1 37: the seven of Loket 2 would be the difference."""
    await world.rated(
        sheets(world, NOW, [4] * 37, counter=0) + sheets(world, NOW, [2] * 7, counter=1)
    )
    await head.says("ringkasan")
    assert head.reads("dari 44 responden")
    await head.taps("Per loket")
    assert head.reads("Loket 1: tidak ditampilkan (37 jawaban)")
    assert head.reads("Loket 2: belum cukup (7 dari 30)")
    await head.taps("Loket 1")
    assert head.reads("IKM: tidak ditampilkan (37 responden)")
    assert not head.sees_a_picture
    few = taps(world, NOW, 7, element="waktu", value=1, counter=1)
    await world.rated(taps(world, NOW, 37, element="waktu", value=1) + few)
    await head.opens("ringkasan", "Per loket", "Loket 1")
    assert head.reads("Indeks harian (indikatif): tidak ditampilkan (37 penilaian)")
    other = taps(world, NOW, 33, element="biaya", value=4, counter=1)
    await world.rated(other)
    await head.opens("ringkasan", "Per loket", "Loket 1", "Dari mana angka ini")
    assert head.reads("Indeks harian (indikatif, bukan IKM): 75,00 (37 penilaian)")
    assert not head.reads("Waktu penyelesaian: 25,00")
    await world.rated(taps(world, NOW, 33, element="biaya", value=4))
    await head.opens("ringkasan", "Per loket", "Loket 1", "Dari mana angka ini")
    assert head.reads("Waktu penyelesaian: tidak ditampilkan (37 jawaban)")


async def test_both_products_stand_apart_and_open_to_what_they_are_made_of(
    head: Actor, world: World
) -> None:
    """Thirty long surveys hide no daily element, and lend no cause of theirs to the IKM."""
    daily = taps(world, NOW, 40, element="waktu", value=1)
    await world.rated(sheets(world, NOW, [3] * 30 + [4] * 10) + daily)
    await head.says("ringkasan")
    official, _, rest = head.screen.partition("Indeks harian (indikatif, bukan IKM): 75,00")
    assert "IKM sementara: 81,25" in official
    assert "Antrean panjang" not in official
    assert "Waktu penyelesaian: 25,00 (40 jawaban), terutama: Antrean panjang" in rest
    await head.taps("Dari mana angka ini")
    assert head.reads("9 unsur dengan bobot sama, kali 25")
    assert head.reads("Target responden: 380 dari ")
    assert head.reads("Waktu penyelesaian: 81,25 (40 jawaban). 1: 0, 2: 0, 3: 30, 4: 10")
    await head.taps("Indeks harian")
    assert head.reads("Ketukan pertama: 1: 0, 2: 0, 3: 40, 4: 0")
    assert head.reads("Waktu penyelesaian: 25,00 (40 jawaban). 1: 40, 2: 0, 3: 0, 4: 0")
    assert head.reads("Biaya/tarif: belum cukup (0 dari 30)")
    assert head.sees_a_picture


async def test_a_rest_is_told_where_it_is_in_no_figure_or_only_in_a_wider_one(
    head: Actor, world: World
) -> None:
    every = sheets(world, BEFORE, [3] * 40)
    every += sheets(world, BEFORE, [3] * 3, counter=1) + sheets(world, BEFORE, [3] * 3, counter=2)
    every += taps(world, BEFORE, 4, element="waktu", value=1)
    await world.rated(every + sheets(world, NOW, [3] * 4))
    await head.says("ringkasan")
    assert head.reads("Menunggu dirilis: 4 penilaian")
    await head.taps("‹ Triwulan lalu")
    assert head.reads("dari 46 responden"), "three and three are released for the unit"
    assert head.reads("Terlalu sedikit untuk dirilis: 4 penilaian, yang tidak masuk angka mana pun")
    await head.taps("Per loket", "Loket 2")
    assert head.reads("3 penilaian hanya masuk angka layanan atau unitnya")


async def test_the_quarter_before_and_after_can_be_opened(head: Actor, world: World) -> None:
    await world.rated(sheets(world, BEFORE, [3] * 40))
    await head.opens("ringkasan", "‹ Triwulan lalu")
    assert head.reads("Triwulan III 2026")
    assert not head.reads("berjalan")
    await head.taps("Triwulan berikut")
    assert head.reads("(berjalan)")


async def test_what_citizens_wrote_is_shown_without_names_or_days(
    head: Actor, world: World
) -> None:
    await world.rated(taps(world, NOW, 5, element="waktu", value=1))
    await head.opens("ringkasan", "Kata warga")
    assert head.reads("“Antrean <panjang> & lama”")
    await head.taps("‹ Disdukcapil", "‹ Triwulan lalu", "Kata warga")
    assert head.reads("Belum cukup tulisan untuk ditampilkan (0 dari 5)")


async def test_what_was_written_today_or_by_few_is_not_shown_yet(head: Actor, world: World) -> None:
    today = date(2026, 11, 23)
    await given(world, taps(world, today, 9, element="waktu", value=1))
    await head.opens("ringkasan", "Kata warga")
    assert head.reads("(0 dari 5)")
    await world.closes()
    await head.opens("ringkasan", "Kata warga")
    assert head.reads("Antrean <panjang>")


@pytest.mark.parametrize("opening", ["", "u1", "s1", "c1", "u1@2026-Q3/kata", "u999", "x", "u1;"])
async def test_nobody_else_reads_a_units_figures(
    citizen: Actor, world: World, opening: str
) -> None:
    await world.rated(sheets(world, NOW, [3] * 40))
    await citizen.scans("KTP-el, loket 1")
    message, _ = citizen.button("🙂 Baik")
    await citizen.presses(message, f"o.ringkasan.{opening}")
    assert citizen.has_read("hanya untuk kepala unit") or citizen.reads("hanya untuk kepala unit")
    assert not citizen.has_read("75,00")


async def test_the_head_of_a_unit_below_does_not_read_the_unit_above(
    world: World, head: Actor
) -> None:
    from models.store.people import people

    def below(store: Store) -> str:
        unit = services.add_unit(
            store, "UPTD Contoh", zone="Asia/Jakarta", parent_id=world.office.unit_id
        )
        person = people.add(store, "Agus")
        people.give_duty(store, person, unit_id=unit.id, duty="head", valid_from=date(2020, 1, 1))
        return people.invite(store, person, now=world.clock()).code

    code = await world.run(below)
    agus = world.actor(2002, "Agus")
    await agus.joins(code)
    await agus.says("ringkasan")
    assert agus.reads("UPTD Contoh")
    message, _ = agus.button("Per layanan")
    await agus.presses(message, f"o.ringkasan.u{world.office.unit_id}")
    assert agus.has_read("hanya untuk kepala unit")


async def test_a_duty_that_is_over_opens_nothing(world: World) -> None:
    from models.store.people import people

    def over(store: Store) -> str:
        person = people.add(store, "Mantan")
        people.give_duty(
            store,
            person,
            unit_id=world.office.unit_id,
            duty="head",
            valid_from=date(2020, 1, 1),
            valid_to=date(2025, 12, 31),
        )
        return people.invite(store, person, now=world.clock()).code

    code = await world.run(over)
    former = world.actor(2003, "Mantan")
    await former.joins(code)
    await former.says("ringkasan")
    assert former.reads("hanya untuk kepala unit")


async def test_words_of_too_few_are_not_told_by_one_list_less_another(
    head: Actor, world: World
) -> None:
    """Five of six were written at Loket 1: beside its list the unit's would tell that of Loket 2,
    which waits for others."""
    rows = sheets(world, NOW, [3] * 8) + sheets(world, NOW, [3] * 8, counter=1)
    said = [replace(row, instrument=DAILY, answers={"overall": 3}) for row in rows]
    said = [
        replace(row, reason=f"kata {n}") if n < 5 or n == 8 else row for n, row in enumerate(said)
    ]
    await world.rated(said)
    await head.says("ringkasan")
    await head.taps("Kata warga")
    assert head.reads("kata 4")
    assert head.reads("1 komentar menunggu")
    assert not head.reads("kata 8")
    await head.says("ringkasan")
    await head.taps("Per loket", "Loket 2", "Kata warga")
    assert not head.reads("“kata")
