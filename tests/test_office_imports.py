"""Impor: who may do what with a file of the office, and what each tap makes of it."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from datetime import date, datetime, timedelta

import pytest
from sqlalchemy import Connection, func, select

from bot.imports.all_kinds import KINDS, parsed
from bot.imports.chat import steps
from bot.imports.outcome import Terms
from bot.imports.reading.sheets import Mistake
from handlers.engine.conversation import Asking
from handlers.engine.question import NotUnderstood
from handlers.engine.questions import Option
from handlers.engine.said import Chosen, GivenFile, Said
from handlers.office.imports.bring import Bring
from handlers.office.imports.rights import Seconds, may_second, seconds_of
from handlers.office.imports.waiting import ask_again, unasked
from models.letters import Text
from models.people import Person
from models.refused import Refused
from models.store import schema
from models.store.chat import addresses, files
from models.store.intake import arrivals, intakes
from models.store.intake.arrivals import Arrival
from models.store.office import services
from models.store.people import people, posts
from tests.actors import NINE_O_CLOCK as NOW
from tests.chatting import Chat
from tests.played import (
    empty_store,
    labels,
    letter,
    person_of,
    played,
    spelled,
    tap_of,
    typed,
    words,
)

SINCE = date(2026, 1, 1)
OFFICE, ELSEWHERE = "Disdukcapil", "Dinas Lain"
HEADER = "NIP;Nama;Unit;Jabatan;NIP Atasan;Peran"
NAMES = ("Hani", "Umar", "Dewi", "Eko", "Fitri")
NIPS = {name: f"19900101201501100{n}" for n, name in enumerate(NAMES, 1)}


@dataclass
class Town:
    """An office with two who keep its people and one elsewhere who keeps those there."""

    store: Connection
    ids: dict[str, int] = field(default_factory=dict)
    units: dict[str, int] = field(default_factory=dict)
    people: dict[str, Person] = field(default_factory=dict)
    chats: int = 0

    def hires(self, name: str, unit: str, *, hr: bool) -> None:
        number = people.add(self.store, f"{name} Contoh", nip=NIPS[name])
        posts.place(self.store, number, self.units[unit], "Staf", since=SINCE)
        if hr:
            people.give_duty(
                self.store, number, unit_id=self.units[unit], duty="hr", valid_from=SINCE
            )
        self.ids[name] = number
        self.people[name] = person_of(self.store, number, NOW)

    def plays(self, name: str, tap: str, *answers: str | Said) -> str:
        return words(letter(self.store, self.people[name], tap, *answers, now=NOW))

    def refuses(self, name: str, tap: str) -> str:
        with pytest.raises(Refused) as refusal:
            played(self.store, self.people[name], tap, now=NOW)
        return refusal.value.why.id

    def brings(self, content: str, *, by: str = "Hani", name: str = "daftar.csv") -> Arrival:
        """Send a file, which is fetched at once."""
        self.chats += 1
        given = GivenFile("document", f"file{self.chats}", name)
        assert "sedang dibaca" in self.plays(by, "o.impor.", given)
        (claimed,) = files.claim(
            self.store, ["telegram"], now=NOW, until=NOW + timedelta(minutes=1), most=9
        )
        files.keep(self.store, claimed, content.encode(), "text/csv")
        return arrivals.sent(self.store)[-1]

    def shows(self, content: str, *, by: str = "Hani", now: datetime = NOW) -> int:
        """Send a list of people and have it tried; gives its number."""
        one = self.brings(content, by=by)
        found = arrivals.content_of(self.store, one)
        assert isinstance(found, bytes)
        file = parsed("people", found, one.name)
        steps.shown(self.store, one, file, Terms(now, "Asia/Jakarta", self.ids[by]))
        return self.store.execute(select(func.max(schema.intakes.c.id))).scalar() or 0

    def settles(self, number: int) -> None:
        """What the job does with one that is confirmed."""
        one = intakes.intake(self.store, number)
        assert one is not None
        content = intakes.content_of(self.store, number)
        file = parsed(one.kind, content or b"", one.name)
        steps.taken_in(self.store, one, file, Terms(NOW, "Asia/Jakarta", one.given_by))

    def told(self, name: str) -> str:
        """All that was written to this person."""
        here = schema.addresses.c.person_id == self.ids[name]
        query = select(schema.letters.c.sheet).join(schema.addresses).where(here)
        return "\n".join(self.store.execute(query).scalars())

    def deeds(self) -> list[tuple[int | None, str]]:
        query = select(schema.trail).where(schema.trail.c.deed == "intake")
        rows = self.store.execute(query.order_by(schema.trail.c.number))
        return [(row.by_id, json.loads(row.what).get("state", "")) for row in rows]

    def state(self, number: int) -> str:
        one = intakes.intake(self.store, number)
        return "" if one is None else one.state

    def title(self, name: str) -> str:
        post = posts.post_of(self.store, self.ids[name], date(2026, 11, 23))
        return post.title if post else ""


@pytest.fixture
def town() -> Iterator[Town]:
    with empty_store() as store:
        town = Town(store)
        for name in (OFFICE, ELSEWHERE):
            town.units[name] = services.add_unit(store, name, zone="Asia/Jakarta").id
        for name, unit, hr in (
            ("Hani", OFFICE, True),
            ("Umar", OFFICE, True),
            ("Dewi", OFFICE, False),
            ("Eko", ELSEWHERE, True),
        ):
            town.hires(name, unit, hr=hr)
        yield town


def row(name: str, *, unit: str = OFFICE, title: str = "Arsiparis", above: str = "") -> str:
    return f"\n{NIPS[name]};{name} Contoh;{unit};{title};{NIPS.get(above, '')};"


PLAIN = HEADER + row("Dewi")
SENSITIVE = HEADER + row("Dewi", above="Hani")


# -- bringing -------------------------------------------------------------------------------------


def test_a_document_is_asked_for_and_nothing_else_is_taken(town: Town) -> None:
    asking = played(town.store, town.people["Hani"], "o.impor.", now=NOW)
    assert "kirim berkasnya (XLSX atau CSV)" in words(asking)
    assert labels(asking) == ["Tabel kosong"]
    for said in (typed("pegawai"), GivenFile("photo", "x"), Chosen("7")):
        with pytest.raises(NotUnderstood):
            played(town.store, town.people["Hani"], "o.impor.", said, now=NOW)


def test_a_file_that_was_brought_is_kept_between_turns() -> None:
    bring, given = Bring("impor-file", options=[]), GivenFile("document", "x", "daftar.csv", 9)
    assert bring.fits(bring.kept(given)) == given
    before = Bring("impor-file", options=[Option("7", Text("button-impor-no"))])
    assert before.fits(before.kept(GivenFile("link", "7"))) == GivenFile("link", "7")
    for kept in ("7", ["link", "7"], ["photo", "x", None, None, None]):
        with pytest.raises(NotUnderstood):
            bring.fits(kept)


def test_what_is_open_can_be_picked_again(town: Town) -> None:
    number = town.shows(PLAIN)
    asking = played(town.store, town.people["Hani"], "o.impor.", now=NOW)
    assert isinstance(asking, Asking)
    assert labels(asking) == ["daftar.csv", "Tabel kosong"]
    assert "Berkas apa yang akan Anda isi" in town.plays("Hani", "o.impor.", "tabel")
    assert "Belum ada yang diubah" in town.plays("Hani", "o.impor.", str(number))


def test_a_file_without_a_name_gets_one(town: Town) -> None:
    town.plays("Hani", "o.impor.", GivenFile("document", "x"))
    assert arrivals.sent(town.store)[0].name == "import"


# -- reading --------------------------------------------------------------------------------------


def test_a_file_is_read_when_it_is_here_and_no_second_copy_of_it_is_kept(town: Town) -> None:
    town.plays("Hani", "o.impor.", GivenFile("document", "whatsapp:abc", "daftar.csv"))
    one = arrivals.sent(town.store)[0]
    assert (one.channel, one.file) == ("whatsapp", "abc")
    assert arrivals.content_of(town.store, one) == "wanted"
    (claimed,) = files.claim(town.store, ["whatsapp"], now=NOW, until=NOW, most=9)
    files.keep(town.store, claimed, b"x", "")
    assert arrivals.content_of(town.store, one) == b"x"
    assert "sedang dibaca" in town.plays("Hani", f"o.impor.{one.id}")
    steps.wrong(town.store, one, [Mistake(Text("people-empty"))], NOW)
    assert arrivals.sent(town.store) == []
    assert files.found(town.store, "whatsapp", "abc") is None
    assert "impor-wrong" in town.told("Hani")


def test_a_file_that_never_comes_is_no_longer_waited_for(town: Town) -> None:
    town.plays("Hani", "o.impor.", GivenFile("document", "abc", "daftar.csv"))
    one = arrivals.sent(town.store)[0]
    (claimed,) = files.claim(town.store, ["telegram"], now=NOW, until=NOW, most=9)
    files.lose(town.store, claimed.id)
    assert arrivals.content_of(town.store, one) == "lost"
    steps.lost(town.store, one)
    assert arrivals.sent(town.store) == []


def test_what_no_column_tells_is_asked_and_named_by_one_tap(town: Town) -> None:
    one = town.brings(PLAIN)
    steps.asked(town.store, one, PLAIN.encode(), list(KINDS), NOW)
    steps.asked(town.store, one, PLAIN.encode(), list(KINDS), NOW)
    assert town.told("Hani").count("impor-which") == 1
    here = letter(town.store, town.people["Hani"], f"o.impor.{one.id}", now=NOW)
    assert labels(here)[0] == "Pegawai"
    assert labels(here)[-1] == "Batal"
    assert town.refuses("Umar", f"o.impor.{one.id}.k.people") == "impor-gone"
    assert "sedang dibaca" in town.plays("Hani", tap_of(here, "Pegawai"))
    (named,) = arrivals.sent(town.store)
    assert named.kind == "people"
    assert arrivals.content_of(town.store, named) == PLAIN.encode()
    assert "sedang dibaca" in town.plays("Hani", tap_of(here, "Pegawai")), "a doubled tap"
    steps.asked(town.store, one, PLAIN.encode(), list(KINDS), NOW)


def test_what_is_not_among_the_kinds_names_nothing(town: Town) -> None:
    one = town.brings(PLAIN)
    steps.asked(town.store, one, PLAIN.encode(), ["people"], NOW)
    assert "Apa isi berkas" in town.plays("Hani", f"o.impor.{one.id}.k.loket")


def test_a_file_that_is_not_named_can_be_left(town: Town) -> None:
    one = town.brings(PLAIN)
    steps.asked(town.store, one, PLAIN.encode(), list(KINDS), NOW)
    assert "dibatalkan" in town.plays("Hani", f"o.impor.{one.id}.x")
    assert town.refuses("Hani", f"o.impor.{one.id}") == "impor-gone"


def test_two_processes_read_a_file_once(town: Town) -> None:
    one = town.brings(PLAIN)
    assert arrivals.taken(town.store, one)
    assert not arrivals.taken(town.store, one)
    said = town.told("Hani")
    steps.asked(town.store, one, b"", ["people"], NOW)
    steps.wrong(town.store, one, [], NOW)
    steps.failed(town.store, one, NOW)
    assert town.told("Hani") == said


def test_a_bug_of_ours_is_told_and_leaves_nothing(town: Town) -> None:
    one = town.brings(PLAIN)
    steps.failed(town.store, one, NOW)
    assert "impor-broken" in town.told("Hani")
    assert arrivals.sent(town.store) == []


def test_what_is_wrong_is_said_by_row_and_column_ten_times_and_then_counted(town: Town) -> None:
    town.shows(HEADER + "".join(f"\n199001012015032001;A;B;C;;x{n}" for n in range(14)))
    assert town.told("Hani").count('"sheet-cell"') == 10
    assert "sheet-more-wrong" in town.told("Hani")


def test_whose_chat_it_is_no_more_gets_no_answer(town: Town) -> None:
    one = town.brings(PLAIN)
    addresses.change(town.store, one.address_id, person_id=town.ids["Dewi"])
    file = parsed("people", PLAIN.encode(), one.name)
    steps.shown(town.store, one, file, Terms(NOW, "Asia/Jakarta", town.ids["Hani"]))
    assert town.told("Dewi") == ""
    other = town.brings(PLAIN, by="Umar")
    addresses.change(town.store, other.address_id, person_id=town.ids["Dewi"])
    steps.failed(town.store, other, NOW)
    assert town.told("Dewi") == ""


# -- agreeing -------------------------------------------------------------------------------------


def test_what_concerns_nobodys_rights_is_taken_in_by_who_brought_it(town: Town) -> None:
    number = town.shows(PLAIN)
    assert "impor-preview" in town.told("Hani")
    assert "sedang dimasukkan" in town.plays("Hani", f"o.impor.{number}.y")
    assert "sedang dimasukkan" in town.plays("Hani", f"o.impor.{number}.y"), "a doubled tap"
    assert town.title("Dewi") == "Staf"
    again = intakes.intake(town.store, number)
    assert again is not None
    town.settles(number)
    file = parsed("people", PLAIN.encode(), "daftar.csv")
    steps.taken_in(town.store, again, file, Terms(NOW, "Asia/Jakarta", again.given_by))
    assert town.title("Dewi") == "Arsiparis"
    assert town.told("Hani").count("impor-done") == 1
    assert "sudah dimasukkan" in town.plays("Hani", f"o.impor.{number}.y")
    assert "sudah dimasukkan" in town.plays("Hani", f"o.impor.{number}.x")
    assert (town.ids["Hani"], "agreed") in town.deeds()


def test_what_concerns_superiors_waits_for_a_second_person_who_keeps_them_too(
    town: Town,
) -> None:
    number = town.shows(SENSITIVE)
    assert town.refuses("Umar", f"o.impor.{number}.s") == "impor-gone", "not before it is asked"
    assert "menunggu persetujuan" in town.plays("Hani", f"o.impor.{number}.y")
    assert "menunggu persetujuan" in town.plays("Hani", f"o.impor.{number}.y")
    assert town.told("Umar").count("impor-second") == 1
    assert "impor-second" not in town.told("Eko")
    assert "menunggu persetujuan" in town.plays("Hani", f"o.impor.{number}.s"), "not oneself"
    assert "menunggu persetujuan" in town.plays("Hani", f"o.impor.{number}.t"), "not oneself"
    assert town.refuses("Eko", f"o.impor.{number}.s") == "impor-gone"
    assert town.refuses("Dewi", f"o.impor.{number}.s") == "impor-not-yours"
    asking = played(town.store, town.people["Umar"], "o.impor.", now=NOW)
    assert labels(asking) == ["Menunggu: daftar.csv", "Tabel kosong"]
    waits = "Menunggu persetujuan orang kedua (impor): berkas daftar.csv"
    assert waits in town.plays("Umar", f"o.pegawai.p{town.ids['Dewi']}")
    assert "meminta persetujuan Anda" in town.plays("Umar", "o.impor.", str(number))
    assert "meminta persetujuan Anda" in town.plays("Umar", f"o.impor.{number}.x"), "not theirs"
    assert "sedang dimasukkan" in town.plays("Umar", f"o.impor.{number}.s")
    assert "sedang dimasukkan" in town.plays("Umar", f"o.impor.{number}.t"), "a late second thought"
    town.settles(number)
    for name in ("Hani", "Umar"):
        assert "impor-done-by" in town.told(name)
    assert town.deeds()[:2] == [(town.ids["Hani"], "agreed"), (town.ids["Umar"], "confirmed")]
    superior = posts.superior_of(town.store, town.ids["Dewi"], date(2026, 11, 23))
    assert superior == town.ids["Hani"]
    assert waits not in town.plays("Umar", f"o.pegawai.p{town.ids['Dewi']}")


def test_what_names_no_unit_is_a_matter_of_the_whole_office(town: Town) -> None:
    one = intakes.intake(town.store, town.shows(SENSITIVE))
    assert one is not None
    preview = replace(one.preview, altered=frozenset())
    nowhere = replace(one, state="waiting", preview=preview)
    assert not may_second(town.store, town.people["Umar"], nowhere)
    found = seconds_of(town.store, preview, given_by=one.given_by, now=NOW)
    assert found == Seconds(any_joined=True)


def test_a_second_person_may_say_no_and_who_brought_it_is_told(town: Town) -> None:
    number = town.shows(SENSITIVE)
    town.plays("Hani", f"o.impor.{number}.y")
    assert "tidak dimasukkan" in town.plays("Umar", f"o.impor.{number}.t")
    assert "tidak dimasukkan" in town.plays("Umar", f"o.impor.{number}.s")
    assert town.told("Hani").count("impor-rejected") == 1
    assert (town.ids["Umar"], "refused") in town.deeds()


def test_who_brought_it_may_take_it_back_while_it_waits(town: Town) -> None:
    number = town.shows(SENSITIVE)
    town.plays("Hani", f"o.impor.{number}.y")
    assert "dibatalkan" in town.plays("Hani", f"o.impor.{number}.x")
    assert "dibatalkan" in town.plays("Umar", f"o.impor.{number}.s")
    assert (town.ids["Hani"], "dropped") in town.deeds()


def test_where_nobody_can_agree_it_waits_and_says_who_must_join(town: Town) -> None:
    content = HEADER + row("Eko", unit=ELSEWHERE, above="Dewi")
    number = town.shows(content, by="Eko")
    here = letter(town.store, town.people["Eko"], f"o.impor.{number}.y", now=NOW)
    assert "Minta operator memberi seorang rekan peran" in words(here)
    assert labels(here) == ["Tarik kembali"]
    assert town.state(number) == "waiting"
    head = people.add(town.store, "Fitri Contoh")
    there = town.units[ELSEWHERE]
    people.give_duty(town.store, head, unit_id=there, duty="head", valid_from=SINCE)
    waits = town.plays("Eko", f"o.impor.{number}")
    assert "salah satu dari: Fitri Contoh. Begitu bergabung" in waits
    assert not unasked(town.store, NOW)
    town.ids["Fitri"], town.people["Fitri"] = head, person_of(town.store, head, NOW)
    assert unasked(town.store, NOW)
    for _ in range(2):
        ask_again(town.store, NOW)
    assert town.told("Fitri").count("impor-second") == 1
    assert not unasked(town.store, NOW)
    gone = schema.duties.c.person_id == head
    town.store.execute(schema.duties.update().where(gone).values(person_id=town.ids["Dewi"]))
    assert unasked(town.store, NOW), "who was asked may no longer"
    ask_again(town.store, NOW)
    assert "impor-second" in town.told("Dewi")


def test_where_one_keeps_the_people_alone_the_head_of_the_top_unit_is_the_second(
    town: Town,
) -> None:
    town.hires("Fitri", ELSEWHERE, hr=False)
    there = town.units[ELSEWHERE]
    people.give_duty(
        town.store, town.ids["Fitri"], unit_id=there, duty="head", valid_from=SINCE
    )
    town.people["Fitri"] = person_of(town.store, town.ids["Fitri"], NOW)
    assert town.refuses("Fitri", "o.impor.") == "impor-not-yours", "nothing waits for them"
    number = town.shows(HEADER + row("Eko", unit=ELSEWHERE, above="Dewi"), by="Eko")
    assert town.refuses("Fitri", f"o.impor.{number}") == "impor-gone"
    town.plays("Eko", f"o.impor.{number}.y")
    assert "impor-second" in town.told("Fitri")
    asking = played(town.store, town.people["Fitri"], "o.impor.", now=NOW)
    assert labels(asking) == ["Menunggu: daftar.csv"]
    fitri = Chat(town.store, f"77{town.ids['Fitri']}", NOW, "telegram")
    fitri.says("impor").taps("Menunggu: daftar.csv")
    assert "meminta persetujuan Anda" in fitri.text
    later = NOW + timedelta(hours=1)
    again = town.shows(
        HEADER + row("Eko", unit=ELSEWHERE, above="Fitri"), by="Eko", now=later
    )
    town.plays("Eko", f"o.impor.{again}.y")
    fitri.says("impor").taps("Menunggu: daftar.csv (23 Nov 2026, 10.00)")
    assert "Fitri Contoh" in fitri.text, "the later one"
    assert "sedang dimasukkan" in fitri.says("Setuju, Bu").text, "as its button Setujui"
    assert "sedang dimasukkan" in town.plays("Fitri", f"o.impor.{number}.s")
    other = town.shows(SENSITIVE)
    town.plays("Hani", f"o.impor.{other}.y")
    assert town.refuses("Fitri", f"o.impor.{other}.s") == "impor-gone", "another office's"


def test_a_file_that_the_operator_gave_is_named_as_theirs(town: Town) -> None:
    number = town.shows(SENSITIVE)
    town.plays("Hani", f"o.impor.{number}.y")
    here = schema.intakes.c.id == number
    town.store.execute(schema.intakes.update().where(here).values(given_by=None))
    assert "Operator Tilik mengirim berkas" in town.plays("Umar", f"o.impor.{number}")
    assert "tidak dimasukkan" in town.plays("Umar", f"o.impor.{number}.t")


def test_a_file_of_the_operators_is_taken_in_when_it_is_agreed(town: Town) -> None:
    number = town.shows(SENSITIVE)
    town.plays("Hani", f"o.impor.{number}.y")
    here = schema.intakes.c.id == number
    town.store.execute(schema.intakes.update().where(here).values(given_by=None))
    town.plays("Umar", f"o.impor.{number}.s")
    town.settles(number)
    assert "impor-done" in town.told("Umar")


# -- what is beyond one's units -------------------------------------------------------------------


@pytest.mark.parametrize("unit", [ELSEWHERE, "Dinas Baru"])
def test_a_file_about_other_units_is_not_taken(town: Town, unit: str) -> None:
    town.shows(HEADER + row("Dewi", unit=unit))
    assert "impor-beyond" in town.told("Hani")
    assert arrivals.open_numbers(town.store) == []


def test_a_role_at_another_unit_is_beyond_who_keeps_only_that_of_the_row(town: Town) -> None:
    town.shows(f"{HEADER};Unit tugas{row('Dewi')}auditor;{ELSEWHERE}")
    assert "impor-beyond" in town.told("Hani")
    assert arrivals.open_numbers(town.store) == []


def test_a_file_that_says_nothing_new_is_not_kept(town: Town) -> None:
    town.shows(HEADER + row("Dewi", title="Staf"))
    assert "impor-same" in town.told("Hani")
    assert arrivals.open_numbers(town.store) == []


def test_a_list_that_the_store_cannot_take_is_told_what_is_wrong(town: Town) -> None:
    town.shows(HEADER + row("Dewi").replace(";;", ";199001012015011099;"))
    assert "impor-wrong" in town.told("Hani")


def test_a_right_that_is_gone_by_then_takes_nothing_in(town: Town) -> None:
    number = town.shows(SENSITIVE)
    town.plays("Hani", f"o.impor.{number}.y")
    town.plays("Umar", f"o.impor.{number}.s")
    here = schema.duties.c.person_id == town.ids["Hani"]
    town.store.execute(schema.duties.delete().where(here))
    town.settles(number)
    assert town.state(number) == "refused"
    for name in ("Hani", "Umar"):
        assert "impor-beyond" in town.told(name)


def test_what_has_changed_meanwhile_is_not_taken_in_unseen(town: Town) -> None:
    number = town.shows(PLAIN)
    town.plays("Hani", f"o.impor.{number}.y")
    office = town.units[OFFICE]
    posts.place(town.store, town.ids["Dewi"], office, "Juru Bayar", since=date(2026, 11, 23))
    town.settles(number)
    assert town.state(number) == "refused"
    assert "import-otherwise" in town.told("Hani")
    assert town.title("Dewi") == "Juru Bayar"


def test_a_bug_while_it_is_taken_in_refuses_it_with_a_sentence(town: Town) -> None:
    number = town.shows(PLAIN)
    town.plays("Hani", f"o.impor.{number}.y")
    one = intakes.intake(town.store, number)
    assert one is not None
    for _ in range(2):
        steps.not_taken_in(town.store, one, NOW)
    assert town.state(number) == "refused"
    assert town.told("Hani").count("impor-broken") == 1


# -- the rest -------------------------------------------------------------------------------------


@pytest.mark.parametrize("opening", ["99999", "99999.y", "x", "1.q", "99999.k.people"])
def test_a_file_that_is_not_there_is_refused_like_somebody_elses(town: Town, opening: str) -> None:
    assert town.refuses("Hani", f"o.impor.{opening}") == "impor-gone"


def test_who_keeps_nobodys_people_brings_no_file(town: Town) -> None:
    assert town.refuses("Dewi", "o.impor.") == "impor-not-yours"


def test_a_long_list_of_changes_is_cut_and_counted(town: Town) -> None:
    more = "".join(f"\n1990010120150120{n:02};Baru {n};{OFFICE};Staf;;" for n in range(1, 14))
    number = town.shows(HEADER + more)
    shown = town.plays("Hani", f"o.impor.{number}")
    assert "13 baru" in shown
    assert shown.splitlines()[-2:] == [
        "dan 3 lagi",
        "Kolom yang dibaca: NIP; Nama; Unit; Jabatan; NIP Atasan; Peran.",
    ]


def test_those_without_a_code_are_counted_and_can_be_given_one(town: Town) -> None:
    number = town.shows(HEADER + f"\n199001012015012001;Wulan Sari;{OFFICE};Staf;;")
    town.plays("Hani", f"o.impor.{number}.y")
    town.settles(number)
    assert "impor-codes" in town.told("Hani")
    assert spelled(Text("impor-codes", {"count": 1})).startswith("1 pegawai")


def test_what_nobody_names_is_forgotten_after_a_week(town: Town) -> None:
    one = town.brings(PLAIN)
    steps.asked(town.store, one, PLAIN.encode(), list(KINDS), NOW)
    arrivals.forget(town.store, NOW + timedelta(days=6))
    assert arrivals.open_numbers(town.store) == [one.id]
    arrivals.forget(town.store, NOW + timedelta(days=8))
    assert arrivals.open_numbers(town.store) == []
