"""What happens seldom: empty offices, counters with many services, forms overtaken by time."""

from __future__ import annotations

from datetime import date

from sqlalchemy import select, update

from models.letters import Fact, Text
from models.people import Address
from models.quarter import Quarter
from models.ratings import DAILY, Rating
from models.store import Store, schema
from models.store.chat import addresses
from models.store.office import services
from models.store.schema import offers
from tests.actors import Actor, World
from tests.stories.test_rating import counted
from tests.stories.test_summary import NOW, sheets


async def closes(world: World, *, but: int = 0) -> None:
    """Close every offer but the first few."""

    def close(store: Store) -> None:
        for counter in world.office.counters[but:]:
            services.offer(store, counter.id, counter.services[0].id, is_open=False)

    await world.run(close)


async def test_an_office_without_services_says_so(citizen: Actor, world: World) -> None:
    await closes(world)
    await citizen.says("nilai")
    assert citizen.reads("Belum ada layanan")


async def test_where_there_is_one_counter_nothing_is_picked(citizen: Actor, world: World) -> None:
    await closes(world, but=1)
    await citizen.says("nilai")
    assert citizen.reads("Bagaimana layanan KTP-el di Loket 1, Disdukcapil Kabupaten Contoh?")


async def test_a_counter_with_several_services_asks_which(citizen: Actor, world: World) -> None:
    here, other = world.office.counters[0], world.office.counters[1].services[0]
    await world.run(lambda store: services.offer(store, here.id, other.id))
    await citizen.starts(here.code)
    assert citizen.reads("Layanan mana")
    await citizen.opens("bahasa", "Bahasa Indonesia")
    assert citizen.has_read("bahasa Indonesia")
    assert citizen.reads("Layanan mana")
    await citizen.taps("Akta Kelahiran")
    assert citizen.reads("Bagaimana layanan Akta Kelahiran di Loket 1, Disdukcapil")
    await citizen.taps("🙂 Baik")
    assert await counted(world, DAILY) == {("overall", 3): 1}


async def test_the_language_can_be_named_at_once(citizen: Actor) -> None:
    await citizen.says("/bahasa en")
    assert citizen.reads("All right")


async def test_the_head_is_greeted_by_name(head: Actor) -> None:
    await head.says("halo")
    assert head.reads("Halo, Ratna Dewi")
    await head.taps("Ringkasan unit")
    assert head.reads("belum cukup jawaban")


async def test_cancelling_after_the_time_to_change_takes_nothing_back(
    citizen: Actor, world: World
) -> None:
    from models.store.ratings import raters

    await citizen.scans("KTP-el, loket 1")
    await citizen.taps("🙂 Baik")
    world.clock.forward(minutes=14, seconds=59)
    later = world.clock()

    def forget(store: Store) -> None:
        from datetime import timedelta

        raters.forget(store, later + timedelta(minutes=2))

    await world.run(forget)
    await citizen.says("batal")
    assert citizen.reads("sudah menilai KTP-el hari ini")
    assert await counted(world, DAILY) == {("overall", 3): 1}


async def test_made_up_views_are_refused_and_real_ones_of_every_kind_open(
    head: Actor, world: World
) -> None:
    await world.rated(sheets(world, NOW, [3] * 40))
    await head.says("ringkasan")
    message, _ = head.button("Per layanan")
    for opening in ("u999", "s999", "c999", "u1@9999-Q4", "x1", "u1/tidakada"):
        await head.presses(message, f"o.ringkasan.{opening}")
        assert head.reads("hanya untuk kepala unit")
    service = world.office.counters[0].services[0].id
    for opening in (f"s{service}", f"c{world.office.counters[0].id}"):
        await head.presses(message, f"o.ringkasan.{opening}")
        assert head.has_read("75,00")


async def test_a_service_that_no_counter_delivers_any_more_has_no_view(
    head: Actor, world: World
) -> None:
    service = world.office.counters[0].services[0].id

    def lost(store: Store) -> None:
        store.execute(offers.delete().where(offers.c.service_id == service))

    await world.run(lost)
    await head.says("ringkasan")
    message, _ = head.button("Per layanan")
    await head.presses(message, f"o.ringkasan.s{service}")
    assert head.reads("hanya untuk kepala unit")


async def test_many_voices_come_in_pages(head: Actor, world: World) -> None:
    counter = world.office.counters[0]

    def write(number: int) -> Rating:
        return Rating(
            counter_id=counter.id,
            service_id=counter.services[0].id,
            day=NOW,
            instrument=DAILY,
            answers={"overall": 3},
            reason=f"Pesan {number} " + "panjang " * (60 if number == 0 else 1),
        )

    await world.rated([write(number) for number in range(11)])
    await head.opens("ringkasan", "Kata warga")
    assert head.reads("Kata warga")
    await head.taps("Berikutnya")
    assert "‹ Sebelumnya" in head.buttons
    await head.taps("‹ Sebelumnya")
    assert "Berikutnya ›" in head.buttons


async def test_a_quarter_with_only_a_daily_index_is_named_as_indicative(
    head: Actor, world: World
) -> None:
    counter = world.office.counters[0]
    before = Quarter.of(NOW).previous.first_day
    rating = Rating(
        counter_id=counter.id,
        service_id=counter.services[0].id,
        day=before,
        instrument=DAILY,
        answers={"overall": 3, "waktu": 2},
    )
    await world.rated([rating for _ in range(40)])
    await head.says("ringkasan")
    assert head.reads("Triwulan III 2026: indeks harian (indikatif) 75,00 (40 penilaian)")
    await head.taps("‹ Triwulan lalu", "Per layanan")
    assert head.reads("KTP-el: indikatif 75,00, 40 jawaban")


async def test_without_a_population_no_target_is_made_up(head: Actor, world: World) -> None:
    from models.store.schema import services as rows

    await world.run(lambda store: store.execute(update(rows).values(population=None)).rowcount)
    await world.rated(sheets(world, NOW, [3] * 40))
    await head.says("ringkasan")
    assert head.reads("IKM: 75,00")
    assert not head.reads("target")


async def test_the_head_of_two_units_can_open_the_other(world: World) -> None:
    from models.store.people import people

    def two(store: Store) -> str:
        other = services.add_unit(store, "UPTD Timur", zone="Asia/Jayapura")
        person = people.add(store, "Wati")
        for unit in (world.office.unit_id, other.id):
            people.give_duty(store, person, unit_id=unit, duty="head", valid_from=date(2020, 1, 1))
        return people.invite(store, person, now=world.clock()).code

    wati = world.actor(2005, "Wati")
    await wati.joins(await world.run(two))
    await wati.opens("ringkasan", "UPTD Timur")
    assert wati.reads("UPTD Timur")


def test_a_figure_that_is_nowhere_is_said_to_be_missing() -> None:
    from handlers.words.figures import daily, earlier
    from models.figures import figures
    from models.instruments import instrument

    nothing = figures({}, instrument(), Quarter(2026, 3))
    few: dict[str, Fact] = {"kind": "daily", "n": 0, "needed": 30}
    assert daily(nothing, "daily") == Text("summary-daily-not-enough", few)
    assert earlier(nothing, "daily") == earlier(nothing, "official") == []


async def test_a_parked_rating_that_was_taken_back_elsewhere_is_not_offered_again(
    citizen: Actor, world: World
) -> None:
    await citizen.scans("KTP-el, loket 1")
    await citizen.taps("🙂 Baik")
    await citizen.opens("nilai", "KTP-el · Loket 1")
    await citizen.says("batal")
    assert citizen.has_read("Perubahan dibatalkan") or citizen.reads("Kita lanjutkan")
    assert await counted(world, DAILY) == {("overall", 3): 1}


async def test_the_end_of_a_form_makes_nobody_reachable_who_has_left(
    world: World, employee: Actor
) -> None:
    await employee.says("catat")
    await world.run(lambda store: addresses.change(store, _chat(store).id, reachable=False))
    await world.waits(hours=24)
    assert await world.run(lambda store: _chat(store).id not in _reachable(store))
    await employee.says("halo")
    assert await world.run(lambda store: _chat(store).id in _reachable(store))


def _chat(store: Store) -> Address:
    row = store.execute(select(schema.addresses).where(schema.addresses.c.person_id.is_not(None)))
    return addresses.address_of(row.one())


def _reachable(store: Store) -> list[int]:
    return [one.id for one in addresses.of_person(store, _chat(store).person_id or 0)]
