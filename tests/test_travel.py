"""Cuti: one tap more says that it is official travel, which counts against nobody either."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, date, datetime

import pytest
from sqlalchemy import Connection

from models.people import Person
from models.quarter import Quarter
from models.refused import Refused
from models.store.office import services
from models.store.people import leaves, people, posts
from models.store.people.leaves import Leave, Why
from models.store.work import records
from tests.played import empty_store, labels, letter, person_of, played, tap_of, typed, words

NOW = datetime(2026, 11, 25, 2, 0, tzinfo=UTC)
TODAY, MONDAY, SINCE = date(2026, 11, 25), date(2026, 11, 23), date(2026, 1, 1)


@pytest.fixture
def store() -> Iterator[Connection]:
    with empty_store() as store:
        yield store


def hired(store: Connection, name: str) -> Person:
    unit = services.add_unit(store, "Dinas", zone="Asia/Jakarta").id
    number = people.add(store, name)
    posts.place(store, number, unit, "Staf", since=SINCE)
    return person_of(store, number, NOW)


def known(store: Connection, person: Person) -> list[Leave]:
    return leaves.of_person(store, person.id or 0, since=SINCE)


def test_a_day_of_leave_is_called_travel_by_one_tap_and_leave_by_another(
    store: Connection,
) -> None:
    dewi = hired(store, "Dewi")
    made = letter(store, dewi, "o.cuti.", "today", now=NOW)
    assert labels(made) == ["Ini dinas luar", "Batalkan cuti ini"]
    travels = letter(store, dewi, tap_of(made, "Ini dinas luar"), now=NOW)
    assert "✓ Dinas luar dicatat untuk 25 November 2026." in words(travels)
    assert [one.kind for one in known(store, dewi)] == ["travel"]
    rests = letter(store, dewi, tap_of(travels, "Ini cuti"), now=NOW)
    assert "✓ Cuti dicatat untuk 25 November 2026." in words(rests)
    assert [one.kind for one in known(store, dewi)] == ["leave"]


def test_travel_is_cancelled_under_its_own_name(store: Connection) -> None:
    dewi = hired(store, "Dewi")
    number = leaves.add(store, dewi.id or 0, TODAY, date(2026, 11, 27), kind="travel")
    asking = played(store, dewi, "o.cuti.", now=NOW)
    assert labels(asking)[3:] == ["Batalkan dinas luar 25 Nov 2026 – 27 Nov 2026"]
    gone = letter(store, dewi, "o.cuti.", f"x{number}", now=NOW)
    expected = "✓ Dinas luar 25 November 2026 sampai 27 November 2026 dibatalkan."
    assert expected in words(gone)
    assert known(store, dewi) == []


def test_which_leave_it_is_reads_whose_it_is_and_no_superior(store: Connection) -> None:
    dewi, ratna = hired(store, "Dewi"), hired(store, "Ratna")
    posts.report_to(store, dewi.id or 0, ratna.id, since=date(2026, 1, 1))
    sick = Leave(0, dewi.id or 0, TODAY, date(2026, 11, 27), "leave", "sick")
    leaves.add_many(store, [sick])
    assert labels(played(store, dewi, "o.cuti.", now=NOW))[3:] == [
        "Batalkan cuti sakit 25 Nov 2026 – 27 Nov 2026"
    ]
    over = person_of(store, ratna.id or 0, NOW)
    read = [
        words(letter(store, over, tap, now=NOW))
        for tap in ("o.tim.", f"o.tim.p{dewi.id}", "o.tim.nilai")
    ]
    assert "cuti" in " ".join(read).casefold()
    assert "sakit" not in " ".join(read).casefold()
    letter(store, dewi, "o.cuti.", "tomorrow", now=NOW)
    assert [one.why for one in known(store, dewi)] == ["sick", None]


@pytest.mark.parametrize(
    ("why", "called"),
    [
        *(("annual", "cuti tahunan"), ("long", "cuti besar"), ("birth", "cuti melahirkan")),
        *(("important", "cuti alasan penting"), ("unpaid", "cuti di luar tanggungan negara")),
        *(("permit", "izin"), ("training", "diklat"), ("study", "tugas belajar")),
    ],
)
def test_each_leave_is_called_by_its_name(store: Connection, why: Why, called: str) -> None:
    dewi = hired(store, "Dewi")
    leaves.add_many(store, [Leave(0, dewi.id or 0, TODAY, TODAY, "leave", why)])
    assert labels(played(store, dewi, "o.cuti.", now=NOW))[3:] == [f"Batalkan {called} 25 Nov 2026"]


def test_leave_and_travel_that_meet_stay_two(store: Connection) -> None:
    dewi = hired(store, "Dewi")
    leaves.add_many(store, [Leave(0, dewi.id or 0, TODAY, date(2026, 11, 26), "travel")])
    leaves.add_many(store, [])
    answers = ("other", typed("26/11/2026"), typed("27/11/2026"))
    letter(store, dewi, "o.cuti.", *answers, now=NOW)
    assert [one.kind for one in known(store, dewi)] == ["travel", "leave"]
    assert len(leaves.away(store, dewi.id or 0)) == 3


def test_nobody_calls_anothers_leave_something_else(store: Connection) -> None:
    dewi, joko = hired(store, "Dewi"), hired(store, "Joko")
    number = leaves.add(store, dewi.id or 0, TODAY, TODAY)
    for tap in (f"o.cuti.d{number}", f"o.cuti.c{number}", "o.cuti.d99"):
        with pytest.raises(Refused) as refused:
            played(store, joko, tap, now=NOW)
        assert refused.value.why.id == "leave-not-found"
    assert [one.kind for one in known(store, dewi)] == ["leave"]


def test_days_of_travel_are_told_as_such_and_do_not_count(store: Connection) -> None:
    dewi = hired(store, "Dewi")
    leaves.add(store, dewi.id or 0, MONDAY, MONDAY, kind="travel")
    leaves.add(store, dewi.id or 0, date(2026, 11, 24), date(2026, 11, 24))
    record = records.record(store, dewi.id or 0, Quarter(2026, 4), today=TODAY)
    assert len(record.leave) == 2
    assert record.travel == {MONDAY}
    said = words(letter(store, dewi, "o.saya./discipline", now=NOW))
    pages = 0
    while "dinas luar" not in said:
        pages += 1
        said = words(letter(store, dewi, f"o.saya./discipline.{pages}", now=NOW))
    assert "23 Nov 2026: dinas luar, tidak dihitung" in said
    assert "24 Nov 2026: cuti, tidak dihitung" in said
