"""The box itself."""

from __future__ import annotations

from aiohttp import web

from bot.sandbox.whatsapp.calls import graph
from bot.sandbox.whatsapp.network import WhatsAppNetwork


class WhatsAppBox(WhatsAppNetwork):
    """See the package."""

    largest_body = graph.LARGEST_BODY

    async def serve(self, request: web.BaseRequest) -> web.StreamResponse:
        return await graph.answered(self, request)
