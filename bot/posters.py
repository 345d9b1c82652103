"""`tilik qr`: what to put up at every counter: its code, its link, its poster."""

from __future__ import annotations

import json
import re
import unicodedata
import urllib.request
from collections.abc import Sequence
from http.client import HTTPException
from pathlib import Path

from bot.imports.intake import read
from bot.render.poster import MOST_SERVICES, poster
from bot.render.qr import USERNAME, deep_link
from bot.skm import Echo, Say
from bot.tables import UnusableError, shown
from bot.texts import bundle_of
from models.letters import Text
from models.services import Counter
from models.store.database import StoreAway
from models.store.services import all_counters

OFFICIAL = "https://api.telegram.org"
PATIENCE = 5.0
"""Seconds for Telegram to say the bot's name."""


def posters(
    *,
    url: str,
    username: str | None,
    as_json: bool,
    folder: Path | None,
    say: Say,
    echo: Echo,
    token: str = "",
    api: str = OFFICIAL,
) -> int:
    """Print every counter's code and link; with a folder also write its poster, an SVG.

    Without `username` Telegram is asked whose `token` it is; where that fails, links and posters
    are left out and a sentence on stderr says so. The exit code: 1 with a sentence when there is
    nothing to print, or a poster that was asked for could not be written.
    """
    try:
        counters = _counters(url)
        name = _username(username, token, api, say=say, echo=echo)
        if folder is not None and name is not None:
            _write(folder, counters, name)
    except UnusableError as reason:
        echo(say(reason.text, **reason.facts), err=True)
        return 1
    except StoreAway:
        echo(say("office-database-away"), err=True)
        return 1
    echo(_as_object(counters, name, folder) if as_json else _as_page(counters, name, say))
    if folder is None:
        return 0
    if name is None:
        echo(say("posters-not-written"), err=True)
        return 1
    if not as_json:
        echo(say("posters-written", count=len(counters), folder=shown(folder)))
    return 0


def username_of(token: str, *, api: str = OFFICIAL, patience: float = PATIENCE) -> str | None:
    """The bot's username, asked from Telegram; None where it does not say."""
    where = f"{api.rstrip('/')}/bot{token}/getMe"
    if not where.startswith(("http://", "https://")):
        return None
    try:
        with urllib.request.urlopen(where, timeout=patience) as answer:  # noqa: S310
            name = json.loads(answer.read())["result"]["username"]
    except (OSError, HTTPException, ValueError, LookupError, TypeError):
        return None
    return name if isinstance(name, str) and USERNAME.fullmatch(name) else None


def _counters(url: str) -> list[Counter]:
    counters = read(url, all_counters)
    if not counters:
        raise UnusableError("posters-none")
    return counters


def _username(given: str | None, token: str, api: str, *, say: Say, echo: Echo) -> str | None:
    if given:
        name = given.strip().removeprefix("@")
        if USERNAME.fullmatch(name) is None:
            raise UnusableError("posters-username-wrong", value=given)
        return name
    found = username_of(token, api=api) if token else None
    if found is None:
        echo(say("posters-telegram-away" if token else "posters-no-username"), err=True)
    return found


def _write(folder: Path, counters: Sequence[Counter], username: str) -> None:
    try:
        folder.mkdir(parents=True, exist_ok=True)
        for counter in counters:
            sheet = _poster(counter, username)
            (folder / _file_name(counter)).write_text(sheet, encoding="utf-8")
    except OSError as error:
        reason = error.strerror or type(error).__name__
        raise UnusableError("posters-refused", folder=shown(folder), reason=reason) from None


def _poster(counter: Counter, username: str) -> str:
    """A poster hangs where citizens are: its words are Indonesian, whatever the terminal's."""
    texts = bundle_of("id", ["office"])
    facts: dict[str, dict[str, str | int]] = {
        "more": {"count": len(counter.services) - MOST_SERVICES + 1},
        "code": {"username": username},
    }
    words = {
        name: texts.plain("id", Text(f"poster-{name}", facts.get(name, {})))
        for name in ("scan", "services", "more", "code", "private")
    }
    return poster(
        counter.unit.name,
        counter.name,
        [service.name for service in counter.services],
        code=counter.code,
        link=deep_link(username, counter.code),
        words=words,
    )


def _file_name(counter: Counter) -> str:
    """The counter's name in plain letters and its code, which no other counter has."""
    plain = unicodedata.normalize("NFKD", counter.name).encode("ascii", "ignore").decode()
    slug = re.sub(r"[^a-z0-9]+", "-", plain.lower()).strip("-")[:60]
    return f"{slug}-{counter.code}.svg" if slug else f"{counter.code}.svg"


def _as_object(counters: Sequence[Counter], username: str | None, folder: Path | None) -> str:
    page = {
        "username": username,
        "counters": [
            {
                "unit": counter.unit.name,
                "counter": counter.name,
                "services": [service.name for service in counter.services],
                "code": counter.code,
                "link": deep_link(username, counter.code) if username else None,
                "poster": shown(folder / _file_name(counter)) if folder and username else None,
            }
            for counter in counters
        ],
    }
    return json.dumps(page, ensure_ascii=False, indent=2)


def _as_page(counters: Sequence[Counter], username: str | None, say: Say) -> str:
    """Counter by counter, under its unit."""
    lines: list[str] = []
    unit = None
    for counter in counters:
        if counter.unit.id != unit:
            unit = counter.unit.id
            lines += ["", counter.unit.name] if lines else [counter.unit.name]
        lines.append(f"  {counter.code}  {counter.name}")
        lines.append("         " + ", ".join(service.name for service in counter.services))
        if username:
            lines.append(f"         {deep_link(username, counter.code)}")
    return "\n".join(lines)
