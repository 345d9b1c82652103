"""The office's settings in words: how they stand, what a value looks like, what was changed."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from handlers.engine.questions import Option
from handlers.openings import ToSetting, ToSettingAnew, ToSettingBefore, ToSettings
from handlers.words.pages import goes_on, on_page, page_rows
from models.calendar import local
from models.letters import Button, Fact, Letter, Lines, Text, Words
from models.services import Unit
from models.settings import Setting
from models.store import Store
from models.store.people import people
from models.store.rules.settings import SettingOnDay, Version

STAYS, WHOLE = "tetap", "semua"
OLD_SHOWN = 10


@dataclass(frozen=True)
class SettingsPage:
    """Everything that is set, each with who set it, in whose days, and the page that is shown."""

    all: tuple[SettingOnDay, ...]
    setters: dict[int, str | Text]
    zone: str
    number: int = 0


@dataclass(frozen=True)
class SettingCard:
    """One setting as it stands, and the days from which a change may hold. `versions` are all
    there were, the last one first."""

    standing: SettingOnDay
    versions: tuple[Version, ...]
    setters: dict[int, str | Text]
    zone: str
    today: date
    begins: tuple[date, ...] = ()
    units: tuple[Unit, ...] = ()

    @property
    def setting(self) -> Setting:
        return self.standing.setting


def page_letter(page: SettingsPage) -> Letter:
    """Everything, a page of it: each with its value, who set it and when; a button for each."""
    shown = on_page(page.all, page.number)
    lines = tuple(_line(one, page.setters, page.zone) for one in shown)
    rows = [(ToSetting(one.setting.name).button(one.setting.label),) for one in shown]
    ways = page_rows(ToSettings, page.number, more=goes_on(page.all, page.number))
    return Letter((Text("pengaturan-title"), Lines(lines)), (*rows, *ways))


def card_letter(card: SettingCard) -> Letter:
    """One setting: its value, from when, what is to come, and what can be done."""
    one = card.setting
    lines = [_line(card.standing, card.setters, card.zone)]
    lines += [_version(version, card) for version in card.standing.coming]
    rows: list[tuple[Button, ...]] = []
    if one.kind != "instrument":
        rows.append((ToSettingAnew(one.name).button_below(Text("button-pengaturan-change")),))
    if card.versions:
        rows.append((ToSettingBefore(one.name).button(Text("button-pengaturan-old")),))
    return Letter((Lines(tuple(lines)), how(one)), (*rows, (to_list(),)))


def history_letter(card: SettingCard) -> Letter:
    """The last changes of a setting, the newest first."""
    one = card.setting
    lines = [_version(version, card) for version in card.versions[:OLD_SHOWN]]
    head = Text("pengaturan-old", {"label": one.label, "count": len(card.versions)})
    rows = ((to_setting(one),), (to_list(),))
    return Letter((head, Lines(tuple(lines))) if lines else (head,), rows)


def setter(store: Store, version: Version) -> str | Text:
    """Who set it: a name, or the operator."""
    if version.set_by is None:
        return Text("office-by-operator")
    return people.name_of(store, version.set_by)


def how(one: Setting) -> Text:
    """What a value of this setting looks like, and from when a change holds."""
    facts: dict[str, Fact] = {"least": one.least, "most": one.most, "name": one.name}
    what = Text(f"pengaturan-how-{one.kind}", facts)
    return Text(f"pengaturan-since-{one.since}", {"what": what})


def value_options(one: Setting) -> Sequence[Option]:
    """What may be chosen."""
    return [Option(choice, Text(f"numbering-{choice}")) for choice in one.choices]


def unit_options(units: Sequence[Unit]) -> Sequence[Option]:
    """The whole office, or one of its units."""
    whole = Option(WHOLE, Text("pengaturan-whole"))
    return [whole, *(Option(unit.key, unit.label) for unit in units)]


def confirm_options(days: Sequence[date]) -> Sequence[Option]:
    """From which day on, or not at all."""
    every = [Option(day.isoformat(), Text("pengaturan-from", {"day": day})) for day in days]
    return [*every, Option(STAYS, Text("pengaturan-stays"))]


def to_list() -> Button:
    """The way to all settings."""
    return ToSettings().button(Text("button-pengaturan-all"))


def to_setting(one: Setting) -> Button:
    """The way to how it stands."""
    return ToSetting(one.name).button(Text("button-pengaturan-back"))


def _line(standing: SettingOnDay, setters: dict[int, str | Text], zone: str) -> Words:
    one = standing.setting
    facts: dict[str, Fact] = {"label": one.label, "value": one.words(standing.value)}
    if standing.version is None:
        return Text("pengaturan-line", facts)
    return Text("pengaturan-line-set", {**facts, **_set(standing.version, setters, zone)})


def _version(version: Version, card: SettingCard) -> Words:
    told = _set(version, card.setters, card.zone)
    facts = {"value": card.setting.words(version.value), **told}
    return Text("pengaturan-version", {**facts, "since": version.valid_from})


def _set(version: Version, setters: dict[int, str | Text], zone: str) -> dict[str, Fact]:
    return {"by": setters[version.set_by or 0], "day": local(version.set_at, zone).date()}
