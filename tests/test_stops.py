"""Where people stop: what is counted of a form when it ends, and who is told of it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date, timedelta
from itertools import count, pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st
from sqlalchemy import func, select, update

from bot.channel import Expired, Started
from bot.inbound.retries import drop
from bot.sandbox.demo.office import furnish
from bot.sandbox.demo.people import STAFF_CHATS
from bot.texts import catalogue
from models.asks import LEAST, Asks, told
from models.letters import Text
from models.store import Store
from models.store.chat import addresses
from models.store.office import services, stops
from models.store.office.stops import EndedForm
from models.store.people import people
from models.store.schema import dialogues, duties, questions_asked
from tests.chatting import Chat
from tests.office import JOINED, Office, Staff, staff_office
from tests.played import empty_store
from tests.reached import reachable
from tests.sample import MONDAY as NOW
from tests.test_talk import at_home

NEXT = count(300)
TODAY = date(2026, 11, 23)
OVERALL, FIRST, CAUSE, WORDS = "rate-overall", "ask-persyaratan", "rate-cause", "rate-reason"
BY_FEW = ("pengaturan-", "penilaian-")
"""What only heads, superiors and the personnel office are asked is not counted."""
Counts = dict[str, tuple[int, int]]


@pytest.fixture(scope="module")
def staff(store: Store, office: Office) -> Staff:
    return staff_office(store, NOW)


@pytest.fixture(autouse=True)
def _undone(store: Store, staff: Staff) -> Iterator[None]:
    before = store.begin_nested()
    yield
    before.rollback()


@pytest.fixture
def sari(store: Store) -> Chat:
    return Chat(store, f"92{next(NEXT)}", NOW)


@pytest.fixture
def dewi(store: Store, staff: Staff) -> Chat:
    return at_home(Chat(store, f"92{next(NEXT)}", NOW), staff.employee_id)


@pytest.fixture
def ratna(store: Store, staff: Staff) -> Chat:
    """The head of the office, a day later."""
    return at_home(Chat(store, f"92{next(NEXT)}", NOW + timedelta(days=1)), staff.superior_id)


def scans(chat: Chat, office: Office, counter: str = "KTP-el, loket 1") -> Chat:
    chat.does(Started(office.counter(counter).code))
    return chat


def open_form(chat: Chat) -> int:
    found = addresses.meet(chat.store, chat.channel, chat.sender).dialogue
    assert found is not None
    return found.id


def expires(chat: Chat) -> None:
    """Nobody goes on: the clock ends the form that is open there."""
    found = addresses.meet(chat.store, chat.channel, chat.sender).dialogue
    assert found is not None
    chat.now = found.expires_at
    chat.does(Expired(found.id, found.expires_at))


def counted(store: Store) -> Counts:
    """By a question: how many were asked it, and how many went on."""
    of = questions_asked.c
    query = select(of.question, func.sum(of.asked), func.sum(of.went_on)).group_by(of.question)
    return {question: (int(asked), int(went)) for question, asked, went in store.execute(query)}


ONE_TAP: Counts = {OVERALL: (1, 1), FIRST: (1, 0)}
WAYS: dict[str, tuple[Callable[[Chat], object], Counts]] = {
    "goes all the way": (
        lambda sari: sari.taps("🙁 Kurang baik", "Lewati", "Lewati", "Lewati"),
        {OVERALL: (1, 1), FIRST: (1, 1), CAUSE: (1, 1), WORDS: (1, 1)},
    ),
    "is not asked for the words that are there already": (
        lambda sari: sari.taps("🙂 Baik").says("antrenya lama sekali ya").taps("Sesuai"),
        {OVERALL: (1, 1), FIRST: (1, 1)},
    ),
    "taps once and walks away": (lambda sari: expires(sari.taps("🙂 Baik")), ONE_TAP),
    "never answers": (expires, {OVERALL: (1, 0)}),
    "is not understood, and walks away": (
        lambda sari: expires(sari.says("??", "apa ini", "???")),
        {OVERALL: (1, 0)},
    ),
    "gives up": (lambda sari: sari.taps("🙂 Baik").says("batal"), ONE_TAP),
    "goes back and on again": (
        lambda sari: sari.taps("🙂 Baik", "‹ Kembali", "🙂 Baik", "Sesuai", "Lewati"),
        {OVERALL: (1, 1), FIRST: (1, 1), WORDS: (1, 1)},
    ),
    "goes back and away": (
        lambda sari: expires(sari.taps("🙂 Baik", "‹ Kembali")),
        {OVERALL: (1, 0), FIRST: (1, 0)},
    ),
    "changes to another form, and comes back": (
        lambda sari: sari.taps("🙂 Baik").says("bahasa", "Bahasa Indonesia", "Sesuai", "lewati"),
        {OVERALL: (1, 1), FIRST: (1, 1), WORDS: (1, 1), "language-which": (1, 1)},
    ),
    "leaves it for another before the first answer": (
        lambda sari: expires(sari.says("lapor")),
        {OVERALL: (1, 0), "complaint-words": (1, 0)},
    ),
}


@pytest.mark.parametrize("way", WAYS)
def test_each_question_of_a_form_is_counted_once_when_it_ends(
    sari: Chat, store: Store, office: Office, way: str
) -> None:
    does, asked = WAYS[way]
    does(scans(sari, office))
    assert counted(store) == asked
    units = store.execute(select(questions_asked.c.unit_id, questions_asked.c.question))
    at_counter = {question for unit_id, question in units if unit_id == office.unit_id}
    assert at_counter == asked.keys() - {"language-which"}


def test_a_form_begun_anew_is_counted_once_and_one_that_tilik_ends_not_at_all(
    sari: Chat, store: Store, office: Office
) -> None:
    counter = office.counter("Akta Kelahiran, loket 2")
    scans(scans(sari.says("nilai"), office), office, "Akta Kelahiran, loket 2")
    assert counted(store) == {}
    sari.taps("🙂 Baik")
    services.offer(store, counter.id, counter.services[0].id, is_open=False)
    sari.says("lewati")
    assert counted(store) == {}
    services.offer(store, counter.id, counter.services[0].id)
    sari.now += timedelta(days=1)
    scans(sari, office, "Akta Kelahiran, loket 2").taps("🙂 Baik").says("batal")
    assert counted(store) == ONE_TAP


def test_a_form_put_aside_and_forgotten_is_counted_when_its_time_is_over(
    dewi: Chat, store: Store, staff: Staff
) -> None:
    """Of an employee it counts for the office as a whole."""
    dewi.says("catat", "Melayani 12 pemohon KTP").says("bahasa", "Bahasa Indonesia")
    assert counted(store) == {"language-which": (1, 1)}
    expires(dewi)
    found = counted(store)
    assert found.pop("language-which") == (1, 1)
    assert [one for one in found.values() if one == (1, 0)] == [(1, 0)]
    assert "log-activity" in found
    assert set(store.execute(select(questions_asked.c.unit_id)).scalars()) == {stops.OFFICE}


def test_a_form_that_fails_to_end_in_words_is_counted_all_the_same(
    sari: Chat, store: Store, office: Office
) -> None:
    scans(sari, office).taps("🙂 Baik")
    found = addresses.meet(store, sari.channel, sari.sender)
    assert found.dialogue is not None
    over = Expired(found.dialogue.id, found.dialogue.expires_at)
    drop(store, found.address, over, sari.now)
    drop(store, found.address, over, sari.now)
    assert counted(store) == ONE_TAP


def test_a_form_in_flight_counts_from_the_first_question_that_was_shown_since(
    sari: Chat, store: Store, office: Office
) -> None:
    """One that was begun before Tilik counted has nothing kept for it."""
    scans(sari, office).taps("🙂 Baik")
    store.execute(update(dialogues).values(asks=None))
    sari.says("lewati", "lewati")
    assert counted(store) == {WORDS: (1, 1)}
    other = scans(Chat(store, f"92{next(NEXT)}", NOW), office)
    store.execute(update(dialogues).values(asks=None))
    expires(other)
    assert counted(store) == {WORDS: (1, 1)}


def test_nothing_is_counted_of_a_weighty_complaint(
    sari: Chat, store: Store, office: Office, staff: Staff
) -> None:
    overseer = people.add(store, "Bayu")
    people.give_duty(
        store, overseer, unit_id=office.unit_id, duty="oversight", valid_from=date(2020, 1, 1)
    )
    people.begins(store, overseer, at=JOINED)
    at_home(Chat(store, f"92{next(NEXT)}", NOW), overseer).says("halo")
    complains(scans(sari, office), "Petugas di loket minta uang", "Uang atau wewenang")
    assert counted(store) == {OVERALL: (1, 0)}
    other = Chat(store, f"92{next(NEXT)}", NOW)
    complains(other, "Antreannya kacau sejak pagi", "Perlu dibenahi")
    assert counted(store)["complaint-card"] == (1, 1)


def complains(chat: Chat, words: str, kind: str) -> None:
    chat.says("lapor", words)
    chat.taps(*([kind] if kind in chat.labels else []), "Kirim")
    assert "Nomornya" in chat.text


def asked(
    store: Store, question: str, times: int, went_on: int, unit_id: int, day: date = TODAY
) -> None:
    """So many were asked it at the counters of a unit, and so many went on."""
    forms = [
        EndedForm(one, "nilai", Asks(unit_id or None, {question: one < went_on}))
        for one in range(times)
    ]
    stops.count(store, forms, day=day)


def test_the_head_reads_the_worst_first_by_month_and_page(
    ratna: Chat, store: Store, office: Office
) -> None:
    here, last = office.unit_id, date(2026, 10, 5)
    asked(store, OVERALL, 1000, 950, here)
    asked(store, CAUSE, 120, 80, here)
    asked(store, WORDS, 12, 2, here)
    asked(store, "complaint-card", 30, 28, 0)
    asked(store, "survey-question.waktu", 4, 4, here)
    asked(store, "survey-own-question.lama", 4, 1, here)
    asked(store, "rate-old-question", 3, 1, here)
    asked(store, CAUSE, 7, 1, here, last)
    ratna.says("di mana orang berhenti")
    assert "bulan ini, sampai kemarin" in ratna.text
    assert "Dari 120 orang yang ditanya, 80 melanjutkan." in ratna.text
    assert "Dari 12 orang yang ditanya, kurang dari 5 melanjutkan." in ratna.text
    assert "Dari 30 orang yang ditanya, kurang dari 5 berhenti." in ratna.text
    order = ["Apa yang perlu", "Ada pesan?", "Bagaimana layanan … di …?", "Kirim pengaduan ini?"]
    places = [ratna.text.index(words) for words in order]
    assert places == sorted(places)
    ratna.taps("Berikutnya ›")
    assert "Kurang dari 5 orang ditanya" in ratna.text
    ratna.taps("Bulan lalu")
    assert "1 Okt 2026 – 31 Okt 2026" in ratna.text
    assert "Dari 7 orang yang ditanya, kurang dari 5 melanjutkan." in ratna.text
    ratna.taps("Bulan ini", "Berikutnya ›", "‹ Sebelumnya")
    ratna.says("bahasa", "English").says("drop-offs")
    assert "Of 120 people who were asked, 80 went on." in ratna.text
    assert "“What should be improved?”" in ratna.text


def test_what_today_brings_is_told_tomorrow_and_nothing_of_an_empty_month(
    ratna: Chat, store: Store, office: Office
) -> None:
    asked(store, CAUSE, 9, 2, office.unit_id, TODAY + timedelta(days=1))
    ratna.says("langkah")
    assert "Belum ada pertanyaan yang terhitung" in ratna.text
    ratna.now += timedelta(days=1)
    assert "Dari 9 orang" in ratna.says("langkah").text
    assert "Dari 9 orang" in ratna.says("bantuan").says("langkah").text


def test_each_reads_what_is_below_them_and_the_whole_office_who_reaches_all(
    ratna: Chat, sari: Chat, dewi: Chat, store: Store, office: Office, staff: Staff
) -> None:
    branch = services.add_unit(
        store, "UPT Contoh", zone="Asia/Jakarta", parent_id=office.unit_id
    )
    people.give_duty(
        store, staff.colleague_id, unit_id=branch.id, duty="head", valid_from=date(2020, 1, 1)
    )
    people.give_duty(
        store, staff.employee_id, unit_id=office.unit_id, duty="hr", valid_from=date(2020, 1, 1)
    )
    joko = at_home(Chat(store, f"92{next(NEXT)}", ratna.now), staff.colleague_id)
    dewi.now = ratna.now
    asked(store, CAUSE, 20, 10, office.unit_id)
    asked(store, CAUSE, 8, 2, branch.id)
    asked(store, "log-activity", 40, 10, 0)
    for chat in (ratna, dewi):
        chat.says("langkah")
        assert "Dari 28 orang yang ditanya, 12 melanjutkan." in chat.text
        assert "Apa yang Anda kerjakan?" in chat.text
    joko.says("langkah")
    assert "Dari 8 orang yang ditanya, kurang dari 5 melanjutkan." in joko.text
    assert "Apa yang Anda kerjakan?" not in joko.text
    services.add_unit(store, "Dinas Lain", zone="Asia/Jakarta")
    assert "Apa yang Anda kerjakan?" not in ratna.says("langkah").text
    assert "dibaca oleh kepala unit" in sari.says("langkah").text
    joko.now += timedelta(days=1)
    store.execute(update(duties).values(valid_to=TODAY))
    assert "dibaca oleh kepala unit" in joko.taps("Bulan lalu").text


def test_the_head_of_the_sample_office_has_something_to_read() -> None:
    with empty_store() as made:
        furnish(made, head="2001", staff=STAFF_CHATS, today=TODAY, now=NOW, seed=1)
        head = Chat(made, "2001", NOW, channel="telegram").says("langkah")
    assert head.text.index("cepat?") < head.text.index("Apa yang terjadi?")
    assert "Dari 90 orang yang ditanya, 62 melanjutkan." in head.text


@given(days=st.lists(st.tuples(st.integers(0, 9), st.integers(0, 9)), max_size=30))
def test_no_two_looks_differ_by_fewer_people_than_are_told_of(days: list[tuple[int, int]]) -> None:
    counts = [(most, min(most, some)) for most, some in days]
    spans = range(len(counts) + 1)
    looks = [told(counts[:end]) for end in spans]
    sums = [(sum(a for a, _ in counts[:end]), sum(w for _, w in counts[:end])) for end in spans]
    for before, after in pairwise(looks):
        assert after[0] - before[0] == 0 or after[0] - before[0] >= LEAST
    assert set(looks) <= set(sums)
    assert sums[-1][0] - looks[-1][0] < LEAST


def test_every_question_is_told_in_short_in_both_languages() -> None:
    counted = {one for one in reachable().questions if not one.startswith(BY_FEW)}
    for question in counted:
        for language in ("id", "en"):
            gist = catalogue().plain(language, Text(question, gist=True))
            asks = len([sign for sign in gist if sign.isalpha()]) > 4
            assert asks, f"{question} in {language} needs a .gist: {gist}"
            assert len(gist) < 110
            assert not set("{}<>\n") & set(gist), (question, gist)
