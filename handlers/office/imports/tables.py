"""The kinds of files that an office brings, and of each the empty table to be filled in."""

from __future__ import annotations

from datetime import datetime

from handlers.office.imports.words import kind_words
from handlers.openings import ToImports, ToTable, ToTables
from handlers.words.pages import SHOWN, goes_on, on_page, page_rows
from models.letters import Button, File, Letter, Text
from models.people import Person
from models.refused import Refused
from models.rights import units_kept
from models.store import Store

MADE = "tabel"
"""What the edge makes: the workbook of a kind."""
IN_A_LIST = 10
"""So many stand in one list on a channel that has the shortest."""
KINDS = {
    "people": "pegawai",
    "units": "unit",
    "posts": "jabatan",
    "superiors": "atasan",
    "services": "layanan",
    "counters": "loket",
    "standards": "standar",
    "targets": "target",
    "leave": "cuti",
    "teams": "tim",
}
"""What the table of each is called as a file, in the order in which a new office needs them."""


def look(store: Store, person: Person, opening: ToTables | None, now: datetime) -> int:
    """Which page of the kinds. Refused to who keeps nobody's people."""
    _check(person)
    return opening.page if opening else 0


def look_at_one(store: Store, person: Person, opening: ToTable | None, now: datetime) -> str:
    """Which kind. Refused to who keeps nobody's people."""
    _check(person)
    if opening is None or opening.kind not in KINDS:
        raise Refused(Text("impor-gone"), buttons=((to_tables(),),))
    return opening.kind


def _check(person: Person) -> None:
    if not units_kept(person):
        raise Refused(Text("impor-not-yours"))


def show(page: int) -> Letter:
    """The kinds, a button each; in pages where they are more than one list shows."""
    kinds, shown = list(KINDS), SHOWN if len(KINDS) > IN_A_LIST else IN_A_LIST
    rows = [(ToTable(one).button(kind_words(one)),) for one in on_page(kinds, page, shown)]
    turning = page_rows(ToTables, page, more=goes_on(kinds, page, shown))
    return Letter((Text("impor-tables"),), (*rows, *turning))


def show_one(kind: str) -> Letter:
    """What a row is, its columns, and the table itself."""
    said = (Text(f"impor-row-{kind}"), Text(f"impor-columns-{kind}"), Text("impor-table-how"))
    name = f"{MADE}-{KINDS[kind]}.xlsx"
    file = File("document", f"made:{MADE}.{kind}", name)
    return Letter(said, ((_to_send(),), (to_tables(),)), file=file)


def to_tables() -> Button:
    """The way to the kinds."""
    return ToTables().button(Text("button-impor-other-table"))


def _to_send() -> Button:
    return ToImports().button(Text("button-impor-again"))
