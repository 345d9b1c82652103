"""A version of the notice stands for just its words: a consent can be shown with what was read."""

from __future__ import annotations

import hashlib

import pytest
from fluent.syntax import ast as fluent
from fluent.syntax import parse
from fluent.syntax.serializer import FluentSerializer

from models.notices import WORDINGS, Purpose
from models.people import LANGUAGES
from tests.test_catalogue import LOCALES


def digest(purpose: Purpose) -> str:
    """Over the words of every language, as the catalogue has them."""
    words = []
    for language in LANGUAGES:
        source = (LOCALES / language / "privacy.ftl").read_text(encoding="utf-8")
        known = {e.id.name: e for e in parse(source).body if isinstance(e, fluent.Message)}
        words += [
            FluentSerializer().serialize_entry(known[one]) for one in WORDINGS[purpose].texts
        ]
    return hashlib.sha256("".join(words).encode()).hexdigest()


@pytest.mark.parametrize("purpose", list(WORDINGS))
def test_whoever_changes_the_words_gives_them_a_new_version(purpose: Purpose) -> None:
    assert WORDINGS[purpose].digest == digest(purpose), (
        "the words have changed: give them a new version and this digest"
    )


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_notice_names_all_seven_points_and_fits_one_bubble(language: str) -> None:
    source = (LOCALES / language / "privacy.ftl").read_text(encoding="utf-8")
    known = {e.id.name: e for e in parse(source).body if isinstance(e, fluent.Message)}
    for one in ("notice-staff", "notice-citizen"):
        assert FluentSerializer().serialize_entry(known[one]).count("•") == 7
    both = (known[one] for one in ("notice-staff", "notice-dpo-none", "notice-speaks"))
    assert sum(len(FluentSerializer().serialize_entry(one)) for one in both) < 1150
