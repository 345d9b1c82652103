"""Keadaan: how Tilik itself is, for whoever runs it. Counts and references, nobody's anything."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta
from decimal import ROUND_HALF_UP, Decimal

from handlers.engine.manifest import Cost, Manifest, Offer
from handlers.engine.topic import Screen
from handlers.openings import ToCondition
from models.calendar import local
from models.letters import Letter, Lines, Text, Words
from models.people import Person
from models.refused import Refused
from models.rights import may_see_state
from models.store import Store
from models.store.oversight import requests
from models.store.oversight.condition import Condition, condition
from models.store.rules.zones import clock_of

_MEGABYTE, _TENTH, _MINUTE = 1_000_000, Decimal("0.1"), timedelta(minutes=1)


@dataclass(frozen=True)
class State:
    """How Tilik is, when, by whose clock days are told, and what the chat is called in settings."""

    condition: Condition
    now: datetime
    zone: str
    overdue: int = 0
    chat: str = ""


def look(store: Store, person: Person, opening: object, now: datetime) -> State:
    """Everything at once; refused to who does not run Tilik."""
    if not may_see_state(person):
        raise Refused(Text("condition-not-yours"))
    zone = clock_of(person)
    chat = f"{person.address.channel}:{person.address.sender}"
    return State(condition(store), now, zone, requests.overdue(store, now), chat)


def show(state: State) -> Letter:
    """What waits, what is stuck, and since when."""
    lines = (*_inbox(state), *_letters(state), *_of_itself(state))
    paragraphs: list[Words] = [Text("condition-title"), Lines(tuple(lines))]
    if stuck := tuple(_stuck(state)):
        paragraphs += [Lines((Text("condition-stuck"), *stuck)), Text("condition-stuck-how")]
    return Letter(tuple(paragraphs), ((ToCondition().button(Text("button-condition-again")),),))


CONVERSATION = Screen(
    ToCondition,
    look,
    show,
    manifest=Manifest(
        serves="operators",
        menu=Offer(1),
        help=Offer(1, Text("guide-condition")),
        greeting=Offer(1, Text("button-condition")),
        cost=Cost(1, 2, 1),
    ),
)


def _inbox(state: State) -> Iterator[Text]:
    now = state.condition
    count = now.inbox.get("open", 0)
    yield Text("condition-inbox", {"count": count, "minutes": _minutes(state, now.oldest_item)})
    aside = {"dead": now.inbox.get("dead", 0), "aside": now.inbox.get("aside", 0)}
    yield Text("condition-aside", aside)


def _letters(state: State) -> Iterator[Text]:
    now = state.condition
    count = now.letters.get("waiting", 0) + now.letters.get("doubt", 0)
    yield Text("condition-letters", {"count": count, "minutes": _minutes(state, now.oldest_letter)})
    yield Text("condition-held", {"count": now.letters.get("held", 0)})


def _of_itself(state: State) -> Iterator[Text]:
    now = state.condition
    if now.sealed_at is None:
        yield Text("condition-unsealed")
    else:
        yield Text("condition-sealed", {"day": local(now.sealed_at, state.zone).date()})
    if state.overdue:
        yield Text("condition-overdue", {"count": state.overdue})
    if now.away_until is not None:
        yield Text("condition-away", {"day": local(now.away_until, state.zone).date()})
    size = (Decimal(now.size) / _MEGABYTE).quantize(_TENTH, ROUND_HALF_UP)
    yield Text("condition-size", {"size": size})
    yield Text("condition-chat", {"chat": state.chat})


def _stuck(state: State) -> Iterator[Text]:
    for one in state.condition.stuck:
        day = local(one.arrived_at, state.zone).date()
        yield Text("condition-reference", {"reference": one.reference, "day": day})


def _minutes(state: State, since: datetime | None) -> int:
    """How long something has waited, in whole minutes."""
    return 0 if since is None else max(0, (state.now - since) // _MINUTE)
