"""What README and docs name is there: commands, options, settings, files of code, deeds."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import Any

import pytest
import typer

from bot.__main__ import app
from bot.config import Settings
from handlers.oversight.deeds import DEEDS
from models.settings import KEPT, SETTINGS
from tests.test_catalogue import LOCALES

ROOT = LOCALES.parent
PAGES = ("README.md", *sorted(f"docs/{page.name}" for page in (ROOT / "docs").glob("*.md")))
OF_CODE = ("docs/dpia.md", "docs/audit.md", "docs/architecture.md", "CONTRIBUTING.md")
COMMAND = re.compile(r"(?:^|[ /])tilik +(\S.*)")


def written(page: str) -> str:
    return (ROOT / page).read_text("utf-8")


def in_code(page: str) -> Iterator[str]:
    """What stands between back ticks, over the ends of lines too, and each indented line."""
    words = written(page)
    for one in re.findall(r"`([^`]+)`", re.sub(r"(?m)^ {4,}.*$", "", words)):
        yield " ".join(one.split())
    yield from re.findall(r"(?m)^ {4,}(.*)$", words)


def commands(page: str) -> Iterator[str]:
    """What is typed after `tilik`, without what a remark says of it."""
    for line in in_code(page):
        if typed := COMMAND.search(re.split(r" (?:#|--|&&) |  ", line)[0]):
            yield typed[1]


def below(here: Any) -> dict[str, Any]:
    return getattr(here, "commands", {})


def options(here: Any) -> set[str]:
    """Those of a command, or of all that a word such as KIND may stand for."""
    own = {name for one in here.params for name in (*one.opts, *one.secondary_opts)}
    return own.union(*map(options, below(here).values()))


@cache
def _tilik() -> Any:
    """The whole of `tilik`, which typer makes anew each time it is asked."""
    return typer.main.get_command(app)


def strange(typed: str) -> list[str]:
    """The words of a command that no Tilik knows."""
    here, words = _tilik(), typed.split()
    while words and words[0] in below(here):
        here = below(here)[words.pop(0)]
    unknown = words[:1] if below(here) and words and re.match("[a-z]", words[0]) else []
    wanted = set(re.findall(r"(?<![\w-])--[a-z][a-z-]*", " ".join(words)))
    return [*unknown, *sorted(wanted - options(here) - {"--help", "--version"})]


@pytest.mark.parametrize("page", PAGES)
def test_every_command_that_a_page_names_is_there_with_its_options(page: str) -> None:
    assert {typed: wrong for typed in commands(page) if (wrong := strange(typed))} == {}


def test_every_command_that_a_text_names_is_there() -> None:
    texts = "".join(one.read_text("utf-8") for one in sorted((ROOT / "locales").glob("*/*.ftl")))
    named = set(re.findall(r"\btilik ((?:import|export|office|whatsapp) [a-z]+)", texts))
    assert "import people" in named
    assert {typed: wrong for typed in named if (wrong := strange(typed))} == {}


def test_a_command_that_is_not_there_is_found() -> None:
    assert strange("doctor --loud") == ["--loud"]
    assert strange("import persons FILE") == ["persons"]


def test_every_setting_of_tilik_is_told_and_no_other() -> None:
    told = re.findall(r"(?m)^\| `(TILIK_\w+)` \|", written("docs/operations.md"))
    assert sorted(told) == sorted(f"TILIK_{name.upper()}" for name in Settings.model_fields)


def test_every_setting_of_an_office_is_told_with_its_bounds() -> None:
    rows = re.findall(r"(?m)^\| (`.*)$", written("docs/office.md").partition("## Who acts")[0])
    told = {name: row for row in rows for name in re.findall(r"`([\w.-]+)`", row.split("|")[0])}
    assert told.keys() == SETTINGS.keys()
    for name, one in SETTINGS.items():
        if one.kind == "number":
            assert f"| {one.default:,} | {one.least} to {one.most:,} |" in told[name], name
    assert any(name.startswith(KEPT) for name in told)


@pytest.mark.parametrize("page", OF_CODE)
def test_every_module_and_test_that_is_named_is_there(page: str) -> None:
    words = written(page)
    named = set(re.findall(r"`((?:bot|handlers|models|scheduler|tests)/[\w/.]*)`", words))
    assert len(named) > 5
    assert not {
        path for path in named if not any((ROOT / f"{path}{end}").exists() for end in ("", ".py"))
    }


def test_auditors_are_told_of_every_deed_and_every_finding() -> None:
    words = written("docs/audit.md")
    assert not {deed for deed in DEEDS if f"`{deed}`" not in words}
    findings = (LOCALES / "en" / "audit.ftl").read_text("utf-8")
    kinds = set(re.findall(r"^verify-(?:trail|seal|anchor|ratings)-([a-z]+) =", findings, re.M))
    assert not {kind for kind in kinds if f"-{kind}`" not in words}
