"""A person's phone with Telegram: what can be done with it, and what it shows."""

from __future__ import annotations

from re import compile as pattern
from typing import Any

import orjson

from bot.sandbox.handset import Handset, Message, sendable
from bot.sandbox.records import Bubble, PhoneButton, Upload
from bot.sandbox.telegram import flood, markup, shelf
from bot.sandbox.telegram.events.updates import TAP
from bot.sandbox.telegram.keyboard import buttons
from bot.sandbox.telegram.servers import TelegramServers

LONGEST = 4096
FORWARDED_FROM = "Grup Kantor"
_WORDS = ("text", "entities", "caption", "caption_entities")
_FORWARDABLE = frozenset(
    (*_WORDS, "forward_origin", "photo", "document", "voice", "location", "sticker")
)
"""What of a message goes on with it; whoever wrote it first stays its origin."""
START_PAYLOAD = pattern(r"[A-Za-z0-9_-]{0,64}")
COMMAND = pattern(r"/[A-Za-z0-9_]{1,32}(@\w+)?")


class Phone(Handset):
    """Made by `box.phone`. The private chat has the id of its person."""

    id: int

    def __init__(self, box: TelegramServers, number: int, *, name: str, language: str) -> None:
        super().__init__(box, name=name)
        self.box = box
        self.id = number
        self.language = language
        self.chat = {"id": number, "first_name": name, "type": "private"}
        self.toasts: list[str] = []
        self.toast_until = 0.0
        self.bucket = flood.per_chat()
        self._chat_queue = ("chat", number)
        self._tap_queue = ("tap", number)

    @property
    def user(self) -> dict[str, Any]:
        """How updates name this person."""
        named = {"id": self.id, "is_bot": False, "first_name": self.name}
        return {**named, "language_code": self.language}

    def rows(self, message: Message) -> list[list[PhoneButton]]:
        return buttons(message.get("reply_markup"))

    def bubble(self, message: Message) -> Bubble:
        """The message as edited."""
        text = message.get("text") or message.get("caption") or ""
        marks = message.get("entities") or message.get("caption_entities") or []
        place = message.get("location")
        photo = message.get("photo")
        return Bubble(
            id=message["message_id"],
            mine=message["from"]["id"] == self.id,
            text=text,
            html=markup.shown(text, marks),
            buttons=self.rows(message),
            photo=photo[-1]["file_id"] if photo else None,
            document=message["document"]["file_id"] if "document" in message else None,
            voice=message["voice"]["file_id"] if "voice" in message else None,
            location=(place["latitude"], place["longitude"]) if place else None,
            edited="edit_date" in message,
            sticker=message["sticker"]["emoji"] if "sticker" in message else None,
            forwarded="forward_origin" in message,
            date=message["date"],
        )

    # What the person does.

    def say(self, text: str, *, forwarded: bool = False) -> None:
        """Send a text; one over 4,096 characters goes as several, as Telegram's apps do."""
        while len(text) > LONGEST:
            self._sends({"text": text[:LONGEST]})
            text = text[LONGEST:]
        assert text.strip(), "Telegram's apps do not send an empty text."  # noqa: S101
        fields: dict[str, Any] = {"text": text, **self._origin(forwarded)}
        if text[0] == "/" and (command := COMMAND.match(text)):
            fields["entities"] = [{"type": "bot_command", "offset": 0, "length": command.end()}]
        self._sends(fields)

    def start(self, payload: str = "") -> None:
        """Press Start, as after a link t.me/bot?start=payload."""
        if not START_PAYLOAD.fullmatch(payload):
            raise AssertionError(f"Telegram opens no start link with {payload!r}.")
        self.say(f"/start {payload}" if payload else "/start")

    def opens(self, url: str) -> None:
        """Follow a link: a start link of this bot starts it, any other leaves Telegram."""
        head, mark, payload = url.partition("?start=")
        if mark and head.rpartition("/")[2].lower() == self.box.username.lower():
            self.start(payload)

    def press(self, message_id: int, data: str) -> None:
        """Tap a button of this message with this data, whether or not it is still there."""
        self._may_act()
        message = self.stored.get(message_id) or {
            "message_id": message_id,
            "chat": self.chat,
            "date": 0,  # Bot API: an InaccessibleMessage
        }
        tap = {
            "id": self.box.new_query(self.id),
            "from": self.user,
            "message": message,
            "chat_instance": str(self.id),
            "data": data,
        }
        self.box.delivery.push(TAP, self._tap_queue, orjson.dumps(tap))

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
        upload = Upload(name or sendable(kind), "", content)
        file = shelf.store(self.box.shelf, kind, upload)
        fields = {kind: shelf.field(file), **self._origin(forwarded)}
        if kind == "sticker":
            fields[kind]["emoji"] = caption or "🙂"
        elif caption:
            fields["caption"] = caption
        if album:
            fields["media_group_id"] = f"{self.id}{album}"
        self._sends(fields)
        return file.id

    def _origin(self, forwarded: bool) -> dict[str, Any]:
        """Bot API: a MessageOriginHiddenUser, as of whoever does not let themselves be linked."""
        if not forwarded:
            return {}
        whose = {"type": "hidden_user", "sender_user_name": FORWARDED_FROM}
        return {"forward_origin": {**whose, "date": self.box.now()}}

    def forwards(self, message_id: int) -> None:
        """Send a message of this chat once more, as forwarded from who wrote it first."""
        old = self.stored[message_id]
        origin = {"type": "user", "sender_user": old["from"], "date": old["date"]}
        words = {name: part for name, part in old.items() if name in _FORWARDABLE}
        self._sends({"forward_origin": origin, **words})

    def revokes(self, message_id: int) -> None:
        """Take back one's own message; the Bot API tells a bot nothing of it."""
        self._own(message_id)
        del self.stored[message_id]
        self.box.changed()

    def locates(self, latitude: float, longitude: float) -> None:
        self._sends({"location": {"latitude": latitude, "longitude": longitude}})

    def edits(self, message_id: int, text: str) -> None:
        """Change the words of one's own text, or those under one's own file."""
        self._may_act()
        old = self._own(message_id)
        words = {"text" if "text" in old else "caption": text}
        self.stored[message_id] = new = {**old, **words, "edit_date": self.box.now()}
        self.box.delivery.push("edited_message", self._chat_queue, orjson.dumps(new))
        self.box.changed()

    def tells(self, **fields: Any) -> None:
        """Do what the chat only tells of: pin a message, set a timer, choose a background."""
        self._sends(fields)

    def blocks(self) -> None:
        self._membership("member", "kicked")
        self.blocked = True

    def unblocks(self) -> None:
        self._membership("kicked", "member")
        self.blocked = False

    def _membership(self, old: str, new: str) -> None:
        change = {
            "chat": self.chat,
            "from": self.user,
            "date": self.box.now(),
            "old_chat_member": self._member(old),
            "new_chat_member": self._member(new),
        }
        self.box.delivery.push("my_chat_member", self._chat_queue, orjson.dumps(change))
        self.box.changed()

    def _member(self, status: str) -> dict[str, Any]:
        until = {"until_date": 0} if status == "kicked" else {}
        return {"user": self.box.user, "status": status, **until}

    def _own(self, message_id: int) -> Message:
        found = self.stored[message_id]
        assert found["from"]["id"] == self.id, f"{message_id} is not {self.name}'s."  # noqa: S101
        return found

    def _may_act(self) -> None:
        if self.blocked:
            raise AssertionError(f"{self.name} has blocked the bot and must unblock it first.")

    def _sends(self, fields: dict[str, Any]) -> None:
        self._may_act()
        self.started = True
        message = self.keep({"from": self.user, **fields})
        self.box.delivery.push("message", self._chat_queue, orjson.dumps(message))

    # What the box puts on it.

    def keep(self, fields: dict[str, Any]) -> Message:
        """Store a new message with these fields; returns it as Telegram would."""
        self.last_id += 1
        message = {"message_id": self.last_id, "chat": self.chat, "date": self.box.now(), **fields}
        self.put(message)
        return message
