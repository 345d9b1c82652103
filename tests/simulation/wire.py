"""The network between Tilik and both platforms, in memory: late, lost, doubled, or not there."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable, Iterable, Iterator, Mapping
from contextlib import contextmanager
from contextvars import ContextVar
from typing import Any, TypeAlias
from unittest.mock import patch
from urllib.parse import parse_qsl, urlsplit

import httpx
import orjson
from aiogram.client.session.base import BaseSession
from aiogram.exceptions import TelegramNetworkError
from aiohttp import ClientError, web
from telegram.error import NetworkError
from telegram.request import RequestData

from bot.outbound.post import PostOffice
from bot.sandbox.records import Upload
from bot.sandbox.telegram.calls.methods import METHODS
from bot.sandbox.telegram.events.updates import LONGEST_POLL, answer, asked_kinds
from bot.sandbox.telegram.refusal import RefusalError, too_many
from bot.sandbox.whatsapp.calls import routes
from bot.sandbox.whatsapp.refusal import GraphError
from bot.telegram.transport import NeverAskedError, TelegramTransport
from models.store.letters.letters import Envelope, sheet_of
from tests.multipart import form_of
from tests.near import Request
from tests.simulation.lives import Process
from tests.simulation.loop import LIFE
from tests.simulation.world import Applied, World
from tests.stage import TOKEN

Answer: TypeAlias = tuple[int, bytes]
LETTER: ContextVar[Envelope | None] = ContextVar("LETTER", default=None)
TROUBLE = (429, 502)


class Unasked(Exception):
    """The platform has heard nothing."""


class Unanswered(Exception):
    """The platform may have done it; no answer came."""


async def asked(world: World, platform: Callable[[], Awaitable[Answer]]) -> Answer:
    """A request of the life that asks; it goes on over the network also when that ends."""
    weather, dice = world.weather, world.dice
    if blow := world.struck("asking"):
        await world.falls(blow)
    await asyncio.sleep(world.pause(weather.latency))
    if world.offline or dice.random() < weather.unasked:
        raise Unasked
    if dice.random() < weather.unanswered / 2:
        await asyncio.sleep(world.pause(20))
        raise Unanswered
    done = await world.apart(_done(world, platform))
    if blow := world.struck("asked"):
        await world.falls(blow)
    await asyncio.sleep(world.pause(weather.latency))
    if done is None or dice.random() < weather.unanswered:
        raise Unanswered
    return done


async def _done(world: World, platform: Callable[[], Awaitable[Answer]]) -> Answer | None:
    await asyncio.sleep(world.pause(world.weather.latency))
    return None if world.offline else await platform()


def telegram_answers(
    world: World, name: str, given: dict[str, Any]
) -> Callable[[], Awaitable[Answer]]:
    """What Telegram does with a call, and what it answers."""
    letter, box = LETTER.get(), world.telegram

    async def platform() -> Answer:
        try:
            if name != "getUpdates":
                _refuses(world)
                before = box._sent
                result = orjson.dumps(METHODS[name](box, given))
                if box._sent > before and name != "answerCallbackQuery":
                    _noted(world, letter)
                return 200, b'{"ok":true,"result":%b}' % result
            kinds = asked_kinds(given)
            if kinds is not None:
                box.delivery.allowed = kinds
            batch = await box.delivery.poll(
                offset=int(given.get("offset") or 0),
                limit=100,
                timeout=min(float(given.get("timeout") or 0), LONGEST_POLL),
            )
            return 200, answer(batch)
        except RefusalError as refusal:
            box.refused(name, given, refusal)
            body: dict[str, Any] = {"ok": False, "error_code": refusal.code}
            body["description"] = refusal.words
            if refusal.retry_after is not None:
                body["parameters"] = {"retry_after": refusal.retry_after}
            return refusal.code, orjson.dumps(body)

    return platform


def _refuses(world: World) -> None:
    if world.dice.random() < world.weather.refused:
        code = world.dice.choice(TROUBLE)
        raise too_many(2) if code == 429 else RefusalError(code, "Bad Gateway")


def _noted(world: World, letter: Envelope | None) -> None:
    if letter is not None:
        where = (letter.channel, letter.sender)
        at, sheet = world.loop.time(), sheet_of(letter.letter)
        world.applied.append(Applied(*where, letter.id, letter.prompt_id, at, sheet))


class Telegram(TelegramTransport):
    """The speaker's transport."""

    async def initialize(self) -> None:
        """Nothing to open."""

    async def shutdown(self) -> None:
        """Nothing to close."""

    async def do_request(
        self, url: str, method: str, request_data: RequestData | None = None, *_: Any, **__: Any
    ) -> Answer:
        name = url.rpartition("/")[2]
        world = _world()
        try:
            return await asked(world, telegram_answers(world, name, _given(request_data)))
        except Unasked as wrong:
            raise NeverAskedError("unasked") from wrong
        except Unanswered as wrong:
            raise NetworkError("unanswered") from wrong


def _given(request_data: RequestData | None) -> dict[str, Any]:
    if request_data is None:
        return {}
    if not request_data.contains_files:
        return dict(request_data.parameters)
    files = request_data.multipart_data
    uploads = {
        name: Upload(named, mime, bytes(body)) for name, (named, body, mime) in files.items()
    }
    return {**request_data.json_parameters, **uploads}


class Asking(BaseSession):
    """The listener's session."""

    async def close(self) -> None:
        """Nothing to close."""

    async def stream_content(self, url: str, *_: Any, **__: Any) -> Any:
        path = urlsplit(url).path.partition(TOKEN)[2].strip("/")
        for file in _world().telegram.shelf.files.values():
            if file.path == path:
                yield file.content

    async def make_request(self, bot: Any, method: Any, *_: Any, **__: Any) -> Any:
        files: dict[str, Any] = {}
        fields = method.model_dump(warnings=False).items()
        form = {name: self.prepare_value(value, bot=bot, files=files) for name, value in fields}
        given = {name: value for name, value in form.items() if value}
        world, name = _world(), method.__api_method__
        try:
            status, body = await asked(world, telegram_answers(world, name, given))
        except (Unasked, Unanswered) as wrong:
            raise TelegramNetworkError(method=method, message=type(wrong).__name__) from wrong
        told = self.check_response(
            bot=bot, method=method, status_code=status, content=body.decode()
        )
        return told.result


class WhatsApp(httpx.AsyncBaseTransport):
    """pywa's transport."""

    async def handle_async_request(self, request: httpx.Request) -> httpx.Response:
        world, letter = _world(), LETTER.get()
        content = await request.aread()
        path = urlsplit(str(request.url)).path.strip("/").split("/")[1:]

        async def platform() -> Answer:
            box = world.whatsapp
            try:
                given = form_of(request, content)
                if path[-1] == "messages" and world.dice.random() < world.weather.refused:
                    raise GraphError(131000, "The wire was told to.", http=500)
                before = box._sent
                query = dict(parse_qsl(urlsplit(str(request.url)).query))
                found = routes.answered(box, request.method, path, query=query, given=given)
                if box._sent > before:
                    _noted(world, letter)
                return 200, orjson.dumps(found)
            except GraphError as error:
                box.refused("/".join(path), error, given)
                return error.http, orjson.dumps(error.body(len(box.refusals)))

        try:
            status, body = await asked(world, platform)
        except Unasked as wrong:
            raise httpx.ConnectError("unasked") from wrong
        except Unanswered as wrong:
            raise httpx.ReadError("unanswered") from wrong
        return httpx.Response(status, content=body, headers={"Content-Type": "application/json"})


class Doors:
    """Tilik's server: its routes are called without a socket."""

    port = 8080

    def __init__(self, address: Any, given: Iterable[Any], *_: Any, **__: Any) -> None:
        self._routes = {one.path: one.handler for one in given if one.method == "POST"}
        self._life: Process | None = None

    async def start(self) -> None:
        self._life = _life()
        self._life.routes = self._routes

    async def stop(self) -> None:
        """What is left of a dead life is collected in the midst of another, whose doors stay."""
        if self._life is not None:
            self._life.routes = {}


class Calls:
    """The session in which a platform calls Tilik; a call that is not answered is made again."""

    def __init__(self, world: World) -> None:
        self._world = world

    def post(self, url: str, *, data: bytes, headers: Mapping[str, str], **_: Any) -> _Posted:
        return _Posted(self._world, url, data, headers)

    async def close(self) -> None:
        """Nothing to close."""


class _Posted:
    def __init__(self, world: World, url: str, data: bytes, headers: Mapping[str, str]) -> None:
        self._world, self._path = world, urlsplit(url).path
        self._request = Request(headers, data)
        self.status, self.reason, self._body = 0, "", b""

    async def __aenter__(self) -> _Posted:
        world = self._world
        if world.dice.random() < world.weather.doubled:
            world.apart(self._twice())
        await asyncio.sleep(world.pause(world.weather.latency))
        await self._delivered()
        await asyncio.sleep(world.pause(world.weather.latency))
        if world.dice.random() < world.weather.unanswered:
            raise ClientError("unanswered")
        return self

    async def __aexit__(self, *_: object) -> None:
        """Nothing to close."""

    async def read(self) -> bytes:
        return self._body

    async def _delivered(self) -> None:
        world, life = self._world, self._world.life
        if life is None or world.offline or self._path not in life.routes:
            raise ClientError("nobody there")
        answered: asyncio.Future[web.Response] = world.loop.create_future()
        life.calls.add(answered)
        life.does(self._served(life, answered))
        response = await answered
        life.calls.discard(answered)
        self.status, self.reason = response.status, response.reason
        body = response.body
        self._body = body if isinstance(body, bytes) else b""

    async def _served(self, life: Process, answered: asyncio.Future[web.Response]) -> None:
        try:
            response = await life.routes[self._path](self._request)
        except web.HTTPException as refused:
            response = refused
        except Exception as wrong:
            life.world.broken.append(wrong)
            response = web.Response(status=500)
        answered.set_result(response)

    async def _twice(self) -> None:
        """The same once more, whatever became of the first; nobody waits for this answer."""
        await asyncio.sleep(self._world.pause(10))
        again = _Posted(self._world, self._path, self._request.body, self._request.headers)
        try:
            await again._delivered()
        except ClientError:
            return


def _life() -> Process:
    life = LIFE.get()
    assert isinstance(life, Process)
    return life


def _world() -> World:
    return _life().world


_SAY = PostOffice._say


async def _say_noted(self: PostOffice, envelope: Envelope, *rest: Any) -> bool:
    LETTER.set(envelope)
    return await _SAY(self, envelope, *rest)


@contextmanager
def wired(world: World) -> Iterator[None]:
    """Put the network of this world in place of sockets, and its file in place of the URL's."""
    places: dict[str, Any] = {
        "bot.telegram.speaker.TelegramTransport": Telegram,
        "bot.telegram.listener._Session": Asking,
        "bot.whatsapp.transport.WhatsAppTransport": WhatsApp,
        "bot.app.Server": Doors,
        "bot.app.opened": lambda url, **more: _life().opened(url, **more),
        "bot.sandbox.webhook.ClientSession": lambda **_: Calls(world),
        "bot.sandbox.webhook.TCPConnector": lambda **_: None,
        "bot.outbound.post.PostOffice._say": _say_noted,
    }
    patches = [patch(place, instead) for place, instead in places.items()]
    for one in patches:
        one.start()
    try:
        yield
    finally:
        for one in patches:
            one.stop()
