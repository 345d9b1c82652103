"""Name, post, unit or number of somebody, changed from their card or from what they have asked for;
a number takes a second person."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime
from functools import partial
from typing import Any, Literal, TypeAlias, cast

from handlers.engine.question import Spell
from handlers.engine.questions import Option, Pick, Write
from handlers.engine.said import Chosen, Said
from handlers.office.imports.rights import officer
from handlers.office.imports.waiting import OfficeChange, propose, waits
from handlers.office.people.card import Card, card_letter, card_of, to_card
from handlers.office.people.found import check_keeps, wards
from handlers.openings import ToAmending, ToChanging
from handlers.words.requests import corrected, field_name
from models import nip
from models.letters import Fact, Letter, Text
from models.people import Person
from models.refused import Refused
from models.services import Unit
from models.store import Store
from models.store.intake.intakes import Intake
from models.store.letters import letters
from models.store.office import services
from models.store.oversight import requests
from models.store.oversight.stamps import Stamp
from models.store.oversight.trail import Note, note
from models.store.people import people, posts, staff

Field: TypeAlias = Literal["name", "post", "unit", "nip"]
FIELDS: tuple[Field, ...] = ("name", "post", "unit", "nip")
LONGEST = 200
"""Letters of a name and of a post, as in a file."""
USE = "pakai"


@dataclass(frozen=True)
class Editing:
    """Of whom something is otherwise, to which units they may go, and what they have asked for, if
    they have: the number of the request, the field and their words."""

    card: Card
    units: Sequence[Unit]
    field: Field | None = None
    words: str = ""
    request: int | None = None


@dataclass(frozen=True)
class FieldChange:
    """The new value (of a unit its number), from what to what in words, and whether it is meant."""

    editing: Editing
    field: Field
    value: str
    before: str | Text
    after: str
    sure: bool


@dataclass(frozen=True)
class Rewrite(Write):
    """Free words, or by one tap those that somebody has asked for."""

    suggested: str = field(default="", kw_only=True)

    @property
    def choices(self) -> Sequence[Option]:
        return [Option(USE, Text("button-pegawai-use"))] if self.suggested else []

    @property
    def kind(self) -> str:
        return "write"

    def read(self, said: Said, spell: Spell) -> str:
        if said == Chosen(USE) and self.suggested:
            return self.fits(self.suggested)
        return super().read(said, spell)


def look(store: Store, person: Person, opening: ToChanging | None, now: datetime) -> Editing:
    """Somebody of one's people; refused to who keeps nobody's."""
    check_keeps(person)
    return editing_of(store, person, opening.whose if opening else 0, now)


def editing_of(store: Store, person: Person, number: int, now: datetime) -> Editing:
    """Somebody of one's people, and the units below one's own where they may go."""
    card = card_of(store, person, number, now)
    there = [unit for unit in units_of(store, person, now) if unit.id != card.who.unit.id]
    return Editing(card, there)


def units_of(store: Store, person: Person, now: datetime) -> list[Unit]:
    """The units whose people this person keeps, as far as they are open."""
    kept = {number for ward in wards(store, person, now) for number in ward.unit_ids}
    every = services.every_unit(store)
    return [unit for unit in every if unit.id in kept and unit.closed_on is None]


async def ask(editing: Editing) -> FieldChange:
    """What is otherwise, its new value, and whether from this to that is meant."""
    which = editing.field or await _which(editing)
    before = current(editing.card, which)
    value = await _value(replace(editing, field=which))
    after = _named(editing, value) if which == "unit" else value
    facts: dict[str, Fact] = {"name": editing.card.name, "field": field_name(which)}
    facts |= {"before": before, "after": after, "second": str(which == "nip").lower()}
    options = [Option("ya", Text("pegawai-change-yes")), Option("tidak", Text("pegawai-end-no"))]
    sure = await Pick("pegawai-change-sure", options=options, facts=facts, yes="ya")
    return FieldChange(editing, which, value, before, after, sure.key == "ya")


async def _which(editing: Editing) -> Field:
    able = [one for one in FIELDS if one != "unit" or editing.units]
    options = [Option(one, field_name(one)) for one in able]
    facts = {"name": editing.card.name}
    return cast(Field, (await Pick("pegawai-change-what", options=options, facts=facts)).key)


async def _value(editing: Editing) -> str:
    which, before = cast(Field, editing.field), current(editing.card, cast(Field, editing.field))
    facts: dict[str, Fact] = {"name": editing.card.name, "before": before}
    facts |= {"wanted": int(bool(editing.words)), "words": editing.words}
    if which == "unit":
        likely = sorted(editing.units, key=lambda unit: not _means(editing.words, unit))
        return (await Pick("pegawai-change-unit", options=likely, facts=facts)).key
    check = partial(_check, which, str(before))
    written = await Rewrite(
        f"pegawai-change-{which}",
        facts=facts,
        longest=LONGEST,
        check=check,
        suggested=_suggested(which, editing.words, check),
    )
    return nip.normalised(written) if which == "nip" else written


def current(card: Card, which: Field) -> str | Text:
    """How it stands; a number without birth date and sex."""
    if which == "nip":
        return nip.masked(card.who.nip) if card.who.nip else Text("pegawai-no-nip")
    return {"name": card.name, "post": card.who.title, "unit": card.who.unit.name}[which]


def check_words(words: str) -> None:
    """One line that can be read; raises `Refused`."""
    if not (words.isprintable() and any(sign.isalpha() for sign in words)):
        raise Refused(Text("pegawai-one-line"))


def _check(which: Field, before: str, words: str) -> None:
    """What can be the new value; raises `Refused`."""
    nip.parse(words) if which == "nip" else check_words(words)
    if words == before:
        raise Refused(Text("pegawai-change-same"))


def _suggested(which: Field, words: str, check: Callable[[str], None]) -> str:
    """What was asked for, if it can be; of a number the figures alone."""
    figures = "".join(sign for sign in words if sign.isdecimal())
    suggested = figures if which == "nip" else " ".join(words.split())
    try:
        if suggested:
            check(suggested)
    except Refused:
        return ""
    return suggested if len(suggested) <= LONGEST else ""


def _means(words: str, unit: Unit) -> bool:
    return unit.name.casefold() in words.casefold()


def _named(editing: Editing, key: str) -> str:
    return next(unit.name for unit in editing.units if unit.key == key)


def keep(store: Store, person: Person, edited: FieldChange, now: datetime) -> Letter:
    """Write it down and tell whose it is; a number once a second person agrees."""
    card = edited.editing.card
    if not edited.sure:
        return Letter((Text("pegawai-change-kept", {"name": card.name}),), ((to_card(card),),))
    if edited.field == "nip":
        check_is_free(store, edited.value)
        one = propose(store, nip_change(edited), by=person.id, now=now)
        return waits(store, cast(Intake, one), to_card(card), now=now)
    stamp = Stamp(now, card.today, person.id)
    _written(store, edited, stamp)
    told = _told(store, edited, stamp)
    facts: dict[str, Fact] = {"name": card.name, "field": field_name(edited.field)}
    facts |= {"before": edited.before, "after": edited.after}
    after = Text("request-told" if told else "request-untold", {"name": card.name})
    shown = card_of(store, person, card.who.id, now)
    return card_letter(shown, Text("pegawai-change-done", facts), after)


def _written(store: Store, edited: FieldChange, stamp: Stamp) -> None:
    who = edited.editing.card.who
    if edited.field == "name":
        staff.rename(store, {who.id: edited.value}, stamp=stamp)
        return
    unit = int(edited.value) if edited.field == "unit" else who.unit.id
    title = edited.value if edited.field == "post" else who.title
    posts.place(store, who.id, unit, title, since=stamp.day, stamp=stamp)


def _told(store: Store, edited: FieldChange, stamp: Stamp) -> bool:
    """Tell whose it is, as the answer where they have asked for it; whether it reaches them."""
    who, number = edited.editing.card.who.id, edited.editing.request
    answers_it = number is not None and settles(store, number, who, stamp)
    letter = changed_letter(edited.field, edited.before, edited.after, asked=answers_it)
    return letters.tell(store, who, letter, now=stamp.at)


def changed_letter(which: Field, before: str | Text, after: str, *, asked: bool) -> Letter:
    """What somebody reads of whom something is otherwise: as an answer, where they have asked."""
    if asked:
        return corrected(which, before, after)
    facts: dict[str, Fact] = {"field": field_name(which), "before": before, "after": after}
    wrong = ToAmending().button(Text("button-amend"))
    return Letter((Text("pegawai-change-told", facts),), ((wrong,),))


def settles(store: Store, number: int, who: int, stamp: Stamp) -> bool:
    """Close the request that it answers; False where somebody else has."""
    by = stamp.by or 0
    if not requests.settle(store, number, "done", by=by, now=stamp.at):
        return False
    told = {"request": number, "state": "done"}
    note(store, Note("request", stamp.at, stamp.day, by=by, about=who, what=told))
    return True


def check_is_free(store: Store, digits: str) -> None:
    """Refused where somebody has this number."""
    if people.whose(store, digits):
        raise Refused(Text("pegawai-nip-known"))


def nip_change(edited: FieldChange) -> OfficeChange:
    """Another number of somebody, once a second person agrees."""
    who = edited.editing.card.who
    what = {"who": who.id, "before": who.nip, "to": edited.value, "request": edited.editing.request}
    facts: dict[str, Fact] = {"name": who.name, "before": edited.before}
    line = Text("change-nip", {**facts, "after": nip.masked(edited.value)})
    return OfficeChange("nip", what, line, frozenset({who.unit.id}), about=who.id)


def apply(store: Store, what: Mapping[str, Any], by: int | None, now: datetime) -> None:
    """Write the number down, and tell whose it is. Refused where it is another one by now, or
    somebody else's."""
    card = card_of(store, officer(store, by or 0, now), what["who"], now)
    if what["before"] != card.who.nip or people.whose(store, what["to"]):
        raise Refused(Text("change-otherwise"))
    stamp = Stamp(now, card.today, by)
    staff.renumber(store, {card.who.id: what["to"]}, stamp=stamp)
    number = what["request"]
    asked = number is not None and settles(store, number, card.who.id, stamp)
    before, after = current(card, "nip"), nip.masked(what["to"])
    letter = changed_letter("nip", before, after, asked=asked)
    letters.tell(store, card.who.id, letter, now=now)
