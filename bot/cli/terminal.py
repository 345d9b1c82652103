"""Words of the command line: read from locales/, one file at a time, in the terminal's language.

`tilik --help` answers at once because it reads nothing but `command.ftl`.
"""

from __future__ import annotations

import os
from collections.abc import Sequence
from functools import partial
from typing import Any, Protocol

from bot.texts import bundle_of, catalogue
from models.letters import Fact, Text


class Say(Protocol):
    """Turns a text id and its facts into words."""

    def __call__(self, text: str, /, **facts: Fact) -> str: ...


class Echo(Protocol):
    """Prints one text: `typer.echo`, or a test's own."""

    def __call__(self, message: str, /, *, err: bool = False) -> None: ...


def language() -> str:
    """English where the terminal speaks English, else Indonesian."""
    tongue = os.environ.get("LC_ALL") or os.environ.get("LANG") or ""
    return "en" if tongue.startswith("en") else "id"


def said(text_id: str, /, **facts: Any) -> str:
    """One text of `command.ftl`."""
    return speaker("command")(text_id, **facts)


def speaker(*files: str) -> Say:
    """Words out of these Fluent files, or of all, where there may be words of any conversation.

    Raises `TextMissing` like every reader of locales/.
    """
    return partial(_spoken, files)


def in_columns(rows: Sequence[Sequence[str]]) -> list[str]:
    """The rows as lines whose cells stand under each other; the last cell may be of any length."""
    widths = [max(map(len, column)) for column in zip(*rows, strict=True)]
    return ["  ".join(map(str.ljust, row, widths)).rstrip() for row in rows]


def in_words(text: Text, say: Say) -> str:
    """A text of the catalogue, said with its facts; with what to type, where chat says the same."""
    words, command = say(text.id, **text.facts), COMMANDS.get(text.id)
    bare = words.rstrip()
    end = "." * bare.endswith(".")
    return f"{bare.removesuffix('.')} ({command}){end}" if command else words


COMMANDS = {
    "calendar-no-decree": "tilik office calendar add-year",
    "decree-of-year": "tilik office calendar add-year",
    "setting-by-file": "tilik office instrument use",
    "sheet-kept": "tilik import units",
    "people-counter-unknown": "tilik import services",
    "import-nobody": "tilik import people",
    "targets-nobody": "tilik import people",
    "second-none": "tilik import people",
}
"""What whoever stands at the machine does about it: in chat nobody could type that."""


def _spoken(files: tuple[str, ...], text_id: str, /, **facts: Any) -> str:
    texts = bundle_of(language(), files) if files else catalogue()
    return texts.plain(language(), Text(text_id, facts))
