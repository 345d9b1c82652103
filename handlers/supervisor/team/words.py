"""A team in words and buttons."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from handlers.openings import (
    ToChecking,
    ToEvaluations,
    ToMember,
    ToMemberEntries,
    ToNudging,
    ToQueue,
    ToQueueOf,
    ToRecord,
    ToReturning,
    ToScores,
    ToTeam,
    ToTeamScores,
    ToTeamUnjoined,
    ToThanking,
)
from handlers.supervisor.team.days import Workday
from handlers.supervisor.team.facts import MemberView, TeamView
from handlers.supervisor.team.members import names, those, to_team, version
from handlers.supervisor.team.nudge import Nudged
from handlers.words.figures import quarter_name
from handlers.words.line import brief
from handlers.words.pages import goes_on, on_page, page_rows
from handlers.words.unjoined import unjoined_line
from models.letters import Button, Fact, Letter, Lines, Text, Verbatim, Words
from models.people import Colleague
from models.store.people.roll import Unjoined
from models.work import Entry

LABEL = 30
"""So many letters of an entry are on a button."""


def team_letter(view: TeamView, *, page: int, nudged: Words | None = None) -> Letter:
    """The team today: who has logged, who is away, what waits; a button for each person.

    `nudged` says who has been reminded just now: then reminding is not offered once more.
    """
    title = Text("team-title", {"count": len(view.team)})
    lines = [*day_lines(view.team, view.asked)]
    if view.today is not None and view.today.logged:
        lines.append(_so_far("team-today", view.today))
    if view.away:
        lines.append(Text("team-away", {"names": names(view.away)}))
    lines += waiting_lines(view)
    if view.unjoined:
        lines.append(Text("team-unjoined", {"names": names(view.unjoined)}))
    here_first = sorted(view.team, key=lambda one: one in view.unjoined)
    shown = on_page(here_first, page)
    people = [(ToMember(one.id).button(Verbatim(one.name)),) for one in shown]
    turning = page_rows(ToTeam, page, more=goes_on(view.team, page))
    scores = ToTeamScores().button(Text("button-team-scores"))
    return Letter(
        (*_first(nudged), title, *view.stands, Lines(tuple(lines) or (Text("team-quiet"),))),
        (*acts(view, remind=nudged is None), *people, *turning, *_not_here(view), (scores,)),
    )


def _not_here(view: TeamView) -> list[tuple[Button, ...]]:
    if not view.unjoined:
        return []
    label = Text("button-team-unjoined", {"count": len(view.unjoined)})
    return [(ToTeamUnjoined().button(label),)]


def unjoined_letter(people: Sequence[Unjoined]) -> Letter:
    """Their names, with the codes that they hold, and who gives them new ones."""
    if not people:
        return Letter((Text("bergabung-none"),), ((to_team(),),))
    lines = Lines(tuple(unjoined_line(one) for one in people))
    title = Text("bergabung-team", {"count": len(people)})
    said = (title, lines, Text("bergabung-counts-not"), Text("bergabung-ask"))
    return Letter(said, ((to_team(),),))


def day_lines(team: Sequence[Colleague], found: Workday | None) -> list[Words]:
    """How many have logged the day, and the names of those who have not."""
    if found is None or not found.expected:
        return []
    lines: list[Words] = [_so_far("team-day", found)]
    if found.missing:
        lines.append(Text("team-missing", {"names": names(those(team, found.missing))}))
    return lines


def waiting_lines(view: TeamView) -> list[Words]:
    """What waits for the superior: entries and self-evaluations."""
    lines: list[Words] = []
    if view.entries:
        counts = {"count": len(view.entries), "people": len({e.person_id for e in view.entries})}
        lines.append(Text("team-waits", counts))
    if view.late:
        lines.append(Text("team-waits-late", {"count": view.late}))
    if view.evaluations.open and view.evaluations.missing:
        missing = names(view.evaluations.missing)
        lines.append(Text("team-evaluations-missing", {"names": missing}))
    if view.evaluations.waiting:
        count = len(view.evaluations.waiting)
        lines.append(Text("team-evaluations-wait", {"count": count}))
    return lines


def acts(view: TeamView, *, remind: bool = True) -> list[tuple[Button, ...]]:
    """What can be done at once: remind, look through what waits, rate."""
    rows: list[tuple[Button, ...]] = []
    if remind and (count := len(view.to_remind)):
        label = Text("button-nudge-all", {"count": count})
        day = view.asked.day if view.asked else None
        rows.append((ToNudging(day).button(label),))
    if view.entries:
        label = Text("button-approve-waiting", {"count": len(view.entries)})
        rows.append((ToQueue().button(label),))
    if count := len(view.evaluations.waiting):
        label = Text("button-appraise", {"count": count})
        rows.append((ToEvaluations(view.evaluations.quarter).button(label),))
    return rows


def member_letter(view: MemberView, *, nudged: Words | None = None) -> Letter:
    """One of the team: their week, what waits, and what to do."""
    logged = sum(bool(day.logged) for day in view.week)
    lines: list[Words] = [Text("member-title", {"name": view.who.name, "title": view.title})]
    if view.away:
        lines.append(Text("member-away"))
    if view.week:
        lines.append(Text("member-week", {"logged": logged, "days": len(view.week)}))
    if view.waiting:
        lines.append(Text("member-waits", {"count": view.waiting}))
    if view.evaluations.open and view.evaluations.missing:
        lines.append(Text("member-evaluation-missing"))
    if view.evaluations.waiting:
        lines.append(Text("member-evaluation-waits"))
    return Letter(
        (*_first(nudged), Lines(tuple(lines))), _member_ways(view, remind=nudged is None)
    )


def _first(words: Words | None) -> tuple[Words, ...]:
    return () if words is None else (words,)


def _member_ways(view: MemberView, *, remind: bool) -> tuple[tuple[Button, ...], ...]:
    number = view.who.id
    rows: list[tuple[Button, ...]] = []
    if view.waiting:
        label = Text("button-approve-waiting", {"count": view.waiting})
        rows.append((ToQueueOf(number).button(label),))
    if view.evaluations.waiting:
        record = ToRecord(number, view.evaluations.quarter)
        rows.append((record.button(Text("button-appraise-one")),))
    if remind and view.asked is not None and view.to_remind:
        rows.append((ToNudging(view.asked.day, number).button(Text("button-nudge")),))
    scored = Text("button-member-scores", {"quarter": quarter_name(view.quarter)})
    scores = ToScores(view.quarter, number).button(scored)
    entries = ToMemberEntries(number).button(Text("button-member-entries"))
    thanks = ToThanking(number).button(Text("button-thank"))
    return (*rows, (scores, entries), (thanks,), (to_team(),))


def entries_letter(who: Colleague, entries: Sequence[Entry]) -> Letter:
    """The newest entries of one person: what was approved can be given back from here."""
    lines: list[Words] = [Text("member-entries", {"name": who.name})]
    rows: list[tuple[Button, ...]] = []
    for entry in entries:
        what: dict[str, Fact] = {"day": entry.day, "activity": brief(entry.activity)}
        lines.append(
            Text("member-entry", {**what, "state": Text(f"entry-state-{entry.state}")})
        )
        what = {"day": entry.day, "activity": brief(entry.activity, LABEL)}
        if entry.state == "sent":
            rows.append((ToChecking(entry.id).button(Text("button-member-check", what)),))
        if entry.state == "approved":
            back = ToReturning(entry.id, version(entry))
            rows.append((back.button(Text("button-member-return", what)),))
    up = ToMember(who.id).button(Text("button-up", {"name": who.name}))
    return Letter((Lines(tuple(lines)),), (*rows, (up,)))


def nudged_words(nudged: Nudged, day: date) -> Words:
    """Who was reminded, and why others were not."""
    lines = [
        Text(f"nudged-{reach}", {"count": len(people), "names": names(people), "day": day})
        for reach, people in nudged.reached.items()
    ]
    if not set(nudged.reached) - {"away", "unjoined"}:
        lines.insert(0, Text("nudged-nobody", {"day": day}))
    return Lines(tuple(lines))


def _so_far(text_id: str, found: Workday) -> Text:
    facts = {"logged": len(found.logged), "count": len(found.expected)}
    weekday = Text(f"weekday-{found.day.isoweekday()}")
    return Text(text_id, {**facts, "day": found.day, "weekday": weekday})
