"""What citizens wrote, as the unit reads it: without names and days, with a rebuttal beside it."""

from __future__ import annotations

from models.letters import Lines, Text, Words
from models.store.ratings.ratings import ToldComment
from models.wording import within

VOICE = 300


def voice(one: ToldComment) -> Words:
    """A comment, and what those who serve there say of it, where that stands beside it."""
    said = Text("summary-voice", {"words": within(one.words, VOICE)})
    if one.beside is None:
        return said
    return Lines((said, Text("rebuttal-beside", {"words": one.beside})))
