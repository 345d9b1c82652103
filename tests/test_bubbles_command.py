"""`tilik texts bubbles`: every conversation is played, and none becomes costlier unseen."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from dataclasses import fields
from typing import Any

import pytest
from typer.testing import CliRunner

from bot.__main__ import app
from bot.cli.bubbles import phone, walks
from bot.cli.bubbles.page import as_lines
from bot.cli.bubbles.phone import Count
from bot.cli.bubbles.played import played
from bot.cli.terminal import speaker
from bot.whatsapp.outbound.rendered import BUTTON, MessageBody, rendered
from handlers import CONVERSATIONS
from handlers.engine.manifest import Cost
from handlers.listed import PROMPTS
from tests.postgresql import apart


def ran(*words: str) -> str:
    done = apart(lambda: CliRunner().invoke(app, ["texts", "bubbles", *words]))
    assert done.exit_code == 0, done.output
    return str(done.stdout)


@pytest.fixture(scope="module")
def shown() -> list[MessageBody]:
    """Every message with buttons that was shown while all was played."""
    return []


@pytest.fixture(scope="module")
def page(shown: list[MessageBody]) -> Iterator[dict[str, Any]]:
    def heard(*words: Any) -> list[MessageBody]:
        bodies = rendered(*words)
        shown.extend(one for one in bodies if one.kind == "interactive")
        return bodies

    with pytest.MonkeyPatch.context() as patched:
        patched.setattr(phone, "rendered", heard)
        yield json.loads(ran("--language", "en", "--json"))


def rows(page: Mapping[str, Any], way: str) -> dict[str, Mapping[str, Any]]:
    """The rows of one way, by conversation; where there is none it costs what the shortest does."""
    every = page["conversations"]
    shortest = {row["conversation"]: row for row in every if row["way"] == "shortest"}
    return shortest | {row["conversation"]: row for row in every if row["way"] == way}


def test_every_list_is_called_by_what_it_holds(
    page: dict[str, Any], shown: list[MessageBody]
) -> None:
    actions = [one.body["action"] for one in shown if one.body["type"] == "list"]
    names = {action["button"] for action in actions}
    assert len(names) > 10
    assert "Choose" not in names
    assert all(action["sections"][0]["title"] == action["button"] for action in actions)


def test_no_label_is_cut_within_a_word(page: dict[str, Any], shown: list[MessageBody]) -> None:
    """On a button nothing is cut but the way back; in a list the whole stands below."""
    for one in shown:
        action = one.body["action"]
        for button in action.get("buttons", ()):
            title = button["reply"]["title"]
            assert "…" not in title or title.startswith("‹"), title
        for row in action["sections"][0]["rows"] if "sections" in action else ():
            begins, cut, _ = row["title"].partition("…")
            whole = row.get("description", row["title"])
            assert not cut or (whole.startswith(begins) and not whole[len(begins)].isalnum()), row


def test_every_conversation_is_played(page: dict[str, Any]) -> None:
    assert rows(page, "shortest").keys() == CONVERSATIONS.keys()
    assert page["language"] == "en"


def test_no_conversation_costs_more_than_it_did(page: dict[str, Any]) -> None:
    costly = [
        f"{name}, {way}: {rows(page, way)[name]['bubbles']}, not {most}"
        for name, one in CONVERSATIONS.items()
        for way, most in _most(one.manifest.cost).items()
        if rows(page, way)[name]["bubbles"] > most
    ]
    assert costly == []


def _most(cost: Cost) -> Mapping[walks.Way, int]:
    return {"shortest": cost.shortest, "fullest": cost.fullest, "aside": cost.beside}


def test_every_prompt_is_played_and_costs_what_it_did(page: dict[str, Any]) -> None:
    assert {row["kind"]: row["bubbles"] for row in page["prompts"]} == {
        one.kind: one.bubbles for one in PROMPTS.every
    }


def test_a_rating_is_a_word_from_the_poster_a_face_and_two_skips(page: dict[str, Any]) -> None:
    rating = rows(page, "shortest")["nilai"]
    done = [rating[deed] for deed in ("taps", "typed", "sent")]
    assert (rating["who"], done) == ("citizen", [3, 1, 0])


def test_the_fullest_way_through_the_log_sends_a_file_and_changes_everything(
    page: dict[str, Any],
) -> None:
    full, short = rows(page, "fullest")["catat"], rows(page, "shortest")["catat"]
    assert full["sent"] == 1
    assert full["taps"] + full["typed"] > 3 * (short["taps"] + short["typed"])


def test_a_form_that_lies_half_filled_in_is_offered_again_at_no_cost(page: dict[str, Any]) -> None:
    shortest = rows(page, "shortest")
    dearer = {
        name: row["bubbles"] - shortest[name]["bubbles"]
        for name, row in rows(page, "aside").items()
        if row["bubbles"] > shortest[name]["bubbles"]
    }
    assert dearer == {"dataku": 1}, "a document"


def test_labels_that_were_cut_are_told_whole(page: dict[str, Any]) -> None:
    for row in page["conversations"]:
        assert all(len(label) > BUTTON for label in row["labels"])
        assert bool(row["labels"]) == (row["shortened"] > 0)
    assert any(row["labels"] for row in page["conversations"])


def walked(row: Mapping[str, Any], name: str) -> walks.Walked:
    """A row of the JSON as it was played."""
    count = Count(**{one.name: row[one.name] for one in fields(Count)})
    return walks.Walked(row[name], row["who"], row.get("way", "shortest"), count, ())


def test_the_table_has_a_row_for_each_of_them_and_says_what_they_make(page: dict[str, Any]) -> None:
    ways = [walked(row, "conversation") for row in page["conversations"]]
    prompts = [walked(row, "kind") for row in page["prompts"]]
    told = list(as_lines(ways, prompts, speaker("command", "plan")))
    _, *table = told[: told.index("")]
    assert {line.split()[0] for line in table} >= CONVERSATIONS.keys()
    assert told[-1].startswith(f"{len(CONVERSATIONS)} ")


def test_a_conversation_that_never_ends_is_found(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(walks, "MOST", 1)
    with pytest.raises(walks.EndlessWalk, match="nilai"):
        apart(lambda: played("id"))
