"""Siapa: what Tilik knows of the person who asks."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import datetime
from typing import get_args

from handlers.acting import acting_title
from handlers.engine.manifest import Cost, Manifest, Offer
from handlers.engine.topic import Screen
from handlers.openings import ToMyself, ToSuperior
from models.calendar import local
from models.letters import Button, Letter, Lines, Text, Words
from models.people import Address, Duty, Person
from models.rights import works
from models.store import Store
from models.store.chat import addresses, chats
from models.store.office import services
from models.store.people import people, posts, teams
from models.store.people.posts import ActingPost
from models.store.people.teams import Membership


@dataclass(frozen=True)
class Profile:
    """The person, their duties as (duty, unit), the name of their superior, and their chats.

    `acting` are the posts they hold beside their own, `teams` their working teams.
    """

    person: Person
    duties: tuple[tuple[str, str], ...]
    superior: str | None
    chats: tuple[Address, ...]
    acting: tuple[ActingPost, ...] = ()
    teams: tuple[Membership, ...] = ()


def look(store: Store, person: Person, opening: object, now: datetime) -> Profile:
    """What the store has of whoever asks."""
    units = ((held.duty, services.unit(store, held.unit_id)) for held in person.duties)
    duties = tuple((duty, unit.name) for duty, unit in units if unit is not None)
    number = person.id
    there = [] if number is None else addresses.of_person(store, number, everywhere=True)
    known = Profile(person, duties, _superior(store, person, now), tuple(there))
    if number is None or person.post is None:
        return known
    today = local(now, person.post.unit.zone).date()
    beside, together = posts.acting_of(store, number, today), teams.of_person(store, number, today)
    return replace(known, acting=beside, teams=together)


def show(known: Profile) -> Letter:
    """All of it, in a few lines."""
    language = Text(f"language-{known.person.address.tongue}")
    if known.person.name is None:
        return Letter((Text("whoami-stranger", {"language": language}),))
    lines = [Text("whoami-name", {"name": known.person.name}), *_place(known)]
    lines += [Text("whoami-language", {"language": language}), *_chats(known)]
    return Letter((Lines(tuple(lines)),), _ways(known))


def _ways(known: Profile) -> tuple[tuple[Button, ...], ...]:
    """Who works may say that it is another superior, or that there is none yet."""
    if not works(known.person):
        return ()
    label = Text("button-doubt-mine" if known.superior else "button-doubt-none")
    return ((ToSuperior("saya").button(label),),)


def _place(known: Profile) -> Iterator[Words]:
    post = known.person.post
    if post is not None:
        yield Text("whoami-post", {"title": post.title, "unit": post.unit.name})
    for one in known.acting:
        title = acting_title(one.label, one.title)
        yield Text("whoami-acting", {"title": title, "unit": one.unit.name})
    for duty, unit in known.duties:
        if duty in get_args(Duty):
            yield Text(f"whoami-{duty}", {"unit": unit})
    if known.superior is not None:
        yield Text("whoami-superior", {"name": known.superior})
    elif post is not None:
        yield Text("whoami-no-superior")
    for team in known.teams:
        called = "whoami-team-leads" if team.leads else "whoami-team"
        yield Text(called, {"team": team.team.name})


def _chats(known: Profile) -> Iterator[Words]:
    """Where Tilik speaks first, where it could, and where they want to be left in peace."""
    first = chats.first_of(known.chats)
    for one in known.chats:
        facts = {"channel": one.channel_name}
        if one == first:
            yield Text("whoami-channel-first", facts)
        elif one.speaks_first:
            yield Text("whoami-channel", facts)
        else:
            yield Text("whoami-channel-quiet", facts)


def _superior(store: Store, person: Person, now: datetime) -> str | None:
    if person.id is None or person.post is None:
        return None
    today = local(now, person.post.unit.zone).date()
    number = posts.superior_of(store, person.id, today)
    return None if number is None else people.name_of(store, number)


CONVERSATION = Screen(
    ToMyself,
    look,
    show,
    manifest=Manifest(
        serves="everybody",
        menu=Offer(5),
        help=Offer(5, Text("guide-who")),
        cost=Cost(1, 1, 1),
    ),
)
