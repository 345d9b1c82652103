"""A stored message, as its phone shows it."""

from __future__ import annotations

import re
from html import escape, unescape
from typing import Any

from bot.sandbox.whatsapp.records import Bubble


def bubble(message: dict[str, Any]) -> Bubble:
    """The header above the body and the footer below it are parts of the text."""
    body = message.get("text", "")
    header, footer = message.get("header"), message.get("footer")
    texts = [header, bare(body), footer]
    pages = [header and f"<b>{escape(header)}</b>", shown(body), footer and escape(footer)]
    return Bubble(
        id=message["id"],
        mine=message["mine"],
        text="\n\n".join(filter(None, texts)),
        html="\n\n".join(filter(None, pages)),
        buttons=message.get("buttons", []),
        photo=message.get("photo"),
        document=message.get("document"),
        voice=message.get("voice"),
        location=message.get("location"),
        date=message["date"],
        file_name=message.get("filename"),
        menu=message.get("menu"),
        asks_location=message.get("asks_location", False),
        template=message.get("template"),
    )


# A mark holds words that touch it, on one line, and stands apart from other words.
_BOLD = re.compile(r"(?<![\w*])\*(?=\S)([^*\n]*[^\s*])\*(?![\w*])")
_ITALIC = re.compile(r"(?<![\w_])_(?=\S)([^_\n]*[^\s_])_(?![\w_])")


def shown(text: str) -> str:
    """Safe HTML of a text, newlines as they are."""
    return _ITALIC.sub(r"<i>\1</i>", _BOLD.sub(r"<b>\1</b>", escape(text)))


def bare(text: str) -> str:
    """The text without its marks."""
    return unescape(re.sub(r"</?[bi]>", "", shown(text)))
