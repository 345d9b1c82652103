"""Dataku: everything that is held of whoever asks, and who has looked at it, at once.

For who works here it is a document, made when it is sent (`bot/render/dossier`); of a citizen there
is so little that it fits into a message.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from handlers.engine.manifest import Cost, Manifest, Offer
from handlers.engine.topic import Screen
from handlers.openings import ToErasing, ToOwnCopy
from models.complaints import Complaint
from models.instruments import instrument
from models.letters import Fact, File, Letter, Lines, Text, Words
from models.people import Person
from models.rights import may_read_own
from models.services import counter_name
from models.store import Store
from models.store.chat import dialogues
from models.store.complaints import complaints, listeners, reporters
from models.store.complaints.listeners import KEPT, Listening
from models.survey_words import name

MADE = "dataku"
"""The kind of the file, as `bot/attachments/made` knows it."""
MOST_TOLD = 10
"""So many complaints are told one by one; `status` has them all."""


@dataclass(frozen=True)
class CopyAsked:
    """Who asks, whether a form of theirs is open, and what they have complained of from here."""

    person: Person
    form: bool
    listens: Sequence[Listening]
    complaints: Sequence[Complaint] = ()


def look(store: Store, person: Person, opening: object, now: datetime) -> CopyAsked:
    """One's own, whatever the opening says."""
    chat = person.address
    mine = complaints.these(store, reporters.tied(store, chat))
    listens = listeners.of_chat(store, chat)
    return CopyAsked(person, dialogues.any_of(store, chat.id), listens, mine)


def show(known: CopyAsked) -> Letter:
    """The document, for this person in this chat alone; to a citizen what there is, in words."""
    person = known.person
    if not may_read_own(person):
        erase = ToErasing().button(Text("button-erase"))
        return Letter((*_in_words(known), *_complained(known)), ((erase,),))
    file = File("document", f"made:{MADE}.{person.id}.{person.address.id}", "data-saya.pdf")
    return Letter((Text("mine-here"), *_listens(known), *_complained(known)), file=file)


def _complained(known: CopyAsked) -> tuple[Words, ...]:
    """How many complaints are tied to the chat, and where each stands; who works here may not have
    them in a document."""
    if not known.complaints:
        return ()
    each = (
        Text("status-one", {"number": one.number, "state": Text(f"complaint-state-{one.state}")})
        for one in known.complaints[:MOST_TOLD]
    )
    return (Lines((Text("mine-complaints", {"count": len(known.complaints)}), *each)),)


def _in_words(known: CopyAsked) -> tuple[Words, ...]:
    here = known.person.address
    facts = {"channel": here.channel_name, "language": Text(f"language-{here.tongue}")}
    form = (Text("mine-form"),) if known.form else ()
    return (Text("mine-citizen", facts), *form, *_listens(known))


def _listens(known: CopyAsked) -> tuple[Words, ...]:
    """Of what this chat asked to be told; nothing where it asked for none."""
    lines = tuple(Text("mine-listens-of", _facts(one)) for one in known.listens)
    return (Lines((Text("mine-listens", {"days": KEPT}), *lines)),) if lines else ()


def _facts(one: Listening) -> dict[str, Fact]:
    year, _, month = one.month.partition("-")
    place = counter_name(one.counter, one.unit)
    element = name(instrument(), one.element)
    return {"counter": place, "element": element, "month": f"{month}/{year}"}


CONVERSATION = Screen(
    ToOwnCopy,
    look,
    show,
    manifest=Manifest(
        serves="everybody",
        menu=None,
        help=(
            Offer(6, Text("guide-own-data"), to="known"),
            Offer(6, Text("guide-own-data-citizen")),
        ),
        at_once=True,
        cost=Cost(1, 1, 2, by="employee"),
    ),
)
