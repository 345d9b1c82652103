"""The published pages on a cheap phone and on a desk, in light and dark, without any script."""

from datetime import date
from pathlib import Path

import pytest
from playwright.async_api import Browser

from bot.publishing.written import write
from models.quarter import Quarter
from tests.played import empty_store
from tests.test_publishing import HOSTILE, Publisher

AUTUMN = Quarter(2026, 4)


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("terbitan") / "hasil"
    with empty_store() as store:
        office = Publisher(store).opens(HOSTILE, "Pelayanan" * 12)
        for place in (0, 1):
            office.taps(place, 300, AUTUMN.first_day, cause="waktu.antrean")
            office.surveys(place, 40, AUTUMN.first_day)
        office.reviews(0, "waktu", state="planned", action="Loket_kedua_" * 20)
        office.closes(AUTUMN.last_day)
        write(folder, office.publishes(date(2027, 1, 20)))
    return folder


@pytest.mark.parametrize(("width", "scheme"), [(320, "light"), (1280, "dark")])
async def test_every_page_is_read_and_followed_without_a_script(
    browser: Browser, site: Path, width: int, scheme: str
) -> None:
    context = await browser.new_context(
        viewport={"width": width, "height": 700},
        color_scheme="dark" if scheme == "dark" else "light",
        java_script_enabled=False,
    )
    page = await context.new_page()
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    await page.goto(f"file://{site}/index.html")
    await page.get_by_role("link", name="alert(1)").first.click()
    assert await page.locator("h1").inner_text() == HOSTILE
    table = page.locator("table").first
    assert not await table.is_visible()
    await page.locator("summary").first.click()
    assert await table.is_visible()
    wide = await page.locator("html").evaluate("node => node.scrollWidth")
    assert wide <= width, "nothing is wider than the phone"
    await page.get_by_role("link", name="English").click()
    assert "grade" in await page.locator("body").inner_text()
    colours = await page.locator("body").evaluate("node => getComputedStyle(node).backgroundColor")
    assert colours == ("rgb(20, 24, 28)" if scheme == "dark" else "rgb(255, 255, 255)")
    await page.get_by_role("link", name="All results").click()
    assert (await page.title()).startswith("What citizens say")
    await page.get_by_role("link", name="Proofs").first.click()
    assert "The fingerprint of all these ratings" in await page.locator("body").inner_text()
    wide = await page.locator("html").evaluate("node => node.scrollWidth")
    assert wide <= width, "nor is the fingerprint"
    assert all(url.startswith(f"file://{site}/") for url in asked), "nothing from elsewhere"
    await context.close()
