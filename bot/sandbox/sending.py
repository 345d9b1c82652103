"""Methods that put something new on a phone."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from bot.sandbox import files, form, keyboard, markup
from bot.sandbox.entities import Entity, checked, trimmed, units
from bot.sandbox.records import Form, Message, Upload
from bot.sandbox.refusal import bad

if TYPE_CHECKING:
    from bot.sandbox.phones import Phone
    from bot.sandbox.telegram import TelegramBox

LONGEST_TEXT = 4096
# Bot API server: bytes of a text before its markup is read.
LONGEST_SOURCE = 32768
LONGEST_CAPTION = 1024
TYPING_SECONDS = 5.0
ACTIONS = frozenset(
    (
        "typing",
        "upload_photo",
        "record_video",
        "upload_video",
        "record_voice",
        "upload_voice",
        "upload_document",
        "choose_sticker",
        "find_location",
        "record_video_note",
        "upload_video_note",
    )
)


def formatted(given: Form, name: str = "text") -> tuple[str, list[Entity]]:
    """A text parameter as Telegram stores it: (text, entities)."""
    text = given.get(name) or ""
    if text.__class__ is not str:
        text = str(text)
    if len(text) > LONGEST_TEXT and len(text.encode()) > LONGEST_SOURCE:
        raise bad("text is too long")
    mode = given.get("parse_mode")
    if mode:
        if mode.lower() != "html":
            raise bad("unsupported parse_mode")
        text, entities = markup.parsed(text)
    else:
        listed = "entities" if name == "text" else f"{name}_entities"
        asked = form.parsed_json(given, listed, "can't parse entities JSON object")
        entities = checked(text, asked) if asked else []
    return trimmed(text, entities)


def text_of(given: Form) -> dict[str, Any]:
    """The text of a call as fields of a message; refuses an empty or too long one."""
    text, entities = formatted(given)
    if not text:
        raise bad("message text is empty")
    if len(text) * 2 > LONGEST_TEXT and units(text) > LONGEST_TEXT:
        raise bad("message is too long")
    return {"text": text, "entities": entities} if entities else {"text": text}


def caption_of(given: Form) -> dict[str, Any]:
    """The caption of a call as fields of a message; none if it is empty."""
    text, entities = formatted(given, "caption")
    if units(text) > LONGEST_CAPTION:
        raise bad("message caption is too long")
    if not text:
        return {}
    return {"caption": text, "caption_entities": entities} if entities else {"caption": text}


def put(box: TelegramBox, given: Form, *, method: str, fields: dict[str, Any]) -> Message:
    """Show a new message of the bot with these fields, and its buttons, on the phone."""
    reply_markup = keyboard.inline(given)
    phone = box.addressed(given)
    if "reply_parameters" in given:
        fields = {**fields, **_replied(phone, given)}
    if reply_markup:
        fields["reply_markup"] = reply_markup
    box.pace(phone)
    message = phone.keep({"from": box.user, **fields})
    phone.typing_until = 0.0
    box.record(method, phone.id, given, message["message_id"])
    return message


def _replied(phone: Phone, given: Form) -> dict[str, Any]:
    asked = form.parsed_json(given, "reply_parameters", "can't parse reply parameters JSON object")
    original = phone.stored.get(form.number(asked or {}, "message_id", 0))
    if original:
        return {"reply_to_message": original}
    if asked and asked.get("allow_sending_without_reply"):
        return {}
    raise bad("message to be replied not found")


def send_message(box: TelegramBox, given: Form) -> Message:
    return put(box, given, method="sendMessage", fields=text_of(given))


def send_photo(box: TelegramBox, given: Form) -> Message:
    return _send_file(box, given, method="sendPhoto", kind="photo")


def send_document(box: TelegramBox, given: Form) -> Message:
    return _send_file(box, given, method="sendDocument", kind="document")


def send_voice(box: TelegramBox, given: Form) -> Message:
    return _send_file(box, given, method="sendVoice", kind="voice")


def _send_file(box: TelegramBox, given: Form, *, method: str, kind: str) -> Message:
    if not given.get(kind):
        raise bad(f"there is no {kind} in the request")
    caption = caption_of(given)
    keyboard.inline(given)
    box.addressed(given)
    file = box.shelf.receive(kind, attached(given, given[kind]))
    fields = {kind: files.field(file), **caption}
    payload = {**without_uploads(given), kind: file.id}
    return put(box, payload, method=method, fields=fields)


def without_uploads(given: Form) -> Form:
    """The call as it is remembered: without the bytes of its files."""
    return {name: value for name, value in given.items() if not isinstance(value, Upload)}


def attached(given: Form, named: Any) -> Any:
    """The upload that attach://name names; anything else as it is."""
    if isinstance(named, str) and named.startswith("attach://"):
        return given.get(named.removeprefix("attach://"), named)
    return named


def send_chat_action(box: TelegramBox, given: Form) -> bool:
    phone = box.addressed(given)
    if given.get("action") not in ACTIONS:
        raise bad("wrong parameter action in request")
    phone.typing_until = box.monotonic() + TYPING_SECONDS
    box.changed(again_in=TYPING_SECONDS)
    return True
