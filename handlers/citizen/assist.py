"""Membantu: one phone for many citizens. Each rates with a visit code of their own, apart from all
other ratings, and sees nothing of whoever was there before.

Only where what was said can be taken back; for as long, nobody whom the office knows stands there.
"""

from __future__ import annotations

from datetime import datetime

from handlers.engine.conversation import Conversation, Onward
from handlers.engine.manifest import Cost, Manifest
from handlers.engine.questions import Option, Pick
from handlers.engine.topic import AtOnce, Several
from handlers.openings import ToAssisted, ToAssisting
from models.letters import Button, Letter, Text
from models.people import Person
from models.refused import Refused
from models.store import Store
from models.store.letters import assisting

WAYS: tuple[tuple[Button, ...], ...] = (
    (ToAssisted("next").button(Text("button-assist-next")),),
    (ToAssisted("end").button(Text("button-assist-end")),),
)
"""The next citizen, or the phone is its own person's again."""
BEGIN = Option("begin", Text("choice-assist-begin"))


def look(store: Store, person: Person, opening: ToAssisting | None, now: datetime) -> bool:
    """Whether the phone is handed to others already. Anybody may: each rating needs a code."""
    return person.address.assisting


async def ask(is_on: bool) -> str | Onward:
    """What it means, and one tap."""
    if is_on:
        return Onward.to(ToAssisted("next"))
    return (await Pick("assist-begin", options=[BEGIN], passing=True)).key


def keep(store: Store, person: Person, begun: str, now: datetime) -> Letter:
    """From now on whoever writes here is a citizen with a code."""
    assisting.begin(store, person.address, now)
    return _for_the_next()


def look_at_step(store: Store, person: Person, opening: ToAssisted | None, now: datetime) -> str:
    """Which step; none where the phone is its person's."""
    return opening.step if opening and person.address.assisting else ""


def take_step(store: Store, person: Person, step: str, now: datetime) -> Letter:
    """Ask the next for their code, or give the phone back; what stood there is taken back."""
    if step == "next":
        return _for_the_next()
    if step == "end":
        assisting.end(store, person.address.id, now)
        return Letter((Text("assist-over"),))
    return Letter((Text("assist-none"),))


def only_assisted() -> Refused:
    """Nothing else is opened there: whoever has the phone in hand is not whose it is."""
    return Refused(Text("assist-only"), buttons=WAYS)


def _for_the_next() -> Letter:
    return Letter((Text("assist-next"),), (WAYS[1],), fleeting=True)


CONVERSATION = Several(
    (
        AtOnce(ToAssisted, look_at_step, take_step, introduces=True),
        Conversation(ToAssisting, look, ask, keep, introduces=True),
    ),
    manifest=Manifest(
        serves="everybody",
        menu=None,
        help=None,
        assisted=True,
        takes_back=True,
        cost=Cost(1, 1, 1),
    ),
)
