"""Luruskan: who keeps the people of a unit says who is whose superior, where one was doubted.

An opening is empty or `h2` (what is open, a page), `5` (a doubt), `5.u12` (change to the proposed
person 12) or `5.t12` (leave it as it is, though 12 was proposed; 0: nobody). A doubt that is no
longer what the button's screen has shown is asked about again.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime

from handlers.conversation import Conversation
from handlers.manifest import Cost, Manifest
from handlers.office.doubts.cases import Case, Page, all_open, case_of, decided, gone, to_list
from handlers.office.doubts.words import change_label, named, of_a_change, of_no_change, stays_label
from handlers.openings import ToDoubt, ToDoubts
from handlers.pages import goes_on, on_page, page_rows
from handlers.questions import Option, Pick
from models.letters import Button, Fact, Letter, Text, Verbatim
from models.people import Colleague, Person
from models.refused import Refused
from models.rights import units_kept
from models.store import Store
from models.store.letters.letters import tell
from models.store.oversight.looks import note_deed
from models.store.oversight.stamps import Stamp
from models.store.people import doubts, people, posts
from models.store.people.doubts import Doubt, Settled

_OPENING = re.compile(
    r"(?:h(?P<page>\d{1,4}))?|(?P<doubt>\d{1,9})(?:\.(?P<deed>[ut])(?P<seen>\d{1,9}))?"
)
STAYS = "tetap"
FIRST = 7
"""So many names stand before the choice to leave it, where nobody is proposed."""


def look(store: Store, person: Person, opening: str, now: datetime) -> Case | Page:
    """What is open in the units whose people this person keeps, or one doubt there.

    Refused to who keeps nobody's; a doubt elsewhere, one's own and one that is not there alike.
    """
    if not units_kept(person):
        raise Refused(Text("luruskan-not-yours"))
    found = _OPENING.fullmatch(opening)
    if found is None:
        raise gone()
    if found["doubt"] is None:
        return Page(all_open(store, person, now), int(found["page"] or 0))
    case = case_of(store, person, int(found["doubt"]), now)
    return case if found["deed"] is None else decided(case, found["deed"], int(found["seen"]))


async def ask(case: Case | Page) -> Case | Page:
    """One tap, where none has said it all already."""
    if isinstance(case, Page) or case.decided or case.doubt.state != "open":
        return case
    there = any(one == case.proposed for one in case.able)
    options = [Option(str(one.id), change_label(one)) for one in case.able]
    options.insert(1 if there else FIRST, Option(STAYS, stays_label(case.superior)))
    facts: dict[str, Fact] = {
        **_facts(case),
        "unit": case.who.unit.name,
        "proposed": case.proposed.name if case.proposed else Text("doubt-unknown"),
    }
    picked = await Pick("luruskan-who", options=options, facts=facts)
    to = next((one for one in case.able if str(one.id) == picked.key), None)
    return replace(case, decided=True, to=to)


def keep(store: Store, person: Person, case: Case | Page, now: datetime) -> Letter:
    """Do what was decided, and tell everybody whom it concerns."""
    if isinstance(case, Page):
        return _page_letter(case)
    if case.doubt.state != "open":
        return _settled_letter(store, case)
    by = person.id or 0
    state: Settled = "kept" if case.to is None else "changed"
    if not doubts.settle(store, case.doubt.id, state, by=by, day=case.today):
        return _settled_letter(store, case_of(store, person, case.doubt.id, now))
    note_deed(store, person, "doubt", case.who.id, now=now, doubt=case.doubt.id, state=state)
    who = Colleague(case.who.id, case.who.name)
    if case.to is None:
        letters = [(who.id, of_no_change(case.superior, person.name or ""))]
        said = Text("luruskan-kept", _facts(case))
    else:
        stamp = Stamp(now, case.today, by)
        posts.report_to(store, who.id, case.to.id, since=case.today, stamp=stamp)
        letters = list(of_a_change(who, case.superior, case.to))
        said = Text("luruskan-changed", {"name": who.name, "superior": case.to.name})
    told = {
        number: tell(store, number, letter, now=now)
        for number, letter in letters
        if number != by
    }
    after = Text("luruskan-told" if told[who.id] else "luruskan-untold", {"name": who.name})
    return Letter((said, after), ((to_list(),),))


def concerns(case: Case | Page) -> list[int]:
    """Whose superior is doubted."""
    if isinstance(case, Page):
        return [one.person_id for one, _ in case.open]
    return [case.who.id]


CONVERSATION = Conversation(
    "luruskan",
    look,
    ask,
    keep,
    manifest=Manifest(
        serves="keepers",
        menu=None,
        help=None,
        cost=Cost(1, 3, 1, after=("atasan",)),
    ),
    concerns=concerns,
)


def _facts(case: Case) -> dict[str, Fact]:
    return {"name": case.who.name, "superior": named(case.superior)}


def _settled_letter(store: Store, case: Case) -> Letter:
    """Who has settled it meanwhile, and what stands there now."""
    one = case.doubt
    facts = _facts(case)
    facts["by"] = people.name_of(store, one.settled_by or 0)
    facts["day"] = one.settled_on or case.today
    return Letter((Text("luruskan-settled", facts),), ((to_list(),),))


def _page_letter(page: Page) -> Letter:
    if not page.open:
        return Letter((Text("luruskan-none"),))
    shown: Sequence[tuple[Doubt, str]] = on_page(page.open, page.number)
    rows: list[tuple[Button, ...]] = [
        (ToDoubt(one.id).button(Verbatim(name)),) for one, name in shown
    ]
    rows += page_rows(ToDoubts, page.number, more=goes_on(page.open, page.number))
    return Letter((Text("luruskan-title", {"count": len(page.open)}),), tuple(rows))
