"""Updates on their way to the bot: kept in order, given out by getUpdates, confirmed by offset."""

import asyncio
from collections import OrderedDict
from time import monotonic
from typing import NamedTuple, Protocol

import orjson

from bot.sandbox.calm import Calm
from bot.sandbox.form import Form
from bot.sandbox.telegram.faults import TelegramFaults
from bot.sandbox.telegram.refusal import OTHER_BY_WEBHOOK, OTHER_POLLER, WEBHOOK_ACTIVE, conflict

LONGEST_POLL = 50
TAP_LIFETIME = 150.0
# Bot API: without allowed_updates these kinds are left out.
NOT_BY_DEFAULT = frozenset(("chat_member", "message_reaction", "message_reaction_count"))
TAP = "callback_query"


class Update(NamedTuple):
    """`queue` is ("tap", user) or ("chat", chat); `body` is the JSON of the kind's object."""

    kind: str
    queue: tuple[str, int]
    body: bytes
    born: float

    def numbered(self, number: int) -> bytes:
        return b'{"update_id":%d,"%s":%b}' % (number, self.kind.encode(), self.body)


class Outlet(Protocol):
    """Where updates go at once, if not to a poller."""

    def offer(self, number: int, update: Update) -> None: ...


class Updates:
    """All updates not yet taken; a webhook, if set, is the outlet."""

    def __init__(self, faults: TelegramFaults) -> None:
        self.faults = faults
        self.pending: OrderedDict[int, Update] = OrderedDict()
        self.again: list[tuple[int, bytes]] = []
        self.repeated: set[int] = set()
        self.given = 0
        self.last = 0
        self.delayed = 0
        self.allowed: list[str] | None = None
        self.outlet: Outlet | None = None
        self.tap_lifetime = TAP_LIFETIME
        self.calm = Calm("updates", self.waiting)
        self._parked: asyncio.Future[str] | None = None

    def push(self, kind: str, queue: tuple[str, int], body: bytes) -> None:
        """A new update of this kind; dropped if the bot did not ask for the kind."""
        if kind in NOT_BY_DEFAULT if not self.allowed else kind not in self.allowed:
            return
        if self.faults.delay:
            self.delayed += 1
            loop = asyncio.get_running_loop()
            loop.call_later(self.faults.delay, self._late, kind, queue, body)
        else:
            self._enter(Update(kind, queue, body, monotonic()))

    def _late(self, kind: str, queue: tuple[str, int], body: bytes) -> None:
        self.delayed -= 1
        self._enter(Update(kind, queue, body, monotonic()))

    def _enter(self, update: Update) -> None:
        before = self._overtakable(update) if self.faults.reorder else None
        if before:
            self.pending[self.last] = update
            update = before
        self.last += 1
        self.pending[self.last] = update
        self.calm.stir()
        if self.outlet:
            self.outlet.offer(self.last, update)
        else:
            self.wake("news")

    def _overtakable(self, update: Update) -> Update | None:
        """The update before this one, if nobody has it yet and the dice let this one pass it."""
        if self.outlet or self.last <= self.given:
            return None
        before = self.pending.get(self.last)
        if before is None or before.queue == update.queue:
            return None
        return before if self.faults.hits(self.faults.reorder) else None

    def repeat(self, number: int, update: Update) -> bytes | None:
        """With the chance of the fault, an update once more: under its id, or under a new one."""
        faults = self.faults
        if number in self.repeated or not faults.hits(faults.repeat_updates):
            return None
        self.repeated.add(number)
        if faults.dice.random() < 0.5:
            return update.numbered(number)
        self.repeated.add(self.last + 1)
        self._enter(update)
        return None

    def awaits(self, number: int, update: Update) -> bool:
        """Whether the bot is still to have this update."""
        return number in self.pending and not self._is_stale(update)

    def _is_stale(self, update: Update) -> bool:
        return update.kind == TAP and update.born < monotonic() - self.tap_lifetime

    def done(self, number: int) -> None:
        """The bot has this update."""
        self.pending.pop(number, None)
        self.repeated.discard(number)
        self.calm.stir()

    def waiting(self) -> int:
        return len(self.pending) + len(self.again) + self.delayed

    def clear(self) -> None:
        self.pending.clear()
        self.again.clear()
        self.repeated.clear()
        self.calm.stir()

    async def poll(self, *, offset: int, limit: int, timeout: float) -> list[bytes]:  # noqa: ASYNC109
        """getUpdates: confirm below `offset`, give out up to `limit`, wait up to `timeout` s.

        As Telegram does, a second poller ends the wait of the first with a 409.
        """
        if self.outlet:
            raise conflict(WEBHOOK_ACTIVE)
        self.wake(OTHER_POLLER)
        if offset:
            self._confirm(offset)
        batch = self._batch(limit)
        if batch or timeout <= 0:
            return batch
        loop = asyncio.get_running_loop()
        parked = self._parked = loop.create_future()
        bell = loop.call_later(timeout, _ring, parked, "nothing")
        self.calm.stir()
        try:
            news = await parked
        finally:
            bell.cancel()
            if self._parked is parked:
                self._parked = None
        if news in (OTHER_POLLER, OTHER_BY_WEBHOOK):
            raise conflict(news)
        return self._batch(limit)

    @property
    def polled(self) -> bool:
        """Whether somebody waits for news."""
        return self._parked is not None

    def wake(self, why: str) -> None:
        """End the long poll that waits, if any."""
        parked, self._parked = self._parked, None
        if parked:
            _ring(parked, why)

    def _confirm(self, offset: int) -> None:
        pending = self.pending
        if offset < 0:
            offset = (list(pending)[offset:] or [0])[0]
        while pending:
            number = next(iter(pending))
            if number >= offset:
                break
            del pending[number]
            self.repeated.discard(number)
            self.calm.stir()

    def _batch(self, limit: int) -> list[bytes]:
        # One that is not confirmed comes again by itself, and in its order: were it given first,
        # an offset after it would confirm those before it that the limit has kept back.
        batch = [again for number, again in self.again if number not in self.pending]
        self.again = []
        if not self.pending:
            return batch
        number = 0
        stale = []
        chances = []
        for number, update in self.pending.items():
            if len(batch) >= limit:
                break
            if self._is_stale(update):
                stale.append(number)
                continue
            batch.append(update.numbered(number))
            if self.faults.repeat_updates:
                chances.append((number, update))
            self.given = max(self.given, number)
        for number in stale:
            del self.pending[number]
        for number, update in chances:
            if again := self.repeat(number, update):
                self.again.append((number, again))
        self.calm.stir()
        return batch


def _ring(parked: "asyncio.Future[str]", why: str) -> None:
    if not parked.done():
        parked.set_result(why)


def answer(batch: list[bytes]) -> bytes:
    """The body of a getUpdates answer."""
    return b'{"ok":true,"result":[%b]}' % b",".join(batch)


def asked_kinds(form: Form) -> list[str] | None:
    """allowed_updates of a call, or None if the call does not name it."""
    kinds = form.get("allowed_updates")
    if isinstance(kinds, str):
        kinds = orjson.loads(kinds or "[]")
    return list(kinds) if kinds is not None else None
