"""Which counter is meant, for who comes without a code."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from handlers.engine.conversation import Onward
from handlers.engine.questions import Noted, Option, Pick
from handlers.openings import ToListening, ToRating, ToSurvey
from handlers.today import local_day, tokens_of
from models.dialogues import Dialogue
from models.letters import Fact, Text, Verbatim
from models.people import Person
from models.refused import Refused
from models.rights import may_rate
from models.services import Counter, Service, Unit, as_code
from models.store import Store
from models.store.chat import dialogues
from models.store.office import services
from models.store.people import posts
from models.store.ratings import raters, ratings

_ELSEWHERE = "else"
A_LIST = 10
"""So many counters are one list, wherever they are."""


@dataclass(frozen=True)
class Nearby:
    """All counters that may be meant; `unit_id`: of the one that this chat has scanned last, or
    rated a moment ago."""

    counters: Sequence[Counter]
    unit_id: int | None = None

    @property
    def is_one_list(self) -> bool:
        """Whether all are shown: they are few, or of one unit."""
        return len(self.counters) <= A_LIST or not self._are_several_units

    @property
    def units(self) -> Sequence[Unit]:
        """Their units, in the office's order."""
        return list({one.unit.id: one.unit for one in self.counters}.values())

    def options(self, some: Sequence[Counter]) -> list[Option]:
        """These by what is delivered there; their unit too, where there are several."""
        return [
            Option(one.code, Verbatim(_place(one, with_unit=self._are_several_units)))
            for one in some
        ]

    @property
    def _are_several_units(self) -> bool:
        return len(self.units) > 1


def everywhere(store: Store, person: Person, now: datetime) -> Nearby:
    """Every counter with an open service; refused where there is none."""
    counters = services.all_counters(store)
    if not counters:
        raise Refused(Text("rate-no-services"))
    every = Nearby(counters)
    return every if every.is_one_list else replace(every, unit_id=_scanned(store, person, now))


def nearby(store: Store, person: Person, now: datetime) -> Nearby:
    """Those of them where the person may rate; refused where there is none."""
    every = everywhere(store, person, now)
    able = [counter for counter in every.counters if _may(store, person, counter, now)]
    if not able:
        raise _own(every.counters[0])
    return replace(every, counters=able)


def _scanned(store: Store, person: Person, now: datetime) -> int | None:
    """The unit of the counter whose form is open or parked in this chat, or that was rated a moment
    ago. Nothing is kept to know it: later nobody knows where somebody was."""
    for form in dialogues.every(store, person.address.id):
        counter = services.counter_by_code(store, _code_of(form))
        if counter is not None:
            return counter.unit.id
    given = raters.fresh(store, tokens_of(store, person), now)
    if given is None:
        return None
    return services.unit_of_counter(store, ratings.by_id(store, given).counter_id)


def _code_of(form: Dialogue) -> str:
    """The code of the counter that a form is of; "" where it names none."""
    kinds = (ToRating, ToSurvey, ToListening)
    read = [kind.read(form.opening) for kind in kinds if kind.conversation == form.conversation]
    return next((as_code(one.code) or "" for one in read if one is not None), "")


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
    nearby: Nearby,
    onward: type[ToRating | ToSurvey | ToListening],
    question: str = "rate-counter",
) -> Onward:
    """On to the counter that is meant: of those near by, else of a unit; by its name always."""
    if len(nearby.counters) == 1:
        return Onward.to(onward(nearby.counters[0].code))
    if nearby.is_one_list:
        one = await Pick(question, options=nearby.options(nearby.counters), passing=True)
        return Onward.to(onward(one.key))
    return Onward.to(onward(await _of_many(nearby, question)))


async def _of_many(nearby: Nearby, question: str) -> str:
    """The code of one of a long list: what is near is shown, else the units."""
    near = replace(nearby, unit_id=await Noted("rate-near", value=nearby.unit_id))
    picked = await _first(near, question)
    if picked == _ELSEWHERE:
        picked = await _first(replace(near, unit_id=None), question)
    there = [one for one in near.counters if _key_of(one.unit) == picked]
    if len(there) > 1:
        return (await Pick(question, options=near.options(there), passing=True)).key
    return there[0].code if there else picked


async def _first(nearby: Nearby, question: str) -> str:
    """The code of a counter, the key of a unit, or that it is elsewhere; any name may be typed.

    What was scanned is forgotten sooner than somebody chooses, so each list knows the buttons of
    the other.
    """
    units = [Option(_key_of(unit), unit.label) for unit in nearby.units]
    every = [*nearby.options(nearby.counters), *units]
    elsewhere = Option(_ELSEWHERE, Text("rate-elsewhere"))
    if not (near := [one for one in nearby.counters if one.unit.id == nearby.unit_id]):
        finer = [*every, elsewhere]
        return (await Pick("rate-unit", options=units, finer=finer, passing=True)).key
    options = [*nearby.options(near), elsewhere]
    return (await Pick(question, options=options, finer=every, passing=True)).key


def _key_of(unit: Unit) -> str:
    """The unit as a choice: small letters, as no counter's code has any."""
    return f"u{unit.id}"


async def pick_service(counter: Counter, onward: Callable[[str], ToRating | ToSurvey]) -> Onward:
    """On to one of the counter's services, by its key."""
    picked = await Pick("rate-service", options=counter.services)
    return Onward.to(onward(picked.key))


def _place(counter: Counter, *, with_unit: bool) -> str:
    named = [counter.services[0].name] if len(counter.services) == 1 else []
    return " · ".join([*named, counter.name, *([counter.unit.name] if with_unit else [])])
