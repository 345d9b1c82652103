"""Updates called out to the bot's webhook: Telegram's queues and Telegram's patience."""

import asyncio
from collections import deque
from collections.abc import Callable
from time import monotonic

from aiohttp import ClientError, ClientSession, ClientTimeout, TCPConnector

from bot.sandbox.polling import TAP, Delivery, Update
from bot.sandbox.refusal import OTHER_BY_WEBHOOK

LONGEST_WAIT = 60.0
ANSWER_WITHIN = 60.0


class Webhook:
    """One queue per chat, another per user for taps; only a queue that failed waits.

    The first retry is at once, then after 2, 4, 8 s up to 60 s, each times `haste` (so 0.01 is a
    hundred times faster). `url` is "" while no webhook is set. `call` does what the answer to an
    update asks for.
    """

    def __init__(
        self, delivery: Delivery, now: Callable[[], int], call: Callable[[bytes], None]
    ) -> None:
        self.delivery = delivery
        self.now = now
        self.call = call
        self.url = ""
        self.secret = ""
        self.connections = 40
        self.haste = 1.0
        self.last_error: tuple[int, str] | None = None
        self.queues: dict[tuple[str, int], deque[int]] = {}
        self._carriers: set[asyncio.Task[None]] = set()
        self._session: ClientSession | None = None

    def hang(self, url: str, *, secret: str, connections: int) -> None:
        """Set the webhook; whatever waits goes there."""
        self._drop_queues()
        self.url, self.secret, self.connections = url, secret, connections
        self.last_error = None
        self.delivery.wake(OTHER_BY_WEBHOOK)
        self.delivery.outlet = self
        for number, update in list(self.delivery.pending.items()):
            self.offer(number, update)

    def take_down(self) -> None:
        """Delete the webhook; whatever waits is for getUpdates again."""
        self._drop_queues()
        self.url = ""
        self.delivery.outlet = None

    def _drop_queues(self) -> None:
        for carrier in self._carriers:
            carrier.cancel()
        self._carriers.clear()
        self.queues.clear()

    async def close(self) -> None:
        """Stop calling; what waits is kept, and `resume` calls again."""
        carriers = list(self._carriers)
        self._drop_queues()
        await asyncio.gather(*carriers, return_exceptions=True)
        if self._session:
            await self._session.close()
            self._session = None

    def resume(self) -> None:
        if self.url:
            self.hang(self.url, secret=self.secret, connections=self.connections)

    def offer(self, number: int, update: Update) -> None:
        queue = self.queues.get(update.queue)
        if queue is not None:
            queue.append(number)
            return
        queue = self.queues[update.queue] = deque((number,))
        carrier = asyncio.get_running_loop().create_task(self._carry(update.queue, queue))
        self._carriers.add(carrier)
        carrier.add_done_callback(self._carriers.discard)

    async def _carry(self, key: tuple[str, int], queue: deque[int]) -> None:
        tries = 0
        if self.delivery.faults.hits(self.delivery.faults.reorder):
            await asyncio.sleep(0.02)
        while queue:
            number = queue[0]
            update = self.delivery.pending.get(number)
            if update is None or self._stale(update):
                self.delivery.done(queue.popleft())
                tries = 0
            elif self.delivery.faults.down:
                await asyncio.sleep(0.02)
            elif await self._taken(update.numbered(number)):
                again = self.delivery.repeat(number, update)
                if again is None:
                    self.delivery.done(queue.popleft())
                tries = 0
            else:
                await asyncio.sleep(self.patience(tries) * self.haste)
                tries += 1
        if self.queues.get(key) is queue:
            del self.queues[key]

    def _stale(self, update: Update) -> bool:
        return update.kind == TAP and update.born < monotonic() - self.delivery.tap_lifetime

    def patience(self, tries: int) -> float:
        """Seconds to wait after so many failed retries."""
        return 0.0 if not tries else min(2.0**tries, LONGEST_WAIT)

    async def _taken(self, body: bytes) -> bool:
        """Post one update; whether the answer was 2xx."""
        headers = {"Content-Type": "application/json"}
        if self.secret:
            headers["X-Telegram-Bot-Api-Secret-Token"] = self.secret
        try:
            async with self._open().post(self.url, data=body, headers=headers) as response:
                answer = await response.read()
                if 200 <= response.status < 300:
                    self.call(answer)
                    return True
                words = f"Wrong response from the webhook: {response.status} {response.reason}"
        except TimeoutError:
            words = "Read timeout expired"
        except ClientError:
            words = "Connection refused"
        self.last_error = (self.now(), words)
        self.delivery.calm.stir()
        return False

    def _open(self) -> ClientSession:
        if self._session is None:
            self._session = ClientSession(
                connector=TCPConnector(limit=self.connections),
                timeout=ClientTimeout(total=ANSWER_WITHIN),
            )
        return self._session
