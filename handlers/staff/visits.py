"""Layani: whoever serves marks with one tap when a visit begins; the code that is given at its end
ends it. How long visits of a service take is shown, of nobody alone."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from handlers.engine.manifest import Cost, Manifest, Offer
from handlers.engine.topic import AtOnce, Several
from handlers.openings import ToNotServing, ToServing, ToServingSlip, ToVisitCode
from handlers.staff.serving import choices, running
from handlers.words.moments import moment_words
from models.letters import Button, Letter, Text, Verbatim
from models.people import Person
from models.refused import Refused
from models.services import Counter, Service, counter_name
from models.store import Store
from models.store.office import services, visits
from models.store.office.visits import RunningVisit

Place = tuple[Counter, Service]


@dataclass(frozen=True)
class Serving:
    """Where the person serves today, each counter with each of its services; `chosen` where a visit
    is to begin; `runs`: one that they have begun; `has_code`: who comes holds a printed code."""

    every: Sequence[Place]
    chosen: Place | None
    runs: RunningVisit | None
    has_code: bool = False


def look(store: Store, person: Person, opening: ToServing | None, now: datetime) -> Serving:
    """Where the person serves; refused to who serves nowhere today."""
    every = [(where, what) for where, what in choices(store, person, now) if what is not None]
    if not every:
        raise Refused(Text("visit-code-not-yours"))
    asked = (opening.counter, opening.service) if opening else ()
    fits = [one for one in every if (one[0].id, one[1].id) == asked]
    chosen = fits or (every if len(every) == 1 else ())
    return Serving(every, chosen[0] if chosen else None, running(store, person, every, now))


def look_at_slip(
    store: Store, person: Person, opening: ToServingSlip | None, now: datetime
) -> Serving:
    """The same with a slip in hand: of its counter alone; refused to who does not serve there."""
    found = look(store, person, None, now)
    here = [one for one in found.every if opening and one[0].id == opening.counter]
    if opening is None or not here:
        raise Refused(Text("visit-code-not-yours"))
    fits = [one for one in here if opening.service in (0, one[1].id)]
    chosen = fits[0] if len(fits) == 1 else None
    return Serving(here, chosen, found.runs, has_code=True)


def keep(store: Store, person: Person, here: Serving, now: datetime) -> Letter:
    """The visit has begun; or that one runs; or for what, where that may be several services."""
    runs = here.runs or _begun(store, person, here, now)
    if runs is None:
        rows = tuple((_of_place(*one, has_code=here.has_code),) for one in here.every)
        return Letter((Text("visit-code-which"),), rows)
    counter, service = _where(store, runs)
    place = counter_name(service.name, counter.full_name)
    facts = {"place": place, **moment_words(runs.started_at, counter.unit.zone)}
    label = Text("button-visit-over-slip" if runs.has_code else "button-visit-over")
    over = ToVisitCode(counter.id, service.id).button(label)
    return Letter((Text("visit-runs", {**facts, "button": label}),), ((over,), (_LET_GO,)))


def _where(store: Store, runs: RunningVisit) -> Place:
    (counter,) = services.counters_by_id(store, runs.counter_id)
    return counter, next(one for one in counter.services if one.id == runs.service_id)


def _begun(store: Store, person: Person, here: Serving, now: datetime) -> RunningVisit | None:
    if here.chosen is None or person.id is None:
        return None
    counter, service = here.chosen
    visit = RunningVisit(counter.id, service.id, now, here.has_code)
    visits.begin(store, person.id, visit)
    return visit


def look_at_running(
    store: Store, person: Person, opening: ToNotServing | None, now: datetime
) -> RunningVisit | None:
    """What the person has begun, and nobody else's."""
    return visits.running(store, person.id) if person.id is not None else None


def let_go(store: Store, person: Person, runs: RunningVisit | None, now: datetime) -> Letter:
    """What ran is gone, and counts for nothing."""
    if runs is not None and person.id is not None:
        visits.drop(store, person.id)
    return Letter((Text("visit-let-go" if runs else "visit-none"),), ((_BEGIN,),))


def _of_place(counter: Counter, service: Service, *, has_code: bool) -> Button:
    way = (ToServingSlip if has_code else ToServing)(counter.id, service.id)
    return way.button(Verbatim(f"{counter.name} · {service.name}"))


_LET_GO = ToNotServing().button(Text("button-visit-let-go"))
_BEGIN = ToServing().button(Text("button-visit-begin"))

CONVERSATION = Several(
    (
        AtOnce(ToServing, look, keep),
        AtOnce(ToServingSlip, look_at_slip, keep),
        AtOnce(ToNotServing, look_at_running, let_go),
    ),
    manifest=Manifest(
        serves="staff",
        menu=None,
        help=Offer(11, Text("guide-serving")),
        at_once=True,
        cost=Cost(1, 3, 1, by="employee"),
    ),
)
