"""Letters: written with what caused them, carried oldest first, by one post only."""

from __future__ import annotations

import asyncio
from datetime import datetime, timedelta

import pytest
from sqlalchemy import select

from models.letters import Button, Letter, Picture, Text, Verbatim
from models.store import Store
from models.store.chat import addresses
from models.store.engine.database import Database
from models.store.letters import claims, letters, on_hold
from models.store.letters.letters import CARRIED, Envelope
from models.store.people import people
from models.store.schema import letters as rows
from tests.actors import NINE_O_CLOCK
from tests.outbox import undelivered
from tests.store.elsewhere import elsewhere

LATER = NINE_O_CLOCK + timedelta(minutes=1)
UNTIL = LATER + timedelta(seconds=30)


def write(store: Store, words: str, sender: str = "1001") -> int:
    address = addresses.meet(store, "telegram", sender, phone_language="en").address
    return letters.write(store, address, Letter((Verbatim(words),)), now=NINE_O_CLOCK).id


def claim(store: Store, now: datetime = LATER, most: int = 200) -> list[Envelope]:
    return claims.claim(store, now=now, until=now + timedelta(seconds=30), most=most)


def words(envelopes: list[Envelope]) -> list[str]:
    found = [envelope.letter.paragraphs[0] for envelope in envelopes]
    return [one.words for one in found if isinstance(one, Verbatim)]


async def test_a_letter_comes_back_as_it_was_written(database: Database) -> None:
    letter = Letter(
        (Text("rate-thanks", {"service": "KTP-el"}), Verbatim("<b>")),
        ((Button(Text("button-change"), "o.nilai.ABCDE-1"),),),
        Picture("elements", {"year": 2026, "rows": [{"n": 3}]}),
        about="p12",
        kind="edit",
    )

    def written(store: Store) -> Envelope:
        address = addresses.meet(store, "telegram", "1001", phone_language="en").address
        return letters.write(store, address, letter, now=NINE_O_CLOCK)

    envelope = await database.run(written)
    assert (await database.run(claim)) == [envelope]
    assert (envelope.letter, envelope.language, envelope.sender) == (letter, "en", "1001")


async def test_a_fresh_letter_is_with_the_process_that_wrote_it(database: Database) -> None:
    await database.run(lambda s: write(s, "a"))
    assert await database.run(lambda s: claim(s, NINE_O_CLOCK)) == []
    assert words(await database.run(lambda s: claim(s, NINE_O_CLOCK + CARRIED))) == ["a"]


async def test_what_has_failed_since_it_was_carried_is_not_held(database: Database) -> None:
    """On PostgreSQL who holds what is carried may run beside who writes that it has failed."""
    soon = LATER + CARRIED
    number = await database.run(lambda s: write(s, "a"))
    await database.run(lambda s: letters.later(s, number, attempts=1, due_at=LATER))
    await database.run(lambda s: claims.hold(s, {number: 0}, before=soon, until=UNTIL))
    assert words(await database.run(claim)) == ["a"]
    await database.run(lambda s: letters.later(s, number, attempts=2, due_at=LATER))
    await database.run(lambda s: claims.hold(s, {number: 2}, before=soon, until=UNTIL))
    assert await database.run(claim) == []


async def test_of_each_chat_only_the_oldest_letter_is_taken(database: Database) -> None:
    def prepare(store: Store) -> None:
        for sender, text in [("1", "a1"), ("2", "b1"), ("1", "a2"), ("3", "c1"), ("2", "b2")]:
            write(store, text, sender)

    await database.run(prepare)
    first = await database.run(claim)
    assert words(first) == ["a1", "b1", "c1"]
    assert await database.run(claim) == []
    await database.run(lambda s: letters.delivered(s, [envelope.id for envelope in first]))
    assert words(await database.run(claim)) == ["a2", "b2"]


async def test_a_letter_that_waits_keeps_the_newer_ones_of_its_chat_back(
    database: Database,
) -> None:
    def prepare(store: Store) -> None:
        first = write(store, "first")
        write(store, "second")
        letters.later(store, first, attempts=3, due_at=UNTIL)

    await database.run(prepare)
    assert await database.run(claim) == []
    taken = await database.run(lambda s: claim(s, UNTIL))
    assert (words(taken), taken[0].attempts) == (["first"], 3)


async def test_a_letter_whose_post_has_died_is_taken_up_again(database: Database) -> None:
    await database.run(lambda s: write(s, "a"))
    assert words(await database.run(claim)) == ["a"]
    assert words(await database.run(lambda s: claim(s, UNTIL))) == ["a"]


async def test_after_a_restart_of_the_only_process_every_letter_is_due(database: Database) -> None:
    await database.run(lambda s: write(s, "a"))
    await database.run(lambda s: claims.orphaned(s, NINE_O_CLOCK))
    assert words(await database.run(lambda s: claim(s, NINE_O_CLOCK))) == ["a"]


async def test_no_more_letters_are_taken_at_once_than_asked_for(database: Database) -> None:
    await database.run(lambda s: [write(s, f"{n}", f"{n}") for n in range(5)])
    assert words(await database.run(lambda s: claim(s, most=2))) == ["0", "1"]


async def test_a_delivered_letter_leaves_nothing_behind(database: Database) -> None:
    number = await database.run(lambda s: write(s, "a"))
    assert await database.run(undelivered) == 1
    await database.run(lambda s: letters.delivered(s, [number]))
    assert await database.run(undelivered) == 0


async def test_several_posts_at_once_never_take_the_same_letter(
    database: Database, databases: str
) -> None:
    await database.run(lambda s: [write(s, f"{n}", f"{n}") for n in range(40)])
    posts = elsewhere(databases, *[lambda s: claim(s, most=15)] * 4)
    taken = [words(await answer) for answer in map(asyncio.wrap_future, posts)]
    every = [word for one in taken for word in one]
    assert len(every) == len(set(every))
    rest = await database.run(claim)
    assert sorted([*every, *words(rest)], key=int) == [str(n) for n in range(40)]


async def test_a_letter_number_is_never_used_again(database: Database) -> None:
    """The post remembers numbers for a while after the row is gone."""
    first = await database.run(lambda s: write(s, "a"))
    await database.run(lambda s: letters.delivered(s, [first]))
    assert await database.run(lambda s: write(s, "b")) > first


# -- what a platform tells of -----------------------------------------------------------------


async def test_what_a_platform_has_taken_is_no_longer_carried_and_soon_forgotten(
    database: Database,
) -> None:
    def story(store: Store) -> None:
        numbers = [write(store, words) for words in "abc"]
        letters.taken(store, [(numbers[0], 0), (numbers[1], 1)], now=LATER)
        claims.orphaned(store, LATER)
        (one,) = claim(store)
        assert one.id == numbers[1]
        assert [later.id for later in claims.behind(store, [one], until=UNTIL)] == [numbers[2]]
        assert undelivered(store) == 2
        assert kept(store) == numbers
        letters.delivered(store, numbers[1:])
        assert undelivered(store) == 0

    await database.run(story)


def kept(store: Store) -> list[int]:
    return list(store.execute(select(rows.c.id).order_by(rows.c.id)).scalars())


async def test_what_was_said_to_a_citizen_is_forgotten_long_before_what_was_said_to_staff(
    database: Database,
) -> None:
    """A platform that never tells whether it arrived keeps nobody tied to a rating."""

    def story(store: Store) -> None:
        citizens, staffs = write(store, "a"), write(store, "b", "2001")
        dewi = addresses.meet(store, "telegram", "2001").address
        addresses.change(store, dewi.id, person_id=people.add(store, "Dewi"))
        letters.taken(store, [(citizens, 0), (staffs, 0)], now=LATER)
        found = []
        for age in (claims.CITIZENS_TOLD_WITHIN, claims.TOLD_WITHIN):
            for more in (timedelta(), timedelta(seconds=1)):
                claims.forget(store, LATER + age + more)
                found.append([one for one in (citizens, staffs) if one in kept(store)])
        assert found == [[citizens, staffs], [staffs], [staffs], []]

    await database.run(story)


async def test_a_held_letter_holds_up_no_other_and_may_be_let_go(database: Database) -> None:
    def story(store: Store) -> None:
        write(store, "a")
        write(store, "b")
        (first,) = claim(store)
        on_hold.hold_back(store, first, now=LATER)
        assert words(claim(store, UNTIL)) == ["b"]
        assert on_hold.let_go(store, "whatsapp", now=LATER, why=on_hold.CLOSED) == 0
        assert on_hold.let_go(store, "telegram", now=LATER, why="131049") == 0
        assert on_hold.let_go(store, "telegram", now=LATER, why=on_hold.CLOSED) == 1
        assert words(claim(store, UNTIL)) == ["a"]

    await database.run(story)


async def test_where_too_many_are_held_the_oldest_go_and_the_first_says_so(
    database: Database, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(letters, "MOST_HELD", 3)

    def story(store: Store) -> None:
        for word in "abcde":
            write(store, word)
            (envelope,) = claim(store)
            on_hold.hold_back(store, envelope, now=LATER)
        on_hold.let_go(store, "telegram", now=LATER, why=on_hold.CLOSED)
        (first,) = claims.claim(store, now=LATER, until=UNTIL)
        assert first.letter.paragraphs == (Text("held-dropped"),)
        assert words(claims.behind(store, [first], until=UNTIL)) == ["d", "e"]

    await database.run(story)


async def test_who_wrote_meanwhile_gets_at_once_what_was_to_be_held(database: Database) -> None:
    def story(store: Store) -> None:
        write(store, "a")
        (first,) = claim(store)
        addresses.heard_from(store, addresses.meet(store, "telegram", "1001"), at=LATER)
        on_hold.hold_back(store, first, now=LATER)
        (again,) = claim(store)
        assert (again.attempts, again.heard_at) == (1, LATER)

    await database.run(story)
