"""What a table of staff says that the store knows otherwise, or does not know."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence

from bot.imports.kinds.people.checks import rings
from bot.imports.kinds.people.sheet import COLUMNS, Sheet, Staff
from bot.imports.kinds.services.units import Units
from bot.imports.reading.sheets import Wrong, same, short
from models.letters import Text
from models.services import Counter
from models.store.people.staff import Member

Places = Mapping[str, Mapping[str, int]]
"""Unit (as `same` has it) -> counter (likewise) -> its number."""


def places(counters: Iterable[Counter]) -> Places:
    """The counters by unit and name."""
    found: dict[str, dict[str, int]] = {}
    for counter in counters:
        found.setdefault(same(counter.unit.name), {})[same(counter.name)] = counter.id
    return found


def against(
    sheet: Sheet, roster: Mapping[int, Member], units: Units, counters: Places
) -> Iterator[Wrong]:
    """Units that are otherwise, counters and superiors that are not there, circles of superiors."""
    before = {member.nip for member in roster.values() if member.nip}
    gone = {one.nip for one in sheet.staff if one.left}
    known = sheet.nips | before
    for one in sheet.staff:
        if one.left:
            if one.nip not in before:
                yield Wrong(Text("people-left-unknown"), one.row, COLUMNS.title("nip"))
            continue
        yield from units.against(one, COLUMNS)
        yield from _counters(one, counters.get(same(one.unit), {}))
        if one.superior and one.superior not in known:
            yield Wrong(Text("people-superior-unknown"), one.row, COLUMNS.title("superior"))
        if one.superior in gone:
            yield Wrong(Text("people-superior-left"), one.row, COLUMNS.title("superior"))
    yield from _rings(sheet.staff, roster)


def renumbered(staff: Iterable[Staff], known: Collection[str]) -> Iterator[Wrong]:
    """Old numbers that nobody has, or of somebody else than the new one."""
    for one in staff:
        if one.old_nip is None or one.old_nip == one.nip:
            continue
        if one.old_nip in known and one.nip in known:
            yield Wrong(Text("people-old-nip-two"), one.row, COLUMNS.title("old_nip"))
        elif one.old_nip not in known and one.nip not in known:
            yield Wrong(Text("people-old-nip-unknown"), one.row, COLUMNS.title("old_nip"))


def _counters(one: Staff, known: Mapping[str, int]) -> Iterator[Wrong]:
    for name in one.counters or ():
        if same(name) not in known:
            facts = {"counter": short(name), "unit": one.unit}
            why = Text("people-counter-unknown", facts)
            yield Wrong(why, one.row, COLUMNS.title("counters"))


def _rings(staff: Sequence[Staff], roster: Mapping[int, Member]) -> Iterator[Wrong]:
    """Circles that the file closes, also over superiors that only the store knows."""
    here = {one.nip: one for one in staff if not one.left}
    over: dict[str, str] = {}
    for member in roster.values():
        if member.superior_id is not None:
            over[_key(member)] = _key(roster[member.superior_id])
    for one in staff:
        over.pop(one.nip, None)
    for one in here.values():
        if one.superior and one.superior != one.nip:
            over[one.nip] = one.superior
    names = {_key(member): member.name for member in roster.values()}
    names.update((one.nip, one.name) for one in here.values())
    for ring in rings(over):
        mine = sorted((here[key].row, place) for place, key in enumerate(ring) if key in here)
        for row, place in mine[:1]:
            turned = [*ring[place:], *ring[:place], ring[place]]
            facts = {"people": " → ".join(names.get(key, "?") for key in turned)}
            yield Wrong(Text("people-ring", facts), row, COLUMNS.title("superior"))


def _key(member: Member) -> str:
    return member.nip or f"#{member.id}"
