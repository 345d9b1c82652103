"""The rows of the log, of targets and of leave."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta
from decimal import Decimal

import pytest

from models import work as pure
from models.letters import File
from models.quarter import Quarter
from models.store import Store
from models.store.engine.database import Database
from models.store.people import leaves, people
from models.store.work import entries, targets
from models.work import Entry, Target

DAY = date(2026, 11, 23)
NOW = datetime(2026, 11, 23, 9, tzinfo=UTC)
QUARTER = Quarter(2026, 4)


def entry(person: int, **more: object) -> Entry:
    plain = Entry(0, "", person, DAY, DAY, "Melayani", sent_at=NOW)
    return replace(plain, **more)  # type: ignore[arg-type]


async def test_an_entry_comes_back_as_it_was_written(database: Database) -> None:
    def story(store: Store) -> None:
        dewi = people.add(store, "Dewi")
        whole = entry(
            dewi,
            quantity=Decimal("12.50"),
            measure="berkas",
            starts=time(8),
            ends=time(10, 30),
            evidence=(File("photo", "abc", None), File("link", "https://x.id/a", None)),
        )
        kept = entries.add(store, whole)
        assert kept.receipt.startswith("TLK-")
        assert entries.entry(store, kept.id) == kept
        assert entries.by_receipt(store, kept.receipt) == kept
        assert entries.by_receipt(store, "TLK-ZZZZZZ") is None
        assert entries.entry(store, kept.id + 1) is None
        assert kept.quantity is not None
        assert str(kept.quantity) == "12.50"

    await database.run(story)


async def test_two_entries_never_share_a_receipt(
    database: Database, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The numbers are drawn; the store's own key sends a repeated one back to the drawing."""
    drawn = iter(["TLK-AAAAAA", "TLK-AAAAAA", "TLK-BBBBBB"])
    monkeypatch.setattr("models.store.work.entries.new_receipt", lambda _: next(drawn))

    def story(store: Store) -> list[str]:
        dewi = people.add(store, "Dewi")
        return [entries.add(store, entry(dewi)).receipt for _ in range(2)]

    assert await database.run(story) == ["TLK-AAAAAA", "TLK-BBBBBB"]
    assert pure.as_receipt("tlk-bbbbbb") == "TLK-BBBBBB"


async def test_who_approves_all_approves_what_had_been_sent_by_then(database: Database) -> None:
    def story(store: Store) -> None:
        dewi, ratna = people.add(store, "Dewi"), people.add(store, "Ratna")
        seen = entries.add(store, entry(dewi))
        later = entries.add(store, entry(dewi, sent_at=NOW + timedelta(seconds=1)))
        assert entries.approve(store, [seen.id, later.id], by=ratna, seen_at=NOW) == [seen.id]
        assert [e.id for e in entries.waiting(store, [dewi])] == [later.id]
        assert entries.approve(store, [seen.id, later.id], by=ratna, seen_at=NOW) == []

    await database.run(story)


async def test_one_entry_is_approved_or_returned_as_it_was_seen(database: Database) -> None:
    def story(store: Store) -> None:
        dewi, ratna = people.add(store, "Dewi"), people.add(store, "Ratna")
        one = entries.add(store, entry(dewi, sent_at=NOW + timedelta(seconds=1)))
        assert not entries.decide(store, one.id, by=ratna, seen_at=NOW)
        late = NOW + timedelta(minutes=1)
        assert entries.decide(store, one.id, by=ratna, seen_at=late)
        assert not entries.decide(store, one.id, by=ratna, seen_at=late)
        assert entries.decide(store, one.id, by=ratna, seen_at=late, reason="Keliru")
        returned = entries.entry(store, one.id)
        assert returned is not None
        assert (returned.state, returned.reason) == ("returned", "Keliru")
        assert returned.returned_before

    await database.run(story)


async def test_what_was_withdrawn_is_still_there_to_be_taken_back(database: Database) -> None:
    def story(store: Store) -> None:
        dewi = people.add(store, "Dewi")
        kept = entries.add(store, entry(dewi))
        entries.amend(store, replace(kept, state="withdrawn"))
        assert [e.state for e in entries.entries_of(store, [dewi], DAY, DAY)] == ["withdrawn"]
        assert entries.newest(store, dewi, most=1, skip=1) == ()

    await database.run(story)


async def test_a_target_is_known_by_its_result(database: Database) -> None:
    def story(store: Store) -> None:
        dewi = people.add(store, "Dewi")
        goal = Target(0, dewi, QUARTER, "KTP-el terbit", "berkas", Decimal("1200"), "berkas")
        assert targets.put(store, goal)
        assert not targets.put(store, goal)
        assert targets.put(store, replace(goal, quantity=None, measure=None))
        known = targets.of_person(store, dewi, QUARTER)
        assert [(t.result, t.quantity) for t in known] == [("KTP-el terbit", None)]
        assert targets.of_ids(store, [known[0].id, None, 99]) == known
        assert targets.of_person(store, dewi, QUARTER.next) == ()

    await database.run(story)


async def test_leave_is_every_day_from_the_first_to_the_last(database: Database) -> None:
    def story(store: Store) -> None:
        dewi = people.add(store, "Dewi")
        number = leaves.add(store, dewi, DAY, DAY + timedelta(days=2))
        assert len(leaves.away(store, dewi)) == 3
        assert [leave.id for leave in leaves.of_person(store, dewi, since=DAY)] == [number]
        assert leaves.of_person(store, dewi, since=DAY + timedelta(days=3)) == []
        found = leaves.leave(store, number)
        assert found is not None
        assert found.person_id == dewi
        leaves.remove(store, number)
        assert leaves.leave(store, number) is None
        assert leaves.away(store, dewi) == frozenset()

    await database.run(story)
