"""Kembalikan: an entry goes back to who wrote it, with a reason that says what is missing.

The opening is the entry's number.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from handlers.conversation import Conversation
from handlers.phrases import Phrase
from handlers.questions import Noted, Option
from handlers.staff.lines import brief
from handlers.supervisor.approve_words import LONGEST
from handlers.supervisor.team_members import member, sent_by, told, version, zone_of
from models.letters import Button, Letter, Lines, Text
from models.people import Colleague, Person
from models.quarter import Quarter
from models.refused import Refused
from models.rights import supervises
from models.store import Store, evaluations, work
from models.work import Entry

LONGEST_REASON = 1000
USUAL = ("evidence", "amount", "words")


@dataclass(frozen=True)
class Returning:
    """The entry to be given back, and who wrote it."""

    entry: Entry
    whose: Colleague


@dataclass(frozen=True)
class Returned:
    """The entry as the superior read it (`seen`: its version), and why it goes back."""

    entry: Entry
    whose: Colleague
    seen: int
    reason: str


def look(store: Store, person: Person, opening: str, now: datetime) -> Returning:
    """An entry of one's own team that is sent or approved; what is absent refuses alike.

    An approved one stays once its quarter has been appraised: the rating stands on it.
    """
    zone_of(person)
    number = int(opening) if opening.isdecimal() and len(opening) < 10 else 0
    entry = work.entry(store, number)
    if (
        entry is None
        or not supervises(person, entry.person_id)
        or entry.state not in ("sent", "approved")
    ):
        raise Refused(Text("approve-gone"), buttons=((_to_queue(),),))
    quarter = Quarter.of(entry.day)
    appraised = evaluations.appraisal(store, entry.person_id, quarter) is not None
    if entry.state == "approved" and appraised:
        raise Refused(Text("return-appraised"), buttons=((_to_queue(),),))
    return Returning(entry, member(person, entry.person_id))


async def ask(returning: Returning) -> Returned:
    """The reason, in a usual phrase or in words of one's own."""
    entry = returning.entry
    seen = await Noted("return-seen", value=version(entry))
    reason = await Phrase(
        "return-reason",
        facts={"name": returning.whose.name, "activity": brief(entry.activity, LONGEST)},
        usual=[Option(key, Text(f"return-usual-{key}")) for key in USUAL],
        longest=LONGEST_REASON,
    )
    return Returned(entry, returning.whose, seen, reason)


def keep(store: Store, person: Person, returned: Returned, now: datetime) -> Letter:
    """Give it back and tell who wrote it at once, with the reason in full.

    Not where it was corrected since the superior read it.
    """
    entry, whose = returned.entry, returned.whose
    by, seen_at = person.id or 0, sent_by(returned.seen)
    if not work.decide(store, entry.id, by=by, seen_at=seen_at, reason=returned.reason):
        again = Button(Text("button-approve-look"), f"o.setuju.e{entry.id}")
        return Letter((Text("return-changed", {"name": whose.name}),), ((again,), (_to_queue(),)))
    arrived = told(store, whose.id, _to_owner(person, returned), now=now)
    said = Text("return-done" if arrived else "return-done-unreached", {"name": whose.name})
    return Letter((said,), ((_to_queue(),),))


CONVERSATION = Conversation("kembalikan", look, ask, keep)


def _to_owner(person: Person, returned: Returned) -> Letter:
    entry = returned.entry
    what = Text(
        "returned-entry",
        {
            "activity": brief(entry.activity, LONGEST),
            "day": entry.day,
            "receipt": entry.receipt,
        },
    )
    return Letter(
        (
            Lines((Text("returned-by", {"name": person.name or ""}), what)),
            Text("returned-reason", {"reason": returned.reason}),
            Text("returned-onward"),
        ),
        ((Button(Text("button-entry-correct"), f"o.catat.b{entry.id}"),),),
    )


def _to_queue() -> Button:
    return Button(Text("button-approve-queue"), "o.setuju.")
