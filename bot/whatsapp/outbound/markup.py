"""Our small markup as WhatsApp's marks, and what people typed as they typed it.

WhatsApp reads *bold* and _italic_ anywhere in a text: a mark must touch its words, stand apart
from other words, and end on its line. It knows no way to write a sign that is none. So ours are
put only where they work, and a sign that somebody typed where it would work as one is shown by
its double: nothing of what was typed is hidden, and ours stay ours.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

SIGNS = {"b": "*", "i": "_"}
DOUBLES = {"*": "∗", "_": "ˍ", "~": "∼", "`": "‵"}
"""Characters that look like WhatsApp's signs and are none: U+2217, U+02CD, U+223C, U+2035."""
_TAG = re.compile(r"<(/?)([bi])>")
_LINK = re.compile(r"(https?://\S+)")
_COULD_MARK = {
    sign: re.compile(rf"\{sign}(?:(?<!\w\{sign})(?=\S)|(?<=\S\{sign})(?!\w))") for sign in "*~_"
}
"""A sign where it could begin a mark or end one. The underscore is last: it is a letter to them."""


class _Run(NamedTuple):
    """Words of one line under the same tags."""

    words: str
    tags: frozenset[str]


def marked(text: str) -> str:
    """The text with WhatsApp's marks for ours."""
    if "<" not in text and not any(sign in text for sign in DOUBLES):
        return _unescaped(text)
    return "\n".join(_line(runs) for runs in _lines(text))


def unmarked(text: str) -> str:
    """The text without any marks."""
    return _unescaped(_TAG.sub("", text))


def _unescaped(text: str) -> str:
    """What our texts escape (`html.escape` without quotes), as it was."""
    return text.replace("&lt;", "<").replace("&gt;", ">").replace("&amp;", "&")


def _lines(text: str) -> list[list[_Run]]:
    lines: list[list[_Run]] = [[]]
    tags: frozenset[str] = frozenset()
    at = 0
    for tag in (*_TAG.finditer(text), None):
        first, *rest = _unescaped(text[at : tag.start() if tag else len(text)]).split("\n")
        lines[-1].append(_Run(first, tags))
        lines += [[_Run(words, tags)] for words in rest]
        if tag:
            tags = tags - {tag[2]} if tag[1] else tags | {tag[2]}
            at = tag.end()
    return lines


def _line(runs: list[_Run]) -> str:
    """One line; `ours` are the places of our own signs in it."""
    runs = list(_tight(runs))
    line, ours = "", set[int]()
    for number, run in enumerate(runs):
        after = runs[number + 1].words[:1] if number + 1 < len(runs) else ""
        signs = "".join(SIGNS[tag] for tag in sorted(run.tags))
        if not signs or not _may_mark(run.words, signs, before=line[-1:], after=after):
            line += run.words
            continue
        closing = len(line) + len(signs) + len(run.words)
        ours |= {*range(len(line), len(line) + len(signs)), *range(closing, closing + len(signs))}
        line += f"{signs}{run.words}{signs[::-1]}"
    return _doubled(line, ours)


def _tight(runs: list[_Run]) -> Iterator[_Run]:
    """The runs with the blanks at their ends outside their tags; none is empty."""
    for run in runs:
        core = run.words.strip() if run.tags else run.words
        lead, _, tail = run.words.partition(core) if core else (run.words, "", "")
        for words, tags in ((lead, frozenset[str]()), (core, run.tags), (tail, frozenset[str]())):
            if words:
                yield _Run(words, tags)


def _may_mark(words: str, signs: str, *, before: str, after: str) -> bool:
    apart = not _is_word(before) and not _is_word(after) and before not in SIGNS.values()
    return apart and not any(sign in words for sign in signs)


def _is_word(character: str) -> bool:
    return character.isalnum() or character == "_"


def _doubled(line: str, ours: set[int]) -> str:
    """Signs that people typed, doubled where they would pair up as marks; a backtick does so
    anywhere; a link stays whole."""
    apart = _LINK.split(line)
    apart[::2] = [words.replace("`", DOUBLES["`"]) for words in apart[::2]]
    line = "".join(apart)
    links = {place for link in _LINK.finditer(line) for place in range(*link.span())}
    for sign, could_mark in _COULD_MARK.items():
        if sign in line:
            line = _sign_doubled(line, sign, could_mark, ours, links)
    return line


def _sign_doubled(
    line: str, sign: str, could_mark: re.Pattern[str], ours: set[int], links: set[int]
) -> str:
    """One sign doubled wherever it could mark and is not ours, if there are several that could."""
    if not ours and not links:
        doubled, often = could_mark.subn(DOUBLES[sign], line)
        return doubled if often > 1 else line
    kept = ours | links
    typed = [one.start() for one in could_mark.finditer(line) if one.start() not in kept]
    if len(typed) + sum(line[at] == sign for at in ours) < 2:
        return line
    found = list(line)
    for at in typed:
        found[at] = DOUBLES[sign]
    return "".join(found)
