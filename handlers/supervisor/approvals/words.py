"""What waits for approval, in words and buttons: the team, one person, one entry."""

from __future__ import annotations

from collections import Counter
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
from handlers.supervisor.approvals.facts import (
    SHOWN,
    Checking,
    QueueOf,
    TeamQueue,
    Waiting,
    every_of,
)
from handlers.supervisor.team.members import to_team, version
from handlers.words.line import LogLine, amount_words, brief
from handlers.words.pages import goes_on, on_page, page_rows
from handlers.words.receipt import evidence_buttons
from models.letters import Button, Letter, Lines, Text, Words
from models.people import Colleague

LONGEST_LINE = 90


def letter_of(found: TeamQueue | QueueOf | Checking) -> Letter:
    """What waits: of the team, of one person, or one entry in full."""
    match found:
        case TeamQueue():
            return _queue(found)
        case QueueOf():
            return _queue_of(found)
        case Checking():
            return _checking(found)


def _queue(queue: TeamQueue) -> Letter:
    """How many entries of whom wait; a button for all of them and one for each person."""
    counts = Counter(entry.person_id for entry in queue.entries)
    people = [one for one in queue.team if one.id in counts]
    if not people:
        return Letter((*queue.leads, Text("approve-none")), ((to_team(),),))
    title = Text("approve-title", {"count": len(queue.entries), "people": len(people)})
    rows = [
        (ToQueueOf(one.id).button(_counted(one, counts[one.id])),)
        for one in on_page(people, queue.page)
    ]
    turning = page_rows(ToQueue, queue.page, more=goes_on(people, queue.page))
    every = _approve_all(every_of(queue.entries))
    return Letter((*queue.leads, title), ((every,), *rows, *turning, (to_team(),)))


def _queue_of(queue: QueueOf) -> Letter:
    """One person's entries, a few at a time, each a button to the whole of it."""
    whose, page = queue.whose, queue.page
    if not queue.entries:
        nothing = Text("approve-none-of", {"name": whose.name})
        return Letter((*queue.leads, nothing), (_ways(whose),))
    title = Text("approve-title-of", {"name": whose.name, "count": len(queue.entries)})
    paragraphs = [Lines((_line(one), *one.notes)) for one in queue.shown]
    rows = [(ToChecking(one.entry.id).button(_labelled(one)),) for one in queue.shown]
    more = goes_on(queue.entries, page, SHOWN)
    turning = page_rows(partial(ToQueueOf, whose.id), page, more=more)
    every = _approve_all(every_of(queue.entries, whose))
    return Letter(
        (*queue.leads, title, *paragraphs), ((every,), *rows, *turning, _ways(whose))
    )


def _checking(found: Checking) -> Letter:
    """One entry in full, to be approved or given back; the next of the person is a tap away."""
    entry, seen = found.entry, version(found.entry)
    words: list[Words] = [Text("approve-title-entry", {"name": found.whose.name})]
    if entry.returned_before:
        words.append(Text("approve-returned-before"))
    decide = (
        ToApproving(entry.id, seen).button(Text("button-approve")),
        ToReturning(entry.id, seen).button(Text("button-return")),
    )
    ways: tuple[Button, ...] = (_back_to(found.whose),)
    if found.next is not None:
        ways = (ToChecking(found.next.id).button(Text("button-approve-next")), *ways)
    return Letter(
        (*found.leads, Lines(tuple(words)), found.lines),
        (decide, *evidence_buttons(entry), ways),
        holds=Text("list-ways"),
    )


def _line(one: Waiting) -> Text:
    entry, target = one.entry, one.target
    return Text(
        "approve-line",
        {
            "number": one.number,
            "activity": brief(entry.activity, LONGEST_LINE),
            "target": brief(target.result, LONGEST_LINE) if target else Text("log-direct"),
            "amount": amount_words(LogLine.of(entry), target),
            "day": entry.day,
            "evidence": len(entry.evidence),
        },
    )


def _labelled(one: Waiting) -> Text:
    activity = brief(one.entry.activity, 30)
    return Text("button-approve-entry", {"number": one.number, "activity": activity})


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
