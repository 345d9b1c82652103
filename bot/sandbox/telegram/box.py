"""The box itself. It makes trouble on request (`box.faults`)."""

from __future__ import annotations

from aiohttp import web

from bot.sandbox.serving import Serve, not_found
from bot.sandbox.telegram.calls import api
from bot.sandbox.telegram.network import TelegramNetwork


class TelegramBox(TelegramNetwork):
    """See TelegramServers for what it is made of. `elsewhere` answers what is not the Bot API."""

    largest_body = api.LARGEST_BODY
    elsewhere: Serve = staticmethod(not_found)

    async def serve(self, request: web.BaseRequest) -> web.StreamResponse:
        answer = await api.answered(self, request)
        return answer if answer is not None else await self.elsewhere(request)

    def takes(self, answer: bytes) -> None:
        api.do_in_answer(self, answer)
