"""Under whom somebody works, changed from their card: one tap on a name."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime

from handlers.engine.questions import Option, Pick
from handlers.office.people.card import Card, card_letter, card_of
from handlers.office.people.found import check_keeps
from handlers.openings import ToNewSuperior, ToSuperior
from handlers.words.doubts import named, of_a_change
from models.letters import Letter, Text, Verbatim
from models.people import Colleague, Person
from models.refused import Refused
from models.store import Store
from models.store.letters import letters
from models.store.oversight.stamps import Stamp
from models.store.people import doubts, posts


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
    found = (Colleague(one.id, one.name) for one in doubts.likely(store, card.who, card.today))
    able = tuple(one for one in found if one != card.superior)
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
    """Begin the new link today, and tell everybody whom it concerns; a doubt of theirs that is
    open is settled by it."""
    card, to = changed.card, changed.to
    who, by = Colleague(card.who.id, card.name), person.id or 0
    posts.report_to(store, who.id, to.id, since=card.today, stamp=Stamp(now, card.today, by))
    doubt = doubts.open_of(store, who.id)
    doubted = doubt is not None and doubts.settle(store, doubt.id, "changed", by=by, day=card.today)
    for number, letter in _letters(who, card.superior, to, doubted=doubted):
        if number != by:
            letters.tell(store, number, letter, now=now)
    said = Text("pegawai-superior-changed", {"name": who.name, "superior": to.name})
    return card_letter(card_of(store, person, who.id, now), said)


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
