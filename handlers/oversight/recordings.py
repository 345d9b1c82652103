"""Suara: a voice is an identity, so the oversight team alone hears it, and writes down what it
says; that is what the unit and the citizen read.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from handlers.complaints import news_letter, today_at
from handlers.complaints.levels import tell_staff, who_has
from handlers.complaints.moderating import sent_file
from handlers.complaints.moving import moved
from handlers.engine.conversation import Conversation
from handlers.engine.questions import Option, Pick, Write
from handlers.engine.topic import AtOnce
from handlers.openings import ToHearingVoice, ToHeldFile, ToVoiceIsWeighty, ToWritingVoice
from models.letters import Button, Fact, Letter, Text
from models.masking import masked
from models.people import Person
from models.refused import Refused
from models.store import Store
from models.store.complaints import complaints, evidence, reporters
from models.store.complaints.evidence import SentEvidence
from models.store.oversight.looks import note_deed

LONGEST_LINE = 600


@dataclass(frozen=True)
class Transcript:
    """A voice, and what it says in the words of who has heard it."""

    sent: SentEvidence
    line: str


def look(
    store: Store, person: Person, opening: ToHearingVoice | None, now: datetime
) -> SentEvidence:
    """A voice of a complaint in the units that this person oversees."""
    if opening is None:
        raise Refused(Text("ditahan-gone"))
    return sent_file(store, person, opening.step, opening.piece, voice=True)


def look_at_line(
    store: Store, person: Person, opening: ToWritingVoice | None, now: datetime
) -> SentEvidence:
    """One of which nobody has written yet what it says."""
    return _waiting(store, person, opening)


def look_at_weighty(
    store: Store, person: Person, opening: ToVoiceIsWeighty | None, now: datetime
) -> SentEvidence:
    """The same."""
    return _waiting(store, person, opening)


def hear(store: Store, person: Person, sent: SentEvidence, now: datetime) -> Letter:
    """The voice itself, and that it was heard in the trail."""
    _noted(store, person, sent, now, state="heard")
    facts: dict[str, Fact] = {"number": sent.number}
    return Letter((Text("held-voice-heard", facts),), (*ways(sent), (_onward(),)), file=sent.file)


async def ask(sent: SentEvidence) -> Transcript:
    """What it says, in one line; it goes once its card was confirmed."""
    facts: dict[str, Fact] = {"number": sent.number}
    line = await Write("voice-line", longest=LONGEST_LINE, facts=facts)
    send, card = Option("send", Text("button-send")), {**facts, "words": masked(line)}
    await Pick("voice-card", options=[send], yes="send", decisive="send", facts=card)
    return Transcript(sent, line)


def keep(store: Store, person: Person, said: Transcript, now: datetime) -> Letter:
    """The line stands in the life of the complaint; who handles it and who complains are told."""
    sent = said.sent
    if not evidence.decide(store, sent, "shown"):
        return _settled()
    _noted(store, person, sent, now, state="shown")
    one = complaints.one(store, sent.complaint_id)
    day = today_at(store, one.unit_id, now)
    complaints.step(store, one, "voice", day=day, by_id=person.id, words=said.line)
    to = [one.holder_id] if one.holder_id else who_has(store, one, day)
    tell_staff(store, to, one, Text("case-voice"), now=now)
    told = Text("told-complaint-voice", {"words": masked(said.line)})
    reporters.tell(store, one.seal, news_letter(one, told), now=now)
    return Letter((Text("voice-line-done", {"number": one.number}),), ((_onward(),),))


def keep_weighty(store: Store, person: Person, sent: SentEvidence, now: datetime) -> Letter:
    """What is told there is the oversight team's: the unit reads nothing of it any more."""
    one = complaints.one(store, sent.complaint_id)
    due = moved(store, person.id, one, "weighty", now=now) if one.is_open else None
    if due is None:
        return _settled()
    facts: dict[str, Fact] = {"number": one.number, "due": due}
    return Letter((Text("voice-weighty-done", facts),), ((_onward(),),))


def ways(sent: SentEvidence) -> tuple[tuple[Button, ...], ...]:
    """What can be done with a voice: it is heard first; then what it says is written, or that it
    is the team's own."""
    if sent.file.state != "held":
        return ()
    at = (sent.step_id, sent.piece)
    return (
        (ToWritingVoice(*at).button(Text("button-voice-line")),),
        (ToVoiceIsWeighty(*at).button(Text("button-voice-weighty")),),
    )


def to_hear(sent: SentEvidence) -> Button:
    """The way to the voice itself."""
    return ToHearingVoice(sent.step_id, sent.piece).button(Text("button-voice-hear"))


PARTS = (
    AtOnce(ToHearingVoice, look, hear),
    Conversation(ToWritingVoice, look_at_line, ask, keep),
    AtOnce(ToVoiceIsWeighty, look_at_weighty, keep_weighty),
)


def _waiting(
    store: Store, person: Person, opening: ToWritingVoice | ToVoiceIsWeighty | None
) -> SentEvidence:
    if opening is None:
        raise Refused(Text("ditahan-gone"))
    sent = sent_file(store, person, opening.step, opening.piece, voice=True)
    if sent.file.state != "held":
        raise Refused(Text("held-file-settled"), buttons=((_onward(),),))
    return sent


def _noted(store: Store, person: Person, sent: SentEvidence, now: datetime, *, state: str) -> None:
    what = {"complaint": sent.complaint_id, "step": sent.step_id, "piece": sent.piece}
    note_deed(store, person, "voice", None, now=now, **what, state=state)


def _onward() -> Button:
    return ToHeldFile().button(Text("button-held-files-next"))


def _settled() -> Letter:
    return Letter((Text("held-file-settled"),), ((_onward(),),))
