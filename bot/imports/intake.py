"""A file of the office between who gives it, a second person, and the store."""

from __future__ import annotations

import json
from dataclasses import dataclass, replace
from hashlib import sha256
from typing import Literal

from bot.imports.all_kinds import Parsed, applied, previewed
from bot.imports.kind import Imported
from bot.imports.outcome import Outcome, Terms
from bot.imports.reading.sheets import Mistake, SheetWrong
from bot.imports.superiors_news import over_all, standing, tell_changes, tell_standing
from handlers.office.imports.rights import seconds_of
from handlers.office.imports.waiting import asked, lacking
from models.letters import Letter, Text, packed
from models.store import Store
from models.store.intake import intakes
from models.store.intake.intakes import Intake, Preview, State
from models.store.oversight.stamps import Stamp, stamped
from models.store.oversight.trail import undone

_OF_ALL = Preview(0, 1, 0, 0, (), "", frozenset((None,)))
"""A change of which any part could go to anybody."""


@dataclass(frozen=True)
class Settled:
    """What became of a file: taken in, or refused with all the reasons."""

    state: Literal["done", "refused"]
    outcome: Outcome | None = None
    wrongs: tuple[Mistake, ...] = ()


def preview_of(outcome: Outcome) -> Preview:
    """The outcome as it is kept with the file."""
    sheet = packed(Letter(outcome.lines))["p"]
    return Preview(
        new=outcome.new,
        changed=outcome.changed,
        ended=outcome.ended,
        same=outcome.same,
        lines=outcome.lines,
        digest=sha256(json.dumps(sheet, sort_keys=True).encode()).hexdigest(),
        units=outcome.units,
        altered=outcome.altered,
        people=outcome.people,
        notes=outcome.notes,
    )


def given(store: Store, file: Parsed, terms: Terms) -> int:
    """Try a file and keep it to be shown to who gave it (`terms.by`); gives its number.

    Raises `SheetWrong` where it does not fit the store.
    """
    return _kept(store, file, previewed(store, file, terms), terms, "shown")


def put(store: Store, file: Parsed, terms: Terms) -> Imported:
    """Take in a file that who runs the machine gives: where it needs a second person it waits, and
    nothing is taken in, unless nobody has joined to whom it could go. Raises `SheetWrong`."""
    might_wait = _joined(store, _OF_ALL, terms)
    with undone(store) as trial:
        outcome = applied(store, file, terms)
        if not (outcome.sensitive and might_wait):
            trial.keep()
    if trial.kept:
        return Imported(outcome, alone=outcome.sensitive)
    # Judged as the store was before: the roles that the file gives count for nothing yet.
    if not _joined(store, preview_of(outcome), terms):
        return Imported(applied(store, file, terms), alone=True)
    one = asked(store, _kept(store, file, outcome, terms, "waiting"), now=terms.now)
    note_intake(store, one.id, file.kind.name, "waiting", terms.stamp())
    seconds = seconds_of(store, one.preview, given_by=terms.by, now=terms.now)
    return Imported(replace(outcome, codes=()), one.id, lacking=lacking(store, seconds))


def settled(store: Store, file: Parsed, intake: Intake, terms: Terms) -> Settled:
    """Take in a confirmed file against the store as it is now, or refuse it with the reasons:
    it no longer fits, or would change something else than what was agreed to. Whoever has another
    superior by it, or acts in the place of one, is told."""
    before, stood = over_all(store, terms), standing(store, terms)
    try:
        with undone(store) as trial:
            outcome = applied(store, file, terms)
            if not preview_of(outcome).is_like(intake.preview):
                raise SheetWrong([Mistake(Text("import-otherwise"))])
            trial.keep()
    except SheetWrong as found:
        intakes.refuse(store, intake.id, by=None, now=terms.now)
        return Settled("refused", wrongs=tuple(found.wrongs))
    intakes.done(store, intake.id, now=terms.now)
    tell_changes(store, before, terms)
    tell_standing(store, stood, terms)
    return Settled("done", outcome)


def note_intake(store: Store, number: int, kind: str, state: State, stamp: Stamp) -> None:
    """Note in the trail what has become of a file, as the chat does."""
    stamped(store, stamp, "intake", {None: {"number": number, "kind": kind, "state": state}})


def _joined(store: Store, preview: Preview, terms: Terms) -> bool:
    """Whether anybody has joined to whom some of it could go."""
    return seconds_of(store, preview, given_by=terms.by, now=terms.now).any_joined


def _kept(store: Store, file: Parsed, tried: Outcome, terms: Terms, state: State) -> int:
    return intakes.add(
        store,
        file.kind.name,
        file.name,
        content=file.content,
        digest=file.digest,
        preview=preview_of(tried),
        needs_second=tried.sensitive,
        given_by=terms.by,
        now=terms.now,
        state=state,
    )
