"""Methods that change what is on a phone, and the toast after a tap."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from bot.sandbox import files, form, keyboard
from bot.sandbox.entities import units
from bot.sandbox.records import Form, Message
from bot.sandbox.refusal import NOT_MODIFIED, STALE_QUERY, bad
from bot.sandbox.sending import attached, caption_of, text_of, without_uploads

if TYPE_CHECKING:
    from bot.sandbox.phones import Phone
    from bot.sandbox.telegram import TelegramBox

LONGEST_TOAST = 200
TOAST_SECONDS = 4.0
TEXT = ("text", "entities")
CAPTION = ("caption", "caption_entities")
MEDIA = ("photo", "document", "voice", "location")


def _own(box: TelegramBox, given: Form, missing: str) -> tuple[Phone, Message]:
    """The bot's own message that a call is about, and its phone."""
    phone = box.addressed(given)
    number = form.number(given, "message_id", 0)
    if not number:
        raise bad("message identifier is not specified")
    message = phone.stored.get(number)
    if message is None:
        raise bad(missing)
    return phone, message


def _editable(box: TelegramBox, given: Form) -> tuple[Phone, Message]:
    phone, message = _own(box, given, "message to edit not found")
    if message["from"] is not box.user:
        raise bad("message can't be edited")
    return phone, message


def _changed(
    box: TelegramBox,
    given: Form,
    *,
    method: str,
    there: tuple[Phone, Message],
    dropped: tuple[str, ...],
    fields: dict[str, Any],
) -> Message:
    """Replace the `dropped` fields and the buttons of a message, unless nothing would change."""
    phone, old = there
    reply_markup = keyboard.inline(given, only=True)
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


def edit_message_text(box: TelegramBox, given: Form) -> Message:
    there = _editable(box, given)
    fields = text_of(given)
    if "text" not in there[1]:
        raise bad("there is no text in the message to edit")
    return _changed(box, given, method="editMessageText", there=there, dropped=TEXT, fields=fields)


def edit_message_caption(box: TelegramBox, given: Form) -> Message:
    there = _editable(box, given)
    fields = caption_of(given)
    if not any(kind in there[1] for kind in ("photo", "document", "voice")):
        raise bad("there is no caption in the message to edit")
    return _changed(
        box, given, method="editMessageCaption", there=there, dropped=CAPTION, fields=fields
    )


def edit_message_reply_markup(box: TelegramBox, given: Form) -> Message:
    there = _editable(box, given)
    return _changed(box, given, method="editMessageReplyMarkup", there=there, dropped=(), fields={})


def edit_message_media(box: TelegramBox, given: Form) -> Message:
    there = _editable(box, given)
    media = form.parsed_json(given, "media", "can't parse input media JSON object")
    if not isinstance(media, dict):
        raise bad("media is empty" if media is None else "object expected as input media")
    kind = media.get("type")
    if kind not in ("photo", "document"):
        raise bad("type of the media must be one of photo and document")
    caption = caption_of(media)
    keyboard.inline(given, only=True)
    file = box.shelf.receive(kind, attached(given, media.get("media")))
    return _changed(
        box,
        {**without_uploads(given), "media": {**media, "media": file.id}},
        method="editMessageMedia",
        there=there,
        dropped=(*TEXT, *CAPTION, *MEDIA),
        fields={kind: files.field(file), **caption},
    )


def delete_message(box: TelegramBox, given: Form) -> bool:
    phone, message = _own(box, given, "message to delete not found")
    del phone.stored[message["message_id"]]
    box.record("deleteMessage", phone.id, given, message["message_id"])
    box.changed()
    return True


def answer_callback_query(box: TelegramBox, given: Form) -> bool:
    text = given.get("text") or ""
    if units(text) > LONGEST_TOAST:
        raise bad("MESSAGE_TOO_LONG")
    phone = box.queries.pop(str(given.get("callback_query_id")), None)
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
