"""What many stories begin with is told once, and read again by the others.

A fixture in which people do something is a `chapter`. The first story of a worker that has some
chapters before it tells them live; then the database, both platforms, the clock and Tilik's folder
are kept. The next story with the same chapters gets all that back, and a Tilik that starts over it;
its chapters are read through, and nothing in them is done a second time: what they asked of the
database is answered as it was then.
"""

from __future__ import annotations

import json
import shutil
from collections.abc import Callable, Coroutine, Mapping, Sequence
from copy import deepcopy
from dataclasses import dataclass
from functools import wraps
from inspect import isasyncgenfunction, iscoroutinefunction, unwrap
from pathlib import Path
from typing import Any

import pytest

from tests.actors import Actor, Book, World

Key = tuple[str, ...]
OF_BOTH = ("phones", "ledger", "refusals", "shelf", "_sent")
OF_TELEGRAM = (*OF_BOTH, "user", "queries", "commands", "_asked")
OF_WHATSAPP = (*OF_BOTH, "contacted", "_series", "_messages")
GROUND = ("world", "draughtsman", "_lent")
OF_UPDATES = ("given", "last", "repeated")
"""What a platform knows of the people, and where its numbers are."""


def chapter(steps: Callable[..., Coroutine[Any, Any, Any]]) -> Any:
    """A fixture whose deeds are done once for all stories that have the same chapters."""

    @wraps(steps)
    async def told(**given: Any) -> Any:
        world = world_of(given)
        async with world.book.chapter(steps.__name__):
            return await steps(**given)

    told.is_chapter = True  # type: ignore[attr-defined]
    return pytest.fixture(told)


def world_of(given: Mapping[str, Any]) -> World:
    """The world in which a fixture's people live."""
    there = [one.world if isinstance(one, Actor) else one for one in given.values()]
    return next(one for one in there if isinstance(one, World))


def chapters_of(request: pytest.FixtureRequest) -> Key | None:
    """The chapters before a story, and the module whose own ways these were told in.

    None where a fixture that is no chapter may do something before the story: it would be kept with
    the chapters, and done a second time. None too where a story starts Tilik by itself: it has not
    the files of who began before.
    """
    known = request.node._fixtureinfo.name2fixturedefs
    if "world" not in known:
        return None
    fixtures = {name: known[name][-1].func for name in known}
    told = {name for name, one in fixtures.items() if getattr(one, "is_chapter", False)}
    if any(acts(name, fixtures[name]) for name in fixtures.keys() - told):
        return None
    own = request.node.session._fixturemanager._nodeid_autousenames.get(request.node.parent.nodeid)
    names = sorted(f"{fixtures[name].__module__}.{name}" for name in told)
    return (*names, *([f"as in {request.node.module.__name__}"] if own else []))


def acts(name: str, fixture: Callable[..., Any]) -> bool:
    """Whether a fixture of the tests may await what somebody does."""
    plain = unwrap(fixture)
    waits = iscoroutinefunction(plain) or isasyncgenfunction(plain)
    return waits and plain.__module__.startswith("tests.") and name not in GROUND


@dataclass(frozen=True)
class Scene:
    """How everything but the database was after the chapters."""

    telegram: Mapping[str, Any]
    updates: Mapping[str, Any]
    whatsapp: Mapping[str, Any]
    clock: Any
    answers: Mapping[str, Sequence[Any]]
    home: Path

    @classmethod
    def of(cls, world: World, folder: Path, home: Path) -> Scene:
        """As it is now; `folder` is Tilik's, `home` where its files are kept."""
        home.mkdir()
        for path in files(folder):
            shutil.copyfile(path, home / path.name)
        return cls(
            _parts(world.telegram, OF_TELEGRAM),
            _parts(world.telegram.delivery, OF_UPDATES),
            _parts(world.whatsapp, OF_WHATSAPP),
            world.clock.now,
            deepcopy(world.book.answers),
            home,
        )

    def set(self, there: Any, clock: Any, folder: Path) -> None:
        """Make both platforms, the clock and Tilik's folder what they were."""
        for path in files(self.home):
            shutil.copyfile(path, folder / path.name)
        at_home(folder)
        _give(there.telegram, self.telegram)
        _give(there.telegram.delivery, self.updates)
        _give(there.whatsapp, self.whatsapp)
        clock.now = self.clock


def files(folder: Path) -> list[Path]:
    """What Tilik keeps in its folder beside the database."""
    there = (path for path in folder.iterdir() if path.is_file())
    return [path for path in there if not path.name.startswith("tilik.db")]


def at_home(folder: Path) -> None:
    """Tilik knows a copy of its SQLite file by its number: here it is the file that it was."""
    known, database = folder / "epoch.json", folder / "tilik.db"
    page = json.loads(known.read_text()) if known.exists() else {"file": None}
    if page["file"] is not None:
        known.write_text(json.dumps({**page, "file": database.stat().st_ino}))


class _Owner:
    """Stands for the platform in what is kept of it."""


_OWNER = _Owner()


def _parts(owner: Any, names: tuple[str, ...]) -> dict[str, Any]:
    return deepcopy({name: vars(owner)[name] for name in names}, {id(owner): _OWNER})


def _give(owner: Any, parts: Mapping[str, Any]) -> None:
    vars(owner).update(deepcopy(dict(parts), {id(_OWNER): owner}))


__all__ = ["Book", "Key", "Scene", "at_home", "chapter", "chapters_of"]
