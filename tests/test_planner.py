"""The planner: nobody is prompted at night, on a day off, twice, or for what is done already."""

from __future__ import annotations

import asyncio
import json
import logging
from collections import Counter
from collections.abc import AsyncIterator
from datetime import date, datetime, time, timedelta
from typing import Any

import pytest
from sqlalchemy import func, select, update

from handlers.listed import PROMPTS
from models.calendar import days, moment
from models.campaigns import Due
from models.evaluations import Appraisal, Evaluation
from models.letters import Letter
from models.people import Person
from models.quarter import Quarter
from models.store import Store, schema
from models.store.chat import addresses
from models.store.engine.database import Database, StoreAway, opened
from models.store.people import leaves, people, posts
from models.store.work import entries, evaluations
from scheduler.planner import AGAIN, BATCH, plan
from scheduler.wanting import wanting
from tests.office import leaves_post
from tests.planned import (
    EVERYTHING,
    OWN,
    WIB,
    WIT,
    WITA,
    hired,
    logged,
    only,
    planned,
    prompted,
    said,
    saying,
    unit_in,
)

MONDAY = date(2026, 3, 2)  # no evaluation is open
OPENING = date(2026, 4, 1)
HALF, CLOSING, LAST = date(2026, 4, 9), date(2026, 4, 14), date(2026, 4, 15)
Q1 = Quarter(2026, 1)
NINE, FOUR = time(9), time(16)


@pytest.fixture
async def database(databases: str) -> AsyncIterator[Database]:
    store = opened(databases)
    yield store
    await store.close()


@pytest.fixture
async def dewi(database: Database) -> int:
    return await database.run(lambda store: hired(store, "Dewi"))


def sent(person: int, quarter: Quarter = Q1) -> Evaluation:
    return Evaluation(person, quarter, (), "sesuai", "sesuai", OPENING)


# -- once, however often


async def test_planning_again_changes_nothing(database: Database, dewi: int) -> None:
    once = await planned(database, OPENING, NINE)
    assert once == [("2026-04-01", "open")]
    for hour in (NINE, time(9, 1), time(12), FOUR, time(19, 59)):
        assert await planned(database, OPENING, hour) == once


async def test_planners_at_once_prompt_nobody_twice(databases: str) -> None:
    planners = [opened(databases) for _ in range(3)]
    names = [f"Pegawai {n}" for n in range(2 * BATCH + 7)]
    staff = await planners[0].run(lambda store: [hired(store, name) for name in names])
    now = moment(OPENING, NINE, WIB)
    await asyncio.gather(*(plan(one, now, EVERYTHING) for one in planners for _ in range(2)))
    found = await planners[0].read(prompted)
    assert sorted(one.person_id for one in found) == sorted(staff)
    assert await planners[0].read(_letters) == len(staff)
    for one in planners:
        await one.close()


def _letters(store: Store) -> int:
    return int(store.execute(select(func.count()).select_from(schema.letters)).scalar_one())


async def test_a_prompt_and_its_letter_are_written_together(database: Database, dewi: int) -> None:
    await planned(database, OPENING, NINE)
    row = await database.read(lambda store: store.execute(select(schema.letters)).one())
    assert row.kind == "prompt"
    assert "Dewi: open evaluation.2026-Q1" in row.sheet
    until = await database.read(lambda s: s.execute(select(schema.prompts.c.until)).scalar_one())
    assert until == moment(OPENING, time(20), WIB)


# -- by day, on working days


@pytest.mark.parametrize("hour", [time(0), time(7, 59), time(8), time(15, 59)])
async def test_nobody_is_asked_for_the_log_before_four(
    database: Database, dewi: int, hour: time
) -> None:
    assert await planned(database, MONDAY, hour) == []


@pytest.mark.parametrize("hour", [time(20), time(22, 30)])
async def test_what_was_missed_by_day_does_not_come_at_night(
    database: Database, dewi: int, hour: time
) -> None:
    assert await planned(database, OPENING, hour) == []
    assert await planned(database, date(2026, 4, 2), time(5)) == []
    assert await planned(database, date(2026, 4, 2), time(8)) == [("2026-04-02", "open")]


@pytest.mark.parametrize("day", [date(2026, 3, 7), date(2026, 3, 19), date(2026, 3, 20)])
async def test_nobody_is_prompted_on_a_day_off(database: Database, dewi: int, day: date) -> None:
    assert await planned(database, day, FOUR) == []


async def test_nobody_is_prompted_on_leave_and_the_opening_waits(
    database: Database, dewi: int
) -> None:
    await database.run(lambda store: leaves.add(store, dewi, OPENING, date(2026, 4, 6)))
    assert await planned(database, OPENING, NINE) == []
    assert await planned(database, date(2026, 4, 6), FOUR) == []
    assert await planned(database, date(2026, 4, 7), NINE) == [("2026-04-07", "open")]


async def test_after_a_long_leave_in_several_pieces_each_evaluation_opens_in_its_turn(
    database: Database, dewi: int
) -> None:
    def away(store: Store) -> None:
        for first, last in (((2025, 12, 20), (2026, 1, 15)), ((2026, 1, 16), (2026, 3, 31))):
            leaves.add(store, dewi, date(*first), date(*last))

    await database.run(away)
    for day in (OPENING, date(2026, 4, 2), date(2026, 4, 6)):
        await planned(database, day, NINE, OWN)
    found = [(one.campaign, one.day) for one in await database.read(prompted)]
    assert found == [
        ("evaluation.2025-Q4", OPENING),
        ("evaluation.2026-Q1", date(2026, 4, 2)),
    ]


async def test_each_is_prompted_by_the_clock_of_the_own_unit(database: Database) -> None:
    for zone in (WIB, WITA, WIT):
        await database.run(lambda store, zone=zone: hired(store, zone, zone))  # type: ignore[misc]
    found = {}
    for hour in (7, 8, 9):
        await plan(database, moment(OPENING, time(hour), WIB), OWN)
        found[hour] = len(await database.read(prompted))
    assert found == {7: 1, 8: 2, 9: 3}


async def test_who_was_moved_is_prompted_by_the_clock_of_todays_unit(
    database: Database, dewi: int
) -> None:
    await database.run(
        lambda store: posts.place(store, dewi, unit_in(store, WIT), "Staf", since=OPENING)
    )
    assert await planned(database, OPENING, NINE, OWN, zone=WIT) == [("2026-04-01", "open")]


# -- one a day in each lane


async def test_an_evaluation_takes_the_place_of_the_log_that_day(
    database: Database, dewi: int
) -> None:
    assert await planned(database, OPENING, FOUR) == [("2026-04-01", "open")]
    assert await planned(database, OPENING, time(17)) == [("2026-04-01", "open")]
    assert (await planned(database, date(2026, 4, 2), FOUR))[1:] == [("2026-04-02", "log")]


async def test_a_superior_gets_one_message_more_about_the_team(database: Database) -> None:
    def team(store: Store) -> int:
        head, one = hired(store, "Ratna"), hired(store, "Dewi")
        posts.report_to(store, one, head, since=MONDAY)
        return head

    head = await database.run(team)
    for hour in (NINE, time(12), FOUR, time(18)):
        await planned(database, MONDAY, hour)
    found = Counter((one.person_id == head, one.kind) for one in await database.read(prompted))
    assert found == {(True, "long"): 1, (True, "log"): 1, (False, "log"): 1}


async def test_who_leads_nobody_any_more_gets_no_message_about_a_team(database: Database) -> None:
    def team(store: Store) -> None:
        head, one = hired(store, "Ratna"), hired(store, "Dewi")
        posts.report_to(store, one, head, since=date(2026, 1, 1))
        leaves_post(store, one, since=MONDAY)

    await database.run(team)
    assert await planned(database, MONDAY, time(17)) == [("2026-03-02", "log")]


# -- nobody is asked for what is done


async def test_who_has_sent_the_evaluation_is_not_reminded(database: Database, dewi: int) -> None:
    await planned(database, OPENING, NINE, OWN)
    await database.run(lambda store: evaluations.put(store, sent(dewi)))
    for day in days(HALF, LAST):
        await planned(database, day, NINE, OWN)
    assert [one.kind for one in await database.read(prompted)] == ["open"]


async def test_who_has_been_rated_is_not_asked(database: Database, dewi: int) -> None:
    rated = Appraisal(
        person_id=dewi,
        quarter=Q1,
        superior_id=dewi,
        result="sesuai",
        conduct="sesuai",
        reason="Baik",
        predikat="baik",
        rated_on=OPENING,
    )
    await database.run(lambda store: evaluations.rate(store, rated))
    assert await planned(database, OPENING, NINE, OWN) == []


async def test_who_has_not_finished_is_reminded_twice_and_no_more(
    database: Database, dewi: int
) -> None:
    for day in days(OPENING, date(2026, 5, 1)):
        for hour in (time(8), NINE, time(13)):
            await planned(database, day, hour, OWN)
    found = [(one.day, one.kind) for one in await database.read(prompted)]
    assert found == [(OPENING, "open"), (HALF, "half"), (CLOSING, "last")]


async def test_who_was_asked_late_is_not_reminded_the_day_after(
    database: Database, dewi: int
) -> None:
    """Tilik was away until half time."""
    for day in days(HALF, date(2026, 5, 1)):
        await planned(database, day, NINE, OWN)
    found = [(one.day, one.kind) for one in await database.read(prompted)]
    assert found == [(HALF, "open"), (CLOSING, "last")]


async def test_who_has_logged_is_not_asked_and_who_has_withdrawn_it_is(database: Database) -> None:
    def day(store: Store) -> int:
        done, undone = hired(store, "Dewi"), hired(store, "Joko")
        entries.add(store, logged(done, MONDAY))
        entries.add(store, logged(undone, MONDAY, state="withdrawn"))
        entries.add(store, logged(undone, MONDAY - timedelta(days=3)))
        return undone

    undone = await database.run(day)
    await planned(database, MONDAY, FOUR)
    assert [one.person_id for one in await database.read(prompted)] == [undone]


async def test_newcomers_are_not_asked_for_the_quarter_before_they_came(
    database: Database,
) -> None:
    newcomer = await database.run(lambda store: hired(store, "Dewi", since=OPENING))
    early = await database.run(lambda store: hired(store, "Joko", since=Q1.last_day))
    await planned(database, OPENING, NINE)
    assert [one.person_id for one in await database.read(prompted)] == [early]
    await planned(database, date(2026, 7, 1), NINE)
    found = [(one.person_id, one.campaign) for one in await database.read(prompted)]
    assert (newcomer, "evaluation.2026-Q2") in found


async def test_who_comes_back_after_years_is_not_asked_for_the_time_between(
    database: Database, dewi: int
) -> None:
    def gone(store: Store) -> None:
        leaves_post(store, dewi, since=date(2025, 12, 1))
        posts.place(store, dewi, unit_in(store, WIB), "Staf", since=OPENING)

    await database.run(gone)
    assert await planned(database, OPENING, NINE) == []


async def test_only_those_with_a_post_and_a_chat_are_prompted(database: Database) -> None:
    def office(store: Store) -> None:
        people.add(store, "Tanpa Jabatan")
        left = hired(store, "Sudah Pindah")
        leaves_post(store, left, since=OPENING)
        unheard = people.add(store, "Belum Daftar")
        posts.place(store, unheard, unit_in(store, WIB), "Staf", since=date(2026, 1, 1))
        hired(store, "Memblokir")
        addresses.unreachable(store, "telegram", "chat of Memblokir")

    await database.run(office)
    assert await planned(database, OPENING, NINE) == []


# -- those who speak


async def test_kinds_that_nobody_composes_are_not_planned(database: Database, dewi: int) -> None:
    assert await planned(database, OPENING, FOUR, only()) == []
    assert await planned(database, OPENING, FOUR, only("log")) == [("2026-04-01", "log")]


def silent(store: Store, person: Person, due: Due, now: datetime) -> Letter | None:
    return None


async def test_where_there_is_nothing_to_say_the_next_prompt_is_asked(
    database: Database, dewi: int
) -> None:
    kinds = saying(silent, "open", prompts=EVERYTHING)
    assert await planned(database, OPENING, NINE, kinds) == []
    assert await planned(database, OPENING, FOUR, kinds) == [("2026-04-01", "log")]


async def test_who_had_nothing_to_hear_is_asked_about_again_a_while_later(
    database: Database, dewi: int
) -> None:
    asked = []

    def hesitant(store: Store, person: Person, due: Due, now: datetime) -> Letter | None:
        asked.append(now)
        return said(store, person, due, now) if len(asked) > 1 else None

    now, silences = moment(OPENING, NINE, WIB), {}  # type: ignore[var-annotated]
    later = (now + step for step in (timedelta(), timedelta(seconds=20), AGAIN, 2 * AGAIN))
    for instant in later:
        await plan(database, instant, saying(hesitant, prompts=only("open")), silences)
    assert asked == [now, now + AGAIN]
    assert len(await database.read(prompted)) == 1


async def test_a_bug_in_one_prompt_keeps_no_other_from_going(
    database: Database, dewi: int, caplog: pytest.LogCaptureFixture
) -> None:
    await database.run(lambda store: hired(store, "Joko"))

    def broken(store: Store, person: Person, due: Due, now: datetime) -> Letter | None:
        if person.name == "Dewi":
            raise ZeroDivisionError("Dewi")
        return said(store, person, due, now)

    with caplog.at_level(logging.ERROR):
        kinds = saying(broken, prompts=only("open"))
        assert await planned(database, OPENING, NINE, kinds) == [("2026-04-01", "open")]
    assert f"no own prompt for person {dewi}: ZeroDivisionError at test_planner.py" in caplog.text
    assert "Dewi" not in caplog.text


async def test_a_database_that_goes_away_is_not_taken_for_a_bug(
    database: Database, dewi: int
) -> None:
    def away(store: Store, person: Person, due: Due, now: datetime) -> Letter | None:
        raise StoreAway

    with pytest.raises(StoreAway):
        await planned(database, OPENING, NINE, saying(away, prompts=only("open")))


async def test_who_finishes_while_the_prompts_are_composed_is_not_asked(
    database: Database, dewi: int
) -> None:
    def meanwhile(store: Store, person: Person, due: Due, now: datetime) -> Letter | None:
        waiting.set()
        return said(store, person, due, now)

    waiting = asyncio.Event()
    found = await database.read(lambda store: wanting(store, moment(OPENING, NINE, WIB), OWN))
    assert [one.person_id for one in found] == [dewi]

    class Slow:
        """The database, with somebody who finishes between the reading and the writing."""

        read = staticmethod(database.read)

        async def run(self, job):  # type: ignore[no-untyped-def]
            await database.run(lambda store: evaluations.put(store, sent(dewi)))
            return await database.run(job)

    await plan(Slow(), moment(OPENING, NINE, WIB), saying(meanwhile, prompts=only("open")))  # type: ignore[arg-type]
    assert waiting.is_set()
    assert await database.read(prompted) == []


async def test_who_blocks_tilik_while_the_prompts_are_composed_is_left_in_peace(
    database: Database, dewi: int
) -> None:
    found = await database.read(lambda store: wanting(store, moment(OPENING, NINE, WIB), OWN))
    assert len(found) == 1

    class Slow:
        """The database, with somebody who leaves between the two readings."""

        run = staticmethod(database.run)
        first = True

        async def read(self, job):  # type: ignore[no-untyped-def]
            found = await database.read(job)
            if self.first:
                self.first = False
                await database.run(
                    lambda store: addresses.unreachable(store, "telegram", "chat of Dewi")
                )
            return found

    await plan(Slow(), moment(OPENING, NINE, WIB), OWN)  # type: ignore[arg-type]
    assert await database.read(prompted) == []


# -- one letter of what is due to a superior at once


async def test_a_superiors_own_log_and_the_teams_list_share_one_letter(database: Database) -> None:
    """Where both are due at once; a superior who had the morning's list has the log's alone."""

    def office(store: Store) -> tuple[int, int]:
        late, early = hired(store, "Ratna"), hired(store, "Budi")
        for name, leader in (("Dewi", late), ("Joko", early)):
            posts.report_to(store, hired(store, name), leader, since=date(2026, 1, 1))
        return late, early

    late, early = await database.run(office)
    nine, four = moment(MONDAY, NINE, WIB), moment(MONDAY, FOUR, WIB)

    def asleep(store: Store) -> None:
        changed = schema.addresses.c.person_id == late
        store.execute(update(schema.addresses).where(changed).values(speaks_first=False))

    def awake(store: Store) -> None:
        store.execute(update(schema.addresses).values(speaks_first=True))

    await database.run(asleep)
    await plan(database, nine, PROMPTS)
    await database.run(awake)
    for _ in range(2):
        await plan(database, four, PROMPTS)

    def of(store: Store, person: int) -> tuple[list[str], list[Any]]:
        own = schema.prompts.c.person_id == person
        kinds = store.execute(select(schema.prompts.c.kind).where(own)).scalars()
        query = select(schema.letters.c.sheet).join(schema.prompts).where(own)
        return sorted(kinds), [unpacked_sheet(one) for one in store.execute(query).scalars()]

    kinds, sheets = await database.read(lambda store: of(store, late))
    assert kinds == ["log", "long"]
    (both,) = sheets
    assert all(text in both for text in ("brief-and-log", "team-missing", "prompt-log"))
    assert "o.tim." in both
    assert "o.catat.@2026-03-02" in both
    kinds, sheets = await database.read(lambda store: of(store, early))
    assert kinds == ["log", "long"]
    assert len(sheets) == 2
    assert not any("brief-and-log" in sheet for sheet in sheets)


def unpacked_sheet(sheet: object) -> str:
    return sheet if isinstance(sheet, str) else json.dumps(sheet)
