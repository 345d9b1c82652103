"""`tilik dead`: what had no answer is found, shown masked, retried and closed."""

from __future__ import annotations

import asyncio
import json
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from bot.__main__ import app
from bot.cli.command import changed, read
from bot.cli.operations.dead import shape_of
from bot.telegram.heard import ear
from models.store import Store
from models.store.chat import addresses, inbox
from models.store.chat.given_up import Understood, retry
from models.store.people import people
from tests.stage import TOKEN

NOW = datetime(2026, 11, 23, 3, tzinfo=UTC)
RAW = json.dumps(
    {
        "update_id": 91234567,
        "message": {
            "chat": {"id": 81234567, "type": "private", "first_name": "Sari"},
            "text": "Pak Budi minta Rp50.000, 0812-3456-7890! 🙏",
            "entities": [{"type": "phone_number"}, None, True],
            "081234567890": ["x"] * 99,
        },
    }
)


def left_behind(store: Store) -> None:
    """One of a citizen, one of somebody who has joined, one that could not be read."""
    staff = addresses.meet(store, "telegram", "1002", now=NOW).address
    addresses.change(store, staff.id, person_id=people.add(store, "Dewi Lestari"))
    addresses.meet(store, "telegram", "1001", now=NOW)
    for number, sender in enumerate(("1001", "1002"), 1):
        at = {"now": NOW - timedelta(hours=number), "raw": RAW}
        item = inbox.put(store, "telegram", key=f"u{number}", twin=None, sender=sender, **at)
        assert item
        inbox.buried(store, item, reference=f"00ab{number}", attempts=3)
    aside = {"state": "aside", "raw": "bukan JSON 0812", "now": NOW}
    inbox.put(store, "telegram", key="h3", twin=None, sender=None, **aside)


@pytest.fixture
def office(databases: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> str:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("TILIK_HOME", str(tmp_path))
    monkeypatch.setenv("TILIK_DATABASE_URL", databases)
    return databases


def dead(*words: str) -> Result:
    return CliRunner().invoke(app, ["dead", *words], obj=lambda: NOW)


TABLE = """\
nomor  kode   keadaan        saluran   tiba              dari
1      00ab1  gagal 3 kali   telegram  2026-11-23 09.00  warga
2      00ab2  gagal 3 kali   telegram  2026-11-23 08.00  pegawai
3      -      tidak terbaca  telegram  2026-11-23 10.00  tidak diketahui
"""


async def test_what_was_left_behind_is_listed_shown_retried_and_closed(office: str) -> None:
    await asyncio.to_thread(_walk, office)


def _walk(url: str) -> None:
    assert "Tidak ada pesan yang tertinggal" in dead().output
    changed(url, left_behind)
    listed = dead()
    assert listed.output.startswith(TABLE), listed.output
    assert dead("list").output == listed.output
    shown = dead("show", "00AB1").output
    assert "aaaa" in shown.lower()
    assert not [word for word in ("Sari", "Budi", "8123", "50.000", "1001") if word in shown]
    assert "tilik dead retry 1" in shown
    assert "00ab1 akan dicoba lagi" in dead("retry", "1").output
    item = read(url, lambda store: inbox.oldest_open(store, "telegram", "1001"))
    assert item is not None
    assert (item.raw, item.attempts, item.due_at) == (RAW, 0, NOW)
    assert "masih tidak dapat membaca" in dead("retry", "3").output
    assert dead("close", "3").exit_code == dead("close", "00ab2").exit_code == 0
    assert "Tidak ada pesan yang tertinggal" in dead().output
    assert read(url, lambda store: inbox.oldest_open(store, "telegram", "1002")) is None
    gone = dead("show", "00ab2")
    assert (gone.exit_code, "Tidak ada pesan tertinggal" in gone.output) == (1, True)


def read_now(store: Store) -> None:
    """Two that could not be read then, and can be now; one of them has come otherwise since."""
    for number, text in ((7, "/siapa"), (8, "/bantuan")):
        sari = {"id": 1001, "is_bot": False, "first_name": "Sari"}
        chat = {"id": 1001, "type": "private", "first_name": "Sari"}
        said = {"message_id": number, "date": 1764000000, "chat": chat, "from": sari, "text": text}
        raw = json.dumps({"update_id": number, "message": said})
        aside = {"state": "aside", "raw": raw, "now": NOW}
        inbox.put(store, "telegram", key=f"h{number}", twin=None, sender=None, **aside)
    heard = ear(TOKEN)(json.loads(raw))
    assert heard is not None
    at = {"sender": "1001", "now": NOW, "state": "done"}
    inbox.put(store, "telegram", key=heard.key, twin=heard.twin, **at)


def test_one_without_a_second_key_is_like_no_other(sqlite: str) -> None:
    changed(sqlite, left_behind)
    known = Understood("u9", None, "1009")
    changed(sqlite, lambda store: retry(store, "3", NOW, read=lambda _: known))
    item = read(sqlite, lambda store: inbox.oldest_open(store, "telegram", "1009"))
    assert item is not None
    assert item.raw == "bukan JSON 0812"


def test_what_could_not_be_read_is_read_anew(
    sqlite: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    for name, value in (("HOME", str(tmp_path)), ("DATABASE_URL", sqlite)):
        monkeypatch.setenv(f"TILIK_{name}", value)
    changed(sqlite, read_now)
    assert "masih tidak dapat membaca" in dead("retry", "1").output, "without a token"
    monkeypatch.setenv("TILIK_TELEGRAM_TOKEN", TOKEN)
    assert dead("retry", "1").exit_code == 0
    item = read(sqlite, lambda store: inbox.oldest_open(store, "telegram", "1001"))
    assert item is not None
    assert "/siapa" in item.raw
    assert "dalam bentuk lain" in dead("retry", "2").output


async def test_what_is_too_old_to_be_kept_cannot_be_retried(office: str) -> None:
    later = NOW + inbox.KEPT_ASIDE + timedelta(days=1)

    def old(store: Store) -> None:
        left_behind(store)
        inbox.forget(store, later)

    await asyncio.to_thread(changed, office, old)
    again = await asyncio.to_thread(dead, "retry", "1")
    assert (again.exit_code, "sudah dihapus" in again.output) == (1, True)
    assert "sudah dihapus" in (await asyncio.to_thread(dead, "show", "1")).output


def test_the_shape_of_a_delivery_keeps_its_form_and_none_of_its_words() -> None:
    shape = json.loads(shape_of(RAW))
    assert shape["update_id"] == "00000000"
    message = shape["message"]
    assert message["chat"] == {"id": "00000000", "type": "private", "first_name": "Aaaa"}
    assert message["text"] == "Aaa Aaaa aaaaa Aa00.000, 0000-0000-0000!… (42)"
    assert message["entities"] == [{"type": "phone_number"}, None, True]
    assert message["000000000000"] == ["a"] * 30


@pytest.mark.parametrize(
    ("raw", "shape"),
    [
        ("bukan JSON 0812\x00", "aaaaa AAAA 0000?"),
        ('{"type": "Sari Ningsih"}', '{\n "type": "Aaaa Aaaaaaa"\n}'),
        ("[" * 5000 + "]" * 5000, "[" * 40 + "… (10000)"),
        ('"\u202e\\ud83d x"', '"?? a"'),
    ],
)
def test_the_strangest_delivery_is_shown_too(raw: str, shape: str) -> None:
    assert shape_of(raw) == shape
