"""Files are asked for by id and fetched whole, within the limit, from the platform's hosts only."""

from __future__ import annotations

import hashlib
from collections.abc import AsyncIterator, Callable
from typing import Any

import pytest
from aiohttp import web

from bot.outbound.file_source import MOST_BYTES, Unfetched
from bot.outbound.mime_types import ENDINGS, is_picture, mime_of, named
from bot.sandbox.whatsapp.calls.media import TYPES
from bot.whatsapp.outbound.media import MediaFiles, is_the_platforms
from models.letters import FileKind

META = "https://graph.facebook.com"
BOX = "http://127.0.0.1:9"
JPEG = b"\xff\xd8\xff\xc0\x00\x11\x08\x00\x09\x00\x09" + bytes(9)
PNG = b"\x89PNG\r\n\x1a\n" + bytes(16)


@pytest.mark.parametrize(
    "url",
    [
        "https://lookaside.fbsbx.com/whatsapp_business/attachments/?mid=1",
        "https://LOOKASIDE.fbsbx.com:443/x",
        "https://scontent.xx.fbcdn.net/v/x",
        "https://mmg.whatsapp.net/x",
        "https://graph.facebook.com/v25.0/1",
    ],
)
def test_the_platforms_own_hosts_are_asked(url: str) -> None:
    assert is_the_platforms(url, META)
    assert is_the_platforms(url, BOX)


@pytest.mark.parametrize(
    "url",
    [
        "http://lookaside.fbsbx.com/x",
        "https://lookaside.fbsbx.com:8443/x",
        "https://lookaside.fbsbx.com.evil.example/x",
        "https://lookaside.fbsbx.com@evil.example/x",
        "https://user@lookaside.fbsbx.com/x",
        "https://evilfbcdn.net/x",
        "https://fbcdn.net.evil.example/x",
        "https://169.254.169.254/latest/meta-data",
        "http://127.0.0.1:9/x",
        "http://localhost/x",
        "file:///etc/passwd",
        "ftp://lookaside.fbsbx.com/x",
        "//lookaside.fbsbx.com/x",
        "lookaside.fbsbx.com/x",
        "https://[::1]/x",
        "https://[/x",
        "https://evil.example\\@lookaside.fbsbx.com/x",
        "None",
        "",
    ],
)
def test_no_other_host_is(url: str) -> None:
    assert not is_the_platforms(url, META)


def test_where_the_settings_name_an_api_that_one_is_asked_too() -> None:
    assert is_the_platforms("http://127.0.0.1:9/whatsapp_business/attachments/?mid=1", BOX)
    assert not is_the_platforms("http://127.0.0.1:10/x", BOX)
    assert not is_the_platforms("https://127.0.0.1:9/x", BOX)


class Platform:
    """A Graph API of a few lines that does as it is told; `asked` is what was asked of it."""

    def __init__(self) -> None:
        self.told: Any = {}
        self.status = 200
        self.answers: Callable[[web.BaseRequest], web.StreamResponse] = lambda _: web.Response(
            body=JPEG
        )
        self.asked: list[str] = []
        self.url = ""

    async def serve(self, request: web.BaseRequest) -> web.StreamResponse:
        self.asked.append(request.path)
        assert request.headers["Authorization"] == "Bearer EAAG"
        if request.path.startswith("/v"):
            if isinstance(self.told, bytes):
                return web.Response(body=self.told, status=self.status)
            return web.json_response(self.told, status=self.status)
        return self.answers(request)

    def tells(self, **told: Any) -> None:
        self.told = {"url": f"{self.url}/file", "mime_type": "image/jpeg", **told}


@pytest.fixture
async def platform() -> AsyncIterator[Platform]:
    platform = Platform()
    runner = web.ServerRunner(web.Server(platform.serve), shutdown_timeout=0.5)
    await runner.setup()
    await web.TCPSite(runner, "127.0.0.1", 0).start()
    host, port = runner.addresses[0]
    platform.url = f"http://{host}:{port}"
    platform.tells()
    yield platform
    await runner.cleanup()


@pytest.fixture
async def media(platform: Platform) -> AsyncIterator[MediaFiles]:
    media = MediaFiles("EAAG", phone_id="1", api=platform.url)
    yield media
    await media.close()


async def refused(media: MediaFiles) -> str:
    with pytest.raises(Unfetched) as wrong:
        await media.fetch("77")
    return wrong.value.why


async def test_a_file_comes_whole_with_what_the_platform_says_it_is(
    platform: Platform, media: MediaFiles
) -> None:
    platform.tells(sha256=hashlib.sha256(JPEG).hexdigest(), file_size=str(len(JPEG)))
    got = await media.fetch("77")
    assert (got.content, got.mime) == (JPEG, "image/jpeg")
    assert platform.asked[0].endswith("/77")


async def test_what_is_said_to_be_too_large_is_not_asked_for(
    platform: Platform, media: MediaFiles
) -> None:
    platform.tells(file_size=MOST_BYTES + 1)
    assert await refused(media) == "large"
    assert len(platform.asked) == 1


async def test_the_largest_that_fits_and_the_first_that_does_not(
    platform: Platform, media: MediaFiles
) -> None:
    platform.answers = lambda _: web.Response(body=bytes(MOST_BYTES))
    assert len((await media.fetch("77")).content) == MOST_BYTES
    platform.answers = lambda _: web.Response(body=bytes(MOST_BYTES + 1))
    platform.tells(file_size=1)
    assert await refused(media) == "large"


@pytest.mark.parametrize(
    ("told", "why"),
    [
        ({"sha256": "0" * 64}, "later"),
        ({"url": None}, "gone"),
        ({"url": "https://evil.example/x"}, "gone"),
        ({"file_size": "many"}, "later"),
    ],
)
async def test_what_is_not_as_it_was_described_is_not_taken(
    platform: Platform, media: MediaFiles, told: dict[str, Any], why: str
) -> None:
    platform.tells(**told)
    assert await refused(media) == why


async def test_a_page_of_a_gateway_is_no_last_word(platform: Platform, media: MediaFiles) -> None:
    platform.told = b"<html>"
    assert await refused(media) == "later"


@pytest.mark.parametrize(
    ("status", "code", "why"),
    [
        (400, 100, "gone"),
        (404, 100, "gone"),
        (401, 190, "later"),
        (500, 1, "later"),
        (503, 100, "later"),
        (429, 100, "later"),
        (400, 130429, "later"),
    ],
)
async def test_only_what_the_platform_does_not_know_is_gone(
    platform: Platform, media: MediaFiles, status: int, code: int, why: str
) -> None:
    platform.status = status
    platform.told = {"error": {"code": code, "message": "no", "type": "OAuthException"}}
    assert await refused(media) == why


@pytest.mark.parametrize("status", [400, 401, 403, 404, 500, 206])
async def test_an_address_that_holds_no_more_is_asked_for_anew(
    platform: Platform, media: MediaFiles, status: int
) -> None:
    platform.answers = lambda _: web.Response(status=status, body=b"x")
    assert await refused(media) == "later"


async def test_a_redirect_is_followed_on_the_platform_and_nowhere_else(
    platform: Platform, media: MediaFiles
) -> None:
    def answers(request: web.BaseRequest) -> web.Response:
        if request.path == "/file":
            return web.Response(status=302, headers={"Location": "/moved"})
        return web.Response(body=PNG)

    platform.answers = answers
    assert (await media.fetch("77")).content == PNG
    platform.answers = lambda _: web.Response(
        status=302, headers={"Location": "https://evil.example/x"}
    )
    assert await refused(media) == "gone"
    platform.answers = lambda _: web.Response(status=302, headers={"Location": "/file"})
    assert await refused(media) == "later"


async def test_where_nobody_listens_it_is_tried_again(media: MediaFiles) -> None:
    nowhere = MediaFiles("EAAG", phone_id="1", api=BOX)
    assert await refused(nowhere) == "later"
    await nowhere.close()


# -- what a file is -------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("told", "kind", "name", "mime"),
    [
        ("audio/ogg; codecs=opus", "voice", None, "audio/ogg"),
        ("IMAGE/PNG", "photo", None, "image/png"),
        ("", "photo", None, "image/jpeg"),
        ("", "document", "rekap.PDF", "application/pdf"),
        ("application/octet-stream", "document", "rekap.xlsx", ENDINGS["xlsx"]),
        ("", "document", "x.exe", "application/octet-stream"),
        ("application/zip", "document", "x.zip", "application/zip"),
        ("application/x-pdf", "document", "x.pdf", "application/pdf"),
        ("text/csv", "document", "x.csv", "text/plain"),
        ("application/pdf", "document", "x.txt", "application/pdf"),
        ("text/html\r\nX-Evil: 1", "document", None, "application/octet-stream"),
        (f"a/{'b' * 200}", "document", None, "application/octet-stream"),
    ],
)
def test_a_mime_type_is_what_the_platform_says_if_it_says_something(
    told: str, kind: FileKind, name: str | None, mime: str
) -> None:
    assert mime_of(told, kind, name) == mime


def test_a_file_without_a_name_gets_one() -> None:
    assert named(None, "photo", "image/jpeg") == "tilik-photo.jpg"
    assert named(None, "document", "application/zip") == "tilik-document.bin"
    assert named("a.pdf", "document", "application/pdf") == "a.pdf"


def test_a_picture_is_known_by_how_it_begins() -> None:
    assert is_picture(JPEG, "image/jpeg")
    assert is_picture(PNG, "image/png")
    assert not is_picture(PNG, "image/jpeg")
    assert not is_picture(JPEG, "image/webp")


def test_the_mime_types_by_name_are_those_that_may_be_uploaded() -> None:
    assert set(ENDINGS.values()) == set(TYPES)


@pytest.mark.parametrize("mime", sorted(set(ENDINGS.values())))
def test_a_type_that_may_be_uploaded_stays_what_it_was_told_to_be(mime: str) -> None:
    assert mime_of(mime, "document", "laporan") == mime
