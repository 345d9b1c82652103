"""`tilik qr`: for every counter its code, its link, and a poster that can be printed."""

from __future__ import annotations

import json
import threading
import xml.etree.ElementTree as ET
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, HTTPServer
from pathlib import Path
from typing import Any

import pytest
import segno

from bot.attachments.posters import logo_of
from bot.cli.qr import ENDS, posters
from bot.config import Settings
from bot.render.paper import SHARP, UndrawnPaper
from bot.render.poster import MOST_SERVICES, Link, Poster, Words, pdf, picture
from bot.render.qr import modules, svg
from bot.telegram.username import deep_link, username_of
from bot.texts import catalogue
from bot.whatsapp.number import number_of, whatsapp_link
from models.letters import Text
from models.services import CODE_LENGTH
from models.store import Store
from models.store.office import services
from tests.asked import asked
from tests.papers import ink, lines, shows, sizes
from tests.postgresql import apart

BOT = "tilik_contoh_bot"
WORDS = Words("title", "survey", "scan", "services", "private")
LOGO = b'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><path d="M0 0h9v9z"/></svg>'

ONE = [Link("Telegram", deep_link(BOT, "X"), "by hand")]


class Office:
    """Someone at a terminal of an office with counters."""

    def __init__(self, url: str) -> None:
        self.url = url
        self.out = ""
        self.err = ""

    def opens(self, counter: str, *delivered: str, unit: str = "Dinas Dukcapil") -> str:
        """Open a counter; gives its code."""

        def job(store: Store) -> str:
            home = services.add_unit(store, unit, zone="Asia/Jakarta")
            number = services.add_counter(store, home.id, counter)
            for name in delivered:
                services.offer(store, number, services.add_service(store, home.id, name))
            known = services.all_counters(store)
            return next(one.code for one in known if one.id == number)

        return apart(asked, self.url, job)

    def say(self, text: str, /, **facts: Any) -> str:
        return catalogue().plain("id", Text(text, facts))

    def echo(self, message: str, /, *, err: bool = False) -> None:
        if err:
            self.err += f"{message}\n"
        else:
            self.out += f"{message}\n"

    def prints(self, username: str | None = BOT, **options: Any) -> int:
        self.out = self.err = ""
        chosen = {"url": self.url, "as_json": False, "folder": None, **options}
        code: int = apart(
            lambda: posters(username=username, say=self.say, echo=self.echo, **chosen)
        )
        return code

    def counters(self, username: str | None = BOT, **options: Any) -> list[dict[str, Any]]:
        assert self.prints(username, as_json=True, **options) == 0, self.err
        page: dict[str, Any] = json.loads(self.out)
        found: list[dict[str, Any]] = page["counters"]
        return found


@pytest.fixture
def office(sqlite: str) -> Office:
    return Office(sqlite)


@contextmanager
def telegram(answer: bytes, *, status: int = 200) -> Iterator[tuple[str, list[str]]]:
    """A Bot API that gives one answer to everything; its address, and the paths asked for."""
    seen: list[str] = []

    class Answering(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            seen.append(self.path)
            self.send_response(status)
            self.end_headers()
            self.wfile.write(answer)

        def do_POST(self) -> None:
            self.rfile.read(int(self.headers["Content-Length"]))
            self.do_GET()

        def log_message(self, *_: Any) -> None:
            pass

    with HTTPServer(("127.0.0.1", 0), Answering) as server:
        thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01})
        thread.start()
        yield f"http://127.0.0.1:{server.server_port}", seen
        server.shutdown()
        thread.join()


def test_every_counter_has_its_code_and_link(office: Office) -> None:
    first = office.opens("Loket 1", "KTP-el", "KIA")
    second = office.opens("Loket 2", "Akta kelahiran")
    one, other = office.counters()
    assert one == {
        "unit": "Dinas Dukcapil",
        "counter": "Loket 1",
        "services": ["KTP-el", "KIA"],
        "code": first,
        "link": f"https://t.me/{BOT}?start={first}",
        "whatsapp": None,
        "posters": [],
    }
    assert (other["code"], other["link"][-CODE_LENGTH:]) == (second, second)


def test_the_same_is_printed_for_people(office: Office) -> None:
    code = office.opens("Loket 1", "KTP-el", "KIA")
    assert office.prints() == 0
    assert office.out.splitlines()[0] == "Dinas Dukcapil"
    for words in (f"{code}  Loket 1", "KTP-el, KIA", f"https://t.me/{BOT}?start={code}"):
        assert words in office.out


def test_both_databases_know_their_counters(databases: str) -> None:
    office = Office(databases)
    code = office.opens("Loket 1", "KTP-el")
    assert [counter["code"] for counter in office.counters()] == [code]


def test_a_username_may_be_typed_with_its_sign(office: Office) -> None:
    office.opens("Loket 1", "KTP-el")
    assert office.counters(f"@{BOT}")[0]["link"].startswith(f"https://t.me/{BOT}?")


@pytest.mark.parametrize("name", ["x", "tilik bot", "tilik/../bot", "a" * 33, "тилик_бот"])
def test_what_is_no_username_is_refused(office: Office, name: str) -> None:
    office.opens("Loket 1", "KTP-el")
    assert office.prints(name) == 1
    assert "nama pengguna Telegram" in office.err
    assert office.out == ""


def test_telegram_is_asked_whose_token_it_is(office: Office) -> None:
    code = office.opens("Loket 1", "KTP-el")
    with telegram(b'{"ok":true,"result":{"id":1,"username":"dari_telegram_bot"}}') as (api, seen):
        (counter,) = office.counters(None, token="1:abc", api=api)
    assert counter["link"] == f"https://t.me/dari_telegram_bot?start={code}"
    assert seen == ["/bot1:abc/getMe"]
    assert office.err == ""


@pytest.mark.parametrize(
    ("answer", "status"),
    [
        (b'{"ok":false,"error_code":401,"description":"Unauthorized"}', 401),
        (b"<html>", 200),
        (b'{"ok":true,"result":[]}', 200),
        (b'{"ok":true,"result":{"username":"a/b"}}', 200),
        (b"\xff\xfe", 200),
    ],
)
def test_without_an_answer_links_are_left_out_and_it_says_so(
    office: Office, answer: bytes, status: int
) -> None:
    code = office.opens("Loket 1", "KTP-el")
    with telegram(answer, status=status) as (api, _):
        (counter,) = office.counters(None, token="1:rahasia", api=api)
    assert (counter["code"], counter["link"]) == (code, None)
    assert "Telegram tidak menjawab" in office.err
    assert "rahasia" not in office.err + office.out


@pytest.mark.parametrize("api", ["http://127.0.0.1:9", "file:///etc/hostname?", "nonsense"])
def test_an_address_that_is_no_telegram_gives_no_name(api: str) -> None:
    assert apart(lambda: username_of("1:abc", api=api, patience=1)) is None


@pytest.mark.parametrize("token", ["a b", "a\nb", "1:abc/../x"])
def test_a_malformed_token_gives_no_name(token: str) -> None:
    assert apart(lambda: username_of(token, api="http://127.0.0.1:9", patience=1)) is None


def test_without_token_and_name_the_codes_are_still_printed(office: Office) -> None:
    code = office.opens("Loket 1", "KTP-el")
    assert office.prints(None) == 0
    assert code in office.out
    assert "t.me" not in office.out
    assert "TILIK_TELEGRAM_USERNAME" in office.err


def test_without_counters_it_says_what_to_do(office: Office) -> None:
    assert office.prints() == 1
    assert "tilik import services" in office.err


def test_a_database_that_is_not_there_is_said(tmp_path: Path) -> None:
    office = Office(f"sqlite:///{tmp_path / 'nowhere' / 'tilik.db'}")
    assert office.prints() == 1
    assert "TILIK_DATABASE_URL" in office.err


def test_a_database_that_is_not_up_to_date_is_said(tmp_path: Path) -> None:
    office = Office(f"sqlite:///{tmp_path / 'empty.db'}")
    assert office.prints() == 1
    assert "belum ada basis data" in office.err
    (tmp_path / "empty.db").touch()
    assert office.prints() == 1
    assert "tilik migrate" in office.err


# Posters


def test_every_counter_gets_a_poster_of_a4_and_cards_of_a6_as_pdf_and_png(
    office: Office, tmp_path: Path
) -> None:
    code = office.opens("Loket 1", "KTP-el", "KIA")
    office.opens("Loket 1", "KTP-el", unit="Dinas B")
    office.opens("窓口", "KTP-el")
    folder = tmp_path / "poster" / "baru"
    found = office.counters(folder=folder)
    named = {file for counter in found for file in counter["posters"]}
    assert {str(file) for file in folder.iterdir()} == named
    assert len(named) == 12  # no two counters of one name are written over each other
    made = {end: (folder / f"loket-1-{code}-{end}").read_bytes() for end in ENDS}
    assert sizes(made["a4.pdf"]) == sizes(made["a6.pdf"]) == [(210, 297)]
    assert [ink(made[f"{size}.png"]).shape for size in ("a4", "a6")] == [(3508, 2480), (1754, 1240)]
    one, four = lines(made["a4.pdf"]), " ".join(lines(made["a6.pdf"]))
    said = ["Survei Kepuasan Masyarakat", "Dinas Dukcapil", "Loket 1"]
    assert one[:4] == [*said, "Pindai untuk menilai layanan ini"]
    assert {"KTP-el", "KIA", " ".join(code)} <= set(one)
    assert any(f"@{BOT}" in line for line in one)
    assert four.count("Pindai untuk menilai layanan ini") == 4


def test_posters_speak_indonesian_whatever_the_terminal_speaks(
    office: Office, tmp_path: Path
) -> None:
    office.opens("Loket 1", "KTP-el")
    office.say = lambda text, /, **facts: catalogue().plain(  # type: ignore[method-assign]
        "en", Text(text, facts)
    )
    assert office.prints(folder=tmp_path) == 0
    assert "A4 poster and the A6 card of 1 counter written to" in office.out
    (file,) = tmp_path.glob("*-a4.pdf")
    assert "Pindai untuk menilai layanan ini" in lines(file.read_bytes())


def test_no_posters_without_a_link(office: Office, tmp_path: Path) -> None:
    office.opens("Loket 1", "KTP-el")
    assert office.prints(None, folder=tmp_path / "poster") == 1
    assert "Poster tidak ditulis" in office.err
    assert not (tmp_path / "poster").exists()


def test_a_folder_that_cannot_be_written_is_said(office: Office, tmp_path: Path) -> None:
    office.opens("Loket 1", "KTP-el")
    (tmp_path / "poster").write_text("a file")
    assert office.prints(folder=tmp_path / "poster") == 1
    assert "tidak dapat ditulis" in office.err


HOSTILE = ["#let x = [*y*] $z$ \\ <b>", "\0\x1b[31m\ufffe\u202e", "Ж" * 300, "W" * 400, "窓口", ""]


def hung(name: str = "Loket", *, links: Sequence[Link] = (), **other: Any) -> Poster:
    chosen = {"unit": name, "counter": name, "services": [name] * 9, "more": "dan lain", **other}
    return Poster(code="K7M3Q", links=links or ONE, **chosen)


@pytest.mark.parametrize("name", HOSTILE)
def test_no_name_moves_a_poster_or_is_markup(name: str) -> None:
    one = hung(name)
    shown = ink(picture(one, WORDS, size="a6", logo=LOGO))
    edge = SHARP // 8
    frame = (shown[:edge], shown[-edge:], shown[:, :edge], shown[:, -edge:])
    assert not any(side.any() for side in frame)
    made = pdf([one, one], WORDS, size="a4", logo=LOGO)
    assert sizes(made) == [(210, 297)] * 2
    found = lines(made)
    assert found.count("K 7 M 3 Q") == found.count("private") == 2
    assert name[:20] in "".join(found) or not name.isprintable() or name == "窓口"


def test_many_services_are_counted_instead_of_named() -> None:
    names = [f"Layanan {n}" for n in range(9)]
    found = lines(pdf([hung(services=names)], WORDS, size="a4"))
    assert [line for line in found if line.startswith("Layanan")] == names[: MOST_SERVICES - 1]
    assert "dan lain" in found


def test_a_logo_stands_on_the_poster_and_without_one_nothing_is_left_open() -> None:
    bare, marked = (picture(hung(), WORDS, size="a6", logo=logo) for logo in (b"", LOGO))
    # Above the names, where the logo goes: the names of who has none stand there.
    assert ink(marked)[:, 600:640][210:330].any()
    assert (ink(bare) != ink(marked)).any()
    with pytest.raises(UndrawnPaper):
        picture(hung(), WORDS, size="a6", logo=b"\x89PNG broken")


def test_a_logo_that_is_no_picture_is_told_with_all_other_settings(tmp_path: Path) -> None:
    good, bad = tmp_path / "logo.svg", tmp_path / "logo.png"
    good.write_bytes(LOGO)
    bad.write_text("Dinas")
    assert logo_of(Settings(logo=good)) == LOGO
    assert logo_of(Settings()) == b""
    for file in (bad, tmp_path / "nowhere.png", tmp_path):
        with pytest.raises(ValueError, match=r"no (picture|file)"):
            Settings(logo=file)


def test_a_broken_logo_is_said_and_leaves_a_sentence_not_a_traceback(
    office: Office, tmp_path: Path
) -> None:
    office.opens("Loket 1", "KTP-el")
    assert office.prints(folder=tmp_path, logo=b"\x89PNG broken") == 1
    assert "Gambar di TILIK_LOGO tidak dapat dibaca" in office.err


# WhatsApp

NUMBER = "6281234567890"


def test_on_whatsapp_pressing_send_is_all_a_citizen_does(office: Office) -> None:
    code = office.opens("Loket 1", "KTP-el")
    (counter,) = office.counters(number=lambda: NUMBER)
    assert counter["whatsapp"] == f"https://wa.me/{NUMBER}?text=Nilai%20{code}"
    assert counter["link"] == f"https://t.me/{BOT}?start={code}"
    office.prints(number=lambda: NUMBER)
    assert office.out.index("wa.me") < office.out.index("t.me")


def test_a_poster_of_both_has_two_codes_and_whatsapp_comes_first(
    office: Office, tmp_path: Path
) -> None:
    code = office.opens("Loket 1", "KTP-el")
    assert office.prints(folder=tmp_path, number=lambda: NUMBER) == 0
    (file,) = tmp_path.glob("*-a4.pdf")
    words = lines(file.read_bytes())
    assert "WhatsApp Telegram" in words
    assert f"atau kirim kode ini lewat WhatsApp ke +{NUMBER}" in words
    assert f"atau kirim kode ini ke @{BOT} di Telegram" in words
    assert "Cukup tekan kirim. Penilaian disimpan tanpa nama dan nomor." in words
    (file,) = tmp_path.glob("*-a4.png")
    shown, side = ink(file.read_bytes()), 86
    tops = range(60, 140)
    for link, x in zip(_links(code), (18, 106), strict=True):
        assert any(shows(shown, link, x=x, y=y, side=side, dots=SHARP) for y in tops)


def _links(code: str) -> list[str]:
    return [whatsapp_link(NUMBER, f"Nilai {code}"), deep_link(BOT, code)]


def test_a_poster_of_whatsapp_alone_has_one_large_code_and_asks_for_no_bot(
    office: Office, tmp_path: Path
) -> None:
    office.opens("Loket 1", "KTP-el")
    assert office.prints(None, folder=tmp_path, number=lambda: NUMBER) == 0
    assert office.err == ""
    (file,) = tmp_path.glob("*-a4.pdf")
    assert "Satu ketukan cukup" not in " ".join(lines(file.read_bytes()))
    assert "Telegram" not in " ".join(lines(file.read_bytes()))


def test_a_number_that_whatsapp_does_not_tell_is_left_out_and_it_says_so(
    office: Office, tmp_path: Path
) -> None:
    office.opens("Loket 1", "KTP-el")
    assert office.prints(None, folder=tmp_path / "poster", number=lambda: None) == 1
    assert "TILIK_WHATSAPP_NUMBER" in office.err
    assert "Poster tidak ditulis" in office.err


@pytest.mark.parametrize("number", ["081234567890", "12", "9" * 16])
def test_what_is_no_number_is_refused(office: Office, number: str) -> None:
    office.opens("Loket 1", "KTP-el")
    assert office.prints(number=lambda: number) == 1
    assert "bukan nomor WhatsApp" in office.err
    with pytest.raises(ValueError, match="country code"):
        whatsapp_link(number, "Nilai")


def on_whatsapp(api: str, **more: Any) -> Settings:
    return Settings(whatsapp_api=api, whatsapp_phone_id="1000", whatsapp_token="EAAG", **more)


def test_whatsapp_is_asked_for_its_number() -> None:
    told = b'{"display_phone_number":"+62 812-3456-7890","id":"1000"}'
    with telegram(told) as (api, seen):
        assert apart(number_of, on_whatsapp(api)) == NUMBER
    assert seen == ["/v" + seen[0][2:6] + "/1000?fields=display_phone_number"]


def test_a_number_that_is_set_is_not_asked_for() -> None:
    assert number_of(on_whatsapp("http://127.0.0.1:9", whatsapp_number="62811")) == "62811"


@pytest.mark.parametrize("answer", [b"{}", b"[]", b"<html>", b'{"display_phone_number":"-"}'])
def test_an_answer_without_a_number_gives_none(answer: bytes) -> None:
    with telegram(answer) as (api, _):
        assert apart(number_of, on_whatsapp(api)) is None


def test_a_whatsapp_that_is_away_gives_no_number() -> None:
    assert apart(number_of, on_whatsapp("http://127.0.0.1:9")) is None


# The code itself


def wanted(link: str) -> Sequence[Sequence[int]]:
    """The modules of the link, dark 1, with the quiet zone of four that ISO/IEC 18004 asks for."""
    code = segno.make(link, error="m", micro=False)
    return [list(row) for row in code.matrix_iter(scale=1, border=4)]


def test_the_modules_show_the_link_without_its_quiet_zone() -> None:
    link = deep_link(BOT, "K7M3Q")
    assert [list(row) for row in modules(link)] == [row[4:-4] for row in wanted(link)[4:-4]]


def test_an_svg_is_as_large_as_its_modules_and_fills_its_place() -> None:
    link = deep_link(BOT, "K7M3Q")
    page = ET.fromstring(svg(link))  # noqa: S314
    side = len(wanted(link))
    assert page.attrib["viewBox"] == f"0 0 {side} {side}"
    assert "width" not in page.attrib


def test_a_link_carries_nothing_but_its_code() -> None:
    assert deep_link(BOT, "K7M3Q") == f"https://t.me/{BOT}?start=K7M3Q"
    assert deep_link(BOT, "a&b=c#d/ ") == f"https://t.me/{BOT}?start=a%26b%3Dc%23d%2F%20"
    with pytest.raises(ValueError, match="username"):
        deep_link("evil.example/x", "K7M3Q")
