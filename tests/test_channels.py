"""What the rest of Tilik makes of what a channel can do."""

from __future__ import annotations

from datetime import UTC, date, datetime

import pytest
from sqlalchemy import select

from bot.channels import CHANNELS
from bot.cli.command import written
from models.letters import Letter, Verbatim
from models.store import Store, schema
from models.store.chat import addresses
from models.store.letters import letters
from models.store.office import services
from models.store.people import people, posts
from tests.postgresql import apart

NIGHT = datetime(2026, 11, 23, 16, tzinfo=UTC)
"""23:00 in Jakarta."""


@pytest.mark.parametrize("channel", CHANNELS)
def test_what_a_command_writes_by_night_wakes_nobody(sqlite: str, channel: str) -> None:
    def job(store: Store) -> tuple[str, str | None]:
        unit = services.add_unit(store, "Disdukcapil", zone="Asia/Jakarta")
        wulan = people.add(store, "Wulan Sari")
        posts.place(store, wulan, unit.id, "Arsiparis", since=date(2026, 1, 1))
        chat = addresses.meet(store, channel, "1").address
        addresses.change(store, chat.id, person_id=wulan)
        assert letters.tell(store, wulan, Letter((Verbatim("kabar"),)), now=NIGHT)
        row = store.execute(select(schema.letters)).one()
        return row.state, row.why

    waits = ("waiting", None) if CHANNELS[channel].silent else ("held", "night")
    assert apart(written, sqlite, job) == waits
