"""Segel: who complains, opened by two of the oversight team with a reason, never by one alone.

It is recorded, and told to who complains. With fewer than two who may, it stays shut. In the same
way two say that a weighty complaint is none, and goes to its unit.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime
from typing import Literal, TypeAlias

from handlers.complaints import place_of, today_at, unit_of
from handlers.complaints.moving import moved
from handlers.complaints.weighty import second_overseers, tells_of
from handlers.engine.conversation import Conversation, Onward
from handlers.engine.manifest import Cost, Manifest, Offer
from handlers.engine.questions import Write
from handlers.engine.topic import AtOnce, Screen, Several
from handlers.openings import ToCase, ToMyComplaint, ToOpeningSeal, ToSealDeed, ToSealRequest
from models.complaints import Complaint, ComplaintKind
from models.letters import OPENS, Button, Fact, Letter, Text
from models.people import Person
from models.refused import Refused
from models.rights import may_open_seal, units_overseen
from models.store import Store, keys_of
from models.store.chat import identities
from models.store.complaints import complaints, reporters, unsealings
from models.store.complaints.unsealings import Unsealing
from models.store.letters import letters
from models.store.office import services
from models.store.oversight.looks import note_deed
from models.store.people import people

Deed: TypeAlias = Literal["y", "x", "v"]
"""Agree; refuse, or take it back; look."""
LONGEST_REASON = 400


@dataclass(frozen=True)
class SealAsked:
    """Whose seal is asked for, where one was named; then who else may agree."""

    complaint: Complaint | None
    seconds: tuple[int, ...] = ()


@dataclass(frozen=True)
class SealReason:
    """Which seal is to be opened, and why."""

    asked: SealAsked
    complaint: Complaint
    reason: str


@dataclass(frozen=True)
class SealRequest:
    """A request, its complaint, who asked, and what this person may do: agree, refuse, take it
    back, look."""

    one: Unsealing
    complaint: Complaint
    place: str
    name: str
    deeds: Sequence[Deed]
    deed: Deed | None = None


def look(store: Store, person: Person, opening: ToOpeningSeal | None, now: datetime) -> SealAsked:
    """A seal that this person may ask for, with somebody else who may agree."""
    if not units_overseen(person):
        raise Refused(Text("segel-not-yours"))
    if opening is None or not opening.number:
        return SealAsked(None)
    one = _mine(store, person, complaints.by_number(store, opening.number.upper()))
    if one.seal is None:
        raise Refused(Text("segel-forgotten", {"number": one.number}))
    others = tuple(second_overseers(store, person.id or 0, one, now))
    if not others:
        raise Refused(Text("segel-alone", {"unit": unit_of(store, one.unit_id).name}))
    return SealAsked(one, others)


async def ask(asked: SealAsked) -> SealReason | Onward:
    """The number, unless it came with the button; then the reason."""
    if asked.complaint is None:
        return Onward.to(ToOpeningSeal(await Write("segel-number", longest=20, passing=True)))
    facts = {"number": asked.complaint.number}
    reason = await Write("segel-reason", longest=LONGEST_REASON, facts=facts)
    return SealReason(asked, asked.complaint, reason)


def keep(store: Store, person: Person, given: SealReason, now: datetime) -> Letter:
    """Write it down, and ask the others."""
    one = given.complaint
    day = today_at(store, one.unit_id, now)
    made = unsealings.ask(store, one.id, given.reason, by=person.id or 0, day=day)
    note_deed(store, person, "seal", None, now=now, complaint=one.id, state="asked")
    for second in given.asked.seconds:
        letters.tell(store, second, asked_letter(one, made.id), now=now)
    return Letter((Text("segel-asked", {"number": one.number}),), ((_request(made.id),),))


def look_at_request(
    store: Store, person: Person, opening: ToSealRequest | None, now: datetime
) -> SealRequest:
    """A request about a complaint that this person may open too."""
    found = unsealings.request(store, opening.request) if opening else None
    if found is None:
        raise _gone()
    one = _mine(store, person, complaints.one(store, found.complaint_id))
    today, asker = today_at(store, one.unit_id, now), found.asked_by
    deeds: Sequence[Deed] = ()
    waits = found.waits(today) and (found.kind is None or (one.is_weighty and one.is_open))
    if person.id == asker:
        deeds = ("x",) if waits else ("v",) if found.is_due(today) and not found.kind else ()
    elif waits and person.id in second_overseers(store, asker, one, now):
        deeds = ("y", "x")
    return SealRequest(found, one, place_of(store, one), people.name_of(store, asker), deeds)


def look_at_deed(
    store: Store, person: Person, opening: ToSealDeed | None, now: datetime
) -> SealRequest:
    """What this person may do about it; all else is refused with how it stands."""
    request = ToSealRequest(opening.request) if opening else None
    found = look_at_request(store, person, request, now)
    if opening is None or opening.deed not in found.deeds:
        raise Refused(Text("segel-settled", {"number": found.complaint.number}))
    return replace(found, deed=opening.deed)


def show(found: SealRequest) -> Letter:
    """Who asks, and why."""
    facts = {"number": found.complaint.number, "place": found.place, "name": found.name}
    if found.one.kind is not None:
        return _shown_move(found, facts, found.one.kind)
    words = (
        Text("segel-request", {**facts, "reason": found.one.reason}),
        Text(f"segel-state-{found.one.state}"),
    )
    return Letter(words, _deeds(found, "agree"))


def _shown_move(
    found: SealRequest, facts: Mapping[str, Fact], kind: ComplaintKind
) -> Letter:
    """Who asks that it goes to its unit, as what; its words are one tap away."""
    words = (
        Text("segel-move", {**facts, "kind": Text(f"complaint-kind-{kind}")}),
        Text(f"segel-move-{found.one.state}"),
    )
    case = (ToCase(found.complaint.id).button(Text("button-case")),)
    return Letter(words, (*_deeds(found, "move"), case))


def _deeds(found: SealRequest, agree: Literal["agree", "move"]) -> tuple[tuple[Button, ...], ...]:
    labels = {"y": agree, "x": "refuse" if "y" in found.deeds else "back", "v": "see"}
    row = tuple(
        ToSealDeed(found.one.id, deed).button(Text(f"button-segel-{labels[deed]}"))
        for deed in found.deeds
    )
    return (row,) if row else ()


def do(store: Store, person: Person, found: SealRequest, now: datetime) -> Letter:
    """Agree (it is opened for both), refuse or take back, or look where a second has agreed."""
    one, number = found.complaint, person.id or 0
    if found.deed == "x":
        back = number == found.one.asked_by
        _settle(store, found, "ended" if back else "refused", by=None if back else number)
        kept = "segel-kept" if found.one.kind else "segel-shut"
        return Letter((Text(kept, {"number": one.number}),))
    if found.one.kind is not None:
        return _move(store, person, found, found.one.kind, now)
    who = _opened(store, one)
    if found.deed == "v":
        _settle(store, found, "seen", by=None)
        return _identity(one, who)
    _settle(store, found, "opened", by=number)
    note_deed(store, person, "seal", None, now=now, complaint=one.id, state="opened")
    letters.tell(store, found.one.asked_by, agreed_letter(one, found.one.id), now=now)
    day = today_at(store, one.unit_id, now)
    reporters.tell(store, one.seal, opened_letter(one, day), now=now)
    return _identity(one, who)


def _move(
    store: Store, person: Person, found: SealRequest, kind: ComplaintKind, now: datetime
) -> Letter:
    """Two of the team have said so: it goes to its unit."""
    one = found.complaint
    _settle(store, found, "opened", by=person.id)
    if moved(store, found.one.asked_by, one, kind, now=now) is None:
        raise Refused(Text("segel-settled", {"number": one.number}))
    note_deed(store, person, "complaint", None, now=now, complaint=one.id, state="agreed")
    facts: dict[str, Fact] = {"number": one.number, "kind": Text(f"complaint-kind-{kind}")}
    return Letter((Text("kind-done-away", facts),))


def asked_letter(one: Complaint, request: int) -> Letter:
    """What the others of the team read: the number, and no word of why."""
    opens = ToSealRequest(request).tap
    return Letter(
        (Text("told-seal-asked", {"number": one.number, OPENS: opens}),), ((_request(request),),)
    )


def agreed_letter(one: Complaint, request: int) -> Letter:
    """What who asked reads once a second has agreed; the identity is shown behind the button."""
    told = Text("told-seal-agreed", {"number": one.number, OPENS: ToSealRequest(request).tap})
    return Letter((told,), ((_request(request),),))


def opened_letter(one: Complaint, day: date) -> Letter:
    """What who complains reads once their seal was opened."""
    opens = ToMyComplaint(one.id)
    told = Text("told-seal-opened", {"number": one.number, "day": day, OPENS: opens.tap})
    return Letter((told,), ((opens.button(Text("button-complaint-status")),),))


def _identity(one: Complaint, who: dict[str, str]) -> Letter:
    channel = Text(f"channel-{who['channel']}")
    facts: dict[str, Fact] = {"number": one.number, "channel": channel, "sender": who["sender"]}
    return Letter((Text("segel-who", facts),))


def _opened(store: Store, one: Complaint) -> dict[str, str]:
    """Who it is. Refused where it is forgotten, or cannot be opened here."""
    try:
        who = identities.opened(store, one.seal or "", keys=keys_of(store))
    except identities.WrongKey:
        raise Refused(Text("segel-other-secret")) from None
    if who is None:
        raise Refused(Text("segel-forgotten", {"number": one.number}))
    return who


def _settle(
    store: Store, found: SealRequest, state: unsealings.UnsealingState, *, by: int | None
) -> None:
    if not unsealings.settle(store, found.one, state, by=by):
        raise Refused(Text("segel-settled", {"number": found.complaint.number}))


def _mine(store: Store, person: Person, one: Complaint | None) -> Complaint:
    """A complaint whose seal this person may open; all others are refused alike."""
    if one is None or not may_open_seal(person, services.lineage(store, one.unit_id)):
        raise _gone()
    if tells_of(store, person, one):
        raise _gone()
    return one


def _request(request: int) -> Button:
    return ToSealRequest(request).button(Text("button-segel-request"))


def _gone() -> Refused:
    return Refused(Text("segel-gone"))


CONVERSATION = Several(
    (
        Conversation(ToOpeningSeal, look, ask, keep),
        Screen(ToSealRequest, look_at_request, show),
        AtOnce(ToSealDeed, look_at_deed, do),
    ),
    manifest=Manifest(
        serves="overseers",
        menu=None,
        help=Offer(2, Text("guide-segel")),
        cost=Cost(1, 2, 1, answer="ADU-K7P3XA"),
    ),
)
