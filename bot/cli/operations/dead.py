"""`tilik dead`: messages that had no answer, one by one: shown masked, retried, closed."""

from __future__ import annotations

import json
import re
import unicodedata
from collections.abc import Callable, Sequence
from datetime import datetime
from functools import partial
from typing import Any

import typer

from bot.channel import DeliveryReport, Noticed
from bot.channels import ear_of
from bot.cli.command import answered, changed, read
from bot.cli.terminal import Say, in_columns, speaker
from bot.config import Settings, chosen_or_exit
from models.calendar import local
from models.store.chat import given_up
from models.store.chat.given_up import GivenUp, Understood

SHOWN = 200
"""Rows of the list: who has more closes the oldest first."""
_WORD = re.compile(r"[a-z_]{1,30}")
"""A word of the platform's own, as the name of a field is."""
_LONGEST, _DEEPEST, _MOST = 40, 12, 30
"""Letters, levels and things in a list that are shown."""


def dead() -> int:
    """Print a row for each; 0 also where there is none."""

    def show(chosen: Settings, say: Say, found: Sequence[GivenUp]) -> None:
        rows = [_cells(one, chosen.zone, say) for one in found]
        head = [say(f"dead-head-{name}") for name in ("number", "reference", "state")]
        head += [say(f"dead-head-{name}") for name in ("channel", "at", "who")]
        for line in in_columns([head, *rows]) if rows else ():
            typer.echo(line)
        typer.echo(say("dead-count", count=len(rows)))

    return _done(lambda url: read(url, partial(given_up.given_up, most=SHOWN)), show)


def show_dead(which: str) -> int:
    """Print what one of them looks like, with no letter or figure of it as it was."""

    def show(chosen: Settings, say: Say, one: GivenUp) -> None:
        for line in in_columns([_cells(one, chosen.zone, say)]):
            typer.echo(line)
        typer.echo(say("dead-blank") if one.raw is None else shape_of(one.raw))
        typer.echo(say(f"dead-next-{one.state}", which=str(one.id)))

    return _done(lambda url: read(url, lambda store: given_up.one(store, which)), show)


def retry_dead(which: str, *, now: datetime) -> int:
    """Let one have its turn again; 1 with a sentence where it cannot. One that could not be read is
    read anew: this Tilik may be a newer one."""
    read_anew = partial(_understood, chosen_or_exit())
    return _changed(partial(given_up.retry, which=which, now=now, read=read_anew), "dead-retried")


def close_dead(which: str, *, now: datetime) -> int:
    """Forget what one of them said; 1 where there is none."""
    return _changed(partial(given_up.close, which=which, now=now), "dead-closed")


def shape_of(raw: str) -> str:
    """A delivery whose letters are all `a` and figures all `0`: enough to find what is strange."""
    try:
        shape = _shape(json.loads(raw))
    except (ValueError, RecursionError):
        return _masked(raw)
    return json.dumps(shape, ensure_ascii=False, indent=1)


def _shape(value: Any, *, key: str = "", level: int = 0) -> Any:
    match value:
        case bool() | None:
            return value
        case dict() | list() if level == _DEEPEST:
            return "…"
        case dict():
            few = list(value.items())[:_MOST]
            return {_key(k): _shape(one, key=k, level=level + 1) for k, one in few}
        case list():
            return [_shape(one, level=level + 1) for one in value[:_MOST]]
    words = str(value)
    return words if key == "type" and _WORD.fullmatch(words) else _masked(words)


def _key(name: str) -> str:
    return name if _WORD.fullmatch(name) else _masked(name)


def _masked(words: str) -> str:
    shape = "".join(map(_letter, words[:_LONGEST]))
    return shape if len(words) <= _LONGEST else f"{shape}… ({len(words)})"


def _letter(letter: str) -> str:
    kind = unicodedata.category(letter)
    if kind[0] in "LM":
        return "A" if kind == "Lu" else "a"
    return "0" if kind[0] == "N" else letter if kind[0] in "PSZ" else "?"


def _cells(one: GivenUp, zone: str, say: Say) -> list[str]:
    who = {True: "dead-staff", False: "dead-citizen", None: "dead-unknown"}[one.joined]
    at = f"{local(one.arrived_at, zone):%Y-%m-%d %H.%M}"
    state = say(f"dead-state-{one.state}", attempts=one.attempts)
    return [str(one.id), one.reference or "-", state, one.channel, at, say(who)]


def _understood(chosen: Settings, one: GivenUp) -> Understood | None:
    """What an item is known by; None where it still cannot be read, or nobody wrote it."""
    try:
        ear = ear_of(chosen, one.channel)
        heard = None if ear is None else ear(json.loads(one.raw or ""))
    except Exception:
        return None
    if heard is None or isinstance(heard.said, DeliveryReport | Noticed):
        return None
    return Understood(heard.key, heard.twin, heard.sender)


def _changed(job: Callable[..., GivenUp], text: str) -> int:
    def show(_: Settings, say: Say, one: GivenUp) -> None:
        typer.echo(say(text, which=one.reference or str(one.id)))

    return _done(lambda url: changed(url, lambda store: job(store)), show)


def _done(work: Callable[[str], Any], show: Callable[[Settings, Say, Any], None]) -> int:
    chosen, say = chosen_or_exit(), speaker("operations", "command")
    reach = partial(work, chosen.database)
    return answered(reach, partial(show, chosen, say), say=say, echo=typer.echo)
