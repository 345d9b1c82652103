"""A conversation played in a store of its own, without any channel: openings in, letters out."""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime
from functools import cache
from typing import Any

from sqlalchemy import Connection, create_engine
from sqlalchemy.engine import make_url

from bot.texts import catalogue
from handlers import looked
from handlers.engine.conversation import Asking, Conversation, Onward
from handlers.engine.question import NotUnderstood
from handlers.engine.said import Chosen, Said, Typed
from models.letters import Letter, Text, Words
from models.people import Person
from models.store import Store, schema
from models.store.chat import addresses
from models.store.engine.sqlite import sqlite_engine
from models.store.oversight.trail import noted
from models.store.people import people
from tests.keyed import keys
from tests.office import JOINED
from tests.recorder import RECORDER


@contextmanager
def empty_store() -> Iterator[Connection]:
    """A fresh store in one transaction that is never kept, in memory."""
    engine = sqlite_engine(make_url("sqlite://"), keys=keys)
    with engine.connect() as store:
        with_tables(store)
        with store.begin() as transaction:
            yield store
            transaction.rollback()
    engine.dispose()


def with_tables(store: Connection) -> None:
    """Let this database in SQLite's memory have every table, without a row: to have them made one
    by one takes as long as most tests."""
    driver: Any = store.connection.driver_connection
    driver.deserialize(_tables())


@cache
def _tables() -> bytes:
    engine = create_engine("sqlite://")
    with engine.begin() as store:
        schema.metadata.create_all(store)
    driver: Any = engine.raw_connection().driver_connection
    made: bytes = driver.serialize()
    engine.dispose()
    return made


def person_of(store: Store, number: int, now: datetime, *, channel: str = "telegram") -> Person:
    """The person with this number, at a chat of their own."""
    met = addresses.meet(store, channel, f"77{number}")
    addresses.change(store, met.address.id, person_id=number)
    people.begins(store, number, at=JOINED)
    return addresses.person_at(store, addresses.by_id(store, met.address.id), now)


def played(
    store: Store, person: Person, tap: str, *answers: str | Said, now: datetime
) -> Letter | Asking:
    """What a tap like `o.pegawai.p12` and the answers lead to: the last letter, or what is asked.

    An answer is a key to be tapped, or what is said. What is noted goes into the trail at once.
    Raises `Refused`.
    """

    def play(store: Store) -> Letter | Asking:
        name, words = tap.split(".", 2)[1:]
        left = list(answers)
        while True:
            topic, facts = looked(store, person, name, words, now)
            outcome = facts
            if isinstance(topic, Conversation):
                step: Any = topic.replay(facts)
                while isinstance(step, Asking) and left:
                    said = left.pop(0)
                    said = Chosen(said) if isinstance(said, str) else said
                    step = _answered(topic, facts, step, said)
                if isinstance(step, Asking):
                    return step
                outcome = step.outcome
            if not isinstance(outcome, Onward):
                return topic.letter(store, person, outcome, now)
            name, words = outcome.conversation, outcome.opening

    RECORDER.does(f"Person {person.id}", "script", " ".join([tap, *map(str, answers)]))
    made = noted(play)(store)
    if isinstance(made, Asking):
        RECORDER.asks(made.question)
    else:
        RECORDER.meets(made, f"person {person.id}")
    return made


def _answered(topic: Conversation[Any, Any, Any], facts: Any, step: Asking, said: Said) -> Any:
    """Where the form stands then; the hint was read where it was not understood."""
    try:
        return topic.answer(facts, step, said, spell=spelled)
    except NotUnderstood as why:
        RECORDER.says(why.hint)
        raise


def letter(store: Store, person: Person, tap: str, *answers: str | Said, now: datetime) -> Letter:
    """The letter that it ends with."""
    ended = played(store, person, tap, *answers, now=now)
    assert isinstance(ended, Letter), ended
    return ended


def seconded(store: Store, waits: Letter, by: Person, *, now: datetime) -> Letter:
    """What a second person reads who agrees to what somebody was told that it waits."""
    taken_back = tap_of(waits, "Tarik kembali")
    return letter(store, by, f"{taken_back.removesuffix('x')}s", now=now)


def words(said: Letter | Asking) -> str:
    """What is read, without markup."""
    if isinstance(said, Asking):
        return spelled(Text(said.question.name, said.question.facts))
    return "\n".join(spelled(paragraph) for paragraph in said.paragraphs)


def labels(said: Letter | Asking) -> list[str]:
    """What can be tapped."""
    if isinstance(said, Asking):
        return [spelled(choice.label) for choice in said.question.choices]
    return [spelled(button.label) for row in said.buttons for button in row]


def tap_of(said: Letter, label: str) -> str:
    """What the button with this label carries."""
    there = [button for row in said.buttons for button in row]
    return next(button.tap for button in there if spelled(button.label) == label)


def typed(text: str) -> Typed:
    """Words from the keyboard."""
    return Typed(text)


def spelled(words: Words) -> str:
    """The words in Indonesian, without markup."""
    return re.sub("</?[bi]>", "", catalogue().plain("id", words))
