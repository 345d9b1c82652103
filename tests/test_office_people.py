"""Pegawai: the personnel office finds its people, and does for them what it may, in chat."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, timedelta

import pytest
from sqlalchemy import Connection, select

from bot.channel import Tapped
from handlers import CONVERSATIONS
from handlers.engine.conversation import Asking, Conversation
from handlers.engine.question import NotUnderstood
from handlers.engine.said import GivenFile
from models.letters import Letter
from models.people import Person
from models.refused import Refused
from models.store import schema
from models.store.chat import addresses
from models.store.office import services
from models.store.people import doubts, leaves, people, posts, teams
from tests.actors import NINE_O_CLOCK as NOW
from tests.chatting import Chat
from tests.office import acts, leaves_post
from tests.played import (
    empty_store,
    labels,
    letter,
    person_of,
    played,
    seconded,
    tap_of,
    typed,
    words,
)

TODAY, SINCE = date(2026, 11, 23), date(2026, 1, 1)
OFFICE, BRANCH, ELSEWHERE = "Disdukcapil", "UPT Barat", "Dinas Lain"


@dataclass
class Town:
    """An office with a branch below it and one elsewhere; who works there, by first name."""

    store: Connection
    ids: dict[str, int]
    units: dict[str, int]
    officer: Person
    hired: int = 0

    def opens(self, tap: str, *answers: object, now: datetime = NOW) -> Letter:
        return letter(self.store, self.officer, tap, *answers, now=now)  # type: ignore[arg-type]

    def asks(self, tap: str, *answers: object) -> Asking:
        asking = played(self.store, self.officer, tap, *answers, now=NOW)  # type: ignore[arg-type]
        assert isinstance(asking, Asking)
        return asking

    def refuses(self, tap: str, *, as_: Person | None = None) -> str:
        with pytest.raises(Refused) as refusal:
            played(self.store, as_ or self.officer, tap, now=NOW)
        return refusal.value.why.id

    def hires(self, name: str, unit: str, *, title: str = "Staf") -> int:
        number = people.add(self.store, name, nip=f"19900101201501{self.hired:04}")
        self.hired += 1
        posts.place(self.store, number, self.units[unit], title, since=SINCE)
        self.ids[name.split()[0]] = number
        return number

    def trail(self) -> list[tuple[str, int | None, int | None, dict[str, object]]]:
        rows = self.store.execute(select(schema.trail).order_by(schema.trail.c.number))
        return [(row.deed, row.by_id, row.about_id, json.loads(row.what)) for row in rows]

    def told(self, name: str) -> str:
        """All that was written to this person."""
        here = schema.addresses.c.person_id == self.ids[name]
        query = select(schema.letters.c.sheet).join(schema.addresses).where(here)
        return "\n".join(self.store.execute(query).scalars())


@pytest.fixture
def town() -> Iterator[Town]:
    with empty_store() as store:
        units = {OFFICE: services.add_unit(store, OFFICE, zone="Asia/Jakarta").id}
        below = services.add_unit(store, BRANCH, zone="Asia/Makassar", parent_id=units[OFFICE])
        units |= {BRANCH: below.id}
        units[ELSEWHERE] = services.add_unit(store, ELSEWHERE, zone="Asia/Jakarta").id
        town = Town(store, {}, units, None)  # type: ignore[arg-type]
        hani = town.hires("Hani Wijaya", OFFICE, title="Analis Kepegawaian")
        people.give_duty(store, hani, unit_id=units[OFFICE], duty="hr", valid_from=SINCE)
        ratna = town.hires("Ratna Dewi", OFFICE, title="Kepala Dinas")
        people.give_duty(store, ratna, unit_id=units[OFFICE], duty="head", valid_from=SINCE)
        for name, unit in (
            ("Dewi Lestari, S.Kom.", OFFICE),
            ("Joko Santoso", BRANCH),
            ("Eko Asing", ELSEWHERE),
        ):
            posts.report_to(store, town.hires(name, unit), ratna, since=SINCE)
        town.officer = person_of(store, hani, NOW)
        yield town


def joins(town: Town, name: str) -> Person:
    return person_of(town.store, town.ids[name], NOW)


def colleague(town: Town) -> Person:
    """Another who keeps the people of the office."""
    umar = town.hires("Umar Bakri", OFFICE)
    people.give_duty(town.store, umar, unit_id=town.units[OFFICE], duty="hr", valid_from=SINCE)
    return joins(town, "Umar")


def card(town: Town, name: str) -> str:
    return f"o.pegawai.p{town.ids[name]}"


# -- finding --------------------------------------------------------------------------------------


def test_the_people_of_ones_units_and_those_below_are_offered_by_name(town: Town) -> None:
    asking = town.asks("o.pegawai.")
    names = ["Dewi Lestari, S.Kom.", "Joko Santoso", "Ratna Dewi"]
    assert labels(asking) == [*names, "Tambah pegawai"]
    assert "Joko Santoso" in words(town.opens("o.pegawai.", f"p{town.ids['Joko']}"))


@pytest.mark.parametrize("looked_for", ["joko", "SANTOSO jok", "20150100 03", "9900101201501 0003"])
def test_one_who_is_meant_alone_is_shown_at_once(town: Town, looked_for: str) -> None:
    assert words(town.opens("o.pegawai.", typed(looked_for))).startswith("Joko Santoso\n")
    assert words(town.opens(f"o.pegawai.{looked_for}")).startswith("Joko Santoso\n"), "/pegawai"


def test_several_who_are_meant_are_listed_with_their_units(town: Town) -> None:
    found = town.opens("o.pegawai.", typed("dewi"))
    assert labels(found)[:2] == ["Dewi Lestari, S.Kom., Disdukcapil", "Ratna Dewi, Disdukcapil"]
    assert tap_of(found, "Ratna Dewi, Disdukcapil") == card(town, "Ratna")


@pytest.mark.parametrize("looked_for", ["asing", "eko", "03", "wijaya", "12345", "wulan"])
def test_nobody_is_found_elsewhere_nor_by_less_than_three_figures(
    town: Town, looked_for: str
) -> None:
    assert town.asks("o.pegawai.", typed(looked_for)).question.name == "pegawai-none"


def test_who_is_not_found_is_looked_for_again_and_a_number_is_as_good_as_a_tap(
    town: Town,
) -> None:
    found = town.opens("o.pegawai.", typed("zzz"), typed("joko"))
    assert words(found).startswith("Joko Santoso\n")
    assert words(town.opens("o.pegawai.", typed("2"))).startswith("Joko Santoso\n")


def test_letters_that_english_has_not_are_found_too(town: Town) -> None:
    town.hires("Ni Luh Ayú", BRANCH)
    assert words(town.opens("o.pegawai.", typed("ayú"))).startswith("Ni Luh Ayú\n")


def test_long_lists_have_pages_that_keep_what_was_looked_for(town: Town) -> None:
    for number in range(17):
        town.hires(f"Wayan {number:02}", OFFICE)
    asking = town.asks("o.pegawai.")
    assert len(labels(asking)) == 10, "eight names, the way on, and to somebody new"
    everybody = town.opens("o.pegawai.", "h1")
    assert labels(everybody)[0] == "Wayan 05, Disdukcapil"
    found = town.opens("o.pegawai.", typed("Wayan"))
    onward = found.buttons[-2][0].tap
    assert onward == "o.pegawai.h1.wayan"
    second = town.opens(onward)
    assert labels(second)[0] == "Wayan 08, Disdukcapil"
    assert [button.tap for button in second.buttons[-2]] == [
        "o.pegawai.h0.wayan",
        "o.pegawai.h2.wayan",
    ]
    third = town.opens("o.pegawai.h2.wayan")
    assert labels(third)[0] == "Wayan 16, Disdukcapil", "alone on a page is no answer to a search"


def test_where_there_is_nobody_yet_the_way_to_import_is_told(town: Town) -> None:
    lone = town.hires("Lone Ranger", ELSEWHERE)
    leaves_post(town.store, town.ids["Eko"], since=TODAY)
    elsewhere = town.units[ELSEWHERE]
    people.give_duty(town.store, lone, unit_id=elsewhere, duty="hr", valid_from=SINCE)
    theirs = person_of(town.store, lone, NOW)
    asking = played(town.store, theirs, "o.pegawai.", now=NOW)
    assert labels(asking) == ["Tambah pegawai"]
    nobody = letter(town.store, theirs, "o.pegawai.h0", now=NOW)
    assert "Belum ada pegawai lain" in words(nobody)


def test_only_words_are_looked_for(town: Town) -> None:
    for said in (GivenFile("photo", "x"), typed("%")):
        with pytest.raises(NotUnderstood):
            town.asks("o.pegawai.", said)


def test_a_kept_answer_that_is_no_word_is_asked_again(town: Town) -> None:
    with pytest.raises(NotUnderstood):
        town.asks("o.pegawai.").question.fits(7)


# -- rights ---------------------------------------------------------------------------------------


def test_elsewhere_oneself_and_nobody_are_refused_alike(town: Town) -> None:
    gone = people.add(town.store, "Purna Tugas")
    for deed in "pkace":
        for number in (town.ids["Eko"], town.ids["Hani"], gone, 99999):
            assert town.refuses(f"o.pegawai.{deed}{number}") == "pegawai-gone"


def test_who_keeps_nobodys_people_is_refused_whatever_they_ask(town: Town) -> None:
    for name in ("Ratna", "Dewi"):
        for tap in ("o.pegawai.", card(town, "Joko"), f"o.pegawai.k{town.ids['Joko']}.0"):
            assert town.refuses(tap, as_=joins(town, name)) == "pegawai-not-yours"


def test_a_look_at_a_card_concerns_its_person_and_a_list_nobody(town: Town) -> None:
    for opens, whose in (("", []), (f"p{town.ids['Joko']}", ["Joko"]), ("h0.dewi", [])):
        topic, opening = CONVERSATIONS["pegawai"].opened(opens)
        facts = topic.look(town.store, town.officer, opening, NOW)
        concerned = topic.concerns(facts) if topic.concerns else ()
        assert list(concerned) == [town.ids[name] for name in whose]


def test_a_form_is_named_for_whom_it_is_about(town: Town) -> None:
    for opens, title in (("", "title-pegawai"), (f"c{town.ids['Joko']}", "title-pegawai-of")):
        topic, opening = CONVERSATIONS["pegawai"].opened(opens)
        facts = topic.look(town.store, town.officer, opening, NOW)
        assert isinstance(topic, Conversation)
        assert topic.title_of(facts).id == title


# -- the card -------------------------------------------------------------------------------------


def test_a_card_shows_how_somebody_stands_and_no_whole_nip(town: Town) -> None:
    ratna = town.opens(card(town, "Ratna"))
    assert words(ratna).splitlines() == [
        "Ratna Dewi",
        "NIP 1990***********001",
        "Kepala Dinas, Disdukcapil",
        "Atasan belum tercatat",
        "Atasan dari 3 orang",
        "Kepala Disdukcapil",
        "Belum bergabung di Tilik",
    ]


def test_a_card_shows_acting_posts_leave_channels_and_a_code_that_waits(town: Town) -> None:
    joko, store = town.ids["Joko"], town.store
    acts(store, joko, town.units[OFFICE], "Plt. Sekretaris", since=SINCE)
    ends = TODAY + timedelta(days=2)
    leaves.add_many(store, [leaves.Leave(0, joko, TODAY, ends, "travel", "training")])
    leaves.add(store, joko, TODAY + timedelta(days=9), TODAY + timedelta(days=9))
    joins(town, "Joko")
    team = teams.add(store, "Reformasi Birokrasi", unit_id=town.units[OFFICE], since=SINCE)
    teams.join(store, team, joko, since=SINCE)
    people.invite(store, joko, now=NOW, zone="Asia/Makassar")
    lines = words(town.opens(card(town, "Joko"))).splitlines()
    assert "Merangkap Plt. Sekretaris, Disdukcapil" in lines
    assert "Atasan: Ratna Dewi" in lines
    assert "Tim kerja Reformasi Birokrasi" in lines
    assert "Hari ini diklat, sampai 25 November 2026" in lines
    assert "Sudah bergabung di Telegram" in lines
    assert lines[-1] == (
        "Kode yang diberikan belum dipakai; berlaku sampai 7 Desember 2026 pukul 23.59 WITA"
    )


def test_who_has_no_nip_on_record_has_a_card(town: Town) -> None:
    honorary = people.add(town.store, "Wulan Sari")
    posts.place(town.store, honorary, town.units[OFFICE], "Tenaga Honorer", since=SINCE)
    assert "NIP belum tercatat" in words(town.opens(f"o.pegawai.p{honorary}"))


# -- codes ----------------------------------------------------------------------------------------


def code_in(shown: Letter) -> str:
    return words(shown).partition("Kode pendaftaran untuk ")[2].partition(": ")[2].split()[0]


def tap_for_a_code(town: Town, name: str) -> str:
    return tap_of(town.opens(card(town, name)), "Beri kode daftar")


def test_a_code_is_shown_once_with_how_it_is_used_and_told_in_the_trail_without_it(
    town: Town,
) -> None:
    tap = tap_for_a_code(town, "Joko")
    assert tap.startswith("n."), "in a message of its own, which no tap takes away"
    shown = town.opens(tap)
    code = code_in(shown)
    assert f"daftar {code}" in words(shown)
    assert "sampai 7 Desember 2026 pukul 23.59 WITA" in words(shown)
    assert [row[:3] for row in town.trail()] == [("code", town.ids["Hani"], town.ids["Joko"])]
    assert code not in str(town.trail())
    chat = addresses.meet(town.store, "telegram", "9001").address
    assert people.joined(town.store, code, address_id=chat.id, now=NOW) == "Joko Santoso"


def test_a_doubled_tap_makes_no_second_code_and_shows_none(town: Town) -> None:
    tap = tap_for_a_code(town, "Joko")
    code = code_in(town.opens(tap))
    again = town.opens(tap)
    assert code not in words(again)
    assert "tidak ditampilkan lagi" in words(again)
    fresh = town.opens(tap_of(again, "Beri kode daftar"))
    assert "Kode sebelumnya tidak berlaku lagi" in words(fresh)
    chat = addresses.meet(town.store, "telegram", "9001").address
    assert people.joined(town.store, code, address_id=chat.id, now=NOW) is None


def test_a_button_of_a_code_that_is_used_by_now_makes_none(town: Town) -> None:
    code = code_in(town.opens(tap_for_a_code(town, "Joko")))
    later = tap_for_a_code(town, "Joko")
    chat = addresses.meet(town.store, "telegram", "9001").address
    people.joined(town.store, code, address_id=chat.id, now=NOW)
    old = town.opens(later)
    assert "sudah dipakai, atau masa berlakunya sudah habis" in words(old)
    fresh = town.opens(tap_of(old, "Beri kode daftar"))
    assert "Semua obrolannya sudah diberi tahu" in words(fresh), "who has joined is told"


# -- superiors ------------------------------------------------------------------------------------


def test_namesakes_are_told_apart_by_their_nip_also_to_the_second_person(town: Town) -> None:
    one, other = (town.hires("Bima Putra", OFFICE) for _ in range(2))
    asking = town.asks(f"o.pegawai.a{town.ids['Dewi']}")
    there = [label for label in labels(asking) if label.startswith("Bima")]
    nips = people.by_nip(town.store)
    ends = {number: nip[-3:] for nip, (number, _) in nips.items()}
    assert there == [f"Bima Putra (…{ends[number]})" for number in (one, other)]
    waits = town.opens(f"o.pegawai.a{town.ids['Dewi']}", str(other))
    assert there[1] in words(waits)


def test_another_superior_is_one_tap_and_all_whom_it_concerns_are_told(town: Town) -> None:
    for name in ("Dewi", "Ratna"):
        joins(town, name)
    bima = town.hires("Bima Sakti", OFFICE)
    joins(town, "Bima")
    asking = town.asks(f"o.pegawai.a{town.ids['Dewi']}")
    assert "Tercatat sekarang: Ratna Dewi" in words(asking)
    assert labels(asking) == ["Bima Sakti", "Hani Wijaya"]
    waits = town.opens(f"o.pegawai.a{town.ids['Dewi']}", str(bima))
    assert "S.Kom.: atasan dari Ratna Dewi menjadi Bima Sakti, berlaku mulai hari" in words(waits)
    assert posts.superior_of(town.store, town.ids["Dewi"], TODAY) == town.ids["Ratna"]
    assert "pegawai-superior-yours" not in town.told("Dewi")
    assert town.told("Ratna").count("impor-change-second") == 1
    done = seconded(town.store, waits, joins(town, "Ratna"), now=NOW)
    assert "sudah disetujui dan berlaku" in words(done)
    back = tap_of(waits, "Kembali ke Dewi Lestari, S.Kom.")
    assert "Atasan: Bima Sakti" in words(town.opens(back))
    assert posts.superior_of(town.store, town.ids["Dewi"], TODAY) == bima
    assert posts.superior_of(town.store, town.ids["Dewi"], date(2026, 11, 22)) == town.ids["Ratna"]
    assert "pegawai-superior-yours" in town.told("Dewi")
    assert "doubt-gained" in town.told("Bima")
    assert "doubt-released" in town.told("Ratna")
    assert ("superior", town.ids["Hani"], town.ids["Dewi"]) in [row[:3] for row in town.trail()]


def test_an_open_doubt_is_settled_by_it_and_who_doubted_is_thanked(town: Town) -> None:
    dewi, hani = town.ids["Dewi"], town.ids["Hani"]
    joins(town, "Dewi")
    doubts.say(town.store, dewi, superior_id=town.ids["Ratna"], proposed_id=hani, day=TODAY)
    waits = town.opens(f"o.pegawai.a{dewi}", str(hani))
    assert doubts.open_of(town.store, dewi) is not None, "until a second person agrees"
    seconded(town.store, waits, joins(town, "Ratna"), now=NOW)
    assert doubts.open_of(town.store, dewi) is None
    assert "doubt-changed" in town.told("Dewi")
    assert "doubt-gained" not in town.told("Hani"), "who did it knows"


def test_who_asks_makes_nobody_their_own_and_decides_nothing_alone(town: Town) -> None:
    dewi, hani = town.ids["Dewi"], town.ids["Hani"]
    umar = colleague(town)
    waits = town.opens(f"o.pegawai.a{dewi}", str(hani))
    again = town.opens(f"o.pegawai.a{dewi}", str(hani))
    assert tap_of(again, "Tarik kembali") == tap_of(waits, "Tarik kembali"), "it waits once"
    assert "Menunggu persetujuan" in words(seconded(town.store, waits, town.officer, now=NOW))
    for stranger in ("Dewi", "Eko"):
        with pytest.raises(Refused, match="impor-"):
            seconded(town.store, waits, joins(town, stranger), now=NOW)
    assert posts.superior_of(town.store, dewi, TODAY) == town.ids["Ratna"]
    assert "impor-change-second" not in town.told("Ratna"), "HR is asked before the head"
    number = tap_of(waits, "Tarik kembali").removesuffix("x")
    assert "tidak dilakukan" in words(letter(town.store, umar, f"{number}t", now=NOW))
    assert "impor-change-rejected" in town.told("Hani")
    assert posts.superior_of(town.store, dewi, TODAY) == town.ids["Ratna"]


def test_nobody_agrees_to_another_superior_of_their_own(town: Town) -> None:
    umar = colleague(town)
    waits = town.opens(f"o.pegawai.a{umar.id}", str(town.ids["Dewi"]))
    with pytest.raises(Refused, match="impor-gone"):
        seconded(town.store, waits, umar, now=NOW)
    seconded(town.store, waits, joins(town, "Ratna"), now=NOW)
    assert posts.superior_of(town.store, umar.id or 0, TODAY) == town.ids["Dewi"]


@pytest.mark.parametrize("meanwhile", ["another superior", "gone", "no officer any more"])
def test_what_is_otherwise_by_then_is_not_done_and_both_read_why(
    town: Town, meanwhile: str
) -> None:
    dewi, hani = town.ids["Dewi"], town.ids["Hani"]
    waits = town.opens(f"o.pegawai.a{dewi}", str(hani))
    if meanwhile == "another superior":
        posts.report_to(town.store, dewi, None, since=TODAY)
    elif meanwhile == "gone":
        leaves_post(town.store, dewi, since=TODAY)
    else:
        here = schema.duties.c.person_id == hani
        town.store.execute(schema.duties.delete().where(here))
    done = seconded(town.store, waits, joins(town, "Ratna"), now=NOW)
    assert "tidak dilakukan, tidak ada yang diubah" in words(done)
    assert "impor-change-outdated" in town.told("Hani")
    assert posts.superior_of(town.store, dewi, TODAY) != hani
    assert "tidak dilakukan" in words(seconded(town.store, waits, joins(town, "Ratna"), now=NOW))


def test_a_last_day_that_is_another_by_then_is_not_set(town: Town) -> None:
    joko = town.ids["Joko"]
    first = town.opens(f"o.pegawai.e{joko}", typed("30 November"), "ya")
    second = town.opens(f"o.pegawai.e{joko}", typed("hari ini"), "ya")
    ratna = joins(town, "Ratna")
    seconded(town.store, first, ratna, now=NOW)
    assert "tidak dilakukan" in words(seconded(town.store, second, ratna, now=NOW))
    assert posts.post_of(town.store, joko, date(2026, 11, 30)) is not None


def test_where_nobody_else_can_be_the_superior_that_is_said(town: Town) -> None:
    assert town.refuses(f"o.pegawai.a{town.ids['Joko']}") == "pegawai-superior-nobody"


# -- leave and travel -----------------------------------------------------------------------------


WHICH = {
    "annual": "Cuti tahunan",
    "long": "Cuti besar",
    "sick": "Cuti sakit",
    "birth": "Cuti melahirkan",
    "important": "Cuti alasan penting",
    "unpaid": "Cuti luar tanggungan",
    "permit": "Izin",
    "training": "Diklat",
    "study": "Tugas belajar",
}


@pytest.mark.parametrize(
    ("kind", "told"), [("leave", "pegawai-leave-told"), ("travel", "pegawai-travel-told")]
)
def test_leave_or_travel_is_entered_for_somebody_who_is_told(
    town: Town, kind: str, told: str
) -> None:
    joko = town.ids["Joko"]
    joins(town, "Joko")
    done = town.opens(f"o.pegawai.c{joko}", kind, typed("23/11"), typed("25 November"))
    (known,) = leaves.of_person(town.store, joko, since=TODAY)
    assert (known.first_day, known.last_day, known.kind) == (TODAY, date(2026, 11, 25), kind)
    assert "Hari ini" in words(done)
    called = {"leave": "cuti", "travel": "dinas luar"}[kind]
    assert f"Tercatat untuk Joko Santoso: {called} dari 23 November 2026" in words(done)
    assert told in town.told("Joko")
    assert f"o.cuti.x{known.id}" in town.told("Joko"), "one tap takes it back"
    assert ("leave", town.ids["Hani"], joko) in [row[:3] for row in town.trail()]


@pytest.mark.parametrize(("why", "label"), WHICH.items())
def test_which_leave_it_is_may_be_said_and_only_the_office_and_they_read_it(
    town: Town, why: str, label: str
) -> None:
    joko = town.ids["Joko"]
    joins(town, "Joko")
    tap = f"o.pegawai.c{joko}"
    assert labels(town.asks(tap))[:3] == ["Cuti", "Dinas luar", "Pilih jenisnya"]
    assert label in labels(town.asks(tap, "finer"))
    done = town.opens(tap, "finer", why, typed("23/11"), typed("25/11"))
    (known,) = leaves.of_person(town.store, joko, since=TODAY)
    travels = why in ("training", "study")
    assert (known.kind, known.why) == ("travel" if travels else "leave", why)
    assert label.split()[-1].casefold() in words(done)
    assert why not in str(town.trail()), "no trail tells of health"
    town.opens(tap, "finer", why, typed("24/11"), typed("26/11"))
    (known,) = leaves.of_person(town.store, joko, since=TODAY)
    assert (known.why, known.last_day) == (why, date(2026, 11, 26)), "what meets is one"


@pytest.mark.parametrize(
    ("said", "why"), [("sakit", "sick"), ("Cuti tahunan", "annual"), ("diklat", "training")]
)
def test_which_leave_it_is_may_be_typed_at_once_and_is_never_ones_own(
    town: Town, said: str, why: str
) -> None:
    hani, joko = town.ids["Hani"], town.ids["Joko"]
    chat = Chat(town.store, f"77{hani}", NOW, channel="telegram")
    chat.does(Tapped(f"o.pegawai.c{joko}"))
    chat.says(said, "20/11", "19 November")
    assert "19 November 2026 terlalu awal" in chat.text, "not next year's"
    chat.says("20/11")
    assert " pada 20 November 2026." in chat.text
    (known,) = leaves.of_person(town.store, joko, since=SINCE)
    assert (known.why, known.first_day) == (why, known.last_day)
    assert not leaves.of_person(town.store, hani, since=SINCE)
    chat.does(Tapped(f"o.pegawai.c{joko}"))
    chat.says("sedang cuti sakit di rumah")
    assert chat.labels[0] == "Cuti sakit", "and not Cuti, of which it is a kind"
    assert "mulai tanggal berapa" in chat.taps("Cuti sakit").text
    chat.says("batal")
    chat.does(Tapped(f"o.pegawai.c{joko}"))
    chat.taps("Pilih jenisnya").says("cuti")
    assert "Cuti sakit" in chat.labels, "the word of a label opens no leave of one's own"


@pytest.mark.parametrize(("last", "back"), [("Kemarin (Minggu, 22 Nov 2026)", 1), ("Hari ini", 0)])
def test_the_last_day_of_what_began_before_today_is_a_tap_away(
    town: Town, last: str, back: int
) -> None:
    chat = Chat(town.store, f"77{town.ids['Hani']}", NOW, channel="telegram")
    chat.does(Tapped(f"o.pegawai.c{town.ids['Joko']}"))
    chat.says("sakit", "20/11")
    chat.taps(next(label for label in chat.labels if label.startswith(last)))
    ends = TODAY - timedelta(days=back)
    assert f"cuti sakit dari 20 November 2026 sampai {ends.day} November 2026" in chat.text
    (known,) = leaves.of_person(town.store, town.ids["Joko"], since=SINCE)
    assert (known.first_day, known.last_day) == (date(2026, 11, 20), ends)


def test_days_that_meet_become_one_of_their_kind(town: Town) -> None:
    joko, day = town.ids["Joko"], timedelta(days=1)
    leaves.add(town.store, joko, TODAY - day, TODAY)
    leaves.add(town.store, joko, TODAY, TODAY, kind="travel")
    town.opens(f"o.pegawai.c{joko}", "leave", typed("23/11"), typed("25/11"))
    known = leaves.of_person(town.store, joko, since=TODAY - day)
    assert [(one.first_day, one.last_day, one.kind) for one in known] == [
        (TODAY - day, TODAY + 2 * day, "leave"),
        (TODAY, TODAY, "travel"),
    ]


# -- end of service -------------------------------------------------------------------------------


def test_the_end_of_service_is_asked_twice_and_closes_what_was_open(town: Town) -> None:
    joko, store = town.ids["Joko"], town.store
    joins(town, "Ratna")
    asking = town.asks(f"o.pegawai.e{joko}", typed("30 November"))
    assert "berakhir pada 30 November 2026" in words(asking)
    waits = town.opens(f"o.pegawai.e{joko}", typed("30 November"), typed("ya"))
    assert "Joko Santoso: hari terakhir bertugas 30 November 2026" in words(waits)
    assert posts.post_of(store, joko, date(2026, 12, 1)) is not None
    seconded(store, waits, joins(town, "Ratna"), now=NOW)
    assert posts.post_of(store, joko, date(2026, 11, 30)) is not None
    assert posts.post_of(store, joko, date(2026, 12, 1)) is None
    assert "pegawai-end-told" in town.told("Ratna")
    assert "Hari terakhir bertugas: 30 November 2026" in words(town.opens(card(town, "Joko")))
    assert ("left", town.ids["Hani"], joko) in [row[:3] for row in town.trail()]


def test_who_says_no_at_the_second_question_changes_nothing(town: Town) -> None:
    joko = town.ids["Joko"]
    kept = town.opens(f"o.pegawai.e{joko}", typed("hari ini"), "tidak")
    assert "tetap bertugas" in words(kept)
    assert posts.post_of(town.store, joko, date(2027, 1, 1)) is not None
    assert town.trail() == []


def test_a_team_that_is_left_without_a_superior_is_counted(town: Town) -> None:
    ratna = town.ids["Ratna"]
    umar = colleague(town)
    asking = town.asks(f"o.pegawai.e{ratna}", typed("hari ini"))
    assert "3 orang di timnya perlu atasan baru" in words(asking)
    waits = town.opens(f"o.pegawai.e{ratna}", typed("hari ini"), "ya")
    assert "3 orang di timnya perlu atasan baru" in words(waits)
    seconded(town.store, waits, umar, now=NOW)
    assert "impor-change-agreed" in town.told("Hani")
    assert posts.superior_of(town.store, town.ids["Dewi"], date(2026, 11, 24)) is None


def test_whoever_leads_and_enters_it_is_not_told_by_letter(town: Town) -> None:
    joko = town.ids["Joko"]
    posts.report_to(town.store, joko, town.ids["Hani"], since=TODAY)
    waits = town.opens(f"o.pegawai.e{joko}", typed("hari ini"), "ya")
    seconded(town.store, waits, joins(town, "Ratna"), now=NOW)
    assert posts.post_of(town.store, joko, date(2026, 11, 24)) is None
    assert "pegawai-end-told" not in town.told("Hani")


@pytest.mark.parametrize(
    ("day", "why"), [("2026-08-01", "pegawai-end-early"), ("2028-01-01", "pegawai-end-late")]
)
def test_a_last_day_far_away_is_not_believed(town: Town, day: str, why: str) -> None:
    with pytest.raises(NotUnderstood) as miss:
        town.asks(f"o.pegawai.e{town.ids['Joko']}", typed(day))
    assert miss.value.hint.id == why


# -- looking up, without a form ------------------------------------------------------------------


@pytest.mark.parametrize("line", ["pegawai Joko", "pegawai joko santoso", "19900101 201501 0 003"])
def test_who_keeps_people_looks_one_up_in_a_line(town: Town, line: str) -> None:
    hani, joko = (addresses.meet(town.store, "whatsapp", name) for name in ("hani", "joko"))
    addresses.change(town.store, hani.address.id, person_id=town.officer.id)
    addresses.change(town.store, joko.address.id, person_id=town.ids["Joko"])
    assert Chat(town.store, "hani", NOW).says(line).text.startswith("<b>Joko Santoso</b>\n")
    others = Chat(town.store, "joko", NOW).says(line).text
    assert "Atasan:" not in others, "whoever keeps nobody's people says something else by it"


def test_a_sentence_about_employees_is_work(town: Town) -> None:
    hani = addresses.meet(town.store, "whatsapp", "hani")
    addresses.change(town.store, hani.address.id, person_id=town.officer.id)
    said = Chat(town.store, "hani", NOW).says("Pegawai baru mengikuti orientasi dua hari")
    assert said.text.startswith("Kami catat:")
