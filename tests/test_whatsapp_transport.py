"""HTTP to WhatsApp: what comes back is whole, and what goes wrong has httpx's name for it."""

from __future__ import annotations

import asyncio
import gzip
from collections.abc import AsyncIterator

import aiohttp
import httpx
import pytest
from aiohttp import web

from bot.whatsapp.transport import CONNECTIONS, WhatsAppTransport

BRIEF = aiohttp.ClientTimeout(total=30, connect=0.2, sock_read=0.2)


async def packed(_: web.Request) -> web.Response:
    return web.Response(body=gzip.compress(b"halo"), headers={"Content-Encoding": "gzip"})


async def told(request: web.Request) -> web.Response:
    """What was asked for, as it came over the wire."""
    return web.Response(text=f"{request.raw_path} {request.headers.getall('Host')}")


async def shelved(request: web.Request) -> web.Response:
    form = await request.post()
    file = form["file"]
    assert isinstance(file, web.FileField)
    return web.Response(text=f"{file.filename} {len(file.file.read())}")


async def hung_up(request: web.Request) -> web.Response:
    assert request.transport is not None
    request.transport.abort()
    return web.Response()


async def silent(_: web.Request) -> web.Response:
    await asyncio.Event().wait()
    return web.Response()


async def cut_off(request: web.Request) -> web.StreamResponse:
    answer = web.StreamResponse(headers={"Content-Length": "1000"})
    await answer.prepare(request)
    await answer.write(b"the beginning")
    assert request.transport is not None
    request.transport.close()
    return answer


async def elsewhere(_: web.Request) -> web.Response:
    return web.Response(status=302, headers={"Location": "/told"})


ROUTES = [
    web.get("/packed", packed),
    web.get("/told", told),
    web.post("/shelved", shelved),
    web.post("/hung-up", hung_up),
    web.post("/silent", silent),
    web.get("/cut-off", cut_off),
    web.get("/elsewhere", elsewhere),
]


@pytest.fixture
async def url() -> AsyncIterator[str]:
    app = web.Application()
    app.add_routes(ROUTES)
    runner = web.AppRunner(app, handler_cancellation=True, shutdown_timeout=0.1)
    await runner.setup()
    await web.TCPSite(runner, "127.0.0.1", 0).start()
    yield f"http://127.0.0.1:{runner.addresses[0][1]}"
    await runner.cleanup()


@pytest.fixture
async def http() -> AsyncIterator[httpx.AsyncClient]:
    async with httpx.AsyncClient(transport=WhatsAppTransport(BRIEF)) as made:
        yield made


async def test_a_packed_answer_is_unpacked(http: httpx.AsyncClient, url: str) -> None:
    assert (await http.get(f"{url}/packed")).text == "halo"


async def test_a_signed_address_is_asked_for_as_it_is(http: httpx.AsyncClient, url: str) -> None:
    signed = "/told?oh=a%2Fb%3D&at=%7E1"
    host = url.removeprefix("http://")
    assert (await http.get(url + signed)).text == f"{signed} ['{host}']"


async def test_a_file_arrives_whole(http: httpx.AsyncClient, url: str) -> None:
    file = ("foto.png", b"x" * 300_000, "image/png")
    answer = await http.post(f"{url}/shelved", data={"type": "image/png"}, files={"file": file})
    assert answer.text == "foto.png 300000"


async def test_a_redirect_is_left_to_who_asked(http: httpx.AsyncClient, url: str) -> None:
    answer = await http.get(f"{url}/elsewhere")
    assert answer.next_request is not None
    assert str(answer.next_request.url) == f"{url}/told"


@pytest.mark.parametrize(
    ("path", "name"),
    [("/hung-up", httpx.RemoteProtocolError), ("/silent", httpx.ReadTimeout)],
)
async def test_nobody_knows_what_became_of_a_call_without_an_answer(
    http: httpx.AsyncClient, url: str, path: str, name: type[Exception]
) -> None:
    with pytest.raises(name):
        await http.post(url + path)


async def test_half_an_answer_is_none(http: httpx.AsyncClient, url: str) -> None:
    with pytest.raises(httpx.RemoteProtocolError):
        await http.get(f"{url}/cut-off")


@pytest.mark.parametrize("address", ["http://127.0.0.1:1", "http://nowhere.invalid"])
async def test_who_is_not_reached_was_never_asked(http: httpx.AsyncClient, address: str) -> None:
    with pytest.raises(httpx.ConnectError):
        await http.post(address)


async def test_who_waits_too_long_for_a_connection_has_asked_nothing(url: str) -> None:
    patience = aiohttp.ClientTimeout(total=30, connect=0.2, sock_read=1)
    async with httpx.AsyncClient(transport=WhatsAppTransport(patience)) as http:
        calls = (http.post(f"{url}/silent") for _ in range(CONNECTIONS + 1))
        wrong = await asyncio.gather(*calls, return_exceptions=True)
    assert sorted(type(one).__name__ for one in wrong) == sorted(
        [*["ReadTimeout"] * CONNECTIONS, "ConnectTimeout"]
    )
