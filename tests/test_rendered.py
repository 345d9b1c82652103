"""What Tilik says, within what Telegram takes."""

from __future__ import annotations

import re
from html import escape, unescape
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.channel import Label, Spoken
from bot.telegram.rendered import LONGEST_CAPTION, LONGEST_TEXT, rendered, shortened
from bot.turn.question_letter import QuestionView, asked, corrections
from handlers.engine.conversation import Answered, Asking, Kept
from handlers.engine.question import Question, optional
from handlers.engine.questions import Option, Pick, Scale, Write
from models.instruments import instrument
from models.letters import Button, Text, Verbatim

LARGEST_ID = 2**63 - 1
"""What a key of PostgreSQL can become."""
TAG = re.compile(r"</?[bi]>")
ENTITY = re.compile(r"&(?:amp|lt|gt);")


def units(text: str) -> int:
    return len(text.encode("utf-16-le")) // 2


def well_formed(text: str) -> bool:
    """Whether every tag is closed in its order and every & begins an entity."""
    opened: list[str] = []
    for tag in TAG.findall(text):
        if tag.startswith("</"):
            if not opened or opened.pop() != tag[2:-1]:
                return False
        else:
            opened.append(tag[1:-1])
    bare = ENTITY.sub("", TAG.sub("", text))
    return not opened and not set(bare) & set("<>&")


def said(spoken: Spoken) -> tuple[str, dict[str, Any]]:
    return rendered("1001", spoken)


# -- length -----------------------------------------------------------------------------------


def test_what_fits_is_left_alone() -> None:
    text = "<b>" + "a" * (LONGEST_TEXT - 7) + "</b>"
    assert shortened(text, LONGEST_TEXT) == text


def test_a_sign_beyond_the_basic_plane_counts_twice() -> None:
    assert shortened("🙂" * 2048, LONGEST_TEXT) == "🙂" * 2048
    cut = shortened("🙂" * 2049, LONGEST_TEXT)
    assert units(cut) <= LONGEST_TEXT
    assert cut == "🙂" * 2047 + "…"


def test_whole_lines_go_before_a_line_is_cut() -> None:
    text = "\n".join(["a" * 1000] * 10)
    cut = shortened(text, LONGEST_TEXT)
    assert cut == "\n".join(["a" * 1000] * 4 + ["…"])


def test_an_entity_is_never_cut_in_two() -> None:
    for many in range(1005, 1030):
        cut = shortened("a" + "&lt;" * many, LONGEST_TEXT)
        assert well_formed(cut), cut[-8:]
        assert units(cut) <= LONGEST_TEXT


def test_one_overlong_line_loses_its_markup_but_not_its_words() -> None:
    cut = shortened("<b>" + "a" * 5000 + "</b> <i>end</i>", LONGEST_TEXT)
    assert cut == "a" * (LONGEST_TEXT - 1) + "…"


LINE = st.lists(
    st.tuples(st.sampled_from(["", "b", "i"]), st.text(max_size=60).map(lambda t: t or "x")),
    max_size=6,
).map(
    lambda runs: "".join(
        f"<{tag}>{escape(text, quote=False)}</{tag}>" if tag else escape(text, quote=False)
        for tag, text in ((tag, text.replace("\n", " ")) for tag, text in runs)
    )
)


@given(st.lists(LINE, max_size=30).map("\n".join), st.integers(40, 400))
def test_whatever_is_said_stays_well_formed_and_within_the_limit(text: str, most: int) -> None:
    cut = shortened(text, most)
    assert well_formed(cut)
    assert units(cut) <= most
    assert unescape(TAG.sub("", text)).startswith(
        unescape(TAG.sub("", cut)).removesuffix("…").rstrip("\n")[: most // 2]
    )


@given(st.text(max_size=40), st.integers(30, 120))
def test_markup_around_several_lines_is_not_left_open(name: str, most: int) -> None:
    """A name that somebody typed in two lines stands inside one pair of tags."""
    text = f"<b>{escape(name, quote=False)}\n{'x' * 50}</b>\n{'y' * 50}"
    assert well_formed(shortened(text, most))


def test_texts_and_captions_have_their_own_limits() -> None:
    text = "a" * 5000
    assert len(said(Spoken(text))[1]["text"]) == LONGEST_TEXT
    assert len(said(Spoken(text, picture=b"png"))[1]["caption"]) == LONGEST_CAPTION


# -- methods ----------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("spoken", "method", "message"),
    [
        (Spoken("a"), "sendMessage", None),
        (Spoken("a", about="12"), "editMessageText", 12),
        (Spoken("a", about="p12"), "sendMessage", None),
        (Spoken("a", picture=b"png"), "sendPhoto", None),
        (Spoken("a", picture=b"png", about="12"), "sendPhoto", None),
        (Spoken("a", picture=b"png", about="p12"), "editMessageMedia", 12),
        (Spoken("", about="12"), "editMessageReplyMarkup", 12),
        (Spoken("", about="p12"), "editMessageReplyMarkup", 12),
    ],
)
def test_a_message_that_is_changed_stays_what_it_is(
    spoken: Spoken, method: str, message: int | None
) -> None:
    used, parameters = said(spoken)
    assert (used, parameters.get("message_id")) == (method, message)
    assert parameters["chat_id"] == 1001


def test_words_are_sent_as_markup_and_a_picture_as_bytes() -> None:
    _, text = said(Spoken("<b>a</b>"))
    assert (text["text"], text["parse_mode"]) == ("<b>a</b>", "HTML")
    _, photo = said(Spoken("a", picture=b"png"))
    assert (photo["caption"], photo["parse_mode"], photo["photo"]) == ("a", "HTML", b"png")
    _, media = said(Spoken("a", picture=b"png", about="p1"))
    assert media["media"] == {"caption": "a", "parse_mode": "HTML"}


def test_a_link_in_the_words_is_not_opened_for_the_reader() -> None:
    assert said(Spoken("http://a.id"))[1]["link_preview_options"] == {"is_disabled": True}
    assert "link_preview_options" not in said(Spoken("a"))[1]


# -- buttons ----------------------------------------------------------------------------------


def rows(*labels: tuple[str, ...]) -> list[list[str]]:
    buttons = tuple(tuple(Label(words, "t") for words in row) for row in labels)
    markup = said(Spoken("a", buttons))[1]["reply_markup"]
    return [[button["text"] for button in row] for row in markup["inline_keyboard"]]


def test_a_button_is_its_words_and_what_it_says_back() -> None:
    _, parameters = said(Spoken("a", ((Label("Baik", "a.1.0.3"),),)))
    assert parameters["reply_markup"] == {
        "inline_keyboard": [[{"text": "Baik", "callback_data": "a.1.0.3"}]]
    }


def test_short_labels_stand_side_by_side() -> None:
    assert rows(("Ya", "Tidak")) == [["Ya", "Tidak"]]


def test_labels_that_a_small_screen_would_cut_stand_under_each_other() -> None:
    assert rows(("Ya", "Ada tetapi tidak berfungsi")) == [["Ya"], ["Ada tetapi tidak berfungsi"]]
    assert rows(("a" * 17, "b" * 17), ("a" * 18, "b")) == [
        ["a" * 17, "b" * 17],
        ["a" * 18],
        ["b"],
    ]


def test_one_long_label_alone_ends_with_a_whole_word() -> None:
    words = " ".join(["Penerbitan"] * 9)
    assert rows((words,)) == [["Penerbitan Penerbitan Penerbitan…"]]


def test_taking_the_buttons_away_leaves_none() -> None:
    assert said(Spoken("", about="7"))[1]["reply_markup"] == {"inline_keyboard": []}


def letters_buttons(question: Question[Any], pages: int = 1) -> list[Button]:
    """The buttons of a question late in the longest form of the largest dialogue."""
    first = Answered(0, Write("q"), "x")
    asking = Asking(question, tuple(Kept("q", "x") for _ in range(299)), (first,))
    letters = [asked(asking, QuestionView(page=page), dialogue=LARGEST_ID) for page in range(pages)]
    letters.append(corrections(asking, dialogue=LARGEST_ID))
    return [button for letter in letters for row in letter.buttons for button in row]


def test_every_button_of_every_question_fits_into_64_bytes() -> None:
    survey = instrument()
    causes = [
        Option(f"{element}.{cause.key}", Text(f"cause-{element}-{cause.key}"))
        for element in survey.elements
        for cause in survey.causes[element]
    ]
    many = [Option(str(LARGEST_ID - n), Verbatim("Loket")) for n in range(60)]
    buttons = letters_buttons(optional(Pick("rate-cause", options=causes)), 6)
    buttons += letters_buttons(Pick("rate-counter", options=many), 8)
    for element in survey.elements:
        buttons += letters_buttons(Scale("q", element=element))
    assert len(buttons) > 150
    assert [b.tap for b in buttons if len(b.tap.encode()) > 64] == []


@pytest.mark.parametrize("picture", [None, b"png"])
def test_in_quiet_hours_a_new_message_makes_no_sound(picture: bytes | None) -> None:
    _, payload = rendered("1", Spoken("Halo", picture=picture, hushed=True))
    assert payload["disable_notification"] is True
    _, payload = rendered("1", Spoken("Halo", picture=picture))
    assert "disable_notification" not in payload


@pytest.mark.parametrize(("picture", "about"), [(None, "12"), (b"png", "p12")])
def test_a_message_that_is_changed_never_makes_a_sound(picture: bytes | None, about: str) -> None:
    _, payload = rendered("1", Spoken("Halo", picture=picture, about=about, hushed=True))
    assert "disable_notification" not in payload
