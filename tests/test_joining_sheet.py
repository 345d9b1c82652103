"""`--sheet`: joining codes on paper, one slip a person, and nowhere else."""

from __future__ import annotations

import re
import zlib
from collections.abc import Iterator
from datetime import UTC, datetime
from io import BytesIO
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from matplotlib.text import Text as Drawn
from PIL import Image

from bot.attachments.joining_sheet import promised, reach_of, slip
from bot.attachments.links import Reach
from bot.config import Settings
from bot.imports.reading.tables import UnusableError
from bot.render.qr import modules
from bot.render.slips import EDGE, FOOT, GAP, PAD, SIDE, SLIP_WIDTH, SQUARES, Slip, sheet, write
from bot.texts import catalogue
from models.letters import Text
from models.services import CODE_LETTERS

END = datetime(2026, 11, 5, 3, 0, tzinfo=UTC)
BOTH = Reach("TilikContohBot", "6281234567890")
NIP, CODE = "199001012015032001", "ABCDEFGHJK"


def of(name: str = "Dewi Lestari", *, unit: str = "Dinas", **other: Any) -> Slip:
    chosen = {"nip": NIP, "zone": "Asia/Jakarta", "reach": BOTH, "until": END, **other}
    return slip(name, chosen.pop("code", CODE), unit=unit, **chosen)


def words(*slips: Slip) -> list[str]:
    """The lines of words on a page."""
    return [text.get_text() for text in sheet(slips).findobj(Drawn) if text.get_text()]


def pixels(*slips: Slip) -> Any:
    kept = BytesIO()
    sheet(slips).savefig(kept, format="png", dpi=300)
    return np.asarray(Image.open(kept).convert("L"))


def pages(file: Path) -> int:
    return len(re.findall(rb"/Type\s*/Page\b", file.read_bytes()))


def streams(file: Path) -> Iterator[bytes]:
    """What the PDF draws with, unpacked."""
    for packed in re.findall(rb"stream\r?\n(.*?)\r?\nendstream", file.read_bytes(), re.DOTALL):
        try:
            yield zlib.decompress(packed)
        except zlib.error:
            continue


def test_a_slip_says_whose_it_is_until_when_it_works_and_what_to_do() -> None:
    found = words(of(unit="Dinas Dukcapil"))
    assert found[:3] == ["Dewi Lestari", "Dinas Dukcapil", "1990***********001"]
    assert CODE in found
    page = " ".join(found)
    assert "sekali pakai, sampai 5 November 2026 pukul 10.00 WIB." in page
    assert f"Atau tulis daftar {CODE} ke alamat di bawah QR." in page
    assert NIP not in page


@pytest.mark.parametrize(
    ("zone", "end"),
    [("Asia/Makassar", "pukul 11.00 WITA"), ("Asia/Jayapura", "pukul 12.00 WIT")],
)
def test_a_code_ends_by_the_clock_of_the_unit(zone: str, end: str) -> None:
    assert end in of(zone=zone).until


def test_every_letter_of_the_largest_code_stays_beside_the_qr_codes() -> None:
    whole = of(code="WMQGDWMQGD")
    figure = sheet([whole])
    (drawn,) = (text for text in figure.findobj(Drawn) if text.get_text() == whole.code)
    squares = EDGE + SLIP_WIDTH - PAD - 2 * SIDE - GAP
    assert drawn.get_window_extent().x1 <= squares  # hundredths of an inch, at 100 dots an inch
    assert drawn.get_fontsize() >= 17


def test_no_two_letters_of_a_code_can_be_taken_for_each_other() -> None:
    assert not set(CODE_LETTERS) & set("01OIL")


def test_each_channel_has_its_qr_its_name_and_its_address_whatsapp_first() -> None:
    ways = [(way.name, way.url, way.by_hand) for way in of().ways]
    assert ways == [
        ("WhatsApp", f"https://wa.me/6281234567890?text=daftar%20{CODE}", "+6281234567890"),
        ("Telegram", f"https://t.me/TilikContohBot?start=daftar-{CODE}", "@TilikContohBot"),
    ]
    found = words(of())
    assert [found.index(way[0]) for way in ways] == sorted(found.index(way[0]) for way in ways)
    assert {"+6281234567890", "@TilikContohBot"} <= set(found)
    assert [way.name for way in of(reach=Reach("TilikContohBot")).ways] == ["Telegram"]


@pytest.mark.parametrize("place", [0, 1])
def test_the_printed_squares_are_the_link(place: int) -> None:
    one = of()
    link = modules(one.ways[place].url)
    left = EDGE + SLIP_WIDTH - PAD - 2 * SIDE - GAP + place * (SIDE + GAP)
    top, unit = FOOT + SQUARES, SIDE / len(link)
    shown = pixels(one)
    for y, row in enumerate(link):
        for x, dark in enumerate(row):
            down, across = 3 * (top + (y + 0.5) * unit), 3 * (left + (x + 0.5) * unit)
            assert (shown[int(down), int(across)] < 128) == bool(dark), (x, y)


def test_without_a_channel_the_code_is_typed() -> None:
    one = of(reach=Reach())
    assert one.ways == []
    assert "Buka obrolan dengan Tilik" in one.do


HOSTILE = ["$x^2$ & <b>", "$", "\\frac{1}", "\u202eDewi\u202c", "\0\x1b[31m", "Ж" * 300, "窓口", ""]


@pytest.mark.parametrize("name", [*HOSTILE, "W" * 400, "Prof. " * 60])
def test_no_name_breaks_a_sheet_or_leaves_its_slip(name: str, tmp_path: Path) -> None:
    one = of(name, unit=name)
    assert write(tmp_path / "a.pdf", [one], title="x") == 1
    found = [text for text in sheet([one]).findobj(Drawn) if text.get_text()]
    boxes = [text.get_window_extent() for text in found]
    assert max(box.x1 for box in boxes) <= EDGE + SLIP_WIDTH
    nip = next(text for text in found if text.get_text() == one.nip)
    assert 1169.29 - nip.get_window_extent().y0 <= FOOT + SQUARES
    assert not any(mark in text.get_text() for text in found for mark in "\u202e\0\x1b")


def test_a_name_is_written_as_it_is_and_never_as_a_formula() -> None:
    assert words(of("$x^2$ & <b>"))[0] == "$x^2$ & <b>"


def test_ten_slips_are_on_a_page_and_the_rest_on_the_next(tmp_path: Path) -> None:
    file = tmp_path / "a.pdf"
    assert write(file, (of(f"Orang {n}") for n in range(21)), title="Kode") == 21
    assert pages(file) == 3
    assert re.findall(rb"/MediaBox \[ 0 0 (\d+)[.\d]* (\d+)", file.read_bytes())[0] == (
        b"595",
        b"841",
    )
    assert b"CreationDate" not in file.read_bytes()
    assert sum(len(stream) > 20_000 for stream in streams(file)) == 3


# The file


def test_the_sheet_is_its_owners_alone_and_there_only_at_the_end(tmp_path: Path) -> None:
    file = tmp_path / "kode.pdf"
    with promised(file, force=False) as draw:
        draw([of()])
        assert not file.exists()
    assert file.stat().st_mode & 0o777 == 0o600
    assert file.read_bytes().startswith(b"%PDF")
    assert list(tmp_path.iterdir()) == [file]


def test_what_fails_leaves_the_folder_as_it_was(tmp_path: Path) -> None:
    file = tmp_path / "kode.pdf"
    file.write_text("before")

    def fails() -> None:
        with promised(file, force=True) as draw:
            draw([of()])
            raise KeyError

    with pytest.raises(KeyError):
        fails()
    assert file.read_text() == "before"
    assert list(tmp_path.iterdir()) == [file]


def test_nothing_drawn_is_no_file(tmp_path: Path) -> None:
    with promised(tmp_path / "kode.pdf", force=False):
        pass
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize(
    ("name", "force", "text"),
    [
        ("there.pdf", False, "codes-sheet-exists"),
        ("dangling.pdf", False, "codes-sheet-exists"),
        ("folder.pdf", True, "sheet-template-refused"),
        ("nowhere/kode.pdf", True, "sheet-template-refused"),
        ("there.pdf/kode.pdf", False, "sheet-template-refused"),
        ("staf.csv", True, "codes-sheet-kind"),
    ],
)
def test_a_file_that_cannot_be_is_refused_before_anything_is_done(
    tmp_path: Path, name: str, force: bool, text: str
) -> None:
    (tmp_path / "there.pdf").write_text("before")
    (tmp_path / "dangling.pdf").symlink_to(tmp_path / "gone")
    (tmp_path / "folder.pdf").mkdir()
    done = []
    with pytest.raises(UnusableError) as refused, promised(tmp_path / name, force=force):
        done.append("something")
    assert (refused.value.text, done) == (text, [])
    assert (tmp_path / "there.pdf").read_text() == "before"
    assert len(list(tmp_path.iterdir())) == 3


def test_a_full_disk_is_said_and_leaves_nothing(tmp_path: Path) -> None:
    def torn() -> Iterator[Slip]:
        yield of()
        raise OSError(28, "No space left on device")

    with pytest.raises(UnusableError) as refused, promised(tmp_path / "a.pdf", force=False) as draw:
        draw(torn())
    assert refused.value.facts["reason"] == "No space left on device"
    assert list(tmp_path.iterdir()) == []


def test_a_sheet_that_cannot_get_its_name_is_not_lost(tmp_path: Path) -> None:
    file = tmp_path / "kode.pdf"

    def comes_too_late() -> None:
        with promised(file, force=False) as draw:
            draw([of()])
            file.mkdir()

    with pytest.raises(UnusableError) as refused:
        comes_too_late()
    assert refused.value.text == "codes-sheet-left"
    assert Path(str(refused.value.facts["left"])).read_bytes().startswith(b"%PDF")


# Where Tilik is met


def settings(**chosen: Any) -> Settings:
    return Settings(_env_file=None, **chosen)


@pytest.mark.parametrize(
    ("chosen", "found", "told"),
    [
        ({"telegram_username": "TilikContohBot"}, Reach("TilikContohBot"), ""),
        ({"whatsapp_number": "6281234567890"}, Reach("", "6281234567890"), ""),
        ({}, Reach(), "nama pengguna bot belum diketahui"),
        (
            {"telegram_token": "1:a", "telegram_api": "http://127.0.0.1:9"},
            Reach(),
            "Telegram tidak menjawab",
        ),
        (
            {
                "whatsapp_api": "http://127.0.0.1:9",
                "whatsapp_token": "t",
                "whatsapp_phone_id": "1",
                "whatsapp_business_id": "2",
                "whatsapp_app_secret": "s",
                "whatsapp_verify_token": "v",
            },
            Reach(),
            "WhatsApp tidak menyebutkan nomornya",
        ),
    ],
)
def test_the_links_are_of_the_settings_or_asked_for(
    chosen: dict[str, str], found: Reach, told: str
) -> None:
    errors: list[str] = []

    def say(text: str, /, **facts: Any) -> str:
        return catalogue().plain("id", Text(text, facts))

    def echo(message: str, /, *, err: bool = False) -> None:
        assert err
        errors.append(message)

    assert reach_of(settings(**chosen), asking=True, say=say, echo=echo) == found
    assert told in "\n".join(errors)
    assert bool(errors) == bool(told)
    if told:
        assert reach_of(settings(**chosen), asking=False, say=say, echo=echo) == Reach()
