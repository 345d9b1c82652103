"""What waits for a second person: a change that somebody in the office asks for, and who is told.

A change is kept like a file: shown to the second person as from what to what, done when they agree.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from hashlib import sha256
from typing import Any, cast

from handlers.office.imports.rights import Seconds, seconds_of
from handlers.office.imports.words import second_letter, waiting_letter
from models.calendar import local
from models.intakes import ChangeKind, Preview
from models.letters import Button, Letter, Text
from models.store import Store
from models.store.intake import intakes
from models.store.intake.intakes import Intake
from models.store.letters import letters
from models.store.oversight.stamps import Stamp, stamped
from models.store.people import people
from models.store.rules import zones


@dataclass(frozen=True)
class OfficeChange:
    """What is to be otherwise: `what` as JSON, `line` from what to what, the units it concerns
    (None: the whole office), and whom it is `about`, if it is one person."""

    kind: ChangeKind
    what: Mapping[str, Any]
    line: Text
    units: frozenset[int | None] = frozenset((None,))
    about: int | None = None


def propose(store: Store, change: OfficeChange, *, by: int | None, now: datetime) -> Intake | None:
    """Have the change wait, and ask who may agree; the same one waits once.

    None where nothing waits: whoever runs the machine asks (`by` None), and nobody has joined to
    whom it could go.
    """
    content = json.dumps(change.what, sort_keys=True).encode()
    digest = sha256(change.kind.encode() + content).hexdigest()
    units = change.units
    preview = Preview(0, 1, 0, 0, (change.line,), digest, units, units, change.about)
    if by is None and not seconds_of(store, preview, given_by=by, now=now).any_joined:
        return None
    known = [one for one in intakes.waiting(store) if (one.digest, one.given_by) == (digest, by)]
    if known:
        return known[0]
    number = intakes.add(
        store,
        change.kind,
        "",
        content=content,
        digest=digest,
        preview=preview,
        needs_second=True,
        given_by=by,
        now=now,
        state="waiting",
    )
    one = asked(store, number, now=now)
    note_state(store, one, "waiting", by=by, now=now)
    return one


def asked(store: Store, number: int, *, now: datetime) -> Intake:
    """What now waits under this number, with whoever may agree to it told so."""
    return _told(store, cast(Intake, intakes.intake(store, number)), now)


def unasked(store: Store, now: datetime) -> bool:
    """Whether anything waits of which nobody was told who may agree to it by now."""
    return any(_is_unasked(store, one, now) for one in intakes.waiting(store))


def ask_again(store: Store, now: datetime) -> None:
    """Tell who may agree by now of what waits: it could be told to nobody before, or only to those
    who may no longer."""
    for one in intakes.lock_waiting(store):
        if _is_unasked(store, one, now):
            _told(store, one, now)


def _is_unasked(store: Store, one: Intake, now: datetime) -> bool:
    able = set(_seconds(store, one, now).asked)
    return bool(able) and able.isdisjoint(one.preview.asked)


def _seconds(store: Store, one: Intake, now: datetime) -> Seconds:
    return seconds_of(store, one.preview, given_by=one.given_by, now=now)


def _told(store: Store, one: Intake, now: datetime) -> Intake:
    seconds = _seconds(store, one, now)
    letter = second_letter(one, giver(store, one))
    for number in seconds.asked:
        letters.tell(store, number, letter, now=now)
    return intakes.ask(store, one, seconds.asked)


def giver(store: Store, one: Intake) -> str | Text:
    """Who has brought it or asks for it, in words."""
    return people.name_of(store, one.given_by) if one.given_by else Text("impor-operator")


def waits(store: Store, one: Intake, *ways: Button, now: datetime) -> Letter:
    """That it waits, and who must join first where nobody can agree to it yet."""
    return waiting_letter(one, lacking(store, _seconds(store, one, now)), ways)


def lacking(store: Store, seconds: Seconds) -> Text | None:
    """Who must join or be vouched for before anybody can agree; None where somebody can."""
    if seconds.asked:
        return None
    names, absent, who = (
        ", ".join(people.name_of(store, number) for number in several[:NAMED])
        for several in (seconds.unproven, seconds.absent, seconds.provers)
    )
    if who or (names and not absent):
        return Text("second-unproven" if who else "second-code", {"names": names, "who": who})
    return Text("second-absent", {"names": absent}) if absent else Text("second-none")


def note_state(
    store: Store, one: Intake, state: str, *, by: int | None, now: datetime
) -> None:
    """Note in the trail what has become of it."""
    day = local(now, zones.zone_of(store, by or 0, now)).date()
    what = {"number": one.id, "kind": one.kind, "state": state}
    stamped(store, Stamp(now, day, by), "intake", {None: what})


NAMED = 5
"""So many are named of those who would have to join."""
