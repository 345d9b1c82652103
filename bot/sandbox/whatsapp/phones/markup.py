"""WhatsApp's marks in a text: what a phone shows of *bold* and _italic_."""

from __future__ import annotations

import re
from html import escape, unescape

# A mark holds words that touch it, on one line, and stands apart from other words.
_BOLD = re.compile(r"(?<![\w*])\*(?=\S)([^*\n]*[^\s*])\*(?![\w*])")
_ITALIC = re.compile(r"(?<![\w_])_(?=\S)([^_\n]*[^\s_])_(?![\w_])")


def shown(text: str) -> str:
    """Safe HTML of a text, newlines as they are."""
    return _ITALIC.sub(r"<i>\1</i>", _BOLD.sub(r"<b>\1</b>", escape(text)))


def bare(text: str) -> str:
    """The text without its marks."""
    return unescape(re.sub(r"</?[bi]>", "", shown(text)))
