"""What a new conversation costs: with a row of its own and a prompt, six files and no more.

It is made in a copy of the tree (out of `tests/throwaway`), where its own story is told, and where
the tests that go through all conversations, prompts, texts and tables meet it.
"""

from __future__ import annotations

import filecmp
import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

import pytest
from alembic.script import ScriptDirectory

from tests.source import ROOMS, ROOT

THROWAWAY = ROOT / "tests" / "throwaway"
TREE = (*ROOMS, "locales", "tests", "docs")
FILES = {
    "handlers/listed.py",
    "handlers/staff/suggest.py",
    "locales/en/suggest.ftl",
    "locales/id/suggest.ftl",
    "models/migrations/versions/9999_suggestions.py",
    "models/store/schema.py",
}
STORY = "tests/stories/test_suggest.py"
MEET_IT = (
    "tests/test_manifest.py",
    "tests/test_texts.py::test_every_id_that_the_code_speaks_is_in_the_catalogue",
    "tests/test_texts.py::test_a_text_gets_every_fact_its_words_need",
    "tests/test_texts.py::test_every_verb_and_conversation_has_a_word_in_every_language",
    "tests/test_texts.py::test_no_word_steers_two_ways",
    "tests/test_texts.py::test_every_command_of_the_menu_is_a_word_that_steers",
    (
        "tests/test_whatsapp_templates.py::"
        "test_every_letter_that_starts_a_contact_has_a_template_and_no_template_is_idle"
    ),
    "tests/store/test_migrate.py::test_an_office_of_before_there_was_staff_loses_nothing",
    "tests/test_personal.py::test_every_table_says_what_it_holds_of_people",
)


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The tree, and in it what a developer would write."""
    copy = tmp_path_factory.mktemp("throwaway") / "tilik"
    for name in TREE:
        shutil.copytree(ROOT / name, copy / name)
    for name in ("pyproject.toml", "CHANGELOG.md", "README.md"):
        shutil.copy(ROOT / name, copy / name)
    shutil.rmtree(copy / "tests" / "throwaway")
    new = copy / "handlers" / "staff" / "suggest.py"
    shutil.copy(THROWAWAY / "handlers" / "staff" / "suggest.py", new)
    for language in ("id", "en"):
        texts = Path("locales") / language / "suggest.ftl"
        shutil.copy(THROWAWAY / texts, copy / texts)
    migration = Path("models/migrations/versions/9999_suggestions.py")
    head = ScriptDirectory(str(ROOT / "models" / "migrations")).get_current_head()
    written = (THROWAWAY / migration).read_text("utf-8").replace("{head}", str(head))
    (copy / migration).write_text(written, "utf-8")
    table = (THROWAWAY / "models" / "store" / "schema.added").read_text("utf-8")
    schema = copy / "models" / "store" / "schema.py"
    schema.write_text(schema.read_text("utf-8") + table, "utf-8")
    listed = copy / "handlers" / "listed.py"
    listed.write_text(with_it(listed.read_text("utf-8")), "utf-8")
    shutil.copy(THROWAWAY / "story.py", copy / STORY)
    return copy


RESPOND = "from handlers.staff.appraisal import respond\n"


def with_it(listed: str) -> str:
    """The list with one more conversation and one more prompt."""
    for before, after in (
        (RESPOND, f"from handlers.staff import suggest\n{RESPOND}"),
        ("    leave.CONVERSATION,\n", "    leave.CONVERSATION,\n    suggest.CONVERSATION,\n"),
        ("*log.PROMPTS,", "*log.PROMPTS, suggest.PROMPT,"),
    ):
        assert listed.count(before) == 1, before
        listed = listed.replace(before, after)
    return listed


def changed(built: Path) -> Iterator[str]:
    """The files of the application that are not as they were."""
    for room in (*ROOMS, "locales"):
        for path in (built / room).rglob("*.*"):
            there = ROOT / path.relative_to(built)
            if not path.is_file() or "__pycache__" in path.parts:
                continue
            if not there.exists() or not filecmp.cmp(path, there, shallow=False):
                yield path.relative_to(built).as_posix()


def test_a_new_conversation_with_a_row_and_a_prompt_is_six_files(built: Path) -> None:
    assert set(changed(built)) == FILES


def test_it_is_found_everywhere(built: Path, request: pytest.FixtureRequest) -> None:
    environment = {**os.environ, "PYTHONPATH": str(built)}
    with suppress(pytest.skip.Exception):  # a server that is there need not be started anew
        environment["TILIK_TEST_POSTGRES"] = request.getfixturevalue("postgresql_server").admin
    words = [sys.executable, "-m", "pytest", "-q", "-p", "no:cacheprovider", "-p", "no:xdist"]
    told = subprocess.run(
        [*words, STORY, *MEET_IT],
        cwd=built,
        env=environment,
        capture_output=True,
        text=True,
        check=False,
    )
    assert told.returncode == 0, told.stdout + told.stderr
