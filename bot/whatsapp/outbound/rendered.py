"""What Tilik says, as the Cloud API wants it: as few bubbles as its limits allow.

WhatsApp edits nothing: a letter that would change a message in place is said anew, and one that
would only take buttons away says nothing. Every bubble costs.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Any

from bot.channel import Label, Spoken
from bot.outbound.labels import are_clear, fitted, tidied
from bot.outbound.mime_types import is_picture
from bot.whatsapp.outbound.cutting import cut, parts
from bot.whatsapp.outbound.markup import marked
from bot.whatsapp.outbound.rows import rows
from bot.whatsapp.traits import MOST_BUTTONS, MOST_ROWS
from models.letters import File

LONGEST_TEXT, LONGEST_BODY, LONGEST_LIST_BODY, LONGEST_CAPTION = 4096, 1024, 4096, 1024
BUTTON = 20
FILE_NAME = 240
LARGEST_IMAGE, LARGEST_AUDIO = 5 << 20, 16 << 20
"""Bytes; a larger one goes as a document."""
_PNG = "image/png"


@dataclass(frozen=True)
class MediaUpload:
    """What must be on the platform's shelf before a bubble can show it."""

    content: bytes
    mime: str
    name: str


@dataclass(frozen=True)
class MessageBody:
    """One message: its type and body. `upload` is shown in it, by the id that it is given."""

    kind: str
    body: dict[str, Any]
    upload: MediaUpload | None = None

    def with_media(self, media_id: str) -> dict[str, Any]:
        """The body with what was uploaded in its place: the file itself, or the header."""
        if self.kind != "interactive":
            return {**self.body, "id": media_id}
        return {**self.body, "header": {"type": "image", "image": {"id": media_id}}}


@dataclass(frozen=True)
class Phrases:
    """Words of the channel's own, in the person's language.

    `choose` is the label of a list's own button (20 characters), `more` what stands over choices
    that nothing else stands over, `no_file` tells of a file that the platform does not take.
    """

    choose: str
    more: str
    no_file: str = ""


def rendered(spoken: Spoken, phrases: Phrases) -> list[MessageBody]:
    """The bubbles of a letter, in order; none where nothing is said."""
    text = marked(spoken.text).strip()
    labels = _distinct(label for row in spoken.buttons for label in row)
    if spoken.file is not None and spoken.file.kind != "link":
        return list(_filed(spoken, spoken.file, text, labels, phrases))
    drawn = None if spoken.picture is None else MediaUpload(spoken.picture, _PNG, "tilik.png")
    if not labels:
        return list(_plain(text, drawn))
    return list(_asking(spoken, text, labels, drawn, phrases))


def without_file(spoken: Spoken, phrases: Phrases) -> Spoken:
    """The letter with words in the place of its file."""
    words = f"{spoken.text}\n\n{phrases.no_file}"
    return replace(spoken, text=words, file=None, content=None)


def _distinct(labels: Iterator[Label]) -> list[Label]:
    """One label for each tap: the platform refuses two that carry the same."""
    return list({label.tap: label for label in labels}.values())


def _filed(
    spoken: Spoken, file: File, text: str, labels: Sequence[Label], phrases: Phrases
) -> Iterator[MessageBody]:
    """A file, by its id or its content; a voice note has no words of its own."""
    type_ = _type(spoken, file)
    body: dict[str, Any] = {} if spoken.content is not None else {"id": file.file}
    if type_ == "document" and file.name:
        body["filename"] = cut(tidied(file.name), FILE_NAME)
    fits = not labels and 0 < len(text) <= LONGEST_CAPTION
    if fits and type_ != "audio":
        body["caption"] = text
    upload = None
    if spoken.content is not None:
        upload = MediaUpload(spoken.content, spoken.mime, file.name or "tilik")
    yield MessageBody(type_, body, upload)
    if labels:
        yield from _asking(spoken, text, labels, None, phrases)
    elif not fits:
        yield from _plain(text, None)


def _type(spoken: Spoken, file: File) -> str:
    """Its type here; a file that is not what it claims to be goes as a document."""
    if spoken.content is None:
        return {"photo": "image", "voice": "audio"}.get(file.kind, "document")
    size = len(spoken.content)
    if file.kind == "photo" and size <= LARGEST_IMAGE and is_picture(spoken.content, spoken.mime):
        return "image"
    audio = file.kind == "voice" and spoken.mime.startswith("audio/") and size <= LARGEST_AUDIO
    return "audio" if audio else "document"


def _plain(text: str, drawn: MediaUpload | None) -> Iterator[MessageBody]:
    if drawn is not None and len(text) <= LONGEST_CAPTION:
        yield MessageBody("image", {"caption": text} if text else {}, drawn)
        return
    if drawn is not None:
        yield MessageBody("image", {}, drawn)
    for part in parts(text, LONGEST_TEXT):
        yield MessageBody("text", {"body": part, "preview_url": False})


def _asking(
    spoken: Spoken, text: str, labels: Sequence[Label], drawn: MediaUpload | None, phrases: Phrases
) -> Iterator[MessageBody]:
    """Buttons where they carry the words and the choices, else a list: it carries more of both."""
    *before, last = parts(text, LONGEST_LIST_BODY) or [phrases.more]
    as_buttons = len(labels) <= MOST_BUTTONS and len(last) <= LONGEST_BODY
    as_buttons = as_buttons and are_clear([label.words for label in labels], BUTTON)
    if drawn is not None and (before or not as_buttons):
        yield MessageBody("image", {}, drawn)
        drawn = None
    for part in before:
        yield MessageBody("text", {"body": part, "preview_url": False})
    if as_buttons:
        yield _buttons(last, labels, drawn)
        return
    shown = rows(labels, spoken.text)
    for first in range(0, len(shown), MOST_ROWS):
        body = phrases.more if first else last
        yield _list(body, shown[first : first + MOST_ROWS], spoken.holds or phrases.choose)


def _buttons(text: str, labels: Sequence[Label], drawn: MediaUpload | None) -> MessageBody:
    titles = fitted([label.words for label in labels], BUTTON)
    replies = [
        {"type": "reply", "reply": {"id": label.tap, "title": title}}
        for label, title in zip(labels, titles, strict=True)
    ]
    body = {"type": "button", "body": {"text": text}, "action": {"buttons": replies}}
    return MessageBody("interactive", body, drawn)


def _list(text: str, shown: list[dict[str, str]], choose: str) -> MessageBody:
    action = {"button": choose, "sections": [{"title": choose, "rows": shown}]}
    return MessageBody("interactive", {"type": "list", "body": {"text": text}, "action": action})
