"""`tilik whatsapp letters`: what did not get through, to whom, and why."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime, timedelta

from bot.cli.command import answered, changed, read
from bot.cli.skm.answer_sheet import legible
from bot.cli.terminal import Echo, Say
from bot.config import Settings
from bot.whatsapp.templates.page import as_object
from bot.whatsapp.traits import CHANNEL
from models.calendar import local
from models.people import FROZEN
from models.store import Store
from models.store.chat.renaming import DOUBTED
from models.store.letters.on_hold import (
    CLOSED,
    HeldLetter,
    Undone,
    let_go,
    letters_held,
    prompts_undone,
)

LOOKED_BACK = timedelta(days=30)
WHYS = (CLOSED, FROZEN, DOUBTED, "131026", "131042", "132001", "132015")
"""Why a letter is held, where there are words for it; any other is the platform's code."""


def letters(
    chosen: Settings, *, now: datetime, say: Say, echo: Echo, as_json: bool, again: bool = False
) -> int:
    """Print the letters that are held and the prompts of 30 days that were not sent; 1 where the
    database cannot be read. With `again`, what the platform refused is tried once more first.

    JSON: `held` (`person_id` and `name`, both null for a citizen, `since`, `why`) and `undone`
    (`person_id`, `name`, `campaign`, `kind`, `day`, `why`).
    """

    def job(store: Store) -> tuple[list[HeldLetter], list[Undone]]:
        if again:
            _let_all_go(store, now)
        return letters_held(store, CHANNEL), prompts_undone(store, since=now - LOOKED_BACK)

    def show(found: tuple[list[HeldLetter], list[Undone]]) -> None:
        lines = [_page(*found)] if as_json else _lines(*found, chosen.zone, say)
        for line in lines:
            echo(line)

    reach = changed if again else read
    return answered(lambda: reach(chosen.database, job), show, say=say, echo=echo)


def _let_all_go(store: Store, now: datetime) -> None:
    for why in {one.why for one in letters_held(store, CHANNEL) if one.why.isdecimal()}:
        let_go(store, CHANNEL, now=now, why=why)


def _lines(held: list[HeldLetter], undone: list[Undone], zone: str, say: Say) -> Iterator[str]:
    yield from (_held_line(one, zone, say) for one in held)
    yield from (_undone_line(lost, say) for lost in undone)
    yield say("held-count", held=len(held), undone=len(undone))


def _held_line(one: HeldLetter, zone: str, say: Say) -> str:
    return say(
        "held-letter",
        who=legible(one.name) if one.name else say("held-citizen"),
        day=local(one.since, zone).date(),
        why=_why(one.why, say),
    )


def _undone_line(one: Undone, say: Say) -> str:
    return say(
        "held-prompt",
        who=legible(one.name),
        what=say(f"plan-kind-{one.kind}"),
        day=one.day,
        why=say("held-why-over") if one.why == CLOSED else _why(one.why, say),
    )


def _why(why: str, say: Say) -> str:
    return say(f"held-why-{why}") if why in WHYS else say("held-why-other", code=why)


def _page(held: list[HeldLetter], undone: list[Undone]) -> str:
    page = {
        "held": [
            {
                "person_id": one.person_id,
                "name": one.name,
                "since": one.since.isoformat(),
                "why": one.why,
            }
            for one in held
        ],
        "undone": [
            {
                "person_id": one.person_id,
                "name": one.name,
                "campaign": one.campaign,
                "kind": one.kind,
                "day": one.day.isoformat(),
                "why": one.why,
            }
            for one in undone
        ],
    }
    return as_object(page)
