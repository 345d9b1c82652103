"""WhatsApp's limits: the longest that it takes and the first that it does not, and all that Tilik
says, said to the strict box."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.channel import Label, Spoken
from bot.whatsapp.graph import Graph, GraphRefused
from bot.whatsapp.outbound import rendered as limits
from bot.whatsapp.outbound import rows as row_limits
from bot.whatsapp.outbound.markup import marked
from models.letters import File
from models.store.engine.database import opened
from tests.actors import Clock
from tests.whatsapp import PHONE_ID, PNG, TOKEN, Talk, opened_box

Said = tuple[str, dict[str, Any]]


def buttons(count: int = 1, *, title: int = 1, id_: int = 1, body: int = 1) -> Said:
    replies = [
        {"type": "reply", "reply": {"id": f"{n:0{id_}}", "title": f"{n:0{title}}"}}
        for n in range(count)
    ]
    return "interactive", {
        "type": "button",
        "body": {"text": "x" * body},
        "action": {"buttons": replies},
    }


def rows(
    count: int = 1,
    *,
    title: int = 2,
    id_: int = 2,
    body: int = 1,
    opener: int = 1,
    description: int = 1,
) -> Said:
    found = [
        {"id": f"{n:0{id_}}", "title": f"{n:0{title}}", "description": "x" * description}
        for n in range(count)
    ]
    action = {"button": "x" * opener, "sections": [{"rows": found}]}
    return "interactive", {"type": "list", "body": {"text": "x" * body}, "action": action}


LIMITS: dict[str, tuple[int, Callable[[int], Said]]] = {
    "a text": (limits.LONGEST_TEXT, lambda n: ("text", {"body": "x" * n})),
    "a body over buttons": (limits.LONGEST_BODY, lambda n: buttons(body=n)),
    "buttons": (limits.MOST_BUTTONS, lambda n: buttons(n)),
    "a button": (limits.BUTTON, lambda n: buttons(title=n)),
    "what a button carries": (256, lambda n: buttons(id_=n)),
    "a body over a list": (limits.LONGEST_LIST_BODY, lambda n: rows(body=n)),
    "a list's own button": (20, lambda n: rows(opener=n)),
    "rows": (limits.MOST_ROWS, lambda n: rows(n)),
    "a row": (row_limits.ROW, lambda n: rows(title=n)),
    "the words below a row": (row_limits.DESCRIPTION, lambda n: rows(description=n)),
    "what a row carries": (200, lambda n: rows(id_=n)),
}


@dataclass
class Stage:
    """A loop of its own, for tests that are none of a loop's."""

    loop: asyncio.AbstractEventLoop
    talk: Talk
    graph: Graph

    def said(self, kind: str, body: dict[str, Any]) -> int:
        """0, or the code of the refusal."""
        try:
            self.loop.run_until_complete(self.graph.send("ID.1001", kind, body, track="l1.0.1.1"))
        except GraphRefused as wrong:
            return wrong.code
        return 0


@pytest.fixture(scope="module")
def stage(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Stage]:
    loop, clock = asyncio.new_event_loop(), Clock()
    opening = opened_box(clock, limits=False, keep=10)
    box = loop.run_until_complete(opening.__aenter__())
    database = opened(f"sqlite:///{tmp_path_factory.mktemp('limits') / 'tilik.db'}")
    talk = Talk(box, database, clock)
    graph = Graph(TOKEN, phone_id=PHONE_ID, api=box.url)
    yield Stage(loop, talk, graph)
    for close in (talk.mouth.close(), graph.close(), database.close()):
        loop.run_until_complete(close)
    loop.run_until_complete(opening.__aexit__(None, None, None))
    loop.close()


@pytest.mark.parametrize("what", LIMITS)
def test_the_longest_is_taken_and_the_first_beyond_is_refused(stage: Stage, what: str) -> None:
    longest, shaped = LIMITS[what]
    assert stage.said(*shaped(longest)) == 0
    assert stage.said(*shaped(longest + 1)) == 131009


@pytest.mark.parametrize("type_", ["image", "document"])
def test_the_longest_caption_is_taken_and_the_first_beyond_is_refused(
    stage: Stage, type_: str
) -> None:
    upload = limits.MediaUpload(PNG, "image/png", "x.png")
    number = stage.loop.run_until_complete(stage.graph.uploaded(upload))
    taken = {"id": number, "caption": "x" * limits.LONGEST_CAPTION}
    assert stage.said(type_, taken) == 0
    assert stage.said(type_, {**taken, "caption": "x" * (limits.LONGEST_CAPTION + 1)}) == 131009


def test_the_longest_name_of_a_file_is_taken_and_the_first_beyond_is_refused(stage: Stage) -> None:
    upload = limits.MediaUpload(PNG, "image/png", "x.png")
    number = stage.loop.run_until_complete(stage.graph.uploaded(upload))
    assert stage.said("document", {"id": number, "filename": "x" * limits.FILE_NAME}) == 0
    assert stage.said("document", {"id": number, "filename": "x" * 241}) == 131009


def test_labels_that_are_alike_are_refused_where_nobody_makes_them_distinct(stage: Stage) -> None:
    kind, body = buttons(2)
    for row in body["action"]["buttons"]:
        row["reply"]["title"] = "Ya"
    assert stage.said(kind, body) == 131009


WORDS = st.text(st.characters(codec="utf-8"), max_size=60)
TEXTS = WORDS | st.builds(
    lambda words, times: (words * times)[:13_000],
    st.text(alphabet="ab *_~`<b>i/&\n", min_size=1, max_size=9),
    st.integers(1, 9000),
)
FILES = st.sampled_from(
    [
        {},
        {"picture": PNG},
        {"file": File("photo", "x", "a.png"), "content": PNG, "mime": "image/png"},
        {"file": File("voice", "x"), "content": b"OggS", "mime": "audio/ogg"},
        {"file": File("document", "x", " "), "content": b"%PDF", "mime": "application/pdf"},
        {"file": File("document", "x", "z" * 400), "content": b"PK", "mime": "application/zip"},
    ]
)


@settings(max_examples=150)
@given(TEXTS, st.lists(WORDS, max_size=23), FILES)
def test_nothing_that_tilik_says_is_refused(
    stage: Stage, text: str, labels: list[str], more: dict[str, Any]
) -> None:
    rows = tuple((Label(words, f"a.1.0.{n}"),) for n, words in enumerate(labels))
    before = stage.talk.sari.last_id
    stage.talk.box.refusals.clear()
    said = stage.loop.run_until_complete(stage.talk.say(Spoken(text, rows, **more)))
    assert said == ("said" if more or labels or marked(text).strip() else "nothing")
    refused = [
        row for row in stage.talk.box.refusals if row.payload.get("type") != "application/zip"
    ]
    assert refused == []
    bubbles = [m for m in stage.talk.sari.messages if m.id > before]
    there = [b.data for m in bubbles for row in m.buttons for b in row]
    assert there == [label.tap for (label,) in rows]
