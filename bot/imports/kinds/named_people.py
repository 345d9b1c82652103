"""People as a file names them: by number, by name, by both, or by the post they hold."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field
from difflib import get_close_matches

from bot.imports.outcome import whose
from bot.imports.reading.cells import number_of_person
from bot.imports.reading.frame import NOT_A_NUMBER, numbers
from bot.imports.reading.sheets import same, short
from bot.imports.reading.titles import slips
from models.letters import Text

TITLES = frozenset(
    (
        *("dr", "drs", "dra", "drg", "drh", "ir", "prof", "h", "hj", "kh", "ns", "apt", "bdn", "r"),
        *("rr", "hc", "st", "se", "sh", "ssi", "spd", "sip", "sos", "skom", "skm", "sap", "ma"),
        *("mm", "msi", "mh", "mkes", "mpd", "mt", "mkom", "map", "phd", "amd", "bapak", "ibu"),
        *("pak", "bu"),
    )
)
"""What may stand before and behind a name."""
MUHAMMAD = frozenset(
    ("moh", "muh", "mhd", "moch", "much", "mohd", "mohammad", "mohamad", "mochammad", "muhamad")
)
"""One name, spelt in many ways."""
MOST_NEAR = 20
"""So many unknown names are compared with all others, to say who may be meant."""
_NUMBER = re.compile(r"(?:nip[. :]{0,3})?[0-9](?:[ .\-]{0,2}[0-9]){16,17}", re.IGNORECASE)
_LETTERS = re.compile(r"[^\W\d_eE]")
_DEGREE = re.compile(r"(?:\w{1,4}\.){1,4}\w{0,4}")


@dataclass(frozen=True, slots=True)
class Someone:
    """A person as a cell names them: by number (nip), by name, or by both."""

    nip: str | None = None
    name: str | None = None


def someone_of(cell: str) -> Someone | None:
    """Who is named; None where the cell says that there is nobody. Raises `CellWrong`."""
    found, letters = _NUMBER.search(cell), _LETTERS.search(cell)
    if not cell.strip("0 .'"):
        return None
    if found is None and letters and sum(map(str.isdigit, cell)) < NOT_A_NUMBER:
        return Someone(name=cell)
    if found is None:
        return Someone(number_of_person(cell))
    rest = f"{cell[: found.start()]} {cell[found.end() :]}".strip(" /,;()'’`-–:.=\"")
    name = " ".join(rest.split()) if _LETTERS.search(rest) else None
    return Someone(number_of_person(found[0]), name)


def with_name(someone: Someone | None, beside: str | None) -> Someone | None:
    """The same, with the name that stands in a column of its own."""
    if someone is None:
        return Someone(name=beside) if beside else None
    return Someone(someone.nip, someone.name or beside)


def core(name: str) -> str:
    """A name without what stands before and behind it, in small letters."""
    parts = name.partition(",")[0].split()
    words = [(part.strip(".'’`()").casefold(), _DEGREE.fullmatch(part)) for part in parts]
    kept = [
        word
        for at, (word, has_dots) in enumerate(words)
        if word.replace(".", "") not in TITLES and not (at and has_dots and "." in word)
    ]
    return " ".join(kept or (word for word, _ in words))


def is_anothers(written: str, known: str) -> bool:
    """Whether these are clearly the names of two: some word of the shorter one is none of the
    other, nor an initial, nor one of it with a slip."""
    shorter, longer = sorted((_words(written), _words(known)), key=len)
    return not all(any(_is_word(one, other) for other in longer) for one in shorter)


def differing(written: str, known: str) -> Text | None:
    """What is asked where a number is another person's than the name beside it."""
    if not is_anothers(written, known):
        return None
    return Text("people-superior-differs", {"name": short(written), "known": short(known)})


def _words(name: str) -> list[str]:
    parts = core(name).replace(".", " ").replace("-", " ").split()
    return ["muhammad" if part in MUHAMMAD else part for part in parts]


def _is_word(one: str, other: str) -> bool:
    if one.startswith(other) or other.startswith(one):
        return True
    least = min(len(one), len(other))
    return least >= 4 and slips(one[:40], other[:40]) <= (1 if least < 8 else 2)


@dataclass
class Names:
    """Everybody who may be named: who has a number, a name, or a post."""

    _by_number: dict[str, str] = field(default_factory=dict)
    _by_name: dict[str, set[str]] = field(default_factory=lambda: defaultdict(set))
    _by_post: dict[str, set[str]] = field(default_factory=lambda: defaultdict(set))
    _found: dict[tuple[str, str], list[int]] = field(default_factory=lambda: defaultdict(list))
    _compared: int = 0

    def add(self, number: str, name: str, post: str = "") -> None:
        """Somebody; whoever has the number already is called so from now on."""
        self._by_number[number] = name
        for key in {same(name), core(name)} - {""}:
            self._by_name[key].add(number)
        if post:
            self._by_post[same(post)].add(number)

    def has(self, number: str) -> bool:
        """Whether there is somebody with this number."""
        return number in self._by_number

    def find(self, someone: Someone, row: int) -> Someone | Text:
        """Who is meant, with their number, or what is to be asked; a number that nobody has stays
        as it is."""
        if someone.nip or not someone.name:
            known = self._by_number.get(someone.nip or "", someone.name)
            return self._differs(someone) or Someone(someone.nip, known)
        name = someone.name
        found = self._called(name) or self._by_post.get(same(name), set())
        if len(found) != 1:
            return self._unsure(name, len(found))
        (number,) = found
        self._found[name, number].append(row)
        return Someone(number, self._by_number[number])

    def notes(self) -> Iterator[Text]:
        """Whom each name was taken for."""
        for (name, number), rows in self._found.items():
            facts = {"name": short(name), "person": whose(self._by_number[number], number)}
            yield Text("people-superior-found", {**facts, "rows": numbers(rows)})

    def _called(self, name: str) -> set[str]:
        keys = (same(name), core(name))
        return next((found for key in keys if (found := self._by_name.get(key))), set[str]())

    def _differs(self, someone: Someone) -> Text | None:
        """What is asked where the number is another person's than the name beside it."""
        known = self._by_number.get(someone.nip or "")
        if known is None or not someone.name:
            return None
        return differing(someone.name, known)

    def _unsure(self, name: str, count: int) -> Text:
        if count:
            return Text("people-superior-many", {"name": short(name), "count": count})
        self._compared += 1
        if self._compared <= MOST_NEAR:
            for near in get_close_matches(core(name), list(self._by_name), n=1, cutoff=0.8):
                meant = self._by_number[min(self._by_name[near])]
                return Text("people-superior-near", {"name": short(name), "near": short(meant)})
        return Text("people-superior-nobody", {"name": short(name)})
