"""What Tilik talks about: the conversations, by the name people know them by."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from handlers.anyone import greet, guide, join, resume
from handlers.engine.topic import Several, Topic
from handlers.listed import LISTED

OFFERING = (guide.CONVERSATION, join.CONVERSATION, resume.CONVERSATION, greet.CONVERSATION)
"""The conversations that offer the others, and themselves nowhere but in the menu."""
CONVERSATIONS: Mapping[str, Topic[Any, Any] | Several] = {
    conversation.name: conversation for conversation in (*LISTED, *OFFERING)
}

VERBS = ("back", "cancel", "skip", "correct", "thanks")
"""What steers any form by a word, and what only wants a kind answer."""
