"""The speaker: what stands between Tilik and Telegram is no reason to drop a letter."""

from __future__ import annotations

import pytest
from aiohttp import web

from bot.channel import Spoken, Undelivered
from bot.telegram.speaker import Speaker


@pytest.mark.parametrize("status", [200, 401, 404, 502])
async def test_a_page_of_a_gateway_is_asked_again_later(status: int) -> None:
    async def page(_: web.Request) -> web.Response:
        return web.Response(status=status, text="<html>", content_type="text/html")

    app = web.Application()
    app.router.add_route("*", "/{tail:.*}", page)
    runner = web.AppRunner(app)
    await runner.setup()
    await web.TCPSite(runner, "127.0.0.1", 0).start()
    host, port = runner.addresses[0]
    speaker = Speaker("1:demo", api=f"http://{host}:{port}", rate=0)
    await speaker.open()
    try:
        with pytest.raises(Undelivered) as wrong:
            await speaker.say("1001", Spoken("Halo"), kind="reply")
        assert wrong.value.why == "later"
    finally:
        await speaker.close()
        await runner.cleanup()
