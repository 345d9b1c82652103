"""Charges: who approves whom on a day. Read downwards of whoever asks, upwards of whose work it is.

One rule, both ways. A person's approval is their superior's, or whoever's acts in that superior's
place that day. Where none of these is in Tilik it is the next superior's above them, and so on;
whoever acts for their own superior is approved by the next as well. Nobody approves their own, and
above the top there is nobody. In a vacant post whoever acts there approves for those of its last
holder (`models.store.people.vacancies`).
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from sqlalchemy import bindparam, exists, insert, select

from models.people import Acting, ActingAs, Colleague
from models.store import Store
from models.store.engine.prepared import Prepared
from models.store.oversight.stamps import Stamp, stamped
from models.store.people import vacancies
from models.store.people.links import DAY, during, ended, main_post, parts
from models.store.people.posts import Employee
from models.store.people.vacancies import acts_on
from models.store.schema import addresses, entries, people, posts, superiors


@dataclass(frozen=True)
class Charge:
    """Who is in somebody's charge on a day, as `models.people.Person` has it; `own` are those of
    `team` whose superior they are themselves."""

    own: tuple[Colleague, ...] = ()
    team: tuple[Colleague, ...] = ()
    acting: tuple[Acting, ...] = ()
    above: tuple[Colleague, ...] = ()
    raised: tuple[Colleague, ...] = ()


@dataclass(frozen=True)
class Signer:
    """Who may sign in a superior's place, that superior included: then as nothing else."""

    id: int
    name: str
    label: ActingAs | None = None
    title: str | None = None


@dataclass(frozen=True)
class Level:
    """One superior above somebody, and who of those who have joined signs there on that day;
    `is_vacant`: they were it last, and have that post no longer."""

    superior: Colleague
    signers: tuple[Signer, ...]
    is_vacant: bool = False


@dataclass(frozen=True)
class StandIn:
    """Who stands in a superior's place, as what, from which day to which; `id` is the post's."""

    id: int
    who: Colleague
    label: ActingAs | None
    title: str
    first: date
    last: date | None


@dataclass(frozen=True)
class Approvers:
    """Who approves somebody's work that day, and who where it waits too long; none, where nobody.

    `superior` is theirs as it is recorded, whether they have joined or not.
    """

    superior: Level | None
    now: tuple[Signer, ...]
    later: tuple[Signer, ...]


def _joined(person: Any) -> Any:
    return exists().where(addresses.c.person_id == person)


# -- downwards --


def charge_of(store: Store, person_id: int, day: date) -> Charge:
    """Everybody whose work the person approves on that day."""
    first = _FIRST.all(store, {"person": person_id, "day": day})
    if not first:
        return Charge()
    silent, lifted = _further(store, first, person_id, day)
    return Charge(
        own=_named(row for row in first if row.superior_id == person_id),
        team=_named(first),
        acting=tuple(_acting(store, first, person_id, day)),
        above=_named([*silent, *lifted]),
        raised=_raised(store, [*first, *silent], lifted, person_id, day),
    )


def _led(
    store: Store,
    but: int,
    day: date,
    *,
    over: Collection[int] = (),
    whose: Collection[int] = (),
) -> list[Any]:
    """Those whose superiors are these, and these themselves."""
    given = {"over": list(over), "whose": list(whose), "but": but, "day": day}
    return list(store.execute(_LED, given))


def _with_link(whose: Any, but: Any, day: Any) -> Any:
    """Those whose superior link of that day is so, by name; also who has vacated a post (`here` is
    not so), since others are below it.

    `himself`: that superior approves by the link; `stood`: somebody in Tilik acts there.
    """
    acting, himself = posts.alias(), vacancies.himself(superiors, day)
    here = exists().where(posts.c.person_id == people.c.id, main_post(day))
    stood = exists().where(vacancies.takes(superiors, acting, day), _joined(acting.c.person_id))
    return (
        select(people.c.id, people.c.name, superiors.c.superior_id)
        .add_columns(_joined(people.c.id).label("joined"), here.label("here"))
        .add_columns(himself.label("himself"), stood.label("stood"))
        .select_from(superiors.join(people, people.c.id == superiors.c.person_id))
        .where(whose, vacancies.live(superiors, day), people.c.id != but)
        .where(here | himself)
        .order_by(people.c.name, people.c.id)
    )


def _of_ones_own(person: Any, day: Any) -> Any:
    """Whose superior the person is, or stands in the place of."""
    acting = posts.alias()
    places = select(acting.c.acts_for).where(acting.c.person_id == person, acts_on(day, acting))
    takes = exists().where(acting.c.person_id == person, vacancies.takes(superiors, acting, day))
    himself = (superiors.c.superior_id == person) & vacancies.himself(superiors, day)
    return _with_link(himself | superiors.c.superior_id.in_(places) & takes, person, day)


_FIRST = Prepared(_of_ones_own(bindparam("person"), bindparam("day")))
# To write the statement takes ten times as long as to ask it, so each is written once.
_LED = _with_link(
    superiors.c.superior_id.in_(bindparam("over", expanding=True))
    | superiors.c.person_id.in_(bindparam("whose", expanding=True)),
    bindparam("but"),
    bindparam("day"),
)


def _further(
    store: Store, first: list[Any], but: int, day: date
) -> tuple[list[Any], list[Any]]:
    """Those below for whose own superior nobody stands in Tilik; and who stands for that superior
    themselves, so that it cannot be they."""
    known, level, found = {row.id for row in first}, first, list[Any]()
    lifted: dict[int, Any] = {}
    while level:
        acting = _in_place_of(store, [row.id for row in level], day)
        silent = {row.id: row for row in level if not row.joined}
        own = [row.person_id for row in acting if _approves(store, but, row.person_id, day)]
        rows = _led(store, but, day, over=silent, whose=own) if silent or own else []
        further = {row.id for row in rows if not row.stood and _goes_on(row, silent)}
        level = [row for row in rows if row.id in further and row.id not in known]
        rows = [row for row in rows if row.id in further or row.id in own]
        lifted |= {row.id: row for row in rows if row.id not in known}
        known |= {row.id for row in rows}
        found += level
    for row in found:
        lifted.pop(row.id, None)
    return found, list(lifted.values())


def _goes_on(row: Any, above: Mapping[int, Any]) -> bool:
    """Whether these superiors are above the row, and what is above them too: where one has moved on
    from the post, what stands above it is not known."""
    superior = above.get(row.superior_id)
    return superior is not None and bool(row.himself or not superior.here)


def _approves(store: Store, person_id: int, owner_id: int, day: date) -> bool:
    return any(one.id == person_id for one in approvers_of(store, owner_id, day).now)


def _in_place_of(store: Store, numbers: Collection[int], day: date) -> list[Any]:
    found: list[Any] = []
    for some in parts(list(numbers)):
        found += _IN_PLACE.all(store, {"whose": some, "day": day})
    return found


_IN_PLACE = Prepared(
    select(posts.c.acts_for, posts.c.person_id, posts.c.acting_as, posts.c.title)
    .add_columns(people.c.name, _joined(posts.c.person_id).label("joined"))
    .select_from(posts.join(people, people.c.id == posts.c.person_id))
    .where(posts.c.acts_for.in_(bindparam("whose", expanding=True)), acts_on(bindparam("day")))
    .order_by(posts.c.valid_from, posts.c.id)
)


def _acting(store: Store, first: list[Any], person_id: int, day: date) -> Iterator[Acting]:
    """In whose places the person stands, with whom each is about; nothing where in nobody's."""
    teams: dict[int, set[int]] = defaultdict(set)
    for row in first:
        if row.superior_id != person_id and row.here:
            teams[row.superior_id].add(row.id)
    if not teams:
        return
    query = (
        select(posts.c.acts_for, posts.c.acting_as, posts.c.title, posts.c.valid_to)
        .add_columns(people.c.name)
        .join(people, people.c.id == posts.c.acts_for)
        .where(posts.c.person_id == person_id, posts.c.acts_for.in_(teams), acts_on(day))
        .order_by(posts.c.valid_from, posts.c.id)
    )
    for row in store.execute(query):
        superior, team = Colleague(row.acts_for, row.name), frozenset(teams[row.acts_for])
        yield Acting(superior, row.acting_as, row.title, row.valid_to, team)


_WAIT_LONG = Prepared(
    select(entries.c.person_id)
    .where(entries.c.state == "sent", entries.c.raised_on.is_not(None))
    .distinct()
)


def _raised(
    store: Store, near: list[Any], lifted: list[Any], but: int, day: date
) -> tuple[Colleague, ...]:
    """Those one level further down of whose work some has waited too long."""
    whose = {row.person_id for row in _WAIT_LONG.all(store, {})}
    whose -= {row.id for row in (*near, *lifted)}
    if not whose:
        return ()
    above = {row.id: row for row in near}
    below = _led(store, but, day, over=above)
    below = [row for row in below if _goes_on(row, above)]
    silent, actors = _further(store, below, but, day)
    far = [*below, *silent, *actors]
    far += _over_their_own(store, [*near, *far], whose, but, day)
    return _named(row for row in far if row.id in whose)


def _over_their_own(
    store: Store, rows: list[Any], whose: set[int], but: int, day: date
) -> list[Any]:
    """Those of them who stand in the place above their own superior: it is the next who gets it."""
    acting = {row.person_id for row in _in_place_of(store, [row.id for row in rows], day)}
    own = [
        one
        for one in acting & whose
        if any(signer.id == but for signer in approvers_of(store, one, day).later)
    ]
    return _led(store, but, day, whose=own) if own else []


def _named(rows: Any) -> tuple[Colleague, ...]:
    return tuple({row.id: Colleague(row.id, row.name) for row in rows if row.here}.values())


# -- upwards --


def approvers_of(store: Store, person_id: int, day: date) -> Approvers:
    """Who approves the person's work on that day."""
    levels = list(_levels(store, person_id, day))
    able = [level for level in levels if level.signers]
    first = able[0].signers if able else ()
    if len(able) > 1 and _stands_for(store, person_id, able[0].superior.id, day):
        first += able[1].signers
    later = next((one.signers for one in able[1:] if not set(one.signers) <= set(first)), ())
    return Approvers(levels[0] if levels else None, first, later)


def _levels(store: Store, person_id: int, day: date) -> Iterator[Level]:
    """The superiors above the person, the nearest first; each once, whatever the links say. Above
    who has left there is nobody."""
    known, whose = {person_id}, person_id
    while True:
        row = _ABOVE.first(store, {"person": person_id, "whose": whose, "day": day})
        if row is None or row.id in known:
            return
        known.add(row.id)
        whose = row.id
        signers = [Signer(row.id, row.name)] if row.joined and row.himself else []
        signers += _acting_by(store, row.link, person_id, day)
        yield Level(Colleague(row.id, row.name), tuple(signers), not row.himself)
        if not row.himself and row.here:
            return


def _above(person: Any, whose: Any, day: Any) -> Any:
    """Who is above those of `whose`, where the person has a post that day."""
    own = posts.alias()
    works = exists().where(own.c.person_id == person, main_post(day, table=own))
    here = exists().where(posts.c.person_id == people.c.id, main_post(day))
    return (
        select(people.c.id, people.c.name, _joined(people.c.id).label("joined"))
        .add_columns(vacancies.himself(superiors, day).label("himself"), here.label("here"))
        .add_columns(superiors.c.id.label("link"))
        .join(superiors, superiors.c.superior_id == people.c.id)
        .where(superiors.c.person_id == whose, vacancies.live(superiors, day), works)
    )


_ABOVE = Prepared(_above(bindparam("person"), bindparam("whose"), bindparam("day")))


def _acting_by(store: Store, link: int, but: int, day: date) -> Iterator[Signer]:
    for row in _ACTING_BY.all(store, {"link": link, "but": but, "day": day}):
        yield Signer(row.person_id, row.name, row.acting_as, row.title)


_ACTING_BY = Prepared(
    select(posts.c.person_id, posts.c.acting_as, posts.c.title, people.c.name)
    .select_from(posts.join(people, people.c.id == posts.c.person_id))
    .join(superiors, vacancies.takes(superiors, posts, bindparam("day")))
    .where(superiors.c.id == bindparam("link"), posts.c.person_id != bindparam("but"))
    .where(_joined(posts.c.person_id))
    .order_by(posts.c.valid_from, posts.c.id)
)


def _stands_for(store: Store, person_id: int, superior_id: int, day: date) -> bool:
    place = (posts.c.person_id == person_id) & (posts.c.acts_for == superior_id) & acts_on(day)
    return bool(store.execute(select(exists().where(place))).scalar())


def acting_as(
    store: Store, person_id: int, owner_id: int, day: date
) -> tuple[ActingAs | None, str] | None:
    """As what the person stood for the owner's superior on that day; None for who was it, or was
    neither."""
    query = (
        select(posts.c.acting_as, posts.c.title)
        .join(superiors, vacancies.takes(superiors, posts, day))
        .where(posts.c.person_id == person_id, superiors.c.person_id == owner_id)
        .where(vacancies.live(superiors, day))
        .order_by(posts.c.valid_from, posts.c.id)
    )
    row = store.execute(query).first()
    return None if row is None else (row.acting_as, row.title)


# -- who stands in


def stand_ins(store: Store, superior_id: int, day: date) -> tuple[StandIn, ...]:
    """Who stands in the superior's place on that day or later."""
    return tuple(place for _, place in _standing(store, posts.c.acts_for == superior_id, day))


def every_stand_in(store: Store, day: date) -> tuple[tuple[int, StandIn], ...]:
    """Who stands in anybody's place on that day or later, after whose it is."""
    return tuple(_standing(store, posts.c.acts_for.is_not(None), day))


def _standing(store: Store, whose: Any, day: date) -> Iterator[tuple[int, StandIn]]:
    query = (
        select(posts, people.c.name)
        .join(people, people.c.id == posts.c.person_id)
        .where(posts.c.kind == "acting", whose, during(posts, day, date.max))
        .order_by(posts.c.valid_from, posts.c.id)
    )
    for row in store.execute(query):
        who = Colleague(row.person_id, row.name)
        span = row.valid_from, row.valid_to
        yield row.acts_for, StandIn(row.id, who, row.acting_as, row.title, *span)


def stand_in(store: Store, superior: Employee, place: StandIn, *, stamp: Stamp) -> None:
    """Let somebody stand in the superior's place; what they held there before ends with it."""
    whose = (posts.c.person_id == place.who.id) & (posts.c.acts_for == superior.id)
    ended(store, posts, whose & (posts.c.kind == "acting"), place.first)
    row = {
        "person_id": place.who.id,
        "unit_id": superior.unit.id,
        "title": place.title,
        "kind": "acting",
        "acting_as": place.label,
        "acts_for": superior.id,
        "vacated_on": vacancies.vacated_on(
            store, superior.id, (superior.unit.id, superior.title), place.first, place.last
        ),
        "valid_from": place.first,
        "valid_to": place.last,
    }
    store.execute(insert(posts).values(**row))
    what = {"unit": superior.unit.id, "kind": "acting", "since": str(place.first)}
    what |= {"acting": place.label or "acting", "for": superior.id}
    stamped(store, stamp, "post", {place.who.id: what})


def stand_down(store: Store, number: int, day: date, *, stamp: Stamp) -> bool:
    """Let it be over from that day on; False where it is so already."""
    whose = (posts.c.id == number) & (posts.c.kind == "acting")
    row = store.execute(select(posts).where(whose, during(posts, day, date.max))).first()
    if row is None:
        return False
    ended(store, posts, whose, day)
    what = {"unit": row.unit_id, "kind": "acting", "until": str(day - DAY)}
    stamped(store, stamp, "post", {row.person_id: what})
    return True
