"""What becomes of each person of a file: as they stood, as they stand, what is otherwise. Pure."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace

from bot.imports.changes import Change, changed
from bot.imports.kinds.people.against import Places
from bot.imports.kinds.people.sheet import Staff
from bot.imports.reading.sheets import same
from models.people import Held
from models.services import Unit
from models.store.people.staff import Member


@dataclass(frozen=True)
class Step:
    """A row, its unit, and the person before and after it. Of who is new, nothing held before."""

    row: Staff
    unit: Unit
    before: Member
    after: Member
    is_new: bool


def nobody_yet(number: int, row: Staff) -> Member:
    """Somebody new, before they get a post."""
    nothing = frozenset[int]()
    return Member(number, row.name, row.nip, None, None, None, nothing, frozenset())


def after(
    row: Staff, before: Member, unit: Unit, *, numbers: Mapping[str, int], counters: Places
) -> Member:
    """The person as the row says they stand; `numbers` are nip -> person.

    The row speaks of the unit where they are and the one they come from: a duty at a third unit
    stays. Who goes to another unit leaves the counters of the old one behind; who leaves for good
    has nothing any more.
    """
    if row.left:
        nothing = nobody_yet(before.id, row)
        return replace(nothing, nip=before.nip)
    theirs = counters.get(same(row.unit), {})
    if row.counters is not None:
        stations = frozenset(theirs[same(name)] for name in row.counters)
    else:
        stations = before.counters if before.unit_id == unit.id else frozenset()
    elsewhere = {held for held in before.duties if held.unit_id not in (unit.id, before.unit_id)}
    own = {Held(row.duty, unit.id)} if row.duty else set()
    return replace(
        before,
        name=row.name,
        unit_id=unit.id,
        title=row.title,
        superior_id=numbers[row.superior] if row.superior else None,
        counters=stations,
        duties=frozenset(elsewhere | own),
    )


def changes(
    step: Step,
    *,
    people: Mapping[int, str],
    units: Mapping[int, str],
    counters: Mapping[int, str],
    in_words: Callable[[Held], str],
) -> Iterator[Change]:
    """What of the person is otherwise, with the names of what there is by number."""
    was, now = step.before, step.after
    yield from changed("name", was.name, now.name)
    yield from changed("unit", _named(units, was.unit_id), _named(units, now.unit_id))
    yield from changed("title", was.title or "", now.title or "")
    yield from changed("superior", _named(people, was.superior_id), _named(people, now.superior_id))
    yield from changed("counters", _list(counters, was.counters), _list(counters, now.counters))
    held = (", ".join(sorted(map(in_words, member.duties))) for member in (was, now))
    yield from changed("role", *held)


def _named(names: Mapping[int, str], number: int | None) -> str:
    return "" if number is None else names[number]


def _list(names: Mapping[int, str], numbers: Iterable[int]) -> str:
    return ", ".join(names.get(number, f"#{number}") for number in sorted(numbers))
