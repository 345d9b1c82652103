"""What a raw update of Telegram says, whatever is in it."""

from __future__ import annotations

from typing import Any

import orjson
import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.channel import Edited, Heard, Left, Started, Tapped, Unheard
from bot.telegram.heard import ear, heard
from handlers.engine.said import GivenFile, Located, Typed

ME: dict[str, Any] = {"id": 1001, "is_bot": False, "first_name": "Sari", "language_code": "id"}
PRIVATE: dict[str, Any] = {"id": 1001, "type": "private", "first_name": "Sari"}
GROUP: dict[str, Any] = {"id": -100200, "type": "supergroup", "title": "Warga"}
BOT: dict[str, Any] = {"id": 1, "is_bot": True, "first_name": "Tilik"}
AT = 1_795_400_000
PLACE = {"latitude": -7.9, "longitude": 110.3, "live_period": 900}


def message(**parts: Any) -> dict[str, Any]:
    return {"message_id": 7, "date": AT, "chat": PRIVATE, "from": ME, **parts}


def update(**parts: Any) -> dict[str, Any]:
    return {"update_id": 500, **parts}


def tap(**parts: Any) -> dict[str, Any]:
    query = {"id": "q9", "from": ME, "chat_instance": "1", "data": "a.1.0.3"}
    ours = message(**{"from": BOT, "text": "Bagaimana?"})
    return update(callback_query={**query, "message": ours, **parts})


def only(raw: dict[str, Any]) -> Heard:
    found = heard(raw)
    assert found is not None
    return found


# -- words ------------------------------------------------------------------------------------


def test_words_are_heard_with_who_where_and_which() -> None:
    heard_once = only(update(message=message(text="Halo")))
    assert heard_once == Heard(
        channel="telegram",
        sender="1001",
        key="u500",
        twin=heard_once.twin,
        said=Typed("Halo"),
        language="id",
        message="7",
    )


def test_what_the_inbox_remembers_of_a_message_does_not_name_the_chat() -> None:
    raw = update(message=message(text="Halo"))
    one, other = ear("1:a")(raw), ear("2:b")(raw)
    assert one is not None
    assert other is not None
    assert "1001" not in str(one.twin)
    assert one.twin != other.twin


def test_one_message_under_two_updates_has_one_twin() -> None:
    first = only({"update_id": 1, "message": message(text="Halo")})
    second = only({"update_id": 900, "message": message(text="Halo")})
    assert first.key != second.key
    assert first.twin == second.twin


@pytest.mark.parametrize(
    ("text", "words"),
    [("/start", ""), ("/start ABCDE", "ABCDE"), ("/start  ABCDE-3 ", "ABCDE-3")],
)
def test_opening_a_chat_may_carry_words(text: str, words: str) -> None:
    assert only(update(message=message(text=text))).said == Started(words)


@pytest.mark.parametrize("text", ["/nilai", "/startup", "start ABCDE", "/batal@TilikBot"])
def test_other_commands_are_words(text: str) -> None:
    assert only(update(message=message(text=text))).said == Typed(text)


@pytest.mark.parametrize(
    "text",
    [
        "x" * 4096,
        "🙂" * 2048,
        "𝕋𝕚𝕝𝕚𝕜 \U0010ffff",
        "<b>&amp;</b> {0} %s $x",
        "'; DROP TABLE ratings; --",
        "‮balik‬",
        "e\u0301" * 1000,
        "\u0007\u001b",
    ],
    ids=[
        "long",
        "emoji",
        "beyond the plane",
        "markup",
        "sql",
        "right to left",
        "marks",
        "controls",
    ],
)
def test_hostile_words_are_heard_as_they_are(text: str) -> None:
    assert only(orjson.loads(orjson.dumps(update(message=message(text=text))))).said == Typed(text)


@given(st.text(st.characters(exclude_categories=["Cs"]), max_size=200))
def test_no_words_break_the_ear(text: str) -> None:
    said = only(orjson.loads(orjson.dumps(update(message=message(text=text))))).said
    assert isinstance(said, Typed | Started | Unheard)


@pytest.mark.parametrize(
    ("code", "language"),
    [("id", "id"), ("en-GB", "en"), ("pt-br", "pt"), ("ZH-hans", "zh"), ("", None), (None, None)],
)
def test_a_phones_language_is_its_first_part(code: str | None, language: str | None) -> None:
    raw = update(message=message(text="Halo", **{"from": {**ME, "language_code": code}}))
    assert only(raw).language == language


# -- files and places -------------------------------------------------------------------------


def test_of_a_photo_the_largest_size_is_taken() -> None:
    sizes = [
        {"file_id": f"f{n}", "file_unique_id": f"u{n}", "width": n, "height": n, "file_size": n}
        for n in (90, 320, 1280)
    ]
    said = only(update(message=message(photo=sizes, caption="Loket penuh"))).said
    assert said == GivenFile("photo", "f1280", size=1280, caption="Loket penuh")


def test_a_document_comes_with_its_name() -> None:
    file = {"file_id": "d1", "file_unique_id": "u", "file_name": "bukti.pdf", "file_size": 12}
    assert only(update(message=message(document=file))).said == GivenFile(
        "document", "d1", "bukti.pdf", 12
    )


def test_a_voice_note_and_a_place_are_heard() -> None:
    voice = {"file_id": "v1", "file_unique_id": "u", "duration": 3, "file_size": 9}
    assert only(update(message=message(voice=voice))).said == GivenFile("voice", "v1", size=9)
    place = {"latitude": -7.9, "longitude": 110.3}
    assert only(update(message=message(location=place))).said == Located(-7.9, 110.3)


def test_what_tilik_has_no_ear_for_is_an_empty_word() -> None:
    sticker = {
        "file_id": "s",
        "file_unique_id": "u",
        "type": "regular",
        "width": 1,
        "height": 1,
        "is_animated": False,
        "is_video": False,
    }
    assert only(update(message=message(sticker=sticker))).said == Unheard()


# -- taps -------------------------------------------------------------------------------------


def test_a_tap_is_heard_with_the_message_it_was_on() -> None:
    found = only(tap())
    assert found.said == Tapped("a.1.0.3")
    assert (found.about, found.toast, found.twin) == ("7", "q9", "cq9")
    assert (found.sender, found.language) == ("1001", "id")


def test_a_picture_that_was_tapped_is_known_as_a_picture() -> None:
    size = {"file_id": "f", "file_unique_id": "u", "width": 1, "height": 1}
    ours = message(**{"from": BOT, "photo": [size], "caption": "Ringkasan"})
    assert only(tap(message=ours)).about == "p7"


def test_a_tap_on_a_message_that_is_out_of_reach_is_still_a_tap() -> None:
    found = only(tap(message={"chat": PRIVATE, "message_id": 7, "date": 0}))
    assert found.said == Tapped("a.1.0.3")
    assert found.about is None


def test_buttons_of_any_length_come_back_with_the_tap() -> None:
    keyboard = {"inline_keyboard": [[{"text": "x" * 500, "callback_data": "y" * 64}]] * 50}
    ours = message(**{"from": BOT, "text": "a", "reply_markup": keyboard})
    assert only(tap(message=ours)).about == "7"


@pytest.mark.parametrize("data", ["", "x" * 64, "🙂" * 16, "v.99999999999999999999.0.back", "\0"])
def test_whatever_a_made_up_button_carries_is_heard_as_it_is(data: str) -> None:
    assert only(tap(data=data)).said == Tapped(data)


@pytest.mark.parametrize(
    "raw",
    [
        tap(message=None, inline_message_id="i1"),
        tap(data=None, game_short_name="g"),
        tap(message={**message(), "chat": GROUP}),
        tap(message={**message(), "chat": {**PRIVATE, "id": 1002}}),
    ],
    ids=["inline", "game", "group", "of somebody else"],
)
def test_taps_elsewhere_are_not_heard(raw: dict[str, Any]) -> None:
    assert heard(raw) is None


# -- what aiogram does not know yet -----------------------------------------------------------

NEW = {"type": "of_tomorrow", "date": 1}


@pytest.mark.parametrize(
    "more",
    [
        {"forward_origin": NEW},
        {"external_reply": {"origin": NEW}},
        {"paid_media": {"star_count": 1, "paid_media": [NEW]}},
        {"rich_message": {"blocks": [NEW]}},
        {"reply_to_message": {"message_id": "?"}},
        {"entities": [NEW, 3]},
        {"chat_background_set": {"type": NEW}},
        {"quote": 3, "effect_id": {}, "of_tomorrow": NEW},
    ],
)
def test_a_variant_that_nobody_knows_silences_no_words(more: dict[str, Any]) -> None:
    assert only(update(message=message(text="Petugasnya ramah", **more))).said == Typed(
        "Petugasnya ramah"
    )
    assert only(update(message=message(caption="Ramah", **more))).said == Typed("Ramah")


@pytest.mark.parametrize("name", ["photo", "document", "voice", "location"])
def test_a_file_that_cannot_be_read_silences_no_words(name: str) -> None:
    for odd in ([NEW], {"a": 1}, 3):
        said = only(update(message=message(caption="Ramah", **{name: odd}))).said
        assert said == Typed("Ramah")
        assert only(update(message=message(**{name: odd}))).said == Unheard()
    ours = message(**{"from": BOT, "photo": [NEW], "caption": "a"})
    assert only(tap(message=ours)).said == Tapped("a.1.0.3")


def test_a_tap_is_heard_whatever_its_message_has_become() -> None:
    ours = message(**{"from": BOT, "text": "a", "rich_message": 3, "pinned_message": NEW})
    assert only(tap(message=ours, of_tomorrow=NEW)).said == Tapped("a.1.0.3")


def test_who_leaves_is_known_whatever_they_were_before() -> None:
    raw = membership("kicked")
    raw["my_chat_member"]["old_chat_member"] = NEW
    assert only(raw).said == Left()


def test_a_rich_message_says_its_words() -> None:
    bold = {"type": "bold", "text": ["ramah", {"type": "of_tomorrow", "text": "!"}]}
    blocks = [
        {"type": "paragraph", "text": ["Petugasnya ", bold]},
        {"type": "list", "items": [{"label": "1", "blocks": [{"type": "new", "text": "cepat"}]}]},
        {"type": "table", "cells": [[{"text": "12"}, {"text": " akta"}]]},
        NEW,
        3,
    ]
    said = only(update(message=message(rich_message={"blocks": blocks}))).said
    assert said == Typed("Petugasnya ramah!\ncepat\n12 akta")
    deep: Any = "x"
    for _ in range(200):
        deep = [deep]
    for odd in (None, 3, [], {"blocks": 3}, {"blocks": [NEW]}, {"blocks": deep}):
        assert only(update(message=message(rich_message=odd))).said == Unheard()


# -- what is edited ---------------------------------------------------------------------------


def test_an_edit_says_which_message_says_what_by_now() -> None:
    sent = only(update(message=message(text="12 akta")))
    found = only(update(edited_message=message(text="21 akta", edit_date=AT + 1)))
    assert found.said == Edited(sent.name, Typed("21 akta"))
    again = only(update(edited_message=message(text="22 akta", edit_date=AT + 1)))
    assert len({sent.twin, found.twin, again.twin}) == 3
    size = {"file_id": "f", "file_unique_id": "u", "width": 1, "height": 1}
    photo = message(photo=[size], caption="21", edit_date=AT + 1)
    assert only(update(edited_message=photo)).said == Edited(
        sent.name, GivenFile("photo", "f", caption="21")
    )


# -- what is not for Tilik --------------------------------------------------------------------


@pytest.mark.parametrize(
    "raw",
    [
        update(message=message(text="Halo", chat=GROUP)),
        update(channel_post={"message_id": 1, "date": AT, "chat": GROUP, "text": "Halo"}),
        update(edited_message=message(text="Halo", edit_date=AT + 1, chat=GROUP)),
        update(edited_message=message(location=PLACE, edit_date=AT + 1)),
        update(message={"message_id": 1, "date": AT, "chat": PRIVATE, "text": "Halo"}),
        update(message=message(text="Halo", **{"from": {**ME, "id": 1002}})),
        update(),
        update(something_new={"a": 1}),
    ],
    ids=["group", "channel", "edited", "moves", "from nobody", "another", "empty", "new kind"],
)
def test_groups_channels_and_what_is_new_are_not_heard(raw: dict[str, Any]) -> None:
    assert heard(raw) is None


SERVICE = (
    *("new_chat_members", "left_chat_member", "chat_owner_left", "chat_owner_changed"),
    *("new_chat_title", "new_chat_photo", "delete_chat_photo", "group_chat_created"),
    *("message_auto_delete_timer_changed", "pinned_message", "invoice", "successful_payment"),
    *("refunded_payment", "users_shared", "chat_shared", "gift", "unique_gift"),
    *("gift_upgrade_sent", "connected_website", "write_access_allowed", "passport_data"),
    *("proximity_alert_triggered", "boost_added", "chat_background_set", "checklist_tasks_done"),
    *("checklist_tasks_added", "direct_message_price_changed", "forum_topic_created"),
    *("forum_topic_edited", "forum_topic_closed", "forum_topic_reopened", "giveaway_created"),
    *("general_forum_topic_hidden", "giveaway", "giveaway_winners", "managed_bot_created"),
    *("paid_message_price_changed", "poll_option_added", "suggested_post_approved"),
    *("video_chat_scheduled", "video_chat_started", "video_chat_ended", "web_app_data"),
    *("community_chat_added", "community_chat_joined", "of_tomorrow"),
)


@pytest.mark.parametrize("name", SERVICE)
def test_what_only_tells_of_the_chat_asks_for_no_answer(name: str) -> None:
    for part in ({"a": 1}, True, [NEW], message(**{"from": BOT, "text": "Bagaimana?"})):
        assert heard(update(message=message(**{name: part}))) is None


def membership(status: str, chat: dict[str, Any] = PRIVATE) -> dict[str, Any]:
    member: dict[str, Any] = {"user": BOT, "status": status}
    new = {**member, "until_date": 0} if status == "kicked" else member
    old = {"user": BOT, "status": "member"}
    change = {"chat": chat, "from": ME, "date": AT, "old_chat_member": old, "new_chat_member": new}
    return update(my_chat_member=change)


def test_who_blocks_tilik_has_left() -> None:
    found = only(membership("kicked"))
    assert (found.said, found.sender, found.twin) == (Left(), "1001", None)


def test_who_comes_back_or_drops_tilik_from_a_group_says_nothing() -> None:
    assert heard(membership("member")) is None
    assert heard(membership("kicked", GROUP)) is None


@pytest.mark.parametrize(
    "raw",
    [
        {},
        {"update_id": "x"},
        update(message="Halo"),
        update(message={"message_id": 1}),
        update(callback_query={"id": 5}),
        update(message=message(text={"a": 1})),
        update(callback_query={"id": "q", "from": ME, "message": "x", "data": "a"}),
    ],
)
def test_what_cannot_be_read_at_all_is_an_error_that_names_itself(raw: dict[str, Any]) -> None:
    with pytest.raises(ValueError, match="validation error"):
        heard(raw)


# -- whose it is ------------------------------------------------------------------------------


def test_what_somebody_else_does_in_a_private_chat_is_not_that_chat_s_person_s() -> None:
    stranger = {**ME, "id": 666}
    blocked = {"chat": PRIVATE, "date": AT, "new_chat_member": {"status": "kicked"}}
    assert heard(update(message=message(text="Halo", **{"from": stranger}))) is None
    assert heard(update(edited_message=message(text="Hai", **{"from": stranger}))) is None
    assert heard(tap(**{"from": stranger})) is None
    assert heard(update(my_chat_member={**blocked, "from": stranger})) is None
    assert only(update(my_chat_member={**blocked, "from": ME})).said == Left()
