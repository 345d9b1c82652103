"""The empty table of a kind of file, sent in chat: made when its letter is, and kept nowhere."""

from __future__ import annotations

import asyncio

from bot.imports.all_kinds import KINDS
from bot.imports.blank import as_workbook
from bot.outbound.file_source import Fetched
from bot.texts import Texts
from models.letters import Text

MIME = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


class EmptyTables:
    """Makes the tables."""

    def __init__(self, texts: Texts) -> None:
        self._texts = texts

    async def make(self, words: str, language: str) -> Fetched | Text:
        """The table of the kind that `words` names."""
        kind = KINDS.get(words)
        if kind is None:
            return Text("impor-gone")
        made = await asyncio.to_thread(
            as_workbook, kind, lambda text: self._texts.plain(language, text)
        )
        return Fetched(made, MIME)
