"""Letters: what Tilik says, as text ids and facts, before any language or channel is chosen."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from typing import Any, Literal, TypeAlias


@dataclass(frozen=True)
class Text:
    """A text id of the catalogue and the facts its words need.

    `otherwise`: the id in its place where the catalogue has none such, for ids that are made of
    what was stored under a name that may be gone. `gist`: only what it asks, with dots for its
    facts.
    """

    id: str
    facts: Mapping[str, Fact] = field(default_factory=dict)
    otherwise: str = ""
    gist: bool = False


MOST_UNLISTED = 1
"""So many buttons never stand in a list."""
PLAIN = "s"
GIST = "g"
"""Stands in a packed letter that is to be said in words alone."""
OPENS = "opens"
"""Among the facts of a letter's first words: what a tap says back on a channel where they stand
for the whole letter, and none of its own buttons does."""


@dataclass(frozen=True)
class Verbatim:
    """Words that people wrote (a name, a comment); shown as they are, never as markup."""

    words: str


@dataclass(frozen=True)
class Lines:
    """Words that stand under each other without a blank line between them."""

    lines: tuple[Words, ...]


Words: TypeAlias = Text | Verbatim | Lines
Fact: TypeAlias = str | int | Decimal | date | Text


@dataclass(frozen=True)
class Button:
    """A label and what a tap on it says back: an answer (`a.`), an opening (`o.`) or a verb."""

    label: Words
    tap: str


@dataclass(frozen=True)
class Picture:
    """A chart to be drawn when the letter is sent: its kind, and facts that fit in JSON."""

    kind: str
    facts: Mapping[str, Any]


LetterKind: TypeAlias = Literal["reply", "edit", "prompt"]
FileKind: TypeAlias = Literal["photo", "document", "voice", "link"]


@dataclass(frozen=True)
class File:
    """Something a person sent as evidence: the channel's own id for it (of a link, the link)."""

    kind: FileKind
    file: str
    name: str | None = None


@dataclass(frozen=True)
class Letter:
    """One message: paragraphs, rows of buttons, and perhaps a picture or a file.

    `about` is the channel's key of the message that is to be changed in place, if there is one.
    `hushed`: it comes without a sound, since people may be asleep. `plain`: in words alone, since
    the platform has refused it as it was. `holds` says what there is to choose, where a list of the
    buttons must be opened first. `turns`: whoever reads it is somebody else there from now on, with
    another menu. `told`: no turn of whoever reads it has led to it, and its buttons may be typed.
    `fleeting`: it is taken back before the next person is handed the phone; `takes_back`: it is no
    message, and takes back all of those.
    """

    paragraphs: tuple[Words, ...]
    buttons: tuple[tuple[Button, ...], ...] = ()
    picture: Picture | None = None
    about: str | None = None
    kind: LetterKind = "reply"
    file: File | None = None
    hushed: bool = False
    plain: bool = False
    holds: Text | None = None
    turns: bool = False
    told: bool = False
    fleeting: bool = False
    takes_back: bool = False


def packed(letter: Letter) -> dict[str, Any]:
    """The letter as JSON; `about` and `kind` are columns of their own."""
    sheet: dict[str, Any] = {"p": [_packed(words) for words in letter.paragraphs]}
    if letter.buttons:
        sheet["b"] = [[[_packed(b.label), b.tap] for b in row] for row in letter.buttons]
    if letter.picture:
        sheet["i"] = [letter.picture.kind, dict(letter.picture.facts)]
    if letter.file:
        sheet["f"] = [letter.file.kind, letter.file.file, letter.file.name]
    if letter.hushed:
        sheet["h"] = 1
    if letter.plain:
        sheet[PLAIN] = 1
    if letter.holds and sum(len(row) for row in letter.buttons) > MOST_UNLISTED:
        sheet["l"] = [letter.holds.id, letter.holds.otherwise]
    if letter.turns:
        sheet["t"] = 1
    if letter.told:
        sheet["w"] = 1
    if letter.fleeting:
        sheet["e"] = 1
    if letter.takes_back:
        sheet["k"] = 1
    return sheet


def unpacked(sheet: Mapping[str, Any], *, about: str | None, kind: LetterKind) -> Letter:
    """The letter that `packed` wrote down."""
    picture = sheet.get("i")
    return Letter(
        paragraphs=tuple(_unpacked(words) for words in sheet["p"]),
        buttons=tuple(
            tuple(Button(_unpacked(label), tap) for label, tap in row) for row in sheet.get("b", ())
        ),
        picture=Picture(picture[0], picture[1]) if picture else None,
        about=about,
        kind=kind,
        file=File(*sheet["f"]) if "f" in sheet else None,
        hushed="h" in sheet,
        plain=PLAIN in sheet,
        holds=Text(sheet["l"][0], otherwise=sheet["l"][1]) if "l" in sheet else None,
        turns="t" in sheet,
        told="w" in sheet,
        fleeting="e" in sheet,
        takes_back="k" in sheet,
    )


def _packed(words: Words) -> Any:
    if isinstance(words, Verbatim):
        return words.words
    if isinstance(words, Lines):
        return [_packed(line) for line in words.lines]
    otherwise = {"o": words.otherwise} if words.otherwise else {}
    gist = {GIST: 1} if words.gist else {}
    facts = {f"${k}": _packed_fact(v) for k, v in words.facts.items()}
    return {"t": words.id, **otherwise, **gist, **facts}


def _unpacked(sheet: Any) -> Words:
    if isinstance(sheet, str):
        return Verbatim(sheet)
    if isinstance(sheet, Sequence):
        return Lines(tuple(_unpacked(line) for line in sheet))
    return _text(sheet)


def _text(sheet: Mapping[str, Any]) -> Text:
    facts = {k[1:]: _unpacked_fact(v) for k, v in sheet.items() if k.startswith("$")}
    return Text(sheet["t"], facts, sheet.get("o", ""), GIST in sheet)


def _packed_fact(fact: Fact) -> Any:
    match fact:
        case Text():
            return _packed(fact)
        case Decimal():
            return {"d": str(fact)}
        case date():
            return {"on": fact.isoformat()}
        case _:
            return fact


def _unpacked_fact(sheet: Any) -> Fact:
    if not isinstance(sheet, Mapping):
        return sheet  # type: ignore[no-any-return]
    if "d" in sheet:
        return Decimal(sheet["d"])
    if "on" in sheet:
        return date.fromisoformat(sheet["on"])
    return _text(sheet)
