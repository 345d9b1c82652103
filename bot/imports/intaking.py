"""A file of the office between who gives it, a second person, and the store."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import dataclass
from hashlib import sha256
from typing import Literal, TypeVar, cast

from bot.imports.all_kinds import Parsed, applied, previewed
from bot.imports.kinds.superiors_news import over_all, tell_changes
from bot.imports.outcome import Outcome, Terms
from bot.imports.reading.sheets import SheetWrong, Wrong
from handlers.office.imports.rights import seconds_of
from handlers.office.imports.words import second_letter
from models.letters import Letter, Text, packed
from models.store import Store
from models.store.intake import intakes
from models.store.intake.intakes import Intake, Preview, State
from models.store.letters import letters
from models.store.oversight.stamps import Stamp, stamped
from models.store.oversight.trail import undone

R = TypeVar("R")


@dataclass(frozen=True)
class Settled:
    """What became of a file: taken in, or refused with all the reasons."""

    state: Literal["done", "refused"]
    outcome: Outcome | None = None
    wrongs: tuple[Wrong, ...] = ()


@dataclass(frozen=True)
class Given:
    """What became of a file that who runs the machine gave: `number` is of one that waits."""

    outcome: Outcome
    number: int | None = None
    alone: bool = False


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
    )


def given(store: Store, file: Parsed, terms: Terms) -> int:
    """Try a file and keep it to be shown to who gave it (`terms.by`); gives its number.

    Raises `SheetWrong` where it does not fit the store.
    """
    return _kept(store, file, previewed(store, file, terms), terms, "shown")


def put(store: Store, file: Parsed, terms: Terms) -> Given:
    """Take in a file that who runs the machine gives: it waits where it needs a second person and
    there is one. Raises `SheetWrong`."""
    outcome, number = taken(
        store, file, terms, make=lambda: applied(store, file, terms), outcome_of=lambda made: made
    )
    return Given(outcome, number, alone=outcome.sensitive and number is None)


def taken(
    store: Store,
    file: Parsed,
    terms: Terms,
    *,
    make: Callable[[], R],
    outcome_of: Callable[[R], Outcome],
) -> tuple[R, int | None]:
    """What `make` makes of the file, and the number under which it waits, if it does: then all
    that was made is taken back."""
    if intakes.seconds(store, terms.by, terms.now):
        with undone(store):
            tried = make()
        outcome = outcome_of(tried)
        by, now = terms.by, terms.now
        seconds = seconds_of(store, outcome.units, given_by=by, now=now)
        if outcome.sensitive and seconds:
            return tried, _waits(store, file, outcome, terms, seconds)
    return make(), None


def settled(store: Store, file: Parsed, intake: Intake, terms: Terms) -> Settled:
    """Take in a confirmed file against the store as it is now, or refuse it with the reasons:
    it no longer fits, or would change something else than what was agreed to. Whoever has another
    superior by it is told."""
    before = over_all(store, terms)
    try:
        now = preview_of(previewed(store, file, terms))
        if not now.is_like(intake.preview):
            raise SheetWrong([Wrong(Text("import-otherwise"))])
        outcome = applied(store, file, terms)
    except SheetWrong as found:
        intakes.refuse(store, intake.id, by=None, now=terms.now)
        return Settled("refused", wrongs=tuple(found.wrongs))
    intakes.done(store, intake.id, now=terms.now)
    tell_changes(store, before, terms)
    return Settled("done", outcome)


def note_intake(store: Store, number: int, kind: str, state: State, stamp: Stamp) -> None:
    """Note in the trail what has become of a file, as the chat does."""
    stamped(store, stamp, "intake", {None: {"number": number, "kind": kind, "state": state}})


def _waits(store: Store, file: Parsed, outcome: Outcome, terms: Terms, seconds: list[int]) -> int:
    """Keep it, and ask them; gives its number."""
    number = _kept(store, file, outcome, terms, "waiting")
    note_intake(store, number, file.kind.name, "waiting", terms.stamp())
    kept = cast(Intake, intakes.intake(store, number))
    letter = second_letter(kept, Text("impor-operator"))
    for second in seconds:
        letters.tell(store, second, letter, now=terms.now)
    return number


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
