"""`tilik verify` on a trail that somebody has been at who owns the database: each deed is found."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, timedelta
from functools import partial
from typing import Any

import pytest
from sqlalchemy import delete, select, text, update

from models.keys import Keys
from models.ratings import DAILY, Rating
from models.store import Store
from models.store.chat import dialogues, identities
from models.store.chat.addresses import meet
from models.store.engine.database import Database
from models.store.office import services
from models.store.oversight.audit import Anchor, Audit, audited
from models.store.oversight.day_seals import DEED, seal_ratings
from models.store.oversight.seals import EVERY, seal, stranger, unsealed, words_of
from models.store.oversight.trail import Note, hash_of, note, undone
from models.store.ratings import raters, ratings
from models.store.ratings.recount import recounted
from models.store.schema import ratings as rating_rows
from models.store.schema import seals, trail, trail_head
from tests.played import spelled
from tests.recorder import RECORDER

KEYS = Keys(b"k" * 32)
OTHER = Keys(b"o" * 32)
DAYS = (date(2026, 11, 20), date(2026, 11, 21), date(2026, 11, 22))
NIGHT = datetime(2026, 11, 23, 0, 0, tzinfo=UTC)
"""Seven in the morning in Jakarta: the day before has been over for seven hours."""
ROWS = 23
"""Twenty deeds and three days of ratings."""


def lived(store: Store) -> None:
    """A small office with twenty deeds and nine ratings on three days, all sealed."""
    unit = services.add_unit(store, "Dinas", zone="Asia/Jakarta")
    service = services.add_service(store, unit.id, "KTP-el")
    for number in (1, 2):
        services.offer(store, services.add_counter(store, unit.id, f"Loket {number}"), service)
    for day in DAYS:
        for counter, value in ((1, 4), (1, 3), (2, 2)):
            ratings.add(store, Rating(counter, service, day, DAILY, {"overall": value}))
    note(store, *(Note("link", NIGHT, DAYS[2], by=n, about=n + 1) for n in range(20)))


@pytest.fixture
async def lasting(database: Database) -> Database:
    await database.run(lived)
    assert await database.run(lambda store: seal_ratings(store, NIGHT)) == 3
    assert await database.run(lambda store: seal(store, KEYS, NIGHT))
    await database.run(opened_up)
    return database


def opened_up(store: Store) -> None:
    """What the owner of a database can do first."""
    if store.dialect.name == "postgresql":
        for table in ("trail", "seals"):
            store.execute(text(f"DROP TRIGGER {table}_only_added ON {table}"))
        for table in ("trail_head", "ratings", "entries"):
            store.execute(text(f"DROP TRIGGER {table}_guarded ON {table}"))
        return
    names = "SELECT name FROM sqlite_master WHERE type = 'trigger'"
    for (name,) in store.execute(text(names)).all():
        store.execute(text(f"DROP TRIGGER {name}"))


async def found(database: Database, **more: Any) -> list[str]:
    return told(await database.read(lambda store: audited(store, KEYS, **more)))


def told(audit: Audit) -> list[str]:
    """Each finding with the number of its row; every one can be said."""
    assert audit.count == len(audit.findings)
    for one in audit.findings:
        assert spelled(one)
        RECORDER.says(one)
    said = [(one.id, one.facts.get("number", one.facts.get("first"))) for one in audit.findings]
    return [name if number is None else f"{name} {number}" for name, number in said]


async def test_what_nobody_has_touched_is_whole(lasting: Database) -> None:
    audit: Audit = await lasting.read(lambda store: audited(store, KEYS))
    assert (audit.rows, audit.seals, audit.days, audit.unsealed) == (ROWS, 1, 3, 0)
    assert not audit.findings
    assert await found(lasting, since=audit.anchor) == []
    assert await found(lasting, since=replace(audit.anchor, hash="0" * 64)) == [
        f"verify-anchor-gone {ROWS}"
    ]
    assert await found(lasting, since=Anchor(99, "0" * 64)) == ["verify-anchor-gone 99"]


@dataclass(frozen=True)
class Deed:
    """Something somebody does to the tables, and what must be said of it."""

    orders: tuple[str, ...]
    says: tuple[str, ...]


_SEAL = "verify-seal-differs 23"
_COPY = "at, day, actor, by_id, deed, about_id, what, hash FROM trail WHERE number ="
DEEDS = {
    "alters a row": Deed(
        ("UPDATE trail SET by_id = 99 WHERE number = 7",), ("verify-trail-altered 7",)
    ),
    "alters what was done": Deed(
        ("UPDATE trail SET what = '{}x' WHERE number = 7",), ("verify-trail-altered 7",)
    ),
    "deletes a row": Deed(("DELETE FROM trail WHERE number = 7",), ("verify-trail-missing 7",)),
    "deletes the first": Deed(("DELETE FROM trail WHERE number = 1",), ("verify-trail-missing 1",)),
    "deletes the last": Deed(
        ("DELETE FROM trail WHERE number = 23",), ("verify-trail-missing 23", _SEAL)
    ),
    "deletes the last and mends the head": Deed(
        (
            "DELETE FROM trail WHERE number = 23",
            "UPDATE trail_head SET hash = (SELECT hash FROM trail WHERE number = 22), number = 22",
        ),
        (_SEAL,),
    ),
    "deletes all": Deed(("DELETE FROM trail",), ("verify-trail-missing 1", _SEAL)),
    "deletes all and the head": Deed(("DELETE FROM trail", "DELETE FROM trail_head"), (_SEAL,)),
    "moves the head": Deed(("UPDATE trail_head SET number = 3",), ("verify-trail-head 23",)),
    "puts a row in front": Deed(
        (f"INSERT INTO trail SELECT 0, {_COPY} 1",), ("verify-trail-extra 0",)
    ),
    "puts a row in the middle": Deed(
        (
            "UPDATE trail SET number = -number WHERE number > 10",
            "UPDATE trail SET number = 1 - number WHERE number < 0",
            f"INSERT INTO trail SELECT 11, {_COPY} 10",
        ),
        (*(f"verify-trail-altered {n}" for n in range(11, 25)), "verify-trail-head 24", _SEAL),
    ),
    "swaps two rows": Deed(
        (
            "UPDATE trail SET number = 99 WHERE number = 7",
            "UPDATE trail SET number = 7 WHERE number = 8",
            "UPDATE trail SET number = 8 WHERE number = 99",
        ),
        tuple(f"verify-trail-altered {n}" for n in (7, 8, 9)),
    ),
    "alters a seal": Deed(("UPDATE seals SET mac = 'abc'",), ("verify-seal-forged 23",)),
    "seals under another secret": Deed(
        ("UPDATE seals SET fingerprint = 'other'",), ("verify-seal-stranger 23",)
    ),
}


async def test_whatever_the_owner_of_the_database_does_is_found(lasting: Database) -> None:
    """... and told with the number of the row. Each deed is done to the same trail and undone."""

    def each(store: Store) -> None:
        for name, deed in DEEDS.items():
            with store.begin_nested() as point:
                for order in deed.orders:
                    store.execute(text(order))
                assert told(audited(store, KEYS)) == list(deed.says), name
                point.rollback()

    await lasting.run(each)


async def test_who_writes_the_whole_chain_anew_cannot_seal_it(lasting: Database) -> None:
    def anew(store: Store) -> None:
        store.execute(update(trail).where(trail.c.number == 7).values(by_id=99))
        before = ""
        for row in store.execute(select(trail).order_by(trail.c.number)).all():
            before, here = hash_of(dict(row._mapping), before), trail.c.number == row.number
            store.execute(update(trail).where(here).values(hash=before))
        store.execute(update(trail_head).values(hash=before))

    await lasting.run(anew)
    assert await found(lasting) == [f"verify-seal-differs {ROWS}"]

    def forged(store: Store) -> None:
        head = store.execute(select(trail_head)).one()
        store.execute(update(seals).values(hash=head.hash))

    await lasting.run(forged)
    assert await found(lasting) == [f"verify-seal-forged {ROWS}"]


async def test_a_seal_that_is_gone_is_told_by_the_next(lasting: Database) -> None:
    def on(store: Store) -> None:
        note(store, Note("link", NIGHT, DAYS[2], by=1))

    await lasting.run(on)
    assert not await lasting.run(lambda store: seal(store, KEYS, NIGHT))
    assert await lasting.run(lambda store: seal(store, KEYS, NIGHT + EVERY))
    await lasting.run(on)
    assert await lasting.run(lambda store: seal(store, KEYS, NIGHT + EVERY, at_once=True))
    assert not await lasting.run(lambda store: seal(store, KEYS, NIGHT + 2 * EVERY))
    assert await found(lasting) == []
    await lasting.run(lambda store: store.execute(delete(seals).where(seals.c.number == ROWS + 1)))
    assert await found(lasting) == [f"verify-seal-forged {ROWS + 2}"]


async def test_a_clock_that_was_ahead_keeps_no_seal_off(database: Database) -> None:
    def noted(store: Store) -> None:
        note(store, Note("link", NIGHT, DAYS[2], about=1))

    for at in (NIGHT + timedelta(days=30), NIGHT):
        await database.run(noted)
        assert await database.run(partial(seal, keys=KEYS, now=at))
    assert await found(database) == []


async def test_seals_need_their_secret(lasting: Database) -> None:
    async def told(keys: Keys | None) -> list[str]:
        audit = await lasting.read(lambda store: audited(store, keys))
        return [one.id for one in audit.findings]

    assert await told(OTHER) == ["verify-seal-stranger"]
    assert await told(None) == ["verify-seal-stranger"]
    assert await lasting.read(lambda store: stranger(store, OTHER)) == KEYS.fingerprint
    assert await lasting.read(lambda store: stranger(store, KEYS)) is None


async def test_what_was_sealed_of_people_needs_its_secret_too(database: Database) -> None:
    ends = DAYS[2] + timedelta(days=30)
    await database.run(
        lambda store: identities.put(store, {"name": "Sari"}, keys=KEYS, forgotten_on=ends)
    )
    assert await database.read(lambda store: stranger(store, KEYS)) is None
    assert await database.read(lambda store: stranger(store, OTHER)) == KEYS.fingerprint


async def test_an_empty_trail_has_nothing_to_seal(database: Database) -> None:
    assert not await database.run(lambda store: seal(store, KEYS, NIGHT))
    assert await database.read(unsealed) == 0
    assert await database.read(lambda store: stranger(store, KEYS)) is None
    assert (await database.read(lambda store: audited(store, None))).findings == ()


async def test_ratings_that_change_after_their_day_are_found(lasting: Database) -> None:
    """Also where the tallies were mended: what `recounted` cannot see."""

    async def left(change: Any) -> list[str]:
        def tried(store: Store) -> list[str]:
            with store.begin_nested() as point:
                change(store)
                assert not recounted(store).differences
                said = audited(store, KEYS).findings
                point.rollback()
            return [" ".join(str(fact) for fact in (one.id, *one.facts.values())) for one in said]

        return await lasting.run(tried)

    def some(store: Store, counter: int, day: date) -> Any:
        here = (rating_rows.c.counter_id == counter) & (rating_rows.c.day == day)
        return store.execute(select(rating_rows).where(here)).first()

    def removed(store: Store) -> None:
        ratings.remove(store, some(store, 1, DAYS[1]).id)

    def all_removed(store: Store) -> None:
        ratings.remove(store, some(store, 2, DAYS[1]).id)

    def altered(store: Store) -> None:
        row = some(store, 2, DAYS[2])
        ratings.amend(store, row.id, Rating(2, 1, DAYS[2], DAILY, {"overall": 4}))

    def put_in(store: Store) -> None:
        ratings.add(store, Rating(2, 1, DAYS[0], DAILY, {"overall": 4}))
        ratings.add(store, Rating(2, 1, DAYS[0] - timedelta(days=9), DAILY, {"overall": 4}))

    def later(store: Store) -> None:
        ratings.add(store, Rating(2, 1, DAYS[2] + timedelta(days=1), DAILY, {"overall": 4}))

    assert await left(removed) == ["verify-ratings-removed 2026-11-21 1 2 1"]
    assert await left(all_removed) == ["verify-ratings-removed 2026-11-21 2 1 0"]
    assert await left(altered) == ["verify-ratings-altered 2026-11-22 2 1 1"]
    assert await left(put_in) == [
        "verify-ratings-added 2026-11-11 2 0 1",
        "verify-ratings-added 2026-11-20 2 1 2",
    ]
    assert await left(later) == []


async def test_who_tells_a_day_again_hides_nothing(lasting: Database) -> None:
    def removed(store: Store) -> None:
        store.execute(delete(rating_rows).where(rating_rows.c.day == DAYS[1]))
        note(store, Note(DEED, NIGHT, DAYS[1], what={"counters": {}}, actor="clock"))

    await lasting.run(removed)
    await lasting.run(lambda store: seal(store, KEYS, NIGHT, at_once=True))
    assert [one.split()[0] for one in await found(lasting)] == ["verify-ratings-removed"] * 2


async def test_who_writes_over_a_days_digest_is_found_twice(lasting: Database) -> None:
    over = update(trail).where(trail.c.number == 21).values(what="[]")
    await lasting.run(lambda store: store.execute(over))
    assert (await found(lasting))[0] == "verify-trail-altered 21"
    assert [one.split()[0] for one in (await found(lasting))[1:]] == ["verify-ratings-added"] * 2


async def test_days_are_told_when_they_are_over_everywhere(database: Database) -> None:
    await database.run(lived)
    evening = NIGHT - timedelta(hours=2)

    async def told(now: datetime) -> int:
        return await database.run(lambda store: seal_ratings(store, now))

    assert await told(evening) == 2
    assert await told(evening) == 0
    await database.run(lambda store: services.add_unit(store, "Timur", zone="Asia/Jayapura"))
    assert await told(NIGHT) == 1
    assert await told(NIGHT + timedelta(days=40)) == 31
    assert await told(NIGHT + timedelta(days=40)) == 9


async def test_an_office_without_ratings_begins_with_yesterday(database: Database) -> None:
    assert await database.run(lambda store: seal_ratings(store, NIGHT)) == 0
    await database.run(lambda store: services.add_unit(store, "Dinas", zone="Asia/Jakarta"))
    assert await database.run(lambda store: seal_ratings(store, NIGHT)) == 1


async def test_no_day_is_told_while_something_may_still_be_written_of_it(
    database: Database,
) -> None:
    await database.run(lived)

    def form(store: Store) -> int:
        address = meet(store, "telegram", "1001").address
        over = NIGHT - timedelta(hours=2)
        return dialogues.begin(
            store, address.id, conversation="nilai", opening="", answers="[]", expires_at=over
        )

    def tied(store: Store) -> None:
        number = store.execute(select(rating_rows.c.id).limit(1)).scalar_one()
        ends = NIGHT + timedelta(minutes=5)
        raters.remember(store, "token", number, changeable_until=ends, forgotten_at=ends)

    def without_end(store: Store) -> int:
        with undone(store):
            return seal_ratings(store, NIGHT + timedelta(days=31))

    number = await database.run(form)
    assert await database.run(lambda store: seal_ratings(store, NIGHT)) == 0
    assert await database.run(without_end) == 31, "a form that nothing can end holds up no day"
    await database.run(lambda store: dialogues.end(store, number))
    await database.run(tied)
    assert await database.run(lambda store: seal_ratings(store, NIGHT)) == 0
    assert await database.run(lambda store: seal_ratings(store, NIGHT + timedelta(hours=1))) == 3


def test_a_seal_is_made_of_what_it_vouches_for() -> None:
    row = {"number": 1, "hash": "a", "sealed_at": NIGHT}
    words = words_of(row, "m")
    assert KEYS.vouches("trail", words, KEYS.mac("trail", words))
    for change in ({"number": 2}, {"hash": "b"}, {"sealed_at": NIGHT + EVERY}):
        assert not KEYS.vouches("trail", words_of({**row, **change}, "m"), KEYS.mac("trail", words))
    assert words_of(row, "n") != words
