"""An office of two units for the tests of superiors, told to the scripts alone.

Above all heads Kepala; Ratna leads the agency's people, Budi those of its branch. Hani keeps the
people of all of it.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from datetime import date, datetime, timedelta

from sqlalchemy import Connection, select

from handlers.engine.conversation import Asking
from models.letters import Letter
from models.people import Person
from models.refused import Refused
from models.store import schema
from models.store.chat import addresses
from models.store.office import services
from models.store.people import people, posts
from models.store.work import entries
from models.work import Entry
from tests.played import empty_store, letter, person_of, played

SINCE = date(2026, 1, 1)
AGENCY, BRANCH = "Dinas Contoh", "UPT Barat"
UNDER = {"Ratna": "Kepala", "Budi": "Ratna", "Dewi": "Ratna", "Joko": "Budi", "Siti": "Budi"}
"""Person -> superior."""
WORKS = {**dict.fromkeys(("Kepala", "Ratna", "Hani", "Dewi"), AGENCY),
         **dict.fromkeys(("Budi", "Joko", "Siti"), BRANCH)}


@dataclass
class Leaders:
    """The office at a moment; whoever is asked for by name has joined by then."""

    store: Connection
    now: datetime
    ids: dict[str, int] = field(default_factory=dict)
    units: dict[str, int] = field(default_factory=dict)

    @property
    def today(self) -> date:
        return (self.now + timedelta(hours=7)).date()

    def person(self, name: str) -> Person:
        """Who it is today, at a chat of their own."""
        return person_of(self.store, self.ids[name], self.now)

    def opens(self, name: str, tap: str, *answers: object) -> Letter:
        """What somebody reads at the end of what they tap and answer."""
        return letter(self.store, self.person(name), tap, *answers, now=self.now)  # type: ignore[arg-type]

    def asks(self, name: str, tap: str, *answers: object) -> Asking:
        """What somebody is asked after that."""
        found = played(self.store, self.person(name), tap, *answers, now=self.now)  # type: ignore[arg-type]
        assert isinstance(found, Asking), found
        return found

    def refuses(self, name: str, tap: str) -> str:
        """Why somebody is refused."""
        try:
            found = played(self.store, self.person(name), tap, now=self.now)
        except Refused as refusal:
            return refusal.why.id
        raise AssertionError(found)

    def logs(self, name: str, activity: str = "Melayani warga", *, day: date | None = None) -> int:
        """An entry that waits, sent at this moment; gives its number."""
        one = Entry(0, "", self.ids[name], day or self.today, self.today, activity)
        return entries.add(self.store, _sent(one, self.now)).id

    def state(self, entry: int) -> str:
        """How an entry stands."""
        found = entries.entry(self.store, entry)
        assert found is not None
        return found.state

    def told(self, name: str) -> list[str]:
        """What was written to somebody, oldest first, as it is kept."""
        here = schema.addresses.c.person_id == self.ids[name]
        query = select(schema.letters.c.sheet).join(schema.addresses).where(here)
        return list(self.store.execute(query.order_by(schema.letters.c.id)).scalars())

    def joins(self, *names: str) -> None:
        """They have a chat that is theirs."""
        for name in names:
            self.person(name)

    def leaves_tilik(self, name: str) -> None:
        """As if they had never joined."""
        here = schema.addresses.c.person_id == self.ids[name]
        for number in self.store.execute(select(schema.addresses.c.id).where(here)).scalars():
            addresses.change(self.store, number, person_id=None)


def _sent(entry: Entry, now: datetime) -> Entry:
    return replace(entry, sent_at=now)


@contextmanager
def leaders(now: datetime) -> Iterator[Leaders]:
    """The office in a store of its own."""
    with empty_store() as store:
        office = Leaders(store, now)
        top = services.add_unit(store, AGENCY, zone="Asia/Jakarta")
        below = services.add_unit(store, BRANCH, zone="Asia/Jakarta", parent_id=top.id)
        office.units = {AGENCY: top.id, BRANCH: below.id}
        for number, (name, unit) in enumerate(WORKS.items()):
            office.ids[name] = people.add(store, name, nip=f"19900101201501{number:04}")
            posts.place(store, office.ids[name], office.units[unit], f"Jabatan {name}", since=SINCE)
        for name, above in UNDER.items():
            posts.report_to(store, office.ids[name], office.ids[above], since=SINCE)
        for name, unit, duty in (
            ("Kepala", AGENCY, "head"), ("Budi", BRANCH, "head"), ("Hani", AGENCY, "hr")
        ):
            people.give_duty(
                store, office.ids[name], unit_id=office.units[unit], duty=duty, valid_from=SINCE
            )
        yield office
