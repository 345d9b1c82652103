"""The line to WhatsApp where something stands in its way: it says what, and when that is over."""

from __future__ import annotations

from contextlib import suppress
from pathlib import Path

from aiohttp import web
from aiohttp.test_utils import TestServer
from pydantic import SecretStr

from bot.alarms import Alarms
from bot.channel import TokenRefused
from bot.config import Settings
from bot.texts import catalogue
from bot.whatsapp.line import opened
from models.store.engine.sqlite import Sqlite
from tests.actors import Clock

AWAY = (502, "<html><head><title>502 Bad Gateway</title></head></html>")
REVOKED = (401, '{"error": {"code": 190, "message": "Invalid OAuth access token"}}')
THERE = (200, '{"id": "1098765432109876"}')


async def test_a_meta_that_does_not_answer_is_told_of_until_it_does(tmp_path: Path) -> None:
    answer = AWAY

    async def meta(_: web.Request) -> web.Response:
        status, body = answer
        return web.Response(status=status, text=body, content_type="application/json")

    app = web.Application()
    app.router.add_get("/{path:.*}", meta)
    clock = Clock()
    nothing: Sqlite = None  # type: ignore[assignment]  (a check asks the platform alone)
    alarms = Alarms(tmp_path / "alarms.json", clock)
    async with TestServer(app) as there:
        chosen = Settings(
            database_url=f"sqlite:///{tmp_path / 'tilik.db'}",
            whatsapp_token=SecretStr("EAAdemo"),
            whatsapp_phone_id="1098765432109876",
            whatsapp_api=str(there.make_url("/")),
        )
        away = chosen.model_copy(update={"whatsapp_api": "http://127.0.0.1:1"})
        for settings in (chosen, away):
            answer = AWAY
            async with opened(
                settings, nothing, catalogue(), clock=clock, alarms=alarms
            ) as line:
                await line.check()
                assert not alarms.on, "one silence is a hiccup"
                await line.check()
                assert [(one.name, one.of) for one in alarms.on] == [("platform-away", "WhatsApp")]
                if settings is away:
                    break
                for answer in (THERE, AWAY, REVOKED, AWAY):
                    with suppress(TokenRefused):
                        await line.check()
                    assert not alarms.on, answer
