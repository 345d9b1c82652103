"""The near stage: a whole Tilik, both platforms and the database in the memory of one process.

A story there goes through the same parsers, turns, post and renderers as on the far stage, and the
same boxes judge what arrives. Between them are neither sockets nor threads nor a file of SQLite's:
each call is made at once. It costs a tenth.
"""

from __future__ import annotations

from collections.abc import AsyncIterator, Callable, Iterable, Iterator, Mapping
from contextlib import AbstractAsyncContextManager, asynccontextmanager, contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeAlias, TypeVar
from unittest.mock import patch
from urllib.parse import parse_qsl, unquote, urlsplit

import httpx
import orjson
from aiogram.client.session.base import BaseSession
from aiohttp import ClientError, web
from sqlalchemy.engine import make_url
from telegram.request import RequestData

from bot.channels import LOUD
from bot.inbound.bodies import HELD, Held
from bot.sandbox.records import Upload
from bot.sandbox.telegram import TelegramBox
from bot.sandbox.telegram.calls.methods import METHODS
from bot.sandbox.telegram.events.updates import LONGEST_POLL, answer, asked_kinds
from bot.sandbox.telegram.refusal import RefusalError
from bot.sandbox.whatsapp import WhatsAppBox
from bot.sandbox.whatsapp.calls import media, routes
from bot.sandbox.whatsapp.calls.graph import authorized
from bot.sandbox.whatsapp.refusal import GraphError
from bot.telegram.transport import TelegramTransport
from models.store.engine.database import Database
from models.store.engine.sqlite import Sqlite, Writer
from tests.chapters import Key
from tests.inline import Inline
from tests.keyed import keys
from tests.multipart import form_of

if TYPE_CHECKING:
    from tests.databases import Copied

R = TypeVar("R")
Answer: TypeAlias = tuple[int, bytes]
PORT = 8080
OF_A_LOG = slice(18, 20)
"""Where a file of SQLite's says that it has a log beside it."""


class AtOnce(Inline):
    """The writer's work where it is asked for, without a thread; it never dies."""

    def __init__(self, writer: Writer) -> None:
        super().__init__(writer, lambda: "lives")

    async def close(self) -> None:
        """The next story goes on with the same writer."""


class Memory(Sqlite):
    """A database in memory for one story after another: what was compiled for it stays."""

    def __init__(self) -> None:
        super().__init__(make_url("sqlite://"), loud=LOUD, keys=keys, queue=AtOnce)

    def opened(self, _: str, **given: Any) -> Database:
        """Whatever the URL is."""
        return self

    def put(self, content: bytes) -> None:
        """Be what was kept, and nothing else."""
        self._driver.deserialize(content)

    def content(self) -> bytes:
        """All that is in it."""
        kept: bytes = self._driver.serialize()
        return kept

    async def close(self) -> None:
        """It stays open for the next story."""

    def let_go(self) -> None:
        """Close it."""
        self._queue._writer.close()  # type: ignore[attr-defined]
        self._engine.dispose()

    @property
    def _driver(self) -> Any:
        return self._engine.raw_connection().driver_connection


@dataclass(frozen=True)
class Remembered:
    """What the near stage's database is before each story, and after which chapters."""

    memory: Memory
    copied: Copied
    kept: dict[Key, bytes] = field(default_factory=dict, compare=False)

    def furnished(self, write: Callable[[str], None]) -> Remembered:
        """Another, which has also what is written at a URL."""
        return Remembered(self.memory, self.copied.furnished(write))

    @contextmanager
    def taken(self, folder: Path, chapters: Key = ()) -> Iterator[str]:
        """The URL of a file that is there and has nothing in it."""
        if not self.kept:
            self.kept[()] = _alone(self.copied.template.read_bytes())
        self.memory.put(self.kept[chapters])
        file = folder / "tilik.db"
        file.touch()
        yield f"sqlite:///{file}"

    def keep(self, _: str, chapters: Key) -> None:
        """Keep what is in the database now, after these chapters."""
        self.kept[chapters] = self.memory.content()

    def has(self, chapters: Key) -> bool:
        """Whether that was kept."""
        return chapters in self.kept


def _alone(content: bytes) -> bytes:
    """The file as one without a log, which memory cannot have."""
    there = bytearray(content)
    there[OF_A_LOG] = b"\x01\x01"
    return bytes(there)


# -- what stands in the place of sockets -----------------------------------------------------


@dataclass
class Wires:
    """Between one Tilik and both platforms."""

    telegram: TelegramBox
    whatsapp: WhatsAppBox
    doors: dict[tuple[str, str], Any] = field(default_factory=dict)

    @contextmanager
    def laid(self, memory: Memory) -> Iterator[None]:
        """Put them in place of every socket, and the memory in place of the URL's file."""
        places: dict[str, Any] = {
            "bot.telegram.speaker.TelegramTransport": lambda: Telegram(self.telegram),
            "bot.telegram.listener._Session": lambda **_: Asking(self.telegram),
            "bot.whatsapp.transport.WhatsAppTransport": lambda: WhatsApp(self.whatsapp),
            "bot.app.Server": lambda _, given, **__: Doors(self, given),
            "bot.app.opened": memory.opened,
            "bot.sandbox.webhook.ClientSession": lambda **_: Calls(self.doors),
            "bot.sandbox.webhook.TCPConnector": lambda **_: None,
        }
        patches = [patch(place, instead) for place, instead in places.items()]
        for one in patches:
            one.start()
        try:
            yield
        finally:
            for one in patches:
                one.stop()


async def telegram_answer(
    box: TelegramBox, token: str, name: str, given: dict[str, Any]
) -> Answer:
    """What Telegram does with a call, and what it answers."""
    try:
        if token != box.token:
            raise RefusalError(401, "Unauthorized")
        box.faults.strike(name)
        if name != "getUpdates":
            return 200, b'{"ok":true,"result":%b}' % orjson.dumps(METHODS[name](box, given))
        return 200, answer(await _updates(box, given))
    except RefusalError as refusal:
        box.refused(name, given, refusal)
        body: dict[str, Any] = {"ok": False, "error_code": refusal.code}
        return refusal.code, orjson.dumps({**body, "description": refusal.words})


async def _updates(box: TelegramBox, given: dict[str, Any]) -> list[bytes]:
    box.delivery.allowed = asked_kinds(given) or box.delivery.allowed
    patience = min(float(given.get("timeout") or 0), LONGEST_POLL)
    offset = int(given.get("offset") or 0)
    return await box.delivery.poll(offset=offset, limit=100, timeout=patience)


class Telegram(TelegramTransport):
    """The speaker's transport."""

    def __init__(self, box: TelegramBox) -> None:
        super().__init__()
        self._box = box

    async def initialize(self) -> None:
        """Nothing to open."""

    async def shutdown(self) -> None:
        """Nothing to close."""

    async def do_request(
        self, url: str, method: str, request_data: RequestData | None = None, *_: Any, **__: Any
    ) -> Answer:
        given = {} if request_data is None else _form(request_data)
        called, _, name = url.rpartition("/")
        return await telegram_answer(self._box, called.rpartition("/bot")[2], name, given)


def _form(request_data: RequestData) -> dict[str, Any]:
    """The call as it arrives."""
    if not request_data.contains_files:
        read: dict[str, Any] = orjson.loads(orjson.dumps(request_data.parameters))
        return read
    files = request_data.multipart_data.items()
    uploads = {name: Upload(named, mime, bytes(body)) for name, (named, body, mime) in files}
    return {**request_data.json_parameters, **uploads}


class Asking(BaseSession):
    """The listener's session."""

    def __init__(self, box: TelegramBox) -> None:
        super().__init__(json_loads=orjson.loads)
        self._box = box

    async def close(self) -> None:
        """Nothing to close."""

    async def stream_content(self, url: str, *_: Any, **__: Any) -> Any:
        path = unquote(urlsplit(url).path)
        for file in self._box.shelf.files.values():
            if path.endswith(f"/{file.path}"):
                yield file.content

    async def make_request(self, bot: Any, method: Any, *_: Any, **__: Any) -> Any:
        files: dict[str, Any] = {}
        fields = method.model_dump(warnings=False).items()
        form = {name: self.prepare_value(value, bot=bot, files=files) for name, value in fields}
        given = {name: value for name, value in form.items() if value}
        name = method.__api_method__
        status, body = await telegram_answer(self._box, bot.token, name, given)
        told = self.check_response(
            bot=bot, method=method, status_code=status, content=body.decode()
        )
        return told.result


class WhatsApp(httpx.AsyncBaseTransport):
    """pywa's transport."""

    def __init__(self, box: WhatsAppBox) -> None:
        self._box = box

    async def handle_async_request(self, request: httpx.Request) -> httpx.Response:
        box, there = self._box, urlsplit(str(request.url))
        given: dict[str, Any] = {}
        try:
            authorized(box, request.headers.get("Authorization"))
            query = dict(parse_qsl(there.query))
            if there.path == media.PATH:
                file = media.content(box, query)
                return _answered(200, file.content, file.mime)
            given = form_of(request, await request.aread())
            path = there.path.strip("/").split("/")[1:]
            found = routes.answered(box, request.method, path, query=query, given=given)
            return _answered(200, orjson.dumps(found))
        except GraphError as error:
            box.refused(f"{request.method} {there.path}", error, given)
            return _answered(error.http, orjson.dumps(error.body(len(box.refusals))))


def _answered(status: int, body: bytes, mime: str = "application/json") -> httpx.Response:
    """An answer that is still to be read, as one that comes by and by."""
    headers = {"Content-Type": mime}
    return httpx.Response(status, headers=headers, stream=httpx.ByteStream(body))


class Doors:
    """Tilik's server: its routes are called without a socket."""

    port = PORT

    def __init__(self, wires: Wires, given: Iterable[web.RouteDef]) -> None:
        self._there = wires.doors
        self._routes = {(one.method, one.path): one.handler for one in given}

    async def start(self) -> None:
        self._there |= self._routes

    async def stop(self) -> None:
        self._there.clear()


@dataclass(frozen=True)
class Request:
    """What a route looks at."""

    headers: Mapping[str, str] = field(default_factory=dict)
    body: bytes = b""
    query: Mapping[str, str] = field(default_factory=dict)

    @property
    def app(self) -> Mapping[Any, Any]:
        return {HELD: Held()}

    @property
    def content(self) -> Request:
        return self

    async def iter_any(self) -> AsyncIterator[bytes]:
        yield self.body


class Calls:
    """The session in which a platform calls Tilik."""

    def __init__(self, doors: Mapping[tuple[str, str], Any]) -> None:
        self._doors = doors

    def get(self, url: str, *, params: Mapping[str, str]) -> AbstractAsyncContextManager[Answered]:
        return self._answered("GET", url, Request(query=params))

    def post(
        self, url: str, *, data: bytes, headers: Mapping[str, str], **_: Any
    ) -> AbstractAsyncContextManager[Answered]:
        return self._answered("POST", url, Request(headers, data))

    @asynccontextmanager
    async def _answered(self, method: str, url: str, request: Request) -> AsyncIterator[Answered]:
        door = self._doors.get((method, urlsplit(url).path))
        if door is None:
            raise ClientError("nobody there")
        yield Answered(await door(request))

    async def close(self) -> None:
        """Nothing to close."""


@dataclass(frozen=True)
class Answered:
    """What Tilik has answered a platform."""

    response: web.Response

    @property
    def status(self) -> int:
        return self.response.status

    @property
    def reason(self) -> str:
        return self.response.reason

    async def text(self) -> str:
        return self.response.text or ""

    async def read(self) -> bytes:
        body = self.response.body
        return body if isinstance(body, bytes) else b""
