"""Tim: how one's team stands today. Every button opens another view, and checks the right anew."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime

from handlers.engine.manifest import Cost, Manifest, Offer
from handlers.engine.topic import AtOnce, Screen, Several
from handlers.openings import (
    ToMember,
    ToMemberEntries,
    ToNudging,
    ToTeam,
    ToTeamScores,
    ToTeamUnjoined,
)
from handlers.supervisor.team.days import Calendars, day_asked, workday_before, workdays
from handlers.supervisor.team.facts import (
    MemberView,
    TeamView,
    evaluations_of,
    lacking_evaluation,
    member_view,
    team_view,
)
from handlers.supervisor.team.members import gone, member, zone_of
from handlers.supervisor.team.nudge import Lacking, Nudged, nudge
from handlers.supervisor.team.scores import TeamScores, scores_letter, team_scores
from handlers.supervisor.team.words import (
    entries_letter,
    member_letter,
    nudged_words,
    team_letter,
    unjoined_letter,
)
from models.calendar import local
from models.letters import Letter, Text
from models.people import Colleague, Person
from models.refused import Refused
from models.store import Store
from models.store.people import roll
from models.store.people.roll import Unjoined
from models.store.rules import calendars
from models.store.work import entries as work
from models.work import Entry

NEWEST = 6


@dataclass(frozen=True)
class TeamPage:
    """The team, a page of it."""

    view: TeamView
    number: int


def look(store: Store, person: Person, opening: ToTeam | None, now: datetime) -> TeamPage:
    """The team today; refused to who leads nobody."""
    zone_of(person)
    if opening is None:
        raise gone()
    return TeamPage(team_view(store, person, now=now), opening.page)


def show(page: TeamPage) -> Letter:
    return team_letter(page.view, page=page.number)


def _whole_team(page: TeamPage) -> list[int]:
    return [one.id for one in page.view.team]


TEAM = Screen(ToTeam, look, show, concerns=_whole_team)


def look_at_one(
    store: Store, person: Person, opening: ToMember | None, now: datetime
) -> MemberView:
    """One of the team; refused alike for whoever is not of the team and for nobody."""
    return member_view(store, person, member(person, opening.whose if opening else 0), now=now)


MEMBER = Screen(ToMember, look_at_one, member_letter, concerns=lambda view: [view.who.id])


@dataclass(frozen=True)
class Newest:
    """The newest entries of one of the team."""

    who: Colleague
    entries: Sequence[Entry]


def look_at_entries(
    store: Store, person: Person, opening: ToMemberEntries | None, now: datetime
) -> Newest:
    """Those of one of the team."""
    who = member(person, opening.whose if opening else 0)
    return Newest(who, work.newest(store, who.id, most=NEWEST))


def show_entries(newest: Newest) -> Letter:
    return entries_letter(newest.who, newest.entries)


ENTRIES = Screen(
    ToMemberEntries,
    look_at_entries,
    show_entries,
    concerns=lambda newest: [newest.who.id],
)


def look_at_scores(
    store: Store, person: Person, opening: ToTeamScores | None, now: datetime
) -> TeamScores:
    """Those of the whole team, in the quarter that is asked for."""
    zone = zone_of(person)
    today, team = local(now, zone).date(), [one.id for one in person.team]
    return team_scores(store, team, opening or ToTeamScores(), today=today, zone=zone)


SCORES = Screen(ToTeamScores, look_at_scores, scores_letter, concerns=lambda found: found.team)


@dataclass(frozen=True)
class Reminder:
    """About which day to remind whom: one of the team, or all who have not logged it."""

    day: date
    whose: Colleague | None
    team: tuple[Colleague, ...]


def look_before_nudging(
    store: Store, person: Person, opening: ToNudging | None, now: datetime
) -> Reminder:
    """The day that was on the screen; refused where that screen is from days ago."""
    zone = zone_of(person)
    asked = opening or ToNudging()
    whose = member(person, asked.whose) if asked.whose is not None else None
    team = (whose,) if whose else person.team
    own = calendars.of_people(store, [one.id for one in team])
    return Reminder(_day(asked.day, own, now, zone), whose, team)


def _day(asked: date | None, team: Calendars, now: datetime, zone: str) -> date:
    if asked is None:
        return day_asked(team, now, zone)
    today = local(now, zone).date()
    if not workday_before(team, today) <= asked <= today:
        raise Refused(Text("team-nudge-old"))
    return asked


def keep(store: Store, person: Person, reminder: Reminder, now: datetime) -> Letter:
    """Remind whoever is to be reminded, and show the team or the person as they stand."""
    said = nudged_words(_nudged(store, person, reminder, now), reminder.day)
    if reminder.whose is None:
        return team_letter(team_view(store, person, now=now), page=0, nudged=said)
    return member_letter(member_view(store, person, reminder.whose, now=now), nudged=said)


def _nudged(store: Store, person: Person, reminder: Reminder, now: datetime) -> Nudged:
    """Who lacks anything by now is who is reminded, whatever the screen has said."""
    day, zone, team = reminder.day, zone_of(person), reminder.team
    own = calendars.of_people(store, [one.id for one in team])
    found = workdays(store, own, day, day, zone=zone)
    missing = found[0].missing if found else frozenset[int]()
    evaluations = evaluations_of(store, team, own, local(now, zone).date())
    late = [one.id for one in lacking_evaluation(evaluations)]
    return nudge(store, person, team, Lacking(day, missing, evaluations.quarter, late), now=now)


def _reminded(reminder: Reminder) -> list[int]:
    return [one.id for one in reminder.team]


NUDGE = AtOnce(ToNudging, look_before_nudging, keep, concerns=_reminded)


@dataclass(frozen=True)
class TeamUnjoined:
    """Who of the team has never joined."""

    people: Sequence[Unjoined]


def look_at_unjoined(
    store: Store, person: Person, opening: ToTeamUnjoined | None, now: datetime
) -> TeamUnjoined:
    """Those of one's own team."""
    today, ids = local(now, zone_of(person)).date(), [one.id for one in person.team]
    return TeamUnjoined(roll.unjoined_among(store, ids, today, now=now))


def show_unjoined(found: TeamUnjoined) -> Letter:
    return unjoined_letter(found.people)


UNJOINED = Screen(
    ToTeamUnjoined,
    look_at_unjoined,
    show_unjoined,
    concerns=lambda found: [one.id for one in found.people],
)

CONVERSATION = Several(
    (TEAM, UNJOINED, MEMBER, ENTRIES, NUDGE, SCORES),
    manifest=Manifest(
        serves="superiors",
        menu=Offer(2),
        help=Offer(1, Text("guide-team")),
        greeting=Offer(1, Text("button-my-team")),
        cost=Cost(1, 5, 1),
    ),
)
