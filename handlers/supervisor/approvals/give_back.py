"""Kembalikan: an entry goes back to who wrote it, with a reason that says what is missing."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import cast

from handlers.acting import signed
from handlers.engine.conversation import Conversation, Onward
from handlers.engine.manifest import Cost, Manifest
from handlers.engine.phrases import Phrase, Usual
from handlers.engine.questions import Option, Pick
from handlers.openings import ToChecking, ToEntry, ToLog, ToQueue, ToReturning
from handlers.supervisor.approvals.facts import following_of
from handlers.supervisor.approvals.words import LONGEST_LINE
from handlers.supervisor.team.members import (
    asked_about,
    in_whose_place,
    sent_by,
    version,
    zone_of,
)
from handlers.words.line import brief
from models.letters import OPENS, Button, Letter, Lines, Text
from models.people import Colleague, Person
from models.quarter import Quarter
from models.refused import Refused
from models.rights import may_approve
from models.store import Store
from models.store.letters.letters import tell
from models.store.oversight.looks import note_deed
from models.store.oversight.work_digests import of_entries
from models.store.work import entries, evaluations
from models.work import Entry

LONGEST_REASON = 1000
USUAL = ("unproven", "evidence", "amount", "words")
QUEUE = Onward.to(ToQueue())


@dataclass(frozen=True)
class Returning:
    """The entry to be given back, whose it is, and the version that the superior read."""

    entry: Entry
    whose: Colleague
    seen: int


@dataclass(frozen=True)
class Returned:
    """The same, and why it goes back."""

    entry: Entry
    whose: Colleague
    seen: int
    reason: str


def look(
    store: Store, person: Person, opening: ToReturning | None, now: datetime
) -> Returning | Onward:
    """An entry of one's own team that is sent or approved; what is absent refuses alike.

    An approved one stays once its quarter has been appraised: the rating stands on it.
    """
    zone_of(person)
    if opening == ToReturning():
        return QUEUE
    entry = entries.entry(store, opening.entry or 0) if opening else None
    if (
        opening is None
        or entry is None
        or not may_approve(person, entry)
        or entry.state not in ("sent", "approved")
    ):
        raise Refused(Text("return-gone"), buttons=((_to_queue(),),))
    quarter = Quarter.of(entry.day)
    appraised = evaluations.appraisal(store, entry.person_id, quarter) is not None
    if entry.state == "approved" and appraised:
        raise Refused(Text("return-appraised"), buttons=((_to_queue(),),))
    seen = version(entry) if opening.seen is None else opening.seen
    return Returning(entry, cast(Colleague, asked_about(person, entry.person_id)), seen)


async def ask(returning: Returning | Onward) -> Returned | Onward:
    """The reason: a usual phrase goes at once, words of one's own once their card was confirmed."""
    if isinstance(returning, Onward):
        return returning
    entry = returning.entry
    about = {"name": returning.whose.name, "activity": brief(entry.activity, LONGEST_LINE)}
    reason = await Phrase(
        "return-reason", facts=about, usual=_usual(entry), longest=LONGEST_REASON
    )
    if not isinstance(reason, Usual):
        send, shown = Option("send", Text("button-send")), {**about, "words": reason}
        await Pick("return-card", options=[send], yes="send", decisive="send", facts=shown)
    return Returned(entry, returning.whose, returning.seen, str(reason))


def keep(store: Store, person: Person, returned: Returned, now: datetime) -> Letter:
    """Give it back and tell who wrote it at once, with the reason in full.

    Not where it was corrected since the superior read it.
    """
    entry, whose = returned.entry, returned.whose
    by, seen_at = person.id or 0, sent_by(returned.seen)
    entries.lock_entry(store, entry.id)
    digest = of_entries(store, [entry.id])  # of nothing, where it was not approved
    if not entries.decide(store, entry.id, by=by, seen_at=seen_at, reason=returned.reason):
        again = ToChecking(entry.id).button(Text("button-approve-look"))
        return Letter((Text("return-changed", {"name": whose.name}),), ((again,), (_to_queue(),)))
    what = {"entry": entry.id, "digest": digest, **in_whose_place(person, whose.id)}
    note_deed(store, person, "return", whose.id, now=now, **what)
    arrived = tell(store, whose.id, _to_owner(person, returned), now=now)
    said = Text("return-done" if arrived else "return-done-unreached", {"name": whose.name})
    following = following_of(store, person, entry)
    if following is None:
        return Letter((said,), ((_to_queue(),),))
    onward = ToChecking(following.id).button(Text("button-approve-next"))
    return Letter((said,), ((onward, _to_queue()),))


def concerns(returning: Returning | Onward) -> list[int]:
    """Whose entry it is."""
    return [] if isinstance(returning, Onward) else [returning.whose.id]


CONVERSATION = Conversation(
    ToReturning,
    look,
    ask,
    keep,
    manifest=Manifest(
        serves="superiors",
        menu=None,
        help=None,
        cost=Cost(2, 3, 3, tap="{waiting}"),
    ),
    concerns=concerns,
)


def _usual(entry: Entry) -> list[Option]:
    """What most often is missing: evidence that is not there is not said to be unreadable."""
    unfit = "unproven" if entry.evidence else "evidence"
    return [Option(key, Text(f"return-usual-{key}")) for key in USUAL if key != unfit]


def _to_owner(person: Person, returned: Returned) -> Letter:
    entry = returned.entry
    what = Text(
        "returned-entry",
        {
            "activity": brief(entry.activity, LONGEST_LINE),
            "day": entry.day,
            "receipt": entry.receipt,
        },
    )
    name = signed(person, entry.person_id)
    by = Text("returned-by", {"name": name, OPENS: ToEntry(entry.id).tap})
    return Letter(
        (
            Lines((by, what)),
            Text("returned-reason", {"reason": returned.reason}),
            Text("returned-onward"),
        ),
        ((ToLog("b", entry.id).button(Text("button-entry-correct")),),),
    )


def _to_queue() -> Button:
    return ToQueue().button(Text("button-approve-queue"))
