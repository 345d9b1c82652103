"""Files that people sent on WhatsApp: asked for by id, and fetched from the platform's hosts only.

The address of a file comes with an answer of the platform's. Whoever could forge that could have
Tilik ask any host, with its token: so the host is looked at before anything is asked of it.
"""

from __future__ import annotations

import asyncio
import hashlib
from collections.abc import Mapping
from typing import Any, Literal

import httpx
from pywa_async.client import WhatsApp
from pywa_async.errors import AuthorizationError, WhatsAppError

from bot.outbound.file_source import MOST_BYTES, Fetched, Unfetched
from bot.whatsapp.errors import why_of
from bot.whatsapp.transport import GRAPH, session

HOSTS = (GRAPH, "lookaside.fbsbx.com")
DOMAINS = (".fbcdn.net", ".whatsapp.net")
TIME_LIMIT = 90.0
"""Seconds for one file: less than it is held for."""
REDIRECTS = 3


class MediaFiles:
    """Files by their media id."""

    def __init__(self, token: str, *, phone_id: str, api: str) -> None:
        self._session = session(api)
        self._graph = WhatsApp(phone_id, token, session=self._session).api
        self._api = api

    async def close(self) -> None:
        """Let go of every connection."""
        await self._session.aclose()

    async def fetch(self, file: str) -> Fetched:
        """The file of this id, whole and as the platform has described it; raises `Unfetched`."""
        try:
            async with asyncio.timeout(TIME_LIMIT):
                told = await self._graph.get_media_url(file)
                if _size(told) > MOST_BYTES:
                    raise Unfetched("large")
                content = await self._downloaded(str(told.get("url")))
        except WhatsAppError as wrong:
            raise Unfetched(_why(wrong), str(wrong.code)) from None
        except (httpx.HTTPError, httpx.InvalidURL, TimeoutError, ValueError) as wrong:
            raise Unfetched("later", type(wrong).__name__) from None
        # A file that was cut off on its way is as wrong as one that was changed, and heals.
        if _hash(told) not in ("", hashlib.sha256(content).hexdigest()):
            raise Unfetched("later", "the hash is another")
        return Fetched(content, str(told.get("mime_type") or ""))

    async def _downloaded(self, url: str) -> bytes:
        """The bytes behind the address, wherever among the platform's hosts it leads."""
        for _ in range(REDIRECTS):
            if not is_the_platforms(url, self._api):
                raise Unfetched("gone", "on a foreign host")
            plain = {"Accept-Encoding": "identity"}
            async with self._session.stream("GET", url, headers=plain) as answer:
                if answer.next_request is None:
                    return await _read(answer)
                url = str(answer.next_request.url)
        raise Unfetched("later", "too many redirects")


async def _read(answer: httpx.Response) -> bytes:
    """The body, as far as it may be long. Its address holds for minutes, so that a refusal is not
    the last word: the next attempt asks for a new one."""
    if answer.status_code != httpx.codes.OK:
        raise Unfetched("later", str(answer.status_code))
    content = bytearray()
    async for chunk in answer.aiter_raw():
        content += chunk
        if len(content) > MOST_BYTES:
            raise Unfetched("large")
    return bytes(content)


def is_the_platforms(url: str, api: str) -> bool:
    """Whether the address is on a host of WhatsApp's, or where the settings say that its API is."""
    try:
        there, own = httpx.URL(url), httpx.URL(api)
    except httpx.InvalidURL:
        return False
    if there.userinfo:
        return False
    if (there.scheme, there.host, there.port) == (own.scheme, own.host, own.port):
        return True
    named = there.host in HOSTS or there.host.endswith(DOMAINS)
    return named and there.scheme == "https" and there.port is None


def _size(told: Mapping[str, Any]) -> int:
    """Bytes, as the platform says; raises ValueError where it says something else."""
    return int(str(told.get("file_size") or 0))


def _hash(told: Mapping[str, Any]) -> str:
    return str(told.get("sha256") or "").lower()


def _why(wrong: WhatsAppError) -> Literal["later", "gone"]:
    """A wrong token may be put right; an id that the platform does not know stays unknown."""
    status = wrong.status_code or 0
    passing = isinstance(wrong, AuthorizationError) or status in (408, 429) or status >= 500
    return "later" if passing or why_of(wrong.code) == "later" else "gone"
