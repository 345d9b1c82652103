"""Kode: at the end of a service whoever served gives a code with one tap. Everybody gets one,
whatever their mood: how many are given at a counter is shown."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta

from handlers.engine.manifest import Cost, Manifest, Offer
from handlers.engine.topic import AtOnce, Screen, Several
from handlers.openings import ToServing, ToShownCode, ToVisitCode
from handlers.staff.serving import Choice, choices, end, running
from handlers.today import local_day
from models.letters import Button, Fact, File, Letter, Text, Verbatim
from models.people import Person
from models.refused import Refused
from models.services import Counter, counter_name, spelt_code
from models.store import Store
from models.store.ratings import visit_codes
from models.store.ratings.visit_codes import VisitCode
from models.store.rules import settings

MADE = "kunjungan"
"""The kind under which the picture of a code is made."""


@dataclass(frozen=True)
class CodesHere:
    """Where the person serves today: each counter with its one service, or with each of several.

    `chosen`: the one for which a code is wanted.
    """

    every: tuple[Choice, ...]
    chosen: Choice | None


@dataclass(frozen=True)
class GivenCode:
    """A code that was given at a counter, and for what."""

    counter: Counter
    code: str
    where: VisitCode


def look(store: Store, person: Person, opening: ToVisitCode | None, now: datetime) -> CodesHere:
    """The counters where the person serves today; where a visit runs, the code is for that one.
    Refused to who serves nowhere."""
    every = tuple(choices(store, person, now))
    if not every:
        raise Refused(Text("visit-code-not-yours"))
    asked = opening if opening and opening.counter is not None else None
    if asked is None and (runs := running(store, person, every, now)):
        asked = ToVisitCode(runs.counter_id, runs.service_id)
    fits = [one for one in every if asked and _is_meant(one, asked)]
    chosen = fits or (every if len(every) == 1 and asked is None else ())
    return CodesHere(every, chosen[0] if chosen else None)


def keep(store: Store, person: Person, here: CodesHere, now: datetime) -> Letter:
    """A new code, large; or where it is wanted, where that may be several places. Whoever holds a
    printed code gets no second one. Refused where the day has had enough."""
    if here.chosen is None:
        return Letter((Text("visit-code-which"),), tuple((_button(one),) for one in here.every))
    counter, service = here.chosen
    ended = end(store, person, here.chosen, now)
    took = [Text("visit-took", {"minutes": ended.minutes})] if ended and ended.minutes else []
    if ended is not None and ended.has_code:
        return Letter((Text("visit-over-slip"), *took), tuple(_onward(here.chosen)))
    today = local_day(counter, now)
    last = today + timedelta(days=int(settings.value_on(store, "visit-code-days", today) or 0))
    where = VisitCode(counter.id, service.id if service else None, last)
    (code,) = visit_codes.made(store, where, by=person.id, today=today)
    facts: dict[str, Fact] = {"code": spelt_code(code), "day": where.last_day}
    facts["place"] = counter_name(service.name, counter.full_name) if service else counter.full_name
    picture = ToShownCode(counter.id, code).button(Text("button-code-qr"))
    first, *rest = _onward(here.chosen)
    return Letter((Text("visit-code-given", facts), *took), (first, (picture,), *rest))


def _onward(place: Choice) -> list[tuple[Button, ...]]:
    """The next code, and the next visit."""
    counter, service = place
    again = ToVisitCode(counter.id, service.id if service else 0)
    rows: list[tuple[Button, ...]] = [(again.button_below(Text("button-code-next")),)]
    if service is not None:
        rows.append((ToServing(counter.id, service.id).button_below(Text("button-visit-begin")),))
    return rows


def look_at_picture(
    store: Store, person: Person, opening: ToShownCode | None, now: datetime
) -> GivenCode:
    """A code of a counter where the person serves; refused where it was used, or is over."""
    found = visit_codes.standing(store, opening.code, of=person.id) if opening else None
    if opening is None or found is None or not found.is_own:
        raise Refused(Text("visit-code-gone"))
    for counter, _ in choices(store, person, now):
        if counter.id == found.counter_id and local_day(counter, now) <= found.last_day:
            return GivenCode(counter, opening.code, found)
    raise Refused(Text("visit-code-gone"))


def show_picture(given: GivenCode) -> Letter:
    """The code as a picture with its QR: a citizen scans it from the clerk's screen."""
    where = given.where
    made = f"made:{MADE}.{where.counter_id}.{where.last_day.isoformat()}.{given.code}"
    again = ToVisitCode(where.counter_id, where.service_id or 0)
    said = Text("visit-code-scan", {"code": spelt_code(given.code)})
    way = again.button_below(Text("button-code-next"))
    return Letter((said,), ((way,),), file=File("photo", made, "kode.png"))


def _is_meant(one: Choice, asked: ToVisitCode) -> bool:
    counter, service = one
    return (counter.id, service.id if service else 0) == (asked.counter, asked.service or 0)


def _button(one: Choice) -> Button:
    counter, service = one
    way = ToVisitCode(counter.id, service.id if service else 0)
    label = Verbatim(f"{counter.name} · {service.name}") if service else Text("button-code-any")
    return way.button(label)


CONVERSATION = Several(
    (
        AtOnce(ToVisitCode, look, keep),
        Screen(ToShownCode, look_at_picture, show_picture),
    ),
    manifest=Manifest(
        serves="staff",
        menu=Offer(7),
        help=Offer(10, Text("guide-code")),
        at_once=True,
        cost=Cost(1, 3, 1, by="employee"),
    ),
)
