"""QR codes of deep links: what a citizen scans at a counter."""

from __future__ import annotations

import re
from io import BytesIO
from urllib.parse import quote

import segno

USERNAME = re.compile(r"[A-Za-z][A-Za-z0-9_]{4,31}")
"""A bot's username (Bot API): 5 to 32 Latin letters, digits and underscores."""
NUMBER = re.compile(r"[1-9][0-9]{6,14}")
"""A phone number with its country code (ITU-T E.164: at most 15 digits), without a plus sign."""


def deep_link(username: str, code: str) -> str:
    """The link that opens the chat with the bot and says the code; ValueError for no username."""
    if USERNAME.fullmatch(username) is None:
        raise ValueError("not a Telegram username")
    return f"https://t.me/{username}?start={quote(code, safe='')}"


def whatsapp_link(number: str, words: str) -> str:
    """The link that opens the chat with the number, these words ready to be sent; ValueError for
    what is no number."""
    if NUMBER.fullmatch(number) is None:
        raise ValueError("not a phone number with its country code")
    return f"https://wa.me/{number}?text={quote(words, safe='')}"


def svg(link: str) -> str:
    """The link as one SVG element that fills whatever it is put into."""
    kept = BytesIO()
    _code(link).save(
        kept, kind="svg", xmldecl=False, nl=False, omitsize=True, dark="black", light="white"
    )
    return kept.getvalue().decode()


def modules(link: str) -> tuple[bytes, ...]:
    """The link row by row, a byte for each module: 1 is dark. Without its quiet zone."""
    return tuple(bytes(row) for row in _code(link).matrix)


def _code(link: str) -> segno.QRCode:
    # A micro QR is not read by every phone; M mends 15 % of a poster that is worn or dirty.
    return segno.make(link, error="m", micro=False)
