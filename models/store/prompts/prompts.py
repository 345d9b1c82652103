"""Prompts: when Tilik speaks first. One row each, under a key that planning twice cannot double."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from typing import Literal, TypeAlias

from sqlalchemy import select, update

from models.campaigns import Due
from models.letters import Letter
from models.people import Address
from models.store import Store, either, of_row
from models.store.letters import letters
from models.store.schema import people, prompts

Lane: TypeAlias = Literal["own", "team", "hr"]
"""One prompt a day about a person's own work, one about those they lead, one about the office."""
OF_USE = timedelta(hours=4)
"""How long after it was planned a prompt may go out, where the planner does not say."""
State: TypeAlias = Literal["waiting", "sent", "arrived", "unknown", "undone"]
"""unknown: nobody can say whether it arrived; undone: it has certainly not, and never will.

arrived: the platform has told so; where none tells, it stays at sent.
"""
_BEFORE: dict[State, tuple[State, ...]] = {
    "unknown": ("waiting",),
    "sent": ("waiting", "unknown"),
    "arrived": ("waiting", "unknown", "sent", "undone"),
    "undone": ("waiting", "unknown", "sent"),
}
"""What each may follow: what a platform tells comes in any order, and a prompt moves only on."""


@dataclass(frozen=True)
class PlannedPrompt:
    """One prompt and how it ended."""

    id: int
    campaign: str
    kind: str
    person_id: int
    name: str
    day: date
    state: State


def write(
    store: Store,
    due: Due,
    address: Address,
    letter: Letter,
    *,
    lane: Lane,
    now: datetime,
    until: datetime | None = None,
) -> bool:
    """Plan a prompt and write its letter, in one; False where it is planned already.

    Also False where another prompt of this lane has the person's day. From `until` on (four hours
    from `now`, where it is not given) it is of no use and does not go out. ValueError for an
    address that is nobody's.
    """
    number = _planned(store, due, address, lane=lane, now=now, until=until, state="waiting")
    if number is None:
        return False
    prompt = replace(letter, kind="prompt")
    letters.write(store, address, prompt, now=now, prompt_id=number, carried=timedelta())
    return True


def told_beside(
    store: Store, due: Due, address: Address, *, lane: Lane, now: datetime, until: datetime
) -> bool:
    """Write down a prompt that goes in the letter of another one; False where it is planned
    already, or another of its lane has the person's day."""
    return _planned(store, due, address, lane=lane, now=now, until=until, state="sent") is not None


def _planned(
    store: Store,
    due: Due,
    address: Address,
    *,
    lane: Lane,
    now: datetime,
    until: datetime | None,
    state: State,
) -> int | None:
    if address.person_id is None:
        raise ValueError("a prompt goes to a person")
    row = {
        "campaign": due.campaign,
        "person_id": address.person_id,
        "kind": due.kind,
        "lane": lane,
        "day": due.day,
        "state": state,
        "until": until or now + OF_USE,
        "planned_at": now,
        "settled_at": None if state == "waiting" else now,
    }
    number: int | None = store.execute(_PLAN[store.dialect.name].values(**row)).scalar()
    return number


def keys(store: Store, campaign: str, kind: str) -> set[int]:
    """Who has had this prompt, on whatever day."""
    here = (prompts.c.campaign == campaign) & (prompts.c.kind == kind)
    return set(store.execute(select(prompts.c.person_id).where(here)).scalars())


def settle(
    store: Store, ids: Sequence[int], state: State, *, now: datetime, why: str | None = None
) -> None:
    """Say how these prompts ended, and `why`, in a word; what is settled further stays so."""
    here = prompts.c.id.in_(ids) & prompts.c.state.in_(_BEFORE[state])
    store.execute(update(prompts).where(here).values(state=state, settled_at=now, why=why))


def open_again(store: Store, number: int) -> None:
    """The platform tells that what it has taken did not arrive: the prompt has not been sent."""
    here = (prompts.c.id == number) & prompts.c.state.in_(("sent", "unknown"))
    store.execute(update(prompts).where(here).values(state="waiting", settled_at=None))


def unknown(store: Store) -> list[PlannedPrompt]:
    """The prompts of which nobody can say whether they arrived, in the order of planning."""
    query = (
        select(prompts, people.c.name)
        .join(people, people.c.id == prompts.c.person_id)
        .where(prompts.c.state == "unknown")
        .order_by(prompts.c.id)
    )
    return [of_row(PlannedPrompt, row) for row in store.execute(query)]


_PLAN = either(lambda insert: insert(prompts).on_conflict_do_nothing().returning(prompts.c.id))
