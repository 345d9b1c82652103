"""Complaints: filed, found, and what happens to them."""

from __future__ import annotations

from base64 import b64decode, b64encode
from collections.abc import Collection, Mapping, Sequence
from dataclasses import asdict, replace
from datetime import date
from typing import Any, NamedTuple

from sqlalchemy import bindparam, func, insert, select, update

from models.complaints import (
    OPEN,
    Complaint,
    ComplaintKind,
    ComplaintStep,
    Evidence,
    Same,
    StepKind,
    ToldMatter,
    new_number,
)
from models.letters import File
from models.masking import masked
from models.sealing import NONCE, sealed, unsealed
from models.store import Store, dice_of, keys_of, of_row
from models.store.chat import files as sent_files
from models.store.chat.veil import VEILED
from models.store.engine.prepared import Prepared
from models.store.schema import complaint_steps, complaints, people

_MATTER = tuple(getattr(complaints.c, name) for name in ToldMatter._fields)
_ALIKE = (
    select(*_MATTER, func.min(complaints.c.id).label("first"), func.count().label("others"))
    .where(
        complaints.c.closed_on.is_(None),
        complaints.c.said_on >= bindparam("of_since"),
        complaints.c.kind != "weighty",
        complaints.c.again.is_(False),
    )
    .group_by(*_MATTER)
    .having(func.count() >= bindparam("of_least"))
)

_ALIKE_READY = Prepared(_ALIKE)
_ONE = Prepared(select(complaints).where(complaints.c.id == bindparam("of_id")))
_BY_NUMBER = Prepared(select(complaints).where(complaints.c.number == bindparam("of_number")))
_STEP = Prepared(insert(complaint_steps))
_FILE = Prepared(insert(complaints).returning(complaints))
_BLANK: Mapping[str, Any] = {
    **{column.name: None for column in complaints.c if column.nullable},
    "reopened": 0,
    "again": False,
}
"""What a complaint has of which nothing is said yet."""


class AnsweredComplaint(NamedTuple):
    """Of which unit and kind a complaint is, and on which days it was said and first answered."""

    unit_id: int
    kind: ComplaintKind
    said_on: date
    answered_on: date | None


def file(store: Store, **columns: Any) -> Complaint:
    """Write a new complaint down under a number of its own; `columns` are those of `complaints`."""
    while True:
        number = new_number(dice_of(store))
        if by_number(store, number) is None:
            break
    row = _FILE.first(store, {**_BLANK, "number": number, "state": "new", **columns})
    return of_row(Complaint, row)


def one(store: Store, complaint_id: int) -> Complaint:
    """The complaint of this id. Raises LookupError."""
    row = _ONE.first(store, {"of_id": complaint_id})
    if row is None:
        raise LookupError(f"no complaint {complaint_id}")
    return of_row(Complaint, row)


def by_number(store: Store, number: str) -> Complaint | None:
    """The complaint of a number that somebody names."""
    row = _BY_NUMBER.first(store, {"of_number": number})
    return None if row is None else of_row(Complaint, row)


def these(store: Store, ids: Collection[int]) -> list[Complaint]:
    """The complaints of these ids, the newest first."""
    return _found(store, complaints.c.id.in_(ids))[::-1]


def waiting(
    store: Store, *, units: Collection[int], overseen: Collection[int], holder_id: int | None
) -> list[Complaint]:
    """What is open for somebody, the oldest first: of the units whose complaints they have, the
    weighty ones of those they oversee, and what they work on themselves."""
    ordinary = complaints.c.unit_id.in_(units) & (complaints.c.kind != "weighty")
    weighty = complaints.c.unit_id.in_(overseen) & (complaints.c.kind == "weighty")
    mine = complaints.c.holder_id == holder_id if holder_id is not None else ordinary
    return _found(store, complaints.c.state.in_(OPEN), ordinary | weighty | mine)


def due(store: Store, *, before: date) -> list[Complaint]:
    """What is open and whose day comes before this one, the oldest first."""
    return _found(store, complaints.c.closed_on.is_(None), complaints.c.due_on < before)


def outside(store: Store, units: Collection[int]) -> list[Complaint]:
    """What these units have handed on to the state's own channel and is open, the oldest first;
    nothing weighty."""
    there = complaints.c.outside.is_not(None) & complaints.c.unit_id.in_(units)
    ordinary = complaints.c.kind != "weighty"
    return _found(store, there, ordinary, complaints.c.state.in_(OPEN))


def cared(store: Store, unit_id: int, first: date, last: date) -> dict[int, int]:
    """How citizens found the handling of what this very unit closed in these days: how many said
    each of 1 to 4. Of the unit alone: what lies below it has figures of its own, and nobody reads
    a difference."""
    here = (complaints.c.unit_id == unit_id) & complaints.c.care.is_not(None)
    query = select(complaints.c.care, func.count()).group_by(complaints.c.care)
    rows = store.execute(query.where(here, complaints.c.closed_on.between(first, last)))
    return {int(care): int(count) for care, count in rows}


def answered_when(
    store: Store, unit_ids: Collection[int], first: date, last: date
) -> list[AnsweredComplaint]:
    """What citizens of these units have said in these days and not taken back, and when the first
    result was shown to them. Nothing of what is weighty: that is the oversight team's alone."""
    query = (
        select(
            complaints.c.unit_id,
            complaints.c.kind,
            complaints.c.said_on,
            func.min(complaint_steps.c.day),
        )
        .outerjoin(
            complaint_steps,
            (complaint_steps.c.complaint_id == complaints.c.id)
            & (complaint_steps.c.kind == "proof"),
        )
        .where(complaints.c.unit_id.in_(unit_ids), complaints.c.said_on.between(first, last))
        .where(complaints.c.kind != "weighty", complaints.c.state != "withdrawn")
        .group_by(complaints.c.id, complaints.c.unit_id, complaints.c.kind, complaints.c.said_on)
        .order_by(complaints.c.id)
    )
    return [AnsweredComplaint(*row) for row in store.execute(query)]


def seal_words(store: Store, complaint: Complaint) -> None:
    """Seal all that has been said of a complaint that has become weighty, and where it was."""
    mine = complaint_steps.c.complaint_id == complaint.id
    columns = (complaint_steps.c.id, complaint_steps.c.words, complaint_steps.c.files)
    for row in store.execute(select(*columns).where(mine)).all():
        files = [_as_kept(store, complaint, Evidence(**one)) for one in row.files]
        kept: dict[str, Any] = {"files": files}
        if row.words is not None:
            kept |= {"words": None, "sealed": _sealed(store, complaint, row.words)}
        here = complaint_steps.c.id == row.id
        store.execute(update(complaint_steps).where(here).values(**kept))


def alike(
    store: Store, *, since: date, least: int, own: Collection[int] = ()
) -> Mapping[ToldMatter, Same]:
    """What is open at one place from at least so many others than who has these: nothing that is
    weighty, nobody's words, and nobody counted twice."""
    asked = {"of_since": since, "of_least": least}
    if own:
        rows = store.execute(_ALIKE.where(complaints.c.id.not_in(own)), asked).all()
    else:
        rows = _ALIKE_READY.all(store, asked)
    return {ToldMatter(*row[:4]): Same(row.first, row.others) for row in rows}


def change(store: Store, complaint: Complaint, **columns: Any) -> bool:
    """Change columns of a complaint; False where it stands otherwise than it was read."""
    here = (complaints.c.id == complaint.id) & (complaints.c.state == complaint.state)
    return bool(store.execute(update(complaints).where(here).values(**columns)).rowcount)


def step(
    store: Store,
    complaint: Complaint,
    kind: StepKind,
    *,
    day: date,
    by_id: int | None = None,
    words: str | None = None,
    files: Sequence[File] = (),
) -> None:
    """Add to the life of a complaint. The words of a weighty one are sealed as they are, all others
    are masked. No file leads to the chat that it came from any more, where a citizen sent it."""
    row: dict[str, Any] = {
        "complaint_id": complaint.id,
        "kind": kind,
        "day": day,
        "by_id": by_id,
        "words": masked(words) if words and not complaint.is_weighty else None,
        "sealed": _sealed(store, complaint, words) if words and complaint.is_weighty else None,
        "files": [_as_kept(store, complaint, one) for one in files],
    }
    _STEP.run(store, row)
    sent_files.use(store, files)
    if by_id is None:
        sent_files.untie(store, files)


def steps(store: Store, complaint: Complaint) -> list[ComplaintStep]:
    """The life of a complaint, in its order, with what was sealed: who may read it, the caller has
    asked. What was sealed and is weighty no longer is masked like all else."""
    mine = complaint_steps.c.complaint_id == complaint.id
    query = (
        select(complaint_steps, people.c.name)
        .select_from(
            complaint_steps.outerjoin(people, people.c.id == complaint_steps.c.by_id)
        )
        .where(mine)
        .order_by(complaint_steps.c.id)
    )
    return [_step(store, complaint, row) for row in store.execute(query)]


def files_of_day(store: Store, ids: Collection[int], day: date) -> int:
    """How many files citizens have sent to these that day."""
    here = complaint_steps.c.complaint_id.in_(ids) & (complaint_steps.c.day == day)
    here &= complaint_steps.c.by_id.is_(None)
    found = store.execute(select(complaint_steps.c.files).where(here)).scalars()
    return sum(len(files) for files in found)


def _step(store: Store, complaint: Complaint, row: Any) -> ComplaintStep:
    words = row.words
    if row.sealed is not None:
        words = _unsealed(store, complaint, bytes(row.sealed))
        words = words if complaint.is_weighty else masked(words)
    evidence = tuple(_as_sent(store, complaint, one) for one in row.files)
    return ComplaintStep(row.kind, row.day, row.by_id, words, evidence, row.name)


def _sealed(store: Store, complaint: Complaint, words: str) -> bytes:
    nonce, key = dice_of(store).draw(NONCE), keys_of(store).of("complaints")
    return sealed(key, words.encode(), place=complaint.number, nonce=nonce)


def _unsealed(store: Store, complaint: Complaint, kept: bytes) -> str:
    key = keys_of(store).of("complaints")
    return unsealed(key, kept, place=complaint.number).decode()


def _as_kept(store: Store, complaint: Complaint, file: File) -> dict[str, Any]:
    """A file as it is written down: of what is weighty, a place on the map is sealed like words."""
    kept = asdict(file)
    if file.kind == "link" and complaint.is_weighty and not file.file.startswith(VEILED):
        kept["file"] = VEILED + b64encode(_sealed(store, complaint, file.file)).decode()
    return kept


def _as_sent(store: Store, complaint: Complaint, kept: dict[str, Any]) -> Evidence:
    file = Evidence(**kept)
    if not file.file.startswith(VEILED):
        return file
    there = _unsealed(store, complaint, b64decode(file.file[len(VEILED) :]))
    return replace(file, file=there)


def _found(store: Store, *where: Any) -> list[Complaint]:
    query = select(complaints).where(*where).order_by(complaints.c.said_on, complaints.c.id)
    return [of_row(Complaint, row) for row in store.execute(query)]
