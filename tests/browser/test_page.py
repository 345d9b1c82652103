"""The page of phones, in a real browser, against the real box and a bot of a few lines.

Every test gets its own box, bot and page; the browser is started once.
"""

import asyncio
import json
from collections.abc import AsyncIterator
from contextlib import suppress
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from shutil import which
from struct import pack
from typing import Any
from zlib import compress, crc32

import aiohttp
import pytest
import pytest_asyncio
from playwright.async_api import (
    Browser,
    BrowserContext,
    Locator,
    Page,
    Route,
    async_playwright,
    expect,
)

from bot.sandbox.records import Poster
from bot.sandbox.telegram import TelegramBox

TOKEN = "1:demo"
BROWSERS = ("chromium", "chromium-browser", "google-chrome")
FLAGS = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)
SARI, BUDI = 1001, 1002
HOSTILE = '<img src=x onerror="window.struck=1"><b>tebal</b><script>window.struck=1</script>&lt;i'
FACES = {"inline_keyboard": [[{"text": face, "callback_data": face} for face in ("Buruk", "Baik")]]}

expect.set_options(timeout=15_000)


def png(width: int, height: int) -> bytes:
    """A plain grey picture."""

    def chunk(kind: bytes, content: bytes) -> bytes:
        checked = kind + content
        return pack(">I", len(content)) + checked + pack(">I", crc32(checked))

    rows = (b"\0" + b"\x80" * width) * height
    header = pack(">IIBBBBB", width, height, 8, 0, 0, 0, 0)
    return b"".join(
        (
            b"\x89PNG\r\n\x1a\n",
            chunk(b"IHDR", header),
            chunk(b"IDAT", compress(rows)),
            chunk(b"IEND", b""),
        )
    )


# A bot of a few lines, speaking the Bot API.


async def echo(url: str) -> None:
    async with aiohttp.ClientSession() as session:

        async def call(method: str, **fields: Any) -> Any:
            async with session.post(f"{url}/bot{TOKEN}/{method}", json=fields) as response:
                answer = await response.json()
                assert answer["ok"], answer
                return answer["result"]

        async def upload(method: str, kind: str, name: str, *, chat: int) -> None:
            form = aiohttp.FormData({"chat_id": str(chat), "caption": f"Ini {kind}"})
            form.add_field(kind, png(320, 200), filename=name)
            async with session.post(f"{url}/bot{TOKEN}/{method}", data=form) as response:
                assert (await response.json())["ok"]

        offset = 0
        while True:
            for update in await call("getUpdates", offset=offset, timeout=20):
                offset = update["update_id"] + 1
                if query := update.get("callback_query"):
                    await rated(call, query)
                elif message := update.get("message"):
                    await heard(call, upload, message)


async def rated(call: Any, query: dict[str, Any]) -> None:
    message = query["message"]
    await call("answerCallbackQuery", callback_query_id=query["id"], text="Tercatat")
    await call(
        "editMessageText",
        chat_id=message["chat"]["id"],
        message_id=message["message_id"],
        text=f"Terima kasih: {query['data']}",
        reply_markup={"inline_keyboard": [[{"text": "Ubah", "callback_data": "Ubah"}]]},
    )


async def heard(call: Any, upload: Any, message: dict[str, Any]) -> None:
    chat, text = message["chat"]["id"], message.get("text", "")
    language = message["from"]["language_code"]
    if text.startswith("/start"):
        question = f"<b>Loket {text[7:]}</b>\nBagaimana layanan kami? /bantuan"
        await call(
            "sendMessage", chat_id=chat, text=question, parse_mode="HTML", reply_markup=FACES
        )
    elif text == "gambar":
        await upload("sendPhoto", "photo", "grafik.png", chat=chat)
    elif text == "berkas":
        await upload("sendDocument", "document", "rekap.png", chat=chat)
    else:
        kinds = [kind for kind in ("photo", "document", "voice", "location") if kind in message]
        await call("sendMessage", chat_id=chat, text=f"[{language}] {text or kinds}")


# The stage.


@dataclass(frozen=True)
class Stage:
    box: TelegramBox
    page: Page
    asked: list[str]
    faults: list[str]

    def phone(self, person: int) -> Locator:
        return self.page.get_by_test_id(f"phone-{person}")

    async def says(self, person: int, text: str) -> None:
        await self.page.get_by_test_id(f"say-{person}").fill(text)
        await self.page.get_by_test_id(f"say-{person}").press("Enter")

    async def reads(self, person: int, text: str) -> None:
        await expect(self.phone(person).locator(".text", has_text=text).last).to_be_visible()


@pytest_asyncio.fixture(scope="session")
async def browser() -> AsyncIterator[Browser]:
    path = next(filter(None, map(which, BROWSERS)), None)
    if path is None:
        pytest.skip("NO CHROMIUM: the browser promises were NOT checked")
    async with async_playwright() as playwright:
        browser = await playwright.chromium.launch(executable_path=path, args=FLAGS)
        yield browser
        await browser.close()


@pytest_asyncio.fixture
async def box() -> AsyncIterator[TelegramBox]:
    moment = datetime(2026, 11, 21, 2, 0, tzinfo=UTC)

    async def forward(minutes: float) -> None:
        nonlocal moment
        if minutes > 60:
            raise ValueError("Jam ini hanya maju sejam.")
        moment += timedelta(minutes=minutes)

    box = TelegramBox(TOKEN, username="TilikBot", clock=lambda: moment, flood=False)
    box.on_forward = forward
    box.phone(SARI, name="Sari")
    box.phone(BUDI, name="Budi")
    box.roles = {SARI: "citizen", BUDI: "head"}
    link = "https://t.me/TilikBot?start="
    box.posters = [
        Poster("KTP-el", "Loket 3", "K7P3X", f"{link}K7P3X"),
        Poster("Akta", "Loket 4", "M2Q9T", f"{link}M2Q9T"),
    ]
    await box.start()
    bot = asyncio.create_task(echo(box.url))
    yield box
    bot.cancel()
    with suppress(asyncio.CancelledError):
        await bot
    await box.stop()


async def opened(context: BrowserContext, box: TelegramBox) -> Stage:
    page = await context.new_page()
    stage = Stage(box, page, [], [])
    page.on("request", lambda request: stage.asked.append(request.url))
    page.on("pageerror", lambda error: stage.faults.append(str(error)))
    await page.goto(box.url)
    await expect(stage.phone(SARI)).to_be_visible()
    return stage


@pytest_asyncio.fixture
async def stage(browser: Browser, box: TelegramBox) -> AsyncIterator[Stage]:
    context = await browser.new_context(viewport={"width": 1280, "height": 800}, locale="id-ID")
    stage = await opened(context, box)
    yield stage
    await context.close()
    assert not stage.faults


@pytest_asyncio.fixture
async def started(stage: Stage) -> Stage:
    """Sari has pressed Start and was asked."""
    await stage.page.get_by_test_id(f"start-{SARI}").click()
    await stage.reads(SARI, "Bagaimana layanan kami?")
    return stage


# The promises.


async def test_what_is_typed_is_sent_and_answered(started: Stage) -> None:
    await started.says(SARI, "halo")
    await started.reads(SARI, "[id] halo")
    await expect(started.page.get_by_test_id(f"say-{SARI}")).to_have_value("")
    assert [bubble.text for bubble in started.box.phone(SARI).messages if bubble.mine] == [
        "/start",
        "halo",
    ]


async def test_a_line_break_is_typed_with_shift_and_the_button_sends(started: Stage) -> None:
    typing = started.page.get_by_test_id(f"say-{SARI}")
    await typing.press_sequentially("satu")
    await typing.press("Shift+Enter")
    await typing.press_sequentially("dua")
    await started.page.get_by_test_id(f"send-{SARI}").click()
    await started.reads(SARI, "[id] satu\ndua")


async def test_a_tap_edits_the_message_where_it_stands(started: Stage) -> None:
    asked = started.phone(SARI).get_by_test_id("message-2")
    await asked.get_by_role("button", name="Baik").click()
    await expect(started.page.get_by_test_id(f"toast-{SARI}")).to_have_text("Tercatat")
    await expect(asked.locator(".text")).to_have_text("Terima kasih: Baik")
    await expect(asked.locator(".edited")).to_have_text("diedit")
    await expect(asked.locator(".key")).to_have_text(["Ubah"])
    await expect(started.phone(SARI).locator("article")).to_have_count(2)


async def test_buttons_rest_while_a_tap_is_on_its_way(started: Stage) -> None:
    taps = 0

    async def late(route: Route) -> None:
        nonlocal taps
        taps += 1
        await asyncio.sleep(0.3)
        await route.continue_()

    await started.page.route("**/box/tap", late)
    asked = started.phone(SARI).get_by_test_id("message-2")
    await asked.get_by_role("button", name="Baik").click()
    await expect(asked.get_by_role("button", name="Buruk")).to_be_disabled()
    await asked.get_by_role("button", name="Buruk").dispatch_event("click")
    await expect(asked.locator(".text")).to_have_text("Terima kasih: Baik")
    assert taps == 1


async def test_the_keyboard_alone_is_enough(started: Stage) -> None:
    asked = started.phone(SARI).get_by_test_id("message-2")
    await asked.get_by_role("button", name="Baik").focus()
    await started.page.keyboard.press("Enter")
    await expect(asked.get_by_role("button", name="Ubah")).to_be_focused()


async def test_a_poster_is_scanned_by_the_phone_in_the_hand(stage: Stage) -> None:
    poster = stage.page.get_by_test_id("poster-K7P3X")
    await expect(poster.locator("img")).to_have_js_property("complete", True)
    assert await poster.locator("img").evaluate("image => image.naturalWidth > 20")
    await expect(poster).to_have_accessible_name(
        "Pindai poster KTP-el, Loket 3, dengan ponsel Sari"
    )
    await stage.page.get_by_test_id(f"hold-{BUDI}").click()
    await expect(poster).to_have_accessible_name(
        "Pindai poster KTP-el, Loket 3, dengan ponsel Budi"
    )
    await poster.click()
    await stage.reads(BUDI, "Loket K7P3X")
    assert not stage.box.phone(SARI).messages


async def test_a_picture_shows_and_can_be_enlarged(started: Stage) -> None:
    await started.says(SARI, "gambar")
    picture = started.phone(SARI).locator("img.photo")
    await expect(picture).to_have_js_property("naturalWidth", 320)
    await started.reads(SARI, "Ini photo")
    await started.phone(SARI).get_by_role("button", name="Perbesar gambar").click()
    await expect(started.page.locator("#viewer-image")).to_be_visible()
    await started.page.keyboard.press("Escape")
    await expect(started.page.locator("#viewer-image")).to_be_hidden()


async def test_a_document_can_be_saved(started: Stage) -> None:
    await started.says(SARI, "berkas")
    async with started.page.expect_download() as saving:
        await started.phone(SARI).locator("a.chip").click()
    assert (await saving.value).suggested_filename == "rekap.png"


@pytest.mark.parametrize(
    ("kind", "name"),
    [("photo", "foto.png"), ("document", "surat.pdf"), ("voice", "suara.ogg")],
)
async def test_a_file_is_attached(started: Stage, kind: str, name: str) -> None:
    await started.page.get_by_test_id(f"attach-{SARI}").click()
    await started.page.get_by_test_id(f"file-{kind}-{SARI}").set_input_files(
        {"name": name, "mimeType": "application/octet-stream", "buffer": png(40, 30)}
    )
    await started.reads(SARI, f"[id] ['{kind}']")


async def test_a_place_is_sent_with_a_decimal_comma(started: Stage) -> None:
    await started.page.get_by_test_id(f"attach-{SARI}").click()
    await started.page.get_by_test_id(f"locate-{SARI}").click()
    latitude = started.page.get_by_test_id(f"latitude-{SARI}")
    await latitude.fill("95")
    await started.page.get_by_test_id(f"send-location-{SARI}").click()
    await expect(
        started.phone(SARI).get_by_role("alert").filter(has_text="lintang")
    ).to_be_visible()
    await latitude.fill("-6,5")
    await started.page.get_by_test_id(f"send-location-{SARI}").click()
    await started.reads(SARI, "[id] ['location']")
    await expect(started.phone(SARI).locator(".chip-size")).to_have_text("-6.50000, 106.82715")


async def test_a_command_is_chosen_from_the_menu_or_tapped_in_a_message(started: Stage) -> None:
    async with (
        aiohttp.ClientSession() as session,
        session.post(
            f"{started.box.url}/bot{TOKEN}/setMyCommands",
            json={"commands": [{"command": "nilai", "description": "Menilai layanan"}]},
        ) as response,
    ):
        assert response.ok
    await started.says(SARI, "halo")
    await started.reads(SARI, "[id] halo")
    await started.page.get_by_test_id(f"menu-{SARI}").click()
    await started.page.get_by_role("button", name="/nilai Menilai layanan").click()
    await started.reads(SARI, "[id] /nilai")
    await started.phone(SARI).get_by_role("button", name="/bantuan").click()
    await started.reads(SARI, "[id] /bantuan")


async def test_the_clock_is_moved_forward(stage: Stage) -> None:
    clock = stage.page.get_by_test_id("clock")
    await expect(clock).to_contain_text("09.00 WIB")
    await expect(clock).to_contain_text("Sabtu, 21 November 2026")
    await stage.page.get_by_test_id("clock-forward-15").click()
    await expect(clock).to_contain_text("09.15 WIB")


async def test_a_refusal_of_the_clock_is_said(stage: Stage) -> None:
    await stage.page.get_by_test_id("clock-forward-1440").click()
    await expect(stage.page.get_by_test_id("error-clock")).to_have_text("Jam ini hanya maju sejam.")
    await stage.page.get_by_test_id("clock-forward-60").click()
    await expect(stage.page.get_by_test_id("error-clock")).to_be_empty()


async def test_the_page_speaks_both_languages_and_remembers(started: Stage) -> None:
    page = started.page
    await expect(page.get_by_role("heading", name="Poster di loket")).to_be_visible()
    await page.get_by_test_id("page-language-en").click()
    await expect(page.get_by_role("heading", name="Posters at the counters")).to_be_visible()
    await expect(started.phone(BUDI)).to_contain_text("Head of office")
    await expect(page.get_by_test_id(f"say-{SARI}")).to_have_attribute(
        "placeholder", "Write a message"
    )
    await expect(page.get_by_test_id("clock")).to_contain_text("Saturday, 21 November 2026")
    await expect(page.locator("html")).to_have_attribute("lang", "en")
    await page.reload()
    await expect(page.get_by_role("heading", name="Posters at the counters")).to_be_visible()


async def test_both_languages_have_the_same_words(stage: Stage) -> None:
    words = await stage.page.evaluate(
        """async () => {
            const { LANGUAGES, WORDS } = await import("./words.js");
            const names = (words) => Object.entries(words).flatMap(([key, value]) =>
                typeof value === "string"
                    ? [key, ...(value.match(/\\{\\w+\\}/g) ?? []).sort().map((f) => key + f)]
                    : names(value).map((inner) => `${key}.${inner}`));
            return LANGUAGES.map((language) => names(WORDS[language]).sort());
        }"""
    )
    assert len(words) == 2
    assert words[0] == words[1]


async def test_the_language_of_a_phone_reaches_the_bot(started: Stage) -> None:
    await started.page.get_by_test_id(f"language-{SARI}-en").click()
    await expect(started.page.get_by_test_id(f"language-{SARI}-en")).to_have_attribute(
        "aria-pressed", "true"
    )
    await started.says(SARI, "hello")
    await started.reads(SARI, "[en] hello")


async def test_a_hostile_text_stays_text(started: Stage) -> None:
    await started.says(SARI, HOSTILE)
    await started.reads(SARI, "[id] <img")
    texts = started.phone(SARI).locator(".text")
    await expect(texts.nth(-2)).to_have_text(HOSTILE)
    await expect(texts.nth(-1)).to_have_text(f"[id] {HOSTILE}")
    await expect(texts.locator("img, script, b:has-text('tebal')")).to_have_count(0)
    assert await started.page.evaluate("window.struck === undefined")


async def test_html_that_the_server_should_not_have_sent_is_taken_apart(started: Stage) -> None:
    html = (
        '<b onclick="window.struck=1">tebal</b><img src=x onerror="window.struck=1">'
        '<a href="javascript:window.struck=1">jahat</a><a href="https://contoh.go.id/">baik</a>'
        "<script>window.struck=1</script><div style='position:fixed'>kotak</div><svg/onload=1>"
    )

    async def poisoned(route: Route) -> None:
        answer = await route.fetch()
        state = json.loads(await answer.text())
        state["phones"][0]["messages"][1]["html"] = html
        state["phones"][0]["messages"][1]["photo"] = "https://contoh.go.id/pixel.png"
        await route.fulfill(response=answer, json=state)

    await started.page.route("**/box/state*", poisoned)
    await started.page.reload()
    line = started.phone(SARI).get_by_test_id("message-2")
    await expect(line.locator(".text")).to_have_text("tebaljahatbaikkotak")
    inside = await line.locator(".text").evaluate(
        "node => [...node.querySelectorAll('*')].map((e) => e.outerHTML)"
    )
    assert inside == [
        "<b>tebal</b>",
        '<a href="https://contoh.go.id/" target="_blank" rel="noopener noreferrer">baik</a>',
    ]
    await expect(line.locator("img")).to_have_count(0)
    assert await started.page.evaluate("window.struck === undefined")
    await started.page.unroute_all(behavior="ignoreErrors")


async def test_a_start_link_in_a_message_starts_the_bot_here(started: Stage) -> None:
    await started.says(SARI, "t.me/TilikBot?start=M2Q9T")
    await started.phone(SARI).locator(".text a").last.click()
    await started.reads(SARI, "Loket M2Q9T")


async def test_without_an_answer_the_typed_text_is_kept_and_said_so(started: Stage) -> None:
    await started.page.route("**/box/say", lambda route: route.abort())
    await started.says(SARI, "jangan hilang")
    trouble = started.page.get_by_test_id(f"error-{SARI}")
    await expect(trouble).to_contain_text("tidak menjawab")
    await expect(started.page.get_by_test_id(f"say-{SARI}")).to_have_value("jangan hilang")
    await started.page.unroute("**/box/say")
    await started.page.get_by_test_id(f"send-{SARI}").click()
    await started.reads(SARI, "[id] jangan hilang")
    await expect(trouble).to_be_empty()


async def test_who_reads_above_is_not_pulled_down(started: Stage) -> None:
    phone = started.box.phone(SARI)
    for number in range(30):
        phone.say(f"baris {number}")
    await started.reads(SARI, "[id] baris 29")
    log = started.page.get_by_test_id(f"log-{SARI}")
    rest = "log => log.scrollHeight - log.scrollTop - log.clientHeight"
    assert await log.evaluate(rest) < 2
    await log.evaluate("log => { log.scrollTop = 40; }")
    newest = started.phone(SARI).get_by_role("button", name="Ke pesan terbaru")
    await expect(newest).to_be_visible()
    box = await phone_answers(started, "lagi")
    assert box == 40
    await started.phone(SARI).get_by_role("button", name="Pesan baru").click()
    assert await log.evaluate(rest) < 2


async def phone_answers(stage: Stage, text: str) -> float:
    """The bot writes by itself; how far the log is scrolled afterwards."""
    async with (
        aiohttp.ClientSession() as session,
        session.post(
            f"{stage.box.url}/bot{TOKEN}/sendMessage", json={"chat_id": SARI, "text": text}
        ) as response,
    ):
        assert response.ok
    log = stage.page.get_by_test_id(f"log-{SARI}")
    await expect(log.locator("article").last).to_contain_text(text)
    scrolled: float = await log.evaluate("log => log.scrollTop")
    return scrolled


async def test_blocking_closes_the_conversation_and_unblocking_opens_it(started: Stage) -> None:
    await started.page.get_by_test_id(f"block-{SARI}").click()
    await expect(started.page.get_by_test_id(f"unblock-{SARI}")).to_be_visible()
    await expect(started.page.get_by_test_id(f"say-{SARI}")).to_be_hidden()
    assert started.box.phone(SARI).blocked
    await started.page.get_by_test_id(f"unblock-{SARI}").click()
    await started.says(SARI, "halo lagi")
    await started.reads(SARI, "[id] halo lagi")


async def test_a_narrow_screen_shows_one_phone_at_a_time(
    browser: Browser, box: TelegramBox
) -> None:
    context = await browser.new_context(viewport={"width": 390, "height": 800})
    stage = await opened(context, box)
    await expect(stage.phone(BUDI)).to_be_hidden()
    await stage.page.get_by_test_id(f"tab-{BUDI}").click()
    await expect(stage.phone(SARI)).to_be_hidden()
    await stage.page.get_by_test_id("tab-posters").click()
    await stage.page.get_by_test_id("poster-M2Q9T").click()
    await expect(stage.phone(BUDI)).to_be_visible()
    await stage.reads(BUDI, "Loket M2Q9T")
    assert await stage.page.evaluate("document.documentElement.scrollWidth") == 390
    await context.close()


async def test_the_page_comes_back_after_the_server_went_away(started: Stage) -> None:
    await started.page.route("**/box/state*", lambda route: route.abort())
    started.box.phone(SARI).say("sebelum")
    await expect(started.page.locator("#lost")).to_be_visible()
    await started.page.unroute("**/box/state*")
    await expect(started.page.locator("#lost")).to_be_hidden()
    await started.reads(SARI, "[id] sebelum")


async def test_nothing_is_asked_of_another_host(started: Stage) -> None:
    await started.says(SARI, "gambar")
    await expect(started.phone(SARI).locator("img.photo")).to_be_visible()
    elsewhere = [url for url in started.asked if not url.startswith((started.box.url, "data:"))]
    assert elsewhere == []
