"""Which complaints are a chat's own: asked on every look, also behind a button."""

from __future__ import annotations

from models.complaints import JUDGED, OF_CITIZEN, Complaint
from models.letters import Text
from models.people import Person
from models.refused import Refused
from models.store import Store
from models.store.complaints import complaints, reporters


def own(store: Store, person: Person, complaint_id: int) -> Complaint:
    """A complaint of this chat's. Refused where it is another's, or there is none."""
    if complaint_id not in reporters.tied(store, person.address):
        raise Refused(Text("complaint-gone"))
    return complaints.one(store, complaint_id)


def own_open(store: Store, person: Person, complaint_id: int) -> Complaint:
    """The same, where it is not over."""
    found = own(store, person, complaint_id)
    if not found.is_open:
        raise Refused(Text("complaint-over", {"number": found.number}))
    return found


def waiting(store: Store, person: Person) -> Complaint | None:
    """The newest of this chat's that waits for the citizen's word."""
    ids = reporters.tied(store, person.address)
    found = complaints.these(store, ids) if ids else []
    return next((one for one in found if one.state in (*OF_CITIZEN, *JUDGED)), None)
