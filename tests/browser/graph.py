"""A business on WhatsApp, of a few lines: what it says goes through the Graph API."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import timedelta
from typing import Any

import aiohttp

from bot.sandbox.records import Upload
from bot.sandbox.whatsapp import WaPhone, WhatsAppBox
from bot.sandbox.whatsapp.shelf import store
from tests.browser.echo import png

TOKEN, PHONE_ID = "EAAdemo", "1098765432109876"


class Business:
    """Speaks to phones of the box; an answer that is not 200 fails the test."""

    def __init__(self, box: WhatsAppBox, session: aiohttp.ClientSession) -> None:
        self.box = box
        self.session = session

    async def says(self, phone: WaPhone, kind: str, body: dict[str, Any]) -> None:
        url = f"{self.box.url}/v25.0/{PHONE_ID}/messages"
        given = {"messaging_product": "whatsapp", "recipient": phone.id, "type": kind, kind: body}
        headers = {"Authorization": f"Bearer {TOKEN}"}
        async with self.session.post(url, json=given, headers=headers) as response:
            assert response.status == 200, await response.text()

    async def writes(self, phone: WaPhone, text: str) -> None:
        await self.says(phone, "text", {"body": text})

    async def asks(self, phone: WaPhone, text: str, *labels: str) -> None:
        """With reply buttons, whose ids are their titles."""
        replies = [{"type": "reply", "reply": {"id": one, "title": one}} for one in labels]
        await self._asks(phone, "button", text, {"buttons": replies})

    async def lists(self, phone: WaPhone, text: str, rows: Iterable[tuple[str, str]]) -> None:
        """With a list of (title, description); a row's id is its title."""
        found = [{"id": title, "title": title, "description": more} for title, more in rows]
        await self._asks(phone, "list", text, {"button": "Pilih", "sections": [{"rows": found}]})

    async def asks_for_a_place(self, phone: WaPhone, text: str) -> None:
        await self._asks(phone, "location_request_message", text, {"name": "send_location"})

    async def _asks(self, phone: WaPhone, kind: str, text: str, action: dict[str, Any]) -> None:
        body = {"type": kind, "body": {"text": text}, "action": action}
        await self.says(phone, "interactive", body)

    async def shows(self, phone: WaPhone, kind: str, *, name: str, mime: str, **more: Any) -> None:
        """An image, a document or an audio."""
        until = self.box.clock() + timedelta(days=1)
        media = store(self.box.shelf, Upload(name, mime, png(320, 200)), until=until)
        await self.says(phone, kind, {"id": media.id, **more})

    async def knocks(self, phone: WaPhone, text: str, reply: str) -> None:
        """With a template, approved just now."""
        self.box.auto_approve = True
        buttons = [{"type": "QUICK_REPLY", "text": reply}]
        self.box.templates.create(
            {
                "name": "greeting",
                "language": "id",
                "category": "UTILITY",
                "parameter_format": "NAMED",
                "components": [
                    {"type": "BODY", "text": text},
                    {"type": "BUTTONS", "buttons": buttons},
                ],
            }
        )
        payload = {"type": "payload", "payload": "o.catat."}
        button = {"type": "button", "sub_type": "quick_reply", "index": "0"}
        components = [{**button, "parameters": [payload]}]
        language = {"code": "id"}
        body = {"name": "greeting", "language": language, "components": components}
        await self.says(phone, "template", body)
