"""Openings: written and read by one codec; what fits behind no button is known when it is made."""

from __future__ import annotations

from datetime import date, datetime
from typing import Annotated, Any, Literal, get_args, get_type_hints

import pytest

from handlers import CONVERSATIONS
from handlers.engine.manifest import PART_OF_SEVERAL
from handlers.engine.topic import Several, Topic
from handlers.engine.wire import Opening, Unwritable
from models.letters import Letter, Text
from models.people import Person
from models.quarter import Quarter
from models.store import Store


class ToPage(Opening, of="rak", wire="[h{page:4}]"):
    page: int = 0


class ToSheet(Opening, of="rak", wire="[{quarter}][@{whose}][/{part}[{target}][.{page:3}]]"):
    quarter: Quarter | None = None
    whose: int | None = None
    part: Literal["", "quantity", "quality"] = ""
    target: int | None = None
    page: int = 0


class Approve(Opening, of="rak", wire="y{entry}.{seen:016}"):
    entry: int
    seen: int


class ToDay(Opening, of="rak", wire="[{day}]"):
    day: date | None = None


class ToFound(Opening, of="rak", wire="h{page:4}[.{words}]"):
    page: int
    words: Annotated[str, ".+"] = ""


Q4 = Quarter(2026, 4)
WRITTEN = [
    (ToPage(), ""),
    (ToPage(2), "h2"),
    (ToSheet(), ""),
    (ToSheet(Q4), "2026-Q4"),
    (ToSheet(whose=12), "@12"),
    (ToSheet(Q4, 12, "quality", page=2), "2026-Q4@12/quality.2"),
    (ToSheet(Q4, part="quantity", target=7), "2026-Q4/quantity7"),
    (Approve(3, 17), "y3.0000000000000017"),
    (ToDay(date(2026, 11, 23)), "2026-11-23"),
    (ToFound(0), "h0"),
    (ToFound(1, "dewi. sari"), "h1.dewi. sari"),
]


@pytest.mark.parametrize(("opening", "words"), WRITTEN)
def test_what_is_written_is_read(opening: Opening, words: str) -> None:
    assert opening.written == words
    assert type(opening).read(words) == opening
    assert (opening.tap, opening.below) == (f"o.rak.{words}", f"n.rak.{words}")


@pytest.mark.parametrize(
    ("kind", "words"),
    [
        (ToPage, "h"),
        (ToPage, "h12345"),
        (ToPage, "h²"),
        (ToPage, "h1\n"),
        (ToSheet, "2026-Q5"),
        (ToSheet, "@1234567890"),
        (ToSheet, "/citizens"),
        (Approve, "y3.17"),
        (Approve, ""),
        (ToDay, "2026-02-30"),
    ],
)
def test_what_nobody_writes_is_not_read(kind: type[Opening], words: str) -> None:
    assert kind.read(words) is None


@pytest.mark.parametrize(
    "opening",
    [
        ToPage(12345),
        ToPage(-1),
        ToFound(0, "panjang " * 8),
        ToFound(0, "é" * 30),
        ToSheet(target=7),
        ToSheet(Quarter(1999, 1)),
    ],
)
def test_what_no_button_can_carry_is_not_made(opening: Opening) -> None:
    with pytest.raises(Unwritable):
        _ = opening.tap


def test_a_kind_that_no_wire_can_carry_is_refused() -> None:
    class ToPrice(Opening, of="rak", wire="{price}"):
        price: float

    with pytest.raises(TypeError, match="float"):
        ToPrice.read("1")


def test_one_of_several_is_opened_by_what_reads_it_and_else_the_first() -> None:
    def look(store: Store, person: Person, opening: Any, now: datetime) -> Any:
        return opening

    parts = [Topic(kind, look) for kind in (ToPage, Approve, ToFound)]
    several = Several(tuple(parts), manifest=PART_OF_SEVERAL)
    assert several.opened("h2") == (parts[0], ToPage(2))
    assert several.opened("y3.0000000000000017") == (parts[1], Approve(3, 17))
    assert several.opened("h2.dewi") == (parts[2], ToFound(2, "dewi"))
    assert several.opened("apa saja") == (parts[0], None)


TOPICS = [part for one in CONVERSATIONS.values() for part in one.parts]


@pytest.mark.parametrize("topic", TOPICS, ids=lambda topic: topic.look.__module__)
def test_a_look_takes_what_its_opening_reads(topic: Topic[Any, Any]) -> None:
    wanted = get_type_hints(topic.look)["opening"]
    assert wanted is object or topic.opening in get_args(wanted)


def test_what_stands_under_one_name_is_opened_by_that_name() -> None:
    for name, one in CONVERSATIONS.items():
        assert {part.name for part in one.parts} == {name}


def test_a_button_is_made_by_what_it_opens() -> None:
    label = Text("button-page-after")
    assert ToPage(2).button(label).tap == "o.rak.h2"
    assert ToPage(2).button_below(label).tap == "n.rak.h2"
    assert Letter((label,), ((ToPage(2).button(label),),)).buttons[0][0].label == label
