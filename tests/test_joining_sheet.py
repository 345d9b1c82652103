"""`--sheet`: joining codes on paper, one slip a person, and nowhere else."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest

from bot.attachments.joining_sheet import promised, reach_of, slip
from bot.attachments.links import Reach
from bot.config import Settings
from bot.imports.reading.tables import UnusableError
from bot.render.slips import DOTS, Slip, pdf, picture
from bot.texts import catalogue
from models.letters import Text
from models.services import CODE_LETTERS
from tests.papers import ink, lines, shows, sizes

END = datetime(2026, 11, 5, 3, 0, tzinfo=UTC)
BOTH = Reach("TilikContohBot", "6281234567890")
NIP, CODE = "199001012015032001", "ABCDEFGHJK"


def of(name: str = "Dewi Lestari", *, unit: str = "Dinas", **other: Any) -> Slip:
    chosen = {"nip": NIP, "zone": "Asia/Jakarta", "reach": BOTH, "until": END, **other}
    return slip(name, chosen.pop("code", CODE), unit=unit, **chosen)


def sheet(*slips: Slip) -> bytes:
    return pdf(slips, title="Kode")


def words(*slips: Slip) -> list[str]:
    """The lines of words on a sheet."""
    return lines(sheet(*slips))


def test_a_slip_says_whose_it_is_what_tilik_is_how_to_join_and_until_when() -> None:
    found = words(of(unit="Dinas Dukcapil"))
    assert found[:3] == ["Dewi Lestari", "Dinas Dukcapil", "1990***********001"]
    assert CODE in found
    page = " ".join(found)
    assert "Tilik: layanan obrolan untuk catatan kerja dan penilaian kinerja Anda." in page
    assert f"WhatsApp: pindai QR, lalu tekan kirim. Atau kirim daftar {CODE} ke +628" in page
    assert f"Telegram: pindai QR, lalu ketuk Mulai. Atau kirim daftar {CODE} ke @TilikC" in page
    assert "sekali pakai, sampai 5 November 2026 pukul 10.00 WIB." in page
    assert NIP not in page


@pytest.mark.parametrize(
    ("zone", "end"),
    [("Asia/Makassar", "pukul 11.00 WITA"), ("Asia/Jayapura", "pukul 12.00 WIT")],
)
def test_a_code_ends_by_the_clock_of_the_unit(zone: str, end: str) -> None:
    assert end in of(zone=zone).until


def test_every_letter_of_the_largest_code_stays_beside_the_qr_codes() -> None:
    assert "WMQGDWMQGD" in words(of(code="WMQGDWMQGD"))


def test_no_two_letters_of_a_code_can_be_taken_for_each_other() -> None:
    assert not set(CODE_LETTERS) & set("01OIL")


def test_each_channel_has_its_qr_its_name_and_its_address_whatsapp_first() -> None:
    ways = [(way.name, way.url, way.by_hand) for way in of().ways]
    assert ways == [
        ("WhatsApp", f"https://wa.me/6281234567890?text=daftar%20{CODE}", "+6281234567890"),
        ("Telegram", f"https://t.me/TilikContohBot?start=daftar-{CODE}", "@TilikContohBot"),
    ]
    assert "WhatsApp Telegram" in words(of())
    assert [way.name for way in of(reach=Reach("TilikContohBot")).ways] == ["Telegram"]


def test_the_printed_squares_are_the_link() -> None:
    one = of()
    shown = ink(picture(one))
    for way, x in zip(one.ways, (45, 70), strict=True):
        assert shows(shown, way.url, x=x, y=3.2, side=23, dots=DOTS)


def test_without_a_channel_the_code_is_typed() -> None:
    one = of(reach=Reach())
    assert one.ways == []
    assert "Buka obrolan dengan Tilik" in " ".join(one.how)


HOSTILE = ["$x^2$ & <b>", "$", "\\frac{1}", "\u202eDewi\u202c", "\0\x1b[31m", "Ж" * 300, "窓口", ""]


@pytest.mark.parametrize("name", [*HOSTILE, "W" * 400, "Prof. " * 60])
def test_no_name_leaves_its_slip_or_moves_its_code(name: str) -> None:
    one = of(name, unit=name)
    shown = ink(picture(one))
    edge = DOTS // 16
    assert not shown[:edge].any()
    assert not shown[-edge:].any()
    assert not shown[:, :edge].any()
    assert not shown[:, -edge:].any()
    found = words(one)
    assert {one.beside, one.code} <= set(found)
    assert not any(mark in line for line in found for mark in "\u202e\x1b")


def test_a_name_is_written_as_it_is_and_never_as_a_formula() -> None:
    assert words(of("$x^2$ #y *z* <b>", reach=Reach()))[0] == "$x^2$ #y *z* <b>"


def test_ten_slips_are_on_a_page_and_the_rest_on_the_next() -> None:
    made = sheet(*(of(f"Orang {n}", reach=Reach()) for n in range(21)))
    assert sizes(made) == [(210, 297)] * 3
    assert [line for line in lines(made) if line.startswith("Orang")][-1] == "Orang 20"
    assert b"CreationDate" not in made


def test_each_unit_has_sheets_of_its_own_to_be_handed_out_there() -> None:
    units = [*["Dinas"] * 11, "Cabang", "Dinas", "Cabang"]
    made = sheet(*(of(f"Orang {n}", unit=unit, reach=Reach()) for n, unit in enumerate(units)))
    assert sizes(made) == [(210, 297)] * 3
    names = [line for line in lines(made) if line.startswith("Orang")]
    assert [names[-4:], len(names)] == [["Orang 10", "Orang 12", "Orang 11", "Orang 13"], 14]


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
            "nomornya tidak dapat ditanyakan kepada WhatsApp",
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

    if reachable := bool(found) or not chosen:
        assert reach_of(settings(**chosen), asking=True, say=say, echo=echo) == found
    else:
        with pytest.raises(SystemExit):  # before a code is made: none would say where Tilik is
            reach_of(settings(**chosen), asking=True, say=say, echo=echo)
    assert ("tidak ada kode yang dibuat" in errors[-1] if errors else False) is not reachable
    assert told in "\n".join(errors)
    assert bool(errors) == bool(told)
    if told:
        assert reach_of(settings(**chosen), asking=False, say=say, echo=echo) == Reach()
