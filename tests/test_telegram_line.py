"""The line to Telegram where something stands in its way: it waits, asks again, and says what."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Callable, Iterable, Mapping
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any

import pytest
from pydantic import SecretStr

from bot.alarms import Alarms
from bot.channel import ChannelLine, Toast, TokenRefused
from bot.cli.operations.webhook import webhook
from bot.config import Settings
from bot.sandbox.telegram import TelegramBox
from bot.telegram import line as lines
from bot.telegram.line import opened
from bot.texts import catalogue
from models.store.engine.sqlite import Sqlite
from tests.actors import Clock

TOKEN = "1:demo"
HTML = "<html><head><title>502 Bad Gateway</title></head></html>"
OURS, OTHERS = "http://127.0.0.1:9", "https://lain.example/hook"


async def until(is_so: Callable[[], bool]) -> None:
    """Until it is; what is looked at tells nobody."""
    for _ in iter(is_so, True):
        await asyncio.sleep(0.01)


class Taken:
    """The desk, of which the line knows no more than this."""

    def __init__(self) -> None:
        self.updates: asyncio.Queue[Mapping[str, Any]] = asyncio.Queue()

    async def receive(
        self, channel: str, raw: Mapping[str, Any], *, toast: Toast | None = None
    ) -> None:
        self.updates.put_nowait(raw)

    async def receive_all(self, channel: str, batch: Iterable[Mapping[str, Any]]) -> None:
        for raw in batch:
            self.updates.put_nowait(raw)

    async def set_aside(self, channel: str, body: str, wrong: Exception) -> None:
        raise wrong


class Place:
    """One machine with a Tilik on it, at its own home."""

    def __init__(self, box: TelegramBox, home: Path) -> None:
        home.mkdir()
        self.box, self.home, self.desk = box, home, Taken()
        self.alarms = Alarms(home / "alarms.json", Clock())

    def settings(self, public_url: str = "", token: str = TOKEN) -> Settings:
        return Settings(
            database_url=f"sqlite:///{self.home / 'tilik.db'}",
            home=self.home,
            public_url=public_url,
            telegram_secret=SecretStr("rahasia_kantor_1"),
            telegram_token=SecretStr(token),
            telegram_api=self.box.url,
        )

    @asynccontextmanager
    async def line(self, public_url: str = "", token: str = TOKEN) -> AsyncIterator[ChannelLine]:
        chosen = self.settings(public_url, token)
        nothing: Sqlite = None  # type: ignore[assignment]  (a budget is shared on PostgreSQL only)
        async with opened(chosen, nothing, catalogue(), alarms=self.alarms) as line:
            yield line

    @asynccontextmanager
    async def listening(self, public_url: str = "") -> AsyncIterator[None]:
        async with self.line(public_url) as line:
            task = asyncio.create_task(line.listen(self.desk))
            try:
                yield
            finally:
                task.cancel()
                await asyncio.wait([task])

    async def hears(self, words: str) -> None:
        """Somebody writes; until the desk has it."""
        self.box.phone(1001, name="Sari").say(words)
        await self.desk.updates.get()

    async def tells(self, *names: str) -> None:
        """Until these alarms are on, and no others."""
        await until(lambda: [one.name for one in self.alarms.on] == list(names))


@pytest.fixture
async def box(monkeypatch: pytest.MonkeyPatch) -> AsyncIterator[TelegramBox]:
    """Telegram; what has failed is asked again soon."""
    monkeypatch.setattr(lines, "WAITS", (0.01,))
    monkeypatch.setattr(lines, "LOOKS", 0.01)
    made = TelegramBox(TOKEN, username="TilikBot", clock=Clock(), flood=False)
    await made.start()
    yield made
    await made.stop()


@pytest.fixture
def place(box: TelegramBox, tmp_path: Path) -> Place:
    return Place(box, tmp_path / "kantor")


@pytest.mark.parametrize("public_url", ["", OURS])
async def test_a_page_of_a_gateway_at_the_start_is_waited_for(
    place: Place, public_url: str, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level("INFO", "tilik")
    calls = ("setMyCommands", "setWebhook", "getWebhookInfo", "getUpdates")
    for call in calls:
        place.box.faults.fail(call, 502, times=2, description=HTML)
    async with place.listening(public_url):
        await until(lambda: len(place.box.commands) == 3)
        await until(lambda: place.box.webhook.url.startswith(public_url))
        if not public_url:
            await place.hears("halo")
    assert not place.alarms.on
    assert sum("asking again" in said for said in caplog.messages) >= 1
    assert "html" not in caplog.text


async def test_a_network_that_is_away_is_said_once_and_what_to_check(
    place: Place, caplog: pytest.LogCaptureFixture
) -> None:
    for call in ("setMyCommands", "getUpdates"):
        place.box.faults.fail(call, 502, times=9, description=HTML)
    async with place.listening(""):
        await place.hears("halo")
        await place.tells()
    warned = [one.getMessage() for one in caplog.records if one.levelname == "WARNING"]
    assert [said.count("Periksa jaringan") for said in warned] == [1], warned


async def test_what_telegram_refuses_is_told_in_its_words_and_asked_again(place: Place) -> None:
    words = "Bad Request: bad webhook: Failed to resolve host"
    place.box.faults.fail("setWebhook", 400, times=3, description=words)
    async with place.listening(OURS):
        await place.tells("not-taken")
        assert "Failed to resolve" in str(place.alarms.on[0].facts["words"])
        await place.tells()
    assert place.box.webhook.url.startswith(OURS)


async def test_a_stray_copy_takes_no_webhook_away(place: Place, tmp_path: Path) -> None:
    async with place.listening(OURS):
        await until(lambda: place.box.webhook.url != "")
        stray = Place(place.box, tmp_path / "laptop")
        for public_url in ("", "http://127.0.0.1:10"):
            async with stray.listening(public_url):
                await stray.tells("foreign-webhook")
                assert stray.alarms.on[0].facts == {"host": "127.0.0.1"}
        assert place.box.webhook.url.startswith(OURS)
        assert not place.alarms.on


async def test_a_webhook_that_somebody_sets_meanwhile_is_told_of_until_it_is_gone(
    place: Place,
) -> None:
    async with place.listening(OURS):
        await until(lambda: place.box.webhook.url != "")
        place.box.webhook.url = OTHERS
        await place.tells("foreign-webhook")
        assert place.alarms.on[0].facts == {"host": "lain.example"}
        place.box.webhook.url = ""
        await place.tells()
        assert place.box.webhook.url.startswith(OURS)


async def test_what_tilik_has_set_itself_it_changes_and_takes_away(place: Place) -> None:
    for public_url in (OURS, "http://127.0.0.1:10"):
        async with place.listening(public_url):
            await until(lambda here=public_url: place.box.webhook.url.startswith(here))
    async with place.listening():
        await place.hears("halo")
    assert place.box.webhook.url == ""


async def test_a_tilik_that_was_stopped_before_it_heard_that_its_webhook_is_set_knows_it(
    place: Place,
) -> None:
    place.box.faults.drop_after_accept("setWebhook", times=1000)
    async with place.listening(OURS):
        await until(lambda: place.box.webhook.url != "")
    place.box.faults.clear()
    async with place.listening():
        await place.hears("halo")
    assert place.box.webhook.url == ""
    assert not place.alarms.on


async def test_a_second_poller_is_told_of(
    place: Place, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(lines, "DISPUTED", 0.0)
    async with place.listening():
        async with Place(place.box, tmp_path / "laptop").listening():
            await place.tells("second-poller")
        await place.hears("halo")
        await place.tells()


async def test_a_token_that_is_revoked_is_told_of_and_ends_nothing(place: Place) -> None:
    async with place.listening():
        await place.hears("halo")
        place.box.faults.fail("getUpdates", 401, times=3)
        await place.tells("token-refused")
        await place.hears("halo")
        await place.tells()


async def test_a_token_is_asked_about_at_the_start(place: Place) -> None:
    async with place.line(token="2:salah") as line:
        with pytest.raises(TokenRefused, match="TILIK_TELEGRAM_TOKEN"):
            await line.check()
    place.box.faults.fail("getMe", 502, description=HTML)
    async with place.line() as line:
        await line.check()


async def test_whoever_runs_both_says_which_takes_the_webhook(
    place: Place, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """Told to take it, Tilik takes it from anybody; the exit code says whose it is."""
    monkeypatch.chdir(place.home)
    chosen = {"HOME": str(place.home), "TELEGRAM_TOKEN": TOKEN, "TELEGRAM_API": place.box.url}
    for name, value in {**chosen, "PUBLIC_URL": OURS, "TELEGRAM_SECRET": "rahasia"}.items():
        monkeypatch.setenv(f"TILIK_{name}", value)
    place.box.webhook.url = OTHERS

    async def asked(*, takes: bool = False) -> int:
        return await asyncio.to_thread(webhook, takes=takes)

    assert await asked() == 1
    told = capsys.readouterr().out
    assert (OTHERS in told, "bukan Tilik ini" in told) == (True, True)
    assert await asked(takes=True) == 0
    assert place.box.webhook.url.startswith(OURS)
    place.box.faults.fail("setWebhook", 400, description="Bad Request: no")
    place.box.faults.fail("getWebhookInfo", 502, description=HTML)
    assert (await asked(takes=True), await asked()) == (1, 1)
    assert capsys.readouterr().err.count("Telegram") == 2
    monkeypatch.setenv("TILIK_TELEGRAM_TOKEN", "2:salah")
    assert await asked() == 1
    for none in ("salah", "123456:...", "123456:__", "1:a b"):
        monkeypatch.setenv("TILIK_TELEGRAM_TOKEN", none)
        assert await asked() == 1
    assert capsys.readouterr().err.count("TILIK_TELEGRAM_TOKEN") == 5
    monkeypatch.setenv("TILIK_TELEGRAM_TOKEN", "")
    assert await asked() == 1
    assert "TILIK_TELEGRAM_TOKEN belum diisi" in capsys.readouterr().err
