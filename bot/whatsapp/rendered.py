"""What Tilik says, as the Cloud API wants it: as few bubbles as its limits allow.

WhatsApp edits nothing: a letter that would change a message in place is said anew, and one that
would only take buttons away says nothing. Every bubble costs.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from html import unescape
from typing import Any

from bot.channel import Label, Spoken
from bot.whatsapp.labels import fitted

LONGEST_TEXT, LONGEST_BODY, LONGEST_LIST_BODY, LONGEST_CAPTION = 4096, 1024, 4096, 1024
MOST_BUTTONS, BUTTON = 3, 20
MOST_ROWS, ROW, DESCRIPTION = 10, 24, 72
_MARKS = (("b", "*"), ("i", "_"))
_KINDS = {"photo": "image", "document": "document", "voice": "audio"}


@dataclass(frozen=True)
class Bubble:
    """One message: its type and body. `picture` is to be uploaded, and its id put into `holder`."""

    kind: str
    body: dict[str, Any]
    picture: bytes | None = None

    def with_media(self, media_id: str) -> dict[str, Any]:
        """The body with the uploaded picture in its place: the image itself, or the header."""
        if self.kind == "image":
            return {**self.body, "id": media_id}
        return {**self.body, "header": {"type": "image", "image": {"id": media_id}}}


def rendered(spoken: Spoken, *, choose: str, more: str) -> list[Bubble]:
    """The bubbles of a letter, in order; none where nothing is said.

    `choose` is the label of a list's own button (20 characters), `more` the words over choices
    that did not fit into the first list.
    """
    text = marked(spoken.text)
    labels = [label for row in spoken.buttons for label in row]
    if spoken.file is not None and spoken.file.kind != "link":
        return [_filed(spoken.file.kind, spoken.file.file, text)]
    if not labels:
        return list(_plain(text, spoken.picture))
    return list(_asking(text, labels, spoken.picture, choose=choose, more=more))


def marked(text: str) -> str:
    """Our small markup as WhatsApp's, and what people typed as they typed it."""
    for tag, sign in _MARKS:
        text = re.sub(rf"<{tag}>\s*(.*?)\s*</{tag}>", rf"{sign}\1{sign}", text, flags=re.DOTALL)
    return unescape(text)


def _filed(kind: str, media_id: str, text: str) -> Bubble:
    """A file sent again by its id; a voice note has no words of its own."""
    type_ = _KINDS[kind]
    words = {} if type_ == "audio" else {"caption": _cut(text, LONGEST_CAPTION)}
    return Bubble(type_, {"id": media_id, **words})


def _plain(text: str, picture: bytes | None) -> Iterator[Bubble]:
    if picture is not None and len(text) <= LONGEST_CAPTION:
        yield Bubble("image", {"caption": text} if text else {}, picture)
        return
    if picture is not None:
        yield Bubble("image", {}, picture)
    for part in _parts(text, LONGEST_TEXT):
        yield Bubble("text", {"body": part, "preview_url": False})


def _asking(
    text: str, labels: Sequence[Label], picture: bytes | None, *, choose: str, more: str
) -> Iterator[Bubble]:
    """Buttons where three carry the choices, else lists of ten; the words above them in one."""
    as_buttons = len(labels) <= MOST_BUTTONS
    longest = LONGEST_BODY if as_buttons else LONGEST_LIST_BODY
    if len(text) > longest or (picture is not None and not as_buttons):
        yield from _plain(text, picture)
        text, picture = more, None
    text = text or more
    if as_buttons:
        yield _buttons(text, labels, picture)
        return
    titles = fitted([label.words for label in labels], ROW)
    rows = [_row(label, title) for label, title in zip(labels, titles, strict=True)]
    for first in range(0, len(rows), MOST_ROWS):
        body = text if first == 0 else more
        yield _list(body, rows[first : first + MOST_ROWS], choose)


def _buttons(text: str, labels: Sequence[Label], picture: bytes | None) -> Bubble:
    titles = fitted([label.words for label in labels], BUTTON)
    replies = [
        {"type": "reply", "reply": {"id": label.tap, "title": title}}
        for label, title in zip(labels, titles, strict=True)
    ]
    body = {"type": "button", "body": {"text": text}, "action": {"buttons": replies}}
    return Bubble("interactive", body, picture)


def _list(text: str, rows: list[dict[str, str]], choose: str) -> Bubble:
    action = {"button": choose, "sections": [{"rows": rows}]}
    return Bubble("interactive", {"type": "list", "body": {"text": text}, "action": action})


def _row(label: Label, title: str) -> dict[str, str]:
    """A row of a list; what did not fit into its title stands below it."""
    row = {"id": label.tap, "title": title}
    if title != label.words:
        row["description"] = _cut(label.words, DESCRIPTION)
    return row


def _parts(text: str, longest: int) -> Iterator[str]:
    """The text in parts, cut between paragraphs, else between lines, else where it must be."""
    while len(text) > longest:
        at = max(text.rfind("\n\n", 0, longest), 0) or max(text.rfind("\n", 0, longest), 0)
        yield text[: at or longest]
        text = text[at or longest :].lstrip("\n")
    if text:
        yield text


def _cut(text: str, longest: int) -> str:
    return text if len(text) <= longest else f"{text[: longest - 1].rstrip()}…"
