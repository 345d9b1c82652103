"""`--sheet`: joining codes as a PDF to be cut apart, instead of on the terminal."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from contextlib import AbstractContextManager
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from bot.attachments.links import Reach
from bot.attachments.promised import promised as promised_file
from bot.cli.terminal import Echo, Say
from bot.render.poster import Link
from bot.texts import bundle_of
from handlers.words.moments import moment_words
from models.letters import Text
from models.nip import masked

if TYPE_CHECKING:
    from bot.config import Settings
    from bot.render.slips import Slip


def promised(
    file: Path, *, force: bool
) -> AbstractContextManager[Callable[[Iterable[Slip]], None]]:
    """The sheet of these slips as a file, as `promised.promised` keeps it."""
    return promised_file(file, drawn, force=force)


def slip(
    name: str, code: str, *, nip: str, unit: str, zone: str, reach: Reach, until: datetime
) -> Slip:
    """A person's slip, and until when (aware) its code works. `zone` is the unit's.

    It is for the staff of an Indonesian office: its words are Indonesian, whatever the terminal's.
    """
    from bot.render.slips import Slip

    texts = bundle_of("id", ["office"])
    return Slip(
        name=name,
        unit=unit,
        beside=masked(nip),
        what=texts.plain("id", Text("slip-what")),
        code=code,
        how=[texts.plain("id", how) for how in _how(code, reach)],
        until=texts.plain("id", Text("slip-until", moment_words(until, zone))),
        ways=_ways(code, reach),
    )


def reach_of(chosen: Settings, *, asking: bool, say: Say, echo: Echo) -> Reach:
    """Where Tilik is met; when `asking`, each platform is asked for what the settings do not say.

    What does not answer is left out, with a sentence on stderr; where none of those that are set
    does, that is the end, before a code is made: a slip would not say where Tilik is. Not inside a
    running loop.
    """
    from bot.telegram.username import username_of
    from bot.whatsapp.number import number_of

    username, number = chosen.telegram_username, chosen.whatsapp_number
    if not asking:
        return Reach(username, number)
    token = chosen.telegram_token.get_secret_value()
    if token and not username:
        username = username_of(token, api=chosen.telegram_api) or ""
        if not username:
            echo(say("posters-telegram-away"), err=True)
    if not number and chosen.has_whatsapp:
        number = number_of(chosen) or ""
        if not number:
            echo(say("posters-whatsapp-away"), err=True)
    if not (username or number or token):
        echo(say("posters-no-username"), err=True)
    if not (username or number) and (token or chosen.has_whatsapp):
        echo(say("codes-sheet-no-link"), err=True)
        raise SystemExit(1)
    return Reach(username, number)


def _ways(code: str, reach: Reach) -> list[Link]:
    """The channels, WhatsApp first."""
    both = (
        ("WhatsApp", reach.on_whatsapp(code), f"+{reach.number}"),
        ("Telegram", reach.on_telegram(code), f"@{reach.username}"),
    )
    return [Link(name, url, by_hand) for name, url, by_hand in both if url]


def _how(code: str, reach: Reach) -> Iterator[Text]:
    """How to join on each of them, in the same order; without any, by what is typed."""
    if reach.number:
        yield Text("slip-how-whatsapp", {"code": code, "number": reach.number})
    if reach.username:
        yield Text("slip-how-telegram", {"code": code, "username": reach.username})
    if not reach:
        yield Text("slip-do-typed", {"code": code})


def drawn(slips: Iterable[Slip]) -> bytes:
    """The sheets of these slips."""
    from bot.render.slips import pdf

    return pdf(slips, title=bundle_of("id", ["office"]).plain("id", Text("slip-title")))
