"""`tilik whatsapp ...`: the office, its templates and its letters, against a strict WhatsApp."""

from __future__ import annotations

import asyncio
import json
import logging
from collections.abc import AsyncIterator, Callable
from dataclasses import dataclass, replace
from datetime import date, timedelta
from functools import partial
from pathlib import Path
from typing import Any, TypeVar

import pytest
from aiohttp import web
from pydantic import SecretStr
from typer.testing import CliRunner

from bot.__main__ import app
from bot.cli.whatsapp import templates
from bot.cli.whatsapp.letters import letters as letters_command
from bot.config import Settings
from bot.sandbox.whatsapp import WhatsAppBox
from bot.texts import bundle_of, catalogue
from bot.whatsapp.templates import syncing
from bot.whatsapp.templates.syncing import graph_of, synced, tier
from models.campaigns import Due
from models.letters import Letter, Text
from models.people import LANGUAGES
from models.store import Store, schema
from models.store.chat import addresses
from models.store.engine.database import opened
from models.store.letters import letters, on_hold
from models.store.people import people
from models.store.prompts import daily_limit, prompts, sending
from models.store.prompts import templates as known_templates
from tests.sandbox.whatsapp.talk import BUSINESS_ID, PHONE_ID, SECRET, TOKEN, VERIFY, Clock

R = TypeVar("R")
LETTER = Letter((Text("greet-stray"),))
COUNT = len(templates.shapes(catalogue()))
MONDAY = date(2026, 11, 23)


@dataclass
class Terminal:
    """Somebody of the office who types commands, and what is printed."""

    box: WhatsAppBox
    chosen: Settings
    clock: Clock
    language: str = "id"
    out: str = ""
    err: str = ""

    def echo(self, message: str, /, *, err: bool = False) -> None:
        if err:
            self.err += message + "\n"
        else:
            self.out += message + "\n"

    def say(self, text: str, /, **facts: Any) -> str:
        files = ["account", "command", "plan"]
        return bundle_of(self.language, files).plain(self.language, Text(text, facts))

    async def types(self, command: Callable[..., int], *, as_json: bool = False) -> int:
        """Run it as the command line would, outside of our loop."""
        self.out = self.err = ""
        typed = partial(
            command, self.chosen, now=self.clock(), say=self.say, echo=self.echo, as_json=as_json
        )
        return await asyncio.to_thread(typed)

    async def asks(self, command: Callable[..., int]) -> dict[str, Any]:
        assert await self.types(command, as_json=True) == 0, self.err
        found: dict[str, Any] = json.loads(self.out)
        return found

    async def run(self, job: Callable[[Store], R]) -> R:
        database = opened(self.chosen.database)
        try:
            return await database.run(job)
        finally:
            await database.close()

    async def syncs(self) -> bool:
        """What the timetable does."""
        database = opened(self.chosen.database)
        try:
            async with graph_of(self.chosen) as graph:
                return await synced(graph, self.chosen, database, catalogue(), self.clock())
        finally:
            await database.close()


@pytest.fixture
async def office(sqlite: str, tmp_path: Path) -> AsyncIterator[Terminal]:
    clock = Clock()
    box = WhatsAppBox(
        token=TOKEN,
        phone_id=PHONE_ID,
        business_id=BUSINESS_ID,
        app_secret=SECRET,
        verify_token=VERIFY,
        clock=clock,
    )
    await box.start()
    chosen = Settings(
        database_url=sqlite,
        home=tmp_path,
        whatsapp_token=SecretStr(TOKEN),
        whatsapp_phone_id=PHONE_ID,
        whatsapp_business_id=BUSINESS_ID,
        whatsapp_app_secret=SecretStr(SECRET),
        whatsapp_verify_token=SecretStr(VERIFY),
        whatsapp_api=box.url,
    )
    yield Terminal(box, chosen, clock)
    await box.stop()


create, show, sync = templates.create, templates.show, templates.sync


def statuses(page: dict[str, Any]) -> set[tuple[str, bool]]:
    return {(one["status"], one["same"]) for one in page["templates"]}


# -- templates -----------------------------------------------------------------------------------


async def test_an_empty_account_gets_every_template_once(office: Terminal) -> None:
    assert statuses(await office.asks(show)) == {("missing", False)}
    made = await office.asks(create)
    assert {one["done"] for one in made["templates"]} == {"created"}
    assert len(office.box.templates.by_id) == COUNT == len(made["templates"])
    assert office.box.refusals == []
    assert statuses(await office.asks(show)) == {("pending", True)}
    again = await office.asks(create)
    assert {one["done"] for one in again["templates"]} == {"kept"}
    assert len(office.box.templates.by_id) == COUNT
    assert await office.types(create) == 0
    assert office.out.splitlines()[0] == "triwulan_invite_open (id): sudah sama, sedang diperiksa"


async def test_what_was_created_is_known_so_that_its_approval_counts(office: Terminal) -> None:
    await office.asks(create)
    found = await office.run(known_templates.known)
    assert len(found) == COUNT
    assert {(one.status, one.same) for one in found} == {("pending", True)}
    assert {one.remote_id for one in found} == set(office.box.templates.by_id)


async def test_without_a_database_templates_are_created_all_the_same(
    office: Terminal, tmp_path: Path
) -> None:
    office.chosen = office.chosen.model_copy(
        update={"database_url": f"sqlite:///{tmp_path / 'none.db'}"}
    )
    assert await office.types(create) == 0
    assert len(office.box.templates.by_id) == COUNT
    assert not (tmp_path / "none.db").exists()
    assert await office.types(sync) == 1
    assert "none.db" in office.err


async def test_one_that_differs_is_edited_and_one_that_cannot_be_is_told(office: Terminal) -> None:
    await office.asks(create)
    office.box.approve()
    changed = [
        replace(one, components=[{"type": "BODY", "text": "Lain sekali"}])
        for one in office.box.templates.named("nudge")
    ]
    for one in changed:
        office.box.templates.by_id[one.id] = one
    page = await office.asks(show)
    assert {(t["name"], t["same"]) for t in page["templates"] if not t["same"]} == {
        ("nudge", False)
    }
    office.box.disable("nudge", language="en")
    assert await office.types(create) == 1
    lines = [line for line in office.out.splitlines() if line.startswith("nudge")]
    assert lines[0] == "nudge (id): diubah, menunggu persetujuan"
    assert lines[1].startswith("nudge (en): ditolak WhatsApp, 100: ")
    assert "DISABLED cannot be edited" in lines[1]
    page = await office.asks(show)
    assert [t["status"] for t in page["templates"] if t["name"] == "nudge"] == [
        "pending",
        "disabled",
    ]


async def test_the_table_tells_approved_from_pending_and_rejected_and_why(office: Terminal) -> None:
    await office.asks(create)
    office.box.reject("thanked", "TAG_CONTENT_MISMATCH", language="id")
    office.box.approve("nudge", language="id")
    (odd,) = office.box.templates.named("nudge", "en")
    office.box.templates.by_id[odd.id] = replace(odd, status="IN_APPEAL")
    assert await office.types(show) == 0
    rows = [line.split() for line in office.out.splitlines()]
    assert len(rows) == COUNT
    assert ["nudge", "id", "disetujui", "sama"] in rows
    assert ["nudge", "en", "in_appeal", "sama"] in rows
    assert ["thanked", "id", "ditolak", "sama", "TAG_CONTENT_MISMATCH"] in rows
    assert ["thanked", "en", "sedang", "diperiksa", "sama"] in rows
    office.box.templates.by_id.clear()
    assert await office.types(show) == 0
    assert {tuple(line.split()[2:]) for line in office.out.splitlines()} == {("belum", "ada")}


async def test_many_pages_are_read_to_the_end(
    office: Terminal, monkeypatch: pytest.MonkeyPatch
) -> None:
    await office.asks(create)
    monkeypatch.setattr(syncing, "PAGE", "7")
    assert statuses(await office.asks(show)) == {("pending", True)}


async def test_syncing_writes_down_how_each_stands_and_the_days_limit(office: Terminal) -> None:
    await office.asks(create)
    office.box.approve()
    office.box.set_tier(2_000)
    page = await office.asks(sync)
    assert (page["limit"], page["freed"]) == ("TIER_2K", 0)
    assert statuses(page) == {("approved", True)}
    assert len(await office.run(known_templates.usable)) == COUNT
    assert await office.run(lambda s: daily_limit.most(s, "whatsapp")) == 2_000
    office.box.set_tier(None)
    office.box.pause("nudge")
    assert await office.types(sync) == 0
    assert "Berapa pun orang boleh disapa lebih dulu." in office.out
    assert await office.run(lambda s: daily_limit.most(s, "whatsapp")) is None
    usable = await office.run(known_templates.usable)
    assert len(usable) == COUNT - 2
    assert ("nudge", "id") not in usable


async def test_a_letter_that_was_held_may_go_once_a_template_is_usable(office: Terminal) -> None:
    def hold(store: Store) -> None:
        address = addresses.meet(store, "whatsapp", "62811").address
        kept = letters.write(store, address, LETTER, now=office.clock())
        on_hold.hold_back(store, kept, now=office.clock())

    await office.asks(create)
    await office.run(hold)
    assert (await office.asks(sync))["freed"] == 0
    office.box.approve("nudge", language="id")
    assert await office.types(sync) == 0
    assert "1 pesan yang tertahan boleh dikirim" in office.out
    assert (await office.asks(sync))["freed"] == 0


async def test_the_timetable_keeps_in_step_without_a_word(office: Terminal) -> None:
    office.box.auto_approve = True
    await office.asks(create)
    assert await office.syncs()
    assert len(await office.run(known_templates.usable)) == COUNT


async def test_templates_that_cannot_be_used_yet_are_a_line_in_the_log(
    office: Terminal, caplog: pytest.LogCaptureFixture
) -> None:
    with caplog.at_level(logging.INFO, logger="tilik.whatsapp"):
        assert await office.syncs()
    assert f"{COUNT} of {COUNT} WhatsApp templates cannot be used yet" in caplog.text


async def test_a_platform_that_is_away_is_a_line_in_the_log_and_no_error(
    office: Terminal, caplog: pytest.LogCaptureFixture
) -> None:
    office.box.faults.down = True
    assert not await office.syncs()
    assert "could not be read" in caplog.text
    assert TOKEN not in caplog.text


async def test_a_database_that_is_away_is_a_line_in_the_log_too(
    office: Terminal, caplog: pytest.LogCaptureFixture
) -> None:
    away = "postgresql://nobody@127.0.0.1:1/none"
    office.chosen = office.chosen.model_copy(update={"database_url": away})
    assert not await office.syncs()
    assert "the database is away" in caplog.text


async def test_something_that_is_no_whatsapp_is_told_as_such(office: Terminal) -> None:
    async def odd(request: web.Request) -> web.Response:
        return web.json_response([])

    there = web.Application()
    there.router.add_route("*", "/{path:.*}", odd)
    runner = web.AppRunner(there, access_log=None, shutdown_timeout=0.5)
    await runner.setup()
    await web.TCPSite(runner, "127.0.0.1", 0).start()
    url = f"http://127.0.0.1:{runner.addresses[0][1]}"
    office.chosen = office.chosen.model_copy(update={"whatsapp_api": url})
    assert await office.types(show) == 1
    assert "seperti seharusnya (AttributeError)" in office.err
    await runner.cleanup()


async def test_a_platform_that_is_away_or_refuses_is_told_in_a_sentence(office: Terminal) -> None:
    office.box.faults.down = True
    for command in (show, create, sync):
        assert await office.types(command) == 1
        assert "WhatsApp tidak menjawab seperti seharusnya" in office.err
    office.box.faults.down = False
    office.chosen = office.chosen.model_copy(update={"whatsapp_token": SecretStr("wrong")})
    assert await office.types(show) == 1
    assert "190" in office.err
    assert "wrong" not in office.err.replace("missing or wrong", "")


async def test_a_database_that_is_away_is_told_in_a_sentence(office: Terminal) -> None:
    away = "postgresql://nobody@127.0.0.1:1/none"
    office.chosen = office.chosen.model_copy(update={"database_url": away})
    assert await office.types(sync) == 1
    assert "Basis data tidak dapat dibuka" in office.err
    assert await office.types(letters_command) == 1
    assert "Basis data tidak dapat dibuka" in office.err


async def test_settings_that_are_missing_are_named_all_at_once(office: Terminal) -> None:
    office.chosen = Settings(database_url=office.chosen.database_url, home=office.chosen.home)
    for command, missing in (
        (show, ["TOKEN", "BUSINESS_ID"]),
        (create, ["TOKEN", "BUSINESS_ID"]),
        (sync, ["TOKEN", "BUSINESS_ID", "PHONE_ID"]),
    ):
        assert await office.types(command) == 1
        named = [line.split()[0] for line in office.err.splitlines()]
        assert named == [f"TILIK_WHATSAPP_{name}" for name in missing]


async def test_the_limit_is_read_by_either_of_its_names(
    office: Terminal, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with graph_of(office.chosen) as graph:
        assert await tier(graph, PHONE_ID) == "TIER_250"
        monkeypatch.setattr(syncing, "LIMITS", ("something_new", "messaging_limit_tier"))
        assert await tier(graph, PHONE_ID) == "TIER_250"
        monkeypatch.setattr(syncing, "LIMITS", ("something_new",))
        assert await tier(graph, PHONE_ID) is None
    page = await office.asks(sync)
    assert page["limit"] is None
    assert await office.types(sync) == 0
    assert "tidak menyebut batas" in office.out


async def test_a_number_that_is_none_of_the_accounts_is_told(
    office: Terminal, caplog: pytest.LogCaptureFixture
) -> None:
    office.chosen = office.chosen.model_copy(update={"whatsapp_phone_id": "111"})
    assert await office.types(sync) == 1
    assert "TILIK_WHATSAPP_PHONE_ID" in office.err
    assert not await office.syncs()
    assert "limit could not be read: 100" in caplog.text


async def test_the_limit_is_told_as_a_number(office: Terminal) -> None:
    assert await office.types(sync) == 0
    assert "dalam 24 jam: 250\n" in office.out


async def test_one_that_is_rejected_is_not_called_right(office: Terminal) -> None:
    await office.asks(create)
    office.box.reject("thanked", "TAG_CONTENT_MISMATCH", language="id")
    assert await office.types(create) == 0
    assert "thanked (id): sudah sama, ditolak" in office.out


async def test_a_limit_of_an_unknown_name_changes_nothing(office: Terminal) -> None:
    await office.asks(sync)
    office.box.set_tier(77)
    assert (await office.asks(sync))["limit"] == "TIER_77"
    assert await office.run(lambda s: daily_limit.most(s, "whatsapp")) == 250


def test_checking_needs_neither_network_nor_token() -> None:
    typed = CliRunner().invoke(app, ["whatsapp", "templates", "check"])
    assert typed.exit_code == 0, typed.output
    assert str(COUNT) in typed.output
    typed = CliRunner().invoke(app, ["whatsapp", "templates", "check", "--json"])
    found = json.loads(typed.output)["templates"]
    assert len(found) == COUNT
    assert [one["problems"] for one in found] == [[]] * COUNT


@pytest.mark.parametrize("language", LANGUAGES)
def test_what_the_platform_would_refuse_is_told_before_it_is_asked(
    language: str, monkeypatch: pytest.MonkeyPatch, office: Terminal
) -> None:
    body = {"type": "BODY", "text": "x" * 1025}
    broken = {"name": "hello", "language": "id", "components": [body]}
    monkeypatch.setattr(templates, "shapes", lambda _: [broken])
    office.language = language
    check = templates.check
    assert check(say=office.say, echo=office.echo, as_json=False) == 1
    assert office.err.startswith("hello (id): ")
    assert "1.024" in office.err or "1,024" in office.err
    assert check(say=office.say, echo=office.echo, as_json=True) == 1
    (found,) = json.loads(office.out)["templates"]
    assert len(found["problems"]) == 1


# -- letters -------------------------------------------------------------------------------------


def waiting(store: Store, clock: Clock) -> None:
    """A letter to a person and one to a citizen are held; three prompts have ended undone."""
    dewi = addresses.meet(store, "whatsapp", "62811").address
    number = people.add(store, "Dewi Lestari")
    addresses.change(store, dewi.id, person_id=number)
    citizen = addresses.meet(store, "whatsapp", "62812").address
    for address in (dewi, citizen):
        kept = letters.write(store, address, LETTER, now=clock())
        on_hold.hold_back(store, kept, now=clock())
    for day, why in enumerate(("131042", "131026", "131999")):
        at = clock() - timedelta(days=40 if day == 0 else 1)
        due = Due(f"daily.{day}", "log", MONDAY + timedelta(days=day), at, MONDAY)
        prompts.write(store, due, addresses.by_id(store, dewi.id), LETTER, lane="own", now=at)
        (one,) = sending.claim(store, now=at, until=at, most=1)
        sending.end(store, one, "undone", now=at, why=why)


async def test_what_the_platform_refused_is_tried_again_when_asked(office: Terminal) -> None:
    def refused(store: Store) -> None:
        address = addresses.meet(store, "whatsapp", "62811").address
        for why in ("131042", on_hold.CLOSED):
            kept = letters.write(store, address, LETTER, now=office.clock())
            on_hold.hold_back(store, kept, now=office.clock())
            here = schema.letters.c.id == kept.id
            store.execute(schema.letters.update().where(here).values(why=why))

    await office.run(refused)
    assert await office.types(partial(letters_command, again=True)) == 0
    assert "131042" not in office.out
    (one,) = await office.run(lambda store: on_hold.letters_held(store, "whatsapp"))
    assert one.why == on_hold.CLOSED, "that one waits for the person"


async def test_letters_that_wait_are_listed_with_whom_since_when_and_why(office: Terminal) -> None:
    await office.run(lambda store: waiting(store, office.clock))
    assert await office.types(letters_command) == 0
    first, second, *lost, count = office.out.splitlines()
    assert first.startswith("Dewi Lestari: tertahan sejak 20 November 2026, menunggu orangnya")
    assert second.startswith("warga: tertahan sejak 20 November 2026, ")
    assert [line.split(", ")[-1] for line in lost] == [
        "nomornya tidak ada di WhatsApp (131026)",
        "kode WhatsApp 131999",
    ]
    assert lost[0].startswith("Dewi Lestari: tidak terkirim, ")
    assert count == "2 pesan tertahan, 2 pesan tidak terkirim dalam 30 hari"


async def test_a_prompt_that_waited_until_it_was_too_late_is_not_said_to_wait_still(
    office: Terminal,
) -> None:
    def overdue(store: Store) -> None:
        waiting(store, office.clock)
        at = office.clock() - timedelta(days=1)
        dewi = addresses.meet(store, "whatsapp", "62811").address
        due = Due("daily.3", "log", MONDAY + timedelta(days=3), at, MONDAY)
        prompts.write(store, due, dewi, LETTER, lane="own", now=at)
        (one,) = sending.claim(store, now=at, until=at, most=1)
        sending.held(store, one, now=at)
        sending.left(store, office.clock())

    await office.run(overdue)
    assert await office.types(letters_command) == 0
    *_, late, count = office.out.splitlines()
    assert late.endswith("di luar 24 jam, tanpa templat yang disetujui, sampai lewat waktunya")
    assert count == "2 pesan tertahan, 3 pesan tidak terkirim dalam 30 hari"


async def test_letters_are_listed_for_programs_too(office: Terminal) -> None:
    await office.run(lambda store: waiting(store, office.clock))
    page = await office.asks(letters_command)
    assert [(one["name"], one["why"]) for one in page["held"]] == [
        ("Dewi Lestari", "window"),
        (None, "window"),
    ]
    assert page["held"][0]["since"] == office.clock().isoformat()
    assert [(one["campaign"], one["why"]) for one in page["undone"]] == [
        ("daily.1", "131026"),
        ("daily.2", "131999"),
    ]
    assert page["undone"][0]["day"] == "2026-11-24"


async def test_nothing_that_waits_is_told_too(office: Terminal, tmp_path: Path) -> None:
    assert await office.types(letters_command) == 0
    assert office.out == "0 pesan tertahan, 0 pesan tidak terkirim dalam 30 hari\n"
    none = f"sqlite:///{tmp_path / 'none.db'}"
    office.chosen = office.chosen.model_copy(update={"database_url": none})
    assert await office.types(letters_command) == 1
    assert "none.db" in office.err


async def test_the_command_line_leads_to_each_command(
    office: Terminal, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    for name, value in office.chosen.whatsapp.items():
        monkeypatch.setenv(name, value)
    monkeypatch.setenv("TILIK_WHATSAPP_API", office.box.url)
    monkeypatch.setenv("TILIK_DATABASE_URL", office.chosen.database)
    monkeypatch.setenv("TILIK_HOME", str(tmp_path))

    async def typed(*words: str) -> Any:
        run = partial(CliRunner().invoke, app, ["whatsapp", *words, "--json"], obj=office.clock)
        result = await asyncio.to_thread(run)
        assert result.exit_code == 0, result.output
        return json.loads(result.output)

    assert statuses(await typed("templates")) == {("missing", False)}
    assert len((await typed("templates", "create"))["templates"]) == COUNT
    assert (await typed("templates", "sync"))["limit"] == "TIER_250"
    assert statuses(await typed("templates", "show")) == {("pending", True)}
    assert await typed("letters") == {"held": [], "undone": []}
