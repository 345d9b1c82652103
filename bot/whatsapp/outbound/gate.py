"""Whether a letter may open a conversation: an approved template, no night, and room among today's
people."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from typing import Any

from bot.channel import TemplateLetter, Undelivered
from bot.whatsapp.outbound.cutting import cut
from bot.whatsapp.outbound.rendered import MessageBody
from bot.whatsapp.traits import CHANNEL
from models.store import Store
from models.store.chat import chats
from models.store.engine.database import Database
from models.store.prompts import daily_limit, templates

FULL = 1800.0
"""Seconds until a letter is tried again for which today's people were all spoken to."""

FACT = 450
"""Characters of one parameter: two of people's own and the words of a template fit into 1,024."""


class Gate:
    """Asked before Tilik speaks first outside the window."""

    def __init__(self, database: Database, clock: Callable[[], datetime]) -> None:
        self._database = database
        self._clock = clock

    async def opens(self, sender: str, as_template: TemplateLetter | None) -> TemplateLetter:
        """The template that may go now; raises `Undelivered`: closed, or later."""
        now = self._clock()
        return await self._database.run(lambda store: _opens(store, sender, as_template, now))


def _opens(
    store: Store, sender: str, as_template: TemplateLetter | None, now: datetime
) -> TemplateLetter:
    if as_template is None or (as_template.name, as_template.language) not in templates.usable(
        store
    ):
        raise Undelivered("closed")
    if (morning := chats.sleeps_until(store, CHANNEL, sender, now)) is not None:
        raise Undelivered("later", after=(morning - now).total_seconds())
    if not daily_limit.admitted(store, CHANNEL, sender, now=now):
        raise Undelivered("later", after=FULL)
    return as_template


def templated(as_template: TemplateLetter) -> MessageBody:
    """A template with its parameters by name and what its quick replies carry."""
    facts = [
        {"type": "text", "parameter_name": name, "text": cut(words, FACT)}
        for name, words in as_template.facts.items()
    ]
    components: list[dict[str, Any]] = [{"type": "body", "parameters": facts}] if facts else []
    components += [
        {
            "type": "button",
            "sub_type": "quick_reply",
            "index": str(number),
            "parameters": [{"type": "payload", "payload": tap}],
        }
        for number, tap in enumerate(as_template.taps)
    ]
    body = {
        "name": as_template.name,
        "language": {"code": as_template.language},
        "components": components,
    }
    return MessageBody("template", body)
