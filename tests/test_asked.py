"""An open question as a letter: its choices in pages, the ways back and out, and its buttons."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.turn.question_letter import (
    ANYWHERE,
    QuestionView,
    Tap,
    asked,
    corrections,
    examples,
    near_choices,
    shown_of_search,
    tap_read,
)
from handlers.engine.conversation import Answered, Asking, Kept
from handlers.engine.question import Question, optional
from handlers.engine.questions import Attach, Option, Pick, Scale, Write
from handlers.engine.said import GivenFile
from models.letters import Lines, Text, Verbatim, Words


def spell(words: Words) -> str:
    assert isinstance(words, Verbatim | Text)
    return words.words if isinstance(words, Verbatim) else words.id


def many(count: int, *, columns: int = 1) -> Pick[Option]:
    options = [Option(f"k{n}", Verbatim(f"Loket {n}")) for n in range(1, count + 1)]
    return Pick("which", options=options, columns=columns)


def open_at(question: Question[Any], *answered: Answered) -> Asking:
    kept = tuple(Kept(row.question.name, row.answer) for row in answered)
    return Asking(question, kept, answered)


def taps(asking: Asking, page: int = 0) -> list[list[str]]:
    letter = asked(asking, QuestionView(page=page), dialogue=7)
    return [[button.tap for button in row] for row in letter.buttons]


FIRST = Answered(0, Scale("verdict", element="overall"), 2)


def test_every_choice_is_a_button_that_says_dialogue_position_and_key() -> None:
    assert taps(open_at(many(2))) == [["a.7.0.k1"], ["a.7.0.k2"]]
    assert taps(open_at(many(2), FIRST))[:2] == [["a.7.1.k1"], ["a.7.1.k2"]]


def test_choices_stand_in_as_many_columns_as_the_question_wants() -> None:
    assert [len(row) for row in taps(open_at(many(5, columns=2)))] == [2, 2, 1]


def test_one_can_go_back_from_the_second_question_on_and_skip_what_is_optional() -> None:
    assert taps(open_at(Write("q"))) == []
    assert taps(open_at(optional(Write("q")))) == [["v.7.0.skip"]]
    assert taps(open_at(optional(Write("q")), FIRST)) == [["v.7.1.back", "v.7.1.skip"]]


def test_a_long_list_comes_in_pages() -> None:
    question = many(24)
    assert taps(open_at(question))[-1] == ["v.7.0.page-1"]
    assert [row[0] for row in taps(open_at(question), 1)[:-1]] == [
        f"a.7.0.k{n}" for n in range(11, 21)
    ]
    assert taps(open_at(question), 1)[-1] == ["v.7.0.page-0", "v.7.0.page-2"]
    assert taps(open_at(question), 2) == [
        *[[f"a.7.0.k{n}"] for n in range(21, 25)],
        ["v.7.0.page-1"],
    ]


@pytest.mark.parametrize("page", [-5, 99])
def test_a_page_that_is_not_there_is_the_nearest_one(page: int) -> None:
    question = many(24)
    assert taps(open_at(question), page) == taps(open_at(question), 0 if page < 0 else 2)


def test_eight_choices_need_no_pages() -> None:
    assert len(taps(open_at(many(8)))) == 8


def test_a_long_list_is_searched_by_typing() -> None:
    question = many(24)
    found = near_choices(question, " loket 1!", spell)
    assert [choice.key for choice in found] == ["k1", *(f"k{n}" for n in range(10, 20))]
    letter = asked(
        open_at(question), QuestionView(near=found[:2], leads=[Text("hint-near")]), dialogue=7
    )
    assert [[b.tap for b in row] for row in letter.buttons] == [["a.7.0.k1"], ["a.7.0.k10"]]
    assert letter.paragraphs[0] == Text("hint-near")


@pytest.mark.parametrize("inside", ["ya", "a", "oket", "ket 1"])
def test_the_middle_of_a_word_is_no_search(inside: str) -> None:
    assert near_choices(many(20), inside, spell) == []


@pytest.mark.parametrize("nonsense", ["???", "🤷", "...", ""])
def test_signs_alone_come_near_nothing(nonsense: str) -> None:
    assert near_choices(many(20), nonsense, spell) == []


def test_the_answers_so_far_are_buttons_that_lead_back() -> None:
    pick = many(3)
    rows = (
        FIRST,
        Answered(1, pick, pick.options[1]),
        Answered(2, Write("reason"), "x" * 40),
        Answered(3, optional(Write("more")), None),
        Answered(4, Attach("proof"), GivenFile("photo", "f")),
    )
    letter = corrections(open_at(Write("where"), *rows), dialogue=7, about="12")
    assert [row[0].tap for row in letter.buttons] == [
        "v.7.0.correct",
        "v.7.1.correct",
        "v.7.2.correct",
        "v.7.5.again",
    ]
    told = [row[0].label for row in letter.buttons[:3]]
    assert told == [
        Text("button-correct", {"answer": Text("answer-overall-2")}),
        Text("button-correct", {"answer": "Loket 2"}),
        Text("button-correct", {"answer": "x" * 29 + "…"}),
    ]
    assert letter.about == "12"


def test_an_answer_of_several_lines_has_no_short_words() -> None:
    option = Option("k", Lines((Verbatim("a"), Verbatim("b"))))
    row = Answered(0, Pick("q", options=[option]), option)
    letter = corrections(open_at(Write("r"), row), dialogue=7)
    assert letter.buttons[0][0].label == Text("button-correct", {"answer": ""})


def test_examples_show_what_can_be_said() -> None:
    assert examples(open_at(many(24)), 10) == Text("example-pick", {"example": 10})
    assert [examples(open_at(q), 0).id for q in (Write("q"), Attach("q"))] == [
        "example-write",
        "example-attach",
    ]


@pytest.mark.parametrize(
    ("tap", "read"),
    [
        ("a.7.1.k1", Tap("a", 7, 1, "k1")),
        ("v.7.0.page-2", Tap("v", 7, 0, "page-2")),
        ("a.7.1.waktu.bolak-balik", Tap("a", 7, 1, "waktu.bolak-balik")),
    ],
)
def test_a_button_is_taken_apart_again(tap: str, read: Tap) -> None:
    assert tap_read(tap) == read


@given(st.text(max_size=64) | st.from_regex(r"[avo]\.\w*\.\w*\.\w*", fullmatch=True))
def test_no_made_up_button_does_harm(tap: str) -> None:
    read = tap_read(tap)
    assert read is None or (read.verb in "av" and read.dialogue >= 0 <= read.position < 10_000)


@pytest.mark.parametrize("tap", ["", "a", "a.7.1", "x.7.1.k", "a.-7.1.k", "a.7.12345.k", "a..1.k"])
def test_what_is_no_button_of_a_form_is_none(tap: str) -> None:
    assert tap_read(tap) is None


@pytest.mark.parametrize(("most", "shown"), [(None, 10), (10, 9), (5, 4)])
def test_a_search_tells_how_many_of_its_choices_the_channel_shows(
    most: int | None, shown: int
) -> None:
    question = many(24)
    asking = open_at(question, FIRST)
    traits = replace(ANYWHERE, most_choices=most)
    letter = asked(asking, QuestionView(near=question.choices), dialogue=7, traits=traits)
    answers = [b.tap for row in letter.buttons for b in row if b.tap.startswith("a.")]
    assert len(answers) == shown_of_search(asking, most) == shown
