"""A joining code handed out in chat: shown once, the ones before it taken back."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from handlers.new_chats import code_made
from handlers.office.people.card import Card, card_of, stamp_of, to_card
from handlers.office.people.found import check_keeps
from handlers.openings import ToCode
from handlers.words.moments import moment_words
from models.letters import File, Letter, Lines, Text, Words
from models.people import Person
from models.refused import Refused
from models.store import Store
from models.store.chat import new_chats
from models.store.oversight.trail import Note, note
from models.store.people import people

MADE = "kode"
"""What the edge draws: the slip of a person and their code, with the links of each channel."""


@dataclass(frozen=True)
class CodeAsked:
    """For whom a code is asked; `seen` tells the code that the screen knew."""

    card: Card
    seen: int


def look(store: Store, person: Person, opening: ToCode | None, now: datetime) -> CodeAsked:
    """Somebody of one's people; refused to who keeps nobody's."""
    check_keeps(person)
    card = card_of(store, person, opening.whose if opening else 0, now)
    return CodeAsked(card, opening.seen if opening else 0)


def keep(store: Store, person: Person, asked: CodeAsked, now: datetime) -> Letter:
    """A code, unless another one has been handed out since the screen was shown."""
    known = asked.seen == stamp_of(asked.card)
    return (hand_out if known else handed_out)(store, person, asked.card, now)


def hand_out(store: Store, person: Person, card: Card, now: datetime) -> Letter:
    """A fresh code, with how it is used; told in the trail without the code."""
    number, zone = card.who.id, card.who.unit.zone
    if new_chats.is_frozen(store, number):
        frozen = Text("pegawai-code-frozen", {"name": card.name})
        raise Refused(frozen, buttons=((to_card(card),),))
    made = people.invite(store, number, now=now, by=person.id, zone=zone)
    code_made(store, number, by=person.id, now=now)
    note(store, Note("code", now, card.today, by=person.id, about=number))
    end = moment_words(made.until, zone)
    said: list[Words] = [
        Text("pegawai-code", {"name": card.name, "code": made.code}),
        Text("pegawai-code-until", end),
    ]
    if card.code_until is not None:
        said.append(Text("pegawai-code-before"))
    if card.chats:
        said.append(Text("pegawai-code-phone"))
    how = Text("pegawai-code-how", {"code": made.code})
    stamp = int(made.until.timestamp())
    slip = File("photo", f"made:{MADE}.{number}.{stamp}.{made.code}", "kode.png")
    return Letter((Lines(tuple(said)), how), ((to_card(card),),), file=slip)


def handed_out(store: Store, person: Person, card: Card, now: datetime) -> Letter:
    """That there is a code by now which this button has not seen, and the way to another one."""
    now_is = card_of(store, person, card.who.id, now)
    again = ToCode(card.who.id, stamp_of(now_is)).button_below(Text("button-pegawai-code"))
    facts = {"name": card.name}
    if now_is.code_until is None:
        return Letter((Text("pegawai-code-old", facts),), ((again,), (to_card(card),)))
    end = moment_words(now_is.code_until, card.who.unit.zone)
    said = Text("pegawai-code-already", {**facts, **end})
    return Letter((said,), ((again,), (to_card(card),)))
