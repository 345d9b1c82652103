"""A person's phone: what can be done with it, and what it shows."""

from __future__ import annotations

from html import escape
from re import compile as pattern
from typing import TYPE_CHECKING, Any

import orjson

from bot.sandbox import entities, files, flood
from bot.sandbox.keyboard import buttons
from bot.sandbox.polling import TAP
from bot.sandbox.records import Bubble, Message, Upload

if TYPE_CHECKING:
    from bot.sandbox.telegram import TelegramBox

LONGEST = 4096
START_PAYLOAD = pattern(r"[A-Za-z0-9_-]{0,64}")
COMMAND = pattern(r"/[A-Za-z0-9_]{1,32}(@\w+)?")


class Phone:
    """Made by `box.phone`. The private chat has the id of its person."""

    def __init__(self, box: TelegramBox, number: int, *, name: str, language: str) -> None:
        self.box = box
        self.id = number
        self.name = name
        self.chat = {"id": number, "first_name": name, "type": "private"}
        self.language = language
        self.started = False
        self.blocked = False
        self.typing_until = 0.0
        self.toasts: list[str] = []
        self.toast_until = 0.0
        self.bucket = flood.per_chat()
        self.stored: dict[int, Message] = {}
        self.last_id = 0
        self._chat_queue = ("chat", number)
        self._tap_queue = ("tap", number)

    @property
    def language(self) -> str:
        return self._language

    @language.setter
    def language(self, language: str) -> None:
        self._language = language
        self.user = {
            "id": self.id,
            "is_bot": False,
            "first_name": self.name,
            "language_code": language,
        }

    @property
    def messages(self) -> list[Bubble]:
        """What the phone shows, oldest first, both directions, as edited."""
        return [self._bubble(message) for message in self.stored.values()]

    def _bubble(self, message: Message) -> Bubble:
        text = message.get("text") or message.get("caption") or ""
        marks = message.get("entities") or message.get("caption_entities") or []
        place = message.get("location")
        photo = message.get("photo")
        return Bubble(
            id=message["message_id"],
            mine=message["from"]["id"] == self.id,
            text=text,
            html=entities.shown(text, marks),
            buttons=buttons(message.get("reply_markup")),
            photo=photo[-1]["file_id"] if photo else None,
            document=message["document"]["file_id"] if "document" in message else None,
            voice=message["voice"]["file_id"] if "voice" in message else None,
            location=(place["latitude"], place["longitude"]) if place else None,
            edited="edit_date" in message,
            date=message["date"],
        )

    # What the person does.

    def say(self, text: str) -> None:
        """Send a text; one over 4,096 characters goes as several, as Telegram's apps do."""
        while len(text) > LONGEST:
            self._sends({"text": text[:LONGEST]})
            text = text[LONGEST:]
        assert text.strip(), "Telegram's apps do not send an empty text."  # noqa: S101
        fields: dict[str, Any] = {"text": text}
        if text[0] == "/" and (command := COMMAND.match(text)):
            fields["entities"] = [{"type": "bot_command", "offset": 0, "length": command.end()}]
        self._sends(fields)

    def start(self, payload: str = "") -> None:
        """Press Start, as after a link t.me/bot?start=payload."""
        if not START_PAYLOAD.fullmatch(payload):
            raise AssertionError(f"Telegram opens no start link with {payload!r}.")
        self.say(f"/start {payload}" if payload else "/start")

    def tap(self, label: str) -> None:
        """Tap the button of this label, or unambiguous beginning of one, that is newest.

        A button with a start link of this bot starts it. Raises AssertionError with the buttons
        that there were.
        """
        for message in reversed(self.stored.values()):
            rows = (message.get("reply_markup") or {}).get("inline_keyboard", ())
            there = [button for row in rows for button in row]
            found = _chosen(there, label)
            if found and "callback_data" in found:
                return self.press(message["message_id"], found["callback_data"])
            if found:
                return self.opens(found["url"])
        raise AssertionError(f"{self.name} finds no button {label!r}; there were: {self._labels()}")

    def _labels(self) -> str:
        newest = [bubble.labels for bubble in reversed(self.messages) if bubble.buttons]
        return "; then ".join(", ".join(map(repr, labels)) for labels in newest[:3]) or "none"

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
            "id": self.box.new_query(self),
            "from": self.user,
            "message": message,
            "chat_instance": str(self.id),
            "data": data,
        }
        self.box.delivery.push(TAP, self._tap_queue, orjson.dumps(tap))

    def sends(
        self, kind: str, content: bytes, *, name: str = "", caption: str | None = None
    ) -> str:
        """Send a "photo", "document" or "voice"; returns its file id."""
        if kind not in ("photo", "document", "voice"):
            raise AssertionError(f"A phone sends a photo, a document or a voice, not {kind!r}.")
        names = {"photo": "photo.jpg", "document": "document.pdf", "voice": "voice.ogg"}
        width, height = files.measured(content) if kind == "photo" else (0, 0)
        upload = Upload(name or names[kind], "", content)
        file = self.box.shelf.store(kind, upload, width=width, height=height)
        fields = {kind: files.field(file)}
        if caption:
            fields["caption"] = caption
        self._sends(fields)
        return file.id

    def locates(self, latitude: float, longitude: float) -> None:
        self._sends({"location": {"latitude": latitude, "longitude": longitude}})

    def blocks(self) -> None:
        self._membership("member", "kicked")
        self.blocked = True

    def unblocks(self) -> None:
        self._membership("kicked", "member")
        self.blocked = False

    def _membership(self, old: str, new: str) -> None:
        until = {"until_date": 0}
        change = {
            "chat": self.chat,
            "from": self.user,
            "date": self.box.now(),
            "old_chat_member": {
                "user": self.box.user,
                "status": old,
                **(until if old == "kicked" else {}),
            },
            "new_chat_member": {
                "user": self.box.user,
                "status": new,
                **(until if new == "kicked" else {}),
            },
        }
        self.box.delivery.push("my_chat_member", self._chat_queue, orjson.dumps(change))
        self.box.changed()

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
        self.last_id = number = self.last_id + 1
        message = {"message_id": number, "chat": self.chat, "date": self.box.now(), **fields}
        stored = self.stored
        stored[number] = message
        keep = self.box.keep
        if keep is not None and len(stored) > keep:
            del stored[next(iter(stored))]
        self.box.changed()
        return message

    def __repr__(self) -> str:
        return f"<Phone {self.id} {escape(self.name)}>"


def _chosen(there: list[dict[str, str]], label: str) -> dict[str, str] | None:
    exact = [button for button in there if button["text"] == label]
    if exact:
        return exact[0]
    wanted = label.casefold()
    begun = [button for button in there if button["text"].casefold().startswith(wanted)]
    if len(begun) > 1:
        labels = ", ".join(repr(button["text"]) for button in begun)
        raise AssertionError(f"{label!r} is the beginning of several buttons: {labels}")
    return begun[0] if begun else None
