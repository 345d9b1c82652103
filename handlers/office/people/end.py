"""The end of somebody's service: their last day, asked twice."""

from __future__ import annotations

from calendar import monthrange
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from handlers.engine.questions import Option, Pick
from handlers.office.people.card import Card, to_card
from handlers.office.people.found import to_search
from handlers.words.days import Day
from models.letters import Fact, Letter, Text, Words
from models.people import Person
from models.store import Store
from models.store.letters import letters
from models.store.oversight.stamps import Stamp
from models.store.people.leaving import leave_service

AGO, AHEAD = timedelta(days=92), timedelta(days=366)
"""How late the office may learn of it, and how early it may know."""
_DAY = timedelta(days=1)


@dataclass(frozen=True)
class Ending:
    """Whose service ends on which day; `sure` as long as the last question was answered so."""

    card: Card
    last: date
    sure: bool


async def ask(card: Card) -> Ending:
    """The last day, and whether it is meant."""
    facts: dict[str, Fact] = {"name": card.name}
    today = card.today
    month = today.replace(day=monthrange(today.year, today.month)[1])
    last = await Day(
        "pegawai-end-day",
        facts=facts,
        today=today,
        earliest=today - AGO,
        latest=today + AHEAD,
        offered=sorted({today - _DAY, today, month}),
        too_early=Text("pegawai-end-early", {"day": today}),
        too_late=Text("pegawai-end-late", {"day": today}),
        ahead=True,
    )
    options = [
        Option("ya", Text("pegawai-end-yes")),
        Option("tidak", Text("pegawai-end-no")),
    ]
    asked = {**facts, "day": last, "team": len(card.team)}
    sure = await Pick("pegawai-end-sure", options=options, facts=asked, yes="ya")
    return Ending(card, last, sure.key == "ya")


def keep(store: Store, person: Person, ending: Ending, now: datetime) -> Letter:
    """End it, if it was meant, and tell the superior."""
    card = ending.card
    facts: dict[str, Fact] = {"name": card.name, "day": ending.last}
    if not ending.sure:
        return Letter((Text("pegawai-end-kept", facts),), ((to_card(card),), (to_search(),)))
    stamp = Stamp(now, card.today, person.id)
    leave_service(store, card.who.id, last_day=ending.last, now=now, stamp=stamp)
    if card.superior is not None and card.superior.id != person.id:
        letters.tell(store, card.superior.id, end_letter(card.name, ending.last), now=now)
    said: list[Words] = [Text("pegawai-end-done", facts)]
    if card.team:
        said.append(Text("pegawai-end-team", {"count": len(card.team)}))
    return Letter(tuple(said), ((to_search(),),))


def end_letter(name: str, last: date) -> Letter:
    """What the superior reads."""
    return Letter((Text("pegawai-end-told", {"name": name, "day": last}),))
