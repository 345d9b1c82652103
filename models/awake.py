"""The hours at which people are awake: by day Tilik speaks first, by night it is silent. Pure."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, time
from zoneinfo import ZoneInfo


@dataclass(frozen=True)
class Awake:
    """From the `first` hour on and before the `last`, by the clock of a unit."""

    first: time = time(8)
    last: time = time(20)

    def is_quiet(self, now: datetime, zone: str) -> bool:
        """Whether nobody in the zone (an IANA name) is disturbed at this aware moment.

        ValueError for a naive one.
        """
        if now.tzinfo is None:
            raise ValueError("a moment without a zone cannot be told in another")
        return not self.first <= now.astimezone(ZoneInfo(zone)).time() < self.last
