"""What Tilik makes itself when a letter shows it: a copy of one's data, the slip of a code."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import datetime
from typing import TYPE_CHECKING

from bot.attachments.dossier import Dossiers
from bot.attachments.joining_slip import JoiningSlips
from bot.config import Settings
from bot.outbound.files import Make
from bot.texts import Texts
from models.store.engine.database import Database

if TYPE_CHECKING:
    from bot.telegram.listener import Listener


def makers(
    settings: Settings,
    database: Database,
    texts: Texts,
    clock: Callable[[], datetime],
    *,
    listener: Listener | None,
) -> Mapping[str, Make]:
    """How each kind is made; `listener` knows the bot's name on Telegram."""
    username = listener.username if listener is not None else None
    slips = JoiningSlips(database, settings, username=username, clock=clock)
    return {"dataku": Dossiers(database, texts, clock=clock).make, "kode": slips.make}
