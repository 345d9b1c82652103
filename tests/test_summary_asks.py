"""Ringkasan asks the database once, and only for what the screen shows."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

import pytest
from sqlalchemy import Connection, select

from models.quarter import Quarter
from models.ratings import DAILY, Rating
from models.store import Store
from models.store.people import people
from models.store.ratings import holds
from models.store.schema import ratings
from tests.actors import NINE_O_CLOCK as NOW
from tests.actors import rated
from tests.office import Office, open_office
from tests.played import empty_store, letter, person_of, words

Q4 = Quarter(2026, 4)


@pytest.fixture
def store() -> Iterator[Connection]:
    with empty_store() as store:
        yield store


def filled(store: Store, *quarters: Quarter) -> Office:
    """The office, where people were served on the first day of each of these quarters."""
    office = open_office(store, now=NOW)
    for quarter in quarters:
        for counter in office.counters:
            place = (counter.id, counter.services[0].id, quarter.first_day)
            rated(store, [Rating(*place, DAILY, {"overall": 3}, reason="Cepat")] * 30)
    return office


@contextmanager
def heard(store: Connection) -> Iterator[list[str]]:
    """Every statement that the database is given, those that are prepared too."""
    said: list[str] = []
    driver = store.connection.driver_connection
    assert driver is not None
    driver.set_trace_callback(said.append)
    try:
        yield said
    finally:
        driver.set_trace_callback(None)


@pytest.mark.parametrize(("page", "figures"), [("", 1), ("/ikm", 1), ("/loket", 1), ("/kata", 0)])
def test_figures_are_read_once_and_only_where_they_are_shown(
    store: Connection, page: str, figures: int
) -> None:
    office = filled(store, Q4.previous, Q4)
    head = person_of(store, people.head_of(store, office.unit_id) or 0, NOW)
    with heard(store) as said:
        shown = letter(store, head, f"o.ringkasan.u{office.unit_id}@{Q4.key}{page}", now=NOW)
    read = [one for one in said if one.startswith("SELECT tallies.")]
    assert len(read) == figures, read
    assert all((Q4.previous.key in one) is (page == "") for one in read)
    assert "Disdukcapil" in words(shown)


def test_the_quarter_before_is_the_newest_of_which_anything_was_released(
    store: Connection,
) -> None:
    office = filled(store, Quarter(2025, 1), Quarter(2025, 3), Q4)
    head = person_of(store, people.head_of(store, office.unit_id) or 0, NOW)
    there = f"o.ringkasan.u{office.unit_id}"
    with heard(store) as said:
        letter(store, head, f"{there}@{Q4.key}", now=NOW)
    keys = ["2026-Q3", "2025-Q3", "2025-Q1"]
    read = [one for one in said if one.startswith("SELECT tallies.counter_id")]
    assert [[key for key in keys if key in one] for one in read] == [keys[:1], keys[1:2]]


def test_words_stay_shut_where_they_would_tell_those_of_too_few_elsewhere(
    store: Connection,
) -> None:
    """What all wrote less what two counters show would be what four people wrote at the third,
    where the oversight team has kept one back since."""
    office = open_office(store, now=NOW)
    for counter, wrote in zip(office.counters, (10, 5, 5), strict=True):
        place = (counter.id, counter.services[0].id, Q4.first_day)
        said = f"{counter.name} bagus"
        rated(store, [Rating(*place, DAILY, {"overall": 3}, reason=said)] * wrote)
    of_second = ratings.c.counter_id == office.counters[1].id
    kept = store.execute(select(ratings.c.id).where(of_second)).scalars().all()[0]
    assert holds.decide(store, kept, holds.KEPT, before=holds.READ)
    head = person_of(store, people.head_of(store, office.unit_id) or 0, NOW)

    def voices(of: str) -> str:
        return words(letter(store, head, f"o.ringkasan.{of}@{Q4.key}/kata", now=NOW))

    many, few, shut = (f"c{one.id}" for one in office.counters)
    assert "Loket 1 bagus" in voices(many)
    assert "bagus" in voices(f"u{office.unit_id}")
    for of in (few, shut):
        assert "bagus" not in voices(of)
        assert "Tulisan di sini tidak ditampilkan: jumlahnya kurang dari 5" in voices(of)
