"""Who fits among a day's people, where a platform allows only so many, and when. Pure."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime
from heapq import heapify, heappop, heappush

from models.calendar import local
from models.campaigns import Due
from models.store.prompts.daily_limit import A_DAY
from models.store.prompts.kinds import Prompts
from models.store.prompts.standings import Standing


@dataclass(frozen=True)
class Expected:
    """A prompt that would go out: when (UTC), on which day of whose zone, and which.

    `placed`: it takes one of the day's places on a channel that has only so many.
    """

    at: datetime
    day: date
    who: Standing
    due: Due
    placed: bool = False


class Crowd:
    """The places of each channel, and when each was taken: it is free again a day later."""

    def __init__(
        self, people: Sequence[Standing], limits: Mapping[str, int], prompts: Prompts
    ) -> None:
        self._limits, self._prompts = limits, prompts
        self._then: dict[int, datetime] = {}
        known: dict[str, list[datetime]] = {channel: [] for channel in limits}
        for one in people:
            place = one.place
            if place is not None and place.knocked_at is not None and place.channel in known:
                self._then[one.person_id] = place.knocked_at
                known[place.channel].append(place.knocked_at)
        self._contacts = {channel: deque(sorted(times)) for channel, times in known.items()}

    def admitted(self, wished: Sequence[Expected]) -> Iterator[Expected]:
        """Those of a day's prompts that go out, and when; the most urgent have the first places."""
        waiting = [
            (one.at, (*self._prompts.urgency([one.due]), one.who.person_id), n)
            for n, one in enumerate(wished)
        ]
        heapify(waiting)
        while waiting:
            at, rank, n = heappop(waiting)
            one = wished[n]
            channel = self._place_of(one.who, at)
            free_at = self._free_at(channel, at) if channel else at
            if free_at == at:
                if channel:
                    self._contact(one.who, channel, at)
                yield replace(one, at=at, placed=bool(channel))
            elif free_at is not None and _is_that_day(free_at, one):
                heappush(waiting, (free_at, rank, n))

    def _place_of(self, who: Standing, at: datetime) -> str:
        """The channel on which a prompt at that time takes a place; empty where it takes none."""
        place = who.place
        if place is None or place.channel not in self._limits:
            return ""
        then = self._then.get(who.person_id)
        return place.channel if replace(place, knocked_at=then).is_taken(at) else ""

    def _free_at(self, channel: str, at: datetime) -> datetime | None:
        """When there is room there, from `at` on; None where there never is."""
        most, contacts = self._limits[channel], self._contacts[channel]
        while contacts and contacts[0] <= at - A_DAY:
            contacts.popleft()
        if len(contacts) < most:
            return at
        return contacts[len(contacts) - most] + A_DAY if most > 0 else None

    def _contact(self, who: Standing, channel: str, at: datetime) -> None:
        self._then[who.person_id] = at
        self._contacts[channel].append(at)


def _is_that_day(at: datetime, one: Expected) -> bool:
    here = local(at, one.who.zone).date()
    return here == one.day and not one.who.calendar.office.awake.is_quiet(at, one.who.zone)
