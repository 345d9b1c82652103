"""aiogram imported lazily is aiogram: it reads and refuses the same, and is built once, in time."""

from __future__ import annotations

import re
import subprocess
import sys
from functools import cache
from hashlib import sha256
from importlib.metadata import version
from platform import python_version
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


PARTS = ("updates", "answers", "calls", "fields")
PLAIN = ROOT / "tests" / "aiogram_plain.json"


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


@cache
def plainly(*, whole: bool) -> dict[str, Any]:
    """What aiogram is as it imports itself: told anew with `--all`, and wherever aiogram, pydantic
    or Python are not those of which it is kept."""
    kept: dict[str, Any] = orjson.loads(PLAIN.read_bytes())
    return kept if kept["of"] == _of() and not whole else digested(told("plain"))


def digested(found: dict[str, Any]) -> dict[str, Any]:
    """What is kept of what a process has told, and of which versions that is."""
    lines = {part: orjson.dumps(found[part], option=orjson.OPT_SORT_KEYS) for part in PARTS}
    parts = {part: sha256(said).hexdigest() for part, said in lines.items()}
    counts = {"built": found["built"], "models": len(found["fields"])}
    return {"of": _of(), "tried": found["tried"], **counts, **parts}


def _of() -> dict[str, str]:
    asked = orjson.dumps(RAWS) + (ROOT / "tests" / "aiogram_models.py").read_bytes()
    versions = {name: version(name) for name in sorted(TRIED)}
    return {"asked": sha256(asked).hexdigest(), "python": python_version(), **versions}


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


def test_other_versions_are_imported_as_they_wish(whole: bool) -> None:
    plain = plainly(whole=whole)
    assert not plain["tried"]
    assert plain["built"] == plain["models"]


@pytest.mark.parametrize("part", PARTS)
def test_both_ways_read_and_refuse_the_same(part: str, whole: bool) -> None:
    assert digested(told("lazy"))[part] == plainly(whole=whole)[part]


@pytest.mark.long("imports aiogram as it wishes; what came of it is kept")
def test_what_is_kept_is_what_these_versions_tell() -> None:
    now = digested(told("plain"))
    assert orjson.loads(PLAIN.read_bytes()) == now, orjson.dumps(now, option=orjson.OPT_INDENT_2)


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
