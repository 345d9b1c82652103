"""Prompts: sent at most once, and what nobody can say the end of is listed, never sent again."""

from __future__ import annotations

import asyncio
from datetime import timedelta
from typing import Any

import pytest
from sqlalchemy import select

from bot.channel import Undelivered
from bot.outbound.prompts import AT_ONCE, WAITS_OF_OURS
from bot.sandbox.calm import AT_LAST
from models.store.chat.addresses import heard_from, meet
from models.store.engine.database import StoreAway
from models.store.letters import claims
from models.store.letters.delivery_status import DeliveryStatus, part_of, settle_status
from models.store.letters.on_hold import prompts_undone
from models.store.prompts import prompts, sending
from models.store.schema import addresses
from tests.actors import NINE_O_CLOCK
from tests.outbox import undelivered
from tests.town import Mouth, fails_from_now_on, town

DAY = 24 * 60 * 60


def fails(*whys: Undelivered) -> Any:
    """So many failures, then none."""
    waiting = list(whys)

    def fail(words: str) -> None:
        if waiting:
            raise waiting.pop(0)

    return fail


async def test_a_prompt_is_sent_once_and_its_letter_forgotten(databases: str) -> None:
    async with town(databases) as there:
        mouth = Mouth()
        post = there.post(mouth)
        await there.campaigns(1)
        await there.waits(40)
        await post.quiet()
        assert mouth.said == ["p0"]
        assert await there.ends() == {"sent": 1}
        assert await there.run(undelivered) == 0


async def test_a_campaign_goes_on_by_itself_a_few_at_a_time(databases: str) -> None:
    async with town(databases) as there:
        mouth = Mouth()
        post = there.post(mouth)
        await there.campaigns(100)
        await post.sweep()
        await post.quiet()
        assert sorted(mouth.said) == sorted(f"p{n}" for n in range(100))
        assert mouth.longest_line <= AT_ONCE


async def test_no_prompt_is_sent_by_two_processes(databases: str) -> None:
    async with town(databases) as there:
        mouths = [Mouth(), Mouth()]
        posts = [there.post(mouth) for mouth in mouths]
        await there.campaigns(90)
        for _ in range(3):
            await asyncio.gather(*(post.sweep() for post in posts))
        for post in posts:
            await post.quiet()
        said = [words for mouth in mouths for words in mouth.said]
        assert sorted(said) == sorted(f"p{n}" for n in range(90))


async def test_a_prompt_of_unknown_outcome_is_listed_and_never_sent_again(databases: str) -> None:
    async with town(databases) as there:
        mouth = Mouth(fails=fails(Undelivered("unknown")))
        post = there.post(mouth)
        await there.campaigns(1)
        await there.waits(40)
        await post.quiet()
        assert mouth.said == []
        (found,) = await there.run(prompts.unknown)
        assert (found.campaign, found.name) == ("daily.2026-11-23", "Pegawai 0")
        assert await there.run(undelivered) == 0


async def test_a_prompt_that_has_certainly_not_gone_out_is_sent_later(databases: str) -> None:
    async with town(databases) as there:
        mouth = Mouth(fails=fails(Undelivered("later", after=3), Undelivered("later")))
        post = there.post(mouth)
        await there.campaigns(1)
        await there.waits(2)
        assert mouth.said == []
        await there.waits(8)
        await post.quiet()
        assert mouth.said == ["p0"]
        assert await there.ends() == {"sent": 1}


async def test_a_prompt_to_somebody_who_has_left_is_undone(databases: str) -> None:
    async with town(databases) as there:
        post = there.post(Mouth(fails=fails(Undelivered("gone"))))
        await there.campaigns(1)
        await there.waits(2)
        await post.quiet()
        assert await there.ends() == {"undone": 1}
        query = select(addresses.c.reachable)
        assert not await there.run(lambda store: store.execute(query).scalar_one())


async def test_a_prompt_that_the_platform_refuses_by_number_is_listed_with_it(
    databases: str,
) -> None:
    why = {"p0": ("gone", "131026"), "p1": ("wrong", "100"), "p2": ("gone", "blocked")}

    def refuses(words: str) -> None:
        kind, number = why[words]
        raise Undelivered(kind, words=number)  # type: ignore[arg-type]

    async with town(databases) as there:
        post = there.post(Mouth(fails=refuses))
        await there.campaigns(3)
        await there.waits(40)
        await post.quiet()
        now = there.clock()
        found = await there.run(lambda s: prompts_undone(s, since=now - timedelta(1)))
    assert sorted(one.why for one in found) == ["100", "131026"]


async def test_a_prompt_that_is_refused_is_undone_aloud(
    databases: str, caplog: pytest.LogCaptureFixture
) -> None:
    async with town(databases) as there:
        refused = [Undelivered("wrong", words="too long")] * 2
        post = there.post(Mouth(fails=fails(*refused)))
        await there.campaigns(1)
        await there.waits(40)
        await post.quiet()
        assert await there.ends() == {"undone": 1}
    assert "was refused: wrong: too long" in caplog.text


async def test_a_prompt_that_is_refused_as_it_was_goes_in_plain_words_once(databases: str) -> None:
    async with town(databases) as there:
        mouth = Mouth(fails=fails(Undelivered("wrong", words="a button")))
        post = there.post(mouth)
        await there.campaigns(1)
        await there.waits(40)
        await post.quiet()
        assert mouth.said == ["p0"]
        assert await there.ends() == {"sent": 1}


async def test_a_prompt_whose_process_died_while_sending_is_not_sent_again(databases: str) -> None:
    async with town(databases) as there:
        dying, other = Mouth(), Mouth()
        dying.answers.clear()
        post = there.post(dying)
        await there.campaigns(2)
        await post.sweep()
        await dying.spoke.wait()
        await post.close()
        there.post(other)
        await there.waits(1)
        assert other.said == []
        there.posts.reverse()
        await there.waits(31)
        await there.posts[0][0].quiet()
        assert (dying.said, other.said) == (["p0"], ["p1"])
        assert await there.ends() == {"unknown": 1, "sent": 1}


async def test_after_a_restart_of_the_only_process_the_others_go_at_once(sqlite: str) -> None:
    async with town(sqlite) as there:
        dying, other = Mouth(), Mouth()
        dying.answers.clear()
        post = there.post(dying)
        await there.campaigns(3)
        await post.sweep()
        await dying.spoke.wait()
        await post.close()
        await there.run(lambda store: claims.orphaned(store, there.clock()))
        born = there.post(other)
        await born.sweep()
        await born.quiet()
        assert (dying.said, other.said) == (["p0"], ["p1", "p2"])
        assert await there.ends() == {"unknown": 1, "sent": 2}


async def test_no_reply_waits_for_a_campaign(databases: str) -> None:
    async with town(databases) as there:
        mouth = Mouth()
        mouth.may_prompt.clear()
        post = there.post(mouth)
        await there.campaigns(40)
        await post.sweep()
        await there.answers(post, "a")
        await there.waits(12)
        await there.run(lambda store: there.written(store, "b"))
        await there.waits(12)
        assert mouth.said == ["a", "b"]
        mouth.may_prompt.set()
        await there.waits(31)
        await post.quiet()
        assert len(mouth.said) == 42


async def test_no_prompt_waits_for_a_reply_of_its_chat(databases: str) -> None:
    def refuses(words: str) -> None:
        if words == "a":
            raise Undelivered("later", after=DAY)

    async with town(databases) as there:
        mouth = Mouth(fails=refuses)
        post = there.post(mouth)
        await there.answers(post, "a")
        await there.campaigns(1)
        await there.waits(2)
        assert mouth.said == ["p0"]


async def test_a_platform_in_trouble_is_not_fed_the_whole_campaign(databases: str) -> None:
    async with town(databases) as there:
        mouth = Mouth(fails=fails(*[Undelivered("unknown")] * 3))
        post = there.post(mouth)
        await there.campaigns(50)
        await post.sweep()
        await post.quiet()
        assert await there.ends() == {"unknown": 1, "waiting": 49}
        await there.waits(20)
        await post.quiet()
        assert await there.ends() == {"unknown": 3, "sent": 47}


async def test_a_platform_that_is_away_costs_no_prompt(databases: str) -> None:
    async with town(databases) as there:
        mouth = Mouth(fails=fails(*[Undelivered("later")] * 5))
        post = there.post(mouth)
        await there.campaigns(40)
        await there.waits(90)
        await post.quiet()
        assert await there.ends() == {"sent": 40}


async def test_a_prompt_that_is_of_no_use_any_more_does_not_go_out(databases: str) -> None:
    async with town(databases) as there:
        mouth = Mouth()
        mouth.may_prompt.clear()
        post = there.post(mouth)
        await there.campaigns(1, until=NINE_O_CLOCK + timedelta(seconds=20))
        await post.sweep()
        there.clock.forward(seconds=21)
        mouth.may_prompt.set()
        await post.quiet()
        await there.campaigns(1, first=1, until=there.clock())
        await there.waits(11)
        assert mouth.said == []
        assert await there.ends() == {"undone": 2}


async def test_a_prompt_that_cannot_be_put_into_words_is_given_up_in_the_end(
    databases: str, caplog: pytest.LogCaptureFixture
) -> None:
    tried: list[str] = []

    def breaks(words: str) -> None:
        tried.append(words)
        raise ZeroDivisionError

    async with town(databases) as there:
        post = there.post(Mouth(breaks=breaks))
        await there.campaigns(1)
        await there.waits(60)
        await post.quiet()
        assert await there.ends() == {"undone": 1}
    assert len(tried) == len(WAITS_OF_OURS) + 1
    assert "is given up" in caplog.text


async def test_a_fault_of_ours_while_sending_leaves_the_outcome_unknown(databases: str) -> None:
    def faulty(words: str) -> None:
        raise ZeroDivisionError

    async with town(databases) as there:
        post = there.post(Mouth(fails=faulty))
        await there.campaigns(1)
        await there.waits(60)
        await post.quiet()
        assert await there.ends() == {"unknown": 1}


async def test_a_store_that_is_away_for_a_moment_costs_no_prompt(
    databases: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    def away(*_: Any, **__: Any) -> Any:
        raise StoreAway

    async with town(databases) as there:
        mouth = Mouth()
        post = there.post(mouth)
        await there.campaigns(40)
        with monkeypatch.context() as broken:
            broken.setattr(sending, "sending", away)
            await post.sweep()
            broken.setattr(sending, "claim", away)
            await post.quiet()
        await there.waits(3)
        await post.quiet()
        assert await there.ends() == {"sent": 40}
        assert len(mouth.said) == 40


async def test_how_a_prompt_ended_is_written_down_even_if_that_fails_at_first(
    databases: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with town(databases) as there:
        post = there.post(Mouth())
        await there.campaigns(1)
        with monkeypatch.context() as broken:
            failed = fails_from_now_on(broken, sending, "end")
            await post.sweep()
            await asyncio.to_thread(failed.wait, AT_LAST)
        await post.quiet()
        assert await there.ends() == {"sent": 1}


async def test_a_prompt_that_the_platform_will_tell_of_is_kept_until_it_does(
    databases: str,
) -> None:
    async with town(databases) as there:
        mouth = Mouth(tells=True)
        post = there.post(mouth)
        await there.campaigns(1)
        await there.waits(40)
        await post.quiet()
        assert (mouth.said, await there.ends()) == (["p0"], {"sent": 1})
        (track,) = mouth.tracks
        for step in ("failed", "sent", "delivered"):
            fate = DeliveryStatus(part_of(track, 1, 1), step, "later")
            await there.run(lambda store, fate=fate: settle_status(store, fate, there.clock()))
        assert await there.ends() == {"arrived": 1}
        await there.waits(120)
        assert mouth.said == ["p0"]


async def test_a_prompt_before_a_closed_window_waits_for_the_person(databases: str) -> None:
    async with town(databases) as there:
        mouth = Mouth(fails=fails(Undelivered("closed")))
        post = there.post(mouth)
        await there.campaigns(1)
        await there.waits(5)
        await post.quiet()
        assert (mouth.said, await there.ends()) == ([], {"waiting": 1})
        wrote = there.clock()
        await there.run(lambda store: heard_from(store, meet(store, "telegram", "1001"), at=wrote))
        await there.waits(3)
        await post.quiet()
        assert (mouth.said, await there.ends()) == (["p0"], {"sent": 1})
