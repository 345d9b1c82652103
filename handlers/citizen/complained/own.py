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


def newest_open(store: Store, person: Person) -> Complaint | None:
    """Of this chat's that are not over the one that waits for the citizen's word, else the newest.
    """
    ids = reporters.tied(store, person.address)
    found = [one for one in complaints.these(store, ids) if one.is_open] if ids else []
    return next((one for one in found if waits(one)), found[0] if found else None)


def waits(one: Complaint) -> bool:
    """Whether it waits for the citizen's word."""
    return one.state in (*OF_CITIZEN, *JUDGED)
