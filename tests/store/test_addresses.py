"""Addresses: one person at a time, met under lock, with all that their turn needs."""

from __future__ import annotations

import asyncio
import threading
import time
from collections.abc import Callable
from datetime import UTC, date, datetime, timedelta

import pytest
from sqlalchemy import select, update

from bot.sandbox.calm import AT_LAST
from models.letters import Letter, Verbatim
from models.people import Address, Person
from models.store import Store
from models.store.chat import addresses, chats, dialogues, inbox
from models.store.chat.addresses import Met
from models.store.chat.renaming import doubted, renamed, told_of_renaming
from models.store.engine.database import Database
from models.store.letters import claims, letters
from models.store.letters import on_hold as held
from models.store.office import services
from models.store.people import people
from models.store.schema import addresses as rows
from models.store.schema import duties
from models.store.schema import letters as kept
from tests.actors import NINE_O_CLOCK
from tests.keyed import opened
from tests.store.elsewhere import elsewhere


def met(store: Store, sender: str = "1001") -> Met:
    return addresses.meet(store, "telegram", sender)


async def test_the_first_word_makes_an_address(database: Database) -> None:
    found = await database.run(lambda s: addresses.meet(s, "telegram", "1001", phone_language="en"))
    assert (found.address.channel, found.address.sender) == ("telegram", "1001")
    assert found.address.tongue == "en"
    assert (found.dialogue, found.items_wait, found.newest_letter) == (None, False, None)
    assert (await database.run(met)).address.id == found.address.id


async def test_the_same_sender_on_another_channel_is_somebody_else(database: Database) -> None:
    one = await database.run(met)
    other = await database.run(lambda s: addresses.meet(s, "whatsapp", "1001"))
    assert one.address.id != other.address.id


async def test_a_phone_that_changes_its_language_is_spoken_to_in_the_new_one(
    database: Database,
) -> None:
    await database.run(lambda s: addresses.meet(s, "telegram", "1001", phone_language="id"))
    found = await database.run(lambda s: addresses.heard_from(s, met(s), phone_language="en"))
    assert found.address.tongue == "en"
    assert (await database.run(met)).address.phone_language == "en"


async def test_whoever_left_is_reachable_again_at_their_next_word(database: Database) -> None:
    reached = select(rows.c.id, rows.c.reachable)
    number = (await database.run(met)).address.id
    await database.run(lambda s: addresses.unreachable(s, "telegram", "1001"))
    assert await database.run(lambda s: s.execute(reached).all()) == [(number, False)]
    assert not (await database.run(met)).reachable
    assert (await database.run(lambda s: addresses.heard_from(s, met(s)))).reachable
    assert await database.run(lambda s: s.execute(reached).all()) == [(number, True)]


def begun(store: Store, address: Address) -> int:
    return dialogues.begin(
        store,
        address.id,
        conversation="nilai",
        opening="ABCDE",
        answers="[]",
        expires_at=NINE_O_CLOCK,
    )


async def test_a_turn_sees_the_open_dialogue_and_what_waits(database: Database) -> None:
    def begin(store: Store) -> int:
        address = met(store).address
        number = begun(store, address)
        inbox.put(store, "telegram", key="u1", twin=None, sender="1001", now=NINE_O_CLOCK, raw="{}")
        letters.write(store, address, Letter((Verbatim("Hai"),)), now=NINE_O_CLOCK)
        return number

    number = await database.run(begin)
    found = await database.run(met)
    assert found.dialogue is not None
    assert (found.dialogue.id, found.dialogue.opening) == (number, "ABCDE")
    assert found.dialogue.expires_at == NINE_O_CLOCK
    assert found.items_wait
    assert found.newest_letter is not None
    assert not (await database.run(lambda s: met(s, "1002"))).items_wait


async def test_two_turns_of_one_person_never_start_from_the_same_place(
    database: Database, databases: str
) -> None:
    """The second waits for the first, and then reads what the first has written."""
    await database.run(met)
    first_is_in = threading.Event()

    def first(store: Store) -> Met:
        found = met(store)
        first_is_in.set()
        time.sleep(0.3)  # the second is waiting by now
        begun(store, found.address)
        return found

    (one,) = elsewhere(databases, first)
    await asyncio.to_thread(first_is_in.wait, AT_LAST)
    (other,) = elsewhere(databases, met)
    assert (await asyncio.wrap_future(one)).dialogue is None
    assert (await asyncio.wrap_future(other)).dialogue is not None


async def test_turns_that_write_to_each_other_at_once_wait_for_nobody(postgresql: str) -> None:
    """A superior gives something back while its owner answers them: each holds their own chat."""
    both_are_in = threading.Barrier(2, timeout=AT_LAST)
    database = opened(postgresql)
    chats = await database.run(lambda s: [met(s, sender).address for sender in ("1001", "1002")])
    await database.close()

    def turn(own: Address, other: Address) -> Callable[[Store], int]:
        def told(store: Store) -> int:
            met(store, own.sender)
            both_are_in.wait()
            letter = letters.write(store, other, Letter((Verbatim("Hai"),)), now=NINE_O_CLOCK)
            return letter.address_id

        return told

    found = elsewhere(postgresql, turn(*chats), turn(*reversed(chats)))
    arrived = [await asyncio.wrap_future(one) for one in found]
    assert arrived == [chat.id for chat in reversed(chats)]


async def test_many_first_words_at_once_make_one_address(databases: str) -> None:
    found = elsewhere(databases, *[met] * 4)
    assert len({(await asyncio.wrap_future(one)).address.id for one in found}) == 1


# -- who stands there -------------------------------------------------------------------------


async def test_a_person_holds_the_duties_that_are_valid_on_the_day(database: Database) -> None:
    def prepare(store: Store) -> Address:
        unit = services.add_unit(store, "Disdukcapil", zone="Asia/Jakarta").id
        ratna = people.add(store, "Ratna Dewi")
        people.give_duty(store, ratna, unit_id=unit, duty="head", valid_from=date(2026, 10, 1))
        code = people.invite(store, ratna, now=NINE_O_CLOCK).code
        people.joined(store, code, address_id=met(store).address.id, now=NINE_O_CLOCK)
        store.execute(update(duties).values(valid_to=date(2026, 12, 31)))
        return met(store).address

    address = await database.run(prepare)

    def duties_at(*now: int) -> Callable[[Store], tuple[str, ...]]:
        instant = datetime(*now, tzinfo=UTC)  # type: ignore[misc,arg-type]
        return lambda store: tuple(
            held.duty for held in addresses.person_at(store, address, instant).duties
        )

    # Midnight in Jakarta is 17.00 UTC.
    assert await database.run(duties_at(2026, 9, 30, 16, 59)) == ()
    assert await database.run(duties_at(2026, 9, 30, 17, 0)) == ("head",)
    assert await database.run(duties_at(2026, 12, 31, 16, 59)) == ("head",)
    assert await database.run(duties_at(2026, 12, 31, 17, 0)) == ()


async def test_a_citizen_is_an_address_without_a_person(database: Database) -> None:
    def who(store: Store) -> Person:
        return addresses.person_at(store, met(store).address, NINE_O_CLOCK)

    person = await database.run(who)
    assert (person.name, person.duties) == (None, ())


# -- wrong codes ------------------------------------------------------------------------------


async def test_when_a_citizen_wrote_is_forgotten_once_the_window_is_shut(
    database: Database,
) -> None:
    """A rating knows its day and no more: no other row may tell the minute for ever."""

    def story(store: Store) -> None:
        for sender in ("citizen", "dewi"):
            here = addresses.meet(store, "whatsapp", sender)
            address = addresses.heard_from(store, here, at=NINE_O_CLOCK).address
            addresses.change(store, address.id, knocked_at=NINE_O_CLOCK)
        addresses.change(store, address.id, person_id=people.add(store, "Dewi"))
        heard = select(rows.c.heard_at, rows.c.knocked_at).order_by(rows.c.id)
        chats.forget(store, NINE_O_CLOCK + timedelta(hours=25))
        assert [tuple(row) for row in store.execute(heard)] == [(NINE_O_CLOCK,) * 2] * 2
        chats.forget(store, NINE_O_CLOCK + timedelta(hours=26))
        assert [tuple(row) for row in store.execute(heard)] == [(None,) * 2, (NINE_O_CLOCK,) * 2]

    await database.run(story)


async def test_wrong_codes_are_counted_until_the_door_is_locked(database: Database) -> None:
    def five_wrong(store: Store) -> list[bool]:
        return [people.in_vain(store, met(store).address.id, NINE_O_CLOCK) for _ in range(5)]

    shut = [False, False, False, False, True]
    assert await database.run(five_wrong) == shut
    until = NINE_O_CLOCK + timedelta(hours=1)
    address = await database.run(lambda store: met(store).address)
    assert people.locked(address, NINE_O_CLOCK)
    assert people.locked(address, until - timedelta(seconds=1))
    assert not people.locked(address, until)
    assert await database.run(five_wrong) == shut


# -- one person under several ids -------------------------------------------------------------


def senders(store: Store) -> list[str]:
    query = select(rows.c.sender).order_by(rows.c.id)
    return list(store.execute(query).scalars())


async def test_who_was_known_by_a_number_stays_themselves_under_their_new_id(
    database: Database,
) -> None:
    def story(store: Store) -> None:
        old = addresses.meet(store, "whatsapp", "628").address
        addresses.change(store, old.id, language="en")
        dialogues.begin(
            store,
            old.id,
            conversation="nilai",
            opening="",
            answers="[]",
            expires_at=NINE_O_CLOCK,
        )
        inbox.put(store, "whatsapp", key="w", twin=None, sender="628", now=NINE_O_CLOCK, raw="{}")
        new = addresses.meet(store, "whatsapp", "ID.1", also="628")
        assert new.address.id == old.id
        assert (new.address.language, new.items_wait) == ("en", True)
        assert new.dialogue is not None
        assert senders(store) == ["ID.1"]
        assert inbox.oldest_open(store, "whatsapp", "ID.1") is not None

    await database.run(story)


async def test_a_number_of_somebody_of_the_office_gives_nobody_their_chat(
    database: Database,
) -> None:
    """It may have been given to somebody else: nothing is sent there any more, and nothing lost."""

    def story(store: Store) -> list[object]:
        old = addresses.meet(store, "whatsapp", "628").address
        addresses.change(store, old.id, person_id=people.add(store, "Dewi"))
        letter = Letter((Verbatim("Mohon lampirkan notulen"),))
        letters.write(store, addresses.by_id(store, old.id), letter, now=NINE_O_CLOCK)
        seen: list[object] = []
        for _ in range(2):
            met = addresses.meet(store, "whatsapp", "ID.1", also="628")
            seen += [met.address.id == old.id, met.address.person_id, met.in_doubt]
            if met.in_doubt:
                doubted(store, "whatsapp", "628")
        seen.append(claims.claim(store, now=NINE_O_CLOCK, until=NINE_O_CLOCK))
        return [*seen, addresses.meet(store, "whatsapp", "628").reachable]

    assert await database.run(story) == [False, None, True, False, None, False, [], False]


async def test_one_person_under_both_ids_is_in_no_doubt(database: Database) -> None:
    def story(store: Store) -> bool:
        dewi = people.add(store, "Dewi")
        for sender in ("628", "ID.1"):
            met = addresses.meet(store, "whatsapp", sender).address
            addresses.change(store, met.id, person_id=dewi)
        return addresses.meet(store, "whatsapp", "ID.1", also="628").in_doubt

    assert not await database.run(story)


async def test_two_that_are_both_known_already_stay_two(database: Database) -> None:
    def story(store: Store) -> None:
        both = [addresses.meet(store, "whatsapp", name).address.id for name in ("628", "ID.1")]
        assert addresses.meet(store, "whatsapp", "ID.1", also="628").address.id == both[1]
        assert not renamed(store, "whatsapp", "628", to="ID.1")
        assert senders(store) == ["628", "ID.1"]
        assert addresses.meet(store, "whatsapp", "ID.2", also="629").address.id not in both

    await database.run(story)


@pytest.mark.parametrize("overtaken", [False, True])
async def test_whoever_the_platform_says_has_another_id_stays_who_they_are(
    database: Database, overtaken: bool
) -> None:
    """Also where their first message under the new id has come before that."""
    old, new = f"ID.{'1' * 128}", f"ID.{'2' * 128}"

    def story(store: Store) -> None:
        known = addresses.meet(store, "whatsapp", old).address
        person = people.add(store, "Dewi")
        addresses.change(store, known.id, person_id=person, language="en", reachable=False)
        held.hold_back(
            store,
            letters.write(store, known, Letter((Verbatim("a"),)), now=NINE_O_CLOCK),
            now=NINE_O_CLOCK,
        )
        if overtaken:
            stray = addresses.heard_from(
                store, addresses.meet(store, "whatsapp", new), at=NINE_O_CLOCK
            ).address
            inbox.put(store, "whatsapp", key="w", twin=None, sender=new, now=NINE_O_CLOCK, raw="{}")
            letters.write(store, stray, Letter((Verbatim("b"),)), now=NINE_O_CLOCK)
        assert told_of_renaming(store, "whatsapp", [old], to=new)
        met = addresses.meet(store, "whatsapp", new)
        assert (met.address.id, met.address.person_id, met.reachable) == (known.id, person, True)
        assert (met.address.language, met.items_wait) == ("en", overtaken)
        assert met.address.heard_at == (NINE_O_CLOCK if overtaken else None)
        found = store.execute(select(kept.c.address_id, kept.c.state).order_by(kept.c.id)).all()
        held_still = [(known.id, "held")]
        assert found == ([(known.id, "waiting")] * 2 if overtaken else held_still)
        assert senders(store) == ([new, old] if overtaken else [new])
        assert addresses.meet(store, "whatsapp", old).address.person_id is None

    await database.run(story)


async def test_a_renaming_that_is_told_takes_nobodys_place(database: Database) -> None:
    def story(store: Store) -> None:
        one, other = (addresses.meet(store, "whatsapp", f"ID.{n}").address.id for n in (1, 2))
        assert not told_of_renaming(store, "whatsapp", ["ID.1"], to="ID.2")
        for chat, name in ((one, "Dewi"), (other, "Eko")):
            addresses.change(store, chat, person_id=people.add(store, name))
        assert not told_of_renaming(store, "whatsapp", ["ID.1"], to="ID.2")
        assert not told_of_renaming(store, "whatsapp", ["ID.3"], to="ID.4")
        assert senders(store) == ["ID.1", "ID.2"]

    await database.run(story)


async def test_who_writes_lets_go_of_what_waited_for_them_oldest_first(
    database: Database,
) -> None:
    def wrote(store: Store, at: datetime) -> Met:
        return addresses.heard_from(store, addresses.meet(store, "whatsapp", "ID.1"), at=at)

    def story(store: Store) -> None:
        here = wrote(store, NINE_O_CLOCK).address
        first, second = (
            letters.write(store, here, Letter((Verbatim(words),)), now=NINE_O_CLOCK)
            for words in "ab"
        )
        for one in (second, first):
            held.hold_back(store, one, now=NINE_O_CLOCK)
        day = NINE_O_CLOCK + timedelta(minutes=2)
        assert claims.claim(store, now=day, until=day) == []
        met = wrote(store, day)
        assert (met.newest_letter, met.address.heard_at) == (None, day)
        (one,) = claims.claim(store, now=day, until=day)
        assert (one.id, one.heard_at) == (first.id, day)
        assert [later.id for later in claims.behind(store, [one], until=day)] == [second.id]

    await database.run(story)
