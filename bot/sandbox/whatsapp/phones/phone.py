"""A person's phone with WhatsApp: what can be done with it, and what it shows."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Any
from urllib.parse import parse_qs, urlsplit

from bot.sandbox.handset import Handset, Message
from bot.sandbox.records import Bubble, PhoneButton
from bot.sandbox.whatsapp import pace
from bot.sandbox.whatsapp.events.bodies import MESSAGES, WebhookItem
from bot.sandbox.whatsapp.events.statuses import report
from bot.sandbox.whatsapp.phones import outgoing
from bot.sandbox.whatsapp.phones.markup import bare, shown
from bot.sandbox.whatsapp.servers import WhatsAppServers

WINDOW = timedelta(hours=24)
GREETING = "Halo"
_FORWARDABLE = frozenset(
    ("text", "photo", "document", "voice", "sticker", "face", "filename", "location")
)
"""What of a message goes on with it."""


class WaPhone(Handset):
    """Made by `box.phone`. `id` is the business-scoped user id; `number` may be None."""

    id: str

    def __init__(
        self, box: WhatsAppServers, user_id: str, *, name: str, number: str | None, language: str
    ) -> None:
        super().__init__(box, name=name)
        self.box = box
        self.id = user_id
        self.number = number
        self.language = language
        self.last_heard: datetime | None = None
        self.bucket = pace.per_person()
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

    def rows(self, message: Message) -> list[list[PhoneButton]]:
        found: list[list[PhoneButton]] = message.get("buttons", [])
        return found

    def bubble(self, message: Message) -> Bubble:
        text = message.get("text", "")
        return Bubble(
            id=message["id"],
            mine=message["mine"],
            text=bare(text),
            html=shown(text),
            buttons=self.rows(message),
            photo=message.get("photo"),
            document=message.get("document"),
            voice=message.get("voice"),
            location=message.get("location"),
            date=message["date"],
            file_name=message.get("filename"),
            menu=message.get("menu"),
            asks_location=message.get("asks_location", False),
            template=message.get("template"),
            edited=message.get("edited", False),
            sticker=message.get("face"),
            forwarded=message.get("forwarded", False),
        )

    # What the person does.

    def say(self, text: str, *, forwarded: bool = False) -> None:
        """Send a text."""
        assert text.strip(), "WhatsApp sends no empty text."  # noqa: S101
        shown = {"text": text, "forwarded": forwarded}
        self._sends({"type": "text", "text": {"body": text}}, shown)

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

    def press(self, message_id: int, data: str) -> None:
        """Tap a button of this message with this data, whether or not there is such a one.

        On WhatsApp it stays for ever.
        """
        message = self.stored.get(message_id) or {"wamid": "wamid.gone", "mine": False}
        if message["mine"]:
            raise AssertionError(f"{message_id} is a message of {self.name}'s own.")
        there = [button for row in self.rows(message) for button in row]
        button = next((b for b in there if b.data == data), PhoneButton("…", data))
        self._sends(
            outgoing.tapped(message, button), {"text": button.label}, about=message["wamid"]
        )

    def sends(
        self,
        kind: str,
        content: bytes,
        *,
        name: str = "",
        caption: str | None = None,
        album: str = "",
        forwarded: bool = False,
    ) -> str:
        """WhatsApp has albums on its phones alone: a webhook tells of each file by itself."""
        media = outgoing.stored(self.box, kind, content, name=name)
        shown: Message = {kind: media.id, "filename": media.name, "forwarded": forwarded}
        shown |= {"face": caption or "🙂"} if kind == "sticker" else {"text": caption or ""}
        self._sends(outgoing.media(kind, media, caption=caption), shown)
        return media.id

    def forwards(self, message_id: int) -> None:
        """Send a message of this chat once more, as a forwarded one."""
        old = self.stored[message_id]
        shown = {name: part for name, part in old.items() if name in _FORWARDABLE}
        self._sends(outgoing.again(self.box, shown), {**shown, "forwarded": True})

    def locates(self, latitude: float, longitude: float) -> None:
        """Send a place; it answers the newest request for one."""
        place = {"latitude": latitude, "longitude": longitude}
        asked = [m["wamid"] for m in self.stored.values() if m.get("asks_location")]
        self._sends(
            {"type": "location", "location": place},
            {"location": (latitude, longitude)},
            about=asked[-1] if asked else None,
        )

    def edits(self, message_id: int, text: str) -> None:
        """Change the words of one's own text."""
        old = self._own(message_id)
        old |= {"text": text, "edited": True}
        inner = {"type": "text", "text": {"body": text}}
        self.box.changed()
        edit = {"original_message_id": old["wamid"], "message": inner}
        self._posts({"type": "edit", "edit": edit})

    def revokes(self, message_id: int) -> None:
        """Take back one's own message."""
        wamid = self._own(message_id)["wamid"]
        del self.stored[message_id]
        self.box.changed()
        self._posts({"type": "revoke", "revoke": {"original_message_id": wamid}})

    def says_in_group(self, text: str, *, group: str = "Y2FwaV9ncm91cA") -> None:
        """Send a text to a group of which the business is a member; nothing is seen here of it."""
        self._posts({"type": "text", "text": {"body": text}, "group_id": group})

    def says_elsewhere(self, text: str, phone_id: str) -> None:
        """Send a text to another number of the account; nothing is seen here of it."""
        self._posts({"type": "text", "text": {"body": text}}, phone_id=phone_id)

    def tells(self, type_: str, part: dict[str, Any]) -> None:
        """Do what is no message of the person's: open the chat, answer a request for calls."""
        self._posts({"type": type_, type_: part})

    def blocks(self) -> None:
        """Block the business: nobody tells it, its messages just fail."""
        self.blocked = True
        self.box.changed()

    def unblocks(self) -> None:
        self.blocked = False
        self.box.changed()

    def reads(self) -> None:
        """Look at the chat: every message that arrived is reported read."""
        unread, self._unread = self._unread, []
        for message in unread:
            self._reports("read", message)

    def _sends(self, fields: dict[str, Any], shown: Message, *, about: str | None = None) -> None:
        if self.blocked:
            raise AssertionError(f"{self.name} has blocked the business and must unblock it first.")
        self.started = True
        self.last_heard = self.box.clock()
        wamid = self.box.new_wamid()
        self._keep({**shown, "wamid": wamid, "mine": True})
        more: Message = {"context": {"from": self.box.number, "id": about}} if about else {}
        if shown.get("forwarded"):
            more = {"context": {"forwarded": True}}
        self._posts({**more, **fields}, wamid=wamid)

    def _posts(
        self, fields: dict[str, Any], *, wamid: str = "", phone_id: str | None = None
    ) -> None:
        """Have the business told of it, at its own number or another one."""
        whose = {"from": self.number} if self.number else {}
        body: Message = {
            **whose,
            "from_user_id": self.id,
            "id": wamid or self.box.new_wamid(),
            "timestamp": str(self.box.now()),
        }
        self.box.delivery.push(WebhookItem(MESSAGES, {**body, **fields}, self.contact, phone_id))

    def _own(self, message_id: int) -> Message:
        found = self.stored[message_id]
        assert found["mine"], f"{message_id} is not {self.name}'s."  # noqa: S101
        return found

    # What the box puts on it.

    def receives(self, content: Message, *, wamid: str, tracker: str | None) -> None:
        """A message of the business: shown and reported."""
        message = {**content, "wamid": wamid, "mine": False, "tracker": tracker}
        self._keep(message)
        self._unread.append(message)
        self._reports("delivered", message)
        if self.box.reads_receipts:
            self.reads()

    def _reports(self, status: str, message: Message) -> None:
        wamid, tracker = message["wamid"], message["tracker"]
        report(self.box, status, wamid=wamid, contact=self.contact, tracker=tracker)

    def _keep(self, message: Message) -> None:
        self.last_id += 1
        message |= {"id": self.last_id, "date": self.box.now()}
        self.put(message)
        if self.box.keep is not None:
            del self._unread[: -self.box.keep]


def prefilled(payload: str) -> str:
    """What a link of the bot writes for the person; a conversation's name is in small letters."""
    head, dash, rest = payload.partition("-")
    if not payload:
        return GREETING
    if not head.islower():
        return f"nilai {payload}"
    return f"{head} {rest}" if dash else head
