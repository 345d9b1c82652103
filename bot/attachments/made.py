"""What Tilik makes itself when a letter shows it: a copy of one's data, the slips of codes, an
empty table."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import datetime

from bot.attachments.dossier import Dossiers
from bot.attachments.empty_table import EmptyTables
from bot.attachments.joining_slip import JoiningSlips
from bot.channel import ChannelLine
from bot.config import Settings
from bot.outbound.files import Make
from bot.texts import Texts
from models.store.engine.database import Database


def makers(
    settings: Settings,
    database: Database,
    texts: Texts,
    clock: Callable[[], datetime],
    *,
    lines: Mapping[str, ChannelLine],
) -> Mapping[str, Make]:
    """How each kind is made; each line asks for the name that Tilik has there."""
    called = {name: line.called for name, line in lines.items()}
    slips = JoiningSlips(database, settings, called=called, clock=clock)
    return {
        "dataku": Dossiers(database, texts, clock=clock).make,
        "kode": slips.make,
        "lembar": slips.make_sheet,
        "tabel": EmptyTables(texts).make,
    }
