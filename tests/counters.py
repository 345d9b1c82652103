"""An office of two counters in a store of its own, and who serves, heads and oversees there."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import UTC, date, datetime

from sqlalchemy import Connection, select

from bot.outbound.post import spoken
from models.letters import unpacked
from models.ratings import DAILY, Rating
from models.store import schema
from models.store.chat import addresses
from models.store.office import services
from models.store.people import people, posts
from models.store.ratings import closes, ratings
from tests.chatting import SPEECH, Chat
from tests.office import JOINED, SINCE

DAY = date(2026, 11, 23)
NOW = datetime(2026, 11, 24, 3, tzinfo=UTC)
PEOPLE = {
    "Ratna": ("Disdukcapil", "head"),
    "Umar": ("Kabupaten", "head"),
    "Awas": ("Kabupaten", "oversight"),
    "Dewi": ("Disdukcapil", ""),
    "Joko": ("Disdukcapil", ""),
}


class Counters:
    """An office with two counters and who serves there: Dewi at both, Joko at the second."""

    def __init__(self, store: Connection) -> None:
        self.store = store
        top = services.add_unit(store, "Kabupaten", zone="Asia/Jakarta").id
        unit = services.add_unit(store, "Disdukcapil", zone="Asia/Jakarta", parent_id=top).id
        service = services.add_service(store, unit, "KTP-el")
        for name in ("Loket 1", "Loket 2"):
            services.offer(store, services.add_counter(store, unit, name), service)
        self.first, self.second = services.all_counters(store)
        self.units = {"Kabupaten": top, "Disdukcapil": unit}
        self.numbers = {name: self.hired(name, *of) for name, of in PEOPLE.items()}
        serves = {"Dewi": [self.first.id, self.second.id], "Joko": [self.second.id]}
        for name, counters in serves.items():
            posts.assign_counter(store, self.numbers[name], counters, since=SINCE)

    def hired(self, name: str, unit: str, duty: str) -> int:
        number = people.add(self.store, name)
        posts.place(self.store, number, self.units[unit], "Staf", since=SINCE)
        people.begins(self.store, number, at=JOINED)
        if duty:
            there = {"unit_id": self.units[unit], "duty": duty, "valid_from": SINCE}
            people.give_duty(self.store, number, **there)
        met = addresses.meet(self.store, "whatsapp", name).address
        addresses.change(self.store, met.id, person_id=number)
        return number

    def wrote(self, counter: int, *said: str) -> None:
        one = Rating(counter, self.first.services[0].id, DAY, DAILY, {"overall": 1})
        for reason in said:
            ratings.add(self.store, replace(one, reason=reason))
        closes.close(self.store, NOW)

    def chat(self, name: str) -> Chat:
        return Chat(self.store, name, NOW)

    def told(self, name: str) -> str:
        """All that waits for somebody, as they read it."""
        theirs = select(schema.addresses.c.id).where(schema.addresses.c.sender == name)
        here = schema.letters.c.address_id.in_(theirs)
        found = self.store.execute(select(schema.letters.c.sheet).where(here)).scalars()
        every = (unpacked(json.loads(one), about=None, kind="reply") for one in found)
        return "\n".join(spoken(one, SPEECH.texts, "id", picture=None).text for one in every)
