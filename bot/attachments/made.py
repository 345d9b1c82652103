"""What Tilik makes itself when a letter shows it: a copy of one's data, the slips of codes,
posters, an empty table."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import datetime

from bot.attachments.dossier import Dossiers
from bot.attachments.empty_table import EmptyTables
from bot.attachments.joining_slip import JoiningSlips
from bot.attachments.links import AskedReach
from bot.attachments.posters import Posters
from bot.attachments.visit_slips import VisitSlips
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
    reach = AskedReach(settings, called)
    slips = JoiningSlips(database, reach, clock=clock)
    visits = VisitSlips(database, reach)
    return {
        "dataku": Dossiers(database, texts, clock=clock).make,
        "kode": slips.make,
        "karcis": visits.make_sheet,
        "kunjungan": visits.make,
        "lembar": slips.make_sheet,
        "poster": Posters(database, settings, reach).make,
        "tabel": EmptyTables(texts).make,
    }
