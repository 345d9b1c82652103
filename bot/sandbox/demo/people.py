"""The demo's people and the wall: who has which phone, and what hangs at the counters."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime
from functools import partial
from zoneinfo import ZoneInfo

from bot.sandbox.demo.office import HEAD, furnish, publish
from bot.sandbox.demo.staff import HIRES, JOINED, ZONE, also_on, join, unapproved
from bot.sandbox.page.page import PhonesPage
from bot.sandbox.records import WallPoster
from bot.sandbox.whatsapp import WhatsAppBox
from bot.telegram.username import deep_link
from bot.texts import Texts
from bot.whatsapp.number import whatsapp_link
from bot.whatsapp.templates.shapes import shapes
from models.letters import Text
from models.services import Counter
from models.store import Store
from models.store.chat import addresses
from models.store.people import people, posts

CITIZENS = ((1001, "Sari"), (1002, "Budi"))
HEAD_CHAT = 2001
STAFF_CHATS = (3001, 3002)
KEEPER_CHAT = 4001
KEEPER = "Hani Wijaya"
"""Who keeps the office's people: lists, codes, superiors; the head is the second person. She is the
oversight team too, which the head cannot be: weighty complaints are hers."""
WATI, BAYU, DEWI = "ID.1003", "ID.1004", "ID.3001"
ROW = (1001, HEAD_CHAT, WATI, STAFF_CHATS[0], DEWI, STAFF_CHATS[1], KEEPER_CHAT, 1002, BAYU)
"""The phones from left to right: who complains beside who answers, each channel seen at once, and
Dewi's two side by side."""


def office(store: Store, *, now: datetime, seed: int) -> list[Counter]:
    """The sample office in an empty store, Dewi joined on both channels. Gives the counters."""
    counters = furnish(
        store,
        head=str(HEAD_CHAT),
        staff=[str(chat) for chat in STAFF_CHATS],
        today=now.astimezone(ZoneInfo(ZONE)).date(),
        now=now,
        seed=seed,
    )
    publish(store, counters, now)
    dewi = addresses.meet(store, "telegram", str(STAFF_CHATS[0])).address
    also_on(store, "whatsapp", DEWI, of=dewi)
    _personnel_office(store, counters[0].unit.id, now.astimezone(ZoneInfo(ZONE)).date())
    return counters


def _personnel_office(store: Store, unit_id: int, today: date) -> None:
    """Somebody who keeps the office's people, and the head, who agrees to what must be agreed."""
    keeper = people.add(store, KEEPER, nip="198902142014032005")
    posts.place(store, keeper, unit_id, "Analis Kepegawaian", since=today)
    chat = addresses.meet(store, "telegram", str(KEEPER_CHAT), now=JOINED).address
    join(store, chat, keeper)
    unapproved(store, str(KEEPER_CHAT))
    people.give_duty(store, keeper, unit_id=unit_id, duty="oversight", valid_from=today)
    head = addresses.meet(store, "telegram", str(HEAD_CHAT)).address.person_id
    for person in filter(None, (keeper, head)):
        people.give_duty(store, person, unit_id=unit_id, duty="hr", valid_from=today)


def move_in(page: PhonesPage, whatsapp: WhatsAppBox) -> None:
    """Give everybody their phones, which speak the page's language."""
    telegram, language = page.telegram, page.language
    page.zone = ZoneInfo(ZONE)
    page.row = ROW
    for number, name in CITIZENS:
        telegram.phone(number, name=name, language=language)
        page.roles[number] = "citizen"
    for number, one in zip(STAFF_CHATS, HIRES, strict=True):
        telegram.phone(number, name=one.name.split()[0], language=language).started = True
        page.roles[number] = "officer"
    telegram.phone(HEAD_CHAT, name=HEAD, language=language).started = True
    page.roles[HEAD_CHAT] = "head"
    telegram.phone(KEEPER_CHAT, name=KEEPER, language=language).started = True
    page.roles[KEEPER_CHAT] = "keeper"
    add = partial(whatsapp.phone, language=language)
    add(WATI, name="Wati", number="6281234567003")
    add(BAYU, name="Bayu", number=None)
    add(DEWI, name=HIRES[0].name.split()[0], number="6281234567001")
    page.roles |= {WATI: "citizen", BAYU: "citizen", DEWI: "officer"}


def hang_posters(
    page: PhonesPage, whatsapp: WhatsAppBox, counters: Sequence[Counter], texts: Texts
) -> None:
    """At every counter a poster with the links of both channels."""
    for counter in counters:
        words = texts.plain(page.language, Text("poster-send", {"code": counter.code}))
        page.posters.append(
            WallPoster(
                counter.services[0].name,
                counter.name,
                counter.code,
                deep_link(page.telegram.username, counter.code),
                whatsapp_link(whatsapp.number, words),
            )
        )


def approve_templates(whatsapp: WhatsAppBox, texts: Texts) -> None:
    """Every template of the catalogue, as if it had been sent in and approved long ago."""
    whatsapp.auto_approve = True
    for shape in shapes(texts):
        whatsapp.templates.create(dict(shape))
