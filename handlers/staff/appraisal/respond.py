"""Tanggapan: what a civil servant answers to the rating of their quarter."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

from handlers.engine.conversation import Conversation
from handlers.engine.manifest import Cost, Manifest
from handlers.engine.questions import Noted, Option, Pick, Write
from handlers.openings import ToRecord, ToReply, ToResult
from handlers.staff.appraisal import own_newest, today_of
from handlers.words.figures import quarter_name
from models.evaluations import Appraisal
from models.letters import Fact, Letter, Text
from models.people import Person
from models.refused import Refused
from models.store import Store
from models.store.letters import letters
from models.store.oversight.looks import note_deed
from models.store.people import posts
from models.store.work import evaluations

LONGEST_REPLY = 1000


@dataclass(frozen=True)
class Rated:
    """The rating that is answered, and the day it is."""

    appraisal: Appraisal
    today: date


@dataclass(frozen=True)
class Reply:
    """Words for one version of the rating: the one that was read when they were written."""

    rated: Rated
    appraisal_id: int
    words: str


def look(store: Store, person: Person, opening: ToReply | None, now: datetime) -> Rated:
    """One's own newest rating (of the quarter in the opening); any other is refused alike."""
    if opening is None:
        raise Refused(Text("hasil-none"))
    return Rated(own_newest(store, person, opening.quarter), today_of(store, person, now))


async def ask(rated: Rated) -> Reply:
    """The answer; what was answered before is offered. It is sent once its card was confirmed."""
    one = rated.appraisal
    number = await Noted("tanggapan-to", value=one.id)
    facts = {
        "quarter": quarter_name(one.quarter),
        "predikat": Text(f"predikat-{one.predikat}"),
    }
    words = await Write("tanggapan-words", facts=facts, suggestion=one.reply, longest=LONGEST_REPLY)
    send = Option("send", Text("button-send"))
    shown: dict[str, Fact] = {"quarter": quarter_name(one.quarter), "words": words}
    await Pick("tanggapan-card", options=[send], yes="send", decisive="send", facts=shown)
    return Reply(rated, number, words)


def keep(store: Store, person: Person, reply: Reply, now: datetime) -> Letter:
    """Keep the answer with the rating, and tell who gave it, where they are still in office."""
    evaluations.reply(store, reply.appraisal_id, reply.words)
    note_deed(store, person, "reply", person.id, now=now, appraisal=reply.appraisal_id)
    newest, today = reply.rated.appraisal, reply.rated.today
    one = evaluations.appraisal_by_id(store, reply.appraisal_id) or newest
    quarter = quarter_name(one.quarter)
    facts: dict[str, Fact] = {"name": person.name or "", "quarter": quarter, "words": reply.words}
    record = ToRecord(one.person_id, one.quarter).button(Text("evaluasi-open"))
    still = posts.superior_of(store, one.person_id, today) == one.superior_id
    news = Letter(
        (Text("tanggapan-news" if still else "tanggapan-news-former", facts),),
        ((record,),) if still else (),
    )
    in_office = posts.post_of(store, one.superior_id, today) is not None
    reached = in_office and letters.tell(store, one.superior_id, news, now=now)
    kept = Text("tanggapan-kept" if reached else "tanggapan-kept-only", {"quarter": quarter})
    back = ToResult(one.quarter).button_below(Text("hasil-open"))
    return Letter((kept,), ((back,),))


CONVERSATION = Conversation(
    ToReply,
    look,
    ask,
    keep,
    manifest=Manifest(
        serves="staff",
        menu=None,
        help=None,
        cost=Cost(3, 3, 3, after=("triwulan", "penilaian")),
    ),
)
