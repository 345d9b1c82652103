"""What a team's screen shows, read from the store."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from handlers.acting import stands
from handlers.supervisor.team.days import Calendars, Workday, day_asked, late_among, workdays
from handlers.supervisor.team.members import those, zone_of
from models.calendar import local
from models.letters import Words
from models.people import Colleague, Person
from models.quarter import Quarter
from models.store import Store
from models.store.people import leaves, posts, roll
from models.store.rules import calendars
from models.store.work import entries as work
from models.store.work import evaluations
from models.window import evaluation_window
from models.work import Entry


@dataclass(frozen=True)
class Evaluations:
    """The self-evaluations of a quarter: who has sent it, who is still to, who waits for a rating.

    `open`: the window is open to everybody, and not only since this morning.
    """

    quarter: Quarter
    open: bool
    sent: tuple[Colleague, ...]
    missing: tuple[Colleague, ...]
    waiting: tuple[Colleague, ...]


@dataclass(frozen=True)
class TeamView:
    """A team at one moment; `asked` is the day whose log may be asked for, `unjoined` are those who
    have never joined and count nowhere, `stands` in whose place the superior acts."""

    team: tuple[Colleague, ...]
    asked: Workday | None
    today: Workday | None
    away: tuple[Colleague, ...]
    entries: tuple[Entry, ...]
    late: int
    evaluations: Evaluations
    stands: tuple[Words, ...] = ()
    unjoined: tuple[Colleague, ...] = ()

    @property
    def to_remind(self) -> frozenset[int]:
        """Who lacks the log of the day that may be asked for, or an evaluation that is open."""
        log = self.asked.missing if self.asked else frozenset[int]()
        return log | {one.id for one in lacking_evaluation(self.evaluations)}


@dataclass(frozen=True)
class MemberView:
    """One of the team: their working days of this week, what waits, and the quarter that is being
    rated, else the one that runs."""

    who: Colleague
    title: str
    week: tuple[Workday, ...]
    asked: Workday | None
    away: bool
    waiting: int
    evaluations: Evaluations
    quarter: Quarter

    @property
    def to_remind(self) -> bool:
        """Whether they lack the log of the day that may be asked for, or an open evaluation."""
        return bool(self.asked and self.asked.missing) or bool(
            lacking_evaluation(self.evaluations)
        )


def team_view(store: Store, person: Person, *, now: datetime) -> TeamView:
    """The whole team of a superior."""
    zone, ids = zone_of(person), [one.id for one in person.team]
    own = calendars.of_people(store, ids)
    today, asked = local(now, zone).date(), day_asked(own, now, zone)
    days = {one.day: one for one in workdays(store, own, asked, today, zone=zone)}
    entries = work.to_approve(store, person)
    return TeamView(
        team=person.team,
        asked=days.get(asked),
        today=days.get(today) if today != asked else None,
        away=those(person.team, _away(store, ids, today)),
        entries=entries,
        late=late_among(store, entries, zone=zone),
        evaluations=evaluations_of(store, person.team, own, today),
        unjoined=those(person.team, _unjoined(store, ids, today, now)),
        stands=tuple(stands(person)),
    )


def lacking_evaluation(found: Evaluations) -> tuple[Colleague, ...]:
    """Who may be reminded of their evaluation: while its window is open."""
    return found.missing if found.open else ()


def member_view(store: Store, person: Person, who: Colleague, *, now: datetime) -> MemberView:
    """One member of the team."""
    zone = zone_of(person)
    own = calendars.of_people(store, [who.id])
    today, asked = local(now, zone).date(), day_asked(own, now, zone)
    monday = today - timedelta(days=today.weekday())
    days = workdays(store, own, min(monday, asked), today, zone=zone)
    post = posts.post_of(store, who.id, today)
    found = evaluations_of(store, (who,), own, today)
    return MemberView(
        who=who,
        title=post.title if post else "",
        week=tuple(one for one in days if _in_week(one, since=monday, until=asked)),
        asked=next((one for one in days if one.day == asked), None),
        away=bool(_away(store, [who.id], today)),
        waiting=len(work.waiting(store, [who.id])),
        evaluations=found,
        quarter=found.quarter if found.open or found.waiting else Quarter.of(today),
    )


def _in_week(one: Workday, *, since: date, until: date) -> bool:
    """Whether the day counts already: today does from the hour on at which its log is asked for."""
    return bool(one.day >= since and one.expected and (one.day <= until or one.logged))


def evaluations_of(
    store: Store, team: tuple[Colleague, ...], own: Calendars, today: date
) -> Evaluations:
    """The self-evaluations of the last quarter; where none of it waits for a rating, of the newest
    one before it of which one still does. `own` are the calendars of the team."""
    last = evaluations_in(store, team, own, Quarter.of(today).previous, today)
    if last.open or last.waiting:
        return last
    behind = evaluations.behind(store, [one.id for one in team], last.quarter)
    return last if behind is None else evaluations_in(store, team, own, behind, today)


def evaluations_in(
    store: Store, team: tuple[Colleague, ...], own: Calendars, quarter: Quarter, today: date
) -> Evaluations:
    """The self-evaluations of a quarter; missing is who took part in it, neither sent one nor was
    rated without."""
    windows = [evaluation_window(quarter, one) for one in set(own.values())]
    ids = [one.id for one in team]
    sent = evaluations.senders(store, quarter, ids)
    rated = evaluations.appraised(store, quarter, ids)
    there = evaluations.took_part(store, ids, quarter)
    return Evaluations(
        quarter=quarter,
        open=bool(windows)
        and max(one.first for one in windows) < today <= max(one.last for one in windows),
        sent=those(team, sent),
        missing=those(team, there - sent - set(rated)),
        waiting=those(team, sent - set(rated)),
    )


def _unjoined(store: Store, ids: Collection[int], today: date, now: datetime) -> set[int]:
    return {one.id for one in roll.unjoined_among(store, ids, today, now=now)}


def _away(store: Store, ids: Collection[int], day: date) -> set[int]:
    return {one for one, days in leaves.everybody_away(store, ids).items() if day in days}
