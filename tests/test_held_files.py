"""Kiriman warga: photos of complaints wait until the oversight team has said who may see them, and
a voice until they have written what it says."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, datetime

import pytest
from sqlalchemy import Connection, select

from models.complaints import Complaint, Evidence, on_map
from models.people import Duty, Person
from models.refused import Refused
from models.store import schema
from models.store.complaints import complaints
from models.store.office import services
from models.store.people import people
from tests.played import empty_store, labels, letter, person_of, tap_of, typed, words

DAY, SINCE = date(2026, 11, 24), date(2026, 1, 1)
NOW = datetime.fromisoformat("2026-11-24T03:00:00+00:00")
PHOTO, PAPER = Evidence("photo", "tg-1", "bukti.jpg", "held"), Evidence("document", "tg-2", "x.pdf")
VOICE = Evidence("voice", "tg-3", None, "held")


class Office:
    """A unit below the top, with a head and an oversight team above it."""

    def __init__(self, store: Connection) -> None:
        self.store = store
        self.top = services.add_unit(store, "Kabupaten", zone="Asia/Jakarta").id
        unit = services.add_unit(store, "Disdukcapil", zone="Asia/Jakarta", parent_id=self.top)
        self.unit = unit.id
        self.head = self.duty("Ratna Dewi", ("head", self.unit))
        self.team = self.duty("Awas", ("oversight", self.top))

    def duty(self, name: str, *duties: tuple[Duty, int]) -> Person:
        number = people.add(self.store, name)
        for duty, unit_id in duties:
            people.give_duty(self.store, number, unit_id=unit_id, duty=duty, valid_from=SINCE)
        return person_of(self.store, number, NOW)

    def complained(self, *files: Evidence, kind: str = "plain") -> Complaint:
        there = {"unit_id": self.unit, "with_id": self.unit, "said_on": DAY, "due_on": DAY}
        one = complaints.file(self.store, kind=kind, **there)
        complaints.step(self.store, one, "said", day=DAY, words="Antrean kacau", files=files)
        return one


@pytest.fixture
def office() -> Iterator[Office]:
    with empty_store() as store:
        yield Office(store)


def refused(office: Office, person: Person, tap: str) -> str:
    with pytest.raises(Refused) as no:
        letter(office.store, person, tap, now=NOW)
    return no.value.why.id


def test_a_photo_is_seen_by_who_handles_it_once_the_team_has_let_it(office: Office) -> None:
    one = office.complained(PHOTO, VOICE)
    case = f"o.pengaduan.{one.id}"
    assert not [b for b in labels(letter(office.store, office.head, case, now=NOW)) if "kiri" in b]
    assert refused(office, office.head, f"{case}.f0") == "case-gone"
    inbox = letter(office.store, office.team, "o.pengaduan.", now=NOW)
    held = letter(office.store, office.team, tap_of(inbox, "Komentar ditahan"), now=NOW)
    page = letter(office.store, office.team, tap_of(held, "Kiriman warga (2)"), now=NOW)
    assert page.file == PHOTO
    assert "1 dari 2" in words(page)
    voice = letter(office.store, office.team, tap_of(page, "Berikutnya"), now=NOW)
    assert voice.file is None
    assert "hanya tim pengawas yang mendengarnya" in words(voice)
    assert "Disdukcapil" in words(page)
    done = letter(office.store, office.team, tap_of(page, "Tampilkan"), now=NOW)
    seen = letter(office.store, office.head, case, now=NOW)
    photo = letter(office.store, office.head, tap_of(seen, "Lihat kiriman (1)"), now=NOW)
    assert photo.file is not None
    assert photo.file.file == PHOTO.file
    again = letter(office.store, office.team, tap_of(page, "Tahan"), now=NOW)
    assert "sudah diputuskan" in words(again)
    letter(office.store, office.team, tap_of(done, "Batalkan"), now=NOW)
    assert refused(office, office.head, f"{case}.f0") == "case-gone"
    withheld = letter(office.store, office.team, tap_of(page, "Tahan"), now=NOW)
    assert "Tidak diperlihatkan" in words(withheld)
    left = letter(office.store, office.team, tap_of(withheld, "Kiriman lain"), now=NOW)
    assert "Dengarkan" in labels(left)
    assert refused(office, office.head, f"{case}.f0") == "case-gone"
    trail = office.store.execute(select(schema.trail.c.what)).scalars().all()
    states = ("shown", "held", "withheld")
    assert all(f'"state":"{one}"' in what for one, what in zip(states, trail, strict=True))


def test_of_a_document_the_team_is_told_that_its_author_may_be_in_it(office: Office) -> None:
    office.complained(replace(PAPER, state="held"))
    page = letter(office.store, office.team, "o.ditahan.f", now=NOW)
    assert "siapa yang membuatnya" in words(page)


def test_what_is_no_photo_of_somebody_is_there_at_once_page_by_page(office: Office) -> None:
    one = office.complained(PAPER, on_map(-6.2, 106.8))
    first = letter(office.store, office.head, f"o.pengaduan.{one.id}.f0", now=NOW)
    assert "kiriman 1 dari 2" in words(first)
    after = letter(office.store, office.head, tap_of(first, "Kiriman berikut"), now=NOW)
    assert "https://" in words(after)


def test_a_voice_is_heard_by_the_team_alone_and_read_by_the_unit_in_one_line(
    office: Office,
) -> None:
    one = office.complained(VOICE)
    case = f"o.pengaduan.{one.id}"
    assert "ada rekaman suara, menunggu tim pengawas" in words(
        letter(office.store, office.head, case, now=NOW)
    )
    page = letter(office.store, office.team, "o.ditahan.f", now=NOW)
    hear = tap_of(page, "Dengarkan")
    heard = letter(office.store, office.team, hear, now=NOW)
    assert heard.file == VOICE
    line, weighty = tap_of(heard, "Tulis isinya"), tap_of(heard, "Uang atau wewenang")
    both = office.duty("Dua", ("oversight", office.top), ("head", office.unit))
    named = office.duty("Kacau Balau", ("oversight", office.top))
    for tap in (hear, line, weighty):
        assert refused(office, named, tap) == "ditahan-gone", "nobody decides about themselves"
        assert refused(office, office.head, tap) == "ditahan-not-yours"
        assert refused(office, both, tap) == "ditahan-gone"
    assert refused(office, office.team, tap_of(page, "Dengarkan")[:-3] + "1.9") == "ditahan-gone"
    said = "Petugasnya kasar, hubungi 081234567890"
    done = letter(office.store, office.team, line, typed(said), "send", now=NOW)
    assert "sudah kami kabari" in words(done)
    shown = words(letter(office.store, office.head, case, now=NOW))
    assert "isi rekaman suara warga, ditulis tim pengawas: “Petugasnya kasar" in shown
    assert "1 rekaman suara, isinya ditulis tim pengawas" in shown
    assert "0812" not in shown
    again = letter(office.store, office.team, hear, now=NOW)
    assert "Tulis isinya" not in labels(again)
    assert refused(office, office.team, line) == "held-file-settled"
    trail = office.store.execute(
        select(schema.trail.c.what).where(schema.trail.c.deed == "voice")
    ).scalars()
    states = [state for what in trail for state in ("heard", "shown") if f'"{state}"' in what]
    assert states == ["heard", "shown", "heard"]
    none = letter(office.store, office.team, "o.ditahan.f", now=NOW)
    assert "Tidak ada foto" in words(none)


def test_what_a_voice_tells_of_money_is_the_teams_own_from_then_on(office: Office) -> None:
    one = office.complained(VOICE)
    case = f"o.pengaduan.{one.id}"
    page = letter(office.store, office.team, "o.ditahan.f", now=NOW)
    heard = letter(office.store, office.team, tap_of(page, "Dengarkan"), now=NOW)
    weighty = tap_of(heard, "Uang atau wewenang")
    done = letter(office.store, office.team, weighty, now=NOW)
    assert "hanya di tangan tim pengawas" in words(done)
    assert refused(office, office.head, case) == "case-gone"
    seen = letter(office.store, office.team, case, now=NOW)
    voice = letter(office.store, office.team, tap_of(seen, "Lihat kiriman (1)"), now=NOW)
    assert voice.file is not None
    assert voice.file.kind == "voice"
    deeds = office.store.execute(select(schema.trail.c.deed)).scalars().all()
    assert deeds.count("voice") == 2
    assert refused(office, office.team, weighty) == "ditahan-gone"


def test_nobody_who_heads_the_unit_decides_and_what_is_weighty_is_the_teams(office: Office) -> None:
    office.complained(PHOTO)
    page = letter(office.store, office.team, "o.ditahan.f", now=NOW)
    show = tap_of(page, "Tampilkan")
    other = services.add_unit(office.store, "Dinas B", zone="Asia/Jakarta").id
    both = office.duty("Dua", ("oversight", office.top), ("head", office.unit))
    elsewhere = office.duty("Lain", ("oversight", other))
    assert refused(office, office.head, show) == "ditahan-not-yours"
    assert refused(office, office.head, "o.ditahan.f") == "ditahan-not-yours"
    for stranger in (both, elsewhere):
        assert refused(office, stranger, show) == "ditahan-gone"
        assert "Tidak ada" in words(letter(office.store, stranger, "o.ditahan.f", now=NOW))
    assert refused(office, office.team, "o.ditahan.f999.1.y") == "ditahan-gone"
    weighty = office.complained(PHOTO, VOICE, kind="weighty")
    seen = letter(office.store, office.team, f"o.pengaduan.{weighty.id}", now=NOW)
    assert "Lihat kiriman (2)" in labels(seen)
    assert refused(office, office.head, f"o.pengaduan.{weighty.id}.f0") == "case-gone"
