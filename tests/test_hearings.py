"""Dengarkan, penjelasan: whom a complaint touches says their own word before it is answered."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, datetime
from functools import partial

import pytest
from sqlalchemy import Connection, select

from handlers.engine.question import NotUnderstood
from handlers.engine.said import Skipped
from handlers.supervisor.complaints.clocks import run_clocks
from models.complaints import Complaint
from models.letters import Letter, Text
from models.people import Address, Duty, Person
from models.refused import Refused
from models.store import schema
from models.store.chat import addresses
from models.store.complaints import complaints, hearings, reporters
from models.store.letters import claims
from models.store.office import services
from models.store.oversight.trail import noted
from models.store.people import leaves, people, posts
from tests.played import empty_store, labels, letter, person_of, played, tap_of, typed, words

DAY, SINCE = date(2026, 11, 24), date(2026, 1, 1)
NOW = datetime.fromisoformat("2026-11-24T03:00:00+00:00")
LATER = datetime.fromisoformat("2026-11-28T03:00:00+00:00")
SAID = "Bu Siti di loket judes sekali waktu saya tanya berkas anak saya Raka jam sembilan"
RETOLD = "Cara menjawab pertanyaan di loket"


class Office:
    """Two units, one above the other, each with a head; a counter with a clerk and a colleague."""

    def __init__(self, store: Connection) -> None:
        self.store = store
        self.top = services.add_unit(store, "Kabupaten", zone="Asia/Jakarta").id
        unit = services.add_unit(store, "Disdukcapil", zone="Asia/Jakarta", parent_id=self.top)
        self.unit = unit.id
        service = services.add_service(store, self.unit, "KTP-el")
        self.counter = services.add_counter(store, self.unit, "Loket 2")
        services.offer(store, self.counter, service)
        self.head = self.hired("Ratna Dewi", ("head", self.unit))
        self.chief = self.hired("Umar Said", ("head", self.top))
        self.siti = self.hired("Siti Aminah")
        self.joko = self.hired("Joko Susilo")
        posts.assign_counter(store, self.siti.id or 0, [self.counter], since=SINCE)

    def hired(self, name: str, *duties: tuple[Duty, int]) -> Person:
        number = people.add(self.store, name)
        posts.place(self.store, number, self.unit, "Staf", since=SINCE)
        for duty, unit_id in duties:
            people.give_duty(self.store, number, unit_id=unit_id, duty=duty, valid_from=SINCE)
        return person_of(self.store, number, NOW)

    def complained(self, said: str = SAID, kind: str = "plain") -> Complaint:
        place = {"unit_id": self.unit, "with_id": self.unit, "counter_id": self.counter}
        chat = Address(0, "telegram", "628115550123", "id", None)
        seal = reporters.sealed(self.store, chat)
        one = complaints.file(
            self.store, kind=kind, said_on=DAY, due_on=DAY, seal=seal, **place
        )
        complaints.step(self.store, one, "said", day=DAY, words=said)
        return one

    def reads(self, person: Person, tap: str, now: datetime = NOW) -> str:
        return words(letter(self.store, person, tap, now=now))

    def asks(self, one: Complaint, who: str = "Siti Aminah") -> Letter:
        number = next(p for p in people_named(self.store) if p[1] == who)[0]
        answers = (str(number), typed(RETOLD), "send")
        return letter(self.store, self.head, f"o.pengaduan.{one.id}.d", *answers, now=NOW)

    def status(self, one: Complaint) -> str:
        """What the citizen reads of it."""
        met = addresses.meet(self.store, "telegram", "628115550123")
        if one.id not in reporters.tied(self.store, met.address):
            reporters.tie(self.store, met.address, one.id)
        citizen = addresses.person_at(self.store, met.address, NOW)
        return self.reads(citizen, f"o.status.{one.id}")

    def posted(self, person: Person) -> Letter:
        """The letter that waits for somebody."""
        found = claims.claim(self.store, now=LATER, until=LATER)
        return next(e.letter for e in found if e.address_id == person.address.id)


def people_named(store: Connection) -> list[tuple[int, str]]:
    rows = store.execute(select(schema.people.c.id, schema.people.c.name))
    return [(row.id, row.name) for row in rows]


@pytest.fixture
def office() -> Iterator[Office]:
    with empty_store() as store:
        yield Office(store)


def refused(office: Office, person: Person, tap: str, now: datetime = NOW) -> Text:
    with pytest.raises(Refused) as no:
        letter(office.store, person, tap, now=now)
    return no.value.why


def test_who_is_named_is_heard_before_the_answer_and_the_head_reads_both(office: Office) -> None:
    one = office.complained()
    case = letter(office.store, office.head, f"o.pengaduan.{one.id}", now=NOW)
    assert "Disebut di sini: Siti Aminah" in words(case)
    assert refused(office, office.head, f"o.pengaduan.{one.id}.b").id == "hear-first"
    who = played(office.store, office.head, tap_of(case, "Dengarkan dulu"), now=NOW)
    assert labels(who) == ["Siti Aminah", "Joko Susilo", "Umar Said"]
    assert "ditunggu sampai Jumat, 27 November 2026" in words(office.asks(one))
    assert refused(office, office.head, f"o.pengaduan.{one.id}.b").id == "hear-waits"
    assert "Belum menjawab tidak berarti apa-apa" in office.reads(
        office.head, f"o.pengaduan.{one.id}"
    )
    came = office.posted(office.siti)
    assert labels(came) == ["Benar", "Ada konteks", "Bukan saya"]
    said = typed("Saat itu sistem mati, hubungi 081234567890")
    done = letter(office.store, office.siti, tap_of(came, "Ada konteks"), said, now=NOW)
    assert "sampai kepada yang menangani" in words(done)
    back = office.posted(office.head)
    assert "Siti Aminah sudah memberi penjelasan" in words(back)
    case = letter(office.store, office.head, tap_of(back, "Pengaduan ini"), now=NOW)
    assert "Siti Aminah: ada konteksnya\n“Saat itu sistem mati" in words(case)
    assert "081234567890" not in words(case)
    assert "pegawai yang bersangkutan didengar dulu" in office.status(one)
    assert "Siti Aminah:" not in office.status(one)
    assert SAID in words(case)
    assert played(office.store, office.head, f"o.pengaduan.{one.id}.b", now=NOW)


def test_who_is_named_in_a_voice_that_was_written_down_is_heard_too(office: Office) -> None:
    one = office.complained("Loketnya lama sekali")
    assert played(office.store, office.head, f"o.pengaduan.{one.id}.b", now=NOW)
    team = office.hired("Awas", ("oversight", office.top))
    complaints.step(office.store, one, "voice", day=DAY, by_id=team.id, words="Bu Siti judes")
    assert refused(office, office.head, f"o.pengaduan.{one.id}.b").id == "hear-first"


def test_the_employee_reads_nothing_that_tells_who_complains(office: Office) -> None:
    one = office.complained()
    office.asks(one)
    came = office.posted(office.siti)
    listed = office.reads(office.siti, "o.penjelasan.")
    form = words(played(office.store, office.siti, tap_of(came, "Benar"), now=NOW))
    told = f"{words(came)}\n{listed}\n{form}"
    assert "Pengaduan · Loket 2, Disdukcapil · Triwulan IV 2026" in told
    assert RETOLD in told
    for tells in (one.number, "judes", "Raka", "sembilan", "24 November", "0811", "Ratna"):
        assert tells not in told
    taken = complaints.change(office.store, one, state="taken", holder_id=office.siti.id)
    assert taken
    assert refused(office, office.siti, f"o.pengaduan.{one.id}").id == "case-gone"
    kept = office.store.execute(select(schema.trail)).all()
    assert ("hearing", office.siti.id) in [(row.deed, row.about_id) for row in kept]
    assert not any("Raka" in row.what or RETOLD in row.what for row in kept)


def test_silence_is_said_as_silence_and_holds_nothing_up_for_longer(office: Office) -> None:
    one = office.complained()
    office.asks(one)
    assert played(office.store, office.head, f"o.pengaduan.{one.id}.b", now=LATER)
    case = office.reads(office.head, f"o.pengaduan.{one.id}", LATER)
    assert "Siti Aminah: diminta memberi penjelasan" in case
    assert "tidak berarti apa-apa" in case
    tap = f"o.penjelasan.{hearings.of_complaint(office.store, one)[0].id}.not_me"
    done = letter(office.store, office.siti, tap, Skipped(), now=LATER)
    assert "Terima kasih" in words(done)
    assert "Siti Aminah: bukan dirinya" in office.reads(office.head, f"o.pengaduan.{one.id}")
    assert refused(office, office.siti, tap).id == "hearing-gone"


@pytest.mark.parametrize(
    ("retold", "why"),
    [
        ("Loket judes sekali waktu saya tanya berkas", "hear-quoted"),
        ("Kejadian jam 9 di loket", "hear-numbers"),
    ],
)
def test_a_sentence_that_could_tell_who_wrote_is_not_taken(
    office: Office, retold: str, why: str
) -> None:
    one, siti = office.complained(), office.siti.id
    tap = f"o.pengaduan.{one.id}.d"
    with pytest.raises(NotUnderstood) as hint:
        played(office.store, office.head, tap, str(siti), typed(retold), now=NOW)
    assert hint.value.hint.id == why


def test_a_name_that_means_nobody_is_set_aside_before_all_eyes(office: Office) -> None:
    one = office.complained("Siti Aminah dipanggil dua kali, loketnya sempit")
    with pytest.raises(Refused) as no:
        letter(office.store, office.head, f"o.pengaduan.{one.id}.b", now=NOW)
    nobody = next(b.tap for row in no.value.buttons for b in row if b.tap.endswith(".n"))
    assert "Warganya membaca itu juga" in office.reads(office.head, nobody)
    office.reads(office.head, nobody)
    case = office.reads(office.head, f"o.pengaduan.{one.id}")
    assert case.count("menurut Ratna Dewi bukan tentang orang tertentu") == 1
    assert "Disebut di sini" not in case
    assert "menurut unitnya ini bukan tentang orang tertentu" in office.status(one)
    assert played(office.store, office.head, f"o.pengaduan.{one.id}.b", now=NOW)


def test_nobody_answers_a_complaint_that_names_them_where_another_can(office: Office) -> None:
    one = office.complained("Bu Ratna Dewi marah-marah di ruang tunggu")
    assert refused(office, office.head, f"o.pengaduan.{one.id}.b").id == "hear-self"
    why = refused(office, office.chief, f"o.pengaduan.{one.id}.b")
    assert (why.id, why.facts["names"]) == ("hear-first", "Ratna Dewi")
    two = office.complained("Antrean kacau")
    assert played(office.store, office.head, f"o.pengaduan.{two.id}.b", now=NOW)


def test_a_whole_name_says_who_of_two_is_meant(office: Office) -> None:
    office.hired("Dewi Lestari")
    for said, names in (
        ("Petugas Dewi Lestari, di loket 2, marah-marah", "Dewi Lestari"),
        ("Petugas Dewi marah-marah", "Dewi Lestari, Ratna Dewi"),
        ("Dewi Lestari dan Bu Ratna marah-marah", "Dewi Lestari, Ratna Dewi"),
    ):
        case = office.reads(office.chief, f"o.pengaduan.{office.complained(said).id}")
        assert f"Disebut di sini: {names}." in case


def test_a_hearing_is_nobody_elses_and_none_is_held_of_what_is_weighty(office: Office) -> None:
    one = office.complained()
    weighty = office.complained(kind="weighty")
    office.asks(one)
    hearing = hearings.of_complaint(office.store, one)[0].id
    assert refused(office, office.joko, f"o.penjelasan.{hearing}").id == "hearing-gone"
    assert refused(office, office.head, f"o.penjelasan.{hearing}.right").id == "hearing-gone"
    assert refused(office, office.joko, f"o.pengaduan.{one.id}.d").id == "case-gone"
    assert "Tidak ada" in office.reads(office.joko, "o.penjelasan.")
    stranger = addresses.person_at(
        office.store, addresses.meet(office.store, "telegram", "628").address, NOW
    )
    assert refused(office, stranger, "o.penjelasan.").id == "hearing-not-staff"
    team = office.hired("Awas", ("oversight", office.top))
    assert refused(office, team, f"o.pengaduan.{weighty.id}.d").id == "case-gone"
    complaints.change(office.store, one, kind="weighty")
    assert refused(office, office.siti, f"o.penjelasan.{hearing}.right").id == "hearing-gone"
    assert "Tidak ada" in office.reads(office.siti, "o.penjelasan.")


def test_whom_tilik_cannot_reach_is_told_otherwise_and_reads_all_that_waits(office: Office) -> None:
    first, second = office.complained(), office.complained("Antrean kacau")
    addresses.change(office.store, office.siti.address.id, person_id=None)
    assert "belum dapat dicapai lewat Tilik" in words(office.asks(first))
    addresses.change(office.store, office.siti.address.id, person_id=office.siti.id)
    office.asks(second)
    listed = letter(office.store, office.siti, "o.penjelasan.", now=NOW)
    assert "2 hal menunggu penjelasan Anda" in words(listed)
    assert labels(listed) == [RETOLD, RETOLD]
    assert "bukan penilaian" in office.reads(office.siti, listed.buttons[0][0].tap)
    tap = f"o.pengaduan.{second.id}.d"
    for who in ("Joko Susilo", "Umar Said"):
        office.asks(second, who)
    assert refused(office, office.head, tap).id == "hear-none"


def test_the_rating_superior_who_is_no_head_reads_both_sides_and_only_then(office: Office) -> None:
    boss, one = office.hired("Bayu Atasan"), office.complained()
    posts.report_to(office.store, office.siti.id or 0, boss.id or 0, since=SINCE)
    office.asks(one)
    hearing = hearings.of_complaint(office.store, one)[0].id
    boss = addresses.person_at(office.store, boss.address, NOW)
    assert refused(office, boss, f"o.pengaduan.r{hearing}").id == "case-gone", "not yet"
    letter(office.store, office.siti, f"o.penjelasan.{hearing}.context", typed("Sistem mati"),
           now=NOW)
    told = office.posted(boss)
    assert "menyangkut Siti Aminah, dan kedua pihak kini dapat Anda baca" in words(told)
    both = office.reads(boss, tap_of(told, "Baca kedua pihak"))
    assert SAID in both
    assert "Siti Aminah: ada konteksnya\n“Sistem mati”" in both
    for tells in (one.number, "24 November", "0811"):
        assert tells not in both
    for nobody in (office.joko, office.siti, office.chief):
        assert refused(office, nobody, f"o.pengaduan.r{hearing}").id == "case-gone"
    complaints.change(office.store, one, kind="weighty")
    assert refused(office, boss, f"o.pengaduan.r{hearing}").id == "case-gone"


def test_silence_goes_on_by_itself_and_all_who_wait_are_told_once(office: Office) -> None:
    boss, one = office.hired("Bayu Atasan"), office.complained()
    posts.report_to(office.store, office.siti.id or 0, boss.id or 0, since=SINCE)
    office.asks(one)
    for now in (NOW, LATER, LATER):
        noted(partial(run_clocks, now=now))(office.store)
    head, told = office.posted(office.head), office.posted(boss)
    assert "Siti Aminah tidak memberi penjelasan pada waktunya" in words(head)
    assert "kedua pihak kini dapat Anda baca" in words(told)
    case = office.reads(office.head, f"o.pengaduan.{one.id}", LATER)
    assert case.count("dilanjutkan tanpa penjelasan yang bersangkutan") == 1
    assert "Siti Aminah: tidak memberi penjelasan sampai Jumat, 27 November 2026" in case
    assert "pengaduan Anda tetap berjalan" in office.status(one)


def test_days_of_leave_do_not_count_and_a_long_leave_holds_nothing_up_for_ever(
    office: Office,
) -> None:
    siti, joko = office.siti.id or 0, office.joko.id or 0
    leaves.add(office.store, siti, date(2026, 11, 20), date(2026, 11, 30))
    leaves.add(office.store, joko, date(2026, 11, 1), date(2027, 2, 1))
    one, two = office.complained(), office.complained("Pak Joko Susilo judes")
    assert "ditunggu sampai Kamis, 3 Desember 2026" in words(office.asks(one))
    assert "ditunggu sampai Selasa, 8 Desember 2026" in words(office.asks(two, "Joko Susilo"))


def test_who_goes_on_leave_while_they_are_asked_has_longer(office: Office) -> None:
    one = office.complained()
    assert "ditunggu sampai Jumat, 27 November 2026" in words(office.asks(one))
    leaves.add(office.store, office.siti.id or 0, date(2026, 11, 25), date(2026, 11, 30))
    noted(partial(run_clocks, now=LATER))(office.store)
    case = office.reads(office.head, f"o.pengaduan.{one.id}", LATER)
    assert "ditunggu sampai Kamis, 3 Desember 2026" in case
    assert refused(office, office.head, f"o.pengaduan.{one.id}.b", LATER).id == "hear-waits"


def test_either_phone_of_the_employee_answers_and_the_other_reads_that_it_is_over(
    office: Office,
) -> None:
    other = addresses.meet(office.store, "whatsapp", "628990001").address
    addresses.change(office.store, other.id, person_id=office.siti.id)
    second = addresses.person_at(office.store, addresses.by_id(office.store, other.id), NOW)
    office.asks(office.complained())
    shown = letter(office.store, second, "o.penjelasan.", now=NOW)
    done = letter(office.store, second, tap_of(shown, "Bukan saya"), Skipped(), now=NOW)
    assert "sampai kepada yang menangani" in words(done)
    assert refused(office, office.siti, tap_of(shown, "Benar")).id == "hearing-gone"
    assert "Tidak ada yang menunggu penjelasan Anda" in office.reads(office.siti, "o.penjelasan.")
