"""`tilik import counters`: counters (loket), their names, and what is open and closed at them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from bot.imports.outcome import Kind, Outcome, Tally, Terms, listed
from bot.imports.reading.cells import UNIT, chosen, read_lines, twice
from bot.imports.reading.sheets import LONGEST, Columns, Line, SheetWrong, Wrong, same, short
from bot.imports.reading.tables import Row
from models.calendar import local
from models.letters import Text
from models.services import Unit
from models.store import Store
from models.store.office import counters, services
from models.store.office.counters import Loket
from models.store.oversight.stamps import Stamp

COLUMNS = Columns(
    names={
        "unit": UNIT,
        "counter": ("loket", "nama loket", "counter"),
        "services": ("layanan", "nama layanan", "layanan dibuka", "services", "service"),
        "status": ("status", "keadaan"),
        "renamed": ("nama baru", "nama loket baru", "new name"),
    },
    needed=("unit", "counter", "services"),
    filled=("unit", "counter"),
    longest={"services": 20 * LONGEST},
)
STATUSES = {
    **dict.fromkeys(("", "buka", "dibuka", "aktif", "open"), "open"),
    **dict.fromkeys(("tutup", "ditutup", "tidak aktif", "closed"), "closed"),
}
CHECKS = {"status": chosen(STATUSES, "counters-status-wrong")}


@dataclass(frozen=True, slots=True)
class Window:
    """One row: a counter, and the services that are open (or closed) there from now on."""

    row: int
    unit: str
    counter: str
    services: tuple[str, ...]
    opens: bool
    renamed: str | None


def read(table: Sequence[Row]) -> list[Window]:
    """What a file says; raises `SheetWrong`."""
    wrongs: list[Wrong] = []
    rows = [_window(line) for line in read_lines(table, COLUMNS, CHECKS, wrongs)]
    keyed = (((one.row, (same(one.unit), same(one.counter), one.opens))) for one in rows)
    wrongs += twice(keyed, "counters-twice", COLUMNS.title("counter"))
    if not rows and not wrongs:
        wrongs.append(Wrong(Text("counters-empty")))
    if wrongs:
        raise SheetWrong(wrongs)
    return rows


def apply(store: Store, rows: Sequence[Window], terms: Terms) -> Outcome:
    """Let the counters be as the file says; what it does not name stays. Raises `SheetWrong`."""
    units = {same(unit.name): unit for unit in services.every_unit(store)}
    known = {(one.unit_id, same(one.name)): one for one in counters.every(store)}
    names = {number: name for number, (_, name) in counters.services_named(store).items()}
    wrongs = list(_against(rows, units, known, names))
    if wrongs:
        raise SheetWrong(wrongs)
    tally = Tally(units={units[same(one.unit)].id for one in rows})
    for one in rows:
        unit = units[same(one.unit)]
        stamp = Stamp(terms.now, local(terms.now, unit.zone).date(), terms.by)
        _put(store, one, unit, known.get((unit.id, same(one.counter))), stamp, tally)
    return tally.outcome()


def _put(
    store: Store, one: Window, unit: Unit, old: Loket | None, stamp: Stamp, tally: Tally
) -> None:
    number = old.id if old else services.add_counter(store, unit.id, one.counter)
    named = counters.services_named(store).items()
    spelt = {same(name): n for n, (u, name) in named if u == unit.id}
    wanted: dict[int, bool] = {}
    for name in one.services:
        service = spelt.get(same(name)) or services.add_service(store, unit.id, name)
        wanted[service] = one.opens
    if not one.services and old and not one.opens:
        wanted = dict.fromkeys(old.offered, False)
    before = old.offered if old else {}
    turned = {s: opens for s, opens in wanted.items() if before.get(s, False) != opens}
    if turned:
        counters.offer_all(store, number, turned, stamp=stamp)
    renamed = one.renamed if old and one.renamed and one.renamed != old.name else None
    if renamed:
        counters.rename(store, number, renamed, stamp=stamp)
    _count(store, one, unit, is_new=old is None, turned=turned, renamed=renamed, tally=tally)


def _count(
    store: Store,
    one: Window,
    unit: Unit,
    *,
    is_new: bool,
    turned: Mapping[int, bool],
    renamed: str | None,
    tally: Tally,
) -> None:
    what = f"{one.counter}, {unit.name}"
    names = counters.services_named(store)
    several = "; ".join(names[service][1] for service in turned)
    if is_new:
        tally.adds(what, several)
        return
    found = []
    if renamed:
        found.append(Text("counters-renamed", {"name": renamed}))
    if turned and one.opens:
        found.append(Text("counters-opens", {"services": several}))
    if turned and not one.opens:
        if not renamed:
            tally.ends(what, several)
            return
        found.append(Text("counters-closes", {"services": several}))
    if found:
        tally.turns(what, listed(found))
    else:
        tally.same += 1


def _window(line: Line) -> Window:
    several = (name.strip() for name in line.cells["services"].split(";"))
    return Window(
        row=line.row,
        unit=line.cells["unit"],
        counter=line.cells["counter"],
        services=tuple(dict.fromkeys(name for name in several if name)),
        opens=STATUSES[same(line.cells.get("status", ""))] == "open",
        renamed=line.of("renamed"),
    )


def _against(
    rows: Iterable[Window],
    units: Mapping[str, Unit],
    known: Mapping[tuple[int, str], Loket],
    names: Mapping[int, str],
) -> Iterator[Wrong]:
    taken = {key: one.id for key, one in known.items()}
    for one in rows:
        unit = units.get(same(one.unit))
        if unit is None:
            why = Text("import-no-unit", {"unit": short(one.unit)})
            yield Wrong(why, one.row, COLUMNS.title("unit"))
            continue
        old = known.get((unit.id, same(one.counter)))
        if any(len(name) > LONGEST for name in one.services):
            why = Text("sheet-cell-long", {"longest": LONGEST})
            yield Wrong(why, one.row, COLUMNS.title("services"))
        if old is None and (not one.opens or one.renamed):
            why = Text("counters-unknown", {"counter": short(one.counter), "unit": unit.name})
            yield Wrong(why, one.row, COLUMNS.title("counter"))
        elif old is None and not one.services:
            yield Wrong(Text("counters-bare"), one.row, COLUMNS.title("services"))
        if old is not None and not one.opens:
            yield from _not_there(one, {same(names[n]) for n in old.offered})
        if one.renamed:
            place = (unit.id, same(one.renamed))
            if taken.setdefault(place, old.id if old else 0) != (old.id if old else 0):
                yield Wrong(Text("counters-taken"), one.row, COLUMNS.title("renamed"))


def _not_there(one: Window, offered: set[str]) -> Iterator[Wrong]:
    for name in one.services:
        if same(name) not in offered:
            why = Text("counters-no-service", {"service": short(name)})
            yield Wrong(why, one.row, COLUMNS.title("services"))


COUNTERS = Kind("counters", COLUMNS, read, apply, "counters-empty", "import-template-plain", ())
