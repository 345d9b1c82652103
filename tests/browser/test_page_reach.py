"""Whom the page reaches: both languages, the keyboard, small screens, weak eyes."""

import pytest
from playwright.async_api import Browser, expect
from playwright.async_api import Page as Browsed

from bot.sandbox.page.page import PhonesPage
from bot.sandbox.records import Click, Try
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
    """A box is two presses away at the start and one from anywhere, its newest buttons one more."""
    keys, asked = started.page.keyboard, started.phone(SARI).get_by_test_id("message-2")
    await started.page.reload()
    await expect(asked).to_be_visible()
    await keys.press("Tab")
    await keys.press("Enter")
    await expect(started.on("say")).to_be_focused()
    await keys.press("Alt+2")
    await keys.press("Enter")
    await expect(started.on("say", BUDI)).to_be_focused()
    await keys.press("Alt+1")
    await keys.press("ArrowUp")
    await expect(asked.get_by_role("button", name="Buruk")).to_be_focused()
    await keys.press("Tab")
    await keys.press("Enter")
    await expect(asked.get_by_role("button", name="Ubah")).to_be_focused()
    await keys.press("Escape")
    await expect(started.on("say")).to_be_focused()
    await keys.press("Alt+0")
    await expect(started.page.get_by_test_id("poster-K7P3X")).to_be_focused()


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


async def test_the_page_fits_a_narrow_and_a_middle_and_a_wide_screen(
    wide: Browsed, box: TelegramBox, beside: PhonesPage, caller: Caller
) -> None:
    """One phone at a time, then two beside each other, then the wall too; nothing is ever cut."""
    beside.jumps = dict.fromkeys(("next", "quarter"), no_jump)
    words = {"id": "Pindai “KTP-el”.", "en": "Scan “KTP-el”."}
    beside.tries = [Try(words, [Click(BUDI, scan="K7P3X")])]
    page, wall = wide, wide.get_by_test_id("poster-M2Q9T")
    await page.set_viewport_size({"width": 390, "height": 800})
    async with opened(page, box, caller=caller) as stage:
        await page.get_by_role("button", name="Majukan jam").click()
        await expect(page.get_by_test_id("clock-jump-quarter")).to_be_in_viewport(ratio=1)
        await page.keyboard.press("Escape")
        await expect(page.get_by_test_id("clock-jump-quarter")).to_be_hidden()
        await expect(stage.phone(BUDI)).to_be_hidden()
        await page.get_by_test_id(f"try-{BUDI}-KTP-el").click()
        await stage.reads(BUDI, "Loket K7P3X")
        await expect(page.get_by_role("heading", name="Coba ini dulu")).to_be_hidden()
        await expect(stage.phone(SARI)).to_be_hidden()
        await page.get_by_test_id("tab-posters").click()
        await wall.click()
        await stage.reads(BUDI, "Loket M2Q9T")
        await fits(page, 390)
        await page.get_by_role("button", name="Coba ini dulu").click()
        for width in (768, 1280):
            await page.set_viewport_size({"width": width, "height": 800})
            await fits(page, width)
            for person in (SARI, BUDI):
                await expect(stage.phone(person)).to_be_in_viewport(ratio=1)
        await expect(wall).to_be_in_viewport()


async def fits(page: Browsed, width: int) -> None:
    """Nothing that can be pressed stands outside, whole or in part, but what scrolls by itself."""
    assert await page.evaluate("document.documentElement.scrollWidth") == width
    pressed = ".bar button:visible, .tries button:visible, .tab:visible"
    for button in await page.locator(pressed).all():
        await expect(button).to_be_in_viewport(ratio=1)


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
