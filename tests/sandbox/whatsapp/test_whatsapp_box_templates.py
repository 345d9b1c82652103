"""Templates: created, read by Meta, listed, edited, deleted, and sent outside the window."""

from typing import Any

import pytest

from bot.sandbox.whatsapp import WaPhone, WhatsAppBox
from tests.sandbox.whatsapp.talk import BUSINESS_ID, Bot, Clock, Door, Found, message

PATH = f"{BUSINESS_ID}/message_templates"
WORDS = "Halo {{nama}}, waktunya menilai minggu {{minggu}} bersama Tilik. Terima kasih."


def body(text: str, *names: str) -> Found:
    example = [{"param_name": name, "example": "Sari"} for name in names]
    found: Found = {"type": "BODY", "text": text}
    return {**found, "example": {"body_text_named_params": example}} if names else found


def replies(*texts: str) -> Found:
    return {"type": "BUTTONS", "buttons": [{"type": "QUICK_REPLY", "text": t} for t in texts]}


def template(**changed: Any) -> Found:
    return {
        "name": "ajakan_mingguan",
        "category": "UTILITY",
        "language": "id",
        "parameter_format": "NAMED",
        "components": [body(WORDS, "nama", "minggu"), replies("Nilai sekarang", "Nanti")],
        **changed,
    }


def filled(name: str = "ajakan_mingguan", language: str = "id", **given: str) -> Found:
    given = given or {"nama": "Sari", "minggu": "47"}
    parameters = [{"type": "text", "parameter_name": k, "text": v} for k, v in given.items()]
    components: list[Found] = [{"type": "body", "parameters": parameters}] if parameters else []
    return {"name": name, "language": {"code": language}, "components": components}


DATE: Found = {"type": "body", "parameters": [{"type": "date_time"}]}
NAME: Found = {"type": "text", "parameter_name": "nama", "text": "Sari"}
TWICE: Found = {"type": "body", "parameters": [NAME, NAME]}


def pressing(index: str, payload: str) -> Found:
    parameters = [{"type": "payload", "payload": payload}]
    return {"type": "button", "sub_type": "quick_reply", "index": index, "parameters": parameters}


@pytest.fixture
async def approved(box: WhatsAppBox, bot: Bot) -> str:
    made = await bot.posts(template(), PATH)
    box.approve()
    return str(made["id"])


async def test_a_new_template_is_pending_until_meta_decides(
    box: WhatsAppBox, bot: Bot, door: Door
) -> None:
    made = await bot.posts(template(), PATH)
    assert (made["status"], made["category"]) == ("PENDING", "UTILITY")
    fields = "name,language,status,category,components,rejected_reason,parameter_format"
    found = await bot.gets(made["id"], fields=fields)
    assert found == {
        **template(),
        "id": made["id"],
        "status": "PENDING",
        "rejected_reason": "NONE",
    }
    box.approve()
    await box.quiet()
    (change,) = door.changes()
    assert change["field"] == "message_template_status_update"
    assert change["value"] == {
        "event": "APPROVED",
        "message_template_id": int(made["id"]),
        "message_template_name": "ajakan_mingguan",
        "message_template_language": "id",
        "message_template_category": "UTILITY",
        "reason": "NONE",
    }


async def test_meta_rejects_with_a_reason_pauses_and_disables(
    box: WhatsAppBox, bot: Bot, door: Door, approved: str
) -> None:
    box.reject("ajakan_mingguan", "INVALID_FORMAT")
    assert (await bot.gets(approved, fields="rejected_reason"))["rejected_reason"] == (
        "INVALID_FORMAT"
    )
    box.pause("ajakan_mingguan", language="id")
    box.disable("ajakan_mingguan")
    await box.quiet()
    events = [(change["value"]["event"], change["value"]["reason"]) for change in door.changes()]
    assert events == [
        ("APPROVED", "NONE"),
        ("REJECTED", "INVALID_FORMAT"),
        ("PAUSED", "NONE"),
        ("DISABLED", "NONE"),
    ]
    with pytest.raises(AssertionError, match="No template"):
        box.pause("tidak_ada")


async def test_a_demo_approves_by_itself(box: WhatsAppBox, bot: Bot) -> None:
    box.auto_approve = True
    made = await bot.posts(template(), PATH)
    assert made["status"] == "PENDING"
    assert (await bot.gets(made["id"]))["status"] == "APPROVED"


@pytest.mark.parametrize(
    "changed",
    [
        {"name": "Ajakan"},
        {"name": "a" * 513},
        {"category": "SERVICE"},
        {"language": "jv"},
        {"parameter_format": "POSITIONAL"},
        {"colour": "red"},
        {"components": [replies("Ya")]},
        {"components": [body("Halo semua."), body("Halo lagi.")]},
        {"components": [body("a" * 1025)]},
        {"components": [body("{{nama}}, waktunya menilai minggu ini.", "nama")]},
        {"components": [body("Waktunya menilai minggu ini, {{nama}}", "nama")]},
        {"components": [body("Halo {{nama}}, waktunya menilai minggu ini.", "lain")]},
        {"components": [body("Halo {{Nama}}, waktunya menilai minggu ini.", "Nama")]},
        {"components": [body("Halo {{nama, waktunya menilai minggu ini.", "nama")]},
        {"components": [body("Halo {{nama}} apa?", "nama")]},
        {"components": [body("Halo semua."), replies("a" * 26)]},
        {"components": [body("Halo semua."), replies(*map(str, range(11)))]},
        {"components": [body("Halo semua."), replies("Ya", "Ya")]},
        {"components": [body("Halo semua."), replies()]},
        {"components": [body("Halo semua."), {"type": "FOOTER", "text": "Tilik"}]},
        {"components": [body("Halo semua."), {"type": "HEADER", "format": "TEXT", "text": "a"}]},
        {"components": [body("Halo semua."), {"type": "CAROUSEL"}]},
        {"components": ["Halo semua."]},
        *({"components": [body(f"Halo{gap}semua.")]} for gap in ("\t", " " * 5, "\n" * 3)),
        {
            "components": [
                body("Halo semua."),
                {"type": "BUTTONS", "buttons": [{"type": "URL", "text": "Buka"}]},
            ]
        },
    ],
)
async def test_a_template_that_meta_would_not_take_is_refused(bot: Bot, changed: Found) -> None:
    assert await bot.refused(template(**changed), PATH) == (400, 100)
    assert (await bot.gets(PATH))["data"] == []


@pytest.mark.parametrize(
    "changed",
    [
        *({name: None} for name in ("name", "category", "language", "components")),
        {"components": [body("Halo {{nama}}, waktunya menilai minggu ini.")]},
    ],
)
async def test_a_template_without_a_part_is_refused(bot: Bot, changed: Found) -> None:
    assert await bot.refused(template(**changed), PATH) == (400, 131008)


async def test_the_longest_template_fits(box: WhatsAppBox, bot: Bot) -> None:
    parts = [
        body("a" * 1024),
        replies(*(f"{n:025}" for n in range(10))),
    ]
    await bot.posts(template(name="a" * 512, components=parts), PATH)


async def test_a_name_has_one_template_in_each_language(bot: Bot) -> None:
    await bot.posts(template(), PATH)
    await bot.posts(template(language="en"), PATH)
    _, answer = await bot.calls("POST", PATH, json=template())
    assert (answer["error"]["code"], answer["error"]["error_subcode"]) == (100, 2388024)


async def test_the_list_comes_in_pages(bot: Bot) -> None:
    for number in range(5):
        await bot.posts(template(name=f"t{number}"), PATH)
    names, after = [], ""
    while True:
        page = await bot.gets(PATH, fields="name,status", limit="2", after=after)
        names += [row["name"] for row in page["data"]]
        assert all(set(row) == {"name", "status", "id"} for row in page["data"])
        after = page["paging"]["cursors"]["after"]
        if "next" not in page["paging"]:
            break
    assert names == ["t0", "t1", "t2", "t3", "t4"]
    assert (await bot.calls("GET", PATH, params={"limit": "0"}))[0] == 400
    assert (await bot.calls("GET", PATH, params={"fields": "colour"}))[0] == 400


async def test_an_edited_template_is_pending_again(
    box: WhatsAppBox, bot: Bot, approved: str
) -> None:
    parts = {"components": [body("Sudah menilai minggu ini? Terima kasih.")]}
    assert await bot.posts(parts, approved) == {"success": True}
    found = await bot.gets(approved, fields="status,components")
    assert (found["status"], found["components"]) == ("PENDING", parts["components"])
    assert await bot.refused(parts, approved) == (400, 100)
    box.approve()
    assert await bot.refused({"category": "MARKETING"}, approved) == (400, 100)
    assert await bot.refused({"components": []}, approved) == (400, 100)


async def test_a_template_reaches_somebody_outside_the_window(
    box: WhatsAppBox, bot: Bot, door: Door, approved: str
) -> None:
    budi = box.phone(1002, name="Budi", number=None)
    sent = filled()
    sent["components"].append(pressing("0", "o.nilai.47"))
    answer = await bot.says(recipient=budi.id, template=sent)
    bubble = budi.messages[-1]
    assert bubble.text == ("Halo Sari, waktunya menilai minggu 47 bersama Tilik. Terima kasih.")
    assert bubble.labels == ["Nilai sekarang", "Nanti"]
    assert bubble.template == box.ledger[-1].template == "ajakan_mingguan"
    budi.tap("Nilai")
    budi.tap("Nanti")
    await box.quiet()
    first, second = door.messages()
    assert first["type"] == "button"
    assert first["button"] == {"payload": "o.nilai.47", "text": "Nilai sekarang"}
    assert first["context"]["id"] == answer["messages"][0]["id"]
    assert second["button"] == {"payload": "Nanti", "text": "Nanti"}
    assert budi.window_is_open


@pytest.mark.parametrize(
    ("sent", "code"),
    [
        (filled(nama="Sari"), 132000),
        (filled(nama="Sari", minggu="47", hari="1"), 132000),
        (filled(nama="Sari", pekan="47"), 132012),
        (filled(nama="Sari\nBudi", minggu="47"), 132012),
        (filled(nama="Sari\tBudi", minggu="47"), 132012),
        (filled(nama="Sari     Budi", minggu="47"), 132012),
        (filled(nama="", minggu="47"), 131008),
        (filled(nama="a" * 1020, minggu="47"), 132005),
        (filled("tidak_ada"), 132001),
        (filled(language="en"), 132001),
        ({**filled(), "components": [pressing("2", "x")]}, 132000),
        ({"name": "ajakan_mingguan"}, 131008),
        ({**filled(), "components": filled()["components"] * 2}, 131009),
        ({**filled(), "components": [DATE]}, 131009),
        ({**filled(), "components": [TWICE]}, 131009),
    ],
)
async def test_a_template_that_is_filled_wrongly_is_refused(
    bot: Bot, sari: WaPhone, approved: str, sent: Found, code: int
) -> None:
    _, refused = await bot.refused(message(recipient=sari.id, template=sent))
    assert refused == code
    assert len(sari.messages) == 1


@pytest.mark.parametrize(
    "component",
    [
        pressing("9", "x" * 10),
        pressing("0", "x" * 129),
        {**pressing("0", "x"), "sub_type": "url"},
        {**pressing("0", "x"), "parameters": []},
        {key: value for key, value in pressing("0", "x").items() if key != "index"},
        {"type": "header", "parameters": []},
    ],
)
async def test_a_button_that_is_filled_wrongly_is_refused(
    bot: Bot, sari: WaPhone, approved: str, component: Found
) -> None:
    sent = filled()
    sent["components"].append(component)
    status, code = await bot.refused(message(recipient=sari.id, template=sent))
    assert status == 400
    assert code in (100, 131008, 131009, 132000)


async def test_a_button_is_filled_once(bot: Bot, sari: WaPhone, approved: str) -> None:
    sent = filled()
    sent["components"] += [pressing("0", "x"), pressing("0", "y")]
    assert await bot.refused(message(recipient=sari.id, template=sent)) == (400, 131009)


async def test_four_blanks_in_a_row_are_fine(bot: Bot, sari: WaPhone, approved: str) -> None:
    await bot.says(recipient=sari.id, template=filled(nama="Sari    B", minggu="47"))


async def test_only_an_approved_template_is_sent(box: WhatsAppBox, bot: Bot, sari: WaPhone) -> None:
    said = message(recipient=sari.id, template=filled())
    await bot.posts(template(), PATH)
    assert await bot.refused(said) == (404, 132001)
    box.approve()
    await bot.posts(said)
    box.pause("ajakan_mingguan")
    assert await bot.refused(said) == (400, 132015)
    box.disable("ajakan_mingguan")
    assert await bot.refused(said) == (400, 132016)
    box.reject("ajakan_mingguan", "PROMOTIONAL")
    assert await bot.refused(said) == (404, 132001)
    box.approve("ajakan_mingguan")
    await bot.posts(said)


async def test_templates_open_so_many_contacts_in_24_hours(
    box: WhatsAppBox, bot: Bot, sari: WaPhone, clock: Clock, approved: str
) -> None:
    box.set_tier(2)
    people = [box.phone(2000 + number) for number in range(3)]
    for phone in people[:2]:
        await bot.says(recipient=phone.id, template=filled())
    assert await bot.refused(message(recipient=people[2].id, template=filled())) == (400, 131048)
    await bot.says(recipient=people[0].id, template=filled())
    await bot.says(recipient=sari.id, template=filled())
    people[2].say("Halo")
    await bot.says(recipient=people[2].id, template=filled())
    clock.forward(hours=24)
    await bot.says(recipient=people[2].id, template=filled())
    assert list(box.contacted) == [people[2].id]


@pytest.mark.parametrize(
    ("tier", "name"),
    [
        (250, "TIER_250"),
        (2_000, "TIER_2K"),
        (10_000, "TIER_10K"),
        (100_000, "TIER_100K"),
        (None, "TIER_UNLIMITED"),
    ],
)
async def test_the_number_names_its_tier(
    box: WhatsAppBox, bot: Bot, door: Door, tier: int | None, name: str
) -> None:
    box.set_tier(tier, tell=True)
    found = await bot.gets(box.business.phone_id, fields="messaging_limit_tier,quality_rating")
    assert found == {
        "id": box.business.phone_id,
        "messaging_limit_tier": name,
        "quality_rating": "GREEN",
    }
    await box.quiet()
    (change,) = door.changes()
    assert change["field"] == "phone_number_quality_update"
    assert change["value"]["current_limit"] == name


async def test_the_limit_has_another_name_in_newer_versions(box: WhatsAppBox, bot: Bot) -> None:
    field = "whatsapp_business_manager_messaging_limit"
    assert (await bot.gets(box.business.phone_id, fields=field))[field] == "TIER_250"


async def test_the_number_is_described(box: WhatsAppBox, bot: Bot) -> None:
    found = await bot.gets(box.business.phone_id)
    assert found["verified_name"] == "Tilik"
    assert found["display_phone_number"] == "6281100000000"
    assert (await bot.calls("GET", box.business.phone_id, params={"fields": "colour"}))[0] == 400
    assert (await bot.calls("PUT", PATH))[0] == 400
