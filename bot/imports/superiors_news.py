"""Who reads that a file of the office has given them another superior, or another in their team, or
lets them act in a superior's place."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace

from bot.imports.outcome import Terms
from handlers.office.people.stand_in import begun_letters, ended_letter
from handlers.office.people.superior import yours
from handlers.words.doubts import of_a_change
from models.letters import Letter
from models.people import Colleague
from models.store import Store
from models.store.chat import chats
from models.store.letters import letters
from models.store.people import charges, people, posts
from models.store.people.charges import StandIn

Over = Mapping[int, int]
"""Person -> superior."""
Standing = Mapping[tuple[int, int], StandIn]
"""In whose place, and who -> how they stand there, today or later."""
FEW = 3
"""So many who come and go are told of one by one; whose team changes more sees it in `tim`."""


def over_all(store: Store, terms: Terms) -> Over:
    """Everybody's superior today."""
    return posts.superiors_on(store, terms.stamp().day)


def standing(store: Store, terms: Terms) -> Standing:
    """Who stands in whose place."""
    there = charges.every_stand_in(store, terms.stamp().day)
    return {(instead, place.who.id): replace(place, id=0) for instead, place in there}


def tell_standing(store: Store, before: Standing, terms: Terms) -> None:
    """Tell who acts for a superior otherwise than `before`, and that superior; or that it is over.
    All but the one who brought it."""
    after = standing(store, terms)
    for (instead, who), place in after.items():
        if before.get((instead, who)) != place:
            name = people.name_of(store, instead)
            _tell(store, begun_letters(instead, name, place), terms)
    for instead, who in before.keys() - after.keys():
        _tell(store, [(who, ended_letter(people.name_of(store, instead)))], terms)


def _tell(store: Store, said: Iterable[tuple[int, Letter]], terms: Terms) -> None:
    for number, letter in said:
        if number != terms.by:
            letters.tell(store, number, letter, now=terms.now)


def tell_changes(store: Store, before: Over, terms: Terms) -> None:
    """Tell of every superior who is another than `before`: all but the one who brought it."""
    after, joined = over_all(store, terms), chats.joined(store)
    changed = [who for who, new in after.items() if before.get(who, new) != new]
    for who in joined.intersection(changed).difference({terms.by}):
        letters.tell(store, who, yours(_colleague(store, after[who])), now=terms.now)
    teams: dict[int, list[int]] = defaultdict(list)
    for who in changed:
        teams[before[who]].append(who)
        teams[after[who]].append(who)
    for head in joined.intersection(teams).difference({terms.by}):
        for who in teams[head] if len(teams[head]) <= FEW else ():
            for letter in _to(store, head, who, before[who], after[who]):
                letters.tell(store, head, letter, now=terms.now)


def _to(store: Store, head: int, who: int, old: int, new: int) -> Iterator[Letter]:
    """What the old or the new superior reads of one who goes or comes."""
    three = (_colleague(store, number) for number in (who, old, new))
    return (letter for number, letter in of_a_change(*three) if number == head)


def _colleague(store: Store, number: int) -> Colleague:
    return Colleague(number, people.name_of(store, number))
