"""What leads to a person is hidden in what people write; what their work needs stays."""

from __future__ import annotations

import pytest

from models.masking import masked, masked_at_work, masked_sheet

NUMBERS = (
    "3303012345678901",
    "3303 0123 4567 8901",
    "3303.0123.4567.8901",
    "3303-0123-4567-8901",
    "33 03 01 234567 8901",
    "33.03.01.230190.0001",
    "3303-01-2345678901",
    "3303\u200b\u200b\u200b\u200b012345678901",
    "３３０３０１２３４５６７８９０１",
    "199001012015032001",
    "19900101 201503 2 001",
    "081234567890",
    "0812 3456 7890",
    "0812-3456-7890",
    "0812.3456.7890",
    "+62 812-3456-7890",
    "+6281234567890",
    "(+62) 812 3456 7890",
    "6281234567890",
    "０８１２３４５６７８９０",
    "0812_3456_7890",
    "3303_0123_4567_8901",
    "0812\n3456\n7890",
    "0812 \r\n 3456 \r\n 7890",
    "3303\n0123\n4567\n8901",
    "0812\u00ad3456\u20607890",
)


@pytest.mark.parametrize("number", NUMBERS)
@pytest.mark.parametrize("hide", [masked, masked_at_work])
def test_a_number_that_leads_to_a_person_is_hidden_however_it_is_written(
    number: str, hide: object
) -> None:
    assert callable(hide)
    hidden = hide(f"Berkas pak Tono, {number}, sudah lengkap")
    assert not any(sign.isdigit() for sign in hidden)
    assert hidden.startswith("Berkas pak Tono, ")
    assert hidden.endswith("sudah lengkap")


@pytest.mark.parametrize(
    "words",
    [
        "Surat 470/1234/DKCS/2026 dikirim",
        "Cuti 2026-11-23 - 2026-11-24",
        "23/11/2026 24/11/2026",
        "23.11.2026-24.11.2026",
        "23.11.2026 08.00-12.30",
        "Rapat 08.00-12.30, 23.11.2026",
        "Rp 1.250.000.000",
        "Melayani 12 berkas, 30 menit",
        "https://contoh.go.id/berkas/1234567",
        "Nomor 0 81",
        "08.12.2026 08.00-12.30",
        "112.500\n13.000\n14.250",
        "12.500\n13.000\n114.250\n10.000",
        "Hari ini 10\n8 berkas, 2 tamu",
    ],
)
def test_what_people_at_work_write_of_letters_dates_and_money_stays(words: str) -> None:
    assert masked_at_work(words) == words


@pytest.mark.parametrize("address", ["WA081234567890", "hp0812 3456 7890", "hub_081234567890"])
def test_a_number_is_hidden_that_stands_close_to_what_it_is(address: str) -> None:
    assert not any(sign.isdigit() for sign in masked_at_work(address))


@pytest.mark.parametrize(
    "address",
    [
        "joko@contoh.id",
        "joko@@contoh.id",
        "joko＠contoh.id",
        "joko @ contoh.id",
        "joko [at] contoh.id",
        "joko[at]contoh[dot]id",
        "joko (at) contoh",
        "tini{ AT }joko",
        "@joko_loket",
        "IG:@joko",
        "@_joko",
        "t.me/joko",
        "Instagram.com/joko",
        "https://contoh.id/joko",
    ],
)
def test_an_address_that_leads_to_a_person_is_hidden_from_what_citizens_write(address: str) -> None:
    hidden = masked(f"Kata bu Tini, {address} tahu")
    assert hidden == f"Kata bu Tini, {'•' * len(address)} tahu"


@pytest.mark.parametrize(
    "words",
    ["Antre @ loket 3", "Fotokopi @500/lembar", "3 @ 2.000 rb", "@Rp5.000", "@ 14.00", "@@"],
)
def test_an_at_that_leads_to_nobody_stays(words: str) -> None:
    assert masked(words) == words


def test_a_whole_form_is_hidden_in_wherever_it_has_words() -> None:
    sheet = {"claims": [[1, "hubungi 081234567890", None]], "help": ("a", "0812 3456 7890")}
    assert masked_sheet(sheet) == {
        "claims": [[1, "hubungi ••••••••••••", None]],
        "help": ["a", "••••••••••••••"],
    }
