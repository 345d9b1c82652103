"""What the page does with hostile texts, refusals and a server that is away."""

import json

from playwright.async_api import Route, expect

from tests.browser.stage import SARI, Stage

HOSTILE = '<img src=x onerror="window.struck=1"><b>tebal</b><script>window.struck=1</script>&lt;i'


async def test_a_refusal_of_the_clock_is_said(stage: Stage) -> None:
    await stage.page.get_by_test_id("clock-forward-1440").click()
    await expect(stage.page.get_by_test_id("error-clock")).to_have_text("Jam ini hanya maju sejam.")
    await stage.page.get_by_test_id("clock-forward-60").click()
    await expect(stage.page.get_by_test_id("error-clock")).to_be_empty()


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


async def test_without_an_answer_the_typed_text_is_kept_and_said_so(started: Stage) -> None:
    await started.page.route("**/box/say", lambda route: route.abort())
    await started.says(SARI, "jangan hilang")
    trouble = started.on("error")
    await expect(trouble).to_contain_text("tidak menjawab")
    await expect(started.on("say")).to_have_value("jangan hilang")
    await started.page.unroute("**/box/say")
    await started.on("send").click()
    await started.reads(SARI, "[id] jangan hilang")
    await expect(trouble).to_be_empty()


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
