"""A cell that says whom a service serves by group: "perempuan 510; laki-laki 490; 60+ 120"."""

from __future__ import annotations

from collections.abc import Callable

from models.groups import GROUPS

Served = tuple[tuple[str, str, int], ...]
"""Group, value and how many people, in the order of the cell."""
_CALLED = {
    "female": "perempuan wanita p female women",
    "male": "laki-laki laki pria l male men",
    "under30": "di bawah 30|<30|0-29|17-29|under 30",
    "30to44": "30-44",
    "45to59": "45-59",
    "from60": "60 ke atas|60+|>=60|60 and over|lansia",
    "primary": "sd|sd atau belum tamat|primary",
    "secondary": "smp|sma|smp atau sma|secondary",
    "higher": "diploma ke atas|diploma|sarjana|higher",
    "employed": "pegawai atau karyawan|pegawai|karyawan|employed",
    "own": "usaha sendiri|wirausaha|self-employed",
    "none": "tidak bekerja|not in work",
    "yes": "disabilitas|penyandang disabilitas|disability",
    "no": "tanpa disabilitas|bukan disabilitas|no disability",
}
_OF = {value: group for group, values in GROUPS.items() for value in values}
_VALUES = {
    word: (_OF[value], value)
    for value, words in _CALLED.items()
    for word in words.split("|" if "|" in words else " ")
}
_NUMBER = frozenset("0123456789.,")


def read_groups(cell: str, number: Callable[[str], int | None]) -> Served | None:
    """The groups of a cell; None where a part of it is no group with its number, or there twice."""
    found = [_read(part, number) for part in cell.replace("\n", ";").split(";") if part.strip()]
    values = [one for one in found if one is not None]
    named = {one[:2] for one in values}
    return tuple(values) if values and len(named) == len(found) else None


def _read(part: str, number: Callable[[str], int | None]) -> tuple[str, str, int] | None:
    said = part.lower().replace("–", "-").replace(":", " ").replace("=", " ").split()
    digits: list[str] = []
    while said and _NUMBER.issuperset(said[-1]):
        digits.insert(0, said.pop())
    known, people = _VALUES.get(" ".join(said)), number(" ".join(digits))
    return (*known, people) if known and people is not None else None
