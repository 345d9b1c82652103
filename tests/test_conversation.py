"""The engine: a form is read aloud, replayed at every turn, without an event loop."""

from __future__ import annotations

import asyncio
import re
import subprocess
import sys
from collections.abc import Awaitable, Callable, Generator
from pathlib import Path
from typing import Any

import pytest

from handlers.engine.conversation import (
    LONGEST_FORM,
    Asking,
    Conversation,
    Ended,
    EndlessForm,
    Kept,
    NotAQuestion,
    Script,
    back,
    read,
    written,
)
from handlers.engine.manifest import Cost, Manifest
from handlers.engine.question import NotUnderstood, optional
from handlers.engine.questions import Attach, Noted, Option, Pick, Scale, Write
from handlers.engine.said import Chosen, Said, Skipped, Typed
from handlers.engine.wire import Opening
from models.letters import Letter, Text, Verbatim, Words
from tests.source import ROOT

YES_NO = (Option("yes", Verbatim("Ya")), Option("no", Verbatim("Tidak")))


def spell(words: Words) -> str:
    assert isinstance(words, Verbatim | Text)
    return words.words if isinstance(words, Verbatim) else words.id


class ToForm(Opening, of="form"):
    """The form."""


def conversation(ask: Callable[[Any], Script[Any]]) -> Conversation[Any, Any, Any]:
    """A form of nothing but its script."""
    return Conversation(
        ToForm,
        look=lambda *_: None,
        ask=ask,
        keep=lambda *_: Letter((Verbatim("kept"),)),
        manifest=Manifest(serves="everybody", menu=None, help=None, cost=Cost(1, 1, 1)),
    )


def answered(
    form: Conversation[Any, Any, Any], *said: Said, facts: Any = None, kept: tuple[Kept, ...] = ()
) -> Asking | Ended[Any]:
    """Where the form stands after these answers, each in a turn of its own."""
    step = form.replay(facts, kept)
    for one in said:
        assert isinstance(step, Asking), f"the form ended before {one}"
        sheet = written(step.kept)  # what a turn keeps for the next one
        step = form.replay(facts, read(sheet))
        assert isinstance(step, Asking)
        step = form.answer(facts, step, one, spell=spell)
    return step


def asking(step: Asking | Ended[Any]) -> Asking:
    assert isinstance(step, Asking), step
    return step


def outcome(step: Asking | Ended[Any] | None) -> Any:
    assert isinstance(step, Ended), step
    return step.outcome


async def visit(_: Any) -> tuple[int, str | None, str | None]:
    verdict = await Scale("verdict", element="overall")
    cause = (await Pick("cause", options=YES_NO)).key if verdict <= 2 else None
    reason = await optional(Write("reason"))
    return verdict, cause, reason


VISIT = conversation(visit)


def test_a_form_opens_with_its_first_question() -> None:
    step = asking(VISIT.replay(None))
    assert (step.question.name, step.position, step.answered) == ("verdict", 0, ())


def test_every_answer_leads_to_the_next_question_and_the_last_to_the_outcome() -> None:
    assert asking(answered(VISIT, Chosen("2"))).question.name == "cause"
    assert asking(answered(VISIT, Chosen("2"), Chosen("no"))).question.name == "reason"
    step = answered(VISIT, Chosen("2"), Chosen("no"), Typed("Antre"))
    assert outcome(step) == (2, "no", "Antre")


def test_the_way_of_a_form_follows_its_answers() -> None:
    assert asking(answered(VISIT, Chosen("4"))).question.name == "reason"
    assert outcome(answered(VISIT, Chosen("4"), Skipped())) == (4, None, None)


def test_an_answer_is_kept_as_words_that_survive_a_restart() -> None:
    step = asking(answered(VISIT, Chosen("1"), Typed("Tidak")))
    assert written(step.kept) == [["verdict", 1], ["cause", "no"]]
    assert read(written(step.kept)) == step.kept


def test_a_note_survives_a_restart_as_a_note() -> None:
    kept = (Kept("day", "2026-11-23", noted=True), Kept("verdict", 3))
    assert read(written(kept)) == kept


def test_which_message_said_an_answer_survives_a_restart() -> None:
    kept = (Kept("verdict", 3, message="m1"), Kept("cause", None))
    assert written(kept) == [["verdict", 3, 0, "m1"], ["cause", None]]
    assert read(written(kept)) == kept


def test_an_answer_that_is_amended_keeps_those_after_it_that_still_fit() -> None:
    step = asking(answered(VISIT, Chosen("1"), Chosen("no")))
    verdict = step.answered[0]
    again = asking(VISIT.amended(None, step, verdict, 2))
    assert again.answered[0].answer == 2
    assert again.question == step.question
    other = asking(VISIT.amended(None, step, verdict, 4))
    assert [row.answer for row in other.answered] == [4]


def test_what_is_answered_can_be_told_again() -> None:
    step = asking(answered(VISIT, Chosen("1"), Chosen("yes")))
    told = [row.question.told(row.answer) for row in step.answered]
    assert told == [Text("answer-overall-1"), Verbatim("Ya")]
    assert [row.position for row in step.answered] == [0, 1]


def test_nonsense_changes_nothing() -> None:
    step = asking(answered(VISIT, Chosen("1")))
    with pytest.raises(NotUnderstood):
        VISIT.answer(None, step, Typed("entahlah"), spell=spell)
    assert asking(VISIT.replay(None, step.kept)) == step


def test_what_must_be_answered_cannot_be_skipped() -> None:
    with pytest.raises(NotUnderstood) as missed:
        answered(VISIT, Skipped())
    assert missed.value.hint.id == "hint-needed"


# -- back and correct -------------------------------------------------------------------------


def test_back_drops_the_last_answer() -> None:
    step = asking(answered(VISIT, Chosen("1"), Chosen("yes")))
    assert asking(VISIT.replay(None, back(step.kept))).question.name == "cause"


def test_back_at_the_first_question_stays_there() -> None:
    assert back(()) == ()
    assert asking(VISIT.replay(None, back(()))).question.name == "verdict"


async def with_notes(day: str) -> tuple[str, int, str, int]:
    noted = await Noted("day", value=day)
    first = await Scale("first", element="overall")
    element = await Noted("due", value=f"{day}!")
    second = await Scale("second", element="waktu")
    return noted, first, element, second


def test_back_steps_over_what_the_script_noted_for_itself() -> None:
    step = asking(answered(conversation(with_notes), Chosen("3"), facts="mon"))
    assert [kept.name for kept in step.kept] == ["day", "first", "due"]
    before = back(step.kept)
    assert [kept.name for kept in before] == ["day"]
    assert asking(conversation(with_notes).replay("mon", before)).question.name == "first"


def test_back_never_ends_before_the_first_note() -> None:
    step = asking(conversation(with_notes).replay("mon"))
    assert back(step.kept) == ()
    assert asking(conversation(with_notes).replay("mon", ())).question.name == "first"


def test_correcting_an_answer_keeps_those_before_it_and_asks_on_from_there() -> None:
    step = asking(answered(VISIT, Chosen("1"), Chosen("yes")))
    row = step.answered[1]
    again = asking(VISIT.replay(None, step.kept[: row.position]))
    assert (again.question.name, len(again.answered)) == ("cause", 1)
    assert outcome(answered(VISIT, Chosen("no"), Skipped(), kept=again.kept)) == (1, "no", None)


# -- notes ------------------------------------------------------------------------------------


def test_a_note_stays_what_it_was_when_the_facts_have_changed() -> None:
    form = conversation(with_notes)
    step = asking(form.replay("mon"))
    step = asking(answered(form, Chosen("3"), facts="tue", kept=step.kept))
    end = answered(form, Chosen("4"), facts="wed", kept=step.kept)
    assert outcome(end) == ("mon", 3, "tue!", 4)


def test_a_note_is_no_answer_of_the_person() -> None:
    step = asking(answered(conversation(with_notes), Chosen("3"), facts="mon"))
    assert [row.question.name for row in step.answered] == ["first"]


def test_a_deploy_that_adds_a_note_loses_no_answer() -> None:
    async def before(_: Any) -> list[int]:
        return [await Scale("again", element="overall") for _ in range(4)]

    async def after(_: Any) -> tuple[list[int], str]:
        first = [await Scale("again", element="overall")]
        day = await Noted("day", value="mon")
        return first + [await Scale("again", element="overall") for _ in range(3)], day

    old = asking(answered(conversation(before), Chosen("1"), Chosen("2"), Chosen("3")))
    step = asking(conversation(after).replay(None, old.kept))
    assert [row.answer for row in step.answered] == [1, 2, 3]
    assert outcome(answered(conversation(after), Chosen("4"), kept=step.kept)) == (
        [1, 2, 3, 4],
        "mon",
    )


def test_a_deploy_that_drops_a_note_loses_no_answer() -> None:
    async def after(_: Any) -> tuple[int, int]:
        first = await Scale("first", element="overall")
        return first, await Scale("second", element="waktu")

    old = asking(answered(conversation(with_notes), Chosen("3"), facts="mon"))
    assert outcome(answered(conversation(after), Chosen("2"), kept=old.kept)) == (3, 2)


# -- a deploy in mid-form ---------------------------------------------------------------------


def linear(*names: str) -> Conversation[Any, list[str]]:
    async def ask(_: Any) -> list[str]:
        return [await Write(name) for name in names]

    return conversation(ask)


OLD = asking(answered(linear("a", "b", "c", "d"), Typed("1"), Typed("2"), Typed("3"))).kept


@pytest.mark.parametrize(
    ("deployed", "open_question", "still_there"),
    [
        (("a", "b", "c", "d"), "d", ["1", "2", "3"]),
        (("a", "renamed", "c", "d"), "renamed", ["1"]),
        (("a", "c", "d"), "c", ["1"]),
        (("a", "b", "new", "c", "d"), "new", ["1", "2"]),
        (("new", "a", "b", "c", "d"), "new", []),
        (("a", "b", "c", "new", "d"), "new", ["1", "2", "3"]),
    ],
    ids=["nothing", "renames", "removes", "inserts", "inserts first", "inserts after the answers"],
)
def test_a_deploy_in_mid_form_keeps_the_longest_prefix_that_still_fits(
    deployed: tuple[str, ...], open_question: str, still_there: list[str]
) -> None:
    step = asking(linear(*deployed).replay(None, OLD))
    assert step.question.name == open_question
    assert [row.answer for row in step.answered] == still_there
    assert len(step.kept) == len(still_there)


def test_a_deploy_that_shortens_a_form_ends_it_with_the_answers_there_are() -> None:
    step = linear("a", "b").replay(None, OLD)
    assert outcome(step) == ["1", "2"]
    assert isinstance(step, Ended)
    assert [kept.name for kept in step.kept] == ["a", "b"]


def test_a_choice_that_is_gone_is_asked_again_and_what_came_before_stays() -> None:
    async def ask(open_now: tuple[Option, ...]) -> tuple[str, str]:
        who = await Write("who")
        return who, (await Pick("service", options=open_now)).key

    form = conversation(ask)
    picked = (Kept("who", "Sari"), Kept("service", "no"))
    assert outcome(form.replay(YES_NO, picked)) == ("Sari", "no")
    step = asking(form.replay(YES_NO[:1], picked))
    assert (step.question.name, step.position) == ("service", 1)


def test_an_answer_that_a_deploy_no_longer_lets_be_skipped_is_asked_again() -> None:
    for question in (
        Write("q"),
        Scale("q", element="overall"),
        Pick("q", options=YES_NO),
        Attach("q"),
    ):

        async def ask(_: Any, question: Any = question) -> Any:
            return await question

        assert asking(conversation(ask).replay(None, (Kept("q", None),))).question == question


@pytest.mark.parametrize("kept", [7, True, "yes", ["photo"], ["a", "b", "c"], {}, [1.5], 9.5, ""])
def test_an_answer_kept_by_another_kind_of_question_is_asked_again_or_fits(kept: Any) -> None:
    """A deploy may turn `Write("q")` into `Scale("q")`: whatever is kept, nobody gets stuck."""
    for question in (
        Write("q"),
        Scale("q", element="overall"),
        Pick("q", options=YES_NO),
        Attach("q"),
    ):

        async def ask(_: Any, question: Any = question) -> Any:
            return await question

        step = conversation(ask).replay(None, (Kept("q", kept),))
        if isinstance(step, Ended):
            assert question.kept(step.outcome) == kept
        else:
            assert step.question == question


# -- loops ------------------------------------------------------------------------------------


async def several(_: Any) -> list[str]:
    found = []
    while True:
        found.append(await Write("item"))
        if (await Pick("another", options=YES_NO)).key == "no":
            return found


def test_a_loop_asks_the_same_question_at_another_position() -> None:
    form = conversation(several)
    once = asking(answered(form, Typed("a")))
    twice = asking(answered(form, Typed("a"), Chosen("yes"), Typed("b")))
    assert once.question == twice.question
    assert (once.position, twice.position) == (1, 3)
    step = answered(form, Typed("a"), Chosen("yes"), Typed("b"), Chosen("no"))
    assert outcome(step) == ["a", "b"]


def test_back_within_a_loop_goes_back_one_round_only() -> None:
    step = asking(answered(conversation(several), Typed("a"), Chosen("yes"), Typed("b")))
    again = asking(conversation(several).replay(None, back(step.kept)))
    assert (again.question.name, again.position) == ("item", 2)


# -- silence ----------------------------------------------------------------------------------


def test_silence_plays_a_form_to_its_end_with_what_it_means() -> None:
    async def ask(_: Any) -> tuple[int, int, str | None]:
        first = await Scale("first", element="overall")
        second = await Scale("second", element="waktu", silence=2)
        return first, second, await optional(Write("reason"))

    form = conversation(ask)
    assert form.silence(None, ()) is None
    assert outcome(form.silence(None, (Kept("first", 4),))) == (4, 2, None)
    assert outcome(form.silence(None, (Kept("first", 4), Kept("second", 1)))) == (4, 1, None)


def test_silence_has_no_end_where_an_answer_is_needed() -> None:
    assert VISIT.silence(None, (Kept("verdict", 1),)) is None
    assert outcome(VISIT.silence(None, (Kept("verdict", 3),))) == (3, None, None)


def test_optional_keeps_what_silence_meant_before() -> None:
    async def ask(_: Any) -> int | None:
        return await optional(Scale("q", element="overall", silence=3))

    assert outcome(conversation(ask).silence(None, ())) == 3


# -- what a script may not do -----------------------------------------------------------------


class Promise:
    """An awaitable that is no question: a plain generator behind it."""

    def __await__(self) -> Generator[str, None, None]:
        yield "later"


async def no_sleep(seconds: float) -> None:
    await asyncio.sleep(seconds)


@pytest.mark.parametrize(
    "awaited",
    [lambda: no_sleep(0), lambda: no_sleep(1), Promise],
    ids=["sleep(0)", "sleep(1)", "generator"],
)
def test_a_script_that_awaits_something_else_is_told_why_it_may_not(
    awaited: Callable[[], Awaitable[None]],
) -> None:
    async def impatient(_: Any) -> None:
        await awaited()

    with pytest.raises(NotAQuestion) as refused:
        conversation(impatient).replay(None)
    sentence = str(refused.value)
    assert "impatient awaited" in sentence
    assert "may await only questions" in sentence
    assert "`look`" in sentence
    assert "`keep`" in sentence


async def test_the_sentence_is_the_same_inside_a_running_loop() -> None:
    async def impatient(_: Any) -> None:
        await asyncio.sleep(1)

    with pytest.raises(NotAQuestion, match="may await only questions"):
        conversation(impatient).replay(None)


def test_an_error_of_the_script_itself_is_not_hidden() -> None:
    async def broken(_: Any) -> None:
        raise RuntimeError("a bug of its own")

    with pytest.raises(RuntimeError, match="a bug of its own"):
        conversation(broken).replay(None)


def test_a_form_without_end_is_stopped() -> None:
    async def endless(_: Any) -> None:
        while True:
            await Write("more")

    kept = tuple(Kept("more", "x") for _ in range(LONGEST_FORM + 5))
    with pytest.raises(EndlessForm, match=str(LONGEST_FORM)):
        conversation(endless).replay(None, kept)


def test_notes_without_end_are_stopped_too() -> None:
    async def endless(_: Any) -> None:
        while True:
            await Noted("more", value=1)

    with pytest.raises(EndlessForm):
        conversation(endless).replay(None)


def test_a_script_is_closed_after_every_replay() -> None:
    closed = []

    async def tidy(_: Any) -> int:
        try:
            return await Scale("q", element="overall")
        finally:
            closed.append(True)

    conversation(tidy).replay(None)
    assert closed == [True]


# -- types ------------------------------------------------------------------------------------

TYPED = """
from collections.abc import Sequence
from handlers.engine.question import optional
from handlers.engine.questions import Attach, Noted, Option, Pick, Scale, Write

async def ask(options: Sequence[Option]) -> None:
    reveal_type(await Scale("q", element="overall"))
    reveal_type(await optional(Scale("q", element="overall")))
    reveal_type(await Write("q"))
    reveal_type(await Pick("q", options=options))
    reveal_type(await Attach("q"))
    reveal_type(await Noted("q", value="mon"))
"""


def test_the_type_checker_knows_what_every_question_answers(tmp_path: Path) -> None:
    script = tmp_path / "script.py"
    script.write_text(TYPED)
    command = [sys.executable, "-m", "mypy", "--strict", str(script)]  # as `make check`: its cache
    checked = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    revealed = re.findall(r'Revealed type is "([^"]+)"', checked.stdout)
    assert revealed == [
        "int",
        "int | None",
        "str",
        "handlers.engine.questions.Option",
        "handlers.engine.said.GivenFile",
        "str",
    ], checked.stdout + checked.stderr
