"""`tilik office show`, `set`, `history`: print settings, change one, list its versions."""

from __future__ import annotations

import json
from collections.abc import Iterator
from datetime import date, datetime
from typing import Any

from bot.cli.office.saying import day_from, done, say
from bot.cli.office.unset import unset
from bot.config import Settings
from handlers.office.imports.rights import seconds_of
from handlers.office.imports.waiting import lacking, propose
from handlers.office.settings.change import apply, setting_change
from handlers.office.settings.words import setter
from models.calendar import local
from models.letters import Fact, Text
from models.settings import Setting, setting
from models.store import Store
from models.store.rules import settings
from models.store.rules.settings import SettingOnDay, Version, every, standing


def shown(now: datetime, *, as_json: bool) -> int:
    """Print every setting with its value, since when, by whom, and what is to come; then what else
    an office sets, and this one has not."""

    def job(store: Store, chosen: Settings) -> list[str]:
        today = local(now, chosen.zone).date()
        found = every(store, today)
        if as_json:
            return [json.dumps([_object(one) for one in found], ensure_ascii=False, indent=2)]
        lines = [line for one in found for line in _lines(store, one, chosen.zone)]
        missing = [say(one) for one in unset(store, found, now)]
        return [*lines, say(Text("office-calendar")), *missing]

    return done(job, looks=True)


def put(name: str, typed: str, *, since: str | None, now: datetime) -> int:
    """Have a setting so from a day or quarter on, at the earliest where none is named; it waits
    for a second person, if there is any."""

    def job(store: Store, chosen: Settings) -> list[str]:
        one = setting(name)
        value = one.read(typed)
        asked = day_from(since) if since else one.earliest(now, chosen.zone)
        begins = one.begun(asked, now, chosen.zone)
        return [say(line) for line in put_or_wait(store, one, value, since=begins, now=now)]

    return done(job)


def put_or_wait(
    store: Store, one: Setting, value: Any, *, since: date, now: datetime
) -> Iterator[Text]:
    """Have the setting so from that day on, or ask a second person where anybody has joined who
    could agree; gives what is to be said."""
    change = setting_change(store, one.name, value, since=since)
    waiting = propose(store, change, by=None, now=now)
    if waiting is None:
        apply(store, change.what, None, now)
        facts: dict[str, Fact] = {"label": one.label, "value": one.words(value)}
        yield Text("office-done", {**facts, "day": since})
        return
    yield change.line
    yield Text("office-waits", {"number": waiting.id})
    if missing := lacking(store, seconds_of(store, waiting.preview, given_by=None, now=now)):
        yield missing


def versions_told(name: str, *, now: datetime) -> int:
    """Print all versions of a setting, the last one set first."""

    def job(store: Store, chosen: Settings) -> list[str]:
        one = setting(name)
        found = settings.versions(store, one.name)
        here = chosen.zone
        head = _line(store, standing(store, one, local(now, here).date()), here)
        past = [_coming(store, one.name, version, here) for version in found]
        return [head, *(past or [say(Text("office-no-history"))])]

    return done(job, looks=True)


def _lines(store: Store, one: SettingOnDay, zone: str) -> list[str]:
    return [
        _line(store, one, zone),
        *(_coming(store, one.setting.name, version, zone) for version in one.coming),
    ]


def _line(store: Store, one: SettingOnDay, zone: str) -> str:
    facts: dict[str, Fact] = {"name": one.setting.name, "label": one.setting.label}
    facts["value"] = one.setting.words(one.value)
    if one.version is None:
        return say(Text("office-line", facts))
    return say(Text("office-line-set", {**facts, **_facts(store, one.version, zone)}))


def _coming(store: Store, name: str, version: Version, zone: str) -> str:
    facts = {"value": setting(name).words(version.value), **_facts(store, version, zone)}
    return say(Text("office-line-next", facts))


def _facts(store: Store, version: Version, zone: str) -> dict[str, Fact]:
    at: date = local(version.set_at, zone).date()
    return {"day": version.valid_from, "by": setter(store, version), "at": at}


def _object(one: SettingOnDay) -> dict[str, Any]:
    return {
        "name": one.setting.name,
        "value": one.value,
        "from": one.version.valid_from.isoformat() if one.version else None,
        "set_at": one.version.set_at.isoformat() if one.version else None,
        "set_by": one.version.set_by if one.version else None,
        "coming": [{"value": v.value, "from": v.valid_from.isoformat()} for v in one.coming],
    }
