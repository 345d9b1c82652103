"""What a table holds of people: each table says so itself, beside its columns (`schema`).

The copy of one's data (`dossier`), `retention`, erasure and the breach report (`incidents`) read it
there, and have no lists of tables of their own: whoever adds a table can forget none of them.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any, Literal, TypeAlias

from sqlalchemy import Column, ColumnElement, Table, select, tuple_

from models import retention

Reads: TypeAlias = Literal[
    "language", "quarter", "predikat", "rating", "deed", "evidence", "evaluation", "money"
]
"""As what a value is read in the copy, where its type alone (a day, a time, yes or no, a key that
has words of its own) does not tell."""
_KEY, _LAST = "personal", 1000


@dataclass(frozen=True)
class No:
    """It does not hold of this table, and why."""

    why: str


@dataclass(frozen=True)
class OfPerson:
    """Each row concerns one person: this column has their number."""

    column: str = "person_id"


@dataclass(frozen=True)
class Through:
    """Each row concerns whom a row of another table concerns: that to which these columns refer.

    `table` where no foreign key names it; the columns have the same names there. `outlives`: the
    row may stay when the other is forgotten.
    """

    columns: tuple[str, ...]
    table: str = ""
    outlives: bool = False


@dataclass(frozen=True)
class OfCitizens:
    """Each row concerns a citizen, and nothing in it leads to them; `unit` are the columns that
    lead to where it was, one table after the other."""

    unit: tuple[str, ...]


@dataclass(frozen=True)
class Name:
    """In the copy: the name of what this column refers to (where no foreign key says, a person)."""

    column: str
    label: str = ""

    @property
    def key(self) -> str:
        """What it is called there: the column without `_id`, where no label is given."""
        return self.label or self.column.removesuffix("_id")


@dataclass(frozen=True)
class Copied:
    """A section of the copy of one's data, with the columns in their order.

    It is called like the table where no `section` is said, and stands last where no `place` is.
    `machines` are in its JSON alone, `inner` in neither: they only tell how Tilik keeps the row.
    `usual` are values that go without saying. `order`: by this column, where not by the key.
    """

    columns: tuple[str | Name, ...]
    section: str = ""
    place: int = _LAST
    machines: tuple[str, ...] = ()
    inner: tuple[str, ...] = ()
    reads: Mapping[str, Reads] = field(default_factory=dict)
    usual: Mapping[str, Any] = field(default_factory=dict)
    order: str = ""

    @property
    def keys(self) -> tuple[str, ...]:
        """What the values of a row are called, in their order."""
        return tuple(one if isinstance(one, str) else one.key for one in self.columns)


@dataclass(frozen=True)
class Expires:
    """Rows go so long after the day or moment in a column; those of which `only` (SQL) holds.

    `after` is a period that the office may set (`models.retention`), or a number of days. With
    `becomes`, the row stays with these values.
    """

    column: str
    after: retention.Kept | int
    only: str = ""
    becomes: Mapping[str, Any] | None = None


@dataclass(frozen=True)
class Erased:
    """Rows go when their person asks for it; those of which `only` (SQL) holds. With `becomes`,
    the row stays with these values."""

    only: str = ""
    becomes: Mapping[str, Any] | None = None


@dataclass(frozen=True)
class By:
    """A function of its own lets rows go: of a module that `scheduler.due` calls."""

    function: str


@dataclass(frozen=True)
class Breach:
    """A kind of data of a breach report, called like the table where nothing is said: how many rows
    have something in a column (the key).

    `since`: the column with the day on which a row was written. `named`: it stands in the notice
    to those whom it concerns too. `citizens`: the rows that lead to nobody are counted.
    """

    kind: str = ""
    column: str = ""
    since: str = ""
    named: bool = False
    citizens: bool = False
    place: int = _LAST


Retention: TypeAlias = Expires | By | No


@dataclass(frozen=True)
class Personal:
    """Whom the rows of a table concern, what of them is copied, how long they are kept (`No`: for
    good), what goes on request, and as what a breach report counts them."""

    concerns: OfPerson | Through | OfCitizens | No
    copied: Copied | No
    kept: tuple[Retention, ...]
    erased: Erased | No
    breach: tuple[Breach, ...] | No


def personal(
    concerns: OfPerson | Through | OfCitizens,
    *,
    copied: Copied | No,
    kept: Retention | tuple[Retention, ...],
    erased: Erased | No,
    breach: Breach | tuple[Breach, ...] | No,
) -> dict[str, Personal]:
    """The declaration of a table of people, for its `info`."""
    several = kept if isinstance(kept, tuple) else (kept,)
    kinds = (breach,) if isinstance(breach, Breach) else breach
    return {_KEY: Personal(concerns, copied, several, erased, kinds)}


ARCHIVE = No("archive law; the office decides")
DUTY = No("public duty; the office decides on request")


def employment(copied: Copied, breach: Breach | No) -> dict[str, Personal]:
    """The declaration of what an office keeps of each person who works there, for its `info`."""
    return personal(OfPerson(), copied=copied, kept=ARCHIVE, erased=DUTY, breach=breach)


def nobody(why: str, *, kept: tuple[Retention, ...] = ()) -> dict[str, Personal]:
    """The declaration of a table whose rows lead to nobody, for its `info`."""
    no = No(why)
    return {_KEY: Personal(no, no, kept or (no,), no, no)}


def declaration(table: Table) -> Personal:
    """What a table declares."""
    found: Personal = table.info[_KEY]
    return found


def declared(tables: Iterable[Table]) -> Iterator[tuple[Table, Personal]]:
    """These tables, each with what it declares."""
    for table in tables:
        yield table, declaration(table)


def refers_to(table: Table, name: str) -> Column[Any]:
    """The column of another table that this one refers to; a person's number where none is said."""
    for key in table.c[name].foreign_keys:
        return key.column
    return table.metadata.tables["people"].c.id


def leads_to(table: Table, root: Table) -> bool:
    """Whether each row of the table concerns what a row of `root` does."""
    mine, theirs = _step(table)
    return table is root or (bool(mine) and leads_to(theirs[0].table, root))


def rows_of(table: Table, root: Table, where: ColumnElement[bool]) -> ColumnElement[bool]:
    """Which rows of the table concern those rows of `root` for which this holds.

    Raises LookupError where nothing leads there.
    """
    if table is root:
        return where
    mine, theirs = _step(table)
    if not mine:
        raise LookupError(f"nothing leads from {table.name} to {root.name}")
    there = select(*theirs).where(rows_of(theirs[0].table, root, where))
    return (mine[0] if len(mine) == 1 else tuple_(*mine)).in_(there)


def _step(table: Table) -> tuple[list[Column[Any]], list[Column[Any]]]:
    """The columns that lead from a table to the next one, and those to which they refer there."""
    match declaration(table).concerns:
        case OfPerson(name) if refers_to(table, name) is not table.c[name]:
            return [table.c[name]], [refers_to(table, name)]
        case Through(names, there) if there:
            other = table.metadata.tables[there]
            return [table.c[name] for name in names], [other.c[name] for name in names]
        case Through(names):
            return [table.c[name] for name in names], [refers_to(table, name) for name in names]
    return [], []
