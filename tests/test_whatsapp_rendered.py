"""What Tilik says on WhatsApp: within every limit of the platform, in as few bubbles as fit."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.channel import Label, Spoken
from bot.outbound.labels import fitted
from bot.whatsapp.outbound import rendered as limits
from bot.whatsapp.outbound.cutting import parts
from bot.whatsapp.outbound.rendered import MessageBody, Phrases, rendered
from bot.whatsapp.traits import ROW
from models.letters import File


def said(text: str = "Halo", labels: int = 0, *, label: str = "Pilihan", **more: object) -> Spoken:
    rows = tuple((Label(f"{label} {n}", f"a.1.0.{n}"),) for n in range(labels))
    return Spoken(text, rows, **more)  # type: ignore[arg-type]


def bubbles(spoken: Spoken) -> list[MessageBody]:
    return rendered(spoken, Phrases("Pilih", "Pilihan lain:"))


def kinds(spoken: Spoken) -> list[str]:
    return [str(b.body.get("type", b.kind)) for b in bubbles(spoken)]


@pytest.mark.parametrize(
    ("labels", "shape"),
    [
        (0, ["text"]),
        (3, ["button"]),
        (4, ["list"]),
        (10, ["list"]),
        (11, ["list", "list"]),
        (21, ["list", "list", "list"]),
    ],
)
def test_three_are_buttons_ten_a_list_and_more_are_lists(labels: int, shape: list[str]) -> None:
    assert kinds(said(labels=labels)) == shape


@pytest.mark.parametrize(
    ("longest", "labels", "fits", "over"),
    [
        (4096, 0, ["text"], ["text", "text"]),
        (1024, 1, ["button"], ["list"]),
        (4096, 1, ["list"], ["text", "button"]),
        (4096, 4, ["list"], ["text", "list"]),
        (8192, 4, ["text", "list"], ["text", "text", "list"]),
    ],
)
def test_the_longest_text_that_fits_and_the_first_that_does_not(
    longest: int, labels: int, fits: list[str], over: list[str]
) -> None:
    assert kinds(said("x" * longest, labels)) == fits
    assert kinds(said("x" * (longest + 1), labels)) == over


@pytest.mark.parametrize(
    ("text", "labels", "shape"),
    [
        (0, 0, ["image"]),
        (1024, 0, ["image"]),
        (1025, 0, ["image", "text"]),
        (0, 3, ["button"]),
        (1024, 3, ["button"]),
        (1025, 3, ["image", "list"]),
        (4096, 3, ["image", "list"]),
        (4097, 3, ["image", "text", "button"]),
        (1, 4, ["image", "list"]),
    ],
)
def test_a_picture_carries_words_and_buttons_where_they_fit(
    text: int, labels: int, shape: list[str]
) -> None:
    assert kinds(said("x" * text, labels, picture=b"png")) == shape


def test_an_uploaded_picture_is_the_image_or_the_header() -> None:
    (headed,) = bubbles(said("Halo", 2, picture=b"png"))
    assert headed.with_media("7")["header"] == {"type": "image", "image": {"id": "7"}}
    (alone,) = bubbles(said("Halo", picture=b"png"))
    assert alone.with_media("7") == {"caption": "Halo", "id": "7"}


def test_a_change_that_only_takes_buttons_away_costs_no_bubble() -> None:
    assert bubbles(Spoken("", about="12")) == []
    assert bubbles(Spoken(" \n ")) == []
    assert kinds(said("", 2)) == ["button"]


@pytest.mark.parametrize(("kind", "type_"), [("photo", "image"), ("document", "document")])
def test_evidence_is_sent_again_by_its_id(kind: str, type_: str) -> None:
    (bubble,) = bubbles(said("Bukti", file=File(kind, "99")))  # type: ignore[arg-type]
    assert (bubble.kind, bubble.body) == (type_, {"id": "99", "caption": "Bukti"})


def test_a_document_keeps_its_name() -> None:
    (bubble,) = bubbles(said("Bukti", file=File("document", "99", f"{'x' * 300}.pdf")))
    assert len(bubble.body["filename"]) == 240


def test_a_voice_note_has_no_words_and_a_link_is_words() -> None:
    (voice,) = bubbles(said("Bukti", file=File("voice", "99")))
    assert (voice.kind, voice.body) == ("audio", {"id": "99"})
    assert kinds(said("https://x.id", file=File("link", "https://x.id"))) == ["text"]


@pytest.mark.parametrize(
    ("kind", "mime", "size", "type_"),
    [
        ("photo", "image/jpeg", 5 << 20, "image"),
        ("photo", "image/jpeg", (5 << 20) + 1, "document"),
        ("voice", "audio/ogg", 16 << 20, "audio"),
        ("voice", "audio/ogg", (16 << 20) + 1, "document"),
    ],
)
def test_the_largest_file_of_a_kind_and_the_first_that_is_a_document(
    kind: str, mime: str, size: int, type_: str
) -> None:
    file = File(kind, "x")  # type: ignore[arg-type]
    content = b"\xff\xd8\xff".ljust(size, b"\0")
    assert kinds(said("Bukti", file=file, content=content, mime=mime)) == [type_]


def test_a_file_loses_neither_long_words_nor_choices() -> None:
    file = File("photo", "99")
    assert kinds(said("x" * 1024, file=file)) == ["image"]
    assert kinds(said("x" * 1025, file=file)) == ["image", "text"]
    assert kinds(said("Bukti", 2, file=file)) == ["image", "button"]


def test_what_does_not_fit_into_a_title_stands_below_it() -> None:
    long = "Menanggapi aduan warga tentang antrean"
    (bubble,) = bubbles(said(labels=4, label=long))
    rows = bubble.body["action"]["sections"][0]["rows"]
    assert rows[0]["description"] == f"{long} 0"
    assert len({row["title"] for row in rows}) == 4


@pytest.mark.parametrize(
    ("labels", "shape"),
    [
        (["Kembali", "Kartu Keluarga jadi"], "button"),
        (["Kembali", "Kartu Keluarga terbit"], "list"),
        (["x" * 21], "list"),
        (["‹ Dinas Kependudukan 2"], "button"),
        (["Hari ini (Minggu, 22 November 2026)", "Tanggal lain"], "list"),
        (["Pengaduan masyarakat dua"], "list"),
        (["Pengaduanmasyarakat 2026"], "list"),
        (["Pengaduanmasyarakatke2"], "list"),
        (["x" * 21, "x" * 22], "list"),
    ],
)
def test_choices_are_buttons_only_where_a_cut_takes_nothing_of_their_meaning(
    labels: list[str], shape: str
) -> None:
    rows = tuple((Label(words, f"a.{n}"),) for n, words in enumerate(labels))
    (bubble,) = bubbles(Spoken("Kapan?", rows))
    assert bubble.body["type"] == shape
    if shape == "list":
        shown = bubble.body["action"]["sections"][0]["rows"]
        assert [row.get("description", row["title"]) for row in shown] == labels


def test_a_row_that_is_a_number_says_what_stands_beside_it() -> None:
    labels = ["1", "2. Menanggapi aduan warga", "3", "Berikutnya ›"]
    rows = tuple((Label(words, f"a.{n}"),) for n, words in enumerate(labels))
    text = "Catatan:\n1. 22 Nov · <b>Rapat &amp; apel</b>\n2. Menanggapi aduan warga, 21 Nov"
    (bubble,) = bubbles(Spoken(text, rows))
    shown = bubble.body["action"]["sections"][0]["rows"]
    assert [row.get("description") for row in shown] == [
        "1. 22 Nov · Rapat & apel",
        "2. Menanggapi aduan warga, 21 Nov",
        None,
        None,
    ]


def test_two_buttons_that_do_the_same_are_one() -> None:
    twice = Spoken("Halo", ((Label("Ya", "a.1"), Label("Ya!", "a.1"), Label("Tidak", "a.2")),))
    (bubble,) = bubbles(twice)
    assert [b["reply"]["id"] for b in bubble.body["action"]["buttons"]] == ["a.1", "a.2"]


def test_buttons_side_by_side_stand_under_each_other() -> None:
    pair = tuple(Label(f"{n}", f"a.{n}") for n in range(2))
    assert kinds(Spoken("Halo", (pair, pair[:1], (Label("x", "a.9"), Label("y", "a.8"))))) == [
        "list"
    ]


@pytest.mark.parametrize(
    ("labels", "longest", "found"),
    [
        (["x" * 20], 20, ["x" * 20]),
        (["x" * 21], 20, [f"{'x' * 19}…"]),
        (
            ["Bidang Sosial, seksi satu", "Bidang Sosial, seksi dua"],
            20,
            ["Bidang…seksi satu", "Bidang…seksi dua"],
        ),
        (["a" * 30, "a" * 31], 20, [f"1. {'a' * 16}…", f"2. {'a' * 16}…"]),
        (["Ya", " Ya\u2003", "Ya\n"], 20, ["1. Ya", "2. Ya", "3. Ya"]),
        (["", " \t"], 20, ["1. –", "2. –"]),
        ([""], 20, ["–"]),
    ],
)
def test_a_label_that_is_too_long_is_shortened_and_stays_itself(
    labels: list[str], longest: int, found: list[str]
) -> None:
    assert fitted(labels, longest) == found


LABELS = st.lists(st.text(st.characters(codec="utf-8"), max_size=60), max_size=12)


@given(LABELS, st.sampled_from([limits.BUTTON, ROW]))
def test_labels_that_do_not_fit_stay_distinct(labels: list[str], longest: int) -> None:
    found = fitted(labels, longest)
    assert len(found) == len(labels)
    assert all(0 < len(label) <= longest for label in found)
    assert [label.strip() for label in found] == found
    assert len(set(found)) == len(found)


@given(st.text(alphabet="ab \n", max_size=300), st.integers(2, 40))
def test_a_text_in_parts_is_the_same_text(text: str, longest: int) -> None:
    found = parts(text, longest)
    assert all(part.strip() == part and 0 < len(part) <= longest for part in found)
    assert re.sub(r"\s", "", "".join(found)) == re.sub(r"\s", "", text)


def test_a_text_is_cut_where_a_reader_would() -> None:
    assert parts("aaaa aaaa\n\nbb bb\nb", 15) == ["aaaa aaaa", "bb bb\nb"]
    assert parts("aaaa aaaa\nbb bb bb", 15) == ["aaaa aaaa", "bb bb bb"]
    assert parts("aaaa aaaa bb bb", 12) == ["aaaa aaaa bb", "bb"]
    assert parts("a" * 13, 12) == ["a" * 12, "a"]
