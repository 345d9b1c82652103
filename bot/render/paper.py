"""Papers set in type: posters, slips, documents, as PDF or as pictures, from sources in `papers/`.

A source (`papers/KIND.typ`) holds the look and no words. What is printed comes in beside it as
JSON, so that nothing which people wrote is ever read as markup. Nothing is fetched from anywhere,
and the same facts make the same bytes. The letters are DejaVu's, which matplotlib brings along; a
sign that they lack is a hollow box.
"""

from __future__ import annotations

import json
import unicodedata
from collections.abc import Mapping
from datetime import datetime
from functools import cache
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    import typst

SOURCES = Path(__file__).with_name("papers")
SHARP = 300
"""Dots an inch of a picture that is printed."""
LONGEST_NAME = 400
"""Letters. No name is longer; of more the rest is left out before it is measured."""
PICTOGRAPHS = "So"
"""Signs for things, which these letters have few of."""


class UndrawnPaper(Exception):
    """A paper could not be set: a picture that was handed in is none."""


def pdf(kind: str, facts: Mapping[str, Any], *, made_at: datetime | None = None) -> bytes:
    """The paper as a PDF; without `made_at` (aware) it says of no moment that it was made then."""
    # Typst refuses parts of a second, and every clock but that of a test has them.
    moment = made_at and made_at.replace(microsecond=0)
    (content,) = _set(kind, facts, format="pdf", timestamp=moment)
    return content


def pictures(kind: str, facts: Mapping[str, Any], *, dots: int = SHARP) -> list[bytes]:
    """Each page as a PNG of so many dots an inch."""
    return _set(kind, facts, format="png", ppi=float(dots))


def one_line(name: str) -> str:
    """A name as it is printed: on one line, without pictographs and signs that nobody sees."""
    return " ".join("".join(map(_shown, name[:LONGEST_NAME])).split())


def _shown(letter: str) -> str:
    if letter.isspace():
        return " "
    kind = unicodedata.category(letter)
    hidden = kind[0] == "C" or kind == PICTOGRAPHS or "\ufe00" <= letter <= "\ufe0f"
    return "" if hidden else letter


def _set(kind: str, facts: Mapping[str, Any], **how: Any) -> list[bytes]:
    import typst

    try:
        made = typst.compile(
            SOURCES / f"{kind}.typ",
            root=SOURCES,
            font_paths=_fonts(),
            sys_inputs={"facts": json.dumps(facts)},
            **how,
        )
    except typst.TypstError as wrong:
        raise UndrawnPaper(wrong.message) from None
    return made if isinstance(made, list) else [made]


@cache
def _fonts() -> typst.Fonts:
    """Only letters that come along: a paper looks the same on every machine."""
    import typst

    return typst.Fonts(
        include_system_fonts=False, include_embedded_fonts=False, font_paths=[_folder()]
    )


def _folder() -> Path:
    """Where matplotlib has its letters, without loading it."""
    found = find_spec("matplotlib")
    assert found is not None  # noqa: S101 - a requirement of Tilik
    assert found.origin is not None  # noqa: S101
    return Path(found.origin).parent / "mpl-data" / "fonts" / "ttf"
