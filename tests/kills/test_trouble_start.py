"""What Tilik says when it cannot start, and how it ends: a real process, once as the command."""

from __future__ import annotations

import asyncio
import os
import signal
import socket
import sys
from asyncio.subprocess import PIPE
from pathlib import Path
from time import monotonic

import pytest
from filelock import FileLock

from bot.sandbox.calm import AT_LAST
from bot.sandbox.telegram import TelegramBox
from bot.sandbox.telegram.phone import Phone
from tests.actors import Clock
from tests.kills.lives import ROOT, Lives
from tests.stage import TOKEN

PATIENCE = AT_LAST
PUBLIC = {"public_url": "https://tilik.example.go.id", "telegram_secret": "rahasia_kantor_1"}


async def started(home: Path, **settings: str) -> asyncio.subprocess.Process:
    """`tilik run` with these settings and no others."""
    kept = {k: v for k, v in os.environ.items() if not k.startswith(("TILIK_", "LC_", "LANG"))}
    named = {f"TILIK_{name.upper()}": value for name, value in settings.items()}
    return await asyncio.create_subprocess_exec(
        sys.executable,
        "-m",
        "bot",
        "run",
        stdout=PIPE,
        stderr=PIPE,
        cwd=home,
        env={**kept, "PYTHONPATH": str(ROOT), "TILIK_HOME": str(home), **named},
    )


async def refused(home: Path, **settings: str) -> str:
    """What Tilik says before it ends with 1; only the sentence, no trace of its own code."""
    named = {f"TILIK_{name.upper()}": value for name, value in settings.items()}
    there = {"TILIK_HOME": str(home), "TILIK_KILLS_BEGAN": f"{monotonic()} 1"}
    async with Lives(home, there | named) as lives:
        await lives.born()
        lives.order("wait")
        ended, words = await lives.line(), lives.log()
    assert ended == "ended 1", f"{ended}: nothing runs before it is known that it can\n{words}"
    assert "Traceback" not in words
    return words


def answers(phone: Phone) -> list[str]:
    """What Tilik has said on this phone."""
    return [bubble.text for bubble in phone.messages if not bubble.mine]


@pytest.fixture
async def box() -> TelegramBox:
    return TelegramBox(TOKEN, username="TilikBot", clock=Clock(), flood=False)


async def test_without_a_token_it_says_which_setting_is_missing(tmp_path: Path) -> None:
    tilik = await started(tmp_path)
    async with asyncio.timeout(PATIENCE):
        ready, said = (part.decode() for part in await tilik.communicate())
    assert (tilik.returncode, ready) == (1, "")
    assert said.startswith("TILIK_TELEGRAM_TOKEN")
    assert len(said.splitlines()) == 1


async def test_a_public_url_without_a_secret_is_refused(tmp_path: Path) -> None:
    said = await refused(tmp_path, telegram_token=TOKEN, public_url="https://tilik.example.go.id")
    assert said.startswith("TILIK_TELEGRAM_SECRET")
    assert len(said.splitlines()) == 1


async def test_a_second_copy_on_one_file_says_so_and_ends(tmp_path: Path) -> None:
    with FileLock(tmp_path / "tilik.db.lock"):
        said = await refused(tmp_path, telegram_token=TOKEN)
    assert said.startswith("Tilik sudah berjalan")
    assert str(tmp_path / "tilik.db") in said
    assert len(said.splitlines()) == 1


async def test_a_token_that_telegram_refuses_is_said_to_be_so(
    box: TelegramBox, tmp_path: Path
) -> None:
    await box.start()
    try:
        said = await refused(tmp_path, telegram_token="2:salah", telegram_api=box.url)
    finally:
        await box.stop()
    assert "TILIK_TELEGRAM_TOKEN" in said
    assert "2:salah" not in said


async def test_an_address_that_another_program_uses_is_said_to_be_taken(tmp_path: Path) -> None:
    with socket.socket() as other:
        other.bind(("127.0.0.1", 0))
        other.listen()
        listen = f"127.0.0.1:{other.getsockname()[1]}"
        said = await refused(tmp_path, telegram_token=TOKEN, listen=listen, **PUBLIC)
    assert f"{listen} sudah dipakai" in said


async def test_an_address_that_is_not_this_machines_is_not_said_to_be_taken(
    tmp_path: Path,
) -> None:
    listen = "192.0.2.1:8080"  # kept for documentation by RFC 5737, so nobody's
    said = await refused(tmp_path, telegram_token=TOKEN, listen=listen, **PUBLIC)
    assert "sudah dipakai" not in said
    assert listen in said


async def test_it_greets_the_operators_chat_and_ends_politely_and_soon(
    box: TelegramBox, tmp_path: Path
) -> None:
    await box.start()
    operator = box.phone(1009, name="Operator")
    operator.start()
    told = {"telegram_api": box.url, "alarm_chat": "telegram:1009"}
    try:
        tilik = await started(tmp_path, telegram_token=TOKEN, **told)
        assert tilik.stdout is not None
        began = monotonic()
        async with asyncio.timeout(PATIENCE):
            assert b"Tilik berjalan" in await tilik.stdout.readline()
        ready = monotonic()
        phone = box.phone(1001, name="Sari")
        phone.say("/siapa")
        await box.calm.until(lambda: len(answers(phone)) == 1)
        await box.calm.until(lambda: any("memberi tahu" in words for words in answers(operator)))
        asked = monotonic()
        tilik.send_signal(signal.SIGTERM)
        async with asyncio.timeout(PATIENCE):
            said, _ = await tilik.communicate()
        assert tilik.returncode == 0
        assert monotonic() - asked < 5 * (ready - began), "to start takes longer"
        assert "Tilik berhenti" in said.decode()
        assert len(answers(phone)) == 1
    finally:
        await box.stop()


async def test_a_telegram_that_is_away_at_the_start_is_waited_for(
    box: TelegramBox, tmp_path: Path
) -> None:
    box.faults.down = True
    await box.start()
    try:
        tilik = await started(tmp_path, telegram_token=TOKEN, telegram_api=box.url)
        assert tilik.stdout is not None
        async with asyncio.timeout(PATIENCE):
            assert b"Tilik berjalan" in await tilik.stdout.readline()
        phone = box.phone(1001, name="Sari")
        phone.say("/siapa")
        await asyncio.sleep(1)
        assert tilik.returncode is None
        box.faults.down = False
        await box.calm.until(lambda: len(answers(phone)) == 1)
        assert phone.messages[-1].text.startswith("Kami hanya menyimpan")
        tilik.send_signal(signal.SIGTERM)
        async with asyncio.timeout(PATIENCE):
            await tilik.communicate()
        assert tilik.returncode == 0
    finally:
        await box.stop()
