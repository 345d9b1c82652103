"""Rules that an office decides for itself, as the day or the quarter has them."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, datetime, time
from typing import Any, cast

from models.awake import Awake
from models.calendar import local
from models.parts import Key
from models.performance import WEIGHTS, checked_weights
from models.quarter import Quarter
from models.settings import SETTINGS, Setting
from models.store import Store
from models.store.rules import settings
from models.store.rules.settings import Version
from models.store.rules.zones import WITHOUT_POST


def value(store: Store, name: str, day: date) -> Any:
    """What holds of a setting on that day; Tilik's own where the office has set nothing."""
    found = settings.value_on(store, name, day)
    return SETTINGS[name].default if found is None else found


def change(
    store: Store,
    one: Setting,
    value: Any,
    *,
    since: date,
    now: datetime,
    day: date,
    by: int | None = None,
) -> None:
    """Have it so from that day on; `by` the person's number, None for who runs the machine.

    `day` is today where it is set.
    """
    settings.put(store, Version(one.name, value, since, now, by), day=day)


def dpo(store: Store, day: date) -> str | None:
    """How to reach the data-protection officer, in the office's words; None where nobody has
    said."""
    return cast("str | None", value(store, "dpo", day))


def office_name(store: Store, day: date) -> str | None:
    """What the office calls itself; None where nobody has said."""
    return cast("str | None", value(store, "office", day))


def awake(store: Store, day: date) -> Awake:
    """The hours of the day at which people are awake."""
    begins, ends = value(store, "quiet", day)
    return Awake(time(ends), time(begins))


def legal_survey(store: Store, quarter: Quarter) -> str:
    """The rule that the figures of a quarter's survey rest on, as the office writes it."""
    return str(value(store, "legal-survey", quarter.first_day))


def legal_work(store: Store, quarter: Quarter) -> str:
    """The rule that the appraisal of a quarter rests on, as the office writes it."""
    return str(value(store, "legal-work", quarter.first_day))


def is_quiet(store: Store, now: datetime, zone: str) -> bool:
    """Whether the office lets people of the zone sleep at this aware moment."""
    return awake(store, local(now, zone).date()).is_quiet(now, zone)


def objection_days(store: Store, day: date) -> int:
    """How many calendar days there are to object to a rating received that day."""
    return int(value(store, "objection-days", day))


def weights(store: Store, quarter: Quarter) -> Mapping[Key, int]:
    """Per cent of each part of a person's scores in the quarter; Tilik's own where none are set."""
    found = settings.value_on(store, "weights", quarter.first_day)
    return WEIGHTS if found is None else {cast("Key", key): int(n) for key, n in found.items()}


def weigh(
    store: Store,
    given: Mapping[Key, int],
    *,
    since: Quarter,
    now: datetime,
    by: int | None = None,
) -> None:
    """Set the weights from that quarter on. ValueError unless they are whole and make 100."""
    value = dict(checked_weights(given))
    one, first = SETTINGS["weights"], since.first_day
    day = local(now, WITHOUT_POST).date()
    change(store, one, value, since=first, now=now, day=day, by=by)
