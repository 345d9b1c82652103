"""`tilik qr`: what to put up at every counter: its code, its link, its poster."""

from __future__ import annotations

import json
import re
import unicodedata
from collections.abc import Callable, Sequence
from pathlib import Path

from bot.attachments.links import Reach, checked
from bot.cli.command import OFFICE_AWAY, answered, read
from bot.cli.terminal import Echo, Say
from bot.imports.reading.tables import UnusableError, shown
from bot.render.poster import MOST_SERVICES, Link, poster
from bot.telegram.username import OFFICIAL, deep_link, username_of
from bot.texts import bundle_of
from bot.whatsapp.number import whatsapp_link
from models.letters import Text
from models.services import Counter
from models.store.office.services import all_counters


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
    number: Callable[[], str | None] | None = None,
) -> int:
    """Print every counter's code and links; with a folder also write its poster, an SVG.

    Without `username` Telegram is asked whose `token` it is; `number` asks for the one on
    WhatsApp, where Tilik is there. What does not answer is left out, with a sentence on stderr.
    The exit code: 1 with a sentence when there is nothing to print or a poster cannot be written.
    """

    def work() -> tuple[list[Counter], Reach]:
        counters = _counters(url)
        wanted = username or token or number is None
        name = _username(username, token, api, say=say, echo=echo) if wanted else ""
        reach = checked(Reach(name, _number(number, say=say, echo=echo)))
        if folder is not None and reach:
            _write(folder, counters, reach)
        return counters, reach

    def show(found: tuple[list[Counter], Reach]) -> int:
        counters, reach = found
        echo(_as_object(counters, reach, folder) if as_json else _as_page(counters, reach))
        if folder is not None and not reach:
            echo(say("posters-not-written"), err=True)
            return 1
        if folder is not None and not as_json:
            echo(say("posters-written", count=len(counters), folder=shown(folder)))
        return 0

    return answered(work, show, say=say, echo=echo, away=OFFICE_AWAY)


def _counters(url: str) -> list[Counter]:
    counters = read(url, all_counters)
    if not counters:
        raise UnusableError("posters-none")
    return counters


def _username(given: str | None, token: str, api: str, *, say: Say, echo: Echo) -> str:
    if given:
        return given
    found = username_of(token, api=api) if token else None
    if found is None:
        echo(say("posters-telegram-away" if token else "posters-no-username"), err=True)
    return found or ""


def _number(ask: Callable[[], str | None] | None, *, say: Say, echo: Echo) -> str:
    if ask is None:
        return ""
    found = ask()
    if found is None:
        echo(say("posters-whatsapp-away"), err=True)
    return found or ""


def _write(folder: Path, counters: Sequence[Counter], reach: Reach) -> None:
    try:
        folder.mkdir(parents=True, exist_ok=True)
        for counter in counters:
            sheet = _poster(counter, reach)
            (folder / _file_name(counter)).write_text(sheet, encoding="utf-8")
    except OSError as error:
        reason = error.strerror or type(error).__name__
        raise UnusableError("posters-refused", folder=shown(folder), reason=reason) from None


def _poster(counter: Counter, reach: Reach) -> str:
    """A poster hangs where citizens are: its words are Indonesian, whatever the terminal's."""
    texts = bundle_of("id", ["office"])
    more = {"count": len(counter.services) - MOST_SERVICES + 1}
    words = {
        name: texts.plain("id", Text(f"poster-{name}", more if name == "more" else {}))
        for name in ("scan", "services", "more", "private")
    }
    if reach.number:
        words["private"] = texts.plain("id", Text("poster-private-sent"))
    return poster(
        counter.unit.name,
        counter.name,
        [service.name for service in counter.services],
        code=counter.code,
        links=_ways(counter.code, reach),
        words=words,
    )


def _ways(code: str, reach: Reach) -> list[Link]:
    """The channels of a poster, WhatsApp first: that is where citizens are."""
    texts, ways = bundle_of("id", ["office"]), []
    if reach.number:
        words = texts.plain("id", Text("poster-code-whatsapp", {"number": reach.number}))
        ways.append(Link("WhatsApp", _whatsapp(code, reach), words))
    if reach.username:
        words = texts.plain("id", Text("poster-code", {"username": reach.username}))
        ways.append(Link("Telegram", deep_link(reach.username, code), words))
    return ways


def _whatsapp(code: str, reach: Reach) -> str:
    """The link with the words that rate at the counter; to press send is all a citizen does."""
    words = bundle_of("id", ["office"]).plain("id", Text("poster-send", {"code": code}))
    return whatsapp_link(reach.number, words)


def _file_name(counter: Counter) -> str:
    """The counter's name in plain letters and its code, which no other counter has."""
    plain = unicodedata.normalize("NFKD", counter.name).encode("ascii", "ignore").decode()
    slug = re.sub(r"[^a-z0-9]+", "-", plain.lower()).strip("-")[:60]
    return f"{slug}-{counter.code}.svg" if slug else f"{counter.code}.svg"


def _as_object(counters: Sequence[Counter], reach: Reach, folder: Path | None) -> str:
    username = reach.username
    page = {
        "username": username or None,
        "number": reach.number or None,
        "counters": [
            {
                "unit": counter.unit.name,
                "counter": counter.name,
                "services": [service.name for service in counter.services],
                "code": counter.code,
                "link": deep_link(username, counter.code) if username else None,
                "whatsapp": _whatsapp(counter.code, reach) if reach.number else None,
                "poster": shown(folder / _file_name(counter)) if folder and reach else None,
            }
            for counter in counters
        ],
    }
    return json.dumps(page, ensure_ascii=False, indent=2)


def _as_page(counters: Sequence[Counter], reach: Reach) -> str:
    """Counter by counter, under its unit."""
    lines: list[str] = []
    unit = None
    for counter in counters:
        if counter.unit.id != unit:
            unit = counter.unit.id
            lines += ["", counter.unit.name] if lines else [counter.unit.name]
        lines.append(f"  {counter.code}  {counter.name}")
        lines.append("         " + ", ".join(service.name for service in counter.services))
        lines += [f"         {link.url}" for link in _ways(counter.code, reach)]
    return "\n".join(lines)
