"""Who reads that a file of the office has given them another superior, or another in their team."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping

from bot.imports.outcome import Terms
from handlers.office.people.superior import yours
from handlers.words.doubts import of_a_change
from models.letters import Letter
from models.people import Colleague
from models.store import Store
from models.store.chat import chats
from models.store.letters import letters
from models.store.people import people, posts

Over = Mapping[int, int]
"""Person -> superior."""
FEW = 3
"""So many who come and go are told of one by one; whose team changes more sees it in `tim`."""


def over_all(store: Store, terms: Terms) -> Over:
    """Everybody's superior today."""
    return posts.superiors_on(store, terms.stamp().day)


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
