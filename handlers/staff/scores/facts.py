"""Dari mana angka ini? A part of somebody's scores, opened to what it is made of."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from handlers.openings import ToScores
from handlers.words.line import brief
from handlers.words.pages import goes_on, on_page, page_rows
from handlers.words.scores import ScoresShown, encounter_lines, here, missing_line, part_line, title
from models.calendar import NoDecree
from models.letters import Button, Fact, Letter, Lines, Text, Verbatim, Words
from models.parts import Missing
from models.performance import Record
from models.realisation import accounted, realised
from models.scores import rounded
from models.work import Entry, Target

DAYS_SHOWN = 20
ACTIVITY, REASON = 90, 160
LISTED = ("missed", "late", "leave", "travel", "outage")


def part_letter(standing: ScoresShown) -> Letter:
    """The part's own line, how it is counted, and what is behind it, a page at a time."""
    if standing.target is not None:
        return _target_letter(standing, standing.target)
    match standing.part:
        case "quantity":
            return _quantity(standing)
        case "quality":
            return _quality(standing)
        case "discipline":
            return _discipline(standing)
        case _:
            return _citizens(standing)


def _quantity(standing: ScoresShown) -> Letter:
    targets = on_page(standing.record.targets, standing.page)
    quantity = replace(here(standing), part="quantity")
    buttons = [
        (replace(quantity, target=target.id).button(Verbatim(brief(target.result))),)
        for target in targets
        if target.quantity
    ]
    lines = [_target_line(target, standing.record) for target in targets]
    more = goes_on(standing.record.targets, standing.page)
    return _letter(standing, lines, buttons, more=more)


def _target_line(target: Target, record: Record) -> Text:
    found = realised(target, record.entries)
    facts: dict[str, Fact] = {"result": brief(target.result, ACTIVITY)}
    facts["indicator"] = brief(target.indicator, ACTIVITY)
    if target.quantity is None and target.whole is not None:
        return Text("score-target-unshared", {**facts, "whole": target.whole})
    if found.share is None or target.quantity is None:
        return Text("score-target-wordy", facts)
    facts |= {"done": found.quantity, "aim": target.quantity, "measure": target.measure or ""}
    facts |= {"share": rounded(found.share), "n": len(found.entries)}
    if target.whole is None:
        return Text("score-target", facts)
    return Text("score-target-prorated", {**facts, "whole": target.whole})


def _target_letter(standing: ScoresShown, target: Target) -> Letter:
    """The entries that a target's realisation adds up."""
    entries = realised(target, standing.record.entries).entries
    shown = on_page(entries, standing.page)
    lines: list[Words] = [_target_line(target, standing.record)]
    lines += [_amount_line(entry, target) for entry in shown] or [Text("score-no-entries")]
    more = goes_on(entries, standing.page)
    every = replace(here(standing), part="quantity")
    up = every.button(Text("button-score-targets"))
    ways = (*_pages(replace(every, target=target.id), standing.page, more=more), (up,))
    return Letter((title(standing), Lines(tuple(lines))), ways)


def _quality(standing: ScoresShown) -> Letter:
    """Those that were returned first: they are what the number is about."""
    decided = [entry for entry in standing.record.entries if entry.was_decided]
    decided.sort(key=lambda entry: entry.was_accepted_at_once)
    lines = [_decision_line(entry) for entry in on_page(decided, standing.page)]
    return _letter(standing, lines, more=goes_on(decided, standing.page))


def _discipline(standing: ScoresShown) -> Letter:
    """How many days count, then those that were missed and those that do not count."""
    record = standing.record
    try:
        days = accounted(
            record.entries,
            record.quarter,
            today=record.today,
            calendar=record.calendar,
            leave=record.leave,
            outages=record.outages,
            off=record.off,
            travel=record.travel,
        )
    except NoDecree:
        return _letter(standing, [])
    found = list(days.values())
    counts = {kind: found.count(kind) for kind in ("kept", "open")}
    counted = counts["kept"] + found.count("late") + found.count("missed")
    lines: list[Words] = []
    if not standing.page:
        lines.append(Text("score-days", {**counts, "counted": counted}))
    if not standing.page and (off := found.count("off")):
        lines.append(Text("score-days-off", {"n": off}))
    listed = [(day, days[day]) for day in sorted(days) if days[day] in LISTED]
    for day, kind in on_page(listed, standing.page, DAYS_SHOWN):
        lines.append(Text(f"score-day-{kind}", {"day": day}))
    return _letter(standing, lines, more=goes_on(listed, standing.page, DAYS_SHOWN))


def _citizens(standing: ScoresShown) -> Letter:
    """What citizens said at the counters, where there are any."""
    record = standing.record
    if not record.counters:
        return _letter(standing, [])
    told = standing.counters, record.quarter, standing.closed
    return _letter(standing, encounter_lines(record.encounters, *told))


def _amount_line(entry: Entry, target: Target) -> Text:
    facts = _facts(entry)
    if entry.quantity is None:
        return Text("score-entry-bare", facts)
    measure = entry.measure or target.measure or ""
    return Text("score-entry-quantity", {**facts, "quantity": entry.quantity, "measure": measure})


def _decision_line(entry: Entry) -> Text:
    facts = _facts(entry)
    if entry.was_accepted_at_once:
        return Text("score-entry-accepted", facts)
    if entry.reason:
        return Text("score-entry-returned-why", {**facts, "reason": brief(entry.reason, REASON)})
    return Text("score-entry-returned", facts)


def _facts(entry: Entry) -> dict[str, Fact]:
    activity = brief(entry.activity, ACTIVITY)
    return {"day": entry.day, "receipt": entry.receipt, "activity": activity}


def _letter(
    standing: ScoresShown,
    lines: Sequence[Words],
    buttons: Sequence[tuple[Button, ...]] = (),
    *,
    more: bool = False,
) -> Letter:
    part = next(part for part in standing.scores.parts if part.key == standing.part)
    top = missing_line(part) if isinstance(part, Missing) else part_line(part, standing.scores)
    needed: dict[str, Fact] = {}
    if part.key == "citizens":
        needed["needed"] = standing.record.encounters.enough
    head = Lines((top, Text(f"score-how-{part.key}", needed)))
    this = replace(here(standing), part=part.key)
    ways = (*_pages(this, standing.page, more=more), (_up(standing),))
    body = (Lines(tuple(lines)),) if lines else ()
    return Letter((title(standing), head, *body), (*buttons, *ways))


def _pages(to: ToScores, page: int, *, more: bool) -> list[tuple[Button, ...]]:
    return page_rows(lambda n: replace(to, page=n), page, more=more)


def _up(standing: ScoresShown) -> Button:
    return here(standing).button(Text("button-score-up"))
