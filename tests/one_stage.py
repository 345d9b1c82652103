"""Stories that need one stage only: they touch nothing in which the stages differ.

A plugin of pytest. A story that only says, taps and reads is told on one channel; which of them
alternates by its name. What touches the clock, a picture, a raw press, a file or a channel's own
word is told on both, and so is everything with `--all`; of a story that is told of several values
it is the first that is told on both. What a story touches is read from its code, its fixtures and
the helpers they name: what is not known to be harmless counts.

It is told on the near stage (`tests/near.py`), where everything is in memory. On the far one, over
sockets, on SQLite's file or on PostgreSQL, are told: what is marked so, what touches what only that
one has, the first story of each file on WhatsApp, and with `--all` every story.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from types import CodeType, FunctionType, ModuleType
from typing import Any
from zlib import crc32

import pytest

from tests.actors import Actor, Clock, World

CHANNELS = ("telegram", "whatsapp")
NEAR = pytest.StashKey[set[str]]()
WORLD = {"actor", "office", "clock", "run", "verified", "settles", "busy", "rated"}
DOES = {"world", "scans", "starts", "says", "joins", "understands", "opens", "taps"}
SEES = {"reads", "has_read", "screen", "buttons"}
HARMLESS = WORLD | DOES | SEES
"""What a story may do with the world and its people wherever it is told."""
FAR = {"faults", "url", "listens_on", "caplog"}
"""What is there on the far stage alone: trouble on the way, the database's own address, the port
where platforms call, the logs of those who speak over it."""
TOUCHING = {"now", *FAR, *vars(World), *vars(Actor), *vars(Clock)}
TOUCHING |= {*World.__dataclass_fields__, *Actor.__dataclass_fields__}
TOUCHING -= {name for name in TOUCHING if name.startswith("__")} | HARMLESS
PEOPLE = {"citizen", "other_citizen", "head", "staff", "employee", "colleague", "superior"}
GROUND = {"world", "stage", "is_near", "offices", "draughtsman", "request"}
GROUND |= {"tmp_path", "tmp_path_factory"}
FIXTURES = PEOPLE | GROUND
"""Fixtures that every story may ask for; what others of the tests do is read."""


def pytest_configure(config: pytest.Config) -> None:
    for channel in CHANNELS:
        told = f"{channel}(why): what the story tells is there on this channel alone, and why"
        config.addinivalue_line("markers", told)
    config.addinivalue_line("markers", "far(why): is told over sockets and on a real database")


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """A story of a channel's own ways is told there alone, one that has none on either."""
    everything = config.getoption("--all")
    firsts: dict[str, str] = {}
    for item in items:
        firsts.setdefault(item.nodeid.partition("[")[0], name_of(item))
    first = {*firsts.values()}

    def here(item: pytest.Item) -> bool:
        return told_here(item, everything=everything, first=name_of(item) in first)

    items[:] = filter(here, items)
    config.stash[NEAR] = set() if everything else near(items)


def near(items: Iterable[pytest.Item]) -> set[str]:
    """The stories that are told on the near stage."""
    told = [(item, here) for item in items if (here := stage_of(item)) is not None]
    first = {item.path: item.nodeid for item, here in reversed(told) if here == "whatsapp"}
    return {item.nodeid for item, _ in told if not is_far(item)} - {*first.values()}


def is_far(item: pytest.Item) -> bool:
    """Whether it needs what is there on the far stage alone."""
    return item.get_closest_marker("far") is not None or bool(touched(item) & FAR)


@pytest.fixture
def is_near(request: pytest.FixtureRequest) -> bool:
    """Whether this story is told on the near stage."""
    return request.node.nodeid in request.config.stash[NEAR]


def told_here(item: pytest.Item, *, everything: bool, first: bool = True) -> bool:
    """Whether this run of a test, which may be on one of the stages, is to be.

    `first` is the first value of those of which the story is told.
    """
    here = stage_of(item)
    if here is None:
        return True
    others = [channel for channel in CHANNELS if channel != here]
    if any(item.get_closest_marker(channel) for channel in others):
        return False
    marked = item.get_closest_marker(here) is not None
    both = everything or marked or (first and touched(item))
    return bool(both) or chosen(name_of(item)) == here


def stage_of(item: pytest.Item) -> str | None:
    """The channel on which this run of a story is told."""
    callspec = getattr(item, "callspec", None)
    return callspec.params.get("stage") if callspec is not None else None


def name_of(item: pytest.Item) -> str:
    """The name of a story, wherever it is told."""
    name, _, variant = item.nodeid.partition("[")
    return "-".join([name, *(one for one in variant[:-1].split("-") if one not in CHANNELS)])


def chosen(name: str) -> str:
    """The stage of a story that needs one only."""
    return CHANNELS[crc32(name.encode()) % len(CHANNELS)]


def touched(item: pytest.Item) -> set[str]:
    """The names by which a story touches what differs between the stages."""
    known = item._fixtureinfo.name2fixturedefs  # type: ignore[attr-defined]
    found = touches(item.function)  # type: ignore[attr-defined]
    for name in {*known} - FIXTURES - {*item.callspec.params}:  # type: ignore[attr-defined]
        for fixture in known.get(name, ()):
            found |= touches(fixture.func) if ours(fixture.func) else strange(name)
    return found


def strange(fixture: str) -> set[str]:
    """A fixture that is not ours may do anything; those that only run the event loop do not."""
    return set() if "loop" in fixture or "runner" in fixture else {fixture}


def touches(function: Callable[..., Any], seen: set[Any] | None = None) -> set[str]:
    """The names by which a function of the tests, or one that it names, touches what differs."""
    seen = set() if seen is None else seen
    plain = getattr(function, "__wrapped__", function)
    if plain in seen or not isinstance(plain, FunctionType):
        return set()
    seen.add(plain)
    names = set(named(plain.__code__))
    found = names & TOUCHING
    for helper in helpers(plain, names):
        found |= touches(helper, seen)
    return found


def named(code: CodeType) -> Iterator[str]:
    """Every name and attribute that the code speaks of, also in what it defines."""
    yield from code.co_names
    for constant in code.co_consts:
        if isinstance(constant, CodeType):
            yield from named(constant)


def helpers(function: FunctionType, names: set[str]) -> Iterator[Callable[..., Any]]:
    """What the function names of the tests' own, beside the world and its people."""
    there = [function.__globals__[name] for name in names if name in function.__globals__]
    there += [cell.cell_contents for cell in function.__closure__ or ()]
    modules = [vars(one) for one in there if isinstance(one, ModuleType)]
    there += [module[name] for module in modules for name in names if name in module]
    for one in there:
        if isinstance(one, type) and ours(one):
            yield from (part for part in vars(one).values() if callable(part))
        elif callable(one) and ours(one):
            yield one


def ours(thing: Any) -> bool:
    """Whether it is of the tests, and not of the world on which all stories stand."""
    home = getattr(thing, "__module__", None) or ""
    return home.startswith("tests.") and home not in ("tests.actors", "tests.office")
