"""Koreksi: what is held of oneself is wrong: which of it, and what is right.

A superior is put right by `atasan`, in two taps; the rest is a request to whoever keeps one's
people.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from handlers.engine.conversation import Conversation, Onward
from handlers.engine.manifest import Cost, Manifest
from handlers.engine.questions import Option, Pick, Write
from handlers.openings import ToAmending, ToSuperior
from handlers.words.requests import due_day, field_name, told_to_office, zone_and_lineage
from models.letters import Letter, Text
from models.people import Person
from models.refused import Refused
from models.rights import may_read_own, works
from models.store import Store
from models.store.oversight import requests

FIELDS = ("name", "nip", "post", "unit", "superior", "leave", "other")
LONGEST_WORDS = 400


@dataclass(frozen=True)
class Wrong:
    """What is wrong, and what is right in the person's words."""

    field: str
    words: str


def look(store: Store, person: Person, opening: object, now: datetime) -> tuple[str, ...]:
    """What can be corrected of oneself; refused to whoever is not known."""
    if not may_read_own(person):
        raise Refused(Text("amend-stranger"))
    return tuple(one for one in FIELDS if one != "superior" or works(person))


async def ask(fields: tuple[str, ...]) -> Wrong | Onward:
    """Which, and what is right."""
    options = [Option(one, field_name(one)) for one in fields]
    picked = await Pick("amend-which", options=options, passing=True)
    if picked.key == "superior":
        return Onward.to(ToSuperior("saya"))
    facts = {"field": field_name(picked.key)}
    return Wrong(picked.key, await Write("amend-words", facts=facts, longest=LONGEST_WORDS))


def keep(store: Store, person: Person, wrong: Wrong, now: datetime) -> Letter:
    """Keep the request, tell the office, and say by when there is an answer."""
    number = person.id or 0
    one = requests.ask(store, number, "amend", wrong.words, now=now, field=wrong.field)
    told = told_to_office(store, one, person.name or "", now=now)
    said = Text("amend-said", {"field": field_name(one.field), "words": one.words or ""})
    day = {"day": due_day(one, zone_and_lineage(store, number, now)[0])}
    after = Text("amend-sent", day) if told else Text("amend-sent-nowhere")
    return Letter((said, after))


CONVERSATION = Conversation(
    ToAmending,
    look,
    ask,
    keep,
    manifest=Manifest(
        serves="known",
        menu=None,
        help=None,
        cost=Cost(3, 3, 3),
    ),
)
