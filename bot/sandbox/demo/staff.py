"""The demo's civil servants: posts, targets, and some weeks of logs under the head of the office.

Made up from a seed, from the quarter before this one on: most days logged and approved, a few
missing or late, one entry returned, and the last two working days still waiting for the superior.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from decimal import Decimal
from random import Random

from models import campaigns
from models.calendar import decreed, moment
from models.notices import WORDINGS
from models.people import Address
from models.quarter import Quarter
from models.services import Counter
from models.store import Store
from models.store.chat import addresses, chats, consents
from models.store.people import people, posts
from models.store.prompts import prompts
from models.store.work import entries, targets
from models.work import Entry, State, Target

ZONE = "Asia/Jakarta"
WAITING_DAYS = 2
RETURNED = "Mohon lampirkan rekap berkasnya."


@dataclass(frozen=True)
class Hire:
    """One employee of the demo: name, nip, post, the counter served, what is aimed at and done.

    A target is (result, indicator, quantity, measure); `daily` is from how many to how many.
    """

    name: str
    nip: str
    title: str
    counter: str
    goals: tuple[tuple[str, str, int, str], ...]
    activities: tuple[str, ...]
    daily: tuple[int, int]


HIRES = (
    Hire(
        "Dewi Lestari",
        "199108172015042003",
        "Petugas Layanan KTP-el",
        "Loket 1",
        (
            ("KTP-el selesai pada hari yang sama", "berkas selesai", 620, "berkas"),
            ("Aduan KTP-el ditanggapi dalam dua hari", "aduan ditanggapi", 12, "aduan"),
        ),
        ("Melayani perekaman dan pencetakan KTP-el", "Menanggapi aduan warga"),
        (8, 14),
    ),
    Hire(
        "Joko Santoso",
        "198611052010011007",
        "Petugas Layanan Kartu Keluarga",
        "Loket 2",
        (
            ("Kartu Keluarga terbit tepat waktu", "dokumen terbit", 380, "dokumen"),
            ("Jemput bola ke desa", "kunjungan", 6, "kunjungan"),
        ),
        ("Memproses permohonan Kartu Keluarga", "Jemput bola ke desa"),
        (4, 9),
    ),
)
JOINED = datetime(2026, 1, 5, 2, tzinfo=UTC)
"""When the people of the sample office read the notice."""


def hire(
    store: Store,
    *,
    superior_id: int,
    counters: Sequence[Counter],
    chats: Sequence[str],
    today: date,
    seed: int,
) -> None:
    """Put the employees under the superior, each at their counter and in their chat."""
    chance = Random(seed)  # noqa: S311  (sample data, not a secret)
    for one, chat in zip(HIRES, chats, strict=True):
        counter = next(c for c in counters if c.name == one.counter)
        person = people.add(store, one.name, nip=one.nip)
        since = Quarter.of(today).previous.first_day
        posts.place(store, person, counter.unit.id, one.title, since=since)
        posts.report_to(store, person, superior_id, since=since)
        posts.assign_counter(store, person, [counter.id], since=since)
        join(store, addresses.meet(store, "telegram", chat, now=JOINED).address, person)
        for quarter in (Quarter.of(today).previous, Quarter.of(today), Quarter.of(today).next):
            _aim(store, person, quarter, one)
        for quarter in (Quarter.of(today).previous, Quarter.of(today)):
            known = targets.of_person(store, person, quarter)
            for entry in _weeks(person, one, known, quarter, today, chance):
                entries.add(store, entry)


def join(store: Store, address: Address, person: int) -> None:
    """Tie the chat to the person, as a joining code does once the notice was read."""
    addresses.change(store, address.id, person_id=person)
    people.begins(store, person, at=JOINED)
    for purpose in WORDINGS:
        consents.give(store, address, purpose, now=JOINED, person_id=person)


def unapproved(store: Store, sender: str) -> None:
    """That nobody in Tilik approves their log was said to them, once, in their first days."""
    first = JOINED.date()
    due = next(campaigns.unapproved(first, first + timedelta(days=7), decreed(), ZONE, frozenset()))
    address = addresses.meet(store, "telegram", sender).address
    prompts.told_beside(store, due, address, lane="own", now=JOINED, until=JOINED)


def also_on(store: Store, channel: str, sender: str, *, of: Address) -> None:
    """Join this person on a second channel; Tilik goes on to speak first where it did."""
    if of.person_id is not None:
        join(store, addresses.meet(store, channel, sender, now=JOINED).address, of.person_id)
        chats.choose(store, of)


def _aim(store: Store, person: int, quarter: Quarter, one: Hire) -> None:
    for result, indicator, quantity, measure in one.goals:
        goal = Target(0, person, quarter, result, indicator, Decimal(quantity), measure)
        targets.put(store, goal)


def _weeks(
    person: int,
    one: Hire,
    known: Sequence[Target],
    quarter: Quarter,
    today: date,
    chance: Random,
) -> Iterator[Entry]:
    """The log of the quarter, up to yesterday."""
    yesterday = min(today - timedelta(days=1), quarter.last_day)
    worked = decreed().presuming().working_days(quarter.first_day, yesterday)
    runs = quarter == Quarter.of(today)
    for number, day in enumerate(worked):
        waits = runs and number >= len(worked) - WAITING_DAYS
        if not waits and chance.random() < 0.08:
            continue
        late = not waits and chance.random() < 0.06
        written = min(yesterday, day + timedelta(days=6)) if late else day
        state: State = "sent" if waits else "approved"
        if runs and number == len(worked) - 4:
            state = "returned"
        done = Decimal(chance.randint(*one.daily))
        yield _entry(person, one, known[0], day, written, state, done)
        if number % 9 == 4:
            yield _entry(person, one, known[1], day, written, state, Decimal(1))


def _entry(
    person: int, one: Hire, target: Target, day: date, written: date, state: State, done: Decimal
) -> Entry:
    first = target.measure == one.goals[0][3]
    return Entry(
        id=0,
        receipt="",
        person_id=person,
        day=day,
        entered_on=written,
        activity=one.activities[0 if first else 1],
        target_id=target.id,
        quantity=done,
        measure=target.measure,
        state=state,
        returned_before=state == "returned",
        reason=RETURNED if state == "returned" else None,
        sent_at=_evening(written),
    )


def _evening(day: date) -> datetime:
    return moment(day, time(16, 30), ZONE)
