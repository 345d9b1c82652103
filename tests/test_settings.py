"""The settings: what cannot be used is told when Tilik starts, by name and never by value."""

from __future__ import annotations

import os
import socket
from pathlib import Path
from shutil import rmtree

import pytest
from typer.testing import CliRunner, Result

from bot import __main__ as entry
from bot.__main__ import app
from bot.config import SAYS, Settings, chosen_or_exit
from bot.home import keep_in
from models.store.engine.database import normalised

ACCOUNT = {
    "TILIK_WHATSAPP_TOKEN": "EAAG0",
    "TILIK_WHATSAPP_PHONE_ID": "1234567890",
    "TILIK_WHATSAPP_BUSINESS_ID": "9876543210",
    "TILIK_WHATSAPP_APP_SECRET": "0123456789abcdef",
    "TILIK_WHATSAPP_VERIFY_TOKEN": "kata kami sendiri",
}


def runs(monkeypatch: pytest.MonkeyPatch, folder: object, **settings: str) -> Result:
    for name, value in {"TILIK_HOME": str(folder), **settings}.items():
        monkeypatch.setenv(name, value)
    return CliRunner().invoke(app, ["run"])


def named(result: Result) -> list[str]:
    assert result.exit_code == 1
    return [line.split()[0] for line in result.stderr.splitlines()]


def test_without_a_token_both_channels_are_named(
    monkeypatch: pytest.MonkeyPatch, tmp_path: object
) -> None:
    result = runs(monkeypatch, tmp_path)
    assert named(result) == ["TILIK_TELEGRAM_TOKEN"]
    assert "TILIK_WHATSAPP" in result.stderr


def test_a_short_secret_is_named_beside_the_missing_token_and_the_new_home_is_closed(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    result = runs(monkeypatch, tmp_path / "rumah", TILIK_SECRET="pendek")
    assert named(result) == ["TILIK_TELEGRAM_TOKEN", "TILIK_SECRET"]
    Settings().make_home()
    assert (tmp_path / "rumah").stat().st_mode & 0o777 == 0o700


def test_beside_another_database_there_is_a_home_for_what_is_known_of_it(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setenv("TILIK_HOME", str(tmp_path / "rumah"))
    for url in ("postgresql:///tilik", f"sqlite:///{tmp_path}/lain/tilik.db"):
        monkeypatch.setenv("TILIK_DATABASE_URL", url)
        Settings().make_home()
        keep_in(tmp_path / "rumah" / "epoch.json", {})
        rmtree(tmp_path / "rumah")


def test_where_nothing_can_be_kept_at_home_tilik_neither_starts_nor_resumes(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    """It would take its own database for one restored from a backup, start after start."""
    shut = tmp_path / "berkas"
    shut.touch()
    url = f"sqlite:///{tmp_path / 'tilik.db'}"
    result = runs(monkeypatch, shut, TILIK_DATABASE_URL=url, TILIK_TELEGRAM_TOKEN="1:a")
    told = "Tilik tidak dapat menulis ke folder di TILIK_HOME"
    assert (result.exit_code, result.stderr.startswith(told)) == (1, True), result.stderr
    resumed = CliRunner().invoke(app, ["resume"], obj=lambda: None)
    assert (resumed.exit_code, resumed.stderr.startswith(told)) == (1, True), resumed.output
    assert not (tmp_path / "tilik.db").exists()


@pytest.mark.parametrize("missing", ACCOUNT)
def test_of_whatsapp_s_settings_the_missing_one_is_named(
    monkeypatch: pytest.MonkeyPatch, tmp_path: object, missing: str
) -> None:
    result = runs(monkeypatch, tmp_path, **(ACCOUNT | {missing: ""}))
    assert named(result) == [missing]


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("TILIK_WHATSAPP_TOKEN", "EAAG é"),
        ("TILIK_WHATSAPP_TOKEN", "EAAG\nEAAG"),
        ("TILIK_WHATSAPP_APP_SECRET", "0123456789abcdef "),
        ("TILIK_WHATSAPP_PHONE_ID", "+62811"),
        ("TILIK_LISTEN", "127.0.0.1:65536"),
        ("TILIK_ZONE", "Asia/Bandung"),
        ("TILIK_ZONE", "../Asia"),
    ],
)
def test_what_no_call_can_carry_is_refused_before_the_first(
    monkeypatch: pytest.MonkeyPatch, tmp_path: object, name: str, value: str
) -> None:
    result = runs(monkeypatch, tmp_path, **(ACCOUNT | {name: value}))
    assert named(result) == [name]
    assert value not in result.stderr


@pytest.mark.parametrize(
    "name",
    ["TILIK_TELEGRAM_SECRET", "TILIK_WHATSAPP_APP_SECRET", "TILIK_WHATSAPP_VERIFY_TOKEN"],
)
@pytest.mark.parametrize("value", ["x", "123456789012345"])
def test_what_a_platform_proves_itself_with_is_no_word_that_can_be_guessed(
    monkeypatch: pytest.MonkeyPatch, tmp_path: object, name: str, value: str
) -> None:
    telegram = {"TILIK_TELEGRAM_TOKEN": "1:a", "TILIK_PUBLIC_URL": "https://tilik.go.id"}
    known = {"TILIK_TELEGRAM_SECRET": "1234567890123456", **telegram, **ACCOUNT}
    result = runs(monkeypatch, tmp_path, **(known | {name: value}))
    assert named(result) == [name]
    assert value not in result.stderr.split()


def test_what_tilik_writes_is_its_owner_s_alone(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    before = os.umask(0o022)
    monkeypatch.setattr(entry, "app", lambda **_: (tmp_path / "ekspor.csv").touch())
    try:
        entry.main()
    finally:
        os.umask(before)
    assert (tmp_path / "ekspor.csv").stat().st_mode & 0o777 == 0o600


def test_a_database_that_strangers_could_read_is_closed_to_them(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setenv("TILIK_HOME", str(tmp_path))
    names = ("tilik.db", "tilik.db-wal", "tilik.db-shm")
    for name in names:
        (tmp_path / name).touch()
        (tmp_path / name).chmod(0o644)
    Settings().make_home()
    assert {(tmp_path / name).stat().st_mode & 0o777 for name in names} == {0o640}


def test_a_door_that_is_taken_is_named_also_where_no_setting_names_it(
    monkeypatch: pytest.MonkeyPatch, tmp_path: object
) -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        where = f"127.0.0.1:{taken.getsockname()[1]}"
        monkeypatch.setattr("bot.config.DOOR", where)
        result = runs(monkeypatch, tmp_path, TILIK_WHATSAPP_API="http://127.0.0.1:1", **ACCOUNT)
    assert result.exit_code == 1
    assert f"Alamat {where} sudah dipakai" in result.stderr


@pytest.mark.parametrize(
    "url",
    [
        "tilik",
        "file:tilik.db",
        "mysql://tilik@127.0.0.1/tilik",
        "postgresql://tilik:san:di@127.0.0.1:port/tilik",
        "postgresql://tilik@127.0.0.1:99999/tilik",
        "postgresql://tilik@[::1/tilik",
        "postgresql://tilik@127.0.0.1/tilik?rahasia=ya",
        "sqlite://",
        "sqlite:///",
        "sqlite:///:memory:",
        "sqlite://127.0.0.1/tilik.db",
    ],
)
def test_a_database_url_that_nobody_can_read_is_named_in_a_sentence(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], tmp_path: Path, url: str
) -> None:
    monkeypatch.setenv("TILIK_HOME", str(tmp_path))
    monkeypatch.setenv("TILIK_DATABASE_URL", url)
    with pytest.raises(SystemExit) as ended:
        chosen_or_exit()
    assert ended.value.code == 1
    told = capsys.readouterr().err
    assert told.startswith("TILIK_DATABASE_URL tidak dapat dipakai")
    assert "san" not in told.replace("SANDI", "").replace("sandi", "")
    assert not list(tmp_path.iterdir())


def test_libpqs_word_for_encryption_is_understood() -> None:
    parsed = normalised("postgres://tilik@127.0.0.1/tilik?sslmode=require")
    assert parsed.drivername == "postgresql+asyncpg"
    assert dict(parsed.query) == {"ssl": "require"}


def test_a_file_of_settings_that_is_no_text_is_named(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / ".env").write_bytes(b"TILIK_ZONE=\xff")
    assert named(runs(monkeypatch, tmp_path)) == ["Berkas"]


ALL_WRONG = {
    "TILIK_DATABASE_URL": "mysql://tilik",
    "TILIK_LISTEN": "8080",
    "TILIK_PUBLIC_URL": "tilik.go.id",
    "TILIK_ZONE": "WIB",
    "TILIK_ALARM_CHAT": "123",
    "TILIK_BACKUP_HOURS": "dua hari",
    "TILIK_SECRET": "pendek",
    "TILIK_TELEGRAM_TOKEN": "bot",
    "TILIK_TELEGRAM_RATE": "cepat",
    "TILIK_WHATSAPP_TOKEN": "EAAG EAAG",
    "TILIK_WHATSAPP_NUMBER": "+62811",
}


def test_all_that_is_wrong_is_told_in_one_answer_each_with_what_to_do(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    """Malformed, too short and missing alike, from the environment and from the file, whose first
    line begins with the mark that Notepad writes, and has a line that nobody can read."""
    monkeypatch.chdir(tmp_path)
    missing = {name for name in ACCOUNT if name != "TILIK_WHATSAPP_TOKEN"}
    first = "TILIK_LISTEN=8080\nTILIK_HOME ada di sini\nTILIK_TELEGRAM_TOKN=1:a\n"
    (tmp_path / ".env").write_text(first, "utf-8-sig")
    given = {name: value for name, value in ALL_WRONG.items() if name != "TILIK_LISTEN"}
    result = runs(monkeypatch, tmp_path, **given)
    told = named(result)
    assert sorted(told) == sorted([".env:2", "TILIK_TELEGRAM_TOKN", *ALL_WRONG, *missing])
    assert "Mungkin maksudnya TILIK_TELEGRAM_TOKEN?" in result.stderr
    assert not any(value in result.stderr for value in ("mysql://tilik", "dua hari", "EAAG"))


def test_every_setting_that_can_be_malformed_has_a_sentence_of_its_own() -> None:
    free = {"home", "secret", "telegram_token", "telegram_secret", "telegram_username"}
    assert set(Settings.model_fields) - free - {"whatsapp_verify_token"} == set(SAYS)


def test_a_blank_setting_is_as_none_and_a_secure_address_is_wanted_by_telegram(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    blank = {"TILIK_BACKUP_HOURS": "", "TILIK_TELEGRAM_API": "", "TILIK_TELEGRAM_RATE": ""}
    given = {"TILIK_TELEGRAM_TOKEN": "1:a", "TILIK_PUBLIC_URL": "http://tilik.go.id"}
    secret = {"TILIK_TELEGRAM_SECRET": "1234567890123456"}
    result = runs(monkeypatch, tmp_path, **blank, **given, **secret)
    assert named(result) == ["TILIK_PUBLIC_URL"]
