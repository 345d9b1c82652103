"""A small office for the stories: a civil registry with three services at three counters."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

from models.services import Counter
from models.store import Store, people, services

SERVICES = ("KTP-el", "Akta Kelahiran", "Kartu Keluarga")


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
    people.entrust(store, head, unit_id=unit.id, duty="head", valid_from=date(2020, 1, 1))
    code = people.invite(store, head, now=now)
    return Office(unit.id, tuple(services.all_counters(store)), code)
