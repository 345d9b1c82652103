"""Reviews of the way of working: when one opens and when not, who hears, what a figure keeps."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, timedelta
from functools import partial

import pytest
from sqlalchemy import Connection, delete, func, select, update

from bot.channel import Started, Tapped
from bot.outbound.post import spoken
from handlers.engine.said import GivenFile
from handlers.supervisor.reviews.deeds import (
    Plan,
    ReviewEnding,
    keep_change,
    keep_plan,
    keep_reason,
)
from handlers.supervisor.reviews.opening import review_due
from handlers.supervisor.reviews.reading import case_of
from models.letters import Text, unpacked
from models.people import Person
from models.ratings import DAILY, Rating
from models.services import Counter
from models.store import schema
from models.store.chat import addresses, identities
from models.store.chat.renaming import told_of_renaming
from models.store.complaints import complaints, listeners, reporters
from models.store.office import services
from models.store.oversight.trail import noted
from models.store.people import people, posts
from models.store.ratings import closes, ratings
from tests.chatting import SPEECH, Chat
from tests.office import JOINED, SINCE
from tests.played import empty_store
from tests.recorder import RECORDER

MONDAY = datetime(2026, 11, 23, 2, tzinfo=UTC)
"""Nine o'clock in Jakarta."""
DUTIES = {
    "Umar": ("Kabupaten", "head"),
    "Ratna": ("Disdukcapil", "head"),
    "Hana": ("Kabupaten", "hr"),
    "Dewi": ("Disdukcapil", ""),
}


@dataclass
class Reviewed:
    """A regency with an office below it, its heads, its HR and a counter; and citizens."""

    store: Connection
    counters: tuple[Counter, ...] = ()
    now: datetime = MONDAY
    chats: dict[str, Chat] = field(default_factory=dict)

    def chat(self, name: str) -> Chat:
        found = self.chats.setdefault(name, Chat(self.store, name, self.now))
        found.now = self.now
        return found

    def rated(
        self,
        count: int,
        value: int,
        *,
        counter: int = 0,
        cause: str | None = None,
        close: bool = True,
    ) -> None:
        """So many say how long it took, and the night closes: it is tomorrow."""
        where, day = self.counters[counter], self.now.date()
        for _ in range(count):
            answers = {"overall": 3, "waktu": value}
            said = Rating(where.id, where.services[0].id, day, DAILY, answers, cause=cause)
            ratings.add(self.store, said)
        if close:
            self.now += timedelta(days=1)
            closes.close(self.store, self.now)

    def complains(self, count: int, *, kind: str = "plain", counter: int | None = 0) -> None:
        """So many complain of how long it takes, today."""
        where = self.counters[counter or 0]
        for _ in range(count):
            complaints.file(
                self.store,
                kind=kind,
                unit_id=where.unit.id,
                with_id=where.unit.id,
                counter_id=where.id if counter is not None else None,
                element="waktu",
                said_on=self.now.date(),
            )

    def looks(self, *, days: int = 0) -> None:
        """So many days go by; each is looked at twice."""
        for _ in range(days + 1):
            for _ in range(2):
                noted(partial(review_due, now=self.now))(self.store)
            self.now += timedelta(days=1) if days else timedelta()

    def reads(self, name: str) -> str:
        """What was sent to somebody since they were last asked, as they read it."""
        while reporters.released(self.store, self.now) == "addressed":
            pass
        theirs = schema.letters.c.address_id.in_(
            select(schema.addresses.c.id).where(schema.addresses.c.sender == name)
        )
        found = self.store.execute(select(schema.letters.c.sheet).where(theirs)).scalars().all()
        self.store.execute(delete(schema.letters).where(theirs))
        every = [unpacked(json.loads(one), about=None, kind="reply") for one in found]
        for one in every:
            RECORDER.meets(one, name)
        return "\n".join(spoken(one, SPEECH.texts, "id", picture=None).text for one in every)

    def opens(self, name: str, what: str = "Lama waktu") -> Chat:
        """Somebody opens a review from their list."""
        chat = self.chat(name).says("tinjauan")
        return chat.taps(next(label for label in chat.labels if label.startswith(what)))


@pytest.fixture
def office() -> Iterator[Reviewed]:
    with empty_store() as store:
        there = Reviewed(store)
        top = services.add_unit(store, "Kabupaten", zone="Asia/Jakarta")
        unit = services.add_unit(store, "Disdukcapil", zone="Asia/Jakarta", parent_id=top.id)
        for number in (1, 2):
            service = services.add_service(store, unit.id, f"KTP {number}")
            services.offer(store, services.add_counter(store, unit.id, f"Loket {number}"), service)
        there.counters = tuple(services.all_counters(store))
        units = {"Kabupaten": top.id, "Disdukcapil": unit.id}
        for name, (at, duty) in DUTIES.items():
            person = people.add(store, name)
            posts.place(store, person, units[at], "Staf", since=SINCE)
            people.begins(store, person, at=JOINED)
            if duty:
                people.give_duty(store, person, unit_id=units[at], duty=duty, valid_from=SINCE)
            met = addresses.meet(store, "whatsapp", name).address
            addresses.change(store, met.id, person_id=person)
        yield there


def person_of(store: Connection, name: str) -> Person:
    met = addresses.meet(store, "whatsapp", name).address
    return addresses.person_at(store, met, MONDAY)


def count(store: Connection) -> int:
    return int(store.execute(select(func.count()).select_from(schema.reviews)).scalar_one())


# -- when one opens ---------------------------------------------------------------------------


def test_low_ratings_open_one_review_once_they_are_a_figure(office: Reviewed) -> None:
    """Of too few there is no figure, and so no review, though all of them are low."""
    office.rated(29, 1)
    office.looks()
    assert count(office.store) == 0
    office.rated(5, 1)
    office.looks()
    office.looks()
    assert count(office.store) == 1
    assert office.reads("Ratna").count("Tinjauan cara kerja dibuka") == 1
    assert office.reads("Umar") == ""
    text = office.opens("Ratna").text
    assert "34 dari 34 jawaban bernilai rendah" in text


def test_a_figure_that_is_shut_opens_none(office: Reviewed) -> None:
    """Of the other counter too few have answered: the figure of this one would tell theirs."""
    office.rated(40, 1)
    office.rated(5, 4, counter=1)
    office.looks()
    assert count(office.store) == 0
    assert "Tidak ada tinjauan" in office.chat("Ratna").says("tinjauan").text


def test_causes_that_are_named_often_enough_open_one_too(office: Reviewed) -> None:
    office.rated(4, 2, cause="waktu.antrean")
    office.looks()
    assert count(office.store) == 0
    office.rated(1, 2, cause="waktu.sistem")
    office.looks()
    text = office.opens("Ratna").text
    assert "Antrean panjang: 4 kali" in text
    assert "jawaban bernilai rendah" not in text


def test_complaints_of_the_same_open_one_and_weighty_ones_none(office: Reviewed) -> None:
    office.complains(2)
    office.complains(3, kind="weighty")
    office.looks()
    assert count(office.store) == 0
    office.complains(1)
    office.looks()
    text = office.opens("Ratna").text
    assert "Pengaduan (3): ADU-" in text
    assert "Rencananya ditunggu sampai Senin, 7 Desember 2026" in text
    office.complains(3, counter=None)
    office.looks()
    assert count(office.store) == 2, "without a counter they are of the unit"


def test_nobody_is_told_by_night(office: Reviewed) -> None:
    office.complains(3)
    office.now += timedelta(hours=14)
    office.looks()
    assert office.reads("Ratna") == ""
    office.now += timedelta(hours=10)
    office.looks()
    assert "Tinjauan cara kerja dibuka" in office.reads("Ratna")


# -- what comes of it -------------------------------------------------------------------------


def test_what_is_late_is_reminded_of_and_goes_one_level_up(office: Reviewed) -> None:
    office.complains(3)
    office.looks()
    office.reads("Ratna")
    office.looks(days=10)
    assert office.reads("Ratna") == ""
    office.looks(days=1)
    said = office.reads("Ratna")
    assert said.count("ditunggu sampai Senin, 7 Desember 2026") == 1, "on Friday, and once"
    office.looks(days=4)
    assert "seharusnya selesai Senin, 7 Desember 2026" in office.reads("Ratna")
    assert "kini sampai kepada Anda juga" in office.reads("Umar")
    office.looks(days=40)
    assert office.reads("Umar").count("seharusnya selesai") == 1, "above the top it goes nowhere"


def test_training_is_wished_for_and_hr_reads_it(office: Reviewed) -> None:
    office.complains(3)
    office.looks()
    ratna = office.opens("Ratna").taps("Isi rencana").says("Petugas baru belum hafal alurnya")
    ratna.taps("Pelatihan", "Dewi").says("besok")
    yours = office.reads("Dewi")
    assert "Ratna mencatat bahwa Anda yang mengerjakan ini: “Pelatihan”" in yours
    assert "Ini bukan penilaian" in yours
    assert "Usulan pelatihannya sudah terlihat oleh kepegawaian" in ratna.text
    assert "Sebab: Petugas baru belum hafal alurnya" in ratna.taps("Buka tinjauannya").text
    assert "Tindakan: pelatihan" in ratna.text
    hana = office.chat("Hana").says("tinjauan")
    assert "Usulan pelatihan dari tinjauan (1)" in hana.text
    assert "Waktu penyelesaian · Loket 1, Disdukcapil" in hana.text
    assert not any(label.startswith("Lama waktu") for label in hana.labels)
    assert "dibaca oleh kepala unit" in office.chat("Dewi").says("tinjauan").text


def test_a_cause_is_one_that_citizens_name_or_in_ones_own_words(office: Reviewed) -> None:
    office.complains(3)
    office.looks()
    ratna, again = office.opens("Ratna"), "Isi rencana"
    named = ("Antrean panjang", "Petugas kurang", "Sistem terganggu", "Harus bolak-balik")
    for cause, day in zip(named, ("Hari ini", "Besok", "Rabu", "Kamis"), strict=True):
        ratna.taps(again, cause).says("Tambah petugas").taps("Dewi")
        ratna.taps(next(label for label in ratna.labels if label.startswith(day)))
        ratna.taps("Buka tinjauannya")
        assert f"Sebab: {cause}" in ratna.text
        again = "Ubah rencana"
    ratna.taps(again, "Hal lain").says("Loket dua sering tutup")
    ratna.taps("Tindakan lain").says("Jadwal bergantian").taps("Dewi").says("besok")
    ratna.taps("Buka tinjauannya")
    assert "Sebab: Loket dua sering tutup\nTindakan: Jadwal bergantian" in ratna.text


def test_what_somebody_else_has_ended_stays_ended(office: Reviewed) -> None:
    office.complains(3)
    office.looks()
    number = office.store.execute(select(schema.reviews.c.id)).scalar_one()
    ratna = person_of(office.store, "Ratna")
    case = case_of(office.store, ratna, number, office.now)
    plan = Plan(case, "antrean", "", True, ratna.id or 0, office.now.date())
    office.opens("Umar").taps("Tidak perlu").says("Sudah dibahas")
    ending = ReviewEnding(case, "Kini dua loket")
    for keep in (partial(keep_change, ending=ending), partial(keep_reason, ending=ending)):
        made = noted(lambda store, keep=keep: keep(store, ratna, now=office.now))(office.store)
        assert made.paragraphs == (Text("review-settled"),)
    made = noted(partial(keep_plan, person=ratna, plan=plan, now=office.now))(office.store)
    RECORDER.meets(made, "Ratna")
    assert made.paragraphs == (Text("review-settled"),)


def test_who_is_above_reads_why_nothing_need_be_done(office: Reviewed) -> None:
    office.complains(3)
    office.looks()
    before = office.opens("Ratna").taps("Isi rencana").says("batal")
    assert "Tinjauannya tetap seperti semula" in before.text
    ratna = office.opens("Ratna").taps("Isi rencana", "Antrean panjang").says("kabari", "batal")
    assert "tinjauan cara kerja" in ratna.text
    ratna = office.opens("Ratna").taps("Tidak perlu").says("Sistem pusat padam sehari")
    assert "Alasannya dapat dibaca atasan unit" in ratna.text
    assert "Alasannya: “Sistem pusat padam sehari”" in office.reads("Umar")
    assert "tidak perlu perubahan" in office.opens("Umar").text
    office.looks()
    assert count(office.store) == 1, "what was said before it ended opens none anew"


def test_a_change_of_which_there_is_no_figure_yet_says_so(office: Reviewed) -> None:
    for name, counter in (("Sari", 0), ("Tono", 1)):
        sari = office.chat(name)
        listeners.add(
            office.store,
            addresses.meet(office.store, "whatsapp", sari.sender).address,
            office.counters[counter].id,
            "waktu",
            today=office.now.date(),
        )
    office.complains(3)
    office.looks()
    ratna = office.opens("Ratna").taps("Isi rencana", "Antrean panjang").says("Tambah loket")
    ratna.taps("Ratna").says("besok")
    ratna.taps("Buka tinjauannya", "Sudah berubah").says("Kini dua loket").taps("Lewati")
    told = office.reads("Sari")
    assert "Anda minta dikabari tentang <b>Waktu penyelesaian</b> di Loket 1" in told
    assert told.count("belum cukup jawaban (0 dari 30)") == 2
    assert office.reads("Tono") == "", "who asked of another counter hears nothing"
    assert office.reads("Sari") == ""
    reporters.forget(office.store)
    listeners.forget(office.store)
    left = office.store.execute(select(schema.identities)).all()
    assert len(left) == 1, "the seal of who was told is gone, that of who waits is there"
    office.store.execute(update(schema.complaints).values(state="withdrawn"))
    ratna = office.opens("Ratna")
    assert "Angkanya belum cukup untuk ditampilkan" in ratna.text
    assert "Sudah berubah sejak 23 Nov 2026: “Kini dua loket”" in ratna.text
    assert "belum cukup jawaban" in ratna.text


def test_a_figure_after_the_change_is_not_told_where_it_tells_of_too_few(office: Reviewed) -> None:
    """The other counter has few answers by now: this one's figure is shut, and so is what is new
    of it."""
    office.rated(40, 1)
    office.looks()
    office.opens("Ratna").taps("Isi rencana", "Antrean panjang", "Pelatihan", "Ratna").says("besok")
    office.rated(30, 4, close=False)
    office.rated(5, 4, counter=1)
    ratna = office.opens("Ratna").taps("Sudah berubah").says("Kini dua loket")
    ratna.does(GivenFile("photo", "whatsapp:loket", "Ratna.jpg"))
    assert "Tidak ada warga yang menunggu kabar" in ratna.text
    assert ratna.taps("Buka tinjauannya", "Lihat buktinya").letters[0].file is not None
    kept = office.store.execute(select(schema.files.c.used, schema.files.c.sealed)).one()
    assert tuple(kept) == (True, True)
    told = ratna.taps("Buka tinjauannya").text
    assert "Sebelum (1 Okt 2026 – 23 Nov 2026): rata-rata 1,00 dari 4 (40 jawaban)" in told
    assert "belum dapat ditampilkan" in told


def test_a_review_is_nobodys_who_does_not_head_the_unit(office: Reviewed) -> None:
    office.complains(3)
    office.looks()
    number = office.store.execute(select(schema.reviews.c.id)).scalar_one()
    tap = f"o.tinjauan.{number}"
    for name in ("Hana", "Dewi"):
        chat = office.chat(name)
        chat.does(Tapped(tap))
        assert "tidak ada, atau bukan untuk Anda" in chat.text


# -- Kabari saya ------------------------------------------------------------------------------


def test_all_nine_elements_can_be_chosen_whatever_was_rated(office: Reviewed) -> None:
    sari = office.chat("Sari").says("kabari")
    assert "Tentang loket mana Anda minta dikabari?" in sari.text
    counter = next(label for label in sari.labels if "Loket 1" in label)
    sari.taps(counter)
    nine = [label for label in sari.labels if "Kembali" not in label]
    assert len(nine) == 9
    for label in nine:
        sari.says("kabari").taps(counter, label)
    assert len(office.store.execute(select(schema.listeners)).all()) == 9
    assert "Tidak ada yang disimpan" in sari.says("kabari", "batal").text
    sari.does(Started(office.counters[0].code))
    sari.says("Sangat baik", "lewati", "lewati", "lewati", "kabari")
    assert "Bila ada yang berubah di Loket 1" in sari.text


def test_it_is_offered_after_a_complaint_at_a_counter(office: Reviewed) -> None:
    code = office.counters[0].code
    sari = office.chat("Sari")
    sari.does(Tapped(f"o.lapor.{code}"))
    sari.says("Antrean KTP kacau sejak pagi")
    sari.taps("Kirim", "Kabari saya")
    assert "Bila ada yang berubah di Loket 1, Disdukcapil" in sari.text


def test_what_is_kept_of_a_wish_leads_to_no_day_and_goes_by_itself(office: Reviewed) -> None:
    sari = office.chat("Sari").says("kabari")
    sari.taps(next(label for label in sari.labels if "Loket 1" in label)).taps("Alur")
    assert "Anda kami kabari satu kali" in sari.text
    row = office.store.execute(select(schema.listeners)).one()
    assert (row.element, row.month) == ("prosedur", "2026-11")
    until = office.store.execute(select(schema.identities.c.forgotten_on)).scalar_one()
    assert until == date(2026, 11, 1) + timedelta(days=90)
    assert "Sari" not in str(office.store.execute(select(schema.listeners)).all())
    identities.forget(office.store, until)
    listeners.forget(office.store)
    assert office.store.execute(select(schema.listeners)).all() == []


@pytest.mark.parametrize("words", ["berhenti", "hapus"])
def test_a_wish_is_taken_back_with_one_word(office: Reviewed, words: str) -> None:
    sari = office.chat("Sari").says("kabari")
    sari.taps(next(label for label in sari.labels if "Loket 1" in label)).taps("Alur")
    assert "Sistem, mekanisme, dan prosedur di Loket 1" in sari.says("dataku").text
    sari.says(words)
    if words == "hapus":
        sari.taps("Hapus sekarang")
    assert office.store.execute(select(schema.listeners)).all() == []
    assert office.store.execute(select(schema.identities)).all() == []


def test_a_wish_follows_who_is_known_by_another_id(office: Reviewed) -> None:
    sari = office.chat("Sari").says("kabari")
    sari.taps(next(label for label in sari.labels if "Loket 1" in label)).taps("Lama waktu")
    told_of_renaming(office.store, "whatsapp", ["Sari"], to="Sari baru")
    assert "Waktu penyelesaian di Loket 1" in office.chat("Sari baru").says("dataku").text
    assert "minta dikabari" not in office.chat("Sari").says("dataku").text
    office.complains(3)
    office.looks()
    ratna = office.opens("Ratna").taps("Isi rencana", "Hal lain").says("Loket sempit")
    ratna.taps("Pelatihan", "Ratna").says("besok")
    ratna.taps("Buka tinjauannya", "Sudah berubah").says("Kini dua loket").taps("Lewati")
    assert "Anda minta dikabari" in office.reads("Sari baru")
