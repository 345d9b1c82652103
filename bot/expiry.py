"""The end of a form that nobody goes on with: played to its end with what silence means."""

from __future__ import annotations

from dataclasses import replace

from bot.form import Form, kept_in, touched
from handlers import CONVERSATIONS
from models.dialogues import Dialogue
from models.letters import Letter, Text
from models.refused import Refused
from models.store import dialogues


def expire(form: Form, number: int) -> None:
    """End the dialogue if its time is over; another one that is open stays as it is."""
    over = dialogues.by_id(form.store, form.person.address.id, number)
    if over is None or over.expires_at > form.now:
        return
    other = form.open if form.open is not None and form.open.id != number else None
    form.open = over
    if touched(over):
        _say_it_is_over(form, over)
    if form.open is not None:
        form.end()
    form.open = other
    form.resume()


def _say_it_is_over(form: Form, over: Dialogue) -> None:
    """In place and without a sound where all is kept; in a message where answers are lost."""
    known = CONVERSATIONS.get(over.conversation)
    if known is not None and known.as_you_go:
        if over.home is not None:
            form.say(Letter((Text(f"over-{over.conversation}"),), about=over.home))
        return
    try:
        form.say(replace(_last_words(form, over), about=over.home))
    except Refused as refusal:
        form.refuse(refusal)


def _last_words(form: Form, over: Dialogue) -> Letter:
    """What the form comes to by silence, kept; raises `Refused`."""
    conversation = CONVERSATIONS.get(over.conversation)
    if conversation is None:
        raise Refused(Text("form-gone"))
    facts = conversation.look(form.store, form.person, over.opening, form.now)
    ended = conversation.silence(facts, kept_in(over))
    if ended is not None:
        return form.kept(conversation, ended.outcome)
    return Letter((Text("expired", {"title": Text(f"title-{conversation.name}")}),))
