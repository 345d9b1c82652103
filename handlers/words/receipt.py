"""What Tilik says of an entry: its receipt, how it stands, and what to know about it."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from handlers.acting import signers_words
from handlers.openings import ToEvidence, ToHistory, ToLog, ToScores
from handlers.words.days import hours_words
from handlers.words.line import LogLine, amount_words
from models.letters import Button, Fact, Letter, Lines, Text, Words
from models.store import Store
from models.store.people import charges, leaves, posts
from models.store.rules import calendars, outages
from models.store.rules.zones import WITHOUT_POST
from models.store.work import entries, targets
from models.work import Entry, is_late, overlaps


def receipt_letter(store: Store, entry: Entry, today: date, *, corrected: bool) -> Letter:
    """The receipt of an entry just saved, with a button for the next one."""
    facts: dict[str, Fact] = {"receipt": entry.receipt, "activity": entry.activity}
    lines: list[Words] = [
        Text("log-corrected" if corrected else "log-saved", facts),
        *waits_for(store, entry.person_id, today),
        *notes(store, entry),
    ]
    return Letter(
        (Lines(tuple(lines)),),
        (
            (ToLog().button_below(Text("button-log-more")),),
            (
                ToHistory().button_below(Text("button-history")),
                ToScores().button_below(Text("button-me")),
            ),
        ),
    )


def waits_for(store: Store, person_id: int, today: date) -> Iterator[Words]:
    """Who is to approve. That a superior is not in Tilik is said once, of the first that waits."""
    approvers = charges.approvers_of(store, person_id, today)
    superior, first = approvers.superior, len(entries.waiting(store, [person_id])) == 1
    silent = superior is not None and not (superior.signers or superior.is_vacant)
    if approvers.now:
        facts: dict[str, Fact] = {"name": signers_words(approvers.now)}
        if silent and superior is not None and first:
            yield Text("log-waits-above", {**facts, "superior": superior.superior.name})
        else:
            yield Text("log-waits-for", facts)
    elif first and superior is not None and not superior.is_vacant:
        yield Text("log-waits-unjoined", {"name": superior.superior.name})
    elif first:
        yield Text("log-waits-for-nobody")


def bare_receipt(entry: Entry) -> Letter:
    """The receipt alone, for a chat that may read nothing of what was before."""
    facts: dict[str, Fact] = {"receipt": entry.receipt, "activity": entry.activity}
    said = Lines((Text("log-saved", facts), Text("akun-log-only")))
    return Letter((said,), ((ToLog().button_below(Text("button-log-more")),),))


def notes(store: Store, entry: Entry) -> list[Words]:
    """What to know about an entry: that it came afterwards or late, and what it overlaps with."""
    found: list[Words] = []
    if entry.is_entered_afterwards:
        late = late_entry(store, entry)
        facts: dict[str, Fact] = {"day": entry.day, "entered": entry.entered_on}
        found.append(Text("entry-late" if late else "entry-afterwards", facts))
    same_day = entries.entries_of(store, [entry.person_id], entry.day, entry.day)
    for first, second in overlaps(same_day):
        if entry.id in (first.id, second.id):
            other = second if first.id == entry.id else first
            found.append(Text("entry-overlap", {"activity": other.activity}))
    return found


def late_entry(store: Store, entry: Entry) -> bool:
    """Whether the entry came after its time; leave and days without Tilik do not count."""
    here = posts.post_of(store, entry.person_id, entry.entered_on)
    zone = here.unit.zone if here else WITHOUT_POST
    off = leaves.away(store, entry.person_id)
    off |= outages.outage_days(store, entry.day, entry.entered_on, zone)
    return is_late(entry, calendars.of_person(store, entry.person_id), off=off)


def entry_lines(store: Store, entry: Entry) -> Lines:
    """An entry in full, as its owner and the superior read it."""
    known = {t.id: t for t in targets.of_ids(store, [entry.target_id])}
    target = known.get(entry.target_id or 0)
    line = LogLine.of(entry)
    facts: dict[str, Fact] = {
        "receipt": entry.receipt,
        "day": entry.day,
        "activity": entry.activity,
        "target": target.result if target else Text("log-direct"),
        "amount": amount_words(line, target),
        "hours": hours_words(line.hours) if line.hours else Text("log-card-none"),
        "state": Text(f"entry-state-{entry.state}"),
    }
    rows: list[Words] = [Text("entry-full", facts)]
    if entry.reason and entry.state == "returned":
        rows.append(Text("entry-reason", {"reason": entry.reason}))
    return Lines((*rows, *notes(store, entry)))


def evidence_buttons(entry: Entry) -> tuple[tuple[Button, ...], ...]:
    """A button for each piece of evidence."""
    return tuple(
        (ToEvidence(entry.id, n).button(Text(f"button-evidence-{f.kind}", {"n": n})),)
        for n, f in enumerate(entry.evidence, 1)
    )
