"""Labels fit: every text of ours on a button is shown whole, in both languages, on either channel.

What people wrote (a name, a service) is shortened by whole words: tests/test_whatsapp_rendered.py.
"""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from functools import cache

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.outbound.labels import fitted
from bot.texts import catalogue
from bot.whatsapp.outbound.rendered import BUTTON
from bot.whatsapp.traits import ROW
from models.letters import Text
from models.people import LANGUAGES
from models.wording import ends_within, within
from tests.source import modules, tree
from tests.test_texts import PATTERNS, needed, possible, shapes

LABELLING = {"Button", "button", "button_below", "Option"}
IN_LISTS = ("cause-", "log-direct", "numbering-", "rule-", "doubt-other", "pegawai-hire-no-")
"""Ids of which more than three always stand together: they have the room of a list's row."""
BELOW = ("return-usual-", "thank-usual-", "predikat-", "stand-in-as-", "rule-", "retention-")
"""Whole sentences that a tap sends on, the state's own words, and names that say what is set: the
row begins with them, and they stand below it in full."""


def texts_on_labels() -> Iterator[str]:
    """Every id that the code puts on a button."""
    for path in modules():
        if path.parts[:2] == ("bot", "sandbox"):
            continue
        for node in ast.walk(tree(path)):
            if isinstance(node, ast.Call) and _called(node) in LABELLING:
                for one in (inner for given_ in node.args for inner in ast.walk(given_)):
                    if isinstance(one, ast.Call) and _called(one) == "Text" and one.args:
                        yield from _ids(one.args[0])


def _called(node: ast.Call) -> str:
    return str(getattr(node.func, "id", getattr(node.func, "attr", "")))


def _ids(node: ast.AST) -> Iterator[str]:
    for shape in shapes(node):
        if "{}" not in shape or shape in PATTERNS:
            yield from possible(shape)


@cache
def labels() -> frozenset[str]:
    """Those, and all that are named after buttons."""
    named = (one for language in LANGUAGES for one in needed(language) if one.startswith("button-"))
    return frozenset((*texts_on_labels(), *named))


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_label_of_ours_fits_whole(language: str) -> None:
    known, long = needed(language), {}
    for text_id in labels() & known.keys():
        if known[text_id] or text_id.startswith(BELOW):
            continue
        words = catalogue().plain(language, Text(text_id))
        most = ROW if text_id.startswith(IN_LISTS) else BUTTON
        if len(words) > most and not words.startswith("‹"):
            long[text_id] = words
    assert long == {}
    assert len(labels()) > 150


def test_a_label_with_a_name_or_a_figure_in_it_has_room_for_one() -> None:
    """What stands around the name: the rest of a button is for it."""
    for language in LANGUAGES:
        for text_id in labels() & needed(language).keys():
            facts = needed(language)[text_id]
            if facts == {"count"} or facts == {"n"}:
                words = catalogue().plain(language, Text(text_id, dict.fromkeys(facts, 5)))
                assert len(words) <= BUTTON, words


WORDS = st.lists(st.text("abc", min_size=1, max_size=11), min_size=1, max_size=9).map(" ".join)


@given(WORDS, st.integers(12, 40))
def test_what_is_shortened_keeps_whole_words(text: str, longest: int) -> None:
    found = within(text, longest)
    assert len(found) <= longest
    assert f"{text} ".startswith(f"{found.removesuffix('…')} ")
    both = ends_within(text, longest)
    begins, _, ends = both.partition("…")
    assert len(both) <= longest
    assert f" {text} ".endswith(f" {ends} " if ends else "")
    assert f"{text} ".startswith(f"{begins} ")


@given(st.lists(WORDS, max_size=6))
def test_no_label_among_others_is_cut_within_a_word(several: list[str]) -> None:
    for label, short in zip(several, fitted(several, ROW), strict=True):
        begins = re.sub(r"^\d\. ", "", short).partition("…")[0]
        assert f"{label} ".startswith(f"{begins} ")
