"""Stamps: when and by whom a link between people, posts, units or teams is changed."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any, TypeAlias

from models.store import Store
from models.store.oversight.trail import Actor, Note, note

What: TypeAlias = Mapping[str, Any]


@dataclass(frozen=True)
class Stamp:
    """When (an aware instant), on which day there, and by whom: a person's number, or None.

    None is whoever runs the machine, or the clock, as `actor` says.
    """

    at: datetime
    day: date
    by: int | None = None
    actor: Actor = "operator"


def stamped(
    store: Store,
    stamp: Stamp | None,
    deed: str,
    about: Mapping[int, What] | Mapping[None, What] | Mapping[int | None, What],
) -> None:
    """Note the deed in the trail for each of these people (None: nobody); nothing without a stamp.

    What is noted are numbers, keys and days, never names: the trail is kept for ever.
    """
    if stamp is None:
        return
    actor: Actor = stamp.actor if stamp.by is None else "person"
    note(
        store,
        *(
            Note(deed, stamp.at, stamp.day, by=stamp.by, about=person, what=what, actor=actor)
            for person, what in about.items()
        ),
    )
