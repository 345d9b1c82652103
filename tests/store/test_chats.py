"""One person's chats on several channels, and who takes one of a day's places."""

from __future__ import annotations

import asyncio
from datetime import timedelta

import pytest
from sqlalchemy import select

from models.campaigns import Due
from models.letters import Letter, Verbatim
from models.people import WINDOW, Address
from models.store import Store
from models.store.chat import addresses, chats
from models.store.engine.database import Database, opened
from models.store.letters import claims
from models.store.letters.letters import write as written
from models.store.letters.on_hold import hold_back
from models.store.office import services
from models.store.people import people
from models.store.prompts import daily_limit, places, prompts, sending
from models.store.prompts.places import DailyPlace
from models.store.schema import letters
from models.store.schema import prompts as schema_prompts
from tests.actors import NINE_O_CLOCK as NOW

HOUR, A_DAY = timedelta(hours=1), timedelta(days=1)


def person_on(store: Store, *channels: str, name: str = "Dewi") -> int:
    """Somebody who has joined on these channels, one after the other."""
    number = people.add(store, name)
    for channel in channels:
        met = addresses.meet(store, channel, f"{channel} of {name}")
        addresses.change(store, met.address.id, person_id=number)
    return number


def chat_on(store: Store, person: int, channel: str) -> Address:
    found = addresses.of_person(store, person, everywhere=True)
    return next(one for one in found if one.channel == channel)


def first(store: Store, person: int) -> str | None:
    found = chats.first_of(addresses.of_person(store, person, everywhere=True))
    return None if found is None else found.channel


async def test_the_newest_chat_is_spoken_to_until_one_is_chosen(database: Database) -> None:
    def story(store: Store) -> list[str | None]:
        dewi = person_on(store, "telegram", "whatsapp")
        seen = [first(store, dewi), chats.chosen(store, dewi)]
        chats.choose(store, chat_on(store, dewi, "telegram"))
        return [*seen, first(store, dewi), chats.chosen(store, dewi)]

    assert await database.run(story) == ["whatsapp", None, "telegram", "telegram"]


async def test_who_is_left_in_peace_here_is_spoken_to_elsewhere(database: Database) -> None:
    def story(store: Store) -> list[str | None]:
        dewi = person_on(store, "telegram", "whatsapp")
        other = chats.leave_in_peace(store, chat_on(store, dewi, "whatsapp"), NOW)
        seen = [other and other.channel, first(store, dewi)]
        nowhere = chats.leave_in_peace(store, chat_on(store, dewi, "telegram"), NOW)
        seen += [nowhere and nowhere.channel, first(store, dewi)]
        chats.choose(store, chat_on(store, dewi, "whatsapp"))
        return [*seen, first(store, dewi)]

    assert await database.run(story) == ["telegram", "telegram", None, None, "whatsapp"]


async def test_what_was_held_for_somebody_follows_them_to_a_new_phone(database: Database) -> None:
    """Whoever writes from the old one next may be somebody else."""
    words = Letter((Verbatim("Mohon lampirkan notulen"),))

    def story(store: Store) -> list[str]:
        dewi = person_on(store, "whatsapp")
        old = chat_on(store, dewi, "whatsapp")
        hold_back(store, written(store, old, words, now=NOW), now=NOW)
        due = Due("daily.x", "log", NOW.date(), NOW, NOW.date())
        prompts.write(store, due, old, words, lane="own", now=NOW)
        new = addresses.meet(store, "whatsapp", "new").address
        addresses.change(store, new.id, person_id=dewi)
        left = chats.moved(store, dewi, to=new, now=NOW)
        assert [one.id for one in left] == [old.id]
        addresses.heard_from(store, addresses.meet(store, "whatsapp", old.sender), at=NOW + HOUR)
        claimed = [one.sender for one in claims.claim(store, now=NOW, until=NOW)]
        due_prompts = sending.claim(store, now=NOW, until=NOW, most=9)
        return claimed + [one.envelope.sender for one in due_prompts]

    assert await database.run(story) == ["new", "new"]


async def test_a_prompt_on_its_way_goes_elsewhere_or_is_called_off(database: Database) -> None:
    def prompted(store: Store, person: int) -> None:
        due = Due("daily.x", "log", NOW.date(), NOW, NOW.date())
        words = Letter((Verbatim("Apa kabar?"),))
        prompts.write(store, due, chat_on(store, person, "whatsapp"), words, lane="own", now=NOW)

    def story(store: Store) -> tuple[str, list[str]]:
        both, one = person_on(store, "telegram", "whatsapp"), person_on(store, "whatsapp", name="J")
        for person in (both, one):
            prompted(store, person)
            chats.leave_in_peace(store, chat_on(store, person, "whatsapp"), NOW)
        moved = store.execute(select(letters.c.address_id).order_by(letters.c.id)).scalars().first()
        states = store.execute(select(schema_prompts.c.state).order_by(schema_prompts.c.id))
        return addresses.by_id(store, moved or 0).channel, list(states.scalars())

    assert await database.run(story) == ("telegram", ["waiting", "undone"])


@pytest.mark.parametrize(
    ("heard", "knocked", "taken"),
    [
        (None, None, True),
        (WINDOW, None, True),
        (WINDOW - timedelta(seconds=1), None, False),
        (None, A_DAY, True),
        (None, A_DAY - timedelta(seconds=1), False),
        (WINDOW, HOUR, False),
    ],
)
def test_a_place_is_taken_once_a_day_and_outside_the_window_only(
    heard: timedelta | None, knocked: timedelta | None, taken: bool
) -> None:
    then = [None if ago is None else NOW - ago for ago in (heard, knocked)]
    assert DailyPlace("whatsapp", *then).is_taken(NOW) is taken


async def test_places_are_counted_where_a_platform_counts(database: Database) -> None:
    def story(store: Store) -> list[object]:
        dewi, joko = (
            person_on(store, "telegram", "whatsapp"),
            person_on(store, "telegram", name="J"),
        )
        seen: list[object] = [places.places(store)]
        daily_limit.set_limit(store, "telegram", None, now=NOW)
        daily_limit.set_limit(store, "whatsapp", 250, now=NOW)
        seen += [places.limits(store), sorted(places.places(store)) == [dewi]]
        chats.choose(store, chat_on(store, dewi, "telegram"))
        return [*seen, joko in places.places(store), places.places(store)]

    assert await database.run(story) == [{}, {"whatsapp": 250}, True, False, {}]


async def test_a_place_is_taken_where_it_is_needed_only(database: Database) -> None:
    def story(store: Store) -> list[object]:
        limited = {"whatsapp": 1}
        daily_limit.set_limit(store, "whatsapp", 1, now=NOW)
        one, two = (person_on(store, "telegram", "whatsapp", name=name) for name in "AB")
        heard = chat_on(store, one, "whatsapp")
        addresses.change(store, heard.id, heard_at=NOW - HOUR)
        lets = [
            places.admitted(store, chat_on(store, person, channel), limited=limited, now=NOW)
            for person, channel in ((one, "telegram"), (one, "whatsapp"), (two, "whatsapp"))
        ]
        again = places.admitted(store, chat_on(store, two, "whatsapp"), limited=limited, now=NOW)
        addresses.change(store, heard.id, heard_at=None)
        full = places.admitted(store, chat_on(store, one, "whatsapp"), limited=limited, now=NOW)
        return [lets, again, full, places.contacts(store, "whatsapp", NOW)]

    assert await database.run(story) == [[True, True, True], True, False, [NOW]]


async def test_two_who_ask_for_the_last_place_do_not_both_get_it(
    database: Database, databases: str
) -> None:
    def office(store: Store) -> None:
        daily_limit.set_limit(store, "whatsapp", 3, now=NOW)
        for n in range(12):
            person_on(store, "whatsapp", name=f"P{n}")

    await database.run(office)
    others = [opened(databases) for _ in range(3)]

    async def asks(one: Database, n: int) -> bool:
        sender = f"whatsapp of P{n}"
        return await one.run(lambda s: daily_limit.admitted(s, "whatsapp", sender, now=NOW))

    got = await asyncio.gather(*(asks(others[n % 3], n) for n in range(12)))
    for one in others:
        await one.close()
    assert sum(got) == 3


async def test_who_has_a_duty_today_is_known_by_the_clock_of_their_unit(database: Database) -> None:
    def story(store: Store) -> dict[int, str]:
        unit = services.add_unit(store, "Dinas", zone="Asia/Jayapura")
        day = NOW.date()
        spans = [(day, None), (day - 2 * A_DAY, day), (day + A_DAY, None), (day, day - A_DAY)]
        for n, (since, until) in enumerate(spans):
            number = people.add(store, f"P{n}")
            people.give_duty(
                store, number, unit_id=unit.id, duty="hr", valid_from=since, valid_to=until
            )
        people.give_duty(store, number, unit_id=unit.id, duty="head", valid_from=day)
        return people.entrusted(store, "hr", NOW)

    assert list((await database.run(story)).values()) == ["Asia/Jayapura"] * 2
