"""The settings, read once from the environment (and `.env`, if there is one)."""

from __future__ import annotations

import os
import sys
from collections.abc import Collection, Iterator
from contextlib import suppress
from difflib import get_close_matches
from pathlib import Path
from typing import Annotated, Any, TypeAlias
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from dotenv.parser import Binding, parse_stream
from pydantic import AfterValidator, BeforeValidator, Field, SecretStr, ValidationError
from pydantic_settings import BaseSettings, SettingsConfigDict

from bot.cli.terminal import said
from models.keys import SHORTEST
from models.letters import Text
from models.store.engine.database import HIGHEST_PORT, normalised

Wrong: TypeAlias = tuple[str, str]
"""What is wrong with a setting: its name, and the text id of the reason with what to do."""


class SettingsWrong(Exception):
    """Settings that are missing or cannot be used, all at once."""

    def __init__(self, wrong: list[Wrong]) -> None:
        super().__init__(", ".join(name for name, _ in wrong))
        self.wrong = wrong


def _no_slash(url: str) -> str:
    return url.rstrip("/")


def _fits_a_header(secret: SecretStr) -> SecretStr:
    """Plain characters without a space, as Meta writes its keys; ValueError for any other."""
    key = secret.get_secret_value()
    if not (key.isascii() and key.isprintable() and " " not in key):
        raise ValueError("characters that no key has")
    return secret


def _is_port(listen: str) -> str:
    if int(listen.rpartition(":")[2] or 0) > HIGHEST_PORT:
        raise ValueError("no port")
    return listen


def _is_zone(name: str) -> str:
    try:
        ZoneInfo(name)
    except (ZoneInfoNotFoundError, OSError):
        raise ValueError("no zone") from None
    return name


def _names_a_database(url: str) -> str:
    if url:
        normalised(url)
    return url


def _is_picture(file: Path | None) -> Path | None:
    """A file that begins as pictures do, and is not too large; ValueError for any other."""
    if file is None:
        return None
    try:
        content = file.read_bytes() if file.stat().st_size <= LARGEST_LOGO else b""
    except OSError:
        raise ValueError("no file") from None
    if not content.lstrip(b"\xef\xbb\xbf \r\n\t").startswith(PICTURES):
        raise ValueError("no picture")
    return file


LARGEST_LOGO = 1_000_000
"""Bytes."""
PICTURES = (b"\x89PNG", b"\xff\xd8\xff", b"<svg", b"<?xml")
ALARM_CHAT = r"^(telegram:-?\d{1,20}|whatsapp:\S{1,130})?$"
"""The chat to which Tilik tells how it is: the channel, and by what it knows the chat."""
SHORTEST_OF_CHANNEL = 16
"""Letters of what a platform proves itself with: fewer can be guessed by trying at the door."""
OF_WHATSAPP = ("TILIK_WHATSAPP_APP_SECRET", "TILIK_WHATSAPP_VERIFY_TOKEN")
"""With what WhatsApp proves itself, or the office before it."""
DOOR = "127.0.0.1:8080"
"""Where platforms call, if no setting says otherwise."""
Key = Annotated[SecretStr, AfterValidator(_fits_a_header)]
Url = Annotated[str, BeforeValidator(_no_slash), Field(pattern=r"^(https?://\S+)?$")]


SAYS = {
    "database_url": "database",
    "zone": "zone",
    "listen": "listen",
    "alarm_chat": "chat",
    "backup_hours": "hours",
    "logo": "logo",
    **dict.fromkeys(("public_url", "telegram_api", "whatsapp_api"), "url"),
    **dict.fromkeys(("telegram_rate", "whatsapp_rate"), "rate"),
    **dict.fromkeys(("whatsapp_phone_id", "whatsapp_business_id", "whatsapp_number"), "digits"),
    **dict.fromkeys(("whatsapp_token", "whatsapp_app_secret"), "key"),
}
"""Which sentence says of a setting that cannot be used what it must be like."""
TELEGRAM_API = "https://api.telegram.org"
FILE = ".env"
OF_OTHERS = ("TILIK_TEST_", "TILIK_KILLS_")
"""Names in the environment that begin like ours and are no settings."""


class Settings(BaseSettings):
    """Every setting is TILIK_ and its name. A secret is never printed."""

    model_config = SettingsConfigDict(
        env_prefix="TILIK_",
        env_file=FILE,
        env_file_encoding="utf-8-sig",  # Notepad of Windows puts a mark before the first name
        env_ignore_empty=True,
        extra="ignore",
        frozen=True,
    )

    database_url: Annotated[str, AfterValidator(_names_a_database)] = ""
    home: Path = Path("var")
    listen: Annotated[str, Field(pattern=r"^([^:\s]*:\d{1,5})?$"), AfterValidator(_is_port)] = ""
    public_url: Url = ""
    zone: Annotated[str, AfterValidator(_is_zone)] = "Asia/Jakarta"
    alarm_chat: Annotated[str, Field(pattern=ALARM_CHAT)] = ""
    backup_hours: Annotated[int, Field(ge=1, le=8784)] = 48
    logo: Annotated[Path | None, AfterValidator(_is_picture)] = None
    secret: SecretStr = SecretStr("")
    telegram_token: SecretStr = SecretStr("")
    telegram_api: Url = TELEGRAM_API
    telegram_secret: SecretStr = SecretStr("")
    telegram_username: str = ""
    telegram_rate: Annotated[float, Field(ge=0)] = 30
    whatsapp_token: Key = SecretStr("")
    whatsapp_phone_id: Annotated[str, Field(pattern=r"^\d*$")] = ""
    whatsapp_business_id: Annotated[str, Field(pattern=r"^\d*$")] = ""
    whatsapp_app_secret: Key = SecretStr("")
    whatsapp_verify_token: SecretStr = SecretStr("")
    whatsapp_api: Url = "https://graph.facebook.com"
    whatsapp_number: Annotated[str, Field(pattern=r"^\d*$")] = ""
    whatsapp_rate: Annotated[float, Field(ge=0)] = 80

    @property
    def has_telegram(self) -> bool:
        """Whether Tilik is to be met on Telegram."""
        return bool(self.telegram_token.get_secret_value())

    @property
    def has_whatsapp(self) -> bool:
        """Whether Tilik is to be met on WhatsApp: any of its settings says so."""
        return any(self.whatsapp.values())

    @property
    def whatsapp(self) -> dict[str, str]:
        """What WhatsApp needs, by the name of each setting; all or none of it is given."""
        return {
            "TILIK_WHATSAPP_TOKEN": self.whatsapp_token.get_secret_value(),
            "TILIK_WHATSAPP_PHONE_ID": self.whatsapp_phone_id,
            "TILIK_WHATSAPP_BUSINESS_ID": self.whatsapp_business_id,
            "TILIK_WHATSAPP_APP_SECRET": self.whatsapp_app_secret.get_secret_value(),
            "TILIK_WHATSAPP_VERIFY_TOKEN": self.whatsapp_verify_token.get_secret_value(),
        }

    @property
    def database(self) -> str:
        """Where Tilik remembers: the URL given, or a SQLite file at home."""
        return self.database_url or f"sqlite:///{self.home.absolute() / 'tilik.db'}"

    @property
    def file(self) -> Path | None:
        """The SQLite file; None where another engine remembers."""
        engine, _, path = self.database.partition(":///")
        return Path(path) if engine.startswith("sqlite") else None

    @property
    def is_there(self) -> bool:
        """Whether there is a database to look at: looking must not make an empty file."""
        return self.file is None or self.file.exists()

    def make_home(self, *, to_keep: bool = False) -> None:
        """Home and the folder of the SQLite file, if new their owner's alone, and the file, which
        is no stranger's; raises `SettingsWrong` where there can be no such file. `to_keep`: also
        where nothing can be kept at home, without which a database is taken for a restored one."""
        with suppress(OSError):  # beside another database it holds what Tilik knows of that
            self.home.mkdir(0o700, parents=True, exist_ok=True)
        if to_keep and not os.access(self.home, os.W_OK | os.X_OK):
            raise SettingsWrong([("TILIK_HOME", "setting-home-shut")])
        if self.file is None:
            return
        try:
            self.file.absolute().parent.mkdir(0o700, parents=True, exist_ok=True)
        except OSError:
            name = "TILIK_DATABASE_URL" if self.database_url else "TILIK_HOME"
            raise SettingsWrong([(name, "setting-no-folder")]) from None
        for file in (self.file, *(Path(f"{self.file}-{end}") for end in ("wal", "shm"))):
            with suppress(OSError):
                file.chmod(file.stat().st_mode & 0o770)

    @property
    def address(self) -> tuple[str, int] | None:
        """Host and port to listen on; None where nothing need be listened to (polling)."""
        called = self.public_url or self.has_whatsapp
        listen = self.listen or (DOOR if called else "")
        host, _, port = listen.rpartition(":")
        return (host or "127.0.0.1", int(port)) if listen else None


def settings() -> Settings:
    """The settings; raises `SettingsWrong` for values that cannot be used."""
    return _unless(*_given())


def settings_for_run() -> Settings:
    """The settings, their home made ready, if Tilik can run with them; raises `SettingsWrong` with
    all that is malformed, missing or not to be had."""
    return _at_home(*_for_run(), to_keep=True)


def every_wrong() -> SettingsWrong:
    """All that is malformed or missing where Tilik is to run; nothing is made."""
    return SettingsWrong(_for_run()[1])


def chosen_or_exit() -> Settings:
    """The settings for a command, its home made ready; exit 1 with a sentence where wrong."""
    try:
        return _at_home(*_given())
    except SettingsWrong as wrong:
        complain(wrong)
        raise SystemExit(1) from None


def complain(wrong: SettingsWrong) -> None:
    """A sentence for every setting that is missing or wrong, all at once."""
    for name, text in wrong.wrong:
        print(said(text, name=name), file=sys.stderr)


def strangers() -> list[Text]:
    """A sentence for each name that begins like a setting's and is none, with what may be meant."""
    known = [f"TILIK_{name.upper()}" for name in Settings.model_fields]
    given = {name.upper() for name in (*os.environ, *_in_file())}
    ours = {name for name in given if name.startswith("TILIK_")} - set(known)
    idle = sorted(name for name in ours if not name.startswith(OF_OTHERS))
    return [_stranger(name, get_close_matches(name, known, 1)) for name in idle]


def _stranger(name: str, meant: list[str]) -> Text:
    if meant:
        return Text("setting-stranger-near", {"name": name, "meant": meant[0]})
    return Text("setting-stranger", {"name": name})


def _for_run() -> tuple[Settings, list[Wrong]]:
    chosen, wrong = _given()
    return chosen, wrong + wrong_for_run(chosen, but={name for name, _ in wrong})


def _unless(chosen: Settings, wrong: list[Wrong]) -> Settings:
    if wrong:
        raise SettingsWrong(wrong)
    return chosen


def _at_home(chosen: Settings, wrong: list[Wrong], *, to_keep: bool = False) -> Settings:
    if all(name != "TILIK_DATABASE_URL" for name, _ in wrong):
        try:
            chosen.make_home(to_keep=to_keep)
        except SettingsWrong as none:
            wrong = [*wrong, *none.wrong]
    return _unless(chosen, wrong)


def _given() -> tuple[Settings, list[Wrong]]:
    """What is given, and what of it cannot be used: that stands there as if nothing were given,
    but for what tells that the office means to be on WhatsApp."""
    try:
        wrong = [(f"{FILE}:{line}", "setting-unread-line") for line in _unread_lines()]
        return Settings(), wrong
    except ValidationError as malformed:
        bad = {str(error["loc"][0]): error["input"] for error in malformed.errors()}
        wrong += [(f"TILIK_{n.upper()}", f"setting-malformed-{SAYS[n]}") for n in bad]
        usual = {name: Settings.model_fields[name].default for name in bad}
        meant = {n: _as_given(n, v) for n, v in bad.items() if n.startswith("whatsapp_")}
        return Settings(**usual).model_copy(update=meant), wrong
    except (OSError, UnicodeDecodeError):
        raise SettingsWrong([(FILE, "setting-unread-file")]) from None


def _as_given(name: str, value: Any) -> Any:
    return SecretStr(value) if isinstance(Settings.model_fields[name].default, SecretStr) else value


def _in_file() -> list[str]:
    """The names in the file of settings, as far as it can be read."""
    with suppress(OSError, UnicodeDecodeError):
        return [binding.key for binding in _bindings() if binding.key]
    return []


def _unread_lines() -> list[int]:
    return [binding.original.line for binding in _bindings() if binding.error]


def _bindings() -> list[Binding]:
    """The lines of the file of settings; none where there is no such file."""
    if not Path(FILE).exists():
        return []
    with Path(FILE).open(encoding="utf-8-sig") as file:
        return list(parse_stream(file))


def wrong_for_run(settings: Settings, *, but: Collection[str] = ()) -> list[Wrong]:
    """What is missing or wrong where Tilik is to run, without what is told of these already."""
    wrong = [*_wrong_of_telegram(settings), *_wrong_of_whatsapp(settings)]
    wrong += _wrong_of_alarms(settings)
    if 0 < len(settings.secret.get_secret_value()) < SHORTEST:
        wrong.append(("TILIK_SECRET", "setting-short-secret"))
    return [one for one in wrong if one[0] not in but]


def _wrong_of_telegram(settings: Settings) -> Iterator[tuple[str, str]]:
    token = settings.telegram_token.get_secret_value()
    secret = settings.telegram_secret.get_secret_value()
    if not token and not settings.has_whatsapp:
        yield "TILIK_TELEGRAM_TOKEN", "setting-missing-token"
    elif token and not _is_token(token):
        yield "TILIK_TELEGRAM_TOKEN", "setting-malformed-token"
    if token and settings.telegram_api == TELEGRAM_API and settings.public_url.startswith("http:"):
        yield "TILIK_PUBLIC_URL", "setting-not-https"
    if token and settings.public_url and not secret:
        yield "TILIK_TELEGRAM_SECRET", "setting-missing-secret"
    elif secret and not _is_secret(secret):
        yield "TILIK_TELEGRAM_SECRET", "setting-malformed-secret"
    elif 0 < len(secret) < SHORTEST_OF_CHANNEL:
        yield "TILIK_TELEGRAM_SECRET", "setting-short-word"


def _wrong_of_whatsapp(settings: Settings) -> Iterator[tuple[str, str]]:
    """Without the app's secret anybody could speak as anybody: there is no way to run so."""
    if settings.has_whatsapp:
        for name, given in settings.whatsapp.items():
            if not given:
                alone = "secret" if name == "TILIK_WHATSAPP_APP_SECRET" else "setting"
                yield name, f"setting-missing-whatsapp-{alone}"
            elif name in OF_WHATSAPP and len(given) < SHORTEST_OF_CHANNEL:
                yield name, "setting-short-word"


def _wrong_of_alarms(settings: Settings) -> Iterator[tuple[str, str]]:
    there = {"telegram": settings.has_telegram, "whatsapp": settings.has_whatsapp}
    channel = settings.alarm_chat.partition(":")[0]
    if channel and not there[channel]:
        yield "TILIK_ALARM_CHAT", "setting-alarm-chat"


def _is_token(token: str) -> bool:
    number, _, rest = token.partition(":")
    plain = rest.replace("_", "").replace("-", "")
    return token.isascii() and number.isdecimal() and plain.isalnum()


def _is_secret(secret: str) -> bool:
    """What Telegram takes as a webhook secret: 1 to 256 of A-Z, a-z, 0-9, _ and -."""
    plain = secret.replace("_", "").replace("-", "")
    return len(secret) <= 256 and secret.isascii() and (plain.isalnum() or not plain)
