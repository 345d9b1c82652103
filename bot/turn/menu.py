"""The menu of commands beside the line where people type: the general one, and one's own.

A citizen sees what citizens do. Whoever joins, or chooses another language, gets a menu of their
own, for their chat alone.
"""

from __future__ import annotations

from collections.abc import Sequence
from contextlib import suppress
from typing import TYPE_CHECKING, TypeAlias

from bot.telegram.refusals import TokenRefused
from bot.texts import Texts
from handlers import CONVERSATIONS
from handlers.engine.manifest import Audience, audiences, offered
from models.letters import Text
from models.people import LANGUAGES, Person

if TYPE_CHECKING:
    from bot.telegram.listener import Listener

Menu: TypeAlias = Sequence[tuple[str, str]]
ORDER: tuple[Audience, ...] = (
    "staff",
    "superiors",
    "heads",
    "keepers",
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


async def show(listener: Listener, texts: Texts) -> None:
    """The menu is a courtesy: where Telegram will not take it, everything can be typed."""
    with suppress(ConnectionError, TokenRefused):
        menus = {language: _menu(["everybody"], texts, language) for language in LANGUAGES}
        await listener.commands(menus)


def _menu(to: Sequence[Audience], texts: Texts, language: str) -> list[tuple[str, str]]:
    names = [name for name, _ in offered(CONVERSATIONS.values(), "menu", to=to)]
    return [(name, texts.plain(language, Text(f"command-{name}"))) for name in (*names, *STEERING)]
