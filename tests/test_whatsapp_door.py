"""WhatsApp's door: what is signed has its effect once, all else none; never an error of ours."""

from __future__ import annotations

import asyncio
import hashlib
import hmac
from collections.abc import AsyncIterator, Callable
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path
from typing import Any
from urllib.parse import quote

import aiohttp
import orjson
import pytest
from pydantic import SecretStr
from sqlalchemy import func, select

from bot.app import Tilik, running
from bot.config import Settings
from bot.sandbox.whatsapp import WhatsAppBox
from bot.whatsapp.inbound.route import HEADER
from models.store import schema
from models.store.engine.away import StoreAway
from tests.actors import Clock
from tests.keyed import opened
from tests.office import open_office

SECRET, TOKEN = "rahasia", "kunci é"
META = {"token": "EAA", "phone_id": "10", "business_id": "20"}
Found = dict[str, Any]


@dataclass
class Meta:
    """Calls Tilik's webhook as Meta does, or as somebody who would like to be Meta."""

    tilik: Tilik
    session: aiohttp.ClientSession
    box: WhatsAppBox

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self.tilik.listens_on}"

    async def posts(self, body: Any, *, signed: str | None = "", **more: str) -> int:
        raw = body if isinstance(body, bytes) else orjson.dumps(body)
        header = signature(raw) if signed == "" else signed
        headers = {HEADER: header, **more} if header is not None else more
        where = f"{self.url}/whatsapp"
        async with self.session.post(where, data=BytesIO(raw), headers=headers) as answer:
            return answer.status

    async def asks(self, query: str) -> tuple[int, str]:
        async with self.session.get(f"{self.url}/whatsapp?{query}") as answer:
            return answer.status, await answer.text()

    async def count(self, table: Any, **columns: Any) -> int:
        query = select(func.count()).select_from(table)
        for name, value in columns.items():
            query = query.where(table.c[name] == value)
        return int(await self.tilik.database.run(lambda s: s.execute(query).scalar_one()))

    async def effects(self) -> tuple[int, int]:
        """How many items are known, and how many people."""
        return await self.count(schema.inbox), await self.count(schema.addresses)


@pytest.fixture
async def meta(databases: str, tmp_path: Path) -> AsyncIterator[Meta]:
    clock = Clock()
    database = opened(databases)
    await database.run(lambda store: open_office(store, now=clock()))
    await database.close()
    box = WhatsAppBox(**META, app_secret=SECRET, verify_token=TOKEN, clock=clock, limits=False)
    await box.start()
    chosen = Settings(
        database_url=databases,
        home=tmp_path,
        listen="127.0.0.1:0",
        whatsapp_token=SecretStr(META["token"]),
        whatsapp_phone_id=META["phone_id"],
        whatsapp_business_id=META["business_id"],
        whatsapp_app_secret=SecretStr(SECRET),
        whatsapp_verify_token=SecretStr(TOKEN),
        whatsapp_api=box.url,
        whatsapp_rate=0,
    )
    try:
        async with running(chosen, clock=clock) as tilik, aiohttp.ClientSession() as session:
            yield Meta(tilik, session, box)
            await tilik.post.quiet()
    finally:
        await box.stop()


def signature(raw: bytes, secret: str = SECRET) -> str:
    return f"sha256={hmac.new(secret.encode(), raw, hashlib.sha256).hexdigest()}"


def text(words: str, sender: str = "ID.1", number: str = "") -> Found:
    name = number or f"wamid.{sender}.{words}"
    part = {"body": words}
    return {"id": name, "from_user_id": sender, "type": "text", "text": part, "timestamp": "1"}


def batch(*values: Found) -> Found:
    return {"entry": [{"changes": [{"field": "messages", "value": one}]} for one in values]}


def said(*messages: Any, **more: Any) -> Found:
    return batch({"messages": list(messages), **more})


# -- who may speak ----------------------------------------------------------------------------


async def test_the_challenge_is_echoed_to_who_knows_the_token_alone(meta: Meta) -> None:
    right = f"hub.mode=subscribe&hub.verify_token={quote(TOKEN)}&hub.challenge=42"
    assert await meta.asks(right) == (200, "42")
    for wrong in (
        "",
        right.replace("subscribe", "unsubscribe"),
        right.replace(quote(TOKEN), "lain"),
        right.replace(quote(TOKEN), "%FF%FE%ED%A0%80"),
        right.replace("&hub.challenge=42", ""),
    ):
        assert (await meta.asks(wrong))[0] == 403
    async with meta.session.get(f"{meta.url}/health") as answer:
        assert (answer.status, await answer.text()) == (200, "ok")


async def test_what_is_meant_for_another_number_of_the_account_has_no_effect(meta: Meta) -> None:
    before = await meta.effects()
    other = {"metadata": {"display_phone_number": "62811", "phone_number_id": "11"}}
    assert await meta.posts(said(text("halo"), **other)) == 200
    assert await meta.effects() == before
    ours = {"metadata": {"display_phone_number": "62810", "phone_number_id": "10"}}
    assert await meta.posts(said(text("halo"), **ours)) == 200
    assert await meta.effects() == (before[0] + 1, before[1] + 1)


async def test_whoever_has_another_number_or_id_writes_on_as_who_they_were(meta: Meta) -> None:
    long = f"ID.{'2' * 128}"
    assert await meta.posts(said(text("halo", "ID.111"))) == 200
    _, people = await meta.effects()
    new = {"user_id": long, "previous_user_id": "ID.111"}
    moved = {"id": "wamid.M", "type": "system", "system": {"type": "user_changed_user_id", **new}}
    assert await meta.posts(said(moved)) == 200
    assert await meta.posts(said(text("lagi", long))) == 200
    assert (await meta.effects())[1] == people
    assert await meta.count(schema.addresses, sender=long) == 1


async def test_what_is_not_signed_as_it_must_be_has_no_effect(meta: Meta) -> None:
    body = orjson.dumps(said(text("halo")))
    right = signature(body)
    before = await meta.effects()
    for wrong in (
        None,
        "sha256=",
        right[:-1],
        f"{right}0",
        right.removeprefix("sha256="),
        right.upper(),
        f"sha256={right.removeprefix('sha256=').upper()}",
        signature(body, "lain"),
        signature(body + b" "),
        "sha256=é\udcff",
        "é" * 71,
        right.replace("sha256", "sha1"),
    ):
        assert await meta.posts(body, signed=wrong) == 401
    assert await meta.effects() == before
    assert await meta.posts(body) == 200
    assert await meta.effects() == (before[0] + 1, before[1] + 1)


# -- what comes in ----------------------------------------------------------------------------


async def test_a_batch_is_walked_whole_and_each_person_heard_in_order(meta: Meta) -> None:
    whole = batch(
        {"messages": [text("bantuan", "ID.1"), text("halo", "ID.2"), text("batal", "ID.1")]},
        {"messages": [text("sapa", "ID.3")], "statuses": [{"id": "x", "status": "read"}]},
    )
    whole["entry"].append(batch({"messages": [text("lagi", "ID.2")]})["entry"][0])
    assert await meta.posts(whole) == 200
    assert await meta.effects() == (5, 3)
    assert await meta.count(schema.inbox, state="done") == 5


async def test_one_broken_item_holds_up_no_other(meta: Meta) -> None:
    broken = [
        None,
        3,
        {},
        {"id": "a", "type": "text", "text": {"body": "x"}},
        {**text("a", "\x00"), "id": "b"},
        {**text("a", "x" * 65), "id": "c"},
        {**text("\x00\x00"), "id": "d", "extra": {"\x00": "\x00"}},
        {"id": "e", "from": "628", "type": "location", "location": {"latitude": None}},
        {"id": "f", "from": "628", "type": "image", "image": {"id": "../.."}},
    ]
    raw = orjson.dumps(said(text("satu"), *broken, text("dua")))
    deep = b'"x":' + b"[" * 400 + b"]" * 400
    nested = raw.replace(b'"text":{"body":"dua"}', b'"text":{"body":"dua"},' + deep)
    assert await meta.posts(nested) == 200
    assert await meta.count(schema.inbox, state="done") >= 4
    assert await meta.count(schema.inbox, state="open") == 0
    assert await meta.count(schema.inbox, state="aside") >= 5
    before = await meta.effects()
    assert await meta.posts(nested) == 200
    assert await meta.effects() == before


@pytest.mark.parametrize(
    "body",
    [
        b"",
        b"\x00\xff",
        b"[]",
        b"3",
        b'"\\ud800"',
        b"[" * 5000,
        b'{"entry":' * 900 + b"1" + b"}" * 900,
        b'{"entry":[{"changes":' + b"[" * 600 + b"]" * 600 + b"}]}",
        b'{"entry":[{"changes":[{"field":"x","value":{"a":' + b"[" * 300 + b"]" * 300 + b"}}]}]}",
        b'{"entry":[1e999, 123456789012345678901234567890]}',
    ],
)
async def test_what_is_no_batch_is_set_aside_and_acknowledged(meta: Meta, body: bytes) -> None:
    assert await meta.posts(body) == 200
    assert await meta.count(schema.inbox, state="aside") >= 1
    assert await meta.count(schema.addresses) == 0


async def test_a_batch_of_three_million_bytes_is_taken_and_one_beyond_measure_is_not(
    meta: Meta,
) -> None:
    assert await meta.posts(said(text("x" * 3_000_000, number="w"))) == 200
    assert await meta.count(schema.addresses) == 1
    assert await meta.posts(said(text("x" * 5_000_000, number="w"))) == 413
    assert await meta.posts(b"no gzip", **{"Content-Encoding": "gzip"}) < 500


async def test_a_batch_delivered_again_has_no_second_effect(meta: Meta) -> None:
    whole = said(text("sapa"), text("sapa", number="wamid.2"))
    assert await meta.posts(whole) == 200
    await meta.tilik.post.quiet()
    before = await meta.effects(), await meta.count(schema.letters)
    assert await meta.posts(whole) == 200
    assert (await meta.effects(), await meta.count(schema.letters)) == before


async def test_without_a_database_the_platform_keeps_the_batch(
    meta: Meta, monkeypatch: pytest.MonkeyPatch
) -> None:
    async def away(_: Callable[..., Any]) -> Any:
        raise StoreAway("away")

    whole = batch(
        {"messages": [text("sapa"), text("halo", "ID.2")]},
        {"statuses": [status("l1.0.1.1", "sent")]},
    )
    with monkeypatch.context() as broken:
        broken.setattr(meta.tilik.database, "run", away)
        assert await meta.posts(whole) == 503
    assert await meta.effects() == (0, 0)
    assert await meta.posts(whole) == 200
    assert await meta.effects() == (3, 2)
    assert await meta.posts(whole) == 200
    assert await meta.effects() == (3, 2)


def status(track: str, step: str, **more: Any) -> Found:
    return {"id": "wamid.s", "status": step, "biz_opaque_callback_data": track, **more}


async def test_what_is_told_of_a_letter_moves_it_and_answers_nobody(meta: Meta) -> None:
    await meta.posts(said(text("sapa")))
    await meta.tilik.post.quiet()
    await asyncio.gather(
        *(meta.posts(batch({"statuses": [status("l1.0.1.1", step)]})) for step in ("read", "sent"))
    )
    assert await meta.count(schema.letters) == 0
    strange = [None, {}, status("l1.0.1.1", "odd"), status("l1.0.1.1", "failed", errors=[10**18])]
    strange += [status("l9.0.1.1", "failed", errors=[{"code": 10**18}], timestamp="x")]
    assert await meta.posts(batch({"statuses": strange})) == 200
    assert await meta.count(schema.addresses) == 1


async def test_what_is_told_of_the_account_is_taken_in(meta: Meta) -> None:
    def change(field: str, value: Any, time: int = 1) -> Found:
        return {"entry": [{"time": time, "changes": [{"field": field, "value": value}]}]}

    async def most() -> Any:
        query = select(schema.allowances.c.most)
        return await meta.tilik.database.run(lambda s: s.execute(query).scalar())

    await meta.tilik.sync()  # what Meta says by itself is known by then
    limit = "max_daily_conversations_per_business"
    for told, known in ((2000, 2000), ("TIER_250", 250), (-1, None), ("odd", None), (True, None)):
        assert await meta.posts(change("business_capability_update", {limit: told})) == 200
        assert await most() == known
    quality = change("phone_number_quality_update", {"current_limit": "TIER_10K"})
    assert await meta.posts(quality) == 200
    assert await most() == 10_000
    for value in ({}, {"message_template_name": 3}, 7):
        assert await meta.posts(change("message_template_status_update", value)) == 200
    assert await meta.posts(change("what_nobody_knows", {})) == 200


async def test_who_has_another_number_is_the_same_person(meta: Meta) -> None:
    def moved(number: str, **new: Any) -> Found:
        whose = {"id": number, "from": "628111", "type": "system", "timestamp": "1"}
        return said({**whose, "system": {"type": "user_changed_number", **new}})

    await meta.posts(said({**text("sapa", number="w1"), "from_user_id": None, "from": "628111"}))
    assert await meta.posts(moved("w2")) == 200
    assert await meta.posts(moved("w3", wa_id="628222")) == 200
    assert await meta.posts(moved("w4", wa_id="628333")) == 200
    query = select(schema.addresses.c.sender)
    assert await meta.tilik.database.run(lambda s: s.execute(query).scalars().all()) == ["628222"]


STRANGE = ("sticker", "contacts", "order", "unsupported", "baru")
ANSWERS = (*((kind, "greet-unheard") for kind in STRANGE), ("video", "video-not-kept"))


@pytest.mark.parametrize(("kind", "answer"), ANSWERS)
async def test_a_kind_that_tilik_cannot_read_is_answered_kindly(
    meta: Meta, kind: str, answer: str
) -> None:
    strange = {"id": f"w.{kind}", "from_user_id": "ID.1", "type": kind, kind: {}, "timestamp": "1"}
    assert await meta.posts(said(strange)) == 200
    assert await meta.count(schema.inbox, state="done") == 1
    sheets = select(schema.letters.c.sheet)
    (sheet,) = await meta.tilik.database.run(lambda s: s.execute(sheets).scalars().all())
    assert answer in sheet


async def test_in_a_form_such_a_kind_changes_nothing_and_the_question_is_asked_again(
    meta: Meta,
) -> None:
    async def form() -> Any:
        return await meta.tilik.database.run(lambda s: s.execute(select(schema.dialogues)).all())

    now = str(int(meta.tilik.clock().timestamp()))
    await meta.posts(said({**text("daftar"), "timestamp": now}))
    before = await form()
    assert len(before) == 1
    strange = {"id": "w.s", "from_user_id": "ID.1", "type": "sticker", "timestamp": now}
    assert await meta.posts(said(strange)) == 200
    assert await form() == before
