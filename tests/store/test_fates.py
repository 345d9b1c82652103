"""What a platform tells moves a letter only forward, in whatever order it comes."""

from __future__ import annotations

import asyncio
import threading
import time
from collections.abc import Sequence
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from sqlalchemy import select

from bot.sandbox.calm import AT_LAST
from models.campaigns import Due
from models.letters import Letter, Verbatim
from models.store import Store
from models.store import schema as tables
from models.store.chat import addresses
from models.store.engine.database import Database, opened
from models.store.letters import claims, letters, on_hold
from models.store.letters.delivery_status import (
    RETRY_AFTER,
    DeliveryStatus,
    Step,
    Track,
    part_of,
    settle_status,
    track_of,
    track_read,
)
from models.store.letters.letters import Envelope
from models.store.people import people
from models.store.prompts import prompts, sending
from tests.actors import NINE_O_CLOCK as NOW
from tests.databases import copied
from tests.store.elsewhere import elsewhere

HELD = NOW + timedelta(seconds=30)
SOON = NOW + timedelta(seconds=5)


def reply(store: Store) -> Envelope:
    chat = addresses.heard_from(store, addresses.meet(store, "whatsapp", "ID.1"), at=NOW).address
    return letters.write(store, chat, Letter((Verbatim("halo"),)), now=NOW)


def prompt(store: Store, *, began: bool = True) -> sending.Claimed:
    person = people.add(store, "Dewi")
    chat = addresses.heard_from(store, addresses.meet(store, "whatsapp", "ID.1"), at=NOW).address
    addresses.change(store, chat.id, person_id=person)
    day = date(2026, 11, 23)
    due = Due("daily.2026-11-23", "log", day, NOW, day)
    whose = addresses.by_id(store, chat.id)
    prompts.write(store, due, whose, Letter((Verbatim("isi"),)), lane="own", now=NOW)
    (one,) = sending.claim(store, now=NOW, until=HELD, most=9)
    if began:
        assert sending.sending(store, one, now=NOW, held=HELD)
    return one


def tell(
    store: Store, envelope: Envelope, step: Step, part: int = 1, of: int = 1, **how: Any
) -> None:
    settle_status(store, DeliveryStatus(part_of(track_of(envelope), part, of), step, **how), NOW)


def letter(store: Store) -> Any:
    row = store.execute(select(tables.letters)).first()
    return row and (row.state, row.attempts, row.why)


def due_at(store: Store) -> Any:
    return store.execute(select(tables.letters.c.due_at)).scalar()


def ended(store: Store) -> Any:
    return store.execute(select(tables.prompts.c.state, tables.prompts.c.why)).one()


def chat(store: Store) -> Any:
    return store.execute(select(tables.addresses)).one()


def taken(store: Store) -> Envelope:
    envelope = reply(store)
    letters.taken(store, [(envelope.id, 0)], now=NOW)
    return envelope


def taken_prompt(store: Store) -> sending.Claimed:
    one = prompt(store)
    sending.taken(store, one, now=NOW)
    return one


# -- tracks -----------------------------------------------------------------------------------


def test_a_track_leads_back_to_the_message() -> None:
    envelope = Envelope(7, 1, "whatsapp", "ID.1", "id", Letter(()), attempts=3)
    assert track_read(part_of(track_of(envelope), 2, 5)) == Track(None, 7, 3, 2, 5)
    other = Envelope(7, 1, "whatsapp", "ID.1", "id", Letter(()), prompt_id=4)
    assert track_read(part_of(track_of(other), 1, 1)) == Track(4, 7, 0, 1, 1)


@pytest.mark.parametrize("strange", ["", "l1", "l1.1.1", "x1.0.1.1", "l-1.0.1.1", "l1.0.1.1\n"])
async def test_what_is_no_track_of_ours_changes_nothing(sqlite: str, strange: str) -> None:
    assert track_read(strange) is None
    database = opened(sqlite)
    await database.run(lambda s: settle_status(s, DeliveryStatus(strange, "failed"), NOW))
    await database.close()


# -- replies ----------------------------------------------------------------------------------


@pytest.mark.parametrize("step", ["delivered", "read"])
async def test_what_has_arrived_is_forgotten(database: Database, step: Step) -> None:
    def story(store: Store) -> None:
        one = taken(store)
        tell(store, one, step)
        assert letter(store) is None
        tell(store, one, "failed", why="gone")
        tell(store, one, "sent")
        assert letter(store) is None
        assert chat(store).reachable

    await database.run(story)


async def test_a_letter_of_several_messages_has_arrived_with_the_last(database: Database) -> None:
    def story(store: Store) -> None:
        one = reply(store)
        tell(store, one, "sent", 1, 2)
        tell(store, one, "delivered", 1, 2)
        assert letter(store) == ("waiting", 0, None)
        tell(store, one, "sent", 2, 2)
        assert letter(store) == ("taken", 0, None)
        tell(store, one, "read", 2, 2)
        assert letter(store) is None

    await database.run(story)


async def test_what_is_told_before_the_post_has_noted_it_counts(database: Database) -> None:
    def story(store: Store) -> None:
        one = reply(store)
        tell(store, one, "sent")
        letters.later(store, one.id, attempts=1, due_at=NOW, doubt=True)
        assert letter(store) == ("taken", 0, None)
        tell(store, one, "failed", why="later")
        letters.taken(store, [(one.id, 0)], now=NOW)
        assert letter(store) == ("waiting", 1, None)

    await database.run(story)


@pytest.mark.parametrize("again", [False, True])
async def test_a_letter_in_doubt_is_settled_by_what_is_told(
    database: Database, again: bool
) -> None:
    """Also where it is just being sent once more, and then fails after all."""

    def story(store: Store) -> None:
        one = reply(store)
        letters.later(store, one.id, attempts=1, due_at=NOW, doubt=True)
        if again:
            (one,) = claims.claim(store, now=NOW, until=HELD)
        tell(store, one, "sent", 1, 2)
        assert letter(store) == ("doubt", 1, None)
        tell(store, one, "sent", 2, 2)
        assert letter(store) == ("taken", one.attempts, None)
        assert claims.claim(store, now=HELD, until=HELD) == []
        tell(store, one, "failed", 2, 2, why="later")
        aside = ("held", 2, letters.PAUSE) if again else ("waiting", 1, None)
        assert letter(store) == aside

    await database.run(story)


async def test_what_failed_while_in_doubt_is_sent_again_later(database: Database) -> None:
    def story(store: Store) -> None:
        one = reply(store)
        letters.later(store, one.id, attempts=1, due_at=NOW, doubt=True)
        (again,) = claims.claim(store, now=NOW, until=HELD)
        tell(store, again, "failed", why="later")
        assert letter(store) == ("held", 2, letters.PAUSE)
        letters.later(store, one.id, attempts=2, due_at=NOW, doubt=True)
        assert letter(store) == ("held", 2, letters.PAUSE)

    await database.run(story)


async def test_what_fails_for_now_is_tried_again_ever_later_then_held(database: Database) -> None:
    def story(store: Store) -> None:
        one = taken(store)
        for tries, wait in enumerate(RETRY_AFTER, 1):
            tell(store, one, "failed", why="later", code="131056")
            tell(store, one, "failed", why="later", code="131056")
            state, why = ("held", letters.PAUSE) if wait > 60 else ("waiting", None)
            assert letter(store) == (state, tries, why)
            due = NOW + timedelta(seconds=wait)
            assert due_at(store) == due
            on_hold.wake(store, due)
            (one,) = claims.claim(store, now=due, until=due)
        tell(store, one, "failed", why="later", code="131056")
        assert letter(store) == ("held", len(RETRY_AFTER) + 1, "131056")

    await database.run(story)


async def test_what_is_our_fault_goes_once_more_in_plain_words_to_who_waits(
    database: Database,
) -> None:
    def story(store: Store) -> None:
        one = taken(store)
        tell(store, one, "failed", code="131009")
        tell(store, one, "failed", code="131009")
        assert letter(store) == ("waiting", 1, None)
        (again,) = claims.claim(store, now=NOW, until=HELD)
        assert (again.letter.plain, again.letter.paragraphs) == (True, one.letter.paragraphs)
        letters.taken(store, [(again.id, 1)], now=NOW)
        tell(store, again, "failed", code="131009")
        assert letter(store) == ("held", 2, "131009")

    await database.run(story)


async def test_what_is_our_fault_is_held_and_says_why(database: Database) -> None:
    def story(store: Store) -> None:
        one = taken(store)
        addresses.change(store, one.address_id, heard_at=None)
        tell(store, one, "failed", code="9" * 50)
        assert letter(store) == ("held", 1, "9" * 40)
        tell(store, one, "failed", code="1")
        tell(store, one, "sent")
        assert letter(store) == ("held", 1, "9" * 40)
        assert claims.claim(store, now=HELD, until=HELD) == []
        tell(store, one, "delivered")
        assert letter(store) is None

    await database.run(story)


async def test_nobody_under_an_old_id_is_no_reason_to_drop_a_letter(database: Database) -> None:
    def story(store: Store) -> None:
        one = taken(store)
        addresses.change(store, one.address_id, sender="ID.2")
        assert not addresses.gone(store, one.address_id, "ID.1")
        tell(store, one, "failed", why="gone", to=("ID.1", "628"))
        assert letter(store) == ("waiting", 1, None)
        assert chat(store).reachable
        (again,) = claims.claim(store, now=NOW + timedelta(hours=1), until=HELD)
        letters.taken(store, [(again.id, 1)], now=NOW)
        tell(store, again, "failed", why="gone", to=("ID.2",))
        assert letter(store) is None
        assert not chat(store).reachable

    await database.run(story)


async def test_a_letter_to_nobody_is_dropped_and_the_address_left_alone(
    database: Database,
) -> None:
    def story(store: Store) -> None:
        tell(store, taken(store), "failed", why="gone")
        assert letter(store) is None
        assert not chat(store).reachable

    await database.run(story)


@pytest.mark.parametrize("at", [None, NOW, NOW + timedelta(hours=1)])
async def test_a_closed_window_is_believed_and_the_letter_sent_as_a_template(
    database: Database, at: Any
) -> None:
    def story(store: Store) -> None:
        tell(store, taken(store), "failed", why="closed", at=at)
        assert letter(store) == ("waiting", 1, None)
        (again,) = claims.claim(store, now=NOW, until=HELD)
        assert again.heard_at is None

    await database.run(story)


async def test_who_wrote_after_the_window_was_closed_has_opened_it(database: Database) -> None:
    def story(store: Store) -> None:
        tell(store, taken(store), "failed", why="closed", at=NOW - timedelta(seconds=1))
        (again,) = claims.claim(store, now=NOW, until=HELD)
        assert again.heard_at == NOW

    await database.run(story)


async def test_what_no_template_opens_either_waits_for_the_person(database: Database) -> None:
    def story(store: Store) -> None:
        one = taken(store)
        for _ in RETRY_AFTER:
            tell(store, one, "failed", why="closed")
            (one,) = claims.claim(store, now=NOW, until=HELD)
        tell(store, one, "failed", why="closed")
        assert letter(store) == ("held", len(RETRY_AFTER) + 1, on_hold.CLOSED)

    await database.run(story)


# -- prompts ----------------------------------------------------------------------------------


async def test_a_prompt_goes_from_sent_to_arrived(database: Database) -> None:
    def story(store: Store) -> None:
        one = taken_prompt(store)
        assert (letter(store), ended(store)) == (("taken", 0, None), ("sent", None))
        tell(store, one.envelope, "read")
        assert (letter(store), ended(store)) == (None, ("arrived", None))
        for step in ("sent", "delivered", "failed"):
            tell(store, one.envelope, step)
        assert ended(store) == ("arrived", None)

    await database.run(story)


@pytest.mark.parametrize("end", ["sent", "unknown"])
async def test_a_prompt_told_of_before_the_post_has_noted_it(
    database: Database, end: prompts.State
) -> None:
    def story(store: Store) -> None:
        one = prompt(store)
        tell(store, one.envelope, "sent")
        assert (letter(store), ended(store)) == (("taken", 0, None), ("sent", None))
        sending.taken(store, one, now=NOW)
        sending.end(store, one, end, now=NOW)
        assert (letter(store), ended(store)) == (("taken", 0, None), ("sent", None))
        tell(store, one.envelope, "failed", why="later")
        sending.end(store, one, end, now=NOW)
        assert (letter(store), ended(store)) == (("waiting", 1, None), ("waiting", None))

    await database.run(story)


async def test_a_prompt_of_unknown_outcome_is_known_by_what_is_told(database: Database) -> None:
    def story(store: Store) -> None:
        one = prompt(store)
        sending.end(store, one, "unknown", now=NOW)
        tell(store, one.envelope, "sent")
        assert ended(store) == ("sent", None)
        tell(store, one.envelope, "failed", why="later", code="131056")
        assert (letter(store), ended(store)) == (None, ("undone", "131056"))
        tell(store, one.envelope, "delivered")
        assert ended(store).state == "arrived"

    await database.run(story)


async def test_a_prompt_that_failed_for_now_goes_out_again_once(database: Database) -> None:
    def story(store: Store) -> None:
        one = taken_prompt(store)
        tell(store, one.envelope, "failed", why="later")
        tell(store, one.envelope, "sent")
        assert ended(store) == ("waiting", None)
        later = NOW + timedelta(seconds=RETRY_AFTER[0])
        (again,) = sending.claim(store, now=later, until=later, most=9)
        assert not sending.sending(store, one, now=later, held=later)
        assert sending.sending(store, again, now=later, held=later)
        tell(store, again.envelope, "delivered")
        assert (letter(store), ended(store)) == (None, ("arrived", None))

    await database.run(story)


async def test_a_prompt_to_nobody_is_undone_and_one_that_is_our_fault_is_held(
    database: Database,
) -> None:
    def story(store: Store) -> None:
        one = taken_prompt(store)
        tell(store, one.envelope, "failed", why="wrong", code="132012")
        assert (letter(store), ended(store)) == (("held", 1, "132012"), ("waiting", None))
        addresses.letters_of_the_window(store, one.envelope.address_id, NOW)
        (again,) = sending.claim(store, now=NOW, until=HELD, most=9)
        tell(store, again.envelope, "failed", why="gone")
        assert (letter(store), ended(store)) == (None, ("undone", "gone"))
        assert not chat(store).reachable

    await database.run(story)


async def test_a_held_prompt_is_undone_when_it_is_of_no_use(database: Database) -> None:
    def story(store: Store) -> None:
        one = prompt(store)
        sending.held(store, one, now=NOW)
        assert letter(store) == ("held", 1, on_hold.CLOSED)
        sending.left(store, NOW + prompts.OF_USE)
        assert (letter(store), ended(store)) == (None, ("undone", on_hold.CLOSED))

    await database.run(story)


# -- every order ------------------------------------------------------------------------------

STEPS = st.sampled_from(["sent", "delivered", "read", "failed-later", "failed-wrong", "taken"])


def played(store: Store, one: Envelope, deeds: Sequence[str], parts: int, claimed: Any) -> None:
    for deed in deeds:
        step, _, why = deed.partition("-")
        if step == "taken" and claimed is None:
            letters.taken(store, [(one.id, 0)], now=NOW)
        elif step == "taken":
            sending.taken(store, claimed, now=NOW)
        else:
            tell(store, one, step, parts, parts, **({"why": why} if why else {}))  # type: ignore[arg-type]


def best(deeds: Sequence[str]) -> str:
    if {"delivered", "read"} & set(deeds):
        return "arrived"
    return "failed" if any(deed.startswith("failed") for deed in deeds) else "out"


class Undone(Exception):
    """The story is told; the next begins anew."""


@pytest.fixture(scope="module")
def one_file(tmp_path_factory: pytest.TempPathFactory, _sqlite_template: Path) -> str:
    return copied(_sqlite_template, tmp_path_factory.mktemp("orders"))


@given(deeds=st.lists(STEPS, min_size=1, max_size=6), parts=st.integers(1, 3), asks=st.booleans())
def test_in_whatever_order_it_is_told_the_end_is_never_worse_than_the_best(
    one_file: str, deeds: list[str], parts: int, asks: bool
) -> None:
    def story(store: Store) -> None:
        claimed = prompt(store) if asks else None
        one = claimed.envelope if claimed is not None else reply(store)
        played(store, one, deeds, parts, claimed)
        row, end = letter(store), best(deeds)
        state = row[0] if row is not None else None
        expected = {"arrived": (None,), "failed": ("waiting", "held"), "out": ("taken",)}
        assert state in expected[end], (deeds, row)
        if asks:
            ends = {"arrived": "arrived", "failed": "waiting", "out": "sent"}
            assert ended(store).state == ends[end], deeds
        raise Undone

    async def told() -> None:
        database = opened(one_file)
        with pytest.raises(Undone):
            await database.run(story)
        await database.close()

    asyncio.run(told())


# -- two at once ------------------------------------------------------------------------------


@pytest.mark.parametrize("turn_first", [True, False])
async def test_a_turn_and_a_failure_never_wait_for_each_other(
    postgresql: str, turn_first: bool
) -> None:
    """A letter waits for the person, who writes while the platform tells that another failed."""
    database, half_done = opened(postgresql), threading.Event()

    def prepare(store: Store) -> Envelope:
        envelope = taken(store)
        later = reply(store)
        on_hold.hold_back(store, later, now=NOW)
        return envelope

    envelope = await database.run(prepare)
    writes = NOW + timedelta(hours=1)

    def pause(first: bool) -> None:
        if first:
            half_done.set()
            time.sleep(0.3)  # the other is under way by now
        else:
            assert half_done.wait(AT_LAST)

    def turn(store: Store) -> None:
        if not turn_first:
            pause(False)
        addresses.heard_from(store, addresses.meet(store, "whatsapp", "ID.1"), at=writes)
        if turn_first:
            pause(True)
        addresses.letters_of_the_window(store, envelope.address_id, writes)

    def fails(store: Store) -> None:
        if turn_first:
            pause(False)
        tell(store, envelope, "failed", why="closed", at=NOW)
        if not turn_first:
            pause(True)

    for answer in elsewhere(postgresql, turn, fails):
        await asyncio.wrap_future(answer)
    rows = await database.run(lambda s: s.execute(select(tables.letters.c.state)).scalars().all())
    heard_at = (await database.run(chat)).heard_at
    await database.close()
    assert set(rows) == {"waiting"}
    assert heard_at == writes
