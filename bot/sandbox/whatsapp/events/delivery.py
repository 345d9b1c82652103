"""Events on their way to the bot: batched, signed, and repeated until they are answered 200."""

from __future__ import annotations

import asyncio
import hashlib
import hmac
from typing import Any

import orjson

from bot.sandbox.calm import Calm
from bot.sandbox.webhook import Webhook
from bot.sandbox.whatsapp.events.bodies import WebhookItem, packed
from bot.sandbox.whatsapp.faults import WhatsAppFaults
from bot.sandbox.whatsapp.records import Business

GATHERED_FOR = 0.004
MOST_ITEMS = 1000


def signature(secret: str, body: bytes) -> str:
    """The header X-Hub-Signature-256 of this body."""
    return f"sha256={hmac.new(secret.encode(), body, hashlib.sha256).hexdigest()}"


class Delivery:
    """What was not yet taken. Whatever happens within a few milliseconds goes as one batch.

    A batch that is not taken is repeated whole, and holds up no other. Without a webhook all of it
    waits.
    """

    def __init__(self, faults: WhatsAppFaults, webhook: Webhook, business: Business) -> None:
        self.faults = faults
        self.webhook = webhook
        self.business = business
        self.calm = Calm("events", self.waiting, why=lambda: webhook.last_error)
        self.pending: list[WebhookItem] = []
        self.batches: dict[int, bytes] = {}
        self._batch = 0
        self._late = 0
        self._gathering: asyncio.TimerHandle | None = None

    # What happens.

    def push(self, item: WebhookItem) -> None:
        """Deliver it with whatever else happens within the next milliseconds."""
        if self.faults.delay:
            self._late += 1
            asyncio.get_running_loop().call_later(self.faults.delay, self._come, item)
        else:
            self._enter(item)

    def _come(self, item: WebhookItem) -> None:
        self._late -= 1
        self._enter(item)

    def push_change(self, field: str, value: dict[str, Any]) -> None:
        """A change of another field than `messages`, with its whole value."""
        self.push(WebhookItem(field, value, None))

    def waiting(self) -> int:
        """How much is not delivered yet: items, batches, and what is still to happen."""
        return len(self.pending) + len(self.batches) + self._late

    def _enter(self, item: WebhookItem) -> None:
        self.pending.append(item)
        self.calm.stir()
        self._gather()

    def _gather(self) -> None:
        if self.webhook.url and self.pending and self._gathering is None:
            loop = asyncio.get_running_loop()
            self._gathering = loop.call_later(GATHERED_FOR, self._pack)

    def _pack(self) -> None:
        self._gathering = None
        batch, self.pending = self.pending[:MOST_ITEMS], self.pending[MOST_ITEMS:]
        if not batch:
            return
        self._batch += 1
        body = packed(batch, self.business)
        self.batches[self._batch] = orjson.dumps(body)
        self.webhook.send_off(self._carry(self._batch))
        self._gather()

    # Where it goes.

    def hook(self, url: str) -> None:
        """Set the webhook, or take it down with ""; whatever waits goes there."""
        self.webhook.url = url
        self.webhook.drop()
        self.rest()
        if url:
            for number in self.batches:
                self.webhook.send_off(self._carry(number))
            self._gather()

    def rest(self) -> None:
        """Gather no further; what was gathered waits."""
        if self._gathering:
            self._gathering.cancel()
            self._gathering = None

    async def verify(self, url: str, token: str, challenge: str) -> None:
        """Meta's question before a webhook is set; raises AssertionError on a wrong answer."""
        asked = {"hub.mode": "subscribe", "hub.challenge": challenge, "hub.verify_token": token}
        async with self.webhook.session.get(url, params=asked) as response:
            answer = await response.text()
        if response.status != 200 or answer != challenge:
            raise AssertionError(
                f"The webhook answered {response.status} {answer[:80]!r} to the challenge"
                f" {challenge!r}."
            )

    async def _carry(self, number: int) -> None:
        body = self.batches[number]
        signed = {"X-Hub-Signature-256": signature(self.business.app_secret, body)}
        await self.webhook.until_taken(body, {**signed, "User-Agent": "facebookexternalua"})
        del self.batches[number]
        self.calm.stir()
