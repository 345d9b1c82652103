"""A setting changed in chat or by a command, once a second person agrees."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, datetime
from typing import Any

from handlers.office.imports.rights import officer
from handlers.office.imports.waiting import OfficeChange
from models.calendar import local
from models.letters import Text
from models.refused import Refused
from models.rights import may_set
from models.settings import SETTINGS
from models.store import Store
from models.store.office import services
from models.store.rules import measures, settings
from models.store.rules.settings import Version
from models.store.rules.zones import zone_of


def setting_change(store: Store, name: str, value: Any, *, since: date) -> OfficeChange:
    """Another value of a setting from that day on, beside the one it would have had then."""
    one, before = SETTINGS[name], settings.value_on(store, name, since)
    value = one.merged(before, value)
    what = {"name": name, "before": before, "value": value, "since": since.isoformat()}
    facts = {"label": one.label, "before": one.words(before), "after": one.words(value)}
    return OfficeChange("setting", what, Text("change-setting", {**facts, "day": since}))


def apply(store: Store, what: Mapping[str, Any], by: int | None, now: datetime) -> None:
    """Write the change down; what was to hold at once holds from today. Refused where the value is
    another by now, the quarter from which it was to hold has begun, or who asked for it may no
    longer."""
    if by is not None and not may_set(officer(store, by, now), services.tops(store)):
        raise Refused(Text("pengaturan-not-yours"))
    one, since = SETTINGS[what["name"]], date.fromisoformat(what["since"])
    zone = zone_of(store, by or 0, now)
    today = local(now, zone).date()
    if settings.value_on(store, one.name, since) != what["before"]:
        raise Refused(Text("change-otherwise"))
    if one.kind == "instrument":
        measures.check_survey(store, what["value"])
        measures.check_place(store, one.name, what["value"], since)
    begins = one.begun(max(since, today) if one.since == "now" else since, now, zone)
    settings.put(store, Version(one.name, what["value"], begins, now, by), day=today)
