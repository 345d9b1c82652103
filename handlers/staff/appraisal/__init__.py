"""Hasil: the superior's rating of one's own quarter, its receipt, and the right to object."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date, datetime

from handlers.engine.manifest import Cost, Manifest, Offer
from handlers.engine.topic import AtOnce, Screen, Several
from handlers.openings import ToReceived, ToResult
from handlers.words.appraisal import buttons, names, objection, rated
from handlers.words.figures import quarter_name
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


@dataclass(frozen=True)
class Result:
    """One version of a rating, with who gave it and who is above them, and what holds for it.

    `newest` is the version that holds; `days`: so long one may object.
    """

    appraisal: Appraisal
    newest: Appraisal
    today: date
    rater: str | Text
    above: str | None
    days: int
    basis: str


def look(store: Store, person: Person, opening: ToResult | None, now: datetime) -> Result:
    """One's own rating; refused alike where there is none and where it is not one's own."""
    if opening is None:
        raise Refused(Text("hasil-none"))
    newest = own_newest(store, person, opening.quarter)
    shown = newest
    if opening.version is not None:
        every = evaluations.versions(store, newest.person_id, newest.quarter)
        shown = next((one for one in every if one.version == opening.version), newest)
    return _result(store, shown, newest, today_of(store, person, now))


def look_before_receiving(
    store: Store, person: Person, opening: ToReceived | None, now: datetime
) -> tuple[Result, bool]:
    """The newest, and whether it is the one whose receipt is confirmed."""
    newest = own_newest(store, person, opening.quarter if opening else None)
    asked = opening.version if opening else None
    result = _result(store, newest, newest, today_of(store, person, now))
    return result, asked in (None, newest.version)


def _result(store: Store, shown: Appraisal, newest: Appraisal, today: date) -> Result:
    rater, above = names(store, shown)
    days = settings.objection_days(store, shown.received_on or today)
    return Result(
        shown, newest, today, rater, above, days, settings.legal_work(store, shown.quarter)
    )


def receive(store: Store, person: Person, found: tuple[Result, bool], now: datetime) -> Letter:
    """Write down the receipt that was confirmed, once; show the rating."""
    result, receives = found
    one = result.appraisal
    if not receives or one.received_on is not None:
        return show(result)
    evaluations.receive(store, one.id, result.today)
    note_deed(store, person, "received", person.id, now=now, appraisal=one.id)
    received = replace(one, received_on=result.today)
    return show(_result(store, received, received, result.today))


def show(result: Result) -> Letter:
    """The rating, and what one can do about it."""
    shown, newest = result.appraisal, result.newest
    words: list[Words] = [*rated(shown, result.rater, quarter_name(shown.quarter))]
    if shown.reply:
        words.append(Text("hasil-replied", {"words": shown.reply}))
    is_newest = shown.version == newest.version
    if is_newest:
        words += objection(shown, result.above, today=result.today, days=result.days)
    else:
        words.append(Text("hasil-replaced", {"version": newest.version}))
    words.append(Text("hasil-basis", {"basis": result.basis}))
    return Letter(tuple(words), buttons(shown, newest=is_newest))


CONVERSATION = Several(
    (
        Screen(ToResult, look, show),
        AtOnce(ToReceived, look_before_receiving, receive),
    ),
    manifest=Manifest(
        serves="staff",
        menu=None,
        help=Offer(6, Text("guide-result")),
        cost=Cost(1, 2, 1, after=("triwulan", "penilaian")),
    ),
)


def own_newest(store: Store, person: Person, quarter: Quarter | None) -> Appraisal:
    """The newest rating of one's own: of the quarter named, or of the latest that was rated."""
    if person.id is None:
        raise Refused(Text("hasil-none"))
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
