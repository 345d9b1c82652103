"""The expiry of a form that nobody goes on with: played to its end with what silence means."""

from __future__ import annotations

from contextlib import suppress
from dataclasses import replace
from datetime import datetime
from typing import Any

from bot.channel import Expired
from bot.turn.filling import resume
from bot.turn.form import Form, ended, form_of, kept_in, touched
from handlers.engine.conversation import Conversation, Ended
from models.calendar import local
from models.dialogues import Dialogue, early_words
from models.letters import Letter, Lines, Text
from models.people import Address
from models.refused import Refused
from models.store import Store
from models.store.chat import dialogues
from models.store.letters import assisting
from models.store.office import stops
from models.store.rules.zones import WITHOUT_POST


def expire(form: Form, said: Expired) -> None:
    """End the dialogue if its time is over; another one that is open stays as it is."""
    over, here = _expired(form.store, form.person.address, said), form.person.address
    if over is None:
        return
    if here.assisting and over.parked:
        assisting.spare(form.store, here)
        return
    if not here.assisting and (touched(over) or over.early):
        _say_it_is_expired(form, over)
    form.end(over)
    resume(form)


def drop(store: Store, address: Address, said: Expired, now: datetime) -> None:
    """End the dialogue without a word, since its last words have failed too often."""
    over = _expired(store, address, said)
    if over is not None:
        dialogues.end(store, over.id)
        stops.count(store, ended(over), day=local(now, WITHOUT_POST).date())


def _expired(store: Store, address: Address, said: Expired) -> Dialogue | None:
    """The dialogue, unless somebody has gone on with it. No clock is asked: another process's,
    a little ahead of ours, may have said that it is over."""
    found = dialogues.by_id(store, address.id, said.dialogue)
    return found if found is not None and found.expires_at <= said.ends else None


def _say_it_is_expired(form: Form, over: Dialogue) -> None:
    """In place and without a sound where all is kept; in a message where answers are lost."""
    known = form_of(over)
    if known is not None and known.as_you_go and touched(over):
        if over.home is not None:
            said = (Text(f"over-{over.conversation}"), *_told(form, known, over))
            form.say(Letter((Lines(said),), about=over.home))
        return
    try:
        form.say(replace(_last_words(form, over), about=over.home))
    except Refused as refusal:
        form.refuse(refusal)


def _told(form: Form, known: Conversation[Any, Any, Any], over: Dialogue) -> tuple[Text, ...]:
    """What was kept; nothing where the form may not be looked at any more."""
    if known.told is None:
        return ()
    with suppress(Refused):
        end = _played(form, known, over)
        return (known.told(end.outcome),) if end is not None else ()
    return ()


def _played(
    form: Form, conversation: Conversation[Any, Any, Any], over: Dialogue
) -> Ended[Any] | None:
    """The form played to its end with what silence means; raises `Refused`."""
    opening = conversation.opening.read(over.opening)
    facts = conversation.look(form.store, form.person, opening, form.now)
    return conversation.silence(facts, kept_in(over), early=early_words(over))


def _last_words(form: Form, over: Dialogue) -> Letter:
    """What the form comes to by silence, kept; raises `Refused`."""
    conversation = form_of(over)
    if conversation is None:
        raise Refused(Text("form-gone"))
    end = _played(form, conversation, over)
    if end is not None:
        return form.keep(conversation, end.outcome)
    return Letter((Text("expired", {"title": Text(f"title-{conversation.name}")}),))
