"""What Tilik talks about: the conversations, by the name people know them by."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from handlers.anyone import greet, guide, join, resume
from handlers.listed import LISTED
from handlers.staff import log
from handlers.staff.evaluation.invitation import invitation
from handlers.supervisor import brief
from handlers.topic import Several, Topic
from models.campaigns import Kind
from models.store.prompts.candidates import Composer

OFFERING = (guide.CONVERSATION, join.CONVERSATION, resume.CONVERSATION, greet.CONVERSATION)
"""The conversations that offer the others, and themselves nowhere but in the menu."""
CONVERSATIONS: Mapping[str, Topic[Any, Any] | Several] = {
    conversation.name: conversation for conversation in (*LISTED, *OFFERING)
}

VERBS = ("back", "cancel", "skip", "correct", "thanks")
"""What steers any form by a word, and what only wants a kind answer."""

INVITATIONS: Mapping[Kind, Composer] = {
    "open": invitation,
    "half": invitation,
    "last": invitation,
    "log": log.invitation,
    "short": brief.invitation,
    "long": brief.invitation,
    "quarter": brief.invitation,
}
"""What to say when Tilik speaks first, by the kind of prompt; the others are not planned."""
