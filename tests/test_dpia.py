"""What the pages for auditors and developers say is in the code is there."""

from __future__ import annotations

import re

import pytest

from handlers.deeds import DEEDS
from tests.test_catalogue import LOCALES

ROOT = LOCALES.parent
PAGES = ("docs/dpia.md", "docs/audit.md", "docs/architecture.md", "CONTRIBUTING.md")


@pytest.mark.parametrize("page", PAGES)
def test_every_module_and_test_that_is_named_is_there(page: str) -> None:
    words = (ROOT / page).read_text("utf-8")
    named = set(re.findall(r"`((?:bot|handlers|models|scheduler|tests)/[\w/.]*)`", words))
    assert len(named) > 5
    assert not {
        path for path in named if not any((ROOT / f"{path}{end}").exists() for end in ("", ".py"))
    }


def test_auditors_are_told_of_every_deed_and_every_finding() -> None:
    words = (ROOT / "docs" / "audit.md").read_text("utf-8")
    assert not {deed for deed in DEEDS if f"`{deed}`" not in words}
    findings = (LOCALES / "en" / "audit.ftl").read_text("utf-8")
    kinds = set(re.findall(r"^verify-(?:trail|seal|anchor|ratings)-([a-z]+) =", findings, re.M))
    assert not {kind for kind in kinds if f"-{kind}`" not in words}
