"""A chat that is not known to be its person's: every conversation, every button there ever was."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from sqlalchemy import Connection

from bot.channel import Heard
from bot.inbound.outcome import Speech, turned
from bot.texts import catalogue, lexicon
from handlers import CONVERSATIONS, VERBS
from handlers.engine.conversation import Asking
from handlers.engine.said import Typed
from models.people import Person, Trust
from models.refused import Refused
from models.store import Store
from models.store.chat import addresses, new_chats
from models.store.people import people
from models.store.work import entries
from models.work import Entry
from tests.actors import NINE_O_CLOCK as NOW
from tests.office import Staff, open_office, staff_office
from tests.played import empty_store, labels, letter, person_of, played, typed, words
from tests.test_old_buttons import OLD

OPEN: dict[Trust, set[str]] = {
    "new": {"catat", "akun", "daftar", "bahasa", "privasi"},
    "frozen": {"akun", "daftar", "bahasa", "privasi"},
}
WHY = {"new": "akun-new-only", "frozen": "akun-frozen"}


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Connection]:
    with empty_store(tmp_path) as store:
        yield store


def standing(store: Store, trust: Trust) -> tuple[Staff, Person]:
    """The staff, and Dewi's new chat, which stands so."""
    open_office(store, now=NOW)
    staff = staff_office(store, NOW)
    dewi = person_of(store, staff.employee_id, NOW)
    entries.add(store, Entry(0, "", dewi.id or 0, NOW.date(), NOW.date(), "Rahasia", sent_at=NOW))
    met = addresses.meet(store, "whatsapp", "new").address
    addresses.change(store, met.id, person_id=dewi.id, trust=trust)
    new = addresses.by_id(store, met.id)
    one = new_chats.used(store, dewi.id or 0, new, now=NOW)
    if trust == "frozen":
        new_chats.freeze(store, one, NOW)
    return staff, addresses.person_at(store, addresses.by_id(store, met.id), NOW)


@pytest.mark.parametrize("trust", ["new", "frozen"])
def test_nothing_opens_that_says_nothing_of_it(store: Store, trust: Trust) -> None:
    """By any button there ever was, and by every name that is typed."""
    _, there = standing(store, trust)
    taps = [tap.split(".", 2)[1:] for tap, _ in OLD] + [[name, ""] for name in CONVERSATIONS]
    for name, opening in taps:
        if name not in OPEN[trust]:
            with pytest.raises(Refused) as refused:
                played(store, there, f"o.{name}.{opening}", now=NOW)
            assert refused.value.why.id == WHY[trust], (name, opening)


@pytest.mark.parametrize("trust", ["new", "frozen"])
def test_what_opens_is_just_what_says_so(store: Store, trust: Trust) -> None:
    _, there = standing(store, trust)
    opens = {name for name, one in CONVERSATIONS.items() if one.manifest.opens_to(there)}
    assert opens == OPEN[trust]


@pytest.mark.parametrize("opening", ["", "b1", "d1@2026-11-20", "t1@2026-11-20", "@2026-11-20"])
def test_a_new_chat_logs_today_whatever_its_button_says(store: Store, opening: str) -> None:
    _, there = standing(store, "new")
    asked = played(store, there, f"o.catat.{opening}", now=NOW)
    assert isinstance(asked, Asking)
    assert "Rahasia" not in words(asked)
    said = (typed("Kerja"), typed("3 berkas"))
    kept = letter(store, there, f"o.catat.{opening}", *said, "save", now=NOW)
    assert labels(kept) == ["Catat lagi"]
    newest = entries.newest(store, there.id or 0, most=1)[0]
    assert (newest.activity, newest.day, newest.target_id) == ("Kerja", NOW.date(), None)


def test_a_frozen_chat_logs_nothing_even_by_the_form_itself(store: Store) -> None:
    """The conversation asks for the right too, not only the way to it."""
    _, there = standing(store, "frozen")
    topic, opening = CONVERSATIONS["catat"].opened("")
    with pytest.raises(Refused, match="log-not-staff"):
        topic.look(store, there, opening, NOW)


def test_a_number_that_was_given_to_somebody_else_asks_for_a_code(store: Store) -> None:
    """Whoever writes under a new id with the number of somebody of the office is not them yet."""
    open_office(store, now=NOW)
    staff = staff_office(store, NOW)
    old = addresses.meet(store, "whatsapp", "628").address
    addresses.change(store, old.id, person_id=staff.employee_id)

    def writes(text: str) -> str:
        heard = Heard("whatsapp", "ID.7", text, Typed(text), also="628", at=NOW)
        met = addresses.heard_from(
            store, addresses.meet(store, "whatsapp", "ID.7", also="628", now=NOW), at=NOW
        )
        texts = catalogue()
        speech = Speech(texts, lexicon(texts, verbs=VERBS, conversations=CONVERSATIONS))
        done = turned(store, heard, met, now=NOW, speech=speech)
        return "\n".join(words(envelope.letter) for envelope in done.letters)

    first = writes("riwayat")
    assert "Nomor ini pernah dipakai" in first
    assert "Ini untuk pegawai yang sudah terdaftar" in first
    assert "Dewi" not in first
    code = people.invite(store, staff.employee_id, now=NOW)
    assert "Nomor ini pernah dipakai" not in writes(f"daftar {code}")
    waits = writes("saya mengerti")
    assert "Obrolan lama tidak dapat kami jangkau" in waits
    assert not addresses.of_person(store, staff.employee_id)


def test_whoever_has_a_role_has_none_in_a_new_chat(store: Store) -> None:
    staff, _ = standing(store, "new")
    met = addresses.meet(store, "whatsapp", "boss").address
    addresses.change(store, met.id, person_id=staff.superior_id)
    known = addresses.person_at(store, addresses.by_id(store, met.id), NOW)
    assert known.team
    assert known.duties
    new = replace(known.address, trust="new")
    there = addresses.person_at(store, new, NOW)
    assert (there.team, there.duties) == ((), ())
