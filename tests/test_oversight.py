"""Who looks after the office: the auditor's trail, the operator's view, oversight's figures."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from datetime import date, datetime, timedelta

import pytest
from sqlalchemy import Connection, insert

from bot.texts import catalogue
from handlers import CONVERSATIONS
from handlers.engine.conversation import Asking
from handlers.oversight.deeds import DEEDS
from handlers.words.pages import SHOWN
from models.letters import Letter, Verbatim
from models.people import LANGUAGES, Duty, Person
from models.refused import Refused
from models.store import Store, schema
from models.store.chat import addresses
from models.store.letters import letters
from models.store.office import services
from models.store.oversight import footprints
from models.store.oversight.footprints import Traced
from models.store.oversight.trail import Note, write
from models.store.people import people, posts
from tests.office import leaves_post
from tests.played import empty_store, labels, letter, person_of, played, typed, words
from tests.source import modules, nodes

NOW = datetime.fromisoformat("2026-11-23T03:00:00+00:00")
TODAY = date(2026, 11, 23)
SINCE = date(2026, 1, 1)


@pytest.fixture
def store() -> Iterator[Connection]:
    with empty_store() as store:
        yield store


def unit(store: Store, name: str = "Dinas A", parent_id: int | None = None) -> int:
    return services.add_unit(store, name, zone="Asia/Jakarta", parent_id=parent_id).id


def employed(store: Store, name: str, unit_id: int, *, title: str = "Staf") -> int:
    number = people.add(store, name)
    posts.place(store, number, unit_id, title, since=SINCE)
    return number


def entrusted(store: Store, name: str, duty: Duty, unit_id: int) -> Person:
    number = people.add(store, name)
    people.give_duty(store, number, unit_id=unit_id, duty=duty, valid_from=SINCE)
    return person_of(store, number, NOW)


def seen(
    store: Store, about: int, by: int | None, *, deed: str = "look.saya", ago: int = 0
) -> None:
    at = NOW - timedelta(days=ago)
    write(store, [Note(deed, at, at.date(), by=by, about=about)])


def test_an_auditor_chooses_somebody_by_name_and_reads_who_looked(store: Connection) -> None:
    here = unit(store)
    budi = employed(store, "Budi", here)
    sinta = employed(store, "Sinta", here, title="Kepala Seksi")
    seen(store, budi, sinta)
    auditor = entrusted(store, "Audi", "auditor", here)
    found = played(store, auditor, "o.jejak.", now=NOW)
    assert labels(found) == ["Saya sendiri", "Budi", "Sinta"]
    seen(store, budi, sinta, deed="look.lama")
    page = letter(store, auditor, "o.jejak.", typed("bud"), now=NOW)
    assert "23 Nov 2026: Sinta (Kepala Seksi) membuka nilai kinerja" in words(page)
    assert "23 Nov 2026: Sinta (Kepala Seksi) melihat data" in words(page), "by a name of before"
    assert labels(page) == ["Jejak orang lain"]


def test_namesakes_are_told_apart_by_their_unit(store: Connection) -> None:
    here = unit(store)
    below = unit(store, "Seksi B", here)
    for at in (here, below):
        employed(store, "Budi", at)
    found = played(store, entrusted(store, "Audi", "auditor", here), "o.jejak.", now=NOW)
    assert sorted(labels(found)) == ["Budi (Dinas A)", "Budi (Seksi B)", "Saya sendiri"]


def test_an_auditor_reads_nobody_elsewhere_nor_nobody_at_all(store: Connection) -> None:
    here, there = unit(store), unit(store, "Dinas B")
    other, never = employed(store, "Fajar", there), people.add(store, "Tanpa Jabatan")
    auditor = entrusted(store, "Audi", "auditor", here)
    for opening in (f"p{other}", f"p{never}", "p99999", "apa saja"):
        with pytest.raises(Refused) as refused:
            letter(store, auditor, f"o.jejak.{opening}", now=NOW)
        assert refused.value.why.id == "trail-gone"


def test_the_trail_of_who_left_stays_with_the_unit_they_left(store: Connection) -> None:
    here, there = unit(store), unit(store, "Dinas B")
    gone, moved = employed(store, "Purna", here), employed(store, "Pindah", here)
    leaves_post(store, gone, since=TODAY)
    posts.place(store, moved, there, "Staf", since=TODAY)
    later = employed(store, "Kelak", here)
    posts.place(store, later, there, "Staf", since=TODAY + timedelta(days=9))
    assert footprints.traced(store, [here], TODAY) == [
        Traced(later, "Kelak", "Dinas A"),
        Traced(gone, "Purna", "Dinas A"),
    ]
    assert footprints.last_unit(store, moved, TODAY) == there
    assert footprints.last_unit(store, later, TODAY) == here


def test_that_an_auditor_read_it_stands_in_the_trail_too(store: Connection) -> None:
    here = unit(store)
    budi = employed(store, "Budi", here)
    auditor = entrusted(store, "Audi", "auditor", here)
    for opens, whom in ((f"p{budi}", [budi]), ("", [])):
        topic, opening = CONVERSATIONS["jejak"].opened(opens)
        facts = topic.look(store, auditor, opening, NOW)
        assert list(topic.concerns(facts) if topic.concerns else ()) == whom


def test_everybody_reads_who_looked_at_them_lately(store: Connection) -> None:
    here = unit(store)
    budi, sinta = employed(store, "Budi", here), employed(store, "Sinta", here)
    nobody = people.add(store, "Tanpa Jabatan")
    seen(store, budi, sinta, deed="look.tim", ago=31)
    seen(store, budi, sinta, deed="look.bukti", ago=30)
    seen(store, budi, nobody, deed="look.kelak")
    seen(store, budi, budi, deed="join")
    seen(store, budi, 4711, deed="sebuah perubahan")
    write(store, [Note("code", NOW, TODAY, about=budi, actor="operator")])
    write(store, [Note("superior", NOW, TODAY, about=budi, actor="clock")])
    seen(store, sinta, budi)
    page = words(letter(store, person_of(store, budi, NOW), "o.jejak.", now=NOW))
    assert page.splitlines()[1:] == [
        "23 Nov 2026: Tilik mengubah atasan",
        "23 Nov 2026: Operator Tilik membuat kode pendaftaran",
        "23 Nov 2026: Seseorang yang sudah tidak tercatat melakukan perubahan",
        "23 Nov 2026: Anda menghubungkan obrolan",
        "23 Nov 2026: Tanpa Jabatan melihat data",
        "24 Okt 2026: Sinta (Staf) membuka bukti catatan kerja",
    ]


def test_a_trail_has_pages(store: Connection) -> None:
    here = unit(store)
    budi, sinta = employed(store, "Budi", here), employed(store, "Sinta", here)
    for ago in range(10):
        seen(store, budi, sinta, ago=ago)
    person = person_of(store, budi, NOW)
    first = letter(store, person, "o.jejak.saya", now=NOW)
    assert labels(first) == ["Berikutnya ›"]
    assert len(words(first).splitlines()) == 9
    second = letter(store, person, first.buttons[0][0].tap, now=NOW)
    assert labels(second) == ["‹ Sebelumnya"]
    assert len(words(second).splitlines()) == 3


def test_an_empty_trail_says_so_and_a_citizen_has_none(store: Connection) -> None:
    auditor = entrusted(store, "Audi", "auditor", unit(store))
    assert "Belum ada yang melihat" in words(letter(store, auditor, "o.jejak.", "saya", now=NOW))
    citizen = Person(addresses.meet(store, "telegram", "9").address)
    with pytest.raises(Refused) as refused:
        letter(store, citizen, "o.jejak.", now=NOW)
    assert refused.value.why.id == "trail-not-yours"


@pytest.mark.parametrize(
    ("duty", "words_there"),
    [("oversight", "ditahan"), ("auditor", "jejak"), ("operator", "keadaan")],
)
def test_the_help_of_each_duty_begins_with_its_own_words(
    store: Connection, duty: Duty, words_there: str
) -> None:
    watching = entrusted(store, "Awas", duty, unit(store))
    lines = words(letter(store, watching, "o.bantuan.", now=NOW)).split("\n")
    assert any(words_there in line for line in lines[1:5])


def test_whatever_was_looked_at_or_done_is_read_in_words(store: Connection) -> None:
    here = unit(store)
    budi, auditor = employed(store, "Budi", here), entrusted(store, "Audi", "auditor", here)
    parts = [part for one in CONVERSATIONS.values() for part in one.parts if part.concerns]
    deeds = [*DEEDS, "former", *dict.fromkeys(f"look.{part.name}" for part in parts), "look.old"]
    for deed in deeds:
        seen(store, budi, auditor.id, deed=deed)
    pages = [
        words(letter(store, auditor, f"o.jejak.p{budi}.h{page}", now=NOW))
        for page in range(len(deeds) // SHOWN + 1)
    ]
    assert sum(page.count("23 Nov 2026: ") for page in pages) == len(deeds)


def test_every_conversation_that_tells_of_others_has_words_in_the_trail() -> None:
    parts = [part for one in CONVERSATIONS.values() for part in one.parts]
    looked_at = {part.name for part in parts if part.concerns}
    assert len(looked_at) > 10
    for language in LANGUAGES:
        said = catalogue().has
        assert not {name for name in looked_at if not said(language, f"deed-look-{name}")}


NAMED_AT = {"Note": 0, "stamped": 2, "note_deed": 2}
"""Where the deed stands among what is given to those that note it."""


def test_every_deed_that_is_noted_has_words_in_the_trail() -> None:
    noted = set()
    for path in modules():
        for node in nodes(path):
            at = NAMED_AT.get(called(node.func)) if isinstance(node, ast.Call) else None
            if at is not None and isinstance(node, ast.Call) and len(node.args) > at:
                noted |= {one.value for one in [node.args[at]] if isinstance(one, ast.Constant)}
    assert len(noted) > 20
    assert noted <= set(DEEDS)


def called(function: ast.expr) -> str:
    return str(getattr(function, "id", getattr(function, "attr", "")))


def stuck(store: Store, reference: str, *, hours: int) -> None:
    row = {"channel": "telegram", "key": reference, "state": "dead", "attempts": 5}
    at = NOW - timedelta(hours=hours)
    store.execute(insert(schema.inbox).values(**row, arrived_at=at, reference=reference))


def test_an_operator_sees_what_waits_and_what_is_stuck_and_nobodys_words(
    store: Connection,
) -> None:
    operator = entrusted(store, "Opi", "operator", unit(store))
    budi = addresses.meet(store, "telegram", "8").address
    letters.write(store, budi, Letter((Verbatim("rahasia"),)), now=NOW - timedelta(minutes=7))
    night = NOW + timedelta(hours=9)
    letters.write(store, budi, Letter((Verbatim("malam"),)), now=NOW, morning=night)
    for number in range(6):
        stuck(store, f"REF{number}", hours=24 - number)
    waits = {"channel": "telegram", "key": "9", "state": "open", "raw": "rahasia", "sender": "8"}
    at = NOW - timedelta(minutes=3, seconds=30)
    store.execute(insert(schema.inbox).values(**waits, attempts=0, arrived_at=at))
    began, ended = NOW - timedelta(days=3), NOW - timedelta(days=2)
    store.execute(insert(schema.outages).values(began_at=began, ended_at=ended))
    said = words(letter(store, operator, "o.keadaan.", now=NOW))
    assert "Pesan masuk yang menunggu: 1, terlama 3 menit" in said
    assert "gagal: 6; yang tidak terbaca: 0" in said
    assert "Pesan keluar yang menunggu: 1, terlama 7 menit" in said
    assert "ditahan: 1" in said
    assert "belum pernah disegel" in said
    assert "berjalan kembali: 21 Nov 2026" in said
    assert said.index("REF5") < said.index("REF1")
    assert "REF0" not in said
    assert "rahasia" not in said
    assert f"TILIK_ALARM_CHAT: telegram:{operator.address.sender}" in said


def test_a_tilik_at_rest_says_that_nothing_waits(store: Connection) -> None:
    operator = entrusted(store, "Opi", "operator", unit(store))
    seal = {"number": 1, "hash": "", "fingerprint": "", "mac": "", "sealed_at": NOW}
    store.execute(insert(schema.seals).values(**seal))
    found = letter(store, operator, "o.keadaan.", now=NOW)
    said = words(found)
    assert "Pesan masuk yang menunggu: tidak ada" in said
    assert "Pesan keluar yang menunggu: tidak ada" in said
    assert "disegel terakhir: 23 Nov 2026" in said
    assert "Kode gangguan" not in said
    assert labels(found) == ["Perbarui"]


@pytest.mark.parametrize("duty", ["head", "hr", "oversight", "auditor"])
def test_nobody_else_sees_how_tilik_is(store: Connection, duty: Duty) -> None:
    with pytest.raises(Refused) as refused:
        letter(store, entrusted(store, "Ani", duty, unit(store)), "o.keadaan.", now=NOW)
    assert refused.value.why.id == "condition-not-yours"


def test_oversight_reads_a_units_figures_as_its_head_does(store: Connection) -> None:
    here = unit(store)
    below = unit(store, "Seksi B", here)
    head, watch = entrusted(store, "Ali", "head", here), entrusted(store, "Awas", "oversight", here)
    for opening in ("", f"u{here}", f"u{below}", f"u{here}@2026-Q3"):
        tap = f"o.ringkasan.{opening}"
        assert words(letter(store, watch, tap, now=NOW)) == words(letter(store, head, tap, now=NOW))
    with pytest.raises(Refused):
        letter(store, watch, f"o.ringkasan.u{unit(store, 'Dinas B')}", now=NOW)


@pytest.mark.parametrize(
    ("duty", "says", "offers"),
    [
        ("oversight", "Pengawas Dinas A", "Ringkasan unit"),
        ("auditor", "Auditor Dinas A", "Jejak data"),
        ("operator", "Operator Tilik", "Keadaan Tilik"),
    ],
)
def test_each_duty_is_told_and_offered(
    store: Connection, duty: Duty, says: str, offers: str
) -> None:
    person = entrusted(store, "Ani", duty, unit(store))
    assert says in words(letter(store, person, "o.siapa.", now=NOW))
    assert offers in labels(letter(store, person, "o.sapa.", now=NOW))


def test_a_search_is_a_question_with_a_name(store: Connection) -> None:
    auditor = entrusted(store, "Audi", "auditor", unit(store))
    found = played(store, auditor, "o.jejak.", now=NOW)
    assert isinstance(found, Asking)
    assert found.question.name == "trail-who"
