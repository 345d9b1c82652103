"""Lapor: a citizen says what must be put right, and gets a number at once.

Who says it is sealed (`models.store.complaints.reporters`): the unit reads what, where and when,
and nobody reads who.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, datetime, timedelta
from functools import partial
from typing import Any

from handlers.citizen.lately import lately
from handlers.citizen.proposing import Others, element_of, kind_of, others_of, unit_of
from handlers.citizen.telling import LONGEST_SHOWN, TellAll, Telling
from handlers.complaints import counted, due_after, held, today_at
from handlers.complaints.corrected import count_corrected, desks
from handlers.complaints.weighty import takers_of, tell_oversight, unnamed
from handlers.engine.conversation import Conversation
from handlers.engine.manifest import Cost, Manifest, Offer
from handlers.engine.questions import EarlyWords, Noted, Option, Pick
from handlers.openings import ToComplaint, ToListening, ToMyComplaint
from models.calendar import local
from models.complaints import (
    SAME_DAYS,
    SAME_LEAST,
    ComplaintKind,
    Evidence,
    Same,
    ToldMatter,
)
from models.letters import Button, Fact, Letter, Lines, Text, Verbatim, Words
from models.masking import masked
from models.people import Colleague, Person
from models.refused import Refused
from models.services import Counter, Unit, as_code, counter_name
from models.settings import LINE
from models.store import Store
from models.store.chat import files
from models.store.complaints import complaints, corrections, reporters
from models.store.office import services
from models.store.rules import settings
from models.triage.corrected import Field, Learned, correction
from models.triage.judging import ELEMENTS
from models.triage.places import KnownPlaces, Offered, office
from models.triage.proposal import Guess, Proposal, proposed
from models.wording import COMPLAINTS, within

KINDS: Sequence[ComplaintKind] = ("plain", "ask", "wish", "weighty")
PATIENCE = timedelta(hours=2)
"""A draft of many words and photos waits longer than a rating does."""
ANYWHERE = "0"
"""The key of the choice that the citizen does not know which unit it is."""
NOTHING = Guess(None, "asked")

@dataclass(frozen=True)
class WhereTo:
    """Where it was: a unit, and the counter where that is known."""

    unit: Unit
    counter: Counter | None = None

    @property
    def name(self) -> str:
        """As people call it."""
        return self.counter.full_name if self.counter else self.unit.name


@dataclass(frozen=True)
class Around:
    """Where it may have been: the counter that was scanned or rated last, else all units that serve
    citizens. `said`, `element`: what that rating tells already. `same`: what others complain of.
    `line`: what the office says of complaints itself. `takers`: who of the oversight team may take
    a weighty matter of each. `desks`: by which names places are known; `learned`: what words were
    corrected to before.
    """

    at: WhereTo | None
    units: Sequence[Unit]
    top: Unit
    said: str | None = None
    element: str | None = None
    same: Mapping[ToldMatter, Same] = field(default_factory=dict)
    line: str = ""
    takers: Mapping[int, Sequence[Colleague]] = field(default_factory=dict)
    desks: KnownPlaces = field(default_factory=partial(office, (), ()))
    learned: Learned = field(default_factory=dict)
    _found: dict[str, Proposal] = field(default_factory=dict, compare=False, repr=False)

    def proposal(self, words: str) -> Proposal:
        """What the words are about. A turn plays the form several times: found once is enough."""
        if words not in self._found:
            self._found[words] = proposed(self.desks, words, learned=self.learned)
        return self._found[words]


@dataclass(frozen=True)
class Grievance:
    """What a citizen has said: where, of which kind, in which words, with what to show for it;
    `service`: the one that the words name; `others`: what it may be instead, where it was
    guessed."""

    place: WhereTo
    kind: ComplaintKind
    words: str
    element: str | None = None
    evidence: Sequence[Evidence] = ()
    joins: Same | None = None
    corrected: Sequence[str] = ()
    service: Offered | None = None
    others: Others = field(default_factory=Others)

    @property
    def where(self) -> str:
        """The place as people call it, with the service where that is known."""
        place = self.place.name
        return counter_name(self.service.name, place) if self.service else place

    @property
    def matter(self) -> ToldMatter:
        """What it may have in common with another."""
        counter = self.place.counter
        at = counter.id if counter else None
        return ToldMatter(self.place.unit.id, at, self.kind, self.element)


def look(store: Store, person: Person, opening: ToComplaint | None, now: datetime) -> Around:
    """The counter behind the code with what was rated there, and the units to choose from."""
    code = as_code(opening.code) if opening is not None and opening.code else None
    counter = services.counter_by_code(store, code) if code else None
    counters = services.all_counters(store)
    found = {one.unit.id: one.unit for one in counters}
    if not found:
        raise Refused(Text("rate-no-services"))
    units = list(found.values())
    at = WhereTo(counter.unit, counter) if counter else None
    top = services.lineage(store, (at.unit if at else units[0]).id)[-1]
    today = local(now, top.zone).date()
    values = settings.values_on(store, today)
    same, line = _same(store, person, values, today), _line(values)
    takers = takers_of(store, dict.fromkeys((*found, top.id)), now)
    around = Around(at, units, top, same=same, line=line, takers=takers)
    around = replace(around, desks=desks(counters), learned=corrections.learned(store))
    was_rated = counter is not None and opening is not None and opening.service
    given = lately(store, person, now) if was_rated else None
    if given is None or counter is None or given.counter.id != counter.id:
        return around
    cause = given.rating.cause
    return replace(around, said=given.rating.reason, element=cause and cause.partition(".")[0])


def _same(
    store: Store, person: Person, values: Mapping[str, Any], today: date
) -> Mapping[ToldMatter, Same]:
    """What enough others complain of; whose the complaints are is only asked where it matters."""
    since = today - timedelta(days=values.get("same-days") or SAME_DAYS)
    least = values.get("minimum-same") or SAME_LEAST
    if not complaints.alike(store, since=since, least=least):
        return {}
    own = reporters.tied(store, person.address)
    return complaints.alike(store, since=since, least=least, own=own)


def _line(values: Mapping[str, Any]) -> str:
    """What the office as a whole says of where to complain."""
    own = (values.get(f"{LINE}{COMPLAINTS}") or {}).get("", {})
    return str(own.get("words", ""))


def _elsewhere(line: str) -> Mapping[str, Fact]:
    return {"own": "yes" if line else "no", "line": line}


async def ask(around: Around) -> Grievance:
    """What happened, where, of which kind; then a card with who will read it."""
    rated = await Noted("complaint-element", value=around.element)
    told = await _told(around)
    words = told.with_words(await EarlyWords("complaint-beside"))
    found = around.proposal(words)
    place = around.at or await _place(around, found.unit)
    likely = (found.kind.value or "", *found.kind.others)
    kind = _proposed_kind(around, place, found, words) or await _kind(likely)
    element = rated or (element_of(found) if words else None)
    said = Grievance(place, kind, words, element, told.evidence)
    said = replace(said, service=_service(around, place, found))
    said = replace(said, others=others_of(found, kind, asks_element=bool(words and not rated)))
    while (step := await _shown(around, said)) not in ("send", "same"):
        said = await _changed(around, said, step)
    joins = around.same.get(said.matter) if step == "same" else None
    return replace(said, joins=joins, corrected=corrected(found, said))


async def _shown(around: Around, said: Grievance) -> str:
    """Its card; of what nobody may read there, one that says so."""
    able = said.kind != "weighty" or unnamed(around.takers.get(said.place.unit.id, ()), said.words)
    return await (_card(said, around.same.get(said.matter)) if able else _untaken(said))


async def _changed(around: Around, said: Grievance, step: str) -> Grievance:
    """What one tap on the card changes, at once or by a question; what was tapped is no guess."""
    if step == "place":
        return replace(said, place=await _place(around), service=None)
    if step in ("kind", *KINDS):
        kind = await _kind() if step == "kind" else next(one for one in KINDS if one == step)
        return replace(said, kind=kind, others=replace(said.others, kinds=()))
    element = await _element() if step == "element" else step
    return replace(said, element=element, others=replace(said.others, elements=()))


def _service(around: Around, place: WhereTo, found: Proposal) -> Offered | None:
    """The service that the words name surely, where it is one of that place."""
    sure = found.service.sure == "sure" and place.unit.key == found.unit.value
    here = around.desks.services if sure and place.counter is None else ()
    return next((one for one in here if one.key == found.service.value), None)


def corrected(found: Proposal, said: Grievance) -> Sequence[str]:
    """What the citizen changed of what was proposed; nothing of a weighty matter is counted."""
    final: Mapping[Field, tuple[Guess, str | None]] = {
        "unit": (found.unit, said.place.unit.key),
        "kind": (found.kind, said.kind),
        "element": (found.element, said.element),
    }
    if said.kind == "weighty":
        return ()
    changed = {name: now for name, (guess, now) in final.items() if now != guess.value}
    return [correction(name, now) for name, now in changed.items() if now is not None]


def _proposed_kind(
    around: Around, place: WhereTo, found: Proposal, words: str
) -> ComplaintKind | None:
    """The kind, unless it is to be asked: so is what only may be weighty, where nobody could take
    that."""
    kind = kind_of(found)
    able = kind != "weighty" or unnamed(around.takers.get(place.unit.id, ()), words)
    return kind if able or found.kind.sure == "sure" else None


async def _told(around: Around) -> Telling:
    """What happened: asked on, once more and no further, for as long as that says nothing."""
    first = _elsewhere(around.line)
    gathers = not around.said
    first_told = TellAll(
        "complaint-words", suggestion=around.said, gathers=gathers, facts=first, begins=True
    )
    told = await first_told
    while not told.is_enough:
        said: Fact = "yes" if told.words else "no"
        facts: dict[str, Fact] = {"files": len(told.files) + bool(told.place), "said": said}
        told = told.and_then(await TellAll("complaint-more", before=told, facts=facts, begins=True))
    return told


async def _place(around: Around, likely: Guess = NOTHING) -> WhereTo:
    """Which unit: the only one, the one that the words name, else asked; of who does not know it,
    the office as a whole."""
    named = unit_of(likely, around.units)
    if len(around.units) == 1 or (named and likely.sure == "sure"):
        return WhereTo([*named, *around.units][0])
    if len(named) > 1 and (one := await _one_of(named)) is not None:
        return WhereTo(one)
    options = [Option(str(one.id), Verbatim(one.name)) for one in around.units]
    unknown = Option(ANYWHERE, Text("complaint-unit-unknown"))
    picked = await Pick("complaint-unit", options=[*options, unknown])
    return WhereTo(around.top if picked is unknown else around.units[options.index(picked)])


async def _one_of(units: Sequence[Unit]) -> Unit | None:
    """One of the few that the words may mean; none of them."""
    options = [Option(str(one.id), Verbatim(one.name)) for one in units]
    other = Option(ANYWHERE, Text("complaint-unit-other"))
    picked = await Pick("complaint-unit-likely", options=[*options, other])
    return None if picked is other else units[options.index(picked)]


async def _element() -> str:
    options = [Option(one, Text(f"short-{one}")) for one in ELEMENTS]
    return (await Pick("complaint-about", options=options)).key


async def _kind(likely: Sequence[str] = ()) -> ComplaintKind:
    """Which kind, the likeliest first."""
    kinds = sorted(KINDS, key=lambda one: likely.index(one) if one in likely else 0)
    options = [Option(one, Text(f"complaint-is-{one}")) for one in kinds]
    return kinds[options.index(await Pick("complaint-kind", options=options))]


async def _card(said: Grievance, same: Same | None) -> str:
    """What will be sent and who will read it; one tap sends it, or joins it to what is the same."""
    # No word list is sure that nothing weighty is meant: one tap keeps it from the unit. Where only
    # three buttons are shown at once (to send, to change, to cancel) one word does, and the card
    # says which: a fourth button would make it a list, and sending would take two taps.
    keys = ["send", *(["weighty"] if said.kind != "weighty" else [])]
    keys = keys if same is None else ["same", *keys]
    later = ["place", *([] if said.others.kinds else ["kind"]), "element"]
    options = [*_steps(keys), *said.others.options, *_steps(later)]
    readers = Text(f"complaint-readers-{'weighty' if said.kind == 'weighty' else 'unit'}")
    facts = _on_card(said, readers) | {"others": same.others if same else 0}
    ends = "send" if same is None else ""
    card = Pick("complaint-card", options=options, yes="send", decisive=ends, facts=facts)
    return (await card).key


def _steps(keys: Sequence[str]) -> Sequence[Option]:
    return [Option(one, Text(f"complaint-step-{one}")) for one in keys]


async def _untaken(said: Grievance) -> str:
    """The card of what nobody may read here: what was told stays on it, and is sent otherwise, or
    elsewhere. The same question, so that no count tells that it was asked."""
    options = _steps(("place", "kind"))
    readers = Text("complaint-untaken", {"unit": said.place.unit.name})
    return (await Pick("complaint-card", options=options, facts=_on_card(said, readers))).key


def _on_card(said: Grievance, readers: Text) -> dict[str, Fact]:
    return {
        "place": said.where,
        "guessed": said.others.of,
        "kind": Text(f"complaint-kind-{said.kind}"),
        "words": within(said.words, LONGEST_SHOWN),
        "said": "yes" if said.words else "no",
        "about": Text(f"element-{said.element}") if said.element else "no",
        "readers": readers,
        "others": 0,
        **counted(said.evidence),
    }


def keep(store: Store, person: Person, said: Grievance, now: datetime) -> Letter:
    """File it under a number, behind a seal, and say when the next word comes."""
    said = replace(said, evidence=files.there(store, said.evidence))
    unit, counter = said.place.unit, said.place.counter
    day = today_at(store, unit.id, now)
    due = due_after(store, unit.id, day, "complaint-first")
    ids = reporters.tied(store, person.address)
    mine = complaints.these(store, ids) if ids else []
    made = complaints.file(
        store,
        kind=said.kind,
        unit_id=unit.id,
        with_id=unit.id,
        counter_id=counter.id if counter else None,
        service_id=int(said.service.key) if said.service else None,
        element=said.element,
        said_on=day,
        due_on=due,
        seal=reporters.sealed(store, person.address),
        joins_id=said.joins.first_id if said.joins else None,
        again=any(one.is_open and one.matter == said.matter for one in mine),
    )
    reporters.tie(store, person.address, made.id)
    count_corrected(store, said.words, said.corrected)
    complaints.step(store, made, "said", day=day, words=said.words, files=said.evidence)
    if made.is_weighty:
        tell_oversight(store, made, said.words, now)
    words: list[Words] = [Text("complaint-filed", {"number": made.number, "due": due})]
    if said.kind != "weighty" and masked(said.words) != said.words:
        words.append(Text("rate-masked"))
    if said.joins is not None:
        words.append(Text("complaint-joined", {"others": said.joins.others}))
    if not made.is_weighty:
        words.extend(held(said.evidence, seen=bool(takers_of(store, [unit.id], now).get(unit.id))))
    onward = ToMyComplaint(made.id).button(Text("button-complaint-status"))
    elsewhere = Text("complaint-elsewhere", _elsewhere(_line(settings.values_on(store, day))))
    return Letter((Lines(tuple(words)), elsewhere), ((onward,), *_to_listen(counter)))


def _to_listen(counter: Counter | None) -> tuple[tuple[Button, ...], ...]:
    """To be told of a change at the counter; the number stays to be read above it."""
    below = ToListening(counter.code).button_below(Text("button-listen")) if counter else None
    return ((below,),) if below else ()


def _is_weighty(said: Grievance) -> bool:
    """Who heads the unit would know of it by the count of questions."""
    return said.kind == "weighty"


CONVERSATION = Conversation(
    ToComplaint,
    look,
    ask,
    keep,
    manifest=Manifest(
        serves="everybody",
        menu=Offer(2),
        help=Offer(2, Text("guide-lapor")),
        greeting=Offer(2, Text("button-lapor")),
        linked=True,
        cost=Cost(5, 16, 5, answer="Antrean kacau sejak pagi."),
    ),
    gathers=True,
    takes_files=True,
    stands_at=lambda around: around.at.unit if around.at else None,
    uncounted=_is_weighty,
    patience=PATIENCE,
)
