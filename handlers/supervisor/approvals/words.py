"""What waits for approval, in words and buttons: the team, one person, one entry."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from functools import partial

from handlers.openings import (
    ToApproving,
    ToApprovingAll,
    ToChecking,
    ToMember,
    ToQueue,
    ToQueueOf,
    ToReturning,
)
from handlers.pages import goes_on, on_page, page_rows
from handlers.staff.log.line import Line, amount_words, brief
from handlers.staff.log.receipt import entry_lines, evidence_buttons, notes
from handlers.supervisor.team.members import to_team, version
from models.letters import Button, Letter, Lines, Text, Words
from models.people import Colleague, Person
from models.store import Store
from models.store.work import entries as work
from models.store.work import targets
from models.work import Entry, Target

ENTRIES = 5
LONGEST = 90


def queue_letter(
    team: Sequence[Colleague],
    entries: Sequence[Entry],
    *,
    page: int,
    every: ToApprovingAll,
    leads: Sequence[Words] = (),
) -> Letter:
    """How many entries of whom wait; a button for all of them and one for each person."""
    counts = Counter(entry.person_id for entry in entries)
    people = [one for one in team if one.id in counts]
    if not people:
        return Letter((*leads, Text("approve-none")), ((to_team(),),))
    shown = on_page(people, page)
    title = Text("approve-title", {"count": len(entries), "people": len(people)})
    rows = [
        (ToQueueOf(one.id).button(_counted(one, counts[one.id])),) for one in shown
    ]
    return Letter(
        (*leads, title),
        (
            (_approve_all(every),),
            *rows,
            *page_rows(ToQueue, page, more=goes_on(people, page)),
            (to_team(),),
        ),
    )


def person_letter(
    store: Store,
    whose: Colleague,
    entries: Sequence[Entry],
    *,
    page: int,
    every: ToApprovingAll,
    leads: Sequence[Words] = (),
) -> Letter:
    """One person's entries, a few at a time, each a button to the whole of it."""
    if not entries:
        nothing = Text("approve-none-of", {"name": whose.name})
        return Letter((*leads, nothing), (_ways(whose),))
    start = page * ENTRIES
    shown = entries[start : start + ENTRIES]
    known = {one.id: one for one in targets.of_ids(store, [e.target_id for e in shown])}
    title = Text("approve-title-of", {"name": whose.name, "count": len(entries)})
    paragraphs = [
        Lines((_line(entry, known.get(entry.target_id or 0), number), *notes(store, entry)))
        for number, entry in enumerate(shown, start + 1)
    ]
    rows = [
        (ToChecking(entry.id).button(_labelled(entry, number)),)
        for number, entry in enumerate(shown, start + 1)
    ]
    turning = page_rows(partial(ToQueueOf, whose.id), page, more=len(entries) > start + ENTRIES)
    return Letter(
        (*leads, title, *paragraphs),
        ((_approve_all(every),), *rows, *turning, _ways(whose)),
    )


def entry_letter(
    store: Store,
    whose: Colleague,
    entry: Entry,
    entries: Sequence[Entry],
    *,
    leads: Sequence[Words] = (),
) -> Letter:
    """One entry in full, to be approved or given back; the next of the person is a tap away."""
    words: list[Words] = [Text("approve-title-entry", {"name": whose.name})]
    if entry.returned_before:
        words.append(Text("approve-returned-before"))
    later = [one for one in entries if (one.day, one.id) > (entry.day, entry.id)]
    skip = [ToChecking(one.id).button(Text("button-approve-next")) for one in later[:1]]
    shown = version(entry)
    decide = (
        ToApproving(entry.id, shown).button(Text("button-approve")),
        ToReturning(entry.id, shown).button(Text("button-return")),
    )
    return Letter(
        (*leads, Lines(tuple(words)), entry_lines(store, entry)),
        (decide, *evidence_buttons(entry), (*skip, _back_to(whose))),
    )


def following_of(store: Store, person: Person, entry: Entry) -> Entry | None:
    """What waits next once this one is decided: of the same person first."""
    waits = work.waiting(store, [one.id for one in person.team])
    of_same = [one for one in waits if one.person_id == entry.person_id]
    return next(iter(of_same or waits), None)


def _line(entry: Entry, target: Target | None, number: int) -> Text:
    return Text(
        "approve-line",
        {
            "number": number,
            "activity": brief(entry.activity, LONGEST),
            "target": brief(target.result, LONGEST) if target else Text("log-direct"),
            "amount": amount_words(Line.of(entry), target),
            "day": entry.day,
            "evidence": len(entry.evidence),
        },
    )


def _labelled(entry: Entry, number: int) -> Text:
    return Text("button-approve-entry", {"number": number, "activity": brief(entry.activity, 30)})


def _counted(one: Colleague, count: int) -> Text:
    return Text("button-approve-person", {"name": one.name, "count": count})


def _approve_all(to: ToApprovingAll) -> Button:
    return to.button(Text("button-approve-all", {"count": to.count}))


def _back_to(whose: Colleague) -> Button:
    return ToQueueOf(whose.id).button(Text("button-up", {"name": whose.name}))


def _ways(whose: Colleague) -> tuple[Button, ...]:
    return (
        ToQueue().button(Text("button-approve-queue")),
        ToMember(whose.id).button(Text("button-up", {"name": whose.name})),
    )
