"""What an office has not set yet: standards of services, the lines it tells, who oversees."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import datetime

from handlers.complaints.weighty import takers_of
from models.calendar import local
from models.letters import Fact, Text
from models.settings import LINE
from models.store import Store
from models.store.office import services, standards
from models.store.rules.settings import SettingOnDay
from models.store.rules.zones import WITHOUT_POST

NAMED = 8
"""So many names are told, and of the others how many they are."""


def unset(store: Store, found: Sequence[SettingOnDay], now: datetime) -> Iterator[Text]:
    """A line for each kind of thing that is missing; none where nothing is."""
    if lines := [one.setting.name for one in found if _is_unset_line(one)]:
        yield Text("office-unset-lines", _named(lines))
    if untold := _without_standard(store, now):
        yield Text("office-unset-standards", _named(untold))
    if unseen := _without_overseer(store, now):
        yield Text("office-unset-overseer", _named(unseen))


def _is_unset_line(one: SettingOnDay) -> bool:
    return one.setting.name.startswith(LINE) and not one.value


def _without_standard(store: Store, now: datetime) -> Sequence[str]:
    """The services that citizens are served with and nothing is published of."""
    told = {one.service.id for one in standards.on(store, local(now, WITHOUT_POST).date())}
    offered = {one.id: one.name for at in services.all_counters(store) for one in at.services}
    return sorted(name for number, name in offered.items() if number not in told)


def _without_overseer(store: Store, now: datetime) -> Sequence[str]:
    """The units that serve citizens and where nobody can take what is weighty."""
    units = {one.unit.id: one.unit.name for one in services.all_counters(store)}
    found = takers_of(store, units, now)
    return sorted(name for number, name in units.items() if not found.get(number))


def _named(names: Sequence[str]) -> Mapping[str, Fact]:
    return {"names": ", ".join(names[:NAMED]), "more": max(len(names) - NAMED, 0)}
