"""Everything that is looked at, in the order of the table: from outside, and by a running Tilik."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime

from bot import channels
from bot.config import Settings, SettingsWrong, strangers, wrong_for_run
from bot.doctor import inside, machine
from bot.doctor.finding import Finding
from bot.doctor.inside import Inside
from models.letters import Text
from models.refused import Refused
from models.store.engine.database import StoreAway

ASKED_ANEW = ("foreign-webhook", "token-refused")
_MEGABYTE = 1_000_000


def of_settings(chosen: Settings) -> list[Finding]:
    """Every setting without which Tilik cannot run, or that all are there; names that are none."""
    idle = [Finding("settings", "look", one, of=str(one.facts["name"])) for one in strangers()]
    if wrong := wrong_for_run(chosen):
        return [*missing(SettingsWrong(wrong)), *idle]
    return [Finding("settings", "well", Text("doctor-settings-well")), *idle]


def missing(wrong: SettingsWrong) -> list[Finding]:
    """What each setting lacks."""
    told = ((name, Text(why, {"name": name})) for name, why in wrong.wrong)
    return [Finding("settings", "ill", text, of=name) for name, text in told]


def of_database(found: Inside | StoreAway | Refused, now: datetime, zone: str) -> Iterable[Finding]:
    """What was read in the database, or why it could not be."""
    if isinstance(found, Inside):
        facts = {"size": max(1, found.condition.size // _MEGABYTE)}
        yield Finding("database", "well", Text("doctor-database-well", facts))
        yield from inside.findings(found, now, zone)
        return
    why = found.why if isinstance(found, Refused) else Text("run-database-away")
    advice = None if why.id == "run-not-migrated" else Text("doctor-database-do")
    yield Finding("database", "ill", why, advice)


async def of_the_rest(chosen: Settings, now: datetime) -> list[Finding]:
    """What the machine and the platforms tell; of what they were asked themselves, no alarm that
    was kept is told beside it."""
    asked = await channels.examined(chosen, now)
    known = machine.findings(chosen, now)
    return [*asked, *(one for one in known if not (asked and one.of in ASKED_ANEW))]
