"""Calls out to the bot, each repeated until it is taken."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Coroutine, Mapping
from typing import Any

from aiohttp import ClientError, ClientSession, ClientTimeout, TCPConnector

from bot.sandbox.faults import Faults

LONGEST_WAIT = 60.0
CONNECTIONS = 40
WHILE_DOWN = 0.02


def _always() -> bool:
    return True


class Webhook:
    """The bot's address, "" while none is set, and the platform's patience with it.

    The first retry is at once, then after 2, 4, 8 s up to 60 s, each times `haste` (so 0.01 is a
    hundred times faster). Only an answer with one of the `taken` statuses, within so many seconds,
    ends that.
    """

    def __init__(self, faults: Faults, *, taken: range, within: float) -> None:
        self.faults = faults
        self.url = ""
        self.haste = 1.0
        self.last_error = ""
        self.on_failure: Callable[[], object] = _always
        self._taken = taken
        self._within = within
        self._carriers: set[asyncio.Task[None]] = set()
        self._session: ClientSession | None = None

    def send_off(self, carrying: Coroutine[Any, Any, None]) -> None:
        """Carry it out beside everything else, until `drop`."""
        carrier = asyncio.get_running_loop().create_task(carrying)
        self._carriers.add(carrier)
        carrier.add_done_callback(self._carriers.discard)

    def drop(self) -> None:
        """Break off every call; what was not taken stays with whoever sent it off."""
        for carrier in self._carriers:
            carrier.cancel()
        self._carriers.clear()

    async def close(self) -> None:
        """Break off every call, and let go of every connection."""
        carriers = list(self._carriers)
        self.drop()
        await asyncio.gather(*carriers, return_exceptions=True)
        if self._session:
            await self._session.close()
            self._session = None

    async def until_taken(
        self, body: bytes, headers: Mapping[str, str], *, wanted: Callable[[], bool] = _always
    ) -> bytes | None:
        """Post it until it is taken; gives the answer, or None once it is no longer wanted."""
        tries = 0
        while wanted():
            if self.faults.down:
                await asyncio.sleep(WHILE_DOWN)
                continue
            if (answer := await self._posted(body, headers)) is not None:
                return answer
            self.on_failure()
            await asyncio.sleep(self.patience(tries) * self.haste)
            tries += 1
        return None

    def patience(self, tries: int) -> float:
        """Seconds to wait after so many failed retries."""
        return 0.0 if not tries else min(2.0**tries, LONGEST_WAIT)

    async def _posted(self, body: bytes, headers: Mapping[str, str]) -> bytes | None:
        """The answer to one attempt; None where it is not taken."""
        headers = {"Content-Type": "application/json", **headers}
        posted = self.session.post(self.url, data=body, headers=headers, allow_redirects=False)
        try:
            async with posted as response:
                answer = await response.read()
        except (TimeoutError, ClientError) as trouble:
            self.last_error = type(trouble).__name__
            return None
        if response.status in self._taken:
            return answer
        self.last_error = f"{response.status} {response.reason}"
        return None

    @property
    def session(self) -> ClientSession:
        """The connections to the bot, opened at the first call."""
        if self._session is None:
            self._session = ClientSession(
                connector=TCPConnector(limit=CONNECTIONS), timeout=ClientTimeout(total=self._within)
            )
        return self._session
