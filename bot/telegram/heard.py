"""What one raw update of Telegram says. aiogram's typed `Update` is the reader."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from typing import Any

from bot.channel import (
    Delivery,
    Ear,
    Edited,
    Heard,
    Left,
    Quoted,
    Started,
    Tapped,
    Unheard,
)
from bot.telegram.lazy_aiogram import CallbackQuery, Message, Update, User
from bot.telegram.traits import CHANNEL
from handlers.engine.said import GivenFile, Located, Typed

WANTED = ["message", "edited_message", "callback_query", "my_chat_member"]
_WORDS = ("text", "caption", "rich_message")
_HEARD = ("photo", "document", "voice", "location")
_UNHEARD = (
    *("animation", "audio", "checklist", "contact", "dice", "game", "live_photo", "paid_media"),
    *("poll", "sticker", "story", "venue", "video", "video_note"),
)
"""What people send, and Tilik has no ear for. All else that may stand in a message tells of the
chat (pins, timers, backgrounds, what new versions of the Bot API bring): it asks for no answer."""
_VIDEOS = ("animation", "video", "video_note")
_READ: Mapping[str, tuple[str, ...]] = {
    "callback_query": ("id", "from", "chat_instance", "data", "message"),
    "message": ("message_id", "date", "edit_date", "chat", "from", *_WORDS[:2], *_HEARD),
    "chat": ("id", "type"),
    "from": ("id", "is_bot", "first_name", "language_code"),
}
"""What is read of each part, so that no variant of the rest that aiogram does not know yet makes it
refuse the whole."""


_PIECES, _LINES = ("summary", "text", "caption"), ("blocks", "items", "cells")
"""Where words stand in a rich message, and what stands below each other there."""
_DEEPEST = 30


def ear(token: str) -> Ear:
    """The ear of one bot. What the inbox remembers of a message is keyed by the bot's token, which
    the database does not know: it leads from no rating to no chat."""
    Update.model_rebuild()  # now, and not while the first person waits
    key = hashlib.sha256(token.encode()).digest()
    return lambda raw: heard(raw, key=key)


def heard(raw: Mapping[str, Any], *, key: bytes = b"") -> Heard | None:
    """What a person did, or None for what asks for no answer (groups, channels, pins).

    Raises `ValueError` (pydantic's) where the update cannot be read at all.
    """
    names = ("update_id", "message", "edited_message", "callback_query")
    known = {name: raw[name] for name in names if name in raw}
    try:
        update = Update.model_validate(_read_of(known))
    except ValueError:
        update = Update.model_validate(_read_of(known, left_out=_HEARD))
    number = f"u{update.update_id}"
    if update.callback_query is not None:
        return _tap(update.callback_query, number)
    if update.message is not None:
        return _message(update.message, raw["message"], number, key)
    if update.edited_message is not None:
        return _edit(update.edited_message, raw["edited_message"], number, key)
    return _membership(raw.get("my_chat_member"), number)


def _read_of(part: Mapping[str, Any], *, left_out: tuple[str, ...] = ()) -> dict[str, Any]:
    """Of a tap, this leaves out the buttons too, which we have written ourselves."""
    return {name: _bare(name, found, left_out) for name, found in part.items()}


def _bare(name: str, found: Any, left_out: tuple[str, ...]) -> Any:
    wanted = _READ.get(name.removeprefix("edited_"))
    if wanted is None or not isinstance(found, Mapping):
        return found
    kept = {one: found[one] for one in wanted if one in found and one not in left_out}
    return _read_of(kept, left_out=left_out)


def _tap(query: CallbackQuery, key: str) -> Heard | None:
    message = query.message
    if message is None or query.data is None or not _is_own(message, query.from_user):
        return None
    return Heard(
        channel=CHANNEL,
        sender=str(message.chat.id),
        key=key,
        twin=f"c{query.id}",
        said=Tapped(query.data),
        about=_home(message),
        toast=query.id,
        language=_short(query.from_user.language_code),
    )


def _home(message: Any) -> str | None:
    """The message in which the form can go on: `p` marks one that is a picture."""
    if not isinstance(message, Message):
        return None
    if message.photo:
        return f"p{message.message_id}"
    return str(message.message_id) if message.text is not None else None


def _message(message: Message, raw: Mapping[str, Any], number: str, key: bytes) -> Heard | None:
    said, sender = _said(message, raw), message.from_user
    if said is None or sender is None or not _is_own(message, sender):
        return None
    return Heard(
        channel=CHANNEL,
        sender=str(message.chat.id),
        key=number,
        twin=_name_of(message, key),
        said=said,
        language=_short(sender.language_code),
        quoted=_quoted(raw.get("reply_to_message")),
        lost="video" if any(name in raw for name in _VIDEOS) else "",
        message=str(message.message_id),
    )


def _quoted(message: Any) -> Quoted | None:
    """What is replied to: of a message of ours, its buttons; the user's own tells nothing."""
    match message:
        case {"reply_markup": {"inline_keyboard": [*rows]}}:
            buttons = (button for row in rows if isinstance(row, list) for button in row)
            return Quoted(labels=tuple(_labels(buttons)))
    return None


def _labels(buttons: Iterable[Any]) -> Iterator[tuple[str, str]]:
    for button in buttons:
        match button:
            case {"text": str(label), "callback_data": str(tap)}:
                yield label, tap


def _is_own(message: Any, sender: User) -> bool:
    """Whether it is in the sender's own chat with the bot: a private one has its person's id."""
    return bool(message.chat.type == "private" and message.chat.id == sender.id)


def _edit(message: Message, raw: Mapping[str, Any], number: str, key: bytes) -> Heard | None:
    """Other words, or another file; a place that moves on is no such thing."""
    now = _message(message, raw, number, key)
    if now is None or now.twin is None or not isinstance(now.said, Typed | GivenFile):
        return None
    twin = _name_of(message, key, str(message.edit_date), repr(now.said))
    return replace(now, said=Edited(now.twin, now.said), twin=twin)


def _name_of(message: Message, key: bytes, *more: str) -> str:
    words = ":".join((str(message.chat.id), str(message.message_id), *more)).encode()
    return f"m{hashlib.blake2b(words, key=key, digest_size=16).hexdigest()}"


def _said(message: Message, raw: Mapping[str, Any]) -> Delivery | None:
    if message.photo:
        largest = message.photo[-1]
        size = largest.file_size
        return GivenFile("photo", largest.file_id, size=size, caption=message.caption)
    if message.document:
        file = message.document
        return GivenFile("document", file.file_id, file.file_name, file.file_size, message.caption)
    if message.voice:
        return GivenFile("voice", message.voice.file_id, size=message.voice.file_size)
    if message.location:
        return Located(message.location.latitude, message.location.longitude)
    text = message.text or message.caption or _rich(raw.get("rich_message"))
    text = text.replace("\x00", "")
    command, *rest = text.split(maxsplit=1) or [""]
    if command.partition("@")[0] == "/start":
        return Started(rest[0].strip() if rest else "")
    if text:
        return Typed(text)
    return Unheard() if any(name in raw for name in (*_WORDS, *_HEARD, *_UNHEARD)) else None


def _rich(found: Any, deep: int = 0) -> str:
    """The words of a rich message (Bot API 10.1), whatever kinds of blocks it is made of."""
    if isinstance(found, str) or deep > _DEEPEST:
        return found if isinstance(found, str) else ""
    if isinstance(found, list):
        return "".join(_rich(one, deep + 1) for one in found)
    if not isinstance(found, Mapping):
        return ""
    pieces = [found.get(name) for name in _PIECES]
    lines = [one for name in _LINES if isinstance(found.get(name), list) for one in found[name]]
    return "\n".join(filter(None, (_rich(one, deep + 1) for one in (*pieces, *lines))))


def _membership(change: Any, key: str) -> Heard | None:
    match change:
        case {
            "chat": {"id": int(chat), "type": "private"},
            "from": {"id": int(whose)},
            "new_chat_member": {"status": "kicked"},
        } if chat == whose:
            return Heard(channel=CHANNEL, sender=str(chat), key=key, said=Left())
    return None


def _short(language: str | None) -> str | None:
    return language.partition("-")[0][:5].lower() if language else None
