"""Updates called out to the bot's webhook: one queue per chat, another per user for taps."""

from __future__ import annotations

import asyncio
from collections import deque
from collections.abc import Callable

from bot.sandbox.telegram.events.updates import Update, Updates
from bot.sandbox.telegram.refusal import OTHER_BY_WEBHOOK
from bot.sandbox.webhook import Webhook

OVERTAKEN_FOR = 0.02


class Queues:
    """Only a queue whose first update was not taken waits. `takes` does what the answer to an
    update asks for."""

    def __init__(self, updates: Updates, webhook: Webhook, takes: Callable[[bytes], None]) -> None:
        self.updates = updates
        self.webhook = webhook
        self.takes = takes
        self.queues: dict[tuple[str, int], deque[int]] = {}
        self._headers: dict[str, str] = {}

    def hang(self, url: str, *, secret: str) -> None:
        """Set the webhook; whatever waits goes there."""
        self._headers = {"X-Telegram-Bot-Api-Secret-Token": secret} if secret else {}
        self.webhook.url = url
        self.resume()

    def resume(self) -> None:
        """Begin anew with whatever waits, if a webhook is set."""
        self.take_down(self.webhook.url)
        if not self.webhook.url:
            return
        self.updates.wake(OTHER_BY_WEBHOOK)
        self.updates.outlet = self
        for number, update in list(self.updates.pending.items()):
            self.offer(number, update)

    def take_down(self, url: str = "") -> None:
        """Delete the webhook; whatever waits is for getUpdates again."""
        self.webhook.url = url
        self.webhook.drop()
        self.queues.clear()
        self.updates.outlet = None

    def offer(self, number: int, update: Update) -> None:
        queue = self.queues.get(update.queue)
        if queue is not None:
            queue.append(number)
            return
        queue = self.queues[update.queue] = deque((number,))
        self.webhook.send_off(self._carry(update.queue, queue))

    async def _carry(self, key: tuple[str, int], queue: deque[int]) -> None:
        if self.updates.faults.hits(self.updates.faults.reorder):
            await asyncio.sleep(OVERTAKEN_FOR)
        while queue:
            update = self.updates.pending.get(queue[0])
            if update is not None:
                await self._post(queue[0], update)
            self.updates.done(queue.popleft())
        if self.queues.get(key) is queue:
            del self.queues[key]

    async def _post(self, number: int, update: Update) -> None:
        """Until it is taken, or nobody is to have it any more; once more where a fault says so."""
        body: bytes | None = update.numbered(number)
        while body is not None:
            answer = await self.webhook.until_taken(
                body, self._headers, wanted=lambda: self.updates.awaits(number, update)
            )
            if answer is None:
                return
            self.takes(answer)
            body = self.updates.repeat(number, update)
