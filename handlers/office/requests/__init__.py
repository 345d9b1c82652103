"""Permintaan: what people ask of the office about their own data, for who keeps those people.

An opening is empty or `h2` (what is open, a page), `5` (one request), `5.y` (it is done) or `5.n`
(it is refused, with a reason). What is overdue stands first.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import datetime
from typing import TypeAlias

from handlers.conversation import Conversation
from handlers.manifest import Cost, Manifest, Place
from handlers.office.requests.words import answer_of, answers, news, zone_and_lineage
from handlers.openings import ToRequest, ToRequests
from handlers.pages import goes_on, on_page, page_rows
from handlers.questions import Write
from models.calendar import local
from models.letters import Button, Letter, Lines, Text, Verbatim, Words
from models.people import Person
from models.refused import Refused
from models.rights import may_keep, units_kept
from models.store import Store
from models.store.letters import letters
from models.store.oversight import requests
from models.store.oversight.requests import Request, Settled
from models.store.oversight.trail import Note, note
from models.store.people import people

_OPENING = re.compile(r"(?:h(?P<page>\d{1,4}))?|(?P<number>\d{1,9})(?:\.(?P<deed>[yn]))?")
LONGEST = 400


@dataclass(frozen=True)
class Page:
    """What is open, each with whose it is, a page of it."""

    open: tuple[tuple[Request, str], ...]
    number: int
    now: datetime


@dataclass(frozen=True)
class Case:
    """One request, whose it is, by whose clock, and what is to become of it."""

    one: Request
    name: str
    zone: str
    deed: Settled | None = None
    reply: str | None = None


Shown: TypeAlias = Page | Case


def look(store: Store, person: Person, opening: str, now: datetime) -> Shown:
    """What is open among those whose people this person keeps, or one of it.

    Refused to who keeps nobody's; a request elsewhere, one's own and one that is not there alike.
    """
    if not units_kept(person):
        raise Refused(Text("request-not-yours"))
    found = _OPENING.fullmatch(opening)
    if found is None:
        raise gone()
    if found["number"] is None:
        mine = [one for one in requests.still_open(store) if _keeps(store, person, one, now)]
        named = tuple((one, people.name_of(store, one.person_id)) for one in mine)
        return Page(named, int(found["page"] or 0), now)
    one = requests.request(store, int(found["number"]))
    if one is None or not _keeps(store, person, one, now):
        raise gone()
    zone, _ = zone_and_lineage(store, one.person_id, now)
    deeds: dict[str, Settled] = {"y": "done", "n": "refused"}
    deed = deeds.get(found["deed"] or "") if one.state == "open" else None
    return Case(one, people.name_of(store, one.person_id), zone, deed)


async def ask(shown: Shown) -> Shown:
    """The reason of a refusal; else nothing."""
    if isinstance(shown, Case) and shown.deed == "refused":
        why = await Write("request-why", facts={"name": shown.name}, longest=LONGEST)
        return Case(shown.one, shown.name, shown.zone, "refused", why)
    return shown


def keep(store: Store, person: Person, shown: Shown, now: datetime) -> Letter:
    """Settle it, and tell whoever has asked."""
    if isinstance(shown, Page):
        return _page_letter(shown)
    one = shown.one
    if one.state != "open":
        return _settled_letter(shown)
    if shown.deed is None:
        return Letter(news(one, shown.name, now, shown.zone), (*answers(one), (to_list(),)))
    by = person.id or 0
    requests.settle(store, one.id, shown.deed, by=by, now=now, reply=shown.reply)
    told = {"request": one.id, "state": shown.deed}
    day = local(now, shown.zone).date()
    note(store, Note("request", now, day, by=by, about=one.person_id, what=told))
    letter = answer_of(one, shown.deed, shown.reply)
    reached = letters.tell(store, one.person_id, letter, now=now)
    facts = {"name": shown.name}
    after = Text("request-told" if reached else "request-untold", facts)
    said: tuple[Words, ...] = (Text(f"request-closed-{shown.deed}", facts), after)
    return Letter((Lines(said),), ((to_list(),),))


def gone() -> Refused:
    """There is no such request for this person."""
    return Refused(Text("request-gone"), buttons=((to_list(),),))


def to_list() -> Button:
    """The way to all that is open."""
    return ToRequests().button(Text("button-request-list"))


def _keeps(store: Store, person: Person, one: Request, now: datetime) -> bool:
    _, lineage = zone_and_lineage(store, one.person_id, now)
    return may_keep(person, lineage, owner_id=one.person_id)


def _settled_letter(case: Case) -> Letter:
    day = local(case.one.settled_at or case.one.due_at, case.zone).date()
    words = Text("request-settled", {"name": case.name, "day": day})
    return Letter((words,), ((to_list(),),))


def _page_letter(page: Page) -> Letter:
    if not page.open:
        return Letter((Text("request-none"),))
    rows: list[tuple[Button, ...]] = []
    for one, name in on_page(page.open, page.number):
        late = one.due_at < page.now
        label = Text("button-request-late", {"name": name}) if late else Verbatim(name)
        rows.append((ToRequest(one.id).button(label),))
    rows += page_rows(ToRequests, page.number, more=goes_on(page.open, page.number))
    count = {"count": len(page.open), "late": sum(one.due_at < page.now for one, _ in page.open)}
    return Letter((Text("request-title", count),), tuple(rows))


def _concerns(shown: Shown) -> list[int]:
    return [shown.one.person_id] if isinstance(shown, Case) else []


CONVERSATION = Conversation(
    "permintaan",
    look,
    ask,
    keep,
    manifest=Manifest(
        serves="keepers",
        menu=None,
        help=Place(3, Text("guide-requests")),
        cost=Cost(1, 3, 1, after=("koreksi",)),
    ),
    concerns=_concerns,
)
