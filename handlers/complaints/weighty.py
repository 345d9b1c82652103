"""Weighty matters (money, abuse of office, discipline): who of the oversight team may take one.

Never who heads the unit or one above it, and never who is named in what the citizen wrote. Where
there is nobody, nothing is taken: the citizen is told so, and where to go.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime

from handlers.complaints import today_at
from handlers.openings import ToCase
from models.comments.held import is_named
from models.comments.names import staff_names
from models.complaints import Complaint
from models.letters import OPENS, Letter, Text
from models.people import Colleague, Person
from models.store import Store
from models.store.chat import makers, new_chats
from models.store.complaints import complaints
from models.store.letters import letters
from models.store.office import services
from models.store.people import duties, people


def takers(store: Store, unit_id: int, now: datetime) -> list[Colleague]:
    """Who of the oversight team of the unit, or of one above it, has joined and heads none of them.
    """
    units = [one.id for one in services.lineage(store, unit_id)]
    day = today_at(store, unit_id, now)
    heads = set(duties.holders(store, "head", units, day))
    found = [one for one in duties.holders(store, "oversight", units, day) if one not in heads]
    return [
        Colleague(one, people.name_of(store, one))
        for one in found
        if new_chats.trusted(store, one) and not people.has_left(store, one, now)
    ]


def second_overseers(store: Store, asker: int, one: Complaint, now: datetime) -> list[int]:
    """Who may agree to what this one asks: of the team there, and neither stands behind the other.
    """
    own = makers.behind(store, [asker])
    found = (taker.id for taker in takers(store, one.unit_id, now))
    return [each for each in found if own.isdisjoint(makers.behind(store, [each]))]


def takers_of(
    store: Store, unit_ids: Iterable[int], now: datetime
) -> Mapping[int, Sequence[Colleague]]:
    """The same for several units; where nobody oversees anything, without looking at each."""
    if not people.entrusted(store, "oversight", now):
        return {}
    return {one: takers(store, one, now) for one in unit_ids}


def unnamed(found: Sequence[Colleague], words: str) -> list[Colleague]:
    """Those of them of whom these words do not tell: nobody decides about themselves."""
    return [one for one in found if not _names(words, one.name)]


def tells_of(store: Store, person: Person, one: Complaint) -> bool:
    """Whether what the citizen said in this weighty complaint names this person."""
    return person.id is not None and names(store, one, person.id)


def names(store: Store, one: Complaint, person_id: int) -> bool:
    """The same of who has this number."""
    said = (step.words for step in complaints.steps(store, one) if step.is_said)
    name = people.name_of(store, person_id)
    return any(words and _names(words, name) for words in said)


def tell_oversight(store: Store, one: Complaint, words: str, now: datetime) -> None:
    """Those who may take it hear that it is there: its number, and no word of it."""
    for taker in unnamed(takers(store, one.unit_id, now), words):
        letters.tell(store, taker.id, arrived(one), now=now)


def arrived(one: Complaint) -> Letter:
    """There is one, under this number."""
    told = Text("told-weighty", {"number": one.number, OPENS: ToCase(one.id).tap})
    return Letter((told,), ((ToCase(one.id).button(Text("button-case")),),))


def _names(words: str, name: str) -> bool:
    return is_named(words, staff_names([name]))
