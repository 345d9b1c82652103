"""What one raw update of Telegram says. aiogram's typed `Update` is the reader."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from typing import Any

from bot.channel import Delivery, Ear, Heard, Left, Started, Tapped, Unheard
from bot.telegram.lazy_aiogram import CallbackQuery, ChatMemberUpdated, Message, Update
from bot.telegram.traits import CHANNEL
from handlers.engine.said import GivenFile, Located, Typed

_HOME = ("message_id", "date", "chat", "photo", "text")
WANTED = ["message", "callback_query", "my_chat_member"]


def ear(token: str) -> Ear:
    """The ear of one bot. What the inbox remembers of a message is keyed by the bot's token, which
    the database does not know: it leads from no rating to no chat."""
    Update.model_rebuild()  # now, and not while the first person waits
    key = hashlib.sha256(token.encode()).digest()
    return lambda raw: heard(raw, key=key)


def heard(raw: Mapping[str, Any], *, key: bytes = b"") -> Heard | None:
    """What a person did, or None for what Tilik has no ear for (groups, channels, edits).

    Raises `ValueError` (pydantic's) where the update cannot be read at all.
    """
    update = Update.model_validate(_without_our_words(raw))
    number = f"u{update.update_id}"
    if update.callback_query is not None:
        return _tap(update.callback_query, number)
    if update.message is not None:
        return _message(update.message, number, key)
    if update.my_chat_member is not None:
        return _membership(update.my_chat_member, number)
    return None


def _without_our_words(raw: Mapping[str, Any]) -> Mapping[str, Any]:
    """A tap brings the whole message back, most of it buttons that we have written ourselves:
    building them again would be half of the reading."""
    match raw:
        case {"callback_query": {"message": dict(message)} as query}:
            bare = {name: message[name] for name in _HOME if name in message}
            return {**raw, "callback_query": {**query, "message": bare}}
    return raw


def _tap(query: CallbackQuery, key: str) -> Heard | None:
    message = query.message
    if message is None or message.chat.type != "private" or query.data is None:
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


def _message(message: Message, number: str, key: bytes) -> Heard | None:
    if message.chat.type != "private" or message.from_user is None:
        return None
    words = f"{message.chat.id}:{message.message_id}".encode()
    return Heard(
        channel=CHANNEL,
        sender=str(message.chat.id),
        key=number,
        twin=f"m{hashlib.blake2b(words, key=key, digest_size=16).hexdigest()}",
        said=_said(message),
        language=_short(message.from_user.language_code),
    )


def _said(message: Message) -> Delivery:
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
    text = (message.text or message.caption or "").replace("\x00", "")
    command, *rest = text.split(maxsplit=1) or [""]
    if command.partition("@")[0] == "/start":
        return Started(rest[0].strip() if rest else "")
    return Typed(text) if text else Unheard()


def _membership(change: ChatMemberUpdated, key: str) -> Heard | None:
    if change.chat.type != "private" or change.new_chat_member.status != "kicked":
        return None
    return Heard(channel=CHANNEL, sender=str(change.chat.id), key=key, said=Left())


def _short(language: str | None) -> str | None:
    return language.partition("-")[0][:5].lower() if language else None
