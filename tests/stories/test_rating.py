"""Nilai: a citizen with ten seconds."""

from __future__ import annotations

from sqlalchemy import func, select

from models.instruments import instrument
from models.ratings import CAUSES, DAILY, rater_token
from models.store import Store
from models.store.ratings.raters import key_of
from models.store.schema import (
    addresses,
    day_keys,
    dialogues,
    inbox,
    letters,
    raters,
    ratings,
    services,
    unreleased,
)
from tests.actors import Actor, World


def rating_rows(store: Store) -> list[dict[str, object]]:
    return [dict(row) for row in store.execute(select(ratings)).mappings()]


async def counted(world: World, kind: str) -> dict[tuple[str, int], int]:
    """What waits to be released: (element, value) -> count."""

    def read(store: Store) -> dict[tuple[str, int], int]:
        rows = store.execute(
            select(unreleased.c.element, unreleased.c.value, func.sum(unreleased.c["count"]))
            .where(unreleased.c.instrument == kind)
            .group_by(unreleased.c.element, unreleased.c.value)
        )
        return {(row[0], row[1]): row[2] for row in rows if row[2]}

    return await world.run(read)


async def test_one_tap_is_a_rating_even_for_who_walks_away(citizen: Actor, world: World) -> None:
    await citizen.scans("KTP-el, loket 1")
    assert citizen.reads("Tanpa nama dan nomor")
    assert citizen.reads("KTP-el")
    await citizen.taps("🙂 Baik")
    assert await counted(world, DAILY) == {("overall", 3): 1}
    await world.waits(minutes=16)
    said = citizen.reads("Terima kasih")
    assert said is not world.on_whatsapp, "a bubble that says what is known costs money there"
    assert citizen.bubbles == (2 if world.on_whatsapp else 1)
    assert await counted(world, DAILY) == {("overall", 3): 1}


async def test_an_unhappy_citizen_is_asked_why(citizen: Actor, world: World) -> None:
    await citizen.scans("KTP-el, loket 1")
    await citizen.taps("🙁 Kurang baik", "Kurang sesuai")
    assert citizen.reads("Apa yang perlu diperbaiki?")
    await citizen.taps("Syarat tidak jelas")
    assert await counted(world, CAUSES) == {("persyaratan", 1): 1}


async def test_low_on_the_whole_but_good_in_the_drawn_element_asks_which_element(
    citizen: Actor, world: World
) -> None:
    await citizen.scans("KTP-el, loket 1")
    await citizen.taps("😞 Tidak baik", "Sangat sesuai")
    assert citizen.reads("Apa yang perlu diperbaiki?")
    await citizen.taps("Lama waktu")
    assert await counted(world, CAUSES) == {("waktu", 0): 1}


async def test_a_happy_citizen_needs_three_taps_and_one_message(citizen: Actor) -> None:
    await citizen.scans("KTP-el, loket 1")
    await citizen.taps("😊 Sangat baik", "Sangat sesuai", "Lewati")
    assert citizen.reads("Terima kasih, penilaian Anda untuk KTP-el sudah tercatat.")
    assert citizen.bubbles == (4 if citizen.world.on_whatsapp else 1)


async def test_what_is_typed_is_as_good_as_a_tap(citizen: Actor, world: World) -> None:
    await citizen.scans("KTP-el, loket 1")
    await citizen.says("sangat baik")
    await citizen.says("4")
    await citizen.says("Petugasnya ramah sekali")
    assert citizen.reads("Terima kasih")
    (rating,) = await world.run(rating_rows)
    assert rating["answers"] == {"overall": 4, "persyaratan": 4}
    assert rating["reason"] == "Petugasnya ramah sekali"


async def test_the_code_on_the_poster_can_be_typed(citizen: Actor, world: World) -> None:
    code = world.office.counter("Kartu Keluarga, loket 3").code
    await citizen.says(code.lower())
    assert citizen.reads("Kartu Keluarga")


async def test_a_code_that_leads_nowhere_is_said_so(citizen: Actor) -> None:
    await citizen.starts("ABCDE")
    assert citizen.reads("tidak kami kenal")


async def test_without_a_code_the_service_is_picked_from_a_list(citizen: Actor) -> None:
    await citizen.opens("nilai", "Akta Kelahiran")
    assert citizen.reads("Akta Kelahiran")


async def test_a_rating_carries_no_person_and_no_time_of_day(citizen: Actor, world: World) -> None:
    await citizen.scans("KTP-el, loket 1")
    await citizen.taps("🙂 Baik", "Sesuai")
    await citizen.says("Hubungi saya di 0812-3456-7890, NIK 3303012345678901")
    assert citizen.reads("samarkan")
    await world.closes()
    (rating,) = await world.run(rating_rows)
    assert str(rating["day"]) == "2026-11-23"
    assert (rating["hour"], rating["batch_id"], rating["came_on"]) == (None, None, None)
    assert set(rating) == {
        "id", "counter_id", "service_id", "day", "instrument", "answers", "cause", "reason",
        "hold", "kind", "hour", "batch_id", "came_on",
    }  # fmt: skip
    assert "3456" not in str(rating["reason"])
    assert "2345678901" not in str(rating["reason"])


async def test_who_has_rated_today_is_not_to_be_found_with_the_database_alone(
    citizen: Actor, world: World
) -> None:
    """Its key of the day, its chats and its services make none of the tokens it has."""
    await citizen.scans("KTP-el, loket 1")
    await citizen.taps("🙂 Baik")

    def tokens(store: Store, key: bytes) -> set[str]:
        chats = store.execute(select(addresses.c.channel, addresses.c.sender)).all()
        numbers = store.execute(select(services.c.id)).scalars().all()
        return {
            rater_token(key, rater=f"chat {channel} {sender}", service_id=n, instrument=kind)
            for channel, sender in chats
            for n in numbers
            for kind in (DAILY, instrument().key)
        }

    def tried(store: Store) -> tuple[set[str], set[str], set[str]]:
        (row,) = store.execute(select(day_keys)).all()
        kept = set(store.execute(select(raters.c.token)).scalars())
        return kept, tokens(store, bytes(row.key)), tokens(store, key_of(store, row.day))

    kept, alone, with_the_secret = await world.run(tried)
    assert len(kept) == 1
    assert not kept & alone
    assert kept < with_the_secret


async def test_nothing_that_was_said_stays_in_the_inbox_or_in_a_letter(
    citizen: Actor, world: World
) -> None:
    await citizen.scans("KTP-el, loket 1")
    await citizen.taps("🙂 Baik", "Sesuai")
    await citizen.says("Petugasnya ramah sekali")

    def left(store: Store) -> tuple[list[object], int, int]:
        raws = [row[0] for row in store.execute(select(inbox.c.raw)) if row[0] is not None]
        return (
            raws,
            len(store.execute(select(letters)).all()),
            len(store.execute(select(dialogues)).all()),
        )

    assert await world.run(left) == ([], 0, 0)


async def test_who_has_rated_today_is_forgotten(citizen: Actor, world: World) -> None:
    await citizen.scans("KTP-el, loket 1")
    await citizen.taps("🙂 Baik")

    def tied(store: Store) -> list[object]:
        return [row[0] for row in store.execute(select(raters.c.rating_id))]

    def known(store: Store) -> int:
        tokens = len(store.execute(select(raters)).all())
        return tokens + len(store.execute(select(day_keys)).all())

    assert len(await world.run(tied)) == 1
    await world.waits(minutes=16)
    assert await world.run(tied) == [None]
    await world.waits(days=4)
    assert await world.run(known) == 0


async def test_fifteen_minutes_to_change_ones_mind(citizen: Actor, world: World) -> None:
    await citizen.scans("KTP-el, loket 1")
    await citizen.taps("😞 Tidak baik", "Sesuai", "Lewati", "Lewati")
    assert citizen.buttons == ["Laporkan", "Jawab lengkap (9)", "Kabari saya"], "three at most"
    await world.waits(minutes=10)
    await citizen.scans("KTP-el, loket 1")
    assert citizen.reads("mengganti yang tadi")
    await citizen.taps("😊 Sangat baik", "Kurang sesuai")
    assert await counted(world, DAILY) == {("overall", 4): 1, ("persyaratan", 2): 1}
    assert (await world.verified()).differences == ()


async def test_after_that_todays_rating_stands(citizen: Actor, world: World) -> None:
    await citizen.scans("KTP-el, loket 1")
    await citizen.taps("😞 Tidak baik")
    await world.waits(minutes=16)
    await citizen.scans("KTP-el, loket 1")
    assert citizen.reads("sudah menilai KTP-el hari ini")
    assert await counted(world, DAILY) == {("overall", 1): 1}


async def test_tomorrow_and_another_service_are_ratings_of_their_own(
    citizen: Actor, other_citizen: Actor, world: World
) -> None:
    await citizen.scans("KTP-el, loket 1")
    await citizen.taps("🙂 Baik")
    await citizen.scans("Akta Kelahiran, loket 2")
    await citizen.taps("🙂 Baik")
    await other_citizen.scans("KTP-el, loket 1")
    await other_citizen.taps("🙂 Baik")
    await world.waits(days=1)
    await citizen.scans("KTP-el, loket 1")
    await citizen.taps("🙂 Baik")
    assert (await counted(world, DAILY))["overall", 3] == 4


async def test_the_day_is_the_units_day(citizen: Actor, world: World) -> None:
    world.clock.forward(hours=14, minutes=50)
    await citizen.scans("KTP-el, loket 1")
    await citizen.taps("🙂 Baik")
    world.clock.forward(minutes=20)
    await citizen.taps("Sesuai")
    (rating,) = await world.run(rating_rows)
    assert str(rating["day"]) == "2026-11-23"


async def test_over_many_citizens_each_element_gets_equally_many_answers(world: World) -> None:
    for number in range(27):
        citizen = world.actor(3000 + number, f"Warga {number}")
        await citizen.scans("KTP-el, loket 1")
        await citizen.taps("🙂 Baik")
        await citizen.says("3")
    answers = await counted(world, DAILY)
    assert {e: answers[e, 3] for e in instrument().elements} == dict.fromkeys(
        instrument().elements, 3
    )


async def test_a_closed_service_is_refused_in_words(citizen: Actor, world: World) -> None:
    from models.store.office import services

    await citizen.scans("KTP-el, loket 1")
    counter = world.office.counter("KTP-el, loket 1")
    await world.run(lambda s: services.offer(s, counter.id, counter.services[0].id, is_open=False))
    await citizen.taps("🙂 Baik")
    assert citizen.reads("tidak ada lagi layanan yang dapat dinilai")
    assert (await world.verified()).ratings == 0
