"""A plugin of pytest: a story that fails prints its whole dialogue."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest

from tests.recorder import RECORDER, listening

TELLS = re.compile(
    r"^from (tests\.(chatting|played|town)|tests import .*\bplayed|typer\.testing|bot\.cli)\b"
    r"|^from tests\.actors import \(?[^()]*\b(Actor|World)\b",
    re.MULTILINE,
)
"""What a story imports with which it is told: actors, a chat, the script of a conversation alone,
or a terminal."""

COUNTS = ("test_bubbles_command.py", "test_texts.py")
"""These have everything said that can be, and look at numbers and words alone."""


def pytest_sessionstart(session: pytest.Session) -> None:
    """Listen for as long as the session lasts."""
    listens = listening()
    listens.__enter__()
    session.config.add_cleanup(lambda: listens.__exit__(None, None, None))


@pytest.hookimpl(tryfirst=True)
def pytest_runtest_setup(item: pytest.Item) -> None:
    """What a test's own fixtures do is a part of its story."""
    RECORDER.begin(story=is_story(item))


def is_story(item: pytest.Item) -> bool:
    """Whether the test tells a story."""
    return tells(item.path)


@cache
def tells(path: Path) -> bool:
    """Whether stories are told in this file: on the stage, to a script, or at a terminal."""
    if path.name in COUNTS:
        return False
    return path.parent.name == "stories" or bool(TELLS.search(path.read_text("utf-8")))


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport(
    item: pytest.Item, call: pytest.CallInfo[None]
) -> Iterator[pytest.TestReport]:
    """Let a story that fails tell how it came to that."""
    report: pytest.TestReport = yield  # type: ignore[misc,assignment]
    if report.failed and RECORDER.lines:
        world = getattr(item, "funcargs", {}).get("world")
        if world is not None and call.when != "teardown":
            RECORDER.look(world.telegram, world.whatsapp)
        report.sections.append((f"The dialogue of {item.name}", "\n".join(RECORDER.lines)))
    return report
