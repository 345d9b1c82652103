"""Retention: what has been kept long enough goes, and nothing that is still needed."""

from __future__ import annotations

import asyncio
import threading
from datetime import date, datetime, timedelta
from typing import Any

import pytest
from sqlalchemy import insert, select, update

from bot.sandbox.calm import AT_LAST
from models.letters import File, Letter, Verbatim
from models.people import Address
from models.ratings import DAILY, Rating
from models.retention import PERIODS, days_kept
from models.store import Store, schema
from models.store.chat import addresses, dialogues, files, inbox
from models.store.engine.database import Database
from models.store.letters import letters
from models.store.office import services
from models.store.oversight import requests, retention
from models.store.people import people
from models.store.ratings import ratings
from models.store.rules import settings
from models.store.rules.settings import Version
from tests.actors import NINE_O_CLOCK
from tests.store.elsewhere import elsewhere

TOMORROW = NINE_O_CLOCK + timedelta(days=1)


def met(store: Store, sender: str = "1001", now: datetime = NINE_O_CLOCK) -> Address:
    return addresses.meet(store, "telegram", sender, now=now).address


def senders(store: Store) -> list[str]:
    rows = schema.addresses
    return list(store.execute(select(rows.c.sender).order_by(rows.c.id)).scalars())


def gone(store: Store, now: datetime = TOMORROW, **how: int) -> list[str]:
    """Who is still there after the citizens were forgotten."""
    retention.forget_citizens(store, now, **how)
    return senders(store)


# -- citizens ---------------------------------------------------------------------------------


async def test_a_citizens_chat_is_known_until_the_day_after(database: Database) -> None:
    def story(store: Store) -> None:
        met(store)
        assert gone(store, NINE_O_CLOCK + timedelta(hours=5)) == ["1001"]
        assert gone(store) == []
        assert met(store, now=TOMORROW).sender == "1001"

    await database.run(story)


async def test_whoever_has_joined_stays(database: Database) -> None:
    def story(store: Store) -> None:
        addresses.change(store, met(store).id, person_id=people.add(store, "Dewi"))
        assert gone(store) == ["1001"]

    await database.run(story)


def opens_a_form(store: Store, chat: Address) -> None:
    how: dict[str, Any] = {"conversation": "nilai", "opening": "", "answers": "[]"}
    dialogues.begin(store, chat.id, **how, expires_at=TOMORROW)


def is_written_to(store: Store, chat: Address) -> None:
    letters.write(store, chat, Letter((Verbatim("Halo"),)), now=NINE_O_CLOCK)


def has_written(store: Store, chat: Address) -> None:
    key = {"key": "u1", "twin": None, "sender": chat.sender, "raw": "{}"}
    inbox.put(store, chat.channel, **key, now=NINE_O_CLOCK)


def is_locked_out(store: Store, chat: Address) -> None:
    addresses.change(store, chat.id, locked_until=TOMORROW + timedelta(minutes=1))


def was_knocked_at(store: Store, chat: Address) -> None:
    addresses.change(store, chat.id, knocked_at=NINE_O_CLOCK)


@pytest.mark.parametrize(
    "needed", [opens_a_form, is_written_to, has_written, is_locked_out, was_knocked_at]
)
async def test_a_chat_in_which_something_is_open_stays(database: Database, needed: Any) -> None:
    def story(store: Store) -> None:
        needed(store, met(store))
        met(store, "1002")
        assert gone(store) == ["1001"]

    await database.run(story)


async def test_a_chat_that_a_log_entry_has_its_file_from_is_nameless(database: Database) -> None:
    def story(store: Store) -> None:
        chat = met(store)
        addresses.change(store, chat.id, language="en")
        proof = File("photo", "whatsapp:77")
        files.want(store, proof, address_id=chat.id, now=NINE_O_CLOCK)
        files.use(store, [proof])
        assert gone(store) == [f"gone-{chat.id}"]
        assert addresses.by_id(store, chat.id).language is None
        assert gone(store) == [f"gone-{chat.id}"]
        store.execute(schema.files.delete())
        assert gone(store) == []

    await database.run(story)


async def test_so_many_go_at_once(database: Database) -> None:
    def story(store: Store) -> None:
        for number in range(5):
            met(store, str(number))
        assert len(gone(store, most=3)) == 2
        assert gone(store, most=3) == []
        assert retention.forget_citizens(store, TOMORROW) == 0

    await database.run(story)


async def test_a_turn_that_has_the_chat_locked_keeps_it(postgresql: str) -> None:
    """What the turn opens there is not seen by who asked before: the row is passed over."""
    await asyncio.wrap_future(elsewhere(postgresql, met)[0])
    locked, asked = threading.Event(), threading.Event()

    def turn(store: Store) -> None:
        chat = met(store)
        locked.set()
        assert asked.wait(AT_LAST)
        opens_a_form(store, chat)

    def tidy(store: Store) -> list[str]:
        assert locked.wait(AT_LAST)
        left = gone(store)
        asked.set()
        return left

    turned, tidied = elsewhere(postgresql, turn, tidy)
    assert await asyncio.wrap_future(tidied) == ["1001"]
    await asyncio.wrap_future(turned)


async def test_who_writes_while_the_chat_is_forgotten_is_met_anew(postgresql: str) -> None:
    await asyncio.wrap_future(elsewhere(postgresql, met)[0])
    forgotten = threading.Event()

    def tidy(store: Store) -> list[str]:
        left = gone(store)
        forgotten.set()
        return left

    def turn(store: Store) -> int:
        assert forgotten.wait(AT_LAST)
        chat = met(store, now=TOMORROW)
        opens_a_form(store, chat)
        return chat.id

    tidied, turned = elsewhere(postgresql, tidy, turn)
    assert await asyncio.wrap_future(tidied) == []
    assert await asyncio.wrap_future(turned) > 0


# -- periods ----------------------------------------------------------------------------------


def rated(store: Store, day: date, words: str) -> None:
    unit = services.add_unit(store, "Disdukcapil", zone="Asia/Jakarta").id
    service = services.add_service(store, unit, "KTP-el")
    counter = services.add_counter(store, unit, "Loket 1")
    services.offer(store, counter, service)
    number = services.all_counters(store)[0].id
    ratings.add(store, Rating(number, service, day, DAILY, {"overall": 1}, None, words))


def words(store: Store) -> list[str | None]:
    return list(store.execute(select(schema.ratings.c.reason)).scalars())


async def test_what_citizens_wrote_goes_after_its_period_and_the_rating_stays(
    database: Database,
) -> None:
    def story(store: Store) -> None:
        rated(store, NINE_O_CLOCK.date(), "Antre lama")
        retention.forget(store, NINE_O_CLOCK + timedelta(days=365))
        assert words(store) == ["Antre lama"]
        retention.forget(store, NINE_O_CLOCK + timedelta(days=366))
        assert words(store) == [None]

    await database.run(story)


async def test_an_office_sets_a_period_of_its_own_within_bounds(database: Database) -> None:
    def story(store: Store) -> None:
        rated(store, NINE_O_CLOCK.date(), "Antre lama")
        version = Version("keep.words", 30, NINE_O_CLOCK.date(), NINE_O_CLOCK)
        settings.put(store, version, day=NINE_O_CLOCK.date())
        retention.forget(store, NINE_O_CLOCK + timedelta(days=31))
        assert words(store) == [None]

    await database.run(story)


def test_a_period_is_what_the_office_set_but_never_out_of_bounds() -> None:
    assert days_kept({}, "words") == PERIODS["words"].days
    assert days_kept({"keep.words": 400}, "words") == 400
    assert days_kept({"keep.words": 1}, "words") == PERIODS["words"].least
    assert days_kept({"keep.words": 10**6}, "words") == PERIODS["words"].most
    assert days_kept({"keep.words": "lama"}, "words") == PERIODS["words"].days
    assert all(one.least <= one.days <= one.most and one.why for one in PERIODS.values())


async def test_evidence_settled_requests_and_used_codes_go_in_their_time(
    database: Database,
) -> None:
    def story(store: Store) -> None:
        dewi = people.add(store, "Dewi")
        chat = met(store)
        addresses.change(store, chat.id, person_id=dewi)
        proof = File("photo", "whatsapp:77", "wajah.jpg")
        files.want(store, proof, address_id=chat.id, now=NINE_O_CLOCK)
        files.use(store, [proof])
        sent = files.found(store, "whatsapp", "77")
        assert sent is not None
        files.keep(store, sent, b"x", "image/jpeg")
        one = requests.ask(store, dewi, "amend", "Analis", now=NINE_O_CLOCK, field="post")
        requests.settle(store, one.id, "done", by=dewi, now=NINE_O_CLOCK)
        people.invite(store, dewi, now=NINE_O_CLOCK)
        requests.ask(store, dewi, "erase", "Foto", now=NINE_O_CLOCK)

        def left(days: int) -> tuple[int, int, Any]:
            retention.forget(store, NINE_O_CLOCK + timedelta(days=days))
            counts = [
                len(store.execute(select(table)).all())
                for table in (schema.invitations, schema.requests)
            ]
            found = files.found(store, "whatsapp", "77")
            return (counts[0], counts[1], found and (found.state, found.content, found.name))

        shown = File("photo", "whatsapp:78")
        files.want(store, shown, address_id=chat.id, now=NINE_O_CLOCK, sealed=True)
        files.use(store, [shown])
        of_complaint = files.found(store, "whatsapp", "78")
        assert of_complaint is not None
        files.keep(store, of_complaint, b"wajah", "image/jpeg")

        def of_complaint_left() -> bytes | None:
            found = files.found(store, "whatsapp", "78")
            return found and found.content

        stored = select(schema.files.c.content).where(schema.files.c.file == "78")
        assert b"wajah" not in bytes(store.execute(stored).scalar_one())
        assert of_complaint_left() == b"wajah"
        here = ("here", b"x", "wajah.jpg")
        assert left(20) == (1, 2, here)
        assert left(60) == (0, 2, here)
        assert of_complaint_left() == b"wajah"
        assert left(366) == (0, 2, here)
        assert of_complaint_left() is None, "it goes with the words of the complaint"
        assert left(731) == (0, 1, here), "what nobody has answered stays"
        assert left(1096) == (0, 1, ("lost", None, None))

    await database.run(story)


# -- erasing ----------------------------------------------------------------------------------


async def test_what_was_set_aside_of_a_chat_is_blanked_when_it_is_left(
    database: Database,
) -> None:
    def story(store: Store) -> None:
        chat = met(store)
        has_written(store, chat)
        store.execute(update(schema.inbox).values(state="dead", reference="T-1"))
        held = {"address_id": chat.id, "kind": "reply", "sheet": "{}", "state": "held"}
        times = {"due_at": NINE_O_CLOCK, "written_at": NINE_O_CLOCK}
        store.execute(insert(schema.letters).values(**held, **times, attempts=0))
        files.want(store, File("photo", "whatsapp:7"), address_id=chat.id, now=NINE_O_CLOCK)
        retention.leave(store, chat)
        (item,) = store.execute(select(schema.inbox)).all()
        assert (item.raw, item.sender, item.reference) == (None, None, "T-1")
        assert gone(store, NINE_O_CLOCK) == []

    await database.run(story)


def test_letting_an_address_go_reads_no_table_from_end_to_end() -> None:
    for table in schema.metadata.tables.values():
        for column in table.c:
            if column.references(schema.addresses.c.id):
                whole = [one for one in table.indexes if not one.dialect_kwargs]
                found = (*whole, table.primary_key)
                assert any(next(iter(one.columns)) is column for one in found), column
