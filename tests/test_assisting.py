"""Membantu: one phone for many citizens, each with a code, and nothing left of the one before."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta

import pytest
from sqlalchemy import func, select

from bot.channel import Edited, Expired, Started, Tapped, Unheard
from handlers import CONVERSATIONS
from handlers.engine.said import GivenFile, Located, Typed
from models.letters import Letter, Text
from models.store import schema
from models.store.chat import addresses, dialogues
from models.store.letters import assisting, letters
from models.store.people import people
from models.store.ratings import visit_codes
from models.store.ratings.visit_codes import VisitCode
from scheduler.due import expire
from tests.chatting import Chat
from tests.counters import NOW
from tests.played import empty_store
from tests.test_visits import GOOD, POOR, Served

BEGIN, NEXT, OVER = "Mulai membantu", "Orang berikutnya", "Selesai membantu"


@pytest.fixture
def office() -> Iterator[Served]:
    with empty_store() as store:
        yield Served(store)


def on_telegram(office: Served, name: str) -> Chat:
    """Where somebody writes: there messages can be taken back."""
    whose = office.numbers.get(name)
    chat = addresses.meet(office.store, "telegram", name, now=NOW).address
    addresses.change(office.store, chat.id, person_id=whose)
    return Chat(office.store, name, NOW, channel="telegram")


def helper(office: Served, name: str = "Ratna") -> Chat:
    """Somebody who holds their phone out."""
    return on_telegram(office, name).says("membantu").taps(BEGIN)


def taken_back(chat: Chat) -> bool:
    """Whether the last deed has emptied the phone, before anything else was said."""
    return bool(chat.letters) and chat.letters[0].takes_back


def test_each_rates_with_a_code_of_their_own_and_finds_nothing_of_the_one_before(
    office: Served,
) -> None:
    phone = helper(office)
    assert "kode kunjungan" in phone.text
    assert phone.labels == [OVER]
    for answer in (GOOD, POOR):
        phone.says(office.given()).taps(answer)
        assert "hapus" not in phone.text
        phone.says("lewati", "lewati")
        if answer == POOR:
            phone.says("lewati")
        assert taken_back(phone)
        assert "sudah kami hapus dari ponsel ini" in phone.text
        assert answer not in phone.text
        assert phone.labels == [NEXT, OVER]
        phone.taps(NEXT)
        assert taken_back(phone)
    assert office.kinds() == {"assisted": 2}
    assert office.codes() == 0
    assert all(one.fleeting or one.takes_back for one in phone.letters)


def test_without_a_code_that_works_nobody_rates_there_and_guessing_locks_it(
    office: Served,
) -> None:
    phone = helper(office)
    code = office.second.code
    for typed in ("nilai", code, f"nilai {code}", "A2B3 C4D5"):
        phone.says(typed)
        assert GOOD not in phone.labels, typed
    used = office.given()
    phone.says(used).taps(GOOD).says("lewati", "lewati")
    assert "Kode itu tidak dapat dipakai" in phone.says(used).text
    assert office.kinds() == {"assisted": 1}
    while "Demi keamanan" not in phone.text:
        phone.says("A2B3 C4D5")
    assert office.kinds() == {"assisted": 1}


def test_whoever_has_the_phone_in_hand_opens_nothing_of_its_person(office: Served) -> None:
    phone = on_telegram(office, "Dewi").says("catat Rapat koordinasi loket")
    before = dialogues.every(office.store, _there(office, "Dewi"))
    assert len(before) == 1
    phone.says("membantu").taps(BEGIN)
    typed = ("saya", "catat Rapat", "laporan saya", "lapor", "dataku", "hapus", "daftar", "/start")
    for words in (*typed, "setuju", "Petugasnya minta uang 50 ribu", "batal", "kembali", "benar"):
        phone.says(words)
        assert "Rapat" not in phone.text, words
        assert "Dewi" not in phone.text, words
    phone.says("lapor")
    assert "hanya untuk menilai dengan kode kunjungan" in phone.text
    assert phone.labels == [NEXT, OVER]
    phone.taps(OVER)
    assert "kembali untuk Anda sendiri" in phone.text
    assert "Kita lanjutkan catatan kerja" in phone.text, "what lay half filled in is offered again"
    after = dialogues.every(office.store, _there(office, "Dewi"))
    assert [one.answers for one in after] == [one.answers for one in before]


def test_a_form_that_somebody_walks_away_from_is_taken_back_and_counted_as_far_as_it_went(
    office: Served,
) -> None:
    phone = helper(office).says(office.given()).taps(GOOD)
    phone.says(office.given())
    assert taken_back(phone), "the next code begins anew"
    assert "Kembali" not in " ".join(phone.labels)
    assert office.kinds() == {"assisted": 1}
    phone.taps(POOR).says("batal")
    assert taken_back(phone)
    assert office.kinds() == {"assisted": 1}
    assert office.codes() == 1, "what is taken back frees its code"


def test_nobody_assists_at_their_own_counter_or_with_a_code_of_their_own(office: Served) -> None:
    phone = helper(office, "Joko")
    assert "loket tempat Anda bertugas" in phone.says(office.given("Dewi", "Loket 2 · KTP-el")).text
    own = office.given("Joko")
    assert "Anda buat sendiri" in phone.says(own).text
    there = VisitCode(office.first.id, None, NOW.date())
    (other,) = visit_codes.made(office.store, there, by=None, today=NOW.date())
    assert GOOD in phone.says(other).labels


def test_where_nothing_can_be_taken_back_it_is_refused_with_the_reason(office: Served) -> None:
    phone = office.chat("Warga").says("membantu")
    assert "Di WhatsApp pesan tidak dapat kami hapus" in phone.text
    assert phone.labels == []
    phone.says(office.second.code).taps(GOOD).says("lewati", "lewati")
    phone.now += timedelta(minutes=20)
    assert "Satu ponsel satu penilaian sehari" in phone.says(office.second.code).text


def test_a_citizen_may_hold_a_phone_out_too_and_keeps_their_own_rating_of_the_day(
    office: Served,
) -> None:
    cadre = on_telegram(office, "Kader")
    cadre.says(office.second.code).taps(GOOD).says("lewati", "lewati")
    cadre.says("membantu").taps(BEGIN).says(office.given()).taps(POOR).says(*["lewati"] * 3)
    cadre.says("membantu")
    assert "Silakan ketik" in cadre.text, "it goes on"
    cadre.taps(OVER)
    assert office.kinds() == {"open": 1, "assisted": 1}
    cadre.says(office.second.code)
    assert GOOD in cadre.labels, "their own may still change"


def test_what_comes_for_its_person_waits_until_the_phone_is_theirs_again(office: Served) -> None:
    phone = helper(office)
    number = office.numbers["Ratna"]
    letters.tell(office.store, number, Letter((Text("thanks"),)), now=NOW)
    state = select(schema.letters.c.state)
    assert "held" in office.store.execute(state).scalars().all()
    phone.taps(OVER)
    expire(office.store, NOW)
    assert "held" not in office.store.execute(state).scalars().all()


def test_a_phone_that_nobody_gives_back_is_its_persons_again_after_a_day_at_the_door(
    office: Served,
) -> None:
    phone = helper(office).says(office.given()).taps(GOOD)
    there = _there(office, "Ratna")
    phone.now = NOW + assisting.LASTS
    expire(office.store, phone.now)
    query = select(schema.letters.c.sheet).where(schema.letters.c.address_id == there)
    sheets = office.store.execute(query.order_by(schema.letters.c.id)).scalars().all()
    assert '"k":1' in sheets[-1], "what stood there is taken back"
    assert dialogues.every(office.store, there) == []
    assert "hanya untuk menilai" not in phone.says("saya").text


def _there(office: Served, name: str) -> int:
    return addresses.meet(office.store, "telegram", name).address.id


def test_what_many_fingers_mistype_locks_nobody_out(office: Served) -> None:
    phone = helper(office)
    for _ in range(people.TRIES):
        phone.says("A2B3 C4D5").says(office.given()).taps(GOOD).says("lewati", "lewati")
    assert office.kinds() == {"assisted": people.TRIES}


def test_no_form_of_the_phones_own_person_ends_while_it_is_handed_on(office: Served) -> None:
    dewi = on_telegram(office, "Dewi").says("catat Rapat koordinasi loket")
    there = _there(office, "Dewi")
    dewi.says("membantu").taps(BEGIN)
    (mine,) = dialogues.every(office.store, there)
    assert mine.expires_at > NOW + assisting.LASTS
    dewi.does(Expired(mine.id, mine.expires_at))
    assert dialogues.every(office.store, there) == [mine]
    assert dewi.letters == []


def test_no_button_and_no_word_opens_anything_of_the_phones_own_person(office: Served) -> None:
    phone = on_telegram(office, "Dewi").says("catat Rapat koordinasi loket", "lewati", "lewati")
    phone.says("membantu").taps(BEGIN)
    opened = {name for name, one in CONVERSATIONS.items() if one.manifest.assisted}
    assert opened == {"nilai", "kunjungan", "membantu", "privasi", "standar"}
    for name in CONVERSATIONS.keys() - opened:
        for begin in (Tapped(f"o.{name}."), Tapped(f"n.{name}.1"), Typed(name), Started(name)):
            phone.does(begin)
            assert "Rapat" not in phone.text, begin
            assert "Dewi" not in phone.text, begin
            assert all(one.fleeting for one in phone.letters), begin
            assert dialogues.every(office.store, _there(office, "Dewi"))[0].parked, begin
    sent = GivenFile("photo", "telegram:p1", caption="Petugas minta uang 50 ribu")
    for said in (sent, Located(-6.2, 106.8), Unheard(), Edited("m1", Typed("lapor"))):
        phone.does(said)
        assert dialogues.every(office.store, _there(office, "Dewi"))[0].parked, said
    assert office.store.execute(select(func.count()).select_from(schema.complaints)).scalar() == 0
