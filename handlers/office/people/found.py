"""Looking for people of the units whose office one is: pages of names, by name."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from handlers.engine.conversation import Onward
from handlers.engine.questions import Option
from handlers.office.people.find import Find, wanted
from handlers.openings import ToCard, ToFound, ToHiring, ToLooked, ToSearch
from handlers.words.pages import SHOWN, page_rows
from models.calendar import local
from models.letters import Button, Letter, Text, Verbatim, Words
from models.people import Person
from models.refused import Refused
from models.rights import units_kept
from models.store import Store
from models.store.office import services
from models.store.people import roll
from models.store.people.roll import Found, Ward


@dataclass(frozen=True)
class FoundPage:
    """A page of who is meant by the words; of everybody, where there are none."""

    people: tuple[Found, ...]
    number: int
    words: str
    more: bool


def look(store: Store, person: Person, opening: ToSearch | None, now: datetime) -> FoundPage:
    """Everybody whose people one keeps; refused to who keeps nobody's."""
    return _page(store, person, now)


def look_at_page(
    store: Store, person: Person, opening: ToFound | None, now: datetime
) -> FoundPage:
    """A page of whom the words behind a button find."""
    words, number = (opening.words, opening.page) if opening else ("", 0)
    return _page(store, person, now, words=words, number=number)


def look_for_words(
    store: Store, person: Person, opening: ToLooked | None, now: datetime
) -> FoundPage:
    """Whom the typed words find."""
    return _page(store, person, now, words=opening.words if opening else "")


def check_keeps(person: Person) -> None:
    """Refused to who keeps nobody's people."""
    if not units_kept(person):
        raise Refused(Text("pegawai-not-yours"))


def wards(store: Store, person: Person, now: datetime) -> list[Ward]:
    """The units whose people this person keeps, each with those below it, and its day."""
    tops = filter(None, (services.unit(store, number) for number in units_kept(person)))
    return [Ward(services.subtree(store, top.id), local(now, top.zone).date()) for top in tops]


def _page(
    store: Store, person: Person, now: datetime, *, words: str = "", number: int = 0
) -> FoundPage:
    """A page of the people one keeps, oneself left out."""
    check_keeps(person)
    words = wanted(words.replace("_", "é"))
    there = wards(store, person, now)
    skip, most = number * SHOWN, SHOWN + 1
    people = roll.found(store, there, words, but=person.id, skip=skip, most=most)
    return FoundPage(tuple(people[:SHOWN]), number, words, len(people) > SHOWN)


async def ask(page: FoundPage) -> Onward:
    """One tap on a name, or words; where it leads."""
    return await _asked("pegawai-who", page)


async def ask_again(page: FoundPage) -> FoundPage | Onward:
    """Other words, where nobody was found; somebody's card, where it is one alone."""
    if page.words and not page.people:
        return await _asked("pegawai-none", page)
    if page.words and len(page.people) == 1 and not (page.number or page.more):
        return Onward.to(ToCard(page.people[0].id))
    return page


async def _asked(question: str, page: FoundPage) -> Onward:
    options = [Option(ToCard(one.id).written, Verbatim(one.name)) for one in page.people]
    if page.more:
        options.append(Option(ToFound(1).written, Text("button-page-after")))
    options.append(Option(ToHiring().written, Text("button-pegawai-hire")))
    return Onward(ToSearch.conversation, await Find(question, options=options, passing=True))


def keep(store: Store, person: Person, page: FoundPage, now: datetime) -> Letter:
    """The names, each the way to its card."""
    if not page.people:
        return Letter((Text("pegawai-nobody"),), ((to_search(),), (to_hiring(),)))
    rows: list[tuple[Button, ...]] = [
        (ToCard(one.id).button(_label(one)),) for one in page.people
    ]
    rows += page_rows(lambda n: ToFound(n, page.words), page.number, more=page.more)
    rows.append((to_search(), to_hiring()))
    return Letter((Text("pegawai-found"),), tuple(rows))


def _label(one: Found) -> Words:
    return Text("pegawai-label", {"name": one.name, "unit": one.unit})


def to_search() -> Button:
    """The way to look for somebody else."""
    return ToSearch().button(Text("button-pegawai-search"))


def to_hiring() -> Button:
    """The way to write down somebody who begins here."""
    return ToHiring().button(Text("button-pegawai-hire"))
