"""Pengaturan: what the office decides for itself, seen and changed by who keeps all its people.

Nothing reaches back: a change holds from now on, or from the quarter on that people have not read
yet.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from typing import Any, cast

from handlers.engine.conversation import Conversation, Onward
from handlers.engine.manifest import Cost, Manifest, Offer
from handlers.engine.questions import Pick, Write
from handlers.engine.topic import Screen, Several
from handlers.office.imports.waiting import propose, waits
from handlers.office.settings.change import setting_change
from handlers.office.settings.words import (
    SettingCard,
    SettingsPage,
    card_letter,
    confirm_options,
    history_letter,
    how,
    page_letter,
    setter,
    to_list,
    to_setting,
    unit_options,
    value_options,
)
from handlers.openings import ToSetting, ToSettingAnew, ToSettingBefore, ToSettings
from models.calendar import local
from models.letters import Fact, Letter, Text
from models.people import Person
from models.quarter import Quarter
from models.refused import Refused
from models.rights import may_set, units_kept
from models.settings import SETTINGS, Setting, lines_of
from models.store import Store
from models.store.intake.intakes import Intake
from models.store.office import services
from models.store.rules import settings
from models.store.rules.settings import every, standing
from models.store.rules.zones import WITHOUT_POST

BY_FILE = "instrument"


@dataclass(frozen=True)
class SettingChange:
    """What a setting is to be, from which day on; None: it stays as it is."""

    card: SettingCard
    value: Any
    since: date | None


def look(store: Store, person: Person, opening: ToSettings | None, now: datetime) -> SettingsPage:
    """How everything stands; refused to who does not keep the whole office."""
    zone = _zone(store, person)
    if opening is None:
        raise _gone()
    known = every(store, local(now, zone).date())
    now_set = [one.version for one in known if one.version]
    return SettingsPage(known, _setters(store, now_set), zone, opening.page)


def look_at_one(
    store: Store,
    person: Person,
    opening: ToSetting | ToSettingBefore | ToSettingAnew | None,
    now: datetime,
) -> SettingCard:
    """One setting, all its versions, and from when a change may hold."""
    zone = _zone(store, person)
    if opening is None or opening.setting not in SETTINGS:
        raise _gone()
    one, today = SETTINGS[opening.setting], local(now, zone).date()
    versions = tuple(settings.versions(store, one.name))
    begins, here = _begins(one, now, zone), standing(store, one, today)
    setters = _setters(store, versions)
    units = tuple(services.every_unit(store)) if one.kind == "lines" else ()
    return SettingCard(here, versions, setters, zone, today, begins, units)


def _gone() -> Refused:
    return Refused(Text("pengaturan-gone"), buttons=((to_list(),),))


async def ask(card: SettingCard) -> SettingChange | Onward:
    """The new value, and from when; what only a file can change is shown."""
    one = card.setting
    if one.kind == BY_FILE:
        return Onward.to(ToSetting(one.name))
    facts: dict[str, Fact] = {"label": one.label, "how": how(one)}
    facts["value"] = one.words(card.standing.value)
    if one.kind == "choice":
        options = value_options(one)
        value = one.read((await Pick("pengaturan-choice", options=options, facts=facts)).key)
    elif one.kind == "lines":
        value = await _line(card, facts)
    else:
        value = one.read(await Write("pengaturan-value", facts=facts, check=one.read))
    told: dict[str, Fact] = {**facts, "after": one.words(one.merged(card.standing.value, value))}
    options = confirm_options(card.begins)
    first = options[0].key
    sure = await Pick("pengaturan-sure", options=options, facts=told, yes=first, decisive=first)
    day = next((day for day in card.begins if day.isoformat() == sure.key), None)
    return SettingChange(card, value, day)


async def _line(card: SettingCard, facts: dict[str, Fact]) -> Any:
    """What is told of the whole office, or of one of its units."""
    options = unit_options(card.units)
    picked = (await Pick("pengaturan-unit", options=options, facts=facts)).key
    unit = next((one for one in card.units if one.key == picked), None)
    named = {**facts, "unit": unit.name if unit else Text("pengaturan-whole")}
    typed = await Write("pengaturan-line-of", facts=named, check=card.setting.read)
    if unit is None:
        return card.setting.read(typed)
    return lines_of(card.setting, typed, unit_id=unit.id, unit=unit.name)


def keep(store: Store, person: Person, change: SettingChange, now: datetime) -> Letter:
    """Ask a second person to agree to the change; show how it stands where it is to stay."""
    card, since = change.card, change.since
    if since is None:
        return card_letter(card)
    wanted = setting_change(store, card.setting.name, change.value, since=since)
    one = cast(Intake, propose(store, wanted, by=person.id, now=now))
    return waits(store, one, to_setting(card.setting), to_list(), now=now)


CONVERSATION = Several(
    (
        Screen(ToSettings, look, page_letter),
        Screen(ToSetting, look_at_one, card_letter),
        Screen(ToSettingBefore, look_at_one, history_letter),
        Conversation(ToSettingAnew, look_at_one, ask, keep),
    ),
    manifest=Manifest(
        serves="setters",
        menu=None,
        help=Offer(1, Text("guide-settings")),
        cost=Cost(1, 10, 2),
    ),
)


def _zone(store: Store, person: Person) -> str:
    """Where the person works, else where the unit is whose people they keep; refused to who does
    not keep the whole office."""
    if not may_set(person, services.tops(store)):
        raise Refused(Text("pengaturan-not-yours"))
    if person.post is not None:
        return person.post.unit.zone
    kept = services.unit(store, units_kept(person)[0])
    return kept.zone if kept else WITHOUT_POST


def _begins(one: Setting, now: datetime, zone: str) -> tuple[date, ...]:
    """From when a change may hold: as soon as may be, and what goes by quarters from the next."""
    first = one.earliest(now, zone)
    if one.since != "running":
        return (first,)
    return (first, Quarter.of(first).next.first_day)


def _setters(store: Store, versions: Any) -> dict[int, str | Text]:
    """Who set each version, by its number among the people (0: the operator)."""
    return {version.set_by or 0: setter(store, version) for version in versions}
