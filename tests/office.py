"""A small office for the stories: a civil registry with three services at three counters."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from decimal import Decimal

from sqlalchemy import insert, update

from models.calendar import local
from models.quarter import Quarter
from models.ratings import DAILY, Rating
from models.services import Counter
from models.store import Store
from models.store import schema as tables
from models.store.office import services
from models.store.people import people, posts
from models.store.people.links import ended
from models.store.ratings import closes, ratings
from models.store.work import targets
from models.work import Target

SERVICES = ("KTP-el", "Akta Kelahiran", "Kartu Keluarga")
SINCE = date(2026, 1, 1)
"""Since when the people of the office have their posts."""
JOINED = datetime(2025, 12, 31, tzinfo=UTC)
"""When they joined, on phones that no story tells of."""
TARGETS = (
    ("Layanan selesai tepat waktu", "berkas selesai", Decimal(100), "berkas"),
    ("Aduan warga ditanggapi", "aduan ditanggapi", Decimal(20), "aduan"),
)
"""What each employee is to reach in this quarter and the one before."""


@dataclass(frozen=True)
class Office:
    """What the stories need to know: the unit, its counters, and the head's joining code."""

    unit_id: int
    counters: tuple[Counter, ...]
    head_code: str

    def counter(self, name: str) -> Counter:
        """The counter of this name, as in 'KTP-el, loket 1'."""
        wanted = name.casefold()
        return next(
            c for c in self.counters if f"{c.services[0].name}, {c.name}".casefold() == wanted
        )


def open_office(store: Store, *, now: datetime) -> Office:
    """Make the office in an empty store."""
    unit = services.add_unit(store, "Disdukcapil Kabupaten Contoh", zone="Asia/Jakarta")
    for number, name in enumerate(SERVICES, 1):
        service = services.add_service(store, unit.id, name, population=12_000)
        counter = services.add_counter(store, unit.id, f"Loket {number}")
        services.offer(store, counter, service)
    head = people.add(store, "Ratna Dewi")
    people.give_duty(store, head, unit_id=unit.id, duty="head", valid_from=date(2020, 1, 1))
    code = people.invite(store, head, now=now).code
    return Office(unit.id, tuple(services.all_counters(store)), code)


def acts(
    store: Store,
    person_id: int,
    unit_id: int,
    title: str,
    *,
    since: date,
    until: date | None = None,
    label: str | None = None,
    instead: int | None = None,
    vacated: date | None = None,
) -> None:
    """The person holds a post there as acting, in place of the one that they had there so;
    `instead` of whom, as a superior, whose last day there was `vacated`."""
    link = {"person_id": person_id, "unit_id": unit_id, "kind": "acting"}
    there = tables.posts.c
    had = (there.person_id == person_id) & (there.unit_id == unit_id) & (there.kind == "acting")
    ended(store, tables.posts, had, since)
    values = {**link, "title": title, "valid_from": since, "valid_to": until}
    values |= {"acting_as": label, "acts_for": instead, "vacated_on": vacated}
    store.execute(insert(tables.posts).values(**values))


def leaves_post(store: Store, person_id: int, *, since: date) -> None:
    """The person works nowhere from that day on, and is nobody's superior."""
    superiors = tables.superiors
    for table in (tables.posts, superiors, tables.stations):
        ended(store, table, table.c.person_id == person_id, since)
    ended(store, superiors, superiors.c.superior_id == person_id, since)


@dataclass(frozen=True)
class Staff:
    """The people of the office: numbers, and the joining codes of the two who work there.

    The superior of both is the office's head, who joins with `Office.head_code`.
    """

    employee_id: int
    employee_code: str
    colleague_id: int
    colleague_code: str
    superior_id: int


def staff_office(store: Store, now: datetime) -> Staff:
    """Put two employees under the head of the open office: Dewi at Loket 1, Joko at Loket 2."""
    counters = services.all_counters(store)
    unit = counters[0].unit
    superior = people.head_of(store, unit.id)
    assert superior is not None
    _number(store, superior, "197503122000032001")
    people.begins(store, superior, at=JOINED)
    posts.place(store, superior, unit.id, "Kepala Dinas", since=SINCE)
    made = [
        _hired(store, name, nip, superior=superior, at=counter, today=local(now, unit.zone).date())
        for name, nip, counter in (
            ("Dewi Lestari", "199001012015032001", counters[0]),
            ("Joko Santoso", "198805172012061002", counters[1]),
        )
    ]
    dewi, joko = ((person, people.invite(store, person, now=now).code) for person in made)
    return Staff(*dewi, *joko, superior)


def _hired(store: Store, name: str, nip: str, *, superior: int, at: Counter, today: date) -> int:
    person = people.add(store, name)
    people.begins(store, person, at=JOINED)
    _number(store, person, nip)
    posts.place(store, person, at.unit.id, "Petugas Loket", since=SINCE)
    posts.report_to(store, person, superior, since=SINCE)
    posts.assign_counter(store, person, [at.id], since=SINCE)
    quarter = Quarter.of(today)
    for one in (quarter.previous, quarter):
        for target in TARGETS:
            targets.put(store, Target(0, person, one, *target))
    return person


def _number(store: Store, person_id: int, nip: str) -> None:
    here = tables.people.c.id == person_id
    store.execute(update(tables.people).where(here).values(nip=nip))


def waits_for_oversight(store: Store, person: int, *, now: datetime) -> None:
    """A comment that waits too long for the oversight team, on which this person is."""
    counter, day = services.all_counters(store)[0], now.date() - timedelta(days=21)
    unit = counter.unit.id
    people.give_duty(store, person, unit_id=unit, duty="oversight", valid_from=day)
    said = "bapak di loket 1 galak"
    rating = Rating(counter.id, counter.services[0].id, day, DAILY, {"overall": 2}, reason=said)
    ratings.add(store, rating)
    closes.close(store, now)
