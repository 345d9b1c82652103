"""Consents and requests: what was said with proof, and what is asked of the office in time."""

from __future__ import annotations

from datetime import timedelta

from sqlalchemy import select

from models.masking import masked
from models.notices import NOTICE
from models.store import Store, schema
from models.store.chat import addresses, consents
from models.store.engine.database import Database
from models.store.oversight import requests
from models.store.people import people
from tests.actors import NINE_O_CLOCK

LATER = NINE_O_CLOCK + timedelta(hours=1)


async def test_what_was_said_before_is_never_changed(database: Database) -> None:
    def story(store: Store) -> None:
        dewi = people.add(store, "Dewi")
        chat = addresses.meet(store, "telegram", "1").address
        for number, agreed in enumerate((True, False)):
            at = NINE_O_CLOCK + timedelta(hours=number)
            consents.give(store, chat, "speak-first", now=at, agreed=agreed, person_id=dewi)
        rows = store.execute(select(schema.consents).order_by(schema.consents.c.id)).all()
        said = [(row.agreed, row.channel, row.given_at) for row in rows]
        assert said == [(True, "telegram", NINE_O_CLOCK), (False, "telegram", LATER)]

    await database.run(story)


async def test_a_notice_is_known_in_its_newest_version_alone(database: Database) -> None:
    def story(store: Store) -> None:
        dewi = people.add(store, "Dewi")
        chat = addresses.meet(store, "telegram", "1").address
        consents.give(store, chat, "notice", now=NINE_O_CLOCK, person_id=dewi)
        assert consents.knows(store, dewi)
        (row,) = store.execute(select(schema.consents)).all()
        assert (row.version, row.digest) == (NOTICE.version, NOTICE.digest)
        store.execute(schema.consents.update().values(version="2020-01"))
        assert not consents.knows(store, dewi)

    await database.run(story)


async def test_nothing_is_kept_of_who_is_not_known(database: Database) -> None:
    def story(store: Store) -> None:
        chat = addresses.meet(store, "telegram", "1").address
        consents.give(store, chat, "speak-first", now=NINE_O_CLOCK, agreed=False)
        assert store.execute(select(schema.consents)).all() == []

    await database.run(story)


async def test_a_request_said_again_keeps_its_date_and_one_settled_stays_settled(
    database: Database,
) -> None:
    def story(store: Store) -> None:
        dewi, siti = people.add(store, "Dewi"), people.add(store, "Siti")
        first = requests.ask(store, dewi, "amend", "Analis", now=NINE_O_CLOCK, field="post")
        again = requests.ask(store, dewi, "amend", "Ahli Muda", now=LATER, field="post")
        other = requests.ask(store, dewi, "erase", "Foto", now=LATER)
        same = requests.ask(store, dewi, "erase", "Foto lama", now=LATER)
        assert (again.id, again.words, again.due_at) == (first.id, "Ahli Muda", first.due_at)
        assert first.due_at == NINE_O_CLOCK + timedelta(days=3)
        assert same.id == other.id
        assert [one.id for one in requests.still_open(store)] == [first.id, other.id]
        assert requests.still_open(store, [siti]) == []
        assert requests.overdue(store, first.due_at) == 0
        assert requests.overdue(store, first.due_at + timedelta(seconds=1)) == 1
        assert requests.settle(store, first.id, "done", by=siti, now=LATER)
        assert not requests.settle(store, first.id, "refused", by=siti, now=LATER, reply="x")
        read = requests.request(store, first.id)
        assert read is not None
        assert (read.state, read.settled_by, read.reply) == ("done", siti, None)
        assert requests.request(store, 99) is None

    await database.run(story)


async def test_numbers_are_hidden_in_requests_but_for_the_nip_itself(database: Database) -> None:
    def story(store: Store) -> None:
        dewi = people.add(store, "Dewi")
        nip = "199001012015032001"
        kept = requests.ask(store, dewi, "amend", nip, now=NINE_O_CLOCK, field="nip")
        hidden = requests.ask(store, dewi, "amend", nip, now=NINE_O_CLOCK, field="other")
        assert (kept.words, hidden.words) == (nip, masked(nip))
        requests.settle(store, hidden.id, "refused", by=dewi, now=LATER, reply="081234567890")
        read = requests.request(store, hidden.id)
        assert read is not None
        assert read.reply == masked("081234567890")

    await database.run(story)
