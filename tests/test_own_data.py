"""One's own data, told form by form: who may not, what is gone, what was settled meanwhile."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest
from sqlalchemy import select

from handlers.engine.conversation import Asking
from models.letters import Letter, Text
from models.people import HeldDuty, Person
from models.refused import Refused
from models.store import Store, schema
from models.store.chat import addresses
from models.store.oversight import requests
from models.store.people import people
from tests.actors import NINE_O_CLOCK
from tests.keyed import opened
from tests.office import Staff, open_office, staff_office
from tests.played import letter, played

LATER = NINE_O_CLOCK + timedelta(hours=1)


def at(store: Store, sender: str, person: int | None = None) -> Person:
    """Who stands there, in a chat of their own."""
    chat = addresses.meet(store, "telegram", sender).address
    if person is not None:
        addresses.change(store, chat.id, person_id=person)
    chat = addresses.by_id(store, chat.id)
    return addresses.person_at(store, chat, NINE_O_CLOCK)


def peopled(store: Store) -> tuple[Staff, Person, Person]:
    """The office, Siti of its personnel office, and a stranger."""
    office = open_office(store, now=NINE_O_CLOCK)
    staff = staff_office(store, NINE_O_CLOCK)
    siti = people.add(store, "Siti")
    since = NINE_O_CLOCK.date()
    people.give_duty(store, siti, unit_id=office.unit_id, duty="hr", valid_from=since)
    return staff, at(store, "1", siti), at(store, "2")


def first(said: Letter) -> str:
    words = said.paragraphs[0]
    while not isinstance(words, Text):
        words = words.lines[0]  # type: ignore[union-attr]
    return words.id


def refused(store: Store, person: Person, opening: str) -> str:
    with pytest.raises(Refused) as no:
        played(store, person, f"o.permintaan.{opening}", now=LATER)
    return no.value.why.id


async def test_a_citizen_corrects_nothing_and_asks_the_office_for_nothing(sqlite: str) -> None:
    def story(store: Store) -> None:
        _, _, citizen = peopled(store)
        with pytest.raises(Refused, match="amend-stranger"):
            played(store, citizen, "o.koreksi.", now=LATER)
        for tap in ("o.hapus.minta", "o.hapus."):
            assert first(letter(store, citizen, tap, now=LATER)) == "erase-citizen"
        assert first(letter(store, citizen, "o.privasi.", now=LATER)) == "notice-citizen"

    database = opened(sqlite)
    await database.run(story)
    await database.close()


async def test_a_superior_is_put_right_in_its_own_form(sqlite: str) -> None:
    def story(store: Store) -> None:
        dewi = at(store, "3", peopled(store)[0].employee_id)
        asked = played(store, dewi, "o.koreksi.", "superior", now=LATER)
        assert isinstance(asked, Asking)
        assert asked.question.name == "doubt-who"

    database = opened(sqlite)
    await database.run(story)
    await database.close()


async def test_requests_are_for_who_keeps_the_asker_and_never_for_oneself(sqlite: str) -> None:
    def story(store: Store) -> None:
        staff, siti, citizen = peopled(store)
        dewi = at(store, "3", staff.employee_id)
        mine = requests.ask(store, siti.id or 0, "amend", "Analis", now=NINE_O_CLOCK, field="post")
        assert refused(store, citizen, "") == refused(store, dewi, "1") == "request-not-yours"
        for opening in (str(mine.id), "99", "apa", f"{mine.id}.z"):
            assert refused(store, siti, opening) == "request-gone"
        assert first(letter(store, siti, "o.permintaan.", now=LATER)) == "request-none"

    database = opened(sqlite)
    await database.run(story)
    await database.close()


async def test_what_another_officer_has_settled_is_only_told(sqlite: str) -> None:
    def story(store: Store) -> None:
        staff, siti, _ = peopled(store)
        one = requests.ask(store, staff.employee_id, "erase", "Foto", now=NINE_O_CLOCK)
        shown = letter(store, siti, f"o.permintaan.{one.id}", now=LATER)
        assert first(shown) == "request-erase"
        requests.settle(store, one.id, "done", by=staff.superior_id, now=LATER)
        for deed in "yn":
            shown = letter(store, siti, f"o.permintaan.{one.id}.{deed}", now=LATER)
            assert first(shown) == "request-settled"

    database = opened(sqlite)
    await database.run(story)
    await database.close()


async def test_who_has_no_post_is_answered_by_the_office_above_all(sqlite: str) -> None:
    def story(store: Store) -> None:
        _, siti, _ = peopled(store)
        purna = people.add(store, "Purna")
        one = requests.ask(store, purna, "amend", "Purna Bakti", now=NINE_O_CLOCK, field="name")
        shown = letter(store, siti, f"o.permintaan.{one.id}.y", now=LATER)
        assert first(shown) == "request-closed-done"
        assert "request-untold" in str(shown.paragraphs)

    database = opened(sqlite)
    await database.run(story)
    await database.close()


async def test_the_notice_is_kept_as_read_once_a_version(sqlite: str) -> None:
    def story(store: Store) -> None:
        staff, _, _ = peopled(store)
        dewi = at(store, "3", staff.employee_id)
        for _ in range(2):
            assert first(letter(store, dewi, "o.privasi.", now=LATER)) == "notice-staff"
        read = schema.consents.c.person_id == dewi.id
        assert len(store.execute(select(schema.consents).where(read)).all()) == 1

    database = opened(sqlite)
    await database.run(story)
    await database.close()


async def test_who_runs_tilik_sees_that_an_answer_is_overdue(sqlite: str) -> None:
    def story(store: Store) -> None:
        staff, siti, _ = peopled(store)
        runs = replace(siti, duties=(HeldDuty("operator", 1),))
        requests.ask(store, staff.employee_id, "erase", "Foto", now=NINE_O_CLOCK)
        for hours, is_told in ((72, False), (73, True)):
            now = NINE_O_CLOCK + timedelta(hours=hours)
            shown = letter(store, runs, "o.keadaan.", now=now)
            assert ("condition-overdue" in str(shown)) is is_told

    database = opened(sqlite)
    await database.run(story)
    await database.close()
