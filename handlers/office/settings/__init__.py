"""Pengaturan: what the office decides for itself, seen and changed by who keeps all its people.

An opening is empty or `h2` (all of it, a page), a name (`quiet`: how it stands), `quiet/riwayat`
(all there was) or `quiet/ubah` (change it). Nothing reaches back: a change holds from now on, or
from the quarter on that people have not read yet.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from datetime import date, datetime
from typing import Any

from handlers.conversation import Conversation
from handlers.manifest import Cost, Manifest, Place
from handlers.office.settings.words import (
    card_letter,
    changed_letter,
    confirm_options,
    history_letter,
    how,
    page_letter,
    setter,
    to_list,
    value_options,
)
from handlers.questions import Pick, Write
from models.calendar import local
from models.letters import Fact, Letter, Text
from models.people import Person
from models.quarter import Quarter
from models.refused import Refused
from models.rights import may_set, units_kept
from models.settings import SETTINGS, Setting
from models.store import Store
from models.store.office import services
from models.store.rules import settings
from models.store.rules.settings import Standing, Version, every, standing
from models.store.rules.zones import WITHOUT_POST

_OPENING = re.compile(r"(?:h(?P<page>\d{1,4}))?|(?P<name>[a-z.-]{2,30})(?:/(?P<view>\w{4,7}))?")
VIEWS = ("riwayat", "ubah")
BY_FILE = "instrument"


@dataclass(frozen=True)
class Page:
    """Everything that is set, each with who set it, and the page that is shown."""

    all: tuple[Standing, ...]
    setters: dict[int, str | Text]
    number: int = 0


@dataclass(frozen=True)
class Card:
    """One setting as it stands, what is wanted with it, and the days from which a change may
    hold. `versions` are all there were, the last one first."""

    standing: Standing
    versions: tuple[Version, ...]
    setters: dict[int, str | Text]
    today: date
    begins: tuple[date, ...] = ()
    view: str = ""

    @property
    def setting(self) -> Setting:
        return self.standing.setting


@dataclass(frozen=True)
class Change:
    """What a setting is to be, from which day on; None: it stays as it is."""

    card: Card
    value: Any
    since: date | None


def look(store: Store, person: Person, opening: str, now: datetime) -> Page | Card:
    """How everything stands, or one setting; refused to who does not keep the whole office."""
    if not may_set(person, services.tops(store)):
        raise Refused(Text("pengaturan-not-yours"))
    zone = _zone(store, person)
    today = local(now, zone).date()
    found = _OPENING.fullmatch(opening)
    if found is None or (found["name"] and found["name"] not in SETTINGS):
        raise Refused(Text("pengaturan-gone"), buttons=((to_list(),),))
    if not found["name"]:
        known = every(store, today)
        now_set = [one.version for one in known if one.version]
        return Page(known, _setters(store, now_set), int(found["page"] or 0))
    one = SETTINGS[found["name"]]
    versions = tuple(settings.versions(store, one.name))
    card = Card(standing(store, one, today), versions, _setters(store, versions), today)
    if found["view"] not in VIEWS or (found["view"] == "ubah" and one.kind == BY_FILE):
        return card
    return replace(card, view=found["view"], begins=_begins(one, now, zone))


async def ask(shown: Page | Card) -> Page | Card | Change:
    """Nothing where something is only shown; else the new value, and from when."""
    if isinstance(shown, Page) or shown.view != "ubah":
        return shown
    one = shown.setting
    facts: dict[str, Fact] = {"label": one.label, "how": how(one)}
    facts["value"] = one.words(shown.standing.value)
    if one.kind == "choice":
        options = value_options(one)
        typed = (await Pick("pengaturan-choice", options=options, facts=facts)).key
    else:
        typed = await Write("pengaturan-value", facts=facts, check=one.read)
    value = one.read(typed)
    told: dict[str, Fact] = {**facts, "after": one.words(value)}
    sure = await Pick("pengaturan-sure", options=confirm_options(shown.begins), facts=told)
    day = next((day for day in shown.begins if day.isoformat() == sure.key), None)
    return Change(shown, value, day)


def keep(
    store: Store, person: Person, outcome: Page | Card | Change, now: datetime
) -> Letter:
    """Write the change down, told in the trail; show how things stand."""
    if isinstance(outcome, Page):
        return page_letter(outcome)
    if isinstance(outcome, Card):
        return history_letter(outcome) if outcome.view == "riwayat" else card_letter(outcome)
    card, since = outcome.card, outcome.since
    if since is None:
        return card_letter(card)
    one, by = card.setting, person.id
    settings.put(store, Version(one.name, outcome.value, since, now, by), day=card.today)
    return changed_letter(one, outcome.value, since)


CONVERSATION = Conversation(
    "pengaturan",
    look,
    ask,
    keep,
    manifest=Manifest(
        serves="setters",
        menu=None,
        help=Place(1, Text("guide-settings")),
        cost=Cost(1, 10, 2),
    ),
)


def _zone(store: Store, person: Person) -> str:
    """Where the person works, else where the unit is whose people they keep."""
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
