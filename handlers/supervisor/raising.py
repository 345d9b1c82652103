"""What has waited too long goes one level up as well, and all three are told so, once a spell.

Nobody is passed over in silence, and above the top it goes nowhere.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime

from handlers.acting import signers_words
from handlers.openings import ToHistory, ToQueue
from models.calendar import local
from models.letters import Fact, Letter, Text
from models.store import Store
from models.store.letters import letters
from models.store.oversight.stamps import Stamp, stamped
from models.store.people import charges
from models.store.people.charges import Approvers
from models.store.prompts.candidates import zones
from models.store.rules import settings
from models.store.work import raising


@dataclass(frozen=True)
class Passed:
    """What goes up from one superior: whose it is, and how much of each."""

    approvers: Approvers
    entries: Mapping[int, Sequence[int]]


def raise_waiting(store: Store, now: datetime) -> None:
    """Raise what has waited too long, zone by zone, by day."""
    for zone in zones(store):
        if not settings.is_quiet(store, now, zone):
            _raise_there(store, zone, now)


def _raise_there(store: Store, zone: str, now: datetime) -> None:
    today = local(now, zone).date()
    days = settings.raise_days(store, today)
    found = list(raising.overdue(store, zone, today, days=days))
    if not found:
        return
    owners, superiors = raising.lately(store, today)
    for one in _passed(store, found, today):
        _note(store, one, Stamp(now, today, actor="clock"))
        told = letters_of(one, days, owners=owners, superiors=superiors)
        for number, letter in told:
            letters.tell(store, number, letter, now=now)


def _passed(
    store: Store, found: Iterable[raising.Overdue], today: date
) -> Iterable[Passed]:
    """What goes up now, by those from whom and to whom it goes."""
    by: dict[int, list[int]] = defaultdict(list)
    for entry in found:
        by[entry.person_id].append(entry.id)
    groups: dict[Approvers, dict[int, Sequence[int]]] = defaultdict(dict)
    for person, numbers in by.items():
        approvers = charges.approvers_of(store, person, today)
        if approvers.now and approvers.later:
            done = raising.raised(store, numbers, today)
            if done:
                groups[approvers][person] = sorted(done)
    return [Passed(approvers, entries) for approvers, entries in groups.items()]


def _note(store: Store, one: Passed, stamp: Stamp) -> None:
    to = [signer.id for signer in one.approvers.later]
    about = {person: {"entries": list(own), "to": to} for person, own in one.entries.items()}
    stamped(store, stamp, "raised", about)


def letters_of(
    one: Passed, days: int, *, owners: frozenset[int], superiors: frozenset[int]
) -> Iterable[tuple[int, Letter]]:
    """To whose work it is, who has let it wait, and who gets it now; who was told lately is not
    told again."""
    now, later = signers_words(one.approvers.now), signers_words(one.approvers.later)
    facts: dict[str, Fact] = {"days": days, "superior": now, "above": later}
    for person, own in one.entries.items():
        if person not in owners:
            yield person, _own_letter({**facts, "count": len(own)})
    superior = one.approvers.superior
    if superior is not None and superior.superior.id in superiors:
        return
    count = sum(len(own) for own in one.entries.values())
    facts |= {"count": count, "people": len(one.entries)}
    for signer in one.approvers.now:
        yield signer.id, _queue_letter("raised-yours", facts)
    for signer in one.approvers.later:
        yield signer.id, _queue_letter("raised-above", facts)


def _own_letter(facts: Mapping[str, Fact]) -> Letter:
    return Letter((Text("raised-own", facts),), ((ToHistory().button(Text("button-history")),),))


def _queue_letter(text_id: str, facts: Mapping[str, Fact]) -> Letter:
    label = Text("button-raised-look")
    return Letter((Text(text_id, facts),), ((ToQueue().button(label),),))
