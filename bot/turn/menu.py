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
from models.letters import Text
from models.people import LANGUAGES, Person
from models.rights import leads, may_see_state, units_audited, units_kept, units_read, works

if TYPE_CHECKING:
    from bot.telegram.listener import Listener

Menu: TypeAlias = Sequence[tuple[str, str]]
EVERYBODY = ("bantuan", "bahasa", "siapa", "privasi", "batal")
CITIZENS = ("nilai", *EVERYBODY)
STAFF = ("catat", "riwayat", "saya", "cuti", "triwulan", "saluran")
SUPERIORS = ("setuju", "tim", "evaluasi")
HEADS = ("ringkasan",)
KEEPERS = ("pegawai", "impor", "libur")
AUDITORS = ("jejak",)
OPERATORS = ("keadaan",)


def menu_of(person: Person, texts: Texts) -> Menu:
    """The commands that matter to this person, with what they do, in their language."""
    names = (
        *(STAFF if works(person) else ()),
        *(SUPERIORS if leads(person) else ()),
        *(HEADS if units_read(person) else ()),
        *(KEEPERS if units_kept(person) else ()),
        *(AUDITORS if units_audited(person) else ()),
        *(OPERATORS if may_see_state(person) else ()),
        *CITIZENS,
    )
    return _menu(names, texts, person.address.tongue)


async def show(listener: Listener, texts: Texts) -> None:
    """The menu is a courtesy: where Telegram will not take it, everything can be typed."""
    with suppress(ConnectionError, TokenRefused):
        menus = {language: _menu(CITIZENS, texts, language) for language in LANGUAGES}
        await listener.commands(menus)


def _menu(names: Sequence[str], texts: Texts, language: str) -> list[tuple[str, str]]:
    return [(name, texts.plain(language, Text(f"command-{name}"))) for name in names]
