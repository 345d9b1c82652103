"""What Tilik says, as the Bot API wants it: one method name and its parameters."""

from __future__ import annotations

from dataclasses import replace
from itertools import accumulate, takewhile
from typing import Any

from bot.channel import Label, Spoken
from bot.outbound.labels import fitted
from bot.outbound.mime_types import is_picture
from bot.telegram.traits import WIDEST

LONGEST_TEXT = 4096
LONGEST_CAPTION = 1024
LARGEST_PHOTO = 10_000_000
VOICES = frozenset({"audio/ogg", "audio/mpeg", "audio/mp4"})
WIDEST_ROW = 34
"""Characters that two buttons side by side can carry on a small screen."""


def rendered(sender: str, spoken: Spoken) -> tuple[str, dict[str, Any]]:
    """The method and its parameters. A picture is given as bytes under `photo`.

    Without words, the buttons of `about` are taken away. A message that is changed stays what it
    is: text in a text message, a picture in a picture message (`about` of the form 'p12');
    anything else is said in a new message. Evidence comes in a message of its own: a file by
    Telegram's own id for it or as the bytes of its content, a link in the words.
    """
    markup = {"inline_keyboard": _keyboard(spoken.buttons)}
    about = spoken.about or ""
    place: dict[str, Any] = {"chat_id": int(sender)}
    if not spoken.text and not spoken.picture:
        place["message_id"] = int(about.removeprefix("p"))
        return "editMessageReplyMarkup", {**place, "reply_markup": {"inline_keyboard": []}}
    if spoken.buttons:
        place["reply_markup"] = markup
    hush = {"disable_notification": True} if spoken.hushed else {}
    if spoken.file is not None and spoken.file.kind == "link":
        about = ""
    elif spoken.file is not None:
        kind, caption = kind_of(spoken), shortened(spoken.text, LONGEST_CAPTION)
        file = spoken.file.file if spoken.content is None else spoken.content
        sent = {kind: file, "caption": caption, "parse_mode": "HTML"}
        return f"send{kind.title()}", {**place, **sent, **hush}
    if spoken.picture is not None:
        caption = shortened(spoken.text, LONGEST_CAPTION)
        words = {"caption": caption, "parse_mode": "HTML"}
        if about.startswith("p"):
            place["message_id"] = int(about[1:])
            return "editMessageMedia", {**place, "media": words, "photo": spoken.picture}
        return "sendPhoto", {**place, **words, **hush, "photo": spoken.picture}
    words = {"text": shortened(spoken.text, LONGEST_TEXT), "parse_mode": "HTML"}
    preview = {"link_preview_options": {"is_disabled": True}} if "http" in spoken.text else {}
    if about.isdecimal():
        place["message_id"] = int(about)
        return "editMessageText", {**place, **words, **preview}
    return "sendMessage", {**place, **words, **preview, **hush}


def kind_of(spoken: Spoken) -> str:
    """As what a file is sent: by its id as what it is, with its content as what Telegram takes."""
    kind = spoken.file.kind if spoken.file is not None else "document"
    if spoken.content is None:
        return kind
    photo = is_picture(spoken.content, spoken.mime) and len(spoken.content) <= LARGEST_PHOTO
    fits = photo if kind == "photo" else spoken.mime in VOICES
    return kind if fits else "document"


def notice(toast: str, words: str) -> dict[str, Any]:
    """The parameters of answerCallbackQuery: the end of a tap's waiting, in words if there are."""
    return {"callback_query_id": toast, **({"text": words[:200]} if words else {})}


def shortened(text: str, most: int) -> str:
    """The text within the limit. Telegram counts UTF-16 units after it has read the markup;
    counting with the markup is stricter, so that what passes here passes there."""
    if _length(text) <= most:
        return text
    ends = accumulate(_length(line) + 1 for line in text.split("\n"))
    fitting = sum(1 for _ in takewhile(lambda end: end < most, ends))
    kept = "\n".join([*text.split("\n")[:fitting], "…"])
    whole = fitting and kept.count("<b>") == kept.count("</b>")
    return kept if whole and kept.count("<i>") == kept.count("</i>") else _cut(text, most)


def _cut(text: str, most: int) -> str:
    """One overlong paragraph, without its markup, since a tag must not be cut in two."""
    bare = text.replace("<b>", "").replace("</b>", "").replace("<i>", "").replace("</i>", "")
    kept = bare.encode("utf-16-le")[: 2 * (most - 1)].decode("utf-16-le", "ignore")
    head, amp, tail = kept.rpartition("&")
    return (head if amp and ";" not in tail else kept) + "…"


def _length(text: str) -> int:
    return len(text) if text.isascii() else len(text.encode("utf-16-le")) // 2


def _keyboard(rows: tuple[tuple[Label, ...], ...]) -> list[list[dict[str, str]]]:
    """The rows; a label that the app would cut in the middle of a word ends with a whole one."""
    words = iter(fitted([label.words for row in rows for label in row], WIDEST))
    whole = tuple(tuple(replace(label, words=next(words)) for label in row) for row in rows)
    return [[_button(label) for label in row] for row in _rows(whole)]


def _rows(rows: tuple[tuple[Label, ...], ...]) -> list[tuple[Label, ...]]:
    """The rows as given, or one button a row where they would be cut off on a small screen."""
    fitting: list[tuple[Label, ...]] = []
    for row in rows:
        if len(row) > 1 and max(len(b.words) for b in row) * len(row) > WIDEST_ROW:
            fitting.extend((button,) for button in row)
        else:
            fitting.append(row)
    return fitting


def _button(label: Label) -> dict[str, str]:
    return {"text": label.words, "callback_data": label.tap}
