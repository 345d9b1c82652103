"""The superior's one message of the day: what is to be done, and nothing where there is nothing."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from datetime import datetime, timedelta

from handlers.acting import stands
from handlers.openings import ToEvaluations, ToSummary, ToThanking
from handlers.supervisor.brief.citizens import (
    HeardOfUnit,
    heard_lately,
    heard_lines,
    heard_of,
    held_lines,
)
from handlers.supervisor.brief.coverage import Covered, coverage_chart, covered
from handlers.supervisor.summary.words import elements_chart
from handlers.supervisor.team.days import Workday, late_among, workday_before, workdays
from handlers.supervisor.team.facts import Evaluations, TeamView, evaluations_in, evaluations_of
from handlers.supervisor.team.members import names, those, to_team, zone_of
from handlers.supervisor.team.words import acts, day_lines, waiting_lines
from handlers.words.figures import official, own, quarter_name
from models.campaigns import Due, summaries
from models.figures import Figures
from models.letters import Button, Fact, Letter, Lines, Picture, Text, Words
from models.people import Person
from models.quarter import Quarter
from models.rights import leads
from models.store import Store
from models.store.prompts.kinds import Prompt
from models.store.prompts.needs import Leading
from models.store.rules import calendars
from models.store.work import entries as work
from models.work import State

OWN_BELOW = 7
"""So many rows of the team's stand above one's own: one list of a channel shows ten."""
THANKED = 3
"""So many people who logged every day get a button of their own."""


def invitation(store: Store, person: Person, due: Due, now: datetime) -> Letter | None:
    """What a superior is told on the day of `due`: `short`, `long` or `quarter` by its kind.

    None where there is nothing to say, and for whoever leads nobody.
    """
    if person.post is None or not leads(person):
        return None
    if due.kind == "quarter":
        return _quarter(store, person, due)
    return _long(store, person, due) if due.kind == "long" else _short(store, person, due)


def _view(store: Store, person: Person, due: Due) -> TeamView:
    """The team as of the last working day before the message."""
    zone, ids = zone_of(person), [one.id for one in person.team]
    own = calendars.of_people(store, ids)
    before = workday_before(own, due.day)
    days = workdays(store, own, before, before, zone=zone)
    entries = work.to_approve(store, person)
    return TeamView(
        team=person.team,
        asked=next(iter(days), None),
        today=None,
        away=(),
        entries=entries,
        late=late_among(store, entries, zone=zone),
        evaluations=evaluations_of(store, person.team, own, due.day),
        stands=tuple(stands(person)),
    )


def _short(store: Store, person: Person, due: Due) -> Letter | None:
    """Who has not logged and what waits; what citizens say only beside that."""
    view = _view(store, person, due)
    lines = [*_missing(view), *waiting_lines(view)]
    if not lines:
        return None
    lines = [*view.stands, *lines]
    heard = heard_lines(heard_of(store, person, Quarter.of(due.day)))
    heard += held_lines(store, person, due.day)
    return _letter(Text("brief-short", _head(person, due)), lines, heard, acts(view))


def _long(store: Store, person: Person, due: Due) -> Letter | None:
    """Last week: coverage, what was decided, who has logged every day, what citizens say."""
    view, ids = _view(store, person, due), [one.id for one in person.team]
    first = due.day - timedelta(days=due.day.weekday() + 7)
    last = first + timedelta(days=6)
    own = calendars.of_people(store, ids)
    week = workdays(store, own, first, last, zone=zone_of(person))
    steady = those(person.team, _every_day(week))
    decided = Counter(entry.state for entry in work.entries_of(store, ids, first, last))
    lines = [*_covered(week), *_decided(decided)]
    if steady:
        lines.append(Text("brief-steady", {"names": names(steady)}))
    lines += [*_missing(view), *waiting_lines(view)]
    new = heard_lately(store, person, first, last)
    heard = heard_lines(heard_of(store, person, Quarter.of(last))) if new else []
    heard += held_lines(store, person, last)
    if not (lines or heard):
        return None
    thanks = [
        (ToThanking(one.id).button(Text("button-thank-one", {"name": one.name})),)
        for one in steady[:THANKED]
    ]
    title = Text("brief-long", {"name": person.name or ""})
    return _letter(title, lines, heard, [*acts(view), *thanks])


def _quarter(store: Store, person: Person, due: Due) -> Letter | None:
    """The quarter that is over: coverage, self-evaluations, what citizens said; with a chart."""
    quarter = Quarter.of(due.day).previous
    own = calendars.of_people(store, [one.id for one in person.team])
    over = evaluations_in(store, person.team, own, quarter, due.day)
    view = replace(_view(store, person, due), evaluations=over)
    found = covered(store, person, quarter, due.day)
    heard = heard_of(store, person, quarter)
    said = [words for one in heard for words in (*_wholes(one.figures), *heard_lines([one]))]
    lines = [*_of_quarter(found, view.evaluations), *waiting_lines(view)]
    if not (lines or said):
        return None
    title = Text("brief-quarter", {"name": person.name or "", "quarter": quarter_name(quarter)})
    rows = acts(view, remind=False)
    if view.evaluations.missing and not view.evaluations.waiting:
        rows.append((ToEvaluations(quarter).button(Text("button-evaluations")),))
    if heard:
        rows.append((ToSummary().button(Text("button-summary")),))
    return replace(_letter(title, lines, said, rows), picture=_picture(person, heard, found))


def _picture(person: Person, heard: list[HeardOfUnit], found: Covered | None) -> Picture | None:
    """What citizens said, for heads; else the weeks of the team's log."""
    if heard:
        first = heard[0]
        return elements_chart(first.name, first.figures, first.products[0], first.closed)
    return coverage_chart(found, person.name or "") if found else None


def _wholes(figures: Figures) -> Iterator[Words]:
    """The official figure, and those of the office's own surveys where it has any."""
    yield official(figures)
    yield from (own(figures, place) for place in figures.own)


def _of_quarter(found: Covered | None, evaluations: Evaluations) -> Iterator[Words]:
    if found is not None:
        counts = {"logged": found.kept.total(), "days": found.due.total()}
        yield Text("brief-coverage", counts)
    if total := len({*evaluations.sent, *evaluations.missing}):
        yield Text("brief-evaluations", {"sent": len(evaluations.sent), "count": total})
    if evaluations.missing:
        yield Text("team-evaluations-missing", {"names": names(evaluations.missing)})


def _missing(view: TeamView) -> list[Words]:
    """Who has not logged the last working day; nothing where everybody has."""
    if view.asked is None or not view.asked.missing:
        return []
    return day_lines(view.team, view.asked)


def _covered(week: tuple[Workday, ...]) -> Iterator[Words]:
    if expected := sum(len(day.expected) for day in week):
        logged = sum(len(day.logged) for day in week)
        yield Text("brief-week", {"logged": logged, "days": expected})


def _decided(states: Counter[State]) -> Iterator[Words]:
    counts = {"approved": states["approved"], "returned": states["returned"]}
    if any(counts.values()):
        yield Text("brief-decided", counts)


def _every_day(week: tuple[Workday, ...]) -> frozenset[int]:
    """Who had to log on some day of the week, and has on each of those."""
    expected = frozenset(one for day in week for one in day.expected)
    return expected - frozenset(one for day in week for one in day.missing)


def _head(person: Person, due: Due) -> dict[str, Fact]:
    weekday = Text(f"weekday-{due.day.isoweekday()}")
    return {"name": person.name or "", "day": due.day, "weekday": weekday}


def _letter(
    title: Words, lines: list[Words], heard: list[Words], rows: list[tuple[Button, ...]]
) -> Letter:
    paragraphs = [title, *(Lines(tuple(part)) for part in (lines, heard) if part)]
    return Letter(tuple(paragraphs), (*rows, (to_team(),)))


def together(person: Person, own: Letter, team: Letter, due: Due) -> Letter:
    """The team's list and the question for one's own log in one letter."""
    title = Text("brief-and-log", _head(person, due))
    first, *rows = own.buttons
    return replace(
        team,
        paragraphs=(title, *team.paragraphs[1:], *own.paragraphs),
        buttons=(*team.buttons[:OWN_BELOW], first, *rows[-1:]),
    )


PROMPTS = tuple(
    Prompt(
        kind=kind,
        lane="team",
        rank=rank,
        dues=summaries,
        lacks=Leading(),
        words=invitation,
        bubbles=bubbles,
        shares=kind != "quarter",
    )
    for kind, rank, bubbles in (("short", 60, 1), ("long", 50, 1), ("quarter", 40, 2))
)
"""The quarter's comes with a picture and with more buttons than stand under one."""
