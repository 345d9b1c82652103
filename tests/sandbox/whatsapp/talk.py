"""A bot in few words for the tests of the local WhatsApp: it listens at a door, and it sends."""

import asyncio
import hashlib
import hmac
from collections.abc import Callable, Sequence
from datetime import UTC, datetime, timedelta
from io import BytesIO
from typing import Any

import aiohttp
import orjson
from aiohttp import web

from bot.sandbox.calm import AT_LAST
from bot.sandbox.whatsapp import WaPhone, WhatsAppBox

TOKEN, PHONE_ID, BUSINESS_ID = "EAAdemo", "1098765432109876", "2098765432109876"
SECRET, VERIFY = "app-secret", "verify-me"
MORNING = datetime(2026, 11, 20, 2, 0, tzinfo=UTC)
Found = dict[str, Any]


class Clock:
    def __init__(self) -> None:
        self.now = MORNING

    def __call__(self) -> datetime:
        return self.now

    def forward(self, **how_far: float) -> None:
        self.now += timedelta(**how_far)


class Door:
    """The bot's webhook: what came in, and what each call is answered with (200 after that)."""

    def __init__(self) -> None:
        self.came: list[Found] = []
        self.answers: list[int] = []
        self.refuses: set[str] = set()
        self.refused = False
        self.echoes = True
        self.url = ""
        self.rang = asyncio.Event()

    async def challenged(self, request: web.Request) -> web.Response:
        asked = request.query
        known = asked["hub.mode"] == "subscribe" and asked["hub.verify_token"] == VERIFY
        return web.Response(text=asked["hub.challenge"] if known and self.echoes else "no")

    async def opened(self, request: web.Request) -> web.Response:
        body = await request.read()
        wanted = hmac.new(SECRET.encode(), body, hashlib.sha256).hexdigest()
        assert request.headers["X-Hub-Signature-256"] == f"sha256={wanted}"
        self.refused = any(word in body.decode() for word in self.refuses)
        self.rang.set()
        if self.refused:
            return web.Response(status=503)
        self.came.append(orjson.loads(body))
        return web.Response(status=self.answers.pop(0) if self.answers else 200)

    async def until(self, calls: int) -> None:
        await self._until(lambda: len(self.came) >= calls)

    async def until_refused(self) -> None:
        await self._until(lambda: self.refused)

    async def _until(self, true: Callable[[], bool]) -> None:
        async with asyncio.timeout(AT_LAST):
            while not true():
                self.rang.clear()
                await self.rang.wait()

    def changes(self) -> list[Found]:
        return [
            change for body in self.came for entry in body["entry"] for change in entry["changes"]
        ]

    def values(self) -> list[Found]:
        return [change["value"] for change in self.changes() if change["field"] == "messages"]

    def messages(self) -> list[Found]:
        return [message for value in self.values() for message in value.get("messages", [])]

    def statuses(self) -> list[Found]:
        return [status for value in self.values() for status in value.get("statuses", [])]

    def texts(self) -> list[str]:
        return [message["text"]["body"] for message in self.messages()]


class Bot:
    """Speaks the Graph API to a box, as plainly as can be."""

    def __init__(self, box: WhatsAppBox, session: aiohttp.ClientSession) -> None:
        self.box = box
        self.session = session

    async def calls(
        self, method: str, path: str, *, token: str = TOKEN, **more: Any
    ) -> tuple[int, Found]:
        headers = {"Authorization": f"Bearer {token}"} if token else {}
        url = f"{self.box.url}/v25.0/{path}"
        async with self.session.request(method, url, headers=headers, **more) as response:
            return response.status, await response.json()

    async def gets(self, path: str, **query: str) -> Found:
        status, answer = await self.calls("GET", path, params=query)
        assert status == 200, answer
        return answer

    async def posts(self, payload: Found, path: str = f"{PHONE_ID}/messages") -> Found:
        status, answer = await self.calls("POST", path, json=payload)
        assert status == 200, answer
        return answer

    async def refused(self, payload: Found, path: str = f"{PHONE_ID}/messages") -> tuple[int, int]:
        """HTTP status and Meta's code."""
        status, answer = await self.calls("POST", path, json=payload)
        assert status >= 400, answer
        return status, answer["error"]["code"]

    async def says(self, **given: Any) -> Found:
        return await self.posts(message(**given))

    async def asks(self, phone: WaPhone, interactive: Found) -> Found:
        return await self.says(recipient=phone.id, interactive=interactive)

    async def uploads(self, content: bytes, mime: str, name: str = "x") -> tuple[int, Found]:
        form = aiohttp.FormData()
        form.add_field("messaging_product", "whatsapp")
        form.add_field("type", mime)
        form.add_field("file", BytesIO(content), filename=name, content_type=mime)
        return await self.calls("POST", f"{PHONE_ID}/media", data=form)


def message(**given: Any) -> Found:
    """The envelope of a message; its type is the body that is given."""
    types = ("text", "image", "document", "audio", "interactive", "template")
    type_ = next(type_ for type_ in types if type_ in given)
    return {
        "messaging_product": "whatsapp",
        "recipient_type": "individual",
        "type": type_,
        **given,
    }


def buttons(body: str, choices: Sequence[tuple[str, str]], **more: Any) -> Found:
    replies = [{"type": "reply", "reply": {"id": id_, "title": title}} for id_, title in choices]
    return {"type": "button", "body": {"text": body}, "action": {"buttons": replies}, **more}


def a_list(body: str, rows: Sequence[Found], button: str = "Pilih") -> Found:
    action = {"button": button, "sections": [{"rows": list(rows)}]}
    return {"type": "list", "body": {"text": body}, "action": action}
