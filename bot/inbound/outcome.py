"""How a delivery has its turn, and what the turn leaves behind: for the desk and its sweep."""

from __future__ import annotations

import logging
from dataclasses import dataclass, replace
from datetime import datetime

from bot.channel import Edited, Heard
from bot.channels import CHANNELS
from bot.logs import where
from bot.texts import Lexicon, Texts
from bot.turn.form import Form
from bot.turn.menu import Menu, menu_of
from bot.turn.merge import joined
from bot.turn.no_form import files_left
from bot.turn.screens import shown_after
from bot.turn.turn import Turn
from handlers.engine.said import GivenFile
from handlers.staff.history import returned_meanwhile
from models.calendar import local
from models.letters import File, Letter, Text
from models.store import Store
from models.store.chat import addresses, files
from models.store.chat.addresses import Met
from models.store.chat.renaming import doubted
from models.store.chat.screens import put as keep_screens
from models.store.letters import assisting, letters
from models.store.letters.letters import Envelope
from models.store.office import stops
from models.store.rules.zones import clock_of

_log = logging.getLogger("tilik.desk")


@dataclass(frozen=True)
class Turned:
    """What a turn leaves to be done outside the transaction."""

    letters: list[Envelope]
    newest: int | None = None
    toast: Text | None = None
    language: str = "id"
    menu: Menu | None = None
    fetches: bool = False


@dataclass(frozen=True)
class Speech:
    """The words of people: how ours are spelled, and which of theirs steer."""

    texts: Texts
    words: Lexicon


def turned(store: Store, heard: Heard, met: Met, *, now: datetime, speech: Speech) -> Turned:
    """Let what was heard at this address have its turn; raises only what is a bug."""
    person = addresses.person_at(store, met.address, now)
    language = met.address.tongue
    form = Form(
        store=store,
        heard=heard,
        now=now,
        person=person,
        stands=met.dialogue,
        spell=lambda words: speech.texts.plain(language, words),
        traits=CHANNELS[heard.channel],
        screens=met.screens,
    )
    if met.in_doubt and heard.also is not None:
        doubted(store, heard.channel, heard.also)
        if person.id is None:
            form.say(Letter((Text("number-in-doubt"),)))
    if met.is_back and (missed := returned_meanwhile(store, person)) is not None:
        form.say(missed)
    if person.address.assisting and heard.message:
        assisting.note(store, person.address.id, heard.message)
    turn = Turn(form, speech.words)
    turn.take()
    menu = menu_of(form.person, speech.texts) if form.introduced else None
    fetches = _wants(store, form, now)
    out = _written(store, form, now)
    if (screens := shown_after(form, out)) != met.screens:
        keep_screens(store, met.address.id, screens)
    # Last: whatever ends a form elsewhere at this moment waits no longer than for this commit.
    if form.ended:
        stops.count(store, form.ended, day=local(now, clock_of(person)).date())
    return Turned(out, met.newest_letter, turn.toast, language, menu, fetches)


def _written(store: Store, form: Form, now: datetime) -> list[Envelope]:
    """What the turn says, as few letters as the channel allows, in the turn's transaction."""
    here, said = form.person.address, joined(form.out, form.traits)
    if here.assisting:
        said = [replace(one, fleeting=not one.takes_back) for one in said]
    return [letters.write(store, here, one, now=now) for one in said]


def _wants(store: Store, form: Form, now: datetime) -> bool:
    """Whether a file was sent that is to be fetched: to a form that takes files from everybody, or
    by somebody whom the office knows. Nobody else's is of use, and they could fill its disk."""
    said = form.heard.said
    if isinstance(said, Edited):
        said = said.said
    if form.copy is not None:
        return True
    if not isinstance(said, GivenFile) or form.person.id is None:
        return False
    if form.lost or files_left(form) <= 0:
        return False
    sent = File(said.kind, said.file, said.name)
    return files.want(store, sent, address_id=form.person.address.id, now=now)


def tell(wrong: BaseException, what: str) -> None:
    """One log line: where it went wrong, and never what anybody said."""
    _log.error("%s: %s", what, where(wrong))
