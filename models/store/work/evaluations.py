"""Self-evaluations of a quarter, and what the superior made of them: every version is kept."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any

from sqlalchemy import exists, func, insert, or_, select, update

from models.evaluations import Appraisal, Evaluation
from models.masking import masked_at_work, masked_sheet
from models.quarter import Quarter
from models.store import Store, of_row
from models.store.people.links import main_post, valid
from models.store.rules.zones import over
from models.store.schema import (
    addresses,
    appraisals,
    dialogues,
    entries,
    evaluations,
    people,
    posts,
    superiors,
    targets,
)


def put(store: Store, evaluation: Evaluation) -> None:
    """Keep a self-evaluation, in place of the one sent before."""
    here = (evaluations.c.person_id == evaluation.person_id) & (
        evaluations.c.quarter == evaluation.quarter.key
    )
    values = {"sheet": masked_sheet(evaluation.sheet()), "sent_on": evaluation.sent_on}
    if not store.execute(update(evaluations).where(here).values(**values)).rowcount:
        key = {"person_id": evaluation.person_id, "quarter": evaluation.quarter.key}
        store.execute(insert(evaluations).values(**key, **values))


def evaluation(store: Store, person_id: int, quarter: Quarter) -> Evaluation | None:
    """The person's self-evaluation of the quarter."""
    here = (evaluations.c.person_id == person_id) & (evaluations.c.quarter == quarter.key)
    row = store.execute(select(evaluations).where(here)).first()
    if row is None:
        return None
    return Evaluation.read(person_id, quarter, row.sheet, sent_on=row.sent_on)


def senders(store: Store, quarter: Quarter, person_ids: Collection[int]) -> frozenset[int]:
    """Which of these people have sent their self-evaluation of the quarter."""
    query = select(evaluations.c.person_id).where(
        evaluations.c.quarter == quarter.key, evaluations.c.person_id.in_(person_ids)
    )
    return frozenset(store.execute(query).scalars())


def had_post(
    store: Store, person_ids: Collection[int], quarter: Quarter
) -> frozenset[int]:
    """Which of these people had a post on some day of the quarter: only theirs can be evaluated."""
    then = main_post(quarter.first_day, quarter.last_day)
    query = select(posts.c.person_id).where(posts.c.person_id.in_(person_ids), then)
    return frozenset(store.execute(query).scalars())


def took_part(
    store: Store, person_ids: Collection[int], quarter: Quarter
) -> frozenset[int]:
    """Which of these people had a post in the quarter and were in Tilik by its end, or did anything
    in it all the same: only of them an evaluation may be missing."""
    then = main_post(quarter.first_day, quarter.last_day)
    query = (
        select(posts.c.person_id)
        .join(people, people.c.id == posts.c.person_id)
        .where(posts.c.person_id.in_(person_ids), then)
        .where(or_(people.c.joined_at < over(quarter.last_day), *_done(people.c.id, quarter)))
    )
    return frozenset(store.execute(query).scalars())


@dataclass(frozen=True)
class Owed:
    """Somebody who works somewhere on a day, whose quarter was kept here and is not rated; and who
    is their superior on that day."""

    id: int
    name: str
    superior_id: int | None


def owed(store: Store, unit_ids: Collection[int], quarter: Quarter, day: date) -> list[Owed]:
    """Those who work in these units on that day and are not rated yet for the quarter, by name."""
    over = (superiors.c.person_id == people.c.id) & valid(superiors, day)
    query = (
        select(people.c.id, people.c.name, superiors.c.superior_id)
        .select_from(
            posts.join(people, people.c.id == posts.c.person_id).outerjoin(superiors, over)
        )
        .where(main_post(day), posts.c.unit_id.in_(unit_ids))
        .where(*_kept(people.c.id, quarter), ~_rated(people.c.id, quarter))
        .order_by(people.c.name, people.c.id)
    )
    return [Owed(*row) for row in store.execute(query)]


def unrated(
    store: Store, person_ids: Collection[int], quarter: Quarter
) -> tuple[frozenset[int], frozenset[int]]:
    """Of whom of these people the quarter was kept here, and who of them is not rated for it."""
    query = select(people.c.id, _rated(people.c.id, quarter).label("rated"))
    here = people.c.id.in_(person_ids)
    rows = store.execute(query.where(here, *_kept(people.c.id, quarter))).all()
    return frozenset(row.id for row in rows), frozenset(row.id for row in rows if not row.rated)


def behind(store: Store, person_ids: Collection[int], before: Quarter) -> Quarter | None:
    """The newest quarter before this one of which anybody's evaluation still waits for a rating."""
    query = select(func.max(evaluations.c.quarter)).where(
        evaluations.c.person_id.in_(person_ids),
        evaluations.c.quarter < before.key,
        ~exists().where(
            appraisals.c.person_id == evaluations.c.person_id,
            appraisals.c.quarter == evaluations.c.quarter,
        ),
    )
    newest = store.execute(query).scalar()
    return None if newest is None else Quarter.parse(newest)


def _rated(person: Any, quarter: Quarter) -> Any:
    return exists().where(appraisals.c.person_id == person, appraisals.c.quarter == quarter.key)


def _kept(person: Any, quarter: Quarter) -> Iterator[Any]:
    """That somebody (of `people`) had a post in the quarter, and that Tilik knows anything of it: a
    quarter from before it came, or before they joined, is nobody's to rate here."""
    then = posts.alias()
    yield exists().where(
        then.c.person_id == person, main_post(quarter.first_day, quarter.last_day, table=then)
    )
    aims = exists().where(targets.c.person_id == person, targets.c.quarter == quarter.key)
    yield or_(aims & (people.c.joined_at < over(quarter.last_day)), *_done(person, quarter))


def _done(person: Any, quarter: Quarter) -> Iterator[Any]:
    """That somebody logged anything in the quarter, evaluated it, or was rated for it."""
    of_day = entries.c.day.between(quarter.first_day, quarter.last_day)
    yield exists().where(entries.c.person_id == person, of_day)
    yield exists().where(evaluations.c.person_id == person, evaluations.c.quarter == quarter.key)
    yield _rated(person, quarter)


def forms(store: Store, person_id: int, *, conversation: str, opening: str) -> list[str]:
    """The answers in this person's unfinished forms of this name, as the engine keeps them."""
    query = (
        select(dialogues.c.answers)
        .join(addresses, addresses.c.id == dialogues.c.address_id)
        .where(addresses.c.person_id == person_id)
        .where(dialogues.c.conversation == conversation, dialogues.c.opening == opening)
    )
    return list(store.execute(query).scalars())


def rate(store: Store, appraisal: Appraisal) -> Appraisal:
    """Keep a rating as the newest version; gives it with its id and version."""
    here = (appraisals.c.person_id == appraisal.person_id) & (
        appraisals.c.quarter == appraisal.quarter.key
    )
    last = store.execute(select(func.max(appraisals.c.version)).where(here)).scalar() or 0
    values = {
        "person_id": appraisal.person_id,
        "quarter": appraisal.quarter.key,
        "version": last + 1,
        "superior_id": appraisal.superior_id,
        "result": appraisal.result,
        "conduct": appraisal.conduct,
        "reason": masked_at_work(appraisal.reason),
        "predikat": appraisal.predikat,
        "rated_on": appraisal.rated_on,
    }
    made = store.execute(insert(appraisals).values(**values).returning(appraisals)).one()
    return _appraisal(made)


def appraisal(store: Store, person_id: int, quarter: Quarter) -> Appraisal | None:
    """The newest rating of the person's quarter."""
    found = appraised(store, quarter, [person_id])
    return found.get(person_id)


def appraised(
    store: Store, quarter: Quarter, person_ids: Collection[int]
) -> dict[int, Appraisal]:
    """The newest rating of the quarter of each of these people who has one."""
    query = (
        select(appraisals)
        .where(appraisals.c.quarter == quarter.key, appraisals.c.person_id.in_(person_ids))
        .order_by(appraisals.c.version)
    )
    return {row.person_id: _appraisal(row) for row in store.execute(query)}


def versions(store: Store, person_id: int, quarter: Quarter) -> tuple[Appraisal, ...]:
    """Every rating of the person's quarter, the first version first."""
    query = (
        select(appraisals)
        .where(appraisals.c.person_id == person_id, appraisals.c.quarter == quarter.key)
        .order_by(appraisals.c.version)
    )
    return tuple(_appraisal(row) for row in store.execute(query))


def latest(store: Store, person_id: int) -> Appraisal | None:
    """The newest rating of the latest quarter of this person that was rated."""
    query = (
        select(appraisals)
        .where(appraisals.c.person_id == person_id)
        .order_by(appraisals.c.quarter.desc(), appraisals.c.version.desc())
        .limit(1)
    )
    row = store.execute(query).first()
    return None if row is None else _appraisal(row)


def appraisal_by_id(store: Store, appraisal_id: int) -> Appraisal | None:
    """One rating."""
    row = store.execute(select(appraisals).where(appraisals.c.id == appraisal_id)).first()
    return None if row is None else _appraisal(row)


def receive(store: Store, appraisal_id: int, day: date) -> None:
    """The person has confirmed that they received the rating; the first time counts."""
    here = (appraisals.c.id == appraisal_id) & appraisals.c.received_on.is_(None)
    store.execute(update(appraisals).where(here).values(received_on=day))


def reply(store: Store, appraisal_id: int, words: str) -> None:
    """Keep what the person answers to the rating."""
    here = appraisals.c.id == appraisal_id
    store.execute(update(appraisals).where(here).values(reply=masked_at_work(words)))


def _appraisal(row: Any) -> Appraisal:
    return of_row(Appraisal, row, quarter=Quarter.parse(row.quarter))
