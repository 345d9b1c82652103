"""`tilik publish`: what everybody reads, and what nobody can work out of it."""

from __future__ import annotations

import csv
import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, timedelta
from fractions import Fraction
from itertools import combinations
from pathlib import Path
from random import Random
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from sqlalchemy import Connection, insert, update

from bot.cli.exports.publish import publish
from bot.cli.exports.table import FORMULA
from bot.imports.reading.tables import UnusableError
from bot.publishing import published
from bot.publishing.written import MARK, write
from bot.texts import catalogue
from models.instruments import instrument
from models.letters import Text
from models.publishing import unpublished
from models.quarter import Quarter
from models.ratings import DAILY, Rating
from models.store import schema
from models.store.complaints import complaints, reviews
from models.store.office import services, standards, unit_tree, visits
from models.store.oversight.stamps import Stamp
from models.store.people import people, posts
from models.store.ratings import closes, ratings
from tests.office import SINCE
from tests.played import empty_store
from tests.postgresql import apart
from tests.test_disclosure import follows
from tests.test_export import Exporter

SURVEY = instrument()
AUTUMN = Quarter(2026, 4)
ZONE = "Asia/Jakarta"
HOSTILE = 'Dinas <script>alert(1)</script> & "=cmd()"'


# -- which figures -------------------------------------------------------------------------------

OWN = st.sampled_from((0, 0, 5, 12, 20, 29, 30, 31, 80))


@st.composite
def forests(draw: st.DrawFn) -> tuple[dict[int, int | None], dict[int, int]]:
    size = draw(st.integers(1, 8))
    above = {n: draw(st.sampled_from((None, *range(n)))) for n in range(size)}
    return above, {n: draw(OWN) for n in range(size)}


def below(above: Mapping[int, int | None], unit: int) -> set[int]:
    found = {unit}
    while more := {n for n, parent in above.items() if parent in found} - found:
        found |= more
    return found


@given(forests())
@settings(max_examples=150)
def test_no_sum_of_too_few_follows_from_the_units_that_are_published(
    forest: tuple[dict[int, int | None], dict[int, int]],
) -> None:
    above, own = forest
    hidden = unpublished(above, own, 30)
    there = [n for n in above if own[n]]
    shown = [
        inside
        for unit in above
        if (inside := below(above, unit) & set(there)) and unit not in hidden
    ]
    for size in range(1, len(there) + 1):
        for some in combinations(there, size):
            if sum(own[n] for n in some) < 30:
                assert not follows(set(some), shown, there), (some, hidden)  # type: ignore[arg-type]


def test_what_is_enough_everywhere_is_published_everywhere() -> None:
    assert unpublished({1: None, 2: 1, 3: 1}, {1: 30, 2: 30, 3: 40}, 30) == frozenset()


def test_a_small_unit_takes_the_smallest_beside_it_along() -> None:
    above = {1: None, 2: 1, 3: 1, 4: 1}
    assert unpublished(above, {2: 9, 3: 200, 4: 50}, 30) == {2, 4}
    assert unpublished(above, {2: 9, 3: 200, 4: 50, 1: 21}, 30) == {2}


# -- an office that publishes ---------------------------------------------------------------------


@dataclass
class Publisher:
    """An office with three units below it, each with a counter, and what its citizens say."""

    store: Connection
    places: list[tuple[int, int, int]] = field(default_factory=list)
    top: int = 0
    said: list[Rating] = field(default_factory=list)
    chance: Random = field(default_factory=lambda: Random(5))

    def opens(self, *names: str, top: str = "Dinas Dukcapil") -> Publisher:
        self.top = services.add_unit(self.store, top, zone=ZONE).id
        for name in names:
            unit = services.add_unit(self.store, name, zone=ZONE, parent_id=self.top).id
            service = services.add_service(self.store, unit, "KTP-el", population=1_000)
            counter = services.add_counter(self.store, unit, "Loket 1")
            services.offer(self.store, counter, service)
            self.places.append((unit, counter, service))
        return self

    def rates(self, place: int, answers: Mapping[str, int], day: date, **more: Any) -> None:
        _, counter, service = self.places[place]
        one = Rating(counter, service, day, **{"instrument": DAILY, "answers": answers, **more})
        ratings.add(self.store, one)
        self.said.append(one)

    def taps(self, place: int, times: int, day: date, **more: Any) -> None:
        """So many citizens, each with an element drawn in turn."""
        for n in range(times):
            element = SURVEY.elements[n % len(SURVEY.elements)]
            answers = {"overall": self.chance.randint(1, 4), element: self.chance.randint(1, 4)}
            low = {"cause": f"{element}.{SURVEY.causes[element][0].key}"}
            self.rates(place, answers, day, **((low if answers[element] <= 2 else {}) | more))

    def surveys(self, place: int, times: int, day: date) -> None:
        for _ in range(times):
            sheet = {element: self.chance.randint(1, 4) for element in SURVEY.elements}
            self.rates(place, sheet, day, instrument=SURVEY.key)

    def closes(self, day: date) -> None:
        """The night after that day."""
        closes.release(self.store, ZONE, day)
        if not self.store.execute(update(schema.closes).values(day=day)).rowcount:
            self.store.execute(insert(schema.closes).values(zone=ZONE, day=day))

    def reviews(self, place: int, element: str, **more: Any) -> None:
        unit, counter, _ = self.places[place]
        row = {
            "unit_id": unit, "with_id": unit, "what": "c", "place_id": counter,
            "element": element, "opened_on": date(2026, 11, 1), "told_on": date(2026, 11, 1),
            "due_on": date(2026, 12, 20), "before": {}, **more,
        }  # fmt: skip
        assert reviews.begin(self.store, **row)

    def publishes(self, day: date) -> dict[str, str]:
        now = datetime(day.year, day.month, day.day, 3, tzinfo=UTC) + timedelta(days=1)
        return published(self.store, catalogue(), now)


@pytest.fixture
def office() -> Iterator[Publisher]:
    with empty_store() as store:
        yield Publisher(store).opens("UPTD Utara", "UPTD Selatan", "UPTD Timur")


def words(page: str) -> str:
    """What is read on a page."""
    body = re.sub(r"<style>.*</style>", "", page, flags=re.DOTALL)
    return re.sub(r"\s+", " ", re.sub(r"<[^>]+>", " ", body)).replace(" ,", ",")


def test_a_page_tells_of_a_quarter_all_that_everybody_may_read(office: Publisher) -> None:
    first = AUTUMN.first_day
    office.surveys(0, 40, first)
    office.taps(0, 300, first, cause="waktu.antrean")
    office.taps(0, 45, first, kind="verified")
    office.reviews(0, "waktu", state="planned", action="Loket kedua dibuka.")
    office.reviews(0, "biaya", state="planned", training=True)
    office.reviews(0, "sarpras", state="open")
    ended = {"state": "changed", "ended_on": date(2026, 12, 1)}
    office.reviews(0, "produk", result="Papan tarif dipasang.", **ended)
    unit = office.places[0][0]
    for kind in ("plain",) * 6 + ("ask",) * 4 + ("weighty",) * 9:
        complaints.file(
            office.store, kind=kind, unit_id=unit, with_id=unit, said_on=first, due_on=first
        )
    office.closes(AUTUMN.last_day)
    found = office.publishes(date(2027, 1, 20))
    page, english = (words(found[f"{folder}u{unit}-2026-q4.html"]) for folder in ("", "en/"))
    for told in (
        "Triwulan IV 2026 · sudah selesai; angka per 31 Desember 2026",
        "dari 40 responden; sasarannya 278",
        "dari 45 penilaian dengan kode kunjungan",
        "dari 300 penilaian terbuka",
        "Waktu penyelesaian (UPTD Utara): Loket kedua dibuka. Paling lambat 20 Desember 2026.",
        "Biaya/tarif (UPTD Utara): pelatihan",
        "Sarana dan prasarana (UPTD Utara): sebabnya sedang dicari",
        "1 Desember 2026: Papan tarif dipasang.",
        "Pengaduan: 6; dari 6 yang dijawab atau lewat batas waktu, 0 dijawab tepat waktu",
    ):
        assert told in page, told
    assert page.index("kode kunjungan") < page.index("penilaian terbuka"), "the verified one leads"
    assert "Pertanyaan: 4" not in page, "four questions are too few"
    assert "from 40 respondents; the target is 278" in english
    rows = csv.DictReader(found["hasil-2026-q4.csv"][1:].splitlines(), delimiter=";")
    own = [row for row in rows if row["nomor_unit"] == str(unit)]
    mine = {row["jenis"]: row for row in own if not row["unsur"]}
    assert mine["IKM"]["n"] == "40"
    assert mine["IKM"]["nilai"] in page
    assert mine["Indeks harian terverifikasi"]["n"] == "45"


def test_a_running_quarter_says_so_and_tells_of_no_complaint(office: Publisher) -> None:
    office.taps(0, 60, AUTUMN.first_day)
    office.closes(date(2026, 11, 3))
    found = office.publishes(date(2026, 11, 3))
    page = words(found[f"u{office.places[0][0]}-2026-q4.html"])
    assert "masih berjalan; angka per 3 November 2026" in page
    assert "Diumumkan setelah triwulan selesai." in page


def test_how_long_visits_took_is_published_once_the_quarter_is_over(office: Publisher) -> None:
    """Of a service with enough visits, which more than one person has timed."""
    for place, (times, clerks) in enumerate(((40, 2), (40, 1), (29, 2))):
        unit, counter, service = office.places[place]
        for n, minutes in enumerate((9, 20) * (times // 2) + (9,) * (times % 2)):
            visit = visits.RunningVisit(counter, service, datetime(2026, 11, 3, 3, tzinfo=UTC))
            here = {"unit_id": unit, "day": date(2026, 11, 3), "by": n % clerks}
            visits.count(office.store, visit, minutes=minutes, **here)
        office.taps(place, 60, AUTUMN.first_day)
    promise = Stamp(by=None, day=SINCE, at=datetime(2026, 1, 1, tzinfo=UTC))
    standards.put(office.store, office.places[0][2], {"time": "15 menit"}, stamp=promise)
    names = [f"u{unit}-2026-q4.html" for unit, _, _ in office.places]
    office.closes(date(2026, 11, 30))
    running = office.publishes(date(2026, 11, 30))
    office.closes(AUTUMN.last_day)
    found = office.publishes(date(2027, 1, 20))
    told = "KTP-el : separuh dari 40 kunjungan selesai dalam 9 menit. Dijanjikan 15 menit; 50 %"
    assert [told in words(found[name]) for name in names] == [True, False, False]
    assert not any("kunjungan selesai" in words(running[name]) for name in names)
    assert not any("kunjungan selesai" in words(found[name]) for name in names[1:])
    rows = csv.DictReader(found["hasil-2026-q4.csv"][1:].splitlines(), delimiter=";")
    quick = [row for row in rows if row["jenis"] == "Waktu pelayanan (menit)"]
    cells = ("unsur", "nilai", "n", "target", "tepat_waktu")
    assert [[one[cell] for cell in cells] for one in quick] == [["KTP-el", "9", "40", "15", "20"]]


def test_the_pages_are_small_and_have_no_script_whatever_a_name_is() -> None:
    with empty_store() as store:
        office = Publisher(store).opens(HOSTILE, top=HOSTILE + "2")
        office.taps(0, 60, AUTUMN.first_day)
        office.reviews(0, "waktu", state="planned", action="<img src=x onerror=alert(1)>")
        office.closes(AUTUMN.last_day)
        found = office.publishes(date(2027, 1, 20))
    for name, page in found.items():
        if name.endswith(".html"):
            assert not re.search(r"<(script|img|link|iframe)|<[^>]* on\w+=|javascript:", page), name
            assert len(page.encode()) < 12_000
    cells = [cell for row in csv.reader(found["hasil-2026-q4.csv"][1:].splitlines(), delimiter=";")
             for cell in row]  # fmt: skip
    assert not [cell for cell in cells if cell.startswith(FORMULA)]


def test_what_is_written_about_somebody_who_works_there_is_left_out(office: Publisher) -> None:
    unit = office.places[0][0]
    joko = people.add(office.store, "Joko Prasetyo")
    posts.place(office.store, joko, unit, "Staf", since=SINCE)
    office.taps(0, 300, AUTUMN.first_day)
    office.reviews(0, "waktu", state="planned", action="Pak Joko akan dibina lagi.")
    office.closes(AUTUMN.last_day)
    page = words(office.publishes(date(2027, 1, 20))[f"u{unit}-2026-q4.html"])
    assert "Joko" not in page
    assert "Waktu penyelesaian (UPTD Utara): sedang diperbaiki" in page


def test_the_same_answers_give_the_same_files(office: Publisher) -> None:
    office.taps(0, 60, AUTUMN.first_day)
    office.closes(AUTUMN.last_day)
    assert office.publishes(date(2027, 1, 20)) == office.publishes(date(2027, 1, 21))


# -- what can be worked out of several publications -----------------------------------------------


def cells(publication: Mapping[str, str]) -> Iterator[tuple[Any, Fraction]]:
    """Every figure of the sheets: of which quarter, unit, kind and element, and of how many."""
    for name, sheet in publication.items():
        if name.startswith("hasil"):
            for row in csv.DictReader(sheet[1:].splitlines(), delimiter=";"):
                at = (row["triwulan"], int(row["nomor_unit"]), row["jenis"], row["unsur"])
                yield at, Fraction(int(row["n"]))


CAUSES = re.compile(r"• ([^•:]+): [0-9,]+ \(\d+ jawaban\), terutama: [^•]+? \(\d+ dari (\d+)\)")
LEADS = re.compile(r'class="big"><b>[0-9,]+</b> dari [0-9.]+ penilaian (terbuka|dengan)')


def causes_on(publication: Mapping[str, str]) -> Iterator[tuple[Any, int]]:
    """Of how many that named a cause each page tells: of which quarter, unit, kind and element."""
    for name, page in publication.items():
        if (of := re.fullmatch(r"u(\d+)-(.*)\.html", name)) and (leads := LEADS.search(page)):
            kind = "open" if leads[1] == "terbuka" else "verified"
            for element, n in CAUSES.findall(words(page)):
                yield (of[2].upper(), int(of[1]), kind, NAMES[element]), int(n)


STREAMS = {
    "Indeks harian terbuka": (DAILY, "open"),
    "Indeks harian terverifikasi": (DAILY, "verified"),
    "Indeks harian dibantu": (DAILY, "assisted"),
    "IKM": (SURVEY.key, "open"),
}
NAMES = {catalogue().plain("id", Text(f"element-{key}")): key for key in SURVEY.elements}


@pytest.mark.parametrize("seed", range(2))
def test_two_publications_subtracted_tell_of_no_answer(seed: int) -> None:
    """Answers that every publication counts together, or not at all, are never fewer than five: so
    no sum or difference of cells, of whatever units, quarters and days, is of fewer."""
    assert min(told_together(seed).values()) >= 5


def test_without_the_gate_they_would(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(closes, "released", lambda waits, **_: dict.fromkeys(
        (one.column for one in waits), "counter"
    ))
    assert min(told_together(0).values()) == 1


def told_together(seed: int) -> Counter[Any]:
    """How many answers are in the very same cells of publications at eleven closes."""
    with empty_store() as store:
        office = Publisher(store, chance=Random(seed)).opens("Utara", "Selatan", "Timur")
        groups: dict[tuple[int, str], list[Any]] = defaultdict(list)
        for night in range(24):
            day = AUTUMN.last_day - timedelta(days=30 - night)
            day = day if night < 20 else AUTUMN.next.first_day + timedelta(days=night - 20)
            if night == 12:  # a unit moves in the tree
                unit_tree.move(store, office.places[2][0], office.places[0][0], since=day)
            for place, most in enumerate((16, 5, 3)):
                office.taps(place, office.chance.randint(0, most), day)
                office.surveys(place, office.chance.randint(0, most) // 2 * (seed != 1), day)
                office.taps(place, office.chance.randint(0, most) // 2, day, kind="verified")
            office.closes(day)
            if night % 3 == 2 or night > 17:
                _count(office, groups, office.publishes(day))
        assert len(groups) > 500
        causes = {key for key in groups if key[1].startswith("cause of ")}
        assert bool(causes) == (seed == 1), "which are told where there is no survey"
        assert max(map(len, groups.values())) > 2, "an answer is in figures of several publications"
        return Counter(tuple(seen) for seen in groups.values() if seen)


def _count(office: Publisher, groups: dict[tuple[int, str], list[Any]], found: Any) -> None:
    """Beside every answer each cell of this publication that counts it."""
    waits: Counter[Any] = Counter()
    for row in office.store.execute(schema.unreleased.select()):
        if row.count:
            waits[row.counter_id, row.kind, row.instrument, row.element, row.day] += row.count
    unit_of = {counter: unit for unit, counter, _ in office.places}
    tree = {q.key: unit_tree.standing(office.store, q.last_day) for q in (AUTUMN, AUTUMN.next)}
    def counted(quarter: str, unit: int, asked: str, of: str, key: str) -> Iterator[Any]:
        inside = below(tree[quarter], unit)
        for place, one in enumerate(office.said):
            is_cause, cause = asked == "causes", (one.cause or "").partition(".")[0]
            answered = cause == key if is_cause else key in one.answers
            column = (one.counter_id, one.kind, asked, key, one.day)
            if (
                answered
                and one.kind == of
                and (is_cause or one.instrument == asked)
                and Quarter.of(one.day).key == quarter
                and unit_of[one.counter_id] in inside
                and not waits[column]
            ):
                yield place, f"cause of {key}" if is_cause else key

    told = [((quarter, unit, *STREAMS[kind], NAMES.get(element, "overall")), n)
            for (quarter, unit, kind, element), n in cells(found)
            if element or STREAMS[kind][0] == DAILY]  # fmt: skip
    for (quarter, unit, kind, element), n in causes_on(found):
        told.append(((quarter, unit, "causes", kind, element), n))
    for at, n in told:
        answers = list(counted(*at))
        assert len(answers) == n, at
        for answer in answers:
            groups[answer].append((*at, n))


# -- the folder -----------------------------------------------------------------------------------


def test_a_publication_takes_the_place_of_the_one_before(tmp_path: Path) -> None:
    folder = tmp_path / "hasil"
    write(folder, {"index.html": "satu", "en/index.html": "one", "u1.html": "lama"})
    write(folder, {"index.html": "dua"})
    assert sorted(one.name for one in folder.iterdir()) == ["index.html", MARK]
    assert (folder / "index.html").read_text("utf-8") == "dua"
    assert [one.name for one in tmp_path.iterdir()] == ["hasil"], "nothing lies beside it"
    assert folder.stat().st_mode & 0o777 == 0o755, "a web server may read it"
    assert (folder / "index.html").stat().st_mode & 0o777 == 0o644


@pytest.mark.parametrize("there", ["folder", "link", "file"])
def test_nothing_of_somebody_elses_is_replaced(there: str, tmp_path: Path) -> None:
    folder, own = tmp_path / "hasil", tmp_path / "milik"
    own.mkdir()
    (own / "surat.txt").write_text("penting", "utf-8")
    match there:
        case "folder":
            folder = own
        case "link":
            folder.symlink_to(own)
        case "file":
            folder.write_text("berkas", "utf-8")
    with pytest.raises(UnusableError) as refused:
        write(folder, {"index.html": "x"})
    assert refused.value.text == "publish-not-ours"
    assert (own / "surat.txt").read_text("utf-8") == "penting"


def test_a_folder_that_cannot_be_written_is_said(tmp_path: Path) -> None:
    (tmp_path / "berkas").touch()
    with pytest.raises(UnusableError) as refused:
        write(tmp_path / "berkas" / "hasil", {"index.html": "x"})
    assert refused.value.text == "export-refused"


class AtTerminal(Exporter):
    """Someone who publishes at the terminal."""

    def publishes(self, folder: str = "hasil") -> int:
        self.out = self.err = ""
        chosen: dict[str, Any] = {"url": self.url, "zone": ZONE, "say": self.say, "echo": self.echo}
        now = datetime(2027, 1, 20, 3, tzinfo=UTC)
        return apart(lambda: publish(self.folder / folder, now=now, **chosen))


def test_the_command_writes_a_folder_and_the_trail_tells_so(databases: str, tmp_path: Path) -> None:
    office = AtTerminal(databases, tmp_path)
    office.asks(lambda store: None)
    assert office.publishes() == 1
    assert "belum ada jawaban warga yang dirilis" in office.err

    def rate(store: Any) -> None:
        there = Publisher(store).opens("UPTD Utara")
        there.taps(0, 60, AUTUMN.first_day)
        there.closes(AUTUMN.last_day)

    office.asks(rate)
    assert office.publishes() == 0
    assert "Diterbitkan:" in office.out
    assert (tmp_path / "hasil" / "index.html").exists()
    deeds = office.asks(lambda store: list(store.execute(schema.trail.select())))
    assert [row.deed for row in deeds].count("publish") == 1
