"""Under whom somebody works, changed from their card: a tap on a name, and a second agrees."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any, cast

from handlers.engine.questions import Option, Pick
from handlers.office.imports.rights import officer
from handlers.office.imports.waiting import OfficeChange, propose, waits
from handlers.office.people.card import Card, card_of, to_card
from handlers.office.people.found import check_keeps
from handlers.openings import ToNewSuperior, ToSuperior
from handlers.words.doubts import named, of_a_change, told_apart
from models.letters import Fact, Letter, Text, Verbatim
from models.people import Colleague, Person
from models.refused import Refused
from models.store import Store
from models.store.intake.intakes import Intake
from models.store.letters import letters
from models.store.oversight.stamps import Stamp, stamped
from models.store.people import doubts, posts
from models.store.people.posts import Employee


@dataclass(frozen=True)
class Choosing:
    """Whose superior, and who it may be: the likeliest first."""

    card: Card
    able: tuple[Colleague, ...]


@dataclass(frozen=True)
class Changed:
    """The new superior that was tapped."""

    card: Card
    to: Colleague


def look(store: Store, person: Person, opening: ToNewSuperior | None, now: datetime) -> Choosing:
    """Who may be their superior; refused where there is nobody else."""
    check_keeps(person)
    card = card_of(store, person, opening.whose if opening else 0, now)
    able = tuple(told_apart(doubts.likely(store, card.who, card.today), card.superior))
    if not able:
        raise Refused(Text("pegawai-superior-nobody", {"name": card.name}))
    return Choosing(card, able)


async def ask(choice: Choosing) -> Changed:
    """One tap, or a name that is typed."""
    card = choice.card
    options = [Option(str(one.id), Verbatim(one.name)) for one in choice.able]
    facts = {"name": card.name, "superior": named(card.superior), "unit": card.who.unit.name}
    picked = await Pick("pegawai-superior-who", options=options, facts=facts)
    return Changed(card, next(one for one in choice.able if str(one.id) == picked.key))


def keep(store: Store, person: Person, changed: Changed, now: datetime) -> Letter:
    """Ask a second person to agree that it begins."""
    card = changed.card
    change = superior_change(card.who, card.superior, changed.to)
    one = cast(Intake, propose(store, change, by=person.id, now=now))
    return waits(store, one, to_card(card), now=now)


def superior_change(who: Employee, old: Colleague | None, new: Colleague) -> OfficeChange:
    """Another superior of somebody, from the day on which a second person agrees."""
    what = {"who": who.id, "before": old.id if old else None, "to": new.id}
    facts: dict[str, Fact] = {"name": who.name, "before": named(old), "after": new.name}
    line = Text("change-superior", facts)
    return OfficeChange("superior", what, line, frozenset({who.unit.id}), about=who.id)


def apply(store: Store, what: Mapping[str, Any], by: int | None, now: datetime) -> None:
    """Begin the new link today, and tell everybody whom it concerns; a doubt of theirs that is
    open is settled by it. Refused where it no longer is as it was shown."""
    card = card_of(store, officer(store, by or 0, now), what["who"], now)
    who, old = Colleague(card.who.id, card.name), card.superior
    able = (Colleague(one.id, one.name) for one in doubts.likely(store, card.who, card.today))
    to = next((one for one in able if one.id == what["to"]), None)
    if to is None or what["before"] != (old.id if old else None):
        raise Refused(Text("change-otherwise"))
    posts.report_to(store, who.id, to.id, since=card.today, stamp=Stamp(now, card.today, by))
    doubted = _settles_doubt(store, who.id, Stamp(now, card.today, by))
    for number, letter in _letters(who, old, to, doubted=doubted):
        if number != by:
            letters.tell(store, number, letter, now=now)


def _settles_doubt(store: Store, who: int, stamp: Stamp) -> bool:
    """Close the doubt of theirs that is open; whether there was one."""
    one = doubts.open_of(store, who)
    if one is None or not doubts.settle(
        store, one.id, "changed", by=stamp.by or 0, day=stamp.day
    ):
        return False
    stamped(store, stamp, "doubt", {who: {"doubt": one.id, "state": "changed"}})
    return True


def _letters(
    who: Colleague, old: Colleague | None, new: Colleague, *, doubted: bool
) -> Iterator[tuple[int, Letter]]:
    """What each reads. Who has asked for it is thanked, as by `luruskan`."""
    for number, letter in of_a_change(who, old, new):
        if number != who.id or doubted:
            yield number, letter
        else:
            yield number, yours(new)


def yours(new: Colleague) -> Letter:
    """What somebody reads whose superior is another from today on."""
    wrong = ToSuperior("saya").button(Text("button-doubt-mine"))
    return Letter((Text("pegawai-superior-yours", {"superior": new.name}),), ((wrong,),))
