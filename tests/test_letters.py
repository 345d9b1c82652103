"""Letters: whatever is written down comes back as it was."""

from __future__ import annotations

import json
from decimal import Decimal

from hypothesis import given
from hypothesis import strategies as st

from models.letters import (
    Button,
    Fact,
    Letter,
    Lines,
    Picture,
    Text,
    Verbatim,
    Words,
    packed,
    unpacked,
)

IDS = st.from_regex(r"[a-z][a-z0-9-]{0,20}", fullmatch=True)
NAMES = st.from_regex(r"[a-z]{1,8}", fullmatch=True)  # also `t`, `d` and `on`
PLAIN: st.SearchStrategy[Fact] = (
    st.text() | st.integers() | st.decimals(allow_nan=False, allow_infinity=False) | st.dates()
)


def texts(facts: st.SearchStrategy[Fact]) -> st.SearchStrategy[Text]:
    return st.builds(Text, IDS, st.dictionaries(NAMES, facts, max_size=3))


TEXTS = st.recursive(texts(PLAIN), lambda inner: texts(PLAIN | inner), max_leaves=3)
ONE: st.SearchStrategy[Words] = TEXTS | st.builds(Verbatim, st.text())
WORDS: st.SearchStrategy[Words] = st.recursive(
    ONE,
    lambda inner: st.builds(lambda lines: Lines(tuple(lines)), st.lists(inner, max_size=3)),
    max_leaves=3,
)
BUTTONS = st.builds(Button, WORDS, st.text(max_size=64))
JSON = st.none() | st.booleans() | st.integers() | st.text()
LETTERS = st.builds(
    Letter,
    paragraphs=st.lists(WORDS, max_size=2).map(tuple),
    buttons=st.lists(st.lists(BUTTONS, max_size=2).map(tuple), max_size=2).map(tuple),
    picture=st.none() | st.builds(Picture, NAMES, st.dictionaries(NAMES, JSON, max_size=3)),
    about=st.none() | st.from_regex(r"p?[0-9]{1,10}", fullmatch=True),
    kind=st.sampled_from(["reply", "edit", "prompt"]),
)


@given(LETTERS)
def test_a_letter_that_is_written_down_comes_back_as_it_was(letter: Letter) -> None:
    sheet = json.loads(json.dumps(packed(letter)))
    assert unpacked(sheet, about=letter.about, kind=letter.kind) == letter


@given(st.decimals(allow_nan=False, allow_infinity=False))
def test_a_score_keeps_every_digit(score: Decimal) -> None:
    letter = Letter((Text("figure", {"score": score}),))
    sheet = json.loads(json.dumps(packed(letter)))
    back = unpacked(sheet, about=None, kind="reply").paragraphs[0]
    assert isinstance(back, Text)
    assert str(back.facts["score"]) == str(score)


def test_a_fact_named_like_the_marks_of_the_sheet_is_still_a_fact() -> None:
    letter = Letter((Text("id", {"t": "x", "d": 1, "on": "2026-01-01", "p": Text("t", {"t": 1})}),))
    sheet = json.loads(json.dumps(packed(letter)))
    assert unpacked(sheet, about=None, kind="reply") == letter


def test_words_of_people_are_kept_as_words() -> None:
    words = '{"t": "rate-thanks"}'
    assert packed(Letter((Verbatim(words),))) == {"p": [words]}
