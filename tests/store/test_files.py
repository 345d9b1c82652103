"""What people sent where the platform keeps it for a while only: wanted, kept, used, forgotten."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import datetime, timedelta
from typing import TypeVar

import pytest
from sqlalchemy import func, select

from models.complaints import Evidence
from models.letters import File, FileKind
from models.store import Store, schema
from models.store.chat import addresses, files
from models.store.chat.files import SentFile, home_of, safe_name
from models.store.complaints import complaints, evidence
from models.store.engine.database import Database
from models.store.office import services
from tests.actors import NINE_O_CLOCK as NOW

SOON = NOW + timedelta(minutes=2)
R = TypeVar("R")


class Shelf:
    """The files of one database, in few words."""

    def __init__(self, database: Database) -> None:
        self.database = database

    async def run(self, job: Callable[[Store], R]) -> R:
        return await self.database.run(job)

    async def wanted(
        self, file: str = "whatsapp:1", kind: FileKind = "photo", now: datetime = NOW
    ) -> bool:
        def want(store: Store) -> bool:
            address = addresses.meet(store, "whatsapp", "ID.1").address
            return files.want(store, File(kind, file, "a.jpg"), address_id=address.id, now=now)

        return await self.run(want)

    async def claimed(
        self, now: datetime = NOW, most: int = 9, channel: str = "whatsapp"
    ) -> list[SentFile]:
        until = now + timedelta(minutes=2)
        return await self.run(
            lambda store: files.claim(store, [channel], now=now, until=until, most=most)
        )

    async def found(self, number: str = "1") -> SentFile | None:
        return await self.run(lambda store: files.found(store, "whatsapp", number))

    async def count(self) -> int:
        query = select(func.count()).select_from(schema.files)
        return await self.run(lambda store: int(store.execute(query).scalar_one()))


@pytest.fixture
def shelf(database: Database) -> Shelf:
    return Shelf(database)


async def test_a_file_is_wanted_taken_once_and_kept(shelf: Shelf) -> None:
    assert await shelf.wanted()
    (sent,) = await shelf.claimed()
    assert (sent.file, sent.kind, sent.name, sent.attempts) == ("1", "photo", "a.jpg", 0)
    assert await shelf.claimed() == []
    await shelf.run(lambda store: files.keep(store, sent, b"isi", "image/jpeg"))
    found = await shelf.found()
    assert found is not None
    assert (found.state, found.content, found.mime) == ("here", b"isi", "image/jpeg")
    assert await shelf.claimed(SOON) == []


async def test_what_the_channel_keeps_is_not_wanted(shelf: Shelf) -> None:
    assert not await shelf.wanted("AgACAgUAAx")
    assert await shelf.count() == 0


async def test_what_is_taken_up_and_never_heard_of_again_is_due_again(shelf: Shelf) -> None:
    await shelf.wanted()
    await shelf.claimed()
    assert await shelf.claimed(SOON - timedelta(seconds=1)) == []
    (again,) = await shelf.claimed(SOON)
    assert again.attempts == 1


async def test_the_oldest_come_first_and_no_more_than_asked_for(shelf: Shelf) -> None:
    for number in range(3):
        await shelf.wanted(f"whatsapp:{number}", now=NOW - timedelta(seconds=number))
    assert [sent.file for sent in await shelf.claimed(most=2)] == ["2", "1"]


async def test_a_channel_that_is_not_set_up_is_not_asked(shelf: Shelf) -> None:
    await shelf.wanted()
    assert await shelf.claimed(channel="telegram") == []


async def test_what_could_not_be_fetched_waits_for_its_time(shelf: Shelf) -> None:
    await shelf.wanted()
    (sent,) = await shelf.claimed()
    due = NOW + timedelta(minutes=10)
    await shelf.run(lambda store: files.later(store, sent.id, due_at=due))
    assert await shelf.claimed(SOON) == []
    assert [again.id for again in await shelf.claimed(due)] == [sent.id]


async def test_what_is_lost_is_known_as_lost_once_and_stays_so(shelf: Shelf) -> None:
    await shelf.wanted()
    (sent,) = await shelf.claimed()
    lost = await shelf.run(lambda store: files.lose(store, sent.id))
    assert lost is not None
    assert lost.state == "lost"
    assert await shelf.run(lambda store: files.lose(store, sent.id)) is None
    await shelf.run(lambda store: files.keep(store, sent, b"isi", "image/jpeg"))
    found = await shelf.found()
    assert found is not None
    assert (found.state, found.content) == ("lost", None)


async def test_what_was_lost_and_is_sent_again_is_fetched_again(shelf: Shelf) -> None:
    await shelf.wanted()
    (sent,) = await shelf.claimed()
    await shelf.run(lambda store: files.lose(store, sent.id))
    await shelf.wanted(now=SOON)
    (again,) = await shelf.claimed(SOON)
    assert (again.id, again.attempts) == (sent.id, 0)


async def test_what_is_here_and_is_sent_again_stays_as_it_is(shelf: Shelf) -> None:
    await shelf.wanted()
    (sent,) = await shelf.claimed()
    await shelf.run(lambda store: files.keep(store, sent, b"isi", "image/jpeg"))
    await shelf.wanted(now=SOON)
    assert await shelf.claimed(SOON) == []
    assert await shelf.count() == 1


async def test_what_nobody_sent_is_not_found(shelf: Shelf) -> None:
    assert await shelf.found("99") is None


async def test_what_no_entry_shows_is_forgotten_after_eight_days(shelf: Shelf) -> None:
    for number in "123":
        await shelf.wanted(f"whatsapp:{number}")
    shown = (File("photo", "whatsapp:1"), File("photo", "whatsapp:2"), File("link", "https://x.id"))
    bare = File("photo", "AgACAgUAAx")
    await shelf.run(lambda store: files.use(store, (*shown, bare)))
    await shelf.run(lambda store: files.use(store, [shown[1]], used=False))
    await shelf.run(lambda store: files.forget(store, NOW + timedelta(days=8)))
    assert await shelf.count() == 3
    await shelf.run(lambda store: files.forget(store, NOW + timedelta(days=8, seconds=1)))
    assert await shelf.found("1") is not None
    assert await shelf.count() == 1


async def test_a_file_that_is_shown_and_lost_leaves_no_trace_after_eight_days(
    shelf: Shelf,
) -> None:
    await shelf.wanted()
    (sent,) = await shelf.claimed()
    await shelf.run(lambda store: files.use(store, [File("photo", "whatsapp:1")]))
    await shelf.run(lambda store: files.lose(store, sent.id))
    await shelf.run(lambda store: files.forget(store, NOW + timedelta(days=9)))
    assert await shelf.count() == 0


def test_an_id_says_which_channel_it_is_of() -> None:
    assert home_of("whatsapp:123") == ("whatsapp", "123")
    assert home_of("AgACAgUAAxkBAAI") == (None, "AgACAgUAAxkBAAI")


@pytest.mark.parametrize(
    ("given", "kept"),
    [
        ("rekap.pdf", "rekap.pdf"),
        ("../../etc/passwd", "passwd"),
        ("C:\\Users\\x\\rekap.pdf", "rekap.pdf"),
        ("a\x00b\r\n\x1b[31m.pdf", "ab[31m.pdf"),
        ("laporan\u202efdp.exe", "laporanfdp.exe"),
        ("..", None),
        ("", None),
        (None, None),
        ("a/", None),
        (".pdf", "pdf"),
        (f"{'x' * 300}.pdf", f"{'x' * 236}.pdf"),
        (f"a.{'x' * 300}", f"a.{'x' * 238}"),
        ("x" * 300, "x" * 240),
        ("laporan KTP-el “Nov”.pdf", "laporan KTP-el “Nov”.pdf"),
    ],
)
def test_a_name_keeps_its_words_and_its_ending_and_nothing_else(
    given: str | None, kept: str | None
) -> None:
    assert safe_name(given) == kept


async def test_what_belongs_to_a_complaint_is_sealed_and_its_loss_is_known_there(
    shelf: Shelf,
) -> None:
    sent = [File("photo", f"whatsapp:{number}") for number in (1, 2, 3)]

    def told(store: Store) -> None:
        unit = services.add_unit(store, "Disdukcapil", zone="Asia/Jakarta").id
        address = addresses.meet(store, "whatsapp", "ID.1").address
        for one in sent:
            files.want(store, one, address_id=address.id, now=NOW, sealed=True)
        files.unwant(store, sent[2])
        claimed = files.claim(store, ["whatsapp"], now=NOW, until=SOON, most=9)
        assert [one.file for one in claimed] == ["1", "2"]
        files.keep(store, claimed[0], b"wajah", "image/jpeg")
        files.unwant(store, sent[0])
        stored = store.execute(select(schema.files.c.content).where(schema.files.c.file == "1"))
        assert b"wajah" not in bytes(stored.scalar_one())
        kept = files.found(store, "whatsapp", "1")
        assert kept is not None
        assert kept.content == b"wajah"
        about = {"unit_id": unit, "with_id": unit, "said_on": NOW.date()}
        one = complaints.file(store, kind="plain", **about)
        held = [Evidence("photo", each.file, None, "held") for each in sent[:2]]
        assert files.there(store, held) == held
        complaints.step(store, one, "said", day=NOW.date(), files=held)
        lost = files.lose(store, claimed[1].id)
        assert lost is not None
        assert not files.lost_beside(store, lost, NOW)
        assert files.lost_beside(store, replace(lost, id=0), NOW)
        assert not files.lost_beside(store, replace(lost, id=0), SOON)
        assert files.there(store, held) == held[:1]
        assert evidence.withhold(store, "whatsapp:2") == one.id
        assert evidence.withhold(store, "whatsapp:9") is None
        assert [each.file for each in evidence.held(store, [unit])] == held[:1]

    await shelf.run(told)
