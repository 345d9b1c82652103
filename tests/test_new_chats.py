"""A chat that is not known to be its person's: every conversation, every button there ever was."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import get_args

import pytest
from sqlalchemy import Connection, delete, insert, update

from bot.channel import Heard
from bot.inbound.outcome import Speech, turned
from bot.texts import catalogue, lexicon
from handlers import CONVERSATIONS, VERBS
from handlers import new_chats as cases
from handlers.engine.conversation import Asking
from handlers.engine.said import Typed
from handlers.new_chats import code_made, standing
from models.people import Person, Trust
from models.refused import Refused
from models.store import Store, schema
from models.store.chat import addresses, chats, new_chats
from models.store.chat.new_chats import NewChat, Opened, State
from models.store.letters import claims, letters
from models.store.office import services
from models.store.people import people, posts
from models.store.work import entries
from models.work import Entry
from tests.actors import NINE_O_CLOCK as NOW
from tests.office import SINCE, Staff, open_office, staff_office
from tests.played import empty_store, labels, letter, person_of, played, tap_of, typed, words
from tests.test_old_buttons import OLD

OPEN: dict[Trust, set[str]] = {
    "new": {"catat", "akun", "daftar", "bahasa", "privasi"},
    "frozen": {"akun", "daftar", "bahasa", "privasi"},
}
WHY = {"new": "akun-new-only", "frozen": "akun-frozen"}


@pytest.fixture
def store() -> Iterator[Connection]:
    with empty_store() as store:
        yield store


def stood(store: Store, trust: Trust) -> tuple[Staff, Person]:
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
    _, there = stood(store, trust)
    taps = [tap.split(".", 2)[1:] for tap, _ in OLD] + [[name, ""] for name in CONVERSATIONS]
    for name, opening in taps:
        if name not in OPEN[trust]:
            with pytest.raises(Refused) as refused:
                played(store, there, f"o.{name}.{opening}", now=NOW)
            assert refused.value.why.id == WHY[trust], (name, opening)


@pytest.mark.parametrize("trust", ["new", "frozen"])
def test_what_opens_is_just_what_says_so(store: Store, trust: Trust) -> None:
    _, there = stood(store, trust)
    opens = {name for name, one in CONVERSATIONS.items() if one.manifest.opens_to(there)}
    assert opens == OPEN[trust]


@pytest.mark.parametrize("opening", ["", "b1", "d1@2026-11-20", "t1@2026-11-20", "@2026-11-20"])
def test_a_new_chat_logs_today_whatever_its_button_says(store: Store, opening: str) -> None:
    _, there = stood(store, "new")
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
    _, there = stood(store, "frozen")
    topic, opening = CONVERSATIONS["catat"].opened("")
    with pytest.raises(Refused, match="log-not-staff"):
        topic.look(store, there, opening, NOW)


# -- what each of them reads ------------------------------------------------------------------


def both(store: Store, *, by: int | None = None) -> tuple[Person, Person, NewChat]:
    """Dewi's older chat, her new one, and what is open of it; the code was made by somebody."""
    open_office(store, now=NOW)
    staff = staff_office(store, NOW)
    old = person_of(store, staff.employee_id, NOW)
    code_made(store, staff.employee_id, by=by, now=NOW)
    code = people.invite(store, staff.employee_id, now=NOW).code
    there = addresses.meet(store, "whatsapp", "new").address
    letter(store, addresses.person_at(store, there, NOW), f"o.daftar.{code}", "yes", now=NOW)
    new = addresses.person_at(store, addresses.by_id(store, there.id), NOW)
    (one,) = new_chats.open_of(store, staff.employee_id)
    return old, new, one


def hr(store: Store, name: str = "Hani Wijaya") -> Person:
    """Somebody of the personnel office."""
    unit = services.all_counters(store)[0].unit.id
    number = people.add(store, name)
    posts.place(store, number, unit, "Analis Kepegawaian", since=SINCE)
    people.give_duty(store, number, unit_id=unit, duty="hr", valid_from=SINCE)
    return person_of(store, number, NOW)


def test_the_screen_says_what_waits_in_either_chat(store: Store) -> None:
    old, new, one = both(store)
    assert labels(letter(store, old, "o.akun.", now=NOW)) == ["Ya, itu saya", "Bukan saya"]
    there = labels(letter(store, new, "o.akun.", now=NOW))
    assert there == ["Catat pekerjaan", "Ponsel lama hilang"]
    hr(store)
    letter(store, new, f"o.akun.h{one.id}", now=NOW)
    asked = letter(store, new, "o.akun.", now=NOW)
    assert "sudah kami minta memastikannya" in words(asked)
    assert labels(asked) == ["Catat pekerjaan"]
    assert "sudah kami minta" in words(letter(store, new, f"o.akun.h{one.id}", now=NOW))
    letter(store, old, f"o.akun.y{one.id}", now=NOW)
    nothing = words(letter(store, again(store, new), "o.akun.", now=NOW))
    assert "Tidak ada obrolan baru yang menunggu" in nothing
    assert "WhatsApp" in nothing


def test_a_code_that_is_not_used_yet_can_be_disowned_by_the_screen_too(store: Store) -> None:
    open_office(store, now=NOW)
    old = person_of(store, staff_office(store, NOW).employee_id, NOW)
    code_made(store, old.id or 0, by=None, now=NOW)
    assert labels(letter(store, old, "o.akun.", now=NOW)) == ["Bukan saya"]
    (one,) = new_chats.open_of(store, old.id or 0)
    assert "belum dipakai" in words(letter(store, old, f"o.akun.y{one.id}", now=NOW))
    boss = hr(store)
    letter(store, old, f"o.akun.x{one.id}", now=NOW)
    case = words(letter(store, boss, f"o.verifikasi.{one.id}", now=NOW))
    assert "operator Tilik" in case
    assert "Obrolan baru: belum ada" in case
    card = words(letter(store, boss, f"o.pegawai.p{old.id}", now=NOW))
    assert "dibekukan sampai orang kedua memeriksanya" in card


@pytest.mark.parametrize("state", sorted({*get_args(State)} - {"waiting"}))
def test_whoever_comes_too_late_is_told_what_came_of_it(store: Store, state: State) -> None:
    old, _, one = both(store)
    here = update(schema.new_chats).where(schema.new_chats.c.id == one.id)
    store.execute(here.values(state=state, settled_at=None if state == "coded" else NOW))
    said = letter(store, old, f"o.akun.y{one.id}", now=NOW)
    assert said.paragraphs == standing(replace(one, state=state)).paragraphs
    assert words(said)


def test_a_case_that_is_open_is_shown_to_who_vouches_and_to_nobody_else(store: Store) -> None:
    old, new, one = both(store)
    boss = hr(store)
    case = letter(store, boss, f"o.verifikasi.{one.id}", now=NOW)
    assert "padahal sudah terhubung di obrolan lain" in words(case)
    assert labels(case) == ["Yang baru benar", "Bekukan dulu"]
    assert "menunggu kepastian" in words(letter(store, boss, f"o.pegawai.p{old.id}", now=NOW))
    for who, why in ((old, "verifikasi-not-yours"), (new, "akun-new-only")):
        with pytest.raises(Refused) as no:
            played(store, who, "o.verifikasi.", now=NOW)
        assert no.value.why.id == why
    frozen = letter(store, boss, tap_of(case, "Bekukan dulu"), now=NOW)
    assert labels(frozen) == ["Yang lama benar", "Yang baru benar", "Tidak satu pun"]


def test_who_made_the_code_and_whose_chat_it_is_vouch_for_nothing(store: Store) -> None:
    open_office(store, now=NOW)
    staff_office(store, NOW)
    maker = hr(store)
    other = hr(store, "Umar Said")
    code_made(store, other.id or 0, by=maker.id, now=NOW)
    (one,) = new_chats.open_of(store, other.id or 0)
    new_chats.freeze(store, one, NOW)
    for who in (maker, replace(other, address=replace(other.address, trust="full"))):
        for deed in ("", ".y", ".l", ".t", ".x"):
            with pytest.raises(Refused) as no:
                played(store, who, f"o.verifikasi.{one.id}{deed}", now=NOW)
            assert no.value.why.id == "akun-gone"


def test_where_there_is_nobody_at_all_it_says_so(store: Store) -> None:
    old, new, one = both(store)
    store.execute(delete(schema.duties))
    assert "Belum ada orang kedua" in words(letter(store, new, f"o.akun.h{one.id}", now=NOW))
    said = words(letter(store, old, f"o.akun.x{one.id}", now=NOW))
    assert "pimpinan kantor" in said


def test_a_code_used_where_one_had_joined_already_is_told_to_the_others(store: Store) -> None:
    old, new, one = both(store)
    letter(store, old, f"o.akun.y{one.id}", now=NOW)
    code_made(store, old.id or 0, by=None, now=NOW)
    chats.choose(store, old.address)
    code = people.invite(store, old.id or 0, now=NOW).code
    said = letter(store, again(store, new), f"o.daftar.{code}", "yes", now=NOW)
    assert "Pengingat tetap datang di Telegram" in words(said)
    told = [each.letter for each in claims.claim(store, now=NOW, until=NOW, most=99)]
    while more := claims.claim(store, now=NOW, until=NOW, most=99):
        told += [each.letter for each in more]
        letters.delivered(store, [each.id for each in more])
    assert any("memang sudah terhubung dengan Anda" in words(each) for each in told)
    assert not new_chats.open_of(store, old.id or 0)


def test_a_code_typed_again_where_one_is_spoken_to_first_says_so(store: Store) -> None:
    old, new, one = both(store)
    letter(store, old, f"o.akun.y{one.id}", now=NOW)
    code = people.invite(store, old.id or 0, now=NOW).code
    said = letter(store, again(store, new), f"o.daftar.{code}", "yes", now=NOW)
    assert "Mulai sekarang pengingat datang ke sini" in words(said)
    assert addresses.of_person(store, old.id or 0)[0].id == new.address.id


def test_a_code_typed_again_in_a_chat_that_waits_says_how_it_stands(store: Store) -> None:
    _, new, _ = both(store)
    code = people.invite(store, new.id or 0, now=NOW).code
    said = letter(store, new, f"o.daftar.{code}", "yes", now=NOW)
    assert "kami pastikan dulu" in words(said)
    assert [one.state for one in new_chats.open_of(store, new.id or 0)] == ["waiting"]
    said = letter(store, again(store, new), f"o.daftar.{code}", now=NOW)
    assert "belum dipastikan milik Anda" in words(said)


def test_no_code_is_handed_out_under_another_secret(store: Store) -> None:
    open_office(store, now=NOW)
    staff = staff_office(store, NOW)
    people.uninvite(store, staff.employee_id, now=NOW)
    row = {"number": 1, "hash": "", "fingerprint": "another", "sealed_at": NOW, "mac": ""}
    store.execute(insert(schema.seals).values(**row))
    with pytest.raises(Refused, match="code-other-secret"):
        played(store, hr(store), f"o.pegawai.k{staff.employee_id}", now=NOW)


@pytest.mark.parametrize("how", ["confirmed", "silent"])
def test_an_older_chat_hears_that_the_new_one_was_opened_and_what_to_look_at(
    store: Store, how: Opened
) -> None:
    """Whoever had the new chat, or the old phone, may have logged in their name meanwhile."""
    old, new, one = both(store)
    boss = hr(store)
    letter(store, new, "o.catat.", typed("Kerja"), typed("3 berkas"), "save", now=NOW)
    store.execute(delete(schema.letters))
    if how == "confirmed":
        letter(store, boss, f"o.verifikasi.{one.id}.y", now=NOW)
    else:
        new_chats.open_up(store, one, "silent", by=None, now=NOW)
    told = {each.sender: words(each.letter) for each in claims.claim(store, now=NOW, until=NOW)}
    assert "Obrolan baru Anda di WhatsApp sekarang terhubung" in told[old.address.sender]
    assert all("Mohon periksa riwayat" in said for said in told.values())
    assert set(told) == {old.address.sender, new.address.sender}


def test_of_a_new_chat_that_waits_whoever_joins_later_is_told(store: Store) -> None:
    _, new, one = both(store)
    assert "minta salah satu dari mereka" not in words(letter(store, new, "o.akun.", now=NOW))
    asked = letter(store, new, f"o.akun.h{one.id}", now=NOW)
    assert "Mohon minta salah satu dari mereka bergabung" in words(asked)
    assert not cases.unasked(store, NOW)
    boss = hr(store)
    for _ in range(2):
        cases.ask_again(store, NOW)
    found = claims.claim(store, now=NOW, until=NOW, most=99)
    told = [words(each.letter) for each in found if each.sender == boss.address.sender]
    assert len(told) == 1
    assert "ponsel lamanya tidak ada lagi" in told[0]
    assert labels(letter(store, new, "o.akun.", now=NOW)) == ["Catat pekerjaan"]


def again(store: Store, who: Person) -> Person:
    """The same chat, as it stands by now."""
    return addresses.person_at(store, addresses.by_id(store, who.address.id), NOW)


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
    assert "mendaftar di Tilik dengan nomor ini" in first
    assert "Ini untuk pegawai yang sudah terdaftar" in first
    assert "Dewi" not in first
    code = people.invite(store, staff.employee_id, now=NOW).code
    assert "mendaftar di Tilik dengan nomor ini" not in writes(f"daftar {code}")
    waits = writes("saya mengerti")
    assert "Obrolan lama tidak dapat kami jangkau" in waits
    assert not addresses.of_person(store, staff.employee_id)


def test_whoever_has_a_role_has_none_in_a_new_chat(store: Store) -> None:
    staff, _ = stood(store, "new")
    met = addresses.meet(store, "whatsapp", "boss").address
    addresses.change(store, met.id, person_id=staff.superior_id)
    known = addresses.person_at(store, addresses.by_id(store, met.id), NOW)
    assert known.team
    assert known.duties
    new = replace(known.address, trust="new")
    there = addresses.person_at(store, new, NOW)
    assert (there.team, there.duties) == ((), ())
