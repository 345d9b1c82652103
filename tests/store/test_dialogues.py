"""Dialogues: one is open at an address, others are parked under it, none outlives its time."""

from __future__ import annotations

from datetime import timedelta

from models.dialogues import Dialogue
from models.store import Store
from models.store.chat import addresses, dialogues
from models.store.engine.database import Database
from tests.actors import NINE_O_CLOCK

LATER = NINE_O_CLOCK + timedelta(minutes=15)


def address(store: Store, sender: str = "1001") -> int:
    return addresses.meet(store, "telegram", sender).address.id


def begin(store: Store, conversation: str = "nilai", sender: str = "1001") -> int:
    return dialogues.begin(
        store,
        address(store, sender),
        conversation=conversation,
        opening="ABCDE-3",
        answers="[]",
        expires_at=LATER,
    )


def read(store: Store, number: int) -> Dialogue | None:
    return dialogues.by_id(store, address(store), number)


async def test_where_a_dialogue_stands_is_kept_word_for_word(database: Database) -> None:
    def kept(store: Store) -> Dialogue | None:
        number = begin(store)
        answers = '[["verdict",3],["reason","antre 🙂"]]'
        dialogues.keep(
            store,
            number,
            answers=answers,
            home="p12",
            misses=2,
            early="terlalu awal",
            asks="3 rate-overall+ rate-reason",
            expires_at=LATER + timedelta(seconds=1),
        )
        return read(store, number)

    found = await database.run(kept)
    assert found is not None
    assert found.answers == '[["verdict",3],["reason","antre 🙂"]]'
    assert (found.home, found.misses, found.early) == ("p12", 2, "terlalu awal")
    assert found.asks == "3 rate-overall+ rate-reason"
    assert found.expires_at == LATER + timedelta(seconds=1)
    assert (found.conversation, found.opening, found.parked) == ("nilai", "ABCDE-3", False)


async def test_the_dialogue_that_was_parked_last_is_taken_up_first(database: Database) -> None:
    def parked(store: Store) -> list[str]:
        for name in ("nilai", "survei", "bahasa"):
            dialogues.park(store, begin(store, name))
        dialogues.park(store, begin(store, "daftar", sender="1002"))
        order = []
        while (last := dialogues.last_parked(store, address(store))) is not None:
            assert last.parked
            order.append(last.conversation)
            dialogues.end(store, last.id)
        return order

    assert await database.run(parked) == ["bahasa", "survei", "nilai"]


async def test_a_parked_dialogue_is_not_the_open_one(database: Database) -> None:
    def met(store: Store) -> tuple[bool, bool]:
        number = begin(store)
        dialogues.park(store, number)
        while_parked = addresses.meet(store, "telegram", "1001").dialogue is None
        dialogues.unpark(store, number, expires_at=LATER + timedelta(hours=1))
        again = addresses.meet(store, "telegram", "1001").dialogue
        assert again is not None
        assert (again.home, again.misses) == (None, 0)
        return while_parked, again.expires_at == LATER + timedelta(hours=1)

    assert await database.run(met) == (True, True)


async def test_what_has_ended_is_forgotten_and_its_number_never_used_again(
    database: Database,
) -> None:
    """A button carries the number: an old one must never open a new form."""

    def ended(store: Store) -> tuple[bool, bool]:
        number = begin(store)
        dialogues.end(store, number)
        return read(store, number) is None, begin(store) > number

    assert await database.run(ended) == (True, True)


async def test_nobody_reads_the_dialogue_of_another_address(database: Database) -> None:
    def other(store: Store) -> Dialogue | None:
        return read(store, begin(store, sender="1002"))

    assert await database.run(other) is None


async def test_a_dialogue_is_over_at_its_time_open_or_parked(database: Database) -> None:
    def numbers(store: Store) -> tuple[int, int]:
        first = begin(store)
        dialogues.park(store, first)
        return first, begin(store, "survei", sender="1002")

    first, second = await database.run(numbers)
    early = LATER - timedelta(microseconds=1)
    assert await database.run(lambda store: dialogues.expired(store, early)) == []
    over = await database.run(lambda store: dialogues.expired(store, LATER))
    assert sorted(over) == [
        (first, "telegram", "1001", LATER),
        (second, "telegram", "1002", LATER),
    ]
    assert len(await database.run(lambda store: dialogues.expired(store, LATER, most=1))) == 1


async def test_the_time_of_forms_that_lie_too_deep_is_over(database: Database) -> None:
    def deep(store: Store) -> list[bool]:
        numbers = [begin(store) for _ in range(dialogues.MOST_PARKED + 2)]
        for number in numbers:
            dialogues.park(store, number)
        dialogues.park(store, begin(store, sender="1002"))
        dialogues.end_the_deepest(store, address(store), NINE_O_CLOCK)
        over = {number for number, *_ in dialogues.expired(store, NINE_O_CLOCK)}
        return [number in over for number in numbers]

    over = await database.run(deep)
    assert over == [True] * 2 + [False] * dialogues.MOST_PARKED
