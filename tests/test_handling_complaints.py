"""Complaints handled: taken, asked about, handed on, moved, proven, judged, and never late in
silence."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime, timedelta
from functools import partial
from typing import Literal

import pytest
from sqlalchemy import Connection, delete, func, select, update

from bot.channel import Delivery
from bot.outbound.post import spoken
from handlers.complaints import due_after
from handlers.complaints.moderating import tell_of_lost
from handlers.engine.said import GivenFile, Located
from handlers.listed import PROMPTS
from handlers.supervisor.complaints.clocks import run_clocks
from handlers.supervisor.reviews.opening import review_due
from models.calendar import decreed
from models.complaints import Evidence, on_map
from models.letters import Text, unpacked
from models.ratings import DAILY, Rating
from models.store import schema
from models.store.chat import addresses
from models.store.complaints import complaints, reporters, reviews
from models.store.office import services
from models.store.oversight.trail import noted
from models.store.people import people, posts
from models.store.prompts import candidates
from models.store.ratings import closes, ratings
from tests.chatting import SPEECH, Chat
from tests.office import JOINED, SINCE
from tests.played import empty_store
from tests.recorder import RECORDER

MONDAY = datetime(2026, 11, 23, 2, tzinfo=UTC)
"""Nine o'clock in Jakarta."""
NOTHING_READ: dict[str, object] = {"quarter": "2026-Q4", "until": "2026-11-20", "counts": {}}
NOTHING_READ |= {"shown": [], "causes": {}}
DUTIES = {
    "Umar": ("Kabupaten", "head"),
    "Ratna": ("Disdukcapil", "head"),
    "Siti": ("Dinas Sosial", "head"),
    "Awas": ("Kabupaten", "oversight"),
    "Dewi": ("Disdukcapil", ""),
}


class Phone(Chat):
    """A chat whose replies have been read; what others write to it waits."""

    def does(self, said: Delivery, *, lost: Literal["", "video"] = "") -> None:
        newest = self.store.execute(select(func.max(schema.letters.c.id))).scalar() or 0
        super().does(said, lost=lost)
        theirs = select(schema.addresses.c.id).where(schema.addresses.c.sender == self.sender)
        here = schema.letters.c.address_id.in_(theirs), schema.letters.c.id > newest
        self.store.execute(delete(schema.letters).where(*here))


@dataclass
class Handling:
    """A regency with two offices, their heads, an overseer and one who works at the counter; and a
    citizen."""

    store: Connection
    now: datetime = MONDAY
    chats: dict[str, Chat] = field(default_factory=dict)

    def hires(self, name: str, unit: int, duty: str) -> None:
        number = people.add(self.store, name)
        posts.place(self.store, number, unit, "Staf", since=SINCE)
        people.begins(self.store, number, at=JOINED)
        if duty:
            people.give_duty(self.store, number, unit_id=unit, duty=duty, valid_from=SINCE)
        there = addresses.meet(self.store, "whatsapp", name).address
        addresses.change(self.store, there.id, person_id=number)

    def chat(self, name: str) -> Chat:
        return self.chats.setdefault(name, Phone(self.store, name, self.now))

    def complains(
        self, words: str = "Antrean KTP kacau sejak pagi", *, sent: Sequence[Evidence] = ()
    ) -> str:
        """The citizen has filed it; gives its number."""
        unit = self.unit("Disdukcapil")
        chat = addresses.meet(self.store, "whatsapp", "Sari").address
        today = self.now.date()
        said = {"said_on": today, "due_on": due_after(self.store, unit, today, "complaint-first")}
        seal = reporters.sealed(self.store, chat)
        one = complaints.file(
            self.store, kind="plain", unit_id=unit, with_id=unit, seal=seal, **said
        )
        reporters.tie(self.store, chat, one.id)
        complaints.step(self.store, one, "said", day=today, words=words, files=sent)
        return one.number

    def unit(self, name: str) -> int:
        return next(u.id for u in services.every_unit(self.store) if u.name == name)

    def moves(self, number: str, **columns: object) -> None:
        """It stands otherwise from now on."""
        here = schema.complaints.c.number == number
        self.store.execute(update(schema.complaints).where(here).values(**columns))

    def ends(self, name: str) -> None:
        """Somebody has no duty any more."""
        theirs = select(schema.people.c.id).where(schema.people.c.name == name)
        self.store.execute(delete(schema.duties).where(schema.duties.c.person_id.in_(theirs)))

    def opens(self, name: str, number: str) -> Chat:
        """Somebody opens a complaint from their inbox."""
        chat = self.chat(name).says("pengaduan")
        return chat.taps(next(label for label in chat.labels if number in label))

    def days(self, count: int, *, looks: int = 2) -> None:
        """So many days go by, and the clocks of each are looked at twice."""
        for _ in range(count):
            self.now += timedelta(days=1)
            for _ in range(looks):
                noted(partial(run_clocks, now=self.now))(self.store)
        for chat in self.chats.values():
            chat.now = self.now

    def reads(self, name: str) -> str:
        """What was sent to somebody since they were last asked, as they read it."""
        while reporters.released(self.store, self.now) != "none":
            pass
        query = select(schema.letters.c.id, schema.letters.c.sheet).join(schema.addresses)
        here = schema.addresses.c.sender == name
        rows = self.store.execute(query.where(here).order_by(schema.letters.c.id)).all()
        found = [unpacked(json.loads(row.sheet), about=None, kind="reply") for row in rows]
        gone = schema.letters.c.id.in_([row.id for row in rows])
        self.store.execute(delete(schema.letters).where(gone))
        for letter in found:
            RECORDER.meets(letter, f"chat {name}")
        if found:
            self.chat(name).letters = found
        said = (spoken(letter, SPEECH.texts, "id", picture=None).text for letter in found)
        return "\n".join(said)


@pytest.fixture
def office() -> Iterator[Handling]:
    with empty_store() as store:
        top = services.add_unit(store, "Kabupaten", zone="Asia/Jakarta").id
        units = {"Kabupaten": top}
        for name in ("Disdukcapil", "Dinas Sosial"):
            unit = services.add_unit(store, name, zone="Asia/Jakarta", parent_id=top).id
            counter = services.add_counter(store, unit, "Loket 1")
            services.offer(store, counter, services.add_service(store, unit, f"Layanan {name}"))
            units[name] = unit
        made = Handling(store)
        for who, (where, duty) in DUTIES.items():
            made.hires(who, units[where], duty)
        yield made


def test_a_complaint_is_handed_to_somebody_who_asks_back_notes_and_answers(
    office: Handling,
) -> None:
    number = office.complains()
    assert "Pengaduan dibaca oleh kepala unit" in office.chat("Dewi").says("pengaduan").text
    office.opens("Ratna", number).taps("Serahkan", "Dewi")
    assert "Dewi sekarang dapat membaca" in office.chat("Ratna").text
    assert "Ratna menyerahkannya kepada Anda" in office.reads("Dewi")
    assert "sedang dikerjakan" in office.reads("Sari")
    dewi = office.opens("Dewi", number).taps("Tanya warga")
    dewi.says("Jam berapa itu, Pak?")
    told = office.reads("Sari")
    assert "Jam berapa itu, Pak?" in told
    assert "Dewi" not in told
    sari = office.chat("Sari").says("status")
    assert sari.labels[0] == f"{number} · menunggu Anda"
    assert "Jawaban Anda kami tunggu sampai" in sari.taps(sari.labels[0]).text
    sari.taps("Jawab")
    assert "kantor bertanya" in sari.text
    sari.says("Jam sembilan pagi")
    assert "tanpa nama Anda" in sari.text
    assert "Warga sudah menjawab" in office.reads("Dewi")
    office.opens("Dewi", number)
    assert "warga menjawab “Jam sembilan pagi”" in dewi.text
    dewi.taps("Catat kemajuan").says("Mesin antrean dipesan").taps("Warga dan kantor")
    noted = office.reads("Sari")
    assert "Mesin antrean dipesan" in noted
    assert "paling lambat" in noted
    dewi.taps("Pengaduan ini", "Catat kemajuan").says("Anggarannya tipis").taps("Kantor saja")
    assert "Anggarannya tipis" not in office.reads("Sari")
    dewi.taps("Pengaduan ini")
    assert "langkah di antaranya" in dewi.text
    assert "Anggarannya tipis" in dewi.taps("Lihat semua").text
    dewi.taps("Sudah dibenahi").says("sip")
    assert "Mohon tulis apa yang dilakukan" in dewi.text
    dewi.says("Mesin antrean sudah dipasang.").taps("Lewati")
    assert "Tersampaikan" in dewi.text
    assert "Mesin antrean sudah dipasang." in office.reads("Sari")
    sari.taps("Sudah")
    assert "Bagaimana penanganannya?" in sari.text
    sari.taps("🙂")
    assert "tidak masuk nilai seorang pegawai" in sari.text
    sari.says("status").taps(sari.labels[0])
    assert "langkah di antaranya" in sari.text
    assert "Anggarannya tipis" not in sari.taps("Lihat semua").text
    assert "Dewi" not in sari.text
    found = complaints.by_number(office.store, number)
    assert found is not None
    assert (found.state, found.care, found.result) == ("closed", 3, "yes")
    assert "warga menjawab sudah" in office.chat("Ratna").says(number).text
    assert "Pengaduan dibaca oleh kepala unit" in office.chat("Dewi").says("pengaduan").text


def test_what_is_for_another_unit_the_states_channel_or_another_kind_is_moved_not_refused(
    office: Handling,
) -> None:
    number = office.complains("Bantuan sosial saya tidak datang")
    office.opens("Ratna", number).taps("Serahkan", "Unit lain", "Dinas Sosial")
    assert "sekarang di Dinas Sosial" in office.chat("Ratna").text
    assert "Diteruskan ke Dinas Sosial" in office.reads("Sari")
    assert "Kabar pertama untuk warga" in office.reads("Siti")
    assert number not in " ".join(office.chat("Ratna").says("pengaduan").labels)
    siti = office.opens("Siti", number).taps("Jenis lain", "Pertanyaan")
    assert "sekarang tercatat sebagai: Pertanyaan" in siti.text
    assert "tercatat sebagai: Pertanyaan" in office.reads("Sari")
    siti.taps("Pengaduan ini", "Serahkan", "SP4N-LAPOR!").says("nanti")
    assert "berisi angka" in siti.text
    siti.taps("Lewati")
    assert "tetap terbuka di sini" in siti.text
    assert "(lapor.go.id). Kabar berikutnya" in office.reads("Sari")
    siti.taps("Pengaduan ini", "Serahkan", "SP4N-LAPOR!").says("8123456")
    assert "nomor 8123456 di sana" in office.reads("Sari")
    assert "SP4N-LAPOR!: <b>8123456</b>" in siti.taps("Pengaduan ini").text
    sari = office.chat("Sari").says(f"status {number}")
    for step in ("diteruskan ke Dinas Sosial", "tercatat sebagai Pertanyaan"):
        assert step in sari.text
    assert sari.text.count("diteruskan ke SP4N-LAPOR!") == 2


def test_what_a_voice_says_is_written_by_the_team_and_read_by_both_sides(office: Handling) -> None:
    number = office.complains(sent=(Evidence("voice", "tg-1", None, "held"),))
    awas = office.chat("Awas").says("ditahan").taps("Kiriman warga (1)", "Dengarkan")
    assert awas.letters[0].file is not None
    awas.taps("Tulis isinya").says("bahasa", "Indonesia")
    assert "Kita lanjutkan isi rekaman suara" in awas.text
    awas.says("batal")
    assert "rekaman suaranya tetap menunggu" in awas.text
    awas.says("ditahan").taps("Kiriman warga (1)", "Dengarkan", "Tulis isinya")
    awas.says("Petugas loket membentak, telepon 081234567890")
    assert f"Yang akan dibaca unit dan warga pengaduan {number}" in awas.text
    assert "0812" not in awas.text
    assert office.reads("Sari") == "", "nothing goes before the card"
    awas.taps("✓ Kirim")
    assert number in awas.text
    assert "Tim pengawas sudah menulis isi rekaman suara" in office.reads("Ratna")
    told = office.reads("Sari")
    assert "Ini yang dibaca unitnya: “Petugas loket membentak" in told
    assert "0812" not in told
    sari = office.chat("Sari").says("status")
    sari.taps(next(label for label in sari.labels if number in label))
    assert "isi rekaman suara Anda, ditulis tim pengawas: “Petugas" in sari.text


def test_a_photo_that_could_not_be_kept_is_told_through_the_seal_and_waits_for_nobody(
    office: Handling,
) -> None:
    photo = Evidence("photo", "whatsapp:p1", "bukti.jpg", "held")
    office.complains(sent=(photo, replace(photo, file="whatsapp:p2")))
    why = Text("file-unread", {"what": Text("file-photo")})
    tell_of_lost(office.store, "whatsapp:p1", why, now=office.now)
    tell_of_lost(office.store, "whatsapp:none", why, now=office.now)
    told = office.reads("Sari")
    assert told.count("foto yang Anda kirim tidak dapat kami baca") == 1
    assert "Kiriman warga (1)" in office.chat("Awas").says("ditahan").labels


def test_what_is_weighty_leaves_the_unit_and_is_sealed(office: Handling) -> None:
    there = on_map(-7.8, 110.3)
    number = office.complains("Diminta uang oleh orang di loket", sent=(there,))
    office.opens("Ratna", number).taps("Saya tangani", "Pengaduan ini", "Jenis lain")
    office.chat("Ratna").taps("Uang atau wewenang")
    assert "di tangan yang berwenang" in office.chat("Ratna").text
    assert office.reads("Ratna") == ""
    assert "tim pengawas" in office.reads("Awas")
    assert number not in " ".join(office.chat("Ratna").says("pengaduan").labels)
    assert number not in " ".join(office.chat("Umar").says("pengaduan").labels)
    steps = schema.complaint_steps
    assert not office.store.execute(select(steps.c.id).where(steps.c.words.is_not(None))).all()
    awas = office.opens("Awas", number)
    assert "Diminta uang oleh orang di loket" in awas.text
    assert "110.3" not in str(office.store.execute(select(steps.c.files)).scalars().all())
    assert "mlon=110.30000" in awas.taps("Lihat kiriman (1)").text
    awas.taps("Pengaduan ini", "Jenis lain", "Usul")
    assert "bila pengawas kedua, atau warganya, setuju" in awas.text
    assert number not in " ".join(office.chat("Ratna").says("pengaduan").labels), "not yet"
    office.chat("Sari").says("status").taps(f"{number} · menunggu", "Setuju")
    assert "Diminta uang" in office.opens("Ratna", number).text
    assert "mlon=110.30000" in office.chat("Ratna").taps("Lihat kiriman (1)").text


def test_a_day_that_goes_by_takes_it_one_level_up_and_both_sides_are_told(
    office: Handling,
) -> None:
    number = office.complains()
    office.days(7)
    assert office.reads("Sari") == office.reads("Umar") == "", "its day is not over yet"
    office.days(1)
    assert "Belum selesai pada waktunya" in office.reads("Sari")
    assert "sekarang juga di tangan Kabupaten" in office.reads("Ratna")
    assert "sekarang Anda juga yang menanganinya" in office.reads("Umar")
    office.days(8)
    assert "Yang menangani sudah diingatkan" in office.reads("Sari"), "above it there is nobody"
    assert "Batas waktunya lewat" in office.reads("Umar")
    whole = office.chat("Sari").says(f"status {number}")
    assert "lewat waktunya, yang menangani diingatkan" in whole.text
    office.days(8, looks=0)
    ratna = office.chat("Ratna").says("pengaduan")
    assert ratna.labels[0].startswith(f"Lewat · {number} ·")
    assert "1 sudah lewat waktunya" in ratna.text
    office.opens("Ratna", number).taps("Tanya warga").says("Jam berapa itu?")
    office.days(12)
    assert "dikerjakan dengan keterangan yang ada" in office.reads("Sari")
    assert "Warga tidak menjawab" in office.reads("Ratna")


def test_who_says_not_yet_twice_is_looked_at_by_a_second_person(office: Handling) -> None:
    number = office.complains()
    ratna, sari = office.opens("Ratna", number), office.chat("Sari")
    for told in ("sekarang juga di tangan Kabupaten", "Petugas lain, yang tidak menanganinya"):
        office.opens("Ratna", number).taps("Sudah dibenahi")
        ratna.says("Loketnya ditambah satu.")
        ratna.does(GivenFile("voice", f"whatsapp:{number}"))
        assert "Buktinya berupa foto atau dokumen" in ratna.text, "a voice shows nothing"
        assert "jawaban dan tulisan" not in ratna.text
        ratna.does(GivenFile("document", f"whatsapp:{number}", "film.pdf", 10**9))
        assert "lebih dari 20 MB" in ratna.text
        ratna.does(GivenFile("photo", f"whatsapp:{told}", "Ratna Dewi.jpg"))
        office.reads("Sari")
        sari.taps("Belum")
        assert told in sari.text
    shown = office.store.execute(select(schema.files.c.used, schema.files.c.sealed)).all()
    assert shown.count((True, True)) == 2
    sari.says(f"status {number}").taps("Lihat buktinya")
    assert "1 dari 2" in sari.text
    assert sari.letters[0].file is not None
    assert sari.letters[0].file.name == "bukti.jpg"
    sari.taps("Bukti berikut", "Lihat kabarnya")
    assert "dengan bukti" in sari.text
    assert "Tutup" not in office.opens("Ratna", number).labels, "nobody alone"
    ratna.taps("Lihat kiriman (2)")
    assert ratna.letters[0].file is not None
    office.reads("Umar")
    umar = office.opens("Umar", number)
    assert "Menunggu diperiksa orang kedua" in umar.text
    sari.says("status")
    assert sari.labels[0] == f"{number} · diperiksa petugas lain"
    sari.taps(sari.labels[0])
    umar.taps("Buka lagi")
    assert "sudah tidak menunggu jawaban Anda" in sari.taps("Sudah").text, "it is too late by now"
    assert "dibuka lagi oleh Umar" in umar.taps("Pengaduan ini").text
    assert "dibuka lagi oleh petugas lain" in sari.says(f"status {number}").text
    assert "Umar" not in sari.text
    assert "Dibuka lagi" in office.reads("Sari")
    assert "Orang kedua membukanya lagi" in office.reads("Ratna")


def test_silence_closes_once_a_second_person_has_looked_or_nobody_does(office: Handling) -> None:
    number = office.complains()
    ratna = office.opens("Ratna", number).taps("Sudah dibenahi")
    ratna.says("Loketnya ditambah satu.").taps("Lewati")
    office.reads("Sari")
    sari = office.chat("Sari").says("status")
    assert sari.labels[0] == f"{number} · menunggu jawaban Anda"
    office.days(15)
    assert "mohon periksa" in office.reads("Umar")
    assert office.reads("Sari") == ""
    assert "belum ada jawaban Anda" in sari.taps(sari.labels[0]).text
    umar = office.opens("Umar", number).taps("Tutup")
    assert "sudah ditutup" in sari.taps("Ralat").text, "what is over is not changed any more"
    assert "ditutup Umar" in umar.taps("Pengaduan ini").text
    told = office.reads("Sari")
    assert "Sudah diperiksa petugas lain, lalu ditutup" in told
    assert "Umar" not in told + sari.says(f"status {number}").text
    assert "2026: ditutup" in sari.text
    again = office.complains()
    office.opens("Ratna", again).taps("Sudah dibenahi")
    ratna.says("Loketnya ditambah dua.").taps("Lewati")
    office.days(40)
    closed = complaints.by_number(office.store, again)
    assert closed is not None
    assert closed.state == "closed"
    assert "Waktunya habis, jadi pengaduan ini ditutup" in office.reads("Sari")


def test_who_has_it_is_reminded_of_what_is_new_and_two_working_days_before_and_on_the_day(
    office: Handling,
) -> None:
    office.complains(sent=(Evidence("photo", "tg-1", None, "held"),))
    prompt = PROMPTS["complaints"]
    told = {}
    for day in range(8):
        at = MONDAY + timedelta(days=day)
        today = at.date()
        due = next(iter(prompt.dues(today, today, decreed(), "Asia/Jakarta", frozenset())), None)
        if due is None:
            continue
        wanted = candidates.lacking(office.store, prompt, due, day=today, zone="Asia/Jakarta")
        for name in DUTIES:
            chat = addresses.meet(office.store, "whatsapp", name).address
            person = addresses.person_at(office.store, chat, at)
            letter = prompt.words(office.store, person, due, at) if person.id in wanted else None
            if letter is not None:
                RECORDER.meets(letter, f"chat {name}")
                told[name, day] = spoken(letter, SPEECH.texts, "id", picture=None).text
    assert {name for name, _ in told} == {"Ratna", "Awas"}
    mine = [(day, text.split(": ")[1]) for (who, day), text in told.items() if who == "Ratna"]
    team = [day for who, day in told if who == "Awas"]
    assert team == [1, 3, 7]
    assert "1 foto, dokumen, atau rekaman suara di dalamnya menunggu Anda" in told["Awas", 3]
    assert mine == [
        (1, "1 baru, 0 jatuh tempo dua hari kerja lagi, 0 jatuh tempo hari ini."),
        (3, "0 baru, 1 jatuh tempo dua hari kerja lagi, 0 jatuh tempo hari ini."),
        (7, "0 baru, 0 jatuh tempo dua hari kerja lagi, 1 jatuh tempo hari ini."),
    ]


def test_how_it_was_handled_is_told_of_the_unit_from_the_smallest_number_up(
    office: Handling,
) -> None:
    for count in (1, 2):
        for _ in range(3):
            number = office.complains()
            one = complaints.by_number(office.store, number)
            assert one is not None
            over = {"closed_on": office.now.date(), "due_on": None, "care": 4}
            complaints.change(office.store, one, state="closed", **over)
        told = office.chat("Ratna").says("ringkasan").text
        assert ("Penanganan pengaduan menurut 6 warga: 😊 6" in told) is (count == 2)
    assert "Penanganan pengaduan" not in office.chat("Umar").says("ringkasan").text


def test_what_is_overdue_and_what_is_held_stand_in_the_one_inbox_the_oldest_first(
    office: Handling,
) -> None:
    number = office.complains()
    unit, counter = office.unit("Disdukcapil"), services.all_counters(office.store)[0]
    gone_by = MONDAY.date() - timedelta(days=3)
    days = {"opened_on": gone_by, "due_on": gone_by, "told_on": gone_by}
    place = {"unit_id": unit, "with_id": unit, "what": "c", "place_id": counter.id}
    reviews.begin(office.store, element="waktu", before=NOTHING_READ, **days, **place)
    inbox = office.chat("Ratna").says("pengaduan")
    assert "1 tinjauan cara kerja sudah lewat waktunya" in inbox.text
    assert inbox.labels[0] == "Lewat · Tinjauan · Lama waktu · Loket 1, Disdukcapil"
    assert number in inbox.labels[1]
    said = Rating(counter.id, counter.services[0].id, gone_by, DAILY, {"overall": 1})
    ratings.add(office.store, replace(said, reason="Dewi minta uang rokok"))
    closes.close(office.store, MONDAY)
    office.moves(number, kind="weighty")
    awas = office.chat("Awas").says("pengaduan")
    assert "1 komentar atau kiriman warga menunggu keputusan Anda" in awas.text
    assert awas.labels == ["Komentar ditahan", *[one for one in awas.labels if number in one]]
    noted(partial(review_due, now=MONDAY))(office.store)
    umar = office.chat("Umar").says("pengaduan")
    assert "Tidak ada pengaduan yang menunggu Anda" in umar.text, "a weighty one is not his"
    umar.taps("Lewat · Tinjauan · Lama waktu · Loket 1, Disdukcapil").taps("Isi rencana")
    umar.says("Petugas kurang", "Tambah petugas")
    umar.taps("Umar").says("30/11/2026")
    assert "Lewat" not in " ".join(office.chat("Ratna").says("pengaduan").labels)


def test_who_waits_for_the_other_side_reads_it_anew_with_one_tap(office: Handling) -> None:
    number = office.complains()
    sari = office.chat("Sari").says("status")
    sari.taps(sari.labels[0])
    ratna, umar = office.opens("Ratna", number), office.opens("Umar", number)
    ratna.taps("Saya tangani")
    assert "mulai dikerjakan" in sari.taps("Muat ulang").text
    assert "sudah berubah sejak layar itu dibuat" in umar.taps("Saya tangani").text
    assert "ditangani Ratna" in umar.taps("Pengaduan ini").text
    ratna.taps("Pengaduan ini", "Tanya warga").says("Jam berapa itu?").taps("Pengaduan ini")
    office.reads("Sari")
    sari.taps("Jawab").says("Jam sembilan")
    assert "warga menjawab “Jam sembilan”" in ratna.taps("Muat ulang").text
    assert "Muat ulang" not in ratna.labels, "now it is the office's turn"
    assert "Jawabannya paling lambat" in sari.taps("Lihat kabarnya").text


def test_what_nobody_can_be_asked_of_and_nobody_else_looks_at_is_closed_after_its_day(
    office: Handling,
) -> None:
    number = office.complains()
    seconded = office.complains("Lampu ruang tunggu mati")
    ratna = office.opens("Ratna", number)
    office.chat("Sari").says("hapus").taps("Hapus sekarang")
    assert "tidak dapat lagi dihubungi" in ratna.taps("Tanya warga").text
    office.opens("Ratna", seconded).taps("Sudah dibenahi").says("Lampunya diganti.").taps("Lewati")
    assert f"orang kedua memeriksa pengaduan {seconded}" in ratna.text
    assert "mohon periksa" in office.reads("Umar")
    assert "Tutup" in office.opens("Umar", seconded).labels
    office.ends("Umar")
    office.opens("Ratna", number).taps("Sudah dibenahi")
    ratna.says("Loketnya ditambah satu.").taps("Lewati")
    assert f"pengaduan {number} ditutup setelah Senin, 7 Desember 2026" in ratna.text
    office.days(14)
    assert "Menunggu jawaban warga" in office.opens("Ratna", number).text
    office.days(1)
    assert "Tidak ada pengaduan yang menunggu Anda" in ratna.says("pengaduan").text


def test_what_was_asked_is_answered_by_simply_writing_back(office: Handling) -> None:
    number = office.complains()
    office.opens("Ratna", number).taps("Tanya warga").says("Jam berapa itu?")
    office.reads("Sari")
    sari = office.chat("Sari").says("Jam sembilan pagi")
    assert f"Untuk pengaduan <b>{number}</b>" in sari.text
    sari.taps("Kirim")
    assert "Sudah kami tambahkan" in sari.text
    assert "Jawabannya paling lambat" in sari.text
    office.opens("Ratna", number)
    assert "warga menambahkan “Jam sembilan pagi”" in office.chat("Ratna").text
    office.chat("Ratna").taps("Sudah dibenahi").says("Mesin antrean dipasang.").taps("Lewati")
    office.reads("Sari")
    assert "Sudah beres?" in sari.says("ya").text
    assert "Sudah beres?" in sari.says("??").text
    assert "Sudah beres?" in sari.says("tidak").text
    assert "“Antreannya tetap panjang”" in sari.says("Antreannya tetap panjang").text
    sari.taps("Kirim")
    assert "Belum" in sari.labels
    assert "kami buka lagi" in sari.says("belum, pak").text
    sari.taps("Yang belum beres").says("Mesinnya mati lagi").taps("Kirim")
    assert "Sudah kami tambahkan" in sari.text
    assert f"Untuk pengaduan <b>{number}</b>" in sari.says("Tadi siang juga mati").text
    assert "Di unit" in sari.says("batal", "Petugasnya minta uang pelicin").text


def test_a_photo_or_a_place_is_for_the_complaint_that_waits_for_its_citizen(
    office: Handling,
) -> None:
    number = office.complains()
    office.opens("Ratna", number).taps("Tanya warga").says("Di sebelah mana?")
    sari = office.chat("Sari")
    sari.does(Located(-7.8, 110.36))
    assert "(tanpa kata-kata) · lokasi" in sari.text
    sari.says("batal")
    sari.does(GivenFile("photo", "whatsapp:here"))
    sari.taps("Kirim")
    assert "1 foto atau dokumen menunggu diperiksa" in sari.text


def test_money_and_power_are_never_added_to_what_the_unit_reads(office: Handling) -> None:
    number = office.complains()
    office.opens("Ratna", number).taps("Tanya warga").says("Di loket berapa?")
    sari = office.chat("Sari").says("Petugasnya minta uang pelicin 50 ribu")
    assert "Di unit mana?" in sari.text
    sari.says("batal")
    sari.does(GivenFile("photo", "whatsapp:p", caption="Petugasnya minta uang pelicin"))
    assert "Di unit mana?" in sari.text
    sari.says("batal", f"status {number}").taps("Tambah")
    assert "hanya tim pengawas" not in sari.says("Antreannya sampai ke jalan").text
    assert "hanya tim pengawas yang membacanya" in sari.says("Ada yang minta uang pelicin").text
    sari.says("batal", f"status {number}").taps("Jawab").says("Di loket 2, minta uang pelicin")
    assert "hanya tim pengawas yang membacanya" in sari.text
    assert office.reads("Ratna") == "", "nothing goes before the card"
    assert "sudah kami teruskan" in sari.taps("Kirim").text
    assert "Warga sudah menjawab" in office.reads("Ratna")


def test_words_under_a_complaint_or_a_voice_are_no_work_of_whoever_reads_it(
    office: Handling,
) -> None:
    number = office.complains(sent=(Evidence("voice", "tg-1", None, "held"),))
    awas = office.chat("Awas").says("ditahan").taps("Kiriman warga (1)", "Dengarkan")
    awas.says("Antreannya kacau sejak mesin rusak").taps("✓ Kirim")
    assert "Tersimpan" in awas.text
    assert "mesin rusak" in office.reads("Sari")
    ratna = office.opens("Ratna", number).says("Mesin antrean sudah dipesan")
    assert "tentang pengaduan yang baru Anda baca" in ratna.text
    ratna.taps("Kantor saja")
    assert "untuk kantor saja" in ratna.text
    office.opens("Ratna", number)
    assert "Ratna mencatat “Mesin antrean sudah dipesan”" in ratna.text
    assert office.store.execute(select(schema.entries)).all() == []


def test_what_is_written_back_to_a_hearing_is_no_work_either(office: Handling) -> None:
    number = office.complains("Dewi di loket ketus dan membentak saya")
    ratna = office.opens("Ratna", number).taps("Dengarkan dulu", "Dewi")
    ratna.says("Cara berbicara kepada warga").taps("✓ Kirim")
    dewi = office.chat("Dewi").gets()
    dewi.says("Saya sudah minta maaf waktu itu")
    assert "Mohon pilih dulu" in dewi.text
    assert "belum memahami" in dewi.says("nilai saya", "tidak ada").text, "nothing is no work"
    dewi.says("penjelasan")
    dewi.taps("Ada konteks").says("Saya sendirian di loket waktu itu")
    assert "Penjelasan Anda sampai" in dewi.text
    assert office.store.execute(select(schema.entries)).all() == []


def test_what_is_done_in_part_is_closed_as_such_and_both_sides_read_it(office: Handling) -> None:
    number = office.complains()
    ratna = office.opens("Ratna", number).taps("Sudah dibenahi")
    ratna.says("Loketnya ditambah satu.").taps("Lewati")
    office.reads("Sari")
    sari = office.chat("Sari").taps("Sebagian")
    assert "dengan catatan bahwa baru sebagian yang beres" in sari.text
    assert "🙂" in sari.labels, "how it was handled is asked all the same"
    assert "warga menjawab sebagian" in ratna.taps("Pengaduan ini").text
    assert "Sudah dibenahi" not in ratna.labels
    assert "Anda menjawab sebagian" in sari.says(f"status {number}").text
    found = complaints.by_number(office.store, number)
    assert found is not None
    assert (found.state, found.result) == ("closed", "partly")


def test_what_is_left_for_a_moment_is_called_by_its_name_and_what_is_given_up_is_not_sent(
    office: Handling,
) -> None:
    number = office.complains("Dewi di loket ketus dan membentak saya")
    ratna = office.opens("Ratna", number).taps("Tanya warga")
    assert "Kita lanjutkan pengaduan warga" in ratna.says("bahasa", "Indonesia").text
    assert "pengaduannya tetap menunggu" in ratna.says("batal").text
    ratna.says("lapor", "Atap ruang tunggu bocor")
    assert "Pengaduan ini tidak dikirim dan tidak disimpan" in ratna.says("batal").text
    assert office.reads("Sari") == ""
    office.opens("Ratna", number).taps("Tanya warga").says("Jam berapa itu?")
    office.reads("Sari")
    sari = office.chat("Sari").taps("Jawab").says("bahasa", "Indonesia")
    assert "Kita lanjutkan keterangan Anda tentang pengaduan" in sari.text
    assert "Jam berapa itu?" in sari.text, "the question is there again"
    sari.says("batal")
    assert "Jawab" in sari.says(f"status {number}").labels, "it can be answered still"
    office.opens("Ratna", number).taps("Dengarkan dulu", "Dewi")
    ratna.says("Cara berbicara kepada warga").taps("✓ Kirim")
    office.reads("Dewi")
    dewi = office.chat("Dewi").taps("Ada konteks").says("bahasa", "Indonesia")
    assert "Kita lanjutkan penjelasan Anda" in dewi.text
    assert "Penjelasan Anda tidak dikirim; masih dapat disampaikan" in dewi.says("batal").text
    assert "Cara berbicara kepada warga" in dewi.says("penjelasan").text


def test_a_long_inbox_is_read_page_by_page(office: Handling) -> None:
    numbers = [office.complains(f"Antrean kacau di hari ke-{day}") for day in range(8)]
    ratna = office.chat("Ratna").says("pengaduan")
    assert sum("ADU-" in label for label in ratna.labels) == 7
    shown = " ".join(ratna.labels)
    shown += " ".join(ratna.taps("Berikutnya").labels)
    assert all(shown.count(number) == 1 for number in numbers)
    assert "Berikutnya" not in ratna.labels
