"""New chats: what is held and let go, and when silence is enough."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, datetime, timedelta

import pytest
from sqlalchemy import delete, select, update

from models.letters import Letter, Verbatim
from models.people import Address
from models.store import Store, schema
from models.store.chat import addresses, new_chats, silence
from models.store.chat.new_chats import NewChat
from models.store.engine.database import Database
from models.store.letters import claims, letters, told
from models.store.office import services
from models.store.people import leaves, people, posts, teams
from models.store.rules import settings
from models.store.rules.settings import Version
from scheduler.due import tidy
from tests.actors import NINE_O_CLOCK as MONDAY

A_DAY = timedelta(days=1)
THURSDAY, FRIDAY = MONDAY + 3 * A_DAY, MONDAY + 4 * A_DAY
SINCE = date(2026, 1, 1)
TOLD = Letter((Verbatim("Apakah itu Anda?"),))


def chat(store: Store, sender: str, *, person: int | None = None, **columns: object) -> Address:
    met = addresses.meet(store, "telegram", sender, now=MONDAY).address
    addresses.change(store, met.id, person_id=person, **columns)
    return addresses.by_id(store, met.id)


def dewi_with_two(store: Store) -> tuple[int, int]:
    """Dewi, who works in a unit, has joined, and has used a code in another chat; and the unit."""
    unit = services.add_unit(store, "Dinas", zone="Asia/Jakarta").id
    dewi = people.add(store, "Dewi")
    posts.place(store, dewi, unit, "Staf", since=SINCE)
    chat(store, "old", person=dewi)
    new_chats.coded(store, dewi, by=None, now=MONDAY)
    new = chat(store, "new", person=dewi, trust="new")
    one = new_chats.used(store, dewi, new, now=MONDAY)
    new_chats.tell_chats(store, one, TOLD, now=MONDAY, but=new.id)
    return dewi, unit


def arrives(store: Store) -> None:
    """What was told to the older chat has arrived."""
    due = claims.claim(store, now=MONDAY, until=MONDAY)
    letters.delivered(store, [letter.id for letter in due])


def stands(store: Store, dewi: int) -> tuple[str, dict[str, str]]:
    (one,) = store.execute(select(schema.new_chats)).all()
    return one.state, {each.sender: each.trust for each in new_chats.chats_of(store, dewi)}


WAITS = ("waiting", {"old": "full", "new": "new"})


@pytest.mark.parametrize(
    ("at", "state"),
    [(MONDAY, "waiting"), (MONDAY + 2 * A_DAY, "waiting"), (THURSDAY, "silent")],
)
async def test_two_whole_working_days_of_silence_are_enough(
    database: Database, at: datetime, state: str
) -> None:
    def story(store: Store) -> str:
        dewi, _ = dewi_with_two(store)
        arrives(store)
        tidy(store, at)
        return stands(store, dewi)[0]

    assert await database.run(story) == state


async def test_the_chat_of_its_channel_is_let_go_when_nobody_said_no(database: Database) -> None:
    def story(store: Store) -> tuple[str, dict[str, str]]:
        dewi, _ = dewi_with_two(store)
        arrives(store)
        tidy(store, THURSDAY)
        return stands(store, dewi)

    assert await database.run(story) == ("silent", {"new": "full"})


async def test_a_weekend_is_no_silence(database: Database) -> None:
    def story(store: Store) -> tuple[str, str]:
        dewi, _ = dewi_with_two(store)
        arrives(store)
        store.execute(update(schema.new_chats).values(used_at=FRIDAY))
        tidy(store, FRIDAY + 3 * A_DAY)
        before = stands(store, dewi)[0]
        tidy(store, FRIDAY + 5 * A_DAY)
        return before, stands(store, dewi)[0]

    assert await database.run(story) == ("waiting", "silent")


async def test_an_office_may_wait_longer(database: Database) -> None:
    def story(store: Store) -> str:
        dewi, _ = dewi_with_two(store)
        arrives(store)
        longer = Version("silence-days", 5, MONDAY.date(), MONDAY)
        settings.put(store, longer, day=MONDAY.date())
        tidy(store, THURSDAY)
        return stands(store, dewi)[0]

    assert await database.run(story) == "waiting"


def holds_a_role(store: Store, dewi: int, unit: int) -> None:
    people.give_duty(store, dewi, unit_id=unit, duty="oversight", valid_from=SINCE)


def leads_somebody(store: Store, dewi: int, unit: int) -> None:
    joko = people.add(store, "Joko")
    posts.place(store, joko, unit, "Staf", since=SINCE)
    posts.report_to(store, joko, dewi, since=SINCE)


def leads_a_team(store: Store, dewi: int, unit: int) -> None:
    team = teams.add(store, "Tim", unit_id=unit, since=SINCE)
    teams.join(store, team, dewi, leads=True, since=SINCE)


def is_on_leave(store: Store, dewi: int, unit: int) -> None:
    leaves.add(store, dewi, MONDAY.date() + A_DAY, MONDAY.date() + A_DAY)


def was_told_in_vain(store: Store, dewi: int, unit: int) -> None:
    (one,) = new_chats.open_of(store, dewi)
    store.execute(update(schema.new_chats).values(reached=False))
    told.lost(store, one.told)
    letters.delivered(store, one.told)


def was_told_and_nobody_knows(store: Store, dewi: int, unit: int) -> None:
    store.execute(update(schema.new_chats).values(reached=False))


def has_no_older_chat(store: Store, dewi: int, unit: int) -> None:
    here = schema.addresses.c.sender == "old"
    store.execute(update(schema.addresses).where(here).values(person_id=None))


@pytest.mark.parametrize(
    "but",
    [
        holds_a_role,
        leads_somebody,
        leads_a_team,
        is_on_leave,
        was_told_in_vain,
        was_told_and_nobody_knows,
        has_no_older_chat,
    ],
)
async def test_silence_is_never_enough_for_who(
    database: Database, but: Callable[[Store, int, int], None]
) -> None:
    def story(store: Store) -> str:
        dewi, unit = dewi_with_two(store)
        arrives(store)
        but(store, dewi, unit)
        for days in range(1, 12):
            silence.lapse(store, MONDAY + days * A_DAY)
        return stands(store, dewi)[0]

    assert await database.run(story) == "waiting"


async def test_what_has_not_arrived_yet_is_no_silence(database: Database) -> None:
    """Also where the platform has taken it long ago and never told what became of it."""

    def story(store: Store) -> list[str]:
        dewi, _ = dewi_with_two(store)
        tidy(store, THURSDAY)
        seen = [stands(store, dewi)[0]]
        store.execute(update(schema.letters).values(state="taken", due_at=MONDAY))
        for day in range(4, 12):
            tidy(store, MONDAY + day * A_DAY)
        return [*seen, stands(store, dewi)[0]]

    assert await database.run(story) == ["waiting", "waiting"]


async def test_a_frozen_account_is_told_nothing_and_loses_nothing(database: Database) -> None:
    """Whoever writes from one of its chats lets nothing go; a second officer's word does."""
    words = Letter((Verbatim("Mohon lampirkan notulen"),))

    def story(store: Store) -> list[object]:
        dewi, _ = dewi_with_two(store)
        arrives(store)
        (old,) = new_chats.trusted(store, dewi)
        letters.write(store, old, words, now=MONDAY)
        code = people.invite(store, dewi, now=MONDAY).code
        (one,) = new_chats.open_of(store, dewi)
        seen: list[object] = [new_chats.freeze(store, one, MONDAY), stands(store, dewi)]
        held = people.bearer(store, code, now=MONDAY)
        seen.append(held and held.standing)
        addresses.heard_from(store, addresses.meet(store, "telegram", "old"), at=THURSDAY)
        seen.append(claims.claim(store, now=FRIDAY, until=FRIDAY))
        seen.append(letters.tell(store, dewi, words, now=MONDAY))
        seen.append(new_chats.freeze(store, one, MONDAY))
        done = new_chats.thaw(store, dewi, [old.id], by=dewi, now=FRIDAY)
        seen += [done, stands(store, dewi)]
        seen += [each.sender for each in claims.claim(store, now=FRIDAY, until=FRIDAY)]
        return [*seen, new_chats.thaw(store, dewi, [old.id], by=dewi, now=FRIDAY)]

    frozen = ("frozen", {"old": "frozen", "new": "frozen"})
    told: list[object] = [True, frozen, "ended", [], False, False]
    assert await database.run(story) == [
        *told, True, ("refused", {"old": "full"}), "old", False
    ]  # fmt: skip


async def test_what_was_held_follows_to_the_chat_that_is_theirs(database: Database) -> None:
    def story(store: Store) -> list[str]:
        dewi, _ = dewi_with_two(store)
        arrives(store)
        (old,) = new_chats.trusted(store, dewi)
        letters.write(store, old, TOLD, now=MONDAY)
        (one,) = new_chats.open_of(store, dewi)
        new_chats.freeze(store, one, MONDAY)
        assert new_chats.thaw(store, dewi, [one.address_id or 0], by=dewi, now=FRIDAY)
        return [each.sender for each in claims.claim(store, now=FRIDAY, until=FRIDAY)]

    assert await database.run(story) == ["new"]


async def test_a_code_that_nobody_used_in_time_leads_to_nothing(database: Database) -> None:
    def story(store: Store) -> list[NewChat | None]:
        dewi = people.add(store, "Dewi")
        chat(store, "old", person=dewi)
        one = new_chats.coded(store, dewi, by=None, now=MONDAY)
        tidy(store, FRIDAY)
        return [*new_chats.open_of(store, dewi), new_chats.new_chat(store, one.id)]

    (one,) = await database.run(story)
    assert one is not None
    assert one.state == "ended"


async def test_a_chat_whose_row_is_gone_leaves_the_case_behind(database: Database) -> None:
    def story(store: Store) -> list[int | None]:
        dewi, _ = dewi_with_two(store)
        arrives(store)
        store.execute(delete(schema.addresses).where(schema.addresses.c.sender == "new"))
        return [one.address_id for one in new_chats.open_of(store, dewi)]

    assert await database.run(story) == [None]
