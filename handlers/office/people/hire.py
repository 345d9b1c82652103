"""Somebody who begins here: number, name, unit, post, superior; and the code to join with."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime
from functools import partial

from handlers.engine.questions import Option, Pick, Write
from handlers.office.people.card import card_of, to_card
from handlers.office.people.change import LONGEST, check_is_free, check_words, units_of
from handlers.office.people.code import hand_out
from handlers.office.people.found import check_keeps, to_hiring, to_search
from handlers.openings import ToHiring
from models import nip
from models.calendar import local
from models.letters import Fact, Letter, Text, Verbatim
from models.people import Colleague, Person
from models.refused import Refused
from models.services import Unit
from models.store import Store
from models.store.office import services
from models.store.oversight.stamps import Stamp
from models.store.people import duties, people, posts, staff

NOBODY = "belum"


@dataclass(frozen=True)
class Vacancy:
    """Where somebody may begin, with who may be their superior in each unit, the likeliest first;
    and whose numbers are taken."""

    units: Sequence[Unit]
    chiefs: Mapping[int, Sequence[Colleague]]
    taken: frozenset[str]


@dataclass(frozen=True)
class Hired:
    """Who begins, where, as what, under whom; and whether it is meant."""

    nip: str
    name: str
    unit: Unit
    title: str
    superior: Colleague | None
    sure: bool


def look(store: Store, person: Person, opening: ToHiring | None, now: datetime) -> Vacancy:
    """Where somebody may begin; refused to who keeps nobody's people."""
    check_keeps(person)
    units = units_of(store, person, now)
    chiefs = {unit.id: _chiefs(store, unit, local(now, unit.zone).date()) for unit in units}
    return Vacancy(units, chiefs, frozenset(people.by_nip(store)))


def _chiefs(store: Store, unit: Unit, day: date) -> list[Colleague]:
    """The heads of the unit and of those above, the nearest first."""
    above = [one.id for one in services.lineage(store, unit.id)]
    heads = [head for one in above for head in duties.holders(store, "head", [one], day)]
    return [Colleague(number, people.name_of(store, number)) for number in dict.fromkeys(heads)]


async def ask(vacancy: Vacancy) -> Hired:
    """One thing after the other, and all of it once more."""
    check = partial(_check, vacancy.taken)
    digits = nip.normalised(await Write("pegawai-hire-nip", longest=LONGEST, check=check))
    name = await Write("pegawai-hire-name", longest=LONGEST, check=check_words)
    about: dict[str, Fact] = {"name": name}
    unit = await _unit(vacancy, about)
    title = await Write("pegawai-hire-title", facts=about, longest=LONGEST, check=check_words)
    superior = await _superior(vacancy.chiefs[unit.id], about)
    said = {"nip": digits, "unit": unit.name, "title": title}
    facts: dict[str, Fact] = {**about, **said, "superior": _named(superior)}
    options = [Option("ya", Text("pegawai-hire-yes")), Option("tidak", Text("pegawai-end-no"))]
    sure = await Pick("pegawai-hire-sure", options=options, facts=facts, yes="ya")
    return Hired(digits, name, unit, title, superior, sure.key == "ya")


def _check(taken: frozenset[str], words: str) -> None:
    """A number that nobody has; raises `Refused`."""
    nip.parse(words)
    if nip.normalised(words) in taken:
        raise Refused(Text("pegawai-nip-known"))


async def _unit(vacancy: Vacancy, facts: Mapping[str, Fact]) -> Unit:
    if len(vacancy.units) == 1:
        return vacancy.units[0]
    picked: Unit = await Pick("pegawai-hire-unit", options=vacancy.units, facts=facts)
    return picked


async def _superior(chiefs: Sequence[Colleague], facts: Mapping[str, Fact]) -> Colleague | None:
    """One of the heads, or nobody yet: the card has the way to all others."""
    if not chiefs:
        return None
    options = [Option(str(one.id), Verbatim(one.name)) for one in chiefs]
    options.append(Option(NOBODY, Text("pegawai-hire-no-chief")))
    picked = await Pick("pegawai-hire-superior", options=options, facts=facts)
    return next((one for one in chiefs if str(one.id) == picked.key), None)


def _named(superior: Colleague | None) -> str | Text:
    return superior.name if superior else Text("doubt-nobody")


def keep(store: Store, person: Person, hired: Hired, now: datetime) -> Letter:
    """Write them down from today on, and hand their code out."""
    if not hired.sure:
        return Letter((Text("pegawai-hire-kept"),), ((to_search(),),))
    check_is_free(store, hired.nip)
    number = staff.hire(store, {hired.nip: hired.name})[hired.nip]
    day = local(now, hired.unit.zone).date()
    stamp = Stamp(now, day, person.id)
    posts.place(store, number, hired.unit.id, hired.title, since=day, stamp=stamp)
    if hired.superior is not None:
        posts.report_to(store, number, hired.superior.id, since=day, stamp=stamp)
    card = card_of(store, person, number, now)
    code = hand_out(store, person, card, now)
    done = Text("pegawai-hire-done", {"name": hired.name, "unit": hired.unit.name})
    ways = ((to_card(card),), (to_hiring(),))
    return replace(code, paragraphs=(done, *code.paragraphs), buttons=ways)
