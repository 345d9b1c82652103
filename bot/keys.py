"""The secret from which all keys are drawn: a setting, or a file that is made once and never again.

The file lies beside the database and not in it: whoever has only a copy of the database has no key.
"""

from __future__ import annotations

import secrets  # noqa: TID251  (no seed may ever make an office's secret)
from pathlib import Path

from bot.config import Settings, SettingsWrong, settings
from models.keys import SHORTEST, Keys


def chosen_keys() -> Keys:
    """The keys by the settings of this machine. Raises `SettingsWrong`, as `keys` does."""
    return keys(settings())


def keys(settings: Settings) -> Keys:
    """The keys; makes the file, its owner's alone to read, where there is neither it nor a setting.

    Raises `SettingsWrong` for a secret that is too short and for a file that cannot be used.
    """
    given = settings.secret.get_secret_value()
    if given:
        return Keys(_checked(given, "TILIK_SECRET", "setting-short-secret"))
    settings.make_home()
    try:
        settings.home.mkdir(0o700, parents=True, exist_ok=True)
        if not file_of(settings).exists():
            _made(settings)
        kept = file_of(settings).read_text("ascii").strip()
    except (OSError, UnicodeDecodeError):
        raise SettingsWrong([("TILIK_HOME", "setting-no-secret-file")]) from None
    return Keys(_checked(kept, "TILIK_HOME", "setting-no-secret-file"))


def known(settings: Settings) -> Keys | None:
    """The keys where there is a secret already; whoever only looks makes none."""
    given = settings.secret.get_secret_value()
    return keys(settings) if given or file_of(settings).exists() else None


def file_of(settings: Settings) -> Path:
    """Where the secret is, if no setting gives it."""
    return settings.home.absolute() / "secret.key"


def _made(settings: Settings) -> None:
    """Two processes may start at once: whoever comes second reads what the first has written."""
    fresh = file_of(settings).with_suffix(f".{secrets.token_hex(4)}")
    fresh.touch(mode=0o600)
    fresh.write_text(secrets.token_hex(32) + "\n", "ascii")
    try:
        file_of(settings).hardlink_to(fresh)
    except FileExistsError:
        pass
    finally:
        fresh.unlink()


def _checked(secret: str, name: str, text: str) -> bytes:
    if len(secret) < SHORTEST:
        raise SettingsWrong([(name, text)])
    return secret.encode()
