"""aiogram imported lazily is aiogram: it reads and refuses the same, and is built once, in time."""

from __future__ import annotations

import re
import subprocess
import sys
from functools import cache
from typing import Any

import orjson
import pytest
from pydantic import BaseModel

from bot.telegram.lazy_aiogram import TRIED
from tests.source import ROOT
from tests.test_heard import AT, BOT, GROUP, ME, PRIVATE, membership, message, tap, update

SIZE = {"file_id": "f", "file_unique_id": "u", "width": 1, "height": 1, "file_size": 9}
FORWARDED: list[dict[str, Any]] = [
    {"type": "user", "date": AT, "sender_user": ME},
    {"type": "hidden_user", "date": AT, "sender_user_name": "Sari"},
    {"type": "channel", "date": AT, "chat": GROUP, "message_id": 3},
    {"type": "something_new", "date": AT},
]
KEYBOARD = {"inline_keyboard": [[{"text": "Baik", "callback_data": "a"}]]}
RAWS: list[dict[str, Any]] = [
    update(message=message(text="Halo")),
    update(
        message=message(
            text="/start A", entities=[{"type": "bot_command", "offset": 0, "length": 6}]
        )
    ),
    update(message=message(photo=[SIZE], caption="Loket")),
    update(message=message(document={"file_id": "d", "file_unique_id": "u", "thumbnail": SIZE})),
    update(message=message(voice={"file_id": "v", "file_unique_id": "u", "duration": 3})),
    update(message=message(location={"latitude": -7.9, "longitude": 110.3})),
    update(message=message(contact={"phone_number": "+62811", "first_name": "Sari", "user_id": 1})),
    update(
        message=message(text="Ya", reply_to_message=message(text="Apa?", reply_markup=KEYBOARD))
    ),
    *(update(message=message(text="Ini", forward_origin=origin)) for origin in FORWARDED),
    update(message=message(pinned_message={"chat": PRIVATE, "message_id": 7, "date": 0})),
    tap(),
    tap(message={"chat": PRIVATE, "message_id": 7, "date": 0}),
    tap(message=None, inline_message_id="i1"),
    *(membership(status) for status in ("member", "kicked", "left", "something_new")),
    update(edited_message=message(text="Halo", edit_date=AT + 1)),
    update(channel_post={"message_id": 1, "date": AT, "chat": GROUP, "text": "Halo"}),
    update(poll_answer={"poll_id": "p", "user": BOT, "option_ids": [0]}),
    update(something_new={"a": 1}),
    {"update_id": "x", "message": {"message_id": 1}},
    update(message="Halo"),
]


@cache
def told(way: str) -> dict[str, Any]:
    """What a process of its own tells that imports aiogram in this way."""
    ran = subprocess.run(
        [sys.executable, "-m", "tests.aiogram_models", way],
        input=orjson.dumps(RAWS),
        cwd=ROOT,
        capture_output=True,
        check=False,
    )
    assert ran.returncode == 0, ran.stderr.decode()
    found: dict[str, Any] = orjson.loads(ran.stdout)
    return found


@pytest.mark.parametrize("name", sorted(TRIED))
def test_the_versions_that_run_are_the_versions_that_were_tried(name: str) -> None:
    locked = re.search(rf"^{name}==(\S+)", (ROOT / "requirements.lock").read_text(), re.MULTILINE)
    assert locked
    assert locked[1] == TRIED[name]


def test_nothing_is_built_before_it_is_used_and_everything_can_be() -> None:
    lazily = told("lazy")
    assert lazily["tried"]
    assert lazily["built"] == 0
    assert lazily["unbuilt"] == []
    assert len(lazily["fields"]) > 590


def test_other_versions_are_imported_as_they_wish() -> None:
    plainly = told("plain")
    assert not plainly["tried"]
    assert plainly["built"] == len(plainly["fields"])


@pytest.mark.parametrize("part", ["updates", "answers", "calls", "fields"])
def test_both_ways_read_and_refuse_the_same(part: str) -> None:
    assert told("lazy")[part] == told("plain")[part]


def test_some_of_what_is_read_is_refused() -> None:
    for part in ("updates", "answers", "calls"):
        refused = [one for one in told("lazy")[part] if one.startswith("ValidationError")]
        assert 0 < len(refused) < len(told("lazy")[part]) / 2


def test_threads_that_first_use_a_model_at_once_see_the_same() -> None:
    assert told("lazy")["together"]


def test_other_models_are_built_as_ever() -> None:
    class Other(BaseModel):
        number: int

    assert "defer_build" not in BaseModel.model_config
    assert Other.__pydantic_complete__
