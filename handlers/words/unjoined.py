"""Somebody who has never joined, in a line: with until when a code of theirs works."""

from __future__ import annotations

from handlers.words.moments import moment_words
from models.letters import Text
from models.store.people.roll import Unjoined


def unjoined_line(one: Unjoined) -> Text:
    """Their name; that they hold a code, or need one."""
    if one.code_until is None:
        return Text("bergabung-name", {"name": one.name})
    end = moment_words(one.code_until, one.unit.zone)
    return Text("bergabung-name-code", {"name": one.name, **end})
