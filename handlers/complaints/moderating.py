"""One photo, document or voice of a complaint: whether somebody decides on it, or may hear it; and
what could not be kept."""

from __future__ import annotations

from datetime import datetime

from handlers.complaints import news_letter, undecided
from models.letters import Text
from models.people import Person
from models.refused import Refused
from models.rights import units_overseen
from models.store import Store
from models.store.complaints import complaints, evidence, reporters
from models.store.complaints.evidence import SentEvidence


def check_overseer(person: Person) -> None:
    """Refused to who oversees nothing."""
    if not units_overseen(person):
        raise Refused(Text("ditahan-not-yours"))


def sent_file(
    store: Store, person: Person, step: int, piece: int, *, voice: bool
) -> SentEvidence:
    """One that this person decides on, or, a voice, may hear; one elsewhere, one of the other sort
    and none are refused alike."""
    check_overseer(person)
    sent = evidence.one(store, undecided.units(store, person), step, piece)
    if sent is None or (sent.file.kind == "voice") is not voice:
        raise Refused(Text("ditahan-gone"))
    if undecided.is_own(store, person, sent.complaint_id):
        raise Refused(Text("ditahan-gone"))
    return sent


def tell_of_lost(store: Store, file: str, why: Text, *, now: datetime) -> None:
    """Tell who complains, through the seal, that this could not be kept, and why."""
    found = evidence.withhold(store, file)
    if found is not None:
        one = complaints.one(store, found)
        reporters.tell(store, one.seal, news_letter(one, why), now=now)
