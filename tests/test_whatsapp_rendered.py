"""What Tilik says on WhatsApp: within every limit of the platform, in as few bubbles as fit."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.channel import Label, Spoken
from bot.whatsapp import rendered as limits
from bot.whatsapp.labels import fitted
from bot.whatsapp.rendered import Bubble, marked, rendered
from models.letters import File
from tests.patient import patient


def said(text: str = "Halo", labels: int = 0, *, label: str = "Pilihan", **more: object) -> Spoken:
    rows = tuple((Label(f"{label} {n}", f"a.1.0.{n}"),) for n in range(labels))
    return Spoken(text, rows, **more)  # type: ignore[arg-type]


def bubbles(spoken: Spoken) -> list[Bubble]:
    return rendered(spoken, choose="Pilih", more="Pilihan:")


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
        (1024, 1, ["button"], ["text", "button"]),
        (4096, 4, ["list"], ["text", "text", "list"]),
    ],
)
def test_the_longest_text_that_fits_and_the_first_that_does_not(
    longest: int, labels: int, fits: list[str], over: list[str]
) -> None:
    assert kinds(said("x" * longest, labels)) == fits
    assert kinds(said("x" * (longest + 1), labels)) == over


def test_a_picture_carries_words_and_buttons_where_they_fit() -> None:
    picture = b"png"
    assert kinds(said("x" * 1024, picture=picture)) == ["image"]
    assert kinds(said("x" * 1025, picture=picture)) == ["image", "text"]
    assert kinds(said("", picture=picture)) == ["image"]
    (headed,) = bubbles(said("Halo", 2, picture=picture))
    assert headed.picture == picture
    assert headed.with_media("7")["header"] == {"type": "image", "image": {"id": "7"}}
    assert kinds(said("Halo", 4, picture=picture)) == ["image", "list"]
    (alone,) = bubbles(said("Halo", picture=picture))
    assert alone.with_media("7") == {"caption": "Halo", "id": "7"}


def test_a_change_that_only_takes_buttons_away_costs_no_bubble() -> None:
    assert bubbles(Spoken("", about="12")) == []
    assert kinds(said("", 2)) == ["button"]


@pytest.mark.parametrize(("kind", "type_"), [("photo", "image"), ("document", "document")])
def test_evidence_is_sent_again_by_its_id(kind: str, type_: str) -> None:
    file = File(kind, "99")  # type: ignore[arg-type]
    (bubble,) = bubbles(said("Bukti", 3, file=file))
    assert (bubble.kind, bubble.body) == (type_, {"id": "99", "caption": "Bukti"})


def test_a_voice_note_has_no_words_and_a_link_is_words() -> None:
    (voice,) = bubbles(said("Bukti", file=File("voice", "99")))
    assert (voice.kind, voice.body) == ("audio", {"id": "99"})
    assert kinds(said("https://x.id", file=File("link", "https://x.id"))) == ["text"]


def test_our_markup_becomes_whatsapps_and_what_people_type_stays() -> None:
    assert marked("<b>Loket 3</b>, <i>tanpa nama</i>") == "*Loket 3*, _tanpa nama_"
    assert marked("a &lt;b&gt; &amp; b") == "a <b> & b"


def test_what_does_not_fit_into_a_title_stands_below_it() -> None:
    long = "Menanggapi aduan warga tentang antrean"
    (bubble,) = bubbles(said(labels=4, label=long))
    rows = bubble.body["action"]["sections"][0]["rows"]
    assert rows[0]["description"] == f"{long} 0"
    assert len({row["title"] for row in rows}) == 4


LABELS = st.lists(st.text(st.characters(codec="utf-8"), min_size=1, max_size=60), max_size=12)


@patient
@given(LABELS, st.sampled_from([limits.BUTTON, limits.ROW]))
def test_labels_that_do_not_fit_stay_distinct(labels: list[str], longest: int) -> None:
    found = fitted(labels, longest)
    assert len(found) == len(labels)
    assert all(len(label) <= longest for label in found)
    assert len(set(found)) == len(found)


@patient
@given(st.text(max_size=9000), st.integers(0, 23), st.none() | st.just(b"png"))
def test_no_bubble_breaks_a_limit_and_no_choice_is_lost(
    text: str, labels: int, picture: bytes | None
) -> None:
    spoken = said(text, labels, picture=picture)
    taps = []
    for bubble in bubbles(spoken):
        body = bubble.body
        assert len(body.get("body", "")) <= 4096 or bubble.kind == "interactive"
        assert len(body.get("caption", "")) <= limits.LONGEST_CAPTION
        if bubble.kind != "interactive":
            continue
        words = body["body"]["text"]
        if body["type"] == "button":
            replies = [b["reply"] for b in body["action"]["buttons"]]
            assert len(replies) <= 3
            assert 0 < len(words) <= 1024
            taps += [reply["id"] for reply in replies]
        else:
            rows = body["action"]["sections"][0]["rows"]
            assert len(rows) <= 10
            assert 0 < len(words) <= 4096
            taps += [row["id"] for row in rows]
    assert taps == [label.tap for row in spoken.buttons for label in row]
