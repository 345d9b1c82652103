"""What a typed line means: which of its readings wins, and what the open form has to say to it."""

from __future__ import annotations

import pytest
from sqlalchemy import func, select

import bot.turn.form
from bot.channel import Heard
from bot.cli.bubbles.phone import PlayedPhone
from bot.inbound.outcome import Speech
from bot.texts import catalogue, lexicon
from bot.turn.form import Barred, Form
from bot.turn.words import COMMANDS, READINGS, line_of, reading_of
from bot.whatsapp.traits import CHANNEL, WHATSAPP
from handlers import CONVERSATIONS, VERBS
from handlers.engine.said import Typed
from handlers.listed import PROMPTS
from models.screens import Screens, Shown
from models.store import Store, schema
from models.store.chat import addresses
from tests.office import Office, staff_office
from tests.played import spelled
from tests.sample import MONDAY as NOW

WORDS = lexicon(catalogue(), verbs=VERBS, conversations=CONVERSATIONS)
TO_FORMS = {
    "no form": (),
    "a choice": ("nilai",),
    "a face": ("nilai CODE",),
    "free words": ("nilai CODE", "baik", "4"),
    "a joining code": ("daftar",),
    "an employee": ("daftar HEAD", "saya mengerti"),
    "a few of a list": ("nilai", "kel"),
    "a prompt": (),
}
"""What is typed to get to a form that asks for this."""


@pytest.fixture(scope="module")
def office(store: Store, office: Office) -> Office:
    """An office whose head works there too."""
    staff_office(store, NOW)
    return office


def spelled_out(text: str, office: Office) -> str:
    """With the code of a counter that there is, and the head's."""
    code = office.counter("KTP-el, loket 1").code
    return text.replace("CODE", code).replace("HEAD", office.head_code)


def form_at(store: Store, office: Office, asked: str) -> Form:
    """The form of somebody who is asked for this; it is not looked up yet."""
    phone = PlayedPhone(
        store, f"62{sorted(TO_FORMS).index(asked)}", NOW, Speech(catalogue(), WORDS)
    )
    joined = addresses.meet(store, CHANNEL, phone.sender).address.person_id is not None
    if phone.form is None and not joined:
        for text in TO_FORMS[asked]:
            phone.does(Typed(spelled_out(text, office)))
    met = addresses.meet(store, CHANNEL, phone.sender)
    prompted = Screens((Shown(1, {}, PROMPTS.every[0].kind),), asked=True)
    return Form(
        store=store,
        heard=Heard(channel=CHANNEL, sender=phone.sender, key="", said=Typed("")),
        now=NOW,
        person=addresses.person_at(store, met.address, NOW),
        stands=met.dialogue,
        spell=spelled,
        traits=WHATSAPP,
        screens=prompted if asked == "a prompt" else met.screens,
    )


# What is asked, what is typed, and the readings that apply in their order: the first one wins.
PROMISES = [
    ("no form", "terima kasih", "thanks > unasked"),
    ("a choice", "terima kasih", "no comment > answer > unasked"),
    ("free words", "ya", "no comment > answer > unasked"),
    (
        "free words",
        "lanjut",
        "on with the form > name of a conversation > answer > unasked",
    ),
    ("an employee", "catat rapat", "work > unasked"),
    ("free words", "catat rapat", "answer > unasked"),
    ("an employee", "/catat rapat", "work > command > name of a conversation > unasked"),
    ("an employee", "/catat b1", "command > name of a conversation > unasked"),
    ("no form", "batal", "cancel > unasked"),
    ("free words", "Batal", "cancel > answer > unasked"),
    ("free words", "/batal", "cancel > answer > unasked"),
    ("no form", "kembali", "way through no form > unasked"),
    ("free words", "kembali", "way through the form > answer > unasked"),
    ("no form", "koreksi", "amending > unasked"),
    ("free words", "koreksi", "way through the form > answer > unasked"),
    (
        "a joining code",
        "daftar 2BCDEFGHJK",
        "code for the joining form > joining > answer > unasked",
    ),
    ("free words", "LIVECODE42", "answer > unasked"),
    ("no form", "bukti K7P3XA", "code of what is counted > unasked"),
    ("no form", "2BCDEFGHJK", "single-use code alone > unasked"),
    ("a choice", "2bcde fghjk", "single-use code alone > answer > unasked"),
    ("no form", "setuju semua ya", "name of a conversation > unasked"),
    ("a choice", "Kembali ke loket", "answer > unasked"),
    ("no form", "status ADU-K7P3XA", "complaint's number > unasked"),
    ("no form", "jam buka", "about the office > unasked"),
    ("a choice", "pungli", "about the office > answer > unasked"),
    ("free words", "pungli", "answer > unasked"),
    ("a choice", "selamat pagi, pak", "greeting > answer > unasked"),
    ("no form", "Assalamu'alaikum wr. wb.", "greeting > unasked"),
    ("free words", "pagi", "answer > unasked"),
    ("free words", "Selamat pagi", "greeting > answer > unasked"),
    ("a face", "kurang baik", "words on the screen > answer > unasked"),
    ("no form", "daftar !kode", "joining > unasked"),
    ("a choice", "daftar antrean", "joining > answer > unasked"),
    ("free words", "daftar antrean", "answer > unasked"),
    ("free words", "daftar 2BCDEFGHJK", "joining > answer > unasked"),
    ("free words", "daftar ABCDEFGHJK", "answer > unasked"),
    (
        "free words",
        "/daftar 2BCDEFGHJK",
        "joining command > command > joining > name of a conversation > answer > unasked",
    ),
    ("no form", "nilai CODE", "place > unasked"),
    ("free words", "survei CODE-1", "place > answer > unasked"),
    ("no form", "nilai AAAAA", "place > unasked"),
    ("free words", "nilai AAAAA", "answer > unasked"),
    (
        "free words",
        "/nilai CODE",
        "place command > command > place > name of a conversation > answer > unasked",
    ),
    ("no form", "nilai", "name of a conversation > unasked"),
    ("free words", "Nilai Layanan", "name of a conversation > answer > unasked"),
    ("free words", "/saya@tilik", "command > name of a conversation > answer > unasked"),
    ("free words", "/saya 2026", "command > name of a conversation > answer > unasked"),
    ("free words", "saya 2026", "answer > unasked"),
    ("a choice", "TLK-23BCDF", "receipt > answer > unasked"),
    ("free words", "TLK-23BCDF", "answer > unasked"),
    ("no form", "CODE", "counter's code > unasked"),
    ("a choice", "CODE", "counter's code > answer > unasked"),
    ("free words", "CODE", "answer > unasked"),
    ("no form", "K7Q2P", "counter's code > unasked"),
    ("no form", "BAGUS", "unasked"),
    ("a choice", "K7Q2P", "answer > unasked"),
    ("a choice", "1", "answer > unasked"),
    ("a choice", "/entah", "answer > unasked"),
    ("a few of a list", "no. 1", "row > answer > unasked"),
    ("a few of a list", "9", "row > answer > unasked"),
    ("a prompt", "Melayani akta", "answer to what was shown last > unasked"),
    ("a prompt", "riwayat", "name of a conversation > answer to what was shown last > unasked"),
]


@pytest.mark.parametrize(("asked", "text", "promised"), PROMISES)
def test_the_first_reading_wins(
    store: Store, office: Office, asked: str, text: str, promised: str
) -> None:
    form, line = form_at(store, office, asked), line_of(spelled_out(text, office), WORDS)
    won = reading_of(form, line).name
    form.resolve()
    apply = [one.name for one in (*COMMANDS, *READINGS) if one.applies(form, line)]
    assert (" > ".join(apply), won) == (promised, promised.split(" > ")[0])


def test_every_reading_wins_somewhere() -> None:
    winners = [promised.split(" > ")[0] for _, _, promised in PROMISES]
    # tests/test_talk.py
    of_staff = {"yes to all", "words of a button", "first words of a button", "change on a card"}
    of_staff.add("days of a leave")
    # tests/test_keeper.py
    of_told = {"yes or no to what decides", "words of what was told"}
    assert {one.name for one in (*COMMANDS, *READINGS)} == {*winners} | of_staff | of_told


@pytest.mark.parametrize("asked", ["free words", "a choice", "an employee", "a prompt"])
def test_whatever_names_a_conversation_or_steers_is_never_an_answer(
    store: Store, office: Office, asked: str
) -> None:
    form = form_at(store, office, asked)
    verbs = [word for word, verb in WORDS.verbs.items() if verb not in ("thanks", "correct")]
    for word in (*WORDS.openings, *(verbs if form.dialogue is not None else ())):
        for text in (word, word.upper(), f"/{word}", f"{word}."):
            won = reading_of(form, line_of(text, WORDS)).name
            assert not won.startswith("answer"), (text, won)
            assert won not in ("row", "unasked"), (text, won)


@pytest.mark.parametrize("text", ["/nilai", "/nilai CODE", "/daftar 2BCDEFGHJK", "batal", "lewati"])
def test_a_command_is_known_without_a_look_at_the_open_form(
    store: Store, office: Office, text: str
) -> None:
    form = form_at(store, office, "free words")
    assert reading_of(form, line_of(spelled_out(text, office), WORDS)) in COMMANDS
    assert form.open is None


def test_an_open_form_is_looked_up_once(store: Store, office: Office) -> None:
    form = form_at(store, office, "a choice")
    opened = form.resolve()
    assert opened is not None
    assert form.resolve() is opened is form.open


def test_to_look_a_form_up_that_is_gone_writes_nothing(
    store: Store, office: Office, monkeypatch: pytest.MonkeyPatch
) -> None:
    form = form_at(store, office, "a choice")
    left = {name: one for name, one in CONVERSATIONS.items() if name != "nilai"}
    monkeypatch.setattr(bot.turn.form, "CONVERSATIONS", left)
    count = select(func.count()).select_from(schema.dialogues)
    before, stands = store.execute(count).scalar_one(), form.stands
    with pytest.raises(Barred, match="form-gone"):
        form.resolve()
    assert (store.execute(count).scalar_one(), form.stands, form.out) == (before, stands, [])
