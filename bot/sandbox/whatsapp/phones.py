"""A person's phone with WhatsApp: what can be done with it, and what it shows."""

from __future__ import annotations

from datetime import datetime, timedelta
from html import escape
from typing import TYPE_CHECKING, Any
from urllib.parse import parse_qs, urlsplit

from bot.sandbox.whatsapp import outgoing, pace
from bot.sandbox.whatsapp.bodies import MESSAGES, Item
from bot.sandbox.whatsapp.bubbles import bubble
from bot.sandbox.whatsapp.records import Bubble, Button
from bot.sandbox.whatsapp.statuses import report
from bot.sandbox.whatsapp.tapping import chosen

if TYPE_CHECKING:
    from bot.sandbox.whatsapp.box import WhatsAppBox

WINDOW = timedelta(hours=24)
GREETING = "Halo"
Message = dict[str, Any]


class WaPhone:
    """Made by `box.phone`. `id` is the business-scoped user id; `number` may be None."""

    def __init__(
        self, box: WhatsAppBox, user_id: str, *, name: str, number: str | None, language: str
    ) -> None:
        self.box = box
        self.id = user_id
        self.name = name
        self.number = number
        self.language = language
        self.started = False
        self.blocked = False
        self.is_offline = False
        self.typing_until = 0.0
        self.last_heard: datetime | None = None
        self.bucket = pace.per_person()
        self.stored: dict[int, Message] = {}
        self.last_id = 0
        self._undelivered: list[Message] = []
        self._unread: list[Message] = []

    @property
    def contact(self) -> dict[str, Any]:
        """How webhooks name this person."""
        known = {"wa_id": self.number} if self.number else {}
        return {"profile": {"name": self.name}, **known, "user_id": self.id}

    @property
    def window_is_open(self) -> bool:
        """Whether the person wrote within the last 24 hours."""
        return self.last_heard is not None and self.box.clock() - self.last_heard < WINDOW

    @property
    def messages(self) -> list[Bubble]:
        """What the phone shows, oldest first, both directions."""
        return [bubble(message) for message in self.stored.values()]

    # What the person does.

    def say(self, text: str) -> None:
        """Send a text."""
        assert text.strip(), "WhatsApp sends no empty text."  # noqa: S101
        self._sends({"type": "text", "text": {"body": text}}, {"text": text})

    def start(self, payload: str = "") -> None:
        """Open a link of the bot, and send the text that it has filled in.

        "daftar-ABC" says "daftar ABC", the code "ABCDE" says "nilai ABCDE", and nothing "Halo".
        """
        self.say(prefilled(payload))

    def opens(self, url: str) -> None:
        """Follow a link: one to this business sends its text, any other leaves WhatsApp."""
        link = urlsplit(url)
        if link.netloc == "wa.me" and link.path.strip("/") == self.box.number:
            self.say(parse_qs(link.query).get("text", [GREETING])[0])

    def tap(self, label: str) -> None:
        """Tap the newest button of this label, or of an unambiguous beginning of its title or
        description, or whose title was shortened from this label.

        Raises AssertionError with the buttons that there were.
        """
        for message in reversed(self.stored.values()):
            there = [button for row in message.get("buttons", ()) for button in row]
            if found := chosen(there, label):
                return self.press(message["id"], str(found.data))
        raise AssertionError(f"{self.name} finds no button {label!r}; there were: {self._labels()}")

    def _labels(self) -> str:
        newest = [found.labels for found in reversed(self.messages) if found.buttons]
        return "; then ".join(", ".join(map(repr, labels)) for labels in newest[:3]) or "none"

    def press(self, message_id: int, data: str) -> None:
        """Tap a button of this message with this data, whether or not there is such a one.

        On WhatsApp it stays for ever.
        """
        message = self.stored.get(message_id) or {"wamid": "wamid.gone", "mine": False}
        if message["mine"]:
            raise AssertionError(f"{message_id} is a message of {self.name}'s own.")
        there = [button for row in message.get("buttons", ()) for button in row]
        button = next((b for b in there if b.data == data), Button("…", data))
        self._sends(
            outgoing.tapped(message, button), {"text": button.label}, about=message["wamid"]
        )

    def sends(
        self, kind: str, content: bytes, *, name: str = "", caption: str | None = None
    ) -> str:
        """Send a "photo", "document" or "voice"; returns its media id."""
        media = outgoing.stored(self.box, kind, content, name=name)
        shown = {"text": caption or "", kind: media.id, "filename": media.name}
        self._sends(outgoing.media(kind, media, caption=caption), shown)
        return media.id

    def locates(self, latitude: float, longitude: float) -> None:
        """Send a place; it answers the newest request for one."""
        place = {"latitude": latitude, "longitude": longitude}
        asked = [m["wamid"] for m in self.stored.values() if m.get("asks_location")]
        self._sends(
            {"type": "location", "location": place},
            {"location": (latitude, longitude)},
            about=asked[-1] if asked else None,
        )

    def shares_contact(self, name: str = "Budi", *, number: str = "6281200000000") -> None:
        """Send somebody's contact."""
        self._sends(outgoing.contact(name, number), {"text": name})

    def sends_unknown(self, type_: str = "sticker") -> None:
        """Send what a bot may not know: a sticker, a reaction, an order, an unsupported thing."""
        newest = next(reversed(self.stored.values()), {"wamid": "wamid.none"})
        self._sends(outgoing.unknown(type_, newest["wamid"]), {"text": f"[{type_}]"})

    def blocks(self) -> None:
        """Block the business: nobody tells it, its messages just fail."""
        self.blocked = True
        self.box.changed()

    def unblocks(self) -> None:
        self.blocked = False
        self.box.changed()

    def offline(self) -> None:
        """Lose the network: what is sent waits."""
        self.is_offline = True
        self.box.changed()

    def online(self) -> None:
        """Find the network again: what waited arrives, and is reported delivered."""
        self.is_offline = False
        waited, self._undelivered = self._undelivered, []
        for message in waited:
            self._shows(message)
        self.box.changed()

    def reads(self) -> None:
        """Look at the chat: every message that arrived is reported read."""
        unread, self._unread = self._unread, []
        for message in unread:
            self._reports("read", message)

    def _sends(self, fields: dict[str, Any], shown: Message, *, about: str | None = None) -> None:
        if self.blocked:
            raise AssertionError(f"{self.name} has blocked the business and must unblock it first.")
        if self.is_offline:
            raise AssertionError(f"{self.name} is offline.")
        self.started = True
        self.last_heard = self.box.clock()
        wamid = self.box.new_wamid()
        self._keep({**shown, "wamid": wamid, "mine": True})
        self.box.hears(self, wamid)
        whose = {"from": self.number} if self.number else {}
        body: Message = {
            **whose,
            "from_user_id": self.id,
            "id": wamid,
            "timestamp": str(self.box.now()),
        }
        if about:
            body["context"] = {"from": self.box.number, "id": about}
        self.box.delivery.push(Item(MESSAGES, {**body, **fields}, self.contact))

    # What the box puts on it.

    def receives(self, content: Message, *, wamid: str, tracker: str | None) -> None:
        """A message of the business: shown and reported, or waiting while offline."""
        self.typing_until = 0.0
        message = {**content, "wamid": wamid, "mine": False, "tracker": tracker}
        if self.is_offline:
            self._undelivered.append(message)
        else:
            self._shows(message)

    def _shows(self, message: Message) -> None:
        self._keep(message)
        self._unread.append(message)
        self._reports("delivered", message)
        if self.box.reads_receipts:
            self.reads()

    def _reports(self, status: str, message: Message) -> None:
        report(self.box, status, wamid=message["wamid"], phone=self, tracker=message["tracker"])

    def _keep(self, message: Message) -> None:
        self.last_id += 1
        message |= {"id": self.last_id, "date": self.box.now()}
        self.stored[self.last_id] = message
        keep = self.box.keep
        if keep is not None and len(self.stored) > keep:
            del self.stored[next(iter(self.stored))]
            del self._unread[:-keep]
        self.box.changed()

    def __repr__(self) -> str:
        return f"<WaPhone {self.id} {escape(self.name)}>"


def prefilled(payload: str) -> str:
    """What a link of the bot writes for the person; a conversation's name is in small letters."""
    head, dash, rest = payload.partition("-")
    if not payload:
        return GREETING
    if not head.islower():
        return f"nilai {payload}"
    return f"{head} {rest}" if dash else head
