"""What citizens sent along with a complaint, and waits for a moderator to say whether who handles
it may see it."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any

from sqlalchemy import String, cast, select, update

from models.complaints import Evidence, EvidenceState
from models.store import Store
from models.store.schema import complaint_steps, complaints


@dataclass(frozen=True)
class SentEvidence:
    """One file of a step, the how-manieth of it, and the complaint that it belongs to."""

    step_id: int
    piece: int
    file: Evidence
    complaint_id: int
    number: str
    unit_id: int
    day: date


def held(store: Store, unit_ids: Collection[int]) -> list[SentEvidence]:
    """What waits in complaints of these units that are still open, the oldest first. What is
    weighty the oversight team has itself."""
    waits = cast(complaint_steps.c.files, String).contains('"held"')
    query = _sent(unit_ids).where(waits, complaints.c.closed_on.is_(None))
    return [one for one in _found(store, query) if one.file.state == "held"]


def one(
    store: Store, unit_ids: Collection[int], step_id: int, piece: int
) -> SentEvidence | None:
    """One of them, however it stands."""
    query = _sent(unit_ids).where(complaint_steps.c.id == step_id)
    return next((one for one in _found(store, query) if one.piece == piece), None)


def decide(store: Store, sent: SentEvidence, state: EvidenceState) -> bool:
    """Let who handles it see it, or not; False where it stands otherwise than it was read."""
    here = complaint_steps.c.id == sent.step_id
    query = select(complaint_steps.c.files).where(here).with_for_update()
    files = list(store.execute(query).scalar() or [])
    if len(files) < sent.piece or Evidence(**files[sent.piece - 1]) != sent.file:
        return False
    files[sent.piece - 1] = {**files[sent.piece - 1], "state": state}
    return bool(store.execute(update(complaint_steps).where(here).values(files=files)).rowcount)


def withhold(store: Store, file: str) -> int | None:
    """A file could not be kept: nobody waits for it any more. Gives the complaint that it belongs
    to; None where it belongs to none."""
    named = cast(complaint_steps.c.files, String).contains(f'"{file}"', autoescape=True)
    query = select(complaint_steps.c.id, complaint_steps.c.complaint_id, complaint_steps.c.files)
    row = store.execute(query.where(named).with_for_update()).first()
    if row is None:
        return None
    kept = [{**one, "state": "withheld"} if one["file"] == file else one for one in row.files]
    here = complaint_steps.c.id == row.id
    store.execute(update(complaint_steps).where(here).values(files=kept))
    return int(row.complaint_id)


def _sent(unit_ids: Collection[int]) -> Any:
    columns = (complaints.c.id.label("complaint"), complaints.c.number, complaints.c.unit_id)
    return (
        select(complaint_steps.c.id, complaint_steps.c.day, complaint_steps.c.files, *columns)
        .join(complaints, complaints.c.id == complaint_steps.c.complaint_id)
        .where(complaints.c.unit_id.in_(unit_ids), complaints.c.kind != "weighty")
        .where(complaint_steps.c.by_id.is_(None))
        .order_by(complaint_steps.c.id)
    )


def _found(store: Store, query: Any) -> Iterator[SentEvidence]:
    for row in store.execute(query):
        for piece, kept in enumerate(row.files, start=1):
            file = Evidence(**kept)
            about = (row.complaint, row.number, row.unit_id)
            yield SentEvidence(row.id, piece, file, *about, row.day)
