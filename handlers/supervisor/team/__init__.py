"""Tim: how one's team stands today. Every button opens another view, and checks the right anew.

An opening is empty or `h2` (a page), `p3` (a person), `c3` (their newest entries), or `ingatkan`
(remind who has not logged), perhaps with the day that was on the screen and with one person:
`ingatkan.2026-11-23`, `ingatkan.2026-11-23.3`; or `nilai`, perhaps with a quarter: `nilai.2026-Q3`.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date, datetime

from handlers.conversation import Conversation
from handlers.manifest import Cost, Manifest, Place
from handlers.supervisor.team.days import Calendars, day_asked, workday_before, workdays
from handlers.supervisor.team.facts import member_view, team_view
from handlers.supervisor.team.members import member, zone_of
from handlers.supervisor.team.nudge import Nudged, nudge
from handlers.supervisor.team.scores import team_scores
from handlers.supervisor.team.words import (
    entries_letter,
    member_letter,
    nudged_words,
    scores_letter,
    team_letter,
)
from models.calendar import local
from models.letters import Letter, Text
from models.people import Colleague, Person
from models.quarter import Quarter
from models.refused import Refused
from models.store import Store
from models.store.rules import calendars
from models.store.work import entries as work

_OPENING = re.compile(
    r"(?:h(?P<page>\d{1,4}))?|(?P<kind>[pc])(?P<person>\d{1,9})"
    r"|nilai(?:\.(?P<quarter>20\d\d-Q[1-4]))?"
    r"|ingatkan(?:\.(?P<day>\d{4}-\d\d-\d\d)(?:\.(?P<one>\d{1,9}))?)?"
)
NEWEST = 6


@dataclass(frozen=True)
class Wish:
    """A page of the team, a person or their entries, the day about which to remind, or the
    quarter of the team's scores; `shown` are all of whom the screen tells."""

    page: int = 0
    whose: Colleague | None = None
    entries: bool = False
    nudges: date | None = None
    scores: Quarter | None = None
    shown: tuple[int, ...] = ()


def look(store: Store, person: Person, opening: str, now: datetime) -> Wish:
    """What is wished for; refused alike for whoever is not of the team and for nobody."""
    zone = zone_of(person)
    found = _OPENING.fullmatch(opening)
    if found is None:
        raise Refused(Text("team-gone"))
    number = found["person"] or found["one"]
    whose = member(person, int(number)) if number else None
    shown = (whose.id,) if whose else tuple(one.id for one in person.team)
    if opening.startswith("nilai"):
        running = Quarter.of(local(now, zone).date())
        quarter = Quarter.parse(found["quarter"]) if found["quarter"] else running
        return Wish(scores=quarter, shown=shown)
    if not opening.startswith("ingatkan"):
        return Wish(int(found["page"] or 0), whose, entries=found["kind"] == "c", shown=shown)
    own = calendars.of_people(store, shown)
    return Wish(whose=whose, nudges=_day(found["day"], own, now, zone), shown=shown)


def _day(text: str | None, team: Calendars, now: datetime, zone: str) -> date:
    """The day that was on the screen; refused where that screen is from days ago."""
    if text is None:
        return day_asked(team, now, zone)
    try:
        day, today = date.fromisoformat(text), local(now, zone).date()
    except ValueError:
        raise Refused(Text("team-gone")) from None
    if not workday_before(team, today) <= day <= today:
        raise Refused(Text("team-nudge-old"))
    return day


async def ask(wish: Wish) -> Wish:
    """Nothing to ask."""
    return wish


def keep(store: Store, person: Person, wish: Wish, now: datetime) -> Letter:
    """Remind whoever is to be reminded, and show the team or the person as they stand."""
    if wish.scores is not None:
        today = local(now, zone_of(person)).date()
        scores = team_scores(store, [one.id for one in person.team], wish.scores, today)
        return scores_letter(scores, wish.scores, today)
    said = None
    if wish.nudges is not None:
        said = nudged_words(_nudged(store, person, wish, wish.nudges, now), wish.nudges)
    if wish.whose is None:
        return team_letter(team_view(store, person, now=now), page=wish.page, nudged=said)
    if wish.entries:
        return entries_letter(wish.whose, work.newest(store, wish.whose.id, most=NEWEST))
    return member_letter(member_view(store, person, wish.whose, now=now), nudged=said)


def concerns(wish: Wish) -> tuple[int, ...]:
    """Those of the team of whom the screen tells."""
    return wish.shown


CONVERSATION = Conversation(
    "tim",
    look,
    ask,
    keep,
    manifest=Manifest(
        serves="superiors",
        menu=Place(2),
        help=Place(1, Text("guide-team")),
        greeting=Place(1, Text("button-my-team")),
        cost=Cost(1, 4, 1),
    ),
    concerns=concerns,
)


def _nudged(store: Store, person: Person, wish: Wish, day: date, now: datetime) -> Nudged:
    """Who has not logged by now is who is reminded, whatever the screen has said."""
    ids = [wish.whose.id] if wish.whose else [one.id for one in person.team]
    own = calendars.of_people(store, ids)
    found = workdays(store, own, day, day, zone=zone_of(person))
    missing = found[0].missing if found else frozenset()
    return nudge(store, person, missing, day=day, now=now)
