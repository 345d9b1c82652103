"""Forms that meet a changed world: a deploy, a closed service, the turn of the day."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from typing import TypeAlias

import pytest

import bot.turn.expiry
import bot.turn.form
from handlers import CONVERSATIONS
from models.ratings import DAILY
from models.store import Store
from models.store.chat import dialogues
from models.store.office import services
from models.store.schema import dialogues as rows
from models.store.schema import unreleased
from tests.actors import Actor, World

Deploy: TypeAlias = Callable[[str], None]


async def counted(world: World, counter_id: int) -> Counter[str]:
    """The daily answers of each element at a counter."""

    def read(store: Store) -> Counter[str]:
        here = unreleased.c.counter_id == counter_id
        found: Counter[str] = Counter()
        for row in store.execute(unreleased.select().where(here, unreleased.c.instrument == DAILY)):
            found[str(row.element)] += int(row._mapping["count"])
        return found

    return await world.run(read)


async def open_forms(world: World) -> list[tuple[str, bool]]:
    """Every form there is: its conversation and whether it is parked."""

    def read(store: Store) -> list[tuple[str, bool]]:
        return [(row.conversation, row.parked) for row in store.execute(rows.select())]

    return await world.run(read)


def survey_of(world: World, counter: str) -> str:
    stand = world.office.counter(counter)
    return f"survei-{stand.code}-{stand.services[0].key}"


async def close(world: World, counter: str) -> None:
    stand = world.office.counter(counter)
    await world.run(
        lambda store: services.offer(store, stand.id, stand.services[0].id, is_open=False)
    )


@pytest.fixture
def without(monkeypatch: pytest.MonkeyPatch) -> Deploy:
    """A deploy that drops conversations."""

    def dropped(gone: str) -> None:
        left = {name: c for name, c in CONVERSATIONS.items() if name != gone}
        monkeypatch.setattr(bot.turn.form, "CONVERSATIONS", left)

    return dropped


async def test_a_form_that_a_deploy_has_dropped_ends_with_a_word(
    citizen: Actor, world: World, without: Deploy
) -> None:
    await citizen.starts(survey_of(world, "KTP-el, loket 1"))
    await citizen.taps("Sesuai")
    without("survei")
    await citizen.says("Mudah")
    assert citizen.reads("tidak dipakai lagi")
    await citizen.says("nilai")
    assert "KTP-el · Loket 1" in citizen.buttons


async def test_a_parked_form_that_a_deploy_has_dropped_blocks_nobody(
    citizen: Actor, world: World, without: Deploy
) -> None:
    await citizen.starts(survey_of(world, "KTP-el, loket 1"))
    await citizen.taps("Sesuai")
    await citizen.says("bahasa")
    without("survei")
    await citizen.taps("Bahasa Indonesia")
    assert citizen.has_read("kita pakai bahasa Indonesia")
    assert citizen.reads("tidak dipakai lagi")
    assert await open_forms(world) == []


async def test_a_dropped_form_that_nobody_goes_on_with_ends_by_itself(
    citizen: Actor, world: World, without: Deploy
) -> None:
    await citizen.starts(survey_of(world, "KTP-el, loket 1"))
    await citizen.taps("Sesuai")
    without("survei")
    await world.waits(hours=2)
    assert citizen.reads("tidak dipakai lagi")
    assert await open_forms(world) == []


async def test_the_end_of_a_parked_form_leaves_the_open_one_alone(
    citizen: Actor, world: World
) -> None:
    """Also where the parked one is refused by then, and another is parked above it."""
    await citizen.starts(survey_of(world, "KTP-el, loket 1"))
    await citizen.taps("Sesuai")
    await world.waits(minutes=30)
    await citizen.starts(survey_of(world, "Akta Kelahiran, loket 2"))
    await citizen.taps("Sesuai")
    await citizen.says("bahasa")
    await close(world, "KTP-el, loket 1")
    await world.waits(minutes=31)
    forms = await open_forms(world)
    assert sorted(forms) == [("bahasa", False), ("survei", True)]
    await citizen.taps("Bahasa Indonesia")
    assert citizen.reads("survei sembilan pertanyaan")


async def test_a_service_that_closes_in_mid_form_ends_it_in_words(
    citizen: Actor, world: World
) -> None:
    await citizen.starts(survey_of(world, "KTP-el, loket 1"))
    await citizen.taps("Sesuai")
    await close(world, "KTP-el, loket 1")
    await citizen.says("Mudah")
    assert citizen.reads("sudah ditutup")
    assert await open_forms(world) == []


async def test_a_form_opened_before_midnight_and_answered_after_it_is_one_rating(
    citizen: Actor, world: World
) -> None:
    """23.55: the QR. 00.40: the face. 00.45, after tidying: the element, of the same rating."""
    world.clock.forward(hours=14, minutes=55)
    await citizen.scans("KTP-el, loket 1")
    await world.waits(minutes=45)
    await citizen.taps("🙂 Baik")
    await world.waits(minutes=5)
    await citizen.taps("Sesuai")
    found = await world.verified()
    assert (found.ratings, found.differences) == (1, ())


async def test_counters_picked_from_the_list_get_each_element_equally_often(world: World) -> None:
    for number in range(9):
        citizen = world.actor(3000 + number, f"Warga {number}")
        await citizen.opens("nilai", "Akta Kelahiran", "🙂 Baik")
        await citizen.says("4")
    answers = await counted(world, world.office.counter("Akta Kelahiran, loket 2").id)
    assert answers.pop("overall") == 9
    assert set(answers.values()) == {1}
    assert len(answers) == 9


async def test_the_day_is_that_of_the_counter_that_was_picked(citizen: Actor, world: World) -> None:
    """At 22.30 in Jakarta it is the next day in Jayapura."""

    def far(store: Store) -> None:
        unit = services.add_unit(store, "Disdukcapil Timur", zone="Asia/Jayapura")
        stand = services.add_counter(store, unit.id, "Loket Timur")
        services.offer(store, stand, services.add_service(store, unit.id, "KIA"))

    await world.run(far)
    world.clock.forward(hours=13, minutes=30)
    await citizen.opens("nilai", "KIA · Loket Timur · Disdukcapil Timur", "🙂 Baik")

    def days(store: Store) -> set[str]:
        return {str(row.day) for row in store.execute(unreleased.select())}

    assert await world.run(days) == {"2026-11-24"}


async def test_a_form_is_forgotten_with_its_end(citizen: Actor, world: World) -> None:
    await citizen.says("bahasa")
    assert await open_forms(world) == [("bahasa", False)]
    await citizen.taps("English")
    assert await open_forms(world) == []
    assert await world.run(lambda store: dialogues.expired(store, world.clock())) == []
