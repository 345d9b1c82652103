"""Words of the command line: read from locales/, one file at a time, in the terminal's language.

`tilik --help` answers at once because it reads nothing but `command.ftl`.
"""

from __future__ import annotations

import os
from collections.abc import Callable
from functools import partial
from typing import Any

from bot.texts import bundle_of
from models.letters import Text


def language() -> str:
    """English where the terminal speaks English, else Indonesian."""
    tongue = os.environ.get("LC_ALL") or os.environ.get("LANG") or ""
    return "en" if tongue.startswith("en") else "id"


def said(text_id: str, /, **facts: Any) -> str:
    """One text of `command.ftl`."""
    return speaker("command")(text_id, **facts)


def speaker(*files: str) -> Callable[..., str]:
    """Words out of these Fluent files; raises `TextMissing` like every reader of locales/."""
    return partial(_spoken, files)


def _spoken(files: tuple[str, ...], text_id: str, /, **facts: Any) -> str:
    return bundle_of(language(), files).plain(language(), Text(text_id, facts))
