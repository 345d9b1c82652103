"""WhatsApp's deliveries: walked whole, each item on its own, signed or refused."""

from __future__ import annotations

import hashlib
import hmac
import json
from collections.abc import Mapping
from datetime import UTC, datetime
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.channel import DeliveryReport, Edited, Noticed, Started, Tapped, Unheard
from bot.whatsapp.inbound.heard import ear, heard, items
from bot.whatsapp.inbound.route import challenged, is_signed
from handlers.engine.said import GivenFile, Located, Typed

SARI = {"profile": {"name": "Sari"}, "wa_id": "6281200000001", "user_id": "ID.111"}
BUDI = {"profile": {"name": "Budi"}, "user_id": "ID.222"}


def message(kind: str, part: Any, **more: Any) -> dict[str, Any]:
    return {"id": "wamid.A", "type": kind, kind: part, "timestamp": "1", **more}


def body(*values: Mapping[str, Any]) -> dict[str, Any]:
    return {
        "object": "whatsapp_business_account",
        "entry": [{"id": "1", "changes": [{"field": "messages", "value": v}]} for v in values],
    }


def said(kind: str, part: Any) -> Any:
    found = heard({"message": message(kind, part, **{"from": "628"}), "contact": SARI})
    assert found is not None
    return found.said


def test_a_batch_is_walked_whole() -> None:
    first = {
        "contacts": [SARI, BUDI],
        "messages": [
            message("text", {"body": "a"}, **{"from": "6281200000001"}),
            {**message("text", {"body": "b"}, from_user_id="ID.222"), "id": "wamid.B"},
        ],
    }
    second = {"statuses": [{"id": "wamid.C", "status": "read"}, {"id": "wamid.D"}]}
    found = list(items(body(first, second)))
    assert [set(item) for item in found] == [{"message", "contact"}] * 2 + [{"status"}] * 2
    senders = [one.sender for item in found if (one := heard(item)) is not None]
    assert senders == ["ID.111", "ID.222"]


def test_a_contact_that_is_somebody_else_lends_nobody_its_id() -> None:
    """A batch of two people that names one of them: the other does not speak as that one."""
    value = {"contacts": [SARI], "messages": [message("text", {"body": "a"}, **{"from": "628"})]}
    (item,) = items(body(value))
    found = heard(item)
    assert found is not None
    assert (found.sender, found.also) == ("628", None)


def test_one_strange_piece_holds_up_no_other() -> None:
    whole = body({"messages": [message("text", {"body": "a"}, **{"from": "628"})]})
    whole["entry"] += ["x", {"changes": "y"}, {"changes": [3, {"value": None}]}]
    found = list(items(whole))
    assert "message" in found[0]
    assert [set(item) for item in found[1:]] == [{"strange"}] * 4
    for item in found[1:]:
        with pytest.raises(ValueError, match="no message"):
            heard(item)


@pytest.mark.parametrize("odd", [None, [], "x", 3, {}, {"entry": None}])
def test_what_is_no_delivery_at_all_is_one_strange_piece(odd: Any) -> None:
    assert list(items(odd)) == [{"strange": odd}]


@pytest.mark.parametrize(
    ("kind", "part", "deed"),
    [
        ("text", {"body": "K7P3X"}, Typed("K7P3X")),
        (
            "interactive",
            {"type": "button_reply", "button_reply": {"id": "a.1.0.4"}},
            Tapped("a.1.0.4"),
        ),
        (
            "interactive",
            {"type": "list_reply", "list_reply": {"id": "o.nilai."}},
            Tapped("o.nilai."),
        ),
        (
            "button",
            {"payload": "o.triwulan.2026-Q4", "text": "Mulai"},
            Tapped("o.triwulan.2026-Q4"),
        ),
        (
            "image",
            {"id": "9", "caption": "Arsip"},
            GivenFile("photo", "whatsapp:9", caption="Arsip"),
        ),
        (
            "document",
            {"id": "9", "filename": "a.pdf"},
            GivenFile("document", "whatsapp:9", "a.pdf"),
        ),
        ("audio", {"id": "9"}, GivenFile("voice", "whatsapp:9")),
        ("location", {"latitude": -6.2, "longitude": 106.8}, Located(-6.2, 106.8)),
        ("contacts", [{"name": "x"}], Unheard()),
        ("sticker", {"id": "9"}, Unheard()),
        ("order", {}, Unheard()),
    ],
)
def test_every_kind_says_what_was_done(kind: str, part: Any, deed: Any) -> None:
    assert said(kind, part) == deed


@pytest.mark.parametrize(
    ("kind", "part"),
    [
        ("reaction", {}),
        ("system", {}),
        ("revoke", {"original_message_id": "wamid.B"}),
        (
            "interactive",
            {
                "type": "call_permission_reply",
                "call_permission_reply": {"response": "accept", "response_source": "automatic"},
            },
        ),
        *(("unsupported", {"type": one}) for one in ("edit", "pin", "keep_in_chat", "reaction")),
    ],
)
def test_what_is_no_message_to_anybody_asks_for_no_answer(kind: str, part: Any) -> None:
    silent = message(kind, part, **{"from": "628"})
    assert heard({"message": silent, "contact": {}}) is None


def test_a_status_of_no_letter_of_ours_says_nothing() -> None:
    assert heard({"status": {"id": "wamid.A"}}) is None


def test_an_edit_says_which_message_says_what_by_now() -> None:
    def edited(part: Any) -> Any:
        return heard({"message": {**message("edit", part), "id": "wamid.E"}, "contact": SARI})

    sent = heard({"message": message("text", {"body": "12 akta"}), "contact": SARI})
    assert sent is not None
    now = {"type": "text", "text": {"body": "21 akta"}}
    found = edited({"original_message_id": "wamid.A", "message": now})
    assert found.said == Edited(sent.name, Typed("21 akta"))
    assert (found.sender, found.at) == (sent.sender, None)
    assert found.key != sent.key
    shown = {"type": "image", "image": {"id": "9", "caption": "21"}, "context": {"id": "x"}}
    found = edited({"original_message_id": "wamid.A", "message": shown})
    assert found.said == Edited(sent.name, GivenFile("photo", "whatsapp:9", caption="21"))
    for odd in ({}, {"original_message_id": "wamid.A"}, {"message": now}, {**now, "message": 3}):
        assert edited(odd) is None


@pytest.mark.parametrize("kind", ["text", "image", "interactive", "system", "request_welcome"])
def test_what_is_said_in_a_group_is_said_to_others(kind: str) -> None:
    parts = {
        "text": {"body": "K7P3X"},
        "image": {"id": "9", "caption": "K7P3X"},
        "interactive": {"type": "list_reply", "list_reply": {"id": "o.nilai."}},
        "system": {"wa_id": "629", "user_id": "ID.9"},
    }
    said = message(kind, parts.get(kind, {}), group_id="Y2FwaV9", **{"from": "628"})
    assert heard({"message": said, "contact": SARI}) is None


def to_number(number: Any, value: dict[str, Any], field: str = "messages") -> list[dict[str, Any]]:
    named = {"display_phone_number": "62811", "phone_number_id": number}
    change = {"field": field, "value": {**value, "metadata": named}}
    return list(items({"entry": [{"changes": [change]}]}, phone_id="10"))


def test_what_comes_to_another_number_of_the_account_is_not_ours() -> None:
    said = {"messages": [message("text", {"body": "a"})], "contacts": [SARI]}
    told = {"statuses": [{"id": "wamid.A", "status": "failed"}]}
    assert len(to_number("10", said)) == len(to_number("10", told)) == 1
    for other in ("11", "", "1", "١٠"):
        assert to_number(other, said) == to_number(other, told) == []
        assert to_number(other, {"calls": []}, "calls") == []
    bare = {"entry": [{"changes": [{"field": "messages", "value": said}]}]}
    assert len(list(items(bare, phone_id="10"))) == 1


@pytest.mark.parametrize(
    ("kind", "part", "deed"),
    [
        ("interactive", {"type": "nfm_reply", "nfm_reply": {"name": "flow"}}, Unheard()),
        ("interactive", {"type": "button_reply", "button_reply": {"title": "Ya"}}, Typed("Ya")),
        ("interactive", {"type": 3}, Unheard()),
        ("button", {"payload": "Mulai", "text": "Mulai"}, Typed("Mulai")),
        ("button", {"text": "Mulai"}, Typed("Mulai")),
        ("video", {"id": "9", "caption": "Melayani"}, Typed("Melayani")),
        ("video", {"id": "9"}, Unheard()),
        ("text", {"body": ""}, Unheard()),
        ("text", {"body": 3}, Unheard()),
        ("location", {"latitude": "-6.2", "longitude": "106.8"}, Located(-6.2, 106.8)),
        ("location", {"latitude": "nan", "longitude": 1}, Unheard()),
        ("location", {"latitude": 91, "longitude": 1}, Unheard()),
        ("location", {"latitude": 1, "longitude": -181}, Unheard()),
        ("location", {"latitude": None, "longitude": 1}, Unheard()),
        ("location", {"latitude": 10**400, "longitude": 1}, Unheard()),
        ("location", {}, Unheard()),
        ("unsupported", {}, Unheard()),
        ("unsupported", {"type": "poll_creation"}, Unheard()),
        ("image", {"caption": "Melayani"}, Typed("Melayani")),
        ("image", {"id": "../9", "caption": "Melayani"}, Typed("Melayani")),
        ("audio", {"id": None}, Unheard()),
        ("order", {"text": "Dua akta", "product_items": []}, Typed("Dua akta")),
        ("of_tomorrow", {"body": "Ramah"}, Typed("Ramah")),
        ("of_tomorrow", {"body": 3, "text": "Ramah"}, Typed("Ramah")),
        ("request_welcome", {}, Started("")),
    ],
)
def test_what_cannot_be_read_is_said_to_be_so(kind: str, part: Any, deed: Any) -> None:
    assert said(kind, part) == deed


def test_a_changed_number_says_who_is_who_by_now() -> None:
    def moved(part: Any) -> Any:
        return heard({"message": message("system", part, **{"from": "628"}), "contact": {}})

    found = moved({"wa_id": "629", "type": "user_changed_number"})
    assert found.said == Noticed("moved", {"from": ["628"], "to": "629"})
    found = moved({"wa_id": "629", "user_id": "ID.9"})
    assert found.said == Noticed("moved", {"from": ["628"], "to": "ID.9"})
    assert moved({"wa_id": "628"}).said.facts["from"] == []
    new = {"type": "user_changed_number", "wa_id": "629", "user_id": "ID.9"}
    found = moved({**new, "previous_user_id": "ID.1"})
    assert found.said == Noticed("moved", {"from": ["ID.1", "628"], "to": "ID.9"})


def test_a_changed_id_says_so_without_any_number() -> None:
    long = f"ID.{'a' * 128}"
    part = {"type": "user_changed_user_id", "user_id": long, "previous_user_id": f"{long[:-1]}b"}
    found = heard({"message": message("system", part), "contact": {}})
    assert found is not None
    assert found.said == Noticed("moved", {"from": [f"{long[:-1]}b"], "to": long})


@pytest.mark.parametrize("stamp", [None, "", "kemarin", "9" * 40, {}, True])
def test_a_time_that_cannot_be_read_opens_a_window_all_the_same(stamp: Any) -> None:
    said = {**message("text", {"body": "a"}), "timestamp": stamp}
    found = heard({"message": said, "contact": SARI})
    now = datetime(2026, 11, 23, tzinfo=UTC)
    assert found is not None
    assert (found.written_at(now) == now) is (stamp is not True)


def test_an_id_may_be_as_long_as_the_platform_says() -> None:
    long = f"ID.{'a' * 128}"
    found = heard({"message": message("text", {"body": "a"}, from_user_id=long), "contact": {}})
    assert found is not None
    assert found.sender == long


def test_a_status_says_what_became_of_which_letter_and_when() -> None:
    told = {"id": "w", "status": "failed", "biz_opaque_callback_data": "l1.0.1.1"}
    found = heard({"status": {**told, "timestamp": "5", "errors": [{"code": 131047}]}})
    assert found is not None
    assert isinstance(found.said, DeliveryReport)
    fate = found.said.fate
    assert (fate.why, fate.code) == ("closed", "131047")
    assert fate.at is not None
    assert fate.at.timestamp() == 5
    for code in (True, "x", None):
        found = heard({"status": {**told, "errors": [{"code": code}]}})
        assert found is not None
        assert isinstance(found.said, DeliveryReport)
        assert found.said.fate.code == ""


def test_what_is_told_twice_of_the_account_is_two_things_where_its_time_says_so() -> None:
    def told(time: int) -> Any:
        change = {"field": "x", "value": {"event": "APPROVED"}}
        (item,) = items({"entry": [{"time": time, "changes": [change]}]})
        found = heard(item)
        assert found is not None
        return found.key

    assert told(1) == told(1) != told(2)


def test_a_person_without_a_phone_number_is_known_all_the_same() -> None:
    bare = {"message": message("text", {"body": "a"}), "contact": BUDI}
    found = heard(bare)
    assert found is not None
    assert found.sender == "ID.222"
    only = heard({"message": message("text", {}, **{"from": "628"}), "contact": {}})
    assert only is not None
    assert only.sender == "628"
    for nobody in ({}, {"user_id": 3}, {"wa_id": "6" * 161}):
        with pytest.raises(ValueError, match="nobody"):
            heard({"message": message("text", {"body": "a"}), "contact": nobody})


def test_a_message_repeated_has_the_same_key_and_leads_to_nobody() -> None:
    item = {"message": message("text", {"body": "a"}, **{"from": "628"}), "contact": SARI}
    first, again, elsewhere = ear("s")(item), ear("s")(item), ear("other")(item)
    assert first is not None
    assert again is not None
    assert elsewhere is not None
    assert first.key == again.key != elsewhere.key
    assert len(first.key) < 80
    assert "wamid" not in first.key


def test_what_is_told_of_a_message_leads_to_nobody_either() -> None:
    told = {"id": "wamid.628", "status": "sent", "biz_opaque_callback_data": "l1.0.1.1"}
    first, again, elsewhere = (ear(secret)({"status": told}) for secret in ("s", "s", "other"))
    assert first is not None
    assert again is not None
    assert elsewhere is not None
    assert first.key == again.key != elsewhere.key


JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(),
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(
            st.sampled_from(
                [
                    "entry",
                    "changes",
                    "value",
                    "messages",
                    "statuses",
                    "id",
                    "type",
                    "text",
                    "from",
                    "contacts",
                    "x",
                ]
            ),
            inner,
        )
    ),
    max_leaves=12,
)


@given(JSON)
def test_nothing_that_is_delivered_stops_the_walk(anything: Any) -> None:
    for item in items(anything):
        try:
            heard(item)
        except (ValueError, KeyError, TypeError):
            continue


def signature(raw: bytes, secret: str = "rahasia") -> str:  # noqa: S107
    return f"sha256={hmac.new(secret.encode(), raw, hashlib.sha256).hexdigest()}"


def test_a_delivery_is_ours_only_with_its_own_signature() -> None:
    raw = json.dumps(body()).encode()
    assert is_signed(raw, signature(raw), "rahasia")
    assert not is_signed(raw + b" ", signature(raw), "rahasia")
    assert not is_signed(raw, signature(raw, "lain"), "rahasia")
    assert not is_signed(raw, signature(raw), "")
    whole = signature(raw)
    for wrong in (None, "", whole[:-1], whole.upper(), whole[7:], "sha256=", "é" * 71, "\udcff"):
        assert not is_signed(raw, wrong, "rahasia")


def test_the_challenge_is_answered_to_who_knows_the_token() -> None:
    asked = {"hub.mode": "subscribe", "hub.verify_token": "kunci", "hub.challenge": "42"}
    assert challenged(asked, "kunci") == "42"
    assert challenged(asked, "lain") is None
    assert challenged(asked, "") is None
    assert challenged({**asked, "hub.mode": "x"}, "kunci") is None
    assert challenged({"hub.mode": "subscribe", "hub.verify_token": "é"}, "kunci") is None
