"""Kabari saya: a citizen asks to be told, once, when an element changes at a counter.

A consent of its own, offered whatever was rated: the element is theirs to choose out of all, and
nothing that is kept leads to a rating.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from handlers.citizen.places import Nearby, everywhere, pick_counter
from handlers.engine.conversation import Conversation, Onward
from handlers.engine.manifest import Cost, Manifest, Offer
from handlers.engine.questions import Option, Pick
from handlers.openings import ToListening
from handlers.today import local_day
from models.instruments import instrument
from models.letters import Letter, Text
from models.people import Person
from models.services import Counter, as_code
from models.store import Store
from models.store.complaints import listeners
from models.store.office import services
from models.survey_words import name, short


@dataclass(frozen=True)
class ToBeTold:
    """Of what somebody wants to be told."""

    counter: Counter
    element: str


def look(
    store: Store, person: Person, opening: ToListening | None, now: datetime
) -> Counter | Nearby:
    """The counter behind the code, else all to choose from."""
    counter = services.counter_by_code(store, as_code(opening.code) or "") if opening else None
    if counter is not None:
        return counter
    return everywhere(store, person, now)


async def ask(places: Counter | Nearby) -> ToBeTold | Onward:
    """One of the nine elements, whichever was rated."""
    if not isinstance(places, Counter):
        return await pick_counter(places, ToListening, "listen-counter")
    options = [Option(key, short(instrument(), key)) for key in instrument().elements]
    facts = {"counter": places.full_name}
    picked = await Pick("listen-element", options=options, facts=facts)
    return ToBeTold(places, picked.key)


def keep(store: Store, person: Person, wish: ToBeTold, now: datetime) -> Letter:
    """Keep the counter, the element, the month and the sealed chat."""
    today = local_day(wish.counter, now)
    listeners.add(store, person.address, wish.counter.id, wish.element, today=today)
    facts = {"counter": wish.counter.full_name, "element": name(instrument(), wish.element)}
    return Letter((Text("listen-kept", {**facts, "days": listeners.KEPT}),))


CONVERSATION = Conversation(
    ToListening,
    look,
    ask,
    keep,
    manifest=Manifest(
        serves="everybody",
        menu=None,
        help=Offer(8, Text("guide-kabari")),
        cost=Cost(2, 2, 2, tap="{counter}"),
    ),
    stands_at=lambda places: places.unit if isinstance(places, Counter) else None,
)
