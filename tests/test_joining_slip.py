"""The slip of a code that was handed out in chat: drawn when it is sent, with what is known."""

from __future__ import annotations

from collections.abc import AsyncIterator
from dataclasses import dataclass
from datetime import UTC, date, datetime
from functools import partial

import pytest
from pydantic import SecretStr

from bot.attachments.joining_slip import JoiningSlips
from bot.attachments.links import AskedReach
from bot.config import Settings
from bot.outbound.file_source import Fetched
from bot.whatsapp.number import asked_number
from models.letters import Text
from models.store import Store
from models.store.chat import addresses
from models.store.engine.database import Database
from models.store.office import services
from models.store.people import people, posts
from tests.actors import NINE_O_CLOCK as NOW
from tests.keyed import opened

END = int(datetime(2026, 12, 7, 16, 59, tzinfo=UTC).timestamp())


@dataclass
class Telegram:
    """A platform that is away at first, and counts how often it is asked."""

    asked: int = 0

    async def username(self) -> str | None:
        self.asked += 1
        return None if self.asked == 1 else "TilikBot"


@pytest.fixture
async def database(sqlite: str) -> AsyncIterator[Database]:
    store = opened(sqlite)
    yield store
    await store.close()


def hired(store: Store) -> tuple[int, str]:
    """Somebody with a post and a code."""
    person = people.add(store, "Wulan Sari", nip="199503022020122001")
    unit = services.add_unit(store, "Disdukcapil", zone="Asia/Jakarta")
    posts.place(store, person, unit.id, "Arsiparis", since=date(2026, 1, 1))
    return person, people.invite(store, person, now=NOW).code


async def test_a_slip_is_a_picture_and_the_bots_name_is_asked_until_it_is_known(
    database: Database,
) -> None:
    person, code = await database.run(hired)
    telegram = Telegram()
    called = {"telegram": telegram.username}
    slips = JoiningSlips(database, AskedReach(Settings(), called), clock=lambda: NOW)
    made = [await slips.make(f"{person}.{END}.{code}", "id") for _ in range(3)]
    for one in made:
        assert isinstance(one, Fetched)
        assert one.mime == "image/png"
        assert one.content.startswith(b"\x89PNG")
    assert telegram.asked == 2
    without, *linked = [one.content for one in made if isinstance(one, Fetched)]
    assert without != linked[0] == linked[1], "links, once they are known"


async def test_whatsapp_that_does_not_say_its_number_is_left_out(database: Database) -> None:
    person, code = await database.run(hired)
    away = Settings(whatsapp_token=SecretStr("x"), whatsapp_api="http://127.0.0.1:9")
    called = {"whatsapp": partial(asked_number, away)}
    slips = JoiningSlips(database, AskedReach(away, called), clock=lambda: NOW)
    assert isinstance(await slips.make(f"{person}.{END}.{code}", "id"), Fetched)


async def test_a_code_that_is_over_has_no_slip(database: Database) -> None:
    person, code = await database.run(hired)
    for end, number in ((END + 1, person), (END, person + 1)):
        slips = JoiningSlips(database, AskedReach(Settings(), {}), clock=lambda: NOW)
        assert await slips.make(f"{number}.{end}.{code}", "id") == Text("pegawai-code-over")


async def test_who_has_no_post_today_has_a_slip_without_a_unit(database: Database) -> None:
    def lonely(store: Store) -> tuple[int, str]:
        person = people.add(store, "Wulan Sari")
        return person, people.invite(store, person, now=NOW).code

    person, code = await database.run(lonely)
    slips = JoiningSlips(database, AskedReach(Settings(), {}), clock=lambda: NOW)
    assert isinstance(await slips.make(f"{person}.{END}.{code}", "id"), Fetched)


async def test_the_slips_of_many_are_a_pdf_without_those_who_have_joined_meanwhile(
    database: Database,
) -> None:
    def several(store: Store) -> str:
        wulan, _ = hired(store)
        unit = services.every_unit(store)[0].id
        tono = people.add(store, "Tono", nip="199503022020121002")
        posts.place(store, tono, unit, "Staf", since=date(2026, 1, 1))
        codes = people.invite_all(store, [wulan, tono], now=NOW)
        return f"{END}." + ".".join(f"{number}.{one.code}" for number, one in codes.items())

    words = await database.run(several)
    slips = JoiningSlips(database, AskedReach(Settings(), {}), clock=lambda: NOW)
    both = await slips.make_sheet(words, "id")
    assert isinstance(both, Fetched)
    assert both.mime == "application/pdf"
    assert both.content.startswith(b"%PDF")
    code = words.split(".")[2]

    def joins(store: Store) -> None:
        met = addresses.meet(store, "telegram", "77").address
        assert people.joined(store, code, address_id=met.id, now=NOW) == "Wulan Sari"

    await database.run(joins)
    one = await slips.make_sheet(words, "id")
    assert isinstance(one, Fetched)
    assert len(one.content) < len(both.content)
    wulan_alone = ".".join(words.split(".")[:3])
    assert await slips.make_sheet(wulan_alone, "id") == Text("pegawai-code-over")
