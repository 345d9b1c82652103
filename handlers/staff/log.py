"""Catat: what a civil servant did today. The card shows what will be saved; one tap saves it.

An opening is empty (write anew), `d12` (a draft: entry 12 once more, for today), `t3` (for target
3), or `b12` (correct entry 12 in its place).
"""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date, datetime, timedelta

from handlers.conversation import Conversation
from handlers.staff.lines import Line, brief, draft_label
from handlers.staff.log_script import Desk, Logged, ask
from handlers.staff.logged import receipt_letter
from models.calendar import decreed, local
from models.campaigns import Due
from models.letters import Button, Letter, Text, Verbatim
from models.people import Person
from models.quarter import Quarter
from models.refused import Refused
from models.rights import is_own, works
from models.store import Store, leaves, targets, work
from models.window import earliest_day
from models.work import Entry, check_day

_OPENING = re.compile(r"([bdt])(\d{1,12})")
PATIENCE = timedelta(days=7)
"""A line that was begun waits for its last tap; it goes on under the day on which it began."""
RECENT, DRAFTS = 40, 3
FRESH = timedelta(days=14)
"""What was done longer ago is no draft for today."""


def look(store: Store, person: Person, opening: str, now: datetime) -> Desk:
    """The targets of the open quarters and what the opening names; own entries only."""
    today, number = today_of(person, now), person.id or 0
    found = _OPENING.fullmatch(opening)
    entry = own_entry(store, person, int(found[2])) if found and found[1] != "t" else None
    earliest = earliest_day(today, decreed(), away=leaves.away(store, number))
    quarters = {Quarter.of(day) for day in (today, earliest, entry.day if entry else today)}
    known = {quarter: targets.of_person(store, number, quarter) for quarter in quarters}
    desk = Desk(today, earliest, known, work.newest(store, number, most=RECENT))
    if found is None:
        return desk
    if entry is None:
        wanted = (target for target in desk.of(today) if target.id == int(found[2]))
        return replace(desk, target=next(wanted, None))
    if found[1] == "d":
        return replace(desk, begun=_again(entry, desk))
    if entry.state not in ("sent", "returned"):
        raise Refused(Text(f"entry-closed-{entry.state}"))
    return replace(desk, begun=Line.of(entry), corrects=entry)


def today_of(person: Person, now: datetime) -> date:
    """The day it is where the person works; refused to who has no post."""
    if not works(person) or person.post is None:
        raise Refused(Text("log-not-staff"))
    return local(now, person.post.unit.zone).date()


def own_entry(store: Store, person: Person, number: int) -> Entry:
    """The person's own entry, as nobody else changes it in this turn.

    A foreign one and one that is not there are refused alike.
    """
    entry = work.held(store, number)
    if entry is None or not is_own(person, entry.person_id):
        raise Refused(Text("entry-not-found"))
    return entry


def _again(entry: Entry, desk: Desk) -> Line:
    """An earlier entry as today's draft: without its hours and evidence, which were that day's."""
    line = replace(Line.of(entry), day=desk.today, hours=None, evidence=())
    return line if desk.target_of(line) else replace(line, target_id=None)


def keep(store: Store, person: Person, logged: Logged, now: datetime) -> Letter:
    """Save the entry, or the correction in its place; say its receipt number, and what to know."""
    today, line, before = today_of(person, now), logged.line, logged.corrects
    same_day = before is not None and before.day == line.day
    if not same_day:
        away = leaves.away(store, person.id or 0)
        check_day(line.day, today=today, earliest=earliest_day(today, decreed(), away=away))
    entry = Entry(
        id=before.id if before else 0,
        receipt=before.receipt if before else "",
        person_id=person.id or 0,
        day=line.day,
        entered_on=before.entered_on if before and same_day else today,
        activity=line.activity,
        target_id=line.target_id,
        quantity=line.amount.number if line.amount else None,
        measure=line.amount.measure if line.amount else None,
        starts=line.hours[0] if line.hours else None,
        ends=line.hours[1] if line.hours else None,
        evidence=line.evidence,
        returned_before=before.returned_before if before else False,
        sent_at=now,
    )
    if before is None:
        entry = work.add(store, entry)
    else:
        work.amend(store, entry)
    return receipt_letter(store, entry, today, corrected=before is not None)


def invitation(store: Store, person: Person, due: Due, now: datetime) -> Letter | None:
    """For a day without an entry: the last day's entries as drafts, the targets, leave."""
    number = person.id or 0
    last = work.newest(store, number, most=RECENT)
    drafts = [e for e in last if e.day == last[0].day and e.state != "withdrawn"][:DRAFTS]
    drafts = [e for e in drafts if (due.day - e.day) <= FRESH]
    served = {e.target_id for e in drafts}
    known = targets.of_person(store, number, Quarter.of(due.day))
    others = [t for t in known if t.id not in served][:DRAFTS]
    rows = [
        *((Button(draft_label(e), f"o.catat.d{e.id}"),) for e in drafts),
        *((Button(Verbatim(brief(t.result)), f"o.catat.t{t.id}"),) for t in others),
        (
            Button(Text("button-log-new"), "o.catat."),
            Button(Text("button-leave-today"), "o.cuti.hari-ini"),
        ),
    ]
    words = "prompt-log-drafts" if drafts else "prompt-log"
    return Letter((Text(words, {"day": due.day}),), tuple(rows))


CONVERSATION = Conversation("catat", look, ask, keep, patience=PATIENCE)
