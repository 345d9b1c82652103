"""The kinds of files that an office brings, and of each the empty table to be filled in."""

from __future__ import annotations

from datetime import datetime

from handlers.office.imports.words import kind_words
from handlers.openings import ToImports, ToTable, ToTables
from models.letters import Button, File, Letter, Text
from models.people import Person
from models.refused import Refused
from models.rights import units_kept
from models.store import Store

MADE = "tabel"
"""What the edge makes: the workbook of a kind."""
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


def look(store: Store, person: Person, opening: ToTables | ToTable | None, now: datetime) -> str:
    """Which kind; none where they are listed. Refused to who keeps nobody's people."""
    if not units_kept(person):
        raise Refused(Text("impor-not-yours"))
    kind = opening.kind if isinstance(opening, ToTable) else ""
    if kind and kind not in KINDS:
        raise Refused(Text("impor-gone"), buttons=((to_tables(),),))
    return kind


def show(kind: str) -> Letter:
    """The kinds, a button each: as many as one list shows."""
    rows = [(ToTable(one).button(kind_words(one)),) for one in KINDS]
    return Letter((Text("impor-tables"),), tuple(rows))


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
