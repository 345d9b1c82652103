"""`tilik qr`: what to put up at every counter: its code, its link, its poster."""

from __future__ import annotations

import json
import re
import unicodedata
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

from bot.attachments.links import Reach, checked
from bot.attachments.posters import on_whatsapp, poster_of, ways, words_of
from bot.cli.command import OFFICE_AWAY, answered, read
from bot.cli.terminal import Echo, Say
from bot.imports.reading.tables import UnusableError, shown
from bot.render.paper import UndrawnPaper
from bot.render.poster import pdf, picture
from bot.telegram.username import OFFICIAL, deep_link, username_of
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
    logo: bytes = b"",
) -> int:
    """Print every counter's code and links; with a folder also write its papers, with the logo
    (a picture's bytes). The exit code: 1 with a sentence when one cannot be, or there is nothing.

    Without `username` Telegram is asked whose `token` it is; `number` asks for the one on
    WhatsApp, where Tilik is there. What does not answer is left out, with a sentence on stderr.
    """

    def work() -> tuple[list[Counter], Reach]:
        counters = _counters(url)
        wanted = username or token or number is None
        name = _username(username, token, api, say=say, echo=echo) if wanted else ""
        reach = checked(Reach(name, _number(number, say=say, echo=echo)))
        if folder is not None and reach:
            _write(folder, counters, reach, logo)
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


def _write(folder: Path, counters: Sequence[Counter], reach: Reach, logo: bytes) -> None:
    try:
        folder.mkdir(parents=True, exist_ok=True)
        for counter in counters:
            for end, content in _papers(counter, reach, logo):
                (folder / f"{_name(counter)}-{end}").write_bytes(content)
    except OSError as error:
        reason = error.strerror or type(error).__name__
        raise UnusableError("posters-refused", folder=shown(folder), reason=reason) from None


ENDS = ("a4.pdf", "a4.png", "a6.pdf", "a6.png")
"""What the files of a counter end in: a poster for the wall, and a card for the desk; the PDF of
cards is a sheet of A4 with four of them, to be cut apart."""


def _papers(counter: Counter, reach: Reach, logo: bytes) -> Iterator[tuple[str, bytes]]:
    one, words = poster_of(counter, reach), words_of(reach)
    try:
        for end in ENDS:
            size, _, kind = end.partition(".")
            if kind == "png":
                yield end, picture(one, words, size="a4" if size == "a4" else "a6", logo=logo)
            else:
                yield end, pdf([one], words, size="a4" if size == "a4" else "sheet", logo=logo)
    except UndrawnPaper:
        raise UnusableError("posters-logo-unread") from None


def _name(counter: Counter) -> str:
    """The counter's name in plain letters and its code, which no other counter has."""
    plain = unicodedata.normalize("NFKD", counter.name).encode("ascii", "ignore").decode()
    slug = re.sub(r"[^a-z0-9]+", "-", plain.lower()).strip("-")[:60]
    return f"{slug}-{counter.code}" if slug else counter.code


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
                "whatsapp": on_whatsapp(counter.code, reach) if reach.number else None,
                "posters": [shown(file) for file in _files(folder, counter)] if reach else [],
            }
            for counter in counters
        ],
    }
    return json.dumps(page, ensure_ascii=False, indent=2)


def _files(folder: Path | None, counter: Counter) -> list[Path]:
    return [folder / f"{_name(counter)}-{end}" for end in ENDS] if folder else []


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
        lines += [f"         {link.url}" for link in ways(counter.code, reach)]
    return "\n".join(lines)
