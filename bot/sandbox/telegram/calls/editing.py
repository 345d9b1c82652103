"""Methods that change what is on a phone, and the toast after a tap."""

from __future__ import annotations

from typing import Any

from bot.sandbox import form
from bot.sandbox.form import Form
from bot.sandbox.handset import Message
from bot.sandbox.telegram import keyboard, shelf
from bot.sandbox.telegram.calls.sending import attached, caption_of, text_of
from bot.sandbox.telegram.markup import units
from bot.sandbox.telegram.network import TelegramNetwork, without_uploads
from bot.sandbox.telegram.parameters import parsed_json
from bot.sandbox.telegram.phone import Phone
from bot.sandbox.telegram.refusal import NOT_MODIFIED, STALE_QUERY, bad

LONGEST_TOAST = 200
MOST_DELETED = 100
TOAST_SECONDS = 4.0
TEXT = ("text", "entities")
CAPTION = ("caption", "caption_entities")
MEDIA = ("photo", "document", "voice", "location")


def _editable(box: TelegramNetwork, given: Form) -> tuple[Phone, Message]:
    """The bot's own message that a call is about, and its phone."""
    phone = box.addressed(given)
    number = form.number(given, "message_id", 0)
    if not number:
        raise bad("message identifier is not specified")
    message = phone.stored.get(number)
    if message is None:
        raise bad("message to edit not found")
    if message["from"] is not box.user:
        raise bad("message can't be edited")
    return phone, message


def _changed(
    box: TelegramNetwork,
    given: Form,
    *,
    method: str,
    there: tuple[Phone, Message],
    dropped: tuple[str, ...],
    fields: dict[str, Any],
) -> Message:
    """Replace the `dropped` fields and the buttons of a message, unless nothing would change."""
    phone, old = there
    reply_markup = keyboard.inline(given)
    if reply_markup:
        fields["reply_markup"] = reply_markup
    if all(old.get(name) == fields.get(name) for name in (*dropped, "reply_markup")):
        raise bad(NOT_MODIFIED)
    box.pace(phone)
    new = {
        name: value for name, value in old.items() if name not in dropped and name != "reply_markup"
    }
    new.update(fields)
    new["edit_date"] = box.now()
    phone.stored[new["message_id"]] = new
    box.record(method, phone.id, given, new["message_id"])
    box.changed()
    return new


def edit_message_text(box: TelegramNetwork, given: Form) -> Message:
    there = _editable(box, given)
    fields = text_of(given)
    if "text" not in there[1]:
        raise bad("there is no text in the message to edit")
    return _changed(box, given, method="editMessageText", there=there, dropped=TEXT, fields=fields)


def edit_message_reply_markup(box: TelegramNetwork, given: Form) -> Message:
    there = _editable(box, given)
    return _changed(box, given, method="editMessageReplyMarkup", there=there, dropped=(), fields={})


def edit_message_media(box: TelegramNetwork, given: Form) -> Message:
    there = _editable(box, given)
    media = parsed_json(given, "media", "can't parse input media JSON object")
    if not isinstance(media, dict):
        raise bad("media is empty" if media is None else "object expected as input media")
    kind = media.get("type")
    if kind != "photo":
        raise bad("type of the media must be photo")
    caption = caption_of(media)
    keyboard.inline(given)
    file = shelf.received(box.shelf, kind, attached(given, media.get("media")))
    return _changed(
        box,
        {**without_uploads(given), "media": {**media, "media": file.id}},
        method="editMessageMedia",
        there=there,
        dropped=(*TEXT, *CAPTION, *MEDIA),
        fields={kind: shelf.field(file), **caption},
    )


def delete_messages(box: TelegramNetwork, given: Form) -> bool:
    """Up to 100 of a private chat, of either side; what is not found is passed over."""
    phone = box.addressed(given)
    numbers = parsed_json(given, "message_ids", "can't parse message identifiers JSON array")
    if not isinstance(numbers, list) or not numbers:
        raise bad("message identifiers are not specified")
    if len(numbers) > MOST_DELETED:
        raise bad("too many message identifiers specified")
    for number in numbers:
        phone.stored.pop(number, None)
    box.record("deleteMessages", phone.id, given, None)
    box.changed()
    return True


def answer_callback_query(box: TelegramNetwork, given: Form) -> bool:
    text = given.get("text") or ""
    if units(text) > LONGEST_TOAST:
        raise bad("MESSAGE_TOO_LONG")
    chat = box.queries.pop(str(given.get("callback_query_id")), None)
    phone = None if chat is None else box.phones.get(chat)
    if phone is None:
        raise bad(STALE_QUERY)
    if text:
        phone.toasts.append(text)
        if box.keep is not None and len(phone.toasts) > box.keep:
            del phone.toasts[0]
        phone.toast_until = box.monotonic() + TOAST_SECONDS
        box.record("answerCallbackQuery", phone.id, given, None)
        box.changed(again_in=TOAST_SECONDS)
    return True
