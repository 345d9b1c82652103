"""Luruskan: the personnel office says who the superior is where an employee doubts theirs.

A doubt that is no longer what the button's screen has shown is asked about again.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime
from typing import cast

from handlers.engine.conversation import Conversation
from handlers.engine.manifest import Cost, Manifest, Offer
from handlers.engine.questions import Option, Pick
from handlers.engine.topic import Screen, Several
from handlers.office.doubts.cases import Case, OpenDoubts, all_open, case_of, decided, gone, to_list
from handlers.office.imports.waiting import propose, waits
from handlers.office.people.superior import superior_change
from handlers.openings import ToDoubt, ToDoubts
from handlers.words.doubts import change_label, named, of_no_change, stays_label
from handlers.words.pages import goes_on, on_page, page_rows
from models.letters import Button, Fact, Letter, Text, Verbatim
from models.people import Person
from models.refused import Refused
from models.rights import units_kept
from models.store import Store
from models.store.intake.intakes import Intake
from models.store.letters.letters import tell
from models.store.oversight.looks import note_deed
from models.store.people import doubts, people
from models.store.people.doubts import Doubt

STAYS = "tetap"
FIRST = 7
"""So many names stand before the choice to leave it, where nobody is proposed."""


def look(store: Store, person: Person, opening: ToDoubts | None, now: datetime) -> OpenDoubts:
    """What is open in the units whose people this person keeps; refused to who keeps nobody's."""
    _check_keeps(person)
    if opening is None:
        raise gone()
    return OpenDoubts(all_open(store, person, now), opening.page)


def look_at_one(store: Store, person: Person, opening: ToDoubt | None, now: datetime) -> Case:
    """One doubt there; one elsewhere, one's own and one that is not there are refused alike."""
    _check_keeps(person)
    if opening is None:
        raise gone()
    return decided(case_of(store, person, opening.doubt, now), opening)


def _check_keeps(person: Person) -> None:
    if not units_kept(person):
        raise Refused(Text("luruskan-not-yours"))


async def ask(case: Case) -> Case:
    """One tap, where none has said it all already."""
    if case.decided or case.doubt.state != "open":
        return case
    there = case.proposed is not None and any(one.id == case.proposed.id for one in case.able)
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


def keep(store: Store, person: Person, case: Case, now: datetime) -> Letter:
    """Leave it as it is and tell whose it is, or ask a second person to agree to the change: the
    doubt is open until then."""
    if case.doubt.state != "open":
        return _settled_letter(store, case)
    if case.to is not None:
        change = superior_change(case.who, case.superior, case.to)
        one = cast(Intake, propose(store, change, by=person.id, now=now))
        return waits(store, one, to_list(), now=now)
    if not doubts.settle(store, case.doubt.id, "kept", by=person.id or 0, day=case.today):
        return _settled_letter(store, case_of(store, person, case.doubt.id, now))
    note_deed(store, person, "doubt", case.who.id, now=now, doubt=case.doubt.id, state="kept")
    told = tell(store, case.who.id, of_no_change(case.superior, person.name or ""), now=now)
    facts = {"name": case.who.name}
    after = Text("luruskan-told" if told else "luruskan-untold", facts)
    return Letter((Text("luruskan-kept", _facts(case)), after), ((to_list(),),))


def _facts(case: Case) -> dict[str, Fact]:
    return {"name": case.who.name, "superior": named(case.superior)}


def _settled_letter(store: Store, case: Case) -> Letter:
    """Who has settled it meanwhile, and what stands there now."""
    one = case.doubt
    facts = _facts(case)
    facts["by"] = people.name_of(store, one.settled_by or 0)
    facts["day"] = one.settled_on or case.today
    return Letter((Text("luruskan-settled", facts),), ((to_list(),),))


def show(found: OpenDoubts) -> Letter:
    """Whose they are, a button for each."""
    if not found.every:
        return Letter((Text("luruskan-none"),))
    shown: Sequence[tuple[Doubt, str]] = on_page(found.every, found.page)
    rows: list[tuple[Button, ...]] = [
        (ToDoubt(one.id).button(Verbatim(name)),) for one, name in shown
    ]
    rows += page_rows(ToDoubts, found.page, more=goes_on(found.every, found.page))
    return Letter((Text("luruskan-title", {"count": len(found.every)}),), tuple(rows))


CONVERSATION = Several(
    (
        Screen(
            ToDoubts,
            look,
            show,
            concerns=lambda found: [one.person_id for one, _ in found.every],
        ),
        Conversation(ToDoubt, look_at_one, ask, keep, concerns=lambda case: [case.who.id]),
    ),
    manifest=Manifest(
        serves="keepers",
        menu=None,
        help=Offer(6, Text("guide-doubts")),
        cost=Cost(1, 3, 1, after=("atasan",)),
    ),
)
