"""Which counter is meant, for who comes without a code."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import datetime

from handlers.engine.conversation import Onward
from handlers.engine.questions import Option, Pick
from handlers.openings import ToListening, ToRating, ToSurvey
from handlers.today import local_day
from models.letters import Fact, Text, Verbatim
from models.people import Person
from models.refused import Refused
from models.rights import may_rate
from models.services import Counter, Service, as_code
from models.store import Store
from models.store.office import services
from models.store.people import posts


def all_counters(store: Store, person: Person, now: datetime) -> Sequence[Counter]:
    """Every counter with an open service where the person may rate; refused where there is none."""
    counters = services.all_counters(store)
    if not counters:
        raise Refused(Text("rate-no-services"))
    able = [counter for counter in counters if _may(store, person, counter, now)]
    if not able:
        raise _own(counters[0])
    return able


def place_of(
    store: Store, person: Person, opening: ToRating | ToSurvey, now: datetime
) -> tuple[Counter, Sequence[Service]]:
    """The counter with the code in the opening, and those of its services that may be meant.

    Refused to whoever serves there, and where what is meant is closed.
    """
    counter = services.counter_by_code(store, as_code(opening.code) or "")
    if counter is None:
        raise _closed(store, opening)
    if not _may(store, person, counter, now):
        raise _own(counter)
    named = [s for s in counter.services if s.key == opening.service]
    if opening.service and not named:
        raise _closed(store, opening, beside=counter)
    return counter, named or counter.services


def _closed(
    store: Store, opening: ToRating | ToSurvey, *, beside: Counter | None = None
) -> Refused:
    """Why nothing is rated by this code any more, with the way to what is open `beside` it: never
    another service in silence, to which what was said of this one would be counted."""
    counter = services.counter_of_code(store, as_code(opening.code) or "")
    if counter is None:
        return Refused(Text("rate-no-such-code", {"code": opening.code[:20]}))
    way = ToRating(counter.code).button(Text("button-rate-beside"))
    facts: dict[str, Fact] = {"counter": counter.full_name}
    why = "rate-closed-counter"
    for service in counter.services:
        if service.key == opening.service:
            why, facts["service"] = "rate-closed-service", service.name
    return Refused(Text(why, facts), buttons=((way,),) if beside else ())


def _may(store: Store, person: Person, counter: Counter, now: datetime) -> bool:
    """Whether the person may rate there: of a citizen nobody asks, of whoever has joined their
    counters, their posts and the units that they head."""
    if person.id is None:
        return True
    today = local_day(counter, now)
    above = services.lineage(store, counter.unit.id)
    return may_rate(person, above, serves=posts.serves(store, person.id, counter, today))


def _own(counter: Counter) -> Refused:
    return Refused(Text("rate-own-place", {"unit": counter.unit.name}))


async def pick_counter(
    counters: Sequence[Counter],
    onward: type[ToRating | ToSurvey | ToListening],
    question: str = "rate-counter",
) -> Onward:
    """The counters by what is delivered there; their unit too, where there are several. On to
    the one that is meant."""
    if len(counters) == 1:
        return Onward.to(onward(counters[0].code))
    units = len({counter.unit.id for counter in counters})
    options = [Option(c.code, Verbatim(_place(c, with_unit=units > 1))) for c in counters]
    picked = await Pick(question, options=options, passing=True)
    return Onward.to(onward(picked.key))


async def pick_service(counter: Counter, onward: Callable[[str], ToRating | ToSurvey]) -> Onward:
    """On to one of the counter's services, by its key."""
    picked = await Pick("rate-service", options=counter.services)
    return Onward.to(onward(picked.key))


def _place(counter: Counter, *, with_unit: bool) -> str:
    named = [counter.services[0].name] if len(counter.services) == 1 else []
    return " · ".join([*named, counter.name, *([counter.unit.name] if with_unit else [])])
