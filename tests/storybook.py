"""A plugin of pytest: a story that fails prints its whole dialogue."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from tests.recorder import RECORDER, listening


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
    """Whether the test tells a story: on the stage, or to the script of a conversation alone."""
    tools = vars(getattr(item, "module", None) or object).values()
    played = any(getattr(tool, "__module__", "") == "tests.played" for tool in tools)
    return played or item.path.parent.name == "stories"


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
