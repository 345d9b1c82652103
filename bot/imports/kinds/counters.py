"""`tilik import counters`: counters (loket), their names, and what is open and closed at them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Annotated

from bot.imports.kind import Kind
from bot.imports.kinds.dated import no_unit, units_by_name
from bot.imports.outcome import Outcome, Tally, Terms, listed
from bot.imports.reading.cells import chosen, several
from bot.imports.reading.headers import COUNTER, RENAMED, SERVICE, STATUS, UNIT
from bot.imports.reading.sheets import (
    LONGEST_CELL,
    Mistake,
    ReadSheet,
    SheetRow,
    column,
    columns_of,
    refuse,
    same,
    short,
    twice,
)
from models.letters import Text
from models.services import Unit
from models.store import Store
from models.store.office import counters, services
from models.store.office.counters import Loket
from models.store.oversight.stamps import Stamp

OPENS = {
    **dict.fromkeys(("buka", "dibuka", "aktif", "open"), True),
    **dict.fromkeys(("tutup", "ditutup", "tidak aktif", "closed"), False),
}


@dataclass(frozen=True, slots=True)
class CounterRow(SheetRow):
    """One row: a counter, and the services that are open (or closed) there from now on."""

    unit: Annotated[str, column(UNIT, filled=True, above=True)]
    counter: Annotated[str, column(COUNTER, filled=True)]
    services: Annotated[
        tuple[str, ...], column(SERVICE, several, needed=True, blank=(), longest=20 * LONGEST_CELL)
    ]
    opens: Annotated[bool, column(STATUS, chosen(OPENS, "counters-status-wrong"), blank=True)]
    renamed: Annotated[str | None, column(RENAMED)]


COLUMNS = columns_of(CounterRow)


def agree(rows: Iterable[CounterRow]) -> Iterator[Mistake]:
    """A counter opens in one row, and closes in one."""
    keyed = ((one.row, (same(one.unit), same(one.counter), one.opens)) for one in rows)
    return twice(keyed, "counters-twice", COLUMNS.title("counter"))


def apply(store: Store, sheet: ReadSheet[CounterRow], terms: Terms) -> Outcome:
    """Let the counters be as the file says; what it does not name stays. Raises `SheetWrong`."""
    rows, units = sheet.rows, units_by_name(store)
    known = {(one.unit_id, same(one.name)): one for one in counters.every(store)}
    names = {number: name for number, (_, name) in counters.services_named(store).items()}
    refuse([*sheet.wrongs, *_against(rows, units, known, names)])
    tally = Tally(units={units[same(one.unit)].id for one in rows})
    for one in rows:
        unit = units[same(one.unit)]
        stamp = terms.stamp(unit.zone)
        _put(store, one, unit, known.get((unit.id, same(one.counter))), stamp, tally)
    return tally.outcome()


def _put(
    store: Store, one: CounterRow, unit: Unit, old: Loket | None, stamp: Stamp, tally: Tally
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
    one: CounterRow,
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


def _against(
    rows: Iterable[CounterRow],
    units: Mapping[str, Unit],
    known: Mapping[tuple[int, str], Loket],
    names: Mapping[int, str],
) -> Iterator[Mistake]:
    taken = {key: one.id for key, one in known.items()}
    for one in rows:
        unit = units.get(same(one.unit))
        if unit is None:
            yield no_unit(one.unit, one.row, COLUMNS.title("unit"))
            continue
        old = known.get((unit.id, same(one.counter)))
        if any(len(name) > LONGEST_CELL for name in one.services):
            why = Text("sheet-cell-long", {"longest": LONGEST_CELL})
            yield Mistake(why, one.row, COLUMNS.title("services"))
        if old is None and (not one.opens or one.renamed):
            why = Text("counters-unknown", {"counter": short(one.counter), "unit": unit.name})
            yield Mistake(why, one.row, COLUMNS.title("counter"))
        elif old is None and not one.services:
            yield Mistake(Text("counters-bare"), one.row, COLUMNS.title("services"))
        if old is not None and not one.opens:
            yield from _not_there(one, {same(names[n]) for n in old.offered})
        if one.renamed:
            place = (unit.id, same(one.renamed))
            if taken.setdefault(place, old.id if old else 0) != (old.id if old else 0):
                yield Mistake(Text("counters-taken"), one.row, COLUMNS.title("renamed"))


def _not_there(one: CounterRow, offered: set[str]) -> Iterator[Mistake]:
    for name in one.services:
        if same(name) not in offered:
            why = Text("counters-no-service", {"service": short(name)})
            yield Mistake(why, one.row, COLUMNS.title("services"))


COUNTERS = Kind("counters", CounterRow, apply, "counters-empty", "import-template-plain", agree)
