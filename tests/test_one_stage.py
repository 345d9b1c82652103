"""Which stories are told on one stage, and that none is left out."""

from __future__ import annotations

import sys
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest

from tests import actors
from tests.actors import Actor, World
from tests.one_stage import CHANNELS, HARMLESS, chosen, near, strange, told_here, touches


async def says_taps_and_reads(citizen: Actor, world: World) -> None:
    await citizen.scans("KTP-el, loket 1")
    await citizen.taps("🙂 Baik")
    assert citizen.reads("Terima kasih")
    assert (await world.verified()).ratings == 1


async def lets_time_pass(world: World) -> None:
    await world.waits(minutes=16)


async def moves_the_clock(world: World) -> None:
    world.clock.now = actors.NINE_O_CLOCK


async def through_a_helper(world: World) -> None:
    async def later() -> None:
        await lets_time_pass(world)

    await later()


async def through_a_module(world: World) -> None:
    await this.lets_time_pass(world)


async def presses_what_is_gone(citizen: Actor) -> None:
    await citizen.presses(*citizen.button("🙂 Baik"))


async def makes_trouble(world: World) -> None:
    world.telegram.faults.fail("sendMessage", 502)


class Teller:
    """A helper with methods."""

    def tell(self, citizen: Actor) -> bool:
        return citizen.sees_a_picture


def through_a_class(citizen: Actor) -> bool:
    return Teller().tell(citizen)


this = sys.modules[__name__]


def test_who_only_says_taps_and_reads_touches_nothing() -> None:
    assert touches(says_taps_and_reads) == set()


@pytest.mark.parametrize(
    ("story", "what"),
    [
        (lets_time_pass, {"waits"}),
        (moves_the_clock, {"now"}),
        (through_a_helper, {"waits"}),
        (through_a_module, {"waits"}),
        (presses_what_is_gone, {"presses", "button"}),
        (through_a_class, {"sees_a_picture"}),
    ],
)
def test_what_a_story_touches_is_found_however_it_comes_to_it(
    story: object, what: set[str]
) -> None:
    assert touches(story) == what  # type: ignore[arg-type]


def test_all_that_is_harmless_is_still_there() -> None:
    """A name that is gone must not stay here for another to take."""
    known = {*vars(World), *vars(Actor), *World.__dataclass_fields__, *Actor.__dataclass_fields__}
    assert known >= HARMLESS


def test_the_two_stages_share_the_stories_between_them() -> None:
    names = [f"tests/stories/test_rating.py::test_{number}" for number in range(200)]
    told = [chosen(name) for name in names]
    assert all(told.count(channel) > 70 for channel in CHANNELS)
    assert told == [chosen(name) for name in names]


class Told:
    """A run of a story, as pytest has collected it."""

    def __init__(self, story: object, here: str, *, marked: str = "", variant: str = "") -> None:
        self.nodeid = f"tests/test_x.py::{story.__name__}[{here}{variant}]"  # type: ignore[attr-defined]
        self.function = story
        self.callspec = SimpleNamespace(params={"stage": here})
        self.path = Path("tests/test_x.py")
        self._fixtureinfo = SimpleNamespace(name2fixturedefs={})
        self._marked = marked

    def get_closest_marker(self, name: str) -> object:
        return self._marked == name or None


def told(
    story: object, *, everything: bool = False, first: bool = True, **more: str
) -> list[str]:
    """On which stages it is told."""
    runs: list[tuple[str, Any]] = [(here, Told(story, here, **more)) for here in CHANNELS]
    return [here for here, run in runs if told_here(run, everything=everything, first=first)]


@pytest.mark.parametrize("variant", ["", "-a", "-b", "-another"])
def test_a_story_that_touches_nothing_is_told_once(variant: str) -> None:
    assert len(told(says_taps_and_reads, variant=variant)) == 1
    assert told(says_taps_and_reads, variant=variant, everything=True) == [*CHANNELS]


def test_a_story_that_touches_what_differs_is_told_on_both() -> None:
    assert told(lets_time_pass) == told(lets_time_pass, everything=True) == [*CHANNELS]


def test_of_several_values_the_first_is_told_on_both() -> None:
    assert len(told(lets_time_pass, variant="-b", first=False)) == 1
    assert told(lets_time_pass, variant="-b", first=False, everything=True) == [*CHANNELS]


@pytest.mark.parametrize("channel", CHANNELS)
def test_a_channels_own_story_is_told_there_whatever_it_touches(channel: str) -> None:
    for story in (says_taps_and_reads, lets_time_pass):
        assert told(story, marked=channel) == told(story, marked=channel, everything=True)
        assert told(story, marked=channel) == [channel]


def test_the_near_stage_has_all_but_the_first_on_whatsapp_and_what_is_far() -> None:
    stories = (says_taps_and_reads, lets_time_pass, moves_the_clock, makes_trouble)
    told: list[Any] = [Told(story, here) for story in stories for here in CHANNELS]
    told.append(Told(presses_what_is_gone, "whatsapp", marked="far"))
    there = {one.partition("::")[2] for one in near(told)}
    touching = ("lets_time_pass", "moves_the_clock")
    both = {f"{name}[{here}]" for name in touching for here in CHANNELS}
    assert there == {"says_taps_and_reads[telegram]", *both}


def test_a_fixture_that_is_not_ours_may_touch_anything() -> None:
    assert strange("monkeypatch") == {"monkeypatch"}
