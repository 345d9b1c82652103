"""What the conversations declare: nothing is left out, and nothing contradicts itself."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from importlib import import_module
from typing import get_args

import pytest

from bot.turn import menu
from handlers import CONVERSATIONS, OFFERING
from handlers.anyone import guide, ways
from handlers.engine.manifest import PART_OF_SEVERAL, Audience, Where
from handlers.engine.topic import Several, Topic
from handlers.listed import LISTED, PROMPTS
from models.store.prompts.kinds import Prompt
from models.store.schema import prompts
from tests.source import dotted, modules

ORDERS: dict[Where, set[Audience]] = {
    "menu": set(menu.ORDER),
    "help": set(guide.ORDER),
    "greeting": {"everybody", *(one for row in ways.ROWS for one in row)},
}
"""For whom each of them has a place at all."""


def values_of_handlers() -> Iterator[object]:
    """Everything that stands at the top of a module of the handlers; of tuples what is in them."""
    for path in modules():
        if path.parts[0] == "handlers":
            for value in vars(import_module(dotted(path))).values():
                yield from value if isinstance(value, tuple) else (value,)


def test_every_conversation_and_every_prompt_is_listed() -> None:
    made = list(values_of_handlers())
    known = {id(part) for one in CONVERSATIONS.values() for part in (one, *one.parts)}
    topics = [one for one in made if isinstance(one, Topic | Several)]
    assert len(topics) >= len(CONVERSATIONS)
    assert {one.name for one in topics if id(one) not in known} == set()
    assert {one.kind for one in made if isinstance(one, Prompt)} == set(PROMPTS.by_kind)


def test_every_conversation_declares_itself() -> None:
    assert [name for name, one in CONVERSATIONS.items() if one.manifest == PART_OF_SEVERAL] == []


@pytest.mark.parametrize("where", get_args(Where))
def test_no_two_conversations_stand_in_one_place(where: Where) -> None:
    stands = Counter(
        (place.to or one.manifest.serves, place.nth)
        for one in CONVERSATIONS.values()
        for place in one.manifest.places(where)
    )
    assert stands
    assert [place for place, times in stands.items() if times > 1] == []


@pytest.mark.parametrize("where", get_args(Where))
def test_whom_a_place_is_for_is_shown_it(where: Where) -> None:
    lost = [
        one.name
        for one in CONVERSATIONS.values()
        for place in one.manifest.places(where)
        if (place.to or one.manifest.serves) not in ORDERS[where]
    ]
    assert lost == []


def test_what_is_offered_in_words_has_words() -> None:
    bare = [
        one.name
        for one in CONVERSATIONS.values()
        for place in (*one.manifest.places("help"), *one.manifest.places("greeting"))
        if place.words is None
    ]
    assert bare == []


def test_what_offers_the_others_claims_no_place_that_nobody_would_see() -> None:
    for one in OFFERING:
        assert not (*one.manifest.places("help"), *one.manifest.places("greeting")), one.name
    assert len(CONVERSATIONS) == len(LISTED) + len(OFFERING), "each is listed once"


def test_what_acts_at_once_takes_no_words_from_a_link() -> None:
    assert not [
        name for name, one in CONVERSATIONS.items() if one.manifest.linked and one.manifest.at_once
    ]
    assert [name for name, one in CONVERSATIONS.items() if one.manifest.linked]
    assert [name for name, one in CONVERSATIONS.items() if one.manifest.at_once]


def test_what_is_played_before_another_is_a_conversation() -> None:
    before = {name for one in CONVERSATIONS.values() for name in one.manifest.cost.after}
    assert before < CONVERSATIONS.keys()


def test_the_name_of_every_kind_of_prompt_fits_where_it_is_kept() -> None:
    assert max(len(one.kind) for one in PROMPTS.every) <= prompts.c.kind.type.length
