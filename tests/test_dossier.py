"""The copy of one's data: whole, in words, and the same bytes for the same facts."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import UTC, date, datetime, time
from decimal import Decimal
from typing import Any

import pytest

from bot.attachments.dossier import Dossiers, DossierWords, Page, as_json, drawn
from bot.texts import catalogue
from models.evaluations import Claim, Evaluation
from models.letters import Text
from models.quarter import Quarter
from models.store import Store
from models.store.chat import addresses
from models.store.oversight.trail import Note, note
from models.store.people import people
from tests.actors import NINE_O_CLOCK
from tests.keyed import opened
from tests.office import open_office, staff_office
from tests.papers import lines
from tests.papers import opened as read
from tests.stories.test_privacy import attached

PAGE = Page(
    title="Data Anda",
    lead=["Kalimat."],
    sections=[("Catatan kerja", [[("Kegiatan", "#x *y* $z$")], [("", "Tidak ada.")]])],
    attached=b'{"person": []}',
    made_at=NINE_O_CLOCK,
    language="id",
)


def test_the_same_facts_make_the_same_bytes_with_the_json_inside() -> None:
    once = drawn(PAGE)
    assert once.startswith(b"%PDF")
    assert once == drawn(PAGE)
    assert attached(once) == {"person": []}
    assert lines(once)[:4] == ["Data Anda", "Kalimat.", "Catatan kerja", "Kegiatan: #x *y* $z$"]


def test_a_copy_is_made_in_the_middle_of_a_second() -> None:
    assert drawn(replace(PAGE, made_at=NINE_O_CLOCK.replace(microsecond=1))) == drawn(PAGE)


def test_a_long_copy_is_on_numbered_pages_and_no_word_leaves_them() -> None:
    entries = [[("Tautan", "https://contoh.go.id/" + "W" * 200)], *[[("Kegiatan", "Rapat")]] * 60]
    made = drawn(replace(PAGE, sections=[("Bukti", entries)]))
    first, last = read(made).pages
    assert "Data Anda 2 / 2" in " ".join(last.extract_text().split())
    assert "W" * 200 in "".join(first.extract_text().split())


@pytest.mark.parametrize("words", ["", " ", "\n\n", "窓口", "\ufffe\x1b", "a\u202eb"])
def test_whatever_was_kept_can_be_copied(words: str) -> None:
    assert drawn(replace(PAGE, sections=[(words, [[(words, words)]])])).startswith(b"%PDF")


@pytest.mark.parametrize(
    ("section", "name", "value", "words"),
    [
        ("consents", "agreed", True, "ya"),
        ("consents", "agreed", False, "tidak"),
        ("posts", "valid_from", date(2026, 11, 23), "23 November 2026"),
        (
            *("requests", "asked_at", datetime(2026, 11, 23, 18, 5, tzinfo=UTC)),
            "24 November 2026 01.05",
        ),
        ("entries", "starts", time(7, 30), "07.30"),
        (
            "entries",
            "evidence",
            [["photo", "x", None], ["document", "y", "rekap.pdf"]],
            "foto, dokumen (rekap.pdf)",
        ),
        (
            *("entries", "evidence", [["link", "https://contoh.go.id/a", None]]),
            "https://contoh.go.id/a",
        ),
        (
            *("forms", "answers", [[0, "log-activity", {"said": "Melayani"}, None]]),
            "0, log-activity, Melayani",
        ),
        ("chats", "phone_language", "id", "Bahasa Indonesia"),
        ("chats", "phone_language", "ms", "ms"),
        ("targets", "quarter", "2026-Q4", "Triwulan IV 2026"),
        ("targets", "result", "sesuai", "sesuai"),
        ("entries", "state", "approved", "disetujui"),
        ("entries", "state", "lost", "lost"),
        ("entries", "quantity", "12.5", "12.5"),
    ],
)
def test_what_is_held_is_told_in_words(section: str, name: str, value: Any, words: str) -> None:
    told = DossierWords(catalogue(), "id", "Asia/Jakarta")
    _, [[(label, shown)]] = told.section(section, [{name: value}])
    assert shown == words
    assert label


def test_deeds_ratings_and_predikats_have_the_words_they_have_elsewhere() -> None:
    told = DossierWords(catalogue(), "id", "Asia/Jakarta")
    row = {"predikat": "baik", "result": "sesuai", "conduct": "sesuai"}
    _, [entry] = told.section("appraisals", [{**row, "version": 1}])
    assert [shown for _, shown in entry] == [
        "Baik",
        catalogue().plain("id", Text("rating-sesuai")),
        catalogue().plain("id", Text("rating-sesuai")),
    ]
    _, [[(_, deed)]] = told.section("trail", [{"deed": "look.saya", "what": "{}"}])
    assert deed == "membuka nilai kinerja"
    assert told.section("leaves", [])[1] == [[("", "Tidak ada.")]]


def test_what_says_nothing_to_its_reader_is_left_to_machines() -> None:
    told = DossierWords(catalogue(), "id", "Asia/Jakarta")
    kept = {"kind": "reply", "state": "waiting", "written_at": NINE_O_CLOCK}
    _, [[letter]] = told.section("letters", [kept])
    assert letter == ("Ditulis", "23 November 2026 09.00")
    consent = {"digest": "x", "version": "2", "agreed": True}
    assert told.section("consents", [consent])[1] == [[("Setuju", "ya")]]
    entry = {"evidence": [], "activity": "Rapat"}
    assert told.section("entries", [entry])[1] == [[("Kegiatan", "Rapat")]]
    seen = {"actor": "person", "by": "Ratna"}
    assert told.section("trail", [seen])[1] == [[("Oleh", "Ratna")]]
    assert told.section("trail", [{"actor": "clock"}])[1] == [[("Sebagai", "Tilik sendiri")]]


def test_an_evaluation_reads_as_its_writer_wrote_it() -> None:
    claim = Claim(1, "KTP-el selesai", "berkas", Decimal(620), Decimal(40), Decimal(42), "dua lagi")
    sheet = Evaluation(
        *(1, Quarter(2026, 4), (claim,), "sesuai", "sesuai", NINE_O_CLOCK.date()),
        obstacles="Listrik padam",
        values={"akuntabel": "Tepat janji"},
    ).sheet()
    _, [[(_, words)]] = DossierWords(catalogue(), "id", "Asia/Jakarta").section(
        "evaluations", [{"sheet": sheet}]
    )
    assert words.startswith("KTP-el selesai: 42 berkas (dua lagi) · Hasil kerja: ")
    assert words.endswith("Kendala: Listrik padam · Akuntabel: Tepat janji")


def test_machines_read_days_and_moments_as_iso_8601() -> None:
    rows = [{"day": date(2026, 11, 23), "at": NINE_O_CLOCK, "starts": time(7, 30)}]
    assert json.loads(as_json([("entries", rows)])) == {
        "entries": [{"day": "2026-11-23", "at": "2026-11-23T02:00:00+00:00", "starts": "07:30:00"}]
    }


async def test_a_chat_that_is_somebody_elses_by_now_gets_no_copy(sqlite: str) -> None:
    database = opened(sqlite)

    def story(store: Store) -> tuple[int, int]:
        open_office(store, now=NINE_O_CLOCK)
        dewi = staff_office(store, NINE_O_CLOCK).employee_id
        chat = addresses.meet(store, "telegram", "1").address
        addresses.change(store, chat.id, person_id=dewi)
        seen = Note("look.saya", NINE_O_CLOCK, NINE_O_CLOCK.date(), by=1, about=dewi)
        note(store, seen)
        return dewi, chat.id

    dewi, chat = await database.run(story)
    made = Dossiers(database, catalogue(), clock=lambda: NINE_O_CLOCK)
    copy = await made.make(f"{dewi}.{chat}", "id")
    assert not isinstance(copy, Text)
    (seen,) = attached(copy.content)["trail"]
    assert (seen["deed"], seen["by"]) == ("look.saya", "Ratna Dewi")
    other = await database.run(lambda store: people.add(store, "Siapa"))
    await database.run(lambda store: addresses.change(store, chat, person_id=other))
    assert await made.make(f"{dewi}.{chat}", "id") == Text("mine-gone")
    assert not isinstance(await made.make(f"{other}.{chat}", "en"), Text)
    await database.close()
