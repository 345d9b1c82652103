"""`--sheet`: joining codes as a PDF to be cut apart, instead of on the terminal."""

from __future__ import annotations

import errno
import os
import tempfile
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from bot.attachments.links import Reach
from bot.cli.terminal import Echo, Say
from bot.imports.reading.tables import UnusableError, shown
from bot.render.poster import Link
from bot.texts import bundle_of
from handlers.words.moments import moment_words
from models.letters import Text
from models.nip import masked

if TYPE_CHECKING:
    from bot.config import Settings
    from bot.render.slips import Slip


@contextmanager
def promised(file: Path, *, force: bool) -> Iterator[Callable[[Iterable[Slip]], None]]:
    """A file that can be written: what is yielded draws the slips, and the end puts it in place.

    Only its owner may read it. If the block fails, or draws nothing, no file is left, and one that
    was there stays as it was. Raises UnusableError, before the block if it can be known by then.
    """
    _check(file, force=force)
    try:
        number, name = tempfile.mkstemp(dir=file.parent, prefix=".tilik-", suffix=".pdf")
    except OSError as error:
        raise _refused(file, error) from None
    os.close(number)
    draft = Path(name)
    try:
        yield lambda slips: _draw(draft, slips, file=file)
    except BaseException:
        draft.unlink()
        raise
    if not draft.stat().st_size:
        draft.unlink()
        return
    try:
        draft.replace(file)
    except OSError as error:
        raise UnusableError(
            "codes-sheet-left", file=shown(file), reason=_why(error), left=shown(draft)
        ) from None


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
        nip=masked(nip),
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


def _check(file: Path, *, force: bool) -> None:
    if file.suffix.lower() != ".pdf":
        raise UnusableError("codes-sheet-kind", file=shown(file))
    if file.is_dir():
        raise _refused(file, OSError(errno.EISDIR, os.strerror(errno.EISDIR)))
    if not force and os.path.lexists(file):
        raise UnusableError("codes-sheet-exists", file=shown(file))


def _draw(draft: Path, slips: Iterable[Slip], *, file: Path) -> None:
    try:
        draft.write_bytes(drawn(slips))
    except OSError as error:
        raise _refused(file, error) from None


def drawn(slips: Iterable[Slip]) -> bytes:
    """The sheets of these slips."""
    from bot.render.slips import pdf

    return pdf(slips, title=bundle_of("id", ["office"]).plain("id", Text("slip-title")))


def _refused(file: Path, error: OSError) -> UnusableError:
    return UnusableError("sheet-template-refused", file=shown(file), reason=_why(error))


def _why(error: OSError) -> str:
    return error.strerror or type(error).__name__
