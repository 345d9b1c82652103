"""`tilik code NIP`: a fresh joining code for one person, as for a phone that was lost."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from contextlib import nullcontext
from dataclasses import dataclass
from datetime import datetime
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

import typer

from bot.attachments.joining_sheet import promised, reach_of, slip
from bot.attachments.links import Reach, checked
from bot.cli.command import answered, changed
from bot.cli.terminal import Echo, Say, speaker
from bot.config import chosen_or_exit
from bot.imports.reading.cells import chosen_zone
from bot.imports.reading.tables import UnusableError, shown
from handlers.new_chats import code_made
from handlers.words.moments import moment_words
from models.calendar import local
from models.nip import masked, parse
from models.store import Store
from models.store.chat import new_chats
from models.store.oversight.looks import note_operator
from models.store.people import people, posts
from models.store.rules.zones import zones_of

if TYPE_CHECKING:
    from bot.render.slips import Slip


@dataclass(frozen=True)
class FreshCode:
    """A fresh code, of whom, and until when (UTC); the unit and its zone are of today's post, or
    of none."""

    name: str
    code: str
    until: datetime
    unit: str
    zone: str


def made_for(nip: str, *, codes_on: Path | None, force: bool, now: datetime) -> int:
    """The command at a terminal, by the settings of this machine; the exit code."""
    chosen, say = chosen_or_exit(), speaker()
    reach = reach_of(chosen, asking=codes_on is not None, say=say, echo=typer.echo)
    return code(
        nip,
        url=chosen.database,
        username=reach.username or None,
        number=reach.number,
        zone=chosen.zone,
        codes_on=codes_on,
        force=force,
        say=say,
        echo=typer.echo,
        now=now,
    )


def code(
    nip: str,
    *,
    url: str,
    username: str | None,
    number: str = "",
    zone: str = "WIB",
    codes_on: Path | None = None,
    force: bool = False,
    say: Say,
    echo: Echo,
    now: datetime,
) -> int:
    """Print the code and its links; the exit code, 1 with a sentence (nobody, or left service).

    Codes given before stop working. It may be used by somebody who has joined already: on another
    channel they then have both, on the same one the new chat takes over, once they have said so in
    the older chat, to which the code is told. With `codes_on` a PDF has
    the code (its end in `zone` for who never had a unit), or, where it cannot be written, none is.
    """

    def work() -> tuple[FreshCode, Reach]:
        reach = checked(Reach(username or "", number))
        digits = parse(nip).digits
        with promised(codes_on, force=force) if codes_on else nullcontext() as draw:
            job = partial(_made_on, digits, chosen_zone(zone), reach=reach, draw=draw, now=now)
            return changed(url, job), reach

    def show(found: tuple[FreshCode, Reach]) -> None:
        for words in _told(*found, codes_on, say):
            echo(words)

    return answered(work, show, say=say, echo=echo)


def _told(made: FreshCode, reach: Reach, codes_on: Path | None, say: Say) -> list[str]:
    end = moment_words(made.until, made.zone)
    if codes_on:
        return [say("code-on-sheet", name=made.name, file=shown(codes_on), **end)]
    told = say("code-made", name=made.name, code=made.code, **end)
    return [told, *reach.joining(made.code)]


def _made_on(
    nip: str,
    zone: str,
    store: Store,
    *,
    reach: Reach,
    draw: Callable[[Iterable[Slip]], None] | None,
    now: datetime,
) -> FreshCode:
    """The code is drawn before the commit: without its sheet there is none."""
    made = _made(store, nip, zone, now)
    if draw:
        facts = {"nip": nip, "unit": made.unit, "zone": made.zone}
        draw([slip(made.name, made.code, **facts, reach=reach, until=made.until)])
    return made


def _made(store: Store, nip: str, zone: str, now: datetime) -> FreshCode:
    known = people.whose(store, nip)
    if known is None:
        raise UnusableError("code-nobody", nip=masked(nip))
    number, name = known.id, known.name
    if people.has_left(store, number, now):
        raise UnusableError("code-left", name=name)
    if new_chats.is_frozen(store, number):
        raise UnusableError("code-frozen", name=name)
    zone = next(iter(zones_of(store, number, now)), zone)
    fresh = people.invite(store, number, now=now, zone=zone)
    code_made(store, number, by=None, now=now)
    note_operator(store, "code", [number], now=now, zone=zone)
    post = posts.post_of(store, number, local(now, zone).date())
    return FreshCode(name, fresh.code, fresh.until, post.unit.name if post else "", zone)
