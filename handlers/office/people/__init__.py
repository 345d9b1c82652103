"""Pegawai: the people of the units whose personnel office one is, and what it does for them.

An opening is empty (look for somebody), `h2.dewi` (a page of a search, or of everybody), or a
person behind what is wished: `p12` (their card), `k12.1795000000` (hand out a code; the figures
tell the code that the screen knew), `a12` (another superior), `c12` (leave), `e12` (end of
service). Other words are looked for.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import TypeAlias

from handlers.conversation import Conversation, Onward
from handlers.manifest import Cost, Manifest, Place
from handlers.office.people import end, leave, superior
from handlers.office.people import found as people_found
from handlers.office.people.card import Card, card_letter, card_of, stamp_of
from handlers.office.people.code import hand_out, handed_out
from handlers.office.people.end import Ending
from handlers.office.people.find import wanted
from handlers.office.people.found import Page, page_letter, page_of
from handlers.office.people.leave import Away
from handlers.office.people.superior import Changed, Choosing
from models.letters import Letter, Text
from models.people import Person
from models.refused import Refused
from models.rights import units_kept
from models.store import Store

_OPENING = re.compile(
    r"h(?P<page>\d{1,4})(?:\.(?P<words>.*))?"
    r"|(?P<deed>[pkace])(?P<person>\d{1,9})(?:\.(?P<seen>\d{1,12}))?"
)


@dataclass(frozen=True)
class Wish:
    """Whom it is about and what is wished; `seen` tells the code that the screen knew."""

    card: Card
    deed: str = "p"
    seen: int = 0


Facts: TypeAlias = Page | Wish | Choosing
Outcome: TypeAlias = Page | Wish | Changed | Away | Ending


def look(store: Store, person: Person, opening: str, now: datetime) -> Facts:
    """Who is looked for, or somebody and what is wished for them.

    Refused to who keeps nobody's people; somebody elsewhere, oneself and nobody alike.
    """
    if not units_kept(person):
        raise Refused(Text("pegawai-not-yours"))
    found = _OPENING.fullmatch(opening)
    if found is None or found["page"]:
        return _looked_for(store, person, found, opening, now)
    card = card_of(store, person, int(found["person"]), now)
    if found["deed"] == "a":
        return superior.choosing(store, card)
    return Wish(card, found["deed"], int(found["seen"] or 0))


def _looked_for(
    store: Store, person: Person, found: re.Match[str] | None, opening: str, now: datetime
) -> Page | Wish:
    """A page of who is meant; where that is one alone, their card."""
    number, words = (int(found["page"]), found["words"]) if found else (0, opening)
    words = wanted((words or "").replace("_", "é"))
    page = page_of(store, person, now, number=number, words=words, asks=not opening)
    if words and len(page.people) == 1 and not (page.number or page.more):
        return Wish(card_of(store, person, page.people[0].id, now))
    return page


async def ask(facts: Facts) -> Outcome | Onward:
    """What each wish still needs; to look is to ask for words."""
    if isinstance(facts, Choosing):
        return await superior.asked(facts)
    if isinstance(facts, Page):
        return await people_found.asked(facts) if facts.is_open else facts
    if facts.deed == "c":
        return await leave.asked(facts.card)
    if facts.deed == "e":
        return await end.asked(facts.card)
    return facts


def keep(store: Store, person: Person, outcome: Outcome, now: datetime) -> Letter:
    """Do what was wished, and show what came of it."""
    if isinstance(outcome, Page):
        return page_letter(outcome)
    if isinstance(outcome, Changed):
        return superior.change(store, person, outcome, now)
    if isinstance(outcome, Away):
        return leave.write_down(store, person, outcome, now)
    if isinstance(outcome, Ending):
        return end.end(store, person, outcome, now)
    if outcome.deed == "k":
        known = outcome.seen == stamp_of(outcome.card)
        return (hand_out if known else handed_out)(store, person, outcome.card, now)
    return card_letter(outcome.card)


def _concerned(facts: Facts) -> Iterable[int]:
    """Whoever's card is read."""
    return () if isinstance(facts, Page) else (facts.card.who.id,)


def _title(facts: Facts) -> Text:
    if isinstance(facts, Page):
        return Text("title-pegawai")
    return Text("title-pegawai-of", {"name": facts.card.name})


CONVERSATION = Conversation(
    "pegawai",
    look,
    ask,
    keep,
    manifest=Manifest(
        serves="keepers",
        menu=Place(1),
        help=Place(1, Text("guide-people")),
        greeting=Place(1, Text("button-people")),
        cost=Cost(2, 2, 2, answer="{hire}"),
    ),
    patience=timedelta(hours=1),
    title=_title,
    concerns=_concerned,
)
