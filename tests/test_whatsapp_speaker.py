"""The speaker on WhatsApp: whatever a letter is, it arrives, and whatever befalls it is known."""

from __future__ import annotations

import socket
from collections.abc import AsyncIterator
from dataclasses import replace
from datetime import timedelta

import pytest
from aiohttp import web

from bot.channel import Spoken, TemplateLetter, Undelivered
from bot.sandbox.whatsapp import WhatsAppBox
from models.letters import File
from models.store.engine.database import Database, opened
from models.store.prompts import daily_limit
from tests.actors import Clock
from tests.whatsapp import (
    KNOCK,
    PNG,
    TOKEN,
    Talk,
    approved,
    asking,
    mouth,
    opened_box,
    with_window,
)

HALO = Spoken("Halo")
FOUR = ("Satu", "Dua", "Tiga", "Empat")


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
async def database(sqlite: str) -> AsyncIterator[Database]:
    made = opened(sqlite)
    yield made
    await made.close()


@pytest.fixture
async def box(clock: Clock) -> AsyncIterator[WhatsAppBox]:
    async with opened_box(clock) as made:
        yield made


@pytest.fixture
async def talk(box: WhatsAppBox, database: Database, clock: Clock) -> AsyncIterator[Talk]:
    made = Talk(box, database, clock)
    yield made
    await made.mouth.close()


# -- every shape of a letter arrives ----------------------------------------------------------


@pytest.mark.parametrize(
    ("spoken", "kinds"),
    [
        (Spoken("Halo"), ["text"]),
        (asking("Bagaimana?", "Baik", "Buruk", "Batal"), ["button"]),
        (asking("Bagaimana?", *FOUR), ["list"]),
        (Spoken("Grafik", picture=PNG), ["image"]),
        (asking("Grafik", "Lagi", picture=PNG), ["button"]),
        (asking("Grafik", *FOUR, picture=PNG), ["image", "list"]),
    ],
)
async def test_every_letter_arrives_in_few_bubbles(
    talk: Talk, spoken: Spoken, kinds: list[str]
) -> None:
    assert await talk.say(spoken) == "said"
    assert talk.kinds == kinds
    assert talk.box.refusals == []


async def test_whoever_has_a_phone_number_only_and_who_has_none_are_reached(talk: Talk) -> None:
    budi = talk.box.phone(1002, name="Budi", number=None)
    budi.start()
    assert await talk.say(Spoken("Halo"), to=budi) == "said"
    spoken = with_window(Spoken("Halo"), talk.sari, "l1.0")
    assert await talk.mouth.say(str(talk.sari.number), spoken, kind="reply")
    assert [one.get("to") for one in talk.sent] == [None, talk.sari.number]
    assert [one.get("recipient") for one in talk.sent] == [budi.id, None]


async def test_where_only_buttons_are_taken_away_nothing_is_asked_of_the_platform(
    talk: Talk,
) -> None:
    assert await talk.say(Spoken("", about="12")) == "nothing"
    assert talk.sent == []


async def test_every_bubble_carries_its_track(talk: Talk) -> None:
    await talk.say(asking("Grafik", *FOUR, picture=PNG), letter=7, attempt=2)
    assert [one["biz_opaque_callback_data"] for one in talk.sent] == ["l7.2.1.2", "l7.2.2.2"]


@pytest.mark.parametrize(("kind", "type_"), [("photo", "image"), ("document", "document")])
async def test_a_file_is_shown_by_its_id(talk: Talk, kind: str, type_: str) -> None:
    number = talk.sari.sends("photo", PNG)
    file = File(kind, number, "arsip.png")  # type: ignore[arg-type]
    assert await talk.say(Spoken("Bukti", file=file)) == "said"
    assert talk.kinds == [type_]
    assert talk.sari.messages[-1].text == "Bukti"


async def test_a_voice_note_is_shown_by_its_id(talk: Talk) -> None:
    number = talk.sari.sends("voice", b"OggS")
    assert await talk.say(Spoken("Bukti", file=File("voice", number))) == "said"
    assert talk.kinds == ["audio"]


@pytest.mark.parametrize(
    ("kind", "content", "mime", "type_"),
    [
        ("photo", PNG, "image/png", "image"),
        ("photo", b"not a picture", "application/pdf", "document"),
        ("voice", b"OggS", "audio/ogg", "audio"),
        ("voice", b"%PDF", "application/pdf", "document"),
        ("document", b"%PDF", "application/pdf", "document"),
    ],
)
async def test_a_file_of_another_channel_is_shown_with_its_content(
    talk: Talk, kind: str, content: bytes, mime: str, type_: str
) -> None:
    file = File(kind, "from-telegram", "bukti")  # type: ignore[arg-type]
    assert await talk.say(Spoken("Bukti", file=file, content=content, mime=mime)) == "said"
    assert talk.kinds == [type_]
    (kept,) = talk.box.shelf.files.values()
    assert kept.content == content


async def test_a_file_that_the_platform_does_not_take_is_told_of_in_words(talk: Talk) -> None:
    file = File("document", "from-telegram", "arsip.zip")
    spoken = Spoken("Bukti", file=file, content=b"PK", mime="application/zip")
    assert await talk.say(spoken) == "said"
    assert talk.kinds == ["text"]
    assert talk.sari.messages[-1].text.startswith("Bukti\n\nBerkas ini tidak dapat")


# -- bubbles after each other -----------------------------------------------------------------


async def test_a_bubble_that_arrived_is_not_said_again(talk: Talk) -> None:
    letter = asking("Grafik", *FOUR, picture=PNG)
    talk.at_send(2, lambda: talk.box.faults.fail(131000))
    assert await talk.say(letter, letter=9) == "later"
    assert await talk.say(letter, letter=9, attempt=1) == "said"
    assert talk.kinds == ["image", "list"]
    assert talk.sent[1]["biz_opaque_callback_data"] == "l9.1.2.2"


async def test_what_is_known_of_one_letter_is_not_taken_for_another(talk: Talk) -> None:
    letter = asking("Grafik", *FOUR, picture=PNG)
    budi = talk.box.phone(1002, name="Budi")
    budi.start()
    talk.at_send(2, lambda: talk.box.faults.fail(131000))
    await talk.say(letter, letter=9)
    await talk.say(letter, letter=10)
    await talk.say(letter, letter=9, to=budi)
    await talk.say(replace(letter, text="Lain"), letter=9)
    assert talk.kinds == ["image", *["image", "list"] * 3]


async def test_no_more_is_remembered_of_letters_than_can_be(talk: Talk) -> None:
    talk.mouth._begun = {("x", f"l{n}"): (1, []) for n in range(1001)}
    await talk.say(Spoken("Halo"))
    assert len(talk.mouth._begun) == 1000


async def test_a_letter_whose_second_bubble_finds_the_window_closed_goes_as_a_template(
    talk: Talk,
) -> None:
    await approved(talk)
    talk.at_send(2, lambda: talk.clock.forward(hours=24))
    letter = asking("Grafik", *FOUR, picture=PNG, as_template=KNOCK)
    assert await talk.say(letter) == "said"
    assert [one["type"] for one in talk.sent] == ["image", "template"]


# -- what is awaited before ------------------------------------------------------------------


@pytest.mark.parametrize("first", ["done", "failed"])
async def test_a_prompt_is_marked_once_and_only_when_it_goes(talk: Talk, first: str) -> None:
    seen: list[int] = []

    async def before() -> None:
        seen.append(len(talk.box.shelf.files))

    letter = asking("Grafik", *FOUR, picture=PNG)
    if first == "failed":
        talk.at_send(2, lambda: talk.box.faults.fail(131000))
        await talk.say(letter, kind="prompt", before=before, letter=9)
    assert await talk.say(letter, kind="prompt", before=before, letter=9) == "said"
    assert seen == ([1] if first == "done" else [1, 1])


async def test_a_letter_that_is_stopped_at_the_last_moment_is_not_sent(talk: Talk) -> None:
    async def before() -> None:
        raise LookupError

    with pytest.raises(LookupError):
        await talk.say(Spoken("Halo"), kind="prompt", before=before)
    assert talk.sent == []


async def test_a_picture_that_cannot_be_uploaded_leaves_no_doubt(talk: Talk) -> None:
    begun: list[str] = []

    async def before() -> None:
        begun.append("begun")

    talk.box.faults.down = True
    assert await talk.say(Spoken("", picture=PNG), kind="prompt", before=before) == "later"
    assert begun == []


# -- the window ------------------------------------------------------------------------------


async def test_out_of_the_window_a_letter_goes_as_its_template(talk: Talk) -> None:
    await approved(talk)
    talk.clock.forward(hours=24)
    assert await talk.say(asking("Kabar tim Anda", "Lihat tim", as_template=KNOCK)) == "said"
    (bubble,) = [m for m in talk.sari.messages if not m.mine]
    assert bubble.template == "brief_short"
    assert bubble.text == "Halo Sari, ada kabar tim Anda di Tilik pekan ini."
    assert [button.data for row in bubble.buttons for button in row] == ["o.tim."]


@pytest.mark.parametrize("passed", [timedelta(hours=23, minutes=58), timedelta(hours=24)])
async def test_the_window_is_left_a_minute_early(talk: Talk, passed: timedelta) -> None:
    await approved(talk)
    talk.clock.forward(seconds=passed.total_seconds())
    await talk.say(Spoken("Halo", as_template=KNOCK))
    assert (talk.kinds == ["text"]) == (passed < timedelta(hours=23, minutes=59))


@pytest.mark.parametrize("as_template", [None, KNOCK])
async def test_without_an_approved_template_a_letter_waits_for_the_window(
    talk: Talk, as_template: TemplateLetter | None
) -> None:
    talk.clock.forward(hours=24)
    assert await talk.say(Spoken("Halo", as_template=as_template)) == "closed"
    assert talk.sent == []


async def test_a_window_that_is_closed_to_the_platform_alone_is_closed(talk: Talk) -> None:
    heard_at = talk.clock()
    talk.clock.forward(hours=24)
    late = Spoken("Halo", as_template=KNOCK, heard_at=heard_at + timedelta(hours=1))
    assert await talk.say(late) == "closed"
    await approved(talk)
    assert await talk.say(late) == "said"
    assert [one["type"] for one in talk.sent] == ["template"]


async def test_whoever_has_never_written_is_opened_a_conversation_to(talk: Talk) -> None:
    await approved(talk)
    budi = talk.box.phone(1002, name="Budi")
    assert await talk.say(Spoken("Halo", as_template=KNOCK), to=budi) == "said"
    assert budi.messages[-1].template == KNOCK.name


async def test_a_template_that_is_there_for_us_alone_keeps_the_letter_waiting(talk: Talk) -> None:
    await approved(talk)
    talk.box.pause(KNOCK.name)
    talk.clock.forward(hours=24)
    assert await talk.say(Spoken("Halo", as_template=KNOCK)) == "closed"


async def test_a_long_fact_fits_into_its_template(talk: Talk) -> None:
    await approved(talk)
    talk.clock.forward(hours=24)
    long = replace(KNOCK, facts={"name": "x" * 3000})
    assert await talk.say(Spoken("Halo", as_template=long)) == "said"


async def test_on_a_day_on_which_no_more_may_be_spoken_to_a_letter_waits(talk: Talk) -> None:
    await approved(talk)
    now = talk.clock()
    await talk.database.run(lambda store: daily_limit.set_limit(store, "whatsapp", 0, now=now))
    talk.clock.forward(hours=24)
    assert await talk.say(Spoken("Halo", as_template=KNOCK)) == "later"
    assert talk.after == 1800
    assert talk.sent == []


# -- what becomes of a request ---------------------------------------------------------------


@pytest.mark.parametrize(
    ("code", "http", "why", "after"),
    [
        (131009, 400, "wrong", 0),
        (131026, 400, "gone", 0),
        (131000, 400, "later", 0),
        (131049, 400, "later", 86400),
        (190, 401, "later", 60),
        (10, 403, "later", 60),
        (131042, 400, "later", 60),
        (131000, 500, "later", 0),
        (131016, 503, "later", 0),
        (2, 503, "later", 0),
        (3, 500, "later", 60),
        (131045, 500, "later", 60),
        (131026, 500, "gone", 0),
        (131047, 500, "closed", 0),
        (999_999, 500, "later", 0),
        (130429, 500, "later", 5),
    ],
)
async def test_what_whatsapp_says_tells_whether_it_arrived(
    talk: Talk, code: int, http: int, why: str, after: float
) -> None:
    talk.box.faults.fail(code, http=http)
    assert await talk.say(Spoken("Halo")) == why
    assert talk.after == pytest.approx(after, abs=0.5)
    assert talk.sent == []


async def test_a_wrong_token_or_number_costs_no_letter(
    box: WhatsAppBox, database: Database, clock: Clock
) -> None:
    talk = Talk(box, database, clock)
    for change in ({"token": "other"}, {"phone_id": "5"}):
        box.business = replace(box.business, **change)
        assert await talk.say(Spoken("Halo")) == "later"
        assert talk.after == 60
    await talk.mouth.close()


async def test_what_was_accepted_without_an_answer_is_of_unknown_outcome(talk: Talk) -> None:
    talk.box.faults.drop_after_accept()
    assert await talk.say(Spoken("Halo")) == "unknown"
    assert talk.after == 30
    assert len(talk.sent) == 1


async def test_where_nobody_listens_nothing_was_sent_for_certain(
    database: Database, clock: Clock
) -> None:
    with socket.socket() as closed:
        closed.bind(("127.0.0.1", 0))
        assert await said_to(f"http://127.0.0.1:{closed.getsockname()[1]}", database, clock) == (
            "later"
        )


@pytest.mark.parametrize(
    ("status", "body", "why"),
    [
        (200, "<html>", "unknown"),
        (200, '{"error": {"code": 190, "message": "no"}}', "later"),
        (302, "", "unknown"),
        (400, '{"error": "no"}', "unknown"),
        (400, '{"error": {"message": "no"}}', "unknown"),
        (403, "<html>", "later"),
        (404, "<html>", "later"),
        (429, "<html>", "later"),
        (502, "<html>", "unknown"),
        (502, '{"error": {"code": 3, "message": "no"}}', "later"),
        (503, '{"error": {"code": 131016}}', "later"),
        (500, '{"error": {"code": "131026"}}', "gone"),
        (500, '{"error": {}}', "unknown"),
        (500, '{"error": null}', "unknown"),
    ],
)
@pytest.mark.parametrize("below", ["", "/graph"])
async def test_of_a_page_of_a_gateway_only_a_refusal_is_certain(
    database: Database, clock: Clock, *, status: int, body: str, why: str, below: str
) -> None:
    paths: list[str] = []

    async def page(request: web.Request) -> web.Response:
        paths.append(request.path)
        return web.Response(status=status, text=body, content_type="text/html")

    app = web.Application()
    app.router.add_route("*", "/{tail:.*}", page)
    runner = web.AppRunner(app)
    await runner.setup()
    await web.TCPSite(runner, "127.0.0.1", 0).start()
    host, port = runner.addresses[0]
    try:
        assert await said_to(f"http://{host}:{port}{below}", database, clock) == why
    finally:
        await runner.cleanup()
    assert all(path.startswith(f"{below}/v") for path in paths)


async def test_a_shelf_that_gives_no_id_has_a_picture_tried_again(
    database: Database, clock: Clock
) -> None:
    async def page(_: web.Request) -> web.Response:
        return web.json_response([])

    app = web.Application()
    app.router.add_route("*", "/{tail:.*}", page)
    runner = web.AppRunner(app)
    await runner.setup()
    await web.TCPSite(runner, "127.0.0.1", 0).start()
    host, port = runner.addresses[0]
    picture = Spoken("", picture=PNG)
    try:
        assert await said_to(f"http://{host}:{port}", database, clock, picture) == "later"
    finally:
        await runner.cleanup()


async def test_the_office_is_told_once_that_its_account_is_refused(
    talk: Talk, caplog: pytest.LogCaptureFixture
) -> None:
    talk.box.faults.fail(131042, times=2)
    for _ in range(3):
        await talk.say(Spoken("Halo"))
    assert [row.getMessage() for row in caplog.records if row.name == "tilik.whatsapp"] == [
        "WhatsApp refuses this account for now: 131042"
    ]


async def test_no_log_holds_words_a_number_or_a_token(
    talk: Talk, caplog: pytest.LogCaptureFixture
) -> None:
    for code in (130429, 190, 131009, 131026, 131056):
        talk.box.faults.fail(code)
        await talk.say(Spoken("Rahasia"))
    ours = [row.getMessage() for row in caplog.records if row.name.startswith("tilik")]
    for secret in ("Rahasia", TOKEN, talk.sari.id, str(talk.sari.number)):
        assert not any(secret in line for line in ours)


async def test_there_is_neither_a_toast_nor_a_menu(talk: Talk) -> None:
    await talk.mouth.toast("1", "Halo")
    await talk.mouth.menu("1", ())
    assert talk.sent == []


async def said_to(api: str, database: Database, clock: Clock, spoken: Spoken = HALO) -> str:
    """What becomes of one message; why not, or 'said'."""
    speaker = mouth(api, database, clock)
    try:
        await speaker.say("ID.1", replace(spoken, heard_at=clock(), track="l1.0"), kind="prompt")
    except Undelivered as wrong:
        return wrong.why
    finally:
        await speaker.close()
    return "said"
