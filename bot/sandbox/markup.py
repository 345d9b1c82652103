"""Telegram's HTML, as strictly as Telegram reads it: text and entities out, or a refusal.

The tags, the errors' words and their byte offsets follow the Bot API server's behaviour; entity
offsets and lengths count UTF-16 units (Bot API, "Formatting options" and "MessageEntity").
"""

from string import ascii_letters, digits, hexdigits

from bot.sandbox.entities import Entity, address, units
from bot.sandbox.refusal import RefusalError, bad

KINDS = {
    "b": "bold",
    "strong": "bold",
    "i": "italic",
    "em": "italic",
    "u": "underline",
    "ins": "underline",
    "s": "strikethrough",
    "strike": "strikethrough",
    "del": "strikethrough",
    "span": "spoiler",
    "tg-spoiler": "spoiler",
    "code": "code",
    "pre": "pre",
    "a": "text_link",
    "blockquote": "blockquote",
    "tg-emoji": "custom_emoji",
}
NAMED = {"lt": "<", "gt": ">", "amp": "&", "quot": '"'}
SPACE = " \t\r\n\v\f"
TOKEN = ascii_letters + digits + ".-"
HALF_A_PAIR = (
    "Text contains invalid Unicode characters after decoding HTML entities,"
    " check for unmatched surrogate code units"
)


def cannot(words: str) -> RefusalError:
    return bad(f"can't parse entities: {words}")


def parsed(source: str) -> tuple[str, list[Entity]]:
    """Read HTML into (text, entities); raises the "can't parse entities" refusal."""
    if "<" not in source and "&" not in source:
        return source, []
    return _Reader(source).read()


class _Reader:
    """One pass over the source; `opened` holds (tag, argument, offset, entity to be filled)."""

    def __init__(self, source: str) -> None:
        self.source = source
        self.at = 0
        self.offset = 0
        self.parts: list[str] = []
        self.opened: list[tuple[str, str, int, Entity]] = []
        self.entities: list[Entity] = []

    def read(self) -> tuple[str, list[Entity]]:
        source = self.source
        while self.at < len(source):
            sign = source[self.at]
            if sign == "<":
                if source.startswith("</", self.at):
                    self._end_tag()
                else:
                    self._start_tag()
            elif sign == "&":
                self._add(self._reference())
            else:
                ends = [found for mark in "<&" if (found := source.find(mark, self.at)) >= 0]
                end = min(ends, default=len(source))
                self._add(source[self.at : end])
                self.at = end
        if self.opened:
            raise cannot(f'Can\'t find end tag corresponding to start tag "{self.opened[-1][0]}"')
        entities = [entity for entity in self.entities if entity]
        for entity in entities:
            if entity["type"] == "code":
                entity.pop("language", None)
        entities.sort(key=lambda entity: (entity["offset"], -entity["length"]))
        return "".join(self.parts), entities

    def _add(self, text: str) -> None:
        self.parts.append(text)
        self.offset += units(text)

    def _byte(self, at: int) -> int:
        return len(self.source[:at].encode())

    def _reference(self) -> str:
        """The character that a reference at `at` stands for; a lone & stands for itself."""
        begin = self.at
        self.at += 1
        if self._peek() == "#":
            self.at += 1
            found = self._numbered(begin)
        else:
            found = NAMED.get(self._run(ascii_letters), "")
        if not found:
            self.at = begin + 1
            return "&"
        if self._peek() == ";":
            self.at += 1
        return found

    def _numbered(self, begin: int) -> str:
        base, allowed = (16, hexdigits) if self._peek() in ("x", "X") else (10, digits)
        self.at += base == 16
        code = int(self._run(allowed) or "0", base)
        if not 0 < code < 0x10FFFF or self.at - begin >= 10:
            return ""
        if 0xD800 <= code < 0xE000:
            raise cannot(HALF_A_PAIR)
        return chr(code)

    def _peek(self) -> str:
        return self.source[self.at] if self.at < len(self.source) else ""

    def _skip(self, signs: str) -> None:
        while self._peek() and self._peek() in signs:
            self.at += 1

    def _until(self, signs: str) -> str:
        begin = self.at
        while self._peek() and self._peek() not in signs:
            self.at += 1
        return self.source[begin : self.at]

    def _run(self, signs: str) -> str:
        begin = self.at
        self._skip(signs)
        return self.source[begin : self.at]

    def _start_tag(self) -> None:
        begin = self._byte(self.at)
        self.at += 1
        tag = self._until(SPACE + ">").lower()
        if not self._peek():
            raise cannot(f"Unclosed start tag at byte offset {begin}")
        if tag not in KINDS:
            raise cannot(f'Unsupported start tag "{tag}" at byte offset {begin}')
        argument = ""
        while True:
            self._skip(SPACE)
            if self._peek() == ">":
                break
            argument = self._attribute(tag, begin) or argument
        self.at += 1
        if tag == "span" and argument != "spoiler":
            raise cannot(f'Tag "span" must have class "tg-spoiler" at byte offset {begin}')
        entity: Entity = {}
        self.entities.append(entity)
        self.opened.append((tag, argument, self.offset, entity))

    def _attribute(self, tag: str, begin: int) -> str:
        name = self._until(SPACE + "=>/\"'")
        if not name:
            raise cannot(f'Empty attribute name in the tag "{tag}" at byte offset {begin}')
        self._skip(SPACE)
        if not self._peek():
            raise cannot(f'Unclosed start tag "{tag}" at byte offset {begin}')
        if self._peek() != "=":
            return "expandable" if (tag, name) == ("blockquote", "expandable") else ""
        self.at += 1
        self._skip(SPACE)
        value = self._value(tag, begin)
        match tag, name:
            case ("a", "href") | ("tg-emoji", "emoji-id"):
                return value
            case ("code", "class") if value.startswith("language-"):
                return value[len("language-") :]
            case ("span", "class") if value.startswith("tg-"):
                return value[len("tg-") :]
        return ""

    def _value(self, tag: str, begin: int) -> str:
        quote = self._peek()
        if not quote:
            raise cannot(f'Unclosed start tag "{tag}" at byte offset {begin}')
        if quote not in "\"'":
            token_begin = self.at
            token = self._run(TOKEN).lower()
            if self._peek() not in (*SPACE, ">"):
                offset = self._byte(token_begin)
                raise cannot(f"Unexpected end of name token at byte offset {offset}")
            return token
        self.at += 1
        parts = []
        while (sign := self._peek()) and sign != quote:
            parts.append(self._reference() if sign == "&" else self._until("&" + quote))
        self.at += 1
        if not self._peek():
            raise cannot(f"Unclosed start tag at byte offset {begin}")
        return "".join(parts)

    def _end_tag(self) -> None:
        begin = self._byte(self.at)
        if not self.opened:
            raise cannot(f"Unexpected end tag at byte offset {begin}")
        self.at += 2
        name = self._until(SPACE + ">").lower()
        self._skip(SPACE)
        if self._peek() != ">":
            raise cannot(f"Unclosed end tag at byte offset {begin}")
        self.at += 1
        tag, argument, offset, entity = self.opened.pop()
        if name and name != tag:
            raise cannot(
                f'Unmatched end tag at byte offset {begin}, expected "</{tag}>", found "</{name}>"'
            )
        if self.offset > offset:
            entity.update(self._closed(tag, argument, offset))

    def _closed(self, tag: str, argument: str, offset: int) -> Entity:
        length = self.offset - offset
        entity: Entity = {"type": KINDS[tag], "offset": offset, "length": length}
        if tag == "a":
            written = "".join(self.parts).encode("utf-16-le")[-2 * length :]
            link = argument or written.decode("utf-16-le")
            url = address(link)
            if url is None:
                return {}
            entity["url"] = url
        elif tag == "tg-emoji":
            entity["custom_emoji_id"] = argument
        elif tag == "blockquote" and argument:
            entity["type"] = "expandable_blockquote"
        elif tag == "code" and argument:
            entity["language"] = argument
        elif tag == "pre":
            entity.update(self._language(offset, length))
        return entity

    def _language(self, offset: int, length: int) -> Entity:
        """`<pre><code class="language-x">` is one "pre" entity: take the code's language away."""
        for inner in self.entities:
            span = inner.get("offset"), inner.get("length")
            if inner.get("type") == "code" and span == (offset, length):
                language = inner.get("language")
                inner.clear()
                return {"language": language} if language else {}
        return {}
