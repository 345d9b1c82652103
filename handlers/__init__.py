"""What Tilik talks about: the conversations, by the name people know them by."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from handlers.anyone import greet, guide, join, resume
from handlers.citizen.assist import only_assisted
from handlers.engine.topic import Several, Topic
from handlers.listed import LISTED
from handlers.words.new_chats import only_so_far
from models.people import Person
from models.store import Store

OFFERING = (guide.CONVERSATION, join.CONVERSATION, resume.CONVERSATION, greet.CONVERSATION)
"""The conversations that offer the others, and themselves nowhere but in the menu."""
CONVERSATIONS: Mapping[str, Topic[Any, Any] | Several] = {
    conversation.name: conversation for conversation in (*LISTED, *OFFERING)
}

def looked(
    store: Store, person: Person, name: str, words: str, now: datetime
) -> tuple[Topic[Any, Any], Any]:
    """What these words open, and its facts. Raises `Refused`, also where the chat is not known to
    be its person's, or the phone is handed to others."""
    conversation = CONVERSATIONS[name]
    if not conversation.manifest.is_open_in(person.address):
        raise only_assisted()
    if not conversation.manifest.opens_to(person):
        raise only_so_far(person)
    topic, opening = conversation.opened(words)
    return topic, topic.look(store, person, opening, now)


VERBS = ("back", "cancel", "skip", "correct", "thanks")
"""What steers any form by a word, and what only wants a kind answer."""
