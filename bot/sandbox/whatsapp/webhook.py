"""Webhooks called out to the bot: batched, signed, and repeated until they are answered 200."""

from __future__ import annotations

import asyncio
import hashlib
import hmac
from collections.abc import Callable
from typing import TYPE_CHECKING, Any

import orjson
from aiohttp import ClientError, ClientSession, ClientTimeout, TCPConnector

from bot.sandbox.calm import Calm
from bot.sandbox.whatsapp.bodies import Item, packed

if TYPE_CHECKING:
    from bot.sandbox.whatsapp.box import WhatsAppBox

GATHERED_FOR = 0.004
MOST_ITEMS = 1000
LONGEST_WAIT = 60.0
ANSWER_WITHIN = 30.0


def signature(secret: str, body: bytes) -> str:
    """The header X-Hub-Signature-256 of this body."""
    return f"sha256={hmac.new(secret.encode(), body, hashlib.sha256).hexdigest()}"


class Delivery:
    """What was not yet taken. Whatever happens within a few milliseconds goes as one batch.

    A batch that is not answered 200 is repeated whole: at once, then after 2, 4, 8 s up to 60 s,
    each times `haste` (so 0.01 is a hundred times faster); it holds up no other batch. Without a
    `url` all of it waits.
    """

    def __init__(self, box: WhatsAppBox) -> None:
        self.box = box
        self.url = ""
        self.haste = 1.0
        self.calm = Calm("events", self.waiting, why=lambda: self.last_error)
        self.pending: list[Item] = []
        self.batches: dict[int, bytes] = {}
        self.last_error = ""
        self.delivered = 0
        self._batch = 0
        self._late = 0
        self._gathering: asyncio.TimerHandle | None = None
        self._carriers: set[asyncio.Task[None]] = set()
        self._session: ClientSession | None = None

    # What happens.

    def push(self, item: Item) -> None:
        """Deliver it with whatever else happens within the next milliseconds."""
        if self.box.faults.delay:
            self.later(self.box.faults.delay, lambda: self._enter(item))
        else:
            self._enter(item)

    def push_change(self, field: str, value: dict[str, Any]) -> None:
        """A change of another field than `messages`, with its whole value."""
        self.push(Item(field, value, None))

    def later(self, seconds: float, deed: Callable[[], object]) -> None:
        """Do it after so many real seconds; until then not everything is delivered."""
        self._late += 1

        def do() -> None:
            self._late -= 1
            deed()
            self.calm.stir()

        asyncio.get_running_loop().call_later(seconds, do)

    def waiting(self) -> int:
        """How much is not delivered yet: items, batches, and what is still to happen."""
        return len(self.pending) + len(self.batches) + self._late

    def _enter(self, item: Item) -> None:
        self.pending.append(item)
        self.calm.stir()
        self._gather()

    def _gather(self) -> None:
        if self.url and self.pending and self._gathering is None:
            loop = asyncio.get_running_loop()
            self._gathering = loop.call_later(GATHERED_FOR, self._pack)

    def _pack(self) -> None:
        self._gathering = None
        batch, self.pending = self.pending[:MOST_ITEMS], self.pending[MOST_ITEMS:]
        if not batch:
            return
        self._batch += 1
        body = packed(batch, business_id=self.box.business_id, metadata=self.box.metadata)
        self.batches[self._batch] = orjson.dumps(body)
        self._send_off(self._batch)
        self._gather()

    # Where it goes.

    def hook(self, url: str) -> None:
        """Set the webhook, or take it down with ""; whatever waits goes there."""
        self.url = url
        self._drop_carriers()
        if url:
            for number in self.batches:
                self._send_off(number)
            self._gather()

    def resume(self) -> None:
        if self.url:
            self.hook(self.url)

    async def verify(self, url: str, token: str) -> None:
        """Meta's question before a webhook is set; raises AssertionError on a wrong answer."""
        challenge = str(self.box.dice.below(10**10))
        asked = {"hub.mode": "subscribe", "hub.challenge": challenge, "hub.verify_token": token}
        async with self._open().get(url, params=asked) as response:
            answer = await response.text()
        if response.status != 200 or answer != challenge:
            raise AssertionError(
                f"The webhook answered {response.status} {answer[:80]!r} to the challenge"
                f" {challenge!r}."
            )

    async def close(self) -> None:
        """Stop calling; what waits is kept, and `resume` calls again."""
        carriers = list(self._carriers)
        self._drop_carriers()
        await asyncio.gather(*carriers, return_exceptions=True)
        if self._session:
            await self._session.close()
            self._session = None

    def _drop_carriers(self) -> None:
        if self._gathering:
            self._gathering.cancel()
            self._gathering = None
        for carrier in self._carriers:
            carrier.cancel()
        self._carriers.clear()

    def _send_off(self, number: int) -> None:
        carrier = asyncio.get_running_loop().create_task(self._carry(number))
        self._carriers.add(carrier)
        carrier.add_done_callback(self._carriers.discard)

    async def _carry(self, number: int) -> None:
        tries = 0
        faults = self.box.faults
        while True:
            if faults.down:
                await asyncio.sleep(0.02)
            elif not await self._taken(self.batches[number]):
                await asyncio.sleep(self.patience(tries) * self.haste)
                tries += 1
            elif not faults.hits(faults.repeat_batches):
                break
        self.delivered += 1
        del self.batches[number]
        self.calm.stir()

    def patience(self, tries: int) -> float:
        """Seconds to wait after so many failed retries."""
        return 0.0 if not tries else min(2.0**tries, LONGEST_WAIT)

    async def _taken(self, body: bytes) -> bool:
        """Post one batch; whether the answer was 200."""
        headers = {
            "Content-Type": "application/json",
            "X-Hub-Signature-256": signature(self.box.app_secret, body),
            "User-Agent": "facebookexternalua",
        }
        try:
            posted = self._open().post(self.url, data=body, headers=headers, allow_redirects=False)
            async with posted as response:
                await response.read()
                if response.status == 200:
                    return True
                self.last_error = f"{response.status} {response.reason}"
        except (TimeoutError, ClientError) as trouble:
            self.last_error = type(trouble).__name__
        return False

    def _open(self) -> ClientSession:
        if self._session is None:
            self._session = ClientSession(
                connector=TCPConnector(limit=40), timeout=ClientTimeout(total=ANSWER_WITHIN)
            )
        return self._session
