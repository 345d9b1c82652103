"""Posters and cards that HR asked for in chat: drawn when their letter is sent."""

from __future__ import annotations

from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from bot.attachments.links import AskedReach
from bot.attachments.posters import Posters
from bot.config import Settings
from bot.outbound.file_source import Fetched
from models.letters import Text
from models.store import Store
from models.store.engine.database import Database
from models.store.office import services
from tests.keyed import opened
from tests.papers import ink, lines, sizes

MET = Settings(telegram_username="TilikContohBot")


@pytest.fixture
async def database(sqlite: str) -> AsyncIterator[Database]:
    store = opened(sqlite)
    yield store
    await store.close()


def two_counters(store: Store) -> list[int]:
    unit = services.add_unit(store, "Disdukcapil", zone="Asia/Jakarta")
    made = [services.add_counter(store, unit.id, f"Loket {n}") for n in (1, 2)]
    service = services.add_service(store, unit.id, "KTP-el")
    for counter in made:
        services.offer(store, counter, service)
    return made


async def test_all_come_in_one_pdf_and_a_card_also_as_a_picture(database: Database) -> None:
    one, other = await database.run(two_counters)
    posters = Posters(database, MET, AskedReach(MET, {}))
    every = await posters.make(f"wall.{one}.{other}", "en")
    cards = await posters.make(f"desk.{one}", "id")
    picture = await posters.make(f"card.{one}", "id")
    assert isinstance(every, Fetched)
    assert isinstance(cards, Fetched)
    assert isinstance(picture, Fetched)
    assert sizes(every.content) == [(210, 297)] * 2
    assert {"Loket 1", "Loket 2", "Survei Kepuasan Masyarakat"} <= set(lines(every.content))
    assert " ".join(lines(cards.content)).count("Loket 1") == 4
    assert (picture.mime, ink(picture.content).shape) == ("image/png", (1754, 1240))


async def test_without_an_address_or_a_counter_there_are_words_instead(database: Database) -> None:
    one, _ = await database.run(two_counters)
    nowhere = Posters(database, Settings(), AskedReach(Settings(), {}))
    assert await nowhere.make(f"wall.{one}", "id") == Text("poster-no-link")
    somewhere = Posters(database, MET, AskedReach(MET, {}))
    assert await somewhere.make("wall.999", "id") == Text("poster-gone")


async def test_a_logo_that_has_gone_meanwhile_leaves_the_poster_without_it(
    database: Database, tmp_path: Path
) -> None:
    one, _ = await database.run(two_counters)
    logo = tmp_path / "logo.png"
    logo.write_bytes(b"\x89PNG broken")
    broken = Settings(telegram_username="TilikContohBot", logo=logo)
    posters = Posters(database, broken, AskedReach(broken, {}))
    assert isinstance(await posters.make(f"wall.{one}", "id"), Fetched)
    logo.unlink()
    assert isinstance(await posters.make(f"wall.{one}", "id"), Fetched)
