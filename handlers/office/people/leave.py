"""Leave or official travel of somebody, written down by the personnel office."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from typing import get_args

from handlers.away import away_words
from handlers.engine.questions import Option, Pick
from handlers.office.people.card import Card, card_letter, card_of
from handlers.openings import ToLeaveUndone
from handlers.words.days import day_ahead, first_day
from models.letters import Fact, Letter, Text
from models.people import Person
from models.quarter import Quarter
from models.store import Store
from models.store.letters import letters
from models.store.oversight.trail import Note, note
from models.store.people import leaves
from models.store.people.leaves import Kind, Leave, Why

JOURNEYS: frozenset[Why] = frozenset(("training", "study"))
"""What keeps somebody away as official travel does; all the others are leave."""


EVERY: tuple[Why, ...] = get_args(Why)
FINER = tuple(Option(one, Text(f"button-away-{one}")) for one in EVERY)
"""Which leave or journey, as a file has it."""


@dataclass(frozen=True)
class Away:
    """Whose, which, and from which day to which."""

    card: Card
    kind: Kind
    why: Why | None
    first: date
    last: date


async def ask(card: Card) -> Away:
    """Which of the two, or finer than that, which may be typed at once; the first and last day."""
    options = [
        Option("leave", Text("button-pegawai-leave-kind")),
        Option("travel", Text("button-pegawai-travel-kind")),
        Option("finer", Text("button-pegawai-away-finer")),
    ]
    facts: dict[str, Fact] = {"name": card.name}
    which = (
        await Pick("pegawai-away-which", options=options, facts=facts, finer=FINER, theirs=True)
    ).key
    if which == "finer":
        which = (await Pick("pegawai-away-why", options=FINER, facts=facts, theirs=True)).key
    why = next((one for one in EVERY if one == which), None)
    travels = which == "travel" or why in JOURNEYS
    earliest = Quarter.of(card.today).first_day
    today = card.today
    begins = day_ahead(
        "pegawai-away-first", facts=facts, today=today, earliest=earliest, offered_from=today
    )
    begun = await first_day(begins)
    first = begun.first
    last = begun.last or await day_ahead(
        "pegawai-away-last", facts=facts, today=today, earliest=first, offered_from=first
    )
    return Away(card, "travel" if travels else "leave", why, first, last)


def keep(store: Store, person: Person, away: Away, now: datetime) -> Letter:
    """Write it down, as one with those of its kind that it meets, and tell whose it is."""
    number, card = away.card.who.id, away.card
    first, last = away.first, away.last
    for met in leaves.of_person(store, number, since=first):
        if met.first_day <= last and (met.kind, met.why) == (away.kind, away.why):
            first, last = min(first, met.first_day), max(last, met.last_day)
            leaves.remove(store, met.id)
    made = Leave(0, number, first, last, away.kind, away.why)
    leave = leaves.add(store, number, first, last, kind=away.kind, why=away.why)
    what = {"first": first.isoformat(), "last": last.isoformat(), "kind": away.kind}
    note(store, Note("leave", now, card.today, by=person.id, about=number, what=what))
    letters.tell(store, number, leave_letter(made, leave), now=now)
    said = Text("pegawai-away-done", {"name": card.name, "kind": away_words(made), **_span(made)})
    return card_letter(card_of(store, person, number, now), said)


def leave_letter(one: Leave, number: int) -> Letter:
    """What the person reads, with the way to take it back."""
    travels = one.kind == "travel"
    label = Text("button-travel-undo" if travels else "button-leave-undo")
    text = "pegawai-travel-told" if travels else "pegawai-leave-told"
    return Letter((Text(text, _span(one)),), ((ToLeaveUndone(number).button(label),),))


def _span(one: Leave) -> dict[str, Fact]:
    days = (one.last_day - one.first_day).days + 1
    return {"first": one.first_day, "last": one.last_day, "days": days}
