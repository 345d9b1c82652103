"""What reads foreign text, and texts made to slow it down.

Every pattern of the product stands here once: in `READ_BY` with the reader that goes through it,
or in `OURS` with the reason why it meets no foreign text. tests/test_hostile.py fails on one that
stands nowhere.
"""

from __future__ import annotations

import ast
import re
from collections.abc import Callable, Iterator, Mapping
from contextlib import suppress
from dataclasses import dataclass
from datetime import date
from functools import partial
from importlib import import_module
from io import BytesIO
from itertools import count
from time import thread_time_ns
from typing import Any
from xml.sax.saxutils import escape, quoteattr
from zipfile import ZipFile

import orjson
from telegram.error import TelegramError

from bot.channel import Label, Spoken
from bot.cli.exports.table import guarded
from bot.cli.operations.dead import shape_of
from bot.cli.skm.answer_sheet import read as answers_read
from bot.cli.skm.answer_words import answer
from bot.cli.skm.headings import Elements
from bot.imports.all_kinds import KINDS
from bot.imports.reading.day_columns import settled_days
from bot.imports.reading.group_cells import read_groups
from bot.imports.reading.markup import html_sheets
from bot.imports.reading.sheets import CellWrong, SheetWrong, sheet_of
from bot.imports.reading.tables import Row, SheetTable, rows_of
from bot.imports.reading.workbook import LONGEST_CELL
from bot.imports.reading.xlsx_parts import marks_of
from bot.outbound.mime_types import mime_of
from bot.telegram import heard as telegram
from bot.telegram import rendered as telegram_rendered
from bot.telegram.speaker import _undelivered as refused
from bot.texts import catalogue, lexicon
from bot.turn.question_letter import tap_read
from bot.turn.screens import number_in
from bot.turn.screens import rows_of as rows_shown
from bot.turn.words import line_of
from bot.whatsapp.inbound import heard as whatsapp
from bot.whatsapp.inbound.route import challenged, is_signed
from bot.whatsapp.outbound import rendered as whatsapp_rendered
from handlers import CONVERSATIONS, VERBS, openings
from handlers.engine.question import NotUnderstood, Question, heard_as
from handlers.engine.questions import Attach, Option, Pick, Scale, Write
from handlers.engine.said import Typed
from handlers.engine.wire import Opening
from handlers.office.people.find import Find
from handlers.words.days import Day, Hours
from handlers.words.numbers import Amount
from models import dates, nip
from models.comments.held import is_held
from models.comments.names import staff_names
from models.complaints import as_number
from models.instruments import instrument
from models.letters import Text, Verbatim
from models.masking import masked, masked_at_work
from models.quarter import Quarter
from models.refused import Refused
from models.scores import OVERALL
from models.settings import SETTINGS
from models.standards import LONGEST_COMPONENT
from models.store.chat.files import safe_name
from models.triage.proposal import proposed
from models.visits import promised
from tests.source import ROOT, modules, tree
from tests.wayfinding.labelled import HERE, office_of

CHAT = 4096
"""Letters of a message; both platforms cut here."""
LETTER = 8 * CHAT
"""Letters of a letter that shows what several people wrote: it goes in so many messages."""
HEADER = 8190
"""Letters of a header line, at which the server refuses it."""
FILE = 40_000
"""Letters of a table: a part of the 20 MB that it may have, for a test that everybody runs."""

UNITS = (
    *("a", "é", "İ", "\u0301", "😀", "_", "1", "0", "8", "62", " ", "\n", "\t", "\0", "\u200b"),
    *("@", "a@", "@a", "a@a.", "@a ", " @", "[at]", "[", "a.", ". ", "a-", "- ", "1 ", "1.", "1  "),
    *("08", "+", "+ ", "(", "(0", "((a", ")", "0  8 ", "wa0", "1.000", "1,", ",000", "12/1/", "1-"),
    *(
        "2026-",
        "3 des ",
        "q4 ",
        "senin-",
        "s.d",
        "dan ",
        "sampai",
        "u1",
        "4e1",
        ",'",
        ",=",
        ";",
        '"',
    ),
    *(
        "http://",
        "https://a",
        "www.",
        "t.me/",
        "<b>",
        "</b>",
        "<",
        "&amp;",
        "&",
        "*a",
        "*a* ",
        "_a_ ",
    ),
    *("<c ", '<c t="e" r="A1">', '<c r="A1" ', "<sheet ", "<Relationship ", 'a="', "<v>#"),
    *("joko ", "j o k o ", "pak ", "bu d", "loket 2 ", "minta ", "tidak ", "galak ", "j*", "a'a"),
    *("`", "~a", "{", "}", "{{a}}", "a.b.", "/", "/start ", "catat ", "a: ", "%", "\\", "=", "a;"),
)
"""What a hostile text repeats."""
TAILS = ("!", "1@a")
"""What stops a pattern that has taken all before it."""


@dataclass(frozen=True)
class Reader:
    """What reads foreign text of at most so many letters, on the loop that serves everybody or,
    where it is `aside`, in a thread or a process of its own."""

    read: Callable[[str], object]
    longest: int = CHAT
    aside: bool = False


def hostile(longest: int) -> Iterator[str]:
    """Texts of this length, each hostile in its own way."""
    for unit in UNITS:
        for tail in TAILS:
            yield (unit * longest)[: longest - len(tail)] + tail


def took(read: Callable[[str], object], text: str, *, at_least: int = 30_000) -> float:
    """Nanoseconds of this thread's CPU that one reading takes, as the mean of a few."""
    since = thread_time_ns()
    for rounds in count(1):
        read(text)
        spent = thread_time_ns() - since
        if spent >= at_least:
            return spent / rounds
    raise AssertionError("no end of counting")


def _quiet(read: Callable[[str], object]) -> Callable[[str], None]:
    """The same, where a refusal is an answer too."""

    def reads(text: str) -> None:
        with suppress(NotUnderstood, Refused, CellWrong, ValueError):
            read(text)

    return reads


def _answers(question: Question[Any]) -> Callable[[str], None]:
    return _quiet(lambda text: heard_as(question, Typed(text), _spell))


def _spell(words: object) -> str:
    return words.words if isinstance(words, Verbatim) else catalogue().plain("id", words)  # type: ignore[arg-type]


def _typed(text: str) -> None:
    """A typed line, taken apart in every way in which it can steer."""
    line = line_of(text, _WORDS)
    _ = (line.joins, line.has_joining_code, line.code, line.place, line.receipt)


def _opened(text: str) -> None:
    """The words behind a command, a link or a button, read by every opening there is."""
    for kind in _OPENINGS:
        kind.read(text)
    tap_read(f"a.{text}")


def _cell(text: str) -> None:
    """A cell, in every column of every kind of file."""
    for column in _COLUMNS:
        _quiet(column.value)(text)


def _header(text: str) -> None:
    for kind in KINDS.values():
        kind.columns.named(text)


def _survey(text: str) -> None:
    """A cell of a survey's header, and one of its answers."""
    rows = [Row(1, ("u1", "u2", text)), Row(2, ("1", text, "2"))]
    _quiet(lambda _: answers_read(rows, instrument()))(text)
    answer(text, "biaya", instrument())
    Elements(instrument()).meaning(text)


def _workbook(text: str) -> None:
    """What an XLSX says beside what its reader understands: styles, what is hidden, what failed."""
    kept, written = BytesIO(), quoteattr(text)
    links = f'<r><Relationship Id="1" Target="sheet.xml"/><a b={written}/></r>'
    with ZipFile(kept, "w") as parts:
        parts.writestr("xl/workbook.xml", f'<w><sheet name={written} r:id="1"/></w>')
        parts.writestr("xl/_rels/workbook.xml.rels", links)
        styles = f'<s><numFmt numFmtId="200" formatCode={written}/></s>'
        parts.writestr("xl/styles.xml", styles)
        cell = f'<c r={written} t="e"><v>{escape(text)}</v></c>'
        parts.writestr("xl/sheet.xml", f'<s><row r="1">{cell}</row></s>')
    marks_of(kept.getvalue())


def _page(text: str) -> None:
    """A page with a table, of which any part is hostile."""
    cells = f"<td colspan={quoteattr(text)} style={quoteattr(text)}>{text}</td>"
    page = f"<html>{text}<table><tr>{cells}</tr>{text}</table>"
    for sheet in html_sheets(page.encode()):
        list(sheet.rows)


def _around(text: str) -> None:
    """What stands above a table, in it and below it, where its rows are looked for."""
    head, row = ("NIP", "nama", "unit", "jabatan", "NIP atasan", "peran"), ("1", "A", "B", "C")
    rows = (Row(1, (text,)), Row(2, head), Row(3, row), Row(4, (text,)), Row(5, row))
    table = SheetTable([*rows, Row(9, ("", "", "", text))])
    with suppress(SheetWrong):
        sheet_of([table], KINDS["people"].row)


def _days(text: str) -> None:
    """A cell of a column of days, beside one that has the month first."""
    settled_days([(1, {"first": text}), (2, {"first": "12/31/2026"})], KINDS["leave"].columns, _DAY)


def _given_up(text: str) -> None:
    shape_of(orjson.dumps({text: text, "type": text}).decode())


def _by_telegram(text: str) -> None:
    who = {"id": 1, "is_bot": False, "first_name": text[:64], "language_code": text[:35]}
    chat = {"id": 1, "type": "private"}
    said = {"message_id": 1, "date": 0, "chat": chat, "from": who, "text": text}
    rich = {"blocks": [{"text": list(text)}, {"items": [{"text": text}]}]}
    for message in (said, {**said, "text": None, "rich_message": rich}):
        with suppress(ValueError):
            telegram.heard({"update_id": 1, "message": message})


def _by_whatsapp(text: str) -> None:
    said = {"id": text, "from": "1", "type": "text", "timestamp": text[:20], "text": {"body": text}}
    file = {"id": "1", "from": text, "type": "image", "image": {"id": text, "caption": text}}
    status = {"id": text, "status": "sent", "biz_opaque_callback_data": text}
    value = {"messages": [said, file], "statuses": [status]}
    for item in whatsapp.items({"entry": [{"changes": [{"field": "messages", "value": value}]}]}):
        with suppress(ValueError):
            whatsapp.heard(item)


def _said_by(channel: Callable[[Spoken], object]) -> Callable[[str], object]:
    """What people typed, on its way out by a channel: more of it than one message takes."""

    def say(text: str) -> object:
        words = catalogue().marked("id", Text("file-named", {"name": text}))
        return channel(Spoken(words, ((Label(text, "1"), Label("2", "2")),)))

    return say


_WORDS = lexicon(catalogue(), verbs=VERBS, conversations=CONVERSATIONS)
_PHRASES = whatsapp_rendered.Phrases("Pilih", "Lagi")
_DAY = date(2026, 11, 30)
_STAFF = staff_names(("Joko Susilo", "Dewi Lestari"))
_OPTIONS = [Option(str(n), Verbatim(f"Pilihan {n}")) for n in range(12)]
_ASKED: tuple[Question[Any], ...] = (
    Pick("x", options=_OPTIONS, yes="1"),
    Scale("x", element=OVERALL),
    Write("x"),
    Attach("x", kinds=frozenset({"link"})),
    Amount("x"),
    Hours("x"),
    Day("x", today=_DAY, earliest=_DAY, latest=_DAY, too_early=Text("x"), too_late=Text("x")),
    Find("x", options=_OPTIONS),
)
_DESKS = office_of(HERE / "office.csv")
_COLUMNS = {
    one.reads: one for kind in KINDS.values() for one in kind.columns.columns.values()
}.values()
_OPENINGS = [
    one for one in vars(openings).values() if isinstance(one, type) and issubclass(one, Opening)
]
_OPENINGS.remove(Opening)

READERS: Mapping[str, Reader] = {
    "masked": Reader(masked),
    "masked_at_work": Reader(masked_at_work),
    "a comment that may be held": Reader(lambda text: is_held(text, _STAFF)),
    "free words that find their way": Reader(lambda text: proposed(_DESKS, text)),
    **{f"an answer to {type(one).__name__}": Reader(_answers(one)) for one in _ASKED},
    **{f"setting {one.kind}": Reader(_quiet(one.read)) for one in SETTINGS.values()},
    "a typed line": Reader(_typed),
    "a number on the screen": Reader(lambda text: (number_in(text), rows_shown([(text, text)]))),
    "a complaint's number": Reader(as_number),
    "a promised time": Reader(promised, LONGEST_COMPONENT),
    "an opening": Reader(_opened),
    "a message of Telegram": Reader(_by_telegram),
    "items of WhatsApp": Reader(_by_whatsapp),
    "a letter on Telegram": Reader(_said_by(partial(telegram_rendered.rendered, "1")), LETTER),
    "a letter on WhatsApp": Reader(
        _said_by(partial(whatsapp_rendered.rendered, phrases=_PHRASES)), LETTER
    ),
    "the name of a file": Reader(safe_name),
    "the type of a file": Reader(lambda text: mime_of(text, "document", text), HEADER),
    "a refusal of Telegram": Reader(lambda text: refused(TelegramError(text)), HEADER),
    "a signature": Reader(lambda text: is_signed(text.encode(), text, "x"), HEADER),
    "a challenge": Reader(lambda text: challenged({"hub.verify_token": text}, "x"), HEADER),
    "a day": Reader(dates.day_of, LONGEST_CELL),
    "a nip": Reader(_quiet(nip.parse), LONGEST_CELL),
    "a quarter": Reader(_quiet(Quarter.parse), LONGEST_CELL),
    "a cell": Reader(_cell, LONGEST_CELL, aside=True),
    "a cell of groups": Reader(lambda text: read_groups(text, len), LONGEST_CELL, aside=True),
    "a header": Reader(_header, LONGEST_CELL, aside=True),
    "a table": Reader(_quiet(lambda text: rows_of(text.encode(), "x")), FILE, aside=True),
    "a workbook": Reader(_workbook, FILE, aside=True),
    "a page with a table": Reader(_page, FILE, aside=True),
    "what stands around a table": Reader(_around, LONGEST_CELL, aside=True),
    "a cell of days": Reader(_days, LONGEST_CELL, aside=True),
    "what was given up, masked": Reader(_given_up, aside=True),
    "a survey's cell": Reader(_survey, LONGEST_CELL, aside=True),
    "a cell that leaves": Reader(guarded, LONGEST_CELL, aside=True),
}
"""Parsers of foreign text, each with all the patterns that it goes through."""

_READ_BY: Mapping[str, tuple[str, ...]] = {
    "masked": (
        *(f"models/masking.py:_{name}" for name in ("LONG_NUMBER", "LINK", "AT", "HANDLE")),
        *(f"models/masking.py:_{name}" for name in ("DOMAIN", "UNSEEN", "WORD")),
    ),
    "masked_at_work": tuple(f"models/masking.py:_{n}" for n in ("NIK", "PHONE", "DAY", "AMOUNTS")),
    "a comment that may be held": tuple(
        f"models/comments/tokens.py:_{name}"
        for name in ("WORD", "WITHIN", "BEFORE_NUMBER", "SHORTENED", "MARK", "DESK", "TWICE")
    ),
    "a complaint's number": ("models/complaints.py:_NUMBER",),
    "a promised time": tuple(f"models/visits.py:_{n}" for n in ("PART", "NUMBER", "LONGER")),
    "free words that find their way": tuple(
        f"models/triage/spoken.py:_{name}" for name in ("WORD", "THOUSANDS", "TIMES", "TWICE")
    ),
    "a number on the screen": ("bot/turn/screens.py:_TYPED", "bot/turn/screens.py:_LABEL"),
    "an answer to Attach": ("handlers/engine/questions.py:_LINK",),
    "an answer to Amount": ("handlers/words/numbers.py:_AMOUNT",),
    "an answer to Hours": ("handlers/words/days.py:_HOURS",),
    "an answer to Find": ("handlers/office/people/find.py:_number",),
    "setting number": ("models/settings.py:_number",),
    "setting hours": ("models/settings.py:_HOURS",),
    "setting weights": ("models/settings.py:_weights",),
    "an opening": ("handlers/engine/wire.py:_wire",),
    "items of WhatsApp": (
        "bot/whatsapp/inbound/heard.py:_NAME",
        "bot/whatsapp/inbound/deeds.py:_MEDIA",
        "models/store/letters/delivery_status.py:_TRACK",
    ),
    "a letter on WhatsApp": (
        *("bot/whatsapp/outbound/markup.py:_TAG", "bot/whatsapp/outbound/markup.py:_LINK"),
        "bot/whatsapp/outbound/markup.py:_COULD_MARK",
        *("bot/whatsapp/outbound/rows.py:_NUMBERED", "bot/whatsapp/outbound/rows.py:_NUMBER"),
    ),
    "a refusal of Telegram": ("bot/telegram/speaker.py:_QUOTED",),
    "the type of a file": ("bot/outbound/mime_types.py:_MIME",),
    "a day": (
        *(f"models/dates.py:_{n}" for n in ("YEAR_FIRST", "DAY_FIRST", "NAMED", "NAME_FIRST")),
        "models/dates.py:_SHORTENED",
    ),
    "a cell of days": (
        *("models/dates.py:_MONTH", "models/dates.py:_UNTIL", "models/quarter.py:quarter_of"),
        *("models/quarter.py:_BETWEEN", "bot/imports/reading/day_columns.py:_SERIAL"),
        *(f"bot/imports/reading/day_columns.py:{n}" for n in ("_SLASHED", "UNTIL")),
    ),
    "a nip": tuple(
        f"models/nip.py:_{name}" for name in ("BETWEEN", "SPREADSHEET", "CALLED", "WHOLE")
    ),
    "a quarter": ("models/quarter.py:parse",),
    "a cell": (
        "bot/imports/kinds/units.py:_place",
        *("bot/imports/kinds/leave.py:weekdays_of", "models/schedule.py:_WEEK"),
        *("bot/imports/kinds/services.py:_population", "bot/imports/kinds/people/rows.py:_roles"),
        *(f"bot/imports/kinds/targets.py:_{n}" for n in ("PLAIN", "PARTED", "UNSURE", "fraction")),
        *(f"bot/imports/kinds/targets.py:{n}" for n in ("number_of", "_MONEY", "_OF_WHAT")),
        *(f"bot/imports/kinds/named_people.py:_{n}" for n in ("NUMBER", "LETTERS", "DEGREE")),
        *("bot/imports/kinds/leave.py:_names", "bot/imports/kinds/posts.py:_ACTING"),
    ),
    "a header": tuple(
        f"bot/imports/reading/titles.py:_{name}" for name in ("BRACKETS", "APART", "LETTERS")
    ),
    "what stands around a table": tuple(
        f"bot/imports/reading/frame.py:{name}"
        for name in (
            *("_NUMBERED", "_LISTED", "_DIGITS", "_SIGNED", "_SUM", "_UNIT", "_SAID", "_NIP"),
            *("_UNSEEN", "is_numbers", "_is_place_and_day"),
        )
    ),
    "a page with a table": (
        *("bot/imports/reading/markup.py:_CHARSET", "bot/imports/reading/markup.py:_UNSEEN"),
        "bot/imports/reading/markup.py:_span",
    ),
    "a table": ("bot/imports/reading/tables.py:TOLD",),
    "what was given up, masked": ("bot/cli/operations/dead.py:_WORD",),
    "a workbook": (
        *("bot/imports/reading/xlsx_parts.py:UNSHOWN", "bot/imports/reading/xlsx_parts.py:_PLACE"),
        *("bot/imports/reading/xlsx_parts.py:ends", "bot/imports/reading/workbook.py:_written"),
    ),
    "a survey's cell": (
        *("bot/cli/skm/headings.py:_NUMBERED", "bot/cli/skm/headings.py:_LETTERS"),
        "bot/cli/skm/answer_sheet.py:SUMS",
        *(f"bot/cli/skm/answer_words.py:{name}" for name in ("_WITH_WORDS", "number")),
    ),
    "a cell that leaves": ("bot/cli/exports/table.py:_INNER", "bot/cli/exports/table.py:_NOT_XML"),
}
READ_BY: Mapping[str, str] = {place: one for one, places in _READ_BY.items() for place in places}
"""Every pattern that meets foreign text, where it stands, and the reader that goes through it."""

OURS: Mapping[str, str] = {
    **dict.fromkeys(
        ("bot/cli/exports/wanted.py:file_name", "bot/cli/exports/wanted.py:month_of"),
        "what an operator types after a command",
    ),
    **dict.fromkeys(
        ("bot/cli/trail/incident/moments.py:_HOUR", "bot/cli/office/years.py:_HOUR"),
        "what an operator types after a command",
    ),
    "bot/cli/qr.py:_name": "names of the office's own counters, at most 200 letters",
    **dict.fromkeys(
        ("bot/texts.py:_MARK", "bot/texts.py:_SENTENCE"), "the questions of our own catalogue"
    ),
    "bot/cli/trail/verify.py:_ANCHOR": "what an operator types after a command",
    "bot/telegram/username.py:USERNAME": "a setting, or the bot's own name as Telegram tells it",
    "bot/whatsapp/number.py:NUMBER": "a setting, or our own number as WhatsApp tells it",
    "bot/texts.py:_TEXT": "our own Fluent files",
    "bot/texts.py:_SECOND_STOP": "a mark of our own and what follows it at once",
    "handlers/engine/wire.py:_TOKEN": "the wires in our own code",
    **dict.fromkeys(
        (
            f"bot/whatsapp/templates/shapes.py:_{name}"
            for name in ("NAME", "PARAMETER", "PARAMETER_NAME", "SPACED")
        ),
        "our own templates",
    ),
    **dict.fromkeys(
        ("models/questionnaires.py:_KEY", "models/questionnaires.py:_ELEMENT"),
        "an instrument that an operator brings in by a command",
    ),
}
"""Patterns that meet no foreign text, and why."""


def patterns() -> set[str]:
    """Where every pattern of the product stands: its file, and its name or its function's. The
    sandbox is left out: it is no part of a Tilik that people meet."""
    written = ((path, (ROOT / path).read_text("utf-8")) for path in modules())
    found = [
        path for path, text in written if "import re\n" in text and "sandbox" not in path.parts
    ]
    return {f"{path}:{name}" for path in found for name in _patterns_in(tree(path), "")}


def _patterns_in(node: ast.AST, name: str) -> Iterator[str]:
    for child in ast.iter_child_nodes(node):
        match child:
            case ast.FunctionDef() | ast.AsyncFunctionDef():
                inner = child.name
            case ast.Assign(targets=[ast.Name(id=target)]) if not name:
                inner = target
            case _:
                inner = name
        match child:
            case ast.Call(func=ast.Attribute(value=ast.Name(id="re"), attr=verb)):
                if verb != "escape":
                    yield inner
        yield from _patterns_in(child, inner)


def compiled(place: str) -> re.Pattern[Any] | None:
    """The pattern that stands there by its name; None for one within a function."""
    path, _, name = place.partition(":")
    module = import_module(path.removesuffix(".py").replace("/", "."))
    found = getattr(module, name, None)
    return found if isinstance(found, re.Pattern) else None
