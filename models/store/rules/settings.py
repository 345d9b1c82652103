"""What an office decides for itself, in versions: each from a day on, with who set it and when.

Where the office has set nothing, Tilik's own value holds (`models.settings`).
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict, dataclass
from datetime import date, datetime, time
from typing import Any, cast

from sqlalchemy import bindparam, insert, select

from models.awake import Awake
from models.calendar import local
from models.parts import Key
from models.quarter import Quarter
from models.settings import LINE, SETTINGS, Setting
from models.store import Store, of_row
from models.store.engine.prepared import Prepared
from models.store.oversight.stamps import Stamp, stamped
from models.store.schema import settings
from models.wording import Line


@dataclass(frozen=True)
class Version:
    """One value of a setting: from which day on, set when (UTC), by whom (None: the operator)."""

    name: str
    value: Any
    valid_from: date
    set_at: datetime
    set_by: int | None = None


@dataclass(frozen=True)
class SettingOnDay:
    """A setting on a day: its value, the version that says so (None: Tilik's own), and what is to
    come after it, in the order of time."""

    setting: Setting
    value: Any
    version: Version | None = None
    coming: tuple[Version, ...] = ()


_BEGUN = settings.c.valid_from <= bindparam("on_day")
_VALUE = Prepared(
    select(settings.c.value)
    .where(settings.c.name == bindparam("of_name"), _BEGUN)
    .order_by(settings.c.valid_from.desc(), settings.c.id.desc())
    .limit(1)
)
_VALUES = Prepared(
    select(settings.c.name, settings.c.value)
    .where(_BEGUN)
    .order_by(settings.c.valid_from, settings.c.id)
)


def value_on(store: Store, name: str, day: date) -> Any | None:
    """The value on that day: of the versions begun by then the last one set; else Tilik's own."""
    found = _VALUE.scalar(store, {"of_name": name, "on_day": day})
    return SETTINGS[name].default if found is None and name in SETTINGS else found


def values_on(store: Store, day: date) -> dict[str, Any]:
    """Every setting that the office has given a value on that day, by name."""
    return {row.name: row.value for row in _VALUES.all(store, {"on_day": day})}


def put(store: Store, version: Version, *, day: date) -> None:
    """Add a version, told in the trail; `day` is today where it is set."""
    store.execute(insert(settings).values(**asdict(version)))
    told = {"name": version.name, "from": version.valid_from.isoformat()}
    stamped(store, Stamp(version.set_at, day, version.set_by), "setting", {None: told})


def versions(store: Store, name: str) -> list[Version]:
    """All there have been of a setting, the last one set first."""
    query = select(settings).where(settings.c.name == name).order_by(settings.c.id.desc())
    return [of_row(Version, row) for row in store.execute(query)]


def standing(store: Store, one: Setting, day: date) -> SettingOnDay:
    """How a setting stands on that day."""
    newest: dict[date, Version] = {}
    for version in versions(store, one.name):
        newest.setdefault(version.valid_from, version)
    begun = [newest[since] for since in sorted(newest) if since <= day]
    coming = tuple(newest[since] for since in sorted(newest) if since > day)
    now = begun[-1] if begun else None
    return SettingOnDay(one, now.value if now else one.default, now, coming)


def every(store: Store, day: date) -> tuple[SettingOnDay, ...]:
    """All settings on that day, in their order."""
    return tuple(standing(store, one, day) for one in SETTINGS.values())


def dpo(store: Store, day: date) -> str | None:
    """How to reach the data-protection officer, in the office's words; None where nobody has
    said."""
    return cast("str | None", value_on(store, "dpo", day))


def lines(store: Store, topic: Line, day: date) -> Mapping[str, Mapping[str, str]]:
    """What the office tells of itself on the topic: by the number of a unit, "" for all of it."""
    return cast("Mapping[str, Mapping[str, str]]", value_on(store, f"{LINE}{topic}", day) or {})


def office_name(store: Store, day: date) -> str | None:
    """What the office calls itself; None where nobody has said."""
    return cast("str | None", value_on(store, "office", day))


def awake(store: Store, day: date) -> Awake:
    """The hours of the day at which people are awake."""
    begins, ends = cast("list[int]", value_on(store, "quiet", day))
    return Awake(time(ends), time(begins))


def is_quiet(store: Store, now: datetime, zone: str) -> bool:
    """Whether the office lets people of the zone sleep at this aware moment."""
    return awake(store, local(now, zone).date()).is_quiet(now, zone)


def legal_survey(store: Store, quarter: Quarter) -> str:
    """The rule that the figures of a quarter's survey rest on, as the office writes it."""
    return str(value_on(store, "legal-survey", quarter.first_day))


def legal_work(store: Store, quarter: Quarter) -> str:
    """The rule that the appraisal of a quarter rests on, as the office writes it."""
    return str(value_on(store, "legal-work", quarter.first_day))


def objection_days(store: Store, day: date) -> int:
    """How many calendar days there are to object to a rating received that day."""
    return cast("int", value_on(store, "objection-days", day))


def code_days(store: Store, day: date) -> int:
    """How many days a joining code works that is made that day."""
    return cast("int", value_on(store, "code-days", day))


def files_a_day(store: Store, day: date) -> int:
    """How many files of one person are kept in a day."""
    return cast("int", value_on(store, "files-a-day", day))


def silence_days(store: Store, day: date) -> int:
    """After how many working days of silence a new chat is its person's."""
    return cast("int", value_on(store, "silence-days", day))


def raise_days(store: Store, day: date) -> int:
    """After how many working days what waits for a superior waits one level up as well."""
    return cast("int", value_on(store, "raise-days", day))


def weights(store: Store, quarter: Quarter) -> Mapping[Key, int]:
    """Per cent of each part of a person's scores in the quarter."""
    return cast("Mapping[Key, int]", value_on(store, "weights", quarter.first_day))
