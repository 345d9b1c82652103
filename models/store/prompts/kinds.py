"""What a prompt declares of itself: a value for each kind, beside the conversation it opens.

Planner, outlook, `tilik plan` and `tilik texts bubbles` read it, and know no kind by its name.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from functools import cached_property
from itertools import groupby
from typing import Any, Protocol, TypeAlias, get_args

from models.calendar import Calendar
from models.campaigns import Due, Kind, Source
from models.letters import Letter
from models.people import Person
from models.quarter import Quarter
from models.store import Store
from models.store.prompts.prompts import Lane
from models.window import NOBODY_AWAY, own_days

Composer: TypeAlias = Callable[[Store, Person, Due, datetime], "Letter | None"]
"""What a prompt says to this person; None where there is nothing to say. It writes nothing."""


Together: TypeAlias = Callable[[Person, Letter, Letter, Due], Letter]
"""What a person reads to whom the first is due for their own work and the second for their team."""


class Known(Protocol):
    """What is known of somebody in a look ahead. `approved`: somebody in Tilik approves their work;
    `done`: the kinds whose need is met today."""

    @property
    def leads(self) -> bool: ...

    @property
    def approved(self) -> bool: ...

    @property
    def done(self) -> frozenset[Kind]: ...

    @property
    def finished(self) -> frozenset[Quarter]: ...

    @property
    def had(self) -> Mapping[tuple[str, Kind], date]: ...

    def worked_in(self, quarter: Quarter) -> bool: ...


class Need(Protocol):
    """Who needs a prompt: asked of the store, and of what is known in a look ahead."""

    def clauses(self) -> Iterable[Any]:
        """What makes it needed, in SQL, of the people of `posts`; `day` is bound."""

    def given(self, due: Due) -> Mapping[str, Any]:
        """What is bound in the clauses besides the day."""

    def met(self, store: Store, day: date) -> Collection[int]:
        """Whose need is met on that day, where what was done that day decides."""

    def open_to(self, who: Known, due: Due, *, today: bool) -> bool:
        """Whether somebody needs it; `today`: it is of the day on which that is known."""


class Begins(Protocol):
    """An opening: of which conversation, and how it is written."""

    @property
    def conversation(self) -> str: ...

    @property
    def written(self) -> str: ...


@dataclass(frozen=True, eq=False, kw_only=True)
class Prompt:
    """One kind of prompt.

    `rank`: whose goes out where not all can on one day, within a lane and among all people; the
    smallest first. `dues`: when it is due, and how long of use. `lasts`: it is of use for days, so
    a look ahead remembers who has had it. `bubbles`: the most that it may cost on WhatsApp.
    `takes`: what words that answer it begin, where it asks for words. `shares`: it goes in one
    letter with one of another lane that does, where both are due to somebody at once.
    """

    kind: Kind
    lane: Lane
    rank: int
    dues: Source
    lacks: Need
    words: Composer
    lasts: bool = False
    bubbles: int = 1
    takes: Begins | None = None
    shares: bool = False


@dataclass(frozen=True, eq=False)
class Prompts:
    """All kinds of prompt that are planned; `together` makes one letter of one's own and the
    team's."""

    every: tuple[Prompt, ...]
    together: Together | None = None

    @cached_property
    def by_kind(self) -> Mapping[Kind, Prompt]:
        return {one.kind: one for one in self.every}

    def __getitem__(self, kind: Kind) -> Prompt:
        return self.by_kind[kind]

    def of_use(
        self, day: date, calendar: Calendar, zone: str, *, away: frozenset[date] = NOBODY_AWAY
    ) -> tuple[Due, ...]:
        """All that may go out on `day` from its hour on, what was missed before included: by lane
        and rank. Who has had which, and who needs none, is the store's to know."""
        if not own_days(calendar, away).is_working_day(day):
            return ()
        found = self._between(day, day, calendar, zone, away)
        open_now = [due for due in found if due.day <= day <= due.until]
        return tuple(sorted(open_now, key=self.order))

    def falling(
        self,
        first: date,
        last: date,
        calendar: Calendar,
        zone: str,
        *,
        away: frozenset[date] = NOBODY_AWAY,
    ) -> tuple[Due, ...]:
        """All that fall due from `first` to `last`, in each lane at most one a day."""
        found = self._between(first, last, calendar, zone, away)
        return self.one_a_day(due for due in found if first <= due.day <= last)

    def one_a_day(self, dues: Iterable[Due]) -> tuple[Due, ...]:
        """Of each day's prompts to one person the first of each lane, in the order of time."""
        in_order = sorted(dues, key=lambda due: (due.day, *self.order(due)))
        days = groupby(in_order, key=lambda due: (due.day, self[due.kind].lane))
        return tuple(next(group) for _, group in days)

    def order(self, due: Due) -> tuple[int, int, str]:
        """What to order the prompts to one person by; the smallest goes out first."""
        one = self[due.kind]
        return get_args(Lane).index(one.lane), one.rank, due.campaign

    def urgency(self, dues: Iterable[Due]) -> tuple[int, date]:
        """What to order people by for whom one of these prompts is due; the smallest go first."""
        return min((self[due.kind].rank, due.until) for due in dues)

    def _between(
        self, first: date, last: date, calendar: Calendar, zone: str, away: frozenset[date]
    ) -> list[Due]:
        sources = dict.fromkeys(one.dues for one in self.every)
        return [
            due
            for source in sources
            for due in source(first, last, calendar, zone, away)
            if due.kind in self.by_kind
        ]
