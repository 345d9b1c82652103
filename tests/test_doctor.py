"""`tilik doctor`: what is wrong is found, and what to do stands beside it."""

from __future__ import annotations

import asyncio
import json
import os
from collections.abc import AsyncIterator, Iterator
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from email.utils import format_datetime
from pathlib import Path
from typing import Any

import pytest
from aiohttp import web
from filelock import FileLock
from pydantic import SecretStr
from typer.testing import CliRunner, Result

from bot import channels
from bot.__main__ import app
from bot.alarms import Alarms, file_of
from bot.backup import archive, recovery_key
from bot.cli.command import changed
from bot.cli.operations.doctor import WIDTH
from bot.cli.run import runs
from bot.config import Settings
from bot.doctor import examined, inside, machine
from bot.doctor.finding import Finding, whose
from bot.doctor.inside import Inside
from bot.sandbox.telegram import TelegramBox
from bot.sandbox.whatsapp import WhatsAppBox
from bot.telegram.examined import webhook
from models.keys import Keys
from models.letters import Letter, Text
from models.store import Store
from models.store.chat import addresses, identities, inbox
from models.store.letters import letters
from models.store.office import services
from models.store.oversight.condition import Condition
from models.store.oversight.seals import accept
from models.store.people import people
from models.store.rules import outages
from tests.played import empty_store
from tests.sandbox.whatsapp.talk import BUSINESS_ID, PHONE_ID, SECRET, VERIFY
from tests.sandbox.whatsapp.talk import TOKEN as META_TOKEN
from tests.stage import TOKEN

NOW = datetime(2026, 11, 23, 3, tzinfo=UTC)
OURS = "https://tilik.example.go.id"
QUIET = Condition({}, {}, None, None, None, (), None, None, NOW - timedelta(seconds=30), 9_000_000)
WELL = Inside(QUIET, 0, None, True)


def levels(found: Iterator[Finding] | list[Finding]) -> dict[str, str]:
    return {one.name: one.level for one in found if one.level != "well"}


def ago(**how_long: float) -> datetime:
    return NOW - timedelta(**how_long)


@pytest.mark.parametrize(
    ("condition", "wrong"),
    [
        ({}, {}),
        ({"last_sign": None}, {"running": "look"}),
        ({"last_sign": ago(minutes=11)}, {"running": "ill"}),
        ({"last_sign": NOW + timedelta(minutes=1)}, {}),
        ({"last_sign": NOW + timedelta(minutes=3)}, {"clock": "ill"}),
        ({"inbox": {"open": 3}, "oldest_item": ago(minutes=4)}, {}),
        ({"inbox": {"open": 3}, "oldest_item": ago(minutes=6)}, {"inbox": "ill"}),
        ({"inbox": {"dead": 1}}, {"dead": "look"}),
        ({"inbox": {"aside": 1}}, {"dead": "look"}),
        ({"letters": {"waiting": 1}, "oldest_letter": ago(hours=3)}, {}),
        ({"letters": {"waiting": 1}, "oldest_reply": ago(minutes=16)}, {"letters": "ill"}),
        ({"away_until": ago(minutes=59)}, {"away": "look"}),
        ({"away_until": ago(minutes=61)}, {}),
    ],
)
def test_what_the_database_tells_is_judged(
    condition: dict[str, Any], wrong: dict[str, str]
) -> None:
    there = replace(WELL, condition=replace(QUIET, **condition))
    assert levels(inside.findings(there, NOW, "Asia/Jakarta")) == wrong


def test_a_secret_of_another_database_and_prompts_in_doubt_are_told() -> None:
    there = replace(WELL, other="0123456789abcdef", in_doubt=2)
    found = levels(inside.findings(there, NOW, "Asia/Jakarta"))
    assert found == {"secret": "ill", "prompts": "look"}


def test_seals_that_another_secret_made_and_units_without_an_overseer_are_told() -> None:
    keys, since = Keys(b"k" * 32), NOW.date()
    with empty_store() as store:
        unit = services.add_unit(store, "Disdukcapil", zone="Asia/Jakarta").id
        service = services.add_service(store, unit, "KTP-el")
        services.offer(store, services.add_counter(store, unit, "Loket 1"), service)

        def finds() -> dict[str, str]:
            there = replace(inside.read(store, keys, NOW), condition=QUIET)
            return levels(inside.findings(there, NOW, "Asia/Jakarta"))

        assert finds() == {"oversight": "look"}, "nobody may take what is weighty"
        for name, found in (("Bagus", {"oversight": "look"}), ("Citra", {})):
            number = people.add(store, name)
            people.give_duty(store, number, unit_id=unit, duty="oversight", valid_from=since)
            people.begins(store, number, at=NOW)
            met = addresses.meet(store, "whatsapp", name)
            addresses.change(store, met.address.id, person_id=number)
            assert finds() == found
        seal = identities.put(store, {"channel": "x"}, keys=keys, forgotten_on=NOW.date())
        assert finds() == {}
        identities.amend(store, seal, {"channel": "x"}, keys=Keys(b"o" * 32))
        assert finds() == {"secret": "ill", "seals": "ill"}
        every = inside.findings(inside.read(store, keys, NOW), NOW, "Asia/Jakarta")
        (told,) = (one for one in every if one.name == "seals")
        assert told.found == Text("doctor-seals-shut", {"count": 1})


def test_a_process_that_has_just_died_is_missed_at_once(tmp_path: Path) -> None:
    chosen = Settings(home=tmp_path)
    assert runs(chosen) is False
    with FileLock(tmp_path / "tilik.db.lock"):
        assert runs(chosen) is True
    assert runs(chosen) is False
    assert runs(Settings(database_url="postgresql://tilik@127.0.0.1/tilik")) is None
    dead, alive = (replace(WELL, runs=one) for one in (False, True))
    assert levels(inside.findings(dead, NOW, "Asia/Jakarta")) == {"running": "ill"}
    assert levels(inside.findings(alive, NOW, "Asia/Jakarta")) == {}


@pytest.mark.parametrize(
    ("there", "ours", "level"),
    [("", "", "well"), (OURS, OURS, "well"), (OURS, "", "ill"), ("", OURS, "ill")],
)
def test_a_webhook_is_ours_or_somebody_elses(there: str, ours: str, level: str) -> None:
    assert whose("Telegram", there, ours).level == level


def test_of_a_foreign_webhook_the_host_is_told_alone() -> None:
    found = whose("Telegram", "https://evil.example:8443/bot\x1b[2J?token=rahasia", OURS)
    assert found.found == Text("doctor-webhook-foreign", {"host": "evil.example:8443", "count": 0})


class Home:
    """A machine with a home; what doctor says there."""

    def __init__(self, home: Path) -> None:
        self.chosen = Settings(home=home)

    def levels(self) -> dict[str, str]:
        return levels(machine.findings(self.chosen, NOW))


@pytest.fixture
def home(tmp_path: Path) -> Home:
    recovery_key.file_of(Settings(home=tmp_path)).write_text("age1")
    made_at(Settings(home=tmp_path), NOW)
    return Home(tmp_path)


def made_at(chosen: Settings, at: datetime) -> None:
    archive.stamp_of(chosen).touch()
    os.utime(archive.stamp_of(chosen), (at.timestamp(), at.timestamp()))


def test_backups_that_are_missing_or_old_are_told(home: Home) -> None:
    assert home.levels() == {}
    made_at(home.chosen, ago(hours=47))
    assert home.levels() == {}
    made_at(home.chosen, ago(hours=49))
    assert home.levels() == {"backup": "ill"}
    archive.stamp_of(home.chosen).unlink()
    assert home.levels() == {"backup": "ill"}
    recovery_key.file_of(home.chosen).unlink()
    assert home.levels() == {"backup": "look"}


@pytest.mark.parametrize(
    ("free", "wrong"), [(3e9, {}), (1e9, {"disk": "look"}), (1e8, {"disk": "ill"})]
)
def test_room_that_runs_out_is_told(
    home: Home, monkeypatch: pytest.MonkeyPatch, free: float, wrong: dict[str, str]
) -> None:
    usage = type("Usage", (), {"free": int(free)})
    monkeypatch.setattr(machine.shutil, "disk_usage", lambda _: usage)
    assert home.levels() == wrong


def test_what_a_running_tilik_has_noticed_is_told(home: Home) -> None:
    Alarms(file_of(home.chosen), lambda: NOW).sound("second-poller")
    assert home.levels() == {"alarm": "ill"}


async def test_a_clock_is_compared_with_the_platforms() -> None:
    async def dated(_: web.Request) -> web.Response:
        return web.Response(headers={"Date": format_datetime(NOW, usegmt=True)})

    runner = web.ServerRunner(web.Server(dated))  # type: ignore[arg-type]
    await runner.setup()
    site = web.TCPSite(runner, "127.0.0.1", 0)
    await site.start()
    url = f"http://127.0.0.1:{runner.addresses[0][1]}"
    found = [await machine.clock(url, NOW + timedelta(seconds=s)) for s in (60, -180, 180)]
    assert [one and one.level for one in found] == ["well", "ill", "ill"]
    await runner.cleanup()
    assert await machine.clock(url, NOW) is None, "nobody answers there"


# -- the platforms ---------------------------------------------------------------------------------


@pytest.fixture
async def telegram() -> AsyncIterator[TelegramBox]:
    box = TelegramBox(TOKEN, username="TilikBot", clock=lambda: NOW, flood=False)
    await box.start()
    yield box
    await box.stop()


async def on_telegram(box: TelegramBox, **settings: Any) -> dict[str, str]:
    chosen = Settings(telegram_token=SecretStr(TOKEN), telegram_api=box.url, **settings)
    found = await channels.examined(chosen, NOW)
    assert {one.name for one in found} <= {"token", "webhook", "clock"}
    return levels([one for one in found if one.name != "clock"])


async def test_what_telegram_tells_is_judged(telegram: TelegramBox) -> None:
    called = {"public_url": OURS}
    assert await on_telegram(telegram) == {}
    assert await on_telegram(telegram, **called) == {"webhook": "ill"}
    telegram.queues.hang(f"{OURS}/telegram", secret="x")
    assert await on_telegram(telegram, **called) == {}
    assert await on_telegram(telegram) == {"webhook": "ill"}
    telegram.queues.hang("https://evil.example/hook", secret="x")
    assert await on_telegram(telegram, **called) == {"webhook": "ill"}


@pytest.mark.parametrize(
    ("told", "wrong"),
    [
        ({"pending_update_count": 100}, {}),
        ({"pending_update_count": 101}, {"pending": "look"}),
        ({"last_error_date": ago(minutes=59).timestamp()}, {"delivery": "look"}),
        ({"last_error_date": ago(minutes=61).timestamp()}, {}),
    ],
)
def test_what_waits_at_telegram_and_what_it_could_not_deliver_is_told(
    told: dict[str, Any], wrong: dict[str, str]
) -> None:
    said = {"url": OURS, "last_error_message": "Wrong response: 502 \x1b[2J", **told}
    found = list(webhook(said, OURS, NOW))
    assert levels(found) == wrong
    assert "\x1b" not in str([one.found.facts for one in found])


async def test_a_token_that_telegram_refuses_is_told(telegram: TelegramBox) -> None:
    for token in ("2:salah", "salah"):
        chosen = Settings(telegram_token=SecretStr(token), telegram_api=telegram.url)
        found = await channels.examined(chosen, NOW)
        assert levels([one for one in found if one.name != "clock"]) == {"token": "ill"}
        assert token not in str(found)


async def test_a_telegram_that_does_not_answer_is_told() -> None:
    chosen = Settings(telegram_token=SecretStr(TOKEN), telegram_api="http://127.0.0.1:1")
    assert levels(await channels.examined(chosen, NOW)) == {"token": "ill"}


async def test_what_meta_tells_is_judged(monkeypatch: pytest.MonkeyPatch) -> None:
    ids = {"phone_id": PHONE_ID, "business_id": BUSINESS_ID}
    box = WhatsAppBox(
        token=META_TOKEN, app_secret=SECRET, verify_token=VERIFY, clock=lambda: NOW, **ids
    )
    await box.start()
    chosen = Settings(
        whatsapp_token=SecretStr(META_TOKEN),
        whatsapp_phone_id=PHONE_ID,
        whatsapp_business_id=BUSINESS_ID,
        whatsapp_api=box.url,
        public_url=OURS,
    )

    async def told(**other: Any) -> dict[str, str]:
        found = await channels.examined(chosen.model_copy(update=other), NOW)
        return levels([one for one in found if one.name != "clock"])

    assert await told() == {"webhook": "ill", "templates": "look"}
    box.hook(f"{OURS}/whatsapp")
    assert await told() == {"templates": "look"}
    assert await told(whatsapp_token=SecretStr("salah")) == {"token": "ill"}
    await box.stop()
    assert await told() == {"token": "ill"}


# -- the table -------------------------------------------------------------------------------------


@pytest.fixture
def office(sqlite: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> str:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("TILIK_HOME", str(tmp_path))
    monkeypatch.setenv("TILIK_DATABASE_URL", sqlite)
    monkeypatch.setenv("TILIK_TELEGRAM_TOKEN", TOKEN)
    monkeypatch.setenv("TILIK_TELEGRAM_API", "http://127.0.0.1:1")
    monkeypatch.setenv("TILIK_SECRET", "s" * 32)
    return sqlite


def doctor(*words: str) -> Result:
    return CliRunner().invoke(app, ["doctor", *words], obj=lambda: NOW)


def trouble(store: Store) -> None:
    """A message that nobody takes, one that failed, a letter that does not go, another secret."""
    met = addresses.meet(store, "telegram", "1001", now=NOW)
    for number in (1, 2):
        item = inbox.put(
            store,
            "telegram",
            key=f"u{number}",
            twin=None,
            sender="1001",
            raw="{}",
            now=ago(hours=1),
        )
        assert item
    inbox.buried(store, item, reference="00ab", attempts=3)
    letters.write(store, met.address, Letter((Text("sorry"),)), now=ago(hours=2))
    outages.beat(store, ago(minutes=30))
    accept(store, Keys(b"o" * 32), NOW, instead_of="")


async def test_the_table_says_what_is_wrong_and_what_to_do(
    databases: str, office: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("TILIK_DATABASE_URL", databases)
    await asyncio.to_thread(changed, databases, trouble)
    typed = await asyncio.to_thread(doctor)
    assert typed.exit_code == 1, typed.output
    lines = typed.output.splitlines()
    assert max(map(len, lines)) <= WIDTH
    assert [line[:28].rstrip() for line in lines if line[:1].strip()] == [
        "baik   Setelan",
        "baik   Basis data",
        "RUSAK  Token Telegram",
        "baik   Ruang disk",
        "LIHAT  Cadangan",
        "RUSAK  Rahasia kunci",
        "RUSAK  Berjalan",
        "RUSAK  Pesan masuk",
        "LIHAT  Tertinggal",
        "RUSAK  Pesan keluar",
        "baik   Pengingat",
        "5 hal rusak. Mulai dari yang",
    ]
    assert "tidak, sejak 2026-11-23 09.30" in typed.output
    assert "> Lihat satu per satu: tilik dead" in typed.output
    assert TOKEN not in typed.output


def test_it_is_printed_as_json_too(office: str) -> None:
    typed = doctor("--json")
    found = {one["name"]: one for one in json.loads(typed.output)["findings"]}
    assert found["database"] == {
        "name": "database",
        "of": "",
        "level": "well",
        "found": found["database"]["found"],
        "advice": None,
    }
    assert found["running"]["level"] == "look"


@pytest.mark.parametrize(
    ("name", "value", "words"),
    [
        ("TILIK_DATABASE_URL", "postgresql://tilik@127.0.0.1:1/tilik", "tidak dapat dibuka"),
        ("TILIK_DATABASE_URL", "postgresql://tilik@127.0.0.1:1/tilik", "pulihkan dari cadangan"),
        ("TILIK_DATABASE_URL", "nonsense", "TILIK_DATABASE_URL tidak dapat dipakai"),
        ("TILIK_DATABASE_URL", "sqlite:///new.db", "belum ada basis data"),
        ("TILIK_PUBLIC_URL", "https://tilik.example.go.id", "TILIK_TELEGRAM_SECRET belum"),
        ("TILIK_ZONE", "Jakarta", "TILIK_ZONE bukan zona"),
        ("TILIK_ALARM_CHAT", "whatsapp:62811", "TILIK_ALARM_CHAT menunjuk"),
    ],
)
def test_what_cannot_be_looked_at_is_a_row_and_no_trace(
    office: str, monkeypatch: pytest.MonkeyPatch, name: str, value: str, words: str
) -> None:
    monkeypatch.setenv(name, value)
    typed = doctor()
    assert typed.exit_code == 1
    assert words in " ".join(typed.output.split())
    assert typed.exception is None or isinstance(typed.exception, SystemExit)


def test_what_was_asked_anew_is_not_told_from_memory(home: Home) -> None:
    kept = Alarms(file_of(home.chosen), lambda: NOW)
    kept.sound("foreign-webhook", host="evil.example")
    assert asyncio.run(examined.of_the_rest(home.chosen, NOW))[-1].of == "foreign-webhook"
    asked = home.chosen.model_copy(
        update={"telegram_token": SecretStr(TOKEN), "telegram_api": "http://127.0.0.1:1"}
    )
    found = asyncio.run(examined.of_the_rest(asked, NOW))
    assert "foreign-webhook" not in [one.of for one in found]
