"""Leaving service: the day after the last one nothing is left of it but the past."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

import pytest
from sqlalchemy import insert, select

from models.campaigns import Due
from models.letters import Letter, Verbatim
from models.store import Store, schema
from models.store.chat import addresses, chats, dialogues
from models.store.engine.database import Database
from models.store.letters import letters
from models.store.office import services
from models.store.oversight.stamps import Stamp
from models.store.people import histories, leaving, people, posts, teams
from models.store.people.date_ranges import DateRange
from models.store.prompts import prompts
from models.store.rules.zones import zones_of

WIB, WIT = "Asia/Jakarta", "Asia/Jayapura"
SINCE, TODAY = date(2026, 1, 1), date(2026, 8, 3)
NOON = datetime(2026, 8, 3, 5, tzinfo=UTC)
A_DAY = timedelta(days=1)


def office(store: Store, zone: str = WIB) -> tuple[int, int, int]:
    """A unit, its head Dewi who has joined, and Joko whose superior she is."""
    unit = services.add_unit(store, "Dinas", zone=zone).id
    dewi, joko = people.add(store, "Dewi"), people.add(store, "Joko")
    for person in (dewi, joko):
        posts.place(store, person, unit, "Staf", since=SINCE)
    posts.report_to(store, joko, dewi, since=SINCE)
    posts.report_to(store, dewi, joko, since=SINCE)
    posts.assign_counter(store, dewi, [services.add_counter(store, unit, "Loket 1")], since=SINCE)
    people.give_duty(store, dewi, unit_id=unit, duty="head", valid_from=SINCE)
    teams.join(store, teams.add(store, "Arsip", unit_id=unit, since=SINCE), dewi, since=SINCE)
    met = addresses.meet(store, "telegram", "1001").address
    addresses.change(store, met.id, person_id=dewi)
    return unit, dewi, joko


def owner(store: Store, sender: str = "1001") -> int | None:
    return addresses.meet(store, "telegram", sender).address.person_id


def stands(store: Store, day: date, dewi: int, joko: int) -> list[bool]:
    """Whether there is each of what Dewi has, on a day."""
    links = (schema.posts, schema.superiors, schema.stations, schema.duties, schema.memberships)
    held = [
        select(table.c.id).where(table.c.person_id == dewi, posts.valid(table, day))
        for table in links
    ]
    there = [store.execute(one).first() is not None for one in held]
    return [*there, posts.superior_of(store, joko, day) == dewi]


async def test_everything_ends_with_the_last_day_and_the_past_stays(database: Database) -> None:
    def story(store: Store) -> None:
        _, dewi, joko = office(store)
        leaving.leave_service(store, dewi, last_day=TODAY, now=NOON)
        assert stands(store, TODAY, dewi, joko) == [True] * 6
        assert stands(store, TODAY + A_DAY, dewi, joko) == [False] * 6
        assert [one.name for one in posts.employees(store, TODAY + A_DAY)] == ["Joko"]

    await database.run(story)


@pytest.mark.parametrize(
    ("zone", "last_day", "later", "closed"),
    [
        (WIB, TODAY - A_DAY, timedelta(), True),
        (WIB, TODAY, timedelta(), False),
        (WIB, TODAY, timedelta(hours=11, minutes=59), False),
        (WIB, TODAY, timedelta(hours=12), True),
        (WIT, TODAY, timedelta(hours=9, minutes=59), False),
        (WIT, TODAY, timedelta(hours=10), True),
        (WIB, TODAY + A_DAY, timedelta(hours=12), False),
    ],
)
async def test_the_chat_is_nobodys_from_the_first_moment_after_the_last_day(
    database: Database, zone: str, last_day: date, later: timedelta, closed: bool
) -> None:
    def story(store: Store) -> None:
        _, dewi, _ = office(store, zone)
        leaving.leave_service(store, dewi, last_day=last_day, now=NOON)
        assert (owner(store) is None) == (last_day < TODAY)
        there = addresses.meet(store, "telegram", "1001").address
        assert (addresses.person_at(store, there, NOON + later).id is None) == closed
        for _ in range(2):
            leaving.close_left(store, NOON + later)
        assert (owner(store) is None) == closed
        told = store.execute(select(schema.letters.c.sheet)).scalars().all()
        assert ["left-service" in one for one in told] == [True] * closed

    await database.run(story)


async def test_what_was_begun_or_waits_to_be_said_is_called_off(database: Database) -> None:
    """It may be of somebody else; and whoever has the phone next is not to read it."""

    def story(store: Store) -> None:
        _, dewi, _ = office(store)
        chat = addresses.of_person(store, dewi)[0]
        kept = {"conversation": "catat", "opening": "", "answers": "[]", "expires_at": NOON}
        dialogues.begin(store, chat.id, **kept)  # type: ignore[arg-type]
        words = Letter((Verbatim("Catatan Joko menunggu"),))
        letters.write(store, chat, words, now=NOON)
        gone = letters.write(store, chat, words, now=NOON)
        letters.taken(store, [(gone.id, 0)], now=NOON)
        due = Due("daily.x", "log", TODAY, NOON, TODAY)
        prompts.write(store, due, chat, words, lane="own", now=NOON)
        leaving.leave_service(store, dewi, last_day=TODAY - A_DAY, now=NOON)
        assert addresses.meet(store, "telegram", "1001").dialogue is None
        rows = store.execute(select(schema.letters).order_by(schema.letters.c.id)).all()
        assert [row.state for row in rows] == ["taken", "waiting"]
        assert "left-service" in rows[-1].sheet
        prompt = store.execute(select(schema.prompts)).one()
        assert (prompt.state, prompt.why) == ("undone", "left")

    await database.run(story)


async def test_at_night_the_words_wait_for_the_morning_where_they_would_wake(
    database: Database,
) -> None:
    def story(store: Store) -> None:
        _, dewi, _ = office(store)
        met = addresses.meet(store, "whatsapp", "62").address
        addresses.change(store, met.id, person_id=dewi)
        leaving.leave_service(store, dewi, last_day=TODAY, now=NOON)
        leaving.close_left(store, NOON + timedelta(hours=12))
        rows = store.execute(select(schema.letters).order_by(schema.letters.c.id)).all()
        assert [(row.state, row.why) for row in rows] == [("waiting", None), ("held", "night")]
        assert rows[1].due_at == datetime(2026, 8, 4, 1, tzinfo=UTC)

    await database.run(story)


async def test_no_code_opens_the_chat_of_who_has_left(database: Database) -> None:
    def story(store: Store) -> None:
        _, dewi, _ = office(store)
        before = people.invite(store, dewi, now=NOON).code
        leaving.leave_service(store, dewi, last_day=TODAY, now=NOON)
        last = people.invite(store, dewi, now=NOON).code
        new = addresses.meet(store, "telegram", "1002").address
        assert people.joined(store, before, address_id=new.id, now=NOON) is None
        after = NOON + timedelta(hours=12)
        found = (people.bearer(store, last, now=NOON), people.bearer(store, last, now=after))
        assert [one and (one.person_id, one.standing) for one in found] == [
            (dewi, "works"),
            (dewi, "left"),
        ]
        assert people.joined(store, last, address_id=new.id, now=after) is None
        assert people.has_left(store, dewi, after)
        assert not people.has_left(store, dewi, NOON)

    await database.run(story)


async def test_the_day_may_be_corrected_to_an_earlier_or_a_later_one(database: Database) -> None:
    def story(store: Store) -> None:
        _, dewi, joko = office(store)
        for last_day in (TODAY, TODAY - A_DAY, TODAY + A_DAY):
            leaving.leave_service(store, dewi, last_day=last_day, now=NOON)
        assert stands(store, TODAY + A_DAY, dewi, joko)[:3] == [True] * 3
        assert stands(store, TODAY + 2 * A_DAY, dewi, joko) == [False] * 6

    await database.run(story)


async def test_a_transfer_in_the_last_weeks_ends_with_the_last_day_too(
    database: Database,
) -> None:
    def story(store: Store) -> None:
        _, dewi, _ = office(store)
        leaving.leave_service(store, dewi, last_day=TODAY, now=NOON)
        east = services.add_unit(store, "Dinas B", zone=WIT).id
        posts.place(store, dewi, east, "Staf", since=TODAY)
        assert posts.post_of(store, dewi, TODAY) is not None
        assert posts.post_of(store, dewi, TODAY + A_DAY) is None
        assert zones_of(store, dewi, NOON) == [WIT, WIB]

    await database.run(story)


async def test_who_is_to_leave_is_a_superior_for_no_longer(database: Database) -> None:
    def story(store: Store) -> None:
        _, dewi, joko = office(store)
        leaving.leave_service(store, dewi, last_day=TODAY + A_DAY, now=NOON)
        span = DateRange(TODAY, None, (dewi,))
        for again in (
            lambda: posts.report_to(store, joko, dewi, since=TODAY),
            lambda: histories.report_to(store, {joko: [span]}, stamp=Stamp(NOON, TODAY)),
        ):
            posts.report_to(store, joko, None, since=TODAY)
            again()
            held = [posts.superior_of(store, joko, TODAY + n * A_DAY) for n in range(3)]
            assert held == [dewi, dewi, None]

    await database.run(story)


async def test_who_comes_back_is_in_service_again(database: Database) -> None:
    def story(store: Store) -> None:
        unit, dewi, _ = office(store)
        leaving.leave_service(store, dewi, last_day=TODAY - A_DAY, now=NOON)
        posts.place(store, dewi, unit, "Staf", since=TODAY)
        code = people.invite(store, dewi, now=NOON).code
        new = addresses.meet(store, "telegram", "1002").address
        assert people.joined(store, code, address_id=new.id, now=NOON) == "Dewi"
        leaving.close_left(store, NOON + 9 * A_DAY)
        assert owner(store, "1002") == dewi

    await database.run(story)


async def test_who_never_had_a_post_or_a_chat_may_leave_too(database: Database) -> None:
    def story(store: Store) -> None:
        number = store.execute(insert(schema.people).values(name="Siti")).inserted_primary_key
        leaving.leave_service(store, number[0], last_day=TODAY - A_DAY, now=NOON)  # type: ignore[index]
        assert store.execute(select(schema.letters)).all() == []
        assert chats.chosen(store, number[0]) is None  # type: ignore[index]

    await database.run(story)


async def test_leaving_is_in_the_trail(database: Database) -> None:
    stamp = Stamp(NOON, TODAY, by=7)

    def story(store: Store) -> int:
        _, dewi, _ = office(store)
        leaving.leave_service(store, dewi, last_day=TODAY, now=NOON, stamp=stamp)
        return dewi

    dewi = await database.run(story)
    row = await database.read(lambda store: store.execute(select(schema.trail)).one())
    assert (row.deed, row.by_id, row.about_id) == ("left", 7, dewi)
    assert row.what == '{"last_day":"2026-08-03"}'
