"""Kata: those who serve at a counter read what citizens wrote of it, and answer what is rude or not
true. The oversight team decides; nobody learns who wrote or when, and no figure changes."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from handlers.complaints import today_at
from handlers.complaints.voices import voice
from handlers.engine.conversation import Conversation
from handlers.engine.manifest import Cost, Manifest, Offer
from handlers.engine.questions import Option, Pick, Write
from handlers.engine.topic import Screen, Several
from handlers.openings import ToCounterVoices, ToOneVoice, ToRebutting
from handlers.words.figures import quarter_name
from handlers.words.pages import SHOWN, page_rows
from models.disclosure import Place
from models.letters import Button, Fact, Letter, Text, Verbatim, Words
from models.people import Person
from models.quarter import Quarter
from models.rebuttals import RebuttalKind
from models.refused import Refused
from models.rights import may_rebut
from models.services import Counter
from models.store import Store
from models.store.office import services
from models.store.oversight.looks import note_deed
from models.store.people import posts
from models.store.ratings import ratings, rebuttals
from models.store.ratings.ratings import ToldComment
from models.store.ratings.shut import shut_words
from models.store.rules.measures import measure

LONGEST_LINE = 300
KINDS: Sequence[RebuttalKind] = ("rude", "false")


@dataclass(frozen=True)
class OwnCounters:
    """Where somebody serves today."""

    every: Sequence[Counter]


@dataclass(frozen=True)
class CounterVoices:
    """What citizens wrote of a counter in a quarter, from the so-manieth on; too few to be shown
    alone are not there, and `needed` is how many it takes."""

    counter: Counter
    quarter: Quarter
    found: Sequence[ToldComment]
    first: int
    needed: int


@dataclass(frozen=True)
class RudeOrFalse:
    """A comment about a counter, and what is said to be wrong with it."""

    counter: Counter
    comment: ToldComment
    kind: RebuttalKind


@dataclass(frozen=True)
class RebuttalLine:
    """The same, with a line of one's own."""

    of: RudeOrFalse
    words: str


def look(
    store: Store, person: Person, opening: ToCounterVoices | None, now: datetime
) -> OwnCounters | CounterVoices:
    """Of the counter that is named, else of the one where the person serves; which, where there are
    several. Refused to who serves nowhere."""
    if opening is not None and opening.counter is not None:
        first = opening.page * SHOWN
        return _voices(store, person, opening.counter, opening.quarter, first, now)
    every = _own(store, person, now)
    if not every:
        raise _not_yours()
    if len(every) > 1:
        return OwnCounters(every)
    return _voices(store, person, every[0].id, None, 0, now)


def look_at_one(
    store: Store, person: Person, opening: ToOneVoice | None, now: datetime
) -> CounterVoices:
    """One after the other, so that it is clear which one is answered."""
    if opening is None:
        raise _not_yours()
    return _voices(store, person, opening.counter, opening.quarter, opening.nth, now)


def look_at_rebutting(
    store: Store, person: Person, opening: ToRebutting | None, now: datetime
) -> RudeOrFalse:
    """One that is told of a counter and that nobody has answered; others and none are refused
    alike."""
    found = ratings.told_at(store, opening.comment) if opening else None
    if opening is None or found is None:
        raise _not_yours()
    counter, quarter, comment = found
    there = _voices(store, person, counter, quarter, 0, now)
    if not there.found or comment.rebuttal is not None:
        raise _gone()
    return RudeOrFalse(there.counter, comment, opening.kind)


def show(found: OwnCounters | CounterVoices) -> Letter:
    """A page of what was written; the way to answer one of it, and to the quarter before."""
    if isinstance(found, OwnCounters):
        there = (ToCounterVoices(one.id).button(Verbatim(one.full_name)) for one in found.every)
        return Letter((Text("kata-which"),), tuple((one,) for one in there))
    here = ToCounterVoices(found.counter.id, found.quarter)
    before = ToCounterVoices(found.counter.id, found.quarter.previous)
    away = (before.button(Text("button-quarter-before")),)
    if not found.found:
        few = Text("kata-few", {"needed": found.needed})
        return Letter((_title(found), few), (away,))
    shown, page = found.found[:SHOWN], found.first // SHOWN
    one = ToOneVoice(found.counter.id, found.quarter, found.first)
    turning = page_rows(
        lambda n: replace(here, page=n), page, more=len(found.found) > SHOWN
    )
    rows: list[tuple[Button, ...]] = [(one.button(Text("button-kata-answer")),), *turning, away]
    return Letter((_title(found), Text("kata-how"), *map(voice, shown)), tuple(rows))


def show_one(found: CounterVoices) -> Letter:
    """The comment, what can be said of it, and the way to the next."""
    counter, quarter = found.counter.id, found.quarter
    back = ToCounterVoices(counter, quarter, found.first // SHOWN)
    rows: list[tuple[Button, ...]] = []
    if not found.found:
        raise _gone()
    one = found.found[0]
    words: list[Words] = [_title(found), voice(one)]
    if one.rebuttal is None:
        rows.append(tuple(_kind(one, kind) for kind in KINDS))
    else:
        words.append(Text(f"kata-state-{one.rebuttal}"))
    if len(found.found) > 1:
        after = ToOneVoice(counter, quarter, found.first + 1)
        rows.append((after.button(Text("button-kata-next")),))
    return Letter(tuple(words), (*rows, (back.button(Text("button-voices")),)))


async def ask(of: RudeOrFalse) -> RebuttalLine:
    """One line of their own; it goes once its card was confirmed."""
    facts: dict[str, Fact] = {"kind": Text(f"rebuttal-{of.kind}"), "words": of.comment.words}
    own = await Write("rebuttal-line", longest=LONGEST_LINE, facts=facts)
    send = Option("send", Text("button-send"))
    card: dict[str, Fact] = {**facts, "own": own}
    await Pick("rebuttal-card", options=[send], yes="send", decisive="send", facts=card)
    return RebuttalLine(of, own)


def keep(store: Store, person: Person, line: RebuttalLine, now: datetime) -> Letter:
    """It waits for the oversight team."""
    of, day = line.of, today_at(store, line.of.counter.unit.id, now)
    number = of.comment.id
    if not rebuttals.add(store, number, person.id or 0, of.kind, line.words, day=day):
        raise _gone()
    note_deed(store, person, "rebuttal", None, now=now, rating=number, state="waiting")
    back = ToCounterVoices(of.counter.id).button(Text("button-voices"))
    return Letter((Text("rebuttal-done"),), ((back,),))


def _voices(
    store: Store, person: Person, number: int, quarter: Quarter | None, first: int, now: datetime
) -> CounterVoices:
    """Raises Refused for a counter of others, and for none. Without a quarter it is the running
    one, or the one before while that has more to show."""
    found = services.counters_by_id(store, number)
    serves = any(one.id == number for one in _own(store, person, now))
    if not found or not may_rebut(person, _lineage(store, found[0]), serves=serves):
        raise _not_yours()
    counter = found[0]
    running = Quarter.of(today_at(store, counter.unit.id, now))
    asked = [quarter] if quarter else [running, running.previous]
    every = [_of_quarter(store, counter, one, first) for one in asked]
    return next((one for one in every if one.found), every[0])


def _of_quarter(store: Store, counter: Counter, quarter: Quarter, first: int) -> CounterVoices:
    """Nothing where that is shut for whoever reads more, or too few can be told of the counter."""
    here = measure(store, quarter)
    needed = here.enough.words
    start = ratings.told(store, [counter.id], quarter, level="counter", most=needed, skip=0)
    units, day = _lineage(store, counter), quarter.last_day
    place = Place("c", counter.id)
    shut = any(place in shut_words(store, unit, here, day=day) for unit in units)
    if shut or len(start) < needed:
        return CounterVoices(counter, quarter, (), first, needed)
    found = ratings.told(
        store, [counter.id], quarter, level="counter", most=SHOWN + 1, skip=first
    )
    return CounterVoices(counter, quarter, found, first, needed)


def _own(store: Store, person: Person, now: datetime) -> list[Counter]:
    if person.id is None:
        return []
    return [
        counter
        for number in posts.counters_of(store, person.id, now.date())
        for counter in services.counters_by_id(store, number)
    ]


def _lineage(store: Store, counter: Counter) -> list[int]:
    return [unit.id for unit in services.lineage(store, counter.unit.id)]


def _title(found: CounterVoices) -> Text:
    facts: dict[str, Fact] = {"counter": found.counter.full_name}
    return Text("kata-title", {**facts, "quarter": quarter_name(found.quarter)})


def _kind(one: ToldComment, kind: RebuttalKind) -> Button:
    return ToRebutting(one.id, kind).button(Text(f"button-rebuttal-{kind}"))


def _not_yours() -> Refused:
    return Refused(Text("kata-not-yours"))


def _gone() -> Refused:
    return Refused(Text("kata-gone"))


CONVERSATION = Several(
    (
        Screen(ToCounterVoices, look, show),
        Screen(ToOneVoice, look_at_one, show_one),
        Conversation(ToRebutting, look_at_rebutting, ask, keep),
    ),
    manifest=Manifest(
        serves="staff",
        menu=None,
        help=Offer(9, Text("guide-kata")),
        cost=Cost(1, 2, 1, by="employee"),
    ),
)
