"""The end of somebody's service: their last day, asked twice, and a second person agrees."""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any, cast

from handlers.engine.questions import Option, Pick
from handlers.office.imports.rights import officer
from handlers.office.imports.waiting import OfficeChange, propose, waits
from handlers.office.people.card import Card, card_of, to_card
from handlers.office.people.found import to_search
from handlers.words.days import Day
from models.letters import Fact, Letter, Text
from models.people import Person
from models.refused import Refused
from models.store import Store
from models.store.intake.intakes import Intake
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
    sure = await Pick("pegawai-end-sure", options=options, facts=asked, yes="ya", decisive="ya")
    return Ending(card, last, sure.key == "ya")


def keep(store: Store, person: Person, ending: Ending, now: datetime) -> Letter:
    """Ask a second person to agree that it ends, if it was meant."""
    card = ending.card
    facts: dict[str, Fact] = {"name": card.name, "day": ending.last}
    if not ending.sure:
        return Letter((Text("pegawai-end-kept", facts),), ((to_card(card),), (to_search(),)))
    day = card.last_day.isoformat() if card.last_day else None
    what = {"who": card.who.id, "before": day, "last": ending.last.isoformat()}
    line = Text("change-left", {**facts, "team": len(card.team)})
    change = OfficeChange("left", what, line, frozenset({card.who.unit.id}), about=card.who.id)
    one = cast(Intake, propose(store, change, by=person.id, now=now))
    return waits(store, one, to_card(card), now=now)


def apply(store: Store, what: Mapping[str, Any], by: int | None, now: datetime) -> None:
    """End it, and tell the superior. Refused where the last day is another by now."""
    card = card_of(store, officer(store, by or 0, now), what["who"], now)
    if what["before"] != (card.last_day.isoformat() if card.last_day else None):
        raise Refused(Text("change-otherwise"))
    last, stamp = date.fromisoformat(what["last"]), Stamp(now, card.today, by)
    leave_service(store, card.who.id, last_day=last, now=now, stamp=stamp)
    if card.superior is not None and card.superior.id != by:
        letters.tell(store, card.superior.id, end_letter(card.name, last), now=now)


def end_letter(name: str, last: date) -> Letter:
    """What the superior reads."""
    return Letter((Text("pegawai-end-told", {"name": name, "day": last}),))
