"""WhatsApp with its people and templates: what the calls of the Graph API act on."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import datetime
from typing import Any

from bot.sandbox.records import Upload
from bot.sandbox.whatsapp import pace
from bot.sandbox.whatsapp.events.bodies import MESSAGES, WebhookItem
from bot.sandbox.whatsapp.phones.phone import WaPhone
from bot.sandbox.whatsapp.records import Business, RefusedCall, SentMessage
from bot.sandbox.whatsapp.refusal import GraphError
from bot.sandbox.whatsapp.servers import WhatsAppServers
from bot.sandbox.whatsapp.templates.stored import Templates
from models.dice import SYSTEM, Dice

TIERS = {250: "250", 2_000: "2K", 10_000: "10K", 100_000: "100K", None: "UNLIMITED"}


def tier_name(tier: int | None) -> str:
    """TIER_250 and so on; a tier that only tests have is named by its number."""
    return f"TIER_{TIERS.get(tier, tier)}"


class WhatsAppNetwork(WhatsAppServers):
    """Adds the phones, the templates, the books and the send limits. `tier` is how many people
    templates may reach in 24 hours (None: any)."""

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
        business = Business(token, phone_id, business_id, app_secret, name, number)
        super().__init__(business, clock=clock, dice=dice, keep=keep)
        self.verify_token = verify_token
        self.limits = limits
        self.tier = tier
        self.phones: dict[str, WaPhone] = {}
        self.contacted: dict[str, datetime] = {}
        self.ledger: list[SentMessage] = []
        self.refusals: list[RefusedCall] = []
        self.templates = Templates(self)
        self.bucket = pace.overall()
        self._sent = 0

    async def subscribe(self, url: str) -> None:
        """Set the webhook as Meta does: raises AssertionError if its challenge is not echoed."""
        await self.delivery.verify(url, self.verify_token, str(self.dice.below(10**10)))
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
            self.changed()
        return found

    def moves(self, phone: WaPhone, *, user_id: str, number: str | None = None) -> None:
        """Somebody has another number, and with it another id; without a number, another id alone.

        Whoever knows the old ones reaches nobody any more.
        """
        system = {"type": "user_changed_user_id", "user_id": user_id, "previous_user_id": phone.id}
        whose = {}
        if number is not None:
            system |= {"type": "user_changed_number", "wa_id": number}
            whose = {"from": phone.number} if phone.number else {}
        message = {"id": self.new_wamid(), "timestamp": str(self.now()), "type": "system"}
        del self.phones[phone.id]
        phone.id, phone.number = user_id, number or phone.number
        self.phones[user_id] = phone
        self.delivery.push(WebhookItem(MESSAGES, {**whose, **message, "system": system}, None))
        self.changed()

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
        return next((p for p in self.phones.values() if p.number == address), None)

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

    # The books.

    def record(
        self, given: Mapping[str, Any], *, to: str, phone: WaPhone, type_: str, wamid: str
    ) -> None:
        """Write an accepted message into the ledger."""
        self._sent += 1
        at = self.calm.stir()
        template = given["template"]["name"] if type_ == "template" else None
        self.ledger.append(
            SentMessage(self._sent, to, phone.id, type_, given, self.clock(), at, wamid, template)
        )
        self.trim(self.ledger)

    def refused(self, call: str, error: GraphError, given: Mapping[str, Any]) -> None:
        """Write down a call that is answered with an error."""
        shown = {k: v.name if isinstance(v, Upload) else v for k, v in given.items()}
        self.refusals.append(
            RefusedCall(call, error.http, error.code, error.title, error.details, shown)
        )
        self.trim(self.refusals)
