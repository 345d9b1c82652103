"""Who acts in a superior's place for a while (Plt., Plh., Pj., Pjs.): a second person agrees."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any, cast, get_args

from handlers.acting import acting_title, with_title
from handlers.engine.question import optional
from handlers.engine.questions import Option, Pick
from handlers.office.imports.rights import officer
from handlers.office.imports.waiting import OfficeChange, propose, waits
from handlers.office.people.card import card_of, gone, to_card
from handlers.office.people.found import check_keeps, to_search
from handlers.openings import ToQueue, ToStandIn
from handlers.words.days import Day, day_ahead, first_day
from models.calendar import local
from models.letters import Button, Fact, Letter, Text, Verbatim
from models.people import ActingAs, Colleague, Person
from models.refused import Refused
from models.rights import may_keep
from models.store import Store
from models.store.intake.intakes import Intake
from models.store.letters import letters
from models.store.office import services
from models.store.oversight.stamps import Stamp
from models.store.people import charges, doubts, duties, vacancies
from models.store.people.charges import StandIn
from models.store.people.posts import Employee

_DAY = timedelta(days=1)
_END = "x"


@dataclass(frozen=True)
class ActedPost:
    """In whose place: of somebody who is there, or who was the last to hold that post, which was
    `over` somebody."""

    who: Employee
    team: Sequence[Colleague]
    today: date
    back: Button
    over: int = 0

    @property
    def name(self) -> str:
        return self.who.name


@dataclass(frozen=True)
class ActingChoices:
    """In whose place, who stands there already from today on, and who else may."""

    card: ActedPost
    there: Sequence[StandIn]
    able: Sequence[Colleague]


@dataclass(frozen=True)
class StandingIn:
    """Who stands in that place, as what, from when to when; or who does no longer (`ends`)."""

    card: ActedPost
    who: Colleague
    label: ActingAs
    first: date
    last: date | None
    ends: StandIn | None = None


def look(store: Store, person: Person, opening: ToStandIn | None, now: datetime) -> ActingChoices:
    """Somebody's place; refused where they are nobody's superior."""
    check_keeps(person)
    opening = opening or ToStandIn(0)
    card = place_of(store, person, opening.whose, now, over=opening.over)
    there = charges.stand_ins(store, card.who.id, card.today)
    if not (card.team or there):
        raise Refused(Text("stand-in-no-team", {"name": card.name}), buttons=((card.back,),))
    return ActingChoices(card, there, _able(store, card))


def place_of(
    store: Store, person: Person, number: int, now: datetime, *, over: int = 0
) -> ActedPost:
    """The place of the person with this number, also the one they have left, over somebody (`over`)
    where they have another; elsewhere, oneself and nobody are refused alike."""
    post, _ = duties.work_of(store, number, now)
    if post is not None and not over:
        card = card_of(store, person, number, now)
        return ActedPost(card.who, card.team, card.today, to_card(card))
    seat = vacancies.left_above(store, over, now.date()) if over else None
    if post is None:
        seat = seat or vacancies.seat_of(store, number, now.date())
    if seat is None or seat.holder.id != number or not may_keep(
        person, services.lineage(store, seat.holder.unit.id), owner_id=number
    ):
        raise gone()
    today = local(now, seat.holder.unit.zone).date()
    team = vacancies.team_left(store, number, seat.last or today, today)
    return ActedPost(seat.holder, team, today, to_search(), over)


def _able(store: Store, card: ActedPost) -> tuple[Colleague, ...]:
    """Peers first, as for a superior; then the team itself."""
    likely = (Colleague(one.id, one.name) for one in doubts.likely(store, card.who, card.today))
    return tuple(dict.fromkeys((*likely, *card.team)))


async def ask(place: ActingChoices) -> StandingIn:
    """Who, as what, from which day to which; or whose time there is over."""
    card, facts = place.card, {"name": place.card.name}
    options = [Option(f"{_END}{one.id}", _over(one)) for one in place.there]
    options += [Option(str(one.id), Verbatim(one.name)) for one in place.able]
    picked = await Pick("stand-in-who", options=options, facts=facts)
    ends = next((one for one in place.there if f"{_END}{one.id}" == picked.key), None)
    if ends is not None:
        label = ends.label or "plh"
        return StandingIn(card, ends.who, label, ends.first, card.today - _DAY, ends)
    who = next(one for one in place.able if str(one.id) == picked.key)
    labels = [Option(label, Text(f"stand-in-as-{label}")) for label in ("plh", "plt", "pj", "pjs")]
    chosen = await Pick("stand-in-as", options=labels, facts={"who": who.name, **facts})
    label = next(one for one in get_args(ActingAs) if one == chosen.key)
    begun = await first_day(_day("stand-in-first", who, card, card.today))
    last = begun.last or await optional(_day("stand-in-last", who, card, begun.first))
    return StandingIn(card, who, label, begun.first, last)


def _over(one: StandIn) -> Text:
    return Text("stand-in-end", {"name": with_title(one.who.name, one.label, one.title)})


def _day(name: str, who: Colleague, card: ActedPost, earliest: date) -> Day:
    return day_ahead(
        name,
        facts={"who": who.name, "name": card.name},
        today=card.today,
        earliest=earliest,
        offered_from=earliest,
        too_early=Text("stand-in-early", {"day": earliest, "earliest": earliest}),
    )


def keep(store: Store, person: Person, standing: StandingIn, now: datetime) -> Letter:
    """Ask a second person to agree."""
    card, who = standing.card, standing.who
    what = {
        "who": who.id,
        "instead": card.who.id,
        "over": card.over,
        "label": standing.label,
        "first": standing.first.isoformat(),
        "last": standing.last.isoformat() if standing.last else None,
        "ends": standing.ends.id if standing.ends else None,
    }
    units, line = frozenset({card.who.unit.id}), _line(standing)
    change = OfficeChange("acting", what, line, units, about=who.id)
    one = cast(Intake, propose(store, change, by=person.id, now=now))
    return waits(store, one, card.back, now=now)


def _line(standing: StandingIn) -> Text:
    title = acting_title(standing.label, standing.card.who.title)
    facts: dict[str, Fact] = {"who": standing.who.name, "name": standing.card.name, "title": title}
    if standing.ends is not None:
        return Text("change-acting-ends", facts)
    return Text("change-acting", {**facts, **_when(standing.first, standing.last)})


def _when(first: date, last: date | None) -> dict[str, Fact]:
    if last is None:
        return {"when": Text("import-since", {"first": first})}
    return {"when": Text("import-during", {"first": first, "last": last})}


def apply(store: Store, what: Mapping[str, Any], by: int | None, now: datetime) -> None:
    """Let it begin or end as was agreed, and tell both. Refused where it no longer fits."""
    asked = officer(store, by or 0, now)
    card = place_of(store, asked, what["instead"], now, over=what.get("over", 0))
    stamp = Stamp(now, card.today, by)
    if what["ends"] is not None:
        if not charges.stand_down(store, what["ends"], card.today, stamp=stamp):
            raise Refused(Text("change-otherwise"))
        letters.tell(store, what["who"], _ended(card), now=now)
        return
    first = max(date.fromisoformat(what["first"]), card.today)
    last = date.fromisoformat(what["last"]) if what["last"] else None
    who = next((one for one in _able(store, card) if one.id == what["who"]), None)
    if who is None or not card.team or (last is not None and last < first):
        raise Refused(Text("change-otherwise"))
    place = StandIn(0, who, what["label"], card.who.title, first, last)
    charges.stand_in(store, card.who, place, stamp=stamp)
    for number, letter in begun_letters(card.who.id, card.name, place):
        if number != by:
            letters.tell(store, number, letter, now=now)


def begun_letters(
    instead: int, name: str, place: StandIn
) -> tuple[tuple[int, Letter], tuple[int, Letter]]:
    """What whoever acts reads, and whoever is stood in for."""
    when = _when(place.first, place.last)
    facts: dict[str, Fact] = {"title": acting_title(place.label, place.title), **when}
    look = ToQueue().button(Text("button-raised-look"))
    return (
        (place.who.id, Letter((Text("stand-in-yours", {**facts, "name": name}),), ((look,),))),
        (instead, Letter((Text("stand-in-for-you", {**facts, "name": place.who.name}),))),
    )


def ended_letter(name: str) -> Letter:
    """What whoever acted reads when it is over before its time."""
    return Letter((Text("stand-in-over", {"name": name}),))


def _ended(card: ActedPost) -> Letter:
    return ended_letter(card.name)
