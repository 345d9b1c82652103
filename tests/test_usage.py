"""The command line in the terminal's language: every help, and whatever can be typed wrongly."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

import pytest
import typer
from typer.testing import CliRunner

from bot.__main__ import app

THEIRS = re.compile(
    r"Usage:|Options:|Arguments:|Commands:|Show this|Error|\[(default|required)|<(int|str|path)"
)
"""What typer would say by itself."""


@pytest.fixture(autouse=True)
def indonesian(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("LC_ALL", raising=False)
    monkeypatch.setenv("LANG", "C.UTF-8")


def every(here: Any, *path: str) -> Iterator[tuple[str, ...]]:
    yield path
    for name, below in getattr(here, "commands", {}).items():
        yield from every(below, *path, name)


def test_every_help_speaks_our_words_and_nothing_of_typers() -> None:
    told = [typed(*path, "--help") for path in every(typer.main.get_command(app))]
    assert len(told) > 50
    assert all(page.startswith("Pemakaian: ") for page in told)
    assert all("Tampilkan penjelasan ini." in page for page in told)
    assert [page for page in told if THEIRS.search(page)] == []


def typed(*words: str, code: int = 0) -> str:
    ran = CliRunner().invoke(app, words, prog_name="tilik")
    assert ran.exit_code == code, ran.output
    return ran.output


@pytest.mark.parametrize(
    ("line", "says"),
    [
        ("imprt", "Perintah imprt tidak ada. Mungkin maksudnya import."),
        ("office instrument stop", "Perintah stop tidak ada."),
        ("import people --shet x", "Opsi --shet tidak ada. Mungkin maksudnya --help, --sheet."),
        ("import people", "Belum ditulis: berkas."),
        ("export log --unit x", "Belum ditulis: --month."),
        ("demo --port", "Opsi --port perlu diikuti isinya."),
        ("demo --port 99999", "Isi --port tidak dapat dipakai: seharusnya <angka>, 0<=x<=65535."),
        ("office calendar show x", "Isi tahun tidak dapat dipakai: seharusnya <angka>."),
        ("texts bubbles --language fr", "Isi --language tidak dapat dipakai: seharusnya <id|en>."),
        ("verify --json=3", "Opsi --json tidak diberi isi."),
        (
            "office set office Dinas Baru",
            "Terlalu banyak kata: Baru. Apit dengan tanda kutip bila itu satu isian.",
        ),
        ("--", "Perintahnya belum lengkap."),
        ("\x1b[2J", "Perintah ?[2J tidak ada."),
    ],
)  # fmt: skip
def test_what_is_typed_wrongly_is_said_with_the_way_to_the_help(line: str, says: str) -> None:
    told = typed(*line.split(" "), code=2)
    usage, way, nothing, sentence = told.splitlines()
    assert usage.startswith("Pemakaian: tilik")
    assert re.fullmatch(r"Penjelasannya: tilik.* --help", way)
    assert (nothing, sentence) == ("", says)
    assert THEIRS.search(told) is None


def test_an_english_terminal_reads_english(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("LANG", "en_US.UTF-8")
    assert typed("import", "peple", code=2).endswith(
        "There is no command peple. Perhaps you mean people.\n"
    )
