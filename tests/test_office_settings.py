"""Pengaturan: seen and changed by who keeps the whole office, kept in versions, and obeyed."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, date, datetime

import pytest
from sqlalchemy import Connection, select

from bot.render.words import words_of
from bot.texts import catalogue
from handlers import CONVERSATIONS
from handlers.engine.conversation import Asking, Conversation
from handlers.engine.question import NotUnderstood
from handlers.engine.said import Chosen
from handlers.today import put
from models.evaluations import Appraisal
from models.instruments import instrument
from models.people import Duty, Person
from models.performance import scored
from models.quarter import Quarter
from models.ratings import DAILY, Rating
from models.refused import Refused
from models.scores import DailyIndex, NotEnough
from models.services import Counter
from models.settings import SETTINGS
from models.store import Store
from models.store.chat import addresses
from models.store.chat.chats import sleeps_until
from models.store.letters.letters import morning_of
from models.store.office import services
from models.store.people import people, posts
from models.store.ratings import ratings
from models.store.rules import calendars, settings
from models.store.rules.measures import measure, own_surveys_on, survey_of
from models.store.rules.settings import Version, standing
from models.store.schema import raters, trail, unreleased
from models.store.work import evaluations, records
from models.window import evaluation_window
from tests.actors import rated
from tests.played import (
    empty_store,
    labels,
    letter,
    person_of,
    played,
    seconded,
    spelled,
    tap_of,
    typed,
    words,
)
from tests.test_office_rules import OWN

NOW = datetime(2026, 11, 23, 3, tzinfo=UTC)
TODAY, SINCE = date(2026, 11, 23), date(2026, 1, 1)
NEXT, LATER = datetime(2027, 2, 1, 3, tzinfo=UTC), Quarter(2027, 1)


@pytest.fixture
def store() -> Iterator[Connection]:
    with empty_store() as store:
        yield store


def top(store: Store) -> int:
    return services.add_unit(store, "Dinas A", zone="Asia/Makassar").id


def entrusted(store: Store, name: str, duty: Duty, unit_id: int) -> Person:
    number = people.add(store, name)
    people.give_duty(store, number, unit_id=unit_id, duty=duty, valid_from=SINCE)
    return person_of(store, number, NOW)


def officer(store: Store) -> Person:
    return entrusted(store, "Hani", "hr", top(store))


def changed(store: Store, name: str, value: object, *, since: date = LATER.first_day) -> None:
    settings.put(store, Version(name, value, since, NOW), day=TODAY)


def test_every_setting_is_there_with_who_set_it_and_when(store: Connection) -> None:
    hani = officer(store)
    changed(store, "dpo", "Ibu <Rini>", since=TODAY)
    first = letter(store, hani, "o.pengaturan.", now=NOW)
    assert "Kontak pejabat pelindungan data pribadi: Ibu <Rini>" in words(first)
    assert "diatur operator, 23 Nov 2026" in words(first)
    assert "Nama kantor: belum diisi" in words(first)
    pages = [first]
    while "Berikutnya ›" in labels(pages[-1]):
        pages.append(letter(store, hani, tap_of(pages[-1], "Berikutnya ›"), now=NOW))
    shown = [button.tap for page in pages for row in page.buttons for button in row]
    assert {f"o.pengaturan.{name}" for name in SETTINGS} <= set(shown)
    assert max(map(len, shown)) <= 64
    for name in SETTINGS:
        card = letter(store, hani, f"o.pengaturan.{name}", now=NOW)
        assert ("Ubah" in labels(card)) == (SETTINGS[name].kind != "instrument")


def test_a_change_is_shown_before_and_after_and_holds_from_the_next_quarter(
    store: Connection,
) -> None:
    hani = officer(store)
    asked = played(store, hani, "o.pengaturan.minimum/ubah", typed("20"), now=NOW)
    assert "dari 30 menjadi 20?" in words(asked)
    assert labels(asked) == ["Mulai 1 Jan 2027", "Biarkan"]
    waits = letter(
        store, hani, "o.pengaturan.minimum/ubah", typed("20"), "2027-01-01", now=NOW
    )
    assert "satu nilai: dari 30 menjadi 20, berlaku mulai 1 Januari 2027" in words(waits)
    assert measure(store, LATER).enough.scores == 30
    done = seconded(store, waits, entrusted(store, "Rini", "head", top(store)), now=NOW)
    assert "Pengaturan kantor: sudah disetujui dan berlaku" in words(done)
    card = letter(store, hani, tap_of(waits, "Lihat"), now=NOW)
    assert "satu nilai: 30" in words(card)
    assert "Mulai 1 Jan 2027: 20 (diatur Hani, 23 Nov 2026)" in words(card)
    query = select(trail.c.by_id, trail.c.deed, trail.c.what).where(trail.c.deed == "setting")
    assert [tuple(row) for row in store.execute(query)] == [
        (hani.id, "setting", '{"from":"2027-01-01","name":"minimum"}')
    ]
    assert measure(store, Quarter(2026, 4)).enough.scores == 30
    assert measure(store, LATER).enough.scores == 20


def test_what_waits_is_told_apart_by_what_it_is_and_else_by_since_when(store: Connection) -> None:
    hani = officer(store)
    rini = entrusted(store, "Rini", "head", top(store))

    def waiting() -> list[str]:
        return labels(played(store, rini, "o.impor.", now=NOW))

    for name, value in (("minimum", "20"), ("dpo", "Ibu Rini")):
        asks = (typed(value), "2027-01-01" if name == "minimum" else TODAY.isoformat())
        letter(store, hani, f"o.pengaturan.{name}/ubah", *asks, now=NOW)
    first, dpo = waiting()
    assert first == "Menunggu: Jawaban paling sedikit untuk satu nilai"
    assert dpo == "Menunggu: Kontak pejabat pelindungan data pribadi"
    letter(store, hani, "o.pengaturan.minimum/ubah", typed("25"), "2027-01-01", now=NOW)
    assert waiting() == [f"{first} (23 Nov 2026, 11.00)", dpo, f"{first} (23 Nov 2026, 11.00)"]


def test_what_is_left_as_it_is_leaves_no_version(store: Connection) -> None:
    hani = officer(store)
    card = letter(store, hani, "o.pengaturan.quiet/ubah", typed("21-6"), "tetap", now=NOW)
    assert "20-8" in words(card)
    assert settings.versions(store, "quiet") == []


def test_a_value_that_may_not_be_is_answered_with_what_is_wanted(store: Connection) -> None:
    hani = officer(store)
    with pytest.raises(NotUnderstood) as hint:
        played(store, hani, "o.pengaturan.minimum/ubah", typed("3"), now=NOW)
    assert hint.value.hint.id == "setting-bad-number"


def test_weights_may_hold_from_this_quarter_or_the_next(store: Connection) -> None:
    hani = officer(store)
    opening = "o.pengaturan.weights/ubah"
    asked = played(store, hani, opening, typed("50 20 20 10"), now=NOW)
    assert labels(asked)[:2] == ["Mulai 1 Okt 2026", "Mulai 1 Jan 2027"]
    waits = letter(store, hani, opening, typed("50 20 20 10"), "2027-01-01", now=NOW)
    assert "dari 40 20 20 20 menjadi 50 20 20 10" in words(waits)
    assert settings.weights(store, LATER)["quantity"] == 40
    seconded(store, waits, entrusted(store, "Rini", "hr", top(store)), now=NOW)
    assert settings.weights(store, Quarter(2026, 4))["quantity"] == 40
    assert settings.weights(store, LATER)["quantity"] == 50


def test_a_choice_is_tapped(store: Connection) -> None:
    hani = officer(store)
    asked = played(store, hani, "o.pengaturan.numbering/ubah", now=NOW)
    assert labels(asked) == ["sarpras terakhir", "pengaduan terakhir"]
    rini = entrusted(store, "Rini", "head", top(store))
    answers = ("pengaduan-last", "2026-10-01")
    waits = letter(store, hani, "o.pengaturan.numbering/ubah", *answers, now=NOW)
    seconded(store, waits, rini, now=NOW)
    assert measure(store, Quarter(2026, 4)).survey.elements[-1] == "pengaduan"
    assert measure(store, Quarter(2026, 3)).survey.elements[-1] == "sarpras"


def test_the_history_has_every_change_the_newest_first(store: Connection) -> None:
    hani = officer(store)
    changed(store, "office", "Kab. A", since=SINCE)
    changed(store, "office", "Kab. B", since=TODAY)
    old = letter(store, hani, "o.pengaturan.office/riwayat", now=NOW)
    assert "2 kali diatur" in words(old)
    assert words(old).index("Kab. B") < words(old).index("Kab. A")
    assert "Riwayat" in labels(letter(store, hani, "o.pengaturan.office", now=NOW))
    assert "0 kali" in words(letter(store, hani, "o.pengaturan.quiet/riwayat", now=NOW))


def test_the_survey_is_set_from_a_file_and_not_in_chat(store: Connection) -> None:
    card = letter(store, officer(store), "o.pengaturan.instrument/ubah", now=NOW)
    assert "Diatur dari berkas oleh operator di server" in words(card)
    assert "Warga tetap diminta mengisi SKM" in words(card)


@pytest.mark.parametrize("opening", ["hantu", "quiet!", "x/ubah"])
def test_a_setting_that_is_not_there_is_refused(store: Connection, opening: str) -> None:
    with pytest.raises(Refused, match="pengaturan-gone"):
        letter(store, officer(store), f"o.pengaturan.{opening}", now=NOW)


def test_only_who_keeps_the_whole_office_sees_and_changes_them(store: Connection) -> None:
    here = top(store)
    below = services.add_unit(store, "Bidang B", zone="Asia/Jakarta", parent_id=here).id
    others = [
        entrusted(store, "Budi", "hr", below),
        entrusted(store, "Rina", "head", here),
        person_of(store, people.add(store, "Tono"), NOW),
    ]
    for person in others:
        for opening in ("", "minimum", "minimum/ubah", "hantu"):
            with pytest.raises(Refused, match="pengaturan-not-yours"):
                letter(store, person, f"o.pengaturan.{opening}", now=NOW)


def test_today_is_cut_where_the_officer_works(store: Connection) -> None:
    """At 22.30 in Jakarta it is the next day in Makassar and further east."""
    hani, late = officer(store), datetime(2026, 11, 23, 16, 30, tzinfo=UTC)
    asked = played(store, hani, "o.pengaturan.quiet/ubah", typed("21-6"), now=late)
    assert labels(asked)[0] == "Mulai 24 Nov 2026"
    west = services.add_unit(store, "Bidang B", zone="Asia/Jakarta", parent_id=top(store)).id
    posts.place(store, hani.id or 0, west, "Analis", since=SINCE)
    placed = person_of(store, hani.id or 0, late)
    asked = played(store, placed, "o.pengaturan.quiet/ubah", typed("21-6"), now=late)
    assert labels(asked)[0] == "Mulai 23 Nov 2026"


def test_help_names_the_settings_to_who_may_set_them_alone(store: Connection) -> None:
    here = top(store)
    below = services.add_unit(store, "Bidang B", zone="Asia/Jakarta", parent_id=here).id
    hani, budi = entrusted(store, "Hani", "hr", here), entrusted(store, "Budi", "hr", below)
    assert "pengaturan –" in words(letter(store, hani, "o.bantuan.", now=NOW))
    assert "pengaturan –" not in words(letter(store, budi, "o.bantuan.", now=NOW))


def test_the_notice_names_the_office_and_whom_to_ask(store: Connection) -> None:
    hani = officer(store)
    assert "dikelola oleh" not in words(letter(store, hani, "o.privasi.", now=NOW))
    changed(store, "office", "Pemkab Contoh", since=TODAY)
    changed(store, "dpo", "Ibu Rini, 0812", since=TODAY)
    said = words(letter(store, hani, "o.privasi.", now=NOW))
    assert "dikelola oleh Pemkab Contoh. Pertanyaan tentang data: Ibu Rini, 0812." in said


def test_quiet_hours_hold_from_their_day_on(store: Connection) -> None:
    changed(store, "quiet", [21, 6], since=date(2026, 12, 1))
    evening = datetime(2026, 11, 30, 13, 30, tzinfo=UTC)
    assert settings.is_quiet(store, evening, "Asia/Jakarta")
    assert not settings.is_quiet(store, evening.replace(month=12, day=1), "Asia/Jakarta")


def test_a_version_set_anew_for_the_same_day_takes_the_place_of_the_first(
    store: Connection,
) -> None:
    for value in (25, 20):
        changed(store, "minimum", value)
    changed(store, "minimum", 40, since=Quarter(2027, 3).first_day)
    found = standing(store, SETTINGS["minimum"], TODAY)
    assert (found.value, found.version) == (30, None)
    assert [(v.value, v.valid_from.month) for v in found.coming] == [(20, 1), (40, 7)]
    assert settings.value_on(store, "minimum", date(2027, 5, 1)) == 20


def test_the_time_to_object_is_what_the_office_gave_on_the_day_of_receipt(
    store: Connection,
) -> None:
    here = top(store)
    boss, eko = people.add(store, "Sinta"), people.add(store, "Eko")
    for number in (boss, eko):
        posts.place(store, number, here, "Staf", since=SINCE)
    changed(store, "objection-days", 20, since=TODAY)
    changed(store, "legal-work", "Perbup 9/2026", since=SINCE)
    given = {"result": "sesuai", "conduct": "sesuai", "predikat": "baik", "reason": "Tuntas."}
    made = Appraisal(eko, Quarter(2026, 3), boss, rated_on=TODAY, **given)  # type: ignore[arg-type]
    evaluations.rate(store, made)
    read = words(letter(store, person_of(store, eko, NOW), "o.hasil.2026-Q3", now=NOW))
    assert "20 hari kalender" in read
    assert "Dasar: Perbup 9/2026" in read
    after = letter(store, person_of(store, eko, NOW), "o.hasil.2026-Q3/terima1", now=NOW)
    assert "13 Desember 2026" in words(after)


def test_an_evaluation_is_open_as_long_as_its_quarter_says(store: Connection) -> None:
    here = top(store)
    changed(store, "evaluation-days", 5)
    calendar = calendars.of_unit(store, here)
    assert len(evaluation_window(Quarter(2026, 3), calendar).days) == 10
    assert len(evaluation_window(Quarter(2027, 1), calendar).days) == 5
    assert len(evaluation_window(Quarter(2027, 2), calendar).days) == 5


def test_the_night_ends_when_the_office_says(store: Connection) -> None:
    eko = people.add(store, "Eko")
    posts.place(store, eko, top(store), "Staf", since=SINCE)
    changed(store, "quiet", [19, 6], since=TODAY)
    evening = datetime(2026, 11, 23, 12, tzinfo=UTC)
    morning = morning_of(store, eko, evening)
    assert morning == datetime(2026, 11, 23, 22, tzinfo=UTC), "6 o'clock in Makassar"
    number = person_of(store, eko, NOW).address.sender
    assert sleeps_until(store, "telegram", number, evening) == morning
    assert sleeps_until(store, "telegram", number, NOW) is None


def test_a_persons_scores_need_as_many_answers_as_the_quarter_says(store: Connection) -> None:
    eko, here = people.add(store, "Eko"), top(store)
    posts.place(store, eko, here, "Staf", since=SINCE)
    posts.assign_counter(store, eko, [services.add_counter(store, here, "Loket 1")], since=SINCE)
    changed(store, "minimum-element", 12)
    for quarter, needed in ((Quarter(2026, 4), 30), (LATER, 12)):
        found = records.record(store, eko, quarter, today=NEXT.date())
        assert found.encounters.enough == needed
        assert scored(found).parts[3].needed == needed
        screen = letter(
            store, person_of(store, eko, NEXT), f"o.saya.{quarter.key}/citizens", now=NEXT
        )
        assert f"setelah ada {needed} jawaban" in words(screen)


# -- a survey of the office's own --


def desk(store: Store) -> Counter:
    here = top(store)
    service = services.add_service(store, here, "KTP-el")
    counter = services.add_counter(store, here, "Loket 1")
    services.offer(store, counter, service)
    return services.all_counters(store)[0]


def own_survey(store: Store, since: date = LATER.first_day) -> None:
    changed(store, "instrument", survey_of(store, OWN), since=since)


def test_a_rating_asks_the_nine_of_the_skm_also_where_an_office_has_a_survey_of_its_own(
    store: Connection,
) -> None:
    counter = desk(store)
    own_survey(store)
    assert own_surveys_on(store, TODAY) == {}
    survey = own_surveys_on(store, NEXT.date())["own"]
    assert survey is own_surveys_on(store, NEXT.date())["own"]
    for number, element in enumerate(survey.elements):
        ratings.add(store, tapped(counter, number, element=element))
    sari = person_of(store, people.add(store, "Sari"), NOW)
    asked = played(store, sari, f"o.nilai.{counter.code}", "3", now=NEXT)
    assert isinstance(asked, Asking)
    assert asked.question.name == "ask-persyaratan"
    named = played(store, sari, f"o.nilai.{counter.code}", "1", "4", now=NEXT)
    assert len(labels(named)) == 9


def tapped(counter: Counter, number: int, *, element: str, value: int = 2) -> Rating:
    day = date(2027, 1, 4 + number % 20)
    answers = {"overall": value, element: value}
    return Rating(
        counter.id, counter.services[0].id, day, DAILY, answers, cause=element, reason=None
    )


def test_a_whole_sheet_counts_for_the_survey_it_answers(store: Connection) -> None:
    counter = desk(store)
    own_survey(store)
    sari = person_of(store, people.add(store, "Sari"), NOW)
    here = f"o.survei.{counter.code}-{counter.services[0].key}"
    for opening, count in ((here, 9), (f"{here}+own", 4)):
        letter(store, sari, opening, *["4"] * count, now=NEXT)
    rows = store.execute(select(unreleased)).all()
    kinds = {(Quarter.of(row.day).key, row.instrument, row.element) for row in rows}
    assert (LATER.key, "skm-2017", "sarpras") in kinds
    assert (LATER.key, "skm-contoh", "keamanan") in kinds
    assert (LATER.key, "skm-2017", "keamanan") not in kinds
    with pytest.raises(Refused, match="survey-own-over"):
        letter(store, sari, f"{here}+own", now=NOW)


def test_a_sheet_begun_before_midnight_is_filled_in_as_it_began(store: Connection) -> None:
    counter = desk(store)
    own_survey(store)
    other = survey_of(store, OWN.replace("skm-contoh", "skm-lain").replace("waktu", "biaya"))
    changed(store, "instrument", other, since=Quarter(2027, 2).first_day)
    sari = person_of(store, people.add(store, "Sari"), NOW)
    words = f"{counter.code}-{counter.services[0].key}+own"
    eve = datetime(2027, 3, 31, 15, 50, tzinfo=UTC)
    begun = played(store, sari, f"o.survei.{words}", "4", now=eve)
    assert isinstance(begun, Asking)
    survey, opening = CONVERSATIONS["survei"].opened(words)
    assert isinstance(survey, Conversation)
    later = survey.look(store, sari, opening, datetime(2027, 3, 31, 16, 10, tzinfo=UTC))
    assert later.survey.key == "skm-lain"
    step = survey.replay(later, begun.kept)
    while isinstance(step, Asking):
        step = survey.answer(later, step, Chosen("3"), spell=str)
    assert step.outcome.survey.key == "skm-contoh"
    assert list(step.outcome.answers) == ["waktu", "kompetensi", "perilaku", "keamanan"]


def test_the_head_reads_a_quarter_by_its_own_survey_and_smallest_numbers(
    store: Connection,
) -> None:
    counter = desk(store)
    own_survey(store)
    for name, value in (("minimum", 5), ("minimum-element", 6), ("minimum-causes", 3)):
        changed(store, name, value)
    changed(store, "legal-survey", "Perbup 5/2026", since=Quarter(2026, 4).first_day)
    answers = {"waktu": 3, "kompetensi": 3, "perilaku": 3, "keamanan": 2}
    days = [date(2027, 1, 5 + number) for number in range(6)]
    here = counter.id, counter.services[0].id
    nine = dict.fromkeys(instrument().elements, 4)
    sheets = [Rating(*here, day, "skm-contoh", answers) for day in days]
    sheets += [Rating(*here, day, "skm-2017", nine) for day in days]
    rated(store, [*sheets, *(tapped(counter, n, element="waktu") for n in range(6))])
    head = entrusted(store, "Rina", "head", counter.unit.id)
    shown = letter(store, head, "o.ringkasan.", now=NEXT)
    _, official, own, daily = map(spelled, shown.paragraphs[:4])
    assert "IKM: 100,00, mutu A (Sangat baik), dari 6" in official
    assert "Perbup 5/2026" in official
    assert "Survei kantor (bukan IKM): 70,00, mutu C" in own, "waktu weighs as much as two others"
    assert "Keamanan" not in official + daily
    assert "Indeks harian (indikatif, bukan IKM): 50,00" in daily
    lines = catalogue().marked("id", shown.paragraphs[2])
    assert "Keamanan &lt;b&gt;lokasi&lt;/b&gt;: 50,00" in lines, "words of a file are no markup"
    ikm = letter(store, head, tap_of(shown, "Dari mana angka ini"), now=NEXT)
    assert "9 unsur dengan bobot sama" in words(ikm)
    assert labels(ikm)[:2] == ["Survei kantor ›", "Indeks harian ›"]
    whence = letter(store, head, tap_of(ikm, "Survei kantor ›"), now=NEXT)
    assert "bobot yang ditetapkan kantor" in words(whence)
    assert "Keamanan lokasi: 50,00 (6 jawaban). 1: 0, 2: 6, 3: 0, 4: 0" in words(whence)
    assert "IKM ›" in labels(whence)
    assert whence.picture is not None
    names = [row.get("name") for row in whence.picture.facts["rows"]]
    assert names == [None, None, None, "Keamanan <b>lokasi</b>"]
    assert whence.picture.facts["floors"]["b"] == "80.5"
    drawn = words_of(whence.picture, catalogue(), "id")
    assert drawn["subtitle"].startswith("Survei kantor (bukan IKM)")
    assert drawn["figure"] == "Nilai 70,00 · mutu C · 6 responden"
    taps = {DAILY: {"overall": {2: 5}, "waktu": {2: 5}}}
    daily_now = measure(store, LATER).figures(taps).daily
    assert isinstance(daily_now, DailyIndex)
    assert daily_now.elements["waktu"] == NotEnough(5, 6)
    past = measure(store, Quarter(2026, 4))
    assert past.own == {}
    assert past.figures(taps).daily == NotEnough(5, 30)
    assert "Survei kantor" not in words(letter(store, head, "o.ringkasan.", now=NOW))


def test_a_key_is_never_used_for_two_surveys(store: Connection) -> None:
    own_survey(store)
    own_survey(store, Quarter(2027, 2).first_day)
    other = OWN.replace("waktu = 2", "waktu = 3")
    with pytest.raises(Refused, match="survey-file-taken"):
        survey_of(store, other)


def test_who_erases_themselves_cuts_the_tie_to_an_own_survey_too(store: Connection) -> None:
    counter = desk(store)
    own_survey(store)
    citizen = Person(addresses.meet(store, "telegram", "1001", now=NEXT).address)
    answers = {"waktu": 4, "kompetensi": 4, "perilaku": 4, "keamanan": 4}
    for kind in (DAILY, "skm-contoh"):
        given = answers if kind != DAILY else {"overall": 4}
        said = Rating(counter.id, counter.services[0].id, NEXT.date(), kind, given)
        put(store, citizen, said, counter, now=NEXT)
    tied = select(raters.c.token).where(raters.c.rating_id.is_not(None))
    assert len(store.execute(tied).all()) == 2
    letter(store, citizen, "o.hapus.ya", now=NEXT)
    assert store.execute(tied).all() == []
