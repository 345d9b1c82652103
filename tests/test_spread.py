"""Limits as plans: a campaign is spread over days, those most due first, and the office is told."""

from __future__ import annotations

import asyncio
import json
from collections import Counter
from collections.abc import AsyncIterator
from datetime import date, time, timedelta

import pytest
from sqlalchemy import select

from models.calendar import moment
from models.people import Address
from models.store import Store, schema
from models.store.chat import addresses
from models.store.engine.database import Database, opened
from models.store.people import leaves, people, posts
from models.store.prompts import daily_limit, places
from scheduler.planner import plan
from scheduler.wanting import wanting
from tests.planned import EVERYTHING, LONG_AGO, OWN, WIB, hired, only, planned, prompted, unit_in

OPENING, SECOND, THIRD = date(2026, 4, 1), date(2026, 4, 2), date(2026, 4, 6)
HALF, CLOSING = date(2026, 4, 9), date(2026, 4, 14)
NINE, TEN, FOUR = time(9), time(10), time(16)
MANY = 7
LONG_SINCE = moment(date(2026, 1, 1), NINE, WIB)


@pytest.fixture
async def database(databases: str) -> AsyncIterator[Database]:
    store = opened(databases)
    yield store
    await store.close()


def on_whatsapp(store: Store, name: str) -> int:
    """Somebody who is prompted on WhatsApp, and has not written for long."""
    person = hired(store, name)
    met = addresses.meet(store, "whatsapp", f"phone of {name}")
    addresses.change(store, met.address.id, person_id=person)
    return person


async def office(database: Database, *, most: int | None, many: int = MANY) -> list[int]:
    def job(store: Store) -> list[int]:
        daily_limit.set_limit(store, "whatsapp", most, now=LONG_SINCE)
        return [on_whatsapp(store, f"Pegawai {n}") for n in range(many)]

    return await database.run(job)


async def had(database: Database) -> Counter[tuple[str, str]]:
    return Counter((f"{one.day}", one.kind) for one in await database.read(prompted))


async def test_an_opening_is_spread_over_working_days_and_nobody_is_lost(
    database: Database,
) -> None:
    await office(database, most=3)
    for day in (OPENING, SECOND, date(2026, 4, 3), THIRD):
        for hour in (NINE, time(9, 5), TEN, time(19, 59)):
            await planned(database, day, hour, only("open"))
    assert await had(database) == {
        ("2026-04-01", "open"): 3,
        ("2026-04-02", "open"): 3,
        ("2026-04-06", "open"): 1,
    }
    asked = [one.person_id for one in await database.read(prompted)]
    assert len(set(asked)) == MANY
    assert asked == sorted(asked)


async def test_without_a_limit_all_are_asked_at_once(database: Database) -> None:
    await office(database, most=None)
    await planned(database, OPENING, NINE, OWN)
    assert await had(database) == {("2026-04-01", "open"): MANY}
    assert await database.read(_knocked) == 0


def _knocked(store: Store) -> int:
    return len(store.execute(select(schema.addresses.c.id).where(_KNOCKED)).all())


_KNOCKED = schema.addresses.c.knocked_at.is_not(None)


async def test_a_prompt_takes_its_place_with_the_letter(database: Database) -> None:
    await office(database, most=3)
    await planned(database, OPENING, NINE, OWN)
    assert await database.read(_knocked) == 3
    now = moment(OPENING, NINE, WIB)
    assert await database.read(lambda s: places.contacts(s, "whatsapp", now)) == [now] * 3
    sender = "phone of Pegawai 0"
    passes = await database.run(lambda s: daily_limit.admitted(s, "whatsapp", sender, now=now))
    assert passes
    other = "phone of Pegawai 6"
    assert not await database.run(lambda s: daily_limit.admitted(s, "whatsapp", other, now=now))


async def test_whoever_has_written_lately_or_is_elsewhere_takes_no_place(
    database: Database,
) -> None:
    crowd = await office(database, most=1)
    now = moment(OPENING, NINE, WIB)

    def story(store: Store) -> list[int]:
        for number in crowd[:2]:
            address = _chat(store, number)
            addresses.change(store, address.id, heard_at=now - timedelta(hours=20))
        addresses.change(store, _chat(store, crowd[2]).id, knocked_at=now - timedelta(hours=2))
        return [hired(store, "Hanya Telegram")]

    elsewhere = await database.run(story)
    await planned(database, OPENING, NINE, OWN)
    asked = {one.person_id for one in await database.read(prompted)}
    assert asked == {*crowd[:3], *elsewhere}


def _chat(store: Store, person: int) -> Address:
    return addresses.of_person(store, person)[0]


async def test_whoever_knows_nothing_yet_comes_before_whoever_is_reminded(
    database: Database,
) -> None:
    """So all are invited by the day that the office is told, while there is room for all."""
    crowd = await office(database, most=20, many=4)
    await planned(database, OPENING, NINE, OWN)
    late = await database.run(lambda store: [on_whatsapp(store, f"Baru {n}") for n in range(3)])
    await database.run(
        lambda s: daily_limit.set_limit(s, "whatsapp", 4, now=moment(HALF, NINE, WIB))
    )
    await planned(database, HALF, NINE, OWN)
    today = [one for one in await database.read(prompted) if one.day == HALF]
    assert [(one.person_id, one.kind) for one in today] == [
        (crowd[0], "half"),
        *((one, "open") for one in late),
    ]


async def test_those_most_due_come_first(database: Database) -> None:
    """The last reminder before what is asked every day."""
    crowd = await office(database, most=20, many=4)
    await planned(database, HALF, NINE, OWN)
    late = await database.run(lambda store: [on_whatsapp(store, f"Baru {n}") for n in range(3)])
    await database.run(
        lambda s: daily_limit.set_limit(s, "whatsapp", 4, now=moment(HALF, NINE, WIB))
    )
    await planned(database, date(2026, 4, 10), NINE, only("log"))
    found = await database.read(lambda s: wanting(s, moment(CLOSING, NINE, WIB), OWN))
    assert {one.person_id for one in found} == {*crowd, *late}
    await planned(database, CLOSING, NINE, only("last", "log"))
    await planned(database, CLOSING, FOUR, only("last", "log"))
    today = [one for one in await database.read(prompted) if one.day == CLOSING]
    assert [(one.person_id, one.kind) for one in today] == [(one, "last") for one in crowd]


async def test_a_day_s_log_that_finds_no_room_is_not_asked_for_the_day_after(
    database: Database,
) -> None:
    await office(database, most=2, many=4)
    monday, tuesday = date(2026, 3, 2), date(2026, 3, 3)
    for day in (monday, tuesday):
        for hour in (FOUR, time(18)):
            await planned(database, day, hour, OWN)
    assert await had(database) == {("2026-03-02", "log"): 2, ("2026-03-03", "log"): 2}


async def test_one_place_is_enough_for_one_s_own_work_and_the_team(database: Database) -> None:
    crowd = await office(database, most=1, many=1)

    def lead(store: Store) -> None:
        posts.report_to(store, hired(store, "Anak Buah"), crowd[0], since=LONG_AGO)

    await database.run(lead)
    await planned(database, OPENING, NINE)
    theirs = [one.lane for one in await database.read(prompted) if one.person_id == crowd[0]]
    assert sorted(theirs) == ["own", "team"]


async def test_planners_at_once_give_no_place_twice(databases: str) -> None:
    planners = [opened(databases) for _ in range(3)]
    await office(planners[0], most=5, many=12)
    now = moment(OPENING, NINE, WIB)
    await asyncio.gather(*(plan(one, now, OWN) for one in planners for _ in range(2)))
    assert len(await planners[0].read(prompted)) == 5
    for one in planners:
        await one.close()


async def test_a_place_that_is_gone_meanwhile_is_not_overbooked(database: Database) -> None:
    """Somebody is spoken to in another way between the reading and the writing."""
    await office(database, most=1, many=2)
    now = moment(OPENING, NINE, WIB)

    class Slow:
        """The database, with a last place that goes to somebody else."""

        read = staticmethod(database.read)

        async def run(self, job):  # type: ignore[no-untyped-def]
            sender = "phone of Pegawai 1"
            await database.run(lambda s: daily_limit.admitted(s, "whatsapp", sender, now=now))
            return await database.run(job)

    await plan(Slow(), now, OWN)  # type: ignore[arg-type]
    assert await database.read(prompted) == []


# -- the office


async def officer(database: Database, name: str = "Hani") -> int:
    def job(store: Store) -> int:
        person = hired(store, name)
        home = unit_in(store, WIB)
        people.give_duty(store, person, unit_id=home, duty="hr", valid_from=LONG_AGO)
        return person

    return await database.run(job)


async def told(database: Database) -> list[tuple[int, str, dict[str, object]]]:
    """Whom the office's letter went to, on which day, and its facts."""
    query = (
        select(schema.prompts.c.person_id, schema.prompts.c.day, schema.letters.c.sheet)
        .join(schema.letters, schema.letters.c.prompt_id == schema.prompts.c.id)
        .where(schema.prompts.c.kind == "spread")
    )
    rows = await database.read(lambda store: store.execute(query).all())
    return [(row.person_id, f"{row.day}", json.loads(row.sheet)["p"][0]) for row in rows]


async def test_the_personnel_office_is_told_once_how_many_how_fast_and_until_when(
    database: Database,
) -> None:
    hani = await officer(database)
    await office(database, most=3)
    for day in (OPENING, SECOND, THIRD):
        for hour in (NINE, time(9, 5), TEN):
            await planned(database, day, hour, OWN)
    ((person, day, sheet),) = await told(database)
    assert (person, day) == (hani, "2026-04-01")
    assert sheet == {
        "t": "spread-office",
        "$quarter": {"t": "quarter-1", "$year": "2026"},
        "$people": MANY,
        "$most": 3,
        "$until": {"on": "2026-04-06"},
        "$late": 0,
    }


async def test_what_a_campaign_does_not_reach_in_time_is_told(database: Database) -> None:
    await officer(database)
    await office(database, most=1, many=20)
    await planned(database, OPENING, NINE, OWN)
    ((_, _, sheet),) = await told(database)
    assert (sheet["$until"], sheet["$late"]) == ({"on": "2026-04-15"}, 10)


async def test_nobody_is_told_of_what_fits_into_the_day(database: Database) -> None:
    """Places of yesterday evening are free again this afternoon."""
    await officer(database)
    crowd = await office(database, most=2, many=4)
    evening = moment(OPENING - timedelta(days=1), FOUR, WIB)

    def knocked(store: Store) -> None:
        for name in ("X", "Y"):
            met = addresses.meet(store, "whatsapp", name)
            addresses.change(store, met.address.id, knocked_at=evening)
        addresses.change(store, _chat(store, crowd[0]).id, heard_at=moment(OPENING, NINE, WIB))
        addresses.change(store, _chat(store, crowd[1]).id, heard_at=moment(OPENING, NINE, WIB))

    await database.run(knocked)
    await planned(database, OPENING, NINE, OWN)
    assert await told(database) == []
    await planned(database, OPENING, time(16, 1), only("open"))
    assert await had(database) == {("2026-04-01", "open"): 5}


async def test_other_prompts_are_spread_without_a_word(database: Database) -> None:
    await officer(database)
    await office(database, most=2, many=4)
    await planned(database, date(2026, 3, 2), FOUR, OWN)
    assert await told(database) == []


async def test_an_officer_who_is_away_or_out_of_reach_is_not_written_to(
    database: Database,
) -> None:
    away = await officer(database, "Cuti")
    gone = await officer(database, "Pergi")
    distant = await officer(database, "Jauh")

    def job(store: Store) -> None:
        leaves.add(store, away, OPENING, OPENING)
        addresses.unreachable(store, "telegram", "chat of Pergi")
        met = addresses.meet(store, "whatsapp", "phone of Jauh")
        addresses.change(store, met.address.id, person_id=distant)

    await database.run(job)
    await office(database, most=0)
    await planned(database, OPENING, NINE, only("open"))
    assert await told(database) == []
    await planned(database, SECOND, NINE, only("open"))
    assert [(person, day) for person, day, _ in await told(database)] == [(away, "2026-04-02")]
    assert gone not in {one.person_id for one in await database.read(prompted)}


async def test_the_office_that_sleeps_is_told_when_it_wakes(database: Database) -> None:
    """At nine in the east it is seven in the west."""

    def east(store: Store) -> None:
        for n in range(3):
            person = hired(store, f"Timur {n}", "Asia/Jayapura")
            met = addresses.meet(store, "whatsapp", f"timur {n}")
            addresses.change(store, met.address.id, person_id=person)
        daily_limit.set_limit(store, "whatsapp", 1, now=moment(OPENING, NINE, WIB))

    hani = await officer(database)
    await database.run(east)
    await planned(database, OPENING, time(7), only("open"))
    assert await told(database) == []
    await planned(database, OPENING, time(8), only("open"))
    assert [person for person, _, _ in await told(database)] == [hani]


def test_every_kind_has_its_place_in_the_order() -> None:
    ranks = [one.rank for one in EVERYTHING.every]
    assert len(set(ranks)) == len(ranks)
