"""A stored message, as its phone shows it."""

from __future__ import annotations

from html import escape
from typing import Any

from bot.sandbox.whatsapp.markup import bare, shown
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
