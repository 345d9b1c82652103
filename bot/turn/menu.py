"""The menu of commands beside the line where people type: the general one, and one's own.

A citizen sees what citizens do. Whoever joins, or chooses another language, gets a menu of their
own, for their chat alone.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TypeAlias

from bot.texts import Texts
from handlers import CONVERSATIONS
from handlers.engine.manifest import Audience, audiences, offered
from models.letters import Text
from models.people import Person

Menu: TypeAlias = Sequence[tuple[str, str]]
ORDER: tuple[Audience, ...] = (
    "staff",
    "superiors",
    "heads",
    "keepers",
    "followers",
    "handlers",
    "overseers",
    "auditors",
    "operators",
    "everybody",
)
STEERING = ("batal",)
"""What steers a form and stands in everybody's menu, after all conversations."""


def menu_of(person: Person, texts: Texts) -> Menu:
    """The commands that matter to this person, with what they do, in their language."""
    belongs = audiences(person)
    return _menu([one for one in ORDER if one in belongs], texts, person.address.tongue)


def menu_of_everybody(texts: Texts, language: str) -> Menu:
    """The general menu, for whoever has none of their own."""
    return _menu(["everybody"], texts, language)


def _menu(to: Sequence[Audience], texts: Texts, language: str) -> list[tuple[str, str]]:
    names = [name for name, _ in offered(CONVERSATIONS.values(), "menu", to=to)]
    return [(name, texts.plain(language, Text(f"command-{name}"))) for name in (*names, *STEERING)]
