"""The base of the local WhatsApp: the business account, webhook events, stored media."""

from __future__ import annotations

from base64 import b64encode
from collections.abc import Callable
from datetime import datetime

from bot.sandbox.box import Box
from bot.sandbox.shelf import Shelf
from bot.sandbox.webhook import Webhook
from bot.sandbox.whatsapp.events.delivery import Delivery
from bot.sandbox.whatsapp.faults import WhatsAppFaults
from bot.sandbox.whatsapp.records import Business, Media
from models.dice import Dice

ANSWER_WITHIN = 30.0


class WhatsAppServers(Box):
    """`reads_receipts` reports every message read as soon as it is shown, `auto_approve` approves
    every template as soon as it is there."""

    def __init__(
        self, business: Business, *, clock: Callable[[], datetime], dice: Dice, keep: int | None
    ) -> None:
        self.faults = WhatsAppFaults()
        webhook = Webhook(self.faults, taken=range(200, 201), within=ANSWER_WITHIN)
        self.delivery = Delivery(self.faults, webhook, business)
        super().__init__(clock=clock, keep=keep, webhook=webhook, calm=self.delivery.calm)
        self.business = business
        self.number = business.number
        self.dice = dice
        self.shelf: Shelf[Media] = Shelf(keep)
        self.reads_receipts = False
        self.auto_approve = False
        self._series = dice.hexadecimal(4)
        self._messages = 0

    def resume(self) -> None:
        self.hook(self.webhook.url)

    def hook(self, url: str) -> None:
        """Set the webhook without a question, "" for none; whatever waits goes there."""
        self.delivery.hook(url)

    def new_wamid(self) -> str:
        """Unlike any other, also of a box that was here before."""
        self._messages += 1
        told = f"{self.number}{self._series}{self._messages:010d}"
        return f"wamid.{b64encode(told.encode()).decode()}"

    async def stop(self) -> None:
        """See `Box`; what was being gathered waits too."""
        self.delivery.rest()
        await super().stop()
