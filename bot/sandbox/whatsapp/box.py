"""The box itself: its door, its people, its books. See the package."""

from __future__ import annotations

import asyncio
from base64 import b64encode
from collections.abc import Callable, Mapping
from datetime import datetime
from time import monotonic
from typing import Any
from zoneinfo import ZoneInfo

from aiohttp import web

from bot.sandbox.calm import AT_LAST
from bot.sandbox.serving import opened
from bot.sandbox.whatsapp import graph, pace
from bot.sandbox.whatsapp.calls import tier_name
from bot.sandbox.whatsapp.faults import Faults
from bot.sandbox.whatsapp.media import Shelf
from bot.sandbox.whatsapp.phones import WaPhone
from bot.sandbox.whatsapp.records import Refused, Sent, Upload
from bot.sandbox.whatsapp.refusal import GraphError
from bot.sandbox.whatsapp.templates import Templates
from bot.sandbox.whatsapp.webhook import Delivery
from models.dice import SYSTEM, Dice

WATCHED_FOR = 60.0


class WhatsAppBox:
    """See the package. `clock` gives aware UTC datetimes."""

    monotonic = staticmethod(monotonic)

    def __init__(
        self,
        *,
        token: str,
        phone_id: str,
        business_id: str,
        app_secret: str,
        verify_token: str,
        clock: Callable[[], datetime],
        dice: Dice = SYSTEM,
        keep: int | None = None,
        limits: bool = True,
        name: str = "Tilik",
        number: str = "6281100000000",
        tier: int | None = 250,
    ) -> None:
        self.token = token
        self.phone_id = phone_id
        self.business_id = business_id
        self.app_secret = app_secret
        self.verify_token = verify_token
        self.clock = clock
        self.dice = dice
        self.keep = keep
        self.limits = limits
        self.name = name
        self.number = number
        self.tier = tier
        self.quality = "GREEN"
        self.metadata = {"display_phone_number": number, "phone_number_id": phone_id}
        self.url = ""
        self.phones: dict[str, WaPhone] = {}
        self._by_number: dict[str, WaPhone] = {}
        self.heard: dict[str, WaPhone] = {}
        self.contacted: dict[str, datetime] = {}
        self.shelf = Shelf(keep)
        self.ledger: list[Sent] = []
        self.refusals: list[Refused] = []
        self.faults = Faults()
        self.delivery = Delivery(self)
        self.calm = self.delivery.calm
        self.templates = Templates(self)
        self.auto_approve = False
        self.reads_receipts = False
        self.roles: dict[str, str] = {}
        self.zone = ZoneInfo("Asia/Jakarta")
        self.version = 1
        self.watchers: set[asyncio.Future[None]] = set()
        self.watched_at = -WATCHED_FOR
        self.on_changed: Callable[[], object] | None = None
        self.bucket = pace.overall()
        self._series = dice.hexadecimal(4)
        self._messages = 0
        self._sent = 0
        self._runner: web.ServerRunner | None = None

    @property
    def haste(self) -> float:
        """Factor on the waits between a webhook's retries; 0.01 is a hundred times faster."""
        return self.delivery.haste

    @haste.setter
    def haste(self, haste: float) -> None:
        self.delivery.haste = haste

    # Opening and closing.

    async def start(self, host: str = "127.0.0.1", *, port: int = 0) -> None:
        """Listen; `url` says where. May be started again after `stop`, with all it remembers."""
        self._runner = graph.runner(self)
        self.url = await opened(self._runner, host, port=port)
        self.delivery.resume()

    async def stop(self) -> None:
        """Close the door and every connection; what is not delivered waits for the next start."""
        await self.delivery.close()
        self._tell_watchers()
        await asyncio.sleep(0)
        if self._runner:
            await self._runner.cleanup()
            self._runner = None

    def hook(self, url: str) -> None:
        """Set the webhook without a question; whatever waits goes there."""
        self.delivery.hook(url)

    async def subscribe(self, url: str) -> None:
        """Set the webhook as Meta does: raises AssertionError if its challenge is not echoed."""
        await self.delivery.verify(url, self.verify_token)
        self.hook(url)

    # People.

    def phone(
        self,
        name_or_id: str | int,
        *,
        name: str = "",
        number: str | None = "",
        language: str = "id",
    ) -> WaPhone:
        """The phone of this user id ("ID.<digits>", or its digits as an int) or of this name.

        Made at the first call, when the rest counts: `number` "" gives one, None gives none.
        """
        user_id = self._user_id(name_or_id)
        found = self.phones.get(user_id)
        if found is None:
            if number == "":
                number = f"62812{len(self.phones) + 1:08d}"
            called = name or str(name_or_id)
            found = WaPhone(self, user_id, name=called, number=number, language=language)
            self.phones[user_id] = found
            if number:
                self._by_number[number] = found
            self.changed()
        return found

    def _user_id(self, name_or_id: str | int) -> str:
        if isinstance(name_or_id, int):
            return f"ID.{name_or_id}"
        if name_or_id.startswith("ID."):
            return name_or_id
        named = (phone.id for phone in self.phones.values() if phone.name == name_or_id)
        return next(named, f"ID.{1_000_000_000_000_000 + len(self.phones) + 1}")

    def reached(self, how: str, address: str) -> WaPhone | None:
        """Whose this phone number ("to") or user id ("recipient") is."""
        if how == "recipient":
            return self.phones.get(address)
        found = self._by_number.get(address)
        if found is None or found.number != address:
            found = next((p for p in self.phones.values() if p.number == address), None)
        return found

    async def quiet(self, seconds: float = 0, *, timeout: float = AT_LAST) -> None:  # noqa: ASYNC109
        """Wait until nothing is undelivered and no call is open, and nothing was for `seconds`.

        Raises AssertionError after `timeout` seconds, saying what still moves.
        """
        await self.calm.quiet(seconds, within=timeout)

    # Templates and limits, from Meta's side.

    def approve(self, name: str | None = None, *, language: str | None = None) -> None:
        """Approve what is pending; with a name also what is paused, rejected or disabled."""
        found = self.templates.named(name, language)
        chosen = found if name else [t for t in found if t.status == "PENDING"]
        if name or chosen:
            self.templates.moved(chosen, "APPROVED", "NONE")

    def reject(self, name: str, reason: str, *, language: str | None = None) -> None:
        self.templates.moved(self.templates.named(name, language), "REJECTED", reason)

    def pause(self, name: str, *, language: str | None = None) -> None:
        self.templates.moved(self.templates.named(name, language), "PAUSED", "NONE")

    def disable(self, name: str, *, language: str | None = None) -> None:
        self.templates.moved(self.templates.named(name, language), "DISABLED", "NONE")

    def set_tier(self, tier: int | None, *, tell: bool = False) -> None:
        """How many people templates may reach in 24 hours (None: any); `tell` by a webhook."""
        up = tier is None or (self.tier is not None and tier > self.tier)
        self.tier = tier
        if tell:
            change = {
                "display_phone_number": self.number,
                "event": "UPGRADE" if up else "DOWNGRADE",
                "current_limit": tier_name(tier),
            }
            self.delivery.push_change("phone_number_quality_update", change)

    # What the calls need.

    def now(self) -> int:
        """The clock in whole seconds since 1970."""
        return int(self.clock().timestamp())

    def new_wamid(self) -> str:
        """Unlike any other, also of a box that was here before."""
        self._messages += 1
        told = f"{self.number}{self._series}{self._messages:010d}"
        return f"wamid.{b64encode(told.encode()).decode()}"

    def hears(self, phone: WaPhone, wamid: str) -> None:
        """Remember whose message it was."""
        self.heard[wamid] = phone
        if self.keep is not None and len(self.heard) > max(self.keep, 100):
            del self.heard[next(iter(self.heard))]

    def record(
        self, given: Mapping[str, Any], *, to: str, phone: WaPhone | None, type_: str, wamid: str
    ) -> None:
        """Write an accepted message into the ledger."""
        self._sent += 1
        at = self.calm.stir()
        template = given["template"]["name"] if type_ == "template" else None
        whose = phone.id if phone else None
        self.ledger.append(
            Sent(self._sent, to, whose, type_, given, self.clock(), at, wamid, template)
        )
        self._trim(self.ledger)

    def refused(self, call: str, error: GraphError, given: Mapping[str, Any]) -> None:
        """Write down a call that is answered with an error."""
        shown = {k: v.name if isinstance(v, Upload) else v for k, v in given.items()}
        self.refusals.append(
            Refused(call, error.http, error.code, error.title, error.details, shown)
        )
        self._trim(self.refusals)

    def _trim(self, rows: list[Any]) -> None:
        if self.keep is not None and len(rows) > 2 * self.keep:
            del rows[: -self.keep or None]

    def changed(self, *, again_in: float | None = None) -> None:
        """Something on the page is different now, and once more after `again_in` seconds."""
        self.version += 1
        self._tell_watchers()
        if self.on_changed:
            self.on_changed()
        if again_in is not None and monotonic() - self.watched_at < WATCHED_FOR:
            asyncio.get_running_loop().call_later(again_in, self.changed)

    def _tell_watchers(self) -> None:
        for watcher in self.watchers:
            if not watcher.done():
                watcher.set_result(None)
