"""When Telegram makes trouble: repeats, swaps, floods, hangs up, is slow or away."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest
from sqlalchemy import select

from handlers import CONVERSATIONS
from models.ratings import DAILY
from models.store import Store
from models.store.schema import inbox
from tests.actors import Actor, World
from tests.stories.test_rating import counted, rating_rows

pytestmark = pytest.mark.telegram("trouble that Telegram makes; WhatsApp has stories of its own")


def items(store: Store, state: str) -> list[Any]:
    """The inbox's items in this state."""
    return list(store.execute(select(inbox).where(inbox.c.state == state)))


def sends(world: World, words: str) -> int:
    """How often a message with these words was sent or put in place."""
    return sum(words in str(sent.payload.get("text", "")) for sent in world.telegram.ledger)


async def test_every_update_twice_counts_once_and_is_answered_once(
    citizen: Actor, world: World
) -> None:
    world.telegram.faults.repeat_updates = 1.0  # half of them under a second id
    await citizen.scans("KTP-el, loket 1")
    await citizen.taps("🙂 Baik", "Lewati")
    await citizen.says("Petugasnya ramah sekali")
    assert await counted(world, DAILY) == {("overall", 3): 1}
    assert len(await world.run(rating_rows)) == 1
    assert sends(world, "Terima kasih") == 1
    assert citizen.bubbles == 2


async def test_a_text_that_overtakes_a_tap_is_not_lost(citizen: Actor, world: World) -> None:
    await citizen.scans("KTP-el, loket 1")
    message, data = citizen.button("🙂 Baik")
    citizen.phone.say("Petugasnya ramah sekali pagi ini")
    await citizen.presses(message, data)
    assert await counted(world, DAILY) == {("overall", 3): 1}
    await citizen.taps("Lewati")
    (rating,) = await world.run(rating_rows)
    assert rating["reason"] == "Petugasnya ramah sekali pagi ini"


async def test_a_doubled_last_tap_leaves_the_thanks_standing(citizen: Actor) -> None:
    await citizen.scans("KTP-el, loket 1")
    await citizen.taps("🙂 Baik", "Lewati")
    message, data = citizen.button("Lewati")
    citizen.phone.press(message, data)
    await citizen.presses(message, data)
    assert citizen.has_read("Terima kasih, penilaian Anda")


async def test_a_doubled_tap_is_nobodys_error(
    citizen: Actor, caplog: pytest.LogCaptureFixture
) -> None:
    await citizen.scans("KTP-el, loket 1")
    message, data = citizen.button("🙂 Baik")
    await citizen.presses(message, data)
    await citizen.presses(message, data)  # "message is not modified", says Telegram
    assert citizen.world.telegram.refusals[-1].description.startswith("Bad Request: message is not")
    assert [row for row in caplog.records if row.levelname == "ERROR"] == []


async def test_a_flood_wait_is_waited_and_then_every_reply_arrives_once(
    citizen: Actor, world: World
) -> None:
    world.telegram.faults.fail("sendMessage", 429, retry_after=7)
    await citizen.scans("KTP-el, loket 1")
    await citizen.says("/siapa")
    assert citizen.bubbles == 0
    await world.waits(seconds=6)
    assert citizen.bubbles == 0
    await world.waits(seconds=1)
    assert citizen.has_read("Kami hanya menyimpan")
    assert citizen.reads("Bagaimana layanan")
    assert citizen.bubbles == sends(world, "") == 3
    await citizen.taps("🙂 Baik")
    assert citizen.reads("persyaratan")


async def test_what_telegram_took_without_a_word_is_at_worst_said_twice(
    citizen: Actor, world: World
) -> None:
    world.telegram.faults.drop_after_accept("sendMessage")
    await citizen.scans("KTP-el, loket 1")
    await world.waits(seconds=5)
    assert sends(world, "Bagaimana layanan") == 2
    world.telegram.faults.drop_after_accept("editMessageText")
    await citizen.taps("🙂 Baik")
    await world.waits(seconds=5)
    assert citizen.bubbles == 2
    assert await counted(world, DAILY) == {("overall", 3): 1}


async def test_a_telegram_that_fails_is_asked_again(citizen: Actor, world: World) -> None:
    world.telegram.faults.fail("sendMessage", 502, times=2)
    await citizen.scans("KTP-el, loket 1")
    assert citizen.bubbles == 0
    await world.waits(seconds=5)
    await world.waits(seconds=5)
    assert citizen.reads("Bagaimana layanan")
    assert citizen.bubbles == 1


async def test_a_slow_telegram_gets_every_word_once_and_in_order(
    citizen: Actor, other_citizen: Actor, world: World
) -> None:
    world.telegram.faults.slow = 0.2
    for person in (citizen, other_citizen):
        person.phone.start(world.office.counters[0].code)
        person.phone.say("baik")
        person.phone.say("lewati")
    await world.settles()
    for person in (citizen, other_citizen):
        assert person.reads("tanpa nama atau nomor siapa pun")
        assert person.bubbles == 3
    assert await counted(world, DAILY) == {("overall", 3): 2}


async def test_a_telegram_that_was_away_gets_what_was_written_meanwhile(
    citizen: Actor, world: World
) -> None:
    await citizen.scans("KTP-el, loket 1")
    message, data = citizen.button("🙂 Baik")
    world.telegram.faults.down = True
    citizen.phone.press(message, data)
    await world.tilik.tick()
    world.telegram.faults.down = False
    await world.telegram.quiet()
    await world.waits(seconds=5)
    assert citizen.reads("persyaratan")
    assert await counted(world, DAILY) == {("overall", 3): 1}


async def test_an_update_that_cannot_be_read_is_kept_and_stops_nobody(
    citizen: Actor, world: World
) -> None:
    world.telegram.delivery.push("message", ("chat", 1001), b'{"message_id":"?","chat":7}')
    await citizen.scans("KTP-el, loket 1")
    assert citizen.reads("Bagaimana layanan")
    (aside,) = await world.run(lambda store: items(store, "aside"))
    assert '"chat":7' in aside.raw


async def test_a_form_that_breaks_is_given_up_with_a_reference_and_the_next_message_works(
    citizen: Actor, other_citizen: Actor, world: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    guide = CONVERSATIONS["bantuan"]

    def broken(store: Store, person: Any, opening: str, now: Any) -> Any:
        if person.address.sender == "1001":
            raise ZeroDivisionError
        return guide.look(store, person, opening, now)

    monkeypatch.setitem(CONVERSATIONS, "bantuan", replace(guide, look=broken))
    await citizen.scans("KTP-el, loket 1")
    await citizen.taps("🙂 Baik")
    citizen.phone.say("bantuan")
    citizen.phone.say("lewati")
    await other_citizen.says("bantuan")
    assert other_citizen.reads("Yang dapat Anda ketik")
    await world.waits(seconds=1)
    assert not citizen.has_read("Maaf")
    await world.waits(seconds=5)
    (dead,) = await world.run(lambda store: items(store, "dead"))
    assert citizen.has_read(f"Kode gangguan: {dead.reference}")
    await world.waits(seconds=1)
    assert citizen.reads("tanpa nama atau nomor siapa pun")
    await citizen.says("/siapa")
    assert citizen.has_read("Kami hanya menyimpan")
    assert await counted(world, DAILY) == {("overall", 3): 1}
