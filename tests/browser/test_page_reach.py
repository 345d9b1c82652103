"""Whom the page reaches: both languages, the keyboard, small screens, weak eyes."""

import pytest
from playwright.async_api import Browser, expect

from bot.sandbox.page.page import Page
from bot.sandbox.telegram import TelegramBox
from tests.browser.echo import Caller
from tests.browser.stage import BUDI, SARI, Stage, opened, window

# The contrast of every visible text with the colour behind it (WCAG 2.2, 1.4.3), below 4.5.
FAINT = """() => {
    const parts = (colour) => {
        const [r, g, b, alpha = 1] = colour.match(/[\\d.]+/g).map(Number);
        return { rgb: [r, g, b], alpha };
    };
    const over = ({ rgb, alpha }, ground) => rgb.map((c, i) => c * alpha + ground[i] * (1 - alpha));
    const behind = (node) => node
        ? over(parts(getComputedStyle(node).backgroundColor), behind(node.parentElement))
        : [255, 255, 255];
    const light = (rgb) => {
        const [r, g, b] = rgb.map((c) => c / 255)
            .map((c) => (c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4));
        return 0.2126 * r + 0.7152 * g + 0.0722 * b;
    };
    const seen = [];
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    while (walker.nextNode()) {
        const node = walker.currentNode.parentElement;
        const text = walker.currentNode.data.trim();
        if (!text || !node.checkVisibility()) continue;
        const ground = behind(node);
        const ink = light(over(parts(getComputedStyle(node).color), ground));
        const [dark, bright] = [ink, light(ground)].sort((a, b) => a - b);
        seen.push({ text, ratio: (bright + 0.05) / (dark + 0.05) });
    }
    return seen;
}"""


async def test_the_keyboard_alone_is_enough(started: Stage) -> None:
    asked = started.phone(SARI).get_by_test_id("message-2")
    await asked.get_by_role("button", name="Baik").focus()
    await started.page.keyboard.press("Enter")
    await expect(asked.get_by_role("button", name="Ubah")).to_be_focused()


async def test_the_page_speaks_both_languages_and_remembers(started: Stage) -> None:
    page = started.page
    await expect(page.get_by_role("heading", name="Poster di loket")).to_be_visible()
    await page.get_by_test_id("page-language-en").click()
    await expect(page.get_by_role("heading", name="Posters at the counters")).to_be_visible()
    await expect(started.phone(BUDI)).to_contain_text("Head of office")
    await expect(started.on("say")).to_have_attribute("placeholder", "Write a message")
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


@pytest.mark.long("how the page looks; what it does is always tried")
async def test_who_reads_above_is_not_pulled_down(started: Stage) -> None:
    phone = started.box.phone(SARI)
    for number in range(30):
        phone.say(f"baris {number}")
    await started.reads(SARI, "[id] baris 29")
    log = started.on("log")
    rest = "log => log.scrollHeight - log.scrollTop - log.clientHeight"
    assert await log.evaluate(rest) < 2
    await log.evaluate("log => { log.scrollTop = 40; }")
    newest = started.phone(SARI).get_by_role("button", name="Ke pesan terbaru")
    await expect(newest).to_be_visible()
    await started.caller.call("sendMessage", chat_id=SARI, text="lagi")
    await expect(log.locator("article").last).to_contain_text("lagi")
    assert await log.evaluate("log => log.scrollTop") == 40
    await started.phone(SARI).get_by_role("button", name="Pesan baru").click()
    assert await log.evaluate(rest) < 2


async def no_jump() -> None:
    """The buttons stand there as in the demo; nobody taps them."""


@pytest.mark.long("how the page looks; what it does is always tried")
async def test_a_narrow_screen_shows_one_phone_at_a_time(
    browser: Browser, box: TelegramBox, beside: Page, caller: Caller
) -> None:
    beside.jumps = dict.fromkeys(("next", "quarter"), no_jump)
    async with window(browser, width=390) as there, opened(there, box, caller=caller) as stage:
        await expect(stage.page.get_by_test_id("clock-jump-quarter")).to_be_in_viewport()
        await expect(stage.phone(BUDI)).to_be_hidden()
        await stage.on("tab", BUDI).click()
        await expect(stage.phone(SARI)).to_be_hidden()
        await stage.page.get_by_test_id("tab-posters").click()
        await stage.page.get_by_test_id("poster-M2Q9T").click()
        await expect(stage.phone(BUDI)).to_be_visible()
        await stage.reads(BUDI, "Loket M2Q9T")
        assert await stage.page.evaluate("document.documentElement.scrollWidth") == 390


@pytest.mark.long("how the page looks; what it does is always tried")
async def test_every_text_stands_out_from_its_ground(started: Stage) -> None:
    await started.on("block").click()
    await expect(started.on("unblock")).to_be_visible()
    await started.page.get_by_test_id("clock-forward-1440").click()
    await expect(started.page.get_by_test_id("error-clock")).not_to_be_empty()
    seen = await started.page.evaluate(FAINT)
    assert len(seen) > 25
    assert [one for one in seen if one["ratio"] < 4.5] == []


@pytest.mark.long("how the page looks; what it does is always tried")
async def test_who_wants_no_motion_gets_none(
    browser: Browser, box: TelegramBox, caller: Caller
) -> None:
    calm = window(browser, reduced_motion="reduce")
    async with calm as there, opened(there, box, caller=caller) as stage:
        await stage.on("start").click()
        await stage.phone(SARI).get_by_role("button", name="Baik").click()
        await expect(stage.on("toast")).to_have_text("Tercatat")
        await stage.reads(SARI, "Terima kasih: Baik")
        assert await stage.page.evaluate("document.getAnimations().length") == 0


@pytest.mark.long("how the page looks; what it does is always tried")
async def test_new_messages_are_announced(started: Stage) -> None:
    log = started.page.get_by_role("log", name="Percakapan Sari dengan Tilik")
    await expect(log).to_have_attribute("aria-live", "polite")
    await expect(log).to_contain_text("Bagaimana layanan kami?")
