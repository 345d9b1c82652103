"""Letters of one turn as one message, where a channel counts messages."""

from __future__ import annotations

from dataclasses import replace

from bot.telegram.traits import TELEGRAM
from bot.turn.merge import joined
from bot.whatsapp.traits import WHATSAPP
from models.letters import Button, File, Letter, Picture, Text, Verbatim

CHART = Picture("chart", {})


def letter(words: str, *taps: str, picture: Picture | None = None) -> Letter:
    rows = tuple((Button(Verbatim(f"ke {tap}"), tap),) for tap in taps)
    return Letter((Verbatim(words),), rows, picture=picture)


def words(found: Letter) -> list[str]:
    return [one.words for one in found.paragraphs if isinstance(one, Verbatim)]


def taps(found: Letter) -> list[str]:
    return [button.tap for row in found.buttons for button in row]


def test_a_receipt_and_the_question_that_is_offered_again_are_one_letter() -> None:
    (one,) = joined([letter("tersimpan", "o.b"), letter("lanjut?", "a.1", "a.2")], WHATSAPP)
    assert words(one) == ["tersimpan", "lanjut?"]


def test_what_is_asked_last_is_offered_first_and_no_way_is_lost() -> None:
    (one,) = joined([letter("tersimpan", "o.b"), letter("lanjut?", "a.1", "a.2")], WHATSAPP)
    assert taps(one) == ["a.1", "a.2", "o.b"]


def test_a_way_that_both_offer_is_offered_once() -> None:
    (one,) = joined([letter("satu", "o.b", "o.c"), letter("dua", "o.c")], WHATSAPP)
    assert taps(one) == ["o.c", "o.b"]


def test_letters_of_more_buttons_than_the_channel_shows_at_once_stay_apart() -> None:
    first, second = letter("satu", *"abcde"), letter("dua", *"vwxyz")
    assert len(joined([first, second], WHATSAPP)) == 1
    assert joined([first, second], replace(WHATSAPP, most_choices=9)) == [first, second]


def test_where_letters_are_changed_in_place_they_stay_apart() -> None:
    both = [letter("satu"), letter("dua")]
    assert joined(both, TELEGRAM) == both


def test_many_letters_are_joined_as_far_as_they_fit_and_keep_their_order() -> None:
    found = joined(
        [letter("satu", "a"), letter("dua", "b"), letter("tiga", *"cd")],
        replace(WHATSAPP, most_choices=3),
    )
    assert [words(one) for one in found] == [["satu", "dua"], ["tiga"]]


def test_a_picture_with_few_buttons_takes_a_letter_up_while_the_buttons_stay_few() -> None:
    picture = letter("nilai", "a", picture=CHART)
    (one,) = joined([picture, letter("lanjut?", "b", "c")], WHATSAPP)
    assert (one.picture, taps(one)) == (CHART, ["b", "c", "a"])
    assert len(joined([picture, letter("lanjut?", "b", "c", "d")], WHATSAPP)) == 2


def test_a_picture_whose_many_buttons_need_a_list_shares_that_list() -> None:
    (one,) = joined([letter("nilai", *"abcd", picture=CHART), letter("lanjut?", *"ef")], WHATSAPP)
    assert one.picture == CHART


def test_two_pictures_are_two_letters() -> None:
    assert len(joined([letter("a", picture=CHART), letter("b", picture=CHART)], WHATSAPP)) == 2


def test_a_file_stands_for_itself_while_a_link_is_only_words() -> None:
    shown = Letter((Text("evidence-file"),), file=File("photo", "77"))
    assert len(joined([shown, letter("lanjut?")], WHATSAPP)) == 2
    linked = Letter((Text("evidence-link"),), file=File("link", "https://contoh.go.id"))
    (one,) = joined([linked, letter("lanjut?")], WHATSAPP)
    assert one.file == linked.file


def test_what_changes_another_message_stands_for_itself() -> None:
    for apart in (
        Letter((), about="7", kind="edit"),
        Letter((Verbatim("diubah"),), about="7"),
    ):
        assert joined([apart, letter("lanjut?")], WHATSAPP) == [apart, letter("lanjut?")]
        assert joined([letter("tadi"), apart], WHATSAPP) == [letter("tadi"), apart]


def test_a_letter_comes_without_a_sound_only_where_all_of_it_does() -> None:
    quiet = Letter((Verbatim("malam"),), hushed=True)
    assert [one.hushed for one in joined([quiet, quiet], WHATSAPP)] == [True]
    assert [one.hushed for one in joined([quiet, letter("siang")], WHATSAPP)] == [False]
