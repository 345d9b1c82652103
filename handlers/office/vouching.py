"""Verifikasi: a second officer says whose a new chat is, where the older one does not."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from handlers.engine.manifest import Cost, Manifest, Offer
from handlers.engine.topic import AtOnce, Screen, Several
from handlers.new_chats import (
    case_facts,
    case_letter,
    cases,
    frozen,
    is_case,
    lines,
    opened_up,
    proven,
    standing,
    vouches,
)
from handlers.openings import ToHistory, ToNewChat, ToNewChats, ToVouching
from handlers.words.pages import goes_on, on_page, page_rows
from models.letters import Button, Letter, Text, Verbatim
from models.people import Address, Person
from models.refused import Refused
from models.rights import units_kept
from models.store import Store
from models.store.chat import new_chats
from models.store.chat.makers import JOINED
from models.store.chat.new_chats import NewChat
from models.store.letters import letters
from models.store.oversight.looks import note_deed
from models.store.people import people


@dataclass(frozen=True)
class Undecided:
    """What waits for this person's word, each with whose it is said to be; a page of it."""

    every: Sequence[tuple[NewChat, str]]
    page: int


@dataclass(frozen=True)
class NewChatCase:
    """One of them, what is known of it in words, and what was tapped."""

    one: NewChat
    letter: Letter
    deed: str = ""


def look(store: Store, person: Person, opening: ToNewChats | None, now: datetime) -> Undecided:
    """All that this person may vouch for; refused to who keeps nobody's people and has nothing to
    say here."""
    mine = [one for one in cases(store, now) if vouches(store, person, one, now)]
    if not (mine or units_kept(person)):
        raise Refused(Text("verifikasi-not-yours"))
    if opening is None:
        raise gone()
    return Undecided([(one, people.name_of(store, one.person_id)) for one in mine], opening.page)


def look_at_one(
    store: Store, person: Person, opening: ToNewChat | ToVouching | None, now: datetime
) -> NewChatCase:
    """One of them; one elsewhere, one's own, that of one's own code and none are refused alike."""
    one = new_chats.new_chat(store, opening.number) if opening else None
    if one is None or not (is_case(store, one, now) and vouches(store, person, one, now)):
        raise gone()
    deed = opening.deed if isinstance(opening, ToVouching) else ""
    letter = case_letter(store, one, now) if one.is_open else standing(one)
    return NewChatCase(one, letter, deed)


def show(found: Undecided) -> Letter:
    """Whose they are said to be, a button for each."""
    if not found.every:
        return Letter((Text("verifikasi-none"),))
    rows: list[tuple[Button, ...]] = [
        (ToNewChat(one.id).button(Verbatim(name)),)
        for one, name in on_page(found.every, found.page)
    ]
    rows += page_rows(ToNewChats, found.page, more=goes_on(found.every, found.page))
    return Letter((Text("verifikasi-title", {"count": len(found.every)}),), tuple(rows))


def show_one(case: NewChatCase) -> Letter:
    """What is known of it and what can be said; or what came of it."""
    return case.letter


def vouch(store: Store, person: Person, case: NewChatCase, now: datetime) -> Letter:
    """Do what was tapped, unless something came of it meanwhile."""
    one = case.one
    if case.deed not in _DEEDS.get(one.state, ()):
        return show_one(case)
    if not _done(store, person, one, case.deed, now):
        return standing(new_chats.by_now(store, one))
    if case.deed == "x":
        return case_letter(store, new_chats.by_now(store, one), now)
    done = JOINED if one.state == JOINED else case.deed
    return lines(Text(f"verifikasi-done-{done}", case_facts(store, one, now)))


_DEEDS = {"waiting": ("y", "x"), JOINED: ("y", "x"), "frozen": ("y", "l", "t")}
"""What can be said of a new chat, by how it stands."""


def _done(store: Store, person: Person, one: NewChat, deed: str, now: datetime) -> bool:
    if deed == "x":
        return frozen(store, person, one, now) is not None
    if one.state == "frozen":
        return _thawed(store, person, one, deed, now)
    if one.state == "waiting":
        return opened_up(store, person, one, "confirmed", now=now) is not None
    done = proven(store, one.person_id, by=person.id, now=now)
    if done:
        note_deed(store, person, "chat", one.person_id, now=now, state="confirmed")
    return done


def _thawed(store: Store, person: Person, one: NewChat, deed: str, now: datetime) -> bool:
    """Each of the person's chats is told whether it is theirs."""
    found = new_chats.chats_of(store, one.person_id)
    every = new_chats.open_of(store, one.person_id)
    new = {each.address_id for each in every if each.state == "frozen"}
    older = {chat.id for chat in found} - new
    kept = older if deed == "l" else {one.address_id} if deed == "y" else set()
    mine = [chat.id for chat in found if chat.id in kept]
    if deed != "t" and not mine:
        return False
    if not new_chats.thaw(store, one.person_id, mine, by=person.id or 0, now=now):
        return False
    note_deed(store, person, "chat", one.person_id, now=now, state=f"thawed-{deed}")
    for chat in found:
        told = _theirs(store, chat) if chat.id in mine else _not_theirs()
        letters.write(store, chat, told, now=now, carried=letters.AT_ONCE)
    return True


def _theirs(store: Store, chat: Address) -> Letter:
    """The chat is theirs; what another wrote into their log meanwhile is theirs to withdraw."""
    opened = new_chats.opening_letter(store, chat)
    said = (*opened.paragraphs, Text("akun-check-log"))
    return Letter(said, ((ToHistory().button(Text("button-history")),),), turns=True)


def _not_theirs() -> Letter:
    """The chat is a citizen's."""
    return Letter((Text("akun-not-theirs"),), turns=True)


def gone() -> Refused:
    """There is nothing like that for this person."""
    return Refused(Text("akun-gone"))


def _concerns(case: NewChatCase) -> list[int]:
    return [case.one.person_id]


CONVERSATION = Several(
    (
        Screen(
            ToNewChats,
            look,
            show,
            concerns=lambda found: [one.person_id for one, _ in found.every],
        ),
        Screen(ToNewChat, look_at_one, show_one, concerns=_concerns),
        AtOnce(ToVouching, look_at_one, vouch, concerns=_concerns),
    ),
    manifest=Manifest(
        serves="keepers",
        menu=None,
        help=Offer(4, Text("guide-verifikasi")),
        cost=Cost(1, 1, 1),
    ),
)
