"""Hasil: the superior's rating of one's own quarter, its receipt, and the right to object.

An opening is empty (the newest), a quarter (`2026-Q4`), a version of it (`2026-Q4/v1`), or the
receipt of one (`2026-Q4/terima2`; without a number, of the newest).
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from datetime import date, datetime

from handlers.conversation import Conversation
from handlers.manifest import Cost, Manifest, Place
from handlers.staff.appraisal.words import buttons, names, objection, rated
from handlers.supervisor.summary.figures import quarter_name
from models.calendar import local
from models.evaluations import Appraisal
from models.letters import Letter, Text, Words
from models.people import Person
from models.quarter import Quarter
from models.refused import Refused
from models.rights import is_own
from models.store import Store
from models.store.oversight.looks import note_deed
from models.store.rules import settings
from models.store.rules.zones import zones_of
from models.store.work import evaluations

_OPENING = re.compile(r"(20\d\d-Q[1-4])(?:/(terima|v)(\d{0,3}))?")


@dataclass(frozen=True)
class View:
    """One version of a rating, the newest one of its quarter, and whether receipt is confirmed."""

    appraisal: Appraisal
    newest: Appraisal
    today: date
    receives: bool = False


def look(store: Store, person: Person, opening: str, now: datetime) -> View:
    """One's own rating; refused alike where there is none and where it is not one's own."""
    found = _OPENING.fullmatch(opening)
    newest = own_newest(store, person, found[1] if found else opening)
    view = View(newest, newest, today_of(store, person, now))
    if found is None or not found[2]:
        return view
    version = int(found[3] or newest.version)
    if found[2] == "terima":
        return replace(view, receives=version == newest.version)
    every = evaluations.versions(store, newest.person_id, newest.quarter)
    asked = next((one for one in every if one.version == version), newest)
    return replace(view, appraisal=asked)


async def ask(view: View) -> View:
    """Nothing to ask."""
    return view


def keep(store: Store, person: Person, view: View, now: datetime) -> Letter:
    """Write down the receipt that was confirmed, once; show the rating."""
    shown = view.appraisal
    if view.receives and shown.received_on is None:
        evaluations.receive(store, shown.id, view.today)
        note_deed(store, person, "received", person.id, now=now, appraisal=shown.id)
        shown = replace(shown, received_on=view.today)
    rater, above = names(store, shown)
    words: list[Words] = [*rated(shown, rater, quarter_name(shown.quarter))]
    if shown.reply:
        words.append(Text("hasil-replied", {"words": shown.reply}))
    is_newest = shown.version == view.newest.version
    if is_newest:
        days = settings.objection_days(store, shown.received_on or view.today)
        words += objection(shown, above, today=view.today, days=days)
    else:
        words.append(Text("hasil-replaced", {"version": view.newest.version}))
    words.append(Text("hasil-basis", {"basis": settings.legal_work(store, shown.quarter)}))
    return Letter(tuple(words), buttons(shown, newest=is_newest))


CONVERSATION = Conversation(
    "hasil",
    look,
    ask,
    keep,
    manifest=Manifest(
        serves="staff",
        menu=None,
        help=Place(6, Text("guide-result")),
        cost=Cost(1, 2, 1, after=("triwulan", "penilaian")),
    ),
)


def own_newest(store: Store, person: Person, key: str) -> Appraisal:
    """The newest rating of one's own: of the quarter named, or of the latest that was rated."""
    if person.id is None:
        raise Refused(Text("hasil-none"))
    try:
        quarter = Quarter.parse(key) if key else None
    except ValueError:
        raise Refused(Text("hasil-none")) from None
    if quarter is None:
        found = evaluations.latest(store, person.id)
    else:
        found = evaluations.appraisal(store, person.id, quarter)
    if found is None or not is_own(person, found.person_id):
        raise Refused(Text("hasil-none"))
    return found


def today_of(store: Store, person: Person, now: datetime) -> date:
    """The day it is where the person works, or last worked: who has left may still read."""
    if person.post is not None:
        return local(now, person.post.unit.zone).date()
    if person.id is None or not (zones := zones_of(store, person.id, now)):
        raise Refused(Text("hasil-none"))
    return local(now, zones[0]).date()
