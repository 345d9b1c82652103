"""Entities of a text: counted in UTF-16 units, checked, trimmed, and shown as HTML."""

from html import escape
from typing import Any

from bot.sandbox.refusal import bad

Entity = dict[str, Any]


def units(text: str) -> int:
    """Length in UTF-16 units, which is how Telegram counts."""
    return len(text) if text.isascii() else len(text.encode("utf-16-le")) // 2


def trimmed(text: str, entities: list[Entity]) -> tuple[str, list[Entity]]:
    """Without white space at both ends, as Telegram stores it; entities move along."""
    lead = len(text) - len(text.lstrip())
    text = text.strip()
    if not entities:
        return text, entities
    end = units(text)
    kept = []
    for entity in entities:
        begin = max(entity["offset"] - lead, 0)
        stop = min(entity["offset"] - lead + entity["length"], end)
        if stop > begin:
            kept.append({**entity, "offset": begin, "length": stop - begin})
    return text, kept


TAGS = {
    "bold": "b",
    "italic": "i",
    "underline": "u",
    "strikethrough": "s",
    "code": "code",
    "pre": "pre",
    "blockquote": "blockquote",
    "expandable_blockquote": "blockquote",
}
PLAIN = ("mention", "hashtag", "cashtag", "bot_command", "url", "email", "phone_number")
OTHER = ("text_mention", "text_link", "custom_emoji", "spoiler")
TYPES = frozenset((*TAGS, *PLAIN, *OTHER))
SCHEMES = ("http://", "https://", "tg://", "ton://", "mailto:", "tel:")


def checked(text: str, listed: Any) -> list[Entity]:
    """The `entities` parameter of a call, refused where it does not fit its text."""
    if not isinstance(listed, list):
        raise bad("expected an Array of MessageEntity")
    end = units(text)
    for entity in listed:
        if entity.get("type") not in TYPES:
            raise bad("can't parse MessageEntity: Unsupported type specified")
        begin, length = entity.get("offset", -1), entity.get("length", 0)
        if begin < 0:
            raise bad(f"receive an entity with incorrect offset {begin}")
        if begin > end:
            raise bad(f"entity begins after the end of the text at UTF-16 offset {begin}")
        if begin + length > end:
            raise bad(
                f"entity beginning at UTF-16 offset {begin} ends after the end of the text"
                f" at UTF-16 offset {begin + length}"
            )
        if entity["type"] == "text_link" and not address(entity.get("url") or ""):
            raise bad(f"entity URL '{entity.get('url')}' is invalid: Wrong HTTP URL")
    return listed


def address(link: str) -> str | None:
    """The link as Telegram stores it; None if Telegram would not make it a link."""
    if link.lower().startswith(SCHEMES):
        return link
    return f"http://{link}" if "." in link and ":" not in link and " " not in link else None


def shown(text: str, entities: list[Entity]) -> str:
    """Safe HTML of a message, newlines as they are; unknown entities are plain text."""
    if not entities:
        return escape(text)
    raw = text.encode("utf-16-le")
    marks: list[tuple[int, int, int, str]] = []
    for depth, entity in enumerate(entities):
        begin, end = entity["offset"], entity["offset"] + entity["length"]
        opening, closing = _tags(entity)
        if opening:
            marks += [(begin, 1, depth, opening), (end, 0, -depth, closing)]
    parts, at = [], 0
    for where, _, _, tag in sorted(marks):
        parts += [escape(raw[at * 2 : where * 2].decode("utf-16-le", "replace")), tag]
        at = where
    return "".join([*parts, escape(raw[at * 2 :].decode("utf-16-le", "replace"))])


def _tags(entity: Entity) -> tuple[str, str]:
    kind = entity["type"]
    if kind == "text_link":
        return f'<a href="{escape(entity["url"])}">', "</a>"
    if kind == "spoiler":
        return '<span class="spoiler">', "</span>"
    tag = TAGS.get(kind)
    return (f"<{tag}>", f"</{tag}>") if tag else ("", "")
