"""What is said about a request: to the personnel office, and to whoever has asked."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from handlers.openings import ToCorrecting, ToDeclining, ToGranting, ToRequest
from models.calendar import local
from models.letters import OPENS, Button, Fact, Letter, Lines, Text, Words
from models.store import Store
from models.store.letters import letters
from models.store.office import services
from models.store.oversight.requests import Request, Settled
from models.store.people import duties
from models.store.rules.zones import WITHOUT_POST


def zone_and_lineage(store: Store, person_id: int, now: datetime) -> tuple[str, Sequence[int]]:
    """By whose clock the person's day is told, and the units whose office answers for them: their
    own and those above; of who has no post (any more) those above everything."""
    post = duties.work_of(store, person_id, now)[0]
    if post is None:
        return WITHOUT_POST, services.tops(store)
    return post.unit.zone, [unit.id for unit in services.lineage(store, post.unit.id)]


def told_to_office(store: Store, one: Request, name: str, *, now: datetime) -> bool:
    """Write to everybody who keeps the asker's people, but the asker; False where nobody is there.
    """
    zone, units = zone_and_lineage(store, one.person_id, now)
    officers = duties.holders(store, "hr", units, local(now, zone).date())
    letter = Letter(news(one, name, now, zone), answers(one))
    reached = [
        letters.tell(store, officer, letter, now=now)
        for officer in officers
        if officer != one.person_id
    ]
    return any(reached)


def news(one: Request, name: str, now: datetime, zone: str) -> tuple[Words, ...]:
    """Who asks for what, and by when it is to be answered."""
    day = {"day": due_day(one, zone)}
    due = Text("request-due" if now <= one.due_at else "request-overdue", day)
    return (Lines((asked(one, name), due)),)


def asked(one: Request, name: str) -> Text:
    """Who asks for what."""
    facts: dict[str, Fact] = {"name": name, "words": one.words or ""}
    facts[OPENS] = ToRequest(one.id).tap
    if one.kind == "erase":
        return Text("request-erase", facts)
    return Text("request-amend", {**facts, "field": field_name(one.field)})


def answers(one: Request) -> tuple[tuple[Button, ...], ...]:
    """What settles it; a correction is made from here."""
    done = Text("button-request-erased" if one.kind == "erase" else "button-request-done")
    make = ToCorrecting(one.id).button(Text("button-request-correct"))
    return (
        *(((make,),) if one.kind == "amend" else ()),
        (ToGranting(one.id).button(done),),
        (ToDeclining(one.id).button(Text("button-request-refuse")),),
    )


def answer_of(one: Request, state: Settled, reply: str | None) -> Letter:
    """What the asker reads in the end."""
    facts: dict[str, Fact] = {"words": reply or "", "field": field_name(one.field)}
    return Letter((Text(f"request-answer-{one.kind}-{state}", facts),))


def corrected(field: str, before: str | Text, after: str) -> Letter:
    """What the asker reads once it is corrected: from what to what."""
    facts: dict[str, Fact] = {"field": field_name(field), "words": ""}
    change = Text("pegawai-change-line", {"before": before, "after": after})
    return Letter((Text("request-answer-amend-done", facts), change))


def field_name(field: str | None) -> Text:
    """What people call what is to be corrected."""
    return Text(f"amend-field-{field or 'other'}")


def due_day(one: Request, zone: str) -> Fact:
    """The day there on which the answer is due."""
    return local(one.due_at, zone).date()
