"""A setting as it stands: what holds today, what is to hold later, and who set it when."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from models.calendar import local
from models.letters import Text
from models.questionnaires import read
from models.refused import Refused
from models.settings import SETTINGS, Setting, written
from models.store import Store
from models.store.people import people
from models.store.rules import rules, settings
from models.store.rules.settings import Version
from models.store.rules.zones import WITHOUT_POST


@dataclass(frozen=True)
class Standing:
    """A setting on a day: its value, the version that says so (None: Tilik's own), and what is to
    come after it, in the order of time."""

    setting: Setting
    value: Any
    version: Version | None = None
    coming: tuple[Version, ...] = ()


def standing(store: Store, one: Setting, day: date) -> Standing:
    """How a setting stands on that day."""
    newest: dict[date, Version] = {}
    for version in settings.versions(store, one.name):
        newest.setdefault(version.valid_from, version)
    begun = [newest[since] for since in sorted(newest) if since <= day]
    coming = tuple(newest[since] for since in sorted(newest) if since > day)
    now = begun[-1] if begun else None
    return Standing(one, now.value if now else one.default, now, coming)


def every(store: Store, day: date) -> tuple[Standing, ...]:
    """All settings on that day, in their order."""
    return tuple(standing(store, one, day) for one in SETTINGS.values())


def words_of(one: Setting, value: Any) -> str | Text:
    """A value as people read it."""
    if one.kind == "instrument":
        return Text("setting-official") if value is None else str(value["key"])
    if one.kind == "choice":
        return Text(f"numbering-{value}")
    return Text("setting-none") if value is None else written(value)


def setter(store: Store, version: Version) -> str | Text:
    """Who set it: a name, or the operator."""
    if version.set_by is None:
        return Text("office-by-operator")
    return people.name_of(store, version.set_by)


def use_instrument(store: Store, content: str, *, since: date, now: datetime) -> Mapping[str, Any]:
    """Have the survey of this file from that day on; gives it as it is stored.

    Raises Refused for a file that is wrong, and where another survey had its key: tallies are kept
    by it.
    """
    value = read(content)
    for version in settings.versions(store, "instrument"):
        if version.value["key"] == value["key"] and version.value != value:
            raise Refused(Text("survey-file-taken", {"key": value["key"]}))
    day = local(now, WITHOUT_POST).date()
    rules.change(store, SETTINGS["instrument"], value, since=since, now=now, day=day)
    return value
