"""Whatever is decided on somebody is told in the trail: by whom, about whom, in numbers alone."""

from __future__ import annotations

import json
from collections.abc import Iterator
from datetime import date, datetime
from typing import Any

import pytest
from sqlalchemy import Connection, select

from handlers.supervisor.team.members import version
from models.people import Person
from models.store import Store
from models.store.chat import addresses
from models.store.office import services
from models.store.oversight.work_digests import of_appraisal, of_entries
from models.store.people import doubts, people, posts
from models.store.schema import trail
from models.store.work import entries
from models.work import Entry
from tests.played import empty_store, letter, person_of, seconded, typed, words

NOW = datetime.fromisoformat("2027-02-01T03:00:00+00:00")
TODAY = date(2027, 2, 1)
SINCE = date(2026, 1, 1)
RATED = ("sesuai", "atas", typed("Bagus sekali"), "confirm")


@pytest.fixture
def store() -> Iterator[Connection]:
    with empty_store() as store:
        yield store


@pytest.fixture
def team(store: Connection) -> tuple[Person, Person, Person]:
    """A superior, one of their team, and who keeps the people of both."""
    unit = services.add_unit(store, "Dinas", zone="Asia/Jayapura").id
    numbers = [people.add(store, name) for name in ("Sinta", "Eko", "Hani")]
    for number in numbers:
        posts.place(store, number, unit, "Staf", since=SINCE)
    posts.report_to(store, numbers[1], numbers[0], since=SINCE)
    people.give_duty(store, numbers[2], unit_id=unit, duty="hr", valid_from=SINCE)
    sinta, eko, hani = (person_of(store, number, NOW) for number in numbers)
    return sinta, eko, hani


def logged(store: Store, person: Person, activity: str) -> Entry:
    entry = Entry(0, "", person.id or 0, TODAY, TODAY, activity, sent_at=NOW)
    return entries.add(store, entry)


def told(store: Store) -> list[tuple[Any, ...]]:
    """What the trail tells: deed, by whom, about whom, what."""
    rows = store.execute(select(trail).order_by(trail.c.number)).all()
    assert {row.day for row in rows} <= {TODAY}
    return [(row.deed, row.by_id, row.about_id, json.loads(row.what)) for row in rows]


def test_approving_and_returning(
    store: Connection, team: tuple[Person, Person, Person]
) -> None:
    sinta, eko, _ = team
    one, two, three = (logged(store, eko, name) for name in ("Rahasia", "Surat", "Arsip"))
    approves = f"o.setuju.y{one.id}.{version(one)}"
    letter(store, sinta, approves, now=NOW)
    letter(store, sinta, approves, now=NOW)
    back = f"o.kembalikan.{two.id}.{version(two)}"
    letter(store, sinta, back, typed("Kurang bukti"), "send", now=NOW)
    letter(store, sinta, f"o.setuju.semua.{version(three)}.5", now=NOW)
    first, second, third = (of_entries(store, [entry.id]) for entry in (one, two, three))
    assert told(store) == [
        ("approve", sinta.id, eko.id, {"entries": [one.id], "digest": first}),
        ("return", sinta.id, eko.id, {"entry": two.id, "digest": second}),
        ("approve", sinta.id, eko.id, {"entries": [three.id], "digest": third}),
    ]
    assert int(second, 16) == 0, "it was not approved"


def test_rating_a_quarter_and_answering(
    store: Connection, team: tuple[Person, Person, Person]
) -> None:
    sinta, eko, _ = team
    letter(store, sinta, f"o.penilaian.{eko.id}@2026-Q4", *RATED, now=NOW)
    letter(store, eko, "o.hasil.2026-Q4/terima1", now=NOW)
    letter(store, eko, "o.tanggapan.2026-Q4", typed("Terima kasih banyak"), "send", now=NOW)
    digest = of_appraisal(store, 1)
    assert told(store) == [
        ("appraise", sinta.id, eko.id, {"quarter": "2026-Q4", "version": 1, "digest": digest}),
        ("received", eko.id, eko.id, {"appraisal": 1}),
        ("reply", eko.id, eko.id, {"appraisal": 1}),
    ]


def test_correcting_who_is_whose_superior(
    store: Connection, team: tuple[Person, Person, Person]
) -> None:
    sinta, eko, hani = team
    doubt, _ = doubts.say(
        store, eko.id or 0, superior_id=sinta.id, proposed_id=hani.id, day=TODAY
    )
    waits = letter(store, hani, f"o.luruskan.{doubt.id}.u{hani.id}", now=NOW)
    unit = hani.duties[0].unit_id
    people.give_duty(store, sinta.id or 0, unit_id=unit, duty="head", valid_from=TODAY)
    second = person_of(store, sinta.id or 0, NOW)
    seconded(store, waits, second, now=NOW)
    asked, agreed, changed, settled = told(store)
    assert [row[:2] for row in (asked, agreed)] == [("intake", hani.id), ("intake", sinta.id)]
    assert [row[3]["state"] for row in (asked, agreed)] == ["waiting", "confirmed"]
    assert settled == ("doubt", hani.id, eko.id, {"doubt": doubt.id, "state": "changed"})
    assert changed[:3] == ("superior", hani.id, eko.id)


def test_joining_and_moving_to_a_new_phone(
    store: Connection, team: tuple[Person, Person, Person]
) -> None:
    _, eko, _ = team
    for phone in (91, 92):
        code = people.invite(store, eko.id or 0, now=NOW).code
        joined = letter(store, _at(store, phone), f"o.daftar.{code}", "yes", now=NOW)
        assert "Eko" in words(joined)
    assert [row[:3] for row in told(store)] == [("join", eko.id, eko.id)] * 2
    assert [sorted(row[3]) for row in told(store)] == [["channel", "waits"]] * 2


def _at(store: Store, phone: int) -> Person:
    return addresses.person_at(store, addresses.meet(store, "telegram", str(phone)).address, NOW)
