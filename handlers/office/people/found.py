"""Looking for people of the units whose office one is: pages of names, by name."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from handlers.conversation import Onward
from handlers.office.people.find import Find
from handlers.openings import ToCard, ToFound, ToSearch
from handlers.pages import SHOWN, page_rows
from handlers.questions import Option
from models.calendar import local
from models.letters import Button, Letter, Text, Verbatim, Words
from models.people import Person
from models.rights import units_kept
from models.store import Store
from models.store.office import services
from models.store.people import roll
from models.store.people.roll import Found, Ward


@dataclass(frozen=True)
class Page:
    """A page of who is meant by the words; `asks`: it is only the beginning of a search."""

    people: tuple[Found, ...]
    number: int
    words: str
    more: bool
    asks: bool

    @property
    def is_open(self) -> bool:
        """Whether words are waited for: at the beginning, and where nobody was found."""
        return self.asks or bool(self.words and not self.people)


def wards(store: Store, person: Person, now: datetime) -> list[Ward]:
    """The units whose people this person keeps, each with those below it, and its day."""
    tops = filter(None, (services.unit(store, number) for number in units_kept(person)))
    return [Ward(services.subtree(store, top.id), local(now, top.zone).date()) for top in tops]


def page_of(
    store: Store, person: Person, now: datetime, *, number: int, words: str, asks: bool
) -> Page:
    """A page of the people one keeps, oneself left out."""
    there = wards(store, person, now)
    skip, most = number * SHOWN, SHOWN + 1
    people = roll.found(store, there, words, but=person.id, skip=skip, most=most)
    return Page(tuple(people[:SHOWN]), number, words, len(people) > SHOWN, asks)


async def asked(page: Page) -> Onward:
    """One tap on a name, or words; where it leads."""
    options = [Option(f"p{one.id}", Verbatim(one.name)) for one in page.people]
    if page.more:
        options.append(Option("h1", Text("button-page-after")))
    asks = "pegawai-who" if page.asks else "pegawai-none"
    return Onward("pegawai", await Find(asks, options=options))


def page_letter(page: Page) -> Letter:
    """The names, each the way to its card."""
    if not page.people:
        return Letter((Text("pegawai-nobody"),), ((to_search(),),))
    rows: list[tuple[Button, ...]] = [
        (ToCard(one.id).button(_label(one)),) for one in page.people
    ]
    rows += page_rows(lambda n: ToFound(n, page.words), page.number, more=page.more)
    rows.append((to_search(),))
    return Letter((Text("pegawai-found"),), tuple(rows))


def _label(one: Found) -> Words:
    return Text("pegawai-label", {"name": one.name, "unit": one.unit})


def to_search() -> Button:
    """The way to look for somebody else."""
    return ToSearch().button(Text("button-pegawai-search"))
