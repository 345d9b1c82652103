"""What an office may set: the values it may give, and from when on they hold."""

from __future__ import annotations

import json
from datetime import UTC, date, datetime
from decimal import Decimal
from fractions import Fraction
from typing import Any

import pytest

from models.awake import Awake
from models.instruments import bands_at, instrument
from models.questionnaires import made, read
from models.refused import Refused
from models.scores import Ikm, ikm
from models.settings import SETTINGS, setting, written

NOW = datetime(2026, 11, 23, 3, tzinfo=UTC)
JAKARTA = "Asia/Jakarta"
OWN = """
key = "skm-contoh"
version = 1
bands = [
    { key = "a", letter = "A", floor = 90 },
    { key = "b", letter = "B", floor = 80.5 },
    { key = "c", letter = "C", floor = 65.00 },
    { key = "d", letter = "D", floor = 0 },
]
[numberings]
biasa = ["waktu", "kompetensi", "perilaku", "keamanan"]
lain = ["keamanan", "waktu", "kompetensi", "perilaku"]
[parts]
waktu = 2
[words.keamanan]
name = "Keamanan <b>lokasi</b>"
short = "Keamanan"
question = "Apakah Anda merasa aman di sini?"
answers = ["Tidak aman", "Kurang aman", "Aman", "Sangat aman"]
"""
WORDLESS = OWN.split("[words", maxsplit=1)[0]


@pytest.mark.parametrize(
    ("name", "typed", "value"),
    [
        ("office", "  Kab.   Contoh ", "Kab. Contoh"),
        ("dpo", "Ibu Rini, 0812-1111", "Ibu Rini, 0812-1111"),
        ("quiet", "20-8", [20, 8]),
        ("quiet", "21.00 sampai 6.00", [21, 6]),
        ("weights", "40 30 20 10", {"quantity": 40, "quality": 30, "discipline": 20}),
        ("minimum", "5", 5),
        ("minimum-causes", "3", 3),
        ("evaluation-days", "20", 20),
        ("objection-days", "14", 14),
        ("numbering", "pengaduan-last", "pengaduan-last"),
        ("legal-survey", "Perbup 5/2026", "Perbup 5/2026"),
        ("keep.words", "90", 90),
    ],
)
def test_what_may_be_is_taken_as_it_is_typed(name: str, typed: str, value: Any) -> None:
    found = setting(name).read(typed)
    assert found == (value | {"citizens": 10} if isinstance(value, dict) else value)
    assert setting(name).read(written(found)) == found
    assert json.loads(json.dumps(found)) == found


@pytest.mark.parametrize(
    ("name", "typed", "why"),
    [
        ("office", " ", "setting-bad-words"),
        ("office", "x" * 121, "setting-bad-words"),
        ("dpo", "a\x07b", "setting-bad-words"),
        ("quiet", "20", "setting-bad-hours"),
        ("quiet", "12-8", "setting-bad-hours"),
        ("quiet", "20-10", "setting-bad-hours"),
        ("quiet", "20-4", "setting-bad-hours"),
        ("quiet", "24-8", "setting-bad-hours"),
        ("weights", "50 50", "setting-bad-weights"),
        ("weights", "50 50 50 50", "setting-bad-weights"),
        ("weights", "40a 20 20 20", "setting-bad-weights"),
        ("minimum", "4", "setting-bad-number"),
        ("minimum", "tiga", "setting-bad-number"),
        ("minimum-element", "4", "setting-bad-number"),
        ("minimum-causes", "2", "setting-bad-number"),
        ("minimum-words", "4", "setting-bad-number"),
        ("objection-days", "13", "setting-bad-number"),
        ("evaluation-days", "4", "setting-bad-number"),
        ("numbering", "abjad", "setting-bad-choice"),
        ("instrument", "skm", "setting-by-file"),
        ("keep.words", "1", "setting-bad-number"),
    ],
)
def test_what_may_not_be_is_refused_with_what_is_wanted(name: str, typed: str, why: str) -> None:
    with pytest.raises(Refused, match=why):
        setting(name).read(typed)


def test_a_setting_that_is_not_there_is_refused_with_those_that_are() -> None:
    with pytest.raises(Refused) as no:
        setting("jam")
    assert "quiet" in str(no.value.why.facts["names"])


@pytest.mark.parametrize(
    ("name", "asked", "begins"),
    [
        ("quiet", date(2026, 11, 23), date(2026, 11, 23)),
        ("quiet", date(2026, 12, 5), date(2026, 12, 5)),
        ("weights", date(2026, 11, 30), date(2026, 10, 1)),
        ("weights", date(2027, 2, 2), date(2027, 1, 1)),
        ("minimum", date(2027, 3, 31), date(2027, 1, 1)),
    ],
)
def test_a_change_holds_from_a_day_or_from_its_whole_quarter(
    name: str, asked: date, begins: date
) -> None:
    assert setting(name).begun(asked, NOW, JAKARTA) == begins


@pytest.mark.parametrize(
    ("name", "asked", "earliest"),
    [
        ("quiet", date(2026, 11, 22), date(2026, 11, 23)),
        ("weights", date(2026, 9, 30), date(2026, 10, 1)),
        ("minimum", date(2026, 11, 23), date(2027, 1, 1)),
        ("instrument", date(2026, 12, 31), date(2027, 1, 1)),
    ],
)
def test_nothing_reaches_back_to_what_people_have_read(
    name: str, asked: date, earliest: date
) -> None:
    with pytest.raises(Refused) as no:
        setting(name).begun(asked, NOW, JAKARTA)
    assert no.value.why.facts == {"day": earliest}
    assert setting(name).earliest(NOW, JAKARTA) == earliest


def test_the_next_quarter_is_one_that_has_begun_nowhere() -> None:
    """At 23.30 in Jakarta the new year has begun in Jayapura, and people have read of it."""
    late = datetime(2026, 12, 31, 16, 30, tzinfo=UTC)
    assert setting("minimum").earliest(late, JAKARTA) == date(2027, 4, 1)
    assert setting("weights").earliest(late, JAKARTA) == date(2026, 10, 1)


def test_every_default_is_a_value_that_may_be_set() -> None:
    given = [one for one in SETTINGS.values() if one.default is not None]
    assert [one.read(written(one.default)) for one in given] == [one.default for one in given]
    assert len(given) > 10


def test_people_sleep_in_the_hours_of_their_office() -> None:
    awake = Awake()
    assert [awake.is_quiet(NOW.replace(hour=h), JAKARTA) for h in (0, 1, 12, 13)] == [
        True,
        False,
        False,
        True,
    ]
    with pytest.raises(ValueError, match="without a zone"):
        awake.is_quiet(NOW.replace(tzinfo=None), JAKARTA)


def test_an_own_survey_has_its_elements_words_weights_and_bands() -> None:
    survey = made(json.loads(json.dumps(read(OWN))))
    assert survey.key == "skm-contoh"
    assert survey.elements == ("waktu", "kompetensi", "perilaku", "keamanan")
    assert made(read(OWN), "lain").elements[0] == "keamanan"
    assert made(read(OWN), "sarpras-last").elements[0] == "waktu"
    assert [survey.share(e) for e in survey.elements] == [Fraction(n, 5) for n in (2, 1, 1, 1)]
    assert survey.words["keamanan"].answers[0] == "Tidak aman"
    assert survey.band(Decimal("80.49")).key == "c"
    assert not survey.causes
    assert (survey.name, made(read(f'name = "SPAK"\n{OWN}')).name) == ("", "SPAK")


def test_an_own_survey_is_weighed_as_it_says() -> None:
    """2/5 of 4 and 3/5 of 2 make 2.8, which is 70 of 100; by equal ninths it would be less."""
    survey = made(read(OWN))
    tallies = {key: {4 if key == "waktu" else 2: 30} for key in survey.elements}
    figure = ikm(tallies, survey, respondents=30)
    assert isinstance(figure, Ikm)
    assert (figure.ikm, figure.band.key) == (Decimal("70.00"), "c")


def test_the_bands_of_a_picture_stand_where_the_survey_has_them() -> None:
    floors = {band.key: str(band.floor) for band in made(read(OWN)).bands}
    assert [band.floor for band in bands_at(floors)] == [90, Decimal("80.5"), 65, 0]
    assert bands_at(None) == instrument().bands


@pytest.mark.parametrize(
    ("old", "new", "why"),
    [
        ("version = 1", "version = ", "unreadable"),
        ("version = 1", "version = 1\nelemen = []", "foreign"),
        ('key = "skm-contoh"', 'key = "skm-2017"', "key"),
        ('key = "skm-contoh"', 'key = "SKM"', "key"),
        ('key = "skm-contoh"', "key = 7", "key"),
        ('key = "skm-contoh"', 'key = "daily"', "key"),
        ("version = 1", 'version = 1\nname = "Survei kepuasan warga"', "name"),
        ("version = 1", 'version = 1\nname = " "', "name"),
        ("version = 1", "version = 1\nname = 7", "name"),
        ("version = 1", "version = 0", "version"),
        ("version = 1", "version = true", "version"),
        ("floor = 90", "floor = 80", "bands"),
        ("floor = 90", "floor = 101", "bands"),
        ("floor = 90", 'floor = "90"', "bands"),
        ("floor = 90", "floor = nan", "bands"),
        ("floor = 90", "floor = true", "bands"),
        ("floor = 0 }", "floor = 1 }", "bands"),
        ('letter = "A"', 'letter = "S"', "bands"),
        ('{ key = "d", letter = "D", floor = 0 },', "7,", "bands"),
        ("biasa = [", 'kosong = ["waktu"]\nbiasa = [', "numberings"),
        ("biasa = [", "biasa = 7\nganda = [", "numberings"),
        ('lain = ["keamanan"', 'lain = ["biaya"', "numberings"),
        ('lain = ["keamanan"', 'lain = ["waktu"', "numberings"),
        ('lain = ["keamanan"', 'lain = ["<b>"', "numberings"),
        ("waktu = 2", "biaya = 2", "parts"),
        ("waktu = 2", "waktu = 0", "parts"),
        ("waktu = 2", "waktu = true", "parts"),
        ("[words.keamanan]", "[words.hantu]", "words-foreign"),
        ("[words.keamanan]", "[words.waktu]", "words"),
        ('short = "Keamanan"', 'short = "Keamanan di lokasi ini"', "words"),
        ('short = "Keamanan"', "short = 7", "words"),
        ('short = "Keamanan"', "", "words"),
        ('"Tidak aman", ', "", "words"),
        ('"Tidak aman"', '"Aman"', "words"),
        ("[words.keamanan]", "[words]\nkeamanan = 7\n[words.waktu]", "words"),
    ],
)
def test_a_file_of_a_survey_that_is_wrong_says_what_is_wanted(
    old: str, new: str, why: str
) -> None:
    assert old in OWN
    with pytest.raises(Refused) as no:
        read(OWN.replace(old, new, 1))
    assert no.value.why.id == f"survey-file-{why}"


@pytest.mark.parametrize(
    ("content", "why"),
    [
        (OWN.split("bands = [")[0], "bands"),
        (OWN.split("[numberings]")[0], "numberings"),
        (WORDLESS, "words"),
        (WORDLESS.replace("[numberings]", "words = 7\n[numberings]"), "words-foreign"),
        (WORDLESS.replace("[parts]", "[bagian]"), "foreign"),
    ],
)
def test_a_file_without_a_part_that_is_needed_is_refused(content: str, why: str) -> None:
    with pytest.raises(Refused) as no:
        read(content)
    assert no.value.why.id == f"survey-file-{why}"
