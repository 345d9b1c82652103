"""Two calls of the Graph API, through pywa: a message sent, a file put on the shelf.

What they raise says what became of the call. No words, number or token are in it, or in a log.
"""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Awaitable
from typing import Any

import httpx
from pywa_async.client import WhatsApp
from pywa_async.errors import WhatsAppError

from bot.channel import Undelivered, Why
from bot.whatsapp.errors import ACCOUNT, MOUTH, NOT_THERE, PERSON, TEMPLATE, WEARY, why_of
from bot.whatsapp.outbound.rendered import MediaUpload
from bot.whatsapp.transport import session

_log = logging.getLogger("tilik.whatsapp")
SETTING, A_DAY = 60.0, 86400.0
"""Seconds until a letter is tried again: for which a setting was wrong; that met weariness."""
DOUBT = 30.0
"""Seconds in which a status may still say what became of a message; longer than it takes."""
WITHIN = 20.0
"""Seconds that a message may take: a prompt is nobody else's for somewhat longer than that."""
TOO_MANY, BROKEN = 429, 500
THROUGHPUT = 130429
_NEVER_ASKED = (httpx.ConnectError, httpx.ConnectTimeout, httpx.PoolTimeout)
_NO_ANSWER = (httpx.RequestError, ValueError, TypeError, LookupError, AttributeError)
"""No answer, or one that is none of the Graph API's: pywa stumbles over those."""


class GraphRefused(Undelivered):
    """The platform has said no, with its own code."""

    def __init__(self, why: Why, code: int, *, after: float = 0) -> None:
        super().__init__(why, after=after, words=str(code))
        self.code = code


class Graph:
    """The calls of one phone number."""

    def __init__(self, token: str, *, phone_id: str, api: str) -> None:
        self._session = session(api)
        self._session.event_hooks["response"].append(_coded)
        self._calls = WhatsApp(phone_id, token, session=self._session).api
        self._phone_id = phone_id
        self._trouble = 0

    async def close(self) -> None:
        """Let go of every connection."""
        await self._session.aclose()

    async def send(self, sender: str, kind: str, body: dict[str, Any], *, track: str) -> None:
        """Send one message to a phone number, or to a user id. Raises `Undelivered`."""
        is_number = sender.isdecimal()
        call = self._calls.send_message(
            sender=self._phone_id,
            to=sender if is_number else None,
            recipient=None if is_number else sender,
            recipient_type="individual",
            typ=kind,
            msg=body,
            biz_opaque_callback_data=track,
        )
        try:
            async with asyncio.timeout(WITHIN):
                await self._answered(call, lost="unknown")
        except TimeoutError:
            raise Undelivered("unknown", after=DOUBT, words="timeout") from None
        self._trouble = 0

    async def uploaded(self, upload: MediaUpload) -> str:
        """The media id of a file. Raises `Undelivered`, never `unknown`: nothing is said by it."""
        call = self._calls.upload_media(
            self._phone_id, upload.content, mime_type=upload.mime, filename=upload.name
        )
        answer = await self._answered(call, lost="later")
        found = answer.get("id") if isinstance(answer, dict) else None
        if not found:
            raise Undelivered("later", words="no id")
        return str(found)

    async def _answered(self, call: Awaitable[Any], *, lost: Why) -> Any:
        """What it answers; `lost` is what it means where nobody can say whether it was done."""
        try:
            return await call
        except WhatsAppError as wrong:
            refused = _refused(wrong, lost=lost)
            if refused.after == SETTING and refused.code != self._trouble:
                self._trouble = refused.code
                _log.error("WhatsApp refuses this account for now: %s", refused.code)
            raise refused from None
        except _NEVER_ASKED:
            raise Undelivered("later") from None
        except _NO_ANSWER as wrong:
            raise Undelivered(lost, after=DOUBT, words=type(wrong).__name__) from None


async def _coded(answer: httpx.Response) -> None:
    """Raise the error of an answer that has one with a code, whatever its status and words are:
    pywa reads none of a 200, and none without words."""
    if b'"error"' not in await answer.aread():
        return
    try:
        wrong = WhatsAppError.from_dict({"message": "", **answer.json()["error"]}, response=answer)
    except _NO_ANSWER:
        return
    raise wrong


def _refused(wrong: WhatsAppError, *, lost: Why) -> GraphRefused:
    """What a refusal means: its code says it, whatever the status of the answer is.

    Where the code is the status, there was none: a gateway's own page. A 5xx without a code does
    not know what has become of the call, and with one that nobody knows it passes.
    """
    code, status = wrong.code, wrong.status_code or 0
    if code == status == TOO_MANY:
        return GraphRefused("later", THROUGHPUT)
    if code == status and status >= BROKEN:
        return GraphRefused(lost, code, after=DOUBT)
    if code in MOUTH | PERSON:
        return GraphRefused("later", code)
    if code == status or code in ACCOUNT or wrong.subcode == NOT_THERE:
        return GraphRefused("later", code, after=SETTING)
    if code in WEARY:
        return GraphRefused("later", code, after=A_DAY)
    why: Why = "closed" if code in TEMPLATE else why_of(code)
    return GraphRefused("later" if why == "wrong" and status >= BROKEN else why, code)
