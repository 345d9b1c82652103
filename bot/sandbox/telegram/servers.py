"""The base of the local Telegram: the bot's account, the queue of updates, stored files."""

from __future__ import annotations

from abc import abstractmethod
from collections.abc import Callable
from datetime import datetime

from bot.sandbox.box import Box
from bot.sandbox.shelf import Shelf
from bot.sandbox.telegram.events.queues import Queues
from bot.sandbox.telegram.events.updates import Updates
from bot.sandbox.telegram.faults import TelegramFaults
from bot.sandbox.telegram.records import TelegramFile
from bot.sandbox.webhook import Webhook

ANSWER_WITHIN = 60.0
OPEN_QUERIES = 100_000


class TelegramServers(Box):
    """`flood` turns the send limits on; for the rest see `Box`."""

    def __init__(
        self,
        token: str,
        *,
        username: str,
        clock: Callable[[], datetime],
        flood: bool = True,
        keep: int | None = None,
        name: str = "Tilik",
    ) -> None:
        self.faults = TelegramFaults(lambda: self.delivery.wake("nothing"))
        self.delivery = Updates(self.faults)
        webhook = Webhook(self.faults, taken=range(200, 300), within=ANSWER_WITHIN)
        super().__init__(clock=clock, keep=keep, webhook=webhook, calm=self.delivery.calm)
        self.queues = Queues(self.delivery, webhook, self.takes)
        self.token = token
        self.name = name
        self.username = username
        self.flood = flood
        number = int(token.partition(":")[0])
        self.user = {"id": number, "is_bot": True, "first_name": name, "username": username}
        self.shelf: Shelf[TelegramFile] = Shelf(keep)
        self.commands: dict[tuple[str, str], list[dict[str, str]]] = {}
        self.queries: dict[str, int] = {}
        self._asked = 0

    @abstractmethod
    def takes(self, answer: bytes) -> None:
        """Do what the answer to an update asks for."""

    def resume(self) -> None:
        self.queues.resume()

    def wake(self) -> None:
        self.delivery.wake("nothing")
        super().wake()

    def new_query(self, chat: int) -> str:
        """The id of a new callback query of this chat, to be answered once."""
        self._asked += 1
        query = str(4_000_000_000_000_000_000 + self._asked)
        self.queries[query] = chat
        if len(self.queries) > OPEN_QUERIES:
            for oldest in list(self.queries)[: OPEN_QUERIES // 2]:
                del self.queries[oldest]
        return query
