"""The post: every letter arrives, in its chat's order, however many processes carry letters."""

from __future__ import annotations

import asyncio
from dataclasses import replace
from html import unescape
from typing import get_args

import pytest
from sqlalchemy import select, update

from bot.channel import Undelivered, Why
from bot.outbound.post import POLICY, UNSAID, UNSHOWN, fallback, plainly
from bot.sandbox.calm import AT_LAST
from bot.texts import catalogue
from models.letters import Button, File, Letter, Picture, Text, Verbatim
from models.store.letters import letters
from models.store.letters.letters import Envelope
from models.store.schema import addresses as chats
from models.store.schema import letters as rows
from tests.outbox import undelivered
from tests.town import Mouth, fails_from_now_on, town

UNSHOWN_WORDS = plainly(UNSHOWN, catalogue(), "id").text


async def test_a_letter_that_takes_long_is_said_by_its_own_process_alone(databases: str) -> None:
    async with town(databases) as there:
        slow, other = Mouth(), Mouth()
        slow.may_speak.clear()
        idle, busy = there.post(other), there.post(slow)  # the idle one looks first
        await there.answers(busy, "a")
        await there.waits(20)
        assert busy.busy
        slow.may_speak.set()
        await busy.quiet()
        await idle.quiet()
        assert (slow.said, other.said) == (["a"], [])


async def test_a_letter_whose_process_has_died_is_said_by_another(databases: str) -> None:
    async with town(databases) as there:
        mouth = Mouth()
        there.post(mouth)
        await there.run(lambda store: there.written(store, "a"))
        await there.waits(11)
        assert mouth.said == ["a"]


async def test_a_second_reply_from_another_process_does_not_wait_long(databases: str) -> None:
    async with town(databases) as there:
        first, second = Mouth(), Mouth()
        first.may_speak.clear()
        one, other = there.post(first), there.post(second)
        await there.answers(one, "a")
        await there.answers(other, "b")
        assert second.said == []
        first.may_speak.set()
        await one.quiet()
        await there.waits(2)
        await one.quiet()
        assert sorted(first.said + second.said) == ["a", "b"]


async def test_a_reply_never_overtakes_what_a_job_has_written_before_it(databases: str) -> None:
    """The job's letter waits for the sweep, though an older one of the chat is on its way here."""
    async with town(databases) as there:
        mouth = Mouth()
        mouth.may_speak.clear()
        post = there.post(mouth)
        await there.answers(post, "a")
        await there.run(lambda store: there.written(store, "b, of a job"))
        await there.answers(post, "c")
        mouth.may_speak.set()
        await post.quiet()
        await there.waits(40)
        await post.quiet()
        assert mouth.said == ["a", "b, of a job", "c"]


async def test_a_letter_that_has_failed_a_thousand_times_is_still_counted(databases: str) -> None:
    def refuses(words: str) -> None:
        raise Undelivered("later")

    async with town(databases) as there:
        post = there.post(Mouth(fails=refuses))
        await there.answers(post, "a")
        await post.quiet()
        await there.run(lambda store: store.execute(update(rows).values(attempts=1024)))
        await there.waits(2)
        await post.quiet()
        query = select(rows.c.attempts)
        assert await there.run(lambda store: store.execute(query).scalar_one()) == 1025


async def test_a_letter_that_cannot_be_said_is_tried_again_then_dropped_aloud(
    databases: str, caplog: pytest.LogCaptureFixture
) -> None:
    tried: list[str] = []

    def breaks(words: str) -> None:
        if words == "a":
            tried.append(words)
            raise ZeroDivisionError

    async with town(databases) as there:
        mouth = Mouth(fails=breaks)
        post = there.post(mouth)
        await there.answers(post, "a")
        await there.answers(post, "b")
        await post.quiet()
        assert await there.run(undelivered) == 2
        await there.waits(60)
        await post.quiet()
        assert (len(tried), mouth.said) == (UNSAID, [UNSHOWN_WORDS, "b"])
        assert await there.run(undelivered) == 0
    assert "is dropped" in caplog.text


async def test_a_letter_that_failed_once_by_our_fault_still_arrives(databases: str) -> None:
    faults = [ZeroDivisionError()]

    def breaks_once(words: str) -> None:
        if faults:
            raise faults.pop()

    async with town(databases) as there:
        mouth = Mouth(fails=breaks_once)
        await there.answers(there.post(mouth), "a")
        await there.waits(3)
        assert mouth.said == ["a"]


async def test_what_has_arrived_is_forgotten_even_if_that_fails_at_first(
    databases: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with town(databases) as there:
        mouth = Mouth()
        post = there.post(mouth)
        with monkeypatch.context() as broken:
            failed = fails_from_now_on(broken, letters, "delivered")
            await there.answers(post, "a")
            await asyncio.to_thread(failed.wait, AT_LAST)
        await post.quiet()
        assert await there.run(undelivered) == 0
        await there.waits(40)
        assert mouth.said == ["a"]


@pytest.mark.parametrize("moved", [False, True])
async def test_who_is_not_there_any_more_may_be_there_by_another_id(
    databases: str, moved: bool
) -> None:
    async with town(databases) as there:
        gone = [Undelivered("gone")]

        def refuses(words: str) -> None:
            if gone:
                raise gone.pop()

        mouth = Mouth(fails=refuses)
        mouth.may_speak.clear()
        post = there.post(mouth)
        await there.answers(post, "a")
        if moved:
            change = update(chats).values(sender="of another id")
            await there.run(lambda store: store.execute(change))
        mouth.may_speak.set()
        await there.waits(20)
        await post.quiet()
        assert mouth.said == (["a"] if moved else [])
        assert await there.run(undelivered) == 0
        query = select(chats.c.reachable)
        assert await there.run(lambda store: store.execute(query).scalar_one()) is moved


# -- what a letter falls back to ----------------------------------------------------------------

WORDS = Letter((Verbatim("halo"),), about="7")
SHOWN = Letter((Verbatim("bukti"),), file=File("photo", "AgAC"))
WHYS: tuple[Why, ...] = get_args(Why)


def _button(label: str, tap: str) -> Button:
    return Button(Verbatim(label), tap)


def otherwise(letter: Letter, why: Why) -> Letter | None:
    found = fallback(Envelope(1, 2, "telegram", "3", "id", letter), Undelivered(why))
    return found and found.letter


@pytest.mark.parametrize("why", WHYS)
def test_what_cannot_be_changed_in_place_is_said_anew(why: Why) -> None:
    anew, plain = replace(WORDS, about=None), replace(WORDS, about=None, plain=True)
    assert otherwise(WORDS, why) == {"lost": anew, "wrong": plain}.get(why)


@pytest.mark.parametrize("why", WHYS)
def test_a_file_that_is_refused_is_said_in_words(why: Why) -> None:
    other = otherwise(SHOWN, why)
    words = (*SHOWN.paragraphs, Text("file-not-here"))
    assert other == (replace(SHOWN, paragraphs=words, file=None) if why == "wrong" else None)


@pytest.mark.parametrize(
    "letter",
    [
        Letter((Verbatim("a"),), ((_button("Baik", "a.1.0.4"),),)),
        Letter((Verbatim("a"),), file=File("link", "https://contoh.go.id")),
    ],
)
def test_what_is_refused_as_it_is_comes_in_words_alone_and_then_as_a_sentence(
    letter: Letter,
) -> None:
    plain = otherwise(letter, "wrong")
    assert plain == replace(letter, plain=True)
    assert otherwise(plain, "wrong") == UNSHOWN
    assert otherwise(UNSHOWN, "wrong") is None


def test_a_prompt_is_no_answer_that_could_not_be_shown() -> None:
    prompt = Letter((Verbatim("a"),), kind="prompt", plain=True)
    assert otherwise(prompt, "wrong") is None


def test_words_and_buttons_come_without_a_picture_that_is_refused() -> None:
    letter = Letter((Verbatim("a"),), ((_button("Lagi", "o.tim."),),))
    shown = replace(letter, picture=Picture("chart", {}), about="p7")
    assert otherwise(shown, "wrong") == letter


def test_a_picture_alone_that_is_refused_is_told_of() -> None:
    assert otherwise(Letter((), picture=Picture("chart", {})), "wrong") == UNSHOWN


@pytest.mark.parametrize("letter", [Letter((), about="7"), Letter((), about="7", kind="edit")])
@pytest.mark.parametrize("why", WHYS)
def test_buttons_that_were_to_be_taken_away_are_nothing_to_tell_of(
    letter: Letter, why: Why
) -> None:
    assert otherwise(letter, why) is None


def test_in_words_alone_the_answers_can_still_be_typed() -> None:
    letter = Letter(
        (Text("greet-person", {"hail": "Halo", "name": "A<b>*"}), Verbatim("Loket *1* & <2>")),
        (
            (_button("Baik", "a.1.0.4"), _button("Buruk", "v.1.0.back")),
            (_button("Unit", "o.tim."),),
        ),
        plain=True,
    )
    said = plainly(letter, catalogue(), "id")
    assert unescape(said.text) == (
        "Halo, A<b>*. Ada yang dapat kami bantu?\n\nLoket *1* & <2>\n\n"
        "Ketik jawabannya: Baik, Buruk"
    )
    assert said.buttons == ()


def test_something_is_done_for_every_reason_not_to_be_delivered() -> None:
    assert set(POLICY) == set(WHYS)
