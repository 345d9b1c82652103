"""Typed openings: what a button, or the words behind a command, says to a conversation.

    class ToScores(Opening, of="saya", wire="[{quarter}][@{whose}][/{part}]"):
        quarter: Quarter | None = None
        whose: int | None = None
        part: Literal["", "quantity", "quality"] = ""

    ToScores(quarter=Quarter(2026, 4), whose=12).button(Text("button-member-scores"))

A wire says once how an opening is written and read. `{page}` is a field; a number may say how many
digits it has at most (`{page:4}`), or exactly (`{seen:016}`). What stands in `[...]` is left out
where all fields in it are as they are at first.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import MISSING, dataclass, fields
from datetime import date
from functools import lru_cache
from operator import attrgetter
from types import NoneType, UnionType
from typing import (
    Annotated,
    Any,
    ClassVar,
    Literal,
    Self,
    TypeAlias,
    Union,
    dataclass_transform,
    get_args,
    get_origin,
    get_type_hints,
)

from models.letters import Button, Words
from models.quarter import Quarter

MOST_BYTES = 64
"""The least that a channel carries behind a button."""
MOST_DIGITS = 9


class Unwritable(ValueError):
    """An opening that no button can carry."""


@dataclass_transform(frozen_default=True)
class Opening:
    """What opens a conversation. Each kind of it is a dataclass with a wire.

    It is frozen to mypy alone, and compared here: the methods that a frozen dataclass would write
    for every one of the many kinds take a tenth of a second of each start.
    """

    conversation: ClassVar[str]
    wire: ClassVar[str]

    def __init_subclass__(cls, *, of: str, wire: str = "") -> None:
        cls.conversation, cls.wire = of, wire
        dataclass(eq=False, repr=False)(cls)

    def __eq__(self, other: object) -> bool:
        return type(self) is type(other) and vars(self) == vars(other)

    def __hash__(self) -> int:
        return hash((type(self), *vars(self).values()))

    def __repr__(self) -> str:
        said = ", ".join(f"{name}={value!r}" for name, value in vars(self).items())
        return f"{type(self).__name__}({said})"

    @classmethod
    def read(cls, words: str) -> Self | None:
        """The opening that is written so; None where it is none of this kind."""
        wire = _wire(cls)
        found = wire.pattern.fullmatch(words)
        if found is None:
            return None
        said = {name: text for name, text in found.groupdict().items() if text}
        try:
            return cls(**{name: wire.fields[name].read(text) for name, text in said.items()})
        except ValueError:
            return None

    @property
    def written(self) -> str:
        """How it is written."""
        return "".join(_written(_wire(type(self)).nodes, self))

    @property
    def tap(self) -> str:
        """What a button carries that opens this in the place of its message."""
        return _carried(self, "o")

    @property
    def below(self) -> str:
        """What a button carries that opens this below its message, which stays to be read."""
        return _carried(self, "n")

    def button(self, label: Words) -> Button:
        """A button that opens this in the place of its message."""
        return Button(label, self.tap)

    def button_below(self, label: Words) -> Button:
        """A button that opens this below its message."""
        return Button(label, self.below)


@lru_cache(maxsize=1024)
def _carried(opening: Opening, way: str) -> str:
    """The same few are written all day: what they carry is checked once."""
    words = opening.written
    carried = f"{way}.{opening.conversation}.{words}"
    if len(carried.encode()) > MOST_BYTES or opening.read(words) != opening:
        raise Unwritable(f"{opening} as {carried!r}")
    return carried


@dataclass(frozen=True)
class _Field:
    """A field of a wire: how its values look, are read and are written."""

    name: str
    default: Any
    pattern: str
    read: Callable[[str], Any]
    write: Callable[[Any], str]

    def is_said(self, opening: Opening) -> bool:
        """Whether it is not as it is at first; what must be given always is."""
        return self.default is MISSING or getattr(opening, self.name) != self.default


_Node: TypeAlias = "str | _Field | tuple[_Node, ...]"
"""A piece of a wire: letters as they are, a field, or what may be left out."""
_TOKEN = re.compile(r"\{(?P<name>\w+)(?::(?P<digits>\d+))?\}|(?P<bracket>[\[\]])|[^\[\]{}]+")


@dataclass(frozen=True)
class _Wire:
    """A wire taken apart."""

    nodes: tuple[_Node, ...]
    pattern: re.Pattern[str]
    fields: Mapping[str, _Field]


_WIRES: dict[type[Opening], _Wire] = {}


def _wire(kind: type[Opening]) -> _Wire:
    """The wire of this kind, taken apart when it is first needed: its fields are known by then."""
    if kind not in _WIRES:
        nodes = _nodes(kind, _TOKEN.finditer(kind.wire))
        named = {one.name: one for one in _fields(nodes)}
        _WIRES[kind] = _Wire(nodes, re.compile(_pattern(nodes), re.DOTALL), named)
    return _WIRES[kind]


def _nodes(kind: type[Opening], tokens: Iterator[re.Match[str]]) -> tuple[_Node, ...]:
    """The wire, or what is left of it to the end of the bracket that is open."""
    hints = get_type_hints(kind, include_extras=True)
    defaults = {one.name: one.default for one in fields(kind)}  # type: ignore[arg-type]
    found: list[_Node] = []
    for token in tokens:
        if token["bracket"] == "[":
            found.append(_nodes(kind, tokens))
        elif token["bracket"] == "]":
            break
        elif name := token["name"]:
            found.append(_Field(name, defaults[name], *_spelling(hints[name], token["digits"])))
        else:
            found.append(token[0])
    return tuple(found)


def _spelling(
    hint: Any, digits: str | None
) -> tuple[str, Callable[[str], Any], Callable[[Any], str]]:
    """How the values of a type look, are read and are written."""
    if get_origin(hint) in (Union, UnionType):
        hint = next(one for one in get_args(hint) if one is not NoneType)
    if hint is int and digits and digits.startswith("0"):
        return f"[0-9]{{{int(digits)}}}", int, lambda number: f"{number:{digits}}"
    if hint is int:
        return f"[0-9]{{1,{digits or MOST_DIGITS}}}", int, str
    if hint is Quarter:
        return "20[0-9]{2}-Q[1-4]", Quarter.parse, attrgetter("key")
    if hint is date:
        return "[0-9]{4}-[0-9]{2}-[0-9]{2}", date.fromisoformat, str
    if get_origin(hint) is Annotated:
        return get_args(hint)[1], str, str
    if get_origin(hint) is not Literal:
        raise TypeError(f"{hint} cannot stand in a wire")
    longest_first = sorted(filter(None, get_args(hint)), key=len, reverse=True)
    return "|".join(map(re.escape, longest_first)), str, str


def _fields(nodes: Iterable[_Node]) -> Iterator[_Field]:
    for node in nodes:
        if isinstance(node, _Field):
            yield node
        elif isinstance(node, tuple):
            yield from _fields(node)


def _pattern(nodes: Iterable[_Node]) -> str:
    return "".join(_pattern_of(node) for node in nodes)


def _pattern_of(node: _Node) -> str:
    if isinstance(node, _Field):
        return f"(?P<{node.name}>{node.pattern})"
    return re.escape(node) if isinstance(node, str) else f"(?:{_pattern(node)})?"


def _written(nodes: Iterable[_Node], opening: Opening) -> Iterator[str]:
    for node in nodes:
        if isinstance(node, str):
            yield node
        elif isinstance(node, _Field):
            yield node.write(getattr(opening, node.name))
        elif any(one.is_said(opening) for one in _fields(node)):
            yield from _written(node, opening)
