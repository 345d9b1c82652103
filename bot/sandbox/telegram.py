"""A strict local Telegram: the Bot API over HTTP, people with phones, and a ledger.

The demo, the tests, the kill runner and the benchmarks all talk to this one object. It refuses
what Telegram refuses, in Telegram's words, and it can make trouble on request (`box.faults`).
"""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable, Mapping, Sequence
from datetime import datetime
from functools import partial
from time import monotonic
from typing import TYPE_CHECKING, Any
from zoneinfo import ZoneInfo

from aiohttp import web

from bot.sandbox import api, flood, form
from bot.sandbox.calm import AT_LAST
from bot.sandbox.faults import Faults
from bot.sandbox.files import Shelf
from bot.sandbox.phones import Phone
from bot.sandbox.polling import Delivery
from bot.sandbox.records import Form, Poster, Refused, Sent
from bot.sandbox.refusal import BLOCKED, CHAT_NOT_FOUND, NEVER_STARTED, bad, forbidden
from bot.sandbox.sending import without_uploads
from bot.sandbox.serving import opened
from bot.sandbox.webhook import Webhook

if TYPE_CHECKING:
    from bot.sandbox.whatsapp import WhatsAppBox

OPEN_QUERIES = 100_000
WATCHED_FOR = 60.0
_overall = flood.overall


class TelegramBox:
    """See the module. `clock` gives aware UTC datetimes, for the dates of messages.

    `flood` turns the send limits on. `keep` bounds the messages per phone, the ledger, the
    refusals and the files, for long runs. `language`, `zone`, `posters`, `roles` (chat id to role)
    `row` (the order of the phones), `on_forward` (awaited with the minutes) and `jumps` (a name,
    and what moves the clock to the next moment of that name) are for the page.
    """

    monotonic = staticmethod(monotonic)

    def __init__(
        self,
        token: str,
        *,
        username: str,
        clock: Callable[[], datetime],
        flood: bool = True,
        keep: int | None = None,
        name: str = "Tilik",
    ) -> None:
        self.token = token
        self.name = name
        self.username = username
        self.clock = clock
        self.flood = flood
        self.keep = keep
        self.user = {
            "id": int(token.partition(":")[0]),
            "is_bot": True,
            "first_name": name,
            "username": username,
        }
        self.url = ""
        self.phones: dict[int, Phone] = {}
        self.queries: dict[str, Phone] = {}
        self.shelf = Shelf(keep)
        self.commands: dict[tuple[str, str], list[dict[str, str]]] = {}
        self.ledger: list[Sent] = []
        self.refusals: list[Refused] = []
        self.delivery = Delivery(Faults(self._wake))
        self.calm = self.delivery.calm
        self.faults = self.delivery.faults
        self.webhook = Webhook(self.delivery, self.now, partial(api.in_answer, self))
        self.posters: list[Poster] = []
        self.roles: dict[int, str] = {}
        self.row: Sequence[int | str] = ()
        self.whatsapp: WhatsAppBox | None = None
        self.on_forward: Callable[[float], Awaitable[object]] | None = None
        self.jumps: dict[str, Callable[[], Awaitable[object]]] = {}
        self.language = "id"
        self.zone = ZoneInfo("Asia/Jakarta")
        self.version = 1
        self.watchers: set[asyncio.Future[None]] = set()
        self.watched_at = -WATCHED_FOR
        self._bucket = _overall()
        self._sent = 0
        self._asked = 0
        self._runner: web.ServerRunner | None = None

    @property
    def haste(self) -> float:
        """Factor on the waits between a webhook's retries; 0.01 is a hundred times faster."""
        return self.webhook.haste

    @haste.setter
    def haste(self, haste: float) -> None:
        self.webhook.haste = haste

    # Opening and closing.

    async def start(self, host: str = "127.0.0.1", *, port: int = 0) -> None:
        """Listen; `url` says where. May be started again after `stop`, with all it remembers."""
        self._runner = api.runner(self)
        self.url = await opened(self._runner, host, port=port)
        self.webhook.resume()

    async def stop(self) -> None:
        """Close the door and every connection; calls that wait end first."""
        await self.webhook.close()
        self._wake()
        self._tell_watchers()
        await asyncio.sleep(0)
        if self._runner:
            await self._runner.cleanup()
            self._runner = None

    def _wake(self) -> None:
        self.delivery.wake("nothing")

    def shows(self, whatsapp: WhatsAppBox) -> None:
        """Put WhatsApp's phones on the page beside its own."""
        self.whatsapp = whatsapp
        whatsapp.on_changed = self.changed

    # People.

    def phone(self, number: int, *, name: str = "", language: str = "id") -> Phone:
        """The phone of this user id, made at the first call (name and language count then)."""
        found = self.phones.get(number)
        if found is None:
            name = name or f"Person {number}"
            found = self.phones[number] = Phone(self, number, name=name, language=language)
            self.changed()
        return found

    async def quiet(self, seconds: float = 0, *, timeout: float = AT_LAST) -> None:  # noqa: ASYNC109
        """Wait until nothing is undelivered and no call is open, and nothing was for `seconds`.

        Raises AssertionError after `timeout` seconds, saying what still moves.
        """
        await self.calm.quiet(seconds, within=timeout)

    # What the methods need.

    def now(self) -> int:
        """The clock in whole seconds since 1970."""
        return int(self.clock().timestamp())

    def addressed(self, given: Form) -> Phone:
        """The phone of `chat_id`, if the bot may write to it."""
        if given.get("chat_id") in (None, ""):
            raise bad("chat_id is empty")
        phone = self.phones.get(form.number(given, "chat_id", 0))
        if phone is None:
            raise bad(CHAT_NOT_FOUND)
        if phone.blocked:
            raise forbidden(BLOCKED)
        if not phone.started:
            raise forbidden(NEVER_STARTED)
        return phone

    def pace(self, phone: Phone) -> None:
        """Count a send or an edit; raises the 429 refusal while the flood limits are on."""
        if self.flood:
            flood.take(self.monotonic(), self._bucket, phone.bucket)

    def record(
        self, method: str, chat_id: int, payload: Mapping[str, Any], message_id: int | None
    ) -> None:
        """Write an accepted call that a person can see into the ledger."""
        self._sent += 1
        at = self.calm.stir()
        self.ledger.append(Sent(self._sent, method, chat_id, payload, at, message_id))
        self._trim(self.ledger)

    def refused(self, method: str, given: Form, *, code: int, words: str) -> None:
        """Write down a call that is answered with an error."""
        self.refusals.append(Refused(method, code, words, without_uploads(given)))
        self._trim(self.refusals)

    def _trim(self, rows: list[Any]) -> None:
        if self.keep is not None and len(rows) > 2 * self.keep:
            del rows[: -self.keep or None]

    def new_query(self, phone: Phone) -> str:
        """The id of a new callback query, to be answered once."""
        self._asked += 1
        query = str(4_000_000_000_000_000_000 + self._asked)
        self.queries[query] = phone
        if len(self.queries) > OPEN_QUERIES:
            for oldest in list(self.queries)[: OPEN_QUERIES // 2]:
                del self.queries[oldest]
        return query

    def changed(self, *, again_in: float | None = None) -> None:
        """Something on the page is different now, and once more after `again_in` seconds."""
        self.version += 1
        self._tell_watchers()
        if again_in is not None and monotonic() - self.watched_at < WATCHED_FOR:
            asyncio.get_running_loop().call_later(again_in, self.changed)

    def _tell_watchers(self) -> None:
        for watcher in self.watchers:
            if not watcher.done():
                watcher.set_result(None)
