"""Tambah, ralat: what a citizen tells to a complaint of theirs afterwards."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import datetime

from handlers.citizen.complained.own import own_open
from handlers.citizen.proposing import is_weighty
from handlers.citizen.telling import LONGEST_SHOWN, TellAll, Telling
from handlers.complaints import counted, due_after, held, next_word, results, today_at
from handlers.complaints.corrected import desks
from handlers.complaints.levels import tell_staff, who_has
from handlers.complaints.weighty import takers_of
from handlers.engine.conversation import Conversation
from handlers.engine.questions import EarlyWords, Option, Pick
from handlers.openings import ToMyComplaint, ToTellingMore
from models.complaints import JUDGED, Complaint, StepKind
from models.letters import Fact, Letter, Lines, Text
from models.people import Person
from models.store import Store
from models.store.chat import files
from models.store.complaints import complaints
from models.store.office import services
from models.triage.places import KnownPlaces
from models.wording import within


@dataclass(frozen=True)
class MoreTold:
    """What is told to a complaint: what comes to it, or what puts it right (`mended`). `desks`: by
    which names places are known."""

    complaint: Complaint
    kind: StepKind
    told: Telling | None = None
    desks: KnownPlaces | None = None


def look(
    store: Store, person: Person, opening: ToTellingMore | None, now: datetime
) -> MoreTold:
    """One of this chat's that is not over."""
    found = own_open(store, person, opening.complaint if opening else 0)
    kind: StepKind = "mended" if opening and opening.way == "mend" else "added"
    return MoreTold(found, kind, desks=desks_of(store, found))


def desks_of(store: Store, one: Complaint) -> KnownPlaces | None:
    """By which names places are known; None of a weighty matter, which the unit does not read."""
    return None if one.is_weighty else desks(services.all_counters(store))


async def ask(more: MoreTold) -> MoreTold:
    """The words, the photos, the place: several, until they are sent."""
    facts: dict[str, Fact] = {"number": more.complaint.number}
    told = await TellAll(f"complaint-{more.kind}", facts=facts)
    told = replace(told, words=told.with_words(await EarlyWords("complaint-beside")))
    await carded(more.complaint, told, is_weighty=is_of_money(more.desks, told.words))
    return MoreTold(more.complaint, more.kind, told)


def is_of_money(known: KnownPlaces | None, words: str) -> bool:
    """Whether the words tell of money or power, and the unit would read them."""
    return known is not None and is_weighty(known, words)


async def carded(one: Complaint, told: Telling, *, is_weighty: bool) -> None:
    """What is told, on a card, before it goes; where it is of money or power, who reads it."""
    send = Option("send", Text("complaint-step-send"))
    facts: dict[str, Fact] = {
        "number": one.number,
        "words": within(told.words, LONGEST_SHOWN),
        "said": "yes" if told.words else "no",
        "weighty": "yes" if is_weighty else "no",
        **counted(told.evidence),
    }
    await Pick("complaint-more-card", options=[send], yes="send", decisive="send", facts=facts)


def keep(store: Store, person: Person, more: MoreTold, now: datetime) -> Letter:
    """It stands in the life of the complaint; what was asked is answered with it."""
    one, told = more.complaint, more.told or Telling()
    day = today_at(store, one.unit_id, now)
    sent = files.there(store, told.evidence)
    complaints.step(store, one, more.kind, day=day, words=told.words, files=sent)
    if one.state == "asked":
        due = due_after(store, one.unit_id, day, "complaint-first")
        complaints.change(store, one, state="taken", due_on=due)
    to = [one.holder_id] if one.holder_id else who_has(store, one, day)
    tell_staff(store, to, one, Text("case-told-more"), now=now)
    facts: dict[str, Fact] = {"number": one.number}
    seen = bool(takers_of(store, [one.unit_id], now).get(one.unit_id))
    waits = () if one.is_weighty else held(sent, seen=seen)
    now_there = complaints.one(store, one.id)
    said = Lines((Text(f"told-{more.kind}", facts), *waits, *next_word(now_there)))
    on = ToTellingMore(one.id, "add").button(Text("button-complaint-add"))
    back = ToMyComplaint(one.id).button(Text("button-complaint-status"))
    to_say = (results(one.id),) if now_there.state in JUDGED else ()
    return Letter((said,), (*to_say, (on, back)))


FORM = Conversation(
    ToTellingMore,
    look,
    ask,
    keep,
    gathers=True,
    takes_files=True,
    uncounted=lambda more: more.complaint.is_weighty,
)
