"""A survey of the office's own stands beside the SKM: asked by turns, released and shown apart."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest
from sqlalchemy import Connection, select

from handlers import CONVERSATIONS
from handlers.engine.conversation import Asking, Conversation
from handlers.engine.said import Chosen
from handlers.office.settings.change import apply, setting_change
from handlers.supervisor.brief import invitation
from models.campaigns import Due
from models.instruments import instrument
from models.letters import Letter
from models.ratings import DAILY, Rating
from models.refused import Refused
from models.services import Counter
from models.store import Store
from models.store.office import services
from models.store.people import people, posts
from models.store.ratings import closes
from models.store.rules.measures import survey_of
from models.store.schema import ratings, unreleased
from tests.actors import rated
from tests.chatting import Chat
from tests.office import SINCE
from tests.played import empty_store, labels, letter, person_of, tap_of, words
from tests.test_office_rules import OWN
from tests.test_office_settings import changed, desk, entrusted

NOW = datetime(2027, 2, 1, 3, tzinfo=UTC)
NAME = "Survei Antikorupsi"
NAMED = f'name = "{NAME}"\n{OWN}'
JULY = date(2027, 7, 1)
GIVEN = {"waktu": 3, "kompetensi": 3, "perilaku": 3, "keamanan": 2}


@pytest.fixture
def store() -> Iterator[Connection]:
    with empty_store() as store:
        yield store


@pytest.fixture
def counter(store: Store) -> Counter:
    """A counter of an office whose own survey has begun, and which shows figures from 5 answers."""
    here = desk(store)
    changed(store, "instrument", survey_of(store, NAMED))
    for name in ("minimum", "minimum-element"):
        changed(store, name, 5)
    return here


def citizen(store: Store, number: int) -> Chat:
    return Chat(store, f"62812000{number}", NOW)


def rates(store: Store, number: int, counter: Counter) -> Chat:
    """Somebody rates with as few taps as may be, and reads the thanks."""
    return citizen(store, number).says(f"nilai {counter.code}", "4", "4", "lewati")


def sheets(store: Store, kind: str) -> list[dict[str, int]]:
    here = select(ratings.c.answers).where(ratings.c.instrument == kind)
    return list(store.execute(here).scalars())


def test_the_template_for_an_anticorruption_survey_can_be_used_as_it_is(store: Store) -> None:
    here = desk(store)
    template = (Path(__file__).parents[1] / "docs/spak.toml").read_text("utf-8")
    changed(store, "instrument", survey_of(store, template))
    rates(store, 1, here)
    budi = rates(store, 2, here).taps("Survei Antikorupsi")
    assert "1/5" in budi.text
    budi.says("4", "3", "Tidak pernah", "4", "4")
    last = {"diskriminasi": 4, "kecurangan": 3, "imbalan": 4, "pungutan": 4, "percaloan": 4}
    assert sheets(store, "spak-contoh") == [last]


def test_who_has_rated_is_offered_the_skm_or_the_offices_own_by_turns_never_both(
    store: Store, counter: Counter
) -> None:
    sari, budi = rates(store, 1, counter), rates(store, 2, counter)
    assert sari.labels == ["Jawab lengkap (9)", "Simpan bukti", "Ubah penilaian"]
    assert budi.labels == [NAME, "Simpan bukti", "Ubah penilaian"]
    assert rates(store, 3, counter).labels == sari.labels
    sari.taps("Jawab lengkap (9)").says(*"333333333")
    assert "Sembilan jawaban" in sari.text
    left = ["Tentang Anda", "Kabari saya", "Simpan bukti", "Ubah penilaian"]
    assert sari.labels == left, "who has filled in one is not asked for the other"
    budi.taps(NAME)
    assert NAME in budi.text
    assert "1/4" in budi.text
    budi.says("3", "bahasa").taps("Bahasa Indonesia")
    assert NAME in budi.text, "a form that waits is called by its name"
    budi.says("3", "3", "2")
    assert f"untuk {NAME} sudah tercatat" in budi.text
    assert sheets(store, "skm-2017") == [dict.fromkeys(instrument().elements, 3)]
    assert sheets(store, "skm-contoh") == [GIVEN]


def test_a_survey_that_two_officers_bring_in_at_once_stands_in_one_place(store: Store) -> None:
    desk(store)
    value = survey_of(store, NAMED)
    named = ("instrument", "instrument-third")
    first, second = (setting_change(store, name, value, since=JULY) for name in named)
    apply(store, first.what, None, NOW)
    with pytest.raises(Refused, match="survey-file-taken"):
        apply(store, second.what, None, NOW)


def test_what_was_answered_in_the_own_survey_is_changed_in_it(
    store: Store, counter: Counter
) -> None:
    rates(store, 1, counter)
    budi = rates(store, 2, counter).taps(NAME).says(*"4444")
    for value in (1, 2):
        budi.taps("Ubah penilaian").says(*str(value) * 4)
        assert sheets(store, "skm-contoh") == [dict.fromkeys(GIVEN, value)]
    budi.now += timedelta(minutes=2)
    budi.taps("Ubah penilaian").says(*"3333", "petugasnya sabar")
    assert "Pesan Anda kami tambahkan" in budi.text
    assert "1/4" in budi.taps("Ubah penilaian").text


def test_an_own_survey_is_released_for_itself_and_has_a_block_of_its_own(
    store: Store, counter: Counter
) -> None:
    for number in range(10):
        chat = rates(store, number, counter)
        if NAME in chat.labels:
            chat.taps(NAME).says("3", "3", "3", "2")
    waits = select(unreleased.c.element).where(unreleased.c.instrument == "skm-contoh")
    assert len(store.execute(waits).all()) == 4
    closes.close(store, NOW + timedelta(days=1))
    assert store.execute(waits).all() == []
    head = entrusted(store, "Rina", "head", counter.unit.id)
    later = NOW + timedelta(days=1)
    shown = letter(store, head, "o.ringkasan.", now=later)
    assert "IKM: belum cukup jawaban (0 dari 5)" in words(shown)
    assert f"{NAME} (bukan IKM): 70,00, mutu C (Kurang baik), dari 5 responden" in words(shown)
    assert f"Tiga unsur terendah {NAME}, Triwulan I 2027:" in words(shown)
    index = letter(store, head, tap_of(shown, "Dari mana angka ini"), now=later)
    assert labels(index)[:2] == ["IKM ›", f"{NAME} ›"]


def answered(counter: Counter, day: date, value: int) -> list[Rating]:
    """Ten first taps at the counter, and as many sheets of the office's own survey with a word."""
    place = (counter.id, counter.services[0].id, day)
    tap = Rating(*place, DAILY, {"overall": 3, "persyaratan": 2})
    sheet = Rating(*place, "skm-contoh", {**GIVEN, "keamanan": value}, reason="Ramah")
    return [tap] * 10 + [sheet] * 10


def test_lists_voices_and_the_superiors_message_call_the_own_survey_by_its_name(
    store: Store, counter: Counter
) -> None:
    rated(store, answered(counter, date(2027, 1, 5), 1))
    closes.close(store, NOW)
    head = entrusted(store, "Rina", "head", counter.unit.id)
    there = f"o.ringkasan.u{counter.unit.id}@2027-Q1"
    listed = words(letter(store, head, f"{there}/loket", now=NOW))
    assert f"Loket 1: indikatif 75,00, 10 jawaban; {NAME} 65,00 (C), 10 jawaban" in listed
    voices = words(letter(store, head, f"{there}/kata", now=NOW))
    assert f"Termasuk yang ditulis warga saat mengisi {NAME}." in voices
    posts.place(store, head.id, counter.unit.id, "Kepala Dinas", since=SINCE)
    joko = people.add(store, "Joko")
    posts.place(store, joko, counter.unit.id, "Petugas Loket", since=SINCE)
    posts.report_to(store, joko, head.id, since=SINCE)
    brief = due_to(store, head.id, "long", date(2027, 1, 11))
    for product in ("indeks harian", NAME):
        assert f"unsur terendah {product}:" in words(brief)
    assert "• Keamanan lokasi: 25,00 (10 jawaban)" in words(brief)
    closing = due_to(store, head.id, "quarter", date(2027, 4, 5))
    assert f"{NAME} (bukan IKM): 65,00" in words(closing)


def due_to(store: Store, person: int, kind: str, day: date) -> Letter:
    """The superior's message of that day."""
    at = datetime(day.year, day.month, day.day, 2, tzinfo=UTC)
    due = Due(f"summary.{day}", kind, day, at, day)
    said = invitation(store, person_of(store, person, at), due, at)
    assert said is not None
    return said


def test_a_new_quarter_repeats_the_own_surveys_last_figure_then_says_how_it_moved(
    store: Store, counter: Counter
) -> None:
    rated(store, answered(counter, date(2027, 1, 5), 2))
    head = entrusted(store, "Rina", "head", counter.unit.id)
    there, later = f"o.ringkasan.u{counter.unit.id}@2027-Q2", NOW + timedelta(days=70)
    new = words(letter(store, head, there, now=later))
    assert f"{NAME} (bukan IKM): belum cukup jawaban (0 dari 5)" in new
    assert "Triwulan I 2027: 70,00, mutu C (Kurang baik), dari 10 responden" in new
    assert f"Tiga unsur terendah {NAME}, Triwulan I 2027:" in new
    rated(store, answered(counter, date(2027, 4, 5), 3))
    moved = words(letter(store, head, there, now=later))
    assert "75,00, mutu C (Kurang baik), dari 10 responden\nNaik 5,00 dari Triwulan I" in moved
    changed(store, "instrument", survey_of(store, NAMED.replace("contoh", "lain")), since=JULY)
    other = words(letter(store, head, there.replace("Q2", "Q3"), now=later + timedelta(days=90)))
    assert "70,00" not in other, "the figure of another survey is not repeated under this one"


def test_a_figure_of_the_own_survey_protects_the_few_of_another_counter(
    store: Store, counter: Counter
) -> None:
    changed(store, "minimum", 7)
    other = services.add_counter(store, counter.unit.id, "Loket 2")
    services.offer(store, other, counter.services[0].id)
    service, day = counter.services[0].id, date(2027, 1, 5)
    places = [counter.id] * 8 + [other] * 5
    rated(store, [Rating(place, service, day, "skm-contoh", GIVEN) for place in places])
    head = entrusted(store, "Rina", "head", counter.unit.id)
    first = words(letter(store, head, f"o.ringkasan.c{counter.id}@2027-Q1", now=NOW))
    assert f"{NAME} (bukan IKM): tidak ditampilkan (8 responden)" in first
    second = words(letter(store, head, f"o.ringkasan.c{other}@2027-Q1", now=NOW))
    assert f"{NAME} (bukan IKM): belum cukup jawaban (5 dari 7)" in second


def test_a_service_that_has_closed_since_says_so_and_never_leads_to_another(
    store: Store, counter: Counter
) -> None:
    mine, other = counter.services[0].id, services.add_service(store, counter.unit.id, "KIA")
    sari, budi, hani = (rates(store, number, counter) for number in (1, 2, 3))
    hani.taps("Jawab lengkap (9)").says("3")
    services.offer(store, counter.id, other)
    services.offer(store, counter.id, mine, is_open=False)
    for one, label in ((sari, "Jawab lengkap (9)"), (budi, NAME), (hani, "4")):
        one.says(label) if label == "4" else one.taps(label)
        assert "<b>KTP-el</b> di Loket 1, Dinas A sudah ditutup" in one.text
        assert "yang sudah Anda berikan tetap tercatat" in one.text
        assert one.labels == ["Nilai layanan lain"]
    assert "Bagaimana layanan <b>KIA</b>" in budi.taps("Nilai layanan lain").text
    services.offer(store, counter.id, other, is_open=False)
    assert "Di Loket 1, Dinas A tidak ada lagi layanan" in citizen(store, 4).says(
        f"nilai {counter.code}"
    ).text


def test_a_survey_that_is_given_up_tells_once_that_the_rating_stays(
    store: Store, counter: Counter
) -> None:
    sari = citizen(store, 1).says(f"nilai {counter.code}", "4", f"survei {counter.code}", "3")
    assert sari.says("batal").text == (
        "Baik, dibatalkan. Jawaban survei ini tidak disimpan; penilaian Anda yang sudah tercatat "
        "tetap berlaku."
    )
    sari.says(f"survei {counter.code}", "3", f"nilai {counter.code}", "3", "bahasa", "batal")
    assert "Yang sudah terisi tetap tercatat: " in sari.text
    assert "Ditutup juga: " in sari.text


def test_a_button_of_a_survey_that_the_office_has_no_more_says_so(
    store: Store, counter: Counter
) -> None:
    rates(store, 1, counter)
    budi = rates(store, 2, counter)
    budi.now = datetime(2026, 12, 1, 3, tzinfo=UTC)
    assert "Survei ini sudah selesai" in budi.taps(NAME).text


def test_a_rating_begun_while_the_own_survey_stood_in_the_skms_place_goes_on_with_the_skm(
    store: Store, counter: Counter
) -> None:
    form, opening = CONVERSATIONS["nilai"].opened(counter.code)
    assert isinstance(form, Conversation)
    visit = form.look(store, person_of(store, people.add(store, "Sari"), NOW), opening, NOW)
    step = form.answer(visit, form.replay(visit), Chosen("3"), spell=str)
    assert isinstance(step, Asking)
    assert step.question.name == "ask-persyaratan"
    before = tuple(
        replace(one, said="keamanan") if one.name == "rate-due" else one for one in step.kept
    )
    again = form.replay(visit, before)
    assert isinstance(again, Asking)
    assert again.question.name == "ask-persyaratan"


def test_a_survey_without_a_name_has_one_of_tiliks(store: Store) -> None:
    counter = desk(store)
    changed(store, "instrument", survey_of(store, OWN))
    rates(store, 1, counter)
    assert rates(store, 2, counter).labels == ["Survei kantor", "Simpan bukti", "Ubah penilaian"]
    assert survey_of(store, NAMED)["name"] == NAME, "its name may be given later"


OTHER = NAMED.replace("skm-contoh", "layanan").replace(NAME, "Survei Kenyamanan")


def with_two(store: Store) -> Counter:
    """An office that asks two surveys of its own: the second one until the end of March."""
    here = desk(store)
    changed(store, "instrument", survey_of(store, NAMED))
    changed(store, "instrument-second", survey_of(store, OTHER))
    changed(store, "instrument-second", None, since=date(2027, 4, 1))
    for name in ("minimum", "minimum-element"):
        changed(store, name, 5)
    return here


def test_several_surveys_take_turns_and_each_has_a_figure_of_its_own(store: Store) -> None:
    counter = with_two(store)
    offers = []
    for number in range(15):
        chat = rates(store, number, counter)
        offers.append(chat.labels[0])
        assert len(chat.labels) == 3, "one survey at most is offered"
        if chat.labels[0] != "Jawab lengkap (9)":
            chat.taps(chat.labels[0]).says(*("3333" if NAME in offers[-1] else "2222"))
    assert offers == ["Jawab lengkap (9)", NAME, "Survei Kenyamanan"] * 5
    closes.close(store, NOW + timedelta(days=1))
    head = entrusted(store, "Rina", "head", counter.unit.id)
    later = NOW + timedelta(days=1)
    shown = letter(store, head, "o.ringkasan.", now=later)
    assert f"{NAME} (bukan IKM): 75,00" in words(shown)
    assert "Survei Kenyamanan (bukan IKM): 50,00" in words(shown)
    where = letter(store, head, tap_of(shown, "Dari mana angka ini"), now=later)
    assert labels(where)[:3] == ["IKM ›", f"{NAME} ›", "Survei Kenyamanan ›"]
    second = letter(store, head, tap_of(where, "Survei Kenyamanan ›"), now=later)
    assert "50,00" in words(second)
    assert "75,00" not in words(second)


def test_a_survey_that_has_ended_says_so_to_an_old_button_and_the_others_go_on(
    store: Store,
) -> None:
    counter = with_two(store)
    for number in range(3):
        late = rates(store, number, counter)
    shown, late.now = late.letters, datetime(2027, 4, 1, 3, tzinfo=UTC)
    late.says(f"nilai {counter.code}", "4", "4", "lewati")
    late.letters = shown
    assert "Survei ini sudah selesai" in late.taps("Survei Kenyamanan").text
    assert sheets(store, "layanan") == []
    turns = []
    for number in range(4, 8):
        chat = citizen(store, number)
        chat.now = late.now
        turns.append(chat.says(f"nilai {counter.code}", "4", "4", "lewati").labels[0])
    assert set(turns) == {"Jawab lengkap (9)", NAME}


def test_what_was_answered_in_a_second_survey_is_changed_in_it(store: Store) -> None:
    counter = with_two(store)
    for number in range(3):
        chat = rates(store, number, counter)
    chat.taps("Survei Kenyamanan").says(*"4444").taps("Ubah penilaian").says(*"1111")
    assert sheets(store, "layanan") == [dict.fromkeys(GIVEN, 1)]
    assert sheets(store, "skm-contoh") == []


def test_no_survey_takes_a_key_that_tilik_itself_uses(store: Store) -> None:
    for key in ("groups", DAILY):
        with pytest.raises(Refused):
            survey_of(store, NAMED.replace("skm-contoh", key))
