"""Siapa yang terdengar: coarse groups, named last and by who likes, each a count of its own; shown
after the quarter, never below five."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta

import pytest
from sqlalchemy import func, select

from bot.channel import Expired
from models.groups import GROUPS, HeardValue, heard, summed, told
from models.quarter import Quarter
from models.store import schema
from models.store.chat.dialogues import expired
from models.store.office import groups
from models.store.ratings import closes, raters
from tests.chatting import Chat
from tests.counters import NOW, Counters
from tests.played import empty_store

NINE = ("2",) * 9
AFTER = datetime(2027, 1, 2, 3, tzinfo=UTC)
QUARTER = Quarter.of(NOW.date())


class Heard(Counters):
    """The office, and what its citizens tell of themselves."""

    def surveyed(self, who: str = "Warga") -> Chat:
        """Somebody who has filled in the official survey."""
        return self.chat(who).says(f"survei {self.second.code}", *NINE)

    def counts(self) -> dict[str, int]:
        """How many have named each value."""
        row = schema.heard_groups.c
        query = select(row.grouping, row.value, row.count)
        return {f"{group} {value}": n for group, value, n in self.store.execute(query)}

    def named(self, times: int, **said: str) -> None:
        for _ in range(times):
            groups.hear(self.store, self.second.services[0].id, QUARTER, said)

    def serves(self, **people: dict[str, int]) -> None:
        for group, those in people.items():
            groups.serve(self.store, self.second.services[0].id, group, those)

    def read(self, now: datetime = AFTER) -> str:
        """What the head reads of the quarter of which somebody was heard."""
        closes.close(self.store, now)
        chat = self.chat("Ratna")
        chat.now = now
        return chat.says("ringkasan").taps("‹ Triwulan lalu", "Siapa yang terdengar").text


@pytest.fixture
def office() -> Iterator[Heard]:
    with empty_store() as store:
        yield Heard(store)


def test_after_the_survey_whoever_likes_tells_of_themselves_with_one_tap_each(
    office: Heard,
) -> None:
    citizen = office.surveyed()
    assert "agar terlihat siapa yang belum terdengar" in citizen.text
    citizen.taps("Tentang Anda", "Perempuan", "60 tahun ke atas", "SD ke bawah")
    assert "Apa pekerjaan Anda?" in citizen.text
    citizen.taps("Lewati", "Ya")
    assert "Setiap jawaban dihitung terpisah, tanpa nama" in citizen.text
    assert office.counts() == {
        "sex female": 1,
        "age from60": 1,
        "education primary": 1,
        "disability yes": 1,
    }


def test_what_was_named_is_tied_to_no_answer_no_day_and_nobody(office: Heard) -> None:
    office.surveyed().taps("Tentang Anda", "Perempuan", "Lewati", "Lewati", "Lewati", "Lewati")
    told_of = {column.name for column in schema.heard_groups.columns}
    assert told_of == {"service_id", "quarter", "grouping", "value", "count"}
    for table in schema.metadata.sorted_tables:
        if table.name not in ("heard_groups", "letters"):  # each letter shows all choices
            for row in office.store.execute(select(table)):
                assert "female" not in repr(tuple(row)), f"{table.name} tells of it"


def test_who_skips_everything_and_who_says_nothing_loses_nothing(office: Heard) -> None:
    citizen = office.surveyed()
    citizen.taps("Tentang Anda", *("Lewati",) * len(GROUPS))
    assert "tidak ada yang disimpan" in citizen.text
    assert office.counts() == {}
    query = select(func.count()).select_from(schema.ratings)
    assert office.store.execute(query).scalar_one() == 1
    assert "perempuan atau laki-laki" in office.surveyed().taps("Tentang Anda").text


def test_it_may_be_told_all_day_also_when_the_sheet_can_change_no_more(office: Heard) -> None:
    citizen = office.surveyed()
    citizen.now += timedelta(minutes=40)
    raters.forget(office.store, citizen.now)
    citizen.taps("Tentang Anda", "Perempuan", "Lewati", "Lewati", "Lewati", "Lewati")
    assert office.counts() == {"sex female": 1}


def test_once_a_day_and_only_after_the_official_survey(office: Heard) -> None:
    citizen = office.surveyed()
    shown = citizen.letters
    citizen.taps("Tentang Anda", "Laki-laki", "Lewati", "Lewati", "Lewati", "Lewati")
    citizen.letters = shown
    assert "hari ini sudah kami terima" in citizen.taps("Tentang Anda").text
    assert office.counts() == {"sex male": 1}
    stranger = office.chat("Orang lain")
    assert "hanya ada sesudah survei" in stranger.says("tentang saya").text
    stranger.letters = shown
    assert "hanya ada sesudah survei" in stranger.taps("Tentang Anda").text
    rated = office.chat("Penilai").says(office.second.code, "3", "lewati", "lewati")
    assert "Tentang Anda" not in rated.labels


def test_who_was_heard_is_read_after_the_quarter_and_never_below_five(office: Heard) -> None:
    office.named(40, sex="male", disability="no")
    office.named(6, sex="female")
    office.named(4, disability="yes")
    office.serves(sex={"female": 510, "male": 490}, disability={"yes": 20, "no": 980})
    said = office.read()
    assert "Laki-laki: 87 % (40) – dari warga yang dilayani: 49 %" in said
    assert "Perempuan: 13 % (6) – dari warga yang dilayani: 51 %" in said
    assert "Penyandang disabilitas: kurang dari 5" in said
    assert "Tanpa disabilitas: 100 % (40) – dari warga yang dilayani: 98 %" in said
    assert "Belum cukup terdengar:\n– Perempuan" in said
    assert "– Ya" not in said, "of so few served, five were not to be expected"
    assert "Usia" not in said, "nobody has named any"


def test_a_quarter_that_runs_and_one_of_too_few_tell_nothing(office: Heard) -> None:
    office.named(4, sex="male")
    assert "terlalu sedikit yang menyebut" in office.read()
    chat = office.chat("Ratna")
    assert "Siapa yang terdengar" not in chat.says("ringkasan").labels
    late = office.chat("Ratna")
    late.now = datetime(2027, 1, 1, 1, tzinfo=UTC)
    office.store.execute(schema.closes.delete())
    late.says("ringkasan").taps("‹ Triwulan lalu", "Siapa yang terdengar")
    assert "Ditampilkan setelah triwulan ini berakhir" in late.text


def test_of_a_whole_less_its_parts_nothing_is_left_over(office: Heard) -> None:
    """Each unit tells of five or more; a unit above adds up what each tells."""
    parts = ({"sex": {"female": 9, "male": 4}}, {"sex": {"female": 5, "male": 3}})
    whole = summed(map(told, parts))
    assert whole == {"sex": {"female": 14}}
    assert heard("sex", whole["sex"], {}) == [
        HeardValue("female", 14, 100, None, is_rare=False),
        HeardValue("male", None, None, None, is_rare=False),
    ]


def test_who_is_not_to_be_expected_is_not_missing(office: Heard) -> None:
    served = {"female": 500, "male": 500}
    of_few = heard("sex", {"male": 29}, served)
    of_more = heard("sex", {"male": 30}, served)
    assert [one.is_rare for one in of_few] == [False, False]
    assert [one.is_rare for one in of_more] == [True, False]


def test_silence_keeps_what_was_named_by_then(office: Heard) -> None:
    citizen = office.surveyed().taps("Tentang Anda", "Perempuan")
    later = citizen.now + timedelta(minutes=11)
    ((number, _, _, ends),) = expired(office.store, later)
    citizen.now = later
    citizen.does(Expired(number, ends))
    assert office.counts() == {"sex female": 1}
