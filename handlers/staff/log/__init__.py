"""Catat: what a civil servant did today. The card shows what will be saved; one tap saves it."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime, timedelta

from handlers.engine.conversation import Conversation
from handlers.engine.manifest import Cost, Manifest, Offer
from handlers.openings import ToLeave, ToLog
from handlers.staff.log.script import LogFacts, Logged, ask
from handlers.words.line import LogLine, brief, draft_label
from handlers.words.receipt import bare_receipt, receipt_letter
from models.calendar import local
from models.campaigns import Due, daily, unapproved
from models.letters import Letter, Text, Verbatim
from models.people import Person
from models.quarter import Quarter
from models.refused import Refused
from models.rights import is_own, may_log
from models.store import Store
from models.store.people import leaves
from models.store.prompts.kinds import Prompt
from models.store.prompts.needs import LOG_ASKED, LOG_UNASKED
from models.store.rules import calendars
from models.store.work import entries, targets
from models.window import earliest_day
from models.work import Entry, check_day

PATIENCE = timedelta(days=7)
"""A line that was begun waits for its last tap; it goes on under the day on which it began."""
RECENT, DRAFTS = 40, 3
FRESH = timedelta(days=14)
"""What was done longer ago is no draft for today."""


def look(store: Store, person: Person, opening: ToLog | None, now: datetime) -> LogFacts:
    """The targets of the open quarters and what the opening names; own entries only."""
    today, number = today_of(person, now), person.id or 0
    if not person.is_trusted:
        return LogFacts(today, today, today, {}, ())
    opening = opening or ToLog()
    entry = own_entry(store, person, opening.number) if opening.what in ("b", "d") else None
    earliest = earliest_of(store, number, today)
    day = opening.day if opening.day and earliest <= opening.day <= today else today
    quarters = {Quarter.of(one) for one in (today, earliest, day, entry.day if entry else today)}
    known = {quarter: targets.of_person(store, number, quarter) for quarter in quarters}
    desk = LogFacts(today, earliest, day, known, entries.newest(store, number, most=RECENT))
    if not opening.what:
        return desk
    if entry is None:
        wanted = (target for target in desk.of(day) if target.id == opening.number)
        return replace(desk, target=next(wanted, None))
    if opening.what == "d":
        return replace(desk, begun=_again(entry, desk))
    if entry.state not in ("sent", "returned"):
        raise Refused(Text(f"entry-closed-{entry.state}"))
    return replace(desk, begun=LogLine.of(entry), corrects=entry)


def today_of(person: Person, now: datetime) -> date:
    """The day it is where the person works; refused to who has no post."""
    if not may_log(person) or person.post is None:
        raise Refused(Text("log-not-staff"))
    return local(now, person.post.unit.zone).date()


def earliest_of(store: Store, person_id: int, today: date) -> date:
    """The earliest day that the person may still log."""
    own = calendars.of_person(store, person_id)
    return earliest_day(today, own, away=leaves.away(store, person_id))


def own_entry(store: Store, person: Person, number: int) -> Entry:
    """The person's own entry, as nobody else changes it in this turn.

    A foreign one and one that is not there are refused alike.
    """
    entry = entries.lock_entry(store, number)
    if entry is None or not is_own(person, entry.person_id):
        raise Refused(Text("entry-not-found"))
    return entry


def _again(entry: Entry, desk: LogFacts) -> LogLine:
    """An earlier entry as a draft: without its hours and evidence, which were that day's."""
    line = replace(LogLine.of(entry), day=desk.day, hours=None, evidence=())
    return line if desk.target_of(line) else replace(line, target_id=None)


def keep(store: Store, person: Person, logged: Logged, now: datetime) -> Letter:
    """Save the entry, or the correction in its place; say its receipt number, and what to know."""
    today, line, before = today_of(person, now), logged.line, logged.corrects
    same_day = before is not None and before.day == line.day
    if not same_day:
        check_day(line.day, today=today, earliest=_earliest(store, person, today))
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
        entry = entries.add(store, entry)
    else:
        entries.amend(store, entry)
    if not person.is_trusted:
        return bare_receipt(entry)
    return receipt_letter(store, entry, today, corrected=before is not None)


def _earliest(store: Store, person: Person, today: date) -> date:
    """From a chat that is new to Tilik nothing but the day's own work is written; what was begun
    before midnight may be ended after it."""
    if person.is_trusted:
        return earliest_of(store, person.id or 0, today)
    return today - timedelta(days=1)


def invitation(store: Store, person: Person, due: Due, now: datetime) -> Letter | None:
    """For a day without an entry: the last day's entries as drafts, the targets, leave."""
    number = person.id or 0
    last = entries.newest(store, number, most=RECENT)
    drafts = [e for e in last if e.day == last[0].day and e.state != "withdrawn"][:DRAFTS]
    drafts = [e for e in drafts if (due.day - e.day) <= FRESH]
    served = {e.target_id for e in drafts}
    known = targets.of_person(store, number, Quarter.of(due.day))
    others = [t for t in known if t.id not in served][:DRAFTS]
    rows = [
        *((ToLog("d", e.id, due.day).button(draft_label(e)),) for e in drafts),
        *((ToLog("t", t.id, due.day).button(Verbatim(brief(t.result))),) for t in others),
        (
            ToLog(day=due.day).button(Text("button-log-new")),
            ToLeave(due.day).button(Text("button-leave-today")),
        ),
    ]
    words = "prompt-log-drafts" if drafts else "prompt-log"
    return Letter((Text(words, {"day": due.day}),), tuple(rows), holds=Text("list-prompt-log"))


def unasked(store: Store, person: Person, due: Due, now: datetime) -> Letter:
    """That nobody in Tilik could approve it: said once, in the place of the daily prompt."""
    return Letter((Text("prompt-alone"),), ((ToLog().button(Text("button-log-new")),),))


PROMPTS = (
    Prompt(
        kind="log",
        lane="own",
        rank=70,
        dues=daily,
        lacks=LOG_ASKED,
        words=invitation,
        takes=ToLog(),
        shares=True,
    ),
    Prompt(
        kind="alone",
        lane="own",
        rank=71,
        dues=unapproved,
        lacks=LOG_UNASKED,
        words=unasked,
        lasts=True,
        takes=ToLog(),
    ),
)
CONVERSATION = Conversation(
    ToLog,
    look,
    ask,
    keep,
    patience=PATIENCE,
    manifest=Manifest(
        serves="staff",
        menu=Offer(1),
        help=Offer(1, Text("guide-log")),
        greeting=Offer(1, Text("button-log")),
        cost=Cost(5, 25, 5),
        trust="new",
    ),
)
