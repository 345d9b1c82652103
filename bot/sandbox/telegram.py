"""A strict local Telegram: the Bot API over HTTP, people with phones, and a ledger.

The demo, the tests, the kill runner and the benchmarks all talk to this one object. It refuses
what Telegram refuses, in Telegram's words, and it can make trouble on request (`box.faults`).
"""

import asyncio
import socket
from collections.abc import Awaitable, Callable, Mapping
from datetime import datetime
from time import monotonic
from typing import Any
from urllib.parse import unquote
from zoneinfo import ZoneInfo

import orjson
from aiohttp import web
from aiohttp.http_parser import RawRequestMessage
from aiohttp.streams import StreamReader

from bot.sandbox import flood, form, page
from bot.sandbox.faults import Faults
from bot.sandbox.files import Shelf
from bot.sandbox.methods import BY_SMALL_NAME, METHODS
from bot.sandbox.phones import Phone
from bot.sandbox.polling import LONGEST_POLL, Delivery, answer, asked_kinds
from bot.sandbox.records import Form, Poster, Refused, Sent
from bot.sandbox.refusal import (
    BLOCKED,
    CHAT_NOT_FOUND,
    NEVER_STARTED,
    RefusalError,
    bad,
    forbidden,
)
from bot.sandbox.sending import without_uploads
from bot.sandbox.webhook import Webhook

LARGEST_BODY = 60_000_000
OPEN_QUERIES = 100_000


class TelegramBox:
    """See the module. `clock` gives aware UTC datetimes, for the dates of messages.

    `flood` turns the send limits on. `keep` bounds the messages per phone, the ledger, the
    refusals and the files, for long runs. `language`, `zone`, `posters`, `roles` (chat id to role)
    and `on_forward` (awaited with the minutes) are for the page.
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
        self.faults = self.delivery.faults
        self.webhook = Webhook(self.delivery, self.now)
        self.posters: list[Poster] = []
        self.roles: dict[int, str] = {}
        self.on_forward: Callable[[float], Awaitable[object]] | None = None
        self.language = "id"
        self.zone = ZoneInfo("Asia/Jakarta")
        self.version = 1
        self.watchers: set[asyncio.Future[None]] = set()
        self._bucket = _overall()
        self._sent = 0
        self._asked = 0
        self._open_calls = 0
        self._prefix = f"/bot{token}/"
        self._file_prefix = f"/file/bot{token}/"
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
        server = web.Server(self._serve, request_factory=_request, handler_cancellation=True)
        self._runner = web.ServerRunner(server, access_log=None, shutdown_timeout=1.0)
        await self._runner.setup()
        door = socket.create_server((host, port), backlog=1024)
        await web.SockSite(self._runner, door).start()
        self.url = f"http://{host}:{door.getsockname()[1]}"
        self.webhook.resume()

    async def stop(self) -> None:
        """Close the door and every connection; calls that wait end first."""
        await self.webhook.close()
        self._wake()
        for watcher in self.watchers:
            if not watcher.done():
                watcher.set_result(None)
        await asyncio.sleep(0)
        if self._runner:
            await self._runner.cleanup()
            self._runner = None

    def _wake(self) -> None:
        self.delivery.wake("nothing")

    # People.

    def phone(self, number: int, *, name: str = "", language: str = "id") -> Phone:
        """The phone of this user id, made at the first call (name and language count then)."""
        found = self.phones.get(number)
        if found is None:
            name = name or f"Person {number}"
            found = self.phones[number] = Phone(self, number, name=name, language=language)
            self.changed()
        return found

    async def quiet(self, seconds: float = 0.15, *, timeout: float = 10) -> None:  # noqa: ASYNC109
        """Wait until nothing is undelivered and nothing was said or sent for `seconds`.

        Raises AssertionError after `timeout` seconds, saying what still moves.
        """
        end = monotonic() + timeout
        while True:
            rest = self.delivery.stirred + seconds - monotonic()
            if rest <= 0 and not self.delivery.waiting() and not self._open_calls:
                return
            if monotonic() > end:
                raise AssertionError(
                    f"Not quiet after {timeout} s: {self.delivery.waiting()} updates wait,"
                    f" {self._open_calls} calls are open."
                )
            await asyncio.sleep(max(rest, 0.01))

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
            flood.take(monotonic(), self._bucket, phone.bucket)

    def record(
        self, method: str, chat_id: int, payload: Mapping[str, Any], message_id: int | None
    ) -> None:
        """Write an accepted call that a person can see into the ledger."""
        self._sent += 1
        at = self.delivery.stirred = monotonic()
        self.ledger.append(Sent(self._sent, method, chat_id, payload, at, message_id))
        self._trim(self.ledger)

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
        if self.watchers:
            for watcher in self.watchers:
                if not watcher.done():
                    watcher.set_result(None)
            if again_in is not None:
                asyncio.get_running_loop().call_later(again_in, self.changed)

    # The Bot API over HTTP.

    async def _serve(self, request: web.BaseRequest) -> web.StreamResponse:
        path = request.raw_path
        if path.startswith(self._prefix):
            return await self._call(request, path[len(self._prefix) :])
        if "%" in path:
            path = unquote(path)
            if path.startswith(self._prefix):
                return await self._call(request, path[len(self._prefix) :])
        if path.startswith(self._file_prefix):
            return self._file(request, path[len(self._file_prefix) :])
        if path.startswith(("/bot", "/file/bot")):
            return _reply(401, _refusal_body(RefusalError(401, "Unauthorized")))
        return await page.serve(self, request)

    async def _call(self, request: web.BaseRequest, rest: str) -> web.StreamResponse:
        if self.faults.down:
            return _hang_up(request)
        name, _, query = rest.partition("?")
        if name not in METHODS:
            name = BY_SMALL_NAME.get(name.lower(), name)
        polls = name == "getUpdates"
        self._open_calls += not polls
        try:
            status, body = await self._answered(request, name, query)
            if self.faults.down:
                return _hang_up(request)
            if self.faults.slow:
                await asyncio.sleep(self.faults.slow)
            if self.faults.dropping and status == 200 and self.faults.swallows(name):
                return _hang_up(request)
            return _reply(status, body)
        finally:
            self._open_calls -= not polls

    async def _answered(self, request: web.BaseRequest, name: str, query: str) -> tuple[int, bytes]:
        given: Form = {}
        try:
            given = await form.read(request, query)
            if name == "getUpdates":
                return 200, await self._poll(given)
            return 200, self._do(name, given)
        except RefusalError as refusal:
            payload = without_uploads(given)
            self.refusals.append(Refused(name, refusal.code, refusal.words, payload))
            self._trim(self.refusals)
            return refusal.code, _refusal_body(refusal)

    def _do(self, name: str, given: Form) -> bytes:
        method = METHODS.get(name)
        if method is None:
            raise RefusalError(404, "Not Found")
        if self.faults.failing:
            self.faults.strike(name)
        return b'{"ok":true,"result":%b}' % orjson.dumps(method(self, given))

    async def _poll(self, given: Form) -> bytes:
        if self.faults.failing:
            self.faults.strike("getUpdates")
        kinds = asked_kinds(given)
        if kinds is not None:
            self.delivery.allowed = kinds
        batch = await self.delivery.poll(
            offset=form.number(given, "offset", 0),
            limit=min(max(form.number(given, "limit", 100), 1), 100),
            timeout=min(form.number(given, "timeout", 0), LONGEST_POLL),
        )
        return answer(batch)

    def _file(self, request: web.BaseRequest, path: str) -> web.StreamResponse:
        if self.faults.down:
            return _hang_up(request)
        parts = path.split("/")
        file = self.shelf.files.get(parts[1]) if len(parts) == 3 else None
        if file is None or file.path != path:
            return _reply(404, _refusal_body(RefusalError(404, "Not Found")))
        return web.Response(body=file.content, content_type="application/octet-stream")


_overall = flood.overall


def _reply(status: int, body: bytes) -> web.Response:
    return web.Response(status=status, body=body, content_type="application/json")


def _refusal_body(refusal: RefusalError) -> bytes:
    body: dict[str, Any] = {
        "ok": False,
        "error_code": refusal.code,
        "description": refusal.words,
    }
    if refusal.retry_after is not None:
        body["parameters"] = {"retry_after": refusal.retry_after}
    return orjson.dumps(body)


def _hang_up(request: web.BaseRequest) -> web.Response:
    """Close the connection without a word; the answer returned here is never written."""
    if request.transport is not None:
        request.transport.abort()
    return web.Response(status=500)


def _request(
    message: RawRequestMessage,
    payload: StreamReader,
    protocol: Any,
    writer: Any,
    task: "asyncio.Task[None]",
) -> web.BaseRequest:
    loop = asyncio.get_running_loop()
    return web.BaseRequest(
        message, payload, protocol, writer, task, loop, client_max_size=LARGEST_BODY
    )
