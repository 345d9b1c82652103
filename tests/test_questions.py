"""What can be asked, and how an answer is read: typing is always as good as tapping."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from handlers.engine.question import (
    UNDECLARED,
    Choice,
    NotUnderstood,
    Question,
    heard_as,
    optional,
)
from handlers.engine.questions import Attach, Option, Pick, Scale, Write
from handlers.engine.said import Chosen, FileKind, GivenFile, Located, Said, Skipped, Typed
from models.letters import Text, Verbatim, Words
from models.services import Service
from models.wording import plain

SERVICES = (
    Service(11, 1, "KTP-el"),
    Service(12, 1, "Kartu Keluarga (KK)"),
    Service(13, 1, "Kartu Identitas Anak"),
    Service(14, 1, "Akta Kelahiran"),
)
PICK = Pick("service", options=SERVICES)
FACES = {
    "answer-overall-1": "😞 Tidak baik",
    "answer-overall-2": "🙁 Kurang baik",
    "answer-overall-3": "🙂 Baik",
    "answer-overall-4": "😊 Sangat baik",
}
SCALE = Scale("verdict", element="overall")
PHOTO = GivenFile("photo", "file-1", size=1000)
PLACE = Located(-7.9, 110.3)


def spell(words: Words) -> str:
    assert isinstance(words, Verbatim | Text)
    return words.words if isinstance(words, Verbatim) else FACES[words.id]


def hint(question: Question[Any], said: Said) -> Text:
    with pytest.raises(NotUnderstood) as missed:
        heard_as(question, said, spell)
    return missed.value.hint


def options(*labels: str) -> Pick[Option]:
    return Pick("q", options=[Option(f"k{n}", Verbatim(label)) for n, label in enumerate(labels)])


def picked(question: Pick[Option], text: str) -> str | None:
    """The label that the words pick; None where they are not understood."""
    try:
        return spell(question.read(Typed(text), spell).label)
    except NotUnderstood:
        return None


# -- Pick -------------------------------------------------------------------------------------


def test_a_tap_picks_by_the_key_of_the_choice() -> None:
    assert PICK.read(Chosen("13"), spell) == SERVICES[2]


def test_a_tap_on_a_choice_that_is_gone_says_so() -> None:
    assert hint(PICK, Chosen("99")).id == "hint-gone"


@pytest.mark.parametrize(
    ("typed", "service"),
    [
        ("1", 0),
        (" 4. ", 3),
        ("3️⃣", 2),
        ("٢", 1),  # an Arabic-Indic two
        ("KTP-el", 0),
        ("ktp el", 0),
        ("  KARTU KELUARGA (KK)!! ", 1),
        ("kartu keluarga kk", 1),
        ("akta", 3),
        ("Akta kel", 3),
        ("kartu i", 2),
        ("kelahiran", 3),
        ("🙏 akta kelahiran 🙏", 3),
    ],
)
def test_number_label_and_unambiguous_beginning_are_as_good_as_a_tap(
    typed: str, service: int
) -> None:
    assert PICK.read(Typed(typed), spell) == SERVICES[service]


@pytest.mark.parametrize(
    "typed",
    ["kartu", "k", "0", "5", "-", "", "   ", "???", "🤷", "1 2", "²", "9" * 5000],
)
def test_what_could_mean_two_choices_or_none_is_not_understood(typed: str) -> None:
    assert hint(PICK, Typed(typed)) == Text("hint-pick", {"count": 4})


@pytest.mark.parametrize("said", [PHOTO, PLACE])
def test_a_picture_or_place_is_no_choice(said: Said) -> None:
    assert hint(PICK, said).id == "hint-pick"


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("unit kerja saya salah", ["Unit kerja"]),
        ("Nama dan NIP saya keliru!", ["Nama", "NIP"]),
        ("namanya salah", []),
        ("ya, itu", []),
    ],
)
def test_a_sentence_that_holds_a_label_is_asked_back_and_never_taken(
    typed: str, meant: list[str]
) -> None:
    question = options("Nama", "NIP", "Unit kerja", "Ya")
    assert picked(question, typed) is None
    assert [spell(one.label) for one in question.likely(typed, spell)] == meant


def test_the_label_itself_goes_before_the_beginning_of_another() -> None:
    assert picked(options("Akta", "Akta Kelahiran"), "akta") == "Akta"


def test_the_label_itself_goes_before_the_number_of_another() -> None:
    assert picked(options("3", "2", "1"), "3") == "3"


def test_two_choices_with_the_same_label_are_never_told_apart_by_words() -> None:
    question = options("Loket 1", "Loket 1", "Loket 2")
    assert picked(question, "loket 1") is None
    assert picked(question, "loket 2") == "Loket 2"
    assert question.read(Typed("2"), spell).key == "k1"


def test_a_sign_alone_picks_the_label_that_begins_with_it() -> None:
    assert picked(options("👍", "👎"), "👎") == "👎"
    assert picked(options("👍", "👎"), "???") is None
    assert SCALE.read(Typed("😊"), spell) == 4
    assert SCALE.read(Typed(" 🙁 "), spell) == 2


def test_a_choice_is_kept_by_its_key_and_told_by_its_label() -> None:
    assert PICK.kept(SERVICES[1]) == "12"
    assert PICK.fits("12") == SERVICES[1]
    assert PICK.told(SERVICES[1]) == Verbatim("Kartu Keluarga (KK)")
    assert PICK.choices == SERVICES


def test_the_hint_of_a_choice_says_how_many_there_are() -> None:
    assert PICK.facts_of_hint["count"] == 4


@given(st.lists(st.text(min_size=1, max_size=20), min_size=1, max_size=12))
def test_whatever_the_labels_typing_one_of_them_never_picks_another(
    labels: list[str],
) -> None:
    question = options(*labels)
    for label in labels:
        assert picked(question, label) in (label, None, *(x for x in labels if same(x, label)))


def same(first: str, second: str) -> bool:
    return (plain(first) or first.strip()) == (plain(second) or second.strip())


@given(st.text(max_size=80))
def test_no_words_break_a_choice(text: str) -> None:
    assert picked(options("Satu", "Dua", "🙂 Tiga"), text) in ("Satu", "Dua", "🙂 Tiga", None)


# -- Scale ------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("said", "value"),
    [
        (Chosen("1"), 1),
        (Typed("4"), 4),
        (Typed("🙂 Baik"), 3),
        (Typed("baik"), 3),
        (Typed("BAIK."), 3),
        (Typed("sangat"), 4),
        (Typed("ku"), 2),
    ],
)
def test_a_scale_is_answered_by_tap_number_and_words(said: Said, value: int) -> None:
    assert SCALE.read(said, spell) == value


@pytest.mark.parametrize("said", [Chosen("0"), Chosen("5"), Chosen("x"), Typed("7"), PHOTO])
def test_a_scale_has_four_answers_and_no_others(said: Said) -> None:
    assert hint(SCALE, said).id in ("hint-gone", "hint-pick")


def test_the_answers_of_a_scale_are_worded_for_their_element_worst_first() -> None:
    assert [grade.key for grade in SCALE.choices] == ["1", "2", "3", "4"]
    assert [grade.label.id for grade in Scale("q", element="biaya").choices] == [
        "answer-biaya-1",
        "answer-biaya-2",
        "answer-biaya-3",
        "answer-biaya-4",
    ]


@pytest.mark.parametrize("kept", [0, 5, None, "3", [3], 2.5])
def test_a_kept_value_outside_the_scale_is_asked_again(kept: object) -> None:
    with pytest.raises(NotUnderstood):
        SCALE.fits(kept)


# -- Write ------------------------------------------------------------------------------------


def test_words_are_taken_as_they_are_without_the_space_around_them() -> None:
    said = "  Antre 2 jam.\nPetugasnya ramah 🙂 <b>&  "
    assert Write("q").read(Typed(said), spell) == said.strip()


def test_words_longer_than_the_question_takes_are_refused_with_both_numbers() -> None:
    missed = hint(Write("q", longest=10), Typed("x" * 11))
    assert missed == Text("hint-too-long", {"length": 11, "longest": 10})
    assert Write("q", longest=10).read(Typed("x" * 10), spell) == "x" * 10


@pytest.mark.parametrize("said", [Typed(""), Typed(" \n "), PHOTO, PLACE, Chosen("1")])
def test_only_words_are_words(said: Said) -> None:
    assert hint(Write("q"), said).id == "hint-write"


def test_a_sign_that_no_database_takes_is_left_out_of_words() -> None:
    assert Write("q").read(Typed("ra\x00mah"), spell) == "ramah"
    assert hint(Write("q"), Typed("\x00")).id == "hint-write"


def test_words_are_told_as_words_never_as_markup() -> None:
    assert Write("q").told("<b>") == Verbatim("<b>")


# -- Attach -----------------------------------------------------------------------------------


def test_a_link_within_a_sentence_is_the_link() -> None:
    question = Attach("q", kinds=frozenset({"link"}))
    said = "Ini buktinya: https://drive.example.id/a?b=1, sudah dibuka (cek)."
    assert question.read(Typed(said), spell) == GivenFile("link", "https://drive.example.id/a?b=1")
    with pytest.raises(NotUnderstood):
        question.read(Typed("https://a.example/1 dan https://a.example/2"), spell)


@pytest.mark.parametrize("kind", ["photo", "document", "voice"])
def test_a_photo_a_document_and_a_voice_note_can_be_attached(kind: FileKind) -> None:
    given = GivenFile(kind, "file-1", "bukti.pdf", 1000, "ini")
    question = Attach("q")
    assert question.read(given, spell) == given
    assert question.fits(question.kept(given)) == given


def test_only_the_kinds_a_question_takes_are_taken() -> None:
    question = Attach("q", kinds=frozenset({"photo"}))
    assert question.read(PHOTO, spell) == PHOTO
    assert hint(question, GivenFile("voice", "file-2")).id == "hint-attach-shown"
    with pytest.raises(NotUnderstood):
        question.fits(Attach("q").kept(GivenFile("voice", "file-2")))


@pytest.mark.parametrize("said", [Typed("foto"), PLACE, Chosen("1")])
def test_words_are_no_file(said: Said) -> None:
    assert hint(Attach("q"), said).id == "hint-attach"


# -- skipping ---------------------------------------------------------------------------------

EVERY: Sequence[Question[Any]] = (PICK, SCALE, Write("q"), Attach("q"))


@pytest.mark.parametrize("question", EVERY, ids=lambda question: question.kind)
def test_only_an_optional_question_can_be_skipped(question: Question[Any]) -> None:
    assert hint(question, Skipped()).id == "hint-needed"
    assert heard_as(optional(question), Skipped(), spell) is None


@pytest.mark.parametrize("question", EVERY, ids=lambda question: question.kind)
def test_silence_leaves_an_optional_question_unanswered_and_any_other_open(
    question: Question[Any],
) -> None:
    assert question.silence is UNDECLARED
    assert repr(question.silence) == "UNDECLARED"
    assert optional(question).silence is None


def test_an_optional_question_is_still_read_the_same_way() -> None:
    assert optional(PICK).read(Typed("akta"), spell) == SERVICES[3]
    assert optional(SCALE).name == SCALE.name


def test_only_what_is_offered_can_be_tapped() -> None:
    none: Sequence[Choice] = ()
    assert [question.choices for question in EVERY[2:]] == [none] * 2


def test_what_has_no_words_of_its_own_is_not_told() -> None:
    assert Attach("q").told(PHOTO) is None


@given(st.text(max_size=60))
def test_words_compare_without_case_signs_and_spaces(text: str) -> None:
    assert plain(plain(text)) == plain(text)
    assert plain(f"  {text}!  ") == plain(text)
    assert plain("KTP-el") == plain("ktp EL") == "ktp el"
