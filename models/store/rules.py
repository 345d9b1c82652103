"""Rules that an office decides for itself, each from a quarter on."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import cast

from models.parts import Key
from models.performance import WEIGHTS, checked_weights
from models.quarter import Quarter
from models.store import Store, settings
from models.store.settings import Version

_WEIGHTS = "weights"


def weights(store: Store, quarter: Quarter) -> Mapping[Key, int]:
    """Per cent of each part of a person's scores in the quarter; Tilik's own where none are set."""
    found = settings.value_on(store, _WEIGHTS, quarter.first_day)
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
    version = Version(_WEIGHTS, value, since.first_day, now, by)
    settings.put(store, version, day=now.date())
