"""Telegram's HTML, as strictly as Telegram reads it: text and entities out, or a refusal.

The box knows the two tags that Tilik writes, and refuses every other. The errors' words and their
byte offsets follow the Bot API server's behaviour; entity offsets and lengths count UTF-16 units
(Bot API, "Formatting options" and "MessageEntity").
"""

import re
from html import escape
from typing import Any

from bot.sandbox.telegram.refusal import RefusalError, bad

Entity = dict[str, Any]
KINDS = {"b": "bold", "i": "italic"}
TAGS = {kind: tag for tag, kind in KINDS.items()}
SIGNS = {"lt": "<", "gt": ">", "amp": "&", "quot": '"'}
_MARK = re.compile(
    r"<(?P<end>/?)(?P<tag>[^\s>]*)(?P<blank>\s*)(?P<closed>>?)|&(?P<sign>lt|gt|amp|quot);"
)


def units(text: str) -> int:
    """Length in UTF-16 units, which is how Telegram counts."""
    return len(text) if text.isascii() else len(text.encode("utf-16-le")) // 2


def parsed(source: str) -> tuple[str, list[Entity]]:
    """Read HTML into (text, entities); raises the "can't parse entities" refusal."""
    text, at = "", 0
    entities: list[Entity] = []
    opened: list[tuple[str, Entity]] = []
    for mark in _MARK.finditer(source):
        text += source[at : mark.start()]
        at = mark.end()
        if mark["sign"]:
            text += SIGNS[mark["sign"]]
        elif mark["end"]:
            entity = _closed(mark, opened)
            entity["length"] = units(text) - entity["offset"]
        else:
            entity = {"type": _kind(mark), "offset": units(text)}
            entities.append(entity)
            opened.append((mark["tag"].lower(), entity))
    if opened:
        raise _cannot(f'Can\'t find end tag corresponding to start tag "{opened[-1][0]}"')
    return text + source[at:], [entity for entity in entities if entity["length"]]


def _cannot(words: str) -> RefusalError:
    return bad(f"can't parse entities: {words}")


def _where(mark: re.Match[str]) -> str:
    return f"at byte offset {len(mark.string[: mark.start()].encode())}"


def _kind(mark: re.Match[str]) -> str:
    """What a start tag stands for."""
    tag = mark["tag"].lower()
    if mark.end() == len(mark.string) and not mark["closed"]:
        raise _cannot(f"Unclosed start tag {_where(mark)}")
    if tag not in KINDS or not mark["closed"]:
        raise _cannot(f'Unsupported start tag "{tag}" {_where(mark)}')
    return KINDS[tag]


def _closed(mark: re.Match[str], opened: list[tuple[str, Entity]]) -> Entity:
    """The entity that an end tag ends."""
    if not opened:
        raise _cannot(f"Unexpected end tag {_where(mark)}")
    if not mark["closed"]:
        raise _cannot(f"Unclosed end tag {_where(mark)}")
    (tag, entity), name = opened.pop(), mark["tag"].lower()
    if name not in ("", tag):
        raise _cannot(f'Unmatched end tag {_where(mark)}, expected "</{tag}>", found "</{name}>"')
    return entity


def trimmed(text: str, entities: list[Entity]) -> tuple[str, list[Entity]]:
    """Without white space at both ends, as Telegram stores it; entities move along."""
    lead = len(text) - len(text.lstrip())
    text = text.strip()
    end = units(text)
    kept = []
    for entity in entities:
        begin = max(entity["offset"] - lead, 0)
        stop = min(entity["offset"] - lead + entity["length"], end)
        if stop > begin:
            kept.append({**entity, "offset": begin, "length": stop - begin})
    return text, kept


def shown(text: str, entities: list[Entity]) -> str:
    """Safe HTML of a message, newlines as they are; other entities are plain text."""
    raw = text.encode("utf-16-le")
    marks: list[tuple[int, int, int, str]] = []
    for depth, entity in enumerate(entities):
        if tag := TAGS.get(entity["type"]):
            begin = entity["offset"]
            end = begin + entity["length"]
            marks += [(begin, 1, depth, f"<{tag}>"), (end, 0, -depth, f"</{tag}>")]
    parts, at = [], 0
    for where, _, _, tag in sorted(marks):
        parts += [escape(raw[at * 2 : where * 2].decode("utf-16-le", "replace")), tag]
        at = where
    return "".join([*parts, escape(raw[at * 2 :].decode("utf-16-le", "replace"))])
